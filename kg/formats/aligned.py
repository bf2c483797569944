"""Rows as a table for a terminal, where a Chinese character takes two columns."""

import unicodedata
from collections.abc import Iterable, Sequence


def aligned(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return lines of columns under their names; line breaks and tabs in values become blanks."""
    table = [list(names), *([" ".join(value.split()) for value in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    table.insert(1, ["─" * width for width in widths])
    return "".join(
        "  ".join(
            value + " " * (width - _width(value)) for value, width in zip(row, widths, strict=True)
        ).rstrip()
        + "\n"
        for row in table
    )


def _width(text: str) -> int:
    """Return how many columns a text takes."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    marks = sum(unicodedata.combining(char) > 0 for char in text)
    return len(text) + wide - marks
