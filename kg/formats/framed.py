"""JSON-LD as a tree with short keys: articles, things, then statements with their evidence inside.

The keys are those of ``ontology/context.jsonld``; the context stands in the file, so that a reader
needs no other. Evidence that several statements share is written out where it comes first, as framing
with ``@embed: @once`` would; all triples are those of the other formats.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import chain, groupby
from typing import Any

from kg.formats.rdf import (
    TYPE,
    Part,
    Resource,
    describe_articles,
    describe_declared,
    describe_evidence,
    describe_names,
    describe_nodes,
    describe_statements,
    whole,
)
from kg.formats.terms import term
from kg.formats.turtle import prefixes
from kg.graph import Graph
from kg.ontology_terms import KG
from kg.resources import ontology_dir

_EMBEDDED = frozenset({term("prov:wasQuotedFrom"), term("oa:hasSelector")})


def write_framed(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as framed JSON-LD."""
    vocabulary = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    ours = {name: iri for name, iri in prefixes(graph.base).items() if name not in vocabulary}
    yield f'{{"@context": {json.dumps(vocabulary | ours, ensure_ascii=False, indent=2)},\n"@graph": ['
    separator = "\n"
    for tree in _Frame(vocabulary | ours).trees(graph):
        yield f"{separator}{tree}"
        separator = ",\n"
    yield "\n]}\n"


class _Frame:
    """Writes resources with the terms of a context; knows what was embedded."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._prefix_by_namespace: dict[str, str] = {}
        self._terms: dict[str, tuple[str, str]] = {}
        for name, entry in context.items():
            if isinstance(entry, dict):
                kind = f"@{entry['@language']}" if "@language" in entry else entry["@type"]
                self._terms[entry["@id"]] = (name, kind)
            elif name != "@vocab":
                self._prefix_by_namespace[entry] = name
        self._written: set[str] = set()

    def trees(self, graph: Graph) -> Iterator[str]:
        """Yield each top-level resource as JSON."""
        everything = whole(graph)
        for resource in chain(describe_articles(everything), describe_nodes(everything)):
            yield self._tree(resource, {})
        for statement in graph.statements:
            part = Part(graph.base, statements=(statement,))
            inside = dict(describe_evidence(part))
            for resource in describe_statements(part):
                yield self._tree(resource, inside)
        for resource in chain(describe_names(everything), describe_declared(everything)):
            yield self._tree(resource, {})

    def _tree(self, resource: Resource, inside: Mapping[str, list[tuple[str, str]]]) -> str:
        subject, pairs = resource
        members = [f'"@id": {self._id(subject)}']
        for predicate, same in groupby(pairs, key=lambda pair: pair[0]):
            if predicate == TYPE:
                members.append(f'"@type": [{", ".join(self._type(class_) for _, class_ in same)}]')
                continue
            name, kind = self._terms.get(predicate[1:-1], (self._compact(predicate), ""))
            values = ", ".join(self._value(predicate, object_, kind, inside) for _, object_ in same)
            members.append(f"{_json(name)}: [{values}]")
        return f"{{{', '.join(members)}}}"

    def _value(
        self, predicate: str, term_: str, kind: str, inside: Mapping[str, list[tuple[str, str]]]
    ) -> str:
        if term_[0] == "<":
            if predicate in _EMBEDDED and term_ in inside and term_ not in self._written:
                self._written.add(term_)
                return self._tree(Resource(term_, inside[term_]), inside)
            return self._id(term_) if kind == "@id" else f'{{"@id": {self._id(term_)}}}'
        end = term_.rindex('"') + 1
        text, suffix = term_[:end], term_[end:]
        if suffix.startswith("@"):
            return text if kind == suffix else f'{{"@value": {text}, "@language": "{suffix[1:]}"}}'
        if not suffix:
            return text if kind == "xsd:string" else f'{{"@value": {text}}}'
        datatype = self._compact(suffix[2:])
        return text if kind == datatype else f'{{"@value": {text}, "@type": {_json(datatype)}}}'

    def _id(self, term_: str) -> str:
        return _json(self._compact(term_))

    def _type(self, term_: str) -> str:
        return _json(term_[1:-1].removeprefix(KG) if term_.startswith(f"<{KG}") else self._compact(term_))

    def _compact(self, term_: str) -> str:
        """Return an IRI with its prefix, where it has one of ours."""
        iri = term_[1:-1]
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix_by_namespace.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and cut < len(iri) else iri


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
