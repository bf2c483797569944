"""What several finders ask about spans."""

from collections.abc import Iterable

from kg.document import Span
from kg.model import Mention, MentionType

NAMES = frozenset(
    {MentionType.PERSON, MentionType.ORG, MentionType.PARK, MentionType.PLACE, MentionType.FACILITY,
     MentionType.EVENT, MentionType.DOCUMENT, MentionType.POLICY, MentionType.PRODUCT}
)  # fmt: skip
"""Types of proper names."""


_FLAT = frozenset(
    {MentionType.PERSON, MentionType.ORG, MentionType.PARK, MentionType.PLACE, MentionType.FACILITY}
)


def flat_names(mentions: Iterable[Mention], *, least: float = 0.5) -> list[Mention]:
    """Return the outermost persons, places and organisations (parks and facilities among them).

    This is what flat name sets hold: no name inside another, none of the other types.

    Args:
        mentions: sorted by start, then longest first, as the pipeline leaves them.
        least: the score below which a mention is left out.
    """
    kept: list[Mention] = []
    for found in mentions:
        outside = not kept or found.span.start >= kept[-1].span.end
        if outside and found.type in _FLAT and found.score >= least:
            kept.append(found)
    return kept


class Cover:
    """Which mention covers each character; where several do, the longest."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Index ``mentions``."""
        ordered = sorted(mentions, key=lambda found: found.span.end - found.span.start)
        size = max((found.span.end for found in ordered), default=0)
        self._at: list[Mention | None] = [None] * size
        for found in ordered:
            start, end = found.span.start, found.span.end
            self._at[start:end] = [found] * (end - start)

    def at(self, place: int) -> Mention | None:
        """Return the longest mention over the character at ``place``."""
        return self._at[place] if 0 <= place < len(self._at) else None

    def ends(self, place: int) -> bool:
        """Tell whether a mention ends right before the character at ``place``."""
        found = self.at(place - 1)
        return found is not None and found.span.end == place

    def touching(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that share a character with the range, in their order."""
        seen: list[Mention] = []
        last = None
        for found in self._at[max(start, 0) : end]:
            if found is not None and found is not last:
                seen.append(found)
            last = found
        return list(dict.fromkeys(seen)) if len(seen) > 1 else seen


def crosses(a: Span, b: Span) -> bool:
    """Tell whether the spans overlap and neither contains the other."""
    return a.overlaps(b) and not a.contains(b) and not b.contains(a)


def overlaid(mentions: list[Mention], new: list[Mention]) -> list[Mention]:
    """Return the mentions with new names in the place of the names that they touch."""
    if not new:
        return mentions
    cover = Cover(new)
    kept = [
        found
        for found in mentions
        if found.type not in NAMES or not cover.touching(found.span.start, found.span.end)
    ]
    return kept + new
