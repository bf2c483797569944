"""Parts of a graph: what each filter lets through, and how edges are made of it."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from graph_cases import Story, small_graph
from test_export import rendered

from kg.cli import main
from kg.errors import ExportError, NotFoundError
from kg.export import FORMATS, write_build
from kg.graph import Graph, Statement
from kg.model import MentionType, Status
from kg.network import Level, NetworkOptions, build_network
from kg.selection import Selection, ends, select, thing_named

TESTS: dict[str, tuple[Selection, Callable[[Statement], bool]]] = {
    "type": (
        Selection(types=("PERSON", "ORG")),
        lambda s: {node.type for node in ends(s)} <= {MentionType.PERSON, MentionType.ORG},
    ),
    "relation": (Selection(relations=("post", "metric")), lambda s: s.relation in ("post", "metric")),
    "status": (Selection(statuses=("denied",)), lambda s: s.status is Status.DENIED),
    "confidence": (Selection(min_confidence=0.95), lambda s: s.confidence >= 0.95),
    "both": (
        Selection(relations=("post",), statuses=("former",)),
        lambda s: s.relation == "post" and s.status is Status.FORMER,
    ),
}


@pytest.mark.parametrize("name", TESTS)
def test_a_filter_keeps_just_what_passes(name: str) -> None:
    graph = small_graph()
    selection, passes = TESTS[name]
    part = select(graph, selection)
    expected = [statement for statement in graph.statements if passes(statement)]
    assert 0 < len(expected) < len(graph.statements)
    assert list(part.statements) == expected
    named = {node.iri for s in expected for node in (*ends(s), *([s.speaker] if s.speaker else []))}
    assert {node.iri for node in part.nodes} == named
    assert {article.id for article in part.articles} == {id_ for s in expected for id_ in s.articles}


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        ("2020-01-01", "2020-12-31", {"year"}),
        ("2020-12-31", "2021-06-01", {"year", "span"}),
        ("2021-10-08", "2021-10-08", {"none"}),
        ("2021-03-02", None, {"span", "none"}),
        (None, "2020-01-01", {"year"}),
    ],
)
def test_time_is_that_of_the_statement_or_of_its_article(start: str, end: str, kept: set[str]) -> None:
    story = Story("a", "甲公司与乙公司。")  # published 2021-10-08
    one, two = story.entity("甲公司", MentionType.ORG), story.entity("乙公司", MentionType.ORG)
    for label, time in (("year", "2020"), ("span", "2021-03-01/2021-06-30"), ("none", None)):
        story.fact(story.document.text, one, "cooperates_with", two, label, time=time)
    graph = Graph()
    story.add_to(graph)
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    part = select(graph, Selection(start=first, end=last))
    assert {statement.label for statement in part.statements} == kept


def chain() -> Graph:
    """Five firms in a row, each with a share in the next, the third with an amount."""
    story = Story("a", "甲一、乙二、丙三、丁四、戊五，营收3元。")
    firms = [story.entity(name, MentionType.ORG) for name in ("甲一", "乙二", "丙三", "丁四", "戊五")]
    for one, two in pairwise(firms):
        story.fact(story.document.text, one, "holds_stake", two)
    story.fact(story.document.text, firms[2], "metric", story.amount("3元", "3", "CNY"), "营收")
    graph = Graph()
    story.add_to(graph)
    return graph


@pytest.mark.parametrize(("hops", "names"), [(1, "乙二丙三丁四"), (2, "甲一乙二丙三丁四戊五")])
def test_surroundings_reach_so_many_steps(hops: int, names: str) -> None:
    part = select(chain(), Selection(ego="丙三", hops=hops))
    assert {node.name for node in part.nodes} == {names[at : at + 2] for at in range(0, len(names), 2)}
    assert sum(statement.relation == "metric" for statement in part.statements) == 1


def test_a_thing_is_found_by_name_alias_and_iri() -> None:
    graph = small_graph()
    park = thing_named(graph, "海棠高新区")
    assert thing_named(graph, "海高新") == thing_named(graph, park.iri) == park
    with pytest.raises(NotFoundError, match=r"there is .*海棠高新区"):
        thing_named(graph, "海棠高新")


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(types=("FIRM",)), "no type 'FIRM'; there are PERSON"),
        (Selection(relations=("marries",)), "no relation 'marries'; there are "),
        (Selection(statuses=("sure",)), "no status 'sure'; there are asserted"),
        (Selection(types=("PERSON",), relations=("ticker",)), "no statement passes"),
    ],
)
def test_what_cannot_be_filtered_by_is_said(selection: Selection, message: str) -> None:
    with pytest.raises(ExportError if "no statement" in message else NotFoundError, match=message):
        select(small_graph(), selection)


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"articles", "identity"}))
def test_a_part_can_be_written_in_every_format(name: str) -> None:
    part = select(small_graph(), Selection(relations=("post",)))
    text = rendered(part, name)
    assert "林晓舟" in text
    assert "青溪市" not in text or name == "html"  # the page holds the articles' texts


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"articles", "identity"}))
def test_a_thing_that_other_articles_name_too_can_be_in_a_part(name: str) -> None:
    graph = small_graph()
    elsewhere = Story("elsewhere.md", "海棠高新区管委会昨日开会。")
    elsewhere.entity("海棠高新区管委会", MentionType.ORG)
    elsewhere.add_to(graph)
    part = select(graph, Selection(relations=("post",)))
    assert {m.article for node in part.nodes for m in node.mentions} <= {a.id for a in part.articles}
    assert "海棠高新区管委会" in rendered(part, name)


def test_a_part_is_not_passed_off_as_saved_articles() -> None:
    with pytest.raises(ExportError, match="without filters"):
        rendered(select(small_graph(), Selection(relations=("post",))), "articles")


# What becomes an edge


@pytest.mark.parametrize(("level", "edges"), [("statement", 3), ("tie", 2), ("pair", 1)])
def test_levels_make_more_or_fewer_edges_of_equal_weight(level: Level, edges: int) -> None:
    story = Story("a", "甲公司与乙公司。")
    one, two = story.entity("甲公司", MentionType.ORG), story.entity("乙公司", MentionType.ORG)
    story.fact(story.document.text, one, "holds_stake", two, "持股", time="2020")
    story.fact(story.document.text, one, "holds_stake", two, "持股", time="2021")
    story.fact(story.document.text, one, "acquires", two, "收购")
    graph = Graph()
    story.add_to(graph)
    found = build_network(graph, NetworkOptions(level=level)).edges
    assert len(found) == len({edge.id for edge in found}) == edges
    assert sum(float(edge.data["weight"]) for edge in found) == 3
    if level == "pair":
        assert found[0].data["label"] == "收购、持股"
        assert found[0].kind == "收购|持股"
        assert found[0].data["relation"] == "acquires|holds_stake"
        assert found[0].data["start"] == "2020-01-01"


def test_kinds_of_nodes() -> None:
    types = {
        kind: {node.data["type"] for node in build_network(small_graph(), NetworkOptions(nodes=kind)).nodes}
        for kind in ("entities", "goals", "observations")
    }
    assert types["goals"] - types["entities"] == {"GOAL"}
    assert types["observations"] - types["goals"] == {"AMOUNT"}


# The command


def test_export_writes_a_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_build(small_graph(), tmp_path)
    options = ["--format", "graphml", "--relation", "post", "--status", "former", "--level", "statement"]
    with pytest.raises(SystemExit) as ended:
        main(["export", str(tmp_path), *options])
    printed = capsys.readouterr().out
    assert ended.value.code == 0
    assert printed.count("<edge ") == 1
    assert "总经理（曾）" in printed


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--ego", "无人"], "nothing here is called '无人'"),
        (["--format", "neo4j"], "neo4j is several files"),
        (["--format", "dot"], "no format 'dot'; there are turtle"),
    ],
)
def test_export_says_in_a_line_what_is_wrong(
    options: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_build(small_graph(), tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["export", str(tmp_path), *options])
    assert ended.value.code == 2
    assert message in capsys.readouterr().err
