"""Write docs/ontology.md from ontology/kg.ttl and ontology/shapes.ttl: python tools/ontology_page.py."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.ontology_schema import RelationInfo, load_classes, load_ontology
from kg.ontology_terms import KG
from kg.resources import ontology_dir

PAGE = Path(__file__).resolve().parents[1] / "docs" / "ontology.md"
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SCHEMA = rdflib.Namespace("https://schema.org/")
HEAD = """\
# The ontology

Made from `ontology/kg.ttl` and `ontology/shapes.ttl` by `python tools/ontology_page.py`; change those.

Namespace: `{namespace}`, prefix `kg:`.
"""


def page() -> str:
    """Return the page as Markdown."""
    ontology = _parsed("kg.ttl")
    parts = [HEAD.format(namespace=KG)]
    parts += _classes(ontology)
    parts += _relations(ontology)
    parts += _properties(ontology)
    parts += _shapes(_parsed("shapes.ttl"))
    return "\n".join(parts)


def _parsed(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / name)


def _ours(graph: rdflib.Graph, type_: rdflib.URIRef) -> list[rdflib.URIRef]:
    found = {term for term in graph.subjects(RDF.type, type_) if isinstance(term, rdflib.URIRef)}
    return sorted(term for term in found if term.startswith(KG))


def _text(graph: rdflib.Graph, term: rdflib.URIRef, property_: rdflib.URIRef, language: str) -> str:
    values = graph.objects(term, property_)
    found = [str(v) for v in values if isinstance(v, rdflib.Literal) and v.language == language]
    return found[0] if found else ""


def _names(graph: rdflib.Graph, terms: Iterable[rdflib.term.Node]) -> str:
    short = sorted(graph.namespace_manager.normalizeUri(str(term)) for term in terms)
    return ", ".join(f"`{name}`" for name in short)


def _table(title: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"## {title}\n"
    columns = list(head)
    yield f"| {' | '.join(columns)} |"
    yield f"| {' | '.join('---' for _ in columns)} |"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _classes(graph: rdflib.Graph) -> Iterator[str]:
    type_by_iri = {info.iri: type_ for type_, info in load_classes().items()}
    rows = (
        (
            f"`kg:{term.removeprefix(KG)}`",
            _text(graph, term, RDFS.label, "zh"),
            f"`{type_by_iri[str(term)]}`" if str(term) in type_by_iri else "",
            _text(graph, term, RDFS.comment, "en"),
            _example(graph, term),
            _names(graph, graph.objects(term, RDFS.subClassOf)),
        )
        for term in _ours(graph, OWL.Class)
    )
    return _table("Classes", ("class", "zh", "mention type", "meaning", "example", "below"), rows)


def _relations(graph: rdflib.Graph) -> Iterator[str]:
    mapped = (RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch)
    rows = (
        (
            f"`{info.id}`",
            info.label_zh,
            " ".join(info.domain),
            _range(info),
            _text(graph, rdflib.URIRef(info.iri), RDFS.comment, "en"),
            _example(graph, rdflib.URIRef(info.iri)),
            _names(graph, graph.objects(rdflib.URIRef(info.iri), OWL.inverseOf)),
            _names(graph, (o for p in mapped for o in graph.objects(rdflib.URIRef(info.iri), p))),
        )
        for info in load_ontology().relations.values()
    )
    head = ("relation", "zh", "subject", "object", "meaning", "example", "inverse", "see")
    return _table("Relations", head, rows)


def _range(info: RelationInfo) -> str:
    return " ".join(info.range) or info.kind


def _properties(graph: rdflib.Graph) -> Iterator[str]:
    terms = set(_ours(graph, OWL.ObjectProperty)) | set(_ours(graph, OWL.DatatypeProperty))
    rows = (
        (
            f"`kg:{term.removeprefix(KG)}`",
            _text(graph, term, RDFS.label, "zh"),
            _names(graph, graph.objects(term, RDFS.domain)),
            _names(graph, graph.objects(term, RDFS.range)),
            _text(graph, term, RDFS.comment, "en"),
            _example(graph, term),
        )
        for term in sorted(terms)
        if term.removeprefix(KG) not in load_ontology().relations
        and not any(graph.subjects(OWL.inverseOf, term))
    )
    return _table(
        "What statements and things carry", ("property", "zh", "of", "value", "meaning", "example"), rows
    )


def _example(graph: rdflib.Graph, term: rdflib.URIRef) -> str:
    return " / ".join(dict.fromkeys(_text(graph, term, SKOS.example, language) for language in ("zh", "en")))


def _shapes(graph: rdflib.Graph) -> Iterator[str]:
    messages = sorted(str(message) for message in graph.objects(None, SH.message))
    yield "## Shapes\n"
    targets = (SH.targetClass, SH.targetSubjectsOf)
    shapes = sorted(
        term for term in graph.subjects(RDF.type, SH.NodeShape) if isinstance(term, rdflib.URIRef)
    )
    count = sum(1 for shape in shapes if any(graph.objects(shape, target) for target in targets))
    yield f"{count} shapes say what each class and each direct edge must have. Beyond single resources:\n"
    yield from (f"- {message}" for message in messages)
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
