"""A part of a graph: the statements that pass filters, and the things and articles that they name.

In: a :class:`kg.graph.Graph`. Out: another, which every writer takes as it takes the whole. The explorer
filters by the same rules in the browser (``web/src/filters.ts``).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kg.errors import ExportError, NotFoundError
from kg.graph import Graph, Statement
from kg.intervals import days_of
from kg.model import MentionType, Status
from kg.near import near
from kg.nodes import Node


@dataclass(frozen=True, slots=True)
class Selection:
    """What passes; an empty filter lets everything through.

    ``types``: all things that the statement is about are of these. ``start`` and ``end``: it holds on a
    day between them, both included; a statement without a time of its own holds on the days on which its
    articles were published. ``ego``: it is at most ``hops`` steps from the thing of this name or IRI.
    """

    types: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    min_confidence: float = 0.0
    start: date | None = None
    end: date | None = None
    ego: str = ""
    hops: int = 1


def select(graph: Graph, selection: Selection) -> Graph:
    """Return the part of ``graph`` that passes.

    Raises:
        NotFoundError: no such type, relation, status or thing.
        ExportError: nothing passes.
    """
    _check("type", selection.types, list(MentionType))
    _check("relation", selection.relations, list(graph.ontology.relations))
    _check("status", selection.statuses, list(Status))
    published = {article.id: article.published for article in graph.articles}
    statements = [
        statement for statement in graph.statements if _passes(statement, selection, published.__getitem__)
    ]
    if selection.ego:
        statements = _around(thing_named(graph, selection.ego), statements, selection.hops)
    if not statements:
        raise ExportError("no statement passes these filters; take one away")
    return graph.part(statements)


def thing_named(graph: Graph, name: str) -> Node:
    """Return the thing of that IRI, name or alias.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    for names_of in (_iri, _name, _aliases):
        found = [node for node in graph.nodes if name in names_of(node)]
        if len(found) == 1:
            return found[0]
        if found:
            choices = ", ".join(node.iri for node in found)
            raise NotFoundError(f"{name!r} names several things; give the IRI of one: {choices}")
    hint = near(name, (node.name for node in graph.nodes), "entities.jsonl has the names")
    raise NotFoundError(f"nothing here is called {name!r}; {hint}")


def _iri(node: Node) -> tuple[str, ...]:
    return (node.iri,)


def _name(node: Node) -> tuple[str, ...]:
    return (node.name,)


def _aliases(node: Node) -> tuple[str, ...]:
    return node.aliases


def _check(what: str, given: Iterable[str], known: list[str]) -> None:
    for value in given:
        if value not in known:
            raise NotFoundError(f"no {what} {value!r}; there are {', '.join(known)}")


def _passes(statement: Statement, selection: Selection, published: Callable[[str], str | None]) -> bool:
    return (
        (not selection.relations or statement.relation in selection.relations)
        and (not selection.statuses or statement.status in selection.statuses)
        and statement.confidence >= selection.min_confidence
        and (not selection.types or all(node.type in selection.types for node in ends(statement)))
        and _holds_between(statement, selection.start, selection.end, published)
    )


def _holds_between(
    statement: Statement, start: date | None, end: date | None, published: Callable[[str], str | None]
) -> bool:
    if start is None and end is None:
        return True
    times = [statement.time] if statement.time else [published(id_) for id_ in statement.articles]
    for time in times:
        first, last = days_of(time)
        unknown = first is None and last is None
        too_late = first is not None and end is not None and first > end
        too_early = last is not None and start is not None and last < start
        if not (unknown or too_late or too_early):
            return True
    return False


def _around(centre: Node, statements: Iterable[Statement], hops: int) -> list[Statement]:
    """Return the statements about things less than ``hops`` steps from ``centre``, in their order."""
    of_thing: dict[str, list[Statement]] = defaultdict(list)
    ordered = list(statements)
    for statement in ordered:
        for node in ends(statement):
            of_thing[node.iri].append(statement)
    reached, edge = {centre.iri}, [centre.iri]
    near: set[str] = set()
    for _ in range(hops):
        found = [statement for iri in edge for statement in of_thing[iri]]
        near.update(statement.iri for statement in found)
        edge = sorted({node.iri for statement in found for node in ends(statement)} - reached)
        reached.update(edge)
    return [statement for statement in ordered if statement.iri in near]


def ends(statement: Statement) -> tuple[Node, ...]:
    """Return the things that a statement is about: its subject, and its object where that is a thing."""
    if isinstance(statement.object, Node):
        return statement.subject, statement.object
    return (statement.subject,)
