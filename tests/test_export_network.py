"""GraphML and GEXF read back by networkx and igraph: every node, every edge, every label."""

import io
import json
import math
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx
import pytest
from graph_cases import Story, park_story, small_graph
from test_export import hostile_graph, rendered

from kg.graph import Graph
from kg.layout import find_communities, place
from kg.model import MentionType, Status
from kg.network import EDGE_COLUMNS, NODE_COLUMNS, Level, NetworkOptions, build_network

READERS = Path(__file__).resolve().parents[1] / "web" / "readers.mjs"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"


def parallel_graph() -> Graph:
    """Two things with many ties: other relations, other words, other standing, a loop."""
    story = Story("a", "甲公司与乙公司。")
    sentence = story.document.text
    one, two = story.entity("甲公司", MentionType.ORG), story.entity("乙公司", MentionType.ORG)
    for relation, label in (
        ("holds_stake", "持股"),
        ("holds_stake", "控股"),
        ("acquires", ""),
        ("other", "|起诉"),
    ):
        story.fact(sentence, one, relation, two, label)
    story.fact(sentence, one, "acquires", two, status=Status.PLANNED)
    story.fact(sentence, one, "acquires", two, status=Status.DENIED)
    story.fact(sentence, one, "changes_stake", one, "回购", time="2021-03")
    story.fact(sentence, one, "changes_stake", one, "回购", time="2020")
    graph = Graph()
    story.add_to(graph)
    return graph


@pytest.fixture(params=[small_graph, parallel_graph, hostile_graph, Graph])
def graph(request: pytest.FixtureRequest) -> Graph:
    made: Graph = request.param()
    return made


def shown(graph: Graph) -> Counter[str]:
    return Counter(str(edge.data["label"]) for edge in graph.network().edges)


