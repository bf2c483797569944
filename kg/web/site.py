"""What the explorer's server answers: a request in, a reply out, no socket touched.

Everything is read-only. Addresses: ``/`` and the files of the front end, ``/api/graph``,
``/api/article?id=``, ``/api/cookbook``, and ``/sparql``, which speaks the SPARQL 1.1 protocol.
"""

import gzip
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from urllib.parse import parse_qs, urlsplit

from kg.cookbook import load_recipes
from kg.errors import KgError
from kg.explorer import STATIC, Explorer, encoded, policy_of
from kg.web.queries import Queries, QueryBoundsError

_FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/app.js": ("app.js", "text/javascript; charset=utf-8"),
    "/app.css": ("app.css", "text/css; charset=utf-8"),
    "/LICENSES.txt": ("LICENSES.txt", "text/plain; charset=utf-8"),
}
_JSON = "application/json; charset=utf-8"
_FORMAT_BY_MEDIA_TYPE = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
_HEADERS = {
    "Content-Security-Policy": policy_of("'self'", "'self'", "'self'") + "; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request: method, the address after the host, headers in lower case, and the body."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply: HTTP status, media type, body, and the headers that every reply has."""

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: _HEADERS)


class Site:
    """A graph's explorer."""

    def __init__(self, explorer: Explorer, queries: Queries) -> None:
        """Serve what ``explorer`` shows and ``queries`` answers."""
        self._explorer = explorer
        self._queries = queries

    def reply(self, request: Request) -> Reply:
        """Return the reply to a request, whatever it is."""
        address = urlsplit(request.target)
        if address.path == "/sparql":
            return self._sparql(request, address.query)
        if request.method not in ("GET", "HEAD"):
            return _text(405, "this server is read-only; use GET")
        if address.path in _FILES:
            name, media_type = _FILES[address.path]
            return Reply(200, media_type, (STATIC / name).read_bytes())
        if address.path == "/api/graph":
            return _zipped(self._graph, request)
        if address.path == "/api/article":
            record = self._explorer.article(parse_qs(address.query).get("id", [""])[0])
            return _text(404, "no such article") if record is None else Reply(200, _JSON, encoded(record))
        if address.path == "/api/cookbook":
            return Reply(200, _JSON, encoded([asdict(recipe) for recipe in load_recipes().values()]))
        return _text(404, "nothing here; the explorer is at /")

    @cached_property
    def _graph(self) -> bytes:
        """The graph's record, made and packed once."""
        return gzip.compress(encoded(self._explorer.graph()), 6, mtime=0)

    def _sparql(self, request: Request, parameters: str) -> Reply:
        """Answer a query of the SPARQL 1.1 protocol, by GET or by either form of POST."""
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        given = parse_qs(parameters)
        if request.method == "POST" and media_type == "application/sparql-query":
            given["query"] = [request.body.decode("utf-8", "replace")]
        elif request.method == "POST" and media_type == "application/x-www-form-urlencoded":
            given |= parse_qs(request.body.decode("utf-8", "replace"))
        elif request.method == "POST":
            return _text(415, "send application/sparql-query or application/x-www-form-urlencoded")
        elif request.method not in ("GET", "HEAD"):
            return _text(405, "use GET or POST")
        if "update" in given:
            return _text(403, "this endpoint is read-only")
        if given.keys() & {"default-graph-uri", "named-graph-uri"}:
            return _text(400, "this endpoint has one dataset; name graphs in the query (FROM)")
        if len(given.get("query", [])) != 1:
            return _text(400, "give one query, as ?query= or in the body")
        format_ = given["format"][0] if "format" in given else _negotiated(request.headers.get("accept", ""))
        try:
            media_type, body = self._queries.ask(given["query"][0], format_)
        except QueryBoundsError as error:
            return _text(503, str(error))
        except KgError as error:
            return _text(400, str(error))
        return Reply(200, media_type, body)


def _negotiated(accept: str) -> str:
    """Return the format of solutions that a client likes best; JSON where it takes anything."""
    choices: list[tuple[float, int, str]] = []
    for place, choice in enumerate(accept.split(",")):
        name, *parameters = (part.strip().lower() for part in choice.split(";"))
        quality = next((value for value in map(_quality, parameters) if value is not None), 1.0)
        if name in _FORMAT_BY_MEDIA_TYPE and quality > 0:
            choices.append((-quality, place, _FORMAT_BY_MEDIA_TYPE[name]))
    return min(choices)[2] if choices else "json"


def _quality(parameter: str) -> float | None:
    match = re.fullmatch(r"q=([01](?:\.\d{0,3})?)", parameter)
    return float(match[1]) if match else None


def _zipped(body: bytes, request: Request) -> Reply:
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Reply(200, _JSON, body, {**_HEADERS, "Content-Encoding": "gzip"})
    return Reply(200, _JSON, gzip.decompress(body))


def _text(status: int, message: str) -> Reply:
    return Reply(status, "text/plain; charset=utf-8", (message + "\n").encode())
