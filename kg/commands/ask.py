"""A graph in, answers out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.options import BaseIri
from kg.errors import ReadError

if TYPE_CHECKING:
    from kg.store import Store


def query(
    graph: Annotated[Path, typer.Argument(help="The folder that kg build wrote, a file of RDF, or a store.")],
    sparql: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL 1.1, or a file of it (.rq).")],
    answer: Annotated[
        str, typer.Option("--format", metavar="NAME", help="csv, tsv or json; triples are always Turtle.")
    ] = "csv",
    base_iri: BaseIri = None,
) -> None:
    """Ask a graph in SPARQL; the prefixes of graph.ttl need no declaration."""
    text = Path(sparql).read_text(encoding="utf-8") if sparql.endswith(".rq") else sparql
    sys.stdout.write(opened(graph, base_iri).text(text, answer))


def opened(graph: Path, base_iri: str | None = None) -> "Store":
    """Open a built folder with its ontology, a file of RDF, or a store on disk."""
    from kg.living import index_of
    from kg.saved import base_of
    from kg.store import Store

    base = base_iri or base_of(graph)
    built = graph / "graph.ttl"
    if index := index_of(graph):
        return Store(index, base=base)
    if not built.is_file() and not graph.is_file():
        raise ReadError(f"{graph}: no graph here; write one with kg build … -o {graph}")
    store = Store(base=base)
    for file in [built, graph / "kg.ttl"] if built.is_file() else [graph]:
        store.load(file)
    return store
