"""Merging: the facts of all documents become statements about nodes, and every evidence is kept.

In: for each document its entities and facts. Out: :class:`Graph`, whose articles, nodes and
statements are sorted and depend on what was added, never on the order in which it was.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.amounts import Amount
from kg.contribution import Contribution, contribution_of, entity_of
from kg.decisions import NONE, Decisions
from kg.document import Document, Metadata, Span
from kg.errors import ExportError
from kg.identity import Identity
from kg.iris import DEFAULT_BASE, checked_base, digest, slug
from kg.model import Entity, Evidence, Fact, Status
from kg.nodes import Node, NodesByName, Reference, build_nodes, with_holders
from kg.ontology_schema import Ontology, RelationInfo, load_ontology
from kg.profiles import name_of
from kg.records import decimal_text

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.network import Network, NetworkOptions


@dataclass(frozen=True, slots=True)
class Article:
    """What the statements of a graph refer to: a document's id, IRI, metadata, and its text."""

    id: str
    iri: str
    meta: Metadata = field(default_factory=Metadata)
    published: str | None = None
    text: str = ""


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
    aren't independent, so that nothing may be multiplied). ``info`` is what the graph's ontology says of
    the relation.
    """

    iri: str
    subject: Node
    info: RelationInfo
    label: str
    object: Object
    time: str | None
    status: Status
    speaker: Node | None
    qualifiers: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    confidence: float

    @property
    def relation(self) -> str:
        """The relation's identifier."""
        return self.info.id

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles it was read from, sorted."""
        return tuple(sorted({evidence.document for evidence in self.evidence}))


@dataclass(frozen=True, slots=True)
class _Merged:
    articles: tuple[Article, ...]
    nodes: tuple[Node, ...]
    references: tuple[Reference, ...]
    identity: Identity
    statements: tuple[Statement, ...]


class Graph:
    """A knowledge graph: articles, nodes and statements.

    ``base`` begins the IRIs of all of them; ``decisions`` are a person's about what is one thing;
    ``ontology`` has the relations of the statements, by default those that ship.
    """

    def __init__(
        self, base: str = DEFAULT_BASE, decisions: Decisions = NONE, ontology: Ontology | None = None
    ) -> None:
        """Start an empty graph.

        Raises:
            ExportError: ``base`` cannot begin an IRI.
        """
        self.base = checked_base(base)
        self.decisions = decisions
        self.ontology = ontology or load_ontology()
        self._contributions: dict[tuple[str, str], Contribution] = {}
        self._cache: _Merged | None = None
        self._network: Network | None = None
        #: What pictures of this graph show; the usual where it is None.
        self.drawn: NetworkOptions | None = None

    def add(self, document: Document, entities: Iterable[Entity], facts: Iterable[Fact]) -> None:
        """Add what was read from ``document``; the same document again replaces it.

        Documents of one id but different texts are different articles: their ids then get a hash of
        the text, whichever came first.
        """
        self.put(contribution_of(document, entities, facts, self.ontology))

    def decide(self, decisions: Decisions) -> None:
        """Honour other decisions about identity from now on."""
        self.decisions = decisions
        self._cache = self._network = None

    def declare(self, ontology: Ontology) -> None:
        """Take the relations of what is and will be added from another ontology from now on."""
        self.ontology = ontology
        self._cache = self._network = None

    def put(self, contribution: Contribution) -> None:
        """Add a contribution; one of the same id and text is replaced."""
        self._contributions[contribution.key] = contribution
        self._cache = self._network = None

    def discard(self, articles: Collection[str]) -> frozenset[str]:
        """Take out articles and return the names found.

        A name is an article's id, an id that several articles share, or an IRI.
        """
        found: set[str] = set()
        for key, id_ in _ids(self._contributions).items():
            names = {key[0], id_, _article_iri(self.base, id_)}.intersection(articles)
            if names:
                del self._contributions[key]
                found |= names
        self._cache = self._network = None
        return frozenset(found)

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What each document added, sorted by id.

        Raises:
            ExportError: this is a part of a graph, of which no document added just that.
        """
        if self._cache and not self._contributions and self._cache.articles:
            raise ExportError("a part of a graph has no articles.jsonl; export it without filters")
        return tuple(self._contributions[key] for key in sorted(self._contributions))

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
            self._network = build_network(self, self.drawn)
        return self._network

    def part(self, statements: Iterable[Statement]) -> "Graph":
        """Return a graph of some of the statements, with the things and articles that they name.

        It can be written in every format that is made from statements, and nothing can be added to it.
        """
        kept = tuple(statements)
        things = {
            node.iri
            for statement in kept
            for node in (statement.subject, statement.object, statement.speaker)
            if isinstance(node, Node)
        }
        things = with_holders(things, (*self.nodes, *self.references))
        told = {id_ for statement in kept for id_ in statement.articles}
        nodes = tuple(node.as_told_by(told) for node in self.nodes if node.iri in things)
        part = Graph(self.base, self.decisions, self.ontology)
        part.drawn = self.drawn
        part._cache = _Merged(
            tuple(article for article in self.articles if article.id in told),
            nodes,
            tuple(reference for reference in self.references if reference.iri in things),
            self.identity.part({node.key for node in nodes}, told),
            kept,
        )
        return part

    def _merged(self) -> _Merged:
        if self._cache is None:
            self._cache = _merge(self.base, self._contributions, self.decisions, self.ontology)
        return self._cache


