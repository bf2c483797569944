"""What bodies and places are by some authority's choice, in rows: 是全国甲重点县、国家乙试点市."""

import pytest
from support import told_of


@pytest.mark.parametrize(
    ("text", "honours"),
    [
        (
            "青禾县是全国造林重点县、国家海绵城市建设试点示范县、国家重点水源功能区。",
            ["全国造林重点县", "国家海绵城市建设试点示范县", "国家重点水源功能区"],
        ),
        (
            "青禾学院是国家“双创计划”建设单位、全国体育50强高校、云岭省示范性高职院校。",
            ["云岭省示范性高职院校", "全国体育50强高校", "国家“双创计划”建设单位"],
        ),
        (
            "江海大学入选国家公派讲师项目、全国创业典型经验高校、云岭省特色名校工程。",
            ["云岭省特色名校工程", "全国创业典型经验高校", "国家公派讲师项目"],
        ),
    ],
)
def test_rows_of_standings(text: str, honours: list[str]) -> None:
    told = [line.split()[1] for line in told_of("designated", text)]
    assert sorted(told) == sorted(honours)


def test_what_one_is_without_anybody_s_choice_is_no_standing() -> None:
    assert not told_of("designated", "青禾股份是行业先进企业、业内知名供应商。")


def test_what_one_became_has_its_time() -> None:
    text = "青禾学院位于宁州。2010年10月，学院成为国家示范性高职院校。"
    assert told_of("designated", text) == ["青禾学院 国家示范性高职院校 label=成为 time=2010-10"]


def test_titles_in_quotation_marks_are_given_by_several() -> None:
    text = "江海医院先后被卫生部、省、市政府授予“爱心医院”、省级“群众放心医院”等荣誉称号。"
    assert told_of("designated", text) == [
        "江海医院 爱心医院 label=授予",
        "江海医院 群众放心医院 label=授予",
    ]
