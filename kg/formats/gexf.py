"""GEXF 1.3 with colours, sizes and places; edges with a time live from that day on."""

from collections.abc import Iterator, Mapping

from kg.formats.xml import attribute
from kg.graph import Graph
from kg.network import EDGE_COLUMNS, NODE_COLUMNS, ColumnType, Value

# These have an element or attribute of their own in GEXF.
_NODE_NATIVE = frozenset({"label", "x", "y", "size", "color"})
_EDGE_NATIVE = frozenset({"label", "weight", "start"})


def write_gexf(graph: Graph) -> Iterator[str]:
    """Yield ``graph`` as GEXF."""
    network = graph.network()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    yield '  <graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n'
    yield from _attributes("node", NODE_COLUMNS, _NODE_NATIVE)
    yield from _attributes("edge", EDGE_COLUMNS, _EDGE_NATIVE)
    yield "    <nodes>\n"
    for node in network.nodes:
        data = node.data
        color = str(data["color"])
        red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
        yield f"      <node id={attribute(node.id)} label={attribute(data['label'])}>\n"
        yield from _values(data, _NODE_NATIVE)
        yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n'
        yield f'        <viz:position x="{data["x"]}" y="{data["y"]}" z="0.0"/>\n'
        yield f'        <viz:size value="{data["size"]}"/>\n      </node>\n'
    yield "    </nodes>\n    <edges>\n"
    for edge in network.edges:
        data = edge.data
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        shown = f"kind={attribute(edge.kind)} label={attribute(data['label'])}"
        start = f" start={attribute(data['start'])}" if "start" in data else ""
        yield f'      <edge id={attribute(edge.id)} {ends} {shown} weight="{data["weight"]}"{start}>\n'
        yield from _values(data, _EDGE_NATIVE)
        yield "      </edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _attributes(class_: str, columns: Mapping[str, ColumnType], native: frozenset[str]) -> Iterator[str]:
    yield f'    <attributes class="{class_}" mode="static">\n'
    for name, type_ in columns.items():
        if name not in native:
            # GEXF calls a 32-bit integer "integer".
            gexf_type = "integer" if type_ == "int" else type_
            yield f'      <attribute id="{name}" title="{name}" type="{gexf_type}"/>\n'
    yield "    </attributes>\n"


def _values(data: Mapping[str, Value], native: frozenset[str]) -> Iterator[str]:
    yield "        <attvalues>\n"
    for name, value in data.items():
        if name not in native:
            yield f'          <attvalue for="{name}" value={attribute(value)}/>\n'
    yield "        </attvalues>\n"
