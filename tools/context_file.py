"""Write ontology/context.jsonld from ontology/kg.ttl: python tools/context_file.py."""

import json
from pathlib import Path

import pyoxigraph as ox

from kg.formats.terms import NAMESPACES
from kg.ontology_terms import KG
from kg.resources import ontology_dir

FILE = Path(__file__).resolve().parents[1] / "ontology" / "context.jsonld"

#: Properties of other vocabularies that the graphs use, and what their values are.
OTHERS = {
    "@id": "oa:hasSelector oa:hasSource org:member org:organization org:role prov:wasDerivedFrom "
    "prov:wasQuotedFrom rdf:predicate rdf:subject rdfs:subPropertyOf schema:author schema:editor "
    "schema:mentions schema:publisher schema:sourceOrganization",
    "@zh": "oa:exact rdf:value rdfs:label schema:alternativeHeadline schema:articleSection schema:headline "
    "schema:name skos:altLabel",
    "xsd:string": "dcterms:identifier schema:url",
    "xsd:nonNegativeInteger": "oa:end oa:start",
}


def context() -> str:
    """Return the file: prefixes, then a term for each property whose values are all of one kind."""
    terms = {name: kind for kind, names in OTHERS.items() for name in names.split()}
    quads = list(ox.parse(path=str(ontology_dir() / "kg.ttl")))
    range_of = {q.subject.value: q.object.value for q in quads if q.predicate.value == f"{RDFS}range"}
    for quad in quads:
        if quad.predicate.value != f"{RDF}type" or not quad.subject.value.startswith(KG):
            continue
        iri = quad.subject.value
        if quad.object.value == f"{OWL}ObjectProperty":
            terms[iri.removeprefix(KG)] = "@id"
        elif quad.object.value == f"{OWL}DatatypeProperty" and (kind := _kind(range_of.get(iri, ""))):
            terms[iri.removeprefix(KG)] = kind
    entries: dict[str, object] = {"@vocab": KG, **NAMESPACES}
    for name, kind in sorted(terms.items()):
        prefix, colon, local = name.partition(":")
        iri = NAMESPACES[prefix] + local if colon else KG + name
        entries[name] = {"@id": iri} | ({"@language": "zh"} if kind == "@zh" else {"@type": kind})
    return json.dumps({"@context": entries}, ensure_ascii=False, indent=2) + "\n"


OWL, RDF, RDFS, XSD = (NAMESPACES[prefix] for prefix in ("owl", "rdf", "rdfs", "xsd"))


def _kind(range_: str) -> str:
    """Return what values of a range are: Chinese words, an XSD type, or nothing known."""
    if range_ == f"{RDF}langString":
        return "@zh"
    return f"xsd:{range_.removeprefix(XSD)}" if range_.startswith(XSD) else ""


if __name__ == "__main__":
    FILE.write_text(context(), encoding="utf-8")
