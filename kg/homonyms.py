"""Two persons of one name in one article, where an enumeration tells that they are two.

In: the entities and facts of a document. Out: the same, with an entity for each of two such persons.
甲集团董事长张伟和乙大学教授张伟 are two: nobody is listed twice. Posts in two bodies alone tell
nothing, since one man is introduced by several, and one body has several names.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from kg.document import Span
from kg.model import Entity, Fact

_AND = frozenset({"、", "和", "与", "及", "以及", "、以及"})

Senses = list[tuple[int, str]]
"""From which place on a name means whom: the start of a mention, and the body that introduces it."""


def told_apart(
    text: str, entities: Iterable[Entity], facts: Iterable[Fact]
) -> tuple[tuple[Entity, ...], tuple[Fact, ...]]:
    """Return the entities and facts with those persons apart whom ``text`` lists side by side.

    A name without a post means who was introduced last.
    """
    entities, facts = tuple(entities), tuple(facts)
    posts: dict[Entity, dict[Span, tuple[int, str]]] = defaultdict(dict)
    for fact in facts:
        name, body = fact.evidence.subject, fact.evidence.object
        if fact.relation == "post" and isinstance(fact.object, Entity) and name and body:
            told = posts[fact.subject]
            told[name] = min(told.get(name, (name.start, "")), (body.start, fact.object.name))
    senses = {one: found for one, told in posts.items() if (found := _senses(text, told))}
    if not senses:
        return entities, facts

    def meant(entity: Entity, at: int) -> Entity:
        return _meant(entity, senses[entity], at) if entity in senses else entity

    return (
        tuple(
            dict.fromkeys(meant(one, at) for one in entities for at in [m.start for m in one.mentions] or [0])
        ),
        tuple(
            replace(
                fact,
                subject=meant(fact.subject, (fact.evidence.subject or fact.evidence.sentence).start),
                object=meant(fact.object, (fact.evidence.object or fact.evidence.sentence).start)
                if isinstance(fact.object, Entity)
                else fact.object,
                speaker=meant(fact.speaker, fact.evidence.sentence.end) if fact.speaker else None,
            )
            for fact in facts
        ),
    )


def _senses(text: str, told: Mapping[Span, tuple[int, str]]) -> Senses:
    """Return whom the mentions that a post introduces mean; nothing where no two stand side by side."""
    introduced = [(name, start, body) for name, (start, body) in sorted(told.items()) if start < name.start]
    listed = {
        body
        for (name, _, one), (_, start, other) in pairwise(introduced)
        if one != other and text[name.end : start] in _AND
        for body in (one, other)
    }
    return [(name.start, body) for name, _, body in introduced if body in listed]


def _meant(entity: Entity, senses: Senses, at: int) -> Entity:
    def sense(place: int) -> str:
        return next((body for start, body in reversed(senses) if start <= place), senses[0][1])

    here = sense(at)
    mentions = tuple(span for span in entity.mentions if sense(span.start) == here)
    return replace(entity, id=f"{entity.id}:{here}", sense=here, mentions=mentions)
