"""What all completions share: several chunks made one name, and the walk that finds where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.chunk import Chunk, Member
from kg.document import Span
from kg.model import Entity, MentionType

Maker = Callable[[str, MentionType, Span], Entity]
"""Makes the entity of a name: its text, its type, where it stands."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the place of the chunks ``[start, stop)``.

    ``span`` is where it stands if that is not all of them, ``name`` what it is if not all that stands there.
    """

    start: int
    stop: int
    kind: MentionType
    span: Span | None = None
    name: str = ""


CONJUNCTIONS = frozenset({"和", "与", "及", "以及"})
JOINTS = CONJUNCTIONS | {"、"}


def words_of(chunks: Sequence[Chunk]) -> str:
    """Return the text of chunks, without what lies between them."""
    return "".join([chunk.text for chunk in chunks])


def reach(chunks: Sequence[Chunk]) -> Span:
    """Return where chunks begin and end; there is at least one."""
    return Span(chunks[0].span.start, chunks[-1].span.end)


def clause_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return the index of the mark that ends the clause of ``start``, or the number of chunks."""
    return next((k for k in range(start, len(chunks)) if chunks[k].boundary), len(chunks))


def named(span: Span, kind: MentionType, text: str, make: Maker, name: str = "") -> Chunk:
    """Return one chunk for the name at ``span``; ``name`` where it is not all that is printed there."""
    printed = name or span.of(text)
    return Chunk(span, kind.value, printed, members=(Member(make(printed, kind, span), span),))


def whole(chunks: Sequence[Chunk], kind: MentionType, text: str, make: Maker) -> Chunk:
    """Return one chunk of ``kind`` for several; one that is such a name already stays as it is."""
    if len(chunks) == 1 and chunks[0].kind == kind:
        return chunks[0]
    return named(reach(chunks), kind, text, make)


def merged(
    chunks: Sequence[Chunk], find: Callable[[int], Sequence[Found]], text: str, make: Maker
) -> list[Chunk]:
    """Return the chunks with one for each name that ``find`` tells of an index that no name covers yet.

    What it finds may begin behind the index; several come in order.
    """
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        found = find(i)
        for name in found:
            out.extend(chunks[i : name.start])
            out.append(_made(chunks, name, text, make))
            i = name.stop
        if not found:
            out.append(chunks[i])
            i += 1
    return out


def _made(chunks: Sequence[Chunk], found: Found, text: str, make: Maker) -> Chunk:
    if found.span is None:
        return whole(chunks[found.start : found.stop], found.kind, text, make)
    return named(found.span, found.kind, text, make, found.name)


def joined(
    chunks: Sequence[Chunk],
    end_of: Callable[[Sequence[Chunk], int], int],
    kind: MentionType,
    text: str,
    make: Maker,
) -> list[Chunk]:
    """Return the chunks with one name of ``kind`` for each range ``[i, end_of(chunks, i))`` not empty."""

    def find(i: int) -> tuple[Found, ...]:
        end = end_of(chunks, i)
        return (Found(i, end, kind),) if end > i else ()

    return merged(chunks, find, text, make)
