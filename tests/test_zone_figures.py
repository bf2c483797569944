"""Figures of zones and of what ceremonies brought, and who came: whole sentences of local papers."""

import re
from datetime import date

import pytest
from support import told_of

from kg.document import Metadata
from kg.home import homes

DAY = date(2022, 3, 10)
_FIGURE = re.compile(r"(?P<owner>.+?) (?:metric )?(?P<value>[0-9.]+\S*) .*?label=(?P<name>[^ ]+)")


def told(text: str, relation: str) -> set[str]:
    """Return the facts of one relation of an article of that day, without its name."""
    return set(told_of(relation, text, DAY))


def figures(text: str) -> set[str]:
    """Return owner, name and value of each number of an article."""
    parts = (_FIGURE.match(fact) for fact in told(text, "metric"))
    return {f"{part['owner']} {part['name']} {part['value']}" for part in parts if part is not None}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # 非 is part of what is counted
        (
            "青田县农业人口5.1万人，非农业人口2.36万人。",
            {"青田县 农业人口 51000人", "青田县 非农业人口 23600人"},
        ),
        # what a zone is, and whose many it is one of, before its name
        ("山西省第三个国家级高新区东坡高新区去年税收36亿元。", {"东坡高新区 税收 3600000000CNY"}),
        ("江苏省首个综保区东坡综保区去年税收36亿元。", {"东坡综保区 税收 3600000000CNY"}),
        # what a zone has or lays out, behind its name
        ("东坡集中区规划工业用地范围25平方公里。", {"东坡集中区 规划工业用地范围 25平方公里"}),
        ("东坡高新区建成技术中心79个。", {"东坡高新区 建成技术中心 79个"}),
        # a county's only zone, at the head of a paragraph too, and then by its kind
        (
            "昨日，记者从县工业园获悉，县工业园去年税收3亿元，新增企业12家。",
            {"县工业园 税收 300000000CNY", "县工业园 新增企业 12家"},
        ),
        (
            "市产业园区去年新增企业8家。园区税收3亿元。",
            {"市产业园区 新增企业 8家", "市产业园区 税收 300000000CNY"},
        ),
        # who runs a zone names it
        ("东坡工业园管委会主任周启明说，目前，园区税收3亿元。", {"东坡工业园 税收 300000000CNY"}),
        ("去年，经济发展区完成税收3亿元。", {"经济发展区 税收 300000000CNY"}),
        # what a project is, is no other one
        (
            "东坡总部基地项目是望湖高新区的支撑性项目，总投资30亿元。",
            {"东坡总部基地项目 总投资 3000000000CNY"},
        ),
        # how much of a task is done, and by how much more than that
        (
            "东坡园区前年的技改投资为6亿元，几乎是目标任务的2倍，完成年初既定目标的112%，超时间进度12个百分点。",
            {
                "东坡园区 技改投资 600000000CNY",
                "东坡园区 技改投资是目标任务 2倍",
                "东坡园区 技改投资完成年初既定目标 112%",
                "东坡园区 技改投资超时间进度 12个百分点",
            },
        ),
        # how many times what it was
        (
            "东坡园区税收8亿元，比上年多交2%，是建园前的36倍。",
            {"东坡园区 税收 800000000CNY", "东坡园区 税收是建园前的 36倍"},
        ),
        # all the zones of a place that the text does not name are a group, whose are all numbers behind
        (
            "去年，全县集聚区新建厂房6栋，税收21亿元。",
            {"全县集聚区 新建厂房 6栋", "全县集聚区 税收 2100000000CNY"},
        ),
        # 该产业园 is the zone, and its phases are told behind it
        (
            "东湖产业园昨天开工。该产业园总投资54亿元。其中，一期投资8亿元，占地70亩。",
            {"东湖产业园 总投资 5400000000CNY", "东湖产业园 一期投资 800000000CNY", "东湖产业园 占地 70亩"},
        ),
        # a zone acts whose name the tagger runs into its verb
        (
            "今年以来，高新区锚定新的目标。前9月，全区实现零售总额68亿元。",
            {"高新区 零售总额 6800000000CNY"},
        ),
        # what a plant does once it is built
        (
            "东坡铜箔项目将于2023年投产。达产后每年用地不增，预计年销售收入2.6亿元，税收4100万元。",
            {"东坡铜箔项目 年销售收入 260000000CNY", "东坡铜箔项目 税收 41000000CNY"},
        ),
        # how much of the year's task is done
        (
            "一季度，东坡园区实现工业总产值18亿元，完成年任务60亿元的30%。",
            {"东坡园区 工业总产值 1800000000CNY", "东坡园区 工业总产值完成年任务 30%"},
        ),
        # which part of all there are
        (
            "东坡高新区集聚了全市45%的上市公司、35%的重点实验室。",
            {"东坡高新区 上市公司 45%", "东坡高新区 重点实验室 35%"},
        ),
        # how far projects and firms have come is a part of what is counted
        (
            "东坡经开区洽谈项目35个，投产企业达到82户。",
            {"东坡经开区 洽谈项目 35个", "东坡经开区 投产企业 82户"},
        ),
        # a zone without a name whose figures are told
        ("2021年开发区工业总产值达到300亿元。", {"开发区 工业总产值 30000000000CNY"}),
        # the 500 greatest firms of a country are no country
        ("东坡开发区吸引中国500强企业40家入驻。", {"东坡开发区 中国500强企业 40家"}),
        # a share holds what it is of, which alone grows
        (
            "东坡高新区进口额占到全市的21%，同比增长13.5%。",
            {"东坡高新区 进口额占全市 21%", "东坡高新区 进口额同比增长 13.5%"},
        ),
        # a class of projects
        ("东坡区15个过亿元项目落户。", set()),
    ],
)
def test_figures_of_zones(text: str, facts: set[str]) -> None:
    assert figures(text) == facts


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("东坡园区技改投资6亿元，完成年初既定目标的112%，新增企业3家。", False),
        ("东坡园区累计争取债券6亿元。", False),
        ("东坡园区争取上级资金6亿元。", False),
        ("东坡园区规划核心区面积6平方公里。", False),
        ("东坡园区预计完成年初既定目标的112%。", True),
        ("东坡园区争取年内新增企业3家。", True),
        ("东坡园区计划新增企业3家。", True),
    ],
)
def test_what_was_planned_and_is_done_is_no_plan(text: str, planned: bool) -> None:
    told_as = {"status=planned" in fact for fact in told(text, "metric")}
    assert told_as == {planned}


