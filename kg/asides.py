"""Brackets and quotations, set apart from the sentence that they stand in."""

from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.document import Span
from kg.model import Fact

_OPEN, _CLOSE = "（([［【〔", "）)]］】〕"
_LONGEST_ASIDE = 60
#: What a bracket that tells the parts of a number is made of.
_PART_KINDS = frozenset({"W", "TITLE", "POST", "INDUSTRY"})
_PART_WORDS = frozenset("、 ， ； 和 及".split())
#: What opens what else somebody did while an office was held.
_MEANWHILE = ("其间", "期间", "其中")
#: How far back, in characters, a speech may begin that only ends in a sentence.
_LONGEST_SPEECH = 4000


def split_brackets(atoms: Sequence[Chunk]) -> tuple[list[Chunk], list[list[Chunk]]]:
    """Return the chunks outside brackets, and those inside each bracket that closes."""
    main: list[Chunk] = []
    brackets: list[list[Chunk]] = []
    open_at: int | None = None
    for i, atom in enumerate(atoms):
        if atom.kind == "P" and atom.text in _OPEN and open_at is None and _closes(atoms, i):
            open_at = i
            brackets.append([])
        elif atom.kind == "P" and atom.text in _CLOSE and open_at is not None:
            open_at = None
        elif open_at is not None:
            brackets[-1].append(atom)
        else:
            main.append(atom)
    return main, brackets


def _closes(atoms: Sequence[Chunk], i: int) -> bool:
    return any(a.kind == "P" and a.text in _CLOSE for a in atoms[i + 1 : i + _LONGEST_ASIDE])


def split_quotes(atoms: Sequence[Chunk], text: str) -> tuple[list[Chunk], list[tuple[Chunk, list[Chunk]]]]:
    """Set quotations apart: “…” of some length, also one that began in or goes on beyond the sentence."""
    marks = [(i, a.text) for i, a in enumerate(atoms) if a.kind == "P" and a.text in "“”"]
    ranges: list[tuple[int, int]] = []
    open_at = -1 if marks and marks[0][1] == "”" else None
    for i, mark in marks:
        if mark == "“":
            open_at = i if open_at is None else open_at
        elif open_at is not None:
            ranges.append((open_at, i))
            open_at = None
    if open_at is not None:
        ranges.append((open_at, len(atoms)))
    main: list[Chunk] = []
    quotes: list[tuple[Chunk, list[Chunk]]] = []
    done = 0
    for a, b in ranges:
        inner = list(atoms[a + 1 : b])
        if not inner or not _is_speech(inner, a < 0 or b == len(atoms)):
            continue
        main.extend(atoms[done : max(a, done)])
        start = inner[0].span.start
        if a < 0:
            low = max(start - _LONGEST_SPEECH, 0)
            start = max(low, text.rfind("“", low, start) + 1, text.rfind("\n", low, start) + 1)
        span = Span(start, inner[-1].span.end)
        quote = Chunk(span, "QUOTE", span.of(text))
        main.append(quote)
        quotes.append((quote, inner))
        done = b + 1
    main.extend(atoms[done:])
    return main, quotes


def _is_speech(inner: Sequence[Chunk], torn: bool) -> bool:
    """Tell whether quoted words are speech and not a name or a term."""
    length = inner[-1].span.end - inner[0].span.start
    if len(inner) == 1 and inner[0].members:
        return False
    return torn or length >= 14 or (length >= 6 and any(c.boundary for c in inner))


def chunk_before(chunks: Sequence[Chunk], position: int) -> Chunk | None:
    """Return what a bracket at ``position`` stands behind; inside a list, the one name before it."""
    for chunk in chunks:
        named = [m for m in chunk.members if m.span.end <= position]
        if named and chunk.span.start < position < chunk.span.end:
            return replace(chunk, members=tuple(named[-1:]), listed=False)
    before = [c for c in chunks if c.span.end <= position and c.kind != "P"]
    return before[-1] if before else None


def tells_meanwhile(inner: Sequence[Chunk]) -> bool:
    """Tell whether a bracket in somebody's life tells of the same years: （其间：…在甲校学习）."""
    opens = bool(inner) and inner[0].text.startswith(_MEANWHILE)
    return opens or (len(inner) > 1 and inner[0].kind == "DATE" and inner[1].kind != "P")


def counts_parts(before: Chunk, inner: Sequence[Chunk]) -> bool:
    """Tell whether a bracket behind a number only tells the parts of it: 323人（本科297人、硕士22人）."""
    whole = before.count
    parts = [c.count for c in inner if c.count is not None]
    alike = whole is not None and bool(parts) and all(part.unit == whole.unit for part in parts)
    plain = all(c.count is not None or c.kind in _PART_KINDS or c.text in _PART_WORDS for c in inner)
    named = bool(inner) and inner[0].count is None and inner[0].tag not in {"v", "p"}
    return alike and plain and named and (whole is not None and bool(whole.unit))


def whose_parts(facts: Sequence[Fact], before: Chunk, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return who is told to have the number before a bracket that tells its parts, whose they are too."""
    owner = next((fact.subject for fact in facts if fact.object == before.count), None)
    named = (c for c in reversed(chunks) if c.span.end <= before.span.start and len(c.members) == 1)
    return next(([c] for c in named if c.members[0].entity is owner), [])
