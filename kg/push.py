"""A graph to a store elsewhere, by the SPARQL 1.1 Graph Store HTTP Protocol.

Each article goes to the named graph of its IRI, everything (with the ontology) to one graph more. A
graph is sent in chunks of N-Triples: the first replaces what the store had of that name (PUT), the
others add to it (POST); since there are no blank nodes, a chunk sent twice does no harm. A journal on
disk remembers what arrived, so that a push that was cut off goes on where it stopped, and a later one
sends what has changed and deletes what was withdrawn. Every graph's triples are counted at the store.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.formats.ntriples import lines_of
from kg.formats.rdf import Part, describe, named_graphs, whole
from kg.graph import Graph
from kg.remote import Remote
from kg.resources import ontology_dir

DEFAULT_GRAPH = "default"
"""Given as the name of the graph for everything: the store's default graph."""


@dataclass(slots=True)
class Pushed:
    """What a push did, in graphs, and how many triples they have."""

    sent: int = 0
    unchanged: int = 0
    deleted: int = 0
    triples: int = 0


@dataclass(frozen=True, slots=True)
class _Named:
    """A graph to send: its name there, and its lines, which can be made again."""

    name: str
    lines: Callable[[], Iterator[str]]

    def digest(self) -> tuple[str, int]:
        """Return a hash of all lines, and their number."""
        hashed, count = hashlib.sha256(), 0
        for lines in self.lines():
            hashed.update(lines.encode())
            count += lines.count("\n")
        return hashed.hexdigest()[:32], count


@dataclass(frozen=True, slots=True)
class _Sent:
    """What the journal has of a graph: of which content, how many triples arrived, whether that is all."""

    digest: str = ""
    triples: int = 0
    whole: bool = False


class _Journal:
    """A file that is only added to, a line a chunk; the last line of a graph counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.sent: dict[str, _Sent] = {}
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        self._begin = "\n" if text and not text.endswith("\n") else ""
        for line in text.splitlines():
            try:
                row = json.loads(line)
                self.sent[row["graph"]] = _Sent(row["digest"], row["triples"], row["whole"])
            except (ValueError, LookupError, TypeError):
                continue  # the line at which an earlier push was cut off

    def note(self, graph: str, sent: _Sent) -> None:
        """Remember what arrived of a graph."""
        self.sent[graph] = sent
        row = {"graph": graph, **asdict(sent)}
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{self._begin}{json.dumps(row, ensure_ascii=False)}\n")
        except OSError as error:
            reason = error.strerror or error
            raise StoreError(
                f"{self._path}: cannot be written ({reason}); name a file of yours with --journal"
            ) from error
        self._begin = ""


def push(
    graph: Graph,
    remote: Remote,
    journal: Path,
    *,
    name: str | None = None,
    articles: bool = True,
    chunk: int = 50_000,
) -> Pushed:
    """Send what ``remote`` lacks of ``graph``, and verify each graph by its count of triples.

    Args:
        graph: what to send.
        remote: the store.
        journal: the file that remembers what arrived at this store.
        name: the IRI of the graph for everything, or :data:`DEFAULT_GRAPH`; by default the base IRI
            with ``graph`` behind it.
        articles: send each article as a named graph too.
        chunk: about how many triples go into one request.

    Raises:
        StoreError: the store refuses, cannot be reached, or counts other triples than were sent; what
            arrived is remembered, and the same call goes on from there.
    """
    done, book = Pushed(), _Journal(journal)
    names = set()
    for named in _graphs(graph, name or f"{graph.base}graph", articles=articles):
        names.add(named.name)
        digest, count = named.digest()
        done.triples += count
        if book.sent.get(named.name) == _Sent(digest, count, whole=True):
            if remote.count(_target(named.name)) == count:
                done.unchanged += 1
                continue
            book.note(named.name, _Sent())
        _send(named, digest, chunk, remote, book)
        found = remote.count(_target(named.name))
        if found != count:
            book.note(named.name, _Sent())
            raise StoreError(f"{remote.url}: {named.name} has {found} triples there, not {count}; push again")
        book.note(named.name, _Sent(digest, count, whole=True))
        done.sent += 1
    for gone in sorted(name for name, sent in book.sent.items() if name not in names and sent.digest):
        remote.delete(_target(gone))
        book.note(gone, _Sent())
        done.deleted += 1
    return done


def _send(named: _Named, digest: str, size: int, remote: Remote, book: _Journal) -> None:
    """Send the chunks of a graph that the journal doesn't have."""
    before = book.sent.get(named.name, _Sent())
    arrived = before.triples if before.digest == digest else 0
    sent = 0
    for content in _in_chunks(named.lines(), size, arrived):
        remote.send(_target(named.name), content.encode(), replace=arrived + sent == 0)
        sent += content.count("\n")
        book.note(named.name, _Sent(digest, arrived + sent))


def _in_chunks(lines: Iterable[str], size: int, skipped: int) -> Iterator[str]:
    """Join the lines of resources to chunks of about ``size`` triples, after the ``skipped`` first."""
    chunk: list[str] = []
    passed = count = 0
    for resource in lines:
        number = resource.count("\n")
        passed += number
        if passed <= skipped:
            continue
        chunk.append(resource)
        count += number
        if count >= size:
            yield "".join(chunk)
            chunk, count = [], 0
    if chunk:
        yield "".join(chunk)


def _graphs(graph: Graph, name: str, *, articles: bool) -> Iterator[_Named]:
    yield _Named(name, lambda: chain(lines_of(describe(whole(graph))), _ontology()))
    if articles:
        for article, part in named_graphs(graph):
            yield _Named(article[1:-1], partial(_lines, part))


def _lines(part: Part) -> Iterator[str]:
    return lines_of(describe(part))


def _ontology() -> Iterator[str]:
    """Yield the ontology's triples as lines, sorted."""
    quads = ox.parse(path=str(ontology_dir() / "kg.ttl"))
    yield from sorted({f"{quad.triple} .\n" for quad in quads})


def _target(name: str) -> str | None:
    return None if name == DEFAULT_GRAPH else name
