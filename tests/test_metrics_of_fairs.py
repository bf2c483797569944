"""Numbers of fairs, of what is compared and of what comes: who came, what was before, what will be made."""

from datetime import date

import pytest
from support import read, resolved

DAY = date(2022, 10, 20)


def metrics(text: str, **names: str) -> list[str]:
    """Return the metrics as lines without the word ``metric``."""
    return [line.replace(" metric", "", 1) for line in read(text, "metric", DAY, **names)]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("第二届海州国际茶叶博览会", "茶博会"),
        ("第二届海州国际茶叶博览会", "海州茶博会"),
        ("第九届海州进出口商品交易会", "海交会"),
        ("第五届海州茶博会", "茶博会"),
    ],
)
def test_a_fair_has_a_short_name(full: str, short: str) -> None:
    text = f"{full}昨日开幕。{short}展位900个。"
    found = resolved(text, EVENT=f"{full} {short}")
    assert found.named(short) == found.named(full)
    assert metrics(text, EVENT=f"{full} {short}") == [f"{full} 900个 label=展位"]


@pytest.mark.parametrize("short", ["酒博会", "第三届茶博会", "历届茶博会", "茶交会"])
def test_another_fair_is_not_short_for_it(short: str) -> None:
    full = "第二届海州国际茶叶博览会"
    found = resolved(f"{full}昨日开幕。{short}展位900个。", EVENT=f"{full} {short}")
    assert found.named(short) != found.named(full)


def test_of_two_fairs_a_short_name_is_of_neither() -> None:
    names = "海州茶叶博览会 宁州茶业博览会 茶博会"
    found = resolved("海州茶叶博览会和宁州茶业博览会昨日开幕。茶博会展位900个。", EVENT=names)
    assert found.named("茶博会") not in {found.named("海州茶叶博览会"), found.named("宁州茶业博览会")}


def test_the_numbers_of_a_fair_go_on() -> None:
    text = "甲茶博会昨日闭幕。其中，现场销售额1.21亿元，意向订单金额3亿元。入馆人数达12万人次。"
    assert metrics(text, EVENT="甲茶博会") == [
        "甲茶博会 120000人次 label=入馆人数",
        "甲茶博会 121000000CNY label=现场销售额",
        "甲茶博会 300000000CNY label=意向订单金额",
    ]


def test_lands_are_counted_as_papers_count_them() -> None:
    text = "甲茶博会展位300个，参展企业200家，来自43个国家和地区。"
    assert "甲茶博会 43个 label=国家和地区" in metrics(text, EVENT="甲茶博会")
    assert metrics("甲光电的参展代表来自43个国家和地区。", ORG="甲光电") == []


def test_a_row_of_ranks_has_one_noun() -> None:
    text = "甲茶博会有4家国家级、22家省级、42家市级和12家县级龙头企业参展。"
    assert metrics(text, EVENT="甲茶博会") == [
        "甲茶博会 12家 label=县级龙头企业",
        "甲茶博会 22家 label=省级龙头企业",
        "甲茶博会 42家 label=市级龙头企业",
        "甲茶博会 4家 label=国家级龙头企业",
    ]
    assert not any("国家级" in line for line in metrics("甲光电有2家国家级、6个省级实验室。", ORG="甲光电"))


def test_what_a_count_is_compared_with_is_no_count() -> None:
    text = "甲茶博会境外企业48家，较上届的33家增加45%；参展国家27个，较乙茶博会的20个增加35%。"
    assert metrics(text, EVENT="甲茶博会 乙茶博会") == [
        "甲茶博会 27个 label=参展国家",
        "甲茶博会 35% label=参展国家增加",
        "甲茶博会 45% label=境外企业增加",
        "甲茶博会 48家 label=境外企业",
    ]


def test_what_there_was_before_is_told_as_that() -> None:
    text = "甲医院绿地15公顷，比现在的7公顷扩大一倍；床位900张，比目前的300张增加不少。"
    assert metrics(text, ORG="甲医院") == [
        "甲医院 15公顷 label=绿地",
        "甲医院 1倍 label=绿地扩大",
        "甲医院 300张 label=床位 status=former",
        "甲医院 7公顷 label=绿地 status=former",
        "甲医院 900张 label=床位",
    ]


