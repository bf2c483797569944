"""Graph → what the explorer shows, as JSON: the read model of ``kg serve`` and of the HTML export.

The graph's record holds every thing and statement once; others are named by their place in its lists.
An article's record holds its text. Offsets count code points of that text; sentences are not
repeated, they stand in the text at their evidence's offsets.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pypinyin import Style, lazy_pinyin

from kg.graph import Article, Graph, Quantity, Statement
from kg.model import MentionType, Status
from kg.network import color_of
from kg.nodes import Node
from kg.ontology_schema import load_classes
from kg.records import decimal_text, meta_record

Record = dict[str, Any]

STATIC = Path(__file__).parent / "web" / "static"
"""The folder of the built front end: ``index.html``, ``app.js``, ``app.css``."""


class Explorer:
    """A graph as the records that the front end asks for."""

    def __init__(self, graph: Graph) -> None:
        """Number the articles, things and rules of ``graph``."""
        self._graph = graph
        self._articles = _numbered(article.id for article in graph.articles)
        self._nodes = _numbered(node.iri for node in graph.nodes)
        rules = {evidence.rule for statement in graph.statements for evidence in statement.evidence}
        self._rules = _numbered(sorted(rules))

    @property
    def articles(self) -> Iterable[str]:
        """The ids of the articles."""
        return self._articles

    def graph(self) -> Record:
        """Return things, statements and the list of articles, with the words of the ontology."""
        statements = self._graph.statements
        used = {node.type for node in self._graph.nodes}
        relations = {statement.relation: statement.info for statement in statements}
        places = {
            self._graph.base + node.id: (node.data["x"], node.data["y"], node.data["community"])
            for node in self._graph.network().nodes
        }
        return {
            "base": self._graph.base,
            "types": {
                type_: {"zh": info.label_zh, "en": info.label_en, "color": color_of(type_)}
                for type_, info in load_classes().items()
                if type_ in used or type_ is MentionType.AMOUNT
            },
            "relations": {
                id_: {"zh": info.label_zh, "en": info.label_en} for id_, info in sorted(relations.items())
            },
            "rules": list(self._rules),
            "articles": [_article(article) for article in self._graph.articles],
            "nodes": [self._node(node, places.get(node.iri)) for node in self._graph.nodes],
            "statements": [self._statement(statement) for statement in statements],
        }

    def article(self, id_: str) -> Record | None:
        """Return an article's text, what its page says of itself, and the names in it; None if unknown."""
        number = self._articles.get(id_)
        if number is None:
            return None
        article = self._graph.articles[number]
        return {
            "id": article.id,
            "iri": article.iri,
            "published": article.published,
            "meta": meta_record(article.meta),
            "text": article.text,
            "mentions": self._mentions.get(id_, []),
        }

    @cached_property
    def _mentions(self) -> Mapping[str, list[tuple[int, int, int]]]:
        """Where each article names a thing: start, end, the thing's number; outermost names alone."""
        found: dict[str, list[tuple[int, int, int]]] = {}
        for number, node in enumerate(self._graph.nodes):
            if node.type not in (MentionType.GOAL, MentionType.STATEMENT):
                for mention in node.mentions:
                    found.setdefault(mention.article, []).append((mention.start, mention.end, number))
        return {article: _outermost(spans) for article, spans in found.items()}

    def _node(self, node: Node, place: tuple[object, ...] | None) -> Record:
        return _present(
            {
                "id": node.iri.removeprefix(f"{self._graph.base}e/"),
                "name": node.name,
                "type": node.type,
                "initials": initials(node.name),
                "aliases": node.aliases,
                "pages": node.pages,
                "mentions": len(node.mentions),
                "articles": sorted({self._articles[mention.article] for mention in node.mentions}),
                "place": place,
            }
        )

    def _statement(self, statement: Statement) -> Record:
        object_ = statement.object
        row: Record = {
            "id": statement.iri.removeprefix(self._graph.base),
            "subject": self._nodes[statement.subject.iri],
            "relation": statement.relation,
            "label": statement.label,
            "object": self._nodes[object_.iri] if isinstance(object_, Node) else None,
            "value": _quantity(object_) if isinstance(object_, Quantity) else None,
            "words": object_ if isinstance(object_, str) else None,
            "time": statement.time,
            "status": statement.status if statement.status is not Status.ASSERTED else None,
            "speaker": self._nodes[statement.speaker.iri] if statement.speaker else None,
            "confidence": round(statement.confidence, 2),
            "qualifiers": statement.qualifiers,
            "evidence": [
                (
                    self._articles[evidence.document],
                    evidence.sentence.start,
                    evidence.sentence.end,
                    self._rules[evidence.rule],
                )
                for evidence in statement.evidence
            ],
        }
        return _present(row)


def policy_of(script: str, style: str, connect: str) -> str:
    """Return a Content-Security-Policy that allows these sources and nothing else.

    Strings are never taken for markup or script either (``require-trusted-types-for``).
    """
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; connect-src {connect}; "
        "img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def encoded(record: object) -> bytes:
    """Return a record as JSON; lone surrogates, which UTF-8 cannot carry, become question marks."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(values)}


def _article(article: Article) -> Record:
    return _present(
        {
            "id": article.id,
            "title": article.meta.title,
            "published": article.published,
            "publisher": article.meta.publisher or article.meta.source,
        }
    )


def initials(name: str) -> str:
    """Return the first letters of a name's syllables in pinyin: 高新区 is ``gxq``; Latin letters stay."""
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()


def _quantity(quantity: Quantity) -> Record:
    bounds = {"low": quantity.low, "high": quantity.high}
    return {
        "text": quantity.text,
        "value": decimal_text(quantity.value),
        "unit": quantity.unit,
        **{name: decimal_text(bound) for name, bound in bounds.items() if bound is not None},
    }


def _outermost(spans: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the spans that lie in no other, from left to right."""
    kept: list[tuple[int, int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _present(row: Record) -> Record:
    return {key: value for key, value in row.items() if value not in (None, "", (), [])}
