"""Turtle, of RDF 1.1 and 1.2, and TriG: pretty, stable, written as a stream.

An IRI is abbreviated only where its last part needs no escape; every line has one predicate, so that
a difference of two files reads as a difference of two graphs.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.formats.rdf import TYPE, Resource, decided, describe, named_graphs, triple_of, whole
from kg.formats.terms import NAMESPACES
from kg.graph import Graph

_LOCAL = re.compile(
    r"[A-Za-z_\u3400-\u4dbf\u4e00-\u9fff0-9](?:[A-Za-z0-9_.:\-\u3400-\u4dbf\u4e00-\u9fff]*"
    r"[A-Za-z0-9_\-\u3400-\u4dbf\u4e00-\u9fff])?"
)
_OURS = {
    "art": "art/",
    "byline": "byline/",
    "e": "e/",
    "ev": "ev/",
    "merge": "merge/",
    "metric": "metric/",
    "publisher": "publisher/",
    "role": "role/",
    "sel": "sel/",
    "st": "st/",
    "title": "title/",
}
_DECIMAL = f'"^^<{NAMESPACES["xsd"]}decimal>'


def prefixes(base: str) -> Mapping[str, str]:
    """Return the namespaces by prefix, ours and those of the vocabularies, sorted by prefix."""
    ours = {prefix: base + folder for prefix, folder in _OURS.items()}
    return dict(sorted((NAMESPACES | ours).items()))


def write_turtle(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as Turtle."""
    writer = _Writer(graph.base)
    yield writer.header()
    yield from writer.blocks(describe(whole(graph)), "")


def write_trig(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as TriG: a named graph an article, and in the default graph what merging decided."""
    writer = _Writer(graph.base)
    yield writer.header()
    yield from writer.blocks(describe(decided(graph)), "")
    for name, part in named_graphs(graph):
        yield f"\n{writer.short(name)} {{\n"
        yield from writer.blocks(describe(part), "    ")
        yield "}\n"


def write_turtle12(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as Turtle of RDF 1.2.

    Besides all that :func:`write_turtle` says, each direct edge is annotated with the statements that
    state it (``s p o ~ st:…``); the others reify a triple that isn't asserted.
    """
    statements: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for statement in graph.statements:
        if (triple := triple_of(statement)) is not None:
            statements[triple].append(f"<{statement.iri}>")
    writer = _Writer(graph.base, statements)
    yield writer.header()
    yield from writer.blocks(describe(whole(graph)), "")
    for triple in sorted(statements):
        what = " ".join(map(writer.short, triple))
        for statement_iri in statements[triple]:
            yield f"\n{writer.short(statement_iri)} rdf:reifies <<( {what} )>> .\n"


class _Writer:
    """Abbreviates terms; remembers those of the vocabulary, which come again and again.

    ``statements`` by triple annotate the triples that are written, and are used up by that.
    """

    def __init__(self, base: str, statements: dict[tuple[str, str, str], list[str]] | None = None) -> None:
        self._statements = statements or {}
        self._prefixes = prefixes(base)
        self._prefix_by_namespace = {namespace: prefix for prefix, namespace in self._prefixes.items()}
        self._shortened: dict[str, str] = {TYPE: "a"}

    def header(self) -> str:
        """Return the declarations of prefixes."""
        return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in self._prefixes.items())

    def blocks(self, resources: Iterable[Resource], indent: str) -> Iterator[str]:
        """Yield a block of lines a resource."""
        for subject, pairs in resources:
            lines: list[str] = []
            last = ""
            for predicate, object_ in pairs:
                short = self._known(object_) if predicate == TYPE else self.short(object_)
                if self._statements:
                    stated = self._statements.pop((subject, predicate, object_), ())
                    short += "".join(f" ~ {self.short(statement)}" for statement in stated)
                if predicate == last:
                    lines[-1] += f" , {short}"
                else:
                    lines.append(f"{self._known(predicate)} {short}")
                    last = predicate
            yield f"\n{indent}{self.short(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"

    def _known(self, term: str) -> str:
        """Return a term that comes again and again: a predicate, a class, a datatype."""
        short = self._shortened.get(term)
        if short is None:
            short = self._shortened[term] = self.short(term)
        return short

    def short(self, term: str) -> str:
        """Return a term as shortly as Turtle allows without escapes."""
        if term[0] == "<":
            cut = max(term.rfind("/"), term.rfind("#")) + 1
            prefix = self._prefix_by_namespace.get(term[1:cut])
            if prefix is not None and _LOCAL.fullmatch(term, cut, len(term) - 1):
                return f"{prefix}:{term[cut:-1]}"
            return term
        if term[-1] == ">":
            if term.endswith(_DECIMAL):
                return term[1 : -len(_DECIMAL)]
            literal, _, datatype = term.rpartition("^^")
            return f"{literal}^^{self._known(datatype)}"
        return term
