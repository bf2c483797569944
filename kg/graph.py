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
from kg.document import Document, Metadata, Span
from kg.errors import ExportError
from kg.identity import Name, kind_of, name_of, resolve
from kg.iris import DEFAULT_BASE, checked_base, digest, slug
from kg.model import Entity, Evidence, Fact, MentionType, Status
from kg.ontology_schema import load_classes
from kg.records import decimal_text

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.network import Network, NetworkOptions

# Of two homonyms the first kind here has the plain IRI; the other's ends in its class.
_PLAIN_FIRST = (MentionType.PERSON, MentionType.PLACE, MentionType.ORG)
# A thing tagged differently in different documents is what most tags say; at a tie the more special.
_SPECIAL_FIRST = (MentionType.PARK, MentionType.FACILITY, MentionType.ORG)


@dataclass(frozen=True, slots=True, order=True)
class NodeMention:
    """Where a document names a node: code points ``[start, end)`` of that article's text."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What the statements of a graph refer to: a document's id, IRI, metadata, and its text."""

    id: str
    iri: str
    meta: Metadata = field(default_factory=Metadata)
    published: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing, under its fullest name, with all names and mentions of all documents.

    ``pages`` are the addresses that the articles' markup links the whole name to.
    """

    iri: str
    name: str
    type: MentionType
    aliases: tuple[str, ...] = ()
    mentions: tuple[NodeMention, ...] = ()
    pages: tuple[str, ...] = ()


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
class _Merged:
    articles: tuple[Article, ...]
    nodes: tuple[Node, ...]
    statements: tuple[Statement, ...]


class Graph:
    """A knowledge graph: articles, nodes and statements.

    ``base`` begins the IRIs of all of them.
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Start an empty graph.

        Raises:
            ExportError: ``base`` cannot begin an IRI.
        """
        self.base = checked_base(base)
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
        self.put(contribution_of(document, entities, facts))

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
        told = {id_ for statement in kept for id_ in statement.articles}
        part = Graph(self.base)
        part.drawn = self.drawn
        part._cache = _Merged(
            tuple(article for article in self.articles if article.id in told),
            tuple(node for node in self.nodes if node.iri in things),
            kept,
        )
        return part

    def _merged(self) -> _Merged:
        if self._cache is None:
            self._cache = _merge(self.base, self._contributions)
        return self._cache


def _ids(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the articles' ids by key, sorted by key; of several texts of one id each gets a hash."""
    ordered = sorted(keys)
    texts = Counter(id_ for id_, _ in ordered)
    return {(id_, text): id_ if texts[id_] == 1 else f"{id_}~{text[:8]}" for id_, text in ordered}


def _article_iri(base: str, id_: str) -> str:
    return f"{base}art/{slug(id_)}"


def _merge(base: str, contributions: Mapping[tuple[str, str], Contribution]) -> _Merged:
    articles: list[Article] = []
    ordered: list[Contribution] = []
    for key, id_ in _ids(contributions).items():
        contribution = contributions[key]
        iri = _article_iri(base, id_)
        articles.append(Article(id_, iri, contribution.meta, contribution.published, contribution.text))
        ordered.append(replace(contribution, id=id_))
    node_by_name = _nodes(base, ordered)
    nodes = {node.iri: node for node in node_by_name.values()}
    return _Merged(
        tuple(sorted(articles, key=lambda article: article.id)),
        tuple(sorted(nodes.values(), key=lambda node: (node.name, node.iri))),
        _statements(base, ordered, node_by_name),
    )


