"""The ontology, and the shapes that every graph keeps to."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from graph_cases import small_graph
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD
from test_export import hostile_graph

from kg.amounts import Amount
from kg.document import Document, Span
from kg.errors import OntologyError
from kg.formats.rdf import describe, whole
from kg.graph import Graph
from kg.model import Entity, Evidence, Fact, MentionType, Status
from kg.nodes import Node
from kg.ontology_schema import load_classes, load_ontology
from kg.ontology_terms import KG
from kg.pipeline import Options, build
from kg.resources import ontology_dir

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
GUIDE = Path(__file__).resolve().parents[1].parent / "shared" / "gold" / "GUIDE.md"
KG_ = rdflib.Namespace(KG)
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SCHEMA = rdflib.Namespace("https://schema.org/")
BASE = "https://example.org/zhkg/"


def entity(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"{BASE}e/{name}")


@cache
def turtle(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / name)


def violations(graph: rdflib.Graph) -> str:
    """The report on a graph; empty where it conforms."""
    conforms, _, report = pyshacl.validate(
        graph, shacl_graph=turtle("shapes.ttl"), ont_graph=turtle("kg.ttl")
    )
    assert str(report).startswith("Validation Report"), report
    return "" if conforms else str(report)


def test_every_relation_of_the_guide_is_there_with_its_name() -> None:
    if not GUIDE.is_file():
        pytest.skip(f"no {GUIDE}")
    names = dict(
        re.findall(r"^\| (\w+) \| ([^|]+) \| [^|]*[→↔]", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    )
    names.pop("relation")  # the table's head
    assert len(names) > 25
    assert set(names) <= set(load_ontology().relations)
    assert {name: load_ontology().relations[name].label_zh for name in names if name != "other"} == {
        name: zh for name, zh in names.items() if name != "other"
    }


def test_every_mention_type_has_a_class() -> None:
    classes = load_classes()
    assert set(classes) == set(MentionType)
    assert classes[MentionType.PARK].schema == ("https://schema.org/Organization", "https://schema.org/Place")
    assert len({info.label_zh for info in classes.values()}) == len(classes)


def test_a_relation_tells_what_may_stand_on_either_side() -> None:
    post, goal = load_ontology().relation("post"), load_ontology().relation("goal")
    assert post.domain == (MentionType.PERSON,)
    assert MentionType.PARK in post.range
    assert (post.kind, load_ontology().relation("metric").kind, load_ontology().relation("founded").kind) == (
        "entity",
        "amount",
        "time",
    )
    assert goal.means_plan
    assert goal.shows_own_name
    assert not post.means_plan
    assert load_ontology().relation("cooperates_with").symmetric
    with pytest.raises(OntologyError, match="post"):
        load_ontology().relation("poste")


def test_every_term_has_names_and_an_explanation_in_both_languages() -> None:
    graph = turtle("kg.ttl")
    ours = {s for s in graph.subjects(RDF.type) if str(s).startswith(KG)}
    assert len(ours) > 70
    for term in ours:
        for property_ in (RDFS.label, RDFS.comment):
            languages = sorted(
                str(o.language) for o in graph.objects(term, property_) if isinstance(o, rdflib.Literal)
            )
            assert languages == ["en", "zh"], f"{term} {property_}"


def test_classes_relations_and_properties_have_examples_in_both_languages() -> None:
    graph = turtle("kg.ttl")
    inverses = set(graph.objects(None, OWL.inverseOf))
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, KG_.Status)
    for term in {s for kind in kinds for s in graph.subjects(RDF.type, kind)} - inverses:
        languages = sorted(str(o.language) for o in graph.objects(term, SKOS.example))  # type: ignore[attr-defined]
        assert languages == ["en", "zh"], term


def test_every_relation_between_things_has_an_inverse() -> None:
    graph = turtle("kg.ttl")
    for name, info in load_ontology().relations.items():
        if info.kind == "entity" and not info.symmetric:
            [inverse] = graph.objects(KG_[name], OWL.inverseOf)
            assert (inverse, RDF.type, OWL.ObjectProperty) in graph
            assert str(inverse).removeprefix(KG) not in load_ontology().relations
        assert ((KG_[name], RDF.type, OWL.SymmetricProperty) in graph) == info.symmetric


def test_an_owl_tool_opens_the_ontology(tmp_path: Path) -> None:
    file = tmp_path / "kg.nt"
    quads = ox.parse(path=str(ontology_dir() / "kg.ttl"), format=ox.RdfFormat.TURTLE)
    ox.serialize((quad.triple for quad in quads), str(file), format=ox.RdfFormat.N_TRIPLES)
    ontology = owlready2.World().get_ontology(f"file://{file}").load()
    kg = ontology.get_namespace(KG)
    assert {kg.Organization, kg.Place, kg.Agent, kg.Entity} <= kg.Park.ancestors()
    assert kg.post.inverse_property is kg.has_officer
    assert kg.post.domain == [kg.Person]
    assert owlready2.SymmetricProperty in kg.cooperates_with.is_a
    assert set(kg.Status.instances()) == {kg.asserted, kg.planned, kg.denied, kg.former}
    relations = {name for name, info in load_ontology().relations.items() if info.kind == "entity"}
    assert relations <= {one.name for one in ontology.object_properties()}


def test_every_term_that_a_graph_uses_is_declared() -> None:
    graph = turtle("kg.ttl")
    declared = {str(s) for s in graph.subjects(RDF.type)}
    assert {KG + status for status in Status} <= declared
    used = {
        term[1:-1]
        for _, pairs in describe(whole(small_graph()))
        for pair in pairs
        for term in pair
        if term.startswith(f"<{KG}")
    }
    assert used <= declared
    for prefix in ("shapes.ttl", "kg.ttl"):
        mentioned = {str(term) for triple in turtle(prefix) for term in triple if str(term).startswith(KG)}
        assert mentioned - {KG} <= declared


def test_domains_and_ranges_are_classes_of_the_ontology() -> None:
    graph = turtle("kg.ttl")
    classes = set(graph.subjects(RDF.type, OWL.Class))
    for property_ in (SCHEMA.domainIncludes, SCHEMA.rangeIncludes, RDFS.domain):
        assert set(graph.objects(None, property_)) <= classes


def test_both_parsers_read_both_files() -> None:
    for name in ("kg.ttl", "shapes.ttl"):
        count = len(list(ox.parse(path=str(ontology_dir() / name), format=ox.RdfFormat.TURTLE)))
        assert count == len(rdflib.Graph().parse(ontology_dir() / name)) > 300


@pytest.mark.parametrize("made", [small_graph, hostile_graph, Graph])
def test_graphs_conform(made: Callable[[], Graph]) -> None:
    assert violations(made().to_rdflib()) == ""


@pytest.mark.parametrize("folder", [CORPUS, GUIDE.parents[1] / "articles"], ids=["corpus", "shared"])
def test_graphs_of_articles_conform(folder: Path, tmp_path: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"no {folder}")
    build([str(folder)], tmp_path, Options(), workers=1)
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert len(graph) > 3000
    assert violations(graph) == ""


def statement_of(graph: rdflib.Graph, relation: str) -> rdflib.term.Node:
    return sorted(graph.subjects(RDF.predicate, KG_[relation]))[0]


def some(graph: rdflib.Graph, class_: rdflib.URIRef) -> rdflib.term.Node:
    return sorted(graph.subjects(RDF.type, class_))[0]


Mutation = Callable[[rdflib.Graph], object]
MUTATIONS: dict[str, Mutation] = {
    "a statement without status": lambda g: g.remove((statement_of(g, "post"), KG_.status, None)),
    "two statuses": lambda g: g.add((statement_of(g, "post"), KG_.status, KG_.denied)),
    "an unknown status": lambda g: g.set((statement_of(g, "post"), KG_.status, KG_.perhaps)),
    "an unknown relation": lambda g: g.set((statement_of(g, "post"), RDF.predicate, KG_.marries)),
    "confidence above one": lambda g: g.set(
        (statement_of(g, "post"), KG_.confidence, rdflib.Literal("1.5", datatype=XSD.decimal))
    ),
    "confidence as a double": lambda g: g.set(
        (statement_of(g, "post"), KG_.confidence, rdflib.Literal("0.5", datatype=XSD.double))
    ),
    "no rule": lambda g: g.remove((statement_of(g, "post"), KG_.rule, None)),
    "no evidence": lambda g: g.remove((statement_of(g, "goal"), PROV.wasQuotedFrom, None)),
    "no subject": lambda g: g.remove((statement_of(g, "goal"), RDF.subject, None)),
    "an interval that runs backwards": lambda g: g.set(
        (statement_of(g, "metric"), KG_.validFrom, rdflib.Literal("2031-01-01", datatype=XSD.date))
    ),
    "a metric without value": lambda g: g.remove((statement_of(g, "metric"), KG_.value, None)),
    "a value that is text": lambda g: g.set((statement_of(g, "metric"), KG_.value, rdflib.Literal("56.3亿"))),
    "a metric as a direct edge": lambda g: g.add((statement_of(g, "metric"), RDF.object, rdflib.Literal(1))),
    "a denied tie as a direct edge": lambda g: g.add(
        (entity("白鹭股份"), KG_.cooperates_with, entity("云雀科技"))
    ),
    "a planned tie as a direct edge": lambda g: g.add((entity("白鹭股份"), KG_.acquires, entity("云雀科技"))),
    "a former post as a direct edge": lambda g: g.add((entity("高一凡"), KG_.post, entity("白鹭股份"))),
    "a title without its post": lambda g: g.add(
        (entity("高一凡"), rdflib.URIRef(f"{BASE}title/总经理"), entity("白鹭股份"))
    ),
    "an asserted tie without its edge": lambda g: g.remove((entity("海棠高新区"), KG_.located_in, None)),
    "a post of a place": lambda g: g.set((statement_of(g, "post"), ORG.member, entity("青溪市"))),
    "an entity without a name": lambda g: g.remove((entity("青溪市"), RDFS.label, None)),
    "an entity without a class": lambda g: g.remove((entity("青溪市"), RDF.type, None)),
    "evidence without its sentence": lambda g: g.remove((some(g, OA.SpecificResource), RDF.value, None)),
    "evidence without its article": lambda g: g.remove((some(g, OA.SpecificResource), OA.hasSource, None)),
    "a quotation longer than its range": lambda g: g.set(
        (some(g, OA.TextQuoteSelector), OA.exact, rdflib.Literal("太长" * 99, lang="zh"))
    ),
    "a negative offset": lambda g: g.set((some(g, OA.TextPositionSelector), OA.start, rdflib.Literal(-1))),
    "an article with two headlines": lambda g: g.add(
        (rdflib.URIRef(f"{BASE}art/park.md"), SCHEMA.headline, rdflib.Literal("又一题", lang="zh"))
    ),
    "an article with a publisher of no class": lambda g: g.set(
        (rdflib.URIRef(f"{BASE}art/park.md"), SCHEMA.publisher, rdflib.Literal("青溪日报"))
    ),
    "a publisher without a name": lambda g: g.remove(
        (g.value(rdflib.URIRef(f"{BASE}art/park.md"), SCHEMA.publisher), SCHEMA.name, None)
    ),
    "an observation without its unit": lambda g: g.remove((statement_of(g, "metric"), KG_.unit, None)),
    "words as the object of a relation between things": lambda g: g.add(
        (entity("海棠高新区"), KG_.located_in, rdflib.Literal("青溪市", lang="zh"))
    ),
}


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS)
def test_the_shapes_catch_a_damaged_graph(mutation: Mutation) -> None:
    graph = small_graph().to_rdflib()
    mutation(graph)
    assert violations(graph)


@pytest.mark.parametrize(
    ("tool", "function", "file"),
    [
        ("ontology_page", "page", "docs/ontology.md"),
        ("context_file", "context", "ontology/context.jsonld"),
    ],
)
def test_what_is_made_from_the_ontology_is_up_to_date(tool: str, function: str, file: str) -> None:
    root = Path(__file__).resolve().parents[1]
    made = subprocess.run(
        [sys.executable, "-c", f"from {tool} import *; print({function}(), end='')"],
        env={**os.environ, "PYTHONPATH": f"{root / 'tools'}:{root}", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert (root / file).read_text(encoding="utf-8") == made, f"run python tools/{tool}.py"


def gold_graph() -> Graph:
    """The annotated facts of the gold articles, as if they had been read."""
    graph = Graph()
    for file in sorted(GUIDE.parent.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = "\n".join(dict.fromkeys(fact["evidence"] for fact in gold["facts"]))
        document = Document(file.stem, text, day=date.fromisoformat(gold["published"]))
        entities = {
            row["name"]: Entity(row["name"], row["name"], MentionType(row["type"]), tuple(row["aliases"]))
            for row in gold["entities"]
        }
        facts = []
        for row in gold["facts"]:
            start = text.index(row["evidence"])
            span = Span(start, start + len(row["evidence"]))
            object_ = row["object"]
            if isinstance(object_, dict):
                value, *bounds = (
                    Decimal(object_[key]) if object_.get(key) else None for key in ("value", "low", "high")
                )
                assert value is not None
                amount = Amount(object_["text"], span, value, object_["unit"], "exact", *bounds)
                object_ = amount
            else:
                object_ = entities.get(object_, object_)
            evidence = Evidence(document.id, span, row["evidence"], "gold")
            subject, status = entities[row["subject"]], Status(row["status"])
            facts.append(Fact(subject, row["relation"], object_, evidence, row["label"], row["time"], status))
        graph.add(document, entities.values(), facts)
    return graph


def test_gold_facts_fit_the_ontology_and_conform() -> None:
    if not GUIDE.is_file():
        pytest.skip(f"no {GUIDE}")
    graph = gold_graph()
    assert len(graph.statements) > 100
    for statement in graph.statements:
        info = statement.info
        assert statement.subject.type in info.domain, statement
        if isinstance(statement.object, Node):
            assert statement.object.type in info.range, statement
    assert violations(graph.to_rdflib()) == ""
