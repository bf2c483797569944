"""Plain text and Markdown to blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from kg.errors import ReadError
from kg.reading.blocks import Page, RawBlock
from kg.reading.facts import labels_only
from kg.reading.markup import Skeleton, read_markup, skeleton_of
from kg.reading.segments import CELL, Segment, tidy

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?:\r?\n|\r)[ \t\u3000]*(?:\r?\n|\r)")
_FINAL = "。！？；：…”）!?;:)"
#: A line of printed text is that wide (columns), and no wider; this much narrower one may still be full.
_PRINTED = range(60, 91)
_RAGGED = 22
_CLOSING = frozenset("）)”》、，。；,;")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
_FEWEST_CUT = 3
_ENDS = "。！？；：!?;:"
_GAPS = re.compile("[ \t\u3000]{2,}")
_TITLE = re.compile("[^。；]{4,60}(?<![。；，、：,;:…])")
_TAGS = re.compile(r"<(?:p|div|br|article|section|table|ul|ol|h[1-6])\b[^<>]*>", re.IGNORECASE)
_MARKS = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"[ \t]*[-*+•][ \t]+")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_RULE = re.compile(r"[ \t]*([-*_=])(?:[ \t]*\1){2,}[ \t]*$")
#: A row of two cells of a table that was copied as text: • 县长 | 某某 |
_PAIR = re.compile(
    r"[ \t\u3000]*+\|?[ \t]*+(?:[•·*-][ \t]*+)?"
    r"(?P<key>[^|\n]{1,20}?)[ \t]*\|[ \t]*+(?P<value>[^|\n]++)\|?[ \t\u3000]*$"
)
_TABLE_RULE = re.compile(r"[ \t:|]*+-[ \t:|-]*$")
# No part may run over the mark that begins the next try, or a line of marks takes quadratic time.
_INLINE = re.compile(
    r"""(?P<image>!\[[^\[\]\n]*+\]\([ \t]*+(?P<picture>[^()\s]*+)[^()\n]*+\))
    | \[(?P<linked>[^\[\]\n]++)\]\([ \t]*+(?P<address>[^()\s]*+)[^()\n]*+\)
    | (?P<bold>\*\*|__(?=\S))
    | \\(?P<escaped>[!-/:-@[-`{-~])
    | (?P<gone>`{3,}[ \t]*[A-Za-z0-9+-]*[ \t]*$|`+|(?<=[\s\u3000])\*(?=\S)|(?<=\S)\*(?=[\s\u3000]))""",
    re.VERBOSE,
)


def read_plain(source: str, *, max_tags: int, infer_title: bool) -> Page:
    """Read plain text: paragraphs are lines, or what blank lines part where lines are wrapped.

    Raises:
        ReadError: there are more than ``max_tags`` paragraphs.
    """
    page = Page()
    for chunk in _chunks(source, 0):
        for start, end in _paragraphs(source, chunk):
            line = tidy(_cells(source, start, end))
            if line.text:
                page.blocks.append(RawBlock(line))
            if len(page.blocks) > max_tags:
                raise ReadError(f"has more than {max_tags} paragraphs; raise --max-tags if it is an article")
    if infer_title and len(page.blocks) > 1:
        first = page.blocks[0].text
        if _TITLE.fullmatch(first) and not labels_only(first) and len(page.blocks[1].text) > 8:
            page.add("front_title", [first])
    return page


def _cells(source: str, start: int, end: int) -> list[Segment]:
    """Return the segments of a line, two where it is a row of a key and its value between upright strokes."""
    pair = None if _TABLE_RULE.match(source[start:end]) else _PAIR.match(source, start, end)
    if pair is None:
        return [Segment(source[start:end], start, end)]
    key, value = (Segment(pair[part], *pair.span(part)) for part in ("key", "value"))
    return [key, CELL, value]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the source without the blanks around it: where it stands, how far in, and how wide it is.

    ``opened`` tells that a quotation or a bracket in it ends on a later line.
    """

    start: int
    end: int
    indent: int
    width: int
    last: str
    opened: bool

    @property
    def cut(self) -> bool:
        """Whether it is as wide as a printed line and ends amid a sentence."""
        return self.width in _PRINTED and self.last not in _ENDS


def _printed(source: str, start: int) -> list[_Line]:
    """Return the lines of a text that was printed, with a line break at the end of each line; else none."""
    lines = []
    for match in _LINE.finditer(source, start):
        words = match[0].strip(" \t\u3000")
        if words:
            indent = len(match[0]) - len(match[0].lstrip(" \t\u3000"))
            at = match.start() + indent
            width = _width(_GAPS.sub(" ", words))
            if width >= _PRINTED.stop:
                return []
            opened = any(words.rfind(left) > words.rfind(right) for left, right in _PAIRS)
            lines.append(_Line(at, at + len(words), indent, width, words[-1], opened))
    return lines if sum(line.cut for line in lines) >= _FEWEST_CUT else []


def _joined(source: str, lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs that printed lines make.

    Each goes on where a full line ends amid a sentence, where a bracket is left open and where a line begins
    with a mark that closes something.
    """
    full = max(line.width for line in lines)
    first = last = lines[0]
    for line in lines[1:]:
        hangs = line.indent < first.indent or line.indent == first.indent == 0
        parted = last.opened or source[line.start] in _CLOSING
        if (last.cut and last.width >= full - _RAGGED and hangs) or parted:
            last = line
            continue
        yield first.start, last.end
        first = last = line
    yield first.start, last.end


def _width(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


def read_markdown(source: str, start: int, *, max_tags: int, max_depth: int) -> Page:
    """Read Markdown from character ``start``; a body of HTML is read as HTML.

    Raises:
        ReadError: there are more than ``max_tags`` tags and paragraphs.
    """
    has_tags = _TAGS.search(source, start) is not None
    skeleton = Skeleton()
    if has_tags and not _MARKS.search(source, start):
        skeleton_of(source, start, len(source), max_tags=max_tags, max_depth=max_depth, into=skeleton)
        return read_markup(source, max_tags=max_tags, max_depth=max_depth, inner=skeleton)
    for chunk in _chunks(source, start):
        if len(skeleton.tags) > 3 * max_tags:
            raise ReadError(
                f"has more than {max_tags} tags and paragraphs; raise --max-tags if it is an article"
            )
        if has_tags and _TAGS.search(source, chunk[0][0], chunk[-1][1]):
            skeleton_of(
                source, chunk[0][0], chunk[-1][1], max_tags=max_tags, max_depth=max_depth, into=skeleton
            )
        else:
            _markdown_chunk(source, chunk, skeleton)
    return read_markup(source, max_tags=max_tags, max_depth=max_depth, inner=skeleton)


def _chunks(source: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines between blank lines; of a printed text each paragraph, its lines taken together."""
    printed = _printed(source, start)
    if printed:
        yield from ([span] for span in _joined(source, printed))
        return
    chunk: list[tuple[int, int]] = []
    for match in _LINE.finditer(source, start):
        if match[0].isspace() or (chunk and _BLANK.match(source, chunk[-1][1], match.start())):
            if chunk:
                yield chunk
            chunk = []
        if not match[0].isspace():
            chunk.append(match.span())
    if chunk:
        yield chunk


def _paragraphs(source: str, chunk: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if _is_wrapped([source[start:end] for start, end in chunk]):
        return [(chunk[0][0], chunk[-1][1])]
    return chunk


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines of equal length, some cut amid a sentence, are one wrapped paragraph."""
    if len(lines) < 2 or any(len(line) > 200 for line in lines):
        return False
    widths = [_width(line) for line in lines]
    full = max(widths)
    even = full >= 40 and min(widths[:-1]) >= full - 4
    return even and any(line.rstrip()[-1] not in _FINAL for line in lines[:-1])


def _markdown_chunk(source: str, chunk: list[tuple[int, int]], skeleton: Skeleton) -> None:
    rows = [source[start:end].count("|") for start, end in chunk]
    if len(chunk) > 2 and min(rows) > 1 and _TABLE_RULE.match(source[slice(*chunk[1])]):
        _table(source, [chunk[0], *chunk[2:]], skeleton)
        return
    text: list[tuple[int, int]] = []
    for start, end in chunk:
        line = source[start:end]
        heading = _HEADING.match(line)
        marker = heading or _ITEM.match(line) or _QUOTE.match(line)
        if _RULE.match(line) or marker:
            _flowing(source, text, skeleton)
            text = []
        if heading:
            tag = f"h{len(heading[1])}"
            _wrapped(source, start + heading.start(2), start + heading.end(2), tag, skeleton)
        elif marker and not _RULE.match(line):
            _wrapped(source, start + marker.end(), end, "li" if _ITEM.match(line) else "p", skeleton)
        elif not _RULE.match(line):
            text.append((start, end))
    _flowing(source, text, skeleton)


def _flowing(source: str, lines: list[tuple[int, int]], skeleton: Skeleton) -> None:
    if lines:
        for start, end in _paragraphs(source, lines):
            _wrapped(source, start, end, "p", skeleton)


def _wrapped(source: str, start: int, end: int, tag: str, skeleton: Skeleton) -> None:
    skeleton.tags.append(f"<{tag}>")
    _inline(source, start, end, skeleton)
    skeleton.tags.append(f"</{tag}>")


def _table(source: str, lines: list[tuple[int, int]], skeleton: Skeleton) -> None:
    skeleton.tags.append("<table>")
    for start, end in lines:
        skeleton.tags.append("<tr>")
        for cell in re.finditer(r"[^|]+", source[start:end]):
            _wrapped(source, start + cell.start(), start + cell.end(), "td", skeleton)
        skeleton.tags.append("</tr>")
    skeleton.tags.append("</table>")


def _inline(source: str, start: int, end: int, skeleton: Skeleton) -> None:
    at, bold = start, False
    for match in _INLINE.finditer(source, start, end):
        _run(source, at, match.start(), skeleton)
        at = match.end()
        if match["image"]:
            skeleton.tags.append(f'<img src="{match["picture"].replace(chr(34), "")}">')
        elif match["linked"] is not None:
            skeleton.tags.append(f'<a href="{match["address"].replace(chr(34), "")}">')
            _run(source, *match.span("linked"), skeleton)
            skeleton.tags.append("</a>")
        elif match["bold"]:
            skeleton.tags.append("</b>" if bold else "<b>")
            bold = not bold
        elif match["escaped"]:
            _run(source, *match.span("escaped"), skeleton)
    _run(source, at, end, skeleton)
    if bold:
        skeleton.tags.append("</b>")


def _run(source: str, start: int, end: int, skeleton: Skeleton) -> None:
    if start < end:
        # Inline HTML (<br>, <font>) is left to the scanner.
        skeleton_of(source, start, end, max_tags=1 << 60, max_depth=64, into=skeleton)
