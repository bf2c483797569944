"""What a name itself says of where a thing is and what it belongs to."""

import pytest
from support import facts, read

TIES = {"part_of", "located_in", "holds_event"}


def ties(text: str, **names: str) -> list[str]:
    return [fact for fact in read(text, **names) if fact.split()[1] in TIES]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("科技部火炬中心开会。", {"ORG": "科技部火炬中心 科技部"}, "科技部火炬中心 part_of 科技部"),
        ("江北大学附属医院开诊。", {"ORG": "江北大学附属医院 江北大学"}, "江北大学附属医院 part_of 江北大学"),
        (
            "江海论坛组委会开会。",
            {"ORG": "江海论坛组委会", "EVENT": "江海论坛"},
            "江海论坛组委会 part_of 江海论坛",
        ),
        (
            "青云新区管委会开会。",
            {"ORG": "青云新区管委会", "PARK": "青云新区"},
            "青云新区管委会 part_of 青云新区",
        ),
        (
            "江北大学实验室完工。",
            {"FACILITY": "江北大学实验室", "ORG": "江北大学"},
            "江北大学实验室 part_of 江北大学",
        ),
        ("长沙高新区通车。", {"PARK": "长沙高新区", "PLACE": "长沙"}, "长沙高新区 located_in 长沙"),
        ("东兴市医院停诊。", {"ORG": "东兴市医院", "PLACE": "东兴市"}, "东兴市医院 located_in 东兴市"),
        ("杭州会展中心开门。", {"FACILITY": "杭州会展中心", "PLACE": "杭州"}, "杭州会展中心 located_in 杭州"),
        (
            "青云新区实验楼完工。",
            {"FACILITY": "青云新区实验楼", "PARK": "青云新区"},
            "青云新区实验楼 located_in 青云新区",
        ),
        ("云南昆明下雪。", {"PLACE": "云南 昆明"}, "昆明 located_in 云南"),
        (
            "江北大学创新大会开幕。",
            {"EVENT": "江北大学创新大会", "ORG": "江北大学"},
            "江北大学 holds_event 江北大学创新大会",
        ),
    ],
)
def test_a_name_carries_a_tie(text: str, names: dict[str, str], wanted: str) -> None:
    assert ties(text, **names) == [wanted]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("东兴证券停牌。", {"ORG": "东兴证券", "PLACE": "东兴"}),
        ("西南证券停牌。", {"ORG": "西南证券", "PLACE": "西南"}),
        ("中国银行开会。", {"ORG": "中国银行", "PLACE": "中国"}),
        ("长沙人陈平到会。", {"PERSON": "陈平", "PLACE": "长沙"}),
        ("《长沙条例》公布。", {"DOCUMENT": "长沙条例", "PLACE": "长沙"}),
        ("昆明云南白药停牌。", {"PLACE": "昆明 云南"}),
        ("云南、昆明下雪。", {"PLACE": "云南 昆明"}),
        ("长沙昆明通航。", {"PLACE": "长沙 昆明"}),
    ],
)
def test_a_name_says_nothing(text: str, names: dict[str, str]) -> None:
    assert ties(text, **names) == []


def test_the_nearer_place_is_where_a_thing_is() -> None:
    found = ties("河北石家庄高新区通车。", PARK="河北石家庄高新区", PLACE="河北 石家庄")
    assert found == ["河北石家庄高新区 located_in 石家庄", "石家庄 located_in 河北"]


def test_a_tie_is_told_once_and_shows_the_name() -> None:
    text = "长沙高新区通车。长沙高新区扩建。"
    (fact,) = facts(text, "located_in", PARK="长沙高新区", PLACE="长沙")
    assert fact.evidence.quote == "长沙高新区通车。"
    assert fact.evidence.subject is not None
    assert fact.evidence.object is not None
    assert (fact.evidence.subject.of(text), fact.evidence.object.of(text)) == ("长沙高新区", "长沙")
    assert fact.evidence.rule.startswith("name.")


@pytest.mark.parametrize(("name", "place"), [("中山大学", "中山"), ("德州仪器", "德州")])
def test_a_place_that_a_name_only_sounds_like(name: str, place: str) -> None:
    assert ties(f"{name}没有回应。", ORG=name, PLACE=place) == []


@pytest.mark.parametrize(
    ("text", "names", "ties"),
    [
        ("云雀集团和云雀乳业都没有回应。", "云雀集团 云雀乳业", ["云雀乳业 part_of 云雀集团"]),
        ("云雀控股和江苏云雀都没有回应。", "云雀控股 江苏云雀", ["江苏云雀 part_of 云雀控股"]),
        ("山东钢铁集团和钢铁研究公司都没有回应。", "山东钢铁集团 钢铁研究公司", []),
        ("云雀集团和白鹭乳业都没有回应。", "云雀集团 白鹭乳业", []),
    ],
)
def test_firms_of_a_group_are_known_by_its_stem(text: str, names: str, ties: list[str]) -> None:
    assert read(text, "part_of", ORG=names) == ties


@pytest.mark.parametrize(
    ("text", "orgs", "wanted"),
    [
        ("云岭财险的吉林分公司停业。", "云岭财险 吉林分公司", ["吉林分公司 part_of 云岭财险"]),
        ("云岭银行不大，杭州分行更小。", "云岭银行 杭州分行", ["杭州分行 part_of 云岭银行"]),
        ("云岭银行不大。杭州分行更小。", "云岭银行 杭州分行", []),
        ("云岭银行和江海银行都有杭州分行。", "云岭银行 江海银行 杭州分行", []),
        ("云岭财险不大，吉林分公司更小。", "云岭财险 吉林分公司", []),
    ],
)
def test_a_branch_without_a_name_of_its_own_is_of_the_firm_before_it(
    text: str, orgs: str, wanted: list[str]
) -> None:
    assert [fact for fact in ties(text, ORG=orgs) if "located_in" not in fact] == wanted


def test_a_zone_is_no_part_of_the_port_it_is_named_after() -> None:
    assert ties("云海港保税区开会。", PARK="云海港保税区", ORG="云海港") == []


def test_who_studies_an_army_is_no_part_of_it() -> None:
    assert read("新四军研究会昨日开会。", "part_of", ORG="新四军研究会 新四军") == []