def test_what_began_goes_on_to_the_day_of_the_page() -> None:
    [fact] = told("东坡园区自2018年10月投入使用以来，已引来企业148家。", "metric")
    assert "time=2018-10-01/2022-03-10" in fact
    [fact] = told("东坡园区自2018年10月揭牌以来，已引来企业148家。", "founded")
    assert "time=2018-10" in fact


def test_kinds_of_projects_have_their_own_sums() -> None:
    text = (
        "东坡市项目集中开工仪式昨天举行。此次开工重点项目48个，总投资130亿元。其中，"
        "建材及供热改造项目21项，总投资37亿元；道路、桥梁等交通项目15项，总投资9亿元。"
    )
    said = figures(text)
    assert "建材及供热改造项目 总投资 3700000000CNY" in said
    assert "道路、桥梁等交通项目 总投资 900000000CNY" in said
    assert "东坡市项目集中开工仪式 总投资 13000000000CNY" in said
    brought = figures("去年，东坡区发展很快，引进产业项目12个，总投资3亿元。")
    assert "东坡区 总投资 300000000CNY" in brought


def test_a_ceremony_is_not_named_again() -> None:
    text = "7日，我市2022年第一批重点项目集中开工仪式在东坡产业园举行。欧阳青等领导出席开工仪式。"
    name = "2022年第一批重点项目集中开工仪式"
    assert told(text, "attends") == {f"欧阳青 {name} label=出席"}
    assert told(text, "event_time") == {f"{name} - label=举行 time=2022-03-07"}
    before = "云溪集团举行开工仪式。县里随后举行2022年第一批重点项目集中开工仪式。"
    assert told(before, "holds_event") == {"云溪集团 开工仪式 label=举行"}


def test_a_party_organ_is_the_committees_of_its_head() -> None:
    text = "云溪市发展论坛举行。云溪集团公司董事长陈一一，市委副书记、统战部部长唐二出席。"
    assert "唐二 云溪市委统战部 label=部长" in told(text, "post")


def test_who_approves_does_not_develop() -> None:
    said = told("东坡园区是经云溪市政府同意设立的以发展新材料产业为主的园区。", "industry")
    assert [fact.split()[0] for fact in said] == ["东坡园区"]


def test_a_local_papers_dateline_tells_its_city() -> None:
    assert homes(Metadata(), "贵阳网讯（记者 赵明）昨日，我市出台新规。") == {"市": "贵阳市"}
    assert homes(Metadata(), "甲社贵阳3月5日电 昨日，我市出台新规。") == {}


def test_goals_with_a_verb_each() -> None:
    said = " ".join(told("东坡市倾力打造“制造重镇”、建设“园林名城”。", "goal"))
    assert "东坡市 制造重镇" in said
    assert "东坡市 园林名城" in said
