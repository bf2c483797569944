"""Stock that several hold together, that is disposed of, and that is held once a deal is done."""

from datetime import date

import pytest
from support import read, resolved

DAY = date(2022, 10, 20)


def metrics(text: str, **names: str) -> list[str]:
    """Return the metrics as lines without the word ``metric``."""
    return [line.replace(" metric", "", 1) for line in read(text, "metric", DAY, **names)]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        (
            "甲集团与其一致行动人林珊共持有乙科技股份300万股，占乙科技已发行总股份的12%。",
            {"ORG": "甲集团 乙科技", "PERSON": "林珊"},
            [
                "甲集团与其一致行动人林珊 12% label=持股比例",
                "甲集团与其一致行动人林珊 3000000股 label=持有",
            ],
        ),
        (
            "甲集团及其一致行动人合计持有乙科技300万股，占总股本的12%。",
            {"ORG": "甲集团 乙科技"},
            ["甲集团及其一致行动人 12% label=持股比例", "甲集团及其一致行动人 3000000股 label=合计持有"],
        ),
        (
            "林珊与周立明夫妇持有乙科技60%的股份。",
            {"ORG": "乙科技", "PERSON": "林珊 周立明"},
            ["林珊与周立明夫妇 60% label=持股比例"],
        ),
    ],
)
def test_what_several_hold_is_of_all_of_them(text: str, names: dict[str, str], wanted: list[str]) -> None:
    assert metrics(text, **names) == wanted


def test_what_each_holds_is_of_each() -> None:
    text = "林珊和周立明分别持有乙科技22%、11%股权。"
    assert metrics(text, ORG="乙科技", PERSON="林珊 周立明") == [
        "周立明 11% label=持股比例",
        "林珊 22% label=持股比例",
    ]
    text = "甲集团及其一致行动人林珊表示支持，甲集团持有乙科技22%股权。"
    assert metrics(text, ORG="甲集团 乙科技", PERSON="林珊") == ["甲集团 22% label=持股比例"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲集团计划转让其持有的乙科技股份不超过700万股。", "甲集团 7000000股 label=转让 status=planned"),
        ("甲集团将其持有的乙科技300万股质押给丙银行。", "甲集团 3000000股 label=质押"),
        ("甲集团持有上市公司股票总数为300万股。", "甲集团 3000000股 label=持有"),
        ("甲集团持有股份累计质押股数为300万股。", "甲集团 3000000股 label=累计质押"),
    ],
)
def test_a_number_of_stock_is_of_the_deed(text: str, wanted: str) -> None:
    names = " ".join(name for name in ("甲集团", "乙科技", "丙银行") if name in text)
    assert metrics(text, ORG=names) == [wanted]


def test_what_is_held_once_it_is_bought_is_held() -> None:
    text = "甲集团收购乙科技49%股权，收购完成后持有乙科技100%股权。"
    assert metrics(text, ORG="甲集团 乙科技") == [
        "甲集团 100% label=持股比例 status=planned",
        "甲集团 49% label=收购股权比例",
    ]


def test_a_firm_is_not_the_group_that_controls_it() -> None:
    text = "海棠公告，公司与控股股东海棠集团签订协议。"
    found = resolved(text, ORG="海棠 海棠集团")
    assert found.named("海棠") != found.named("海棠集团")
    found = resolved("海棠集团签订协议，海棠公告，公司与客户签约。", ORG="海棠集团 海棠")
    assert found.named("海棠") == found.named("海棠集团")


def test_allies_are_one_word_however_the_tokenizer_cuts_them() -> None:
    text = "甲股东李林持有乙科技7400股；其一致行动人何建华先生直接持有乙科技股份6.3万股，占总股本的0.01%。"
    assert metrics(text, ORG="乙科技", PERSON="李林 何建华") == [
        "何建华 0.01% label=持股比例",
        "何建华 63000股 label=直接持有",
        "李林 7400股 label=持有",
    ]


def test_stock_that_grew_less_is_held_by_all_of_them() -> None:
    text = "甲集团及其一致行动人丙科技合计持有股份由700万股减少至600万股，占总股本的比例由48%减少至42%。"
    assert metrics(text, ORG="甲集团 丙科技") == [
        "甲集团及其一致行动人丙科技 42% label=持股比例",
        "甲集团及其一致行动人丙科技 48% label=持股比例 status=former",
        "甲集团及其一致行动人丙科技 6000000股 label=合计持有",
        "甲集团及其一致行动人丙科技 7000000股 label=合计持有 status=former",
    ]


def test_stock_of_a_firm_is_not_what_it_holds() -> None:
    lines = metrics("交易方案中，乙科技51%的股份作价2亿元。", ORG="乙科技")
    assert lines == ["乙科技 200000000CNY label=股份作价"]
