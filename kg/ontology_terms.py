"""Turtle files as the terms that they tell of: what :mod:`kg.ontology_schema` is read from.

In: a file's Turtle. Out: a :class:`Term` for each IRI that the file says something of.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

KG = "https://example.org/zhkg/ontology#"
"""The namespace of classes and relations; it doesn't follow ``--base-iri``."""

NAMESPACES = {
    "kg": KG,
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
}


@dataclass(slots=True)
class Term:
    """What a file says of one term: IRIs and literals by predicate (``rdfs:label``).

    ``pairs``: all its predicates and objects, in the syntax of N-Triples.
    """

    iri: str
    file: str
    nodes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    literals: dict[str, dict[str | None, str]] = field(default_factory=lambda: defaultdict(dict))
    pairs: set[tuple[str, str]] = field(default_factory=set)

    @property
    def where(self) -> str:
        """The file and the term, as messages begin."""
        return f"{self.file}: {short(self.iri)}"

    def add(self, triple: ox.Triple) -> None:
        """Keep a triple of this term."""
        predicate, value = short(triple.predicate.value), triple.object
        if isinstance(value, ox.NamedNode):
            self.nodes[predicate].append(value.value)
        elif isinstance(value, ox.Literal):
            self.literals[predicate][value.language] = value.value
        self.pairs.add((str(triple.predicate), str(triple.object)))

    def text(self, predicate: str, language: str | None = None) -> str:
        """Return a literal that must be there."""
        try:
            return self.literals[predicate][language]
        except KeyError:
            at = f"@{language}" if language else ""
            raise OntologyError(f"{self.where} has no {predicate}{at}; add it") from None

    def flag(self, predicate: str) -> bool:
        """Tell whether ``predicate true`` stands in the file."""
        return self.literals[predicate].get(None) == "true"


def read_terms(file: str, turtle: str) -> dict[str, Term]:
    """Return the terms of a file by their IRIs, in the order in which they come.

    Raises:
        OntologyError: it is no Turtle, or has a blank node; the message names ``file``.
    """
    found: dict[str, Term] = {}
    try:
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode) or isinstance(quad.object, ox.BlankNode):
                raise OntologyError(f"{file}: {quad.triple}: a blank node; give it an IRI")
            iri = quad.subject.value
            found.setdefault(iri, Term(iri, file)).add(quad.triple)
    except SyntaxError as error:
        raise OntologyError(f"{file}: not valid Turtle ({' '.join(str(error).split())})") from error
    return found


def text_of(file: Path) -> str:
    """Return the text of a file.

    Raises:
        OntologyError: it cannot be read, or is no UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{file}: cannot be read ({error}); it must be Turtle in UTF-8") from error


def short(iri: str) -> str:
    """Return an IRI with the prefix of its namespace, where it has one of ours."""
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
