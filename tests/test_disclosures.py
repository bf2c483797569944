"""Announcements of listed firms: who is punished, what goes on being planned, whom a digest tells of."""

from datetime import date

import pytest
from support import read, told

ROW = "丁局对甲电子及其董事长何秉文、总经理林知远、时任财务总监沈若兰出具警示函。"
PEOPLE = "何秉文 林知远 沈若兰"


def test_who_is_named_with_a_firm_is_punished_with_it() -> None:
    given = {"ORG": "甲电子 丁局", "PERSON": PEOPLE, "TITLE": "董事长 总经理 财务总监", "DOCUMENT": "警示函"}
    assert read(ROW, "penalises", **given) == [
        f"丁局 penalises {who} label=警示函" for who in sorted(["甲电子", *PEOPLE.split()])
    ]
    assert read(ROW, "post", **given) == [
        "何秉文 post 甲电子 label=董事长",
        "林知远 post 甲电子 label=总经理",
        "沈若兰 post 甲电子 label=财务总监 status=former",
    ]


def test_a_letter_is_known_by_its_last_words() -> None:
    text = "甲电子收到丁所《关于{}》。"
    letter, leave = "信息披露有关事项的监管工作函", "拨付专项资金的确认函"
    assert read(text.format(letter), "penalises", ORG="甲电子 丁所", DOCUMENT=f"关于{letter}") == [
        "丁所 penalises 甲电子 label=监管工作函"
    ]
    assert not read(text.format(leave), "penalises", ORG="甲电子 丁所", DOCUMENT=f"关于{leave}")


def test_one_penalty_however_many_words_name_it() -> None:
    found = read(
        "甲电子被丁局采取责令改正并出具警示函的措施。", "penalises", ORG="甲电子 丁局", DOCUMENT="警示函"
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("甲电子拟与乙厂签署协议，在宁州投资建设丙工厂。", "planned"),
        ("甲电子拟与乙厂签署协议，已在宁州投资建设丙工厂。", ""),
        ("甲电子拟与乙厂签署协议。在宁州投资建设丙工厂。", ""),
    ],
)
def test_a_plan_goes_on_over_a_comma(text: str, status: str) -> None:
    found = read(text, "located_in", ORG="甲电子 乙厂", PLACE="宁州", FACILITY="丙工厂")
    mark = f" status={status}" if status else ""
    assert found == [f"丙工厂 located_in 宁州 label=投资建设{mark}"]


def test_what_a_board_passes_is_planned() -> None:
    text = "甲电子审议通过在宁州投资建设丙工厂。"
    assert read(text, "located_in", ORG="甲电子", PLACE="宁州", FACILITY="丙工厂") == [
        "丙工厂 located_in 宁州 label=投资建设 status=planned"
    ]


def test_what_only_describes_is_not_denied() -> None:
    text = "甲电子对尚未解除限售的股票予以回购注销。"
    assert read(text, "changes_stake", ORG="甲电子") == ["甲电子 changes_stake 甲电子 label=回购注销"]


def test_of_whom_a_firm_hears() -> None:
    text = "甲电子收到股东乙基金的告知函，获悉其所持股份已解除质押。"
    assert read(text, "changes_stake", ORG="甲电子 乙基金") == ["乙基金 changes_stake 甲电子 label=解除质押"]
    text = "甲电子收到股东乙基金的告知函，其计划减持公司股份。"
    assert read(text, "changes_stake", ORG="甲电子 乙基金") == [
        "乙基金 changes_stake 甲电子 label=减持 status=planned"
    ]


def test_the_items_of_a_digest_are_apart() -> None:
    text = "甲电子：获控股股东乙集团增持1%股份；丙药业：第二大股东丁基金减持2%股份。"
    given = {"ORG": "甲电子 乙集团 丙药业 丁基金"}
    assert read(text, "changes_stake", **given) == [
        "丁基金 changes_stake 丙药业 label=减持",
        "乙集团 changes_stake 甲电子 label=增持",
    ]
    assert read(text, "holds_stake", **given) == [
        "丁基金 holds_stake 丙药业 label=第二大股东",
        "乙集团 holds_stake 甲电子 label=控股股东",
    ]


def test_whose_shareholder_sells() -> None:
    text = "甲电子拟收购股东何秉文持有的乙科技60%股权。"
    given = {"ORG": "甲电子 乙科技", "PERSON": "何秉文"}
    assert read(text, "acquires", **given) == ["甲电子 acquires 乙科技 label=收购 status=planned"]
    assert read(text, "holds_stake", **given) == ["何秉文 holds_stake 乙科技 label=持有"]


