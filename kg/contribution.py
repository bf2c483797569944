"""What one document adds to a graph: the unit that is kept, replaced and withdrawn.

In: a document with its entities and facts. Out: :class:`Contribution`, which holds nothing that
merging decides, so that the same contributions can be merged again with other decisions.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.document import Document, Metadata, Span
from kg.homonyms import told_apart
from kg.iris import digest
from kg.model import Entity, Fact, MentionType
from kg.ontology_schema import Ontology


@dataclass(frozen=True, slots=True)
class Contribution:
    """An article's text, what its page says of itself, and what was read from it.

    ``entities`` has those that only facts mention too, each once; ``published`` is ISO 8601;
    ``pages`` are the addresses that the markup links whole names to, by the name's place.
    """

    id: str
    text: str
    meta: Metadata = field(default_factory=Metadata)
    published: str | None = None
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    pages: Mapping[Span, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """The id and a hash of the text: documents of one id but different texts are two articles."""
        return self.id, digest(self.text)


def contribution_of(
    document: Document, entities: Iterable[Entity], facts: Iterable[Fact], ontology: Ontology
) -> Contribution:
    """Return what ``document`` adds, as it was understood; ``ontology`` knows the relations of the facts."""
    entities, facts = told_apart(document.text, *_typed_by_relations(entities, facts, ontology))
    listed = _with_those_of_facts(entities, facts, ontology)
    published = document.meta.published or document.day
    return Contribution(
        document.id,
        document.text,
        document.meta,
        published.isoformat() if published else None,
        listed,
        facts,
        _pages(document, listed),
    )


def entity_of(fact: Fact, ontology: Ontology) -> Entity | None:
    """Return the fact's object as an entity, where the relation leads to things.

    A goal is a phrase in the article and a node in the graph.
    """
    info = ontology.relation(fact.relation)
    if info.kind != "entity":
        return None
    if isinstance(fact.object, str) and fact.object and MentionType.GOAL in info.range:
        return Entity(f"goal:{fact.object}", fact.object, MentionType.GOAL, mentions=_goal_span(fact))
    return fact.object if isinstance(fact.object, Entity) else None


def _typed_by_relations(
    entities: Iterable[Entity], facts: Iterable[Fact], ontology: Ontology
) -> tuple[tuple[Entity, ...], tuple[Fact, ...]]:
    """Let objects of a relation that leads to one class only be of that class.

    Names are tagged one by one: among industries in a row one may be taken for a body or a product.
    Where other facts need it as what it was taken for, both stand side by side.
    """
    facts = tuple(facts)
    misfits = {fact: _misfit(fact, ontology) for fact in facts}
    retyped = {entity: replace(entity, type=type_) for entity, type_ in filter(None, misfits.values())}
    if not retyped:
        return tuple(entities), facts
    needed = {fact.subject for fact in facts} | {fact.speaker for fact in facts if fact.speaker}
    needed |= {fact.object for fact in facts if isinstance(fact.object, Entity) and not misfits[fact]}
    return (
        tuple(retyped.get(entity, entity) if entity not in needed else entity for entity in entities),
        tuple(
            replace(fact, object=retyped[fact.object])
            if isinstance(fact.object, Entity) and misfits[fact]
            else fact
            for fact in facts
        ),
    )


def _misfit(fact: Fact, ontology: Ontology) -> tuple[Entity, MentionType] | None:
    """Return the object and what it must be, where that is certain and it is something else."""
    info = ontology.relation(fact.relation)
    if isinstance(fact.object, Entity) and len(info.range) == 1 and fact.object.type not in info.range:
        return fact.object, info.range[0]
    return None


def _goal_span(fact: Fact) -> tuple[Span, ...]:
    """Return where the sentence has the goal's own words, if it has them."""
    evidence = fact.evidence
    if evidence.object is not None:
        return (evidence.object,)
    at = evidence.quote.find(str(fact.object))
    start = evidence.sentence.start + at
    return (Span(start, start + len(str(fact.object))),) if at >= 0 else ()


def _with_those_of_facts(
    entities: Iterable[Entity], facts: Sequence[Fact], ontology: Ontology
) -> tuple[Entity, ...]:
    """Return the entities and those that only facts mention, without repetitions."""
    listed = dict.fromkeys(entities)
    for fact in facts:
        listed[fact.subject] = None
        if (entity := entity_of(fact, ontology)) is not None:
            listed[entity] = None
        if fact.speaker is not None:
            listed[fact.speaker] = None
    return tuple(listed)


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
