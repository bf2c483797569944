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
            "晚报讯海棠能源股份有限公司昨晚公告重组。",
            "ORG",
            "海棠能源股份有限公司",
            "晚报讯海棠能源股份有限公司",
        ),
        ("金海集团系印尼第三大企业集团。", "ORG", "金海集团", "金海集团系印尼第三大企业集团"),
        ("青江企业证券事务代表黄冰到会。", "ORG", "青江企业", "青江企业证券"),
        (
            "旗下直投公司云岭致远资本投资有限公司到会。",
            "ORG",
            "云岭致远资本投资有限公司",
            "直投公司云岭致远资本投资有限公司",
        ),
        ("万山酒店及度假村管理有限公司开业。", "ORG", "万山酒店及度假村管理有限公司", "万山酒店"),
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
    text = "核准林知远海棠人寿保险股份有限公司总经理的任职资格。林知远已到任。"
    assert "海棠人寿保险股份有限公司" in names(text, "ORG")
