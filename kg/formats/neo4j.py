"""Two CSV files for ``neo4j-admin database import``: ``nodes.csv`` and ``relationships.csv``.

The columns are those of the other pictures (:mod:`kg.network`), typed in the header as the importer wants
it; lists are parted by ``;``. A value holds no line break, so that no option is needed:

    neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv

Source of the format: Neo4j Operations Manual, "Import", header format.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.graph import Graph
from kg.model import MentionType
from kg.network import EDGE_COLUMNS, NODE_COLUMNS, ColumnType, Value
from kg.ontology_schema import load_classes

_DATES = frozenset({"start"})
_TYPES = {"int": ":int", "double": ":double"}
_LISTS = frozenset({"aliases", "tickers", "metrics", "word", "speaker", "articles", "rule", "iri", "time"})


def write_neo4j(graph: Graph, folder: Path) -> None:
    """Write the two files into ``folder``."""
    network = graph.network()
    nodes = [name for name in NODE_COLUMNS if name != "iri"]
    edges = [name for name in EDGE_COLUMNS if name != "relation"]
    _write(
        folder / "nodes.csv",
        [":ID", *_header(nodes, NODE_COLUMNS), "iri", ":LABEL"],
        (
            [node.id, *_cells(node.data, nodes), node.data["iri"], _label(str(node.data["type"]))]
            for node in network.nodes
        ),
    )
    _write(
        folder / "relationships.csv",
        [":START_ID", *_header(edges, EDGE_COLUMNS), ":END_ID", ":TYPE"],
        (
            [edge.source, *_cells(edge.data, edges), edge.target, _type(str(edge.data["relation"]))]
            for edge in network.edges
        ),
    )


def _write(path: Path, header: list[str], rows: Iterable[list[Value]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[_cell(value) for value in row] for row in rows])


def _header(names: Iterable[str], columns: Mapping[str, ColumnType]) -> list[str]:
    """Return the columns with their types; a count stays a number though its name is that of a list."""
    return [name + _type_of(name, columns[name]) for name in names]


def _type_of(name: str, type_: ColumnType) -> str:
    if type_ != "string":
        return _TYPES[type_]
    return ":string[]" if name in _LISTS else ":date" if name in _DATES else ""


def _cells(data: Mapping[str, Value], names: Iterable[str]) -> list[Value]:
    return [
        ";".join(str(value).replace(";", "；").split("|")) if name in _LISTS else value
        for name in names
        for value in [data.get(name, "")]
    ]


def _cell(value: Value) -> Value:
    """Return a value without line breaks and without what UTF-8 cannot carry."""
    if not isinstance(value, str):
        return value
    return " ".join(value.split()).replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _label(type_: str) -> str:
    return load_classes()[MentionType(type_)].id


def _type(relations: str) -> str:
    """Return the type of a relationship; one that stands for several relations has a type of its own."""
    return "RELATED" if "|" in relations else relations.upper()
