"""Meetings: who holds them, who came, read with the whole pipeline."""

import pytest

from support import told_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "由宁州市科技局和东湖大学主办的江海创新论坛昨日闭幕。",
            ["东湖大学 江海创新论坛 label=主办", "宁州市科技局 江海创新论坛 label=主办"],
        ),
        (
            "由甘肃省政府指导、宁州市科技局主办、东湖大学承办的江海创新论坛昨日闭幕。",
            ["东湖大学 江海创新论坛 label=承办", "宁州市科技局 江海创新论坛 label=主办"],
        ),
        (
            "江海创新论坛由宁州市科技局主办，东湖大学承办，海棠股份协办。",
            [
                "东湖大学 江海创新论坛 label=承办",
                "宁州市科技局 江海创新论坛 label=主办",
                "海棠股份 江海创新论坛 label=协办",
            ],
        ),
    ],
)
def test_all_who_hold_a_meeting_are_read(text: str, expected: list[str]) -> None:
    """Several hosts of one role, one role a clause, and a role that a manner runs together with."""
    assert told_of("holds_event", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "海棠股份昨日举行2021年度股东大会，到会股东36人，所持股份1.2亿股，占总股本41.5%。",
            [
                "2021年度股东大会 120000000股 label=股份",
                "2021年度股东大会 36人 label=股东",
                "2021年度股东大会 41.5% label=股份占总股本",
            ],
        ),
        (
            "来自20个国家的600余名代表参加了江海创新论坛。",
            ["江海创新论坛 20个 label=国家", "江海创新论坛 600名 label=代表"],
        ),
        ("江海创新论坛昨日举行，300多位专家与会。", ["江海创新论坛 300位 label=专家"]),
        ("海棠股份参加江海博览会，现有员工300人。", ["海棠股份 300人 label=员工"]),
    ],
)
def test_who_came_is_counted_of_the_meeting(text: str, expected: list[str]) -> None:
    """Who came, and what they hold, is told of the meeting, not of who held it."""
    assert told_of("metric", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "海棠股份联合东湖大学共建江海茶叶研究所。",
        "海棠股份与东湖大学签约，双方共建江海茶叶研究所。",
        "海棠股份、东湖大学2家单位共建江海茶叶研究所。",
    ],
)
def test_what_is_built_together_is_each_ones(text: str) -> None:
    """The deed is no part of a name, and each of those who do it together does it."""
    assert told_of("promotes", text) == [
        "东湖大学 江海茶叶研究所 label=共建",
        "海棠股份 江海茶叶研究所 label=共建",
    ]
