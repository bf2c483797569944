"""Statistics of places: whose a number is under a heading, in a list of parts or behind a blank."""

from datetime import date

import pytest
from support import pipeline, read, told_of

DAY = date(2022, 7, 26)
ZONE = {"PARK": "甲高新区"}


def lines(text: str, **names: str) -> list[str]:
    """Return the metrics as lines without the relation."""
    return [line.replace(" metric", "", 1) for line in read(text, "metric", DAY, **names)]


def told(text: str, relation: str = "metric") -> list[str]:
    """Return the facts of one relation that the whole pipeline reads."""
    return told_of(relation, text, DAY)


def test_statistics_under_headings_are_of_the_place_that_the_report_is_on() -> None:
    text = (
        "上半年，台州市规模以上工业增加值增长4%。\n一、投资平稳。\n固定资产投资增长7%。"
        "其中，民间投资下降2%。\n二、消费回升。\n社会消费品零售总额900亿元。"
    )
    half = "time=2022-01-01/2022-06-30"
    assert told(text) == [
        f"台州市 2% label=民间投资下降 {half}",
        f"台州市 4% label=规模以上工业增加值增长 {half}",
        f"台州市 7% label=固定资产投资增长 {half}",
        f"台州市 90000000000CNY label=社会消费品零售总额 {half}",
    ]


def test_a_paragraph_on_a_part_of_a_place_does_not_move_the_report() -> None:
    text = (
        "一季度，台州市地区生产总值1400亿元。\n温岭市是亮点之一。固定资产投资增长9%。\n"
        "一般公共预算收入120亿元。"
    )
    quarter = "time=2022-01-01/2022-03-31"
    assert told(text) == [
        f"台州市 12000000000CNY label=一般公共预算收入 {quarter}",
        f"台州市 140000000000CNY label=地区生产总值 {quarter}",
        "温岭市 9% label=固定资产投资增长",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("台州市地区生产总值1400亿元。乙药业去年停产。固定资产投资增长9%。", {"ORG": "乙药业"}),
        ("台州市地区生产总值1400亿元。设备交付900台。", {}),
        ("固定资产投资增长9%。", {}),
    ],
)
def test_no_place_has_the_numbers_of_others(text: str, names: dict[str, str]) -> None:
    place = {"PLACE": "台州市"} if "台州市" in text else {}
    assert [line for line in lines(text, **place, **names) if "地区生产总值" not in line] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "台州市出口300亿元，温岭市、玉环市分别增长5%和6%。",
            {"温岭市 5% label=出口增长", "玉环市 6% label=出口增长"},
        ),
        ("台州市固定资产投资300亿元，温岭市增长5%。", {"温岭市 5% label=固定资产投资增长"}),
    ],
)
def test_another_place_goes_on_with_the_metric_told_before(text: str, wanted: set[str]) -> None:
    assert wanted <= set(lines(text, PLACE="台州市 温岭市" + " 玉环市" * ("玉环市" in text)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲高新区规上企业总数增至90家。", ["甲高新区 90家 label=规上企业总数"]),
        ("甲高新区将形成两个五百亿级产业集群。", []),
        (
            "甲高新区首季开门红 规上工业产值增长9%",
            ["甲高新区 9% label=规上工业产值增长 time=2022-01-01/2022-03-31"],
        ),
    ],
)
def test_classes_terms_and_headlines(text: str, wanted: list[str]) -> None:
    assert lines(text, **ZONE) == wanted


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        ("甲高新区先后赴无锡、常州等地开展观摩活动。", "promotes", ["甲高新区 观摩活动 label=开展"]),
        (
            "四级调研员何秉文拟任台州市审计局局长，市投资促进中心主任周望舒拟任台州市商务局副局长。",
            "post",
            [
                "何秉文 台州市审计局 label=局长 status=planned",
                "周望舒 台州市商务局 label=副局长 status=planned",
                "周望舒 市投资促进中心 label=主任",
            ],
        ),
        (
            "台州市昨日举行外资项目签约仪式。签约仪式由台州市副市长周望舒主持。",
            "attends",
            ["周望舒 外资项目签约仪式 label=主持"],
        ),
        (
            "由中国缝制机械协会主办的2022中国缝制机械发展论坛在台州举办。",
            "holds_event",
            ["中国缝制机械协会 2022中国缝制机械发展论坛 label=主办"],
        ),
        (
            "椒江经济开发区扩容。中瑞机电合作园成立于2015年。截至6月底，园区引进企业87家。",
            "metric",
            ["中瑞机电合作园 87家 label=引进企业 time=2022-06-30"],
        ),
    ],
)
def test_who_acts_in_news_of_places(text: str, relation: str, wanted: list[str]) -> None:
    assert told(text, relation) == wanted


