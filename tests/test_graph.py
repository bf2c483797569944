"""Merging: one statement with all its evidence, whatever the order in which documents come."""

import itertools
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from graph_cases import Story, money_story, park_story, small_graph
from hypothesis import given
from hypothesis import strategies as st

from kg.changes import change_of
from kg.document import Document, Mark, Span
from kg.errors import ExportError, OntologyError
from kg.export import write_graph
from kg.graph import Graph, Quantity, Statement
from kg.intervals import days_of
from kg.iris import slug
from kg.model import Entity, MentionType, Status
from kg.nodes import Node
from kg.records import decimal_text

HOSTILE = [
    "a b",
    'quo"te',
    "<b>{x}|^`\\</b>",
    "new\nline\r\ttab",
    "😀",
    "nul\x00bell\x07del\x7f",
    "\ud800lone",
    "\u202eright to left\u200b",
    "\ue000private\ufdd0\uffff",
    "..",
    "a/../b?q#f",
    "%2F",
    "~",
    "é\u0301\u3000全角",
    "]]><!--&amp;",
    '"@zh . <x:y> <x:y> <x:y> . #',
    "长" * 300,
]


def statement(graph: Graph, relation: str, label: str | None = None) -> Statement:
    [found] = [s for s in graph.statements if s.relation == relation and label in (None, s.label)]
    return found


def test_the_same_fact_of_two_articles_is_one_statement_with_both_sentences() -> None:
    found = [s for s in small_graph().statements if s.relation == "post" and s.label == "主任"]
    assert len(found) == 1
    assert [(e.document, e.rule) for e in found[0].evidence] == [
        ("money.html", "post.b"),
        ("park.md", "post.a"),
    ]
    assert found[0].confidence == 0.9
    assert found[0].articles == ("money.html", "park.md")


@pytest.mark.parametrize(
    "change",
    [
        {"relation": "other"},
        {"label": "书记"},
        {"time": "2021"},
        {"status": Status.FORMER},
        {"speaker": park_story().entities["青溪市"]},
        {"object": park_story().entities["青溪市"]},
        {"subject": park_story().entities["海棠高新区"]},
    ],
)
def test_facts_that_differ_in_any_part_of_the_key_stay_apart(change: dict[str, object]) -> None:
    story = park_story()
    before = Graph()
    story.add_to(before)
    story.facts.append(replace(story.facts[0], **change))  # type: ignore[arg-type]
    after = Graph()
    story.add_to(after)
    assert len(after.statements) == len(before.statements) + 1
    assert len({s.iri for s in after.statements}) == len(after.statements)


def test_order_of_documents_has_no_effect() -> None:
    stories = [park_story(), money_story(), Story("third.txt", "青溪市。"), Story("park.md", "另一篇。")]
    stories[2].entity("青溪市", MentionType.PLACE)
    results = []
    for order in itertools.permutations(stories):
        graph = Graph()
        for story in order:
            story.add_to(graph)
        results.append((graph.articles, graph.nodes, graph.statements))
    assert all(result == results[0] for result in results)


def test_order_of_facts_has_no_effect() -> None:
    stories = [park_story(), money_story()]
    graph = small_graph()
    rng = random.Random(3)
    for _ in range(5):
        shuffled = Graph()
        for story in stories:
            rng.shuffle(story.facts)
            story.entities = dict(rng.sample(sorted(story.entities.items()), len(story.entities)))
            story.add_to(shuffled)
        assert (shuffled.nodes, shuffled.statements) == (graph.nodes, graph.statements)


def test_adding_a_document_again_changes_nothing() -> None:
    graph = small_graph()
    before = graph.nodes, graph.statements
    park_story().add_to(graph)
    assert (graph.nodes, graph.statements) == before


def test_two_documents_of_one_id_stay_two_articles() -> None:
    graph = Graph()
    for text in ("甲城在此。", "乙城在此。"):
        story = Story("index.html", text)
        town = story.entity(text[:2], MentionType.PLACE)
        story.fact(text, town, "alias", text[0])
        story.add_to(graph)
    ids = [article.id for article in graph.articles]
    assert len(set(ids)) == 2
    assert all(id_.startswith("index.html~") for id_ in ids)
    assert {e.document for s in graph.statements for e in s.evidence} == set(ids)
    assert {m.article for n in graph.nodes for m in n.mentions} == set(ids)


