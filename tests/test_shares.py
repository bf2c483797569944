"""Numbers of stock and shares of a whole, as companies disclose them."""

from datetime import date

import pytest
from support import read

DAY = date(2022, 3, 10)
ONE = {"ORG": "甲光电"}
TWO = {"ORG": "甲光电 乙集团"}


def metrics(text: str, **names: str) -> list[str]:
    """Return the metrics as lines without the word ``metric``."""
    return [line.replace(" metric", "", 1) for line in read(text, "metric", DAY, **names)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "乙集团减持甲光电股份120万股，占甲光电总股本的1.2%。",
            ["乙集团 1.2% label=减持占总股本", "乙集团 1200000股 label=减持"],
        ),
        (
            "乙集团累计质押620万股，占其所持股份的31%，占甲光电总股本的8.5%。",
            [
                "乙集团 31% label=累计质押占其所持股份",
                "乙集团 6200000股 label=累计质押",
                "乙集团 8.5% label=累计质押占总股本",
            ],
        ),
        (
            "乙集团持有甲光电股份1200万股，占甲光电总股本的12%。",
            ["乙集团 12000000股 label=持有", "乙集团 12% label=持股比例"],
        ),
        (
            "乙集团认缴650万元，占注册资本的65%。",
            ["乙集团 6500000CNY label=认缴", "乙集团 65% label=持股比例"],
        ),
    ],
)
def test_the_deal_names_the_stock_and_its_share(text: str, wanted: list[str]) -> None:
    names = TWO if "甲光电" in text else {"ORG": "乙集团"}
    assert sorted(metrics(text, **names)) == sorted(wanted)


def test_a_buy_back_keeps_its_stock() -> None:
    assert metrics("甲光电累计回购股份48万股，占公司总股本的0.9%。", **ONE) == [
        "甲光电 0.9% label=累计回购股份占总股本",
        "甲光电 480000股 label=累计回购股份",
    ]


def test_the_state_of_the_books_is_no_part_of_a_share() -> None:
    lines = metrics("甲光电担保总额为7亿元，占公司最近一期经审计净资产的42%。", **ONE)
    assert "甲光电 42% label=担保总额占净资产" in lines


def test_a_share_in_its_own_clause_keeps_its_words() -> None:
    assert metrics("甲光电研发投入占营收比重为5%。", **ONE) == ["甲光电 5% label=研发投入占营收比重"]


def test_a_purchase_has_one_word() -> None:
    lines = metrics("甲光电拟购买乙集团51%股权。", **TWO)
    assert lines == ["甲光电 51% label=收购股权比例 status=planned"]


def test_a_share_is_of_the_holder_named_behind_it() -> None:
    lines = metrics("甲光电持有该公司55%股权，其余45%由乙集团持有。", **TWO)
    assert "乙集团 45% label=持股比例" in lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "甲光电公告，持股5.3%的股东乙集团减持30万股。",
            ["乙集团 300000股 label=减持", "乙集团 5.3% label=持股比例"],
        ),
        ("甲光电控股股东、实际控制人陈平减持30万股。", ["陈平 300000股 label=减持"]),
    ],
)
def test_the_holder_deals_and_not_the_firm(text: str, wanted: list[str]) -> None:
    people = {"PERSON": "陈平"} if "陈平" in text else {}
    names = TWO if "乙集团" in text else ONE
    assert metrics(text, **names, **people) == wanted


def test_a_fine_is_of_whom_an_earlier_clause_points_at() -> None:
    lines = metrics("宁州证监局对甲光电给予警告，并处以30万元罚款。", ORG="宁州证监局 甲光电")
    assert lines == ["甲光电 300000CNY label=罚款"]
