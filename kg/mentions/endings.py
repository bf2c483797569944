"""Names told by their ending: events, policies, facilities and organisations that no model finds whole."""

import re
from collections.abc import Iterator

from kg.document import Span
from kg.gazetteer import Suffix, gazetteer
from kg.mentions.chunk import BOUND, FOUNDS, MEANT, NUMBERED, WALLS, Reach, is_material, reach_left
from kg.mentions.kinds import SOME_OF
from kg.mentions.lexis import Lexis, is_purchase
from kg.mentions.spans import NAMES, Cover
from kg.mentions.trim.front import LEVEL_OF
from kg.model import Mention, MentionType

_SOUGHT = (MentionType.EVENT, MentionType.POLICY, MentionType.FACILITY, MentionType.ORG, MentionType.PARK)
_FIGHTS = frozenset(
    {"战役", "战斗", "战争", "会战", "海战", "空战", "之战", "保卫战", "起义", "事变", "大屠杀"}
)
_NEEDY = {
    MentionType.FACILITY: frozenset({"项目", "工程", "基地", "校区", "院区", "工厂", "公路"}),
    MentionType.PARK: frozenset({"小镇", "街区"}),
    MentionType.EVENT: _FIGHTS,
}
"""Endings that make names only behind a name."""

_WORK = "项目"
#: By which government above something is done, called by its grade alone: 经|省政府|批准.
_BY_ABOVE = re.compile("[经由报获被](?:自治区|自治州|[省市县区州])(?:人民)?政府")
#: Who works on what is not named: 某局|项目|总工.
_OF_WORK = re.compile("组|部|总工|副?经理|负责人|书记|总监|办公室")
#: What is set up, and named in quotation marks behind where it is.
_BUILT = frozenset({"平台", "基地", "中心", "项目", "工程", "窗口", "驿站"})
_QUOTABLE = frozenset({MentionType.EVENT, MentionType.FACILITY, MentionType.PARK})
_QUOTED = re.compile(r"“([^“”，。；：、的和与需\s]{4,15})”")

#: 甲公司（以下简称“公司”）|第四届监事会第十次会议: the bracket ends the name before it.
_DEFINES = re.compile("[（(][^（）()]{0,20}简称[^（）()]*[）)]")
#: What is bid for, as the notice quotes it: “某市污水处理二期项目设备采购”.
_LOT = re.compile(
    "“([^“”，。；：\\n]{2,50}(?:项目|工程)[^“”，。；：\\n]{0,20})”的?(?=[一-龥]{0,4}中标|[一-龥]{0,6}合同)|中标“([^“”，。；：\\n]{4,60})”"
)
#: 任|县委|副书记: no body of the former 任县.
_SERVES_IN = re.compile("任[省市县区州旗](?:委|政府|人大|政协)")
_FAIR = re.compile("[一-龥]博会(?![议计员场])")
#: Which sitting of which term: 十届全国人大|五次会议, 十二届|八次全会.
_SITTING = re.compile(
    "(?:政协|(?:中共)?[省市区县州]委)?第?[一二三四五六七八九十]{1,3}届"
    "(?:[一-龥]{0,6}?(?:人大|政协|人民代表大会|党代会|常委会|委员会))?"
    "第?[一二三四五六七八九十]{1,3}次(?:全体会议|全会|会议)(?!精神|部署|决策|工作|要求|和|、)"
)
#: What is heard or carried out of such a sitting: 传达|某委甲届乙次全会精神.
_HEARD = ("传达", "学习", "贯彻", "落实")
_SITTERS = frozenset({MentionType.ORG, MentionType.PLACE})
_NEVER_LAST = frozenset({"w", "u", "p", "c", "d", "r", "m", "q", "xc", "a", "ad", "f", "t", "TIME"})
#: What makes a trade of what stands before it.
_OF_TRADE = ("装备产业", "装备制造", "产业", "行业", "设备制造", "领域")
_SHORTEST = 2
_FIRMS = frozenset({"company", "finance", "media"})
"""Kinds whose names the models find, and whose endings are common nouns too."""

