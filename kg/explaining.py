"""Why a thing is one: what a built folder tells of it, line by line of its files.

In: a folder that ``kg build`` wrote and a name or IRI. Out: :class:`Explanation`. The files are read as
streams, so that no more is held than is told.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import NotFoundError, ReadError
from kg.iris import digest
from kg.near import checked, near

Record = Mapping[str, Any]

_ENTITIES, _IDENTITY, _ARTICLES = "entities.jsonl", "identity.jsonl", "articles.jsonl"
_THINGS = "/e/"
_ENDS = "。！？\n"


@dataclass(frozen=True, slots=True)
class Found:
    """A thing found: its row of ``entities.jsonl`` and the key that was asked for."""

    entity: Record
    key: str

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys of the thing, that of its IRI first."""
        return tuple(key_of(iri) for iri in (self.entity["iri"], *self.entity["also"]))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A mention in its sentence: ``sentence[start:end]`` are the words."""

    article: str
    start: int
    end: int
    sentence: str
    at: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of a thing: how names led to it, what was joined and what nearly was, and mentions."""

    entity: Record
    namings: tuple[Record, ...]
    merges: tuple[Record, ...]
    near: tuple[Record, ...]
    mentions: tuple[Quoted, ...]


def key_of(iri: str) -> str:
    """Return the last part of a thing's IRI, by which decisions name it."""
    return iri.rpartition(_THINGS)[2]


def find(folder: Path, asked: str) -> Found:
    """Return the thing that ``asked`` names: an IRI, ``e:`` and its last part, or that; else a name.

    Raises:
        NotFoundError: the folder is none of ``kg build``, nothing is called so, or several things are.
        ReadError: a file in it is damaged.
    """
    key = key_of(asked.removeprefix("e:"))
    ranked: list[tuple[int, Found]] = []
    for row in _rows(folder / _ENTITIES, key):
        keys = [key_of(iri) for iri in (row["iri"], *row["also"])]
        if key in keys:
            ranked.append((0, Found(row, key)))
        elif asked == row["name"] or asked in row["aliases"]:
            ranked.append((1 if asked == row["name"] else 2, Found(row, keys[0])))
    best = min((rank for rank, _ in ranked), default=0)
    found = [one for rank, one in ranked if rank == best]
    if not found:
        hint = near(
            asked, (row["name"] for row in _rows(folder / _ENTITIES, "")), f"{_ENTITIES} has the names"
        )
        raise NotFoundError(f"{folder}: nothing is called {asked!r}; {hint}")
    if len(found) > 1:
        several = ", ".join(f"e:{one.key}" for one in found[:8])
        raise NotFoundError(f"{folder}: {asked!r} may be {several}; name one of them")
    return found[0]


def explain(folder: Path, asked: str, mentions: int = 10) -> Explanation:
    """Tell of the thing that ``asked`` names, with at most ``mentions`` of its mentions.

    Raises:
        NotFoundError, ReadError: as for :func:`find`.
    """
    entity = find(folder, asked).entity
    iris = {entity["iri"], *entity["also"]}
    told: dict[str, list[Record]] = {"name": [], "merge": [], "near": []}
    for row in _rows(folder / _IDENTITY, *map(key_of, sorted(iris))):
        ends = {row["iri"]} if row["is"] == "name" else {row["first"], row["second"]}
        if ends & iris:
            told[row["is"]].append(row)
    quoted = tuple(_quoted(folder, entity["mentions"][:mentions]))
    return Explanation(entity, tuple(told["name"]), tuple(told["merge"]), tuple(told["near"]), quoted)


def _quoted(folder: Path, mentions: list[Record]) -> Iterator[Quoted]:
    """Yield mentions in their sentences."""
    texts = _texts(folder, {mention["article"] for mention in mentions})
    for mention in mentions:
        text, start, end = texts.get(mention["article"], ""), mention["start"], mention["end"]
        first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
        last = min((at + 1 for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
        sentence = text[first:last].rstrip("\n") or mention["text"]
        yield Quoted(mention["article"], start, end, sentence, start - first if text else 0)


def _texts(folder: Path, wanted: set[str]) -> dict[str, str]:
    """Return the texts of articles; one of several of an id goes under the id and a hash."""
    found: dict[str, str] = {}
    for row in _rows(folder / _ARTICLES, *(id_.partition("~")[0] for id_ in sorted(wanted))):
        if "text" in row:
            for id_ in (row["article"], f"{row['article']}~{digest(row['text'])[:8]}"):
                if id_ in wanted:
                    found[id_] = row["text"]
    return found


def _rows(file: Path, *needles: str) -> Iterator[Record]:
    """Yield the rows whose line has one of ``needles`` in it, without reading others as JSON."""
    written = [json.dumps(needle, ensure_ascii=False)[1:-1] for needle in needles]
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if any(needle in line for needle in written):
                    try:
                        yield json.loads(line)
                    except ValueError as error:
                        raise ReadError(f"{file}:{number}: damaged ({error}); build it again") from error
    except OSError as error:
        checked(file.parent)
        raise NotFoundError(f"{file}: {error.strerror}; write it with kg build … -o {file.parent}") from error
