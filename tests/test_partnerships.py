"""Names of partnerships, taken whole by their form, and what is told of them."""

import pytest
from support import pipeline, told, told_of

from kg.model import MentionType


@pytest.mark.parametrize(
    "name",
    [
        "松岭同舟振兴壮大创业投资合伙企业（有限合伙）",
        "晴川共进投资中心(有限合伙)",
        "白鹭种业发展基金（有限合伙）",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "公司拟参与投资{}。",
        "由顾维桢发起设立的{}昨日备案。",
        "公司与{}签约。",
        "公司已认购{}的份额。",
    ],
)
def test_a_partnership_is_found_whole(name: str, frame: str) -> None:
    text = frame.format(name)
    found = [m.span.of(text) for m in pipeline()(text)._.mentions if m.type is MentionType.ORG]
    assert name in found


def test_a_number_behind_another_mark_is_no_part_of_the_name() -> None:
    text = "1.白鹭股权投资基金合伙企业（有限合伙）昨日备案。"
    found = [m.span.of(text) for m in pipeline()(text)._.mentions if m.type is MentionType.ORG]
    assert found == ["白鹭股权投资基金合伙企业（有限合伙）"]


@pytest.mark.parametrize("named", ["该基金募集规模", "基金总规模"])
def test_what_a_fund_raises_is_its_own(named: str) -> None:
    text = f"晴川股份参与投资白鹭产业基金（有限合伙），{named}达40亿元。"
    assert [line.split()[0] for line in told_of("metric", text)] == ["白鹭产业基金（有限合伙）"]


def test_a_share_of_the_venture_spoken_of_is_not_one_of_who_announces_it() -> None:
    text = (
        "海棠股份公告称，公司的子公司青芽科技有限公司将与云岭投资有限公司合资设立青禾建材有限公司。"
        "该合资公司资本为6000万元，其中青芽科技有限公司出资3060万元，持股51%。"
    )
    assert "青芽科技有限公司 holds_stake 青禾建材有限公司 label=持股" in told(text, "holds_stake")
