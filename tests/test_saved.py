"""A graph loaded back from disk is the graph that was built."""

import json
from pathlib import Path

import pytest
from graph_cases import Story, money_story, park_story, small_graph
from test_export import hostile_graph, rendered

from kg.cli import main
from kg.errors import NotFoundError, ReadError
from kg.export import BUILD_FILES, FORMATS, write_build
from kg.graph import Graph
from kg.model import MentionType
from kg.saved import FILE, load_graph


def empty_graph() -> Graph:
    return Graph("https://kg.example/news#")


@pytest.fixture(params=[small_graph, hostile_graph, empty_graph], ids=["small", "hostile", "empty"])
def graph(request: pytest.FixtureRequest) -> Graph:
    made: Graph = request.param()
    return made


def test_what_is_loaded_is_what_was_built(graph: Graph, tmp_path: Path) -> None:
    write_build(graph, tmp_path)
    loaded = load_graph(tmp_path)
    assert loaded.base == graph.base
    assert loaded.contributions == graph.contributions
    assert (loaded.articles, loaded.nodes, loaded.statements) == (
        graph.articles,
        graph.nodes,
        graph.statements,
    )
    for name in FORMATS:
        assert rendered(loaded, name) == rendered(graph, name), name


def test_two_texts_of_one_id_are_two_articles_again(tmp_path: Path) -> None:
    graph = Graph()
    for sentence in ("甲简称乙。", "甲简称丙。"):
        story = Story("one.md", sentence)
        story.fact(sentence, story.entity("甲", MentionType.ORG), "alias", sentence[-2], "简称")
        story.add_to(graph)
    write_build(graph, tmp_path)
    assert rendered(load_graph(tmp_path), "nquads") == rendered(graph, "nquads")
    assert len(load_graph(tmp_path).articles) == 2


@pytest.mark.parametrize(("name", "file"), [(name, file) for file, name in BUILD_FILES.items()])
def test_export_writes_the_bytes_of_the_build(name: str, file: str, tmp_path: Path) -> None:
    write_build(small_graph(), tmp_path / "built")
    with pytest.raises(SystemExit) as stop:
        main(["export", str(tmp_path / "built"), "--format", name, "-o", str(tmp_path / "again")])
    assert stop.value.code == 0
    assert (tmp_path / "again").read_bytes() == (tmp_path / "built" / file).read_bytes()


def test_export_prints_turtle_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_build(small_graph(), tmp_path)
    with pytest.raises(SystemExit):
        main(["export", str(tmp_path / FILE)])
    assert capsys.readouterr().out == rendered(small_graph(), "turtle")


def damaged(line: str) -> str:
    row = json.loads(line)
    row["facts"][0]["subject"] = 99
    return json.dumps(row)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "empty"),
        ('{"format": "zhkg-articles/9", "base_iri": "x:/"}\n', "line 1 .*zhkg-articles/9"),
        ("[]\n", "line 1 is damaged"),
        ("HEAD\n{}\n", r"line 2 is damaged \(KeyError"),
        ("HEAD\nPARK", "line 2 is damaged"),
        ("HEAD\nDAMAGED\n", "line 2 is damaged .*IndexError"),
    ],
)
def test_a_damaged_file_is_told_in_one_line(content: str, message: str, tmp_path: Path) -> None:
    graph = Graph()
    for story in (park_story(), money_story()):
        story.add_to(graph)
    head, row, _ = rendered(graph, "articles").splitlines()
    for word, text in (("HEAD", head), ("PARK", row[:-9]), ("DAMAGED", damaged(row))):
        content = content.replace(word, text)
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=message) as caught:
        load_graph(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_mistyped_folder_is_told_from_one_without_a_graph(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    for given in ("grap", "grap/inner"):
        with pytest.raises(NotFoundError, match=rf"{given}: does not exist; there is \S+/graph$"):
            load_graph(tmp_path / given)
    with pytest.raises(NotFoundError, match=r"other: does not exist; check the path$"):
        load_graph(tmp_path / "other")


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no articles\.jsonl here; write one with kg build"):
        load_graph(tmp_path)
