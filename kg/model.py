"""The types that stages after reading share: mentions, entities, evidence and facts."""

from dataclasses import dataclass, field
from enum import StrEnum

from kg.amounts import Amount
from kg.document import Span


class MentionType(StrEnum):
    """The kinds of mentions (gold guide); the value is the label in spaCy, JSON and the ontology."""

    PERSON = "PERSON"
    ORG = "ORG"
    PARK = "PARK"
    PLACE = "PLACE"
    FACILITY = "FACILITY"
    EVENT = "EVENT"
    DOCUMENT = "DOCUMENT"
    POLICY = "POLICY"
    INDUSTRY = "INDUSTRY"
    PRODUCT = "PRODUCT"
    GROUP = "GROUP"
    AMOUNT = "AMOUNT"
    DATE = "DATE"
    TITLE = "TITLE"
    GOAL = "GOAL"
    STATEMENT = "STATEMENT"


class Status(StrEnum):
    """How a fact stands: told as so, intended, denied, or of the past."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    DENIED = "denied"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something.

    ``source`` tells what found it: ``model``, ``pattern``, ``gazetteer``, ``alias`` or ``markup``.
    ``value`` is the name proper where it differs from the text (a document's title without 《》, the
    ISO interval of a date); ``score`` is a confidence between 0 and 1.
    """

    span: Span
    type: MentionType
    source: str
    value: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that one document names, under its fullest name there.

    ``sense`` tells it from another of its name and type in the document (:mod:`kg.homonyms`).
    """

    id: str
    name: str
    type: MentionType
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    sense: str = ""

    def __hash__(self) -> int:
        """Hash by the id alone: one thing may have thousands of mentions."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact was read: the sentence and, inside it, the words that carry the fact.

    All spans are ranges of the document's text; ``sentence.of(text) == quote``.
    """

    document: str
    sentence: Span
    quote: str
    rule: str
    subject: Span | None = None
    object: Span | None = None
    cue: Span | None = None
    bytes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One reading of one fact in one document.

    ``subject`` is an entity; ``object`` an entity, an amount (relation ``metric``), a string
    (``alias``, ``ticker``, what is said) or nothing (``founded``, ``event_time``). ``time`` is an ISO
    8601 date, month, year or interval ``A/B``.
    """

    subject: Entity
    relation: str
    object: "Entity | Amount | str | None"
    evidence: Evidence
    label: str = ""
    time: str | None = None
    status: Status = Status.ASSERTED
    speaker: Entity | None = None
    confidence: float = 1.0
    qualifiers: tuple[tuple[str, str], ...] = field(default=())
