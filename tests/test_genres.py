"""Résumés and announcements: who is told of when no line names them, and what 公司 means throughout."""

import pytest
from support import pipeline, read, rules, understand

from kg.definitions import find_definitions
from kg.document import Document
from kg.letterhead import find_letterhead
from kg.model import Entity
from kg.pipeline import Tagger
from kg.relations import extract

LIFE = "何秉文，男，1963年11月生，汉族，甲省乙县人。"


def names(text: str, kind: str) -> list[str]:
    """Return the names of one type that the whole pipeline finds."""
    return [
        found["text"]
        for found in Tagger("embedded").record(Document("a", text))["entities"]
        if found["type"] == kind
    ]


def test_lines_of_a_life_go_on_with_the_person() -> None:
    text = LIFE + "\n1998.05—2003.01 任东湖大学校长\n2003.02至2008.01，丙集团总经理"
    found = read(text, "post", ORG="东湖大学 丙集团", TITLE="校长 总经理", PERSON="何秉文")
    assert found == [
        "何秉文 post 丙集团 label=总经理 time=2003-02-01/2008-01-31",
        "何秉文 post 东湖大学 label=校长 time=1998-05-01/2003-01-31",
    ]


def test_another_paragraph_is_not_of_the_life() -> None:
    text = LIFE + "\n当天举行了典礼。\n任东湖大学校长的人选没有公布"
    assert not read(text, "post", ORG="东湖大学", TITLE="校长", PERSON="何秉文")


def test_where_one_comes_from_is_no_subject() -> None:
    assert read(
        LIFE + "现任东湖大学校长。", "post", ORG="东湖大学", TITLE="校长", PERSON="何秉文", PLACE="甲省乙县"
    ) == ["何秉文 post 东湖大学 label=校长"]


def test_the_day_of_a_birth_or_a_foundation_is_of_that_alone() -> None:
    text = "何秉文，1963年11月出生，现任东湖大学校长。东湖大学创建于1936年，位于宁州。"
    found = read(text, ORG="东湖大学", TITLE="校长", PERSON="何秉文", PLACE="宁州")
    assert "何秉文 post 东湖大学 label=校长" in found
    assert "东湖大学 located_in 宁州 label=位于" in found


def test_a_life_is_not_what_somebody_says() -> None:
    assert not read("何秉文先生：1979年出生，中国国籍，硕士学历。", "says", PERSON="何秉文", TITLE="先生")
    assert read("何秉文先生：我们先把路修通，再谈别的。", "says", PERSON="何秉文", TITLE="先生")


def test_posts_in_a_row_go_on_over_commas() -> None:
    text = "何秉文历任甲厅副处长，乙银行总经理，当天没有出席。"
    assert read(text, "post", ORG="甲厅 乙银行", TITLE="副处长 总经理", PERSON="何秉文") == [
        "何秉文 post 乙银行 label=总经理 status=former",
        "何秉文 post 甲厅 label=副处长 status=former",
    ]


def test_that_school_is_the_whole_of_the_department_named() -> None:
    text = "何秉文2003年任东湖大学物理系教授，2010年起担任该校副校长。"
    found = read(text, "post", ORG="东湖大学 东湖大学物理系", TITLE="教授 副校长", PERSON="何秉文")
    assert "何秉文 post 东湖大学 label=副校长 time=2010" in found


@pytest.mark.parametrize("word", ["原", "前", "时任"])
def test_a_word_of_the_past_is_no_part_of_the_title(word: str) -> None:
    found = Tagger("embedded").record(Document("a", f"国家能源局{word}副局长刘宝山到场。"))["entities"]
    assert [row["text"] for row in found if row["type"] == "TITLE"] == ["副局长"]


def test_what_is_told_of_whoever_leaves() -> None:
    text = "林知远接替即将退休的许昭华出任宁州银行行长。"
    assert read(text, "post", ORG="宁州银行", TITLE="行长", PERSON="林知远 许昭华") == [
        "林知远 post 宁州银行 label=行长"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("钱若水女士因个人原因辞去职务。", "钱若水"),
        ("公司独立董事吴佩之先生任期届满。", "吴佩之"),
        ("现任校长为周牧之。", "周牧之"),
        ("同意聘任欧阳静山先生为副总经理。", "欧阳静山"),
    ],
)
def test_persons_whom_the_text_addresses(text: str, name: str) -> None:
    assert names(text, "PERSON") == [name]


