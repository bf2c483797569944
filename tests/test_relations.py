"""What no rule need say: status, time, speaker, brackets, pairs; every fact shows its evidence."""

from datetime import date
from pathlib import Path

import pytest
from support import CORPUS, facts, pipeline, read, rules, understand

from kg.document import Document, Mark, Span
from kg.model import Entity, Fact
from kg.pipeline import understand as understand_article
from kg.reading import read_paths
from kg.relations import RuleSet, fact_text

DAY = date(2022, 3, 10)
FIRMS = {"ORG": "甲光电 乙药业"}


def statuses(text: str, relation: str = "acquires", **names: str) -> list[str]:
    return [str(fact.status) for fact in facts(text, relation, DAY, **(names or FIRMS))]


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("收购", "asserted"),
        ("已经收购", "asserted"),
        ("拟收购", "planned"),
        ("将收购", "planned"),
        ("计划收购", "planned"),
        ("有望收购", "planned"),
        ("将于2023年收购", "planned"),
        ("没有收购", "denied"),
        ("未收购", "denied"),
        ("否认收购", "denied"),
        ("终止收购", "denied"),
        ("不会收购", "denied"),
        ("无法收购", "denied"),
        ("难以收购", "denied"),
    ],
)
def test_status_by_the_words_before(verb: str, status: str) -> None:
    assert statuses(f"甲光电{verb}乙药业。") == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("甲光电没有涨价，收购了乙药业。", "asserted"),
        ("甲光电计划扩产，乙药业被丙银行收购。", "asserted"),
        ("乙药业否认被甲光电收购。", "denied"),
        ("2023年，甲光电收购乙药业。", "planned"),
        ("去年，甲光电收购乙药业。", "asserted"),
    ],
)
def test_a_cue_reaches_its_own_clause(text: str, status: str) -> None:
    names = " ".join(name for name in ("甲光电", "乙药业", "丙银行") if name in text)
    assert statuses(text, ORG=names) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "甲光电收购乙药业了吗？",
        "甲光电会收购乙药业？",
        "如果甲光电收购乙药业，市场会怎么看。",
        "甲光电是否收购乙药业。",
        "传闻甲光电收购乙药业。",
        "建议甲光电收购乙药业。",
        "甲光电与乙药业同日开会。",
    ],
)
def test_what_states_nothing(text: str) -> None:
    assert statuses(text) == []


def test_what_a_city_cannot_become_is_no_goal() -> None:
    assert facts("宁州市将无法成为国际航运中心。", "goal", PLACE="宁州市") == ()
    assert len(facts("宁州市将成为国际航运中心。", "goal", PLACE="宁州市")) == 1


def test_a_question_does_not_silence_the_next_sentence() -> None:
    assert read("谁收购了乙药业？甲光电收购了乙药业。", "acquires", **FIRMS) == [
        "甲光电 acquires 乙药业 label=收购"
    ]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2021年6月，甲光电收购乙药业。", "2021-06"),
        ("去年6月，甲光电收购乙药业。", "2021-06"),
        ("甲光电1月9日收购乙药业。", "2022-01-09"),
        ("近日，甲光电收购乙药业。", None),
        ("甲光电收购乙药业。", None),
        ("2021年6月，丙银行停业；甲光电收购乙药业。", None),
        ("2021年6月，丙银行停业。甲光电收购乙药业。", None),
        ("2021年6月，甲光电开会，收购乙药业。", "2021-06"),
    ],
)
def test_time(text: str, time: str | None) -> None:
    (fact,) = facts(text, "acquires", DAY, **FIRMS)
    assert fact.time == time


SPEECH = "甲光电已经收购乙药业，不会再走回头路。"


@pytest.mark.parametrize(
    "text",
    [
        f"陈平说：“{SPEECH}”",
        f"“{SPEECH}”陈平说。",
        f"陈平表示，{SPEECH}",
        f"丙银行行长陈平表示，{SPEECH}",
        f"在陈平看来，{SPEECH}",
        f"据陈平介绍，{SPEECH}",
    ],
)
def test_who_says_a_fact(text: str) -> None:
    more = {"TITLE": "行长"} if "行长" in text else {}
    found = understand(text, PERSON="陈平", ORG="甲光电 乙药业" + " 丙银行" * bool(more), **more).facts
    said = [fact for fact in found if fact.relation == "says"]
    stated = [fact for fact in found if fact.relation == "acquires"]
    assert [fact.subject.name for fact in said] == ["陈平"]
    assert [str(fact.object).rstrip("。") for fact in said] == [SPEECH.rstrip("。")]
    assert [fact.speaker and fact.speaker.name for fact in stated] == ["陈平"]


