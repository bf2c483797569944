"""Formats read back by independent readers; hostile text; files that appear whole or not at all."""

import json
import os
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from graph_cases import Story, small_graph
from hypothesis import given, settings
from hypothesis import strategies as st
from test_graph import HOSTILE

from kg.document import Metadata
from kg.errors import ExportError, NotFoundError
from kg.export import BUILD_FILES, FORMATS, write_build, write_file, write_graph
from kg.formats.terms import moment, plain, words
from kg.graph import Graph
from kg.model import MentionType, Status
from kg.ontology_terms import KG

RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
PREFIXES = """
    PREFIX kg: <https://example.org/zhkg/ontology#>
    PREFIX e: <https://example.org/zhkg/e/>
    PREFIX title: <https://example.org/zhkg/title/>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX schema: <https://schema.org/>
"""


def graph_about(*texts: str) -> Graph:
    """A graph in which every text stands wherever a text can stand."""
    graph = Graph()
    for number, text in enumerate(texts):
        meta = Metadata(text, text, text, text, text, text, None, (text,), text)
        story = Story(f"{number}{text}", f"{text}甲{text}", meta=meta)
        sentence = story.document.text
        body = story.entity(text, MentionType.ORG, text + "'")
        person = story.entity("甲" + text, MentionType.PERSON)
        story.fact(sentence, person, "post", body, text, text, speaker=body, qualifiers=((text, text),))
        story.fact(sentence, body, "goal", text + "!", text, time=text, status=Status.PLANNED)
        story.fact(sentence, body, "metric", story.amount(text, "1", text), text)
        story.fact(sentence, person, "says", text)
        story.fact(sentence, body, "ticker", text)
        story.add_to(graph)
    return graph


def hostile_graph() -> Graph:
    return graph_about(*HOSTILE)


def rendered(graph: Graph, name: str) -> str:
    return "".join(FORMATS[name].writer()(graph))


def quads(graph: Graph, name: str) -> list[ox.Quad]:
    return list(ox.parse(rendered(graph, name), format=RDF_FORMATS[name]))


def triples(graph: Graph, name: str) -> set[ox.Triple]:
    return {quad.triple for quad in quads(graph, name)}


@pytest.fixture(params=[small_graph, hostile_graph, Graph], ids=["small", "hostile", "empty"])
def graph(request: pytest.FixtureRequest) -> Graph:
    made: Graph = request.param()
    return made


@pytest.fixture
def store() -> ox.Store:
    store = ox.Store()
    store.load(rendered(small_graph(), "turtle"), format=ox.RdfFormat.TURTLE)
    return store


def select(store: ox.Store, variables: str, pattern: str) -> list[tuple[str, ...]]:
    found = store.query(f"{PREFIXES} SELECT {variables} WHERE {{ {pattern} }}")
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(term.value for term in row if not isinstance(term, ox.Triple)) for row in found)


def ask(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"{PREFIXES} ASK {{ {pattern} }}"))


# RDF


def test_all_rdf_formats_say_the_same_triples_each_once(graph: Graph) -> None:
    lines = rendered(graph, "ntriples").splitlines()
    expected = triples(graph, "ntriples")
    assert len(lines) == len(set(lines)) == len(expected) == len(quads(graph, "turtle"))
    for name in RDF_FORMATS:
        assert triples(graph, name) == expected
    assert set(quads(graph, "trig")) == set(quads(graph, "nquads"))
    assert len(quads(graph, "trig")) == len(quads(graph, "nquads")) == len(set(quads(graph, "nquads")))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its TriG parser warns of its own classes
def test_rdflib_reads_what_oxigraph_reads(graph: Graph) -> None:
    expected = len(triples(graph, "ntriples"))
    for name, parser in (("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld")):
        assert len(rdflib.Graph().parse(data=rendered(graph, name), format=parser)) == expected
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=rendered(graph, "trig"), format="trig")
    assert len(set(dataset.triples((None, None, None)))) == expected
    assert len(graph.to_rdflib()) == expected


def test_rdfxml_says_the_same_triples_but_for_control_characters(graph: Graph) -> None:
    forbidden = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

    def parts(triple: ox.Triple) -> tuple[str, ...]:
        object_ = triple.object
        kind = (object_.language or object_.datatype.value) if isinstance(object_, ox.Literal) else ""
        values = (term.value for term in (triple.subject, triple.predicate, object_))
        return (*(forbidden.sub("", value) for value in values), kind)

    text = rendered(graph, "rdfxml")
    expected = sorted(parts(triple) for triple in triples(graph, "ntriples"))
    assert sorted(parts(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.RDF_XML)) == expected
    assert len(rdflib.Graph().parse(data=text, format="xml")) == len(expected)


