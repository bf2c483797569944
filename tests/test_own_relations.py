"""Relations that a user declares: from a Turtle file beside their rules into every form of the graph."""

from pathlib import Path

import pytest
import rdflib
from graph_cases import Story
from test_export import RDF_FORMATS, rendered
from test_ontology import violations

from kg.errors import OntologyError
from kg.explorer import Explorer
from kg.export import FORMATS
from kg.graph import Graph
from kg.model import MentionType, Status
from kg.ontology_schema import Ontology, load_ontology
from kg.ontology_terms import KG
from kg.pipeline import Options, build
from kg.saved import load_graph
from kg.selection import Selection, select
from kg.store import Store

EXAMPLE = Path(__file__).resolve().parents[1] / "docs" / "example-rules"
MY = rdflib.Namespace("https://example.org/my#")
PREFIXES = (
    f"@prefix kg: <{KG}> . @prefix my: <{MY}> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .\n"
)
SPONSORS = (EXAMPLE / "sponsors.ttl").read_text(encoding="utf-8")
LITERAL = """
my:{name} a owl:DatatypeProperty ; rdfs:label "甲"@zh , "a"@en ; kg:objectKind "{kind}" ;
    schema:domainIncludes kg:Organization .
"""


def ontology(folder: Path, **files: str) -> Ontology:
    for name, text in files.items():
        (folder / f"{name}.ttl").write_text(text, encoding="utf-8")
    return load_ontology(folder)


def sponsor_graph(known: Ontology) -> Graph:
    """One tie of each status."""
    sentences = [f"海棠股份{word}东湖大学。" for word in ("赞助", "拟赞助", "未赞助", "曾赞助")]
    story = Story("club", *sentences)
    firm, school = (story.entity(name, MentionType.ORG) for name in ("海棠股份", "东湖大学"))
    for sentence, status in zip(sentences, Status, strict=True):
        story.fact(sentence, firm, "sponsors", school, "赞助", status=status)
    graph = Graph(ontology=known)
    story.add_to(graph)
    return graph


def test_a_relation_is_what_its_file_says() -> None:
    info = load_ontology(EXAMPLE).relation("sponsors")
    assert (info.iri, info.label_zh, info.label_en, info.kind) == (
        str(MY.sponsors),
        "赞助",
        "sponsors",
        "entity",
    )
    assert info.domain == (MentionType.PERSON, MentionType.ORG, MentionType.PARK)
    assert "sponsors" not in load_ontology().relations


def test_every_format_of_rdf_has_the_edges_the_statements_and_the_declaration(tmp_path: Path) -> None:
    graph = sponsor_graph(load_ontology(EXAMPLE))
    triples = graph.to_rdflib()
    [(firm, school)] = triples.subject_objects(MY.sponsors)
    assert (str(firm)[-4:], str(school)[-4:]) == ("海棠股份", "东湖大学")
    assert len(list(triples.subjects(rdflib.RDF.predicate, MY.sponsors))) == len(Status)
    assert set(rdflib.Graph().parse(data=SPONSORS)) <= set(triples)
    assert violations(triples) == ""
    triples.remove((firm, MY.sponsors, None))
    assert "direct edge" in violations(triples)
    for name in RDF_FORMATS:
        file = tmp_path / f"graph{FORMATS[name].suffix.replace('.rdf12', '').replace('.framed', '')}"
        file.write_text(rendered(graph, name), encoding="utf-8")
        (store := Store()).load(file)
        query = "ASK { ?a my:sponsors ?b . my:sponsors rdfs:label '赞助'@zh, 'sponsors'@en }"
        assert store.text(f"PREFIX my: <{MY}> {query}") == "true\n", name


def test_pictures_the_explorer_and_filters_know_it() -> None:
    graph = sponsor_graph(load_ontology(EXAMPLE))
    assert {(edge.kind, edge.data["relation"]) for edge in graph.network().edges} == {("赞助", "sponsors")}
    assert Explorer(graph).graph()["relations"] == {"sponsors": {"zh": "赞助", "en": "sponsors"}}
    assert select(graph, Selection(relations=("sponsors",))).statements == graph.statements


def test_words_codes_and_times_conform_too(tmp_path: Path) -> None:
    kinds = {"motto": "string", "licence": "code", "closed": "time"}
    declared = [LITERAL.format(name=name, kind=kind) for name, kind in kinds.items()]
    plan = LITERAL.format(name="vow", kind="string").replace(" ;", " ; kg:meansPlan true ;", 1)
    graph = Graph(ontology=ontology(tmp_path, mine=PREFIXES + "".join(declared) + plan))
    story = Story("firm", "海棠股份的口号是向前。")
    firm = story.entity("海棠股份", MentionType.ORG)
    for relation, object_ in (("motto", "向前"), ("licence", "A1"), ("closed", None)):
        story.fact(
            "海棠股份的口号是向前。", firm, relation, object_, time="2021-10" if object_ is None else None
        )
    story.fact("海棠股份的口号是向前。", firm, "vow", "向前", status=Status.PLANNED)
    story.add_to(graph)
    triples = graph.to_rdflib()
    assert [str(value) for name in (*kinds, "vow") for value in triples.objects(None, MY[name])] == [
        "向前",
        "A1",
        "2021-10",
        "向前",
    ]
    assert violations(triples) == ""


