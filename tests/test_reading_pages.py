"""Skeletons of news pages in our own words, each with what must come out of it."""

import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_reading import assert_led_back, one

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
