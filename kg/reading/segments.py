"""Stretches of text that know where they come from; white space is tidied here and nowhere else."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Style(NamedTuple):
    """What markup says of a stretch: bold, the address it links to, its stock code.

    ``role`` tells what the class of an element around it says it is (``source``, ``author``,
    ``date``, ``title``).
    """

    bold: bool = False
    href: str = ""
    code: str = ""
    role: str = ""


PLAIN = Style()


class Segment(NamedTuple):
    """Text and the source's characters ``[start, end)`` that it was read from.

    Where ``len(text) == end - start`` the text stands in the source as it is.
    """

    text: str
    start: int
    end: int
    style: Style = PLAIN

    @property
    def exact(self) -> bool:
        """Whether the text stands in the source as it is."""
        return self.end - self.start == len(self.text)


CELL = Segment("\t", -1, -1)
"""Stands between two cells of a table's row."""

BREAK = Segment(" ", -1, -1)
"""Stands between two lines of one cell."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
# Soft hyphens, joiners, directions, control characters and halves of surrogate pairs.
_INVISIBLE = (
    "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff\\ufffe\\uffff"
    "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff"
)
_PARTS = re.compile(rf"(?P<space>[\s\u2800\u3164]+)|(?P<gone>[{_INVISIBLE}]+)|[^\s\u2800\u3164{_INVISIBLE}]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’—…·]")

#: A blank between two Chinese characters; how many a text has at least that was printed in lines, how many
#: characters such lines have, and which share of them.
_SOFT = re.compile("[\u4e00-\u9fff、，,“《（(](?= (?!公告编号|证券|股票|债券)[\u4e00-\u9fff])")
_FEWEST_SOFT = 3
_PRINTED = range(20, 90)
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """The tidied text of one block and its segments."""

    text: str
    segments: tuple[Segment, ...]

    def share(self, attribute: str) -> float:
        """Return the share of the characters whose style has ``attribute`` (``bold``, ``href``)."""
        marked = sum(len(part.text) for part in self.segments if getattr(part.style, attribute))
        return marked / len(self.text) if self.text else 0.0

    @property
    def parted(self) -> str:
        """The text with a space wherever a tag stands between two words."""
        parts: list[str] = []
        end = -1
        for part in self.segments:
            if part.start != end and parts:
                parts.append(" ")
            parts.append(part.text)
            end = part.end
        return " ".join("".join(parts).split())

    def roles(self) -> list[tuple[str, str]]:
        """Return what stands in elements with a role: (role, text)."""
        found: list[tuple[str, str]] = []
        last = ""
        for part in self.segments:
            role = part.style.role
            if role and role == last:
                found[-1] = (role, found[-1][1] + part.text)
            elif role:
                found.append((role, part.text))
            last = role
        return found

    def cut(self, start: int, end: int) -> "Line":
        """Return the part of the line from character ``start`` to ``end``."""
        kept, at = [], 0
        for part in self.segments:
            a, b = max(start - at, 0), min(end - at, len(part.text))
            if a < b:
                first, last = (part.start + a, part.start + b) if part.exact else (part.start, part.end)
                kept.append(Segment(part.text[a:b], first, last, part.style))
            at += len(part.text)
        return Line(self.text[start:end], tuple(kept))


def unescape(source: str, start: int, end: int, style: Style = PLAIN) -> Iterator[Segment]:
    """Yield the source's characters ``[start, end)`` with HTML's entities decoded."""
    if source.find("&", start, end) < 0:
        yield Segment(source[start:end], start, end, style)
        return
    at = start
    for match in _ENTITY.finditer(source, start, end):
        text = html.unescape(match[0])
        if text == match[0]:
            continue
        if at < match.start():
            yield Segment(source[at : match.start()], at, match.start(), style)
        # A reference to no character (&#0;) becomes U+FFFD there: nothing was written, nothing is read.
        yield Segment(text.replace("\ufffd", ""), match.start(), match.end(), style)
        at = match.end()
    if at < end:
        yield Segment(source[at:end], at, end, style)


def tidy(parts: Iterable[Segment]) -> Line:
    """Join segments to one line.

    White space at the ends is dropped and inside becomes one space, or nothing where a line of the
    source was broken between two Chinese characters; invisible and control characters are dropped.
    """
    kept: list[Segment] = []
    gap: tuple[int, int] | None = None
    broken = cell = lines = False
    for part in parts:
        if part is CELL or part is BREAK:
            cell, lines = cell or part is CELL, True
            continue
        exact = part.exact
        for match in _PARTS.finditer(part.text):
            start = part.start + match.start() if exact else part.start
            end = part.start + match.end() if exact else part.end
            if match.lastgroup == "gone":
                continue
            if match.lastgroup == "space":
                gap = (gap[0] if gap else start, end)
                broken = broken or "\n" in match[0] or "\r" in match[0]
                continue
            text = match[0]
            if kept and (gap or lines):
                between = gap or (kept[-1].end, start)
                if cell:
                    kept.append(Segment("\t", *between))
                elif lines or not (broken and _WIDE.match(kept[-1].text[-1]) and _WIDE.match(text[0])):
                    kept.append(Segment(" ", *between, part.style))
            gap, broken, cell, lines = None, False, False, False
            last = kept[-1] if kept else None
            if exact and last and last.end == start and last.style == part.style and last.exact:
                kept[-1] = Segment(last.text + text, last.start, end, part.style)
            else:
                kept.append(Segment(text, start, end, part.style))
    return _unwrapped(Line("".join(part.text for part in kept), tuple(kept)))


def _unwrapped(line: Line) -> Line:
    """Drop the blanks that printed lines have left amid sentences, where they come as often as lines end."""
    cuts = [match.end() for match in _SOFT.finditer(line.text)]
    if len(cuts) < _FEWEST_SOFT or line.text.count("。") == 0:
        return line
    lengths = [b - a for a, b in pairwise(cuts)]
    if sum(length in _PRINTED for length in lengths) < _MOSTLY * len(lengths):
        return line  # names or headlines side by side
    edges = [-1, *cuts, len(line.text)]
    parts = [line.cut(a + 1, b) for a, b in pairwise(edges)]
    segments = tuple(segment for part in parts for segment in part.segments)
    return Line("".join(part.text for part in parts), segments)
