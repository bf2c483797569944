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
    ],
)
def test_a_name_ends_where_it_ends(text: str, kind: str, wanted: str | None, unwanted: str | None) -> None:
    found = names(text, kind)
    assert wanted is None or wanted in found
    assert unwanted not in found
