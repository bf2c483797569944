"""Nodes: what all articles say of one thing, under one IRI.

In: what each article names. Out: :class:`Nodes`, with the node that each name means in each article, the
places of the tables that named things lie in, and the reasons why names were taken for one thing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from kg.contribution import Contribution
from kg.decisions import Decisions
from kg.identity import DECISION, Identity, Read, resolve
from kg.model import Entity, MentionType
from kg.profiles import Name, Profile, name_of, profiles
from kg.reference import Row, outer
from kg.wikidata import wikidata_iri

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
class Node:
    """One thing, with all names and mentions of all documents.

    ``key`` is the last part of the IRI, ``also`` the IRIs of keys that were joined to it; they stay valid.
    ``pages`` are the addresses that the articles' markup links the whole name to. ``row`` is the thing's row
    in the tables of names, ``within`` the IRI of what it lies in by the tables, ``wikidata`` its item's IRI.
    """

    iri: str
    name: str
    type: MentionType
    aliases: tuple[str, ...] = ()
    mentions: tuple[NodeMention, ...] = ()
    pages: tuple[str, ...] = ()
    key: str = ""
    also: tuple[str, ...] = ()
    row: Row | None = None
    within: str = ""
    wikidata: str = ""

    def as_told_by(self, articles: Set[str]) -> "Node":
        """Return the node with its mentions in some articles, by their ids."""
        return replace(self, mentions=tuple(one for one in self.mentions if one.article in articles))


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that no article names: a row of the tables, there because a named thing lies in it."""

    iri: str
    row: Row
    within: str = ""
    wikidata: str = ""


def with_holders(iris: Iterable[str], things: Iterable[Node | Reference]) -> set[str]:
    """Return the IRIs with those of all that these things lie in, by the tables."""
    within = {thing.iri: thing.within for thing in things}
    found: set[str] = set()
    for start in iris:
        iri = start
        while iri and iri not in found:
            found.add(iri)
            iri = within.get(iri, "")
    return found


NodesByName = Mapping[Name, Node]


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes, sorted by name, the nodes of each article's names, the references, and the reasons."""

    nodes: tuple[Node, ...]
    by_name: Mapping[str, NodesByName]
    references: tuple[Reference, ...]
    identity: Identity


@dataclass(slots=True)
class _Gathered:
    """What articles say of one thing."""

    types: Counter[MentionType] = field(default_factory=Counter)
    names: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    aliases: set[str] = field(default_factory=set)
    mentions: set[NodeMention] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    row: Row | None = None

    def add(self, entity: Entity, profile: Profile, contribution: Contribution) -> None:
        self.types[entity.type] += 1
        self.names[profile.key].add(entity.name)
        self.aliases.update(entity.aliases)
        self.row = self.row or profile.row
        pages, text = contribution.pages, contribution.text
        self.pages.update(pages[span] for span in entity.mentions if span in pages)
        self.mentions.update(
            NodeMention(contribution.id, span.start, span.end, span.of(text)) for span in entity.mentions
        )

    def node(self, base: str, key: str, *, decided: bool) -> Node:
        """Return the node; it bears its name in the tables if an article uses that, else its fullest.

        Where a person ``decided`` under which key it goes, names of that key alone are considered.
        """
        names = set().union(*self.names.values())
        preferred = self.names[key] if decided and key in self.names else names
        official = self.row.name if self.row is not None else ""
        name = official if official in preferred else max(preferred, key=lambda one: (len(one), one))
        return Node(
            _iri(base, key),
            name,
            min(self.types, key=lambda type_: _type_order(type_, self.types)),
            tuple(sorted((names | self.aliases) - {name})),
            tuple(sorted(self.mentions)),
            tuple(sorted(self.pages)),
            key,
            tuple(_iri(base, other) for other in sorted(self.names.keys() - {key})),
            self.row,
            _within(base, self.row),
            wikidata_iri(self.row) if self.row is not None else "",
        )


def build_nodes(base: str, contributions: Sequence[Contribution], decisions: Decisions) -> Nodes:
    """Return the nodes of all articles, whatever their order."""
    read = [Read(one.published or "", profiles(one, decisions)) for one in contributions]
    identity = resolve(read, decisions)
    gathered: dict[str, _Gathered] = defaultdict(_Gathered)
    for contribution, (_, found) in zip(contributions, read, strict=True):
        for entity, profile in zip(contribution.entities, found, strict=True):
            gathered[identity.of(profile.key)].add(entity, profile, contribution)
    decided = {merge.first for merge in identity.merges if merge.rule == DECISION}
    nodes = {key: one.node(base, key, decided=key in decided) for key, one in gathered.items()}
    by_name = {
        contribution.id: {
            name_of(entity): nodes[identity.of(profile.key)]
            for entity, profile in zip(contribution.entities, found, strict=True)
        }
        for contribution, (_, found) in zip(contributions, read, strict=True)
    }
    ordered = tuple(sorted(nodes.values(), key=lambda node: (node.name, node.iri)))
    return Nodes(ordered, by_name, tuple(_references(base, ordered)), identity)


def _references(base: str, nodes: Iterable[Node]) -> list[Reference]:
    named = {node.iri for node in nodes}
    found: dict[str, Reference] = {}
    for node in nodes:
        row = node.row
        while row is not None and (row := outer(row)) is not None:
            iri = _iri(base, row.segment)
            if iri not in named and iri not in found:
                found[iri] = Reference(iri, row, _within(base, row), wikidata_iri(row))
    return [found[iri] for iri in sorted(found)]


def _within(base: str, row: Row | None) -> str:
    above = outer(row) if row is not None else None
    return _iri(base, above.segment) if above is not None else ""


def _iri(base: str, key: str) -> str:
    return f"{base}e/{key}"


def _type_order(type_: MentionType, counts: Counter[MentionType]) -> tuple[int, int, str]:
    rank = _SPECIAL_FIRST.index(type_) if type_ in _SPECIAL_FIRST else len(_SPECIAL_FIRST)
    return -counts[type_], rank, type_
