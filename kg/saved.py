"""A graph on disk, as what each article adds to it: ``articles.jsonl``.

The first line has the base IRI, and what users declare of relations of theirs; every other line is one
:class:`kg.contribution.Contribution`, sorted by id. Nothing that merging decides is in the file:
:func:`load_graph` merges again, and every format then comes out as it did from the pages themselves.

An entity stands in ``entities`` once; facts name it by its place there, so that a number is an entity,
an object an amount, a string words of the article. Spans are ``[start, end]``, half-open ranges of code
points into the row's ``text``; a quotation is what its span covers and isn't repeated.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.amounts import Amount
from kg.contribution import Contribution
from kg.decisions import NONE, Decisions, decisions_in
from kg.document import Metadata, Span
from kg.errors import NotFoundError, ReadError
from kg.graph import Graph
from kg.iris import DEFAULT_BASE
from kg.model import Entity, Evidence, Fact, MentionType, Status
from kg.near import checked
from kg.ontology_schema import ontology_kept
from kg.records import Record, amount_record, entity_record, meta_record

FILE = "articles.jsonl"
"""The name of the file in a folder that ``kg build`` wrote, and in a store."""

_FORMAT = "zhkg-articles/1"


def write_articles(graph: Graph) -> Iterator[str]:
    """Yield the lines of ``articles.jsonl``."""
    declared = graph.ontology.declared()
    yield _line({"format": _FORMAT, "base_iri": graph.base} | ({"ontology": declared} if declared else {}))
    for contribution in graph.contributions:
        yield _line(_row(contribution))


def load_graph(path: Path) -> Graph:
    """Return the graph of a folder that ``kg build`` wrote, of a store, or of such a file itself.

    Decisions about identity that stand beside the file are honoured.

    Raises:
        NotFoundError: there is no ``articles.jsonl``.
        ReadError: a line of it is damaged.
        DecisionError: the file of decisions is malformed.
        OntologyError: the relations of users' that it keeps are damaged.
    """
    file = checked(path) / FILE if path.is_dir() else checked(path)
    if not file.is_file():
        raise NotFoundError(f"{path}: no {FILE} here; write one with kg build … -o {path}")
    if file.suffix != ".jsonl":
        raise ReadError(f"{path}: not {FILE}; give the folder that kg build wrote")
    decisions = decisions_in(file.parent)
    graph: Graph | None = None
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                if graph is None:
                    graph = _empty(row, file, decisions)
                else:
                    graph.put(_contribution(row))
            except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
                reason = f"{type(error).__name__}: {error}"
                raise ReadError(f"{file}: line {number} is damaged ({reason}); build it again") from error
    if graph is None:
        raise ReadError(f"{file}: empty; build it again")
    return graph


def base_of(folder: Path) -> str:
    """Return the base IRI of the graph in a folder; the default one where there is none.

    Raises:
        ReadError: its ``articles.jsonl`` is damaged.
    """
    file = folder / FILE
    if not file.is_file():
        return DEFAULT_BASE
    with file.open(encoding="utf-8") as lines:
        try:
            return _empty(json.loads(next(lines, "")), file).base
        except (ValueError, TypeError, LookupError) as error:
            raise ReadError(f"{file}: line 1 is damaged ({error}); build it again") from error


def _empty(row: Mapping[str, Any], file: Path, decisions: Decisions = NONE) -> Graph:
    if row["format"] != _FORMAT:
        raise ValueError(f"its format is {row['format']!r}, not {_FORMAT!r}")
    return Graph(row["base_iri"], decisions, ontology_kept(str(file), row.get("ontology", "")))


# Contribution → row


def _row(contribution: Contribution) -> Record:
    number_of = {entity: number for number, entity in enumerate(contribution.entities)}
    return {
        "article": contribution.id,
        "published": contribution.published,
        "meta": meta_record(contribution.meta) | {"image": contribution.meta.image},
        "text": contribution.text,
        "entities": [_entity_row(entity) for entity in contribution.entities],
        "pages": [[span.start, span.end, address] for span, address in sorted(contribution.pages.items())],
        "facts": [_fact_row(fact, number_of) for fact in contribution.facts],
    }


def _entity_row(entity: Entity) -> Record:
    sense = {"sense": entity.sense} if entity.sense else {}
    return {"id": entity.id} | entity_record(entity) | sense


def _fact_row(fact: Fact, number_of: Mapping[Entity, int]) -> Record:
    evidence = fact.evidence
    spans = {"subject": evidence.subject, "object": evidence.object, "cue": evidence.cue}
    return {
        "subject": number_of[fact.subject],
        "relation": fact.relation,
        "label": fact.label,
        "object": _value(fact.object, number_of),
        "time": fact.time,
        "status": fact.status.value,
        "speaker": number_of[fact.speaker] if fact.speaker else None,
        "confidence": fact.confidence,
        "qualifiers": [list(pair) for pair in fact.qualifiers],
        "rule": evidence.rule,
        "sentence": [evidence.sentence.start, evidence.sentence.end],
        "spans": {name: [span.start, span.end] for name, span in spans.items() if span},
        "bytes": list(evidence.bytes) if evidence.bytes else None,
    }


def _value(
    object_: Entity | Amount | str | None, number_of: Mapping[Entity, int]
) -> Record | int | str | None:
    match object_:
        case Amount():
            return amount_record(object_)
        case Entity():
            return number_of.get(object_, object_.name)  # merging has use for its name alone
        case _:
            return object_


def _line(row: Record) -> str:
    text = json.dumps(row, ensure_ascii=False) + "\n"
    # Half a surrogate pair can't be written as UTF-8, but as an escape.
    return text if text.isascii() or _is_utf8(text) else json.dumps(row) + "\n"


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


# Row → contribution


def _contribution(row: Mapping[str, Any]) -> Contribution:
    entities = tuple(
        Entity(
            item["id"],
            item["name"],
            MentionType(item["type"]),
            tuple(item["aliases"]),
            tuple(Span(*span) for span in item["mentions"]),
            item.get("sense", ""),
        )
        for item in row["entities"]
    )
    return Contribution(
        row["article"],
        row["text"],
        _metadata(row["meta"]),
        row["published"],
        entities,
        tuple(_fact(item, row["article"], row["text"], entities) for item in row["facts"]),
        {Span(start, end): address for start, end, address in row["pages"]},
    )


def _metadata(row: Mapping[str, Any]) -> Metadata:
    published = row["published"] and datetime.fromisoformat(row["published"])
    return Metadata(**{**row, "published": published, "categories": tuple(row["categories"])})


def _fact(row: Mapping[str, Any], article: str, text: str, entities: tuple[Entity, ...]) -> Fact:
    sentence = Span(*row["sentence"])
    evidence = Evidence(
        article,
        sentence,
        sentence.of(text),
        row["rule"],
        **{name: Span(*span) for name, span in row["spans"].items()},
        bytes=tuple(row["bytes"]) if row["bytes"] else None,
    )
    return Fact(
        entities[row["subject"]],
        row["relation"],
        _object(row["object"], entities),
        evidence,
        row["label"],
        row["time"],
        Status(row["status"]),
        None if row["speaker"] is None else entities[row["speaker"]],
        row["confidence"],
        tuple((name, value) for name, value in row["qualifiers"]),
    )


def _object(value: Any, entities: tuple[Entity, ...]) -> Entity | Amount | str | None:
    match value:
        case int():
            return entities[value]
        case str() | None:
            return value
        case _:
            place = Span(value["start"], value["end"])
            low, high = (value[name] and Decimal(value[name]) for name in ("low", "high"))
            return Amount(
                value["text"], place, Decimal(value["value"]), value["unit"], value["kind"], low, high
            )
