"""Entries on one body or person: what its common noun means, mergers, other names, rows of counts."""

import pytest
from support import told

HISTORY = (
    "青禾学院位于宁州市，简称青院。1958年，云岭师范学校与江海师范学校合并，成立宁州师范学院。"
    "2001年，江海卫生学校并入学校。2003年更名为青禾学院。\n学校设有12个系，现有教职工870人。"
)


def test_the_school_of_an_entry_is_the_one_it_is_on() -> None:
    found = told(HISTORY)
    assert any(line.startswith("江海卫生学校 part_of 青禾学院 label=并入") for line in found)
    assert {"青禾学院 metric 12个 label=系", "青禾学院 metric 870人 label=教职工"} <= set(found)


def test_no_entry_no_common_noun_of_one() -> None:
    text = "昨日，青禾学院与海棠大学签约。海棠大学创办于1958年，学校设有12个系。"
    assert "海棠大学 metric 12个 label=系" in told(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("方砚秋（1881—1942），字伯弢，号枕溪，江苏吴县人。", {"伯弢", "枕溪"}),
        ("方砚秋,谱名承志,又字伯弢,晚号枕溪老人,江苏吴县人。", {"承志", "伯弢", "枕溪老人"}),
        ("方砚秋，字迹工整，江苏吴县人。", set()),
    ],
)
def test_bynames(text: str, names: set[str]) -> None:
    found = {f.split()[2] for f in told(text) if f.startswith("方砚秋 alias")}
    assert found == names


def test_counts_in_a_row_keep_their_things() -> None:
    text = "青禾大学办有3个博士后工作站、8个二级学科博士点，拥有4名院士、26名教授和5个省部重点实验室。"
    counts = {line.removeprefix("青禾大学 metric ") for line in told(text) if " metric " in line}
    assert counts == {
        "3个 label=博士后工作站",
        "8个 label=二级学科博士点",
        "4名 label=院士",
        "26名 label=教授",
        "5个 label=省部重点实验室",
    }


def test_what_a_school_is_chosen_for() -> None:
    text = (
        "青禾大学是云岭省管理的全国重点大学，也是首批“双一流”建设院校，"
        "入选国家“繁星计划”、全国青年教师竞赛培育计划。"
    )
    found = {line for line in told(text) if " designated " in line}
    assert found == {
        "青禾大学 designated 全国重点大学 label=是",
        "青禾大学 designated “双一流”建设院校 label=首批",
        "青禾大学 designated 繁星计划 label=入选",
        "青禾大学 designated 全国青年教师竞赛培育计划 label=入选",
    }


def test_what_came_later_has_no_year() -> None:
    text = "方砚秋生于1920年，1938年考入青禾中学，毕业后入海棠大学，1946年赴云岭研究所任研究员。"
    found = set(told(text))
    assert {
        "方砚秋 educated_at 青禾中学 label=考入 time=1938",
        "方砚秋 educated_at 海棠大学 label=入",
        "方砚秋 post 云岭研究所 label=研究员 time=1946",
    } <= found


def test_offices_of_a_term_in_a_row() -> None:
    text = "方砚秋历任青禾大学校长、第五、六届全国政协委员、第七届云岭省科协主席。"
    held = {line.split(" label=")[0] for line in told(text) if " post " in line}
    assert held == {"方砚秋 post 青禾大学", "方砚秋 post 全国政协", "方砚秋 post 云岭省科协"}


def test_what_merged_bodies_become_is_set_up_by_neither() -> None:
    text = "1999年7月，云岭农学院与江海师范学院合并，海棠林校并入，组建新的青禾大学。"
    found = told(text)
    assert "青禾大学 founded - label=组建 time=1999-07" in found
    assert not any(" other 青禾大学" in line for line in found)


def test_a_predecessor_has_its_own_day() -> None:
    found = told("青禾大学的前身是1906年创办于宁州的江海高等农业学堂。", "founded")
    assert found == ["江海高等农业学堂 founded - label=创办于 time=1906"]


def test_who_stands_behind_a_dash_is_spoken_of() -> None:
    assert "海棠集团 founded - label=创建于 time=1958" in told("国内最大的纺织企业——海棠集团，创建于1958年。")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("清光绪三十年（1904），青芽公司成立。", "1904"),
        ("1935年（民国24年）10月8日，青芽公司成立。", "1935-10-08"),
        ("民国元年，青芽公司成立。", "1912"),
    ],
)
def test_years_of_an_era(text: str, time: str) -> None:
    assert told(text, "founded") == [f"青芽公司 founded - label=成立 time={time}"]


