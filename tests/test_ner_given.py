"""Names of the types that no model knows, in the project's own sentences (tests/values/names_given.tsv)."""

import re
from pathlib import Path

import pytest
from support import pipeline

from kg.entities import name_of
from kg.mentions import CANDIDATE

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "values" / "names_given.tsv").read_text("utf-8").splitlines()[1:]
    if not line.startswith(("#", "type\t"))
]
"""A type and a sentence, in which the names of the type are marked by 【】."""


def found(kind: str, marked: str) -> set[str]:
    """Return the names of a type that the pipeline finds in a sentence."""
    text = re.sub("[【】]", "", marked)
    mentions = pipeline()(text)._.mentions
    return {name_of(m, text) for m in mentions if m.type.value == kind and m.score >= CANDIDATE}


def test_most_names_are_found_whole() -> None:
    wanted = [(kind, text, set(re.findall("【(.*?)】", text))) for kind, text in ROWS]
    hits = sum(len(names & found(kind, text)) for kind, text, names in wanted if names)
    assert hits / sum(len(names) for _, _, names in wanted) >= 0.85  # 0.87 when it was written


@pytest.mark.parametrize(("kind", "text"), [row for row in ROWS if "【" not in row[1]])
def test_common_words_are_no_names(kind: str, text: str) -> None:
    assert found(kind, text) == set()