def test_mentions_of_all_articles_slice_their_texts() -> None:
    stories = {story.document.id: story.document.text for story in (park_story(), money_story())}
    mentions = [mention for node in small_graph().nodes for mention in node.mentions]
    assert len(mentions) > 10
    assert all(stories[m.article][m.start : m.end] == m.text for m in mentions)


def test_a_goal_becomes_a_node_with_its_place_in_the_text() -> None:
    goal = statement(small_graph(), "goal").object
    assert isinstance(goal, Node)
    assert goal.type is MentionType.GOAL
    assert [m.text for m in goal.mentions] == ["国内领先的创新高地"]


def test_one_value_printed_in_two_ways_is_one_statement() -> None:
    graph = Graph()
    for number, text in enumerate(("20亿元", "20.0亿元")):
        story = Story(f"{number}", f"白鹭股份营收{text}。")
        value = Decimal("2000000000") if number else Decimal("2E9")
        story.fact(
            story.document.text,
            story.entity("白鹭股份", MentionType.ORG),
            "metric",
            replace(story.amount(text, "1", "CNY"), value=value),
            "营收",
        )
        story.add_to(graph)
    [only] = graph.statements
    assert isinstance(only.object, Quantity)
    assert only.object.text == "20.0亿元"
    assert len(only.evidence) == 2


def test_homonyms_of_different_kinds_never_take_each_others_iris() -> None:
    stories = []
    for type_ in (MentionType.ORG, MentionType.PLACE, MentionType.PERSON, MentionType.INDUSTRY):
        story = Story(type_, "云雀")
        story.entity("云雀", type_)
        stories.append(story)
    expected = {
        MentionType.PERSON: "云雀::PERSON",
        MentionType.PLACE: "云雀:Place",
        MentionType.ORG: "云雀",
        MentionType.INDUSTRY: "云雀:Industry",
    }
    for count in range(1, 5):
        for order in itertools.permutations(stories, count):
            graph = Graph()
            for story in order:
                story.add_to(graph)
            iris = {node.type: node.iri.rpartition("/")[2] for node in graph.nodes}
            assert iris == {type_: expected[type_] for type_ in iris}


def two_documents(
    first: tuple[str, MentionType, tuple[str, ...]], second: tuple[str, MentionType]
) -> list[str]:
    graph = Graph()
    one, two = Story("1", first[0] + "、" + "、".join(first[2])), Story("2", second[0])
    one.entity(first[0], first[1], *first[2])
    two.entity(*second)
    one.add_to(graph)
    two.add_to(graph)
    return [node.name for node in graph.nodes]


def test_a_park_and_an_organisation_of_one_name_are_one() -> None:
    org, park = MentionType.ORG, MentionType.PARK
    assert two_documents(("海棠高新区", org, ()), ("海棠高新区", park)) == ["海棠高新区"]


def test_an_alias_of_one_thing_leads_to_it_from_another_document() -> None:
    org = MentionType.ORG
    assert two_documents(("海棠科学研究中心", org, ("海棠中心",)), ("海棠中心", org)) == ["海棠科学研究中心"]


def test_short_and_personal_aliases_lead_nowhere() -> None:
    org, person = MentionType.ORG, MentionType.PERSON
    assert len(two_documents(("海棠科学研究中心", org, ("中心",)), ("中心", org))) == 2
    assert len(two_documents(("林晓舟", person, ("林晓舟主任",)), ("林晓舟主任", person))) == 2


def test_an_alias_of_two_things_leads_to_neither() -> None:
    graph = Graph()
    for number, name in enumerate(("海棠科学研究中心", "海棠文化中心", "海棠中心")):
        story = Story(f"{number}", f"{name}，海棠中心。")
        story.entity(name, MentionType.ORG, *(("海棠中心",) if number < 2 else ()))
        story.add_to(graph)
    assert len(graph.nodes) == 3


def test_aliases_in_a_circle_come_to_the_longest() -> None:
    graph = Graph()
    for name, alias in (("海棠高新区", "海棠高新技术区"), ("海棠高新技术区", "海棠高新区")):
        story = Story(name, f"{name}，{alias}")
        story.entity(name, MentionType.PARK, alias)
        story.add_to(graph)
    assert [node.name for node in graph.nodes] == ["海棠高新技术区"]


def test_statement_iris_do_not_hang_on_other_articles() -> None:
    alone = Graph()
    park_story().add_to(alone)
    assert {s.iri for s in alone.statements} < {s.iri for s in small_graph().statements}


