"""What an anaphoric word means: 公司, 其, 双方, 该区, 他.

In: the word, the chunks of its sentence before it, and what the text has :class:`Spoken` of. Out: the
entities it stands for. A few ways tell for certain; else the newest fitting topic is meant, else the newest
mention.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.anaphora_words import GROUPS, ISSUERS, ONE_OF_MANY, means_firm
from kg.chunk import Chunk
from kg.clauses import are_sides, bought, discloses, heard_from, named_alone
from kg.model import Entity, MentionType
from kg.spoken import Spoken
from kg.topics import HELD_BY, clause_ranges, topic_index

Meant = tuple[Entity, ...]

_TARGETS = frozenset({"标的公司", "目标公司", "标的"})
#: What firms have set up together.
_VENTURES = frozenset(
    "合资公司 该合资公司 合资企业 该合资企业 合营公司 该合营公司 项目公司 该项目公司".split()
)
#: Before a firm that the text has not told of: 设立|一家|合资公司.
_ONE = frozenset({"一家", "一个", "首家", "新", "成立", "的", "两家", "另一家", "多家"})
#: Behind a name: it only tells where figures come from (某某|数据|显示，该股…).
_FIGURES = frozenset({"数据", "行情", "终端"})
#: Behind one of these 其 is not who acts.
_AT = frozenset("没收 撤销 吊销 查封 处罚 因 对 向 给 就 要求 责令 由于 允许 建议 敦促 督促".split())
#: What is bought behind one of these belongs to another one than who buys.
_BUYS = frozenset({"购买", "收购", "并购", "受让", "购入", "买下", "认购", "拟收购", "收购了"})
_DISPOSES = frozenset({"将", "把"})
#: What a body does that becomes part of another.
_MERGES = frozenset({"并入", "划入", "归入", "归并到", "并到", "划归"})
_LISTS = frozenset({"、", "和", "与", "及"})
_WITH = frozenset({"与", "和", "同", "跟"})
_HOLDERS = frozenset({MentionType.ORG, MentionType.PERSON})
_BECOMES = frozenset({"成为", "为", "是", "系", "变为", "作为", "跃居", "晋升为"})
#: Who judges firms, and how it is told; 公司 is then the one judged.
_RATERS = re.compile("(?:证券|国际|中金|投行|资本|研究院|研究所|研究中心|评级|咨询)$")
_RATES = frozenset("研报 认为 预计 维持 评级 目标价 给予 研究报告 分析师 上调 下调 首次覆盖".split())
#: Behind one of these a meeting is a new one, where nothing points back to the last.
_CONVENES = frozenset("召开 举行 举办 召集 组织召开 主持召开 召开了 举行了 举办了".split())
_POINTS = ("该", "本", "此", "上述", "这")
#: How a judge of firms tells of one.
_TELLS_OF = frozenset({"研报", "研究报告", "分析师", "报告"})
_CLAUSE_ENDS = frozenset({"，", "；", "。"})
#: 全市 and 我市 are those of the page.
_OURS = frozenset("全我")
#: What a counted word of the last one is said of: 三县 of places, 三人 of persons; 三方 of neither.
_OF_KIND = dict.fromkeys("地市县省国", MentionType.PLACE) | {"人": MentionType.PERSON}
#: 三方 are the three last named together, and nobody where those were two.
_COUNTED = {"三": 3, "四": 4}
#: How many names back 公司 and 他 reach.
_MEMORY = 60


@dataclass(slots=True)
class _Said:
    """What the sentence says before the word: names that may be meant, and those that may not.

    ``named`` are the chunks with names, ``heads`` the names that can be subjects, ``own`` come before or
    behind these by the word's kind, ``acting`` are who acts and is not meant.
    """

    before: Sequence[Chunk]
    named: list[int]
    heads: list[Entity]
    own: list[Entity]
    acting: set[Entity] = field(default_factory=set)

    @property
    def last(self) -> str:
        """The word right before, empty at the beginning."""
        return self.before[-1].text if self.before else ""

    @property
    def local(self) -> list[Entity]:
        """All that is named."""
        return [member.entity for k in self.named for member in self.before[k].members]


def referents(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant:
    """Return what an anaphoric word stands for, none where nothing fits.

    What the document itself defines (以下简称“公司”) comes before all, then who discloses: in
    甲公告，子公司乙…，公司… the last 公司 is 甲.
    """
    certain = (read(spoken, word, before) for read in _CERTAIN)
    found = next((meant for meant in certain if meant is not None), None)
    if found is not None:
        return found
    if means_firm(word) and _tells_life(spoken, before):
        before = ()  # a firm named in somebody's life is an employer of theirs, not 公司
    said = _said(spoken, before)
    if spoken.cues.anaphora.get(word) == ("PERSON",):
        people = [e for e in (*spoken.seen[-_MEMORY:], *said.local) if e.type is MentionType.PERSON]
        running = [m.entity for m in spoken.topic[:1] if m.entity.type is MentionType.PERSON]
        met = bool(people) and people[-1] in spoken.visited and not said.local
        return tuple(running if met and running else people[-1:])  # 甲对乙的到来表示欢迎。他说…: 甲
    return _by_sentence(spoken, word, said) or _by_memory(spoken, word, said)


def _defined(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant | None:
    """Read what the document defines: 以下简称“公司”; 公司 in a text that names no firm is nobody."""
    meant = spoken.resolution.meant if spoken.resolution is not None else {}
    defined = meant.get(word.removeprefix("本"))
    if defined is not None:
        return (defined,)
    return () if word in ISSUERS and spoken.unnamed else None


def _entry(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant | None:
    """Read the common noun of an entry, which means the body at the head of a clause: 博物院占地168亩."""
    if word != spoken.head:
        return None
    opens = not before or before[-1].boundary
    return tuple(member.entity for member in spoken.entry) if opens else ()


def _party(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant | None:
    """Read who plays a part: 标的公司 is what was last told to be bought, 公司 who discloses.

    合资公司 is what was last set up by several, or a new one that the text does not name.
    """
    if word in _TARGETS:
        target = bought(before) or spoken.target
        return (target,) if target is not None else ()
    if word in _VENTURES:
        new = bool(before) and before[-1].text in spoken.cues.name["founds"] | _ONE
        return (spoken.venture,) if spoken.venture is not None and not new else ()
    issuer = (_issuer(spoken, before) or spoken.issuer) if word in ISSUERS else None
    return (issuer,) if issuer is not None else None


def _new_meeting(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant | None:
    """Read 会议 behind 召开, which is another one than those named before, and has no name."""
    held = [c.text for c in before[-2:] if c.text != "了"]
    meets = "EVENT" in spoken.cues.anaphora.get(word, ()) and not word.startswith(_POINTS)
    return () if meets and held and held[-1] in _CONVENES else None


def _zone(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant | None:
    """Read 开发区 in a text on several, where it is each and none, unless one is spoken of."""
    if word not in ONE_OF_MANY or not spoken.names_many(word):
        return None
    said = [m.entity for m in spoken.topic if m.entity.type is MentionType.PARK]
    return (said[0],) if len(said) == 1 and spoken.fitting(word, said[0]) is not None else ()


def _pair(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant | None:
    """Read 双方, 前者 and the like: the things last named together, 两地 places and 双方 none."""
    if "PAIR" not in spoken.cues.anaphora.get(word, ()):
        return None
    pair = _sides(spoken.pair, word, before)
    kind = _OF_KIND.get(word[-1])
    if kind is not None or word[0] in _COUNTED:
        row = _row(before) or pair
        fits = kind is None or all(e.type is kind for e in row)
        return row if fits and len(row) == _COUNTED.get(word[0], 2) else ()
    if not word.endswith("者") and all(e.type is MentionType.PLACE for e in pair):
        pair = ()
    if len(pair) < 2:
        at = [k for k, c in enumerate(before) for m in c.members if m.entity.type is MentionType.ORG]
        one = len(at) > 1 and _are_of_one_person(before, *at[-2:])
        named = [m.entity for k in at for m in before[k].members if m.entity.type is MentionType.ORG]
        pair = () if one else tuple(dict.fromkeys(named))[-2:]
    if len(pair) < 2:
        return ()
    match word:
        case "前者":
            return pair[:1]
        case "后者":
            return pair[-1:]
        case "后两者":
            return pair[-2:]
        case _:
            return pair


def _ours(spoken: Spoken, word: str, before: Sequence[Chunk]) -> Meant | None:
    """Read 我区, which is no zone that the paper only names beside others: 我区紧盯甲新区."""
    if word != "我区" or spoken.home("区") is not None:
        return None
    told = (*spoken.topics, *(member.entity for member in spoken.topic))
    return None if any(spoken.fitting(word, entity) is not None for entity in told) else ()


_CERTAIN: tuple[Callable[[Spoken, str, Sequence[Chunk]], Meant | None], ...] = (
    _defined,
    _entry,
    _ours,
    _party,
    _zone,
    _pair,
    _new_meeting,
)


def _sides(pair: Meant, word: str, before: Sequence[Chunk]) -> Meant:
    """Return the two that the sentence names together, else ``pair``: 甲|与|乙|签约, 甲、乙."""
    for k, chunk in enumerate(before):
        if are_sides(chunk):
            pair = tuple(m.entity for m in chunk.members)
        near = before[k + 1 : k + 7]
        joint = next((j for j, c in enumerate(near[:-1]) if c.text in _WITH), None)
        if joint is not None and chunk.members and near[joint + 1].members:
            first = near[joint - 1] if joint and near[joint - 1].members else chunk
            second = _partner(before[k + joint + 2 :], word)
            return (first.members[0].entity, second.members[0].entity) if second.members else pair
    return pair


def _row(before: Sequence[Chunk]) -> Meant:
    """Return the last row of names in the sentence: 首批选定|甲县、乙县和丙县，三县…; nothing without one."""
    row: list[Entity] = []
    last = -len(_LISTS)
    for k, chunk in enumerate(before):
        if not chunk.members:
            continue
        joined = k - last == 2 and before[k - 1].text in _LISTS  # a name, a joint, a name
        named = [m.entity for m in chunk.members]
        if joined:
            row += named
        elif not row or len(named) > 1 or _opens_row(before, k):
            row = named
        last = k
    return tuple(dict.fromkeys(row)) if len(row) > 1 else ()


def _opens_row(before: Sequence[Chunk], k: int) -> bool:
    """Tell whether a joint and another name stand behind the name at ``k``."""
    return k + 2 < len(before) and before[k + 1].text in _LISTS and bool(before[k + 2].members)


def _partner(chunks: Sequence[Chunk], word: str) -> Chunk:
    """Return the chunk that names who stands behind 与: 甲与|德国机床厂商乙, 甲与|乙下属的丙."""
    if chunks[0].kind == "PLACE" and word != "两地":
        firm = next((n for n, c in enumerate(chunks) if c.kind == "ORG" or c.boundary), 0)
        chunks = chunks[firm:]
    owned = len(chunks) > 3 and chunks[1].text in HELD_BY and chunks[2].text == "的"
    return chunks[3] if owned else chunks[0]


def _are_of_one_person(chunks: Sequence[Chunk], first: int, second: int) -> bool:
    """Tell whether one person has an office in each of two bodies: 甲公司董事、乙公司总经理|某某."""
    offices = all(k + 1 < len(chunks) and chunks[k + 1].kind in {"TITLE", "POST"} for k in (first, second))
    return offices and all(c.kind != "PERSON" for c in chunks[first:second])


def _tells_life(spoken: Spoken, before: Sequence[Chunk]) -> bool:
    """Tell whether somebody's life is told."""
    return bool(spoken.life) or any(c.text in spoken.cues.clause["life"] for c in before)