def _nodes(base: str, contributions: Sequence[Contribution]) -> dict[Name, Node]:
    """Return the node that each name means."""
    root_by_name = resolve(contribution.entities for contribution in contributions)
    types: dict[Name, Counter[MentionType]] = defaultdict(Counter)
    names: dict[Name, set[str]] = defaultdict(set)
    mentions: dict[Name, set[NodeMention]] = defaultdict(set)
    pages: dict[Name, set[str]] = defaultdict(set)
    for contribution in contributions:
        for entity in contribution.entities:
            root = root_by_name[name_of(entity)]
            types[root][entity.type] += 1
            names[root].update((entity.name, *entity.aliases))
            pages[root].update(
                contribution.pages[span] for span in entity.mentions if span in contribution.pages
            )
            mentions[root].update(
                NodeMention(contribution.id, span.start, span.end, span.of(contribution.text))
                for span in entity.mentions
            )
    homonyms: dict[str, list[Name]] = defaultdict(list)
    for root in types:
        homonyms[root.text].append(root)
    node_by_root: dict[Name, Node] = {}
    for text, roots in homonyms.items():
        for index, root in enumerate(sorted(roots, key=_homonym_order)):
            # A tilde never comes from a name, so that no name can take a suffixed IRI.
            suffix = f"~{load_classes()[root.kind].id}" if index else ""
            node_by_root[root] = Node(
                f"{base}e/{slug(text)}{suffix}",
                text,
                min(types[root], key=lambda type_: _type_order(type_, types[root])),
                tuple(sorted(names[root] - {text})),
                tuple(sorted(mentions[root])),
                tuple(sorted(pages[root])),
            )
    return {name: node_by_root[root] for name, root in root_by_name.items()}


def _homonym_order(name: Name) -> tuple[int, str]:
    rank = _PLAIN_FIRST.index(name.kind) if name.kind in _PLAIN_FIRST else len(_PLAIN_FIRST)
    return rank, name.kind


def _type_order(type_: MentionType, counts: Counter[MentionType]) -> tuple[int, int, str]:
    rank = _SPECIAL_FIRST.index(type_) if type_ in _SPECIAL_FIRST else len(_SPECIAL_FIRST)
    return -counts[type_], rank, type_


def _statements(
    base: str, contributions: Sequence[Contribution], node_by_name: Mapping[Name, Node]
) -> tuple[Statement, ...]:
    readings: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for contribution in contributions:
        for fact in contribution.facts:
            reading = _reading(fact, contribution.id, node_by_name)
            readings[_key(reading)].append(reading)
    return tuple(_united(base, key, readings[key]) for key in sorted(readings))


def _reading(fact: Fact, article: str, node_by_name: Mapping[Name, Node]) -> Statement:
    """Return one fact as a statement of its own."""
    evidence = fact.evidence
    if evidence.document != article:
        evidence = replace(evidence, document=article)
    return Statement(
        "",
        node_by_name[name_of(fact.subject)],
        fact.relation,
        fact.label,
        _object(fact, node_by_name),
        fact.time,
        fact.status,
        node_by_name[name_of(fact.speaker)] if fact.speaker else None,
        fact.qualifiers,
        (evidence,),
        fact.confidence,
    )


def _object(fact: Fact, node_by_name: Mapping[Name, Node]) -> Object:
    if (entity := entity_of(fact)) is not None:
        return node_by_name[name_of(entity)]
    if isinstance(fact.object, Amount):
        amount = fact.object
        return Quantity(amount.value, amount.unit, amount.low, amount.high, amount.text, amount.kind)
    if isinstance(fact.object, Entity):
        return fact.object.name
    return fact.object or None


def _key(statement: Statement) -> tuple[str, ...]:
    """Return what makes two readings one statement; it also orders statements.

    Neither the base IRI nor the names of homonyms have a part in it, so that IRIs made from it stay.
    """
    return (
        *_node_key(statement.subject),
        statement.relation,
        statement.label,
        *_object_key(statement.object),
        statement.time or "",
        statement.status,
        *(_node_key(statement.speaker) if statement.speaker else ()),
    )


def _node_key(node: Node) -> tuple[str, str]:
    return node.name, kind_of(node.type)


def _object_key(object_: Object) -> tuple[str, ...]:
    if isinstance(object_, Node):
        return _node_key(object_)
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
