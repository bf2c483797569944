"""Readers of counts: 拥有12家|企业, of what is named behind or was counted before."""

from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.discourse import Clause
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.phrases import Phrases
from kg.metric_words import COMES, LONGER, SOLE


def counted(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how many of what is named behind there are: 拥有12家|企业."""
    if not at.counted or at.behind is None or any(c.kind == "PERSON" for c in at.before):
        return UNTOLD  # 总裁某某、10位副总裁
    given = _are_given(phrases, told, at.clause, at.before)
    return Name(at.behind[0], "metric.count", at.behind[1]) if given else None


def attending(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how many came to a meeting: 来自20个|国家|的600余名|代表|参加了论坛."""
    people = at.counted and at.behind is not None
    comes = people and any(c.text.startswith(COMES) for c in at.following)
    return Name(at.behind[0], "metric.count", at.behind[1]) if comes and at.behind else UNTOLD


def counted_again(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how many there are elsewhere: 广东有6个集群，湖北|4个; 甲区一家就占|87个."""
    alone = at.counted and at.clause.own and all(c.text in SOLE for c in at.core)
    if not alone or told.listed is None:
        return UNTOLD
    given = at.core or told.listed.rule != "metric.value"
    return replace(told.listed, rule="metric.same") if given else UNTOLD


def extreme(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read an extreme or a mean of what was named before, which is no value of it: 最高|3%."""
    said = at.core[0].text if len(at.core) == 1 else ""
    return None if said.startswith(("平均", "最高", "最低", "人均")) and len(said) < LONGER else UNTOLD


def _are_given(phrases: Phrases, told: Told, clause: Clause, before: Sequence[Chunk]) -> bool:
    """Tell whether the words before a number of things give the things to an owner (拥有12家企业)."""
    words = [c.text for c in before if c.kind != "DATE"]
    if any(w.startswith(("每", "首", "其余", "第", "另")) for w in words[-2:]):
        return False
    listed = told.previous is not None and told.previous.rule == "metric.count"
    if not words or all(w in "和及与、" for w in words):
        return listed or (clause.own and not words)
    listed_before = words[-1] in {"等", "等等"}  # 设会计、旅游等|11个二级学院
    return bool(phrases.words["counts"] & set(words if listed_before else words[-4:]))
