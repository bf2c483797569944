"""What several finders ask about spans."""

from collections.abc import Iterable, Sequence

from kg.document import Span
from kg.model import Mention, MentionType

NAMES = frozenset(
    {MentionType.PERSON, MentionType.ORG, MentionType.PARK, MentionType.PLACE, MentionType.FACILITY,
     MentionType.EVENT, MentionType.DOCUMENT, MentionType.POLICY, MentionType.PRODUCT}
)  # fmt: skip
"""Types of proper names."""


class Cover:
    """Which mention covers each character; where several do, the longest."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Index ``mentions``."""
        self._at: dict[int, Mention] = {}
        for found in sorted(mentions, key=lambda mention: len(mention.span)):
            self._at.update(dict.fromkeys(range(found.span.start, found.span.end), found))

    def at(self, place: int) -> Mention | None:
        """Return the longest mention over the character at ``place``."""
        return self._at.get(place)

    def touching(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that share a character with the range, in their order."""
        seen: dict[Mention, None] = {}
        for place in range(start, end):
            found = self._at.get(place)
            if found is not None:
                seen[found] = None
        return list(seen)


def replaced(mentions: Sequence[Mention], new: Mention) -> list[Mention]:
    """Return ``mentions`` with ``new`` in the place of the names that cross or fill its span."""
    return [found for found in mentions if not found.span.overlaps(new.span)] + [new]


def put(mentions: list[Mention], new: Iterable[Mention]) -> list[Mention]:
    """Return ``mentions`` with the ``new`` names; each takes the place of the names that it overlaps.

    A new name that lies inside an old one of its own kind is left out.
    """
    added = list(new)
    if not added:
        return mentions
    cover = Cover(added)
    kept = [found for found in mentions if found.type not in NAMES or not cover.touching(*edges(found))]
    return kept + added


def edges(mention: Mention) -> tuple[int, int]:
    """Return where the mention starts and ends."""
    return mention.span.start, mention.span.end


def crosses(a: Span, b: Span) -> bool:
    """Tell whether the spans overlap and neither contains the other."""
    return a.overlaps(b) and not a.contains(b) and not b.contains(a)
