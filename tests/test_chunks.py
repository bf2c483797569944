"""Sentences as chunks: lists, posts, brackets and quotations are understood before any rule is asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import chunk, sentence

from kg.chunk import Chunk


def names(chunk: Chunk) -> list[str]:
    return [member.entity.name for member in chunk.members]


def posts(chunk: Chunk) -> list[tuple[str | None, str, bool]]:
    return [(post.holder and post.holder.entity.name, post.title, post.former) for post in chunk.posts]


def test_a_list_takes_in_its_count_and_head() -> None:
    found = chunk("园里有甲光电、乙药业等46家高新企业。", "ORG", ORG="甲光电 乙药业")
    assert names(found) == ["甲光电", "乙药业"]
    assert found.count is not None
    assert (found.count.value, found.count.unit, found.head) == (46, "家", "高新企业")


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("甲光电、乙药业和丙银行开业。", ["甲光电", "乙药业", "丙银行"]),
        ("甲光电、乙药业及丙银行开业。", ["甲光电", "乙药业", "丙银行"]),
        ("甲光电、乙药业、丙银行三家公司开业。", ["甲光电", "乙药业", "丙银行"]),
        ("甲光电与乙药业的合作破裂，丙银行开业。", ["甲光电"]),
        ("甲光电和乙药业旗下丙银行开业。", ["甲光电"]),
        ("甲光电、乙药业5家门店关闭，丙银行开业。", ["甲光电", "乙药业"]),
    ],
)
def test_what_is_coordinated(text: str, members: list[str]) -> None:
    assert names(chunk(text, "ORG", ORG="甲光电 乙药业 丙银行")) == members


def test_a_count_that_is_not_the_lists_own_stays_apart() -> None:
    kinds = [found.kind for found in sentence("甲光电、乙药业5家门店关闭。", ORG="甲光电 乙药业").chunks]
    assert kinds[:2] == ["ORG", "AMOUNT"]


def test_places_inside_each_other_mean_the_nearer() -> None:
    found = chunk("云南昆明和湖北武汉下雨。", "PLACE", PLACE="云南 昆明 湖北 武汉")
    assert names(found) == ["昆明", "武汉"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲局党组书记、局长陈平到会。", [("甲局", "党组书记", False), ("甲局", "局长", False)]),
        ("甲局党组书记兼局长陈平到会。", [("甲局", "党组书记", False), ("甲局", "局长", False)]),
        ("甲局局长、乙校教授陈平到会。", [("甲局", "局长", False), ("乙校", "教授", False)]),
        ("甲局局长，乙校教授陈平到会。", [("甲局", "局长", False), ("乙校", "教授", False)]),
        ("原甲局局长陈平到会。", [("甲局", "局长", True)]),
        ("甲局原局长陈平到会。", [("甲局", "局长", True)]),
        ("局长陈平到会，甲局、乙校没有派人，教授和党组书记缺席。", [(None, "局长", False)]),
        ("甲局、乙校局长陈平到会。", [("乙校", "局长", False)]),
        ("甲局华东区域局长陈平到会。", [("甲局", "华东区域局长", False)]),
    ],
)
def test_posts(text: str, wanted: list[tuple[str | None, str, bool]]) -> None:
    given = {"ORG": "甲局 乙校", "TITLE": "党组书记 局长 教授"}
    present = {kind: " ".join(n for n in listed.split() if n in text) for kind, listed in given.items()}
    assert posts(chunk(text, "POST", PERSON="陈平", **present)) == wanted


def test_a_comma_joins_posts_only_before_a_person() -> None:
    text = "陈平是甲局局长，乙校教授没有到会。"
    found = chunk(text, "POST", PERSON="陈平", ORG="甲局 乙校", TITLE="局长 教授")
    assert posts(found) == [("甲局", "局长", False)]


def test_a_unit_is_named_by_a_common_word() -> None:
    text = "江北大学副校长兼研究生院院长何秉文到会。"
    (first, second) = chunk(text, "POST", ORG="江北大学 研究生院", TITLE="副校长 院长", PERSON="何秉文").posts
    assert first.unit is None
    assert second.holder is not None
    assert second.unit is not None
    assert (second.holder.entity.name, second.unit.of(text)) == ("江北大学", "研究生院")


def test_quotation_marks_that_hug_a_name_are_part_of_it() -> None:
    found = sentence(
        "市里的“百企倍增计划”和《投资办法》公布。", POLICY="百企倍增计划", DOCUMENT="投资办法"
    ).chunks
    assert [names(chunk) for chunk in found if chunk.members] == [["百企倍增计划"], ["投资办法"]]
    assert not any(chunk.text in "“”《》" for chunk in found)


def test_a_bracket_is_set_apart() -> None:
    found = sentence("甲光电（位于杭州）昨日停牌。", ORG="甲光电", PLACE="杭州")
    assert [chunk.text for chunk in found.chunks] == ["甲光电", "昨日", "停牌", "。"]
    ((before, inner),) = found.brackets
    assert before == found.chunks[0]
    assert [chunk.text for chunk in inner] == ["位于", "杭州"]


def test_a_bracket_left_open_hides_nothing() -> None:
    found = sentence("甲光电（位于杭州昨日停牌。", ORG="甲光电", PLACE="杭州")
    assert "杭州" in [chunk.text for chunk in found.chunks]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("陈平说：“先把路修通，再谈别的。”", ["先把路修通，再谈别的。"]),
        ("陈平说：“先把路修通，再谈别的。", ["先把路修通，再谈别的。"]),
        ("先把路修通，再谈别的。”陈平说。", ["先把路修通，再谈别的。"]),
        ("陈平说这叫“修路”。", []),
    ],
)
def test_what_is_a_quotation(text: str, quotes: list[str]) -> None:
    found = sentence(text, PERSON="陈平")
    assert [chunk.text for chunk in found.chunks if chunk.kind == "QUOTE"] == quotes
    assert [quote.text for quote, _ in found.quotes] == quotes


PIECES = (
    "甲光电",
    "杭州",
    "陈平",
    "局长",
    "、",
    "和",
    "等",
    "3家",
    "“",
    "”",
    "（",
    "）",
    "，",
    "的",
    "与",
    "原",
    "《",
    "》",
    "他",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
def test_chunks_follow_each_other_inside_the_sentence(text: str) -> None:
    given = {"ORG": "甲光电", "PLACE": "杭州", "PERSON": "陈平", "TITLE": "局长"}
    text += "。"  # a token of its own, so that sentences are set even where one word is cut
    found = sentence(text, **{kind: name for kind, name in given.items() if name in text})
    for run in (found.chunks, *(inner for _, inner in (*found.brackets, *found.quotes))):
        ends = [found.span.start, *(link.span.end for link in run)]
        assert all(end <= link.span.start for end, link in zip(ends, run, strict=False))
        assert ends[-1] <= found.span.end
        for part in (*run, *(member for link in run for member in link.members)):
            assert len(part.span) > 0
