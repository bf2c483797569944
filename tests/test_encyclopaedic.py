"""Profiles of firms, schools and people: who goes on being spoken of, and where posts are held."""

import pytest
from support import read

from kg.document import Document
from kg.pipeline import Tagger


@pytest.mark.parametrize(
    ("text", "names", "fact"),
    [
        (
            "甲证券公司注册地福建厦门，成立于1988年。",
            {"ORG": "甲证券公司", "PLACE": "福建 厦门"},
            "甲证券公司 founded - label=成立于 time=1988",
        ),
        (
            "甲大学是乙部批准设立、丙政府举办的全国首所康复大学，成立于2004年。",
            {"ORG": "甲大学 乙部 丙政府", "PLACE": "全国"},
            "甲大学 founded - label=成立于 time=2004",
        ),
        (
            "甲医院成立于1990年，前身是乙馆开办的丙医院，创建于1937年。",
            {"ORG": "甲医院 乙馆 丙医院"},
            "甲医院 founded - label=创建于 time=1937",
        ),
    ],
)
def test_what_is_told_of_goes_on_being_spoken_of(text: str, names: dict[str, str], fact: str) -> None:
    assert fact in read(text, "founded", **names)


def test_tenants_do_not_take_the_zone_s_place() -> None:
    text = "甲高新区面积20平方公里，乙公司、丙公司等企业已入园，重点发展光伏、储能。"
    names = {"PARK": "甲高新区", "ORG": "乙公司 丙公司", "INDUSTRY": "光伏 储能"}
    assert {line.split()[0] for line in read(text, "industry", **names)} == {"甲高新区"}
    assert read(text, "includes", **names) == [
        "甲高新区 includes 丙公司 label=入园",
        "甲高新区 includes 乙公司 label=入园",
    ]


def test_the_trades_of_a_firm_set_up_are_its_own() -> None:
    text = "甲公司出资设立乙公司，经营范围包括水泥销售，去年亏损。"
    found = read(text, "industry", ORG="甲公司 乙公司")
    assert found == ["乙公司 industry 水泥销售 label=经营范围"]


def test_a_tenants_zone_is_not_where_the_zone_lies() -> None:
    text = "甲高新区位于乙区，丙公司、丁公司相继落户。"
    found = read(text, "located_in", PARK="甲高新区", PLACE="乙区", ORG="丙公司 丁公司")
    assert "丙公司 located_in 甲高新区 label=落户" in found
    assert not any(line.startswith("丙公司 located_in 乙区") for line in found)


@pytest.mark.parametrize(
    ("text", "names", "fact"),
    [
        (
            "周望舒，男，1960年生，在甲厅工作，历任规划处副处长。",
            {"ORG": "甲厅", "TITLE": "副处长"},
            "周望舒 post 甲厅规划处 label=副处长 status=former",
        ),
        (
            "周望舒，男，1960年生，1992年创办甲公司并任经理。",
            {"ORG": "甲公司", "TITLE": "经理"},
            "周望舒 post 甲公司 label=经理 time=1992",
        ),
        (
            "周望舒，男，1960年生，曾在甲公司担任研究员。",
            {"ORG": "甲公司", "TITLE": "研究员"},
            "周望舒 post 甲公司 label=研究员 status=former",
        ),
        (
            "任命周望舒为甲检察院检察委员会委员、检察员。",
            {"ORG": "甲检察院检察委员会 甲检察院", "TITLE": "委员 检察员"},
            "周望舒 post 甲检察院 label=检察员",
        ),
    ],
)
def test_where_posts_are_held(text: str, names: dict[str, str], fact: str) -> None:
    assert fact in read(text, "post", PERSON="周望舒", **names)


def test_a_party_is_no_workplace() -> None:
    text = "周望舒，男，1960年生，1999年加入中国共产党，教授级高级工程师。"
    assert not read(text, "post", PERSON="周望舒", ORG="中国共产党", TITLE="高级工程师")


@pytest.mark.parametrize(
    ("text", "names", "first", "second"),
    [
        ("甲医院（乙医院）成立于1910年。", {"ORG": "甲医院 乙医院"}, "甲医院", "乙医院"),
        ("甲智驾（英文简称GreenDrive）成立于2015年。", {"ORG": "甲智驾"}, "甲智驾", "GreenDrive"),
        ("周望舒，又名周梓材，宁州人。", {"PERSON": "周望舒 周梓材"}, "周望舒", "周梓材"),
        ("甲公司（Jia Motor Co., Ltd.，JMC）成立。", {"ORG": "甲公司"}, "甲公司", "JMC"),
    ],
)
def test_second_names(text: str, names: dict[str, str], first: str, second: str) -> None:
    assert f"{first} alias {second}" in read(text, "alias", **names)


def test_a_firm_in_a_firm_s_bracket_is_another() -> None:
    assert not read("甲有限公司（乙集团）没有回应。", "alias", ORG="甲有限公司 乙集团")


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        ("甲公司2012年被乙会评为“甲市包装百强企业”。", "甲市包装百强企业"),
        ("甲公司2009年被乙部评为全国古籍重点保护单位。", "全国古籍重点保护单位"),
    ],
)
def test_honours(text: str, honour: str) -> None:
    who = text[text.index("被") + 1 : text.index("评为")]
    found = read(text, "designated", ORG=f"甲公司 {who}")
    assert [line.split()[:3] for line in found] == [["甲公司", "designated", honour]]


def test_a_department_of_a_school() -> None:
    text = "周望舒，男，1960年生，毕业于甲大学法律系。"
    names = {"PERSON": "周望舒", "ORG": "甲大学"}
    assert read(text, "educated_at", **names) == ["周望舒 educated_at 甲大学法律系 label=毕业于"]
    assert read(text, "part_of", **names) == ["甲大学法律系 part_of 甲大学"]


def test_who_stays_at_the_school_works_there() -> None:
    text = "周望舒，甲院院士，1958年考入乙大学，毕业后留校任教，历任助教、讲师。"
    found = read(text, "post", PERSON="周望舒", ORG="甲院 乙大学", TITLE="院士 助教 讲师")
    assert "周望舒 post 乙大学 label=助教 status=former" in found


def test_a_people_is_no_person() -> None:
    found = [
        mention["text"]
        for mention in Tagger("embedded").record(Document("a", "周望舒，女，满族，1972年出生。"))["entities"]
        if mention["type"] == "PERSON"
    ]
    assert found == ["周望舒"]