def test_a_bureau_of_the_state_tells_the_countrys_figures() -> None:
    text = "国家统计局发布的数据显示，消费回暖。社会消费品零售总额增长3%。"
    assert told(text) == ["中国 3% label=社会消费品零售总额增长"]
    assert told("钟表协会发布的数据显示，消费回暖。社会消费品零售总额增长3%。") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "台州市印发《台州市缝制设备提升行动计划（2022—2025年）》。《计划》提出，推广三类机床。",
            ["台州市缝制设备提升行动计划（2022—2025年） 推广三类机床 label=提出"],
        ),
        (
            "台州市印发《缝制设备提升实施方案》。方案提出，推广三类机床。",
            ["缝制设备提升实施方案 推广三类机床 label=提出"],
        ),
        ("台州市计划提出申请。", []),
        (
            "台州市昨日召开缝制设备产业推进大会。会议指出，机床要用国产的。",
            ["缝制设备产业推进大会 机床要用国产的 label=指出"],
        ),
    ],
)
def test_a_paper_is_meant_by_what_it_is(text: str, wanted: list[str]) -> None:
    assert told(text, "says") == wanted


def test_numbers_that_a_paper_tells_are_of_the_place_that_issued_it() -> None:
    text = "台州市印发《缝制设备提升实施方案》，方案明确8项任务。方案提出，到2025年产值达到300亿元。"
    assert told(text) == ["台州市 30000000000CNY label=产值 time=2025 status=planned"]


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("匈牙利建筑业陷入低迷。", []),
        ("三都渔业陷入低迷。", ["三都渔业"]),
    ],
)
def test_a_trade_of_a_country_is_no_body(text: str, orgs: list[str]) -> None:
    assert [m.span.of(text) for m in pipeline()(text)._.mentions if m.type.value == "ORG"] == orgs


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        (
            "椒江经济开发区扩容。椒江区委常委、开发区党工委书记何秉文说，开发区有企业112户。",
            "metric",
            ["椒江经济开发区 112户 label=企业"],
        ),
        (
            "椒江经济开发区扩容。乙药业将建设开发区，面积3亩。",
            "metric",
            ["乙药业 3亩 label=面积 status=planned"],
        ),
        (
            "台州高新区瓦楞纸产量占全国的30%、世界的12%。",
            "metric",
            ["台州高新区 12% label=瓦楞纸产量占世界", "台州高新区 30% label=瓦楞纸产量占全国"],
        ),
        ("台州高新区高新技术企业新增14家。", "metric", ["台州高新区 14家 label=高新技术企业新增"]),
        (
            "台州综合保税区出口增长4%；一体化阀门检修基地实现产值80亿元，上缴税收2亿元。",
            "metric",
            [
                "一体化阀门检修基地 200000000CNY label=税收",
                "一体化阀门检修基地 8000000000CNY label=产值",
                "台州综合保税区 4% label=出口增长",
            ],
        ),
        (
            "工业和信息化部发布《第九批绿色工厂名单》，共有20家工厂榜上有名。",
            "metric",
            [],
        ),
        (
            "台州新区布局低空经济、生命健康两大未来产业。",
            "industry",
            ["台州新区 低空经济 label=布局", "台州新区 生命健康 label=布局"],
        ),
        ("全面合作签约仪式昨天举行。", "located_in", []),
    ],
)
def test_numbers_and_names_of_zones(text: str, relation: str, wanted: list[str]) -> None:
    assert told(text, relation) == wanted


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        (
            "台州市地区生产总值5000亿元。新增上市公司4家，总数达到34家。",
            "metric",
            [
                "台州市 34家 label=上市公司总数",
                "台州市 4家 label=新增上市公司",
                "台州市 500000000000CNY label=地区生产总值",
            ],
        ),
        # of the zone before, not of the one that only a later clause speaks of
        (
            "台州市地区生产总值5000亿元。高新技术企业512家；椒江科技走廊加快建设。",
            "metric",
            ["台州市 500000000000CNY label=地区生产总值", "台州市 512家 label=高新技术企业"],
        ),
        # 开发区 of a text on many is none of them
        (
            "椒江经济开发区和温岭经济开发区参评。开发区贡献了六成的税收，面积5平方公里。",
            "metric",
            [],
        ),
        ("国务院批复同意三家省级高新区升级为国家高新区。", "designated", []),
        (
            "椒江高新区经国务院批准升级为国家级高新技术产业开发区。",
            "designated",
            ["椒江高新区 国家级高新技术产业开发区 label=升级为"],
        ),
        (
            "台州市第六届人民代表大会第三次会议开幕。市长周望舒作报告。",
            "post",
            ["周望舒 台州市 label=市长"],
        ),
        (
            "椒江高新区与中国棉纺织科学院、台州学院签约。",
            "cooperates_with",
            [
                "椒江高新区 中国棉纺织科学院 label=签约",
                "椒江高新区 台州学院 label=签约",
            ],
        ),
        ("釜山—台州经贸交流会昨天举行。", "located_in", []),
        (
            "缝制设备研究中心椒江基地揭牌暨项目签约活动在台州举行。",
            "located_in",
            [
                "缝制设备研究中心椒江基地 椒江",
                "缝制设备研究中心椒江基地揭牌暨项目签约活动 台州 label=举行",
            ],
        ),
    ],
)
def test_reports_on_zones_and_cities(text: str, relation: str, wanted: list[str]) -> None:
    assert told(text, relation) == wanted


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        (
            "缝制装备研究院台州分院、台州缝制研究院落户椒江高新区。研究院现有职工300人。",
            "metric",
            ["台州缝制研究院 300人 label=职工"],
        ),
        (
            "台州缝制研究院落户椒江高新区。研究院院长由台州学院教授周望舒担任。",
            "post",
            ["周望舒 台州学院 label=教授", "周望舒 台州缝制研究院 label=院长"],
        ),
        ("椒江区块聚焦泵阀产业，产值90亿元。", "metric", ["椒江区块 9000000000CNY label=产值"]),
        (
            "台州高新区贡献了全市7.6%的税收、17%的进出口。",
            "metric",
            ["台州高新区 17% label=进出口", "台州高新区 7.6% label=税收"],
        ),
        (
            "温岭市副市长周望舒表示，市里将出资1亿元设立泵阀产业基金。",
            "metric",
            ["温岭市 100000000CNY label=出资 status=planned"],
        ),
        (
            "椒江高新区2015年升级为国家级高新区，规划面积15平方公里。",
            "metric",
            ["椒江高新区 15平方公里 label=规划面积"],
        ),
        ("椒江高新区在考核中居第9位，较上年上升7位。", "metric", []),
        (
            "其中智能手机产量5万台，增长3%；集成电路产量7万块。",
            "metric",
            ["智能手机 3% label=产量增长", "智能手机 50000台 label=产量", "集成电路 70000块 label=产量"],
        ),
        (
            "浙江省政府举行台州湾新区成立四周年新闻发布会。",
            "holds_event",
            ["浙江省政府 台州湾新区成立四周年新闻发布会 label=举行"],
        ),
        (
            "海洋研究院舟山研究所台州工作站昨天揭牌。",
            "located_in",
            ["海洋研究院舟山研究所台州工作站 台州"],
        ),
    ],
)
def test_words_that_zones_and_institutes_are_called_by(text: str, relation: str, wanted: list[str]) -> None:
    assert told(text, relation) == wanted


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        (
            "浙江省12家国家高新区受影响较大，营业收入下降3%。",
            "metric",
            ["浙江省12家国家高新区 3% label=营业收入下降"],
        ),
        (
            "浙江省政府印发《缝制设备提升实施意见》，提出到2025年研发投入强度超过5%。",
            "metric",
            ["浙江省 5% label=研发投入强度 time=2025 status=planned"],
        ),
        (
            "浙江省政府印发《提升实施意见》，到2025年，全省高新区上市公司达到500家。",
            "metric",
            ["全省高新区 500家 label=上市公司 time=2025 status=planned"],
        ),
        (
            "台州市对德国进出口额7亿元，增长3%。",
            "metric",
            ["台州市 3% label=对德国进出口额增长", "台州市 700000000CNY label=对德国进出口额"],
        ),
        ("东部地区高新区营业收入增长3%。", "located_in", []),
        (
            "在评价中，南京高新区列第3位，宁波高新区进步明显。",
            "located_in",
            ["南京高新区 南京", "宁波高新区 宁波"],
        ),
        (
            "缝制技术实验室昨天揭牌。实验室现有职工30人。",
            "metric",
            ["缝制技术实验室 30人 label=职工"],
        ),
    ],
)
def test_zones_of_a_province_and_papers_of_its_government(
    text: str, relation: str, wanted: list[str]
) -> None:
    assert told(text, relation) == wanted


