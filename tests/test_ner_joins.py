"""Names joined that the models cut, and freed from what they swallowed."""

import pytest

from kg.document import Span
from kg.lac import Word
from kg.mentions.joins import join_names
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType


def joined(text: str, *parts: tuple[str, MentionType]) -> list[str]:
    """Return the names after joining, of a text whose words are single characters."""
    words = [Word(i, i + 1, "n") for i in range(len(text))]
    found = [
        Mention(Span(text.index(name), text.index(name) + len(name)), kind, "model") for name, kind in parts
    ]
    return [f"{m.span.of(text)} {m.type}" for m in join_names(Lexis(text, words), found)]


ORG, PLACE = MentionType.ORG, MentionType.PLACE


@pytest.mark.parametrize(
    ("text", "parts", "wanted"),
    [
        (
            "青芽医疗科技（宁波）股份有限公司上市",
            [("青芽医疗科技", ORG), ("宁波）股份有限公司", ORG)],
            ["青芽医疗科技（宁波）股份有限公司 ORG"],
        ),
        ("浙江省经济和信息化厅发文", [("浙江省", PLACE)], ["浙江省经济和信息化厅 ORG"]),
        ("财政部税制与综合司", [("财政部", ORG), ("综合司", ORG)], ["财政部税制与综合司 ORG"]),
        ("某省能源局新能源处处长", [("某省能源局新能源", ORG)], ["某省能源局新能源处 ORG"]),
        (
            "希望宁波建设国际智能制造中心",
            [("宁波建设国际智能制造中心", ORG)],
            ["宁波 PLACE", "国际智能制造中心 ORG"],
        ),
        ("青芽期货副总经理兼研究院", [("青芽期货副总经理兼研究院", ORG)], ["青芽期货 ORG", "副总经理 TITLE"]),
        ("宁波GDP增长", [("宁波GDP", ORG)], ["宁波 PLACE"]),
        ("宁波地区气温", [("宁波地区", PLACE)], ["宁波 PLACE"]),
        (
            "青芽税务局和国家税务总局",
            [("青芽税务局和国家税务总局", ORG)],
            ["青芽税务局 ORG", "国家税务总局 ORG"],
        ),
    ],
)
def test_repaired(text: str, parts: list[tuple[str, MentionType]], wanted: list[str]) -> None:
    assert joined(text, *parts) == wanted


@pytest.mark.parametrize(
    "name", ["宁波建设集团", "中国建设银行", "国家林业和草原局", "大兴安岭地区", "宁波推进数字改革大会"]
)
def test_whole_names_stay(name: str) -> None:
    assert joined(f"{name}发文", (name, ORG)) == [f"{name} ORG"]