def written(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "report.json"}


def test_a_folder_and_a_store_keep_it(tmp_path: Path) -> None:
    for number, name in enumerate(("东湖大学", "江北大学")):
        (tmp_path / f"{number}.txt").write_text(f"海棠股份去年赞助了{name}。\n", encoding="utf-8")
    pages, own = [str(tmp_path / f"{number}.txt") for number in (0, 1)], Options(rules=(EXAMPLE,))
    build(pages, tmp_path / "once", own, workers=1)
    build(pages[:1], None, own, store=tmp_path / "store", workers=1)
    (tmp_path / "other.txt").write_text("陈云帆是江北大学校长。\n", encoding="utf-8")
    build([str(tmp_path / "other.txt")], None, Options(), store=tmp_path / "store", workers=1)
    answer = Store(tmp_path / "store" / "index").text(
        "SELECT ?p { ?a ?p ?b . ?p rdfs:subPropertyOf kg:cooperates_with }"
    )
    assert answer.split() == ["p", str(MY.sponsors)]
    assert load_graph(tmp_path / "once").ontology == load_ontology(EXAMPLE)
    (mine := tmp_path / "mine").mkdir()
    for name in ("sponsors.toml", "sponsors.ttl"):
        text = (EXAMPLE / name).read_text(encoding="utf-8")
        (mine / name).write_text(text.replace('"sponsors"@en', '"funds"@en'), encoding="utf-8")
    changed = Options(rules=(mine,))
    build(pages[1:], tmp_path / "grown", changed, store=tmp_path / "store", workers=1)
    build([*pages, str(tmp_path / "other.txt")], tmp_path / "anew", changed, workers=1)
    assert written(tmp_path / "grown") == written(tmp_path / "anew")
    assert "funds" in (tmp_path / "grown" / "graph.ttl").read_text(encoding="utf-8")
    answer = Store(tmp_path / "store" / "index").text(f"SELECT ?name {{ <{MY.sponsors}> rdfs:label ?name }}")
    assert sorted(answer.split()) == ["funds", "name", "赞助"]
    moved = (mine / "sponsors.ttl").read_text(encoding="utf-8").replace(str(MY), "https://example.org/other#")
    (mine / "sponsors.ttl").write_text(moved, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"sponsors was https://example\.org/my#sponsors and is now"):
        build(pages, None, changed, store=tmp_path / "store", workers=1)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("my:sponsors a", "my:sponsors b", "not valid Turtle"),
        ('"赞助"@zh , ', "", "has no rdfs:label@zh; add it"),
        ('"entity"', '"thing"', "has the object kind thing; use one of entity, amount, string, code, time"),
        ('"entity"', '"amount"', "numbers are kg:metric"),
        ('"entity"', '"string"', "has the object kind string; declare it as owl:DatatypeProperty"),
        ("kg:objectKind", "rdfs:seeAlso", "has no kg:objectKind; add it"),
        ("Includes kg:Organization ,", "Includes kg:Firm ,", "names kg:Firm; name a class"),
        ("schema:rangeIncludes", "rdfs:range", "has no schema:rangeIncludes; name the classes there"),
        ("kg:cooperates_with", "kg:cooperate_with", "to be below; there is kg:cooperates_with"),
        ("my:sponsors a", "kg:post a", "kg:post is declared in kg.ttl too; let one of them have it"),
        ("my:sponsors a", "my:post a", f"{KG}post has that name; choose another"),
        ("my:sponsors a", "my:r2 a", "its IRI ends in no name of letters, as #sponsors does"),
        ("kg:objectKind", "my:x1 1 ; kg:objectKind", "my#x1> ends in no name of letters"),
        ("my:sponsored_by ;", "[] ;", "a blank node; give it an IRI"),
    ],
)  # fmt: skip
def test_a_malformed_declaration_is_told_by_file_and_term(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in SPONSORS
    with pytest.raises(OntologyError) as caught:
        ontology(tmp_path, mine=SPONSORS.replace(old, new))
    assert str(caught.value).startswith(f"{tmp_path / 'mine.ttl'}: ")
    assert told in str(caught.value)


def test_what_two_files_declare_is_told(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"b\.ttl: .*#sponsors> is declared in .*a\.ttl too"):
        ontology(tmp_path, a=SPONSORS, b=SPONSORS)
    with pytest.raises(OntologyError, match=r"b\.ttl: .*: https://example\.org/my#sponsors has that name"):
        ontology(tmp_path, b=SPONSORS.replace(str(MY), "https://example.org/other#"))


def test_the_documentation_shows_the_files_as_they_are() -> None:
    page = (EXAMPLE.parent / "rules.md").read_text(encoding="utf-8")
    assert f"```turtle\n{SPONSORS[SPONSORS.index('@prefix') :]}```" in page
    rules = (EXAMPLE / "sponsors.toml").read_text(encoding="utf-8")
    assert f"```toml\n{rules[rules.index('[cues]') :]}```" in page
