"""Readers of numbers without a name, which are of what was named before or stands behind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.amounts import Amount
from kg.chunk import Chunk
from kg.metric_names.name import UNTOLD, Place, Reading, Told
from kg.metric_names.phrases import Phrases
from kg.metric_names.spoken import led_up_to, of_topic, rises_from
from kg.metric_words import STEPS
from kg.units import currencies

#: Units of what is made or built, and of no sum of money.
_MASSES = frozenset({"吨", "公斤", "千克", "平方米", "公里", "立方米", "千瓦", "千瓦时"})

#: What it was, and before what something is so many times of: 是|开发前|的|96倍, 是2005年的|5倍.
_THEN = re.compile(
    "[^的]{1,4}?[^的]{1,10}(?:前|时|[之年期]初|[年期月]末|年底|同期|期间|初期|[0-9一二三四五六七八九〇]年|水平)的?"
)
_EQUALS = frozenset({"是", "为", "相当于", "约为", "约是", "达", "达到"})


def spoken_before(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the number of what the clause before speaks of: 失业率创新高，|为6.4%."""
    if told.previous is not None or at.core or at.clause.own or not at.before[:1]:
        return UNTOLD
    led = led_up_to(phrases, at.clause, at.before)
    return led if led is not None or rises_from(at.before) else UNTOLD


def dealt_before(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a number dealt out of what the clause before says of its topic: 新增装机位居前三，分别为|3.1GW."""
    deals = phrases.words["deal"] & {c.text for c in at.before}
    return of_topic(phrases, at.clause) if told.previous is None and not at.core and deals else UNTOLD


def step(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what a step leads to, which has another name: 降息25个基点|至5%."""
    return None if told.base in STEPS and not at.core else UNTOLD


def same(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read another number of the metric last named."""
    if told.previous is None or not at.before or at.core:
        return UNTOLD
    after = phrases.chunks[at.index + 1] if at.index + 1 < len(phrases.chunks) else None
    if after is not None and at.behind is not None and after.text == "的" and at.amount.unit != told.unit:
        return UNTOLD  # 拥有30家企业，实现|10亿元|的销售收入
    things = after is not None and after.kind == "W" and after.tag in {"n", "nz"}
    if things and at.behind is None and told.previous.rule == "metric.count":
        return None  # 36个行业中，有|25个|行业产值增长
    if at.amount.unit in _MASSES and told.unit in currencies():
        return None  # 斥资2亿元设厂，当年完成|3000吨锂盐的生产
    if told.unit in _MASSES and (not at.amount.unit or at.amount.unit in currencies()):
        return None  # 建筑面积12万平方米，拥有|3000多万元|的设备
    if at.amount.unit == "倍" and at.before[-1].text in phrases.words["change"]:
        change = at.before[-1].text  # 总面积12万平方米，比现在的6万平方米|扩大|一倍
        return replace(told.previous, rule="metric.change", change=change)
    if at.amount.unit == "倍" and at.before[0].text in _EQUALS:
        times = "".join(c.text for c in at.before)
        return replace(told.previous, rule="metric.same", change=times)  # 收入3亿元，是2005年的|5倍
    again = _of_change_then(at.before, at.amount, told.unit)
    return replace(told.previous, rule="metric.same", change=told.previous.change if again else "")


def times(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how many times what it was the metric is: 收入3亿元，是|开发前|的|5倍."""
    if at.amount.unit != "倍" or told.previous is None or len(at.before) < 2:
        return UNTOLD
    words = "".join(c.text for c in at.before)
    plain = not any(c.members for c in at.before)
    then = at.before[0].text in _EQUALS and plain and _THEN.fullmatch(words)
    return replace(told.previous, rule="metric.same", change=words) if then else UNTOLD


def alike(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a number right behind its owner as another's before: 甲营收4亿元，乙|也有|2亿元."""
    if at.behind is not None or at.core or not at.clause.own or at.clause.at >= at.index:
        return UNTOLD
    found = told.alike if told.last_unit == at.amount.unit else None
    if found is None or found.rule not in {"metric.value", "metric.same", "metric.quote"}:
        return None
    return replace(found, rule="metric.same", thing=())


def behind(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a number as one of what stands behind it."""
    return UNTOLD if at.lasting or at.share or at.sifts else at.behind_it()


def _of_change_then(before: Sequence[Chunk], amount: Amount, unit: str) -> bool:
    """Tell whether an amount is of the same change at a time told: 同比上涨2.2%，6月|为2%."""
    told = before[0].kind == "DATE" and all(c.text in {"为", "是", "仅为", "则为"} for c in before[1:])
    return told and amount.unit == unit == "%"