def test_a_quotation_that_goes_on_behind_its_speaker() -> None:
    found = read("“先把难修的路段修通。”陈平说，“别的都可以等到以后再谈。”", "says", PERSON="陈平")
    assert set(found) == {
        "陈平 says 先把难修的路段修通。 label=说",
        "陈平 says 别的都可以等到以后再谈。 label=说",
    }


def test_words_outside_the_speech_are_the_papers_own() -> None:
    (fact,) = facts("甲光电收购了乙药业，陈平表示，路要先修通才行。", "acquires", PERSON="陈平", **FIRMS)
    assert fact.speaker is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲光电（位于杭州）收购了乙药业。", "甲光电 located_in 杭州 label=位于"),
        ("甲光电（成立于2004年5月）收购了乙药业。", "甲光电 founded - label=成立于 time=2004-05"),
        ("甲光电（601888）收购了乙药业。", "甲光电 ticker 601888"),
        ("甲光电（以下简称“甲光”）收购了乙药业。", "甲光电 alias 甲光"),
        ("甲光电营收9亿加元（约合人民币45亿元），收购了乙药业。", "甲光电 metric 4500000000CNY label=营收"),
        ("甲光电营收9亿加元（约合人民币45亿元），收购了乙药业。", "甲光电 metric 900000000CAD label=营收"),
    ],
)
def test_a_bracket_is_about_what_stands_before_it(text: str, wanted: str) -> None:
    found = read(text, PLACE="杭州", **FIRMS) if "杭州" in text else read(text, **FIRMS)
    assert wanted in found
    assert "甲光电 acquires 乙药业 label=收购" in found


def test_pairs_and_dealt_lists() -> None:
    three = {"ORG": "甲光电 乙药业 丙银行"}
    assert read("甲光电、乙药业和丙银行签约。", "cooperates_with", **three) == [
        "乙药业 cooperates_with 丙银行 label=签约",
        "甲光电 cooperates_with 丙银行 label=签约",
        "甲光电 cooperates_with 乙药业 label=签约",
    ]
    assert read("甲光电、乙药业分别由陈平、吴越创办。", "founder", PERSON="陈平 吴越", **FIRMS) == [
        "吴越 founder 乙药业 label=创办",
        "陈平 founder 甲光电 label=创办",
    ]


def test_the_count_of_a_list_is_its_holders() -> None:
    found = read("青云新区集聚了甲光电、乙药业等46家高新企业。", "metric", PARK="青云新区", **FIRMS)
    assert found == ["青云新区 metric 46家 label=高新企业"]


def test_only_a_buy_back_has_one_party() -> None:
    assert read("甲光电收购甲光电。", ORG="甲光电") == []
    assert read("甲光电回购甲光电。", ORG="甲光电") == ["甲光电 changes_stake 甲光电 label=回购"]


def test_the_same_fact_in_the_same_words_is_told_once() -> None:
    assert len(facts("甲光电收购乙药业。甲光电收购乙药业。", "acquires", **FIRMS)) == 1


def test_what_a_long_name_says() -> None:
    text = "青云新区创建世界一流园区咨询会在南通召开。"
    found = read(text, PARK="青云新区", EVENT="青云新区创建世界一流园区咨询会", PLACE="南通")
    assert "青云新区 goal 世界一流园区 label=创建 status=planned" in found


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        ("甲光电停牌。", Span(0, 3), ["甲光电 ticker sh601888"]),
        ("甲光电银行开业。", Span(0, 3), []),
        ("停牌的是甲光电。", Span(0, 2), []),
    ],
)
def test_a_ticker_of_the_page_counts_on_a_whole_name(text: str, marked: Span, wanted: list[str]) -> None:
    names = "甲光电 甲光电银行" if "银行" in text else "甲光电"
    found = understand(text, marks=[Mark(marked, "ticker", "sh601888")], ORG=names).facts
    assert [fact_text(fact) for fact in found if fact.relation == "ticker"] == wanted


def test_a_users_own_rule_is_read_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[cues]\nsteer = ["掌舵", "执掌"]\n'
        '[[rule]]\nid = "mine.steers"\nrelation = "steers"\nconfidence = 0.5\n'
        'pattern = "{subject:PERSON} ...2 {label=@steer} {object:ORG}"\n',
        encoding="utf-8",
    )
    by = RuleSet.load(tmp_path)
    found = understand("陈平明年将掌舵甲光电。甲光电收购了乙药业。", DAY, by=by, PERSON="陈平", **FIRMS).facts
    assert {fact.evidence.rule: (fact_text(fact), fact.confidence) for fact in found} == {
        "acquires.direct": ("甲光电 acquires 乙药业 label=收购", 0.87),
        "mine.steers": ("陈平 steers 甲光电 label=掌舵 time=2023 status=planned", 0.5),
    }
    assert understand("陈平掌舵甲光电。", PERSON="陈平", ORG="甲光电").facts == ()