def test_peoples_are_no_organisations() -> None:
    assert not names("他是汉族，妻子是维吾尔族。", "ORG")


ISSUER = "甲乙科技股份有限公司"


@pytest.mark.parametrize("defined", ["（以下简称“公司”）", "（以下简称“甲乙科技”或“本公司”）"])
def test_what_a_text_calls_the_company(defined: str) -> None:
    text = f"{ISSUER}{defined}与丙集团签约。丙集团派人到场。\n公司昨日收购丁电子。"
    assert read(text, "acquires", ORG=f"{ISSUER} 丙集团 丁电子")[0].startswith(f"{ISSUER} acquires 丁电子")
    assert "公司" not in [entity.name for entity in understand(text, ORG=f"{ISSUER} 丙集团 丁电子").entities]


def test_the_head_of_an_announcement_names_the_issuer() -> None:
    text = "证券代码：300871 证券简称：甲乙科技 公告编号：2022-035\n丙集团派人到场。\n公司昨日收购丁电子。"
    found = read(text, ORG="甲乙科技 丙集团 丁电子")
    assert "甲乙科技 ticker 300871 label=证券代码" in found
    assert any(line.startswith("甲乙科技 acquires 丁电子") for line in found)


def test_a_name_is_given_to_what_its_bracket_or_its_comma_stands_behind() -> None:
    for text in ("丙丁集团（宁州市，以下简称“丙丁”）", "丙丁集团，以下简称“丙丁”，昨日开工。"):
        assert [(d.name, d.at) for d in find_definitions(text)] == [("丙丁", 4)]


def test_definitions_and_issuers() -> None:
    text = "丙丁集团（以下简称“丙丁”或“公司”）"
    assert [(d.name, d.at, d.span.of(text), d.common) for d in find_definitions(text)] == [
        ("丙丁", 4, "丙丁", False),
        ("公司", 4, "公司", True),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "证券代码：300871 证券简称：甲乙科技 公告编号：2022-035",
        "股票简称:甲乙科技 股票代码:300871 编号:2022-035",
        "300871证券简称：甲乙科技，证券代码：300871",
        "公司代码:300871        公司简称:甲乙科技",
    ],
)
def test_the_fields_of_a_head_stand_in_any_order(head: str) -> None:
    found = find_letterhead(f"{head}\n公告")
    assert found is not None
    text = f"{head}\n公告"
    assert found.name.of(text) == "甲乙科技"
    assert "300871" in [span.of(text) for _, span in found.codes]


def test_a_sentence_is_no_head() -> None:
    assert find_letterhead("证券简称没有变") is None
    assert find_letterhead("公司证券简称：以后再定。" * 30 + "证券简称：甲乙科技") is None


def test_the_issuer_has_its_short_name_from_the_head() -> None:
    text = (
        f"证券代码:300871 证券简称:甲乙科技 公告编号:2022-035\n{ISSUER}关于签约的公告\n公司昨日收购丁电子。"
    )
    found = read(text, ORG=f"甲乙科技 {ISSUER} 丁电子")
    assert f"{ISSUER} ticker 300871 label=证券代码" in found
    assert f"{ISSUER} alias 甲乙科技" in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲电子获得乙资本领投的1.5亿元B轮融资。", "甲电子 metric 150000000CNY label=B轮融资"),
        ("甲电子取得丙局颁发的发明专利证书12项。", "甲电子 metric 12项 label=发明专利证书"),
        ("甲电子以集中竞价方式回购股份300万股。", "甲电子 metric 3000000股 label=回购股份"),
        (
            "甲电子实现归属于上市公司股东的净利润4亿元。",
            "甲电子 metric 400000000CNY label=归属于上市公司股东的净利润",
        ),
    ],
)
def test_what_a_number_of_a_disclosure_measures(text: str, wanted: str) -> None:
    names = " ".join(name for name in ("甲电子", "乙资本", "丙局") if name in text)
    assert read(text, "metric", ORG=names) == [wanted]


