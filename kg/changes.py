"""Metrics that tell a change: 净利润同比下降 → a fall, measured against the year before."""

import re
from dataclasses import dataclass
from typing import Literal

_FALL = re.compile(r"(?<![涨增升])(?:下降|减少|下滑|下跌|降低|回落|缩减|萎缩|收缩|下调|跌幅|降幅|减幅)")
_RISE = re.compile(r"增长|增加|增幅|上升|上涨|提高|提升|上调|涨幅(?!度?回落)")
_BASE = re.compile(
    r"同比|环比|[比较](?:上年|去年|上月|上季度|年初|\d{4}年(?:(?:1[-—~～至])?\d{1,2}月)?)(?:同期)?|两年平均|年均"
)


@dataclass(frozen=True, slots=True)
class Change:
    """The direction of a change and the words that say what it is measured against."""

    sign: Literal[-1, 1]
    base: str | None


def change_of(label: str) -> Change | None:
    """Return the change that a metric's label tells, or nothing where it tells none or both."""
    falls, rises = bool(_FALL.search(label)), bool(_RISE.search(label))
    if falls == rises:
        return None
    base = _BASE.search(label)
    return Change(-1 if falls else 1, base.group() if base else None)
