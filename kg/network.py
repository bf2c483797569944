"""Graph → the nodes and edges that a picture shows: one edge a tie, with layout, communities, colours.

GraphML, GEXF and networkx all take their rows from here. Every value is a string, an integer or a
float; what is absent is left out.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.graph import Graph, Quantity, Statement
from kg.intervals import days_of
from kg.iris import digest
from kg.layout import find_communities, place
from kg.model import MentionType, Status
from kg.nodes import Node
from kg.ontology_schema import load_classes

if TYPE_CHECKING:
    import networkx

ColumnType = Literal["string", "int", "double"]
Value = str | int | float
NodeKinds = Literal["entities", "goals", "observations"]
Level = Literal["statement", "tie", "pair"]

NODE_COLUMNS: Mapping[str, ColumnType] = {
    "label": "string",
    "type": "string",
    "type_zh": "string",
    "iri": "string",
    "aliases": "string",
    "tickers": "string",
    "metrics": "string",
    "articles": "int",
    "mentions": "int",
    "degree": "int",
    "community": "int",
    "size": "double",
    "x": "double",
    "y": "double",
    "color": "string",
}
EDGE_COLUMNS: Mapping[str, ColumnType] = {
    "label": "string",
    "relation": "string",
    "word": "string",
    "status": "string",
    "time": "string",
    "start": "string",
    "year": "int",
    "speaker": "string",
    "confidence": "double",
    "weight": "double",
    "articles": "string",
    "rule": "string",
    "sentence": "string",
    "iri": "string",
}

# Okabe and Ito's palette, and others found by search that stay apart from them and each other for
# colour-blind readers (tests/test_colours.py).
_COLOR_BY_TYPE = {
    MentionType.PERSON: "#d55e00",
    MentionType.ORG: "#0072b2",
    MentionType.PARK: "#56b4e9",
    MentionType.PLACE: "#009e73",
    MentionType.FACILITY: "#58ebeb",
    MentionType.GROUP: "#332288",
    MentionType.EVENT: "#c47eae",
    MentionType.DOCUMENT: "#bbc8a3",
    MentionType.POLICY: "#e69f00",
    MentionType.INDUSTRY: "#dfb479",
    MentionType.PRODUCT: "#882255",
    MentionType.GOAL: "#f0e442",
    MentionType.AMOUNT: "#8f6844",
}
_OTHER_COLOR = "#666666"
_SHOWN_STATUS = {Status.PLANNED: "（计划）", Status.DENIED: "（否定）", Status.FORMER: "（曾）"}


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """What becomes a node or an edge.

    ``nodes``: things that have a name; goals too; or besides, each amount as a node of its own, which
    otherwise only stands in the column ``metrics``. ``level``: an edge a statement; one a tie, that is
    statements of equal ends, relation, label and status; or one a pair of things. An edge's weight is
    the number of its evidences. ``statuses``: a denied tie is no edge unless asked for. ``isolated``:
    also things without a tie and without a metric or code.
    """

    nodes: NodeKinds = "goals"
    level: Level = "tie"
    statuses: tuple[Status, ...] = (Status.ASSERTED, Status.PLANNED, Status.FORMER)
    isolated: bool = False


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A node: a unique ``id`` and its values by column."""

    id: str
    data: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """A directed edge; ``kind`` is the relation's name (任职), the column ``label`` what is shown (主任)."""

    id: str
    source: str
    target: str
    kind: str
    data: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, sorted."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]


def build_network(graph: Graph, options: NetworkOptions | None = None) -> Network:
    """Return the nodes and edges of ``graph``."""
    options = options or NetworkOptions()
    ties: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    amounts: list[Node] = []
    for statement in graph.statements:
        if statement.status not in options.statuses:
            continue
        subject = statement.subject.iri
        if isinstance(statement.object, Node):
            if options.nodes == "entities" and statement.object.type is MentionType.GOAL:
                continue
            ties[_key(statement, statement.object.iri, options.level)].append(statement)
        elif isinstance(statement.object, Quantity):
            values[subject]["metrics"].append(_metric(statement, statement.object))
            if options.nodes == "observations":
                amounts.append(Node(statement.iri, statement.object.text, MentionType.AMOUNT))
                ties[_key(statement, statement.iri, options.level)].append(statement)
        elif isinstance(statement.object, str) and statement.relation == "ticker":
            values[subject]["tickers"].append(statement.object)
    tied = {end for key in ties for end in key[:2]} | values.keys()
    nodes = [node for node in graph.nodes if options.isolated or node.iri in tied] + amounts
    if options.nodes == "entities":
        nodes = [node for node in nodes if node.type is not MentionType.GOAL]
    index = {node.iri: number for number, node in enumerate(nodes)}
    weights: Counter[tuple[int, int]] = Counter()
    for key, statements in ties.items():
        weights[index[key[0]], index[key[1]]] += _weight(statements)
    communities = find_communities(len(nodes), weights)
    places = place(communities, weights)
    degrees: Counter[int] = Counter()
    for key in ties:
        degrees.update((index[key[0]], index[key[1]]))
    rows = [
        _node(graph.base, node, values[node.iri], degrees[i], communities[i], places[i])
        for i, node in enumerate(nodes)
    ]
    edges = [_edge(graph.base, key, ties[key]) for key in sorted(ties)]
    return Network(tuple(rows), tuple(edges))


