"""What is known of things beside what articles say: codes, what they lie in, items elsewhere, merges.

In: nodes, references and merges. Out: triples for :mod:`kg.formats.rdf`. All of it comes from the tables of
names and from merging, so that formats with named graphs write it into the default graph.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.formats.terms import plain, term, words
from kg.gazetteer import gazetteer
from kg.identity import Merge
from kg.iris import digest, slug
from kg.model import Evidence
from kg.nodes import Node, Reference
from kg.ontology_schema import load_classes
from kg.reference import Row

Pair = tuple[str, str]
#: Codes of the project's own (see ontology/names/places.tsv): districts of Hong Kong, Macao and Taiwan.
_OWN_CODES = ("71", "81", "82")


class Described(NamedTuple):
    """A subject with its predicates and objects, all as terms."""

    subject: str
    pairs: list[Pair]


def node_pairs(node: Node) -> Iterator[Pair]:
    """Yield what the tables say of a thing that articles name."""
    if node.row is not None:
        yield from _row_pairs(node.row, node.within, node.wikidata)
        if node.row.table == "places":
            told = {node.name, *node.aliases}
            yield from ((term("skos:altLabel"), words(name)) for name in _names(node.row) if name not in told)


def joined(nodes: Iterable[Node]) -> Iterator[Described]:
    """Yield the IRIs that were joined to another: they stay valid, and lead to it."""
    for node in nodes:
        for iri in node.also:
            yield Described(f"<{iri}>", [(term("owl:sameAs"), f"<{node.iri}>")])


def references(found: Iterable[Reference]) -> Iterator[Described]:
    """Yield the places that no article names, marked as such."""
    for reference in found:
        info = load_classes()[reference.row.type]
        pairs = [(term("rdf:type"), f"<{iri}>") for iri in (info.iri, *info.schema)]
        pairs += [(term("rdf:type"), term("kg:Reference")), (term("rdfs:label"), words(reference.row.name))]
        pairs += _row_pairs(reference.row, reference.within, reference.wikidata)
        if reference.row.table == "places":
            names = (name for name in _names(reference.row) if name != reference.row.name)
            pairs += [(term("skos:altLabel"), words(name)) for name in names]
        yield Described(f"<{reference.iri}>", pairs)


def merges(base: str, found: Sequence[Merge]) -> Iterator[Described]:
    """Yield why two IRIs are one thing: the rule, what they share, and the sentences that say it."""
    for merge in found:
        pairs = [
            (term("rdf:type"), term("kg:Merge")),
            (term("kg:mergeRule"), plain(merge.rule)),
            (term("kg:joins"), f"<{base}e/{merge.first}>"),
            (term("kg:joins"), f"<{base}e/{merge.second}>"),
        ]
        if merge.detail:
            pairs.append((term("kg:shared"), plain(merge.detail)))
        for evidence in merge.evidence:
            pairs.append((term("prov:wasDerivedFrom"), f"<{base}art/{slug(evidence.document)}>"))
            pairs.append((term("prov:wasQuotedFrom"), f"<{base}ev/{place_of(evidence)}>"))
        key = digest("\n".join((merge.first, merge.second, merge.rule, merge.detail)))
        yield Described(f"<{base}merge/{key}>", pairs)


def place_of(evidence: Evidence) -> str:
    """Return the last part of the IRI of a sentence."""
    return f"{slug(evidence.document)}-{evidence.sentence.start}-{evidence.sentence.end}"


def _row_pairs(row: Row, within: str, wikidata: str) -> Iterator[Pair]:
    yield term("kg:table"), plain(f"{row.table}.tsv")
    if row.table == "places" and (row.code[:2] not in _OWN_CODES or row.code.endswith("0000")):
        yield term("kg:divisionCode"), plain(row.code)
    elif row.table == "countries":
        yield term("kg:countryCode"), plain(row.code)
    if within:
        yield term("schema:containedInPlace"), f"<{within}>"
    if wikidata:
        yield term("owl:sameAs"), f"<{wikidata}>"


def _names(row: Row) -> Iterator[str]:
    """Yield the names of a division that mean it alone."""
    place = gazetteer().places[row.code]
    for name in (place.name, *place.short):
        entries = gazetteer().lookup(name)
        if len(entries) == 1 and entries[0].sure:
            yield name
