"""Communities and places of a network's nodes, given as numbers 0, 1, 2, …

The answer depends on the numbers and weights alone: the algorithms are seeded and walk nothing whose
order a hash seed could change.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

_SEED = 7
# networkx lays out this many without scipy, in a third of a second.
_FREE_LAYOUT = 400
_SPACING = 100.0
# The part of its disc that a group fills: the rest keeps it apart from the next.
_FILLED = 0.8
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Weights = Mapping[tuple[int, int], int]
Place = tuple[float, float]


def find_communities(size: int, weights: Weights) -> list[int]:
    """Return each node's community (Louvain), numbered from the largest."""
    import networkx

    between: Counter[tuple[int, int]] = Counter()
    for (source, target), weight in weights.items():
        if source != target:
            between[min(source, target), max(source, target)] += weight
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(between.items()))
    found = networkx.community.louvain_communities(graph, seed=_SEED)
    communities = [0] * size
    for number, members in enumerate(sorted(found, key=lambda members: (-len(members), min(members)))):
        for member in members:
            communities[member] = number
    return communities


def place(communities: Sequence[int], weights: Weights) -> list[Place]:
    """Return a place for each node.

    What hangs together is a disc of its own, or as many as it has communities where it is large; forces
    lay out the nodes inside a disc, and the discs lie around the largest without overlap.
    """
    group = _groups(communities, weights)
    members: dict[int, list[int]] = defaultdict(list)
    for node, number in enumerate(group):
        members[number].append(node)
    inside: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for (source, target), weight in weights.items():
        if group[source] == group[target]:
            inside[group[source]][source, target] = weight
    places: dict[int, Place] = {}
    area = 0.0
    for turn, number in enumerate(sorted(members, key=lambda number: (-len(members[number]), number))):
        radius = _SPACING / 2 * math.sqrt(len(members[number]))
        # Points of a sunflower whose seeds take the room of the discs so far.
        x, y = _polar(1.3 * math.sqrt(area) + radius * bool(area), turn * _GOLDEN_ANGLE)
        area += radius * radius
        for node, (dx, dy) in _forces(members[number], inside[number], radius * _FILLED).items():
            places[node] = (x + dx, y + dy)
    return _rounded(places)


def _groups(communities: Sequence[int], weights: Weights) -> list[int]:
    """Return the number of each node's group: its component, or in a large one its community."""
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(communities)))
    graph.add_edges_from(weights)
    group = [0] * len(communities)
    for component in networkx.connected_components(graph):
        first = min(component)
        for node in component:
            # Communities lie within a component, so that neither kind of number meets the other's.
            group[node] = first if len(component) <= _FREE_LAYOUT else -1 - communities[node]
    return group


def _forces(nodes: Sequence[int], weights: Weights, radius: float) -> dict[int, Place]:
    """Lay out nodes within ``radius`` of the origin, by forces if they are few."""
    import networkx

    if len(nodes) > _FREE_LAYOUT:
        step = radius / math.sqrt(len(nodes))
        return {node: _polar(step * math.sqrt(i), i * _GOLDEN_ANGLE) for i, node in enumerate(nodes)}
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(weights)
    found = networkx.spring_layout(graph, seed=_SEED, scale=radius)
    return {node: (float(found[node][0]), float(found[node][1])) for node in nodes}


def _polar(radius: float, angle: float) -> Place:
    return radius * math.cos(angle), radius * math.sin(angle)


def _rounded(places: Mapping[int, Place]) -> list[Place]:
    """Return places to one decimal; adding zero turns a negative zero into zero."""
    return [(round(places[node][0], 1) + 0.0, round(places[node][1], 1) + 0.0) for node in range(len(places))]
