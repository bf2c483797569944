"""What two graphs state differently.

In: two graphs. Out: statements that only one of them has, and pairs that say of the same things
something else: another value for a metric's period, another status, time, label or speaker.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from kg.graph import Graph, Quantity, Statement
from kg.nodes import Node
from kg.records import decimal_text

_FIELDS = ("label", "object", "time", "status", "speaker")


@dataclass(frozen=True, slots=True)
class Difference:
    """A statement of the old graph that the new one lacks, one that it has instead or besides, or both."""

    old: Statement | None
    new: Statement | None

    @property
    def kind(self) -> str:
        """``added``, ``removed`` or ``changed``."""
        if self.old and self.new:
            return "changed"
        return "added" if self.new else "removed"

    def __str__(self) -> str:
        """Return one line: ``+`` added, ``-`` removed, ``~`` changed, with what was and what is."""
        statement = self.new or self.old
        assert statement is not None
        if not (self.old and self.new):
            return f"{'+' if self.new else '-'} {_sentence(statement)}"
        old, new = _values(self.old), _values(self.new)
        changes = [f"{name}: {old[name]} → {new[name]}" for name in _FIELDS if old[name] != new[name]]
        changes = changes or list(_other_things(self.old, self.new))
        return f"~ {_sentence(statement)} ({'; '.join(changes)})"


def compare(old: Graph, new: Graph) -> Iterator[Difference]:
    """Yield what ``new`` states differently from ``old``, in the order of statements.

    Statements are the same if subject, relation, label, object, time, status and speaker are, whatever
    the graphs' base IRIs; another sentence or confidence alone is no difference.
    """
    before, after = _by_key(old), _by_key(new)
    topics: dict[tuple[str, ...], tuple[list[Statement], list[Statement]]] = defaultdict(lambda: ([], []))
    for side, these, others in ((0, before, after), (1, after, before)):
        for key, statement in these.items():
            if key not in others:
                topics[_topic(statement)][side].append(statement)
    for topic in sorted(topics):
        for gone, come in zip_longest(*topics[topic]):
            yield Difference(gone, come)


def compare_articles(old: Graph, new: Graph) -> Iterator[str]:
    """Yield a line for each article that only one graph has (``+``, ``-``) or whose text differs (``~``)."""
    before, after = _keys(old), _keys(new)
    for id_ in sorted(before.keys() | after.keys()):
        if id_ not in before or id_ not in after:
            yield f"{'+' if id_ in after else '-'} article {id_}"
        elif before[id_] != after[id_]:
            yield f"~ article {id_}"


def _keys(graph: Graph) -> Mapping[str, set[str]]:
    """Return the hashes of the texts of each article id."""
    found: dict[str, set[str]] = defaultdict(set)
    for contribution in graph.contributions:
        id_, text = contribution.key
        found[id_].add(text)
    return found


def _by_key(graph: Graph) -> dict[str, Statement]:
    """Return statements by the last part of their IRI, which is made from what they say."""
    return {statement.iri.removeprefix(graph.base): statement for statement in graph.statements}


def _topic(statement: Statement) -> tuple[str, ...]:
    """Return what two statements share if one of them is the other, changed."""
    object_ = statement.object
    about = (statement.subject.name, statement.subject.type, statement.relation)
    if isinstance(object_, Quantity):
        return (*about, statement.label, statement.time or "", object_.unit)
    return (*about, _text(statement))


def _values(statement: Statement) -> dict[str, str]:
    return {
        "label": statement.label or "—",
        "object": _text(statement),
        "time": statement.time or "—",
        "status": statement.status,
        "speaker": statement.speaker.name if statement.speaker else "—",
    }


def _other_things(old: Statement, new: Statement) -> Iterator[str]:
    """Yield the roles in which two statements of the same words name two things, by their IRIs' ends."""
    for role in ("subject", "object", "speaker"):
        one, other = getattr(old, role), getattr(new, role)
        if isinstance(one, Node) and isinstance(other, Node) and one.key != other.key:
            yield f"{role}: e:{one.key} → e:{other.key}"


def _text(statement: Statement) -> str:
    object_ = statement.object
    if isinstance(object_, Node):
        return object_.name
    if isinstance(object_, Quantity):
        bounds = (("from", object_.low), ("to", object_.high))
        told = " ".join(f"{word} {decimal_text(bound)}" for word, bound in bounds if bound is not None)
        return f"{decimal_text(object_.value)} {object_.unit}".strip() + (f" ({told})" if told else "")
    return object_ or "—"


def _sentence(statement: Statement) -> str:
    values = _values(statement)
    shown: Iterable[str] = (f"{name}={values[name]}" for name in ("label", "time") if values[name] != "—")
    status = [] if values["status"] == "asserted" else [values["status"]]
    extra = " ".join((*shown, *status))
    words = f"{statement.subject.name} {statement.relation} {values['object']}"
    return " ".join(f"{words} {extra}".split())
