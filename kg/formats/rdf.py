"""Graph → RDF 1.1 without blank nodes (design: a direct edge, and a statement that carries the rest).

Resources come one by one, in an order that depends on the graph alone, so that writers stream.

What articles say (statements, evidence, direct edges, the article itself) is apart from what merging
decided (the class and names of a node, the combined confidence): formats with named graphs put the
former into one graph an article and the latter into the default graph. Together they are the triples
of the formats without named graphs, neither more nor fewer.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kg.changes import change_of
from kg.document import Span
from kg.formats.identity_rdf import joined, merges, node_pairs, place_of, references
from kg.formats.terms import decimal, moment, plain, term, typed, words
from kg.graph import Article, Graph, Quantity, Statement
from kg.identity import Merge
from kg.intervals import days_of
from kg.iris import slug
from kg.model import Evidence, Status
from kg.nodes import Node, Reference
from kg.ontology_schema import load_classes
from kg.units import iri_of

if TYPE_CHECKING:
    import rdflib

TYPE = term("rdf:type")
_LABEL = term("rdfs:label")

XML_NAME_AT_END = re.compile(r"[A-Za-z_\u4e00-\u9fa5]+$")
"""The last part of an IRI that every XML parser takes as a name (XML 1.0 of any edition)."""

Pair = tuple[str, str]


class Resource(NamedTuple):
    """A subject with its predicates and objects: sorted, without repetitions, ``rdf:type`` first."""

    subject: str
    pairs: list[Pair]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a graph: what ``articles`` say in ``statements``, or what merging decided, or both."""

    base: str
    articles: Sequence[Article] = ()
    statements: Sequence[Statement] = ()
    nodes: Sequence[Node] = ()
    told: bool = True
    decided: bool = True
    references: Sequence[Reference] = ()
    merges: Sequence[Merge] = ()
    declared: Mapping[str, Sequence[Pair]] = field(default_factory=dict)


def whole(graph: Graph) -> Part:
    """Return all of the graph, for formats without named graphs."""
    return replace(decided(graph), articles=graph.articles, told=True)


def decided(graph: Graph) -> Part:
    """Return what merging decided: the default graph of formats with named graphs."""
    return Part(
        graph.base,
        (),
        graph.statements,
        graph.nodes,
        told=False,
        references=graph.references,
        merges=graph.identity.merges,
        declared=graph.ontology.own,
    )


