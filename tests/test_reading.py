"""Reading: what comes out of pages, texts and rows, and what is said of those that give nothing."""

import gzip
import html
import json
import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.document import Document, Span
from kg.reading import Limits, Skipped, read_bytes, read_paths

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
PROSE = "甲市高新区昨日公布了上半年的数据，工业增加值同比增长百分之六，高于全市平均水平。"
MORE = "园区负责人周一表示，下半年将引进三家研究机构，并为中小企业减免租金。"


def one(data: str | bytes, name: str = "page.html", **limits: int) -> Document:
    raw = data.encode() if isinstance(data, str) else data
    (item,) = read_bytes(raw, name, limits=Limits(**limits))
    assert isinstance(item, Document), str(item)
    return item


def refused(data: str | bytes, name: str = "page.html", **limits: int) -> str:
    raw = data.encode() if isinstance(data, str) else data
    (item,) = read_bytes(raw, name, limits=Limits(**limits))
    assert isinstance(item, Skipped), item.text
    assert item.failed
    assert "\n" not in str(item)
    assert str(item).startswith(item.where)
    return item.message


def shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.exists():
        pytest.skip(f"{folder} is absent")
    return folder


def documents(*paths: Path) -> list[Document]:
    return [item for item in read_paths(paths) if isinstance(item, Document)]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


def assert_led_back(document: Document, data: bytes) -> None:
    """Every character's bytes must hold it, as it is or as an entity or escape; blocks must not cross."""
    found = document.source_map
    assert found is not None
    last = 0
    for index, char in enumerate(document.text):
        start, end = found.byte_range(Span(index, index + 1))
        assert last <= start <= end <= len(data)
        last = start
        raw = data[start:end].decode(found.encoding)
        if not char.isspace():
            plain = html.unescape(raw) if "&" in raw else raw
            if raw.startswith("\\"):
                plain = json.loads(f'"{raw}"')
            assert char in plain, (index, char, raw)
    for block in document.blocks:
        start, end = found.byte_range(block.span)
        raw = data[start:end].decode(found.encoding)
        assert raw[:1] in (document.text[block.span.start], "&", "\\")


# --- the pages and articles of ../shared -----------------------------------------------------------


def test_expected_pages() -> None:
    folder = shared("pages")
    read = {document.id: document for document in documents(folder)}
    for expected in json.loads((folder / "expected.json").read_text(encoding="utf-8")):
        document = read[expected["page"]]
        # The list tells the least: captions, rows and document numbers stand beside.
        assert [text for text in document.paragraphs if text in expected["paragraphs"]] == expected["paragraphs"]
        assert document.headings == expected["headings"]
        assert document.meta.source == expected["source"]
        assert document.meta.editor == expected["editor"]
        assert not [text for text in expected["never"] if text in document.text]
        assert_led_back(document, (folder / document.id).read_bytes())


def test_gold_articles() -> None:
    articles, folder = shared("articles"), shared("gold")
    read = {document.id: document for document in documents(articles)}
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    assert golds
    for gold in golds:
        document = read[gold["article"]]
        meta = document.meta
        for key in ("title", "original_title", "publisher", "source", "editor"):
            assert getattr(meta, key) == gold["meta"][key]
        assert list(meta.categories) == gold["meta"]["categories"]
        assert meta.published == datetime.fromisoformat(gold["meta"]["published"])
        assert document.day == date.fromisoformat(gold["published"])
        assert document.headings == gold["headings"]
        for fact in (fact for fact in gold["facts"] if fact["relation"] != "ticker"):
            assert fact["evidence"] in document.text or fact["evidence"] in (meta.title or "")
        tickers = {mark.value for mark in document.marks if mark.kind == "ticker"}
        assert {f["object"] for f in gold["facts"] if f["relation"] == "ticker" and f["object"][:2].isalpha()} <= tickers
        assert_led_back(document, (articles / document.id).read_bytes())


def test_raw_pages() -> None:
    folder = shared("raw")
    for document in documents(folder):
        assert not re.search(
            r"<[a-zA-Z/!%]|&[a-z]+;|javascript|function\s*\(|<%|ICP备|版权所有|网站地图|当前位置|查看原文|\|\s*隐私",
            document.text,
        )
        assert_led_back(document, (folder / document.id).read_bytes())


def test_sentences_are_untouched() -> None:
    path = shared("gold") / "sentences.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    read = {document.id: document for document in documents(path)}
    for row in rows:
        assert squeezed(read[row["id"]].text) == squeezed(row["text"])
        assert str(read[row["id"]].day) == row["published"]
