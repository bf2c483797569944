"""Numerals: any form of a number is read back as the number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.numerals import read_numeral

PLAIN_DIGITS = "零一二三四五六七八九"
FINANCIAL = str.maketrans("一二三四五六七八九十百千万亿", "壹贰叁肆伍陆柒捌玖拾佰仟萬億")


def spell(number: int) -> str:
    """Write a number below 10¹² as a Chinese newspaper would, all powers named."""
    if number == 0:
        return "零"
    words = ""
    for power, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, power)
        if part:
            gap = words and part < 1000
            words += ("零" if gap else "") + _spell_section(part) + name
        elif words and number and not words.endswith("零"):
            words += "零"
    return words.replace("零零", "零")


def _spell_section(part: int) -> str:
    words = ""
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, part = divmod(part, power)
        if digit:
            words += PLAIN_DIGITS[digit] + name
        elif words and part and not words.endswith("零"):
            words += "零"
    return words


numbers = st.integers(min_value=0, max_value=10**12 - 1)


@given(numbers)
def test_chinese_numeral_is_read_back(number: int) -> None:
    read = read_numeral(spell(number))
    assert read is not None
    assert (read.low, read.high, read.exactness) == (number, None, "exact")


@given(numbers)
def test_financial_numeral_is_read_back(number: int) -> None:
    read = read_numeral(spell(number).translate(FINANCIAL))
    assert read is not None
    assert read.low == number


@given(numbers)
def test_separators_and_full_width_digits_are_read_back(number: int) -> None:
    full_width = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for written in (str(number), f"{number:,}", full_width):
        read = read_numeral(written)
        assert read is not None
        assert read.low == number


@given(
    st.decimals(min_value=0, max_value=9999, places=2), st.sampled_from(["万", "亿", "万亿", "百万", "千万"])
)
def test_mixed_form_is_read_back(mantissa: Decimal, scale: str) -> None:
    factor = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "百万": 10**6, "千万": 10**7}[scale]
    read = read_numeral(f"{mantissa}{scale}")
    assert read is not None
    assert read.low == mantissa * factor
    assert read.scale == factor


@given(numbers, st.sampled_from("余多"))
def test_words_for_more_make_a_lower_bound(number: int, word: str) -> None:
    read = read_numeral(f"{number}{word}")
    assert read is not None
    assert (read.low, read.exactness) == (number, "plus")


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点数几余多来0123456789.,", max_size=12))
def test_never_raises_and_never_inverts_a_range(text: str) -> None:
    read = read_numeral(text)
    assert read is None or read.high is None or read.low < read.high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("七八百", 700, 800),
        ("五六万", 50000, 60000),
        ("十五六", 15, 16),
        ("三五", 3, 5),
        ("数十亿", 10**9, 10**10),
        ("几百", 100, 1000),
        ("十几万", 110000, 190000),
        ("二十几", 21, 29),
    ],
)
def test_numeral_that_names_a_stretch(text: str, low: int, high: int) -> None:
    read = read_numeral(text)
    assert read is not None
    assert (read.low, read.high, read.exactness) == (low, high, "range")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两万五", 25000),
        ("一百二", 120),
        ("十二点五", Decimal("12.5")),
        ("二〇二二", 2022),
        ("3亿5000万", 350000000),
    ],
)
def test_short_and_spelled_forms(text: str, value: Decimal) -> None:
    read = read_numeral(text)
    assert read is not None
    assert read.low == value


@pytest.mark.parametrize("text", ["百亿", "千万", "万亿"])
def test_bare_power_is_an_order_of_magnitude(text: str) -> None:
    read = read_numeral(text)
    assert read is not None
    assert read.exactness == "order"


@pytest.mark.parametrize("text", ["", "五二", "点五", "数", "几", "三点", "1万.5", "一一", "三七"])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert read_numeral(text) is None
