"""SPARQL in a process of its own: a query may run long or grow large without harm to the server.

The store cannot be told to stop, but a process can be ended. What a query may cost is in
:class:`Bounds`; a query over them ends its process, and the next query waits for a new one to load the
graph again.
"""

import signal
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from kg.commands.ask import opened
from kg.errors import KgError, StoreError
from kg.export import write_graph
from kg.living import index_of
from kg.resources import ontology_dir
from kg.saved import load_graph
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one query may cost: seconds of time, bytes of answer, bytes of memory beyond the graph's."""

    seconds: float = 20.0
    answer: int = 16 << 20
    memory: int = 2 << 30


class QueryBoundsError(StoreError):
    """A query took too long, or its answer or its work too much room."""


class Queries:
    """Answers queries over one graph, one at a time."""

    def __init__(self, path: Path, base_iri: str, bounds: Bounds | None = None) -> None:
        """Name the graph: what ``kg query`` opens. It is loaded with the first query."""
        self._path = path
        self._base = base_iri
        self._bounds = bounds or Bounds()
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def ask(self, query: str, format_: str) -> tuple[str, bytes]:
        """Return the media type and the bytes of an answer; ``format_`` is one of ``Store.reply``.

        Raises:
            StoreError: the query is malformed or calls out, or the graph cannot be opened.
            QueryBoundsError: it took too long, or too much room.
        """
        with self._lock:
            connection = self._connected()
            try:
                connection.send((query, format_, self._bounds.answer))
                if not connection.poll(self._bounds.seconds):
                    self._end()
                    raise QueryBoundsError(
                        f"the query took more than {self._bounds.seconds:g} s and was stopped; "
                        "ask for less, or use kg query, which has no bound"
                    )
                answer: tuple[str, bytes] | KgError = connection.recv()
            except (EOFError, OSError) as error:
                self._end()
                raise QueryBoundsError(
                    "the query needed too much memory and was stopped; ask for less"
                ) from error
        if isinstance(answer, KgError):
            raise answer
        return answer

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _connected(self) -> Connection:
        """Return the way to a process that has the graph loaded; loading isn't the query's time."""
        if self._connection is None or self._process is None or not self._process.is_alive():
            self._end()
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(
                target=_answer_all, args=(theirs, self._path, self._base, self._bounds.memory), daemon=True
            )
            self._process.start()
            theirs.close()
            try:
                fault = self._connection.recv()
            except EOFError:
                fault = StoreError(f"{self._path}: the process that loads it ended; free some memory")
            if fault is not None:
                self._end()
                raise fault
        return self._connection

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def _answer_all(connection: Connection, path: Path, base_iri: str, memory: int) -> None:
    """Load the graph, tell of it, and answer until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends this process
    try:
        store = _snapshot(path, base_iri)
    except KgError as error:
        connection.send(error)
        return
    connection.send(None)
    _limit_memory(memory)
    while True:
        try:
            query, format_, most = connection.recv()
        except EOFError:
            return
        try:
            media_type, text = store.reply(query, format_)
            answer = text.encode()
            if len(answer) > most:
                raise QueryBoundsError(
                    f"the answer has {len(answer):,} bytes, more than {most:,}; add LIMIT to the query"
                )
            connection.send((media_type, answer))
        except KgError as error:
            connection.send(error)


def _snapshot(path: Path, base_iri: str) -> Store:
    """Load a graph into memory; a store on disk stays free for others to change and to ask."""
    if index_of(path) is None:
        return opened(path, base_iri)
    store = Store(base=base_iri)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nq"
        write_graph(load_graph(path), file, "nquads")
        store.load(file)
    store.load(ontology_dir() / "kg.ttl")
    return store


def _limit_memory(memory: int) -> None:
    """Let this process grow by so many bytes and no more, where the system can tell its size."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        return  # time is still bounded
    most = pages * resource.getpagesize() + memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
