"""Readers of changes: 净利润|同比增长|8.1%, of what is named with the change or was before."""

from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.context_cues import endings
from kg.metric_names.compared import compared_further
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.phrases import Phrases, span_of
from kg.metric_names.spoken import spoken_of
from kg.metric_names.wares import split_thing
from kg.metric_words import (
    CHANGE_ENDS,
    EDGES,
    ENDS_OF_DAY,
    ENDS_OF_PERIOD,
    NO_WARES,
    OF_CHANGE,
    OF_TRADES,
    PART_MEASURE,
    RISES,
)
from kg.model import MentionType


def changed(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a change, of what is named with it or was before."""
    change = split_change(phrases, at.core)
    if change is None:
        return UNTOLD
    held, words = phrases.strip(change[0]), change[1]
    base, previous = phrases.joined(held), told.previous
    if previous is None and not at.clause.own and (base or words) in OF_CHANGE:
        previous = spoken_of(phrases, at.clause)  # 股价连续下跌，跌幅达16%
    base = _whole_base(told, at, previous, base, words)
    if not base and previous is not None:
        base = previous.base
        if at.amount.unit == "个百分点" and words.startswith(endings(phrases.words["compared"])):
            words = compared_further(phrases, previous) + words
    quoted_so = at.share and words in RISES
    if quoted_so and not at.clause.own and (told.rising or not at.clause.topic) and _rises(held):
        return Name("", "metric.rise", span_of(at.core), words, thing=tuple(held))  # 沪铜涨2%，|热卷|涨1%
    goes_on = quoted_so and told.rising  # 午后涨超5%，截至发稿|涨5.3%
    told.rising = quoted_so and not base
    wares = all(m.entity.type is MentionType.PRODUCT for m in at.clause.topic)
    quoted = told.quoted or goes_on or (wares and not words.startswith(phrases.bases))
    if not base and not at.clause.own and not quoted:
        return None
    name = Name(base, "metric.change", span_of(at.core) or at.here, words)
    if previous is not None and base == previous.base:
        return replace(
            name, thing=previous.thing, measure=previous.measure, whole=previous.whole, lead=previous.lead
        )
    return split_thing(phrases, name, held)


def _whole_base(told: Told, at: Place, previous: Name | None, base: str, words: str) -> str:
    """Return the base of a change with what the text leaves out of it, as said before."""
    if base in OF_CHANGE and previous is not None:
        base = previous.base + base  # 增加值增长4%，增速比上月加快1个百分点
    if words in RISES:
        return base
    measure = PART_MEASURE.search(previous.base) if previous is not None else None
    if measure is not None and base.endswith(OF_TRADES):
        return base + measure[0]  # 第一产业增加值增长3%，第二产业|增长7%
    other = told.alike if previous is None and at.clause.own else None
    return other.base if not base and other is not None else base  # 甲市进出口2亿元，乙市|增长3%


def split_change(phrases: Phrases, chunks: Sequence[Chunk]) -> tuple[list[Chunk], str] | None:
    """Split 净利润同比大幅减少 into 净利润 and 同比减少; ``None`` where nothing changes."""
    if not chunks or not (
        chunks[-1].text in phrases.words["change"] or chunks[-1].text.endswith(CHANGE_ENDS)
    ):
        return None
    k = len(chunks) - 1
    words = [chunks[k].text]
    while k > 0:
        before = chunks[k - 1]
        near = range(k - 1, max(k - 5, -1), -1)
        compared = next((j for j in near if chunks[j].text in phrases.words["compared"]), None)
        if before.text.startswith(phrases.bases) or before.text in ENDS_OF_DAY:
            words.insert(0, before.text)
            k -= 1
        elif compared is not None:
            told = EDGES | {chunks[compared].text}  # which the model may take for an adverb
            words[:0] = [c.text for c in chunks[compared:k] if c.tag not in {"d", "ad"} or c.text in told]
            k = compared
        elif (
            before.kind == "W"
            and before.tag in {"d", "ad", "a", "t", "TIME"}
            and before.text not in phrases.words["change"]
            and not before.text.startswith("最")
        ):
            words[:0] = [before.text] if before.text in ENDS_OF_PERIOD else []
            k -= 1
        else:
            break
    return list(chunks[:k]), "".join(words)


def _rises(held: Sequence[Chunk]) -> bool:
    """Tell whether what goes up is a ware or a list of wares, and no measure: 热卷, not 房租."""
    if len(held) == 1 and held[0].kind in {"INDUSTRY", "PRODUCT"}:
        return True
    plain = bool(held) and all(c.kind == "W" and c.tag in {"n", "nz", "b", "LOC"} for c in held)
    return plain and len(held) < 3 and not held[-1].text.endswith(NO_WARES)