@pytest.mark.parametrize(
    ("title", "segment"),
    [("主任", "主任"), ("主任2", "主任2~_"), ("院长（兼）", "院长（兼）~_"), ("CEO", "CEO")],
)
def test_a_title_makes_a_property_that_xml_can_name(title: str, segment: str) -> None:
    story = Story("a", "甲乙")
    person, body = story.entity("甲", MentionType.PERSON), story.entity("乙", MentionType.ORG)
    story.fact("甲乙", person, "post", body, title)
    graph = Graph()
    story.add_to(graph)
    assert f"<https://example.org/zhkg/title/{segment}>" in rendered(graph, "ntriples")


def test_no_blank_nodes(graph: Graph) -> None:
    assert not any(
        isinstance(term, ox.BlankNode)
        for triple in triples(graph, "turtle")
        for term in (triple.subject, triple.object)
    )


def test_every_iri_is_of_a_known_namespace_and_reads_as_an_rdflib_iri() -> None:
    graph = hostile_graph()
    known = re.compile(
        r"https://example\.org/zhkg/(e|st|ev|art|sel|metric|title|role|publisher|byline)/[^/]+$|"
        r"https://example\.org/zhkg/ontology#|https://schema\.org/|http://www\.w3\.org/|http://purl\.org/dc/"
    )
    iris = {
        term.value
        for triple in triples(graph, "turtle")
        for term in (triple.subject, triple.predicate, triple.object)
        if isinstance(term, ox.NamedNode)
    }
    assert [iri for iri in iris if not known.match(iri)] == []
    assert all(rdflib.URIRef(iri).n3() for iri in iris)


def test_hostile_words_come_back_as_they_went_in() -> None:
    store = ox.Store()
    store.load(rendered(hostile_graph(), "turtle"), format=ox.RdfFormat.TURTLE)
    said = {text for (text,) in select(store, "?o", "?s kg:says ?o")}
    assert said == {re.sub("[\x00\ud800-\udfff\uffff]", "\ufffd", text) for text in HOSTILE}


def test_hostile_words_add_no_triple() -> None:
    harmless = graph_about(*(f"乙{number}号" for number in range(len(HOSTILE))))
    assert len(triples(harmless, "turtle")) == len(triples(hostile_graph(), "turtle"))


@pytest.mark.parametrize("name", ["turtle", "ntriples", "rdfxml"])
def test_a_writer_holds_a_small_part_of_what_it_writes(name: str) -> None:
    graph = graph_about(*(f"第{number}号机构" for number in range(200)))
    write = FORMATS[name].writer()
    for _ in write(graph_about("甲")):  # what is loaded once is none of the graph's
        pass
    assert graph.statements
    tracemalloc.start()
    try:
        written = sum(len(chunk.encode()) for chunk in write(graph))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert written > 800_000
    assert peak < written / 2


@settings(max_examples=60)
@given(st.text(st.characters(exclude_characters="\0\ufffe\uffff", exclude_categories=["Cs"])))
def test_any_text_round_trips_through_both_parsers(text: str) -> None:
    for literal in (words(text), plain(text)):
        line = f"<x:s> <x:p> {literal} .\n"
        [quad] = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
        assert isinstance(quad.object, ox.Literal)
        assert quad.object.value == text
        [(_, _, value)] = rdflib.Graph().parse(data=line, format="turtle")
        assert str(value) == text


@pytest.mark.parametrize(
    ("iso", "suffix"),
    [
        ("2021", "gYear>"),
        ("2021-09", "gYearMonth>"),
        ("2021-09-30", "date>"),
        ("2021-09-30T08:00:00+08:00", "dateTime>"),
        ("2021-02-30", '"'),
        ("2021-01-01/2021-09-30", '"'),
        ('"', '"'),
    ],
)
def test_a_moment_has_the_type_of_its_form(iso: str, suffix: str) -> None:
    assert moment(iso).endswith(suffix)
    assert len(list(ox.parse(f"<x:s> <x:p> {moment(iso)} .", format=ox.RdfFormat.TURTLE))) == 1


