"""Pushing: what is sent again and what is not, over a line that breaks, to a real store."""

import base64
import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from graph_cases import money_story, park_story, small_graph
from servers import Server, free_port, oxigraph
from test_export import graph_about, rendered
from test_graph import HOSTILE

from kg.cli import main
from kg.errors import ExportError, StoreError
from kg.export import write_build
from kg.graph import Graph
from kg.push import DEFAULT_GRAPH, Pushed, push
from kg.remote import Login, Remote


@dataclass
class Line:
    """A proxy before a store that answers some requests itself, and notes all of them."""

    url: str = ""
    requests: list[str] = field(default_factory=list)
    faults: list[int] = field(default_factory=list)
    """What the next requests are answered with; 0 lets one through."""
    wanted: str = ""
    """The Authorization header without which a request is refused."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with oxigraph() as running:
        yield running


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    line = Line()

    class Proxy(http.server.BaseHTTPRequestHandler):
        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            line.requests.append(self.command)
            if line.wanted and self.headers.get("Authorization") != line.wanted:
                return self._answer(401, b"", {"WWW-Authenticate": 'Basic realm="kg"'})
            fault = line.faults.pop(0) if line.faults else 0
            if fault:
                return self._answer(fault, b"busy\nnow", {"Retry-After": "3"} if fault == 429 else {})
            answer = httpx.request(
                self.command,
                server.url.removesuffix("/store") + self.path,
                content=body,
                headers={k: v for k, v in self.headers.items() if k in ("Accept", "Content-Type")},
            )
            return self._answer(
                answer.status_code, answer.content, {"Content-Type": answer.headers.get("content-type", "")}
            )

        def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_DELETE = _serve  # noqa: N815 (the library's names)

        def log_message(self, *_: object) -> None:
            pass

    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    line.url = f"http://127.0.0.1:{proxy.server_port}"
    yield line
    proxy.shutdown()
    thread.join()
    proxy.server_close()


class Clock:
    """Counts the seconds that would have been slept."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


def remote(line: Line, retries: int = 3, **given: object) -> Remote:
    sleep = given.pop("sleep", Clock())
    return Remote(f"{line.url}/store", f"{line.url}/query", retries=retries, sleep=sleep, **given)  # type: ignore[arg-type]


def triples(graph: Graph) -> int:
    return rendered(graph, "ntriples").count("\n")


def test_what_arrived_is_not_sent_again_and_what_was_withdrawn_is_deleted(line: Line, tmp_path: Path) -> None:
    two, one = small_graph(), Graph()
    park_story().add_to(one)
    journal = tmp_path / "journal"
    with remote(line) as there:
        assert push(two, there, journal).sent == 3
        assert push(two, there, journal).unchanged == 3
        assert "PUT" not in line.requests[-3:]
        done = push(one, there, journal)
        assert (done.sent, done.unchanged, done.deleted) == (1, 1, 1)
        assert there.count("https://example.org/zhkg/art/money.html") == 0
        there.delete("https://example.org/zhkg/art/park.md")
        assert push(one, there, journal).sent == 1


@pytest.mark.parametrize("counted_by", ["query", "fetching"])
def test_every_text_arrives_whole(counted_by: str, line: Line, server: Server, tmp_path: Path) -> None:
    graph = graph_about(*HOSTILE)
    query_url = server.query_url if counted_by == "query" else None
    with Remote(server.url, query_url) as there:
        done = push(graph, there, tmp_path / "journal", name=f"https://kg.example/{counted_by}", chunk=100)
    assert done.sent == 1 + len(graph.articles)
    assert not done.unchanged


def test_the_default_graph_can_take_everything(line: Line, tmp_path: Path) -> None:
    with remote(line) as there:
        push(small_graph(), there, tmp_path / "journal", name=DEFAULT_GRAPH, articles=False)
        rows = there.select(
            "SELECT ?n { ?p <https://example.org/zhkg/ontology#post> ?o ; rdfs:label ?n }".replace(
                "rdfs:label", "<http://www.w3.org/2000/01/rdf-schema#label>"
            )
        )
    assert rows == [{"n": "林晓舟"}]


def test_a_busy_store_is_asked_again_after_longer_and_longer(line: Line, tmp_path: Path) -> None:
    clock = Clock()
    line.faults = [503, 502, 429]
    with remote(line, sleep=clock) as there:
        assert push(small_graph(), there, tmp_path / "journal", articles=False).sent == 1
    assert clock.slept == [1, 2, 3]
    assert line.requests[:4] == ["PUT"] * 4


