"""Industries that the words around them give away: sums of lists, and kinds of firms."""

import pytest
from support import read


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("云岭新区去年增长9%，其中制鞋、纺织两大支柱产业增势良好。", ["制鞋", "纺织"]),
        ("云岭新区去年扩区，海产品加工、船用锚链为其主导产业。", ["海产品加工", "船用锚链"]),
        ("云岭新区把丝绸、陶瓷和灯具三大传统优势产业搬进了厂房。", ["丝绸", "灯具", "陶瓷"]),
        ("云岭新区去年增长9%，新能源、汽车及船舶配件两大主导产业占七成。", ["新能源", "汽车及船舶配件"]),
    ],
)
def test_a_sum_tells_that_what_is_listed_are_industries(text: str, trades: list[str]) -> None:
    told = sorted(line.split()[2] for line in read(text, "industry", PARK="云岭新区"))
    assert told == sorted(trades)


def test_a_sum_of_nothing_listed_tells_none() -> None:
    assert read("云岭新区三大主导产业去年增长9%。", "industry", PARK="云岭新区") == []


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("跨国齿轮巨头甲动力昨日没有回应。", "齿轮"),
        ("国内最大的轮胎制造商甲动力去年盈利。", "轮胎"),
        ("车规级芯片设计公司甲动力去年亏损。", "车规级芯片"),
        ("甲动力成立于2004年，是国内领先的船舶涂装龙头企业。", "船舶涂装"),
        ("甲动力去年盈利，是国产骨科器械的代表企业。", "骨科器械"),
    ],
)
def test_what_a_firm_is_said_to_be_begins_with_its_business(text: str, trade: str) -> None:
    assert read(text, "industry", ORG="甲动力") == [f"甲动力 industry {trade}"]


@pytest.mark.parametrize(
    "text",
    [
        "投资机构甲动力昨日没有回应。",
        "全资子公司甲动力昨日没有回应。",
        "甲动力是宁州最大的民营企业。",
        "员工持股平台甲动力昨日没有回应。",
    ],
)
def test_other_kinds_of_firms_tell_no_business(text: str) -> None:
    assert read(text, "industry", ORG="甲动力") == []


def test_a_firm_behind_what_it_is_opens_its_clause() -> None:
    text = "国内最大的轮胎制造商甲动力完成融资，由乙资本领投。"
    assert read(text, "invests_in", ORG="甲动力 乙资本") == ["乙资本 invests_in 甲动力 label=领投"]
