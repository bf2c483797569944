"""What a clause is about, and what 公司, 他 or 双方 stand for."""

import pytest
from support import facts, read, rules, sentence

from kg.discourse import Discourse


def topics(text: str, **names: str) -> list[tuple[list[str], bool]]:
    """Return the topic of each clause, and whether it stands in the clause itself."""
    clauses = Discourse(rules().cues).read(sentence(text, **names).chunks)
    return [([member.entity.name for member in clause.topic], clause.own) for clause in clauses]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("甲光电昨日开工。", "甲光电"),
        ("昨日，甲光电开工。", "甲光电"),
        ("在乙药业的支持下，甲光电开工。", "甲光电"),
        ("对乙药业，甲光电没有异议。", "甲光电"),
        ("乙药业旗下甲光电开工。", "甲光电"),
        ("乙药业的甲光电开工。", "甲光电"),
        ("乙药业控股子公司甲光电开工。", "甲光电"),
        ("乙药业全资设立的甲光电开工。", "甲光电"),
        ("其中甲光电开工较早。", "甲光电"),
    ],
)
def test_the_topic_of_a_clause(text: str, topic: str) -> None:
    names, own = topics(text, ORG=" ".join(n for n in ("甲光电", "乙药业") if n in text))[-1]
    assert (names, own) == ([topic], True)


def test_a_person_behind_a_post_is_the_topic() -> None:
    text = "甲光电董事长陈平到会，没有发言。"
    assert topics(text, ORG="甲光电", TITLE="董事长", PERSON="陈平") == [(["陈平"], True), (["陈平"], False)]


def test_a_clause_without_a_name_goes_on_about_the_one_before() -> None:
    assert topics("甲光电开工，进展顺利，乙药业停产。", ORG="甲光电 乙药业") == [
        (["甲光电"], True),
        (["甲光电"], False),
        (["乙药业"], True),
    ]


def test_reported_words_open_a_clause() -> None:
    found = topics("陈平表示甲光电开工。", PERSON="陈平", ORG="甲光电")
    assert [names for names, _ in found] == [["陈平"], ["甲光电"]]


def test_a_paragraph_begins_without_a_topic() -> None:
    given = {"ORG": "甲光电", "PLACE": "杭州"}
    assert read("甲光电开工。位于杭州。", "located_in", **given) == ["甲光电 located_in 杭州 label=位于"]
    assert read("甲光电开工。\n位于杭州。", "located_in", **given) == []


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        (
            "甲光电开工了。公司位于杭州。",
            {"ORG": "甲光电", "PLACE": "杭州"},
            "甲光电 located_in 杭州 label=位于",
        ),
        (
            "甲光电公布年报，其总部位于杭州。",
            {"ORG": "甲光电", "PLACE": "杭州"},
            "甲光电 located_in 杭州 label=总部位于",
        ),
        (
            "青云新区通车。该区重点发展光伏。",
            {"PARK": "青云新区", "INDUSTRY": "光伏"},
            "青云新区 industry 光伏 label=发展",
        ),
        (
            "陈平到了。他现任甲局局长。",
            {"PERSON": "陈平", "ORG": "甲局", "TITLE": "局长"},
            "陈平 post 甲局 label=局长",
        ),
        (
            "陈平见了吴越。她现任甲局局长。",
            {"PERSON": "陈平 吴越", "ORG": "甲局", "TITLE": "局长"},
            "吴越 post 甲局 label=局长",
        ),
        (
            "甲光电与乙药业会面。双方签约。",
            {"ORG": "甲光电 乙药业"},
            "甲光电 cooperates_with 乙药业 label=签约",
        ),
        (
            "甲光电和乙药业在扩张，前者位于杭州。",
            {"ORG": "甲光电 乙药业", "PLACE": "杭州"},
            "甲光电 located_in 杭州 label=位于",
        ),
        (
            "甲光电和乙药业在扩张，后者位于杭州。",
            {"ORG": "甲光电 乙药业", "PLACE": "杭州"},
            "乙药业 located_in 杭州 label=位于",
        ),
    ],
)
def test_what_stands_for_a_name(text: str, names: dict[str, str], wanted: str) -> None:
    assert wanted in read(text, **names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("上市公司位于杭州。", {"PLACE": "杭州"}),
        ("陈平到了。公司位于杭州。", {"PERSON": "陈平", "PLACE": "杭州"}),
        ("甲光电开工。双方签约。", {"ORG": "甲光电"}),
    ],
)
def test_nothing_fits(text: str, names: dict[str, str]) -> None:
    assert read(text, **names) == []