#: Which meeting of a row it is; its name may hold two fields (医药创新|与|投资).
_SESSION = re.compile("第[一二三四五六七八九十百0-9]+届")
_FARTHEST = 24
_OF_FIELDS = frozenset({"与", "和", "及", "暨"})
#: Where another sitting ends before: 第二届董事会第三次|会议|和第二届监事会第二次会议.
_SITTING_ENDS = frozenset({"会议", "大会", "全会", "年会", "股东大会", "股东会"})

_SENTENCE_NOUNS = frozenset(("大会 会议 节 展 活动 仪式 政策 制度 改革 计划 机制 体系 战略").split())
_LEVELS = ("省", "市", "县", "区", "州")
_MEANING = frozenset({MentionType.PARK, MentionType.ORG})
#: Governments that are many and have no name: 全国地方政府.
_MANY = ("地方政府", "各级政府", "各地政府", "国务院政府")


def find_endings(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add names that end like an event, policy, facility, organisation or park and reach to the left.

    Places inside one stay as parts of it; one that a longer name covers is left out.
    """
    cover = Cover(mentions)
    new: list[Mention] = []
    for word in lexis.words:
        mention = None if word.tag in _NEVER_LAST else _name_ending_at(lexis, word.end, cover)
        if mention is not None:
            new.append(mention)
    kept = _longest([*new, *_quoted(lexis, cover), *_fairs(lexis, cover), *_congresses(lexis, cover)])
    taken = Cover(kept)
    return [found for found in mentions if found.type not in NAMES or _stays(found, taken)] + kept


def _quoted(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield what stands in quotation marks and ends like a park, a place that is built, or an event."""
    for match in _QUOTED.finditer(lexis.folded):
        span = Span(*match.span(1))
        named = (first := cover.at(span.start)) is not None and first.span.start == span.start
        kinds = gazetteer().suffix_of(match[1])
        suffix = next((kind for kind in kinds if not kind.weak or (named and _is_built(kind))), None)
        known = any(found.span.contains(span) for found in cover.touching(span.start, span.end))
        if suffix is not None and suffix.type in _QUOTABLE and not known:
            yield Mention(span, suffix.type, "pattern", score=0.6)
    for match in _LOT.finditer(lexis.folded):
        yield Mention(Span(*match.span(match.lastindex or 1)), MentionType.FACILITY, "pattern", score=0.6)


def _is_built(kind: Suffix) -> bool:
    """Tell whether an ending is that of what stands somewhere, in quotation marks: “某市科技合作平台”."""
    return kind.type is MentionType.FACILITY and kind.text in _BUILT


def _fairs(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield the fairs that go by the short form of 博览会: 农博会, 药博会."""
    for match in _FAIR.finditer(lexis.folded):
        span = Span(*match.span())
        if span.start in lexis.starts and not any(cover.touching(span.start, span.end)):
            yield Mention(span, MentionType.EVENT, "pattern", score=0.6)


def _congresses(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield the sittings of who is elected for a term: 十届全国人大五次会议, 某市委十二届八次全会."""
    text = lexis.folded
    for match in _SITTING.finditer(text):
        start = match.start()
        while start and (before := cover.at(start - 1)) is not None and before.type in _SITTERS:
            start = before.span.start
        if not text.startswith(_HEARD, start):
            yield Mention(Span(start, match.end()), MentionType.EVENT, "pattern", score=0.6)


def _stays(mention: Mention, taken: Cover) -> bool:
    """Tell whether a name stays beside the new ones: apart from them, or as a place in one."""
    touched = taken.touching(mention.span.start, mention.span.end)
    part = mention.type is MentionType.PLACE
    return all(part and found.span.contains(mention.span) and found.span != mention.span for found in touched)


def _longest(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for found in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or found.span.start >= kept[-1].span.end:
            kept.append(found)
    return kept


def _name_ending_at(lexis: Lexis, end: int, cover: Cover) -> Mention | None:
    text = lexis.folded
    inside = cover.at(end - 1)
    if inside is not None and (inside.type not in NAMES or inside.span.end > end):
        return None
    window = text[max(0, end - 12) : end]
    for suffix in gazetteer().suffix_of("·" + window if len(window) < 12 else window):
        if suffix.type not in _SOUGHT:
            continue
        head = end - len(suffix.text)
        word = lexis.words[lexis.at[head]]
        if word.start < head and word.end < end and not cover.ends(head):
            continue  # 今年|会 holds no 年会
        if text.startswith("等", head - 1) and cover.ends(head - 1):
            return None  # 永丰、正泰|等|纱厂: what a row is summed up by
        first = head if cover.ends(head) else _word_start(lexis, head)
        founded = first + 2 if text.startswith(FOUNDS, first) and first + 2 < head else None
        reach = reach_left(lexis, first, cover) if founded is None else Reach(founded, founded, 1)
        if suffix.type is MentionType.POLICY and suffix.text in _FIGHTS and reach.anchor >= 0:
            continue  # 某市|保卫战, which is read as an event next, not 蓝天保卫战
        if suffix.text in MEANT and _is_meant(text, reach.start, head, cover):
            return None
        start = _start(suffix, reach, numbered=NUMBERED.match(text, reach.start) is not None)
        defined = _DEFINES.search(text, start, end) if start is not None else None
        start = defined.end() if defined is not None else start
        if start is None or len(suffix.text) < _SHORTEST:
            continue
        if suffix.type is MentionType.FACILITY and text.startswith(_OF_TRADE, end):
            return None  # 甲市城市轨道|装备产业
        if suffix.text == _WORK and _OF_WORK.match(text, end):
            return None
        if suffix.type is MentionType.FACILITY and gazetteer().is_country(text[start:head]):
            return None  # 美国|数据中心 are many
        if suffix.type is MentionType.EVENT:
            start = _from_session(lexis, start, cover)
        level = LEVEL_OF.match(text, start, end) if suffix.type is MentionType.PARK else None
        start = level.end() if level is not None else start  # 国家级新区|某新区
        span = Span(start, end)
        if _SERVES_IN.fullmatch(text, start, end) or _BY_ABOVE.fullmatch(text, start, end):
            return None
        many = text.endswith(_MANY, start, end) or SOME_OF.search(text[start:end]) is not None
        if is_purchase(text, end) or many or BOUND.match(text, start):
            return None
        if inside is not None and inside.span.contains(span):
            return None
        return Mention(span, suffix.type, "pattern", score=0.6)
    return None


def _is_meant(text: str, start: int, head: int, cover: Cover) -> bool:
    """Tell whether nothing but a body stands before a verb that reads as what it is to do: 甲高新区|计划."""
    body = cover.at(start)
    if body is None or body.span != Span(start, head):
        return False
    return body.type in _MEANING or (body.type is MentionType.PLACE and text.endswith(_LEVELS, start, head))


def _from_session(lexis: Lexis, start: int, cover: Cover) -> int:
    """Return where the name of a meeting begins that tells which of a row it is: 第七届甲产业与乙|大会."""
    text = lexis.folded
    session = max(_SESSION.finditer(text, max(start - _FARTHEST, 0), start), key=_by_start, default=None)
    if session is None or session.end() not in lexis.ends:
        return start
    between = lexis.words[lexis.at[session.end()] : lexis.at[start]]
    fields = all(
        (is_material(lexis, index) or text[word.start : word.end] in _OF_FIELDS)
        and text[word.start : word.end] not in _SITTING_ENDS
        for index, word in enumerate(between, lexis.at[session.end()])
    )
    apart = any(found.type in WALLS for found in cover.touching(session.end(), start))
    return session.start() if between and fields and not apart else start


def _by_start(match: re.Match[str]) -> int:
    return match.start()


def _start(suffix: Suffix, reach: Reach, *, numbered: bool) -> int | None:
    """Return where a name with this ending begins, ``None`` where there is none.

    What is ``numbered`` (第十二届世界桥梁大会) is one of a row of things that have names.
    """
    if not reach.words:
        return None
    match suffix.type:
        case MentionType.EVENT:
            plain = suffix.text in _SENTENCE_NOUNS and reach.anchor < 0 and not numbered
            if suffix.text in _NEEDY[suffix.type] and reach.anchor >= 0:
                return reach.anchor
            return None if suffix.weak or plain else reach.start
        case MentionType.POLICY:
            return None if suffix.weak else reach.start
    plain = suffix.weak and suffix.text not in _NEEDY.get(suffix.type, ())
    return None if reach.anchor < 0 or plain or suffix.kind in _FIRMS else reach.anchor


def _word_start(lexis: Lexis, at: int) -> int:
    """Return ``at``, or the start of the word that it lies inside of."""
    return lexis.words[lexis.at[at]].start