def _said(spoken: Spoken, before: Sequence[Chunk]) -> _Said:
    """Return what the sentence names before the word."""
    about, prepositions = spoken.cues.clause["about"], spoken.cues.clause["preposition"]
    named = [k for k, c in enumerate(before) if c.members and not _only_spoken_about(before, k, about)]
    named = [k for k in named if k + 1 == len(before) or before[k + 1].text not in _FIGURES]
    heads = [before[k].members[0].entity for k in named if _may_be_subject(before, k, prepositions)]
    own = [spoken.introduced[e.id] for e in reversed(heads) if e.id in spoken.introduced]
    return _Said(before, named, heads, own)


def _by_sentence(spoken: Spoken, word: str, said: _Said) -> Meant:
    """Return what the sentence itself tells of 其 and 公司, nothing where it does not."""
    if word == "其":
        owner = _subject(spoken, said.before) if said.last in _DISPOSES else None
        if owner is not None:
            return (owner,)  # 甲与乙约定，将其持有的丙股权转让
        return _heard(spoken, said.before) or (_sellers(spoken, said) if said.last in _BUYS else ())
    held = _held_firm(spoken, said.before) if word in ISSUERS and not said.own else None
    return (held,) if held is not None else ()  # 增发后甲银行持有乙5%股份，公司…: the firm that is held


