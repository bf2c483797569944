"""Which names of a document are one thing, and which second names are told as facts."""

import pytest
from support import read, resolved

from kg.entities import bare_names
from kg.model import MentionType


@pytest.mark.parametrize(
    ("text", "kind", "names", "rule"),
    [
        ("甲新材料研究院（以下简称“新材院”）开会。", "ORG", "甲新材料研究院", "alias.definition"),
        ("甲新材料研究院（简称：新材院）开会。", "ORG", "甲新材料研究院", "alias.definition"),
        ("甲新材料研究院（下称“新材院”）开会。", "ORG", "甲新材料研究院", "alias.definition"),
        (
            "甲新材料研究院（成立于2004年，以下简称“新材院”）开会。",
            "ORG",
            "甲新材料研究院",
            "alias.definition",
        ),
        ("合肥市开会，合肥下雪。", "PLACE", "合肥市 合肥", "alias.place"),
        ("海棠股份有限公司开会，海棠股份停牌。", "ORG", "海棠股份有限公司 海棠股份", "alias.company"),
        (
            "海棠科技集团股份有限公司开会，海棠科技停牌。",
            "ORG",
            "海棠科技集团股份有限公司 海棠科技",
            "alias.company",
        ),
        ("科技部火炬中心开会，火炬中心表态。", "ORG", "科技部火炬中心 科技部 火炬中心", "alias.official"),
        (
            "国家发展和改革委员会开会，国家发改委表态。",
            "ORG",
            "国家发展和改革委员会 国家发改委",
            "alias.official",
        ),
    ],
)
def test_two_names_of_one_thing(text: str, kind: str, names: str, rule: str) -> None:
    found = resolved(text, **{kind: names})
    full = names.split()[0]
    short = "新材院" if rule == "alias.definition" else names.split()[-1]
    assert found.named(short) == found.named(full)
    assert [(a.entity.name, a.name, a.rule, a.span.of(text)) for a in found.aliases] == [
        (full, short, rule, short)
    ]
    assert f"{full} alias {short}" in read(text, "alias", **{kind: names})


@pytest.mark.parametrize(
    "text",
    ["海棠电子（原名云雀智能）上市。", "海棠电子（曾用名：云雀智能）上市。"],
)
def test_a_renamed_body_is_one_and_no_second_name_is_told(text: str) -> None:
    names = {"ORG": "海棠电子 云雀智能"}
    found = resolved(text, **names)
    assert found.named("海棠电子") == found.named("云雀智能")
    assert read(text, "alias", **names) == []


def test_the_city_not_its_county_bears_the_short_name() -> None:
    found = resolved("长沙市与长沙县通车，长沙下雪。", PLACE="长沙市 长沙县 长沙")
    assert found.named("长沙") == found.named("长沙市") != found.named("长沙县")


def test_a_counted_group_is_the_group_but_no_alias_is_told() -> None:
    given = {"GROUP": "全国169家国家高新区 国家高新区"}
    text = "全国169家国家高新区开会，国家高新区表态。"
    found = resolved(text, **given)
    assert found.named("国家高新区") == found.named("全国169家国家高新区")
    assert read(text, "alias", **given) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海棠股份开会，海棠银行停牌。", {"ORG": "海棠股份 海棠银行"}),
        ("海棠发展大厦停电，海棠发展停牌。", {"FACILITY": "海棠发展大厦", "ORG": "海棠发展"}),
        (
            "甲局信息中心与乙局信息中心开会，信息中心表态。",
            {"ORG": "甲局信息中心 乙局信息中心 甲局 乙局 信息中心"},
        ),
        ("合肥市开会，合肥停牌。", {"PLACE": "合肥市", "ORG": "合肥"}),
        ("某研究院开会（以下简称“新材院”）。", {"PLACE": "研究院"}),
        ("吉林省与吉林市共建园区，吉林下雪。", {"PLACE": "吉林省 吉林市 吉林"}),
        ("海棠电子收购云雀智能。", {"ORG": "海棠电子 云雀智能"}),
    ],
)
def test_likeness_alone_joins_nothing(text: str, names: dict[str, str]) -> None:
    assert resolved(text, **names).aliases == ()


def test_a_short_form_of_two_things_is_neither() -> None:
    names = "甲局信息中心 乙局信息中心 甲局 乙局 信息中心"
    found = resolved("甲局信息中心与乙局信息中心开会，信息中心表态。", ORG=names)
    short = found.named("信息中心")
    assert short is not None
    assert short.name == "信息中心"


def test_an_entity_bears_its_fullest_name_and_most_frequent_type() -> None:
    text = "海棠股份停牌。海棠股份有限公司开会。海棠股份复牌。"
    found = resolved(text, ORG="海棠股份有限公司 海棠股份")
    (entity,) = found.entities
    assert (entity.name, entity.aliases) == ("海棠股份有限公司", ("海棠股份",))
    assert [span.of(text) for span in entity.mentions[:2]] == ["海棠股份", "海棠股份"]
    assert list(entity.mentions) == sorted(set(entity.mentions))


def test_values_and_titles_are_no_things() -> None:
    found = resolved("甲局局长昨日拨款3亿元。", ORG="甲局", TITLE="局长")
    assert [entity.name for entity in found.entities] == ["甲局"]


def test_a_park_and_a_foreign_firm_bear_their_name_without_the_place() -> None:
    assert list(bare_names("安徽合肥经开区", MentionType.PARK)) == ["合肥经开区"]
    assert list(bare_names("德国棠禾汽车集团", MentionType.ORG)) == ["棠禾汽车集团"]
    assert list(bare_names("中国棠禾汽车集团", MentionType.ORG)) == []
    assert list(bare_names("美国商务部", MentionType.ORG)) == []
