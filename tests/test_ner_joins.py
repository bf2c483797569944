"""Names joined that the models cut, and freed from what they swallowed."""

import pytest
from support import pipeline

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
        ("省财政厅会同省教育厅", [("省财政厅会同省教育厅", ORG)], ["省财政厅 ORG", "省教育厅 ORG"]),
        ("青芽资本持股", [("青芽", ORG)], ["青芽资本 ORG"]),
        ("国务院安委会第三巡查组进驻", [("国务院安委会", ORG)], ["国务院安委会第三巡查组 ORG"]),
        ("青芽资管获利", [("青芽", ORG)], ["青芽资管 ORG"]),
        (
            "青芽空间（宁波）航天公司上市",
            [("青芽空间", ORG), ("宁波）航天公司", ORG)],
            ["青芽空间（宁波）航天公司 ORG"],
        ),
        ("青芽理财获证监会批准", [("青芽理财获证监会", ORG)], ["青芽理财 ORG", "证监会 ORG"]),
        ("成都高新区高端医疗器械集群", [("成都高新区高端医疗器械", ORG)], ["成都高新区 PARK"]),
        ("浙江出口汽车3万辆", [("浙江出口汽车", ORG)], ["浙江 PLACE"]),
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
    "name",
    [
        "宁波建设集团",
        "中国建设银行",
        "国家林业和草原局",
        "大兴安岭地区",
        "宁波推进数字改革大会",
        "宁波进口汽车贸易有限公司",
    ],
)
def test_whole_names_stay(name: str) -> None:
    assert joined(f"{name}发文", (name, ORG)) == [f"{name} ORG"]


def test_a_branch_tells_its_firm_and_its_place() -> None:
    doc = pipeline()("青禾人寿宁波分公司昨日开业。")
    found = {(m.span.of(doc.text), m.type) for m in doc._.mentions}
    assert ("青禾人寿宁波分公司", MentionType.ORG) in found
    assert ("宁波", MentionType.PLACE) in found


def test_the_government_behind_its_places_name() -> None:
    doc = pipeline()("根据江西省政府印发的文件，项目明年启动。")
    assert ("江西省政府", MentionType.ORG) in {(m.span.of(doc.text), m.type) for m in doc._.mentions}


def test_purchases_of_a_government_are_no_government() -> None:
    doc = pipeline()("北京市政府采购中心主任出席。")
    assert ("北京市政府", MentionType.ORG) not in {(m.span.of(doc.text), m.type) for m in doc._.mentions}


def test_a_road_with_its_number_is_apart_from_its_city() -> None:
    text = "海棠研究所设在宁州市东山大道3号。"
    assert "东山大道3号" in {m.span.of(text) for m in pipeline()(text)._.mentions}


def test_who_edits_a_book_is_named_with_it() -> None:
    text = "《宁州年鉴》编委会昨天开会。"
    found = {(m.span.of(text), m.type) for m in pipeline()(text)._.mentions}
    assert {("《宁州年鉴》编委会", MentionType.ORG), ("宁州年鉴", MentionType.DOCUMENT)} <= found