def color_of(type_: MentionType) -> str:
    """Return the colour (#rrggbb) that things of this type have in every picture."""
    return _COLOR_BY_TYPE.get(type_, _OTHER_COLOR)


def to_networkx(network: Network) -> "networkx.MultiDiGraph[str]":
    """Return the network as a networkx graph; an edge's key is its id."""
    import networkx

    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in network.nodes:
        result.add_node(node.id, **node.data)
    for edge in network.edges:
        result.add_edge(edge.source, edge.target, key=edge.id, kind=edge.kind, **edge.data)
    return result


# Rows


def _key(statement: Statement, target: str, level: Level) -> tuple[str, ...]:
    """Return source, target and what else statements of one edge have in common."""
    ends = statement.subject.iri, target
    if level == "pair":
        return ends
    tie = (*ends, statement.relation, _shown(statement), str(statement.status))
    return tie if level == "tie" else (*tie, statement.iri)


def _shown(statement: Statement) -> str:
    """Return the words on an edge: the article's, else the relation's name, and how the tie stands."""
    info = statement.info
    word = info.label_zh if info.shows_own_name or not statement.label else statement.label
    planned = statement.status is Status.PLANNED and info.means_plan
    return word if planned else word + _SHOWN_STATUS.get(statement.status, "")


def _metric(statement: Statement, quantity: Quantity) -> str:
    time = f" ({statement.time})" if statement.time else ""
    return f"{statement.label}={quantity.text}{_SHOWN_STATUS.get(statement.status, '')}{time}"


def _weight(statements: Sequence[Statement]) -> int:
    return sum(len(statement.evidence) for statement in statements)


def _node(
    base: str,
    node: Node,
    values: Mapping[str, Sequence[str]],
    degree: int,
    community: int,
    position: tuple[float, float],
) -> NetworkNode:
    data: dict[str, Value] = {
        "label": node.name,
        "type": str(node.type),
        "type_zh": load_classes()[node.type].label_zh,
        "iri": node.iri,
        "aliases": _listed(node.aliases),
        **{column: _listed(found) for column, found in values.items()},
        "articles": len({mention.article for mention in node.mentions}),
        "mentions": len(node.mentions),
        "degree": degree,
        "community": community,
        "size": round(8 + 6 * math.sqrt(degree), 2),
        "x": position[0],
        "y": position[1],
        "color": color_of(node.type),
    }
    return NetworkNode(node.iri.removeprefix(base), _present(data))


def _edge(base: str, key: tuple[str, ...], statements: Sequence[Statement]) -> NetworkEdge:
    source, target = key[:2]
    names = {statement.relation: statement.info.label_zh for statement in statements}
    evidences = [evidence for statement in statements for evidence in statement.evidence]
    starts = [start for statement in statements if (start := days_of(statement.time)[0])]
    data: dict[str, Value] = {
        "label": "、".join(dict.fromkeys(map(_shown, statements))),
        "relation": _listed(names),
        "word": _listed(statement.label for statement in statements),
        "status": _listed(statement.status for statement in statements),
        "time": _listed(statement.time for statement in statements if statement.time),
        "start": min(starts).isoformat() if starts else "",
        "year": min(starts).year if starts else "",
        "speaker": _listed(statement.speaker.name for statement in statements if statement.speaker),
        "confidence": round(max(statement.confidence for statement in statements), 4),
        "weight": float(_weight(statements)),
        "articles": _listed(evidence.document for evidence in evidences),
        "rule": _listed(evidence.rule for evidence in evidences),
        "sentence": evidences[0].quote,
        "iri": _listed(statement.iri for statement in statements),
    }
    id_ = digest("\n".join((source.removeprefix(base), target.removeprefix(base), *key[2:])))
    return NetworkEdge(
        id_,
        source.removeprefix(base),
        target.removeprefix(base),
        _listed(names.values()),
        _present(data),
    )


def _listed(values: Iterable[str]) -> str:
    """Return values as one string ``a|b``, each once: the formats' readers know no lists."""
    return "|".join(dict.fromkeys(value.replace("|", "／") for value in values if value))


def _present(data: Mapping[str, Value]) -> dict[str, Value]:
    return {column: value for column, value in data.items() if value != ""}
