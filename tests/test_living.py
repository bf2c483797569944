"""A store that grows, changes and shrinks is, to the byte, the store built at once."""

import itertools
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph_cases import Story, money_story, park_story
from test_export import graph_about, rendered
from test_graph import HOSTILE

from kg.cli import main
from kg.contribution import Contribution
from kg.errors import ExportError, NotFoundError, StoreError
from kg.graph import Graph
from kg.living import INDEX, Change, LivingGraph, index_of
from kg.model import MentionType
from kg.resources import ontology_dir
from kg.saved import FILE

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
PAGES = ["changjiang-park.md", "lanchuan-results.md", "nanning-statistics.md", "briefs.jsonl"]


def contribution(story: Story) -> Contribution:
    graph = Graph()
    story.add_to(graph)
    return graph.contributions[0]


def renamer() -> Story:
    """An article that joins a name of another article to a longer one."""
    sentence = "青溪市海棠高新区，简称海棠高新区。"
    story = Story("names.md", sentence)
    story.entity("青溪市海棠高新区", MentionType.PARK, "海棠高新区")
    return story


def saved(folder: Path, *articles: Contribution) -> Change:
    with LivingGraph(folder) as living:
        living.replace(articles)
        return living.save()


def content(folder: Path) -> tuple[bytes, list[str]]:
    """The graph and every quad of the index."""
    index = ox.Store.read_only(str(folder / INDEX))
    return (folder / FILE).read_bytes(), sorted(map(str, index))


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_one_by_one_in_any_order_is_all_at_once(order: Iterable[int], tmp_path: Path) -> None:
    articles = [contribution(story) for story in (park_story(), money_story(), renamer())]
    saved(tmp_path / "once", *articles)
    for number in order:
        saved(tmp_path / "grown", articles[number])
    assert content(tmp_path / "grown") == content(tmp_path / "once")


def test_what_is_withdrawn_leaves_no_trace(tmp_path: Path) -> None:
    park, money, names = (contribution(story) for story in (park_story(), money_story(), renamer()))
    saved(tmp_path / "two", park, money)
    saved(tmp_path / "three", park, money, names)
    assert content(tmp_path / "two") != content(tmp_path / "three")
    with LivingGraph(tmp_path / "three") as living:
        living.retract(["https://example.org/zhkg/art/names.md"])
        assert living.save().removed > 5
    assert content(tmp_path / "three") == content(tmp_path / "two")
    with LivingGraph(tmp_path / "two") as living:
        living.retract(["park.md", "money.html"])
        living.save()
    saved(tmp_path / "never")
    assert content(tmp_path / "two") == content(tmp_path / "never")


def test_an_article_of_the_same_id_is_replaced(tmp_path: Path) -> None:
    first, second = "甲公司位于乙市。", "甲公司位于丙市。"
    stories = []
    for sentence in (first, second):
        story = Story("one.md", sentence)
        body = story.entity("甲公司", MentionType.ORG)
        story.fact(sentence, body, "located_in", story.entity(sentence[5:7], MentionType.PLACE), "位于")
        stories.append(contribution(story))
    saved(tmp_path / "changed", contribution(park_story()), stories[0])
    saved(tmp_path / "changed", stories[1])
    saved(tmp_path / "new", contribution(park_story()), stories[1])
    assert content(tmp_path / "changed") == content(tmp_path / "new")


def test_an_update_touches_only_what_changed(tmp_path: Path) -> None:
    saved(tmp_path, contribution(park_story()), contribution(money_story()))
    assert saved(tmp_path, contribution(park_story())) == Change(0, 0)
    change = saved(tmp_path, contribution(renamer()))
    assert 0 < change.added < 200


