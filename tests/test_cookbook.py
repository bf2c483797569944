"""The cookbook: every query with its answer, in our store and over HTTP in two others."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

import pytest
from cookbook_cases import desk_graph
from servers import Server, oxigraph, virtuoso
from test_export import rendered

from kg.cli import main
from kg.cookbook import load_recipes
from kg.errors import OntologyError
from kg.export import write_build
from kg.graph import Graph
from kg.pipeline import Options, build
from kg.push import push
from kg.resources import ontology_dir
from kg.saved import load_graph
from kg.store import Store

ROOT = Path(__file__).resolve().parents[1]
ANSWERS = ROOT / "tests" / "answers"
Rows = list[tuple[str, ...]]

#: What the articles of cookbook_cases.py add to the answers that are empty or poor on corpus/.
DESK = {
    "contradicting-posts": [("松原软件", "董事长", "洪千里", "白一舟")],
    "contradicting-values": [("松原软件", "营业收入", "2023", "20亿元", "21亿元")],
    "goals-met": [("松原软件", "1", "1")],
    "several-bodies": [("白一舟", "2")],
    "targets-met": [("松原软件", "营业收入", "30亿元", "31亿元")],
    "told-and-denied": [("松原软件", "合作", "云岭大学")],
    "told-by-several": [("松原软件", "收购", "青禾数据", "2")],
    "one-outlet-only": [("松原软件", "合作", "云岭大学", "江城日报")],
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("out")
    build([str(ROOT / "corpus")], folder, Options(), workers=1)
    return load_graph(folder)


@cache
def desk() -> Graph:
    return desk_graph()


def store_of(graph: Graph, folder: Path) -> Store:
    write_build(graph, folder)
    store = Store(base=graph.base)
    for name in ("graph.ttl", "kg.ttl"):
        store.load(folder / name)
    return store


def plain(value: str) -> str:
    """A number in one form: stores write 30 as 30.0 or 3E1."""
    try:
        return f"{Decimal(value):f}".rstrip("0").rstrip(".") if "." in value else str(int(Decimal(value)))
    except (InvalidOperation, ValueError):
        return value


def rows_of(answer: str) -> Rows:
    return sorted(tuple(map(plain, row)) for row in list(csv.reader(answer.splitlines()))[1:])


def test_there_are_thirty_queries_with_titles_in_two_languages() -> None:
    recipes = load_recipes()
    assert len(recipes) >= 30
    for recipe in recipes.values():
        assert any("\u4e00" <= char <= "\u9fff" for char in recipe.title_zh)
        assert recipe.title_en.replace("产业", "").isascii()
    assert {path.stem for path in ANSWERS.glob("*.csv")} == set(recipes)


def test_every_query_answers_on_the_corpus_as_written_down(corpus: Graph, tmp_path: Path) -> None:
    store = store_of(corpus, tmp_path)
    for recipe in load_recipes().values():
        expected = (ANSWERS / f"{recipe.name}.csv").read_text(encoding="utf-8")
        found = store.text(recipe.query).replace("\r\n", "\n")
        assert found == expected, f"{recipe.name}: read the difference, then run tools/cookbook_page.py"


def test_the_page_of_documentation_is_that_of_the_queries_and_answers() -> None:
    code = (
        "from cookbook_page import *\n"
        "found = {file.stem: file.read_text(encoding='utf-8') for file in ANSWERS.glob('*.csv')}\n"
        "print(page(found), end='')"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'tools'}:{ROOT}", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    page = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
    assert page == made, "run python tools/cookbook_page.py"


def test_contradictions_and_confirmations_are_found_with_their_sentences(tmp_path: Path) -> None:
    store = store_of(desk(), tmp_path)
    sentences = {s for document in desk().contributions for s in document.text.split("\n")}
    for name, expected in DESK.items():
        found = [
            tuple(cell for cell in row if cell not in sentences)
            for row in rows_of(store.text(load_recipes()[name].query))
        ]
        assert found == expected, name
    for name in ("contradicting-posts", "contradicting-values", "told-and-denied"):
        [row] = store.rows(load_recipes()[name].query)
        assert len(sentences & set(row.values())) == 2, name


def test_only_what_holds_of_every_answer_is_in_it(corpus: Graph, tmp_path: Path) -> None:
    """A few answers counted from the graph itself, without SPARQL."""
    store = store_of(corpus, tmp_path)
    rows = {name: rows_of(store.text(load_recipes()[name].query)) for name in load_recipes()}
    statements = corpus.statements
    assert sum(int(count) for _, _, count in rows["relations"]) == len(statements)
    assert [row[0] for row in rows["articles"]] == sorted(article.id for article in corpus.articles)
    several = {
        (s.subject.name, str(len(s.articles))) for s in statements if len(s.articles) > 1
    }  # fmt: skip
    assert {(row[0], row[-1]) for row in rows["told-by-several"]} == several
    goals = {s.subject.name for s in statements if s.relation == "goal"}
    assert {row[0] for row in rows["goals"]} == goals == {row[0] for row in rows["goals-met"]}


@pytest.fixture(scope="module", params=["Oxigraph", "Virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    with oxigraph() if request.param == "Oxigraph" else virtuoso(folder) as running:
        yield running


def test_a_server_answers_all_queries_alike_over_http(server: Server, corpus: Graph, tmp_path: Path) -> None:
    with server.remote() as remote:
        for label, graph in (("corpus", corpus), ("desk", desk())):
            name = f"https://kg.example/{label}"
            done = push(graph, remote, tmp_path / f"{label}.jsonl", name=name, articles=False, chunk=4000)
            assert done.sent == 1
            store = store_of(graph, tmp_path / label)
            assert done.triples == len(store)
            for recipe in load_recipes().values():
                ours = sorted(
                    tuple(sorted((key, plain(value)) for key, value in row.items()))
                    for row in store.rows(recipe.query)
                )
                theirs = sorted(
                    tuple(sorted((key, plain(value)) for key, value in row.items()))
                    for row in remote.select(recipe.query, name)
                )
                assert theirs == ours, f"{recipe.name} on {label}"


def test_a_server_has_what_the_graph_has_in_each_named_graph(server: Server, tmp_path: Path) -> None:
    graph = desk()
    with server.remote() as remote:
        done = push(graph, remote, tmp_path / "journal", chunk=20)
        assert done.sent == 1 + len(graph.articles)
        for article in graph.articles:
            told = sum(
                line.endswith(f" <{article.iri}> .") for line in rendered(graph, "nquads").splitlines()
            )
            assert remote.count(article.iri) == told > 0


def kg(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    assert isinstance(stop.value.code, int)
    return stop.value.code


def test_queries_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_build(desk(), tmp_path)
    assert kg("query", tmp_path, "several-bodies", "--format", "table") == 0
    assert capsys.readouterr().out == "person  bodies\n──────  ──────\n白一舟  2\n"
    assert kg("query", tmp_path, ontology_dir() / "queries" / "several-bodies.rq") == 0
    assert capsys.readouterr().out == "person,bodies\r\n白一舟,2\r\n"
    assert kg("query", tmp_path) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(load_recipes())
    assert kg("query", tmp_path, "several-boards") == 2
    assert "several-bodies" in capsys.readouterr().err


def test_a_query_without_titles_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "bare.rq").write_text("SELECT * { ?s ?p ?o }")
    monkeypatch.setattr("kg.cookbook.ontology_dir", lambda: tmp_path)
    load_recipes.cache_clear()
    with pytest.raises(OntologyError, match=r"bare\.rq: begin with two comments"):
        load_recipes()
    load_recipes.cache_clear()
