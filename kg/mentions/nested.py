"""Names inside names: 陕西省 in 陕西省科技厅, 清华大学 in 清华大学互联网产业研究院."""

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover
from kg.model import Mention, MentionType

_HOLDERS = frozenset(
    {MentionType.ORG, MentionType.PARK, MentionType.FACILITY, MentionType.EVENT, MentionType.PLACE,
     MentionType.GROUP, MentionType.DOCUMENT, MentionType.POLICY}
)  # fmt: skip
_OWNERS = frozenset({"government", "education", "company", "finance", "health", "research", "military"})
"""Kinds of organisations whose names lead the names of their parts."""

_PARTED = "属下辖和与及暨、，（(）)的"
"""What cannot begin the name of a part."""


def find_nested(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the known names and the leading organisations inside longer names."""
    outer = [found for found in mentions if found.type in _HOLDERS and len(found.span) > 2]
    cover = Cover(outer)
    have = {(found.span, found.type) for found in mentions}
    spans = {found.span for found in mentions}
    new: list[Mention] = []
    reached = -1
    for hit in lexis.known:
        holder = cover.at(hit.start)
        span = Span(hit.start, hit.end)
        if holder is None or span == holder.span or not holder.span.contains(span) or span.end <= reached:
            continue
        entry = hit.entry
        leads = span.start == holder.span.start
        if span in spans or not (entry.sure or (leads and entry.type is MentionType.PLACE)):
            continue
        if entry.type is MentionType.INDUSTRY and holder.type is not MentionType.PLACE:
            continue
        reached = span.end
        new.append(Mention(span, entry.type, "gazetteer", score=0.8))
    for found in outer:
        if found.type in (MentionType.ORG, MentionType.FACILITY, MentionType.PARK, MentionType.EVENT):
            new += _owners(lexis, found)
    return mentions + [found for found in dict.fromkeys(new) if (found.span, found.type) not in have]


def _owners(lexis: Lexis, mention: Mention) -> list[Mention]:
    """Return the organisations that the name begins with: what ends like one, before more of the name."""
    name = mention.span.of(lexis.folded)
    if any(entry.type is MentionType.ORG and not entry.flags for entry in gazetteer().lookup(name)):
        return []
    owners = []
    for size in range(3, len(name) - 1):
        if name[size] in _PARTED or not _is_owner(name[:size], name[size:]):
            continue
        start = mention.span.start
        owners.append(Mention(Span(start, start + size), MentionType.ORG, "pattern", score=0.7))
    return owners[:1]


def _is_owner(name: str, rest: str) -> bool:
    suffix = next(iter(gazetteer().suffix_of(name)), None)
    if suffix is None or suffix.type is not MentionType.ORG or suffix.weak or suffix.kind not in _OWNERS:
        return False
    # 银行业协会, 大学城: the ending is the beginning of a longer word
    continued = suffix.text + rest[0]
    if any(len(text) > len(suffix.text) and text.startswith(continued) for text in gazetteer().suffixes):
        return False
    part = gazetteer().suffix_of("·" + rest)
    return any(suffix.type in (MentionType.ORG, MentionType.FACILITY, MentionType.EVENT) for suffix in part)
