"""A graph that lives on disk: articles come, are replaced and are withdrawn.

A store is a folder with two things: ``articles.jsonl`` (:mod:`kg.saved`), which is the graph, and
``index/``, an Oxigraph database made from it that answers SPARQL. In the index each article is a named
graph with what it says; the default graph has everything, each triple once, and the ontology.

Merging is done again on every change, since one article may join the names of others; the index is
then changed where it differs. So a store that grew is, to the byte, the store built at once.
"""

import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.contribution import Contribution
from kg.errors import ReadError, StoreError
from kg.export import write_file
from kg.formats.ntriples import lines_of
from kg.formats.rdf import Resource, describe, named_graphs, whole
from kg.graph import Graph
from kg.iris import DEFAULT_BASE
from kg.resources import ontology_dir
from kg.saved import FILE, load_graph, write_articles

INDEX = "index"
"""The folder of the database inside a store."""

_UNFINISHED = "unfinished"
# Resources compared at a time: enough to make parsing cheap, few enough to hold.
_BATCH = 2000

GraphName = ox.NamedNode | ox.DefaultGraph


@dataclass(slots=True)
class Change:
    """How many quads an update added to the index and removed from it."""

    added: int = 0
    removed: int = 0


class LivingGraph:
    """A store that is open for changes; nobody else can open it until the block ends.

    ``graph`` is what the store holds; changes to it are written by :meth:`save`.
    """

    def __init__(self, folder: Path, base: str | None = None, *, make: bool = True) -> None:
        """Open the store in ``folder``, made if missing and ``make``.

        Raises:
            StoreError: the folder is no store, another process has it open, or its graph has another
                base IRI than ``base``.
            ReadError: its ``articles.jsonl`` is damaged.
            ExportError: ``base`` cannot begin an IRI.
        """
        self._folder = folder
        known = (folder / FILE).is_file()
        if not known and not make:
            raise StoreError(f"{folder}: no store here; make one with kg build … --store {folder}")
        if not known and folder.exists() and not _is_free(folder):
            raise StoreError(f"{folder}: neither empty nor a store; name another folder")
        self.graph = Graph(base or DEFAULT_BASE)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._index = ox.Store(str(folder / INDEX))
        except OSError as error:
            reason = " ".join(str(error).split())
            raise StoreError(f"{folder}: cannot be opened as a store ({reason})") from error
        if known:
            self.graph = load_graph(folder)
        if base and self.graph.base != base:
            raise StoreError(f"{folder}: its base IRI is {self.graph.base}; build without another --base-iri")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        del self._index  # Oxigraph gives its lock back when nobody holds the store

    def replace(self, contributions: Iterable[Contribution]) -> None:
        """Add articles; what the graph had of the same ids goes."""
        contributions = tuple(contributions)
        self.graph.discard({contribution.id for contribution in contributions})
        for contribution in contributions:
            self.graph.put(contribution)

    def retract(self, articles: Collection[str]) -> None:
        """Withdraw articles, by their ids or IRIs.

        Raises:
            ReadError: the graph lacks one of them.
        """
        missing = sorted(set(articles) - self.graph.discard(articles))
        if missing:
            raise ReadError(f"{self._folder}: no article {missing[0]!r}; kg query … articles lists them")

    def save(self) -> Change:
        """Write the graph, then bring the index up to it; what is cut off here is mended next time.

        Raises:
            ExportError: the folder cannot be written.
            StoreError: the database cannot be written.
        """
        mark = self._folder / _UNFINISHED
        write_file(mark, [])
        write_file(self._folder / FILE, write_articles(self.graph))
        try:
            empty = next(iter(self._index), None) is None
            change = self._load() if empty else self._sync()
            self._index.flush()
        except OSError as error:
            reason = " ".join(str(error).split())
            raise StoreError(f"{self._folder}: the index cannot be written ({reason})") from error
        mark.unlink()
        return change

    def _load(self) -> Change:
        """Fill the empty index, from files: several times faster than from quads in memory."""
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            everything, told = Path(name) / "everything.nt", Path(name) / "told.nq"
            write_file(everything, lines_of(describe(whole(self.graph))))
            write_file(
                told,
                chain.from_iterable(
                    lines_of(describe(part), article) for article, part in named_graphs(self.graph)
                ),
            )
            for file in (everything, told, ontology_dir() / "kg.ttl"):
                self._index.bulk_load(path=str(file))
        return Change(added=len(self._index))

    def _sync(self) -> Change:
        """Change the index where it differs from the graph, subject by subject."""
        change = Change()
        everything = _batches(describe(whole(self.graph)))
        ontology = _as_stored((ontology_dir() / "kg.ttl").read_text(encoding="utf-8"), ox.RdfFormat.TURTLE)
        self._sync_one(ox.DefaultGraph(), chain(everything, [ontology]), change)
        articles = set()
        for article, part in named_graphs(self.graph):
            name = ox.NamedNode(article[1:-1])
            articles.add(name)
            self._sync_one(name, _batches(describe(part)), change)
        for gone in [name for name in self._index.named_graphs() if name not in articles]:
            change.removed += sum(1 for _ in self._index.quads_for_pattern(None, None, None, gone))
            self._index.remove_graph(gone)
        return change

    def _sync_one(self, graph: GraphName, batches: Iterable[set[ox.Quad]], change: Change) -> None:
        kept = set()
        for batch in batches:
            wanted = {ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in batch}
            subjects = {quad.subject for quad in wanted}
            there = {
                quad
                for subject in subjects
                for quad in self._index.quads_for_pattern(subject, None, None, graph)
            }
            kept |= subjects
            self._index.extend(wanted - there)
            self._remove(there - wanted)
            change.added += len(wanted - there)
            change.removed += len(there - wanted)
        gone = [q for q in self._index.quads_for_pattern(None, None, None, graph) if q.subject not in kept]
        self._remove(gone)
        change.removed += len(gone)

    def _remove(self, quads: Iterable[ox.Quad]) -> None:
        for quad in quads:
            self._index.remove(quad)


def index_of(folder: Path) -> Path | None:
    """Return the database of the store in ``folder``; ``None`` where there is none.

    Raises:
        StoreError: an update was cut off.
    """
    if (folder / _UNFINISHED).exists():
        raise StoreError(f"{folder}: an update was cut off; run kg build or kg retract on it again")
    for index in (folder / INDEX, folder):  # the latter is a bare database of Oxigraph
        if (index / "CURRENT").is_file():
            return index
    return None


def _is_free(folder: Path) -> bool:
    """Tell whether a store may begin here: what a first build left that was cut off is no hindrance."""
    return folder.is_dir() and {path.name for path in folder.iterdir()} <= {INDEX, _UNFINISHED}


def _batches(resources: Iterable[Resource]) -> Iterator[set[ox.Quad]]:
    """Yield resources as quads of no graph, some thousands of resources at a time."""
    batch: list[Resource] = []
    for resource in resources:
        batch.append(resource)
        if len(batch) == _BATCH:
            yield _parsed(batch)
            batch = []
    yield _parsed(batch)


def _parsed(resources: Iterable[Resource]) -> set[ox.Quad]:
    return _as_stored("".join(lines_of(resources)), ox.RdfFormat.N_TRIPLES)


def _as_stored(text: str, format_: ox.RdfFormat) -> set[ox.Quad]:
    """Return triples as Oxigraph gives them back: 1.0 as 1, an xsd:nonNegativeInteger as an xsd:integer."""
    store = ox.Store()
    store.load(text, format=format_)
    return set(store)
