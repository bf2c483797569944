"""A draft becomes a document: one text, blocks, marks and the way back to the bytes."""

import re
from dataclasses import replace
from urllib.parse import urljoin

from kg.document import Block, Document, Mark, Metadata, SourceMap, Span
from kg.errors import ReadError
from kg.reading.article import Draft
from kg.reading.facts import CHINA
from kg.reading.markup import web_link
from kg.reading.segments import Line
from kg.reading.source import Source

_NAME = re.compile(r"(?=.*[^\W\d])[\w·・（）()&.\- ]{2,30}")
_MEDIA = re.compile(
    "(?:网|报|社|台|刊|财经|新闻|在线|频道|杂志|周刊|传媒|观察|客户端|公司|局|委|政府|中心|办公室|集团|协会)$"
)


def document_of(draft: Draft, source: Source, name: str, *, max_text: int) -> Document:
    """Assemble the document ``name``.

    Raises:
        ReadError: the draft has no text, or more than ``max_text`` characters.
    """
    if not draft.lines:
        raise ReadError("has no article text; if it is one, save its text as .txt")
    length = sum(len(line.text) + 1 for line, _ in draft.lines) - 1
    if length > max_text:
        raise ReadError(
            f"has {length} characters of text, more than {max_text}; split it or raise --max-text"
        )
    text = "\n".join(line.text for line, _ in draft.lines)
    blocks: list[Block] = []
    marks: list[Mark] = []
    at = 0
    for line, kind in draft.lines:
        blocks.append(Block(Span(at, at + len(line.text)), kind))
        marks.extend(_marks(line, at))
        at += len(line.text) + 1
    published = draft.published
    return Document(
        id=name,
        text=text,
        blocks=tuple(blocks),
        meta=replace(_metadata(draft), published=published),
        day=published.astimezone(CHINA).date() if published else None,
        marks=tuple(marks),
        source_map=_source_map(draft, source, text),
        notes=(*source.notes, *draft.notes),
        dropped=tuple(draft.dropped),
    )


def _metadata(draft: Draft) -> Metadata:
    categories = tuple(
        dict.fromkeys(
            part
            for value in draft.facts.get("categories", [])
            for part in re.split(r"[,，;；|]", value)
            if part.strip()
        )
    )
    author, publisher = draft.first("author"), draft.first("publisher")
    front = draft.first("front_author")
    if front:
        # Static-site dumps name the site they took the article from as its author.
        if front in categories or _MEDIA.search(front):
            publisher = front
        else:
            author = author or front
    url = next((link for link in draft.facts.get("url", []) if web_link(link)), None)
    image = draft.first("image")
    if image and url:
        image = urljoin(url, image)
    return Metadata(
        title=draft.first("title"),
        original_title=draft.first("original_title"),
        publisher=publisher,
        source=draft.first("source"),
        author=author,
        editor=draft.first("editor"),
        categories=tuple(part.strip() for part in categories),
        url=url,
        image=image if image and not image.startswith("data:") else None,
    )


def _marks(line: Line, offset: int) -> list[Mark]:
    """Return what the markup says of the line's words; neighbours with one style are one mark."""
    found: list[Mark] = []
    at = offset
    for part in line.segments:
        end = at + len(part.text)
        link, code = part.style.href, part.style.code
        if code:
            found.append(Mark(Span(at, end), "ticker", code))
        elif link and (address := web_link(link)):
            found.append(Mark(Span(at, end), "link", address))
        at = end
    joined: list[Mark] = []
    for mark in found:
        last = joined[-1] if joined else None
        if last and last.span.end == mark.span.start and (last.kind, last.value) == (mark.kind, mark.value):
            joined[-1] = Mark(Span(last.span.start, mark.span.end), mark.kind, mark.value)
        else:
            joined.append(mark)
    return [
        mark
        for mark in joined
        if mark.kind == "ticker"
        or _NAME.fullmatch(line.text, mark.span.start - offset, mark.span.end - offset)
    ]


def _source_map(draft: Draft, source: Source, text: str) -> SourceMap:
    cursor = source.cursor()
    starts: list[int] = []
    ranges: list[tuple[int, int]] = []
    at = 0
    for line, _ in draft.lines:
        gap = len(starts)
        if starts:
            # The line break between two blocks comes from whatever stands between them in the file.
            starts.append(at - 1)
            ranges.append((ranges[-1][1], ranges[-1][1]))
        for part in line.segments:
            whole = Span(part.start, part.end)
            for piece in cursor.parts(whole) if part.exact else [whole]:
                starts.append(at + piece.start - part.start)
                ranges.append(cursor.byte_range(piece))
            at += len(part.text)
        if gap:
            ranges[gap] = (ranges[gap][0], max(ranges[gap][0], ranges[gap + 1][0]))
        at += 1
    return SourceMap(text, source.encoding, tuple(starts), tuple(ranges))
