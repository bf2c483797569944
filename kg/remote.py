"""One graph store on the network: the requests of the Graph Store Protocol, with login and patience."""

import time
from collections.abc import Callable, Generator
from types import TracebackType
from typing import Self

import httpx
import pyoxigraph as ox

from kg.errors import ExportError, StoreError

_AGAIN = {408, 429, 500, 502, 503, 504}
_LONGEST_WAIT = 60.0
_TRIPLES = "application/n-triples"
_ROWS = "application/sparql-results+json"


class Login(httpx.Auth):
    """Answers a store's challenge, Digest or Basic, and from then on logs in at once."""

    def __init__(self, user: str, password: str) -> None:
        """Keep the user's name and password; nothing is sent before the store asks."""
        self._user, self._password = user, password
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request, and again with the login if the store asks for one."""
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            asked = response.headers.get("www-authenticate", "").lower()
            kind = httpx.DigestAuth if "digest" in asked else httpx.BasicAuth
            self._chosen = kind(self._user, self._password)
        yield from self._chosen.auth_flow(request)


class Remote:
    """A store that speaks the SPARQL 1.1 Graph Store HTTP Protocol.

    A graph is named by its IRI; ``None`` is the default graph. A request that the network or a busy
    store lets down is made again, after one second, two, four, … or as long as the store says; but where
    nobody has answered yet and a connection is refused, that is final.
    """

    def __init__(
        self,
        url: str,
        query_url: str | None = None,
        *,
        login: Login | None = None,
        token: str | None = None,
        retries: int = 6,
        timeout: float = 120.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Reach the graph store at ``url``.

        Args:
            url: where the Graph Store Protocol is spoken.
            query_url: where SPARQL is answered, to count triples; else a graph is fetched to be counted.
            login: a user's name and password.
            token: a bearer token, instead of a login.
            retries: how often a request is made again.
            timeout: how long one request may wait, in seconds.
            sleep: waits so many seconds.

        Raises:
            ExportError: a URL is none of HTTP.
        """
        for given in (url, query_url or url):
            if not given.startswith(("http://", "https://")):
                raise ExportError(
                    f"{given}: no address of a store; give one that begins with http:// or https://"
                )
        self.url, self._query_url = url, query_url
        self._retries, self._sleep = retries, sleep
        self._reached = False
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._client = httpx.Client(auth=login, headers=headers, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def send(self, graph: str | None, triples: bytes, *, replace: bool) -> None:
        """Add N-Triples to a graph, or let them replace what it has.

        Raises:
            StoreError: the store refuses or cannot be reached.
        """
        self._request("PUT" if replace else "POST", graph, content=triples, accept=None)

    def delete(self, graph: str | None) -> None:
        """Delete a graph; one that isn't there is no error.

        Raises:
            StoreError: the store refuses or cannot be reached.
        """
        self._request("DELETE", graph, accept=None)

    def count(self, graph: str | None) -> int:
        """Return how many triples a graph has; 0 if it isn't there.

        Raises:
            StoreError: the store refuses, cannot be reached, or answers what cannot be read.
        """
        if self._query_url is None:
            answer = self._request("GET", graph, accept=_TRIPLES)
            return 0 if answer.status_code == httpx.codes.NOT_FOUND else self._triples(answer)
        pattern = "?s ?p ?o" if graph is None else f"GRAPH <{graph}> {{ ?s ?p ?o }}"
        rows = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
        return int(rows[0]["n"])

    def select(self, query: str, graph: str | None = None) -> list[dict[str, str]]:
        """Return the rows of a SELECT query over ``graph``, each as its bound variables' values.

        Raises:
            StoreError: there is no ``query_url``, the store refuses, cannot be reached, or answers what
                cannot be read.
        """
        if self._query_url is None:
            raise StoreError(f"{self.url}: no address for queries; give one with --query-url")
        form = {"query": query} | ({"default-graph-uri": graph} if graph else {})
        request = self._client.build_request("POST", self._query_url, data=form, headers={"Accept": _ROWS})
        answer = self._patiently(request)
        try:
            bindings = answer.json()["results"]["bindings"]
            return [{name: term["value"] for name, term in row.items()} for row in bindings]
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise StoreError(f"{self._query_url}: answers no rows of SPARQL; check --query-url") from error

    def _triples(self, answer: httpx.Response) -> int:
        media = answer.headers.get("content-type", "").partition(";")[0].strip()
        try:
            format_ = ox.RdfFormat.from_media_type(media) or ox.RdfFormat.N_TRIPLES
            return len({quad.triple for quad in ox.parse(answer.content, format=format_)})
        except SyntaxError as error:
            raise StoreError(
                f"{self.url}: answers no triples; check the address or give --query-url"
            ) from error

    def _request(
        self, method: str, graph: str | None, *, accept: str | None, content: bytes | None = None
    ) -> httpx.Response:
        url = httpx.URL(self.url).copy_merge_params({"default": ""} if graph is None else {"graph": graph})
        headers = {"Accept": accept} if accept else {}
        if content is not None:
            headers["Content-Type"] = _TRIPLES
        request = self._client.build_request(method, url, content=content, headers=headers)
        return self._patiently(request, missing=method in ("GET", "DELETE"))

    def _patiently(self, request: httpx.Request, *, missing: bool = False) -> httpx.Response:
        """Make a request, again where that may help; ``missing`` lets 404 pass."""
        where = request.url.copy_with(query=None)
        for attempt in range(self._retries + 1):
            wait = min(2.0**attempt, _LONGEST_WAIT)
            try:
                answer = self._client.send(request)
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
                if isinstance(error, httpx.ConnectError) and not self._reached:
                    raise StoreError(
                        f"{where}: nobody answers there ({reason}); check the address, or start the store"
                    ) from error
            else:
                self._reached = True
                if answer.is_success or (missing and answer.status_code == httpx.codes.NOT_FOUND):
                    return answer
                reason = f"HTTP {answer.status_code} {answer.reason_phrase}: {_first_line(answer.text)}"
                if answer.status_code not in _AGAIN:
                    raise StoreError(f"{where}: refuses {request.method} ({reason})")
                wait = _asked_for(answer) or wait
            if attempt < self._retries:
                self._sleep(wait)
        raise StoreError(f"{where}: gave up after {self._retries + 1} attempts ({reason}); try again later")


def _asked_for(answer: httpx.Response) -> float | None:
    """Return how many seconds the store asks to wait (Retry-After), a minute at most."""
    value = answer.headers.get("retry-after", "")
    return min(float(value), _LONGEST_WAIT) if value.isdecimal() else None


def _first_line(text: str) -> str:
    return " ".join(text.split())[:200]
