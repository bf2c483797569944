"""Numbers in news of firms, projects and zones: whose they are and what they are called."""

from datetime import date

import pytest
from support import read, told_of

DAY = date(2022, 10, 20)


def metrics(text: str, **names: str) -> list[str]:
    """Return the metrics as lines without the word ``metric``."""
    return [line.replace(" metric", "", 1) for line in read(text, "metric", DAY, **names)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲光电建有全自动分拣线两条。", ["甲光电 2条 label=全自动分拣线"]),
        ("甲光电申请的专利已有7000多项。", ["甲光电 7000项 label=专利"]),
        ("甲光电在外需的拉动下实现产值114亿元。", ["甲光电 11400000000CNY label=产值"]),
        ("甲光电同店销售额下滑50%。", ["甲光电 50% label=同店销售额下滑"]),
    ],
)
def test_a_name_is_whole_and_no_longer_than_it_is(text: str, wanted: list[str]) -> None:
    assert metrics(text, ORG="甲光电") == wanted


def test_a_known_name_may_begin_with_a_verb() -> None:
    text = "甲光电招工200人，研发投入2亿元，带动就业300人。"
    assert "甲光电 200000000CNY label=研发投入" in metrics(text, ORG="甲光电")
    assert "甲光电 300人 label=带动就业" in metrics(text, ORG="甲光电")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "宁州市签约项目40个，总投资279亿元，其中过5亿元的项目16个。",
            [
                "宁州市 16个 label=过5亿元的项目",
                "宁州市 40个 label=签约项目",
                "宁州市签约项目 27900000000CNY label=总投资",
            ],
        ),
        ("宁州市产值过50亿元的企业达3家。", ["宁州市 3家 label=产值过50亿元的企业"]),
    ],
)
def test_a_threshold_is_part_of_a_name(text: str, wanted: list[str]) -> None:
    assert metrics(text, PLACE="宁州市") == wanted


def test_a_group_is_dealt_out_to_fields() -> None:
    text = "36个产业集群中，建材领域9个、纺织服装领域7个。"
    assert metrics(text) == [
        "36个产业集群 36个 label=数量",
        "36个产业集群 7个 label=纺织服装领域",
        "36个产业集群 9个 label=建材领域",
    ]
    assert not metrics("36个产业集群中，有9个在建。")


def test_parts_of_a_country_have_some_of_a_group() -> None:
    text = "36个产业集群涉及8个市，其中苏北地区20个、宁州市16个。"
    assert {"苏北地区 20个 label=产业集群", "宁州市 16个 label=产业集群"} <= set(
        metrics(text, PLACE="苏北地区 宁州市")
    )


def test_how_many_of_a_whole_are_no_share() -> None:
    text = "宁州市签约6个项目，总投资7亿元，工业项目占到5个。"
    assert not [line for line in metrics(text, PLACE="宁州市") if " 5个" in line]


def test_who_is_next_in_a_row_has_its_own_numbers() -> None:
    text = "甲光电以9亿元的营业收入领先，其次是乙药业，营业收入达4亿元。"
    lines = metrics(text, ORG="甲光电 乙药业")
    assert lines == ["乙药业 400000000CNY label=营业收入", "甲光电 900000000CNY label=营业收入"]


def test_a_place_compared_with_is_nobody_of_whom_is_told() -> None:
    text = "甲高新区产值20亿元，增速高于全省2个百分点、宁州市1个百分点；累计完成投资5亿元。"
    assert "甲高新区 500000000CNY label=投资" in metrics(text, PARK="甲高新区", PLACE="宁州市")


def test_what_something_is_a_part_of_is_not_spoken_of() -> None:
    text = "甲光电销量2万辆，在9月石墨电极中占比31%。"
    lines = metrics(text, ORG="甲光电", PRODUCT="石墨电极")
    assert "甲光电 31% label=石墨电极中占比 time=2022-09" in lines