def test_direct_edges_say_only_what_is_so(store: ox.Store) -> None:
    assert ask(
        store, "e:林晓舟:海棠高新区管委会:主任 kg:post e:海棠高新区管委会 ; title:主任 e:海棠高新区管委会"
    )
    assert ask(store, "e:海棠高新区 kg:goal e:国内领先的创新高地:Goal ; kg:founded ?year ; kg:alias ?name")
    for relation in ("acquires", "cooperates_with"):
        assert ask(store, f"?s rdf:predicate kg:{relation} ; kg:status ?status")
        assert not ask(store, f"?s kg:{relation} ?o")
    assert not ask(store, "e:高一凡:白鹭股份:总经理 kg:post ?o")
    assert not ask(store, "?s title:总经理 ?o")
    assert not ask(store, "?e a kg:Organization ; kg:metric ?m")


def test_a_statement_leads_to_its_sentence(store: ox.Store) -> None:
    found = select(
        store,
        "?status ?speaker ?sentence ?title ?start ?end",
        """?s rdf:subject e:海棠高新区 ; rdf:predicate kg:goal ; kg:status ?status ; kg:speaker ?speaker ;
               prov:wasQuotedFrom ?ev .
           ?ev rdf:value ?sentence ; oa:hasSource ?article ; oa:hasSelector ?sel .
           ?sel oa:start ?start ; oa:end ?end ; oa:exact ?sentence .
           ?article schema:headline ?title""",
    )
    speaker = "https://example.org/zhkg/e/林晓舟:海棠高新区管委会:主任"
    sentence = "海棠高新区管委会主任林晓舟表示，要把海棠高新区建成国内领先的创新高地。"
    assert found == [(f"{KG}planned", speaker, sentence, "海棠高新区：新的起点", "0", "35")]


def test_amounts_are_observations_that_add_up(store: ox.Store) -> None:
    change = "?s a kg:Observation ; kg:unit '%' ; kg:signedValue ?v ; kg:changeBase ?base"
    assert select(store, "?v ?base", change) == [("-3", "同比")]
    assert select(store, "(SUM(?v) AS ?sum)", "?s kg:unit 'CNY' ; kg:value ?v") == [("7630000000",)]
    assert ask(store, "?s kg:value ?v ; kg:validFrom ?a ; kg:validTo ?b FILTER(?a < ?b && ?v = 5630000000)")


def test_units_that_qudt_knows_are_named_by_it(store: ox.Store) -> None:
    units = dict(select(store, "?printed ?unit", "?s kg:unit ?printed ; kg:qudtUnit ?unit"))
    assert units["%"] == "http://qudt.org/vocab/unit/PERCENT"
    assert units["CNY"] == "http://qudt.org/vocab/currency/CNY"


def test_an_article_is_a_named_graph_that_can_be_withdrawn() -> None:
    graph = small_graph()
    store = ox.Store()
    store.bulk_load(rendered(graph, "nquads"), format=ox.RdfFormat.N_QUADS)
    assert {name.value for name in store.named_graphs() if isinstance(name, ox.NamedNode)} == {
        article.iri for article in graph.articles
    }
    store.remove_graph(ox.NamedNode("https://example.org/zhkg/art/park.md"))
    assert ask(store, "GRAPH ?g { e:林晓舟:海棠高新区管委会:主任 kg:post e:海棠高新区管委会 }")
    assert not ask(store, "GRAPH ?g { e:海棠高新区 kg:goal ?goal }")


def test_bytes_of_the_file_are_a_second_selector() -> None:
    story = Story("a.txt", "甲位于乙。")
    fact = story.fact("甲位于乙。", story.entity("甲", MentionType.ORG), "alias", "乙")
    story.facts = [replace(fact, evidence=replace(fact.evidence, bytes=(10, 25)))]
    graph = Graph()
    story.add_to(graph)
    store = ox.Store()
    store.load(rendered(graph, "turtle"), format=ox.RdfFormat.TURTLE)
    bytes_of = "?e oa:hasSelector ?s . ?s a oa:DataPositionSelector ; oa:start ?start ; oa:end ?end"
    assert select(store, "?start ?end", bytes_of) == [("10", "25")]


def test_turtle_abbreviates_names_that_need_no_escape() -> None:
    text = rendered(small_graph(), "turtle")
    assert (
        '\ne:林晓舟:海棠高新区管委会:主任 a kg:Person , schema:Person ;\n    rdfs:label "林晓舟"@zh ;' in text
    )
    assert '"^^<' not in text
    assert re.search(r"^    kg:value 5630000000\.0 \.$", text, re.MULTILINE)