def test_of_rival_rules_the_one_with_priority_stands(tmp_path: Path) -> None:
    rule = '[[rule]]\nid = "%s"\nrelation = "steers"\nlabel = "%s"\npriority = %s\npattern = "%s"\n'
    narrow, wide = "{subject:PERSON} 掌舵 {object:ORG}", "{subject:PERSON} ...2 掌舵 {object:ORG}"
    for first, second, wanted in ((0, 1, "b"), (1, 0, "a"), (0, 0, "a")):
        text = rule % ("x.a", "a", first, narrow) + rule % ("x.b", "b", second, wide)
        (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
        found = understand("陈平掌舵甲光电。", by=RuleSet.load(tmp_path), PERSON="陈平", ORG="甲光电").facts
        assert [fact.label for fact in found] == [wanted]


def corpus_articles() -> list[Document]:
    return [item for item in read_paths([str(CORPUS)]) if isinstance(item, Document)]


def check_evidence(document: Document, fact: Fact) -> None:
    """Every statement shows the sentence it was read from, and where in it."""
    evidence, whole = fact.evidence, Span(0, len(document.text))
    assert evidence.document == document.id
    assert evidence.sentence.of(document.text) == evidence.quote != ""
    assert evidence.rule
    assert 0 < fact.confidence <= 1
    for span in (evidence.sentence, evidence.subject, evidence.object, evidence.cue):
        if span is not None:
            assert whole.contains(span)
            assert len(span) > 0
    if isinstance(fact.object, str) and fact.relation in {"says", "goal"}:
        assert fact.object in document.text
    things = [thing for thing in (fact.subject, fact.object, fact.speaker) if isinstance(thing, Entity)]
    assert all(thing.name and thing.mentions for thing in things)
    if fact.evidence.object is not None and not isinstance(fact.object, Entity | str | None):
        assert fact.evidence.object.of(document.text) == fact.object.text


def test_every_fact_of_the_corpus_shows_its_evidence() -> None:
    known = {rule.id for rule in rules().rules}
    count = 0
    for document in corpus_articles():
        article = understand_article(document, pipeline(), rules())
        names = {entity.id for entity in article.entities}
        for fact in article.facts:
            check_evidence(document, fact)
            assert fact.subject.id in names
            assert fact.evidence.rule in known or fact.evidence.rule.split(".")[0] in {
                "alias", "metric", "name", "ticker",
            }  # fmt: skip
            count += 1
    assert count > 100


def test_reading_twice_gives_the_same() -> None:
    for document in corpus_articles()[:3]:
        first, second = (understand_article(document, pipeline(), rules()) for _ in range(2))
        assert first == second


@pytest.mark.parametrize(
    "text",
    [
        "甲光电斥资<N>.<N>亿元收购乙药业。",
        "甲光电收购德国老牌厂商乙药业。",
        "甲光电,乙药业昨日宣布,甲光电收购乙药业.",
    ],
)
def test_signs_and_half_width_marks_hide_no_purchase(text: str) -> None:
    assert statuses(text) == ["asserted"]


def test_a_gap_in_a_noun_phrase_passes_no_verb() -> None:
    assert statuses("甲光电收购失败导致乙药业股价大跌。") == []


def test_a_list_behind_with_ties_the_first_to_each() -> None:
    text = "甲光电与乙药业、丙银行签署协议。"
    found = facts(text, "cooperates_with", DAY, ORG="甲光电 乙药业 丙银行")
    assert [(f.subject.name, f.object.name) for f in found if isinstance(f.object, Entity)] == [
        ("甲光电", "丙银行"),
        ("甲光电", "乙药业"),
    ]


def test_a_mutual_tie_stands_once_a_sentence() -> None:
    assert len(facts("甲光电与乙药业签订供货合同，达成合作。", "cooperates_with", DAY, **FIRMS)) == 1


def test_the_contract_of_a_purchase_is_no_cooperation() -> None:
    text = "甲光电与乙药业签署协议，甲光电收购乙药业。"
    assert not facts(text, "cooperates_with", DAY, **FIRMS)
    assert statuses(text) == ["asserted"]


def test_only_a_buy_back_is_of_ones_own_shares() -> None:
    assert not facts("甲光电出售其部分资产。", "changes_stake", DAY, ORG="甲光电")
    assert len(facts("甲光电昨日回购股份100万股。", "changes_stake", DAY, ORG="甲光电")) == 1


def test_the_line_of_a_paper_is_no_topic() -> None:
    found = facts(
        "丙证券报3月5日讯 甲光电昨日在上海收购乙药业。", "acquires", DAY, ORG="丙证券报 甲光电 乙药业"
    )
    assert [fact.subject.name for fact in found] == ["甲光电"]


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        ("甲光电“联手”乙药业。", "cooperates_with", ["甲光电 cooperates_with 乙药业 label=联手"]),
        (
            "甲光电收购的两家公司分别为乙药业、丙传媒。",
            "acquires",
            ["甲光电 acquires 丙传媒 label=收购", "甲光电 acquires 乙药业 label=收购"],
        ),
        ("甲光电控股股东乙药业与丙传媒签约。", "holds_stake", ["乙药业 holds_stake 甲光电 label=控股股东"]),
        ("作为甲光电的大股东，乙药业没有回应。", "holds_stake", ["乙药业 holds_stake 甲光电 label=大股东"]),
    ],
)
def test_ties_of_firms(text: str, relation: str, wanted: list[str]) -> None:
    firms = " ".join(name for name in ("甲光电", "乙药业", "丙传媒") if name in text)
    assert read(text, relation, ORG=firms) == wanted


