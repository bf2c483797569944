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

GraphFolder = Annotated[
    Path, typer.Argument(metavar="GRAPH", help="The folder that kg build wrote, or a store.")
]
Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type", metavar="TYPE", help="Only things of this type (PERSON, ORG …); may be given again."
    ),
]
Relations = Annotated[
    list[str] | None,
    typer.Option(
        "--relation", metavar="NAME", help="Only this relation (post, acquires …); may be given again."
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="NAME",
        help="Only statements that are asserted, planned, former or denied; may be given again.",
    ),
]
MinConfidence = Annotated[
    float, typer.Option("--min-confidence", metavar="P", min=0, max=1, help="Only statements as sure as P.")
]
From = Annotated[
    datetime | None,
    typer.Option(
        "--from", metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="Only what holds on this day or later."
    ),
]
To = Annotated[
    datetime | None,
    typer.Option(
        "--to", metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="Only what holds on this day or before."
    ),
]
Ego = Annotated[
    str,
    typer.Option("--ego", metavar="NAME", help="Only the surroundings of the thing of this name or IRI."),
]
Hops = Annotated[
    int, typer.Option("--hops", metavar="N", min=1, help="With --ego: how many steps around it.")
]
Nodes = Annotated[
    NodeKinds,
    typer.Option(
        "--nodes", help="What is a node in a picture: things with a name, also goals, or also each amount."
    ),
]
EdgeLevel = Annotated[
    Level,
    typer.Option("--level", help="What is an edge: a statement, a tie of equal ones, or a pair of things."),
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
