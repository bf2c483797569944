"""What ``ontology/kg.ttl`` says of classes and relations, for rules and exporters.

In: the ontology file. Out: :class:`ClassInfo` by mention type and :class:`RelationInfo` by relation.
Read once, on first use, by pyoxigraph (a few milliseconds).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import MentionType
from kg.resources import ontology_dir

KG = "https://example.org/zhkg/ontology#"
"""The namespace of classes and relations; it doesn't follow ``--base-iri``."""

ObjectKind = Literal["entity", "amount", "string", "code", "time"]
_OBJECT_KINDS: tuple[ObjectKind, ...] = get_args(ObjectKind)
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA = "https://schema.org/"


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
    """A relation of the ontology.

    ``domain`` and ``range`` are the mention types that may stand on either side, in the order of
    :class:`kg.model.MentionType`; an empty range is a plain string. ``kind`` tells what the object is:
    an entity, an amount, words of the article, a code, or (in ``time``) a time and no object.
    ``means_plan``: a planned fact is a direct edge too. ``shows_own_name``: pictures show
    :attr:`label_zh` instead of the article's word. ``symmetric``: the sides may change places.
    """

    id: str
    label_zh: str
    label_en: str
    domain: tuple[MentionType, ...]
    range: tuple[MentionType, ...]
    kind: ObjectKind
    means_plan: bool = False
    shows_own_name: bool = False
    symmetric: bool = False

    @property
    def iri(self) -> str:
        """The property's IRI."""
        return KG + self.id


class _Resource:
    """What the ontology says of one of its own terms."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.nodes: dict[str, list[str]] = defaultdict(list)
        self.literals: dict[str, dict[str | None, str]] = defaultdict(dict)

    def add(self, predicate: str, value: object) -> None:
        """Keep a value; a blank node (a class expression) means nothing to us."""
        if isinstance(value, ox.NamedNode):
            self.nodes[predicate].append(value.value)
        elif isinstance(value, ox.Literal):
            self.literals[predicate][value.language] = value.value

    def text(self, predicate: str, language: str | None = None) -> str:
        """Return a literal that must be there."""
        try:
            return self.literals[predicate][language]
        except KeyError:
            at = f"@{language}" if language else ""
            raise OntologyError(f"kg.ttl: kg:{self.name} has no {predicate}{at}; add it") from None

    def flag(self, predicate: str) -> bool:
        """Tell whether ``kg:predicate true`` stands in the file."""
        return self.literals[KG + predicate].get(None) == "true"


@cache
def _resources() -> Mapping[str, _Resource]:
    path = ontology_dir() / "kg.ttl"
    found: dict[str, _Resource] = {}
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(KG):
                name = quad.subject.value.removeprefix(KG)
                found.setdefault(name, _Resource(name)).add(quad.predicate.value, quad.object)
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: {error}; restore the file that came with zhkg") from error
    return found


@cache
def load_classes() -> Mapping[MentionType, ClassInfo]:
    """Return the class of each mention type.

    Raises:
        OntologyError: the file is missing, malformed, or lacks a mention type.
    """
    found: dict[MentionType, ClassInfo] = {}
    for name, resource in _resources().items():
        if KG + "mentionType" not in resource.literals:
            continue
        value = resource.text(KG + "mentionType")
        if value not in MentionType.__members__:
            allowed = ", ".join(MentionType)
            raise OntologyError(f"kg.ttl: kg:{name} has the mention type {value}; use one of {allowed}")
        found[MentionType(value)] = ClassInfo(
            name,
            MentionType(value),
            resource.text(_RDFS + "label", "zh"),
            resource.text(_RDFS + "label", "en"),
            tuple(sorted(iri for iri in _ancestors(name) if iri.startswith(_SCHEMA))),
        )
    if missing := [type_ for type_ in MentionType if type_ not in found]:
        raise OntologyError(f"kg.ttl: no class has kg:mentionType {missing[0]}; add one")
    return MappingProxyType({type_: found[type_] for type_ in MentionType})


@cache
def load_relations() -> Mapping[str, RelationInfo]:
    """Return the relations by identifier (``post``, ``located_in``, …), in alphabetical order.

    Raises:
        OntologyError: the file is missing or malformed, or a relation lacks a label or kind.
    """
    type_by_class = {info.iri: type_ for type_, info in load_classes().items()}
    found: dict[str, RelationInfo] = {}
    for name, resource in sorted(_resources().items()):
        if KG + "objectKind" not in resource.literals:
            continue
        kind = resource.text(KG + "objectKind")
        if kind not in _OBJECT_KINDS:
            allowed = ", ".join(_OBJECT_KINDS)
            raise OntologyError(f"kg.ttl: kg:{name} has the object kind {kind}; use one of {allowed}")
        found[name] = RelationInfo(
            name,
            resource.text(_RDFS + "label", "zh"),
            resource.text(_RDFS + "label", "en"),
            _types(resource, "domainIncludes", type_by_class),
            _types(resource, "rangeIncludes", type_by_class),
            kind,
            resource.flag("meansPlan"),
            resource.flag("showsOwnName"),
            resource.flag("symmetric"),
        )
    return MappingProxyType(found)


def relation_info(relation: str) -> RelationInfo:
    """Return what the ontology says of ``relation``.

    Raises:
        OntologyError: the ontology has no such relation; the message lists those it has.
    """
    try:
        return load_relations()[relation]
    except KeyError:
        known = ", ".join(load_relations())
        raise OntologyError(f"no relation {relation!r} in kg.ttl; it has {known}") from None


def _ancestors(name: str) -> set[str]:
    """Return the classes above one of ours, of whatever vocabulary."""
    above: set[str] = set()
    resource = _resources().get(name)
    for parent in resource.nodes[_RDFS + "subClassOf"] if resource else ():
        above |= {parent} | (_ancestors(parent.removeprefix(KG)) if parent.startswith(KG) else set())
    return above


def _types(
    resource: _Resource, predicate: str, type_by_class: Mapping[str, MentionType]
) -> tuple[MentionType, ...]:
    classes = resource.nodes[_SCHEMA + predicate]
    for iri in classes:
        if iri not in type_by_class:
            where = f"kg.ttl: kg:{resource.name} schema:{predicate}"
            raise OntologyError(f"{where} names {iri}; name a class with kg:mentionType")
    included = {type_by_class[iri] for iri in classes}
    return tuple(type_ for type_ in MentionType if type_ in included)