def test_a_holder_may_stand_in_an_office() -> None:
    given = {"ORG": "甲光电 乙药业", "TITLE": "董事长", "PERSON": "陈平"}
    assert read("甲光电控股股东乙药业董事长陈平到会。", "holds_stake", **given) == [
        "乙药业 holds_stake 甲光电 label=控股股东"
    ]


def test_one_leaves_an_alliance_without_selling_it() -> None:
    assert not read("甲光电退出丁联盟。", "changes_stake", ORG="甲光电 丁联盟")
    assert read("甲光电退出丁联盟。", "part_of", ORG="甲光电 丁联盟") == [
        "甲光电 part_of 丁联盟 label=退出 status=former"
    ]


def test_names_alone_say_nothing_beside_a_stake_that_is_told() -> None:
    firms = {"ORG": "万和集团 万和水泥"}
    assert read("万和集团与万和水泥开会。", "part_of", **firms) == ["万和水泥 part_of 万和集团"]
    assert not read("万和集团减持万和水泥股份。", "part_of", **firms)


def test_a_request_is_no_speech() -> None:
    assert not read("甲光电提出停止侵权的申请。", "says", ORG="甲光电")
    assert read("甲光电提出，侵权必须停止，赔偿应当到位。", "says", ORG="甲光电")


def test_what_is_taken_from_somebody_is_not_taken_by_them() -> None:
    assert read("甲光电从乙药业手中收购丙传媒。", "acquires", ORG="甲光电 乙药业 丙传媒") == [
        "甲光电 acquires 丙传媒 label=收购"
    ]


def test_firms_of_a_place_cooperate_with_the_one_spoken_of() -> None:
    given = {"ORG": "甲光电 乙药业 丙传媒", "PLACE": "福建"}
    assert read("甲光电与福建的乙药业、丙传媒开展合作。", "cooperates_with", **given) == [
        "甲光电 cooperates_with 丙传媒 label=开展合作",
        "甲光电 cooperates_with 乙药业 label=开展合作",
    ]


def test_a_deal_that_fails_is_denied() -> None:
    assert read("甲光电对乙药业的收购在上月宣告失败。", "acquires", ORG="甲光电 乙药业") == [
        "甲光电 acquires 乙药业 label=收购 status=denied"
    ]


def test_a_party_that_is_bought_from_does_not_buy() -> None:
    text = "甲光电向母公司乙药业收购丙传媒。"
    assert read(text, "acquires", ORG="甲光电 乙药业 丙传媒") == ["甲光电 acquires 丙传媒 label=收购"]


def test_who_lends_to_a_group_is_no_group() -> None:
    assert not read("万和水泥与江西万和集团财务公司开会。", "part_of", ORG="万和水泥 江西万和集团财务公司")


@pytest.mark.parametrize(
    ("text", "relation", "wanted"),
    [
        ("甲光电拥有乙药业、丙传媒授予的资质。", "holds_stake", []),
        (
            "甲光电与乙药业达成甲光电并购其旗下丙传媒的协议。",
            "acquires",
            ["甲光电 acquires 丙传媒 label=并购"],
        ),
        ("甲光电说明，被拍卖的设备全都隶属于乙药业。", "part_of", []),
    ],
)
def test_who_acts_and_what_is_had(text: str, relation: str, wanted: list[str]) -> None:
    firms = " ".join(name for name in ("甲光电", "乙药业", "丙传媒") if name in text)
    assert read(text, relation, ORG=firms) == wanted


def test_the_firm_is_the_one_that_is_held() -> None:
    text = "甲光电持有乙药业5%股份，公司大股东丙传媒没有回应。"
    assert "丙传媒 holds_stake 乙药业 label=大股东" in read(text, "holds_stake", ORG="甲光电 乙药业 丙传媒")
