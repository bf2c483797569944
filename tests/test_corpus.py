"""The corpus keeps its form: every gold file is well-formed and stands in its article's text.

These tests do not run the program; they read the pages in the crudest way, so that they can judge it.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Comment

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"
GOLD_FILES = sorted((CORPUS / "gold").glob("*.json"))

ENTITY_TYPES = {
    "PERSON",
    "ORG",
    "PARK",
    "PLACE",
    "FACILITY",
    "EVENT",
    "DOCUMENT",
    "POLICY",
    "INDUSTRY",
    "PRODUCT",
    "GROUP",
}
ENTITY_OBJECT = {
    "post",
    "part_of",
    "located_in",
    "industry",
    "includes",
    "issued",
    "promotes",
    "designated",
    "holds_event",
    "attends",
    "founder",
    "educated_at",
    "listed_on",
    "invests_in",
    "acquires",
    "holds_stake",
    "changes_stake",
    "wins_bid",
    "cooperates_with",
    "competes_with",
    "penalises",
    "produces",
    "other",
}
STRING_OBJECT = {"goal", "says", "alias", "ticker"}
DATED = {"event_time", "founded"}
NO_OBJECT = DATED | {"other", "listed_on"}
RELATIONS = ENTITY_OBJECT | STRING_OBJECT | DATED | {"metric"}
GOLD_KEYS = ["article", "published", "meta", "headings", "entities", "amounts", "times", "facts"]
META_KEYS = {"title", "original_title", "publisher", "source", "author", "editor", "published", "categories"}
FACT_KEYS = ["subject", "relation", "label", "object", "time", "status", "tier", "evidence"]
RUN = 20


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def decode(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def crude_text(page: str) -> str:
    """Return the text of HTML or Markdown without front matter, markup and white space."""
    page = re.sub(r"\A\s*---\r?\n.*?\n---\r?\n", "", page, flags=re.DOTALL)
    soup = BeautifulSoup(page, "lxml")
    for tag in soup(["script", "style"]):
        tag.decompose()
    for comment in soup.find_all(string=lambda node: isinstance(node, Comment)):
        comment.extract()
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", soup.get_text())
    return squeeze(text.replace("**", ""))


def runs(text: str) -> set[str]:
    return {text[i : i + RUN] for i in range(len(text) - RUN + 1)}


def articles() -> Iterator[tuple[str, str, str]]:
    """Yield each article's name, its page as it stands, and its text without white space."""
    for path in sorted(CORPUS.iterdir()):
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield row["id"], line, squeeze(row["text"])
        elif path.suffix in {".md", ".html", ".txt"} and path.name != "README.md":
            page = decode(path)
            yield path.name, page, squeeze(page) if path.suffix == ".txt" else crude_text(page)


@cache
def library() -> dict[str, tuple[str, str]]:
    return {name: (page, text) for name, page, text in articles()}


def load(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def is_iso(value: str) -> bool:
    """Tell whether ``value`` is a date, month or year, or an interval of two dates in order."""
    if "/" in value:
        start, end = value.split("/")
        return date.fromisoformat(start) <= date.fromisoformat(end)
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return False
    return date.fromisoformat(value + "-01-01"[len(value) - 4 :]) is not None


def check_amount(amount: dict[str, str]) -> None:
    assert set(amount) <= {"text", "value", "unit", "low", "high"}
    assert amount["text"]
    assert isinstance(amount["unit"], str)
    for key in ("value", "low", "high"):
        if key in amount:
            assert Decimal(amount[key]).is_finite()
            assert "E" not in amount[key].upper()
    if {"low", "high"} <= set(amount):
        assert Decimal(amount["low"]) <= Decimal(amount["high"])


each_gold = pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: path.stem)


def test_every_article_has_its_gold_and_there_are_enough() -> None:
    names = sorted(load(path)["article"] for path in GOLD_FILES)
    assert names == sorted(library())
    assert len(names) >= 14


def test_the_formats_and_encodings_promised_are_there() -> None:
    suffixes = [path.suffix for path in CORPUS.iterdir()]
    assert suffixes.count(".md") >= 7
    assert suffixes.count(".html") >= 6
    assert ".txt" in suffixes
    assert ".jsonl" in suffixes
    data = (CORPUS / "gansu-appointments.html").read_bytes()
    assert b"charset=GB2312" in data
    with pytest.raises(UnicodeDecodeError):
        data.decode("gb2312")
    assert (CORPUS / "guiyang-data-park.md").read_bytes().startswith(b"\xef\xbb\xbf---\r\n")


