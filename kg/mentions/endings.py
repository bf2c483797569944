"""Names told by their ending: events, policies, facilities and organisations that no model finds whole."""

import re
from collections.abc import Iterator

from kg.document import Span
from kg.gazetteer import Suffix, gazetteer
from kg.mentions.chunk import NUMBERED, Reach, reach_left
from kg.mentions.kinds import SOME_OF
from kg.mentions.lexis import Lexis, is_purchase
from kg.mentions.spans import NAMES, Cover
from kg.model import Mention, MentionType

_SOUGHT = (MentionType.EVENT, MentionType.POLICY, MentionType.FACILITY, MentionType.ORG, MentionType.PARK)
_NEEDY = {
    MentionType.FACILITY: frozenset({"项目", "工程", "基地", "校区", "院区", "工厂", "公路"}),
    MentionType.PARK: frozenset({"小镇", "街区"}),
    MentionType.EVENT: frozenset(
        {"战役", "战斗", "战争", "会战", "海战", "空战", "之战", "保卫战", "起义", "事变", "大屠杀"}
    ),
}
"""Endings that make names only behind a name."""

_QUOTABLE = frozenset({MentionType.EVENT, MentionType.FACILITY, MentionType.PARK})
_QUOTED = re.compile(r"“([^“”，。；：、的和与需\s]{4,15})”")

#: 甲公司（以下简称“公司”）|第四届监事会第十次会议: the bracket ends the name before it.
_DEFINES = re.compile("[（(][^（）()]{0,20}简称[^（）()]*[）)]")
#: What is bid for, as the notice quotes it: “某市污水处理二期项目设备采购”.
_LOT = re.compile(
    "“([^“”，。；：\\n]{2,50}(?:项目|工程)[^“”，。；：\\n]{0,20})”的?(?=[一-龥]{0,4}中标|[一-龥]{0,6}合同)|中标“([^“”，。；：\\n]{4,60})”"
)
_FAIR = re.compile("[一-龥]博会(?![议计员场])")
_NEVER_LAST = frozenset({"w", "u", "p", "c", "d", "r", "m", "q", "xc", "a", "ad", "f", "t", "TIME"})
_SHORTEST = 2
_FIRMS = frozenset({"company", "finance", "media"})
"""Kinds whose names the models find, and whose endings are common nouns too."""

_SENTENCE_NOUNS = frozenset(("大会 会议 节 展 活动 仪式 政策 制度 改革 计划 机制 体系 战略").split())
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
    kept = _longest([*new, *_quoted(lexis, cover), *_fairs(lexis, cover)])
    taken = Cover(kept)
    return [found for found in mentions if found.type not in NAMES or _stays(found, taken)] + kept


def _quoted(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield what stands in quotation marks and ends like a park, a place that is built, or an event."""
    for match in _QUOTED.finditer(lexis.folded):
        span = Span(*match.span(1))
        suffix = next((kind for kind in gazetteer().suffix_of(match[1]) if not kind.weak), None)
        known = any(found.span.contains(span) for found in cover.touching(span.start, span.end))
        if suffix is not None and suffix.type in _QUOTABLE and not known:
            yield Mention(span, suffix.type, "pattern", score=0.6)
    for match in _LOT.finditer(lexis.folded):
        yield Mention(Span(*match.span(match.lastindex or 1)), MentionType.FACILITY, "pattern", score=0.6)


def _fairs(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield the fairs that go by the short form of 博览会: 农博会, 药博会."""
    for match in _FAIR.finditer(lexis.folded):
        span = Span(*match.span())
        if span.start in lexis.starts and not any(cover.touching(span.start, span.end)):
            yield Mention(span, MentionType.EVENT, "pattern", score=0.6)


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
        reach = reach_left(lexis, head if cover.ends(head) else _word_start(lexis, head), cover)
        start = _start(suffix, reach, numbered=NUMBERED.match(text, reach.start) is not None)
        defined = _DEFINES.search(text, start, end) if start is not None else None
        start = defined.end() if defined is not None else start
        if start is None or len(suffix.text) < _SHORTEST:
            continue
        span = Span(start, end)
        many = text.endswith(_MANY, start, end) or SOME_OF.search(text[start:end]) is not None
        if is_purchase(text, end) or many:
            return None
        if inside is not None and inside.span.contains(span):
            return None
        return Mention(span, suffix.type, "pattern", score=0.6)
    return None


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
