"""The embedded store: what formats load, what queries answer, and what they may not reach."""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from graph_cases import small_graph
from test_export import RDF_FORMATS, rendered

from kg.errors import NotFoundError, StoreError
from kg.export import FORMATS, write_graph
from kg.store import Store

POSTS = """
    SELECT ?name ?title {
        ?person kg:post ?body ; rdfs:label ?name .
        ?s rdf:subject ?person ; rdf:predicate kg:post ; kg:label ?title
    }
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    write_graph(small_graph(), tmp_path / "graph.nq", "nquads")
    store = Store()
    store.load(tmp_path / "graph.nq")
    return store


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_every_rdf_format_answers_alike(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(small_graph(), path, name)
    store = Store()
    store.load(path)
    assert list(store.rows(POSTS)) == [{"name": "林晓舟", "title": "主任"}]
    assert list(store.rows("SELECT (SUM(?v) AS ?sum) { ?s kg:unit 'CNY' ; kg:value ?v }")) == [
        {"sum": "7630000000"}
    ]
    assert len(store) == rendered(small_graph(), "ntriples").count("\n")


def test_a_store_on_disk_is_there_the_next_time(tmp_path: Path) -> None:
    write_graph(small_graph(), tmp_path / "graph.ttl", "turtle")
    store = Store(tmp_path / "store")
    store.load(tmp_path / "graph.ttl")
    count = len(store)
    del store
    assert len(Store(tmp_path / "store")) == count == rendered(small_graph(), "ntriples").count("\n")


def test_answers_as_text(store: Store) -> None:
    assert store.text(POSTS) == "name,title\r\n林晓舟,主任\r\n"
    assert json.loads(store.text(POSTS, "json"))["head"]["vars"] == ["name", "title"]
    assert store.text("ASK { e:林晓舟:海棠高新区管委会:主任 kg:post ?o }") == "true\n"
    assert json.loads(store.text("ASK { e:海棠高新区管委会 kg:goal ?o }", "json"))["boolean"] is False
    assert "林晓舟" in store.text("CONSTRUCT { ?s kg:post ?o } WHERE { ?s kg:post ?o }")


def test_unbound_variables_are_left_out(store: Store) -> None:
    query = "SELECT ?e ?ticker { BIND(e:林晓舟 AS ?e) OPTIONAL { ?e kg:ticker ?ticker } }"
    assert list(store.rows(query)) == [{"e": "https://example.org/zhkg/e/林晓舟"}]


def test_mistakes_are_told_in_one_line(store: Store, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("e:x is no triple")
    (tmp_path / "file").write_text("")
    for act, message in (
        (
            lambda: store.text("SELECT nonsense"),
            "cannot be read: line 1, column 8, at “nonsense”",
        ),
        (lambda: list(store.rows("ASK {}")), "only a SELECT"),
        (lambda: store.load(tmp_path / "missing.ttl"), "missing.ttl: cannot be loaded"),
        (lambda: store.load(tmp_path / "broken.ttl"), "broken.ttl: cannot be loaded"),
        (lambda: store.load(tmp_path / "graph.xlsx"), "no format for '.xlsx'"),
        (lambda: Store(tmp_path / "file" / "store"), "cannot be opened"),
    ):
        with pytest.raises(StoreError, match=message) as caught:
            act()
        assert "\n" not in str(caught.value)
    with pytest.raises(NotFoundError, match="csv, tsv, json"):
        store.text(POSTS, "xlsx")


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    calls: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            calls.append(self.path)
            self.send_error(500)

        do_GET = do_POST  # noqa: N815 (the library's name)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"<http://127.0.0.1:{server.server_port}/q>", calls
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {{ SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ service silent {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{SERVICE{url}{{ ?s ?p ?o }}}}",
        "SELECT * {{ ?a ?b 'x' SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ BIND('# \\' ' AS ?x) SERVICE {url} {{ ?s ?p ?o }} }}",
        'SELECT * {{ BIND("""a"b" # """ AS ?x) SERVICE {url} {{ ?s ?p ?o }} }}',
        "SELECT * {{ # '\n SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ FILTER(1 <2) SERVICE {url} {{ ?s ?p ?o }} FILTER(3> 2) }}",
        "SELECT * {{ \\u0053ERVICE {url} {{ ?s ?p ?o }} }}",
        'SELECT * {{ BIND("\\u0022 # " AS ?x) SERVICE {url} {{ ?s ?p ?o }} }}',
        "SELECT * {{ BIND(<x:#'> AS ?x) SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a a ex:a\\'b . SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b 1.SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b e:x.SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b 'x'@en.SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b ?c.SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b 1SERVICE{url}{{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b 1.5e3SERVICE{url}{{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b trueSERVICE{url}{{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b () SERVICESILENT{url}{{ ?s ?p ?o }} }}",
        "SELECT * {{ BIND({url} AS ?u) SERVICE?u {{ ?s ?p ?o }} }}",
        "PREFIX x: {url} SELECT * {{ SERVICEx: {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b? ?c. SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b _:c.SERVICE {url} {{ ?s ?p ?o }} }}",
        "SELECT * FROM {url} {{ ?s ?p ?o }}",
    ],
)
def test_no_query_reaches_another_machine(query: str, store: Store, listener: tuple[str, list[str]]) -> None:
    url, calls = listener
    with suppress(StoreError):
        store.text(query.format(url=url))
    assert calls == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service kg:post ?o }",
        "SELECT * { ?s rdfs:label 'SERVICE' }",
        "SELECT * { ?s <x:SERVICE> ?o } # SERVICE",
        'SELECT * { ?s ?p """a SERVICE <x:y> {} """ }',
    ],
)
def test_the_word_alone_is_no_call(query: str, store: Store) -> None:
    store.text(query)
