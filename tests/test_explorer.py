"""The explorer without a browser: its records, its replies, and what a query may cost."""

import gzip
import http.client
import json
import re
import signal
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import urlopen

import pytest
from explorer_cases import ARTICLE, FOUR_BYTES, PAYLOADS, explorer_graph, served
from test_export import hostile_graph, rendered

from kg.cli import main
from kg.commands.ask import opened
from kg.errors import StoreError
from kg.explorer import STATIC, Explorer, encoded, initials
from kg.export import write_build
from kg.graph import Graph
from kg.living import LivingGraph
from kg.model import MentionType
from kg.ontology_schema import load_classes
from kg.web.queries import Bounds, Queries, QueryBoundsError
from kg.web.site import Reply, Request, Site

LONG = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
WIDE = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"
DEEP = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?i ?c"
SHORT = "SELECT ?name WHERE { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    write_build(explorer_graph(), folder)
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    graph = explorer_graph()
    queries = Queries(folder, graph.base, Bounds(seconds=60))
    yield Site(Explorer(graph), queries)
    queries.close()


def get(site: Site, target: str, **headers: str) -> Reply:
    return site.reply(Request("GET", target, headers))


# Records


@pytest.mark.parametrize("make", [explorer_graph, hostile_graph, Graph])
def test_the_records_hold_the_whole_graph(make: type[Graph]) -> None:
    graph = make()
    explorer = Explorer(graph)
    record = json.loads(encoded(explorer.graph()))
    assert [node["id"] for node in record["nodes"]] == [
        node.iri.removeprefix(f"{graph.base}e/").encode("utf-8", "replace").decode() for node in graph.nodes
    ]
    assert len(record["statements"]) == len(graph.statements)
    for row, statement in zip(record["statements"], graph.statements, strict=True):
        assert graph.nodes[row["subject"]] == statement.subject
        quoted = {evidence.quote for evidence in statement.evidence}
        read = set()
        for number, start, end, rule in row["evidence"]:
            article = explorer.article(graph.articles[number].id)
            assert article is not None
            read.add(article["text"][start:end])
            assert record["rules"][rule] in [
                e.rule.encode("utf-8", "replace").decode() for e in statement.evidence
            ]
        assert read == quoted


def test_mentions_are_outermost_names_in_order() -> None:
    graph = explorer_graph()
    article = Explorer(graph).article("park.md")
    assert article is not None
    spans = [(start, end) for start, end, _ in article["mentions"]]
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    names = {article["text"][start:end] for start, end in spans}
    assert "海棠高新区管委会" in names


