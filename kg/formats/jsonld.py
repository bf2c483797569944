"""JSON-LD 1.1, one resource a line inside ``@graph``.

The strings of N-Triples are strings of JSON (every escape of the one is an escape of the other), so
that terms are taken over without being read.
"""

import json
from collections.abc import Iterator
from itertools import groupby

from kg.formats.rdf import TYPE, describe, whole
from kg.formats.turtle import prefixes
from kg.graph import Graph


def write_jsonld(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as JSON-LD with its context inside."""
    context = json.dumps(prefixes(graph.base), ensure_ascii=False, indent=2)
    yield f'{{"@context": {context},\n"@graph": ['
    separator = "\n"
    for subject, pairs in describe(whole(graph)):
        members = [f'"@id": {_iri(subject)}']
        for predicate, same in groupby(pairs, key=lambda pair: pair[0]):
            if predicate == TYPE:
                members.append(f'"@type": [{", ".join(_iri(class_) for _, class_ in same)}]')
            else:
                members.append(f"{_iri(predicate)}: [{', '.join(_value(object_) for _, object_ in same)}]")
        yield f"{separator}{{{', '.join(members)}}}"
        separator = ",\n"
    yield "\n]}\n"


def _iri(term: str) -> str:
    return f'"{term[1:-1]}"'


def _value(term: str) -> str:
    if term[0] == "<":
        return f'{{"@id": {_iri(term)}}}'
    end = term.rindex('"') + 1
    if term[end:].startswith("@"):
        return f'{{"@value": {term[:end]}, "@language": "{term[end + 1 :]}"}}'
    if term[end:]:
        return f'{{"@value": {term[:end]}, "@type": {_iri(term[end + 2 :])}}}'
    return f'{{"@value": {term[:end]}}}'
