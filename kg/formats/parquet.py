"""Parquet tables for pandas, DuckDB and the like: ``entities``, ``statements``, ``evidence``, ``articles``.

Tables join by IRI; ``statements`` has the names too, so that a look at it alone says something. Numbers
are doubles with their exact decimal beside; times are given as read and as first and last day.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.graph import Graph, Quantity, Statement
from kg.intervals import days_of
from kg.nodes import Node
from kg.records import decimal_text

Row = dict[str, Any]

_COLUMNS = {
    "entities": ["iri", "name", "type", "aliases", "pages", "articles", "mentions"],
    "statements": [
        "iri", "subject_iri", "subject", "relation", "label", "object_iri", "object", "value", "value_exact",
        "low", "high", "unit", "time", "first_day", "last_day", "status", "speaker_iri", "speaker",
        "confidence", "evidences",
    ],
    "evidence": ["statement_iri", "article", "start", "end", "sentence", "rule"],
    "articles": ["id", "iri", "title", "publisher", "source", "url", "published", "text"],
}  # fmt: skip


def write_parquet(graph: Graph, folder: Path) -> None:
    """Write the tables into ``folder``.

    Raises:
        ExportError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow; install it with: pip install pyarrow") from error
    texts, number, day = pa.list_(pa.string()), pa.float64(), pa.date32()
    tables: Mapping[str, tuple[Sequence[Row], Mapping[str, pa.DataType]]] = {
        "entities": (
            [_entity(node) for node in graph.nodes],
            {"aliases": texts, "pages": texts, "articles": texts, "mentions": pa.int64()},
        ),
        "statements": (
            [_statement(statement) for statement in graph.statements],
            {
                **dict.fromkeys(("value", "low", "high", "confidence"), number),
                **dict.fromkeys(("first_day", "last_day"), day),
                "evidences": pa.int64(),
            },
        ),
        "evidence": (
            _evidence(graph.statements),
            {"start": pa.int64(), "end": pa.int64()},
        ),
        "articles": (
            [
                {
                    "id": article.id,
                    "iri": article.iri,
                    "title": article.meta.title,
                    "publisher": article.meta.publisher,
                    "source": article.meta.source,
                    "url": article.meta.url,
                    "published": article.published,
                    "text": article.text,
                }
                for article in graph.articles
            ],
            {},
        ),
    }
    for name, (rows, types) in tables.items():
        schema = pa.schema([(column, types.get(column, pa.string())) for column in _COLUMNS[name]])
        pq.write_table(
            pa.Table.from_pylist([_clean(row) for row in rows], schema), folder / f"{name}.parquet"
        )


def _entity(node: Node) -> Row:
    return {
        "iri": node.iri,
        "name": node.name,
        "type": str(node.type),
        "aliases": list(node.aliases),
        "pages": list(node.pages),
        "articles": sorted({mention.article for mention in node.mentions}),
        "mentions": len(node.mentions),
    }


def _statement(statement: Statement) -> Row:
    object_ = statement.object
    first, last = days_of(statement.time)
    row: Row = {
        "iri": statement.iri,
        "subject_iri": statement.subject.iri,
        "subject": statement.subject.name,
        "relation": statement.relation,
        "label": statement.label,
        "object": object_ if isinstance(object_, str) else None,
        "time": statement.time,
        "first_day": first,
        "last_day": last,
        "status": str(statement.status),
        "speaker_iri": statement.speaker.iri if statement.speaker else None,
        "speaker": statement.speaker.name if statement.speaker else None,
        "confidence": statement.confidence,
        "evidences": len(statement.evidence),
    }
    if isinstance(object_, Node):
        row |= {"object_iri": object_.iri, "object": object_.name}
    elif isinstance(object_, Quantity):
        row |= {
            "object": object_.text,
            "value": float(object_.value),
            "value_exact": decimal_text(object_.value),
            "low": None if object_.low is None else float(object_.low),
            "high": None if object_.high is None else float(object_.high),
            "unit": object_.unit,
        }
    return row


def _evidence(statements: Sequence[Statement]) -> list[Row]:
    return [
        {
            "statement_iri": statement.iri,
            "article": evidence.document,
            "start": evidence.sentence.start,
            "end": evidence.sentence.end,
            "sentence": evidence.quote,
            "rule": evidence.rule,
        }
        for statement in statements
        for evidence in statement.evidence
    ]


def _clean(row: Row) -> Row:
    """Return a row without lone surrogates, which Arrow refuses."""
    return {name: _utf8(value) for name, value in row.items()}


def _utf8(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return [_utf8(one) for one in value] if isinstance(value, list) else value