def test_a_rate_is_no_number_of_its_own() -> None:
    assert read("甲电子每10股派发现金红利3.5元。", "metric", ORG="甲电子") == [
        "甲电子 metric 3.5CNY label=现金红利"
    ]


def test_a_time_that_opens_the_sentence_holds_over_a_semicolon() -> None:
    text = "2021年，甲电子实现营业收入18亿元；净利润3亿元。"
    assert all("time=2021" in line for line in read(text, "metric", ORG="甲电子"))
    other = "2021年，甲电子实现营业收入18亿元；乙资本净利润3亿元。"
    assert all("time=2021" in line for line in read(other, "metric", ORG="甲电子 乙资本"))


def test_an_academy_is_no_department_and_a_firm_in_china_is_a_firm() -> None:
    text = "中国科学院院士何秉文到场，丁咨询中国税务合伙人罗思敏没有到场。"
    assert read(
        text, "post", ORG="中国科学院 丁咨询", PLACE="中国", PERSON="何秉文 罗思敏", TITLE="院士 税务合伙人"
    ) == [
        "何秉文 post 中国科学院 label=院士",
        "罗思敏 post 丁咨询中国 label=税务合伙人",
    ]


def test_the_owned_is_told_of_not_the_owner() -> None:
    text = "甲集团旗下的乙药业注册于宁州，2020年收购了丙医疗。"
    assert read(text, "acquires", ORG="甲集团 乙药业 丙医疗", PLACE="宁州") == [
        "乙药业 acquires 丙医疗 label=收购 time=2020"
    ]


def test_a_surname_with_a_courtesy_is_whom_the_text_has_named() -> None:
    text = "林珊珊女士昨日到任。林女士现任东湖大学副教授。"
    one = read(text, "post", PERSON="林珊珊 林", ORG="东湖大学", TITLE="副教授 女士")
    assert one == ["林珊珊 post 东湖大学 label=副教授"]
    two = "林珊珊、林一舟昨日到任。林女士现任东湖大学副教授。"
    assert not any(
        "林珊珊" in line
        for line in read(two, "post", PERSON="林珊珊 林一舟 林", ORG="东湖大学", TITLE="副教授 女士")
    )


def test_a_name_in_latin_letters_is_the_same_name() -> None:
    text = "甲食品集团（Alpha Food Group）创立于1998年。集团收购了乙公司80%的股权。"
    found = read(text, ORG="甲食品集团 乙公司")
    assert "甲食品集团 alias Alpha Food Group" in found


def test_what_is_present_takes_no_time_of_the_past() -> None:
    text = "何秉文2010年任职于甲银行，现任乙科技总经理。"
    assert "何秉文 post 乙科技 label=总经理" in read(
        text, "post", PERSON="何秉文", ORG="甲银行 乙科技", TITLE="总经理"
    )


def test_candidates_hold_no_post_yet() -> None:
    text = "甲市市长候选人何秉文到任，周敏任甲市委副书记，提名为甲市市长候选人。"
    found = read(text, "post", PERSON="何秉文 周敏", PLACE="甲市", ORG="甲市委", TITLE="市长候选人 副书记")
    assert "何秉文 post 甲市 label=市长 status=planned" in found
    assert "周敏 post 甲市 label=市长 status=planned" in found


def test_a_part_of_a_body_told_by_common_words() -> None:
    text = "何秉文任甲银行计划财务部总经理。"
    assert read(text, "post", PERSON="何秉文", ORG="甲银行", TITLE="总经理") == [
        "何秉文 post 甲银行计划财务部 label=总经理"
    ]


def test_shares_of_a_firm_without_a_name_are_of_nobody() -> None:
    text = "甲科技与乙集团设立合资公司，乙集团持股30%。"
    assert not read(text, "holds_stake", ORG="甲科技 乙集团")


@pytest.mark.parametrize(
    "name", ["恒生科技指数", "标普 500 指数", "创业板指", "波罗的海干散货指数", "法国 CAC40 指数"]
)
def test_indices_of_markets_are_names(name: str) -> None:
    assert name in names(f"昨日{name}涨1.5%。", "PRODUCT")


