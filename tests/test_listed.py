"""Listed companies as the market writes them."""

import pytest
from support import pipeline

from kg.model import MentionType


def bodies(text: str) -> list[str]:
    """Return the organisations found in a text."""
    return [m.span.of(text) for m in pipeline()(text)._.mentions if m.type is MentionType.ORG]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("宁州证监局决定对*ST棠禾给予警告。", "*ST棠禾"),
        ("①棠禾热电：拟出售一家子公司；②青芽股份：中标。", "棠禾热电"),
        ("①棠禾热电：拟出售一家子公司；②青芽股份：中标。", "青芽股份"),
        ("棠禾热力股份：拟出售一家子公司。", "棠禾热力股份"),
        ("棠禾热力去年回归A股。", "A股"),
        ("棠禾热力先后在A股、港股上市。", "A股"),
        ("棠禾热力先后在A股、港股上市。", "港股"),
        ("棠禾热力在港股主板上市。", "港股主板"),
    ],
)
def test_a_firm_is_known_by_how_it_is_written(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize("text", ["棠禾热力在A股上市公司中排第一。", "棠禾热力的A股股东很多。"])
def test_shares_are_no_market_where_nobody_goes_there(text: str) -> None:
    assert "A股" not in bodies(text)


def test_a_heading_that_is_no_firm_is_none() -> None:
    assert bodies("消息面：公司今日复牌。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司拟在杭州余杭区年产5万吨铜箔项目上追加投资。", "杭州余杭区年产5万吨铜箔项目"),
        ("公司终止“绍兴3.6亿平方米纸板项目”。", "绍兴3.6亿平方米纸板项目"),
    ],
)
def test_a_project_with_a_number_in_its_name_is_whole(text: str, name: str) -> None:
    found = [m.span.of(text) for m in pipeline()(text)._.mentions if m.type is MentionType.FACILITY]
    assert name in found
