"""Meetings and what is done together: who holds, who came, who does it with whom."""

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
                "2021年度股东大会 36人 label=到会股东",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "海棠股份拟与商人周望舒各出资500万元，在宁州组建木材公司。",
            ["周望舒 5000000CNY label=出资 status=planned", "海棠股份 5000000CNY label=出资 status=planned"],
        ),
        (
            "海棠股份拟与绿洲基金共同向青禾科技增资，金额分别为9亿元、2亿元。",
            [
                "海棠股份 900000000CNY label=金额 status=planned",
                "绿洲基金 200000000CNY label=金额 status=planned",
            ],
        ),
        ("海棠股份与绿洲股份签约，投资额3亿元。", []),
    ],
)
def test_numbers_are_dealt_out_to_those_who_act_together(text: str, expected: list[str]) -> None:
    """Who does something 与 somebody is spoken of with him where 各 or 共同 says that both do it."""
    assert told_of("metric", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "专注水泵的青禾科技昨日宣布拿到1亿元B轮融资，海棠资本领投，云岭基金参投，估值达30亿元。",
            ["青禾科技 100000000CNY label=B轮融资", "青禾科技 3000000000CNY label=估值"],
        ),
        ("从事养殖业务的海棠股份去年营收3亿元。", ["海棠股份 300000000CNY label=营收"]),
    ],
)
def test_what_a_firm_does_before_its_name_hides_it_from_nothing(text: str, expected: list[str]) -> None:
    """A relative clause in front of a firm's name leaves it spoken of; a valuation is of who raised money."""
    assert [line.partition(" time=")[0] for line in told_of("metric", text)] == expected


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("holds_event", "该事项尚需提交海棠股份股东大会批准。"),
        ("industry", "海棠股份曾与青禾电子开展贸易业务。"),
        ("located_in", "日本全国有三千家老店。"),
        ("metric", "海棠股份2021年年报由信达会计师事务所有限责任公司审计。公司实现营业收入3亿元。"),
    ],
)
def test_what_is_not_told_of_who_stands_near(relation: str, text: str) -> None:
    """Sittings to come, partners in dealings, a country's 全国, auditors, for whom 公司 does not stand."""
    assert [line for line in told_of(relation, text) if not line.startswith("海棠股份 300000000CNY")] == []
