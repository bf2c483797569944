"""Mentions by where they stand, so that looking some up costs no walk over all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from kg.document import Span
from kg.model import Mention, MentionType


class MentionIndex:
    """The mentions of one document, outer ones before those nested in them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Sort ``mentions`` by where they begin, longer ones first."""
        self.all = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.type))
        self._starts = [m.span.start for m in self.all]
        self.outer = outermost(self.all)
        self._outer_starts = [m.span.start for m in self.outer]

    def inside(self, span: Span) -> list[Mention]:
        """Return the mentions that lie inside ``span`` and are not all of it."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [m for m in self.all[first:last] if m.span.end <= span.end and m.span != span]

    def at(self, span: Span) -> list[Mention]:
        """Return the mentions that cover ``span`` exactly."""
        first, last = bisect_left(self._starts, span.start), bisect_right(self._starts, span.start)
        return [m for m in self.all[first:last] if m.span == span]

    def around(self, span: Span) -> Mention | None:
        """Return the outermost mention that covers ``span``, if any."""
        k = bisect_right(self._outer_starts, span.start) - 1
        return self.outer[k] if k >= 0 and self.outer[k].span.contains(span) else None


def meant(mentions: Iterable[Mention], text: str) -> list[Mention]:
    """Return the mentions without those that are only others in a row.

    云南昆明 is 云南 and 昆明; a group that is a list of names (甲、乙等12家企业) is those names.
    """
    index = MentionIndex(mentions)
    return [m for m in index.all if not (_tiled(m, index) or _listed(m, index, text))]


def _listed(mention: Mention, index: MentionIndex, text: str) -> bool:
    if mention.type is not MentionType.GROUP:
        return False
    first = next((m for m in index.inside(mention.span) if m.span.start == mention.span.start), None)
    return first is not None and text[first.span.end] in "、和与及"


def _tiled(mention: Mention, index: MentionIndex) -> bool:
    if mention.type is not MentionType.PLACE:
        return False
    at = mention.span.start
    for inner in index.inside(mention.span):
        if inner.type is MentionType.PLACE and inner.span.start == at:
            at = inner.span.end
    return at == mention.span.end


def trimmed(span: Span, text: str) -> Span:
    """Return ``span`` without white space at its ends."""
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, sorted, that do not begin inside an earlier one."""
    outer: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.type)):
        if not outer or mention.span.start >= outer[-1].span.end:
            outer.append(mention)
    return outer
