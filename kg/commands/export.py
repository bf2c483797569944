"""A graph in, a file of it out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.parts import (
    EdgeLevel,
    Ego,
    From,
    GraphFolder,
    Hops,
    MinConfidence,
    Nodes,
    Relations,
    Statuses,
    To,
    Types,
    part_of,
)
from kg.export import FOLDERS, FORMATS


def export(
    graph: GraphFolder,
    name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"{', '.join(FORMATS)}; or a folder (with -o): {', '.join(FOLDERS)}.",
        ),
    ] = "turtle",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="PATH", help="The file or folder to write; else standard output."
        ),
    ] = None,
    types: Types = None,
    relations: Relations = None,
    statuses: Statuses = None,
    min_confidence: MinConfidence = 0,
    start: From = None,
    end: To = None,
    ego: Ego = "",
    hops: Hops = 1,
    nodes: Nodes = "goals",
    level: EdgeLevel = "tie",
) -> None:
    """Write a graph, or a part of it, in any format, without reading its pages again."""
    from kg.export import format_of, write_file
    from kg.staging import staged

    several = FOLDERS.get(name)
    one = None if several else format_of(name)
    if several and out is None:
        raise typer.BadParameter(f"{name} is several files: name a folder with -o")
    part = part_of(
        graph,
        types=types,
        relations=relations,
        statuses=statuses,
        min_confidence=min_confidence,
        start=start,
        end=end,
        ego=ego,
        hops=hops,
        nodes=nodes,
        level=level,
    )
    if several and out:
        with staged(out) as folder:
            several.writer()(part, folder)
    elif one and out:
        write_file(out, one.writer()(part))
    elif one:
        sys.stdout.writelines(one.writer()(part))