def _by_memory(spoken: Spoken, word: str, said: _Said) -> Meant:
    """Return the newest that fits: of the sentence, of the topics, of all that was named."""
    of_place = word[0] in _OURS and "PLACE" in spoken.cues.anaphora.get(word, ())
    home = spoken.home(word[-1]) if of_place else None
    if home is not None and word[0] == "我":
        return (home,)
    _set_aside(spoken, word, said)
    if home is not None:
        said.acting |= spoken.visited - {home, *spoken.topics[-_MEMORY:]}
    types = spoken.cues.anaphora.get(word, ())
    likely: Iterable[Entity] = _candidates(spoken, word, said, home)
    if means_firm(word):  # 甲、乙、丙跟投。公司称…: none of them, where another has been named
        here = set[Entity]().union(*map(named_alone, said.before))
        likely = sorted(likely, key=lambda e: e not in here and e not in spoken.alone)
    for entity in likely:
        typed = entity.type.value in types or "ANY" in types
        fitting = spoken.fitting(word, entity) if typed else spoken.inner(word, entity, types)
        if fitting is not None and entity.name != word and fitting not in said.acting:
            return (spoken.whole(word, fitting),)
    of_other = _is_other_firm(spoken, said.before)
    if word in ISSUERS and (of_other or not said.before or said.last in _CLAUSE_ENDS):
        spoken.unnamed = True
    return (home,) if home is not None else ()