def named_graphs(graph: Graph) -> Iterator[tuple[str, Part]]:
    """Yield for each article its IRI as a term and what it alone says."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        for article, evidence in groupby(statement.evidence, key=lambda one: one.document):
            statements[article].append(replace(statement, evidence=tuple(evidence)))
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        for article, mentions in groupby(node.mentions, key=lambda one: one.article):
            nodes[article].append(replace(node, mentions=tuple(mentions)))
    for told in graph.articles:
        yield (
            f"<{told.iri}>",
            Part(graph.base, (told,), statements[told.id], nodes[told.id], decided=False),
        )


def describe(part: Part) -> Iterator[Resource]:
    """Yield the resources of a part: articles, nodes, statements, evidence, names in use, own relations."""
    if part.told:
        yield from describe_articles(part)
    yield from describe_nodes(part)
    yield from describe_statements(part)
    if part.told:
        yield from describe_evidence(part)
        yield from describe_names(part)
    yield from describe_declared(part)


def to_rdflib(graph: Graph) -> "rdflib.Graph":
    """Return the triples of the whole graph as an rdflib graph with our prefixes."""
    import rdflib

    from kg.formats.ntriples import write_ntriples
    from kg.formats.turtle import prefixes

    result = rdflib.Graph()
    result.parse(data="".join(write_ntriples(graph)), format="nt")
    for prefix, namespace in prefixes(graph.base).items():
        result.bind(prefix, namespace)
    return result


def _resource(subject: str, pairs: Iterable[Pair]) -> Resource:
    return Resource(subject, sorted(set(pairs), key=lambda pair: (pair[0] != TYPE, pair)))


def _ref(*parts: str) -> str:
    return f"<{''.join(parts)}>"


# Articles


def describe_articles(part: Part) -> Iterator[Resource]:
    """Yield the articles."""
    mentioned: dict[str, list[str]] = defaultdict(list)
    for node in part.nodes:
        for id_ in dict.fromkeys(mention.article for mention in node.mentions):
            mentioned[id_].append(node.iri)
    for article in part.articles:
        pairs = [(TYPE, term("schema:NewsArticle")), (term("dcterms:identifier"), plain(article.id))]
        pairs += [(term("schema:mentions"), _ref(iri)) for iri in mentioned[article.id]]
        if article.published:
            pairs.append((term("schema:datePublished"), moment(article.published)))
        meta = article.meta
        for name, text in (("headline", meta.title), ("alternativeHeadline", meta.original_title)):
            if text:
                pairs.append((term(f"schema:{name}"), words(text)))
        if meta.url:
            pairs.append((term("schema:url"), plain(meta.url)))
        pairs += [(term("schema:articleSection"), words(category)) for category in meta.categories]
        pairs += [(term(f"schema:{role}"), iri) for role, iri, _, _ in _makers(part.base, article)]
        yield _resource(_ref(article.iri), pairs)


def _makers(base: str, article: Article) -> Iterator[tuple[str, str, str, str]]:
    """Yield who made an article: the property, the IRI as a term, the class and the name."""
    meta = article.meta
    for role, name in (("publisher", meta.publisher), ("sourceOrganization", meta.source)):
        if name:
            yield role, _ref(base, "publisher/", slug(name)), "schema:Organization", name
    for role, name in (("author", meta.author), ("editor", meta.editor)):
        if name:
            yield role, _ref(base, "byline/", slug(name)), "schema:Person", name


# Nodes and their direct edges


def describe_nodes(part: Part) -> Iterator[Resource]:
    """Yield the things that articles name, with their direct edges, and what merging found of them."""
    edges: dict[str, list[Pair]] = defaultdict(list)
    if part.told:
        for statement in part.statements:
            edges[statement.subject.iri] += _direct_edges(part.base, statement)
    classes = load_classes()
    for node in part.nodes:
        pairs = edges.pop(node.iri, [])
        if part.decided:
            info = classes[node.type]
            pairs += [(TYPE, _ref(info.iri)), (_LABEL, words(node.name))]
            pairs += [(TYPE, _ref(iri)) for iri in info.schema]
            pairs += [(term("skos:altLabel"), words(alias)) for alias in node.aliases]
            pairs += [(term("schema:url"), plain(page)) for page in node.pages]
            pairs += node_pairs(node)
        if pairs:
            yield _resource(_ref(node.iri), pairs)
    for iri, pairs in sorted(edges.items()):
        if pairs:
            yield _resource(_ref(iri), pairs)
    if part.decided:
        for subject, pairs in (
            *joined(part.nodes),
            *references(part.references),
            *merges(part.base, part.merges),
        ):
            yield _resource(subject, pairs)


def _direct_edges(base: str, statement: Statement) -> Iterator[Pair]:
    """Yield the edges that say a statement shortly: only of what is so, or is a plan by meaning."""
    info = statement.info
    planned = statement.status is Status.PLANNED and info.means_plan
    if statement.status is not Status.ASSERTED and not planned:
        return
    if info.kind == "amount" or (info.kind == "entity" and not isinstance(statement.object, Node)):
        return
    if (object_ := _object_term(statement)) is not None:
        yield _ref(info.iri), object_
        if statement.relation == "post" and statement.label:
            yield _title(base, statement.label), object_


def _title(base: str, label: str) -> str:
    """Return the property of a title; RDF/XML needs it to end in an XML name."""
    segment = slug(label)
    return _ref(base, "title/", segment, "" if XML_NAME_AT_END.search(segment) else "~_")


def triple_of(statement: Statement) -> tuple[str, str, str] | None:
    """Return what a statement states as a triple of terms; a quantity makes none."""
    object_ = _object_term(statement)
    if object_ is None:
        return None
    return _ref(statement.subject.iri), _ref(statement.info.iri), object_


def _object_term(statement: Statement) -> str | None:
    """Return a statement's object as a term; a quantity has none."""
    if isinstance(statement.object, Node):
        return _ref(statement.object.iri)
    if isinstance(statement.object, str):
        kind = statement.info.kind
        return plain(statement.object) if kind == "code" else words(statement.object)
    if statement.object is None and statement.time and statement.info.kind == "time":
        return moment(statement.time)
    return None


# Statements


def describe_statements(part: Part) -> Iterator[Resource]:
    """Yield the statements."""
    for statement in part.statements:
        pairs: list[Pair] = []
        if part.decided:
            pairs.append((term("kg:confidence"), decimal(Decimal(str(round(statement.confidence, 4))))))
        if part.told:
            pairs += _told(part.base, statement)
        yield _resource(_ref(statement.iri), pairs)


def _told(base: str, statement: Statement) -> Iterator[Pair]:
    yield TYPE, term("kg:Statement")
    yield term("rdf:subject"), _ref(statement.subject.iri)
    yield term("rdf:predicate"), _ref(statement.info.iri)
    if (object_ := _object_term(statement)) is not None:
        yield term("rdf:object"), object_
    yield term("kg:status"), term(f"kg:{statement.status}")
    if statement.label:
        yield term("kg:label"), words(statement.label)
    if statement.speaker:
        yield term("kg:speaker"), _ref(statement.speaker.iri)
    yield from _time(statement.time)
    for name, value in statement.qualifiers:
        yield term("kg:qualifier"), plain(f"{name}={value}")
    if statement.relation == "post":
        yield from _membership(base, statement)
    if isinstance(statement.object, Quantity):
        yield from _observation(base, statement, statement.object)
    for evidence in statement.evidence:
        yield term("kg:rule"), plain(evidence.rule)
        yield term("prov:wasDerivedFrom"), _ref(base, "art/", slug(evidence.document))
        yield term("prov:wasQuotedFrom"), _ref(base, "ev/", place_of(evidence))


