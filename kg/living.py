"""A graph that lives on disk: articles come, are replaced and are withdrawn.

A store is a folder with ``articles.jsonl`` (:mod:`kg.saved`) and perhaps ``decisions.tsv``
(:mod:`kg.decisions`), which are the graph, and ``index/``, an Oxigraph database made from them that answers
SPARQL. In the index each article is a named
graph with what it says; the default graph has everything, each triple once, and the ontology.

Merging is done again on every change, since one article may join the names of others; the index is
then changed where the graph did. An index that is not what this program made of the graph (an update
was cut off, another version made it) is made anew. So a store that grew is the store built at once.
"""

import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg import __version__
from kg.contribution import Contribution
from kg.decisions import FILE as DECISIONS
from kg.decisions import NONE, Decisions, decisions_in, decisions_text
from kg.errors import ExportError, NotFoundError, StoreError
from kg.export import write_file
from kg.formats.ntriples import lines_of
from kg.formats.rdf import Resource, describe, named_graphs, whole
from kg.graph import Graph
from kg.iris import DEFAULT_BASE, digest
from kg.near import checked
from kg.ontology_schema import Ontology
from kg.resources import ontology_dir
from kg.saved import FILE, load_graph, write_articles
from kg.store import database

INDEX = "index"
"""The folder of the database inside a store."""

