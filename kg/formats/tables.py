"""JSON Lines for people and programs: one statement or one entity a line."""

import json
from collections.abc import Iterator

from kg.document import Span
from kg.graph import Graph, Quantity, Statement
from kg.model import Evidence
from kg.nodes import Node
from kg.records import decimal_text


def write_facts(graph: Graph) -> Iterator[str]:
    """Yield a line for each statement, with every evidence."""
    for statement in graph.statements:
        yield _line(statement_record(statement))


def write_entities(graph: Graph) -> Iterator[str]:
    """Yield a line for each node, with its mentions in all articles."""
    for node in graph.nodes:
        mentions = [
            {"article": one.article, "start": one.start, "end": one.end, "text": one.text}
            for one in node.mentions
        ]
        yield _line(
            {
                "iri": node.iri,
                "name": node.name,
                "type": node.type,
                "aliases": node.aliases,
                "pages": node.pages,
                "also": node.also,
                "table": f"{node.row.table}.tsv" if node.row is not None else None,
                "code": (node.row.code or None) if node.row is not None else None,
                "within": node.within or None,
                "wikidata": node.wikidata or None,
                "mentions": mentions,
            }
        )


def write_identity(graph: Graph) -> Iterator[str]:
    """Yield a line for each merge, each near miss, and each name that led to a thing by a rule."""
    identity, things = graph.identity, f"{graph.base}e/"
    for kind, merges in (("merge", identity.merges), ("near", identity.near)):
        for merge in merges:
            yield _line(
                {
                    "is": kind,
                    "rule": merge.rule,
                    "first": things + merge.first,
                    "second": things + merge.second,
                    "shared": merge.detail,
                    "against": merge.against,
                    "evidences": [_evidence(evidence) for evidence in merge.evidence],
                }
            )
    for naming in identity.namings:
        yield _line(
            {
                "is": "name",
                "rule": naming.rule,
                "iri": things + identity.of(naming.key),
                "name": naming.name,
                "articles": naming.articles,
                "article": naming.first,
            }
        )


def statement_record(statement: Statement) -> dict[str, object]:
    """Return the object that ``facts.jsonl`` has for a statement."""
    object_ = statement.object
    row: dict[str, object] = {
        "iri": statement.iri,
        "subject": statement.subject.name,
        "relation": statement.relation,
        "label": statement.label,
        "object": _object(object_),
        "time": statement.time,
        "status": statement.status,
        "speaker": statement.speaker.name if statement.speaker else None,
        "confidence": round(statement.confidence, 4),
        "subject_iri": statement.subject.iri,
        "object_iri": object_.iri if isinstance(object_, Node) else None,
        "speaker_iri": statement.speaker.iri if statement.speaker else None,
    }
    if statement.qualifiers:
        row["qualifiers"] = [list(pair) for pair in statement.qualifiers]
    row["evidences"] = [_evidence(evidence) for evidence in statement.evidence]
    return row


def _object(object_: Node | Quantity | str | None) -> object:
    if isinstance(object_, Node):
        return object_.name
    if isinstance(object_, Quantity):
        bounds = {"low": object_.low, "high": object_.high}
        return {
            "text": object_.text,
            "value": decimal_text(object_.value),
            "unit": object_.unit,
            **{name: decimal_text(bound) for name, bound in bounds.items() if bound is not None},
        }
    return object_


def _evidence(evidence: Evidence) -> dict[str, object]:
    row: dict[str, object] = {
        "article": evidence.document,
        "sentence": evidence.quote,
        "start": evidence.sentence.start,
        "end": evidence.sentence.end,
        "rule": evidence.rule,
    }
    spans: dict[str, Span | None] = {
        "subject": evidence.subject,
        "object": evidence.object,
        "cue": evidence.cue,
    }
    row |= {name: [span.start, span.end] for name, span in spans.items() if span}
    if evidence.bytes:
        row["bytes"] = list(evidence.bytes)
    return row


def _line(row: dict[str, object]) -> str:
    # Lone surrogates cannot be written as UTF-8.
    text = json.dumps(row, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
