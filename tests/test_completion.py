"""Names that lists, verbs and held meetings give away."""

from datetime import date

import pytest
from support import read

DAY = date(2022, 3, 10)


def test_the_members_of_a_counted_list_are_of_one_kind() -> None:
    lines = read(
        "甲高新区已集聚海岸云、青禾数据、山谷云等47家企业。",
        "includes",
        DAY,
        PARK="甲高新区",
        ORG="青禾数据",
    )
    assert lines == [
        "甲高新区 includes 山谷云 label=集聚",
        "甲高新区 includes 海岸云 label=集聚",
        "甲高新区 includes 青禾数据 label=集聚",
    ]


@pytest.mark.parametrize("how", ["昨日在甲市召开", "3月9日召开"])
def test_a_meeting_that_opens_a_clause_and_is_held_is_an_event(how: str) -> None:
    lines = read(f"甲高新区创建一流园区咨询会{how}。", "event_time", DAY, PARK="甲高新区")
    assert lines == ["甲高新区创建一流园区咨询会 event_time - label=召开 time=2022-03-09"]


def test_the_plan_of_a_years_projects_is_a_programme() -> None:
    lines = read("甲市2022年重大项目计划总投资900亿元。", "metric", DAY, FACILITY="甲市2022年重大项目")
    assert lines == ["甲市2022年重大项目计划 metric 90000000000CNY label=总投资"]


def test_a_project_that_plans_is_still_a_project() -> None:
    lines = read("甲产业园项目计划总投资9亿元。", "metric", DAY, FACILITY="甲产业园项目")
    assert [line.split()[0] for line in lines] == ["甲产业园项目"]


def test_a_head_names_the_announcement() -> None:
    text = "甲光电关于签署投资协议的公告：公司拟建设实验室。"
    assert read(text, "issued", DAY, ORG="甲光电") == ["甲光电 issued 关于签署投资协议的公告 label=公告"]
    assert read(text, "says", DAY, ORG="甲光电") == []


def test_a_tender_is_named_up_to_the_mark() -> None:
    text = "甲光电中标乙电网公司2021年第一次变电设备（含电缆）招标采购，金额未定。"
    assert read(text, "wins_bid", DAY, ORG="甲光电 乙电网公司") == [
        "甲光电 wins_bid 乙电网公司2021年第一次变电设备（含电缆）招标采购 label=中标"
    ]


def test_what_one_is_chosen_as_is_an_honour_whatever_it_looks_like() -> None:
    text = "甲高新区先后获批国家生态工业基地、国家海洋检测中心。"
    told = read(text, "designated", PARK="甲高新区", FACILITY="国家生态工业基地 国家海洋检测中心")
    assert [line.split()[2] for line in told] == ["国家海洋检测中心", "国家生态工业基地"]
    approved = read(
        "甲部批复乙高新区为国家生态工业基地。",
        "designated",
        ORG="甲部",
        PARK="乙高新区",
        FACILITY="国家生态工业基地",
    )
    assert [line.split()[:3] for line in approved] == [["乙高新区", "designated", "国家生态工业基地"]]


def test_a_thing_that_is_built_is_no_honour() -> None:
    text = "甲高新区建成国家生态工业基地。"
    assert read(text, "designated", PARK="甲高新区", FACILITY="国家生态工业基地") == []


def test_a_paper_without_a_title_is_issued() -> None:
    assert read("根据甲联盟发布的月报，产量回升。", "issued", ORG="甲联盟") == [
        "甲联盟 issued 月报 label=发布"
    ]
    assert read("甲联盟的月报栏目改版。", "issued", ORG="甲联盟") == []


def test_a_plant_is_named_by_who_has_it_somewhere() -> None:
    text = "甲光电在乙市拥有一座年产能80万台的整机工厂，并在丙市设有研发中心。"
    assert read(text, "located_in", ORG="甲光电", PLACE="乙市 丙市") == [
        "整机工厂 located_in 乙市 label=拥有",
        "研发中心 located_in 丙市 label=设有",
    ]
    assert read("甲光电在乙市谈到工厂。", "located_in", ORG="甲光电", PLACE="乙市") == []
