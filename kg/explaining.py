"""Why a thing is one: what a built folder or a store tells of it, row by row.

In: :class:`Source` and a name or IRI. Out: :class:`Explanation`. The files of a built folder are read as
streams, so that no more is held than is told; of a store the graph is loaded.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import NotFoundError, ReadError
from kg.export import BUILD_FILES, FORMATS
from kg.graph import Graph
from kg.iris import digest
from kg.living import index_of
from kg.near import checked, near
from kg.saved import load_graph

Record = Mapping[str, Any]

_ENTITIES, _IDENTITY, _ARTICLES = "entities.jsonl", "identity.jsonl", "articles.jsonl"
_THINGS = "/e/"
_ENDS = "。！？\n"


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a built folder's files or, with the ``graph`` of a store, those that they would have."""

    folder: Path
    graph: Graph | None = None

    def rows(self, name: str, *needles: str) -> Iterator[Record]:
        """Yield the rows whose line has one of ``needles`` in it, without reading others as JSON.

        Raises:
            NotFoundError: the file or its folder is missing.
            ReadError: it is damaged.
        """
        written = [json.dumps(needle, ensure_ascii=False)[1:-1] for needle in needles]
        for number, line in enumerate(self._lines(name), 1):
            if any(needle in line for needle in written):
                try:
                    yield json.loads(line)
                except ValueError as error:
                    reason = f"damaged ({error}); build it again"
                    raise ReadError(f"{self.folder / name}:{number}: {reason}") from error

    def _lines(self, name: str) -> Iterator[str]:
        if self.graph is not None:
            yield from FORMATS[BUILD_FILES[name]].writer()(self.graph)
            return
        try:
            with (self.folder / name).open(encoding="utf-8") as lines:
                yield from lines
        except OSError as error:
            checked(self.folder)
            remedy = f"write it with kg build … -o {self.folder}"
            raise NotFoundError(f"{self.folder / name}: {error.strerror}; {remedy}") from error


def open_source(folder: Path) -> Source:
    """Return what a folder that ``kg build`` wrote, or a store, has to tell.

    Raises:
        ReadError: it is a store, and its graph is damaged.
        StoreError: it is a store, and an update was cut off.
        DecisionError: it is a store, and its file of decisions is malformed.
    """
    return Source(folder, load_graph(folder) if index_of(folder) else None)


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
    """Return the last part of a thing's IRI, or of ``e:`` and it, by which decisions name it."""
    return iri.removeprefix("e:").rpartition(_THINGS)[2]


def find(source: Source, asked: str) -> Found:
    """Return the thing that ``asked`` names: an IRI, ``e:`` and its last part, or that; else a name.

    Raises:
        NotFoundError: the folder is none of ``kg build``, nothing is called so, or several things are.
        ReadError: a file in it is damaged.
    """
    found = find_all(source, asked)
    if not found:
        names = (row["name"] for row in source.rows(_ENTITIES, ""))
        hint = near(asked, names, f"{_ENTITIES} has the names; of a store, kg export --format entities")
        raise NotFoundError(f"{source.folder}: nothing is called {asked!r}; {hint}")
    if len(found) > 1:
        several = ", ".join(f"e:{one.key}" for one in found[:8])
        raise NotFoundError(f"{source.folder}: {asked!r} may be {several}; name one of them")
    return found[0]


def find_all(source: Source, asked: str) -> list[Found]:
    """Return all things that ``asked`` may name, as for :func:`find`."""
    key = key_of(asked)
    ranked: list[tuple[int, Found]] = []
    for row in source.rows(_ENTITIES, key):
        keys = [key_of(iri) for iri in (row["iri"], *row["also"])]
        if key in keys:
            ranked.append((0, Found(row, key)))
        elif asked == row["name"] or asked in row["aliases"]:
            ranked.append((1 if asked == row["name"] else 2, Found(row, keys[0])))
    best = min((rank for rank, _ in ranked), default=0)
    return [one for rank, one in ranked if rank == best]


def keys_of(source: Source, asked: str, *, all_of_it: bool = False) -> set[str]:
    """Return the keys that ``asked`` may mean: itself where it is one, else those of all things called so.

    With ``all_of_it`` also the other keys of the thing that has the key.
    """
    key = key_of(asked)
    keys = {key for thing in find_all(source, asked) for key in thing.keys}
    return {key, *keys} if all_of_it else {key} if key in keys or not keys else keys


def explain(source: Source, asked: str, mentions: int = 10) -> Explanation:
    """Tell of the thing that ``asked`` names, with at most ``mentions`` of its mentions.

    Raises:
        NotFoundError, ReadError: as for :func:`find`.
    """
    entity = find(source, asked).entity
    iris = {entity["iri"], *entity["also"]}
    told: dict[str, list[Record]] = {"name": [], "merge": [], "near": []}
    for row in source.rows(_IDENTITY, *map(key_of, sorted(iris))):
        ends = {row["iri"]} if row["is"] == "name" else {row["first"], row["second"]}
        if ends & iris:
            told[row["is"]].append(row)
    quoted = tuple(_quoted(source, entity["mentions"][:mentions]))
    return Explanation(entity, tuple(told["name"]), tuple(told["merge"]), tuple(told["near"]), quoted)


def _quoted(source: Source, mentions: list[Record]) -> Iterator[Quoted]:
    """Yield mentions in their sentences."""
    texts = _texts(source, {mention["article"] for mention in mentions})
    for mention in mentions:
        text, start, end = texts.get(mention["article"], ""), mention["start"], mention["end"]
        first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
        last = min((at + 1 for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
        sentence = text[first:last].rstrip("\n") or mention["text"]
        yield Quoted(mention["article"], start, end, sentence, start - first if text else 0)


def _texts(source: Source, wanted: set[str]) -> dict[str, str]:
    """Return the texts of articles; one of several of an id goes under the id and a hash."""
    found: dict[str, str] = {}
    for row in source.rows(_ARTICLES, *(id_.partition("~")[0] for id_ in sorted(wanted))):
        if "text" in row:
            for id_ in (row["article"], f"{row['article']}~{digest(row['text'])[:8]}"):
                if id_ in wanted:
                    found[id_] = row["text"]
    return found
