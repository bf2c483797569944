"""The members of a row that a common noun closes."""

import pytest
from support import pipeline

from kg.model import MentionType

_ROW = "宁州市将推进云门湾总部基地、柳溪国际商务区、临江产业带、白塘-石桥片区、坪南生物谷等12个重点片区建设。"


def parks(text: str) -> list[str]:
    """Return the parks found in a text."""
    return [m.span.of(text) for m in pipeline()(text)._.mentions if m.type is MentionType.PARK]


def test_a_member_that_no_model_saw_whole_is_one_of_the_row() -> None:
    assert "临江产业带" in parks(_ROW)


@pytest.mark.parametrize(
    ("text", "no_member"),
    [
        (
            "宁州市推进云门湾总部基地、柳溪国际商务区、临江产业带的规划、白塘片区等4个重点片区建设。",
            "临江产业带的规划",
        ),
        ("这些企业来自柳溪国际商务区、坪南生物谷、江苏南京等3个园区。", "江苏南京"),
    ],
)
def test_what_cannot_be_a_name_stays_none(text: str, no_member: str) -> None:
    assert no_member not in parks(text)


def test_a_row_without_names_gives_none() -> None:
    assert parks("该市推进教育、卫生健康、文化旅游等8个重点片区建设。") == []
