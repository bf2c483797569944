"""The arguments of a match: whom and what it ties, said, carried over from before, or left out."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise

from kg.chunk import Chunk, Member
from kg.chunks import Chunker
from kg.clauses import founds_unnamed, merges
from kg.context import Surroundings
from kg.context_cues import Cues
from kg.coordination import in_share_row
from kg.discourse import Clause, Discourse
from kg.document import Span
from kg.entities import Resolution
from kg.fronted import DEEDS, who_follows
from kg.gazetteer import gazetteer
from kg.matching import WITH, Match
from kg.model import Entity, Fact, MentionType
from kg.phrases import noun_phrase
from kg.place_names import NOWHERE, lies_in
from kg.posts import SCHOOL, Held, Offices

#: The batch of a designation.
BATCH = re.compile(r"首批|第[0-9一二三四五六七八九十]+批")

_LIFE = re.compile(r"[男女][，,]|[12]\d{3}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|生于)|中国国籍|汉族")
#: What somebody 表示 without a mark, and says nothing by it; 通报|了 has its object behind it.
_COURTESY = re.compile(
    "了|(?:衷心|诚挚|热烈|由衷|高度|亲切|崇高|深切|最)的?(?:感谢|欢迎|祝贺|慰问|敬意|肯定|赞赏|认可|问候)|感谢|谢意|欢迎|祝贺|慰问|敬意|肯定|赞赏|歉意"
)
#: What a trade is to a place, and no trade by itself: 成为甲市的主导产业.
_LEADING = frozenset("支柱产业 主导产业 特色产业 优势产业 重点产业 首位产业 传统产业".split())
#: What the words before a name tell of it, and not of whom it does something with.
_OF_ONE = frozenset({"located_in", "industry"})
#: What is told of where one thing is or belongs says nothing of the next.
_WHEREABOUTS = frozenset({"located_in", "part_of"})
#: What somebody is chosen for, which any word of the sentence may name.
_CHOSEN_FOR = frozenset({"DOCUMENT", "POLICY"})
#: Behind one of these stands a deed with its own subject.
_COMPLETES = frozenset(
    {"达成", "同意", "支持", "批准", "签署", "签订", "反对", "允许", "阻止", "关于", "就", "推动"}
)
#: Who puts money into a firm, at the end of a list that a daughter opens.
_BACKERS = frozenset({"投资者", "投资人", "投资方", "战略投资者"})
#: What somebody does with another one.
_JOINT_DEEDS = (
    "订立",
    "签",
    "达成",
    "合作",
    "共同",
    "联合",
    "协商",
    "洽谈",
    "谈判",
    "筹划",
    "商讨",
    "就",
    "联手",
    "携手",
    "正",
    "拟",
    "合资",
)
#: What one joins without a share in it.
_ALLIANCE = re.compile("(?:联盟|协会|联合会|商会|组织|学会|理事会|俱乐部|联合体)$")
#: How many things named before are looked through for the meeting that is meant.
_REMEMBERED = 300
#: A congress that is a body for five years, and no meeting that was told of: 第五届人民代表大会|代表.
_CONGRESS = re.compile("届(?:[一-龥]{0,6})?人民代表大会$")
#: Who acts; whatever else a clause is about, somebody spoken of before may act in it.
_ACTORS = frozenset({MentionType.ORG, MentionType.PERSON})
_DEEDS = frozenset({"acquires", "changes_stake", "invests_in", "other"})
_BY = frozenset({"由", "为由", "是由", "系由"})
#: Who does one of these says what another is chosen for.
_APPROVES = frozenset({"批复", "同意", "批准", "批复同意", "推荐", "支持", "核准", "公布"})
_RECEIVES = frozenset({"经", "获", "由", "被", "得到", "获得"})
#: What tells each of a list that it holds stock: 、控股股东|乙、实际控制人某某.
_HOLDER = re.compile("股东|控制人")
#: What is done to a firm with another or without.
_OF_EACH = ("重组", "整合", "置换")
#: How firms found another: 共同出资|设立.
_SETS_UP = ("设立", "成立", "组建", "建立")
_COUNTED = re.compile("[二两三四五六七八九十0-9]家(?!公司|企业|集团|的|$)")
#: Words of doing something together.
_TOGETHER = ("共同", "联合", "合资", "合作")

#: What is told of a subject: an entity, a string or nothing, where it stands, and the office that it is of.
Told = tuple[Entity | str | None, Span | None, Held | None]
#: A subject, whether it is carried over from before, and what is told of it.
Pair = tuple[Member, bool, Told]


class Arguments:
    """Finds the arguments of the matches of one document."""

    def __init__(
        self,
        text: str,
        cues: Cues,
        resolution: Resolution,
        chunker: Chunker,
        discourse: Discourse,
        posts: Offices,
    ) -> None:
        """Read ``text`` with what was understood of it so far."""
        self.text = text
        self.cues = cues
        self.resolution = resolution
        self.chunker = chunker
        self.discourse = discourse
        self.posts = posts
        self.told: list[Fact] = []
        """The facts of the run of chunks that is being read, for what leaves an argument out."""

    def subjects(self, match: Match, around: Surroundings) -> list[tuple[Member, bool]]:
        """Return the subjects of a match, and whether each is carried over from before."""
        chunks = around.chunks
        slot = next((match.slots[role] for role in ("subject", "pair") if role in match.slots), None)
        if slot is not None:
            chunk = chunks[slot]
            if "pair" in match.slots and (self.have_partner(match, around) or _are_apart(match, chunks)):
                return []
            named = chunk.members if "post" in match.slots else self.ranked(match, chunks, chunk)
            return [(member, False) for member in named]
        if match.rule.reverse:
            for fact in reversed(self.earlier(match, around)):  # the same once more: 由甲领投，乙跟投
                told = fact.object
                if isinstance(told, Entity):
                    return [(Member(told, fact.evidence.object or told.mentions[0]), True)]
        if match.rule.relation == "post" and match.rule.status == "former":
            removed = [f for f in self.earlier(match, around) if f.evidence.rule == "post.removed"]
            clause = around.clause(match.anchor)
            if removed and not clause.own:  # 宣布甲任书记；免去乙书记职务，|不再担任主任
                who, span = removed[-1].subject, removed[-1].evidence.subject
                return [(Member(who, span or who.mentions[0]), True)]
        types = (match.rule.subject or "ORG|PARK|PLACE|PERSON|GROUP|FACILITY").split("|")
        clause = around.clause(match.anchor)
        agents = _agents(match, chunks, clause) if "ORG" in types else ()
        if agents:
            return [(member, False) for member in agents]
        if _is_of_another(match, around, clause):
            return []
        topic = clause.topic
        used = {match.slots[role] for role in ("object", "post") if role in match.slots}
        before = around.before(clause)
        if "ORG" in types and match.rule.relation in DEEDS and (not clause.own or clause.at in used):
            objects = [m for k in used for m in chunks[k].members]
            follows = who_follows(around, clause, match.start, objects)
            if follows:
                return [(member, False) for member in follows]
        merged = bool(before) and not clause.own and merges(chunks, before[-1].end)
        if merged and match.rule.relation == "other":
            return []  # 甲、乙合并，|组建丙: what they become is set up by neither
        left = clause.own and _is_left(chunks, clause.at, match.anchor)
        if clause.own and (clause.at > match.anchor or clause.at in used or left):
            life = self.discourse.life if clause.at in used or left else ()
            topic = before[-1].topic if before else life
        members = [m for m in topic if m.entity.type.value in types]
        if not clause.own and len(members) > 1:  # named again is not left out: 甲与乙约定，将丙转让给乙
            again = {m.entity for c in chunks[clause.start : clause.end] for m in c.members if not m.anaphor}
            members = [m for m in members if m.entity not in again]
        if members:
            return [(m, not clause.own) for m in (*members, *self.joint(match, around, clause))]
        if _names_another_agent(match, chunks, clause, before):
            return []
        fitting = ([m for m in c.topic if m.entity.type.value in types] for c in reversed(before))
        return [(m, True) for m in next((found for found in fitting if found), [])]

    def have_partner(self, match: Match, around: Surroundings) -> bool:
        """Tell whether those of a list act with somebody else, named or not: 甲、乙各自与外商签约."""
        start = around.clause(match.slots["pair"]).start
        clause = around.chunks[start : match.anchor]
        return any(chunk.text in WITH for chunk in clause)

    def ranked(self, match: Match, chunks: Sequence[Chunk], chunk: Chunk) -> tuple[Member, ...]:
        """Return the names of a chunk and its row; only the first is the holder in 控股股东甲与乙签约."""
        if chunk.kind == "POST":  # 控股股东|甲集团董事长|某某
            holder = chunk.posts[0].holder
            return (holder,) if holder is not None and holder.entity.type is MentionType.ORG else ()
        members = people(chunk)
        if match.rule.relation == "founder" and len({m.entity.type for m in members}) > 1:
            subject = match.slots.get("subject", -1)  # 包括|甲、乙、某某|创办的|丙和某某|创办的|丁
            return members[-1:] if subject >= 0 and chunks[subject] is chunk else members[:1]
        if match.rule.relation in _OF_ONE and match.slots.get("subject") == match.end - 1 > match.start:
            between = self.text[members[0].span.end : members[1].span.start] if len(members) > 1 else ""
            return members[:1] if between in {"与", "同", "跟"} else members  # 德国芯片厂商|甲与乙|签约
        label = match.slots.get("label", -1)
        if match.rule.relation == "part_of" and 0 <= label < len(chunks) - 1 and chunks[label + 1] is chunk:
            deeds = [c.text for c in chunks[label + 2 : label + 10]]
            alone = any(w.startswith(_JOINT_DEEDS) or w in _BACKERS for w in deeds)
            return members[:1] if alone else members  # 子公司|甲、乙及丙|订立协议: 甲 alone
        if match.rule.relation != "holds_stake" or label < 0:
            return members
        if chunk.row and _HOLDER.search(self.text, members[0].span.end, members[-1].span.start):
            members = chunk.members  # 甲公司、控股股东|乙、实际控制人某某: each is told what it is by itself
        if len(members) != 2:
            return members
        between = self.text[members[0].span.end : members[1].span.start]
        behind = chunks[label + 1 :]
        ranked = bool(behind) and behind[0] is chunk and between in {"与", "同", "跟"}
        return (
            members[:1] if ranked and any(c.text.startswith(_JOINT_DEEDS) for c in behind[1:8]) else members
        )

    def joint(self, match: Match, around: Surroundings, clause: Clause) -> Sequence[Member]:
        """Return who acts together with the topic: 甲拟与自然人乙|共同出资设立丙."""
        label = around.chunks[match.anchor].text
        before = around.chunks[max(clause.at, clause.start) + 1 : match.anchor]
        together = label.startswith(_TOGETHER) or any(c.text in _TOGETHER for c in before)
        k = next((k for k, c in enumerate(before) if c.text in {"与", "和", "同", "联合", "携手"}), None)
        if not together or k is None or not clause.own or any(c.text == "由" for c in before[:k]):
            return ()
        partner = next((c for c in before[k + 1 : k + 4] if c.members), None)
        return partner.members if partner is not None and partner.kind in {"ORG", "PERSON"} else ()

    def objects(self, match: Match, around: Surroundings, subject: Member) -> Iterator[Told]:
        """Yield what the match ties to ``subject``."""
        chunks, rule = around.chunks, match.rule
        if "pair" in match.slots:
            yield from self.partners(match, chunks[match.slots["pair"]].members, subject)
        elif "post" in match.slots:
            yield from self.posts.held(chunks[match.slots["post"]], around, match.slots["post"])
        elif "object" in match.slots:
            at = self.meant(chunks, match)
            for index in (at, *in_share_row(chunks, at)):
                yield from self.named(match, chunks, chunks[index])
        elif "NP" in match.free and _is_noun(chunks, match.anchor):
            return  # 将以重点项目|建设|“百日攻坚”为抓手
        elif "NP" in match.free:
            for span in noun_phrase(chunks, match.end, self.text, self.cues):
                named = self.resolution.named(span.of(self.text))
                body = named is not None and named.type is MentionType.ORG
                if not (body and chunks[match.anchor].text.endswith("成为")):
                    yield named or span.of(self.text), span, None  # 将成为|甲集团|全资子公司 is no goal
        elif "REST" in match.free:
            said = self.rest(chunks, match.end)
            if said is not None:
                yield said.of(self.text), said, None
        elif rule.object == "self":
            yield subject.entity, subject.span, None
        elif rule.object is not None:
            yield from self.spoken_of(rule.object.removeprefix("before:").split("|"), around, match, subject)
        else:
            yield None, None, None

    def partners(self, match: Match, members: Sequence[Member], subject: Member) -> Iterator[Told]:
        """Yield with whom of a list ``subject`` is tied: 甲、乙和丙签约 ties each to each."""
        first_with_all = match.rule.relation == "competes_with" or self.one_with_others(members)
        for one, other in combinations(members, 2):
            if one.entity.id == subject.entity.id and (one is members[0] or not first_with_all):
                yield other.entity, other.span, None

    def named(self, match: Match, chunks: Sequence[Chunk], chunk: Chunk) -> Iterator[Told]:
        """Yield what the object's chunk names, or its words where it names nothing."""
        if chunk.kind == "QUOTE" or (not chunk.members and chunk.kind != "POST"):
            yield chunk.text, chunk.span, None
        if chunk.kind == "QUOTE":
            return
        leaves = chunks[match.anchor].text.endswith("退出")
        for member in self.ranked(match, chunks, chunk):
            if _may_be_object(match.rule.relation, member.entity.name, leaves=leaves):
                chosen = match.rule.relation == "designated"
                programme = self.programme(chunk, member) if chosen else None
                yield programme or member.entity, member.span, None

    def earlier(self, match: Match, around: Surroundings) -> list[Fact]:
        """Return the facts of the relation that were told before ``match``, in the same item of a digest."""
        if match.rule.relation in _WHEREABOUTS:
            return []
        start, end = around.item(match.anchor), around.chunks[match.anchor].span.start
        told = ((f, f.evidence.cue) for f in self.told if f.relation == match.rule.relation)
        return [f for f, cue in told if cue is not None and start <= cue.start and cue.end <= end]

    def one_with_others(self, members: Sequence[Member]) -> bool:
        """Tell whether a list sets its first name against the rest: 甲与乙、丙签约 ties 甲 to each."""
        between = self.text[members[0].span.end : members[1].span.start] if len(members) > 2 else ""
        return between in {"与", "同", "跟"}

    def meant(self, chunks: Sequence[Chunk], match: Match) -> int:
        """Return the chunk that is meant where a holder stands before what it holds (收购甲旗下的乙)."""
        holders = self.cues.speech["holder"]
        index = match.slots["object"]
        while match.end <= index + 1 and index + 2 < len(chunks) and chunks[index + 1].text in holders:
            further = index + 3 if chunks[index + 2].text == "的" else index + 2
            if further >= len(chunks) or not chunks[further].members:
                break
            index = further
        return index

    def spoken_of(
        self, types: Sequence[str], around: Surroundings, match: Match, subject: Member
    ) -> Iterator[Told]:
        """Yield what an earlier clause is about, where the sentence leaves the object out."""
        here = around.chunks[match.anchor].span
        told = [
            f.subject if match.rule.relation == "penalises" else f.object for f in self.earlier(match, around)
        ]
        chunks = around.chunks
        before = self.text[chunks[0].span.start : here.start]
        known = self.discourse.venture is not None  # 该合资公司资本2亿元，乙持股51%
        unnamed = not known and any(firm in before for firm in self.cues.name["unnamed_firms"])
        if unnamed or founds_unnamed(chunks[: match.anchor], self.cues.name["founds"]):
            return
        ended = [c for c in around.clauses if c.end <= match.anchor]
        ended = [c for c in ended if not _holds_too(match, chunks, c)]
        topics = [m.entity for c in ended for m in c.topic[:1]]
        founds = self.cues.name["founds"]
        founded = [
            m.entity
            for verb, chunk in pairwise(chunks[: match.anchor])
            for m in chunk.members
            if verb.text in founds
        ]
        meetings = self.meetings(chunks[: match.anchor]) if "EVENT" in types else []
        if not _CHOSEN_FOR.isdisjoint(types):  # 某局公布名单，甲榜上有名; 启动乙计划，甲被确定为先行城市
            meetings = [m.entity for chunk in reversed(chunks[: match.anchor]) for m in chunk.members]
        acting = {m.entity.id for m, _ in self.subjects(match, around)} | {subject.entity.id}
        issuer = [self.discourse.issuer] if self.discourse.issuer is not None else []
        here_on = around.clause(match.anchor)
        running = [m.entity for m in here_on.topic[:1]] if not here_on.own else []
        venture = [e for e in topics if e is self.discourse.venture]  # 该公司资本2亿元，乙出资1亿元，持股50%
        spoken = [*reversed(founded), *venture, *issuer, *running, *reversed(topics), *meetings]
        for thing in (*reversed(told), *(spoken if match.rule.relation != "penalises" else ())):
            if isinstance(thing, Entity) and thing.type.value in types and thing.id not in acting:
                yield thing, None, None
                return

    def meetings(self, chunks: Sequence[Chunk]) -> list[Entity]:
        """Return the meetings that 会议 may mean: one that is held here, then the newest named."""
        holds = self.cues.name["holds"]
        held = [m.entity for verb, chunk in pairwise(chunks) for m in chunk.members if verb.text in holds]
        named = [m.entity for chunk in chunks for m in chunk.members]
        near = islice(reversed(self.discourse.seen), _REMEMBERED)
        seen = (e for e in near if not _CONGRESS.search(e.name))
        return [*held, *reversed(named), *seen]

    def rest(self, chunks: Sequence[Chunk], start: int) -> Span | None:
        """Return the span from chunk ``start`` to the end of the sentence, without marks at its ends."""
        while start < len(chunks) and chunks[start].kind == "P" and chunks[start].text not in "《“":
            start += 1
        if start >= len(chunks):
            return None
        span = Span(chunks[start].span.start, chunks[-1].span.end)
        if chunks[start - 1].kind != "P" and _COURTESY.match(self.text, span.start):
            return None  # 表示|感谢，并介绍了…: nothing is said
        if _LIFE.match(span.of(self.text)):
            return None  # 何启明先生：1979年出生 opens a life, not a speech
        stripped = span.of(self.text).rstrip("。！？…” \n")
        if stripped.count("“") > stripped.count("”"):
            stripped += "”"  # 承诺将“支持每一家企业”
        return Span(span.start, span.start + len(stripped)) if len(stripped) >= 6 else None

    def programme(self, chunk: Chunk, member: Member) -> Entity | None:
        """Return the programme a group is chosen for: 第二批…试点单位 are chosen for the …试点."""
        batch = BATCH.match(member.entity.name)
        if batch is not None:
            name = member.entity.name[batch.end() :]
            span = Span(member.span.end - len(name), member.span.end)
            return self.chunker.make(name, member.entity.type, span)
        if chunk.kind != "GROUP":
            return None
        inner = [m for m in self.chunker.mentions.inside(member.span) if m.type is MentionType.POLICY]
        return self.resolution.of(max(inner, key=lambda m: len(m.span))) if inner else None