def test_the_verb_that_leads_to_a_new_size_is_no_part_of_its_name() -> None:
    text = "甲茶博会展览总面积扩至15万平方米。"
    assert metrics(text, EVENT="甲茶博会") == ["甲茶博会 150000平方米 label=展览总面积"]


def test_what_a_plant_may_do_once_it_is_in_use_is_not_of_the_day_when_it_was_begun() -> None:
    text = "甲项目去年12月4日动工，投运后，可实现年税收5亿元。"
    assert metrics(text, FACILITY="甲项目") == ["甲项目 500000000CNY label=年税收 status=planned"]
    text = "甲项目2023年投运后，可实现年税收5亿元。"
    assert metrics(text, FACILITY="甲项目") == ["甲项目 500000000CNY label=年税收 time=2023 status=planned"]


def test_the_year_of_a_report_is_its_own() -> None:
    text = "甲光电2021年度业绩快报\n报告期内，甲光电营业收入3亿元；本年利润总额2亿元，较期初上升3%。"
    assert metrics(text, ORG="甲光电") == [
        "甲光电 200000000CNY label=利润总额 time=2021",
        "甲光电 3% label=利润总额较期初上升 time=2021",
        "甲光电 300000000CNY label=营业收入 time=2021",
    ]
    assert metrics("甲光电本年利润总额2亿元。", ORG="甲光电") == [
        "甲光电 200000000CNY label=利润总额 time=2022"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "宁州市引进项目20个，开工15个，投产8个。",
            [
                "宁州市 15个 label=开工项目",
                "宁州市 20个 label=引进项目",
                "宁州市 8个 label=投产项目",
            ],
        ),
        ("宁州市新开门店120家，关闭35家。", ["宁州市 120家 label=新开门店", "宁州市 35家 label=关闭门店"]),
    ],
)
def test_some_of_those_counted_have_come_farther(text: str, wanted: list[str]) -> None:
    assert metrics(text, PLACE="宁州市") == wanted


def test_what_is_put_in_first_is_of_what_is_founded() -> None:
    text = "甲大学与乙集团共建丙研究院，首期投入5000万元。"
    assert metrics(text, ORG="甲大学 乙集团 丙研究院") == ["丙研究院 50000000CNY label=首期投入"]


def test_the_parts_in_a_bracket_are_whose_the_whole_is() -> None:
    text = "甲光电现有员工900人（其中研发人员300人、管理人员20人），营业收入30亿元（其中出口12亿元）。"
    assert metrics(text, ORG="甲光电") == [
        "甲光电 1200000000CNY label=出口",
        "甲光电 20人 label=管理人员",
        "甲光电 3000000000CNY label=营业收入",
        "甲光电 300人 label=研发人员",
        "甲光电 900人 label=员工",
    ]


@pytest.mark.parametrize("heard", ["从省商务厅举行的新闻发布会上获悉", "在组委会召开的新闻发布会上了解到"])
def test_a_fair_is_counted_and_not_where_the_press_hears_of_it(heard: str) -> None:
    text = f"第二届海州茶博会闭幕。记者{heard}，2万名茶商参加本届大会，8万人次观众观展。"
    assert metrics(text, EVENT="第二届海州茶博会 新闻发布会") == [
        "第二届海州茶博会 20000名 label=茶商",
        "第二届海州茶博会 80000人次 label=观众",
    ]


def test_who_came_to_a_fair_came_to_no_press_conference() -> None:
    text = "海州茶博会闭幕。在新闻发布会上获悉，2万名客商到会。"
    assert metrics(text, EVENT="海州茶博会 新闻发布会") == ["海州茶博会 20000名 label=客商到会"]


@pytest.mark.parametrize(
    "heard",
    [
        "记者昨日从海关获悉",
        "昨日，记者从海关获悉",
        "据海关10月15日发布的数据",
        "在海关昨日举行的新闻发布会上",
    ],
)
def test_the_day_on_which_numbers_are_made_known_is_not_theirs(heard: str) -> None:
    assert metrics(f"{heard}，海州市进出口总值80亿元。", ORG="海关", PLACE="海州市") == [
        "海州市 8000000000CNY label=进出口总值"
    ]


def test_the_day_of_a_fair_is_that_of_its_numbers() -> None:
    text = "10月15日举行的推介会上，海州市签约项目20个。"
    assert metrics(text, PLACE="海州市", EVENT="推介会") == ["海州市 20个 label=签约项目 time=2022-10-15"]
