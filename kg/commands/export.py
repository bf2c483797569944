"""A graph in, a file of it out."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def export(
    graph: Annotated[Path, typer.Argument(help="The folder that kg build wrote, or a store.")],
    name: Annotated[
        str, typer.Option("--format", metavar="NAME", help="turtle, trig, nquads, jsonld, rdfxml, graphml …")
    ] = "turtle",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="The file to write; standard output without it."),
    ] = None,
) -> None:
    """Write a graph in any format, without reading its pages again."""
    from kg.export import format_of, write_file
    from kg.saved import load_graph

    writer = format_of(name).writer()
    chunks = writer(load_graph(graph))
    if out is None:
        sys.stdout.writelines(chunks)
    else:
        write_file(out, chunks)
