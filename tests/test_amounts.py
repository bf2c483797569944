"""Amounts against gold tables, traps, and numbers written in any form."""

from decimal import Decimal
from time import process_time

import pytest
from gold_tables import own_amounts, shared_amounts, shared_rows
from hypothesis import given
from hypothesis import strategies as st

from kg.amounts import find_amounts
from kg.units import iri_of, units


@pytest.mark.parametrize(
    ("table", "value_floor", "kind_floor", "false_allowed"),
    [("dev", 0.98, 0.97, 0), ("heldout", 0.97, 0.95, 0), ("blind", 0.97, 0.95, 1)],
)
def test_own_table(table: str, value_floor: float, kind_floor: float, false_allowed: int) -> None:
    figures = own_amounts(table)
    assert len(figures.false) <= false_allowed, figures.false
    assert figures.right / figures.total >= value_floor, figures
    assert figures.kinds / figures.total >= kind_floor, figures


def test_shared_values() -> None:
    figures = shared_amounts()
    assert not figures.false
    assert figures.right / figures.total >= 0.98
    assert figures.kinds / figures.total >= 0.95


def test_shared_metric_objects() -> None:
    found = total = 0
    for row in shared_rows("gold/sentences.jsonl"):
        amounts = {(a.value, a.unit, a.low, a.high) for a in find_amounts(row["text"])}
        for fact in row["facts"]:
            if fact["relation"] == "metric":
                total += 1
                low, high = (
                    fact["object"].get(end) and Decimal(fact["object"][end]) for end in ("low", "high")
                )
                found += (Decimal(fact["object"]["value"]), fact["object"]["unit"], low, high) in amounts
    assert found / total >= 0.98


@given(
    st.decimals(min_value=1, max_value=9999, places=2),
    st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
    st.sampled_from(
        [("元", "CNY"), ("美元", "USD"), ("%", "%"), ("吨", "吨"), ("平方公里", "平方公里"), ("家", "家")]
    ),
)
def test_written_amount_is_read_back(
    mantissa: Decimal, scale: tuple[str, int], unit: tuple[str, str]
) -> None:
    text = f"同期完成{mantissa}{scale[0]}{unit[0]}，较上年提高"
    amounts = find_amounts(text)
    assert [(a.value, a.unit, a.kind) for a in amounts] == [(mantissa * scale[1], unit[1], "exact")]
    assert amounts[0].text == f"{mantissa}{scale[0]}{unit[0]}"


@given(
    st.text(
        alphabet="0123456789.,，-—至约超近余多一二两三十百千万亿几数第半翻番年月日个家元%倍成折分之上下以内 ",
        max_size=30,
    )
)
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for amount in find_amounts(text):
        assert amount.span.of(text) == amount.text != ""
        assert amount.span.start >= end
        end = amount.span.end
        assert amount.low is None or amount.high is None or amount.low <= amount.high


def test_a_currency_belongs_to_one_amount() -> None:
    assert [amount.text for amount in find_amounts("5美元3")] == ["5美元"]


@pytest.mark.parametrize(
    ("text", "low", "high", "kind", "shown"),
    [
        ("产值超过60%", 60, None, "gt", "超过60%"),
        ("落地近20个", None, 20, "lt", "近20个"),
        ("约2.5亿元", None, None, "approx", "2.5亿元"),
        ("不高于35154万元", None, 351540000, "le", "不高于35154万元"),
        ("估值为40-70倍", 40, 70, "range", "40-70倍"),
        ("吞吐量达10万余吨", 100000, None, "plus", "10万余吨"),
    ],
)
def test_bounds_and_what_the_text_keeps(
    text: str, low: int | None, high: int | None, kind: str, shown: str
) -> None:
    (amount,) = find_amounts(text)
    assert (amount.low, amount.high, amount.kind, amount.text) == (low, high, kind, shown)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("出口额突破3亿，同比大增。", "CNY"),
        ("用户数突破3亿，营收大增。", ""),
        ("观众突破3亿。", ""),
    ],
)
def test_yi_alone_is_money_where_the_sentence_talks_of_it(text: str, unit: str) -> None:
    assert [a.unit for a in find_amounts(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("登记老店14万5159家", "14万5159家", 145159),
        ("户籍人口120万8000人", "120万8000人", 1208000),
        ("注册资本2亿3456万7890元", "2亿3456万7890元", 234567890),
        ("已交付3万2021年新款", "3万", 30000),
    ],
)
def test_what_follows_ten_thousands_in_digits_is_of_the_number(text: str, shown: str, value: int) -> None:
    """The last digits are written without a power; a year behind the number is none of it."""
    assert next((a.text, a.value) for a in find_amounts(text)) == (shown, value)


@pytest.mark.parametrize("text", ["第十二次会议", "四大类产品", "百亿资本"])
def test_ordinals_classes_and_bare_powers_are_no_measures(text: str) -> None:
    assert [a.is_measure for a in find_amounts(text)] == [False]


@pytest.mark.parametrize(
    "text", ["1-" + "亿" * 20000, "十" * 20000, "1-" * 20000, "百分之" * 8000, "万亿" * 10000]
)
def test_a_page_of_numerals_costs_no_more_than_its_length(text: str) -> None:
    start = process_time()
    find_amounts(text)
    assert process_time() - start < 2


def test_every_unit_has_a_clean_row() -> None:
    for surface, unit in units().items():
        assert surface == surface.strip()
        assert unit.printed
        assert unit.factor > 0
        assert unit.dimension != "currency" or (
            unit.printed == surface or (len(unit.printed) == 3 and unit.printed.isascii())
        )
    assert iri_of("公顷") == "unit:HA"
    assert iri_of("CNY") is None


@pytest.mark.parametrize(("text", "money"), [("3亿元", True), ("2亿美元", True), ("5万标箱", False)])
def test_money_is_told_by_its_unit(text: str, money: bool) -> None:
    """A currency has an ISO 4217 code; the TEU of boxes looks like one."""
    (amount,) = find_amounts(text)
    assert amount.is_money is money


@pytest.mark.parametrize("text", ["这座城始建于公元619年。", "公元前221年的遗址。"])
def test_a_year_of_our_count_is_no_length_of_time(text: str) -> None:
    assert find_amounts(text) == []
