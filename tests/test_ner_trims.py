"""Words that stand against a name and are no part of it."""

import pytest
from support import pipeline


def names(text: str, kind: str) -> list[str]:
    return [m.span.of(text) for m in pipeline()(text)._.mentions if m.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "wanted", "unwanted"),
    [
        ("机构昨日下调美国银行业评级。", "ORG", None, "美国银行"),
        ("美国银行业绩超出预期。", "ORG", "美国银行", None),
        ("黄石市县领导到场。", "PLACE", "黄石市", "黄石市县"),
        ("智利、泰国实际到位资金分别为3亿元和5亿元。", "PLACE", "泰国", "泰国实际"),
        ("中证网讯 青芽卫浴8月20日发布半年报。", "ORG", "青芽卫浴", "中证网讯 青芽卫浴"),
        (
            "商报讯海棠机电股份有限公司迁往新址。",
            "ORG",
            "海棠机电股份有限公司",
            "商报讯海棠机电股份有限公司",
        ),
        ("金海集团系泰国最大的糖商。", "ORG", "金海集团", "金海集团系泰国最大的糖商"),
        ("青江股份董事会秘书邹原回信。", "ORG", "青江股份", "青江股份董事会"),
        (
            "由担保公司白鹿明德置业有限公司代付。",
            "ORG",
            "白鹿明德置业有限公司",
            "担保公司白鹿明德置业有限公司",
        ),
        ("白鹿茶室及戏园经营有限公司开业。", "ORG", "白鹿茶室及戏园经营有限公司", "白鹿茶室"),
        ("江山资讯生猪市场分析师陈平到会。", "ORG", "江山资讯", None),
        ("江海证券大宗商品分析师陈平到会。", "ORG", "江海证券", "江海证券大宗商品"),
        ("截至收盘，青禾新材报41.15元/股。", "ORG", "青禾新材", "青禾新材报"),
        ("欧洲乳业巨头爱林公司到会。", "ORG", "爱林公司", "欧洲乳业巨头爱林公司"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, kind: str, wanted: str | None, unwanted: str | None) -> None:
    found = names(text, kind)
    assert wanted is None or wanted in found
    assert unwanted not in found


def test_a_person_before_a_firm_is_no_part_of_its_name() -> None:
    text = "同意林知远海棠财险股份有限公司监事的任职资格。林知远已到任。"
    assert "海棠财险股份有限公司" in names(text, "ORG")


def test_the_firm_of_a_branch_ends_before_the_places() -> None:
    found = names("江山银行股份有限公司绍兴柯桥支行开业。", "ORG")
    assert "江山银行股份有限公司" in found
    assert "江山银行股份有限公司绍兴" not in found
