"""A graph in, answers out."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.options import BaseIri
from kg.errors import NotFoundError
from kg.near import checked, near

if TYPE_CHECKING:
    from kg.store import Store


def query(
    graph: Annotated[
        Path,
        typer.Argument(metavar="GRAPH", help="The folder that kg build wrote, a file of RDF, or a store."),
    ],
    sparql: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUERY]",
            help="SPARQL 1.1, a file of it (.rq), or the name of a query of the cookbook; "
            "without one, those are listed.",
        ),
    ] = None,
    answer: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAME", help="csv, tsv, json, xml or table; triples are always Turtle."
        ),
    ] = "csv",
    base_iri: BaseIri = None,
) -> None:
    """Ask a graph in SPARQL; the prefixes of graph.ttl need no declaration."""
    from kg.cookbook import load_recipes

    if sparql is None:
        for recipe in load_recipes().values():
            typer.echo(f"{recipe.name}: {recipe.title_en} / {recipe.title_zh}")
        return
    sys.stdout.write(opened(graph, base_iri).text(_text(sparql), answer))


def _text(sparql: str) -> str:
    """Return the query meant: a file's, one of the cookbook, or the one given."""
    from kg.cookbook import load_recipes

    if sparql.endswith(".rq"):
        return Path(sparql).read_text(encoding="utf-8")
    if re.fullmatch(r"[\w-]+", sparql):  # no query is one word
        if sparql not in load_recipes():
            hint = near(sparql, load_recipes(), "kg query GRAPH without a query lists them")
            raise NotFoundError(f"no query {sparql!r} in the cookbook; {hint}")
        return load_recipes()[sparql].query
    return sparql


def opened(graph: Path, base_iri: str | None = None) -> "Store":
    """Open a built folder with its ontology, a file of RDF, or a store on disk."""
    from kg.living import index_of
    from kg.saved import base_of
    from kg.store import Store

    base = base_iri or base_of(checked(graph))
    built = graph / "graph.ttl"
    if index := index_of(graph):
        return Store(index, base=base)
    if not built.is_file() and not graph.is_file():
        raise NotFoundError(f"{graph}: no graph here; write one with kg build … -o {graph}")
    store = Store(base=base)
    for file in [built, graph / "kg.ttl"] if built.is_file() else [graph]:
        store.load(file)
    return store
