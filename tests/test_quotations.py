"""What markets quote and what the figures of the economy are of, by the whole pipeline."""

import re
from datetime import date

import pytest
from support import pipeline, rules

from kg.document import Document
from kg.relations import extract, fact_text

DAY = date(2024, 8, 19)


def read(text: str) -> list[str]:
    """Return the metrics of ``text``, its names found, as lines."""
    nlp = pipeline()
    doc = nlp.make_doc(text)
    doc._.published, doc._.marks = DAY, ()
    for _, component in nlp.pipeline:
        doc = component(doc)
    found = extract(Document("test", text, day=DAY), doc, rules()).facts
    return [fact_text(fact).replace(" metric", "", 1) for fact in found if fact.relation == "metric"]


def metrics(text: str) -> set[str]:
    """Return the metrics of ``text`` as lines without times."""
    return {re.sub(" time=\\S+", "", line) for line in read(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("豆粕期货涨0.5%报3050元/吨。", {"豆粕期货 0.5% label=涨", "豆粕期货 3050元/吨 label=报"}),
        (
            "COMEX白银期货跌1.5%，报28.5美元/盎司。",
            {"COMEX白银期货 1.5% label=跌", "COMEX白银期货 28.5美元/盎司 label=报"},
        ),
        ("欧元兑日元涨0.3%报161.25。", {"欧元兑日元 0.3% label=涨", "欧元兑日元 161.25 label=报"}),
        (
            "法国 10 年期国债收益率跌 4 个基点报 3.1%。",
            {"法国 10 年期国债 4个基点 label=收益率跌", "法国 10 年期国债 3.1% label=收益率"},
        ),
        ("国产工业级碳酸锂涨300元。", {"国产工业级碳酸锂 300CNY label=涨"}),
        ("煤炭板块涨超2%。", {"煤炭板块 2% label=涨"}),
        ("隔夜SHIBOR上行3个基点报1.8%。", {"隔夜SHIBOR 3个基点 label=上行", "隔夜SHIBOR 1.8% label=报"}),
    ],
)
def test_what_is_quoted_is_measured(text: str, wanted: set[str]) -> None:
    assert metrics(text) == wanted


def test_each_of_a_list_has_its_own_number() -> None:
    assert metrics("美元指数涨0.2%报104.5，英镑兑美元跌0.1%，现货黄金涨1%。") == {
        "美元指数 0.2% label=涨",
        "美元指数 104.5 label=报",
        "英镑兑美元 0.1% label=跌",
        "现货黄金 1% label=涨",
    }


def test_a_firm_that_is_called_after_futures_is_quoted_as_a_firm() -> None:
    assert metrics("永安期货涨5%。") == {"永安期货 5% label=涨"}


def test_a_price_is_no_thing_that_is_quoted() -> None:
    assert not any(line.startswith("平均价格") for line in metrics("平均价格上涨3%。"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "法国7月失业率为7.5%，预期7.4%，前值7.3%。",
            {"法国 7.5% label=失业率", "法国 7.4% label=失业率预期 status=planned"},
        ),
        (
            "法国7月出口同比增3%，预期增2%，前值由增4%修正为增4.5%。",
            {"法国 3% label=出口同比增", "法国 2% label=出口同比增预期 status=planned"},
        ),
        (
            "法国7月CPI同比上涨2.2%，高于6月的2%。",
            {"法国 2.2% label=CPI同比上涨", "法国 2% label=CPI同比上涨"},
        ),
    ],
)
def test_what_was_expected_and_what_was_before(text: str, wanted: set[str]) -> None:
    assert metrics(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "云桂铁路从南宁到昆明的行车时间，将由原来的5小时缩短至4小时。",
            {
                "云桂铁路 5小时 label=南宁到昆明的行车时间 status=former",
                "云桂铁路 4小时 label=南宁到昆明的行车时间 status=planned",
            },
        ),
        ("招商银行将一年期存款利率调整为1.35%。", {"招商银行 1.35% label=一年期存款利率"}),
    ],
)
def test_from_an_old_level_to_a_new_one(text: str, wanted: set[str]) -> None:
    assert metrics(text) == wanted


def test_bodies_without_a_name_that_act_are_a_group() -> None:
    assert metrics("数据显示，53家上市公司实施回购，回购金额达120亿元。") == {
        "53家上市公司 53家 label=数量", "53家上市公司 12000000000CNY label=回购金额",
    }  # fmt: skip
    assert metrics("6月上旬，重点统计煤炭企业生产原煤210万吨。") == {
        "重点统计煤炭企业 2100000吨 label=生产原煤"
    }


def test_what_is_counted_of_somebody_is_no_topic() -> None:
    found = metrics("上半年，浙江出口汽车3万辆，同比增长20%；进口原油120万吨，同比下降3%。")
    assert {line.split(" ")[0] for line in found} == {"浙江"}


def test_the_period_told_of_goes_on_behind_a_comparison() -> None:
    found = read("比亚迪第二季度营收90亿元，上年同期80亿元；净利润5亿元。")
    assert "比亚迪 500000000CNY label=净利润 time=2024-04-01/2024-06-30" in found


def test_thin_blanks_change_no_words() -> None:
    plain = "小米汽车公布，7月新增16家门店。A股全天成交7834.8亿元。"
    spaced = "小米汽车公布，7 月新增 16 家门店。A 股全天成交 7834.8 亿元。"
    assert {line.replace(" ", "") for line in metrics(spaced)} == {
        line.replace(" ", "") for line in metrics(plain)
    }


def test_a_step_of_a_rate_is_not_the_rate() -> None:
    assert metrics("英国央行宣布降息25个基点至5%。") == {"英国央行 25个基点 label=降息"}
