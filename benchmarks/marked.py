"""Marked text, as the files of benchmarks/names have it: ``{长沙|L}是{湖南|L}的省会。``."""

import re

from kg.model import MentionType

LETTERS = {
    "P": MentionType.PERSON, "O": MentionType.ORG, "K": MentionType.PARK, "L": MentionType.PLACE,
    "F": MentionType.FACILITY, "E": MentionType.EVENT, "D": MentionType.DOCUMENT, "Y": MentionType.POLICY,
    "I": MentionType.INDUSTRY, "R": MentionType.PRODUCT, "G": MentionType.GROUP, "T": MentionType.TITLE,
}  # fmt: skip
"""The types by their letters; any other letter marks a measure, which is no name."""

_MARKED = re.compile(r"\{([^{}|]+)\|([A-Z])\}")


def read_marked(line: str) -> tuple[str, dict[tuple[int, int], MentionType]]:
    """Return a line of marked text without its marks, and the ranges of its names with their types."""
    text, at = "", 0
    names: dict[tuple[int, int], MentionType] = {}
    for match in _MARKED.finditer(line):
        text += line[at : match.start()]
        if match[2] in LETTERS:
            names[len(text), len(text) + len(match[1])] = LETTERS[match[2]]
        text += match[1]
        at = match.end()
    return text + line[at:], names