def _time(time: str | None) -> Iterator[Pair]:
    if not time:
        return
    yield term("kg:timeText"), plain(time)
    for name, day in zip(("validFrom", "validTo"), days_of(time), strict=True):
        if day is not None:
            yield term(f"kg:{name}"), typed(day.isoformat(), "date")


def _membership(base: str, statement: Statement) -> Iterator[Pair]:
    yield TYPE, term("org:Membership")
    yield term("org:member"), _ref(statement.subject.iri)
    if isinstance(statement.object, Node):
        yield term("org:organization"), _ref(statement.object.iri)
    if statement.label:
        yield term("org:role"), _ref(base, "role/", slug(statement.label))


def _observation(base: str, statement: Statement, quantity: Quantity) -> Iterator[Pair]:
    yield TYPE, term("kg:Observation")
    yield term("kg:metric"), _ref(base, "metric/", slug(statement.label))
    yield term("kg:value"), decimal(quantity.value)
    yield term("kg:unit"), plain(quantity.unit)
    unit = _qudt(quantity.unit)
    if unit is not None:
        yield term("kg:qudtUnit"), unit
    yield term("kg:rawValue"), words(quantity.text)
    for name, bound in (("low", quantity.low), ("high", quantity.high)):
        if bound is not None:
            yield term(f"kg:{name}"), decimal(bound)
    change = change_of(statement.label)
    if change:
        yield term("kg:signedValue"), decimal(change.sign * quantity.value)
        if change.base:
            yield term("kg:changeBase"), words(change.base)


def _qudt(unit: str) -> str | None:
    """Return the QUDT term of a unit: a currency by its ISO 4217 code, others by the table of units."""
    if re.fullmatch("[A-Z]{3}", unit):
        return term(f"currency:{unit}")
    known = iri_of(unit)
    return term(known) if known is not None else None


# Evidence


def describe_evidence(part: Part) -> Iterator[Resource]:
    """Yield the sentences that statements were read from, then their places."""
    places: dict[tuple[str, Span], Evidence] = {}
    for statement in part.statements:
        for evidence in statement.evidence:
            places.setdefault((evidence.document, evidence.sentence), evidence)
    ordered = [places[key] for key in sorted(places)]
    for evidence in ordered:
        place = place_of(evidence)
        pairs = [
            (TYPE, term("oa:SpecificResource")),
            (term("oa:hasSource"), _ref(part.base, "art/", slug(evidence.document))),
            (term("oa:hasSelector"), _ref(part.base, "sel/", place)),
            (term("rdf:value"), words(evidence.quote)),
        ]
        if evidence.bytes:
            pairs.append((term("oa:hasSelector"), _ref(part.base, "sel/", place, "-bytes")))
        yield _resource(_ref(part.base, "ev/", place), pairs)
    for evidence in ordered:
        place = place_of(evidence)
        yield _resource(
            _ref(part.base, "sel/", place),
            [
                (TYPE, term("oa:TextPositionSelector")),
                (TYPE, term("oa:TextQuoteSelector")),
                *_range(evidence.sentence.start, evidence.sentence.end),
                (term("oa:exact"), words(evidence.quote)),
            ],
        )
        if evidence.bytes:
            yield _resource(
                _ref(part.base, "sel/", place, "-bytes"),
                [(TYPE, term("oa:DataPositionSelector")), *_range(*evidence.bytes)],
            )


def _range(start: int, end: int) -> Iterator[Pair]:
    for name, offset in (("start", start), ("end", end)):
        yield term(f"oa:{name}"), typed(str(offset), "nonNegativeInteger")


# The names in use: metrics, titles, roles, publishers


def describe_names(part: Part) -> Iterator[Resource]:
    """Yield the metrics, titles and makers of articles."""
    metrics: set[str] = set()
    titles: set[str] = set()
    for statement in part.statements:
        if isinstance(statement.object, Quantity):
            metrics.add(statement.label)
        elif statement.relation == "post" and statement.label:
            titles.add(statement.label)
    for metric in sorted(metrics):
        types = [(TYPE, term("kg:Metric")), (TYPE, term("skos:Concept"))]
        yield _resource(_ref(part.base, "metric/", slug(metric)), [*types, (_LABEL, words(metric))])
    for title in sorted(titles):
        types = [(TYPE, term("org:Role")), (TYPE, term("kg:Title"))]
        yield _resource(_ref(part.base, "role/", slug(title)), [*types, (_LABEL, words(title))])
    for title in sorted(titles):
        below = (term("rdfs:subPropertyOf"), term("kg:post"))
        pairs = [(TYPE, term("owl:ObjectProperty")), below, (_LABEL, words(title))]
        yield _resource(_title(part.base, title), pairs)
    makers = {
        (iri, class_, name)
        for article in part.articles
        for _, iri, class_, name in _makers(part.base, article)
    }
    for iri, class_, name in sorted(makers):
        yield _resource(iri, [(TYPE, term(class_)), (term("schema:name"), words(name))])


# The terms that users declare; what ships is in kg.ttl


def describe_declared(part: Part) -> Iterator[Resource]:
    """Yield the relations of users', with all that they say of them."""
    for iri, pairs in part.declared.items():
        yield _resource(_ref(iri), pairs)
