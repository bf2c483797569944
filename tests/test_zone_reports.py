"""Reports of zones and of cities' industry, as ministries and portals bring them: whole sentences."""

from datetime import date

import pytest
from support import pipeline, rules, told_of

from kg.document import Document
from kg.pipeline import understand

DAY = date(2022, 3, 10)


def told(text: str, relation: str) -> list[str]:
    """Return the facts of one relation of an article of that day, without its name."""
    return told_of(relation, text, DAY)


def named(text: str) -> set[str]:
    """Return the names of an article with their types."""
    article = understand(Document("a", text, day=DAY), pipeline(), rules())
    return {f"{entity.name}/{entity.type}" for entity in article.entities}


@pytest.mark.parametrize(
    ("text", "names", "never"),
    [
        # a measure word is none where it begins the next word
        ("该局专门制定项目进度方案。", set(), {"目进度方案/DOCUMENT"}),
        ("已投产项目青茶饮料项目运转正常。", set(), {"目青茶饮料项目/FACILITY"}),
        # what a body does is no part of a name
        ("今年，宁州高新区计划实施3个项目。", {"宁州高新区/PARK"}, {"宁州高新区计划/POLICY"}),
        ("苏州市计划建设电厂。", {"苏州市/PLACE"}, {"苏州市计划建设电厂/FACILITY"}),
        ("宁州高新区领航计划启动。", {"宁州高新区领航计划/POLICY"}, set()),
        # clusters of firms
        ("苏州市物联网集群产值大。", {"苏州市物联网集群/GROUP"}, set()),
        ("苏州市产业集群产值大。", set(), {"苏州市产业集群/GROUP"}),
        # what bodies do for a trade is none, nor is the level of the place whose it is
        ("市委、市政府十分看重海工装备产业。", {"海工装备产业/INDUSTRY"}, {"市委/INDUSTRY"}),
        ("江海区要聚焦做大三大支柱产业。", set(), {"做大/INDUSTRY"}),
        # a base is no firm because it is being built
        ("加快华光数据成都基地建设，年内投产。", {"华光数据成都基地/FACILITY"}, set()),
        # of what trade a thing is, and what a meeting is about
        ("他推介了宁州轨道交通装备产业。", {"轨道交通装备产业/INDUSTRY"}, {"宁州轨道交通/FACILITY"}),
        (
            "11月1日，以“共赢合作”为主题的2021中国（合肥）光电巡回展示活动在合肥开幕。",
            {"2021中国（合肥）光电巡回展示活动/EVENT"},
            set(),
        ),
        ("周海参加跨国公司圆桌对话会。", {"跨国公司圆桌对话会/EVENT"}, set()),
    ],
)
def test_names(text: str, names: set[str], never: set[str]) -> None:
    found = named(text)
    assert names <= found
    assert not never & found


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        # zones by their full and their short forms are one
        ("上湖经济技术开发区扩区。上湖经开区很大。", "alias", ["上湖经济技术开发区 上湖经开区"]),
        (
            "中国（湖北）自由贸易试验区挂牌。湖北自贸区很大。",
            "alias",
            ["中国（湖北）自由贸易试验区 湖北自贸区"],
        ),
        ("上湖经济技术开发区扩区。下湖经开区很大。", "alias", []),
        # a quarter is no division because of its last character
        ("沧州中关村软件园开园。", "located_in", ["沧州中关村软件园 沧州"]),
        # zones of several cities are not the cities
        ("海口、长沙、郑州等高新区负责人携手结盟。", "cooperates_with", []),
        ("太原、长沙携手成立联盟。", "cooperates_with", ["太原 长沙 label=携手"]),
        # what a deed is for is none
        ("宁州高新区为全面推进“百企倍增计划”提供支持。", "promotes", []),
        ("宁州高新区全面推进“百企倍增计划”。", "promotes", ["宁州高新区 百企倍增计划 label=全面推进"]),
        # a known firm's first characters are no place of its plant
        ("东风本田检测中心成立。", "located_in", []),
        # trades
        (
            "宁州高新区围绕做精茶叶加工、做强陶瓷材料两大支柱产业招商。",
            "industry",
            ["宁州高新区 茶叶加工 label=做精", "宁州高新区 陶瓷材料 label=发展"],
        ),
        (
            "宁州开发区形成了以造船、制糖为支撑的特色产业集群。",
            "industry",
            ["宁州开发区 造船 label=特色产业", "宁州开发区 制糖 label=特色产业"],
        ),
        # meetings and papers that their frames tell
        (
            "7月12日，全市海工产业培育会召开。副市长周海出席会议。",
            "attends",
            ["周海 全市海工产业培育会 label=出席会议"],
        ),
        (
            "工信部公布2021年智能工厂考核评价结果。",
            "issued",
            ["工信部 2021年智能工厂考核评价结果 label=公布"],
        ),
        (
            "宁州新区聚焦集成电路、航空航天、深海再制造六大前沿产业。",
            "industry",
            [f"宁州新区 {trade} label=聚焦" for trade in ("集成电路", "航空航天", "深海再制造")],
        ),
        # 会议 that is convened is another than the last one named
        (
            "宁州高新区昨日举办第三届光电论坛。会后，江海市科技局召开会议，部署工作。",
            "holds_event",
            ["宁州高新区 第三届光电论坛 label=举办 time=2022-03-09"],
        ),
        # a fair between two cities is in neither for its name, nor a zone in a quarter of a common name
        ("北京·香港经济合作洽谈会开幕。", "located_in", []),
        ("市北高新区开园。", "located_in", []),
        # who runs a zone is no part of its party's committee
        (
            "高区工委委员、管委副主任陈望介绍，项目落地。",
            "post",
            ["陈望 高区工委 label=委员", "陈望 高区管委 label=副主任"],
        ),
        # the last of a row behind a comma and 以及; who witnesses is there
        (
            "江海市昨日举行项目签约仪式，市领导高欣、樊晓，以及海棠股份董事长周海出席并见证签约。",
            "attends",
            [f"{who} 项目签约仪式 label=出席并见证签约 time=2022-03-09" for who in ("高欣", "樊晓", "周海")],
        ),
        # what two talk about is no trade of theirs
        ("重庆、成都签署协议，围绕造船、制糖等开展长期合作。", "industry", []),
        # firms of a kind hold no meeting
        ("周海参加跨国公司圆桌对话会。", "holds_event", []),
        # what stands in a list is no deed of what stands before it
        ("海棠药业签约仪式、拟落地成都优秀项目路演等环节昨日举行。", "located_in", []),
        # papers of the state's bodies by either name
        ("中国科学技术部昨天开会。科技部表示满意。", "alias", ["中国科学技术部 科技部"]),
        (
            "科技部近日支持海口、成都、南宁建设国家深海装备创新试验区。",
            "designated",
            [f"{city} 国家深海装备创新试验区 label=建设" for city in ("海口", "成都", "南宁")],
        ),
        (
            "宁州高新区将打造北部港口最为密集、渔业配套最为完善的标志性区域。",
            "goal",
            ["宁州高新区 北部港口最为密集、渔业配套最为完善的标志性区域 label=打造 status=planned"],
        ),
        # goals
        (
            "宁州新城是条件最好的新城，将用若干年时间建设成为近海渔业的核心承载区。",
            "goal",
            ["宁州新城 近海渔业的核心承载区 label=建设成为 status=planned"],
        ),
        (
            "宁州工业园区去年扩建，努力打造放心消费环境。",
            "goal",
            ["宁州工业园区 放心消费环境 label=努力打造 status=planned"],
        ),
        (
            "宁州产业园区的总体目标是到2030年全面建成“千亿船舶园区”。",
            "goal",
            ["宁州产业园区 千亿船舶园区 label=全面建成 time=2030 status=planned"],
        ),
        (
            "宁州高新区全力打造“星火”品牌升级版。",
            "goal",
            ["宁州高新区 “星火”品牌升级版 label=打造 status=planned"],
        ),
        (
            "宁州金融城要紧跟时代，重点打造跨境结算高地，同时构建国际银行联盟。",
            "goal",
            [
                "宁州金融城 国际银行联盟 label=构建 status=planned",
                "宁州金融城 跨境结算高地 label=打造 status=planned",
            ],
        ),
        ("宁州园计划打造的算力基地位于江海县。", "goal", []),
        # honours
        (
            "江海县先后创成国家茶业强县试点区、国家“双创”示范基地。",
            "designated",
            ["江海县 国家茶业强县试点区 label=创成", "江海县 国家“双创”示范基地 label=创成"],
        ),
    ],
)
def test_facts(text: str, relation: str, facts: list[str]) -> None:
    assert sorted(told(text, relation)) == sorted(facts)
