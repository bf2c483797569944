"""Identity across documents: which entities of different documents are one thing.

In: each document's entities. Out: for every (name, kind) the name under which the thing goes. The
answer depends on the set of documents only, never on their order.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.model import Entity, MentionType

# Types that readers confuse for one and the same name; all others stand apart.
_KIND_OF_TYPE = {
    MentionType.PARK: MentionType.ORG,
    MentionType.FACILITY: MentionType.ORG,
    MentionType.GROUP: MentionType.ORG,
}
# Shorter aliases (中心, 市政府) name another thing in every other article.
_SHORTEST_ALIAS = 4


class Name(NamedTuple):
    """A name with the kind of thing it names: homonyms of different kinds are different things."""

    text: str
    kind: MentionType


def name_of(entity: Entity) -> Name:
    """Return the entity's own name with its kind."""
    return Name(entity.name, kind_of(entity.type))


def kind_of(type_: MentionType) -> MentionType:
    """Return the type that stands for all types one thing may be tagged with."""
    return _KIND_OF_TYPE.get(type_, type_)


def resolve(documents: Iterable[Iterable[Entity]]) -> Mapping[Name, Name]:
    """Map each name to the name of the thing it means.

    Equal names of a compatible type are one thing. A name that elsewhere is the alias of exactly one
    longer name, and in no document stands beside it as something else, means that thing too; persons
    never meet by alias.
    """
    owners: dict[Name, set[Name]] = defaultdict(set)
    apart: set[tuple[Name, Name]] = set()
    names: set[Name] = set()
    for entities in documents:
        here = {name_of(entity) for entity in entities}
        names |= here
        for entity in entities:
            owner = name_of(entity)
            for alias in entity.aliases:
                name = Name(alias, owner.kind)
                if name == owner or not _may_stand_alone(name):
                    continue
                owners[name].add(owner)
                if name in here:
                    apart.add((name, owner))
    one_owner = {
        name: min(owners[name])
        for name in sorted(names)
        if len(owners.get(name, ())) == 1 and (name, min(owners[name])) not in apart
    }
    return {name: _root(name, one_owner) for name in sorted(names)}


def _may_stand_alone(alias: Name) -> bool:
    return alias.kind is not MentionType.PERSON and len(alias.text) >= _SHORTEST_ALIAS


def _root(name: Name, owner: Mapping[Name, Name]) -> Name:
    """Follow aliases to the fullest name; where they run in a circle, take its longest member."""
    path = [name]
    while (following := owner.get(path[-1])) is not None:
        if following in path:
            circle = path[path.index(following) :]
            return max(circle, key=lambda member: (len(member.text), member))
        path.append(following)
    return path[-1]
