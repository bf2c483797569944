"""The evaluation against hand counts, and against the project's own scorer where it is at hand."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import NotFoundError, ReadError
from kg.evaluate import evaluate, load_articles

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def fact(subject: str, relation: str, object_: Any, **more: Any) -> dict[str, Any]:
    return {"subject": subject, "relation": relation, "label": "", "object": object_, **more}


def article(*facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"entities": [], "facts": list(facts), **more}


def test_counts_precision_and_core_recall() -> None:
    gold = article(
        fact("林海", "post", "云港市", label="市长", tier="core"),
        fact("云港市", "located_in", "江东省", tier="core"),
        fact("云港市", "includes", "云港港务", tier="extended"),
    )
    given = article(
        fact("林海", "post", "云港市", label="市长"),
        fact("云港市", "includes", "云港港务"),
        fact("林海", "post", "云港市", label="书记"),
    )
    result = evaluate({"a": gold}, {"a": given})
    assert result.total.precision == pytest.approx(2 / 3)
    assert result.total.recall == 0.5
    assert result.total.recall_all == pytest.approx(2 / 3)
    assert result.relations["post"].precision == 0.5
    assert [miss.fact["relation"] for miss in result.missed] == ["located_in"]
    assert [wrong.fact["label"] for wrong in result.wrong] == ["书记"]


def test_groups_are_scored_by_a_field_of_gold() -> None:
    right, wrong = fact("林海", "post", "云港市", label="市长"), fact("林海", "post", "云港市", label="书记")
    gold = {
        "a": article(right, genre="news"),
        "b": article(right, genre="life"),
        "c": article(right, genre="news"),
    }
    result = evaluate(
        gold, {"a": article(right), "b": article(wrong), "c": article(right, wrong)}, by="genre"
    )
    assert {name: (s.gold, s.found, s.predicted, s.right) for name, s in result.groups.items()} == {
        "life": (1, 0, 1, 0),
        "news": (2, 2, 3, 2),
    }
    assert sum(score.gold for score in result.groups.values()) == result.total.gold
    assert set(result.record()["groups"]) == {"life", "news"}


def test_a_field_that_gold_lacks_is_refused_with_those_it_has() -> None:
    with pytest.raises(ReadError, match="no gold article has a field kind of words; they have genre, id"):
        evaluate({"a": article(genre="news", id="a")}, {}, by="kind")


def test_a_name_of_the_same_entity_counts_as_the_name() -> None:
    gold = article(
        fact("云港高新技术产业开发区", "located_in", "云港"),
        entities=[{"name": "云港高新技术产业开发区", "type": "PARK", "aliases": ["云港高新区"]}],
    )
    result = evaluate({"a": gold}, {"a": article(fact("云港高新区", "located_in", "云港"))})
    assert result.total.recall == 1.0


def test_relaxed_takes_a_name_that_holds_the_other() -> None:
    gold = article(fact("云港港务集团", "listed_on", None))
    given = article(fact("云港港务", "listed_on", None))
    assert evaluate({"a": gold}, {"a": given}).total.recall == 0.0
    assert evaluate({"a": gold}, {"a": given}, relaxed=True).total.recall == 1.0


@pytest.mark.parametrize(
    ("value", "unit", "same"),
    [
        ("5630000000", "CNY", True),
        ("5.63e9", "CNY", True),
        ("5630000100", "CNY", False),
        ("5630000000", "USD", False),
    ],
)
def test_amounts_agree_by_value_and_unit(value: str, unit: str, same: bool) -> None:
    gold = article(fact("云港", "metric", {"value": "5630000000", "unit": "CNY"}, label="财政收入"))
    given = article(fact("云港", "metric", {"value": value, "unit": unit}, label="财政收入"))
    assert evaluate({"a": gold}, {"a": given}).total.recall == float(same)


def test_an_article_without_prediction_is_named_and_counts_as_missed() -> None:
    result = evaluate({"a": article(fact("林海", "post", "云港市", label="市长"))}, {})
    assert result.absent == ("a",)
    assert result.total.recall == 0.0


def test_other_is_not_scored() -> None:
    result = evaluate({"a": article()}, {"a": article(fact("林海", "other", "云港"))})
    assert result.total.predicted == 0


def test_articles_are_loaded_from_folder_file_and_lines(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"article": "dir/a.md", "facts": []}', encoding="utf-8")
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "x"}\n\n{"id": "y"}\n', encoding="utf-8")
    assert list(load_articles(tmp_path)) == ["a.md"]
    assert list(load_articles(rows)) == ["x", "y"]


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "not JSON"), ("[1]", "a JSON list"), ("{}", 'no "article"')],
)
def test_bad_gold_is_named(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "bad.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=rf"bad\.json: {message}"):
        load_articles(file)


def test_missing_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="does not exist"):
        load_articles(tmp_path / "none.json")


def test_a_folder_that_holds_no_articles_is_told_with_what_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no \.json file here; give what kg extract"):
        load_articles(tmp_path)
    (tmp_path / "articles.jsonl").touch()
    with pytest.raises(ReadError, match="a graph, not pages; give what kg extract"):
        load_articles(tmp_path)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = SHARED / "tools" / "score.py"
    if not path.is_file():
        pytest.skip(f"{path} is absent: the project's scorer is only in the development folder")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blurred(gold: dict[str, Any], seed: int) -> dict[str, Any]:
    """Return a copy of ``gold`` with some facts gone, some altered and some doubled."""
    chance = random.Random(seed)
    copy = json.loads(json.dumps(gold))
    facts = [f for f in copy["facts"] if chance.random() < 0.8]
    for f in facts:
        change = chance.choice(["keep", "keep", "subject", "label", "time", "status", "swap"])
        if change == "subject":
            f["subject"] = f["subject"][1:]
        elif change == "label":
            f["label"] = (f["label"] or "")[:2]
        elif change == "time":
            f["time"] = "2020"
        elif change == "status":
            f["status"] = "denied"
        elif change == "swap" and isinstance(f["object"], str):
            f["subject"], f["object"] = f["object"], f["subject"]
    copy["facts"] = facts + facts[:3]
    copy["entities"] = [e for e in copy["entities"] if chance.random() < 0.7]
    return dict(copy)


@pytest.mark.parametrize("relaxed", [False, True])
def test_agrees_with_the_projects_scorer(scorer: ModuleType, relaxed: bool) -> None:
    gold = load_articles(SHARED / "gold")
    given = {name: blurred(dict(a), seed) for seed, (name, a) in enumerate(gold.items())}
    ours = evaluate(gold, given, relaxed=relaxed)
    theirs = scorer.score(gold, given, relaxed)
    for relation, score in {**ours.relations, "TOTAL": ours.total}.items():
        counts = theirs[relation]
        assert (score.gold, score.core, score.predicted) == (counts["gold"], counts["core"], counts["pred"])
        assert (score.right, score.found, score.core_found, score.time_right, score.status_right) == (
            counts["right"], counts["found"], counts["core_found"], counts["time"], counts["status"]
        ), relation  # fmt: skip
    for key, counts in scorer.spans(gold, given).items():
        score = ours.spans[key]
        assert (score.found, score.right) == (counts["found"], counts["right"]), key
    assert 0.3 < ours.total.f1 < 0.95  # the blurring is neither nothing nor everything
