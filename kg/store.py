"""An embedded SPARQL store: files of a graph in, answers to queries out.

Nothing here reaches the network: a query that would (``SERVICE``) is refused.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import NotFoundError, StoreError
from kg.formats.aligned import aligned
from kg.formats.turtle import prefixes
from kg.iris import DEFAULT_BASE
from kg.query_faults import fault_of

_FORMAT_BY_SUFFIX = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}
_RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_TABLE = "table"
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# Strings, IRIs, comments, variables and local names in one pass from the left, as the grammar has
# them. The keyword needs no word boundary (1SERVICE<x:y>{} calls), so that its letters anywhere else
# count: better refuse a query too many than let one call.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|' + r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n\r]|\\.)*"|' + r"'(?:[^'\\\n\r]|\\.)*'|"
    r'<[^<>"{}|^`\\\x00-\x20]*>|#[^\n\r]*|[?$:]\w+|(?P<service>SERVICE)',
    re.IGNORECASE | re.DOTALL,
)


class Store:
    """A graph that answers SPARQL 1.1.

    The default graph has the triples of all named graphs, each once. Oxigraph's own union of graphs
    repeats a triple for each graph that has it, so that sums and counts come out too high.
    """

    def __init__(self, folder: Path | None = None, *, base: str = DEFAULT_BASE) -> None:
        """Open the store in ``folder`` (made if missing), or an empty one in memory.

        ``base`` is the graph's base IRI: ``e:``, ``st:`` and our other prefixes need no declaration.

        Raises:
            StoreError: the folder is no store, or another process has it open.
        """
        self._store = database(folder) if folder else ox.Store()
        self._prefixes = dict(prefixes(base))

    def __len__(self) -> int:
        """Return the number of triples, each counted once however many articles tell it."""
        everything = self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        return sum(1 for _ in everything)

    def load(self, path: Path) -> None:
        """Add a file; its suffix tells the format.

        Raises:
            StoreError: the file is missing, malformed, or of a format that no store reads.
        """
        if path.suffix not in _FORMAT_BY_SUFFIX:
            raise StoreError(f"{path}: no format for {path.suffix!r}; use {', '.join(_FORMAT_BY_SUFFIX)}")
        format_ = _FORMAT_BY_SUFFIX[path.suffix]
        try:
            self._store.bulk_load(path=str(path), format=format_)
            if format_.supports_datasets:
                quads = ox.parse(path=str(path), format=format_)
                self._store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        except (OSError, SyntaxError) as error:
            raise StoreError(f"{path}: cannot be loaded ({_line(error)}); build it again") from error

    def rows(self, query: str) -> Iterator[dict[str, str]]:
        """Yield the solutions of a SELECT query, each as its bound variables' values.

        Raises:
            StoreError: the query is malformed, calls out, or isn't a SELECT.
        """
        solutions = self._answer(query)
        if not isinstance(solutions, ox.QuerySolutions):
            raise StoreError("only a SELECT query has rows; ask for text instead")
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            terms = ((name, solution[name]) for name in names)
            yield {name: term.value for name, term in terms if isinstance(term, ox.NamedNode | ox.Literal)}

    def text(self, query: str, format: str = "csv") -> str:  # noqa: A002 (the word users know)
        """Return a query's answer as ``csv``, ``tsv``, ``json``, ``xml`` or ``table``; triples as Turtle.

        Raises:
            StoreError: the query is malformed or calls out.
            NotFoundError: there is no such format.
        """
        return self.reply(query, format)[1]

    def reply(self, query: str, format: str = "csv") -> tuple[str, str]:  # noqa: A002
        """Return the media type and the text of a query's answer; formats and errors as :meth:`text`."""
        if format not in (*_RESULTS, _TABLE):
            formats = ", ".join((*_RESULTS, _TABLE))
            raise NotFoundError(f"no format {format!r} for answers; there are {formats}")
        answer = self._answer(query)
        if isinstance(answer, ox.QueryTriples):
            return "text/turtle", _decoded(answer.serialize(format=ox.RdfFormat.TURTLE))
        if isinstance(answer, ox.QueryBoolean) and format not in ("json", "xml"):
            return "text/plain", f"{str(bool(answer)).lower()}\n"
        if isinstance(answer, ox.QuerySolutions) and format == _TABLE:
            names = [variable.value for variable in answer.variables]
            return "text/plain", aligned(
                names, ([_value(solution[name]) for name in names] for solution in answer)
            )
        results = _RESULTS[format]
        return results.media_type, _decoded(answer.serialize(format=results))

    def _answer(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        if _calls_out(query):
            raise StoreError(
                "SERVICE asks another machine; take it out of the query and load that data instead"
            )
        try:
            return self._store.query(query, prefixes=self._prefixes)
        except SyntaxError as error:
            fault = fault_of(query, self._prefixes) or _line(error)
            raise StoreError(f"the query cannot be read: {fault}") from error


def database(folder: Path) -> ox.Store:
    """Open the Oxigraph database in ``folder``, made if missing.

    Raises:
        StoreError: the folder is no database, or another program has it open.
    """
    try:
        return ox.Store(str(folder))
    except OSError as error:
        reason = _line(error)
        remedy = "end the program that has it open" if "/LOCK" in reason else "name another folder"
        raise StoreError(f"{folder}: cannot be opened as a store ({reason}); {remedy}") from error


def _calls_out(query: str) -> bool:
    """Tell whether a query has the keyword SERVICE, as written or once its escapes are read."""

    def character(match: re.Match[str]) -> str:
        code = int(match.group(1) or match.group(2), 16)
        return chr(code) if code < 0x110000 else "\ufffd"

    views = (query, _CODE_POINT.sub(character, query))
    return any(match.group("service") for view in views for match in _TOKEN.finditer(view))


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _decoded(written: bytes | None) -> str:
    return (written or b"").decode("utf-8")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