def test_a_report_of_a_broker_tells_of_another() -> None:
    text = "甲光电上半年亏损2亿元。乙证券研报称，5月其销售额下滑50%。"
    assert "甲光电 50% label=销售额下滑 time=2022-05" in metrics(text, ORG="甲光电 乙证券")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲光伏项目总投资2亿元。项目投产后，预计年产值3亿元。", True),
        ("甲光伏项目总投资2亿元。该项目全部投产后，预计年产值3亿元。", True),
        ("甲光伏项目总投资2亿元。园区投产后，预计年产值3亿元。", False),
        ("甲光伏项目总投资2亿元。预计年产值3亿元。", False),
    ],
)
def test_a_project_is_gone_on_about_by_its_noun(text: str, wanted: bool) -> None:
    lines = [line for line in metrics(text, FACILITY="甲光伏项目") if "年产值" in line]
    assert lines == ["甲光伏项目 300000000CNY label=年产值 status=planned"] * wanted


def test_the_books_go_on_being_of_the_firm() -> None:
    told = ["甲光电 1700000000CNY label=货币资金 time=2022-06-30"]
    assert metrics("甲光电发布公告。截至6月末，货币资金17亿元。", ORG="甲光电") == told
    assert not metrics("甲光电发布公告。截至6月末，楼盘面积2万平方米。", ORG="甲光电")
    other = metrics("甲光电发布公告。项目达产后，预计年均净利润3亿元。", ORG="甲光电")
    assert not [line for line in other if line.startswith("甲光电")]
    assert not metrics("甲咨询协会发布公告。截至6月末，货币资金17亿元。", ORG="甲咨询协会")


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("甲光伏项目建成后，可年产组件3万吨，实现产值5亿元。", True),
        ("甲光伏项目投产后，预计五年内累计产值5亿元。", True),
        ("甲光伏项目建成后，已实现产值5亿元。", False),
        ("甲光伏项目建成后，去年产值5亿元。", False),
    ],
)
def test_what_a_plant_may_do_once_it_is_built_is_planned(text: str, planned: bool) -> None:
    (line,) = [line for line in metrics(text, FACILITY="甲光伏项目") if "500000000CNY" in line]
    assert line.endswith("status=planned") is planned


def test_what_plants_do_together_is_of_none_of_them() -> None:
    text = "此次开工的有甲光伏项目和乙化工项目，全部建成后，预计产值5亿元。"
    assert not metrics(text, FACILITY="甲光伏项目 乙化工项目")
    alone = metrics("甲光伏项目已开工，全部建成后，预计产值5亿元。", FACILITY="甲光伏项目")
    assert alone == ["甲光伏项目 500000000CNY label=产值 status=planned"]


def test_other_numbers_are_not_of_the_trade_told_of_before() -> None:
    text = "到2021年，数字产业增加值占比达到12%，利润3亿元，产值过50亿元的企业达3家。"
    lines = metrics(text, INDUSTRY="数字产业")
    assert any("300000000CNY" in line for line in lines)
    assert not [line for line in lines if " 3家" in line]


def test_times_of_an_earlier_year_are_called_so() -> None:
    lines = metrics("甲光电2010年收入4亿元，是2005年的5倍，年均增长38%。", ORG="甲光电")
    assert "甲光电 5倍 label=收入是2005年的 time=2010" in lines


def test_one_of_two_thresholds_is_no_number_by_itself() -> None:
    lines = metrics("宁州市签约总额达400亿元，其中5亿元或1亿美元以上化工项目2个。", PLACE="宁州市")
    assert not [line for line in lines if " 500000000CNY" in line]


def test_a_zone_is_gone_on_about_in_its_statistics() -> None:
    text = "甲高新区不断加大招商力度。截至6月末，引进外资项目30个，合同外资2亿美元，均价3万元。"
    lines = metrics(text, PARK="甲高新区")
    assert lines == [
        "甲高新区 200000000USD label=合同外资 time=2022-06-30",
        "甲高新区 30个 label=外资项目 time=2022-06-30",
    ]


def test_numbers_before_their_nouns_keep_them() -> None:
    text = "甲光电将形成年产6万吨石英粉、3万吨母料、2万吨彩砂的规模。"
    lines = metrics(text, ORG="甲光电")
    assert not [line for line in lines if "30000吨 label=石英粉" in line or "20000吨 label=母料" in line]
    assert any("30000吨 label=母料" in line for line in lines)


def test_what_is_in_a_park_is_called_so() -> None:
    text = "甲产业园有在园企业127家，其中，在孵企业91家，在建项目3个。"
    lines = metrics(text, PARK="甲产业园")
    assert [line.partition("=")[2] for line in lines] == ["在园企业", "在建项目", "在孵企业"]


