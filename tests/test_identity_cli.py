"""kg explain, kg merge and kg split, as a user meets them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from graph_cases import Story, money_story, park_story
from test_identity import coded, holder, named

from kg.cli import main
from kg.explaining import key_of
from kg.export import write_build
from kg.graph import Graph
from kg.living import LivingGraph, index_of
from kg.model import MentionType
from kg.saved import load_graph
from kg.store import Store


class Done(NamedTuple):
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path) -> Done:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        return Done(int(stop.value.code or 0), *capsys.readouterr())

    return run


def told() -> Graph:
    graph = Graph()
    for story in (
        park_story(),
        money_story(),
        named("p", MentionType.PARK, "长沙高新区"),
        holder("x", "马超", ("甲局", "局长")),
        holder("y", "马超", ("乙局", "局长")),
        holder("z", "马超", ("甲局", "局长"), ("乙局", "局长")),
        coded("t", "云雀智能", "ticker", "600998"),
        Story("empty", "无事。"),
    ):
        story.add_to(graph)
    return graph


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write_build(told(), tmp_path)
    return tmp_path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with LivingGraph(tmp_path / "store") as living:
        living.replace(told().contributions)
        living.save()
    return tmp_path / "store"


def things(store: Path) -> set[str]:
    """Return the last parts of the IRIs of the store's things, as SPARQL gives them."""
    asked = "SELECT DISTINCT ?e { ?e rdfs:label ?name FILTER(CONTAINS(STR(?e), '/e/')) }"
    return {key_of(row["e"]) for row in Store(index_of(store)).rows(asked)}


def rebuilt(folder: Path) -> dict[str, bytes]:
    """Build the folder's files again from its articles and decisions; return them."""
    write_build(load_graph(folder), folder)
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "decisions.tsv"}


def test_explain_tells_names_merges_and_mentions_with_their_sentences(kg: Run, built: Path) -> None:
    done = kg("explain", built, "马超")
    assert done.status == 0
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0] == "马超  PERSON  https://example.org/zhkg/e/马超:甲局:局长"
    assert "also      https://example.org/zhkg/e/马超:乙局:局长" in lines
    assert "joined    e:马超:乙局:局长 + e:马超:甲局:局长: person.post 乙局 局长" in lines
    assert "y: 乙局局长马超发言。" in lines
    assert "mentions  3 in 3 articles" in lines
    assert "z 4-6: 甲局局长【马超】发言。" in lines


def test_explain_tells_the_row_of_the_tables(kg: Run, built: Path) -> None:
    done = kg("explain", built, "e:长沙高新技术产业开发区")
    assert "table     zones.tsv, within e:长沙市" in done.out
    assert "by name   长沙高新区: table.name (1 articles, first p)" in done.out


def test_explain_as_json_has_the_same(kg: Run, built: Path) -> None:
    told = json.loads(kg("explain", built, "https://example.org/zhkg/e/马超:乙局:局长", "--json").out)
    assert told["entity"]["also"] == ["https://example.org/zhkg/e/马超:乙局:局长"]
    assert {row["rule"] for row in told["merges"]} == {"person.post"}
    assert all(
        one["sentence"][one["at"] : one["at"] + one["end"] - one["start"]] == "马超"
        for one in told["mentions"]
    )


def test_explain_shows_as_many_mentions_as_asked_for(kg: Run, built: Path) -> None:
    assert kg("explain", built, "马超", "--mentions", "1").out.count("【") == 1
    assert "【" not in kg("explain", built, "马超", "--mentions", "0").out


def test_a_name_of_several_things_or_of_none_is_an_error_of_one_line(
    kg: Run, built: Path, tmp_path: Path
) -> None:
    kg("split", built, "e:马超:甲局:局长", "e:马超:乙局:局长")
    rebuilt(built)
    several = kg("explain", built, "马超")
    assert several.status == 2
    assert "may be e:马超:" in several.err
    assert several.err.count("\n") == 1
    none = kg("explain", built, "无此人")
    assert (none.status, none.err.count("\n")) == (2, 1)
    assert "nothing is called '无此人'" in none.err
    assert "there is 马超" in kg("explain", built, "马超超").err
    missing = kg("explain", tmp_path / "no", "马超")
    assert (missing.status, "does not exist" in missing.err) == (2, True)
    (tmp_path / "empty").mkdir()
    missing = kg("explain", tmp_path / "empty", "马超")
    assert (missing.status, "kg build" in missing.err) == (2, True)


