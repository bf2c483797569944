"""N-Triples and N-Quads: one line a triple."""

from collections.abc import Iterable, Iterator

from kg.formats.rdf import Resource, decided, describe, named_graphs, whole
from kg.graph import Graph


def write_ntriples(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as N-Triples."""
    return lines_of(describe(whole(graph)))


def write_nquads(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as N-Quads: a named graph an article, merging's decisions in the default graph."""
    yield from lines_of(describe(decided(graph)))
    for name, part in named_graphs(graph):
        yield from lines_of(describe(part), name)


def lines_of(resources: Iterable[Resource], graph: str = "") -> Iterator[str]:
    """Yield the lines of each resource, as triples or as quads of ``graph`` (an IRI as a term)."""
    end = f" {graph} .\n" if graph else " .\n"
    for subject, pairs in resources:
        yield "".join([f"{subject} {predicate} {object_}{end}" for predicate, object_ in pairs])
