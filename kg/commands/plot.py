"""A graph in, a picture of it out."""

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


def plot(
    graph: GraphFolder,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The picture: .png or .svg.")],
    font: Annotated[
        Path | None, typer.Option("--font", metavar="FILE", help="A font with Chinese; else one installed.")
    ] = None,
    width: Annotated[
        float, typer.Option("--width", metavar="INCHES", min=2, max=100, help="The height follows.")
    ] = 12,
    dpi: Annotated[
        int, typer.Option("--dpi", metavar="N", min=20, max=1200, help="Pixels an inch, in a PNG.")
    ] = 150,
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
    """Draw a graph, or a part of it, with Chinese labels and a legend. Needs matplotlib."""
    from kg.plot import write_picture

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
    write_picture(part, out, width=width, dpi=dpi, font=font)