@pytest.mark.parametrize(
    ("name", "letters"),
    [("武汉东湖高新区", "whdhgxq"), ("重庆市", "cqs"), ("长沙银行", "csyh"), ("TCL科技", "tclkj"), ("", "")],
)
def test_initials_of_names(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_every_type_has_words_and_a_colour() -> None:
    record = Explorer(explorer_graph()).graph()
    for type_ in {node["type"] for node in record["nodes"]}:
        info = record["types"][type_]
        assert info["zh"] == load_classes()[MentionType(type_)].label_zh
        assert re.fullmatch("#[0-9a-f]{6}", info["color"])


# The page in one file


def test_one_file_holds_its_data_and_allows_only_its_own_script() -> None:
    text = rendered(explorer_graph(), "html")
    blocks = dict(re.findall(r'<script type="application/json" id="(\w+)">(.*?)</script>', text, re.DOTALL))
    assert list(blocks) == ["graph", "articles"]
    assert all("<" not in block for block in blocks.values())
    assert json.loads(blocks["articles"])[ARTICLE]["text"].startswith(FOUR_BYTES)
    assert json.loads(blocks["graph"]) == json.loads(encoded(Explorer(explorer_graph()).graph()))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    digest = b64encode(sha256(scripts[0].encode()).digest()).decode()
    assert len(scripts) == 1
    assert f"script-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


# Replies


def test_pages_come_with_a_strict_policy(site: Site) -> None:
    for target in ("/", "/app.js", "/api/graph", "/api/article?id=park.md", "/nothing", "/sparql"):
        policy = get(site, target).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_an_article_is_found_by_any_id(site: Site) -> None:
    reply = get(site, f"/api/article?id={quote(ARTICLE)}")
    assert json.loads(reply.body)["meta"]["title"] == PAYLOADS[1]
    assert get(site, "/api/article?id=none").status == 404
    assert get(site, "/api/article").status == 404


@pytest.mark.parametrize(
    "target",
    ["/../setup.cfg", "/static/../../setup.cfg", "/%2e%2e/setup.cfg", "//etc/passwd", "/app.js/", "/api"],
)
def test_no_other_file_is_given(site: Site, target: str) -> None:
    assert get(site, target).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(site: Site, method: str) -> None:
    assert site.reply(Request(method, "/api/graph")).status == 405
    assert site.reply(Request(method, "/")).status == 405


def test_the_graph_comes_packed_where_the_client_unpacks(site: Site) -> None:
    packed = get(site, "/api/graph", **{"accept-encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == get(site, "/api/graph").body


# The SPARQL protocol


def test_a_query_by_each_way_of_the_protocol(site: Site) -> None:
    form = "application/x-www-form-urlencoded"
    parameters = urlencode({"query": SHORT})
    replies = [
        get(site, f"/sparql?{parameters}"),
        site.reply(Request("POST", "/sparql", {"content-type": form}, parameters.encode())),
        site.reply(Request("POST", "/sparql", {"content-type": "application/sparql-query"}, SHORT.encode())),
    ]
    assert {reply.status for reply in replies} == {200}
    assert len({reply.body for reply in replies}) == 1
    answer = json.loads(replies[0].body)
    assert answer["results"]["bindings"][0]["name"]["value"] == "林晓舟"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
        ("application/sparql-results+xml, text/csv", "application/sparql-results+xml"),
        ("text/csv;q=0, */*", "application/sparql-results+json"),
    ],
)
def test_the_format_is_the_clients_choice(site: Site, accept: str, media_type: str) -> None:
    reply = get(site, f"/sparql?{urlencode({'query': SHORT})}", accept=accept)
    assert reply.media_type.partition(";")[0] == media_type
    assert "林晓舟" in reply.body.decode()


def test_triples_are_turtle(site: Site) -> None:
    reply = get(site, f"/sparql?{urlencode({'query': 'CONSTRUCT WHERE { ?s a kg:Person }'})}")
    assert reply.media_type == "text/turtle"
    assert "林晓舟" in reply.body.decode()


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({}, 400),
        ({"query": "SELECT"}, 400),
        ({"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}, 400),
        ({"query": "DELETE WHERE { ?s ?p ?o }"}, 400),
        ({"update": "DELETE WHERE { ?s ?p ?o }"}, 403),
        ({"query": SHORT, "default-graph-uri": "https://example.org/"}, 400),
        ({"query": SHORT, "format": "exe"}, 400),
    ],
)
def test_what_is_refused_is_said(site: Site, parameters: dict[str, str], status: int) -> None:
    reply = get(site, f"/sparql?{urlencode(parameters)}")
    assert reply.status == status
    assert len(reply.body.splitlines()) == 1


def test_every_recipe_of_the_box_runs(site: Site) -> None:
    recipes = json.loads(get(site, "/api/cookbook").body)
    assert len(recipes) > 20
    for recipe in recipes:
        assert recipe["title_zh"]
        reply = get(site, f"/sparql?{urlencode({'query': recipe['query']})}")
        assert reply.status == 200, reply.body


# What a query may cost


def test_a_long_query_is_stopped_and_the_next_one_answered(folder: Path) -> None:
    queries = Queries(folder, explorer_graph().base, Bounds(seconds=0.7))
    queries.ask(SHORT, "csv")
    started = time.monotonic()
    with pytest.raises(QueryBoundsError, match=r"more than 0\.7 s"):
        queries.ask(LONG, "csv")
    assert time.monotonic() - started < 3
    assert "林晓舟" in queries.ask(SHORT, "csv")[1].decode()
    queries.close()


def test_a_large_answer_is_refused_and_a_large_work_stopped(folder: Path) -> None:
    queries = Queries(folder, explorer_graph().base, Bounds(seconds=60, answer=100_000, memory=256 << 20))
    with pytest.raises(QueryBoundsError, match="more than 100,000"):
        queries.ask(f"{WIDE} LIMIT 5000", "csv")
    with pytest.raises(QueryBoundsError, match="memory"):
        queries.ask(DEEP, "csv")
    assert "林晓舟" in queries.ask(SHORT, "csv")[1].decode()
    queries.close()


def test_a_store_stays_free_for_others(tmp_path: Path) -> None:
    with LivingGraph(tmp_path) as living:
        living.replace(explorer_graph().contributions)
        living.save()
    queries = Queries(tmp_path, Graph().base)
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s a kg:Statement }"
    assert queries.ask(count, "csv")[1].decode() == opened(tmp_path).text(count)
    queries.close()


