"""Names that the slot of a verb gives away (kg_given): words and mentions in, mentions out."""

import pytest
from test_ner_mentions import lexis, mention, names

from kg.mentions.slots import find_given
from kg.model import MentionType


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("松岭集团/ORG 投建/v 玉米淀粉/nz 工厂/n", MentionType.FACILITY, "玉米淀粉工厂"),
        ("该县/n 新建/v 了/u 一座/m 粮食/n 码头/n 。/w", MentionType.FACILITY, "粮食码头"),
        ("该县/n 入选/v 国家/n 电商/n 进/v 农村/n 示范/vn 县/n", MentionType.POLICY, "国家电商进农村示范县"),
        ("科技局/ORG 印发/v 人工智能/n 行动/vn 方案/n", MentionType.DOCUMENT, "人工智能行动方案"),
        ("公司/n 披露/v 2022年/TIME 半年度/m 报告/n", MentionType.DOCUMENT, "2022年半年度报告"),
        ("甲光电/ORG 召开/v 股东大会/n 。/w", MentionType.EVENT, "股东大会"),
        ("集团/n 设立/v 甲/nz 科技/n 成果/n 转化/vn 基金/n", MentionType.ORG, "甲科技成果转化基金"),
        ("低速/nz 柴油机/n 已/d 交付/v 使用/v", MentionType.PRODUCT, "低速柴油机"),
        ("央行/ORG 启动/v 第三批/m 跨境/vn 理财/n 试点/n", MentionType.POLICY, "跨境理财试点"),
        ("山湖镇/LOC 被/p 授予/v “/w 诗歌/n 之/u 乡/n ”/w 称号/n", MentionType.POLICY, "诗歌之乡"),
        ("该厂/r 研制/v 的/u “/w 海燕九号/nz ”/w 无人机/n 首飞/v", MentionType.PRODUCT, "海燕九号"),
    ],
)
def test_what_a_verb_takes_is_a_name(words: str, kind: MentionType, name: str) -> None:
    text = lexis(*words.split())
    assert names(text, find_given(text, []), kind) == [name]


@pytest.mark.parametrize(
    "words",
    [
        "公司/n 加快/v 建设/v 重大/a 工程/n",  # words that go with anything
        "会议/n 发表/v 重要/a 讲话/n",
        "供货商/n 签订/v 采购/vn 合同/n 条款/n",  # the noun goes on
        "公司/n 收到/v 批复/v",
        "双方/n 达成/v 一致/a 意见/n",
        "他/r 中标/v",
    ],
)
def test_no_name_of_common_words(words: str) -> None:
    text = lexis(*words.split())
    assert names(text, find_given(text, [])) == []


def test_who_issues_it_is_no_part_of_a_common_paper() -> None:
    text = lexis("公司/n", "收到/v", "深交所/ORG", "监管函/n")
    body = mention(text, "深交所", MentionType.ORG)
    assert names(text, find_given(text, [body])) == ["深交所"]


def test_a_longer_name_takes_the_place_of_its_part() -> None:
    text = lexis("集团/n", "设立/v", "甲科技/ORG", "成果/n", "转化/vn", "基金/n")
    part = mention(text, "甲科技", MentionType.ORG)
    assert names(text, find_given(text, [part])) == ["甲科技成果转化基金"]


def test_a_list_of_things_in_one_slot() -> None:
    text = lexis("公司/n", "签订/v", "铜材/n", "供货/vn", "合同/n", "和/c", "煤炭/n", "销售/vn", "合同/n")
    assert names(text, find_given(text, [])) == ["铜材供货合同", "煤炭销售合同"]


def test_a_body_in_the_name_of_its_paper_stays() -> None:
    text = lexis("人社部/ORG", "公布/v", "国务院/ORG", "任免/vn", "名单/n")
    bodies = [mention(text, name, MentionType.ORG, score=0.6) for name in ("人社部", "国务院")]
    assert names(text, find_given(text, bodies)) == ["人社部", "国务院任免名单", "国务院"]


def test_how_large_a_thing_is_is_no_part_of_its_name() -> None:
    text = lexis("园区/n", "再/d", "建/v", "3万平方米/m", "整备/v", "中心/n", "。/w")
    size = mention(text, "3万平方米", MentionType.AMOUNT, score=1.0)
    assert names(text, find_given(text, [size]), MentionType.FACILITY) == ["整备中心"]