def _candidates(spoken: Spoken, word: str, said: _Said, home: Entity | None) -> Iterator[Entity]:
    """Yield what a word may stand for, the likeliest first; the page's ``home`` before mere mentions."""
    pools = (said.local, spoken.topics, spoken.seen if home is None else [home])
    own = said.own
    entry = () if word.startswith("该") else tuple(m.entity for m in spoken.entry)
    if not means_firm(word):
        yield from entry  # 学校 in the entry of one, whatever schools its history names
    if word in GROUPS:  # before a firm spoken of last that is no group: 集团董事长
        group = _group(spoken, pools)
        own = [group] if group is not None and not own else own
    main = spoken.main_firm
    if word in ISSUERS and main is not None:
        said.heads = [e for e in said.heads if e is main or e not in spoken.daughters]
        own = [*own, main]  # before who else was told of
    yield from (*own, *said.heads, *entry) if word in GROUPS else (*said.heads, *own, *entry)
    for pool in pools:
        yield from (e for e in reversed(pool[-_MEMORY:]) if e not in said.acting)


def _group(spoken: Spoken, pools: Sequence[Sequence[Entity]]) -> Entity | None:
    """Return the group last named, by its last word, else by any."""
    known = [e for pool in pools for e in reversed(pool[-_MEMORY:]) if e.type is MentionType.ORG]
    called = next((e for e in known if e.name.endswith("集团")), None)
    return called or next((e for e in known if "集团" in e.name), None) or spoken.only_group()


def _set_aside(spoken: Spoken, word: str, said: _Said) -> None:
    """Take out of what may be meant who acts upon it: 甲局因其违规, 甲证券认为，公司…, 甲成为公司股东."""
    if word == "其" and said.last in _AT:
        said.acting, said.heads = set(said.heads[-1:]), []
    elif said.last in _MERGES:  # 甲校、乙校并入该校: a third
        said.acting, said.heads = _others(said.before), []
    elif word == "其" and said.last in _BUYS:
        buyer = _subject(spoken, said.before)
        said.acting = {buyer} if buyer is not None else set()
    elif word == "其" and any(c.text in _TELLS_OF for c in said.before):
        said.acting = {e for e in said.local if _RATERS.search(e.name)}
        said.heads = [e for e in said.heads if e not in said.acting]  # 甲证券研报称，其销售额…
    if word not in ISSUERS:
        held = means_firm(word) and (_is_other_firm(spoken, said.before) or _is_dealt_with(said.before))
        said.acting, said.heads = (_others(said.before), []) if held else (said.acting, said.heads)
        return
    if any(c.text in _RATES for c in said.before):
        raters = {e for e in said.local if _RATERS.search(e.name)}
        said.acting, said.heads = raters, [e for e in said.heads if e not in raters]
    if _is_other_firm(spoken, said.before):
        said.acting, said.heads = _others(said.before), []
        spoken.holders |= {e for e in said.acting if e.type is MentionType.ORG}


def _others(before: Sequence[Chunk]) -> set[Entity]:
    """Return who the clause names beside 公司: 甲成为公司第一大股东 tells of 甲, not of itself."""
    start = max((k + 1 for k, c in enumerate(before) if c.boundary), default=0)
    followed = zip(before[start:], [*before[start + 1 :], before[-1]], strict=True)
    there = {m.entity for chunk, behind in followed for m in chunk.members if behind.kind != "TITLE"}
    return {entity for entity in there if entity.type is not MentionType.EVENT}


