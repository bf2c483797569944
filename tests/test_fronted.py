"""Whom a deed is told of that stands before its subject."""

import pytest
from support import read


@pytest.mark.parametrize(
    "text",
    [
        "收购乙药业后，甲光电的业务更完整。",
        "在收购了乙药业之后，甲光电的现金减少。",
        "此次收购乙药业，甲光电花费3亿元。",
        "通过收购乙药业，甲光电进入了新行业。",
    ],
)
def test_who_comes_next_did_what_the_first_clause_tells(text: str) -> None:
    assert read(text, "acquires", ORG="甲光电 乙药业") == ["甲光电 acquires 乙药业 label=收购"]


@pytest.mark.parametrize(
    "text",
    [
        "收购乙药业的消息公布后，甲光电股价上涨。",
        "收购乙药业后，乙药业的业务比甲光电完整。",
        "收购乙药业，甲光电花费3亿元。",
    ],
)
def test_another_clause_before_a_firm_is_not_told_of_it(text: str) -> None:
    assert read(text, "acquires", ORG="甲光电 乙药业") == []


def test_a_firm_that_puts_in_what_it_holds_is_spoken_of() -> None:
    text = "甲光电以持有的丙动力51%的股权，收购乙药业45%的股权。"
    found = read(text, "acquires", ORG="甲光电 乙药业 丙动力")
    assert found == ["甲光电 acquires 乙药业 label=收购"]


def test_the_deed_of_each_of_several_is_not_done_with_the_other() -> None:
    given = {"ORG": "甲光电 乙药业"}
    assert read("甲光电和乙药业两家老牌工厂的重组拖了一年。", "other", **given) == []
    found = read("甲光电和乙药业两家公司的重组拖了一年。", "other", **given)
    assert found == ["甲光电 other 乙药业 label=重组"]


def test_only_the_last_of_a_list_founded_what_is_named_behind_it() -> None:
    text = "股东包括甲光电、丙动力、林珊创办的乙药业等。"
    given = {"ORG": "甲光电 丙动力 乙药业", "PERSON": "林珊"}
    assert read(text, "founder", **given) == ["林珊 founder 乙药业 label=创办"]
