"""What the ontology says of classes and relations, for rules and exporters.

In: ``ontology/kg.ttl``, and files of a user's that declare further relations in its terms. Out:
:class:`ClassInfo` by mention type, and an :class:`Ontology`, which every graph has as a value.
Turtle is read by pyoxigraph (a few milliseconds); what ships is read once, on first use.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar, get_args

from kg.errors import OntologyError
from kg.model import MentionType
from kg.near import checked, near
from kg.ontology_terms import KG, NAMESPACES, Term, read_terms, short, text_of
from kg.resources import ontology_dir

Value = TypeVar("Value")
ObjectKind = Literal["entity", "amount", "string", "code", "time"]
_OBJECT_KINDS: tuple[ObjectKind, ...] = get_args(ObjectKind)
_PROPERTIES = frozenset({"owl:ObjectProperty", "owl:DatatypeProperty"})
_ID = re.compile(r"(?<=[/#:])[A-Za-z_\u4e00-\u9fa5]+$")  # what every XML parser takes as a name


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """A class of the ontology; ``schema`` are the schema.org classes that it falls under, sorted."""

    id: str
    type: MentionType
    label_zh: str
    label_en: str
    schema: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The class's IRI."""
        return KG + self.id


@dataclass(frozen=True, slots=True)
class RelationInfo:
    """A relation of the ontology; ``id``, the last part of its IRI, is what rules and facts call it.

    ``domain`` and ``range`` are the mention types that may stand on either side, in the order of
    :class:`kg.model.MentionType`; an empty range is a plain string. ``kind`` tells what the object is:
    an entity, an amount, words of the article, a code, or (in ``time``) a time and no object.
    ``means_plan``: a planned fact is a direct edge too. ``shows_own_name``: pictures show
    :attr:`label_zh` instead of the article's word. ``symmetric``: the sides may change places.
    """

    id: str
    iri: str
    label_zh: str
    label_en: str
    domain: tuple[MentionType, ...]
    range: tuple[MentionType, ...]
    kind: ObjectKind
    means_plan: bool = False
    shows_own_name: bool = False
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """The relations by identifier (``post``, ``located_in``, …), in alphabetical order.

    ``own``: of each term that users declare, by its IRI, the predicates and objects that their files have,
    in the syntax of N-Triples; sorted.
    """

    relations: Mapping[str, RelationInfo]
    own: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def relation(self, id_: str) -> RelationInfo:
        """Return what is said of a relation.

        Raises:
            OntologyError: there is no such relation; the message lists those there are.
        """
        try:
            return self.relations[id_]
        except KeyError:
            known = ", ".join(self.relations)
            raise OntologyError(f"no relation {id_!r} in the ontology; it has {known}") from None

    def declared(self) -> str:
        """Return all that users declare, as N-Triples, which are Turtle too."""
        return "".join(
            f"<{iri}> {predicate} {object_} .\n" for iri in self.own for predicate, object_ in self.own[iri]
        )

    def joined(self, other: "Ontology") -> "Ontology":
        """Return both; a term that both declare is as ``other`` declares it.

        Raises:
            OntologyError: they have relations of one name but different IRIs.
        """
        for id_, info in other.relations.items():
            if (before := self.relations.get(id_, info)).iri != info.iri:
                raise OntologyError(f"{id_} was {before.iri} and is now {info.iri}; let it keep its IRI")
        return Ontology(_sorted({**self.relations, **other.relations}), _sorted({**self.own, **other.own}))


def load_ontology(*folders: Path) -> Ontology:
    """Return the shipped ontology and what the ``*.ttl`` files of further folders declare.

    Raises:
        NotFoundError: a folder is missing.
        OntologyError: a file is missing, cannot be read, or is malformed; two declare the same name.
    """
    files = [file for folder in folders for file in sorted(checked(folder).glob("*.ttl"))]
    own = _own_terms((str(file), text_of(file)) for file in files)
    ontology = _with(own)
    relations = {info.iri for info in ontology.relations.values()}
    inverses = {inverse for iri in relations & own.keys() for inverse in own[iri].nodes["owl:inverseOf"]}
    for iri, term in own.items():
        told = iri in relations | inverses or not relations.isdisjoint(term.nodes["owl:inverseOf"])
        if _types_of(term) and not told:
            raise OntologyError(f"{term.where} has no kg:objectKind; add it")
    return ontology


def ontology_kept(file: str, declared: str) -> Ontology:
    """Return the ontology whose :meth:`Ontology.declared` was kept in a file.

    Raises:
        OntologyError: that is damaged, or kg.ttl has one of its relations by now.
    """
    return _with(_own_terms([(file, declared)]))


@cache
def load_classes() -> Mapping[MentionType, ClassInfo]:
    """Return the class of each mention type.

    Raises:
        OntologyError: the file is missing, malformed, or lacks a mention type.
    """
    found: dict[MentionType, ClassInfo] = {}
    for iri, term in _shipped().items():
        if "kg:mentionType" not in term.literals:
            continue
        value = term.text("kg:mentionType")
        if value not in MentionType.__members__:
            allowed = ", ".join(MentionType)
            raise OntologyError(f"{term.where} has the mention type {value}; use one of {allowed}")
        found[MentionType(value)] = ClassInfo(
            iri.removeprefix(KG),
            MentionType(value),
            term.text("rdfs:label", "zh"),
            term.text("rdfs:label", "en"),
            tuple(sorted(above for above in _ancestors(iri) if above.startswith(NAMESPACES["schema"]))),
        )
    if missing := [type_ for type_ in MentionType if type_ not in found]:
        raise OntologyError(f"kg.ttl: no class has kg:mentionType {missing[0]}; add one")
    return MappingProxyType({type_: found[type_] for type_ in MentionType})