def test_a_row_of_people_over_a_comma() -> None:
    text = "甲电子董事长何秉文，财务总监林知远计划增持公司股份。"
    given = {"ORG": "甲电子", "PERSON": "何秉文 林知远", "TITLE": "董事长 财务总监"}
    assert [line.split()[0] for line in read(text, "changes_stake", **given)] == ["何秉文", "林知远"]


def test_a_board_is_its_firms() -> None:
    text = "甲电子监事会收到监事何秉文的辞职报告，何秉文辞去公司监事职务。甲电子没有回应。"
    given = {"ORG": "甲电子监事会 甲电子", "PERSON": "何秉文", "TITLE": "监事"}
    assert set(read(text, "post", **given)) == {"何秉文 post 甲电子 label=监事 status=former"}


def test_offices_of_the_whole_firm_and_of_its_kin() -> None:
    text = "何秉文历任甲电子财务部经理、财务总监，现任公司控股子公司乙科技副总经理。"
    given = {"ORG": "甲电子 乙科技", "PERSON": "何秉文", "TITLE": "经理 财务总监 副总经理"}
    assert read(text, "post", **given) == [
        "何秉文 post 乙科技 label=副总经理",
        "何秉文 post 甲电子 label=财务总监 status=former",
        "何秉文 post 甲电子财务部 label=经理 status=former",
    ]
    text = "何秉文兼任甲电子、乙科技两家上市公司独立董事。"
    given = {"ORG": "甲电子 乙科技", "PERSON": "何秉文", "TITLE": "独立董事"}
    assert len(read(text, "post", **given)) == 2


def test_papers_and_sittings_that_a_verb_gives_away() -> None:
    text = "甲电子昨日披露重大资产购买报告书（草案），乙科技发布关于不提前赎回的公告。"
    assert [line.split()[2] for line in read(text, "issued", ORG="甲电子 乙科技")] == [
        "关于不提前赎回的公告",
        "重大资产购买报告书（草案）",
    ]
    text = "丁委召开2019年第14次审议会议，讨论上市申请。"
    assert read(text, "holds_event", ORG="丁委") == ["丁委 holds_event 2019年第14次审议会议 label=召开"]


def test_what_a_meeting_passes_on_its_day() -> None:
    text = "甲电子股东大会于2021年4月20日召开。会议审议通过了《分红议案》。"
    given = {"EVENT": "甲电子股东大会", "DOCUMENT": "分红议案"}
    assert read(text, "issued", **given) == ["甲电子股东大会 issued 分红议案 label=审议通过 time=2021-04-20"]


def test_a_former_firm_is_not_where_the_next_post_is() -> None:
    text = "甲电子宣布，原乙科技总经理何秉文接任总经理。"
    given = {"ORG": "甲电子 乙科技", "PERSON": "何秉文", "TITLE": "总经理"}
    assert read(text, "post", **given) == [
        "何秉文 post 乙科技 label=总经理 status=former",
        "何秉文 post 甲电子 label=总经理",
    ]


def test_the_stage_of_a_project_is_part_of_its_name() -> None:
    found = told("青芽科技将投资3亿元建设宁州智算中心（一期）。", "invests_in")
    assert [line.split()[2] for line in found] == ["宁州智算中心（一期）"]


def test_how_long_somebody_has_dates_nothing() -> None:
    text = "何秉文计划在未来六个月内减持甲电子股份。"
    found = read(text, "changes_stake", date(2022, 3, 1), ORG="甲电子", PERSON="何秉文")
    assert found == ["何秉文 changes_stake 甲电子 label=减持 status=planned"]


def test_where_a_firm_moves_and_where_its_project_is() -> None:
    text = "甲电子公告，公司总部由重庆迁至成都。"
    assert read(text, "located_in", ORG="甲电子", PLACE="重庆 成都") == [
        "甲电子 located_in 成都 label=迁至",
        "甲电子 located_in 重庆 label=由 status=former",
    ]


def test_groups_zones_and_provinces_in_the_names_of_firms() -> None:
    assert "云岭能源集团贵州有限公司 part_of 云岭能源集团" in told(
        "云岭能源集团贵州有限公司昨日开业。", "part_of"
    )
    assert not told("云岭能源集团股份有限公司昨日开业。", "part_of")
    found = told("杭州钱塘新区青芽科技有限公司昨日开业。", "located_in")
    assert "杭州钱塘新区青芽科技有限公司 located_in 杭州钱塘新区" in found
    found = told("江西赣州青芽稀土股份有限公司昨日开业。", "located_in")
    assert {
        "江西赣州青芽稀土股份有限公司 located_in 江西",
        "江西赣州青芽稀土股份有限公司 located_in 赣州",
    } <= {*found}
