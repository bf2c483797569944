"""Ceremonies of cities and zones: what they brought, when and where they were, and who was there."""

from datetime import date

import pytest
from support import told_of

DAY = date(2022, 3, 10)
HELD = "3月1日，贵阳市春季重点项目集中开工活动在花溪举行。\n"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            HELD + "本次集中开工项目40个、总投资80亿元，其中产业项目30个、总投资60亿元。",
            [
                "30个 label=产业项目",
                "40个 label=开工项目",
                "8000000000CNY label=总投资",
            ],
        ),
        # the sentence that goes on with a part of it is of the ceremony too
        (
            HELD + "本次集中开工项目40个。其中，国企项目30个、总投资60亿元。",
            ["30个 label=国企项目", "40个 label=开工项目"],
        ),
        # what a year brought is no ceremony's, nor is what somebody has, nor anything where none was told of
        (HELD + "全年累计集中开工项目400个。", []),
        ("本次集中开工项目40个、总投资80亿元。", []),
        (HELD + "本次开工的海棠股份有员工300人。", []),
        (HELD + "去年地区生产总值300亿元。", []),
    ],
)
def test_a_ceremony_has_what_it_brought(text: str, numbers: list[str]) -> None:
    name = "贵阳市春季重点项目集中开工活动"
    found = told_of("metric", text, DAY)
    assert [line.removeprefix(f"{name} ") for line in found if line.startswith(name)] == numbers


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        # the year behind the day is of the name
        (
            "3月1日，2022年全市春耕现场会在花溪召开。",
            "event_time",
            ["2022年全市春耕现场会 - label=召开 time=2022-03-01"],
        ),
        (
            "“江海读书周”活动3月1日在贵阳湖景酒店拉开序幕，此次活动由海棠大学主办。",
            "located_in",
            [
                "“江海读书周”活动 贵阳湖景酒店 label=拉开序幕 time=2022-03-01",
                "贵阳湖景酒店 贵阳",
            ],
        ),
        (
            "青禾博览会举办时间为2022年6月3日至5日。",
            "event_time",
            ["青禾博览会 - label=举办时间 time=2022-06-03/2022-06-05 status=planned"],
        ),
        # an occasion that is two has the names of both
        (
            "2月6日，花溪区举行首届“江海”论坛暨海棠码头落成典礼。",
            "holds_event",
            ["花溪区 首届“江海”论坛暨海棠码头落成典礼 label=举行 time=2022-02-06"],
        ),
        # and the province that a name holds is spoken of
        (
            "2月6日，江海论坛暨中国（安徽）自贸区成果发布会举行。省委常委周望舒出席。",
            "post",
            ["周望舒 安徽省委 label=常委"],
        ),
        # such a name may say what is to come of it
        (
            "2月6日，花溪区商务局在海棠酒店组织举办深化合作和承接产能转移对接会。",
            "holds_event",
            ["花溪区商务局 深化合作和承接产能转移对接会 label=组织举办 time=2022-02-06"],
        ),
        # what is counted of a kind is no name
        (
            "海棠股份去年建设了6家国家创新中心。",
            "metric",
            ["海棠股份 6家 label=国家创新中心 time=2021"],
        ),
        # a place that bears a title and is there is somebody
        (
            "3月1日，江海论坛开幕。校长周望舒，副区长高平等出席。",
            "attends",
            ["周望舒 江海论坛 label=出席", "高平 江海论坛 label=出席"],
        ),
        # a project of a zone that has no name is no project
        ("本月开工的贵阳高新区项目6个，总投资8亿元。", "located_in", ["贵阳高新区 贵阳"]),
        # a zone that acts is meant, whatever it is held against
        (
            "开发区将再修路两条。截至2021年底，累计开工外资项目13个，在全省9家国家级开发区中领先。",
            "metric",
            ["开发区 13个 label=开工外资项目 time=2021-12-31"],
        ),
    ],
)
def test_ceremonies_and_zones(text: str, relation: str, facts: list[str]) -> None:
    assert told_of(relation, text, DAY) == facts


def test_a_part_of_what_was_brought_has_its_own_sum() -> None:
    found = told_of("metric", HELD + "本次集中开工项目40个。其中，国企项目30个、总投资60亿元。", DAY)
    assert "国企项目 6000000000CNY label=总投资" in found


def test_the_party_is_not_in_what_is_counted_in_all() -> None:
    text = HELD + "此次竣工项目中共安排校舍工程17个。"
    assert not any(line.startswith("中共") for line in told_of("metric", text, DAY))
    text = "会议期间，中共贵阳市委安排了两次调研。"
    assert "中共贵阳市委 贵阳" in "".join(told_of("located_in", text, DAY))


def test_a_campaign_has_not_what_a_ceremony_brought() -> None:
    text = HELD + "书记周望舒说，全区开展“招商攻坚年”活动。本次集中开工项目40个。"
    assert "贵阳市春季重点项目集中开工活动 40个 label=开工项目" in told_of("metric", text, DAY)


def test_a_firm_may_be_named_after_two_owners() -> None:
    [line] = told_of("located_in", "上海江河-乙海电机公司昨日开工。", DAY)
    assert line == "上海江河-乙海电机公司 上海"