@pytest.mark.parametrize(
    "base", ["", "zhkg", "https://x.example", "https://x y/", "https://x.example/<", "x:\n/"]
)
def test_a_base_that_cannot_begin_an_iri_is_refused(base: str) -> None:
    with pytest.raises(ExportError, match="absolute IRI"):
        Graph(base)


def test_an_unknown_relation_is_named_with_those_there_are() -> None:
    story = Story("a", "甲乙")
    story.fact("甲乙", story.entity("甲", MentionType.ORG), "marries", "乙")
    with pytest.raises(OntologyError, match=r"marries.*acquires"):
        story.add_to(Graph())


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_gives_a_valid_iri(name: str) -> None:
    rdflib_iri = rdflib.URIRef("https://example.org/zhkg/e/" + slug(name))
    assert rdflib_iri.n3() == f"<{rdflib_iri}>"
    assert not set(slug(name)) & set(' <>"{}|^`\\/?#\n\r\t')


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True))
def test_different_names_give_different_segments(names: list[str]) -> None:
    assert slug(names[0]) != slug(names[1])


@pytest.mark.parametrize(
    ("value", "text"),
    [("1E+13", "10000000000000"), ("12.40", "12.4"), ("-0.0", "0"), ("0", "0"), ("100", "100"), ("-3", "-3")],
)
def test_a_decimal_has_one_form(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2021-01-01/2021-09", ("2021-01-01", "2021-09-30")),
        ("../2025", ("None", "2025-12-31")),
        ("2021-13", ("None", "None")),
        ("soon", ("None", "None")),
        (None, ("None", "None")),
    ],
)
def test_days_of_a_time(time: str | None, days: tuple[str, str]) -> None:
    assert tuple(map(str, days_of(time))) == days


@pytest.mark.parametrize(
    ("label", "change"),
    [
        ("净利润同比下降", (-1, "同比")),
        ("营收环比增长", (1, "环比")),
        ("价格较年初上涨", (1, "较年初")),
        ("用工减少", (-1, None)),
        ("客运量比2019年1-7月增长", (1, "比2019年1-7月")),
        ("涨跌幅", None),
        ("增速回落", (-1, None)),
        ("营业收入", None),
    ],
)
def test_the_direction_of_a_change(label: str, change: tuple[int, str | None] | None) -> None:
    found = change_of(label)
    assert (found and (found.sign, found.base)) == change


def test_links_of_whole_names_are_pages_of_the_thing(tmp_path: Path) -> None:
    text = "青芽银行与青芽银行保险公司签约。"
    whole, part = Span(0, 4), Span(5, 9)
    links = (Mark(whole, "link", "https://qy.example/a"), Mark(part, "link", "https://qy.example/b"))
    graph = Graph()
    graph.add(
        Document("a", text, marks=links),
        [
            Entity("b", "青芽银行", MentionType.ORG, mentions=(whole, part)),
            Entity("i", "青芽银行保险公司", MentionType.ORG, mentions=(Span(5, 13),)),
        ],
        [],
    )
    assert {node.name: node.pages for node in graph.nodes} == {
        "青芽银行": ("https://qy.example/a",),
        "青芽银行保险公司": (),
    }
    write_graph(graph, tmp_path / "graph.ttl", "turtle")
    written = rdflib.Graph().parse(tmp_path / "graph.ttl")
    told = set(written.objects(predicate=rdflib.URIRef("https://schema.org/url")))
    assert {str(page) for page in told} == {"https://qy.example/a"}


def test_what_a_relation_leads_to_is_of_the_class_it_leads_to() -> None:
    story = Story("a.md", "海棠区以海洋电子、无人机为主导产业。", "无人机位于海棠区。")
    park = story.entity("海棠区", MentionType.PARK)
    odd = story.entity("海洋电子", MentionType.ORG)
    both = story.entity("无人机", MentionType.PRODUCT)
    for thing in (odd, both):
        story.fact("海棠区以海洋电子、无人机为主导产业。", park, "industry", thing, "主导产业")
    story.fact("无人机位于海棠区。", both, "located_in", park, "位于")
    graph = Graph()
    story.add_to(graph)
    assert sorted((node.name, node.type) for node in graph.nodes) == [
        ("无人机", MentionType.INDUSTRY),
        ("无人机", MentionType.PRODUCT),
        ("海棠区", MentionType.PARK),
        ("海洋电子", MentionType.INDUSTRY),
    ]
