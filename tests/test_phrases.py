"""What a goal is: the free noun phrase behind a verb, where no mention says it."""

import pytest
from support import facts


def goals(words: str) -> list[str]:
    text = f"青云新区将建设{words}。"
    found = facts(text, "goal", PARK="青云新区")
    for fact in found:
        assert fact.evidence.object is not None
        assert isinstance(fact.object, str)
        assert fact.object == fact.evidence.object.of(text)
    return [str(fact.object) for fact in found]


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("面向东南亚的跨境电商枢纽", ["面向东南亚的跨境电商枢纽"]),
        ("国家级示范区、区域创新中心", ["国家级示范区", "区域创新中心"]),
        ("有活力的科技园区和有温度的花园城市", ["有活力的科技园区", "有温度的花园城市"]),
        ("绿色低碳的示范园区并对外开放", ["绿色低碳的示范园区"]),
        ("“东方芯谷”", ["东方芯谷"]),
        ("一流的创新高地，引进企业百家", ["一流的创新高地"]),
        ("更多示范基地", ["示范基地"]),
        ("厂房", []),
        ("得很快", []),
    ],
)
def test_what_a_goal_is(words: str, phrases: list[str]) -> None:
    assert sorted(goals(words)) == sorted(phrases)