@pytest.mark.parametrize(
    ("command", "arguments", "line"),
    [
        ("merge", ("白鹭股份", "云雀智能"), "same\t白鹭股份\t云雀智能"),
        ("split", ("e:马超:甲局:局长", "e:马超:乙局:局长"), "apart\t马超:甲局:局长\t马超:乙局:局长"),
        ("split", ("海棠高新区管委会", "--article", "money.html"), "alone\t海棠高新区管委会\tmoney.html"),
    ],
)
def test_a_decision_is_kept_honoured_and_undone_to_the_byte(
    kg: Run, built: Path, command: str, arguments: tuple[str, ...], line: str
) -> None:
    before = rebuilt(built)
    done = kg(command, built, *arguments)
    assert (done.status, done.out) == (0, "")
    assert line in (built / "decisions.tsv").read_text("utf-8").splitlines()
    after = rebuilt(built)
    assert after["entities.jsonl"] != before["entities.jsonl"]
    assert after["articles.jsonl"] == before["articles.jsonl"]
    others = arguments[1:]
    keys = line.split("\t")[1:]
    second = others if "--article" in others else [f"e:{keys[1]}"]
    undone = kg(command, built, f"e:{keys[0]}", *second, "--undo")
    assert (undone.status, "undone" in undone.err) == (0, True)
    assert rebuilt(built) == before


def test_undo_takes_out_the_line_and_leaves_others(kg: Run, built: Path) -> None:
    kg("merge", built, "白鹭股份", "云雀智能")
    kg("split", built, "海棠高新区管委会", "--article", "money.html")
    assert kg("merge", built, "白鹭股份", "云雀智能", "--undo").status == 0
    kept = [line for line in (built / "decisions.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
    assert kept == ["alone\t海棠高新区管委会\tmoney.html"]
    again = kg("merge", built, "白鹭股份", "云雀智能", "--undo")
    assert (again.status, "nothing to undo" in again.err) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("merge", "白鹭股份", "白鹭股份"),
        ("split", "白鹭股份"),
        ("split", "白鹭股份", "云雀智能", "--article", "t"),
        ("split", "马超", "马超"),
        ("split", "白鹭股份", "--article", "park.md"),
    ],
)
def test_a_decision_that_means_nothing_is_refused(kg: Run, built: Path, arguments: tuple[str, ...]) -> None:
    assert kg(arguments[0], built, *arguments[1:]).status == 2
    assert not (built / "decisions.tsv").exists()


def test_a_name_that_a_build_made_two_of_is_undone_by_that_name(kg: Run, built: Path) -> None:
    before = rebuilt(built)
    for arguments in (
        ("split", built, "海棠高新区管委会", "--article", "money.html"),
        ("merge", built, "白鹭股份", "云雀智能"),
    ):
        assert kg(*arguments).status == 0
        assert rebuilt(built) != before
        assert kg(*arguments, "--undo").status == 0
        assert rebuilt(built) == before


def test_undo_asks_which_of_two_decisions_is_meant(kg: Run, built: Path) -> None:
    park, *posts = "e:长沙高新技术产业开发区", "e:马超:甲局:局长", "e:马超:乙局:局长"
    for post in posts:
        kg("merge", built, park, post)
    several = kg("merge", built, "长沙高新区", "马超", "--undo")
    assert (several.status, "name the two IRIs" in several.err) == (1, True)
    assert kg("merge", built, "长沙高新区", posts[0], "--undo").status == 0
    assert kg("merge", built, "长沙高新区", "马超", "--undo").status == 0


def test_a_decision_says_that_it_takes_the_place_of_its_opposite(kg: Run, built: Path) -> None:
    kg("merge", built, "白鹭股份", "云雀智能")
    done = kg("split", built, "白鹭股份", "云雀智能")
    assert done.err.splitlines()[:2] == ["undone: same 白鹭股份 云雀智能", "decided: apart 白鹭股份 云雀智能"]


def test_after_a_merge_the_label_is_that_of_the_first(kg: Run, built: Path) -> None:
    kg("merge", built, "白鹭股份", "海棠高新区管委会")  # the second name is the longer one
    rebuilt(built)
    lines = kg("explain", built, "海棠高新区管委会").out.splitlines()
    assert lines[0] == "白鹭股份  ORG  https://example.org/zhkg/e/白鹭股份"
    assert "海棠高新区管委会" in lines[1]


def test_a_store_is_explained_as_a_built_folder_is(kg: Run, built: Path, store: Path) -> None:
    for name in ("马超", "海棠高新区管委会"):
        assert kg("explain", store, name) == kg("explain", built, name)


def test_a_store_honours_a_decision_at_once_and_forgets_it_when_undone(kg: Run, store: Path) -> None:
    before = things(store)
    arguments = ("merge", store, "白鹭股份", "云雀智能")
    done = kg(*arguments)
    assert (done.status, "now" in done.err) == (0, True)
    assert before - things(store) == {"云雀智能"}
    assert "云雀智能" in kg("explain", store, "白鹭股份").out
    assert kg(*arguments, "--undo").status == 0
    assert things(store) == before


def test_a_decision_written_into_a_store_by_hand_is_honoured_by_the_next_change(store: Path) -> None:
    before = things(store)
    (store / "decisions.tsv").write_text("# ours\nsame\t白鹭股份\t云雀智能\n", encoding="utf-8")
    with LivingGraph(store) as living:
        living.save()
    assert before - things(store) == {"云雀智能"}
    assert (store / "decisions.tsv").read_text("utf-8").startswith("# ours")
