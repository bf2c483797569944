"""Entries whose subject stands alone in the line above: what is below it is told of that body or place."""

from pathlib import Path

import pytest
from support import told

from kg.document import Document
from kg.reading import read_paths


@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_what_stands_below_a_name_alone_is_told_of_it(gap: str) -> None:
    found = told(f"永丰县棉纺二厂{gap}厂址在青禾乡，建于1980年，有固定资产19万元。1988年职工增加到218人。")
    assert "永丰县棉纺二厂 located_in 青禾乡 label=厂址" in found
    assert "永丰县棉纺二厂 founded - label=建于 time=1980" in found
    assert "永丰县棉纺二厂 metric 190000CNY label=固定资产" in found
    assert "永丰县棉纺二厂 metric 218人 label=职工 time=1988" in found


def test_a_year_opens_an_entry_where_something_is_founded() -> None:
    found = told("永丰县棉纺二厂\n1952年创办，有职工57人。1982年更名为永丰纺织总厂。")
    assert "永丰县棉纺二厂 founded - label=创办 time=1952" in found
    assert "永丰县棉纺二厂 metric 57人 label=职工" in found


def test_news_below_a_name_alone_is_no_entry() -> None:
    assert not told("永丰县棉纺二厂\n1952年的冬天特别冷，有职工57人。", "metric")


def test_a_body_of_the_county_is_freed_from_the_verb_before_it() -> None:
    found = told("永丰县棉纺二厂\n1952年创办，隶属县工业局。")
    assert "永丰县棉纺二厂 part_of 永丰县工业局 label=隶属" in found


def test_the_verb_behind_a_year_is_no_part_of_a_place() -> None:
    found = told("白鹤镇位于青禾县东部，1951年建东山乡，1958年改东山公社。面积41平方公里。")
    assert "白鹤镇 metric 41平方公里 label=面积" in found
    assert not any("建东山乡" in line for line in found)
    assert "建德市 metric 41平方公里 label=面积" in told("1951年建德市归属青禾地区。建德市面积41平方公里。")


TOWN = "1951年建东山乡，1958年改东山公社，1984年置白鹤镇。面积41平方公里，人口2.1万。"


@pytest.mark.parametrize("opening", [TOWN, f"青禾县辖镇。{TOWN}"])
def test_a_place_alone_in_a_line_heads_its_entry(opening: str) -> None:
    found = told(f"白鹤镇\n{opening}", "metric")
    assert found == ["白鹤镇 metric 21000 label=人口", "白鹤镇 metric 41平方公里 label=面积"]


def test_a_heading_that_is_a_place_is_no_author(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"白鹤镇\n{TOWN}\n", encoding="utf-8")
    document = next(d for d in read_paths([page]) if isinstance(d, Document))
    assert document.text.startswith("白鹤镇")
    assert document.meta.author is None


def test_a_heading_is_a_name_where_an_entry_is_below() -> None:
    assert "石桥镇 metric 41平方公里 label=面积" in told(f"石桥镇\n\n{TOWN}")
    assert not told("石桥镇\n昨天下了一场雨，有人口2.1万。", "metric")


def test_a_heading_may_say_where_its_place_is() -> None:
    found = told(f"云岭省宁州市青禾县白鹤镇\n青禾县辖镇。{TOWN}", "metric")
    assert found == ["白鹤镇 metric 21000 label=人口", "白鹤镇 metric 41平方公里 label=面积"]


def test_where_a_school_stands_opens_its_entry() -> None:
    text = (
        "青禾县东湖中心学校校址设柳河村。1952年称柳河初级小学，1963年改称东湖公社小学。1991年，有学生105人。"
    )
    assert told(text, "metric") == ["青禾县东湖中心学校 metric 105人 label=学生 time=1991"]
