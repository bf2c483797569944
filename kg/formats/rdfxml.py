"""RDF/XML, for tools that read nothing else.

XML has no way to write most control characters: they are left out of literals here, and only here
(and in the other XML formats).
"""

import json
from collections.abc import Iterator

from kg.formats.rdf import XML_NAME_AT_END, describe, whole
from kg.formats.terms import NAMESPACES
from kg.formats.xml import attribute, text
from kg.graph import Graph


def write_rdfxml(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as RDF/XML."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield "".join(f"\n    xmlns:{prefix}={attribute(iri)}" for prefix, iri in NAMESPACES.items())
    yield ">\n"
    prefix_by_namespace = {namespace: prefix for prefix, namespace in NAMESPACES.items()}
    for subject, pairs in describe(whole(graph)):
        yield f"<rdf:Description rdf:about={attribute(subject[1:-1])}>\n"
        for predicate, object_ in pairs:
            namespace, name = _split(predicate[1:-1])
            prefix = prefix_by_namespace.get(namespace)
            tag, declared = (f"{prefix}:{name}", "") if prefix else (name, f" xmlns={attribute(namespace)}")
            yield f"  <{tag}{declared}{_content(object_, tag)}\n"
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _split(iri: str) -> tuple[str, str]:
    match = XML_NAME_AT_END.search(iri)
    assert match is not None, iri
    return iri[: match.start()], match.group()


def _content(term: str, tag: str) -> str:
    """Return the rest of a property element: its attributes, its text and its end."""
    if term[0] == "<":
        return f" rdf:resource={attribute(term[1:-1])}/>"
    end = term.rindex('"') + 1
    suffix = term[end:]
    kind = ""
    if suffix.startswith("@"):
        kind = f" xml:lang={attribute(suffix[1:])}"
    elif suffix:
        kind = f" rdf:datatype={attribute(suffix[3:-1])}"
    return f"{kind}>{text(json.loads(term[:end]))}</{tag}>"