def test_the_index_has_the_articles_as_named_graphs_and_everything_once(tmp_path: Path) -> None:
    graph = graph_about(*HOSTILE)
    saved(tmp_path, *graph.contributions)
    index = ox.Store.read_only(str(tmp_path / INDEX))
    default = {quad.triple for quad in index.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    told = {quad.triple for quad in index if quad.graph_name != ox.DefaultGraph()}
    plain = ox.Store()
    for text in (rendered(graph, "turtle"), (ontology_dir() / "kg.ttl").read_text(encoding="utf-8")):
        plain.load(text, format=ox.RdfFormat.TURTLE)
    assert default == {quad.triple for quad in plain}
    assert told < default
    assert len(list(index.named_graphs())) == len(graph.articles) == len(HOSTILE)


def test_an_update_that_was_cut_off_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    park, money = contribution(park_story()), contribution(money_story())
    saved(tmp_path / "store", park)
    with monkeypatch.context() as patch:
        patch.setattr(LivingGraph, "_sync", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            saved(tmp_path / "store", money)
    with pytest.raises(StoreError, match="cut off; run kg build"):
        index_of(tmp_path / "store")
    saved(tmp_path / "store")
    saved(tmp_path / "once", park, money)
    assert content(tmp_path / "store") == content(tmp_path / "once")
    assert index_of(tmp_path / "store") == tmp_path / "store" / INDEX


def test_an_index_that_another_version_made_is_made_anew(tmp_path: Path) -> None:
    park = contribution(park_story())
    saved(tmp_path / "store", park)
    saved(tmp_path / "once", park)
    stray = ox.Store(str(tmp_path / "store" / INDEX))
    iri = ox.NamedNode("https://kg.example/stray")
    stray.add(ox.Quad(iri, iri, iri))
    del stray
    assert saved(tmp_path / "store", park).added > 100
    assert content(tmp_path / "store") == content(tmp_path / "once")
    (tmp_path / "store" / "made-by").write_text("zhkg 0.0.1")
    assert saved(tmp_path / "store", park).added > 100
    assert saved(tmp_path / "store", park) == Change(0, 0)


def test_mistakes_are_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("")
    saved(tmp_path / "store", contribution(park_story()))
    with LivingGraph(tmp_path / "open"), pytest.raises(StoreError, match="end the program that has it open"):
        LivingGraph(tmp_path / "open")
    for folder, base, message in (
        ("file", None, "neither empty nor a store"),
        ("full", None, "neither empty nor a store"),
        ("file/store", None, "cannot be made"),
        ("store", "https://other.example/", "its base IRI is https://example.org/zhkg/"),
    ):
        with pytest.raises(ExportError, match=message):
            LivingGraph(tmp_path / folder, base)
    with pytest.raises(NotFoundError, match=r"does not exist; there is .*store"):
        LivingGraph(tmp_path / "stor", make=False)
    assert not (tmp_path / "stor").exists()
    (tmp_path / "none").mkdir()
    with pytest.raises(NotFoundError, match=r"no store here; make one with kg build … --store"):
        LivingGraph(tmp_path / "none", make=False)
    assert not list((tmp_path / "none").iterdir())
    before = content(tmp_path / "store")
    with LivingGraph(tmp_path / "store") as living, pytest.raises(NotFoundError, match=r"no article 'b\.md'"):
        living.retract(["park.md", "b.md"])
    assert content(tmp_path / "store") == before


def kg(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    assert isinstance(stop.value.code, int)
    return stop.value.code


def test_the_commands_build_replace_and_retract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = [CORPUS / name for name in PAGES]
    once, grown = tmp_path / "once", tmp_path / "grown"
    assert kg("build", *pages[:3], "--store", once, "-o", tmp_path / "out", "-q") == 0
    for page in (pages[3], *pages[2::-1], pages[0]):
        assert kg("build", page, "--store", grown, "-q") == 0
    rows = [line.split('"')[3] for line in (grown / FILE).read_text(encoding="utf-8").splitlines()[1:]]
    briefs = [row for row in rows if row not in PAGES]
    assert briefs
    assert kg("retract", *briefs, "--store", grown, "-q") == 0
    assert content(grown) == content(once)
    capsys.readouterr()
    for folder in (once, grown, tmp_path / "out"):
        assert kg("export", folder, "--format", "trig") == 0
    trig = capsys.readouterr().out
    third = len(trig) // 3
    assert trig[:third] == trig[third : 2 * third] == trig[2 * third :]
    assert kg("query", grown, "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }") == 0
    assert capsys.readouterr().out == "n\r\n3\r\n"


def test_a_build_needs_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("build", CORPUS / PAGES[0]) == 2
    assert "--store" in capsys.readouterr().err


def test_a_built_folder_is_no_store_and_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert kg("build", CORPUS / PAGES[0], "-o", out, "-q") == 0
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    assert kg("retract", PAGES[0], "--store", out) == 2
    assert "no store" in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


def test_a_file_of_a_built_folder_is_not_called_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert kg("build", CORPUS / PAGES[0], "-o", out, "-q") == 0
    assert kg("export", out / "graph.ttl") == 1
    assert "give the folder" in capsys.readouterr().err
