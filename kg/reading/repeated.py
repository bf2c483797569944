"""Lines that the pages of one folder repeat are the site's, not the article's."""

from collections import Counter
from collections.abc import Sequence

from kg.document import BlockKind
from kg.reading.article import Draft
from kg.reading.segments import Line

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
    """Drop the known lines, and remember them, unless that would leave less than half of the text.

    At the article's ends any known line goes; between its paragraphs only what is no sentence and no
    heading, since sites also repeat each other's reports.
    """
    lines = draft.lines
    strange = [i for i, (line, _) in enumerate(lines) if line.text not in known]
    if not strange:
        return
    first, last = strange[0], strange[-1]
    kept = [
        (line, kind)
        for i, (line, kind) in enumerate(lines)
        if line.text not in known or (first < i < last and (kind == "heading" or "。" in line.text))
    ]
    if len(kept) == len(lines) or 2 * _length(kept) < _length(lines):
        return
    remaining = {line.text for line, _ in kept}
    draft.dropped.extend(line.text for line, _ in lines if line.text not in remaining)
    draft.lines = kept


def _length(lines: list[tuple[Line, BlockKind]]) -> int:
    return sum(len(line.text) for line, _ in lines)
