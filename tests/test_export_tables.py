"""CSV for Neo4j and Parquet read back: every row, every value, nothing that an importer stumbles over."""

import csv
import importlib
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from graph_cases import small_graph
from test_export import hostile_graph
from test_export_network import parallel_graph, visible

from kg.cli import main
from kg.errors import ExportError
from kg.export import FOLDERS, write_build
from kg.graph import Graph, Quantity
from kg.ontology_schema import load_classes

Make = Callable[[], Graph]
GRAPHS = pytest.mark.parametrize("make", [small_graph, parallel_graph, hostile_graph, Graph])


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@GRAPHS
def test_neo4j_has_a_row_a_node_and_a_row_an_edge(make: Make, tmp_path: Path) -> None:
    graph = make()
    FOLDERS["neo4j"].writer()(graph, tmp_path)
    nodes, edges = rows_of(tmp_path / "nodes.csv"), rows_of(tmp_path / "relationships.csv")
    network = graph.network()
    assert len(nodes) == len({row[":ID"] for row in nodes}) == len(network.nodes)
    assert [(row[":START_ID"], row[":END_ID"]) for row in edges] == [
        (e.source, e.target) for e in network.edges
    ]
    assert {row[":ID"] for row in nodes} >= {row[end] for row in edges for end in (":START_ID", ":END_ID")}
    assert {row[":LABEL"] for row in nodes} <= {info.id for info in load_classes().values()}
    assert all(re.fullmatch("[A-Z_]+", row[":TYPE"]) for row in edges)


@GRAPHS
def test_neo4j_values_are_of_their_type_and_on_one_line(make: Make, tmp_path: Path) -> None:
    FOLDERS["neo4j"].writer()(make(), tmp_path)
    parse = {"int": int, "double": float, "date": lambda text: re.fullmatch(r"\d{4}-\d\d-\d\d", text)[0]}
    for name in ("nodes.csv", "relationships.csv"):
        lines = (tmp_path / name).read_text(encoding="utf-8").split("\n")
        rows = rows_of(tmp_path / name)
        assert len(lines) == len(rows) + 2
        for row in rows:
            for column, value in row.items():
                type_ = column.partition(":")[2]
                if value and type_ in parse:
                    parse[type_](value)


def test_neo4j_lists_are_parted_by_semicolons(tmp_path: Path) -> None:
    FOLDERS["neo4j"].writer()(small_graph(), tmp_path)
    edges = rows_of(tmp_path / "relationships.csv")
    [post] = [row for row in edges if row["label"] == "主任"]
    assert post["articles:string[]"] == "money.html;park.md"
    assert post[":TYPE"] == "POST"


@GRAPHS
def test_parquet_has_every_entity_statement_and_evidence(make: Make, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    graph = make()
    FOLDERS["parquet"].writer()(graph, tmp_path)
    tables = {file.stem: parquet.read_table(file).to_pylist() for file in tmp_path.glob("*.parquet")}
    assert set(tables) == {"entities", "statements", "evidence", "articles"}
    assert len(tables["entities"]) == len(graph.nodes)
    assert len(tables["articles"]) == len(graph.articles)
    assert len(tables["evidence"]) == sum(len(statement.evidence) for statement in graph.statements)
    for row, statement in zip(tables["statements"], graph.statements, strict=True):
        assert row["iri"] == statement.iri
        assert visible(row["subject"]) == visible(statement.subject.name.replace("\ud800", "?"))
        assert row["evidences"] == len(statement.evidence)
        if isinstance(statement.object, Quantity):
            assert row["value"] == float(statement.object.value)
    text = {row["id"]: row["text"] for row in tables["articles"]}
    for row in tables["evidence"]:
        assert text[row["article"]][row["start"] : row["end"]] == row["sentence"]


def test_parquet_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install pyarrow"):
        importlib.import_module("kg.formats.parquet").write_parquet(small_graph(), tmp_path)


def test_a_format_that_cannot_be_written_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_build(small_graph(), tmp_path / "out")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "there").mkdir()
    for folder in ("there", "new/deep"):
        with pytest.raises(SystemExit) as stop:
            main(["export", str(tmp_path / "out"), "--format", "parquet", "-o", str(tmp_path / folder)])
        assert stop.value.code == 2
        assert "pip install pyarrow" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"out", "there"}
    assert not list((tmp_path / "there").iterdir())


@pytest.mark.parametrize("make", [small_graph, parallel_graph, hostile_graph])
def test_a_property_graph_database_loads_the_neo4j_files_by_their_header(make: Make, tmp_path: Path) -> None:
    ladybug = pytest.importorskip("ladybug")
    network = make().network()
    FOLDERS["neo4j"].writer()(make(), tmp_path)
    database = ladybug.Connection(ladybug.Database(str(tmp_path / "database")))
    nodes, edges = (columns_of(tmp_path / f"{name}.csv") for name in ("nodes", "relationships"))
    database.execute(f"CREATE NODE TABLE Thing({', '.join(nodes)}, PRIMARY KEY(its_ID))")
    ends, properties = [name for name in edges if "ID" in name], [name for name in edges if "ID" not in name]
    database.execute(f"CREATE REL TABLE Tie(FROM Thing TO Thing, {', '.join(properties)})")
    options = "(HEADER=true, PARALLEL=false, ESCAPE='\"')"
    database.execute(f"COPY Thing FROM '{tmp_path}/nodes.csv' {options}")
    rows = f"LOAD WITH HEADERS ({', '.join(edges)}) FROM '{tmp_path}/relationships.csv' {options}"
    names = ", ".join(column.partition(" ")[0] for column in (*ends, *properties))
    database.execute(f"COPY Tie FROM ({rows} RETURN {names})")

    def asked(query: str) -> list[list[object]]:
        return list(database.execute(query).get_all())

    assert sorted(asked("MATCH (n) RETURN n.its_ID, n.degree")) == sorted(
        [one_line(node.id), node.data["degree"]] for node in network.nodes
    )
    assert sorted(asked("MATCH (a)-[r]->(b) RETURN a.its_ID, b.its_ID, r.weight")) == sorted(
        [one_line(edge.source), one_line(edge.target), edge.data["weight"]] for edge in network.edges
    )


def columns_of(path: Path) -> list[str]:
    """Return the header of a file for Neo4j as columns that Cypher can declare, with their types."""
    types = {"int": "INT64", "double": "DOUBLE", "date": "DATE"}
    with path.open(encoding="utf-8", newline="") as file:
        cells = [cell.partition(":") for cell in next(csv.reader(file))]
    return [f"{name or f'its_{type_}'} {types.get(type_, 'STRING')}" for name, _, type_ in cells]


def one_line(text: str) -> str:
    return " ".join(text.split()).replace("\0", "")
