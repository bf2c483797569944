"""What the head of a page tells of its place: whose 全区, 我区 and the figures of a report are."""

import json
from datetime import date
from pathlib import Path

import pytest
from support import told_of

from kg.document import Metadata
from kg.home import heading, homes, reported_on
from kg.reading import Skipped, read_paths

DAY = date(2022, 3, 10)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("乌当区通车了\n本报讯 昨日，大桥通车。", "乌当区通车了"),
        ("昨日，大桥通车。\n乌当区。", ""),
        (
            "工作报告\n——在乌当区人大会议上\n各位代表：\n过去一年，我们很忙。",
            "工作报告\n——在乌当区人大会议上\n各位代表：",
        ),
        ("一" * 80 + "\n乌当区很好。", ""),
    ],
)
def test_the_heading_is_what_stands_above_the_first_sentence(text: str, head: str) -> None:
    assert heading(text) == head


def test_a_heading_names_homes_where_no_title_does() -> None:
    text = "工作报告\n3月1日在贵阳市乌当区人民代表大会会议上\n过去一年，我们很忙。"
    assert homes(Metadata(), text) == {"市": "贵阳市", "区": "乌当区"}
    assert reported_on(Metadata(), text) == "乌当区"
    assert homes(Metadata(), "商会在贵阳市迎新\n过去一年，我们很忙。") == {}


def test_no_place_is_named_by_a_part_of_another_name() -> None:
    assert homes(Metadata(title="龙泉驿区通车了")) == {"区": "龙泉驿区"}


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        # 我区 is of the heading, under the name that the text has for it
        (
            "荣昌集中签约9个项目\n3月2日，我区举行项目签约活动。荣昌将再修两条路。",
            "holds_event",
            ["荣昌 项目签约活动 label=举行 time=2022-03-02"],
        ),
        ("3月2日，我区举行项目签约活动。", "holds_event", []),
        # and so is 全区, before a zone that was only named in passing
        (
            "乌当区2021年工作报告\n我们支持云岭合作区建设，开了好头。2021年，全区外贸进出口总额6亿元。",
            "metric",
            ["乌当区 600000000CNY label=外贸进出口总额 time=2021"],
        ),
        # a district spoken of goes on over paragraphs, where no other place is
        (
            "乌当区揭牌一年来，道路变宽了。\n地区生产总值300亿元。",
            "metric",
            ["乌当区 30000000000CNY label=地区生产总值"],
        ),
        (
            "乌当区揭牌一年来，道路变宽了。云岩区也变宽了。\n地区生产总值300亿元。",
            "metric",
            [],
        ),
        # a forecast of one figure is not one of the next
        (
            "乌当区2021年工作报告\n2021年，人均可支配收入预计5万元；城镇登记失业率为3%。",
            "metric",
            [
                "乌当区 3% label=城镇登记失业率 time=2021",
                "乌当区 50000CNY label=人均可支配收入 time=2021 status=planned",
            ],
        ),
        # years in a row are no period of what is told next
        (
            "乌当区2021年工作报告\n1—6月，工业投资增长9%，连续3年变快；外贸进出口总额增长6%。",
            "metric",
            [
                "乌当区 6% label=外贸进出口总额增长 time=2021-01-01/2021-06-30",
                "乌当区 9% label=工业投资增长 time=2021-01-01/2021-06-30",
            ],
        ),
    ],
)
def test_a_page_without_a_title_is_of_the_place_of_its_heading(
    text: str, relation: str, facts: list[str]
) -> None:
    assert told_of(relation, text, DAY) == facts


def test_a_line_that_says_where_a_speech_is_held_is_text(tmp_path: Path) -> None:
    text = "工作报告\n2022年3月1日在乌当区人民代表大会上\n过去一年，我们修了两条路。"
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\n", encoding="utf-8")
    [document] = read_paths([path])
    assert not isinstance(document, Skipped)
    assert "\n2022年3月1日在乌当区" in document.text


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # nobody says which county it is: the number is of what is measured
        (
            "前年，全县的工业总产值为60.5亿元，同比增长9.1%。",
            {"工业总产值 6050000000CNY", "工业总产值 9.1%"},
        ),
        ("我区地方财政收入增长9.3%。", {"地方财政收入 9.3%"}),
        # of no county at all; of which firms; a page that names its county
        ("一季度，完成工业总产值60.5亿元。", set()),
        ("去年，全县新增工业企业22家，实现增加值3亿元。", set()),
        ("乌当区传来消息。前年，全区的工业总产值为60.5亿元。", {"乌当区 6050000000CNY"}),
    ],
)
def test_a_statistic_of_a_place_never_named_is_of_what_is_measured(text: str, facts: set[str]) -> None:
    assert {fact.split(" | ")[0].split(" label=")[0] for fact in told_of("metric", text, DAY)} == facts
