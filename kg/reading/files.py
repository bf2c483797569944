"""Paths to documents: which files to read, in which order, under which names, within which limits."""

import gzip
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from glob import glob, has_magic
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO

from kg.document import Document
from kg.errors import ReadError
from kg.near import absent
from kg.reading.article import Draft, draft_of
from kg.reading.assemble import document_of
from kg.reading.facts import time_of
from kg.reading.front import FrontMatter, read_front
from kg.reading.markup import read_markup
from kg.reading.plain import read_markdown, read_plain
from kg.reading.repeated import drop_repeated, repeated_lines
from kg.reading.rows import read_row
from kg.reading.source import Source, decode

SUFFIXES = (".html", ".htm", ".shtml", ".xhtml", ".jsp", ".md", ".txt", ".jsonl")
"""What is read, each also with ``.gz``."""

_MARKUP = frozenset((".html", ".htm", ".shtml", ".xhtml", ".jsp"))
_REPEATING = _MARKUP | {".md"}  # the formats whose pages come with their site's lines
_SAMPLE = 64
"""Pages of a folder from which its repeated lines are learned."""

_LOOKS_MARKUP = re.compile(r"\s*<(?:[!?%]|html|head|body|div|p|article|table|meta)\b", re.IGNORECASE)
_HAS_MARKUP = re.compile(r"<(?:p|br|div)\b[^<>]*>", re.IGNORECASE)
_DATED_NAME = re.compile(r"(?:19|20)\d\d-\d\d-\d\d-")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a single file may cost; beyond it the file is skipped with a message.

    ``max_bytes`` counts decompressed bytes of a page or a row, ``max_file_bytes`` those of a whole
    JSON Lines file, ``max_text`` characters of the article, ``max_tags`` tags (some 2 kB of memory
    each) and, five times as many, character references; elements nested deeper than ``max_depth``
    are left out of the tree, their text stays.
    """

    max_bytes: int = 64 << 20
    max_file_bytes: int = 4 << 30
    max_text: int = 1_000_000
    max_tags: int = 200_000
    max_depth: int = 256


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not read: ``str()`` gives one line that says where, what and how to mend it.

    ``failed`` is false for what is passed over by design (other files inside a folder).
    """

    where: str
    message: str
    failed: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: its path, the name its document gets, and its kind (a suffix)."""

    path: Path
    name: str
    suffix: str


_Draft = tuple[str, Draft, Source]
"""A page on its way: the name of its document, its draft, its source."""


def read_paths(
    paths: Sequence[str | Path], *, limits: Limits | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Document | Skipped]:
    """Read every article of ``paths``, in the order given and, inside a folder, of names.

    Args:
        paths: files, folders (with all below them but README files), globs, ``-`` for standard input.
            A file given twice is read once.
        limits: what one file may cost.
        stdin: read instead of the process's standard input.

    Yields:
        documents, each under an id of its own, and what was skipped, in place.
    """
    limits = limits or Limits()
    taken: set[str] = set()
    for item in _grouped(_named(list(_found(paths)))):
        if isinstance(item, Skipped):
            yield item
        elif isinstance(item, str):
            data = (stdin or sys.stdin.buffer).read(limits.max_bytes + 1)
            yield from _unique(_from_stdin(data, limits), taken)
        else:
            yield from _unique(_from_folder(item, limits), taken)


def read_bytes(data: bytes, name: str, *, limits: Limits | None = None) -> list[Document | Skipped]:
    """Read the articles of one file's bytes; its kind is told by the suffix of ``name``."""
    limits = limits or Limits()
    suffix = _suffix(Path(name))
    if suffix is None:
        return [Skipped(name, _unknown(name))]
    try:
        data = _all(BytesIO(data), name.endswith(".gz"), limits)
        if suffix == ".jsonl":
            return list(_rows(BytesIO(data), name, limits))
        draft, source = _draft(data, name, suffix, limits)
        return [document_of(draft, source, name, max_text=limits.max_text)]
    except ReadError as error:
        return [Skipped(name, str(error))]


def _found(paths: Sequence[str | Path]) -> Iterator[_File | Skipped | str]:
    for given in map(str, paths):
        path = Path(given)
        if given == "-":
            yield "-"
        elif path.is_dir():
            yield from _inside(path)
        elif path.exists():
            yield _explicit(path)
        elif has_magic(given):
            matches = sorted(glob(given, recursive=True))  # noqa: PTH207  Path.glob takes no absolute pattern
            if not matches:
                yield Skipped(
                    given, "matches no file; check the pattern, and quote it so that it arrives whole"
                )
            for match in matches:
                yield from _inside(Path(match)) if Path(match).is_dir() else [_explicit(Path(match))]
        else:
            yield Skipped(given, absent(path))


