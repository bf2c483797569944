"""GraphML as Gephi, networkx, igraph and graphology all read it without losing an edge.

Gephi merges edges of equal ends unless their type differs, and takes the type from the XML attribute
``label``; what it shows is the data key ``label``. networkx's own writer has neither.
"""

from collections.abc import Iterator, Mapping

from kg.formats.xml import attribute, text
from kg.graph import Graph
from kg.network import EDGE_COLUMNS, NODE_COLUMNS, ColumnType, Value


def write_graphml(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as GraphML."""
    network = graph.network()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from _keys("node", NODE_COLUMNS)
    yield from _keys("edge", EDGE_COLUMNS)
    yield '  <graph id="zhkg" edgedefault="directed">\n'
    for node in network.nodes:
        yield f"    <node id={attribute(node.id)}>\n"
        yield from _data("node", node.data)
        yield "    </node>\n"
    for edge in network.edges:
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        yield f"    <edge id={attribute(edge.id)} {ends} label={attribute(edge.kind)}>\n"
        yield from _data("edge", edge.data)
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(domain: str, columns: Mapping[str, ColumnType]) -> Iterator[str]:
    for name, type_ in columns.items():
        yield f'  <key id="{domain}_{name}" for="{domain}" attr.name="{name}" attr.type="{type_}"/>\n'


def _data(domain: str, data: Mapping[str, Value]) -> Iterator[str]:
    for name, value in data.items():
        yield f'      <data key="{domain}_{name}">{text(value)}</data>\n'
