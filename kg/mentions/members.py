"""The members of a row that a common noun closes: 甲新城、乙物流园、丙片区等12个重点片区."""

import re
from dataclasses import replace
from itertools import pairwise

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.chunk import is_material
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, overlaid
from kg.model import Mention, MentionType

_TYPED = frozenset(
    {MentionType.ORG, MentionType.PLACE, MentionType.PARK, MentionType.FACILITY, MentionType.PERSON}
)
_NOUN = re.compile(
    r"等(?:\d+[个处家])?(?:[\u4e00-\u9fff]{0,6}?)(?:(?P<ORG>企业|公司|券商|银行|机构|厂商|[车深药房酒乳矿]企|供应商|上市公司)|(?P<PARK>园区|片区|高新区|开发区|产业园|功能区)|(?P<FACILITY>项目|工程|基地|线路|场馆|港口))"
)
#: How far a row is followed to the left of its noun, in members and in characters of one of them.
_MEMBERS, _LENGTH = 24, 18
_LEAST = 3
_FEWEST = 2
_NO_MEMBER = re.compile("[，。；：:！？\n《》（()）的了等]")


def type_members(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Give the members of an enumeration the type that its common noun tells: 甲、乙等20个园区."""
    members = sorted(
        (found for found in mentions if found.type in _TYPED), key=lambda found: found.span.start
    )
    told: dict[Mention, MentionType] = {}
    row: list[Mention] = []
    for found in members:
        if not (row and joined_by(lexis.text[row[-1].span.end : found.span.start])):
            row = []
        row.append(found)
        match = _NOUN.match(lexis.folded, found.span.end)
        if match and len(row) > 1:
            kind = MentionType(match.lastgroup or found.type)
            told.update(
                {member: kind for member in row if member.source == "model" and not _known(lexis, member)}
            )
    return [replace(found, type=told[found]) if found in told else found for found in mentions]


def find_members(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the members of a row that no model saw whole: 甲新城、|临江产业带|、乙片区等3个片区."""
    text = lexis.folded
    new = []
    cover = Cover(found for found in mentions if found.type in NAMES)
    for noun in _NOUN.finditer(text):
        kind = MentionType(noun.lastgroup or MentionType.FACILITY)
        row = _row(text, noun.start())
        seen = [span for span in row if _whole(cover, span)]
        named = [span for span in row if all(cover.at(at) is not None for at in range(span.start, span.end))]
        if len(named) * 2 < len(row) or len(named) < _FEWEST:
            continue
        new += [
            Mention(span, kind, "pattern", score=0.7)
            for span in row
            if span not in seen and _could_be(lexis, cover, span) and not _is_known(lexis, span)
        ]
    return overlaid(mentions, new)


def _row(text: str, end: int) -> list[Span]:
    """Return what stands between the 、 of the row before ``end``; what opens it runs on from its clause."""
    edges = [end]
    while len(edges) <= _MEMBERS:
        mark = text.rfind("、", max(edges[-1] - _LENGTH, 0), edges[-1])
        if mark < 0 or _NO_MEMBER.search(text, mark, edges[-1]):
            break
        edges.append(mark)
    return [Span(mark + 1, edge) for edge, mark in pairwise(edges)]


def _whole(cover: Cover, span: Span) -> bool:
    """Tell whether one name covers a member."""
    found = cover.at(span.start)
    return found is not None and found.span == span and found.type in _TYPED


def _could_be(lexis: Lexis, cover: Cover, span: Span) -> bool:
    """Tell whether a member can be a name: words that names are made of, and no name that goes on."""
    length = span.end - span.start
    inner = range(lexis.at[span.start], lexis.at[span.end - 1] + 1) if length else range(0)
    crossing = any(not span.contains(found.span) for found in cover.touching(span.start, span.end))
    edges = span.start in lexis.starts and span.end in lexis.ends
    return length >= _LEAST and edges and not crossing and all(is_material(lexis, k) for k in inner)


def _is_known(lexis: Lexis, span: Span) -> bool:
    """Tell whether a place that the tables know ends a member: 安徽|淮南."""
    name = span.of(lexis.folded)
    return any(entry.sure for cut in range(len(name) - 1) for entry in gazetteer().lookup(name[cut:]))


def _known(lexis: Lexis, mention: Mention) -> bool:
    """Tell whether the tables know a name, or for a place the nearer one that it ends with (安徽|淮南)."""
    if mention.type is MentionType.PLACE:
        return _is_known(lexis, mention.span)
    return any(entry.sure for entry in gazetteer().lookup(mention.span.of(lexis.folded)))


def joined_by(between: str) -> bool:
    """Tell whether what stands between two names joins them."""
    return between in ("、", "和", "与", "及", "以及")
