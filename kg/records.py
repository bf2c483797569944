"""The JSON form of what was read: the objects that ``kg extract`` and ``kg tag`` print.

Keys, order and meaning are those of the gold guide, so that gold files and predictions can be read by
the same programs. Numbers are decimal strings in base units; offsets are half-open ranges of code
points into the object's own ``text``.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kg.amounts import Amount
from kg.document import Document, Metadata
from kg.model import Entity, Fact, Mention
from kg.times import TimeSpan

Record = dict[str, Any]


def article_record(
    document: Document,
    entities: Iterable[Entity],
    amounts: Iterable[Amount],
    times: Iterable[TimeSpan],
    facts: Iterable[Fact],
) -> Record:
    """Return the object that ``kg extract`` prints for one document."""
    return {
        "article": document.id,
        "published": document.day and document.day.isoformat(),
        "meta": meta_record(document.meta),
        "text": document.text,
        "paragraphs": document.paragraphs,
        "headings": document.headings,
        "entities": [entity_record(entity) for entity in entities],
        "amounts": [amount_record(amount) for amount in amounts if amount.is_measure],
        "times": [time_record(time) for time in times],
        "facts": [fact_record(fact) for fact in facts],
    }


def tag_record(
    text: str,
    words: Iterable[str],
    mentions: Iterable[Mention],
    amounts: Iterable[Amount],
    times: Iterable[TimeSpan],
) -> Record:
    """Return the object that ``kg tag`` prints for one line or one page."""
    return {
        "text": text,
        "words": list(words),
        "entities": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.span.of(text),
                "type": mention.type.value,
            }
            for mention in mentions
        ],
        "amounts": [amount_record(amount) for amount in amounts],
        "times": [
            time_record(time)
            | {"from": time.start and time.start.isoformat(), "to": time.end and time.end.isoformat()}
            for time in times
        ],
    }


def meta_record(meta: Metadata) -> Record:
    """Return what a page says of itself; ``published`` is ISO 8601 with the zone where it is known."""
    return {
        "title": meta.title,
        "original_title": meta.original_title,
        "publisher": meta.publisher,
        "source": meta.source,
        "author": meta.author,
        "editor": meta.editor,
        "published": meta.published and meta.published.isoformat(),
        "categories": list(meta.categories),
        "url": meta.url,
    }


def entity_record(entity: Entity) -> Record:
    """Return an entity of one document with the places where it is named."""
    return {
        "name": entity.name,
        "type": entity.type.value,
        "aliases": list(entity.aliases),
        "mentions": [[span.start, span.end] for span in entity.mentions],
    }


def amount_record(amount: Amount) -> Record:
    """Return an amount with its place in the text."""
    return {
        "text": amount.text,
        "start": amount.span.start,
        "end": amount.span.end,
        **_value_record(amount),
        "kind": amount.kind,
    }


def time_record(time: TimeSpan) -> Record:
    """Return a time expression with its place in the text."""
    return {
        "text": time.text,
        "start": time.span.start,
        "end": time.span.end,
        "time": time.iso,
        "vague": time.vague,
    }


def fact_record(fact: Fact) -> Record:
    """Return one fact; ``evidence`` is the sentence that it was read from, ``span`` its place."""
    return {
        "subject": fact.subject.name,
        "relation": fact.relation,
        "label": fact.label,
        "object": _object_record(fact.object),
        "time": fact.time,
        "status": fact.status.value,
        "speaker": fact.speaker and fact.speaker.name,
        "confidence": round(fact.confidence, 4),
        "rule": fact.evidence.rule,
        "evidence": fact.evidence.quote,
        "span": [fact.evidence.sentence.start, fact.evidence.sentence.end],
    }


def decimal_text(number: Decimal) -> str:
    """Write a number in its one form: no exponent, no idle zeros, no negative zero."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _object_record(value: Entity | Amount | str | None) -> Record | str | None:
    match value:
        case Entity():
            return value.name
        case Amount():
            return {"text": value.text, **_value_record(value)}
        case _:
            return value


def _value_record(amount: Amount) -> Record:
    return {
        "value": decimal_text(amount.value),
        "low": None if amount.low is None else decimal_text(amount.low),
        "high": None if amount.high is None else decimal_text(amount.high),
        "unit": amount.unit,
    }