def test_a_price_index_is_a_metric() -> None:
    assert not names("7月份居民消费价格指数上涨0.5%。", "PRODUCT")


def test_bodies_that_act_together_are_two() -> None:
    assert names("国家发改委联合自然资源部印发通知。", "ORG") == ["国家发改委", "自然资源部"]
    assert names("江海电网联合研究院昨日成立。", "ORG") == ["江海电网联合研究院"]


def test_a_citys_committee_is_of_no_company() -> None:
    assert not read("甲集团开工，市委副书记吴锦到场。", "post", ORG="甲集团", TITLE="副书记", PERSON="吴锦")


def test_people_in_a_list_name_no_metric() -> None:
    assert not read(
        "甲集团管理团队包括总裁郁亮、10位副总裁。", "metric", ORG="甲集团", PERSON="郁亮", TITLE="总裁 副总裁"
    )


def test_a_title_that_is_one_word_with_its_body() -> None:
    text = "甲市委召开江海论坛，市委书记景万钧主持会议。"
    found = read(text, ORG="甲市委", PLACE="甲市", EVENT="江海论坛", PERSON="景万钧", TITLE="市委书记")
    assert "景万钧 post 甲市委 label=书记" in found
    assert "景万钧 attends 江海论坛 label=主持会议" in found


def test_what_is_named_after_a_place_and_is_not_there() -> None:
    for name in ("上海合作组织", "黄石市政府驻汉办"):
        place = "上海" if name.startswith("上海") else "黄石市"
        assert not read(f"{name}昨日开会。", "located_in", ORG=name, PLACE=place)
    assert read("黄石市政府昨日开会。", "located_in", ORG="黄石市政府", PLACE="黄石市")


def test_the_end_of_a_half_year_is_a_day() -> None:
    found = read("截至2022年上半年末，甲公司总资产30亿元。", "metric", ORG="甲公司")
    assert found == ["甲公司 metric 3000000000CNY label=总资产 time=2022-06-30"]


def test_a_workplace_that_no_name_was_found_for_is_not_another() -> None:
    text = "甲集团昨日开会。回国后，何秉文曾在阳光电源担任总监。"
    assert not read(text, "post", ORG="甲集团", PERSON="何秉文", TITLE="总监")


def test_a_capital_is_the_firms_and_not_its_representatives() -> None:
    text = "甲集团位于宁州，法定代表人何秉文，注册资本5000万元。"
    found = read(text, "metric", ORG="甲集团", PLACE="宁州", PERSON="何秉文", TITLE="法定代表人")
    assert found == ["甲集团 metric 50000000CNY label=注册资本"]


def test_a_degree_taken_at_a_school() -> None:
    text = "何秉文2010年在东湖大学获得电气工程博士学位。"
    assert read(text, "educated_at", PERSON="何秉文", ORG="东湖大学") == [
        "何秉文 educated_at 东湖大学 label=博士学位 time=2010"
    ]


def test_one_holds_a_post_where_one_works() -> None:
    text = "甲集团昨日开会。何秉文曾在乙电源担任研发总监。"
    assert read(text, "post", ORG="甲集团 乙电源", PERSON="何秉文", TITLE="研发总监") == [
        "何秉文 post 乙电源 label=研发总监 status=former"
    ]


def test_a_title_may_stand_behind_the_name() -> None:
    found = read("东湖医院心内科何秉文主任到场。", "post", ORG="东湖医院", PERSON="何秉文", TITLE="主任")
    assert found == ["何秉文 post 东湖医院 label=主任"]
    assert not read("甲大学何秉文博士到场。", "educated_at", ORG="甲大学", PERSON="何秉文", TITLE="博士")


def test_a_headmaster_is_of_a_school() -> None:
    text = "东湖大学校友会成立。东湖大学原校长何秉文，现任校党委书记林知远、校长周望舒到场。"
    found = read(
        text, "post", ORG="东湖大学校友会 东湖大学", PERSON="何秉文 林知远 周望舒", TITLE="校长 党委书记"
    )
    assert "周望舒 post 东湖大学 label=校长" in found
    assert "林知远 post 东湖大学 label=党委书记" in found