def test_a_fact_whose_subject_is_not_named_is_less_sure() -> None:
    (named,) = facts("甲光电位于杭州。", "located_in", ORG="甲光电", PLACE="杭州")
    (meant,) = facts("甲光电开工。公司位于杭州。", "located_in", ORG="甲光电", PLACE="杭州")
    (carried,) = facts("甲光电开工，位于杭州。", "located_in", ORG="甲光电", PLACE="杭州")
    assert named.confidence > meant.confidence > 0
    assert named.confidence > carried.confidence > 0


def test_what_a_clause_is_about_in_name_only_is_no_subject() -> None:
    text = "甲重工昨日开会。对于乙集团将减持股份的传闻，公司予以否认，公司还收购了丙电子。"
    assert read(text, "acquires", ORG="甲重工 乙集团 丙电子") == ["甲重工 acquires 丙电子 label=收购"]


def test_the_company_is_not_its_shareholder() -> None:
    text = "甲重工昨日开会；控股股东乙集团派人到场。公司收购了丙电子。"
    assert read(text, "acquires", ORG="甲重工 乙集团 丙电子") == ["甲重工 acquires 丙电子 label=收购"]


@pytest.mark.parametrize(
    "text",
    [
        "甲光电在宁州举行的大会上宣布涨价。",
        "全球最大的矿业公司甲光电公布财报。",
        "芯片设计公司甲光电宣布涨价。",
        "交易完成后甲光电持股上升。",
    ],
)
def test_frames_and_kinds_of_firms_before_the_topic(text: str) -> None:
    named = {"EVENT": "大会", "PLACE": "宁州"} if "宁州" in text else {}
    named |= {"PLACE": "全球"} if "全球" in text else {}
    assert topics(text, ORG="甲光电", **named)[0] == (["甲光电"], True)


def test_the_firm_that_is_bought() -> None:
    text = "甲光电拟收购乙药业。标的公司去年营收3亿元。"
    (fact,) = facts(text, "metric", ORG="甲光电 乙药业")
    assert fact.subject.name == "乙药业"


def test_both_sides_are_bodies() -> None:
    text = "甲光电由乙药业与丙资本合资设立，双方各持股50%。"
    found = read(text, "metric", ORG="甲光电 乙药业 丙资本")
    assert found == ["丙资本 metric 50% label=持股比例", "乙药业 metric 50% label=持股比例"]


def test_the_company_of_who_speaks_is_the_one_she_was_introduced_with() -> None:
    text = "甲光电董事长陈平获奖，乙药业等单位参会。陈平表示，公司2021年营收3亿元。"
    read_lines = read(text, "metric", ORG="甲光电 乙药业", TITLE="董事长", PERSON="陈平")
    assert read_lines == ["甲光电 metric 300000000CNY label=营收 time=2021"]


def test_the_firm_that_discloses_stays_the_company() -> None:
    text = "甲光电公告，子公司乙药业中标。公司位于杭州。"
    assert read(text, "located_in", ORG="甲光电 乙药业", PLACE="杭州") == [
        "甲光电 located_in 杭州 label=位于"
    ]


def test_a_brief_is_headed_by_its_firm() -> None:
    text = "甲光电：控股股东乙药业获批。公司位于杭州。"
    assert read(text, "located_in", ORG="甲光电 乙药业", PLACE="杭州") == [
        "甲光电 located_in 杭州 label=位于"
    ]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("甲光电控股股东、实际控制人陈平减持。", "陈平"),
        ("甲光电持股5%以上股东陈平减持。", "陈平"),
        ("甲光电监事的配偶陈平减持。", "陈平"),
        ("陈平发函，要求甲光电说明原因。", "甲光电"),
        ("甲光电向乙药业控制的丙工厂付款。", "甲光电"),
        ("甲光电持有的乙药业股份解禁。", "甲光电"),
    ],
)
def test_who_acts_on_a_stock(text: str, topic: str) -> None:
    firms = " ".join(name for name in ("甲光电", "乙药业", "丙工厂") if name in text)
    people = {"PERSON": "陈平"} if "陈平" in text else {}
    titles = {"TITLE": "监事"} if "监事" in text else {}
    assert topics(text, ORG=firms, **people, **titles)[-1] == ([topic], True)


def test_a_part_of_what_is_counted_is_no_topic() -> None:
    found = topics("甲光电销售汽车9辆，其中电动车4辆，卡车2辆。", ORG="甲光电", PRODUCT="电动车")
    assert [names for names, _ in found] == [["甲光电"]] * 3