@each_gold
def test_form(path: Path) -> None:
    gold = load(path)
    assert list(gold) == GOLD_KEYS
    assert path.stem == gold["article"].rpartition(".")[0] or path.stem == gold["article"]
    assert set(gold["meta"]) <= META_KEYS
    assert {"title", "published", "source", "editor"} <= set(gold["meta"])
    assert datetime.fromisoformat(gold["meta"]["published"]).date() == date.fromisoformat(gold["published"])
    for entity in gold["entities"]:
        assert list(entity) == ["name", "type", "aliases"]
        assert entity["type"] in ENTITY_TYPES
        assert entity["name"] not in entity["aliases"]
    for fact in gold["facts"]:
        assert list(fact) == FACT_KEYS
        assert fact["relation"] in RELATIONS
        assert fact["status"] in {"asserted", "planned", "denied", "former"}
        assert fact["tier"] in {"core", "extended"}
        assert isinstance(fact["label"], str)
        assert fact["time"] is None or is_iso(fact["time"])
    for amount in gold["amounts"]:
        check_amount(amount)
    for time in gold["times"]:
        assert list(time) == ["text", "time"]
        assert is_iso(time["time"])
    keys = [json.dumps(fact, sort_keys=True) for fact in gold["facts"]]
    assert len(keys) == len(set(keys))


@each_gold
def test_names_are_entities(path: Path) -> None:
    gold = load(path)
    listed = [entity["name"] for entity in gold["entities"]]
    aliases = {entity["name"]: entity["aliases"] for entity in gold["entities"]}
    everything = listed + [alias for names in aliases.values() for alias in names]
    assert len(everything) == len(set(everything)), "a name stands for two entities"
    for fact in gold["facts"]:
        assert fact["subject"] in aliases, fact
        relation, target = fact["relation"], fact["object"]
        if target is None:
            assert relation in NO_OBJECT, fact
        elif relation in ENTITY_OBJECT:
            assert target in aliases, fact
        elif relation == "alias":
            assert target in aliases[fact["subject"]], fact
        if relation in DATED:
            assert target is None, fact
            assert fact["time"], fact


@each_gold
def test_facts_stand_in_the_text(path: Path) -> None:
    gold = load(path)
    page, text = library()[gold["article"]]
    amounts = {amount["text"]: amount for amount in gold["amounts"]}
    for fact in gold["facts"]:
        evidence, target = squeeze(fact["evidence"]), fact["object"]
        assert evidence, fact
        assert evidence in text or (fact["relation"] == "ticker" and evidence in page), fact
        if fact["relation"] == "metric":
            assert fact["label"], fact
            assert target == amounts[target["text"]], fact
            assert target["text"] in evidence, fact
        elif fact["relation"] in {"says", "goal", "alias", "ticker"}:
            assert target in evidence or evidence in target or target in text or target in page, fact
            assert fact["relation"] != "says" or len(target) >= 9, fact
    for mention in [*gold["amounts"], *gold["times"]]:
        assert squeeze(mention["text"]) in text, mention
    for heading in gold["headings"]:
        assert squeeze(heading) in text, heading


def body(text: str, gold: dict[str, Any]) -> str:
    """Return the stretch of a crude text that the gold's evidence spans.

    Short evidence is left out: a bare name may stand in the page's navigation or title too.
    """
    pieces = [squeeze(fact["evidence"]) for fact in gold["facts"]]
    found = [piece for piece in pieces if len(piece) >= 15 and piece in text]
    return text[min(map(text.find, found)) : max(text.find(piece) + len(piece) for piece in found)]


@each_gold
def test_each_article_is_of_a_readable_length(path: Path) -> None:
    gold = load(path)
    assert 300 <= len(body(library()[gold["article"]][1], gold)) <= 1500


@each_gold
def test_every_number_of_the_article_is_accounted_for(path: Path) -> None:
    gold = load(path)
    rest = body(library()[gold["article"]][1], gold)
    known = [mention["text"] for mention in [*gold["amounts"], *gold["times"]]]
    known += [name for entity in gold["entities"] for name in [entity["name"], *entity["aliases"]]]
    known += [fact["object"] for fact in gold["facts"] if fact["relation"] == "ticker"]
    for piece in sorted(map(squeeze, known), key=len, reverse=True):
        rest = rest.replace(piece, "□")
    left = [match.group() for match in re.finditer(r".{0,6}\d[\d.,]*.{0,6}", rest)]
    assert not [piece for piece in left if "世界500强" not in piece]


def test_every_relation_is_shown_at_least_once() -> None:
    shown = {fact["relation"] for path in GOLD_FILES for fact in load(path)["facts"]}
    assert shown == RELATIONS


def test_nothing_is_copied_from_real_articles() -> None:
    if not SHARED.is_dir():
        pytest.skip("the folder of reference articles is not here")
    ours = {run for _, text in library().values() for run in runs(text)}
    for path in sorted([*(SHARED / "articles").iterdir(), *(SHARED / "raw").iterdir()]):
        copied = ours & runs(crude_text(decode(path)))
        assert not copied, (path.name, sorted(copied)[:3])
