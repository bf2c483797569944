"""Single sentences of announcements, lives and encyclopaedias, read by the whole pipeline."""

from datetime import date
from functools import cache

import pytest
from spacy.language import Language
from support import rules

from kg.document import Document
from kg.ner import load_pipeline
from kg.pipeline import understand
from kg.relations import fact_text

DAY = date(2021, 6, 15)


@cache
def model() -> Language:
    """Return the whole pipeline."""
    return load_pipeline()


def facts(text: str) -> set[str]:
    """Return all facts that the whole pipeline reads."""
    return {fact_text(fact) for fact in understand(Document("a", text, day=DAY), model(), rules()).facts}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("铜陵庄园位于今浙江省绍兴市。", {"铜陵庄园 located_in 绍兴市 label=位于"}),
        ("青田县距温州市区50公里。", {"青田县 metric 50公里 label=距温州市区"}),
        ("青田县2014年人口97，人口密度每平方公里23人。", {"青田县 metric 97 label=人口 time=2014"}),
        ("青田县人口密度为每平方公里210人。", {"青田县 metric 210人 label=人口密度"}),
        ("在江海会展中心举行的茶业博览会吸引了客商。", {"茶业博览会 located_in 江海会展中心 label=举行"}),
    ],
)
def test_what_is_read(text: str, wanted: set[str]) -> None:
    assert wanted <= facts(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("卫星飞行到距离月球3.2万千米处时失去联系。", "metric"),
        ("该中心收藏来自各国的文献，是国际性的埃及研究中心。", "located_in"),
        ("周望舒曾在美国康奈尔大学任教。", "part_of"),
    ],
)
def test_what_is_not_read(text: str, unwanted: str) -> None:
    assert not any(unwanted == line.split()[1] for line in facts(text))