def visible(text: object) -> str:
    """What XML can carry of a text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", str(text))


def test_networkx_reads_every_node_and_edge_of_graphml(graph: Graph) -> None:
    read = nx.read_graphml(io.BytesIO(rendered(graph, "graphml").encode()), force_multigraph=True)
    network = graph.network()
    assert {node: data["label"] for node, data in read.nodes(data=True)} == {
        node.id: visible(node.data["label"]) for node in network.nodes
    }
    assert sorted(
        (s, t, key, data["label"]) for s, t, key, data in read.edges(keys=True, data=True)
    ) == sorted((edge.source, edge.target, edge.id, visible(edge.data["label"])) for edge in network.edges)


def test_igraph_reads_every_node_and_edge_of_graphml(graph: Graph, tmp_path: Path) -> None:
    file = tmp_path / "graph.graphml"
    file.write_text(rendered(graph, "graphml"), encoding="utf-8")
    read = igraph.Graph.Read_GraphML(str(file))
    network = graph.network()
    assert (read.vcount(), read.ecount(), read.is_directed()) == (
        len(network.nodes),
        len(network.edges),
        True,
    )
    if network.nodes:
        assert read.vs["label"] == [visible(node.data["label"]) for node in network.nodes]
        assert read.vs["x"] == [node.data["x"] for node in network.nodes]
    if network.edges:
        assert read.es["label"] == [visible(edge.data["label"]) for edge in network.edges]
        assert read.es["weight"] == [edge.data["weight"] for edge in network.edges]


@pytest.mark.skipif(not (READERS.parent / "node_modules").is_dir(), reason="no npm ci in web/")
@pytest.mark.parametrize("level", ["statement", "tie", "pair"])
def test_graphology_reads_every_node_and_edge(graph: Graph, level: Level, tmp_path: Path) -> None:
    graph.drawn = NetworkOptions(level=level, nodes="observations", statuses=tuple(Status))
    network = graph.network()
    files = [tmp_path / "graph.graphml", tmp_path / "graph.gexf"]
    for file in files:
        file.write_text(rendered(graph, file.suffix[1:]), encoding="utf-8")
    done = subprocess.run(["node", READERS, *files], capture_output=True, text=True, check=True)
    nodes = {
        node.id: (visible(node.data["label"]), node.data["x"], node.data["size"]) for node in network.nodes
    }
    edges = {
        edge.id: (edge.source, edge.target, visible(edge.data["label"]), edge.data["weight"])
        for edge in network.edges
    }
    for read in json.loads(done.stdout):
        assert {node["id"]: (node["label"], node["x"], node["size"]) for node in read["nodes"]} == nodes
        assert {
            edge["id"]: (edge["source"], edge["target"], edge["label"], edge["weight"])
            for edge in read["edges"]
        } == edges
        assert len(read["edges"]) == len(edges)
        assert all(edge["directed"] for edge in read["edges"])


def test_networkx_reads_every_node_and_edge_of_gexf(graph: Graph) -> None:
    read = nx.read_gexf(io.BytesIO(rendered(graph, "gexf").encode()), version="1.3")
    network = graph.network()
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(network.nodes), len(network.edges))
    for node in network.nodes:
        data = read.nodes[node.id]
        assert data["label"] == visible(node.data["label"])
        assert data["viz"]["position"]["x"] == node.data["x"]
    edges = {data["id"]: data for _, _, data in read.edges(data=True)}
    assert {id_: data["label"] for id_, data in edges.items()} == {
        edge.id: visible(edge.data["label"]) for edge in network.edges
    }


def test_networkx_graph_has_the_same_rows(graph: Graph) -> None:
    made = graph.to_networkx()
    network = graph.network()
    assert dict(made.nodes(data=True)) == {node.id: dict(node.data) for node in network.nodes}
    assert made.number_of_edges() == len(network.edges)


def test_parallel_ties_survive() -> None:
    assert shown(parallel_graph()) == Counter(["持股", "控股", "收购", "收购（计划）", "|起诉", "回购"])


def test_a_denied_tie_is_no_edge_unless_asked_for() -> None:
    options = NetworkOptions(statuses=tuple(Status))
    labels = [edge.data["label"] for edge in build_network(parallel_graph(), options).edges]
    assert "收购（否定）" in labels


def test_gephi_finds_type_label_and_weight_of_each_edge() -> None:
    root = ET.fromstring(rendered(small_graph(), "graphml"))
    edges = list(root.iter(f"{GRAPHML}edge"))
    kinds = {edge.findtext(f"{GRAPHML}data[@key='edge_label']"): edge.get("label") for edge in edges}
    assert kinds["主任"] == "任职"
    assert kinds["目标"] == "目标"
    assert len({edge.get("id") for edge in edges}) == len(edges)
    weights = [float(edge.findtext(f"{GRAPHML}data[@key='edge_weight']") or 0) for edge in edges]
    assert min(weights) >= 1
    assert max(weights) == 2


@pytest.mark.parametrize(("name", "namespace"), [("graphml", GRAPHML), ("gexf", GEXF)])
def test_every_column_has_one_scalar_type_and_no_null(graph: Graph, name: str, namespace: str) -> None:
    root = ET.fromstring(rendered(graph, name))
    text = ET.tostring(root, encoding="unicode")
    assert ">None<" not in text
    assert '"None"' not in text
    tag, attribute = ("key", "attr.type") if name == "graphml" else ("attribute", "type")
    keys = {key.get("id"): key.get(attribute) for key in root.iter(namespace + tag)}
    assert set(keys.values()) <= {"string", "int", "integer", "double"}
    parse = {"string": str, "int": int, "integer": int, "double": float}
    cells = [
        (cell.get("key") or cell.get("for"), cell.text if name == "graphml" else cell.get("value"))
        for tag in ("data", "attvalue")
        for cell in root.iter(namespace + tag)
    ]
    for key, value in cells:
        assert value is not None
        assert math.isfinite(number) if isinstance(number := parse[str(keys[key])](value), float) else True


def test_rows_keep_to_their_columns(graph: Graph) -> None:
    python_type = {"string": str, "int": int, "double": float}
    network = graph.network()
    rows = [(NODE_COLUMNS, node.data) for node in network.nodes] + [
        (EDGE_COLUMNS, e.data) for e in network.edges
    ]
    for columns, data in rows:
        assert {name: type(value) for name, value in data.items()} == {
            name: python_type[type_] for name, type_ in columns.items() if name in data
        }


def test_edges_live_from_their_time_on() -> None:
    root = ET.fromstring(rendered(parallel_graph(), "gexf"))
    starts = {edge.get("label"): edge.get("start") for edge in root.iter(f"{GEXF}edge")}
    assert starts["回购"] == "2020-01-01"
    assert starts["持股"] is None


def test_amounts_and_codes_are_columns_of_their_node() -> None:
    nodes = {node.data["label"]: node.data for node in small_graph().network().nodes}
    period = "2021-01-01/2021-09-30"
    assert nodes["海棠高新区"]["metrics"] == f"生产总值=56.3亿元 ({period})|生产总值同比下降=3% ({period})"
    assert nodes["白鹭股份"]["tickers"] == "600999"
    assert nodes["林晓舟"]["color"] != nodes["海棠高新区"]["color"]


def test_things_without_a_tie_are_left_out_unless_asked_for() -> None:
    story = park_story()
    story.entity("起点", MentionType.GOAL)
    graph = Graph()
    story.add_to(graph)
    lonely = "e/起点:Goal"
    assert lonely not in {node.id for node in graph.network().nodes}
    assert lonely in {node.id for node in build_network(graph, NetworkOptions(isolated=True)).nodes}


def test_amounts_are_nodes_if_asked_for() -> None:
    network = build_network(small_graph(), NetworkOptions(nodes="observations"))
    [amount] = [node for node in network.nodes if node.data["label"] == "56.3亿元"]
    [edge] = [edge for edge in network.edges if edge.target == amount.id]
    assert (edge.source, edge.kind, edge.data["label"]) == ("e/海棠高新区", "指标", "生产总值")
    assert amount.data["type"] == "AMOUNT"
    assert len({node.id for node in network.nodes}) == len(network.nodes)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 60, 900])
def test_a_layout_gives_every_node_a_place_of_its_own(size: int) -> None:
    weights = {(node, node // 2): 1 for node in range(1, size)}
    communities = find_communities(size, weights)
    places = place(communities, weights)
    assert len(set(places)) == len(places) == len(communities) == size
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places)
    assert place(communities, weights) == places


def test_communities_are_numbered_from_the_largest() -> None:
    triangle, square = [(0, 1), (1, 2), (0, 2)], [(3, 4), (4, 5), (5, 6), (3, 6), (3, 5)]
    assert find_communities(7, dict.fromkeys(triangle + square, 1)) == [1, 1, 1, 0, 0, 0, 0]
