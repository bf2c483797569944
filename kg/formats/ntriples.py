"""N-Triples and N-Quads: one line a triple."""

from collections.abc import Iterator

from kg.formats.rdf import decided, describe, named_graphs, whole
from kg.graph import Graph


def write_ntriples(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as N-Triples."""
    for subject, pairs in describe(whole(graph)):
        yield "".join([f"{subject} {predicate} {object_} .\n" for predicate, object_ in pairs])


def write_nquads(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as N-Quads: a named graph an article, merging's decisions in the default graph."""
    for subject, pairs in describe(decided(graph)):
        yield "".join([f"{subject} {predicate} {object_} .\n" for predicate, object_ in pairs])
    for name, part in named_graphs(graph):
        for subject, pairs in describe(part):
            yield "".join([f"{subject} {predicate} {object_} {name} .\n" for predicate, object_ in pairs])