@cache
def _shipped() -> Mapping[str, Term]:
    return MappingProxyType(read_terms("kg.ttl", text_of(ontology_dir() / "kg.ttl")))


@cache
def _shipped_relations() -> Mapping[str, RelationInfo]:
    found = [_relation(term) for term in _shipped().values() if "kg:objectKind" in term.literals]
    return MappingProxyType({info.id: info for info in found})


def _own_terms(files: Iterable[tuple[str, str]]) -> dict[str, Term]:
    """Return what files of users, given as name and Turtle, say of terms that no other file tells of."""
    own: dict[str, Term] = {}
    for file, turtle in files:
        for iri, term in read_terms(file, turtle).items():
            if other := own.get(iri) or (_shipped().get(iri) if iri.startswith(KG) else None):
                raise OntologyError(f"{term.where} is declared in {other.file} too; let one of them have it")
            if odd := sorted(one for one, _ in term.pairs if not _ID.search(one[1:-1])):
                raise OntologyError(f"{term.where}: {odd[0]} ends in no name of letters; leave it out")
            own[iri] = term
    return own


def _with(own: Mapping[str, Term]) -> Ontology:
    """Return the shipped ontology and the relations among these terms."""
    relations = dict(_shipped_relations())
    for term in own.values():
        if "kg:objectKind" in term.literals:
            info = _own_relation(term, own)
            if other := relations.get(info.id):
                raise OntologyError(f"{term.where}: {other.iri} has that name; choose another")
            relations[info.id] = info
    pairs = {iri: tuple(sorted(term.pairs)) for iri, term in own.items()}
    return Ontology(_sorted(relations), _sorted(pairs))


def _relation(term: Term) -> RelationInfo:
    name = _ID.search(term.iri)
    if name is None:
        raise OntologyError(f"{term.where}: its IRI ends in no name of letters, as #sponsors does")
    kind = term.text("kg:objectKind")
    if kind not in _OBJECT_KINDS:
        allowed = ", ".join(_OBJECT_KINDS)
        raise OntologyError(f"{term.where} has the object kind {kind}; use one of {allowed}")
    return RelationInfo(
        name[0],
        term.iri,
        term.text("rdfs:label", "zh"),
        term.text("rdfs:label", "en"),
        _types(term, "schema:domainIncludes"),
        _types(term, "schema:rangeIncludes"),
        kind,
        term.flag("kg:meansPlan"),
        term.flag("kg:showsOwnName"),
        term.flag("kg:symmetric"),
    )


def _own_relation(term: Term, own: Mapping[str, Term]) -> RelationInfo:
    """Return a relation of a user's, checked for what tests check in kg.ttl."""
    info = _relation(term)
    if info.kind == "amount":
        raise OntologyError(f"{term.where}: numbers are kg:metric; use another object kind than amount")
    kind = "owl:ObjectProperty" if info.kind == "entity" else "owl:DatatypeProperty"
    if _types_of(term) != {kind}:
        raise OntologyError(f"{term.where} has the object kind {info.kind}; declare it as {kind}")
    for side, types in (("domain", info.domain), ("range", info.range)):
        if not types and (side == "domain" or info.kind == "entity"):
            raise OntologyError(f"{term.where} has no schema:{side}Includes; name the classes there")
    for above in term.nodes["rdfs:subPropertyOf"]:
        if above.startswith(KG) and above not in own and above not in _shipped():
            hint = near(short(above), map(short, _shipped()), "docs/ontology.md lists those there are")
            raise OntologyError(f"{term.where}: there is no {short(above)} to be below; {hint}")
    return info


def _types_of(term: Term) -> frozenset[str]:
    """Return which kind of property a term is, of those that OWL has for relations."""
    return _PROPERTIES.intersection(map(short, term.nodes["rdf:type"]))


def _types(term: Term, predicate: str) -> tuple[MentionType, ...]:
    type_by_class = {info.iri: type_ for type_, info in load_classes().items()}
    classes = term.nodes[predicate]
    for iri in classes:
        if iri not in type_by_class:
            where = f"{term.where} {predicate}"
            raise OntologyError(f"{where} names {short(iri)}; name a class with kg:mentionType")
    included = {type_by_class[iri] for iri in classes}
    return tuple(type_ for type_ in MentionType if type_ in included)


def _ancestors(iri: str) -> set[str]:
    """Return the classes above one of ours, of whatever vocabulary."""
    above: set[str] = set()
    term = _shipped().get(iri)
    for parent in term.nodes["rdfs:subClassOf"] if term else ():
        above |= {parent} | _ancestors(parent)
    return above


def _sorted(values: Mapping[str, Value]) -> Mapping[str, Value]:
    return MappingProxyType({key: values[key] for key in sorted(values)})
