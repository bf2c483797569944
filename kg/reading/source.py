"""Bytes to text, strictly, with the way back to the bytes.

In: the bytes of one decompressed file. Out: a :class:`Source`. The order is byte order mark, Chinese
UTF-16 without one, UTF-8 where the text it gives is Chinese, the declared charset (``gb2312`` and
``gbk`` read as their superset GB18030), UTF-8, detection. No character is ever replaced in silence:
a few undecodable bytes are left out and named, more of them are an error.
"""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from charset_normalizer import from_bytes

from kg.document import Span
from kg.errors import ReadError

MAX_BAD_PLACES = 16
"""Undecodable places that are left out with a note; more of them make the file an error."""

_HEAD = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Python's names of the codecs that GB18030 contains; pages declare one and use the other.
_GB = frozenset({"gb2312", "gbk", "gb18030", "cp936", "hz"})
_DECLARED = re.compile(
    rb"""(?:charset|encoding|pageEncoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_PLAIN = re.compile("[\\s!-~·‘’“”…—\u3001-\u303f\uff01-\uff5e\u4e00-\u9fff]")
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "gzipped twice"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """Decoded text and, piece by piece, the bytes it came from.

    ``pieces`` are (first character, first byte, end byte); inside a piece whose encoded length is
    that of its bytes every character has its own bytes, otherwise all share the piece's.
    """

    text: str
    encoding: str
    pieces: tuple[tuple[int, int, int], ...]
    notes: tuple[str, ...] = ()

    def cursor(self) -> "Cursor":
        """Return a new reader of byte positions, fast for spans that ascend."""
        return Cursor(self)


@dataclass(slots=True)
class Cursor:
    """Leads character ranges of a source to byte ranges; remembers where it was last."""

    source: Source
    _starts: list[int] = field(init=False)
    _literal: dict[int, bool] = field(init=False, default_factory=dict)
    _at: tuple[int, int, int] = field(init=False, default=(-1, 0, 0))

    def __post_init__(self) -> None:
        self._starts = [piece[0] for piece in self.source.pieces]

    def byte_range(self, span: Span) -> tuple[int, int]:
        """Return the bytes that the characters of ``span`` were decoded from."""
        return self._locate(span.start, end=False), self._locate(span.end, end=True)

    def parts(self, span: Span) -> Iterator[Span]:
        """Cut ``span`` where one piece of the source ends and the next begins."""
        start = span.start
        number = bisect_right(self._starts, start)
        while number < len(self._starts) and self._starts[number] < span.end:
            yield Span(start, self._starts[number])
            start = self._starts[number]
            number += 1
        yield Span(start, span.end)

    def _locate(self, index: int, *, end: bool) -> int:
        source = self.source
        number = max(bisect_right(self._starts, index - 1 if end and index else index) - 1, 0)
        start, first, last = source.pieces[number]
        stop = self._starts[number + 1] if number + 1 < len(self._starts) else len(source.text)
        if number not in self._literal:
            # One piece for the whole file is the rule; it was checked when it was made.
            whole = len(self._starts) == 1
            self._literal[number] = whole or last - first == len(
                _encode(source.text[start:stop], source.encoding)
            )
        if not self._literal[number]:
            return last if end and index > start else first
        last_piece, char, byte = self._at
        if last_piece != number or char > index:
            char, byte = start, first
        byte += len(_encode(source.text[char:index], source.encoding))
        self._at = (number, index, byte)
        return byte


def decode(data: bytes) -> Source:
    """Decode one file.

    Raises:
        ReadError: the bytes are no text, or more than ``MAX_BAD_PLACES`` places of them cannot be
            decoded; the message has no file name, the caller knows it.
    """
    if not data.strip():
        raise ReadError("is empty; leave it out or fetch it again")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data, len(bom), encoding)
    wide = _unmarked_utf16(data)
    if wide:
        return _decoded(data, 0, wide)
    _refuse_binary(data)
    declared = _declared(data)
    text = _strict(data, "utf-8")
    if text is not None and (declared is None or data.isascii() or _CHINESE.search(text)):
        return _source(text, data, 0, "utf-8")
    if declared and declared != "utf-8":
        declared_text = _strict(data, declared)
        if declared_text is not None:
            return _source(declared_text, data, 0, declared)
    if text is not None:
        return _source(text, data, 0, "utf-8")
    chinese = _strict(data, "gb18030")
    if chinese is not None and _looks_chinese(chinese):
        return _source(chinese, data, 0, "gb18030")
    if declared is None and not _CHINESE.search(data.decode("utf-8", "ignore")):
        for encoding in _detected(data):
            found = _strict(data, encoding)
            if found is not None and _CHINESE.search(found):
                return _source(found, data, 0, encoding)
    return _decoded(data, 0, declared or "utf-8")


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise ReadError(f"is {kind}, no text; convert it to HTML or text first")
    head = data[:65536]
    # A few stray bytes are dropped with the other invisible characters; one in fifty is no text.
    odd = _control_bytes(head)
    if odd > 8 and odd * 50 > len(head):
        raise ReadError(f"is binary ({odd} control bytes in its first {len(head)}); give HTML or text")


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order of Chinese in UTF-16 without a mark, which else looks like no text at all."""
    head = data[: _HEAD & ~1]
    if not _control_bytes(head):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(head, encoding)
        if text and len(_PLAIN.findall(text)) * 20 > len(text) * 19 and _looks_chinese(text):
            return encoding
    return None


def _control_bytes(data: bytes) -> int:
    return sum(data.count(code) for code in (*range(9), *range(14, 27)))


def _declared(data: bytes) -> str | None:
    for match in _DECLARED.finditer(data[:_HEAD]):
        name = match[1].decode("ascii").lower()
        try:
            name = codecs.lookup(name).name
        except LookupError:
            continue
        if name in _GB:
            return "gb18030"
        return "utf-8" if name in ("ascii", "utf-8-sig") else name
    return None


def _detected(data: bytes) -> list[str]:
    """Return the encodings that bytes without a declaration may have, the likeliest first."""
    matches = from_bytes(data[:262144], cp_exclusion=["utf_7"])
    return [codecs.lookup(match.encoding).name for match in matches]


def _looks_chinese(text: str) -> bool:
    # Two thirds of the hanzi of any Chinese text are of GB 2312's first level, which holds the
    # common ones in its rows 16 to 55; bytes of another encoding fall anywhere.
    hanzi = _CHINESE.findall(text[:100_000])
    common = sum(1 for char in hanzi if b"\xb0" <= char.encode("gb18030")[:1] <= b"\xd7")
    return len(hanzi) > 0 and common * 3 > len(hanzi) * 2


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _decoded(data: bytes, start: int, encoding: str) -> Source:
    """Decode leniently: leave out what cannot be decoded, and say where it stood."""
    decoder = codecs.getdecoder(encoding)
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    bad: list[tuple[int, int]] = []
    at, chars = start, 0
    while at < len(data) or not pieces:
        try:
            text, _ = decoder(data[at:], "strict")
            stop, resume = len(data), len(data)
        except UnicodeDecodeError as error:
            stop, resume = at + error.start, at + max(error.end, error.start + 1)
            text = data[at:stop].decode(encoding)
            bad.append((stop, resume))
            if len(bad) > MAX_BAD_PLACES:
                raise ReadError(
                    f"is no {encoding} text: undecodable bytes at {bad[0][0]}, {bad[1][0]} and more than "
                    f"{MAX_BAD_PLACES - 2} other places; save it as UTF-8"
                ) from error
        if text or not pieces:
            pieces.append((chars, at, stop))
            parts.append(text)
            chars += len(text)
        at = resume
    notes = tuple(
        f"left out the undecodable bytes {data[a:b].hex(' ')} at byte {a} ({encoding})" for a, b in bad
    )
    if not bad:
        return _source(parts[0], data, start, encoding)
    return Source("".join(parts), encoding, tuple(pieces), notes)


def _source(text: str, data: bytes, start: int, encoding: str) -> Source:
    if _encode(text, encoding) == data[start:]:
        return Source(text, encoding, ((0, start, len(data)),))
    # Two byte strings may mean one character. A line feed is itself in every encoding we meet, so
    # lines still align; a line that differs is one piece.
    pieces, char, byte = [], 0, start
    for line, raw in zip(text.split("\n"), data[start:].split(b"\n"), strict=True):
        pieces.append((char, byte, byte + len(raw) + 1))
        char += len(line) + 1
        byte += len(raw) + 1
    return Source(text, encoding, tuple(pieces))


def _encode(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "ignore")
