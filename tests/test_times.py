"""Times against gold tables, traps, and dates written in any form."""

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from gold_tables import own_times, shared_rows, shared_times
from hypothesis import given
from hypothesis import strategies as st

from kg import calendar_zh as calendar
from kg.times import find_times

PUBLISHED = date(2022, 6, 15)


def isos(text: str, published: date | None = PUBLISHED) -> list[str | None]:
    return ["~" if time.vague else time.iso for time in find_times(text, published)]


@pytest.mark.parametrize(("table", "floor"), [("dev", 0.98), ("heldout", 0.97), ("blind", 0.94)])
def test_own_table(table: str, floor: float) -> None:
    figures = own_times(table)
    assert not figures.false
    assert figures.right / figures.total >= floor, figures


def test_shared_values() -> None:
    figures = shared_times()
    assert figures.right / figures.total >= 0.95


def test_shared_fact_times() -> None:
    right = total = 0
    for row in shared_rows("gold/sentences.jsonl"):
        found = isos(row["text"], date.fromisoformat(row["published"]))
        for time in {fact["time"] for fact in row["facts"] if fact["time"]}:
            total += 1
            right += time in found
    assert right / total >= 0.97


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("海棠股份披露2019年半年度报告。报告期内，公司营收18亿元。", "2019-01-01/2019-06-30"),
        ("海棠股份披露2020年年报。报告期内，公司营收18亿元。", "2020"),
        ("海棠股份公布年报，报告期内营收8亿元。", "2021"),
        ("海棠股份公布的一季报显示，公司当季营收8亿元。", "2022-01-01/2022-03-31"),
        ("海棠股份11月14日宣布减产。截至9月30日共有3座工厂。罗雁飞在当晚说", "2021-11-14"),
    ],
)
def test_time_taken_from_what_was_named(text: str, wanted: str) -> None:
    assert isos(text)[-1] == wanted


DIGITS = "〇一二三四五六七八九"


def spell(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)))
def test_date_written_in_any_form_is_read_back(day: date) -> None:
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    forms = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{year}年{spell(day.month)}月{spell(day.day)}日",
        f"{day:%Y-%m-%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日".translate(
            str.maketrans("0123456789", "０１２３４５６７８９")
        ),
    ]
    for form in forms:
        assert isos(f"公司于{form}公告", None) == [day.isoformat()], form


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)),
    st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31)),
)
def test_range_of_dates_is_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    text = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
    if first < last:
        (time,) = find_times(text)
        assert (time.start, time.end, time.text) == (first, last, text)


@given(
    st.text(
        alphabet="0123456789年月日号季度上下半旬初末底前后去今明昨天周一二三四五十"
        "至到-—，。自以来同期当次近未个 ",
        max_size=30,
    ),
    st.dates(min_value=date(1995, 1, 1), max_value=date(2045, 12, 31)) | st.none(),
)
def test_spans_lie_in_the_text_and_intervals_are_in_order(text: str, published: date | None) -> None:
    end = 0
    for time in find_times(text, published):
        assert time.span.of(text) == time.text != ""
        assert time.span.start >= end
        end = time.span.end
        assert time.start is None or time.end is None or time.start <= time.end


@pytest.mark.parametrize(
    "text", ["1月" * 8000, "2021年1月" * 4000, "去年同期" * 4000, "十" * 20000, "13日" * 8000]
)
def test_a_page_of_dates_costs_no_more_than_its_length(text: str) -> None:
    start = process_time()
    find_times(text, PUBLISHED)
    assert process_time() - start < 2


def test_without_a_day_of_publication_what_counts_from_it_has_no_interval() -> None:
    today, explicit = find_times("今年3月复工，2021年9月停工", None)
    assert (today.start, today.end, today.iso) == (None, None, None)
    assert explicit.iso == "2021-09"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019年5月签约，9月开工。", ["2019-05", "2019-09"]),
        ("2019年5月签约。9月将开工。", ["2019-05", "2022-09"]),
        ("6月10日，甲股上市，当天大涨，次日回落。", ["2022-06-10", "2022-06-10", "2022-06-11"]),
        ("2020年一季度亏损，去年同期盈利。", ["2020-01-01/2020-03-31", "2019-01-01/2019-03-31"]),
        ("2008年毕业，同年入伍，次年提干。", ["2008", "2008", "2009"]),
        ("拟于2025年以前建成，下半年招标。", ["2025", "2022-07-01/2022-12-31"]),
    ],
)
def test_context_gives_what_is_left_unsaid(text: str, expected: list[str]) -> None:
    assert isos(text) == expected


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (2033, "春节", date(2033, 1, 31)),
        (2034, "春节", date(2034, 2, 19)),
        (2020, "中秋", date(2020, 10, 1)),
        (2023, "端午", date(2023, 6, 22)),
        (2022, "腊八", date(2022, 1, 10)),
        (2024, "除夕", date(2024, 2, 9)),
        (2025, "清明", date(2025, 4, 4)),
        (2012, "国庆", date(2012, 10, 1)),
    ],
)
def test_festivals(year: int, name: str, day: date) -> None:
    assert calendar.festival(year, name) == day


def test_lunar_months_are_29_or_30_days_apart_but_for_leap_months() -> None:
    for year in range(1990, 2051):
        starts = [calendar.lunar_day(year, month, 1) for month in range(1, 13)]
        gaps = [(b - a).days for a, b in pairwise(starts) if a and b]
        assert all(gap in {29, 30, 58, 59, 60} for gap in gaps)
        assert sum(gap > 30 for gap in gaps) <= 1


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("截至2021年6月30日止六个月，收入增长。", "2021-01-01/2021-06-30"),
        ("截至2022年3月31日止年度，收入增长。", "2021-04-01/2022-03-31"),
        ("截至2021年9月30日止9个月，收入增长。", "2021-01-01/2021-09-30"),
        ("截至2021年6月30日，收入增长。", "2021-06-30"),
    ],
)
def test_periods_of_the_books_that_end_on_a_day(text: str, iso: str) -> None:
    assert isos(text) == [iso]


def test_a_year_of_an_era_may_be_written_short() -> None:
    assert isos("创建于1896年（清光绪廿二年）") == isos("创建于光绪廿二年") == ["1896"]


def test_years_in_a_row_are_those_that_bound_them() -> None:
    assert isos("1995年至2005年连续10年获奖") == ["1995-01-01/2005-12-31"]


def test_behind_what_is_reached_the_year_is_none_to_come() -> None:
    assert not find_times("车间达效后年利润7000万元。")