@pytest.mark.parametrize(
    "text",
    [
        "甲光电控股股东昨日减持丙传媒3%股份。",
        "甲光电的大股东拟收购丙传媒。",
        "甲光电全资子公司近日与丙传媒签约。",
    ],
)
def test_what_an_unnamed_party_does_is_not_done_by_the_firm(text: str) -> None:
    for relation in ("changes_stake", "acquires", "cooperates_with", "other"):
        assert not read(text, relation, ORG="甲光电 丙传媒")
    assert topics(text, ORG="甲光电 丙传媒")[-1] == ([], True)


def test_a_party_is_named_behind_a_copula() -> None:
    assert topics("甲光电控股股东原为乙药业。", ORG="甲光电 乙药业")[-1][0] == ["甲光电"]
    assert topics("甲光电子公司达30家。", ORG="甲光电")[-1][0] == ["甲光电"]


@pytest.mark.parametrize(
    "text",
    [
        "乙药业持有公司3%股份，丙传媒持有公司2%股份。",
        "乙药业不再持有公司股份。丙传媒持有公司2%股份。",
        "丙传媒日后取代乙药业成为公司控股股东。",
    ],
)
def test_the_firm_is_nobody_who_holds_shares_in_it(text: str) -> None:
    assert not read(text, "holds_stake", ORG="乙药业 丙传媒")
    told = read("甲光电公告，" + text, "holds_stake", ORG="甲光电 乙药业 丙传媒")
    assert told
    assert all("holds_stake 甲光电" in fact for fact in told)


def test_who_sells_has_what_is_bought() -> None:
    text = "甲光电拟向乙药业发行股份，购买其持有的丙传媒51%股权。"
    assert read(text, "holds_stake", ORG="甲光电 乙药业 丙传媒") == ["乙药业 holds_stake 丙传媒 label=持有"]


def test_another_one_who_acts_is_not_passed_over() -> None:
    text = "甲光电年报称，公司实际控制人陈平下设丙传媒。"
    assert not read(text, "part_of", ORG="甲光电 丙传媒", PERSON="陈平")


def test_who_judges_a_firm_is_not_the_firm() -> None:
    text = "甲光电开工。戊证券认为，公司位于杭州。"
    assert read(text, "located_in", ORG="甲光电 戊证券", PLACE="杭州") == [
        "甲光电 located_in 杭州 label=位于"
    ]


def test_the_latter_is_a_firm_and_not_where_it_is_from() -> None:
    text = "甲光电与德国机床厂商乙药业签约，拟收购后者。"
    assert read(text, "acquires", ORG="甲光电 乙药业", PLACE="德国") == [
        "甲光电 acquires 乙药业 label=收购 status=planned"
    ]


def test_who_is_ordered_to_pay_pays() -> None:
    text = "甲光电收到仲裁书，裁定乙药业支付货款3亿元。"
    assert topics(text, ORG="甲光电 乙药业")[-1][0] == ["乙药业"]


def test_all_who_sell_have_what_is_bought() -> None:
    text = "甲光电拟向乙药业、丁资本发行股份，购买其持有的丙传媒51%股权。"
    told = read(text, "holds_stake", ORG="甲光电 乙药业 丙传媒 丁资本")
    assert told == ["丁资本 holds_stake 丙传媒 label=持有", "乙药业 holds_stake 丙传媒 label=持有"]


def test_who_is_left_out_of_the_shareholders_holds_nothing() -> None:
    text = "甲光电向除丙传媒以外的股东乙药业发行股份。"
    assert not any(
        "holds_stake 丙传媒" in fact for fact in read(text, "holds_stake", ORG="甲光电 乙药业 丙传媒")
    )


def test_who_is_only_named_in_a_row_is_not_the_firm() -> None:
    text = "甲光电宣布融资。乙药业、丁资本、戊证券跟投。公司位于杭州。"
    told = read(text, "located_in", ORG="甲光电 乙药业 丁资本 戊证券", PLACE="杭州")
    assert told == ["甲光电 located_in 杭州 label=位于"]


def test_that_firm_is_not_who_holds_it() -> None:
    text = "甲光电昨日开工。丁资本在该公司持股30%。"
    assert read(text, "holds_stake", ORG="甲光电 丁资本") == ["丁资本 holds_stake 甲光电 label=持股"]


def test_what_stands_in_brackets_is_only_mentioned() -> None:
    text = "甲光电（乙药业）昨日开工。丁资本在该公司持股30%。"
    assert read(text, "holds_stake", ORG="甲光电 乙药业 丁资本") == ["丁资本 holds_stake 甲光电 label=持股"]
