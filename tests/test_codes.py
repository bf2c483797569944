"""Stock codes that stand in brackets behind a name."""

import pytest
from support import annotate, read, told

from kg.codes import find_codes


@pytest.mark.parametrize(
    ("bracket", "code", "label"),
    [
        ("（601888）", "601888", ""),
        ("(601888)", "601888", ""),
        ("（601888.SH）", "601888.SH", ""),
        ("（00888）", "00888", ""),
        ("（00888.HK）", "00888.HK", ""),
        ("(00888-HK)", "00888-HK", ""),
        ("（股份代号：1888）", "1888", "股份代号"),
        ("（港交所：1888）", "1888", ""),
        ("（SH：601888）", "SH：601888", ""),
        ("（股票代码：601888）", "601888", "股票代码"),
        ("（证券代码601888）", "601888", "证券代码"),
        ("（证券代码：601888，以下简称“海棠”）", "601888", "证券代码"),
        ("（下称“海棠”，601888）", "601888", ""),
        ("（港股代码：01888.HK）", "01888.HK", "港股代码"),
        ("（SZ301888，股价23.16元，市值104亿元）", "SZ301888", ""),
        ("（HK01888）", "HK01888", ""),
        ("（NASDAQ：HTGF）", "HTGF", ""),
        ("（NYSE: HTG）", "HTG", ""),
    ],
)
def test_a_code_in_a_bracket(bracket: str, code: str, label: str) -> None:
    text = f"海棠股份{bracket}昨日停牌。"
    (found,) = find_codes(text, annotate(text, ORG="海棠股份")._.mentions)
    assert (found.code, found.label, found.mention.span.of(text)) == (code, label, "海棠股份")
    assert found.span.of(text).replace(" ", "").endswith(code)


@pytest.mark.parametrize(
    "bracket", ["（2018）", "（2018年）", "（1234）", "（12345678）", "（3家）", "（CEO）", "（HTGF）"]
)
def test_other_brackets_are_no_codes(bracket: str) -> None:
    text = f"海棠股份{bracket}昨日停牌。"
    assert list(find_codes(text, annotate(text, ORG="海棠股份")._.mentions)) == []


def test_only_organisations_have_codes() -> None:
    assert read("陈平（601888）到会。", "ticker", PERSON="陈平") == []
    assert read("停牌的有海棠股份等（601888）。", "ticker", ORG="海棠股份") == []


def test_the_longest_name_before_the_bracket_has_the_code() -> None:
    wanted = ["甲海棠股份 ticker 601888"]
    assert read("甲海棠股份（601888）停牌。", "ticker", ORG="甲海棠股份 海棠股份") == wanted


def test_a_code_in_a_bracket_is_no_other_name() -> None:
    assert told("海棠股份（HK01888）昨日停牌。") == ["海棠股份 ticker HK01888"]
