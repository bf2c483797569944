"""Skeletons of news pages and the corpus: each page with what must come out of it."""

import json
import re
import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_reading import assert_led_back, one

from kg.document import Document
from kg.reading import read_paths

PAGES = Path(__file__).parent / "pages" / "skeletons.toml"


@cache
def skeletons() -> dict[str, dict[str, Any]]:
    raw = tomllib.loads(PAGES.read_text(encoding="utf-8"))
    return {page["name"]: filled(page, raw["texts"]) for page in raw["page"]}


def filled(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: filled(item, texts) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, texts) for item in value]
    if isinstance(value, str):
        for key, text in texts.items():
            value = value.replace(f"{{{key}}}", text)
    return value


def test_there_are_forty() -> None:
    assert len(skeletons()) >= 40


@pytest.mark.parametrize("name", sorted(skeletons()))
def test_skeleton(name: str) -> None:
    page = skeletons()[name]
    data = page["html"].encode(page.get("encoding", "utf-8"))
    document = one(data, page.get("file", f"{name}.html"))
    for key in ("title", "original_title", "source", "author", "editor", "publisher", "image", "url"):
        if key in page:
            assert getattr(document.meta, key) == (page[key] or None), key
    if "published" in page:
        assert document.meta.published == datetime.fromisoformat(page["published"])
    if "day" in page:
        assert document.day == date.fromisoformat(page["day"])
    if "headings" in page:
        assert document.headings == page["headings"]
    assert document.paragraphs == page["paragraphs"]
    assert not [text for text in page.get("never", []) if text in document.text]
    marks = [[mark.kind, mark.value, mark.span.of(document.text)] for mark in document.marks]
    assert marks == page.get("marks", marks)
    assert len(document.notes) == page.get("notes", 0)
    assert_led_back(document, data)


def corpus_gold() -> dict[str, dict[str, Any]]:
    folder = Path(__file__).resolve().parents[1] / "corpus" / "gold"
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return {gold["article"]: gold for gold in golds}


@cache
def corpus() -> dict[str, Document]:
    folder = Path(__file__).resolve().parents[1] / "corpus"
    return {item.id: item for item in read_paths([folder]) if isinstance(item, Document)}


def test_the_corpus_is_read_whole() -> None:
    assert sorted(corpus()) == sorted(corpus_gold())


@pytest.mark.parametrize("name", sorted(corpus_gold()))
def test_corpus_page_agrees_with_its_gold(name: str) -> None:
    gold, document = corpus_gold()[name], corpus()[name]
    told = {key: getattr(document.meta, key) for key in gold["meta"]}
    wanted = {
        **gold["meta"],
        "categories": tuple(gold["meta"]["categories"]),
        "published": datetime.fromisoformat(gold["meta"]["published"]),
    }
    assert told == wanted
    assert document.headings == gold["headings"]
    assert document.day == date.fromisoformat(gold["published"])
    carriers = (document.text, document.meta.title or "", *(f"stock_{mark.value}" for mark in document.marks))
    for fact in gold["facts"]:
        assert any(fact["evidence"] in text for text in carriers), fact["evidence"]
    assert not re.search("查看更多|原标题|责任编辑|编辑 |图片与正文|扫描|二维码|举报|猜你喜欢", document.text)
