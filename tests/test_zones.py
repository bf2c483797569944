"""News of zones: whole sentences through the whole pipeline, as papers print them."""

from datetime import date

import pytest
from support import pipeline, rules, told_of

from kg.document import Document
from kg.pipeline import understand

DAY = date(2022, 3, 10)


def told(text: str, relation: str) -> list[str]:
    """Return the facts of one relation of an article of that day, without its name."""
    return told_of(relation, text, DAY)


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        # what a name tells
        (
            "营口片区管委会昨天开会。",
            "part_of",
            ["营口片区管委会 营口片区"],
        ),
        (
            "中国（辽宁）自由贸易试验区营口片区已经揭牌。",
            "part_of",
            ["中国（辽宁）自由贸易试验区营口片区 中国（辽宁）自由贸易试验区"],
        ),
        (
            "遂宁经济技术开发区（电子信息、锂电）入选。",
            "industry",
            ["遂宁经济技术开发区 电子信息", "遂宁经济技术开发区 锂电"],
        ),
        ("滇中新区宁德时代满产。", "located_in", ["宁德时代 宁德", "宁德时代 滇中新区"]),
        # who is meant
        (
            "合肥3月9日电（记者周望舒）记者从安徽省科技厅获悉，全省有孵化器300家。",
            "metric",
            ["安徽省 300家 label=孵化器"],
        ),
        (
            "上海自贸试验区管委会副主任周望舒表示，区内新设企业1.2万家。",
            "metric",
            ["上海自贸试验区 12000家 label=新设企业"],
        ),
        (
            "安徽省科技厅昨天开会，省委常委周望舒主持会议。",
            "post",
            ["周望舒 安徽省委 label=常委"],
        ),
        (
            "衢州市委副书记、市长何秉文到场，市委常委、常务副市长周望舒主持。",
            "post",
            [
                "何秉文 衢州市 label=市长",
                "何秉文 衢州市委 label=副书记",
                "周望舒 衢州市 label=常务副市长",
                "周望舒 衢州市委 label=常委",
            ],
        ),
        # whose a number is
        (
            "苏州高新区设立总规模200亿元的青芽产业引导基金。",
            "metric",
            ["青芽产业引导基金 20000000000CNY label=总规模"],
        ),
        (
            "合肥、芜湖、蚌埠三市的孵化器数量占全国的3%。",
            "metric",
            ["合肥、芜湖、蚌埠三市 3% label=孵化器数量占全国"],
        ),
        ("皖北六市投资下降2%。", "metric", ["皖北六市 2% label=投资下降"]),
        (
            "徐州市增加值增长4.1%，增速比1月加快0.8个百分点，比全国平均水平高0.5个百分点。",
            "metric",
            [
                "徐州市 0.5个百分点 label=增加值增速比全国平均水平高",
                "徐州市 0.8个百分点 label=增加值增速比1月加快",
                "徐州市 4.1% label=增加值增长",
            ],
        ),
        # names
        ("去年，第六元素（831190）增资。", "ticker", ["第六元素 831190"]),
        ("本报武汉讯（记者周望舒）3月9日，实验室开工。", "located_in", []),
        (
            "苏州高新区率先推行“标准地”改革。",
            "promotes",
            ["苏州高新区 “标准地”改革 label=推行"],
        ),
    ],
)
def test_news_of_zones(text: str, relation: str, facts: list[str]) -> None:
    assert told(text, relation) == facts


def test_the_trades_of_a_zone_stand_in_a_bracket() -> None:
    found = told(
        "入选的有自贡高新技术产业园区（节能环保、装备制造）和遂宁经济技术开发区（电子信息）。", "industry"
    )
    assert found == [
        "自贡高新技术产业园区 节能环保",
        "自贡高新技术产业园区 装备制造",
        "遂宁经济技术开发区 电子信息",
    ]


def test_a_foreign_firm_is_also_called_without_its_country() -> None:
    article = Document("a", "新加坡辉朗科技昨天开会。")
    entities = understand(article, pipeline(), rules()).entities
    assert [e.aliases for e in entities if e.name == "新加坡辉朗科技"] == [("辉朗科技",)]


def test_a_name_that_a_list_gave_away_is_known_again() -> None:
    text = "苏州高新区集聚第六元素、二维碳素、碳元科技等企业80多家。二维碳素收购了碳元科技。"
    assert told(text, "acquires") == ["二维碳素 碳元科技 label=收购"]