_UNFINISHED = "unfinished"
_MADE_BY = "made-by"


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
            NotFoundError: there is no store, and none is to be made.
            StoreError: another process has it open.
            ReadError: its ``articles.jsonl`` is damaged.
            ExportError: the folder holds something else or cannot be made, its graph has another base IRI
                than ``base``, or ``base`` cannot begin an IRI.
        """
        self._folder = folder
        known = (folder / FILE).is_file()
        if not known and not make:
            checked(folder)
            raise NotFoundError(f"{folder}: no store here; make one with kg build … --store {folder}")
        if (folder / "graph.ttl").is_file() and not (folder / INDEX).exists():
            # Its other files would not follow what is changed here.
            raise NotFoundError(f"{folder}: written by kg build -o, and no store; name a folder of --store")
        if not known and folder.exists() and not _is_free(folder):
            raise ExportError(f"{folder}: neither empty nor a store; name another folder")
        self.graph = Graph(base or DEFAULT_BASE)
        self._decided = NONE
        self._whole = known and not (folder / _UNFINISHED).exists()
        self._before: dict[tuple[str, str], int] | None = None
        self._quads = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"{folder}: cannot be made ({error.strerror}); name another folder") from error
        self._index = database(folder / INDEX)
        if known:
            self.graph = load_graph(folder)
            self._decided = self.graph.decisions
        if base and self.graph.base != base:
            raise ExportError(f"{folder}: its base IRI is {self.graph.base}; leave --base-iri out")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        del self._index  # Oxigraph gives its lock back when nobody holds the store

    def replace(self, contributions: Iterable[Contribution]) -> None:
        """Add articles; what the graph had of the same ids goes."""
        self._remember()
        contributions = tuple(contributions)
        self.graph.discard({contribution.id for contribution in contributions})
        for contribution in contributions:
            self.graph.put(contribution)

    def retract(self, articles: Collection[str]) -> None:
        """Withdraw articles, by their ids or IRIs.

        Raises:
            NotFoundError: the graph lacks one of them.
        """
        self._remember()
        missing = sorted(set(articles) - self.graph.discard(articles))
        if missing:
            raise NotFoundError(f"{self._folder}: no article {missing[0]!r}; kg query … articles lists them")

    def decide(self, decisions: Decisions) -> None:
        """Honour these decisions about identity, which the store keeps from now on."""
        self._remember()
        self.graph.decide(decisions)

    def declare(self, ontology: Ontology) -> None:
        """Take the relations from this ontology, which the store keeps from now on."""
        self._remember()
        self.graph.declare(ontology)

    def save(self) -> Change:
        """Write the graph, then bring the index up to it; what is cut off here is mended next time.

        Raises:
            ExportError: the folder cannot be written.
            StoreError: the database cannot be written.
        """
        self._remember()
        mark = self._folder / _UNFINISHED
        write_file(mark, [])
        write_file(self._folder / FILE, write_articles(self.graph))
        if decisions_in(self._folder) != self.graph.decisions:
            write_file(self._folder / DECISIONS, [decisions_text(self.graph.decisions)])
        try:
            change = self._sync() if self._is_current() else self._load()
            self._index.flush()
        except OSError as error:
            reason = " ".join(str(error).split())
            raise StoreError(f"{self._folder}: the index cannot be written ({reason})") from error
        write_file(self._folder / _MADE_BY, [_maker(self.graph.decisions)])
        mark.unlink()
        self._before, self._decided = None, self.graph.decisions
        return change

    def _remember(self) -> None:
        """Keep a hash of every resource before the first change, to know afterwards what changed."""
        if self._before is not None:
            return
        self._before, self._quads = {}, 0
        for name, resource in _all(self.graph):
            self._before[name, resource.subject] = hash(tuple(resource.pairs))
            self._quads += len(resource.pairs)

    def _is_current(self) -> bool:
        """Tell whether the index is what this program made of the graph before it was changed."""
        file = self._folder / _MADE_BY
        made_by = file.read_text(encoding="utf-8") if file.is_file() else ""
        if not self._whole or made_by != _maker(self._decided):
            return False
        return len(self._index) == self._quads + len(_ontology())

    def _load(self) -> Change:
        """Fill the index anew, from files: several times faster than from quads in memory."""
        self._index.clear()
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            everything, told = Path(folder) / "everything.nt", Path(folder) / "told.nq"
            write_file(everything, lines_of(describe(whole(self.graph))))
            parts = (lines_of(describe(part), article) for article, part in named_graphs(self.graph))
            write_file(told, chain.from_iterable(parts))
            for file in (everything, told, ontology_dir() / "kg.ttl"):
                self._index.bulk_load(path=str(file))
        return Change(added=len(self._index))

    def _sync(self) -> Change:
        """Change the resources that differ from those of before."""
        change, before = Change(), self._before or {}
        for name, resource in _all(self.graph):
            if before.pop((name, resource.subject), None) != hash(tuple(resource.pairs)):
                self._put(name, resource.subject, _as_stored(resource), change)
        for name, subject in before:
            self._put(name, subject, set(), change)
        for graph in list(self._index.named_graphs()):
            if next(self._index.quads_for_pattern(None, None, None, graph), None) is None:
                self._index.remove_graph(graph)
        return change

    def _put(self, name: str, subject: str, triples: set[ox.Triple], change: Change) -> None:
        """Let a resource have these triples in a graph, and no others."""
        graph = ox.NamedNode(name[1:-1]) if name else ox.DefaultGraph()
        found = self._index.quads_for_pattern(ox.NamedNode(subject[1:-1]), None, None, graph)
        there = {quad.triple for quad in found}
        for triple in there - triples:
            self._index.remove(ox.Quad(triple.subject, triple.predicate, triple.object, graph))
        self._index.extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples - there)
        change.added += len(triples - there)
        change.removed += len(there - triples)


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
    return folder.is_dir() and {path.name for path in folder.iterdir()} <= {INDEX, _UNFINISHED, _MADE_BY}


def _all(graph: Graph) -> Iterator[tuple[str, Resource]]:
    """Yield the resources of the index with the names of their graphs, empty for the default graph."""
    for resource in describe(whole(graph)):
        yield "", resource
    for name, part in named_graphs(graph):
        for resource in describe(part):
            yield name, resource


def _as_stored(resource: Resource) -> set[ox.Triple]:
    """Return triples as Oxigraph gives them back: 1.0 as 1, an xsd:nonNegativeInteger as an xsd:integer."""
    store = ox.Store()
    store.load("".join(lines_of([resource])), format=ox.RdfFormat.N_TRIPLES)
    return {quad.triple for quad in store}


@cache
def _ontology() -> frozenset[ox.Triple]:
    return frozenset(quad.triple for quad in ox.parse(path=str(ontology_dir() / "kg.ttl")))


def _maker(decisions: Decisions) -> str:
    """Return what tells an index from one of another version of this program, or under other decisions."""
    ontology = (ontology_dir() / "kg.ttl").read_text(encoding="utf-8")
    return f"zhkg {__version__} {digest(ontology)} {digest(decisions_text(decisions))}\n"
