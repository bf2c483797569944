"""What two graphs state differently."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from graph_cases import Story, small_graph

from kg.cli import main
from kg.comparing import compare, compare_articles
from kg.export import write_build
from kg.graph import Graph
from kg.model import MentionType, Status


def graph_of(sentence: str, sales: str, status: Status, base: str = "https://a.example/") -> Graph:
    """A graph with one sale, one tie and a post."""
    graph = Graph(base)
    story = Story("one.md", sentence)
    firm, other = story.entity("松原软件", MentionType.ORG), story.entity("青禾数据", MentionType.ORG)
    amount = story.amount("亿元", str(Decimal(sales) * 10**8), "CNY")
    story.fact(sentence, firm, "metric", amount, "营业收入", time="2023")
    story.fact(sentence, firm, "acquires", other, "收购", status=status)
    story.fact(sentence, story.entity("白一舟", MentionType.PERSON), "post", firm, "董事长")
    story.add_to(graph)
    return graph


OLD = "白一舟的松原软件卖了20亿元，要收购青禾数据。"
NEW = "白一舟的松原软件卖了21亿元，已收购青禾数据。"


def test_other_values_and_statuses_are_changes_and_the_rest_is_none() -> None:
    old = graph_of(OLD, "20", Status.PLANNED)
    new = graph_of(NEW, "21", Status.ASSERTED, "https://b.example/")
    assert [str(found) for found in compare(old, new)] == [
        "~ 松原软件 acquires 青禾数据 label=收购 (status: planned → asserted)",
        "~ 松原软件 metric 2100000000 CNY label=营业收入 time=2023 (object: 2000000000 CNY → 2100000000 CNY)",
    ]
    assert list(compare_articles(old, new)) == ["~ article one.md"]


def test_a_graph_states_nothing_differently_from_itself() -> None:
    assert not list(compare(small_graph(), small_graph()))
    assert not list(compare_articles(small_graph(), small_graph()))


def test_what_only_one_has_is_added_or_removed() -> None:
    small, other = small_graph(), graph_of(OLD, "20", Status.PLANNED)
    kinds = [found.kind for found in compare(other, small)]
    assert kinds.count("removed") == len(other.statements)
    assert kinds.count("added") == len(small.statements)
    assert list(compare_articles(other, small)) == [
        "+ article money.html",
        "- article one.md",
        "+ article park.md",
    ]
    assert all(str(found)[0] == {"added": "+", "removed": "-"}[found.kind] for found in compare(other, small))


def test_two_things_of_one_name_are_told_apart_by_their_iris() -> None:
    told, graphs = "白一舟曾在江北大学读书。", (Graph(), Graph())
    for graph, article in zip(graphs, ("one.md", "two.md"), strict=True):
        story = Story(article, told)
        person, school = story.entity("白一舟", MentionType.PERSON), story.entity("江北大学", MentionType.ORG)
        story.fact(told, person, "educated_at", school, status=Status.FORMER)
        story.add_to(graph)
    (found,) = compare(*graphs)
    assert str(found).startswith("~ 白一舟 educated_at 江北大学 former (subject: e:白一舟")
    assert len({node.key for graph in graphs for node in graph.nodes if node.name == "白一舟"}) == 2


def test_bounds_of_an_amount_are_told() -> None:
    told, graphs = "松原软件有员工5人以上。", (Graph(), Graph())
    for graph, bounds in zip(graphs, ({}, {"low": Decimal(5)}), strict=True):
        story = Story("one.md", told)
        firm = story.entity("松原软件", MentionType.ORG)
        story.fact(told, firm, "metric", story.amount("5人", "5", "人", **bounds), "员工")
        story.add_to(graph)
    assert [str(one) for one in compare(*graphs)] == [
        "~ 松原软件 metric 5 人 (from 5) label=员工 (object: 5 人 → 5 人 (from 5))"
    ]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_build(graph_of(OLD, "20", Status.PLANNED), tmp_path / "a")
    write_build(graph_of(NEW, "20", Status.ASSERTED), tmp_path / "b")
    lines: list[str] = []
    for arguments in ([], ["--json"]):
        with pytest.raises(SystemExit) as stop:
            main(["diff", str(tmp_path / "a"), str(tmp_path / "b"), *arguments])
        assert stop.value.code == 0
        out, err = capsys.readouterr()
        assert err == "statements: 0 added, 0 removed, 1 changed; articles that differ: 1\n"
        lines += out.splitlines()
    article, change, row = lines
    assert (article, change[0]) == ("~ article one.md", "~")
    found = json.loads(row)
    assert found["change"] == "changed"
    assert (found["old"]["status"], found["new"]["status"]) == ("planned", "asserted")
    assert found["old"]["evidences"][0]["sentence"] == OLD
