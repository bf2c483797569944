"""Profiles of firms, schools and people: who goes on being spoken of, and where posts are held."""

import pytest
from support import read, told_of

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


def test_whose_a_body_is_tells_of_no_other() -> None:
    """甲与乙共建高校 within what one is: what follows is told of the one, too."""
    text = "江海大学是国家重点大学，教育部与宁州市政府共建高校，入选国家“云岭计划”。"
    assert told_of("promotes", text) == ["宁州市政府 江海大学 label=共建", "教育部 江海大学 label=共建"]
    assert "江海大学 云岭计划 label=入选" in told_of("designated", text)


def test_what_was_just_set_up_goes_on_where_nothing_else_was_spoken_of() -> None:
    """以某系为基础组建甲, 隶属乙: 甲 belongs to 乙."""
    text = "1961年，以宁州大学水利系为基础组建江海水利学院，隶属水利部，1987年更名为江海工学院。"
    assert told_of("part_of", text) == ["宁州大学水利系 宁州大学", "江海水利学院 水利部 label=隶属"]
    assert told_of("alias", text) == ["江海水利学院 江海工学院 label=更名为 time=1987"]


def test_a_body_that_was_merged_goes_on_where_it_is_left_out() -> None:
    """1998年并入乙, 属乙全资子公司: it is told of what was merged."""
    text = "海棠药业始建于1931年，2007年并入云岭集团，属云岭集团全资子公司。"
    assert "海棠药业 云岭集团 label=全资子公司" in told_of("part_of", text)


def test_a_short_form_behind_a_new_name_is_short_for_that() -> None:
    """甲更名为乙，简称“丙”: 丙 is 乙, and 乙 is no short form of 甲."""
    text = "宁州江海学院2009年更名为江海大学，简称“江大”。"
    assert told_of("alias", text) == ["宁州江海学院 江海大学 label=更名为 time=2009", "江海大学 江大"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "林知远历任江海大学化学学院院长、校长助理、副校长。",
            [
                "林知远 江海大学 label=副校长",
                "林知远 江海大学 label=校长助理",
                "林知远 江海大学化学学院 label=院长",
            ],
        ),
        (
            "林知远历任江海大学化学学院院长、校党委常委、学校工会主席。",
            ["林知远 江海大学 label=党委常委", "林知远 江海大学化学学院 label=院长"],
        ),
        (
            "林知远曾任江海大学化学学院院长、校教学委员会主任。",
            ["林知远 江海大学化学学院 label=院长", "林知远 江海大学教学委员会 label=主任"],
        ),
    ],
)
def test_offices_of_the_whole_school_are_the_school_s(text: str, expected: list[str]) -> None:
    """副校长 and what 校 stands before are no offices of the college named before them."""
    found = [line.removesuffix(" status=former") for line in told_of("post", text)]
    assert [line for line in expected if line not in found] == []
    assert not [line for line in found if line.startswith("林知远 江海大学化学学院") and "院长" not in line]


def test_a_body_is_renamed_under_its_last_name() -> None:
    """前身, and each new name up to today's: the page's own name gets none on the way."""
    text = (
        "江海大学前身是宁州茶业学校，1971年改名为宁州农学院，1992年更名为江海大学，2013年更名为江海科技大学。"
    )
    assert told_of("alias", text) == [
        "宁州农学院 江海大学 label=更名为 time=1992",
        "宁州茶业学校 宁州农学院 label=改名为 time=1971",
        "江海大学 江海科技大学 label=更名为 time=2013",
    ]


def test_a_school_of_several_forebears_was_none_of_them() -> None:
    text = "江海大学前身为宁州师专和宁州农专，1999年更名为江海科技大学。"
    assert told_of("alias", text) == ["江海大学 江海科技大学 label=更名为 time=1999"]


def test_a_row_of_titles_goes_on_where_one_has_no_level() -> None:
    """被命名为国家甲基地、乙产业基地: the level of the first is said for all."""
    text = "宁州开发区被命名为国家绿色纺织示范园区、海洋仪器产业基地、国家船用阀门生产基地。"
    assert told_of("designated", text) == [
        "宁州开发区 国家绿色纺织示范园区 label=被命名为",
        "宁州开发区 国家船用阀门生产基地 label=被命名为",
        "宁州开发区 海洋仪器产业基地 label=被命名为",
    ]


def test_an_area_laid_out_is_measured() -> None:
    assert told_of("metric", "宁州开发区规划管理面积58平方公里。") == [
        "宁州开发区 58平方公里 label=规划管理面积"
    ]


def test_a_kind_of_industry_at_large_is_none() -> None:
    text = "宁州开发区形成以医药、纺织为主的多元化产业格局。"
    assert told_of("industry", text) == ["宁州开发区 医药 label=为主", "宁州开发区 纺织 label=为主"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江海大学的历史可追溯到1911年的山海学堂；1936年成立江海师专；1994年更名为江海大学。",
            ["江海师专 江海大学 label=更名为 time=1994"],
        ),
        (
            "海棠股份成立于1989年，原名青芽茶叶有限公司，1997年更名为云岭饮料有限公司。2019年，公司更名为海棠股份。",
            [
                "云岭饮料有限公司 海棠股份 label=更名为 time=2019",
                "海棠股份 青芽茶叶有限公司 label=原名",
                "青芽茶叶有限公司 云岭饮料有限公司 label=更名为 time=1997",
            ],
        ),
        (
            "2005年，宁州江海阀门厂改制为江海阀门股份有限公司，云岭县政府持股30%。2011年，更名为云岭机电股份有限公司。",
            [
                "宁州江海阀门厂 江海阀门股份有限公司 label=改制为 time=2005",
                "江海阀门股份有限公司 云岭机电股份有限公司 label=更名为 time=2011",
            ],
        ),
        (
            "江海大学创建于1948年，时名江海师专，2002年改名为江海大学。",
            ["江海大学 江海师专 label=时名", "江海师专 江海大学 label=改名为 time=2002"],
        ),
    ],
)
def test_names_on_the_way_to_todays(text: str, expected: list[str]) -> None:
    """Bodies made under the way, first names, a government that is renamed to no firm."""
    assert told_of("alias", text) == expected


def test_a_firm_that_is_by_others_goes_on_being_spoken_of() -> None:
    """是由甲组建而成的中国企业，现有…: it is the firm that has, not 中国."""
    text = "海棠集团是由五家茶厂于2006年3月组建而成的中国大型茶叶企业，现有总资产3亿元。"
    assert told_of("metric", text) == ["海棠集团 300000000CNY label=总资产"]
