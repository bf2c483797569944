"""Goods and trades that only their place in a sentence tells, as products and industries of a firm."""

import pytest
from support import read

FIRM = "甲公司"


def told(text: str, relation: str, **names: str) -> set[str]:
    """Return the objects that ``FIRM`` is told to have by ``relation``."""
    lines = read(text, relation, ORG=FIRM, **names)
    return {line.split()[2] for line in lines if line.startswith(f"{FIRM} {relation}")}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("甲公司成立于2004年，主营扫地机器人和智能门锁。", {"扫地机器人", "智能门锁"}),
        ("甲公司成立于1998年，经营范围包括烧碱、液氯、双氧水的生产与销售。", {"烧碱", "液氯", "双氧水"}),
        ("甲公司是一家集微型电机研发、生产、销售于一体的民营企业。", {"微型电机"}),
        ("甲公司成立于2004年，微型水泵、直流风机等产品远销30多个国家。", {"微型水泵", "直流风机"}),
        ("甲公司成立于2004年，年产高档酒瓶4.6亿只。", {"高档酒瓶"}),
        ("甲公司主营业务收入3亿元，主营收入下降2%。", set()),
        ("甲公司从事这项工作多年，产品质量稳定。", set()),
    ],
)
def test_goods(text: str, goods: set[str]) -> None:
    assert told(text, "produces") == goods


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("甲公司成立于2004年，经营范围含新能源技术开发、汽车租赁。", {"新能源技术开发", "汽车租赁"}),
        ("甲公司成立于2004年，业务分为海洋、港口、服务三大板块。", {"海洋", "港口", "服务"}),
        ("甲公司是国内领先的网络安全服务商。", {"网络安全"}),
        ("甲公司是甲市最大的民营企业。", set()),
        ("甲公司是一家中外合资企业。", set()),
    ],
)
def test_trades(text: str, trades: set[str]) -> None:
    assert told(text, "industry") == trades


def test_a_count_decides_whether_and_parts_the_last_two() -> None:
    zone = {"PARK": "甲高新区"}
    three = read("甲高新区1992年设立，钛及钛合金、石油装备、轨道装备为其支柱产业。", "industry", **zone)
    assert {line.split()[2] for line in three} == {"钛及钛合金", "石油装备", "轨道装备"}


def test_a_grade_belongs_to_a_trade() -> None:
    text = "甲公司是一家L4级物流自动驾驶解决方案提供商。"
    assert told(text, "industry", INDUSTRY="物流 自动驾驶") == {"L4级物流自动驾驶"}


def test_goods_that_one_is_devoted_to() -> None:
    text = "甲公司成立于2004年，专注于光刻胶研发。"
    assert told(text, "produces", PRODUCT="光刻胶") == {"光刻胶"}
    assert not told(text, "industry", PRODUCT="光刻胶")


def test_what_is_done_with_goods_is_no_trade() -> None:
    assert not told("甲公司从事水泵的设计、制造与销售。", "industry", INDUSTRY="设计")
