"""Places named by one letter each."""

import pytest
from support import pipeline


def places(text: str) -> list[str]:
    return [m.span.of(text) for m in pipeline()(text)._.mentions if m.type == "PLACE" and len(m.span) == 1]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("湘鄂两省昨日签署通航协议。", "湘鄂"),
        ("今年起川渝两地互认驾照。", "川渝"),
        ("沪苏浙三地的医保可以直接结算。", "沪苏浙"),
        ("中老缅泰四国在昆明会谈。", "中老缅泰"),
        ("京津冀三地联网售票。", "京津冀"),
    ],
)
def test_each_letter_of_as_many_as_are_counted_is_a_place(text: str, letters: str) -> None:
    assert "".join(places(text)) == letters


@pytest.mark.parametrize(
    "text",
    [
        "湘鄂三省昨日签署通航协议。",
        "双方和两地交流。",
        "他在东西两地往返。",
        "京东两地仓库开工。",
        "川菜两种。",
    ],
)
def test_other_runs_are_no_letters(text: str) -> None:
    assert places(text) == []