def _holds_too(match: Match, chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Tell whether who a clause is about holds a share as the subject does: 甲持股35%，乙|持股|16%."""
    if match.rule.relation != "holds_stake" or not clause.own:
        return False
    words = {c.text for c in chunks[clause.start : clause.end]}
    return chunks[match.anchor].text in words and _BY.isdisjoint(words)


def set_up_together(facts: Sequence[Fact]) -> Entity | None:
    """Return the firm that several are told to set up: 甲与乙|共同出资设立|丙."""
    by: dict[str, list[Fact]] = {}
    for fact in facts:
        firm = fact.object
        sets_up = fact.relation in {"invests_in", "other"} and (fact.label or "").endswith(_SETS_UP)
        if sets_up and isinstance(firm, Entity) and firm.type is MentionType.ORG:
            by.setdefault(firm.id, []).append(fact)
    several = [told[0].object for told in by.values() if len({f.subject.id for f in told}) > 1]
    return several[-1] if several and isinstance(several[-1], Entity) else None


def _is_noun(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether the word at ``k`` closes a compound noun: 重点项目|建设."""
    before = chunks[k - 1] if k else None
    return before is not None and before.kind == "W" and before.tag == "n" and chunks[k].tag == "vn"


def _are_apart(match: Match, chunks: Sequence[Chunk]) -> bool:
    """Tell whether a deed may be that of each of several by itself: 甲和乙两家上市公司的|重组."""
    pair = match.slots["pair"]
    counted = _COUNTED.search("".join(c.text for c in chunks[pair : match.anchor]))
    return counted is not None and chunks[match.anchor].text.endswith(_OF_EACH)


def _agents(match: Match, chunks: Sequence[Chunk], clause: Clause) -> tuple[Member, ...]:
    """Return the firm right before a verb behind 达成 and the like: 甲与乙达成|甲|并购丙的协议."""
    at = match.start - 1
    if at - 1 < clause.start or not clause.own or clause.at >= at - 1 or chunks[at].kind != "ORG":
        return ()
    verb = chunks[at - 1]
    return chunks[at].members if verb.kind == "W" and verb.text in _COMPLETES else ()


def _is_left(chunks: Sequence[Chunk], at: int, anchor: int) -> bool:
    """Tell whether who is meant has graduated from the school at ``at``: 甲大学|博士毕业后|到乙研究所工作."""
    behind = chunks[at + 1 : min(at + 4, anchor)]
    return chunks[at].kind == "ORG" and any(c.text.endswith(("毕业后", "毕业时")) for c in behind)


def _is_of_another(match: Match, around: Surroundings, clause: Clause) -> bool:
    """Tell whether another than the topic does what a match tells."""
    chunks, relation = around.chunks, match.rule.relation
    if around.other_subject(match.start) or (relation == "post" and _heads_row(chunks, clause)):
        return True
    if relation in _DEEDS and _done_by_another(chunks[clause.start : match.start]):
        return True
    if relation != "designated" or not clause.own or clause.at >= match.anchor:
        return False
    said = {c.text for c in chunks[clause.at : match.anchor]}
    return bool(said & _APPROVES) and not said & _RECEIVES  # 某院批复同意乙升级为…: who approves


def _heads_row(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Tell whether a clause is the first of the posts of who is named behind: 甲局副局长，乙区主任|某某."""
    if clause.end - clause.start != 1 or clause.end + 2 >= len(chunks) or chunks[clause.end].text != "，":
        return False
    person = next((k for k in range(clause.end + 1, len(chunks)) if not _in_posts(chunks[k])), len(chunks))
    named = person < len(chunks) and chunks[person].kind == "PERSON"
    return named and chunks[person - 1].kind in {"POST", "TITLE"}


def _in_posts(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand in a row of posts: 经开区|党工委书记|、|管委会主任."""
    titled = chunk.kind in {"POST", "TITLE", "ORG", "PARK", "PLACE"} or chunk.text in {"、", "兼"}
    return titled or (chunk.kind == "W" and chunk.tag in {"n", "nz", "ORG", "LOC"})


def _names_another_agent(
    match: Match, chunks: Sequence[Chunk], clause: Clause, before: Sequence[Clause]
) -> bool:
    """Tell whether somebody acts who is no fitting subject: 公司实际控制人某某拥有乙, 甲公司控股股东减持."""
    if any(c.own and not c.topic for c in (*before[-1:], clause)):
        return True
    brought = any(c.text == "由" for c in chunks[clause.start : clause.at])
    acts = clause.own and clause.at < match.start and not brought
    return acts and all(m.entity.type in _ACTORS for m in clause.topic)


#: A university by its short name, or a faculty of it: 科大地质系.
_FACULTY = re.compile("(?:[科师农医工理交财政]大|北大|浙大|武大|[一-龥]{2}系)$")
#: Who holds a bidding for others.
_RUN_BIDS = ("交易中心", "招标有限公司", "招标公司", "招标中心", "招标代理有限公司", "采购中心", "交易所")


def _may_be_object(relation: str, name: str, *, leaves: bool) -> bool:
    """Tell whether a name can be the object of a relation; ``leaves`` where the verb is 退出."""
    if leaves and (relation == "part_of") != bool(_ALLIANCE.search(name)):
        return False  # one leaves an alliance, and a firm's shareholders
    if relation == "part_of":
        return not name.endswith("党")  # members of parties are people
    if relation == "wins_bid":
        return not name.endswith(_RUN_BIDS)
    if relation == "educated_at":
        return SCHOOL.search(name) is not None or _FACULTY.search(name) is not None
    if relation == "industry":
        return name not in _LEADING
    return relation != "located_in" or name not in NOWHERE


def _done_by_another(before: Sequence[Chunk]) -> bool:
    """Tell whether words before a verb say that another than the topic acts: 前身是|由|某某|设立|的乙."""
    agents = (b for a, b in pairwise(before) if a.text in _BY)
    return any(chunk.members or chunk.kind == "POST" for chunk in agents)


def people(chunk: Chunk) -> tuple[Member, ...]:
    """Return the members of a chunk, and of the row of people that it stands in."""
    return chunk.row or chunk.members


def each_in_its_own(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Return which of several things lie in which of several places, as the tables know: 甲、乙两省的丙、丁.

    No thing lies in all of them.
    """
    if len({p.entity.id for p, _, _ in pairs}) < 2 or len({str(thing) for _, _, (thing, _, _) in pairs}) < 2:
        return pairs
    names = gazetteer()
    return [
        (inner, carried, told)
        for inner, carried, told in pairs
        if isinstance(told[0], Entity) and lies_in(names, inner.entity.name, told[0].name)
    ]


def dealt(match: Match, around: Surroundings) -> int:
    """Return how many things are dealt out in order (甲、乙分别由丙、丁创办), or 0."""
    chunks = around.chunks
    if "object" in match.slots:
        count = len(chunks[match.slots["object"]].members)
    elif "post" in match.slots:
        count = len(chunks[match.slots["post"]].posts)
    else:
        return 0
    clause = around.clause(match.anchor)
    subjects = chunks[match.slots["subject"]].members if "subject" in match.slots else clause.topic
    words = {c.text for c in chunks[clause.start : clause.end]}
    return count if 1 < count == len(subjects) and words & around.cues.metric["deal"] else 0