def test_a_zone_with_two_official_names_has_one_short_one() -> None:
    text = (
        "浙江自贸区宁波片区迎来五周年。中国（浙江）自由贸易试验区宁波片区于2020年挂牌。"
        "宁波片区管委会介绍，宁波片区新增企业3家。"
    )
    assert told(text) == ["中国（浙江）自由贸易试验区宁波片区 3家 label=新增企业"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # 全市 is the city reported on, not the one in it that was named last
        (
            "台州市出口3亿元。从县域看，温岭市、玉环市位居前二。\n全市固定资产投资增长9%。",
            ["台州市 300000000CNY label=出口", "台州市 9% label=固定资产投资增长"],
        ),
        (
            "台州市出口3亿元。\n温岭市出口1亿元。\n全市固定资产投资增长9%。",
            [
                "台州市 300000000CNY label=出口",
                "台州市 9% label=固定资产投资增长",
                "温岭市 100000000CNY label=出口",
            ],
        ),
        (
            "台州市出口3亿元。\n绍兴市出口1亿元，全市固定资产投资增长9%。",
            [
                "台州市 300000000CNY label=出口",
                "绍兴市 100000000CNY label=出口",
                "绍兴市 9% label=固定资产投资增长",
            ],
        ),
        (
            "台州市出口增长6%，高于全国0.8个、全省0.3个百分点。",
            [
                "台州市 0.3个百分点 label=出口增长高于全省",
                "台州市 0.8个百分点 label=出口增长高于全国",
                "台州市 6% label=出口增长",
            ],
        ),
        (
            "台州市第一产业增加值增长3%，第二产业增长7%。",
            [
                "台州市 3% label=第一产业增加值增长",
                "台州市 7% label=第二产业增加值增长",
            ],
        ),
        (
            "温岭市、玉环市规上工业增加值增速位居前二，分别为9%和8%。",
            ["温岭市 9% label=规上工业增加值增速", "玉环市 8% label=规上工业增加值增速"],
        ),
        (
            "缝制设备大会发布《2022缝制设备目录》，收录机床300台。",
            [],
        ),
    ],
)
def test_wholes_and_what_they_are_held_against(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


def test_a_list_of_some_has_its_numbers_together() -> None:
    text = "天台山、神仙居等A级景区接待游客3万人次，实现旅游收入5亿元，分别增长4%和6%。"
    assert {line.split()[0] for line in lines(text, FACILITY="天台山 神仙居")} == {"天台山、神仙居等A级景区"}


def test_numbers_are_dealt_out_to_periods_of_one_year() -> None:
    text = "2021年，岳阳市稳步向前。岳阳市一季度、上半年和全年外贸增速分别为5%、6%和7%。"
    assert told(text) == [
        "岳阳市 5% label=外贸增速 time=2021-01-01/2021-03-31",
        "岳阳市 6% label=外贸增速 time=2021-01-01/2021-06-30",
        "岳阳市 7% label=外贸增速 time=2021",
    ]


def test_what_follows_a_ware_behind_a_semicolon_is_of_another() -> None:
    text = "电冰箱产量30万台，增长4%；橡胶软管5吨，增长9%。"
    assert not [line for line in told(text) if "橡胶" in line and line.startswith("电冰箱")]


def test_a_base_of_two_words_belongs_to_the_change() -> None:
    text = "岳阳市土地出让收入9亿元，同口径下降3%。"
    assert "岳阳市 3% label=土地出让收入同口径下降" in told(text)


def test_a_share_that_describes_is_of_what_it_describes() -> None:
    assert told("岳阳高新区吸引了占全省8%的外商投资。") == ["岳阳高新区 8% label=外商投资占全省"]


def test_what_is_spent_is_no_number_of_the_next_verb() -> None:
    text = "海棠公司斥资2亿元成立了一家工厂，去年完成3000吨锂盐的生产。"
    assert told(text) == ["海棠公司 200000000CNY label=斥资"]


def test_counted_zones_are_a_group() -> None:
    assert told("17家综保区出口额增长3%。")[0].startswith("综保区 ")


def test_foreign_capital_used_is_one_metric() -> None:
    assert told("岳阳市实际利用外资2亿美元。") == ["岳阳市 200000000USD label=实际利用外资"]
