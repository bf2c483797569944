"""Lines that the pages of one folder repeat are the site's, not the article's."""

from collections import Counter
from collections.abc import Sequence

from kg.reading.article import Draft

_LEAST = 3
_SHARE = 0.5


def repeated_lines(drafts: Sequence[Draft]) -> frozenset[str]:
    """Return the lines that stand in at least three, and in half, of the different drafts.

    Copies of one article count once, by their longest line.
    """
    different = {max((line.text for line, _ in draft.lines), key=len, default=""): draft for draft in drafts}
    counts = Counter(text for draft in different.values() for text in {line.text for line, _ in draft.lines})
    least = max(_LEAST, _SHARE * len(different))
    return frozenset(text for text, count in counts.items() if count >= least)


def drop_repeated(draft: Draft, known: frozenset[str]) -> None:
    """Drop the known lines, and remember them, unless that would leave less than half of the text."""
    kept = [(line, kind) for line, kind in draft.lines if line.text not in known]
    before = sum(len(line.text) for line, _ in draft.lines)
    if len(kept) == len(draft.lines) or sum(len(line.text) for line, _ in kept) * 2 < before:
        return
    draft.dropped.extend(line.text for line, _ in draft.lines if line.text in known)
    draft.lines = kept