def _ids(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the articles' ids by key, sorted by key; of several texts of one id each gets a hash."""
    ordered = sorted(keys)
    texts = Counter(id_ for id_, _ in ordered)
    return {(id_, text): id_ if texts[id_] == 1 else f"{id_}~{text[:8]}" for id_, text in ordered}


def _article_iri(base: str, id_: str) -> str:
    return f"{base}art/{slug(id_)}"


def _merge(
    base: str,
    contributions: Mapping[tuple[str, str], Contribution],
    decisions: Decisions,
    ontology: Ontology,
) -> _Merged:
    ordered = [_under(contributions[key], id_) for key, id_ in _ids(contributions).items()]
    articles = [
        Article(one.id, _article_iri(base, one.id), one.meta, one.published, one.text) for one in ordered
    ]
    built = build_nodes(base, ordered, decisions)
    return _Merged(
        tuple(sorted(articles, key=lambda article: article.id)),
        built.nodes,
        built.references,
        built.identity,
        _statements(base, ordered, built.by_name, ontology),
    )


def _under(contribution: Contribution, id_: str) -> Contribution:
    """Return the contribution of the article that goes under ``id_``."""
    if contribution.id == id_:
        return contribution
    facts = (replace(fact, evidence=replace(fact.evidence, document=id_)) for fact in contribution.facts)
    return replace(contribution, id=id_, facts=tuple(facts))


def _statements(
    base: str, contributions: Sequence[Contribution], nodes: Mapping[str, NodesByName], ontology: Ontology
) -> tuple[Statement, ...]:
    readings: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for contribution in contributions:
        for fact in contribution.facts:
            reading = _reading(fact, nodes[contribution.id], ontology)
            readings[_key(reading)].append(reading)
    return tuple(_united(base, key, readings[key]) for key in sorted(readings))


def _reading(fact: Fact, nodes: NodesByName, ontology: Ontology) -> Statement:
    """Return one fact as a statement of its own."""
    return Statement(
        "",
        nodes[name_of(fact.subject)],
        ontology.relation(fact.relation),
        fact.label,
        _object(fact, nodes, ontology),
        fact.time,
        fact.status,
        nodes[name_of(fact.speaker)] if fact.speaker else None,
        fact.qualifiers,
        (fact.evidence,),
        fact.confidence,
    )


def _object(fact: Fact, nodes: NodesByName, ontology: Ontology) -> Object:
    if (entity := entity_of(fact, ontology)) is not None:
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
