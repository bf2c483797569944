"""Merging: the facts of all documents become statements about nodes, and every evidence is kept.

In: for each document its entities and facts. Out: :class:`Graph`, whose articles, nodes and
statements are sorted and depend on what was added, never on the order in which it was.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.amounts import Amount
from kg.decisions import NONE, Decisions
from kg.document import Document, Metadata, Span
from kg.identity import Identity
from kg.iris import DEFAULT_BASE, checked_base, digest, slug
from kg.model import Entity, Evidence, Fact, MentionType, Status
from kg.nodes import Named, Node, NodesByName, Reference, build_nodes
from kg.ontology_schema import relation_info
from kg.profiles import name_of
from kg.records import decimal_text

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.network import Network


@dataclass(frozen=True, slots=True)
class Article:
    """What the graph keeps of a document."""

    id: str
    iri: str
    meta: Metadata = field(default_factory=Metadata)
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount without its place in a text; ``text`` is the first of its printed forms."""

    value: Decimal
    unit: str
    low: Decimal | None
    high: Decimal | None
    text: str
    kind: str


Object = Node | Quantity | str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact read once or more.

    Facts of equal subject, relation, label, object, time, status and speaker are one statement:
    evidence and qualifiers are united, and the confidence is the highest of any reading (a second
    reading never makes a statement less certain, and readings of one agency's text in two papers
    aren't independent, so that nothing may be multiplied).
    """

    iri: str
    subject: Node
    relation: str
    label: str
    object: Object
    time: str | None
    status: Status
    speaker: Node | None
    qualifiers: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    confidence: float

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles it was read from, sorted."""
        return tuple(sorted({evidence.document for evidence in self.evidence}))


@dataclass(frozen=True, slots=True)
class _Contribution:
    """What one document adds."""

    article: Article
    entities: tuple[Entity, ...]
    mentions: Mapping[Span, str]
    facts: tuple[Fact, ...]
    pages: Mapping[Span, str]


@dataclass(frozen=True, slots=True)
class _Merged:
    articles: tuple[Article, ...]
    nodes: tuple[Node, ...]
    references: tuple[Reference, ...]
    identity: Identity
    statements: tuple[Statement, ...]


class Graph:
    """A knowledge graph: articles, nodes and statements.

    ``base`` begins the IRIs of all of them; ``decisions`` are a person's about what is one thing.
    """

    def __init__(self, base: str = DEFAULT_BASE, decisions: Decisions = NONE) -> None:
        """Start an empty graph.

        Raises:
            ExportError: ``base`` cannot begin an IRI.
        """
        self.base = checked_base(base)
        self.decisions = decisions
        self._contributions: dict[tuple[str, str], _Contribution] = {}
        self._cache: _Merged | None = None
        self._network: Network | None = None

    def add(self, document: Document, entities: Iterable[Entity], facts: Iterable[Fact]) -> None:
        """Add what was read from ``document``; the same document again replaces it.

        Documents of one id but different texts are different articles: their ids then get a hash of
        the text, whichever came first.
        """
        facts = tuple(facts)
        listed = _with_those_of_facts(entities, facts)
        published = document.meta.published or document.day
        self._contributions[document.id, digest(document.text)] = _Contribution(
            Article(document.id, "", document.meta, published.isoformat() if published else None),
            listed,
            {span: span.of(document.text) for entity in listed for span in entity.mentions},
            facts,
            _pages(document, listed),
        )
        self._cache = self._network = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, sorted by id."""
        return self._merged().articles

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The things that articles name, sorted by name."""
        return self._merged().nodes

    @property
    def references(self) -> tuple[Reference, ...]:
        """The places that no article names and that named things lie in, as the tables have them."""
        return self._merged().references

    @property
    def identity(self) -> Identity:
        """What was taken for one thing, and why."""
        return self._merged().identity

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, sorted by subject, relation, label and object."""
        return self._merged().statements

    def to_rdflib(self) -> "rdflib.Graph":
        """Return the triples of ``graph.ttl`` as an rdflib graph."""
        from kg.formats.rdf import to_rdflib

        return to_rdflib(self)

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return the nodes and edges of ``graph.graphml`` as a networkx graph."""
        from kg.network import to_networkx

        return to_networkx(self.network())

    def network(self) -> "Network":
        """Return the nodes and edges that pictures show, laid out once."""
        from kg.network import build_network

        if self._network is None:
            self._network = build_network(self)
        return self._network

    def _merged(self) -> _Merged:
        if self._cache is None:
            self._cache = _merge(self.base, self._contributions, self.decisions)
        return self._cache


def _with_those_of_facts(entities: Iterable[Entity], facts: Sequence[Fact]) -> tuple[Entity, ...]:
    """Return the entities and those that only facts mention, without repetitions."""
    listed = dict.fromkeys(entities)
    for fact in facts:
        listed[fact.subject] = None
        if (entity := _entity_of(fact)) is not None:
            listed[entity] = None
        if fact.speaker is not None:
            listed[fact.speaker] = None
    return tuple(listed)


def _entity_of(fact: Fact) -> Entity | None:
    """Return the fact's object as an entity, where the relation leads to things.

    A goal is a phrase in the article and a node in the graph.
    """
    info = relation_info(fact.relation)
    if info.kind != "entity":
        return None
    if isinstance(fact.object, str) and fact.object and MentionType.GOAL in info.range:
        return Entity(f"goal:{fact.object}", fact.object, MentionType.GOAL, mentions=_goal_span(fact))
    return fact.object if isinstance(fact.object, Entity) else None


def _goal_span(fact: Fact) -> tuple[Span, ...]:
    """Return where the sentence has the goal's own words, if it has them."""
    evidence = fact.evidence
    if evidence.object is not None:
        return (evidence.object,)
    at = evidence.quote.find(str(fact.object))
    start = evidence.sentence.start + at
    return (Span(start, start + len(str(fact.object))),) if at >= 0 else ()


def _merge(
    base: str, contributions: Mapping[tuple[str, str], _Contribution], decisions: Decisions
) -> _Merged:
    texts_of_id = Counter(id_ for id_, _ in contributions)
    ordered: list[_Contribution] = []
    for (id_, text_digest), contribution in sorted(contributions.items(), key=lambda item: item[0]):
        key = id_ if texts_of_id[id_] == 1 else f"{id_}~{text_digest[:8]}"
        article = replace(contribution.article, id=key, iri=f"{base}art/{slug(key)}")
        facts = contribution.facts if key == id_ else tuple(_moved(f, key) for f in contribution.facts)
        ordered.append(replace(contribution, article=article, facts=facts))
    named = [
        Named(c.article.id, c.article.published or "", c.entities, c.facts, c.mentions, c.pages)
        for c in ordered
    ]
    built = build_nodes(base, named, decisions)
    return _Merged(
        tuple(sorted((c.article for c in ordered), key=lambda article: article.id)),
        built.nodes,
        built.references,
        built.identity,
        _statements(base, ordered, built.by_name),
    )


def _moved(fact: Fact, article: str) -> Fact:
    """Return ``fact`` as a fact of the article that goes under another id."""
    return replace(fact, evidence=replace(fact.evidence, document=article))


def _pages(document: Document, entities: Sequence[Entity]) -> dict[Span, str]:
    """Return the links of the markup that cover a whole name, none that is part of a longer one."""
    links = {mark.span: mark.value for mark in document.marks if mark.kind == "link"}
    if not links:
        return {}
    spans = [span for entity in entities for span in entity.mentions]
    return {
        at: address
        for at, address in links.items()
        if not any(span.contains(at) and span != at for span in spans)
    }


def _statements(
    base: str, contributions: Sequence[_Contribution], nodes: Mapping[str, NodesByName]
) -> tuple[Statement, ...]:
    readings: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for contribution in contributions:
        for fact in contribution.facts:
            reading = _reading(fact, nodes[contribution.article.id])
            readings[_key(reading)].append(reading)
    return tuple(_united(base, key, readings[key]) for key in sorted(readings))


def _reading(fact: Fact, nodes: NodesByName) -> Statement:
    """Return one fact as a statement of its own."""
    return Statement(
        "",
        nodes[name_of(fact.subject)],
        fact.relation,
        fact.label,
        _object(fact, nodes),
        fact.time,
        fact.status,
        nodes[name_of(fact.speaker)] if fact.speaker else None,
        fact.qualifiers,
        (fact.evidence,),
        fact.confidence,
    )


def _object(fact: Fact, nodes: NodesByName) -> Object:
    if (entity := _entity_of(fact)) is not None:
        return nodes[name_of(entity)]
    if isinstance(fact.object, Amount):
        amount = fact.object
        return Quantity(amount.value, amount.unit, amount.low, amount.high, amount.text, amount.kind)
    if isinstance(fact.object, Entity):
        return fact.object.name
    return fact.object or None


def _key(statement: Statement) -> tuple[str, ...]:
    """Return what makes two readings one statement; it also orders statements.

    The things stand in it by their keys, without the base IRI, so that IRIs made from it stay.
    """
    return (
        statement.subject.key,
        statement.relation,
        statement.label,
        *_object_key(statement.object),
        statement.time or "",
        statement.status,
        statement.speaker.key if statement.speaker else "",
    )


def _object_key(object_: Object) -> tuple[str, ...]:
    if isinstance(object_, Node):
        return (object_.key,)
    if isinstance(object_, Quantity):
        low, high = (
            decimal_text(bound) if bound is not None else "" for bound in (object_.low, object_.high)
        )
        return decimal_text(object_.value), object_.unit, low, high
    return (object_ or "",)


def _united(base: str, key: tuple[str, ...], readings: Sequence[Statement]) -> Statement:
    first = min(
        readings, key=lambda reading: reading.object.text if isinstance(reading.object, Quantity) else ""
    )
    return replace(
        first,
        iri=f"{base}st/{digest(json.dumps(key))}",
        qualifiers=tuple(sorted({pair for reading in readings for pair in reading.qualifiers})),
        evidence=tuple(sorted({reading.evidence[0] for reading in readings}, key=_evidence_order)),
        confidence=max(reading.confidence for reading in readings),
    )


def _evidence_order(evidence: Evidence) -> tuple[object, ...]:
    absent = Span(-1, -1)
    spans = (span or absent for span in (evidence.subject, evidence.object, evidence.cue))
    return evidence.document, evidence.sentence, evidence.rule, *spans, evidence.bytes or (-1, -1)