@pytest.mark.parametrize("text", ["青禾所是这一领域领先的机构。", "青禾所是云岭院的派出机构。"])
def test_a_standing_is_no_trade(text: str) -> None:
    assert not told(text, "industry")


def test_each_paragraph_may_have_an_entry_of_its_own() -> None:
    text = (
        "青禾中学，简称青中，位于宁州市。\n学校有教师90人。\n"
        "海棠中学创办于1957年。学校占地66亩。\n学校有学生800人。"
    )
    found = told(text, "metric")
    assert "青禾中学 metric 90人 label=教师" in found
    assert "海棠中学 metric 66亩 label=占地" in found
    assert "青禾中学 metric 800人 label=学生" in found


def test_the_common_noun_of_an_entry() -> None:
    text = "青禾博物院位于宁州市东湖路，前身是海棠文物馆。博物院占地96亩，藏有瓷器1200件，此类博物院很少。"
    assert "青禾博物院 metric 96亩 label=占地" in told(text)


def test_a_short_name_told_behind_a_comma() -> None:
    found = told("云岭国家博物馆，简称岭博，位于宁州市。岭博有展厅48个。")
    assert "云岭国家博物馆 metric 48个 label=展厅" in found


def test_a_second_site_is_no_owner() -> None:
    found = told("青禾中学位于宁州市东湖南麓，清溪南岸，占地9万平方米。", "metric")
    assert found == ["青禾中学 metric 90000平方米 label=占地"]


def test_where_a_school_moves_to_has_not_its_buildings() -> None:
    found = told("青禾学校2014年搬迁到宁州城东新区，总建筑面积约3.3万平方米。", "metric")
    assert [line.split()[0] for line in found] == ["青禾学校"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("云岭林业局内设林政科、造林科和办公室。", {"林政科", "造林科", "办公室"}),
        ("青禾大学创办于1958年，下设文学院、医学院、法学院三个学院。", {"文学院", "医学院", "法学院"}),
        ("青禾大学设有数学系，学生很多。", set()),
    ],
)
def test_units_in_a_row(text: str, units: set[str]) -> None:
    assert {line.split()[0] for line in told(text, "part_of")} == units


def test_a_body_of_another_by_its_standing() -> None:
    found = told("2003年，云岭信托局改为财政部直属机构云岭投资公司。")
    assert "云岭信托局 alias 云岭投资公司 label=改为 time=2003" in found
    assert "云岭投资公司 part_of 财政部 label=直属" in found


def test_who_helps_after_a_quake_takes_no_part_in_it() -> None:
    assert not told("方砚秋先后参加了1998年张北地震和2010年玉树地震的救援。", "attends")


def test_an_office_before_a_calling_and_another() -> None:
    found = told("云岭工程院院士、知名桥梁专家、东湖大学教授方砚秋昨天去世。", "post")
    assert [line.split(" label=")[0] for line in found] == ["方砚秋 post 东湖大学", "方砚秋 post 云岭工程院"]


def test_whose_kin_somebody_is_is_not_spoken_of() -> None:
    found = told("方砚秋，周望舒的女婿，毕业于青禾大学。", "educated_at")
    assert found == ["方砚秋 educated_at 青禾大学 label=毕业于"]


def test_a_colon_behind_what_it_was_called() -> None:
    found = told("青禾水泵有限公司创办于1959年，原名为：云岭水泵厂，现隶属于海棠集团公司。", "part_of")
    assert found == ["青禾水泵有限公司 part_of 海棠集团公司 label=隶属于"]


def test_who_has_an_honour_is_counted() -> None:
    assert not told("青禾医院有享受国务院特殊津贴人员27名。", "designated")


def test_a_short_name_does_not_tell_the_seat() -> None:
    found = told("中山大学附属口腔医院，简称中山口腔，创办于1960年。", "located_in")
    assert not any(line.endswith("中山") for line in found)


def test_what_is_asked_for_is_not_founded() -> None:
    assert not told("云岭省批复同意了海棠电台、海棠有线台合并成立海棠传媒集团的请示。", "founded")


def test_a_paper_begins_to_appear() -> None:
    assert told("《海棠晨报》创刊于1957年。", "founded") == ["海棠晨报 founded - label=创刊于 time=1957"]