def test_who_leaves_one_office_may_have_another_in_the_same_firm() -> None:
    who = {"PERSON": "周望舒", "TITLE": "董事长 总裁"}
    inside = read("海棠股份原总裁周望舒担任董事长。", "post", ORG="海棠股份", **who)
    assert "周望舒 post 海棠股份 label=董事长" in inside
    text = "云岭集团换人。原海棠股份总裁周望舒担任董事长。"
    outside = read(text, "post", ORG="海棠股份 云岭集团", **who)
    assert "周望舒 post 云岭集团 label=董事长" in outside


def test_the_group_is_the_firm_called_so() -> None:
    text = "江海集团昨日开会。青芽科技派人到场。集团党委书记周望舒说了话。"
    found = read(text, "post", ORG="江海集团 青芽科技", PERSON="周望舒", TITLE="党委书记")
    assert found == ["周望舒 post 江海集团 label=党委书记"]


def test_cells_of_the_party_and_who_sits_for_a_term() -> None:
    text = "中共青芽科技有限公司党支部成立。东湖商会第三届理事会成立。"
    told = {
        (fact.subject.name, fact.object.name)
        for fact in extract(Document("a", text), pipeline()(text), rules()).facts
        if fact.relation == "part_of" and isinstance(fact.object, Entity)
    }
    assert told == {("中共青芽科技有限公司党支部", "青芽科技有限公司"), ("东湖商会第三届理事会", "东湖商会")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("海棠股份营收4亿元，云岭集团也有2亿元。", ["云岭集团 metric 200000000CNY label=营收"]),
        ("海棠股份营收4亿元，云岭集团位居第二。", []),
        ("海棠股份营收4亿元，云岭集团增长3%。", ["云岭集团 metric 3% label=营收增长"]),
    ],
)
def test_a_number_right_behind_its_owner(text: str, wanted: list[str]) -> None:
    found = read(text, "metric", ORG="海棠股份 云岭集团")
    assert [fact for fact in found if fact.startswith("云岭集团")] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "海棠股份员工、代表等200余人到场。",
        "海棠股份总部在1栋B座21楼。",
        "海棠股份被“六朵金花”抛在身后。",
    ],
)
def test_what_is_counted_by_the_way_is_no_metric(text: str) -> None:
    assert not read(text, "metric", ORG="海棠股份")


def test_what_is_set_up_or_owned_is_a_unit() -> None:
    assert read("海棠股份2010年成立了种业研发事业部。", "founded", ORG="海棠股份") == [
        "种业研发事业部 founded - label=成立 time=2010"
    ]
    assert read("甲部所属的信息化管理中心昨日开门。", "part_of", ORG="甲部") == [
        "信息化管理中心 part_of 甲部 label=所属"
    ]


def test_a_plate_is_given_to_somebody() -> None:
    assert read("甲局向乙公司颁发了先进集体奖牌。", "designated", ORG="甲局 乙公司") == [
        "乙公司 designated 先进集体 label=颁发"
    ]


@pytest.mark.parametrize("text", ["东湖商会秘书长宣读名单。", "东湖商会秘书长致辞。"])
def test_what_one_does_at_a_meeting_is_nobody(text: str) -> None:
    assert not names(text, "PERSON")


@pytest.mark.parametrize("text", ["农博会昨日开幕。", "东湖商会是药博会的承办方。"])
def test_a_fair_by_its_short_form_is_an_event(text: str) -> None:
    assert [name for name in names(text, "EVENT") if name.endswith("博会")]


def test_a_group_is_no_other_firm_of_its_stem() -> None:
    text = (
        "甲乙股份有限公司（以下简称“甲乙”）与甲乙集团有限公司（以下简称“甲乙集团”）签约。甲乙集团收购丁电子。"
    )
    assert "甲乙集团有限公司 acquires 丁电子 label=收购" in read(
        text, ORG="甲乙股份有限公司 甲乙集团有限公司 甲乙集团 丁电子"
    )
