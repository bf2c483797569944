"""The options that tell which part of a graph is written or drawn, and how its picture is made."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from kg.graph import Graph

# As in kg.network, which is not imported here so that kg --help answers at once.
NodeKinds = Literal["entities", "goals", "observations"]
Level = Literal["statement", "tie", "pair"]

GraphFolder = Annotated[Path, typer.Argument(help="The folder that kg build wrote, or a store.")]
Types = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="Only things of this type: PERSON, ORG …")
]
Relations = Annotated[
    list[str] | None, typer.Option("--relation", metavar="NAME", help="Only this relation: post, acquires …")
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="NAME", help="Only asserted, planned, former or denied statements."),
]
MinConfidence = Annotated[
    float, typer.Option("--min-confidence", metavar="P", min=0, max=1, help="Only statements as sure as P.")
]
From = Annotated[
    datetime | None,
    typer.Option(
        "--from", metavar="DATE", formats=["%Y-%m-%d"], help="Only what holds on this day or later."
    ),
]
To = Annotated[
    datetime | None,
    typer.Option("--to", metavar="DATE", formats=["%Y-%m-%d"], help="Only what holds on this day or before."),
]
Ego = Annotated[str, typer.Option("--ego", metavar="NAME", help="Only the surroundings of this thing.")]
Hops = Annotated[int, typer.Option("--hops", metavar="N", min=1, help="How many steps around it.")]
Nodes = Annotated[
    NodeKinds, typer.Option("--nodes", help="What is a node in a picture: also goals, also each amount.")
]
EdgeLevel = Annotated[
    Level, typer.Option("--level", help="An edge a statement, a tie of several readings, or a pair.")
]


def part_of(
    folder: Path,
    *,
    types: list[str] | None,
    relations: list[str] | None,
    statuses: list[str] | None,
    min_confidence: float,
    start: datetime | None,
    end: datetime | None,
    ego: str,
    hops: int,
    nodes: NodeKinds,
    level: Level,
) -> "Graph":
    """Load a graph and return the part of it that the options let through; all of it without any.

    Raises:
        ReadError: the folder holds no graph.
        ExportError: an option names nothing that there is, or nothing passes.
    """
    from kg.model import Status
    from kg.network import NetworkOptions
    from kg.saved import load_graph
    from kg.selection import Selection, select

    graph = load_graph(folder)
    selection = Selection(
        tuple(types or ()),
        tuple(relations or ()),
        tuple(statuses or ()),
        min_confidence,
        start.date() if start else None,
        end.date() if end else None,
        ego,
        hops if ego else 1,
    )
    part = graph if selection == Selection() else select(graph, selection)
    shown = tuple(Status(status) for status in statuses or ()) or NetworkOptions().statuses
    part.drawn = NetworkOptions(nodes, level, shown)
    return part