def _heard(spoken: Spoken, before: Sequence[Chunk]) -> Meant:
    """Return the holder from whom a firm heard last in the clauses that are over."""
    ranges = clause_ranges(before, spoken.cues)
    at = [(topic_index(before, a, b, spoken.cues), b) for a, b in ranges if b < len(before)]
    heard = [heard_from(before, k, b, spoken.cues) for k, b in at if k >= 0]
    return tuple(m.entity for m in next((h for h in reversed(heard) if h), ()))


def _sellers(spoken: Spoken, said: _Said) -> Meant:
    """Return who sells, not who buys: 甲拟向乙、丙发行股份，购买|其|持有的丁."""
    buyer = _subject(spoken, said.before)
    sellers: list[Entity] = []
    for k in reversed(said.named):
        row = [m.entity for m in said.before[k].members if m.entity != buyer]
        if sellers and said.before[k + 1].text not in _LISTS:
            break
        sellers = [e for e in row if e.type in _HOLDERS] + sellers
    return tuple(sellers)


def _subject(spoken: Spoken, chunks: Sequence[Chunk]) -> Entity | None:
    """Return what the sentence so far is about."""
    found = (topic_index(chunks, a, b, spoken.cues) for a, b in clause_ranges(chunks, spoken.cues))
    named = [chunks[at].members[0].entity for at in found if at >= 0]
    return named[-1] if named else None


def _issuer(spoken: Spoken, chunks: Sequence[Chunk]) -> Entity | None:
    """Return who discloses something in the clauses of a sentence read so far, the last one."""
    issuer = None
    for start, end in clause_ranges(chunks, spoken.cues):
        at = topic_index(chunks, start, end, spoken.cues) if end < len(chunks) else -1
        if at >= 0 and discloses(chunks, end, at, spoken.cues):
            issuer = chunks[at].members[0].entity
    return issuer


def _held_firm(spoken: Spoken, before: Sequence[Chunk]) -> Entity | None:
    """Return the firm of which a clause before tells who holds how much."""
    start = max((k for k, c in enumerate(before) if c.boundary), default=0)
    for k in range(min(start, len(before) - 2), 0, -1):
        holds = before[k].text in spoken.cues.metric["hold"] and before[k - 1].kind == "ORG"
        held = before[k + 1]
        if holds and held.kind == "ORG" and len(held.members) == 1 and not held.members[0].anaphor:
            counts = (c.count for c in before[k + 2 : k + 4] if c.count is not None)
            share = any(count.unit in {"%", "股"} for count in counts)
            return held.members[0].entity if share else None
    return None


def _is_other_firm(spoken: Spoken, before: Sequence[Chunk]) -> bool:
    """Tell whether 公司 behind a verb is not who acts: 甲持有公司1亿股, 甲成为公司大股东."""
    elects = any(c.kind == "PERSON" for c in before[-3:-1])  # 公司选举某某先生为|公司|董事长
    if not before or elects:
        return False
    verb = before[-1]
    becomes = verb.text in _BECOMES and verb.tag == "v"
    words = spoken.cues.metric["hold"] | spoken.cues.metric["stock"]
    return becomes or verb.text in words or verb.text.endswith(("持有", "增持", "减持"))


def _is_dealt_with(before: Sequence[Chunk]) -> bool:
    """Tell whether 该公司 is set against who acts: 甲在|该公司|持股, 甲收购|该公司."""
    return bool(before) and (before[-1].tag == "p" or before[-1].text in _BUYS)


def _only_spoken_about(chunks: Sequence[Chunk], k: int, about: frozenset[str]) -> bool:
    """Tell whether the clause of chunk ``k`` opens with 对于 or the like."""
    start = next((i + 1 for i in range(k - 1, -1, -1) if chunks[i].boundary), 0)
    return chunks[start].text in about


def _may_be_subject(chunks: Sequence[Chunk], k: int, prepositions: frozenset[str]) -> bool:
    """Tell whether the name at ``k`` can be a topic: no preposition stands before it, no title behind."""
    if k and chunks[k - 1].text in prepositions:
        return False
    following = [c.kind for c in chunks[k + 1 : k + 3]]
    return not (following[:1] == ["TITLE"] or following == ["W", "TITLE"])