def _explicit(path: Path) -> _File | Skipped:
    suffix = _suffix(path)
    return _File(path, path.name, suffix) if suffix else Skipped(str(path), _unknown(path.name))


def _inside(folder: Path) -> Iterator[_File | Skipped]:
    files, others = [], Counter[str]()
    try:
        for path in folder.rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if hidden or not path.is_file():
                continue
            suffix = _suffix(path)
            about = path.name.partition(".")[0].upper() == "README"  # tells of the folder
            if suffix and not about:
                files.append(_File(path, str(path.relative_to(folder).as_posix()), suffix))
            else:
                others[path.suffix or path.name] += 1
    except OSError as error:
        yield Skipped(str(folder), f"cannot be listed ({error.strerror}); check its permissions")
    if others:
        kinds = ", ".join(f"{count} × {kind}" for kind, count in sorted(others.items())[:8])
        yield Skipped(str(folder), f"passed over {others.total()} other files ({kinds})", failed=False)
    if not files:
        yield Skipped(str(folder), f"has no articles; they end in {' '.join(SUFFIXES)}, also with .gz")
    yield from sorted(files, key=lambda file: file.name)


def _suffix(path: Path) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return suffixes[-1] if suffixes and suffixes[-1] in SUFFIXES else None


def _unknown(name: str) -> str:
    suffix = Path(name).suffix or "none"
    return f"has a suffix that is not read ({suffix}); rename it to one of {' '.join(SUFFIXES)}"


def _named(found: list[_File | Skipped | str]) -> Iterator[_File | Skipped | str]:
    """Give each file the shortest name that is its own: base name, path in the folder, path."""
    seen: set[Path] = set()
    files: list[_File | Skipped | str] = []
    for item in found:
        if isinstance(item, _File):
            real = item.path.resolve()
            if real in seen:
                continue
            seen.add(real)
        files.append(item)
    short = Counter(item.path.name for item in files if isinstance(item, _File))
    inner = Counter(item.name for item in files if isinstance(item, _File))
    for item in files:
        if isinstance(item, _File):
            name = item.path.name
            if short[name] > 1:
                name = item.name if inner[item.name] == 1 else item.path.as_posix()
            item = _File(item.path, name, item.suffix)
        yield item


def _grouped(items: Iterator[_File | Skipped | str]) -> Iterator[list[_File] | Skipped | str]:
    """Bring files of one folder that follow each other together."""
    group: list[_File] = []
    for item in items:
        if group and not (isinstance(item, _File) and item.path.parent == group[-1].path.parent):
            yield group
            group = []
        if isinstance(item, _File):
            group.append(item)
        else:
            yield item
    if group:
        yield group


def _from_folder(files: list[_File], limits: Limits) -> Iterator[Document | Skipped]:
    """Read the files of one folder, without the lines that its pages repeat."""
    pages = [file for file in files if file.suffix in _REPEATING]
    read: dict[_File, list[_Draft | Document | Skipped]] = {}
    known: frozenset[str] = frozenset()
    if len(pages) > 2:
        # By path, so that the order in which the files are given makes no difference.
        sample = sorted(pages, key=lambda file: file.path)[:_SAMPLE]
        read = {file: list(_read(file, limits)) for file in sample}
        found = [item for items in read.values() for item in items]
        known = repeated_lines([item[1] for item in found if isinstance(item, tuple)])
    for file in files:
        for item in read.pop(file) if file in read else _read(file, limits):
            yield _finished(item, known, limits)


def _finished(item: _Draft | Document | Skipped, known: frozenset[str], limits: Limits) -> Document | Skipped:
    if isinstance(item, Document | Skipped):
        return item
    name, draft, source = item
    drop_repeated(draft, known)
    try:
        return document_of(draft, source, name, max_text=limits.max_text)
    except ReadError as error:
        return Skipped(name, str(error))


def _read(file: _File, limits: Limits) -> Iterator[_Draft | Document | Skipped]:
    """Read one file; pages as drafts, to be compared with their neighbours."""
    try:
        with file.path.open("rb") as raw:
            packed = file.path.suffix.lower() == ".gz"
            if file.suffix == ".jsonl":
                stream = BufferedReader(gzip.GzipFile(fileobj=raw)) if packed else raw
                yield from _rows(stream, file.name, limits)
                return
            data = _all(raw, packed, limits)
        draft, source = _draft(data, file.name, file.suffix, limits)
        if file.suffix in _REPEATING:
            yield file.name, draft, source
        else:
            yield document_of(draft, source, file.name, max_text=limits.max_text)
    except ReadError as error:
        yield Skipped(str(file.path), str(error))
    except OSError as error:
        yield Skipped(str(file.path), f"cannot be opened ({error.strerror or error}); check its permissions")