def test_a_push_that_was_cut_off_goes_on_where_it_stopped(line: Line, tmp_path: Path) -> None:
    graph = small_graph()
    line.faults = [0, 0, 0, 500]
    with remote(line, retries=0) as there:
        with pytest.raises(
            StoreError, match=r"gave up after 1 attempts \(HTTP 500 .*: busy now\); try again"
        ):
            push(graph, there, tmp_path / "journal", articles=False, chunk=200)
        with (tmp_path / "journal").open("a") as journal:
            journal.write('{"graph": "https://ex')
        before = len(line.requests)
        push(graph, there, tmp_path / "journal", articles=False, chunk=300)
        assert "PUT" not in line.requests[before:]
        resumed = line.requests[before:].count("POST")
        assert push(graph, there, tmp_path / "journal", articles=False).unchanged == 1
        before = len(line.requests)
        push(graph, there, tmp_path / "another journal", articles=False, chunk=300)
        assert line.requests[before] == "PUT"
        assert line.requests[before:].count("POST") >= resumed


def test_a_wrong_count_is_told_and_everything_sent_anew(line: Line, tmp_path: Path) -> None:
    graph = small_graph()

    class Losing(Remote):
        def send(self, graph: str | None, triples: bytes, *, replace: bool) -> None:
            super().send(graph, triples.split(b"\n", 1)[1], replace=replace)

    with (
        Losing(f"{line.url}/store", f"{line.url}/query") as there,
        pytest.raises(StoreError, match="push again"),
    ):
        push(graph, there, tmp_path / "journal")
    with remote(line) as there:
        assert push(graph, there, tmp_path / "journal").sent == 3


def test_logins(line: Line, tmp_path: Path) -> None:
    line.wanted = "Basic " + base64.b64encode(b"desk:secret").decode()
    with remote(line, login=Login("desk", "secret")) as there:
        assert push(small_graph(), there, tmp_path / "a").sent == 3
    with (
        remote(line, login=Login("desk", "wrong")) as there,
        pytest.raises(StoreError, match=r"refuses PUT \(HTTP 401"),
    ):
        push(small_graph(), there, tmp_path / "b")
    line.wanted = "Bearer pass"
    with remote(line, token="pass") as there:
        assert push(small_graph(), there, tmp_path / "c").sent == 3


def test_mistakes_are_told_in_one_line(line: Line, tmp_path: Path) -> None:
    nobody = f"http://127.0.0.1:{free_port()}/store"
    with pytest.raises(ExportError, match="no address of a store"):
        Remote("ftp://x/y")
    with (
        Remote(nobody, sleep=(clock := Clock())) as there,
        pytest.raises(StoreError, match=r"nobody answers there .*refused.*; check the address"),
    ):
        push(small_graph(), there, tmp_path / "a")
    assert clock.slept == []
    with remote(line) as there:
        with pytest.raises(StoreError, match=r"journal.*cannot be written .*--journal"):
            push(small_graph(), there, tmp_path / "missing" / "journal")
        with pytest.raises(StoreError, match="refuses POST"):
            there.select("SELECT nonsense")
    with Remote(f"{line.url}/store") as there, pytest.raises(StoreError, match="--query-url"):
        there.select("SELECT * {}")
    with (
        Remote(f"{line.url}/store", f"{line.url}/") as there,
        pytest.raises(StoreError, match=r"--query-url|refuses"),
    ):
        there.count(None)


def test_the_command(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = Graph()
    for story in (park_story(), money_story()):
        story.add_to(graph)
    write_build(graph, tmp_path / "out")
    arguments = ["push", str(tmp_path / "out"), server.url, "--query-url", server.query_url, "--chunk", "100"]
    for expected in (Pushed(sent=3), Pushed(unchanged=3)):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        assert stop.value.code == 0
        told = capsys.readouterr().err
        assert told.startswith(f"{expected.sent} graphs sent, {expected.unchanged} unchanged, 0 deleted;")
    [journal] = (tmp_path / "out").glob("push-*.jsonl")
    rows = [json.loads(row) for row in journal.read_text(encoding="utf-8").splitlines()]
    assert {row["graph"] for row in rows if row["whole"]} == {
        "https://example.org/zhkg/graph",
        *(article.iri for article in graph.articles),
    }
    with pytest.raises(SystemExit) as stop:
        main(["push", str(tmp_path / "out"), "nowhere"])
    assert stop.value.code == 2