def test_a_graph_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("no turtle", encoding="utf-8")
    queries = Queries(tmp_path, Graph().base)
    with pytest.raises(StoreError, match="cannot be loaded"):
        queries.ask(SHORT, "csv")


# Sockets


def test_only_this_machines_names_are_answered(tmp_path: Path) -> None:
    with served(tmp_path) as address:
        port = urlsplit(address).port

        def status(host: str, method: str = "GET", **headers: str) -> int:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request(method, "/", headers={"Host": host, **headers})
            answer = connection.getresponse().status
            connection.close()
            return answer

        assert status(f"127.0.0.1:{port}") == status(f"localhost:{port}") == status("localhost") == 200
        assert status(f"evil.example:{port}") == status("127.0.0.1.evil.example") == 403
        assert status("localhost", "HEAD") == 200
        assert status("localhost", "POST", **{"Content-Length": "99999999"}) == 413
        assert status("localhost", "POST", **{"Content-Length": "-1"}) == 411
        assert status("localhost", "DELETE") == 501


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_until_it_is_ended(folder: Path, end: signal.Signals) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = process.stderr.readline().split()[0]
        answer = json.loads(urlopen(f"{address}sparql?{urlencode({'query': SHORT})}", timeout=30).read())
        process.send_signal(end)
        told = process.stderr.read()
    assert answer["results"]["bindings"][0]["name"]["value"] == "林晓舟"
    assert "Traceback" not in told
    assert process.returncode == (0 if end is signal.SIGINT else 143)


def test_serve_tells_what_is_wrong_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", str(tmp_path)])
    assert stopped.value.code == 2
    assert "no articles.jsonl here" in capsys.readouterr().err
    write_build(explorer_graph(), tmp_path)
    with served(tmp_path) as address, pytest.raises(SystemExit) as stopped:
        main(["serve", str(tmp_path), "--port", str(urlsplit(address).port)])
    assert stopped.value.code == 2
    assert "cannot listen" in capsys.readouterr().err


def test_the_front_end_is_shipped_with_its_licences() -> None:
    assert {file.name for file in STATIC.iterdir()} == {"index.html", "app.js", "app.css", "LICENSES.txt"}
    licences = (STATIC / "LICENSES.txt").read_text(encoding="utf-8")
    for name in ("sigma", "graphology", "graphology-layout-forceatlas2"):
        assert re.search(rf"^{name} [\d.]+ \(MIT\)$", licences, re.MULTILINE)
    script = (STATIC / "app.js").read_text(encoding="utf-8")
    assert "innerHTML" not in script
    assert len(script) < 400_000