def test_a_rank_names_no_number() -> None:
    assert not metrics("甲港以2亿吨位居榜首。", FACILITY="甲港")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("宁州省对东盟沿线国家出口8亿元。", "对东盟沿线国家出口"),
        ("宁州省去年贸易增长，出口石英粉末8亿元。", "出口石英粉末"),
        ("宁州省对企业检查后出口8亿元。", "出口"),
    ],
)
def test_with_whom_and_what_is_traded_is_part_of_the_name(text: str, label: str) -> None:
    (line,) = [line for line in metrics(text, PLACE="宁州省") if "800000000CNY" in line]
    assert f"label={label}" in line.replace(" time=2021", "").split()


def test_what_a_planned_park_has_now_is_no_plan() -> None:
    lines = metrics("甲产业园计划总投资5亿元，现拥有3万平方米建筑面积。", PARK="甲产业园")
    assert "甲产业园 30000平方米 label=建筑面积" in lines


def test_how_much_faster_than_another_is_called_so() -> None:
    lines = metrics("宁州市工业增加值增长9%，快于全省2个百分点，高出某地增速3个百分点。", PLACE="宁州市")
    assert "宁州市 2个百分点 label=工业增加值增长快于全省" in lines
    assert "宁州市 3个百分点 label=工业增加值增长高出某地增速" in lines
    again = metrics("宁州市工业增加值增长9%，增速快于全国3个百分点、全省1个百分点。", PLACE="宁州市 全国")
    assert "宁州市 1个百分点 label=增速快于全省" in again


def test_of_which_market_a_share_is_tells_nobody() -> None:
    lines = metrics("甲光电营收3亿元，全国市场占有率达20%。", ORG="甲光电", PLACE="全国")
    assert lines == ["甲光电 20% label=全国市场占有率", "甲光电 300000000CNY label=营收"]


def test_what_is_new_of_a_count_is_called_so() -> None:
    text = "甲高新区产值2亿元，新设外资企业30家。"
    assert "甲高新区 30家 label=新设外资企业" in metrics(text, PARK="甲高新区")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "上半年，甲市外贸增长9%，高于目标2个百分点，其中当月增长12%。",
            [
                "甲市 12% label=外贸增长 time=2022-06",
                "甲市 2个百分点 label=外贸增长高于目标 time=2022-01-01/2022-06-30",
                "甲市 9% label=外贸增长 time=2022-01-01/2022-06-30",
            ],
        ),
        ("甲市新增规上工业产值10亿元。", ["甲市 1000000000CNY label=新增规上工业产值"]),
    ],
)
def test_a_regions_figures_are_its_own_and_of_the_month_that_is_meant(text: str, wanted: list[str]) -> None:
    assert metrics(text, PLACE="甲市") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "云岭期货设有北京、上海、厦门三家分公司及两家营业部。",
            ["云岭期货 2家 label=营业部", "云岭期货 3家 label=分公司"],
        ),
        ("全省共有灯塔工厂80座，云岭高新区以37座工厂数量排名第一。", ["云岭高新区 37座 label=工厂数量"]),
        ("云岭高新区以37家位居首位。", []),
        (
            "云岭证券营收占比最大的是手续费及佣金净收入，为24亿元，同比增长30%。",
            [
                "云岭证券 2400000000CNY label=手续费及佣金净收入",
                "云岭证券 30% label=手续费及佣金净收入同比增长",
            ],
        ),
        ("云岭高新区开工建设6个百亿级、12个三十亿以上重大工业项目。", []),
        (
            "云岭高新区完成产值36亿元，预计增长24%；完成工业开票销售50亿元，实际到账资金3亿元。",
            [
                "云岭高新区 24% label=产值增长 status=planned",
                "云岭高新区 300000000CNY label=实际到账资金",
                "云岭高新区 3600000000CNY label=产值",
                "云岭高新区 5000000000CNY label=工业开票销售",
            ],
        ),
        ("云岭股份拟收购宁州集团持有的青禾养殖2亿元股权。", []),
        ("云岭高新区以两个加快为抓手，推动转型。", []),
        ("银行今年又投放普惠贷款3亿元。", []),
    ],
)
def test_what_a_whole_reading_counts(text: str, wanted: list[str]) -> None:
    assert told_of("metric", text, DAY) == wanted
