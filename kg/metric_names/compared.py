"""Readers of amounts told beside another: what repeats, converts or foretells it, and comparisons with it."""

from collections.abc import Sequence
from dataclasses import replace

from kg.amounts import Amount
from kg.chunk import Chunk
from kg.context_cues import endings
from kg.discourse import Clause
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.nominal import ends_relative
from kg.metric_names.phrases import Phrases, span_of
from kg.metric_words import CONVERTED, QUOTES, READINGS, RESULTS, SCOPES, SESSIONS, WHOLE_PLACES

_OVER = frozenset({"超", "超过", "超出", "超额"})
_AIMED = ("目标", "任务", "计划", "预期", "进度")
_LEVELS = frozenset({"高于", "低于", "不及", "优于", "快于", "慢于", "好于", "高出"})


def converted(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the same sum in money of another country: 2亿美元，折合人民币|14亿元."""
    sums = told.unit.isupper() and at.amount.unit.isupper() and told.unit != at.amount.unit
    same = told.previous is not None and sums and at.said in CONVERTED
    return replace(told.previous, rule="metric.same") if told.previous is not None and same else UNTOLD


def read_again(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read another reading of the figure: CPI初值同比上升2.6%，6月终值|2.5%."""
    again = told.previous is not None and at.said in READINGS
    return replace(told.previous, rule="metric.same") if told.previous is not None and again else UNTOLD


def forecast(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what was expected of the figure just told: 失业率为6.5%，预期|6.4% is of 失业率预期."""
    word = next((k for k, c in enumerate(at.before) if c.text in phrases.words["forecast"]), -1)
    if word < 0 or told.previous is None:
        return UNTOLD
    said = [c.text for c in phrases.strip(at.before[word + 1 :])]
    if not set(said) <= phrases.words["change"] | phrases.words["base"]:
        return UNTOLD
    change = told.previous.change if at.amount.unit == told.unit else ""
    if said and not change.endswith(said[-1]):
        change = "".join(said)
    span = span_of(at.before[word:])
    return replace(told.previous, rule="metric.forecast", change=change + "预期", span=span)


def points(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read by how many points a rate is above another: 增速|高于全国|1.2个百分点."""
    previous = told.previous
    if at.amount.unit != "个百分点" or previous is None:
        return UNTOLD
    over = next((k for k, c in enumerate(at.before) if c.text in _OVER), -1)
    if over >= 0 and any(c.text.endswith(_AIMED) for c in at.before[over + 1 :]):
        words = at.before[over:]  # 增速为12%，超|年度目标|1.5个百分点
        said = "".join(c.text for c in words)
        return Name(
            previous.base, "metric.change", span_of(words), compared_further(phrases, previous) + said
        )
    if not at.core or at.core[0].text not in phrases.words["compared"]:
        return UNTOLD
    if previous.rule == "metric.value":
        cut = phrases.comparison.search(previous.base)  # 增速高于全国1.2个百分点、高于全省0.5个百分点
        if cut and cut.start():
            previous = replace(previous, base=previous.base[: cut.start()])
    return Name(
        previous.base, "metric.change", span_of(at.core), compared_further(phrases, previous) + at.said
    )


def compared_further(phrases: Phrases, name: Name) -> str:
    """Return what of a change is compared once more: 同比增长, but nothing of (增速)比上月加快."""
    if name.change.startswith(endings(phrases.words["compared"])):
        return ""
    found = phrases.comparison.search(name.change)
    return name.change[: found.start()] if found else name.change


def with_another(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read one more place that is compared with: 高于全国0.8个、|全省|0.3个百分点."""
    if at.amount.unit != "个百分点" or told.previous is None:
        return UNTOLD
    text = told.previous.text
    words = [c for c in at.before if c.text not in {"、", "和", "与"}]
    level = max(text.rfind(word) for word in _LEVELS)
    if level < 0 or len(words) != 1 or words[0].text not in SCOPES | WHOLE_PLACES:
        return UNTOLD
    return Name(text[: level + 2] + words[0].text, "metric.value", words[0].span)


def then(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the same metric at another time: 增幅高于第一季度的|2.8%."""
    compares = told.previous is not None and _LEVELS & {c.text for c in at.core}
    if told.previous is None or not compares or not _of_other_time(at.before, at.amount, told.unit):
        return UNTOLD
    return replace(told.previous, rule="metric.same")


def _of_other_time(before: Sequence[Chunk], amount: Amount, unit: str) -> bool:
    """Tell whether words before an amount say that it is the metric's at another time: 第一季度的."""
    dated = [c for c in before[-2:] if c.kind == "DATE"]
    return len(dated) == 1 and before[-1].text in {"的", dated[0].text} and amount.unit == unit


def base_of_comparison(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what is compared with, no value: 低于去年同期的|67%."""
    base = at.amount.unit != "个百分点" and _LEVELS & {c.text for c in at.core}
    return None if base else UNTOLD


def described(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a sum of something that a clause describes: 甲资本领投的|1.5亿元|B轮融资."""
    owned = len(at.before) > 1 and at.before[-1].text == "的" and bool(at.before[-2].members)
    plain = not at.share and not at.counted
    return at.behind_it() if plain and (owned or ends_relative(at.before)) else UNTOLD


def same_period(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the result of the same period before: 净利润亏损3亿元，上年同期为盈利|2亿元."""
    compared = any("同期" in c.text for c in at.before)
    if not compared or told.previous is None or len(at.core) != 1 or at.core[0].text not in RESULTS:
        return UNTOLD
    result = at.core[0].text
    base = told.base.removesuffix("亏损").removesuffix("盈利")
    loss = result if result.startswith("亏") else ""
    base = base + loss if base.endswith(("利润", "溢利", "收益")) else result
    return Name(base, "metric.same", at.core[0].span)


def quote(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a price, of what the clause tells of: 收盘|报|7.24元, 收益率跌5个基点|报|2.1%."""
    if not at.before or at.before[-1].text not in QUOTES or any(c.text not in SESSIONS for c in at.core):
        return UNTOLD
    base = told.base if _told_in(phrases, told, at.clause) else ""
    return Name(base, "metric.quote", at.before[-1].span, "" if base else at.before[-1].text)


def _told_in(phrases: Phrases, told: Told, clause: Clause) -> bool:
    """Tell whether the metric last named was named in ``clause``."""
    span = told.previous.span if told.previous is not None else None
    return span is not None and span.start >= phrases.chunks[clause.start].span.start