def _all(stream: IO[bytes], packed: bool, limits: Limits) -> bytes:
    """Read a whole file, decompressed, but no more than the limit."""
    try:
        if packed:
            with gzip.open(stream) as unpacked:
                data = unpacked.read(limits.max_bytes + 1)
        else:
            data = stream.read(limits.max_bytes + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ReadError(f"is no whole gzip file ({error}); compress it again") from error
    if len(data) > limits.max_bytes:
        raise ReadError(
            f"has more than {limits.max_bytes} bytes{' decompressed' * packed}; split it or raise --max-bytes"
        )
    return data


def _draft(data: bytes, name: str, suffix: str, limits: Limits) -> tuple[Draft, Source]:
    source = decode(data)
    front = FrontMatter() if suffix == ".txt" else read_front(source.text)
    if suffix in _MARKUP:
        page = read_markup(
            source.text, start=front.body, max_tags=limits.max_tags, max_depth=limits.max_depth
        )
    elif suffix == ".md":
        page = read_markdown(source.text, front.body, max_tags=limits.max_tags, max_depth=limits.max_depth)
    else:
        page = read_plain(source.text, max_tags=limits.max_tags, infer_title=True)
    for field, values in front.facts.items():
        page.facts[field] = [*values, *page.facts.get(field, [])]
    draft = draft_of(page)
    draft.notes.extend(front.notes)
    base = Path(name).name
    if draft.published is None and _DATED_NAME.match(base):  # the way Jekyll and its like name posts
        draft.published = time_of(base[:10])
    return draft, source


def _rows(stream: IO[bytes], name: str, limits: Limits) -> Iterator[Document | Skipped]:
    offset = number = read = 0
    try:
        while line := stream.readline(limits.max_bytes + 1):
            number += 1
            where = f"{name}:{number}"
            if len(line) > limits.max_bytes:
                yield Skipped(
                    where,
                    f"has more than {limits.max_bytes} bytes; the rest is left unread, raise --max-bytes",
                )
                return
            if line.strip():
                read += 1
                yield _row(line, offset, where, limits)
            offset += len(line)
            if offset > limits.max_file_bytes:
                yield Skipped(
                    where,
                    f"is beyond {limits.max_file_bytes} bytes; the rest is unread, raise --max-file-bytes",
                )
                return
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Skipped(name, f"is no whole gzip file ({error}); compress it again")
    if not read:
        yield Skipped(name, "has no rows; leave it out or fetch it again")


def _row(line: bytes, offset: int, where: str, limits: Limits) -> Document | Skipped:
    try:
        row = read_row(line, offset)
        text = row.source.text
        if _HAS_MARKUP.search(text):
            page = read_markup(text, max_tags=limits.max_tags, max_depth=limits.max_depth)
        else:
            page = read_plain(text, max_tags=limits.max_tags, infer_title=False)
        page.facts.update(row.facts)
        return document_of(draft_of(page), row.source, row.id or where, max_text=limits.max_text)
    except ReadError as error:
        return Skipped(where, str(error))


def _from_stdin(data: bytes, limits: Limits) -> Iterator[Document | Skipped]:
    """Read standard input: its kind is told by how it begins."""
    name = "stdin"
    try:
        if data.startswith(b"\x1f\x8b"):
            data = _all(BytesIO(data), True, limits)
        elif len(data) > limits.max_bytes:
            raise ReadError(f"has more than {limits.max_bytes} bytes; split it or raise --max-bytes")
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from _rows(BytesIO(data), name, limits)
            return
        start = decode(data).text[:4096]
        draft, source = _draft(data, name, ".html" if _LOOKS_MARKUP.match(start) else ".md", limits)
        yield document_of(draft, source, name, max_text=limits.max_text)
    except ReadError as error:
        yield Skipped("standard input", str(error))


def _unique(items: Iterator[Document | Skipped], taken: set[str]) -> Iterator[Document | Skipped]:
    """Give a document whose id is taken (rows of several files) a number of its own."""
    for item in items:
        if isinstance(item, Document):
            name, number = item.id, 1
            while name in taken:
                number += 1
                name = f"{item.id}#{number}"
            taken.add(name)
            if name != item.id:
                item = replace(item, id=name)
        yield item