def test_another_base_changes_our_iris_but_not_the_ontology() -> None:
    graph = Graph("https://kg.example/新闻/")
    story = Story("a", "甲简称乙。")
    story.fact("甲简称乙。", story.entity("甲", MentionType.ORG), "alias", "乙")
    story.add_to(graph)
    text = rendered(graph, "turtle")
    assert "@prefix e: <https://kg.example/新闻/e/> ." in text
    assert f"@prefix kg: <{KG}> ." in text
    assert "e:甲 a kg:Organization" in text


# JSON Lines


def test_facts_have_a_line_a_statement_with_every_sentence() -> None:
    graph = small_graph()
    rows = [json.loads(line) for line in rendered(graph, "facts").splitlines()]
    assert len(rows) == len(graph.statements)
    [post] = [row for row in rows if row["label"] == "主任"]
    assert (post["subject"], post["relation"], post["object"]) == ("林晓舟", "post", "海棠高新区管委会")
    assert [evidence["article"] for evidence in post["evidences"]] == ["money.html", "park.md"]
    assert all(e["end"] - e["start"] == len(e["sentence"]) for row in rows for e in row["evidences"])
    [revenue] = [row for row in rows if row["label"] == "营收"]
    bound = "2000000000"
    assert revenue["object"] == {"text": "超过20亿元", "value": bound, "unit": "CNY", "low": bound}


def test_entities_have_a_line_a_node_with_mentions_of_all_articles() -> None:
    rows = {row["name"]: row for row in map(json.loads, rendered(small_graph(), "entities").splitlines())}
    assert rows["海棠高新区"]["aliases"] == ["海高新"]
    assert {m["article"] for m in rows["林晓舟"]["mentions"]} == {"park.md", "money.html"}
    assert rows["海棠高新区"]["type"] == "PARK"


@pytest.mark.parametrize("name", ["facts", "entities"])
def test_hostile_words_stay_on_their_line(name: str) -> None:
    text = rendered(hostile_graph(), name)
    text.encode()
    assert all(isinstance(json.loads(line), dict) for line in text.split("\n")[:-1])


# Files


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written(name: str, tmp_path: Path) -> None:
    target = tmp_path / f"graph{FORMATS[name].suffix}"
    write_graph(small_graph(), target, name)
    assert target.read_text(encoding="utf-8") == rendered(small_graph(), name)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_no_format_overwrites_the_file_of_another() -> None:
    assert len({format_.suffix for format_ in FORMATS.values()}) == len(FORMATS)


def test_a_build_has_the_ontology_beside_the_graph(tmp_path: Path) -> None:
    written = write_build(small_graph(), tmp_path / "deep" / "out")
    assert {path.name for path in written} == {*BUILD_FILES, "kg.ttl"}
    assert {path.name for path in (tmp_path / "deep" / "out").iterdir()} == {path.name for path in written}


def test_an_unknown_format_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"'xlsx'.*turtle.*graphml"):
        write_graph(small_graph(), tmp_path / "x", "xlsx")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for target in (tmp_path / "file" / "graph.ttl", tmp_path / "missing" / "graph.ttl"):
        with pytest.raises(ExportError, match=r"^\S*graph\.ttl: cannot be written \(.*\); name a folder"):
            write_graph(small_graph(), target, "turtle")
    with pytest.raises(ExportError, match="cannot be made"):
        write_build(small_graph(), tmp_path / "file" / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named_with_a_remedy(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(ExportError, match="Permission denied"):
        write_graph(small_graph(), tmp_path / "graph.ttl", "turtle")


def test_a_writer_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    def failing() -> Iterator[str]:
        yield "half"
        raise ZeroDivisionError

    target = tmp_path / "graph.ttl"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError):
        write_file(target, failing())
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_hash_seed_and_order_of_documents_leave_the_bytes_alone() -> None:
    code = (
        "import hashlib, sys\n"
        "from graph_cases import *\nfrom kg.export import FORMATS\n"
        "stories = [park_story(), money_story()]\n"
        "graph = Graph()\n"
        "for story in stories[:: int(sys.argv[1])]: story.add_to(graph)\n"
        "for name in FORMATS:\n"
        "    text = ''.join(FORMATS[name].writer()(graph))\n"
        "    print(name, hashlib.sha256(text.encode()).hexdigest())\n"
    )
    here = Path(__file__).parent
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code, step],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{here}:{here.parent}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, step in (("1", "1"), ("2", "-1"), ("77", "1"))
    ]
    assert outputs[0].count("\n") == len(FORMATS)
    assert len(set(outputs)) == 1
