"""What reading yields: a :class:`Document`, whose text is never changed afterwards.

All offsets in the package are half-open ranges of code points into :attr:`Document.text`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "row", "caption"]
MarkKind = Literal["ticker", "link"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies inside this span (or equals it)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row or caption; blocks are apart by newlines in the text."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Mark:
    """What the page's markup says of a stretch of text.

    ``value`` is a stock code as the page has it (``sh601899``) or the address a name links to.
    """

    span: Span
    kind: MarkKind
    value: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page tells of itself; absent values are ``None``."""

    title: str | None = None
    original_title: str | None = None
    publisher: str | None = None
    source: str | None = None
    author: str | None = None
    editor: str | None = None
    published: datetime | None = None
    categories: tuple[str, ...] = ()
    url: str | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads characters of ``text`` back to bytes of the file it was read from.

    Segment *i* covers the text from ``starts[i]`` to ``starts[i + 1]`` and comes from the bytes
    ``ranges[i]`` (half-open) of the decompressed file. A segment that stands in the file as it
    stands in the text, in ``encoding``, is led back character by character; any other (an entity,
    collapsed white space, the mark-up between two blocks) only as a whole.
    """

    text: str
    encoding: str
    starts: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]

    def byte_range(self, span: Span) -> tuple[int, int]:
        """Return the half-open byte range of the original file that ``span`` was read from."""
        return self._bytes_of(span.start)[0], self._bytes_of(max(span.end - 1, span.start))[1]

    def _bytes_of(self, index: int) -> tuple[int, int]:
        segment = max(bisect_right(self.starts, index) - 1, 0)
        first, last = self.ranges[segment]
        start = self.starts[segment]
        end = self.starts[segment + 1] if segment + 1 < len(self.starts) else len(self.text)
        if last - first == len(self.text[start:end].encode(self.encoding, "ignore")):
            first += len(self.text[start:index].encode(self.encoding, "ignore"))
            last = first + len(self.text[index : index + 1].encode(self.encoding, "ignore"))
        return first, last


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text, the structure of the text, and what the page says of itself.

    ``id`` is the file's name, or the row's id in JSON Lines. ``day`` is the calendar day of
    publication in China, by which times of the text are resolved. ``notes`` tell in one line each
    what reading had to mend; ``dropped`` are lines left out because the pages of a folder share them.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    meta: Metadata = field(default_factory=Metadata)
    day: date | None = None
    marks: tuple[Mark, ...] = ()
    source_map: SourceMap | None = None
    notes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def headings(self) -> list[str]:
        """The headings, as they stand in the text."""
        return [block.span.of(self.text) for block in self.blocks if block.kind == "heading"]

    @property
    def paragraphs(self) -> list[str]:
        """Everything but the headings, as it stands in the text."""
        return [block.span.of(self.text) for block in self.blocks if block.kind != "heading"]
