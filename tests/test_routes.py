"""Routes named by their two ends, what several build together, and words that count those just named."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest
from support import pipeline, rules, told_of

from kg.document import Document, Span
from kg.mentions.lexis import Lexis
from kg.mentions.trim import end, front
from kg.pipeline import understand

Cut = Callable[[Lexis, Span], Span]


def named(text: str) -> set[str]:
    """Return what ``text`` names, with the types."""
    found = understand(Document("test", text), pipeline(), rules()).entities
    return {f"{entity.name} {entity.type.value}" for entity in found}


@pytest.mark.parametrize(
    ("route", "ends"),
    [
        ("云岭县至北坡县高速公路", {"云岭县 PLACE", "北坡县 PLACE"}),
        ("云岭县到北坡县的公路", {"云岭县 PLACE", "北坡县 PLACE"}),
        ("云岭县——北坡县输气管道工程", {"云岭县 PLACE", "北坡县 PLACE"}),
        ("青禾—白鹤输变电工程", set()),
        ("青禾水库—船山水库连通工程", set()),
    ],
)
def test_a_route_is_named_by_both_its_ends(route: str, ends: set[str]) -> None:
    text = f"{route}去年动工，总投资9亿元。"
    assert named(text) == {f"{route} FACILITY"} | ends
    assert told_of("metric", text) == [f"{route} 900000000CNY label=总投资"]


@pytest.mark.parametrize("goes_on", ["运输", "沿线", "货运", "工程公司"])
@pytest.mark.parametrize("noun", ["公路", "高速公路"])
def test_what_goes_on_behind_the_noun_is_no_route(noun: str, goes_on: str) -> None:
    text = f"云岭县至北坡县{noun}{goes_on}总投资9亿元。"
    assert not any(name.startswith(f"云岭县至北坡县{noun}") for name in named(text))


def test_several_build_together_what_is_named_behind_the_verb() -> None:
    text = "江海大学、海棠股份和青禾县政府签约，三方共建江海渔业研究院。"
    assert "江海渔业研究院 ORG" in named(text)
    assert told_of("promotes", text) == [
        f"{who} 江海渔业研究院 label=共建" for who in ("江海大学", "海棠股份", "青禾县政府")
    ]


def test_three_parties_are_nobody_where_two_were_named() -> None:
    text = "江海大学、海棠股份签约，三方共建江海渔业研究院。"
    assert "江海渔业研究院 ORG" in named(text)
    assert told_of("promotes", text) == []


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        (
            "首批试点有青禾县、北坡县和船山县，三县加入云岭茶业联盟。",
            "part_of",
            [f"{who} 云岭茶业联盟 label=加入" for who in ("北坡县", "船山县", "青禾县")],
        ),
        ("首批试点有青禾县、北坡县，三县加入云岭茶业联盟。", "part_of", []),
        ("首批试点有青禾县、北坡县和船山县，两县加入云岭茶业联盟。", "part_of", []),
        (
            "参展的有云岭省、北坡省，两省加入青禾茶业联盟。",
            "part_of",
            [f"{who} 青禾茶业联盟 label=加入" for who in ("云岭省", "北坡省")],
        ),
        # a row of bodies is none of provinces
        ("参展的有海棠股份、青芽科技，两省加入青禾茶业联盟。", "part_of", []),
        (
            "林知远、周望舒和何秉文创办青芽科技，三人毕业于江海大学。",
            "educated_at",
            [f"{who} 江海大学 label=毕业于" for who in ("何秉文", "周望舒", "林知远")],
        ),
        ("林知远、周望舒创办青芽科技，三人毕业于江海大学。", "educated_at", []),
    ],
)
def test_counted_words_mean_the_row_just_named(text: str, relation: str, facts: list[str]) -> None:
    assert told_of(relation, text) == facts


def test_a_source_of_figures_is_named_without_them() -> None:
    text = "Finwell数据显示，海棠股份净利润3亿元。"
    assert "Finwell ORG" in named(text)
    assert "Finwell数据 ORG" not in named(text)


def test_a_new_town_stands_for_the_one_spoken_of() -> None:
    text = "云岭新城位于宁州市。新城现有企业30家。"
    assert told_of("metric", text) == ["云岭新城 30家 label=企业"]


@pytest.mark.parametrize(
    ("cut", "taken", "name"),
    [
        (front.behind_together, "三方共建江海渔业研究院", "江海渔业研究院"),
        (front.behind_together, "两地将携手打造白鹤产业园", "白鹤产业园"),
        (front.behind_together, "三方共同出资设立海棠新能源公司", "海棠新能源公司"),
        (front.behind_together, "四方建设集团有限公司", "四方建设集团有限公司"),
        (end.before_report, "Finwell数据", "Finwell"),
        (end.before_report, "青芽数据", "青芽数据"),
    ],
)
def test_what_the_network_took_too_much_of_is_cut(cut: Cut, taken: str, name: str) -> None:
    lexis = cast(Lexis, SimpleNamespace(folded=taken))
    assert cut(lexis, Span(0, len(taken))).of(taken) == name


def test_what_several_build_together_is_told_of_each_though_the_words_run_together() -> None:
    text = "海棠股份、东湖大学和宁州学院昨日签约，三方共建储能联合研究院。"
    wanted = [f"{name} 储能联合研究院 label=共建" for name in ("东湖大学", "宁州学院", "海棠股份")]
    assert [fact.partition(" time=")[0] for fact in told_of("promotes", text)] == wanted


def test_a_new_town_named_before_is_no_place_of_its_own() -> None:
    text = "云岭新城位于宁州市。去年，新城完成投资9亿元。"
    assert "新城 PLACE" not in named(text)
    assert [fact.split(" ")[0] for fact in told_of("metric", text)] == ["云岭新城"]
