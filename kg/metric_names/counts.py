"""Readers of counts: 拥有12家|企业, of what is named behind or was counted before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.discourse import Clause
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.phrases import Phrases
from kg.metric_words import COMES, LONGER, SOLE, STAGES
from kg.model import MentionType


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


#: How far some of those counted before have come, or what became of them.
_COME = STAGES | frozenset(
    "关闭 关停 撤销 淘汰 盘活 改造 交付 建成 验收 完工 上市 退出 新开 新增 试产 达产 封顶 入库 纳统".split()
)
#: What the name of those counted before tells of how far they had come: 签约|项目, 新开|门店.
_CAME = re.compile(
    "^(?:新?(?:引进|签约|开工|开办|开设|开|增|设立|设|建设|建|签|落户|储备|谋划|实施|推进|投产|竣工)|在[建谈]|累计|共|已)+"
)


def come_so_far(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how many of those just counted have come so far: 签约项目20个，开工|15个，投产|8个."""
    words = [c.text for c in at.before if c.kind == "W" and c.text not in {"其中", "已", "已有", "有"}]
    some = at.counted and at.behind is None and not at.clause.own and len(words) == 1 and words[0] in _COME
    if not some or told.previous is None or told.unit != at.amount.unit:
        return UNTOLD
    noun = _CAME.sub("", told.base)
    if len(noun) < 2 or noun.startswith(words[0]) or told.previous.change:
        return UNTOLD
    return Name(words[0] + noun, "metric.value", at.before[-1].span)


def extreme(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read an extreme or a mean of what was named before, which is no value of it: 最高|3%."""
    said = at.core[0].text if len(at.core) == 1 else ""
    return None if said.startswith(("平均", "最高", "最低", "人均")) and len(said) < LONGER else UNTOLD


def _only_events(clause: Clause) -> bool:
    """Tell whether a clause is about an event, which has those that come to it."""
    return bool(clause.topic) and all(m.entity.type is MentionType.EVENT for m in clause.topic)


def _are_given(phrases: Phrases, told: Told, clause: Clause, before: Sequence[Chunk]) -> bool:
    """Tell whether the words before a number of things give the things to an owner (拥有12家企业)."""
    words = [c.text for c in before if c.kind != "DATE"]
    if words[-1:] == ["来自"] and _only_events(clause):
        return True  # 博览会参展企业300家，来自|43个|国家
    if any(w.startswith(("每", "首", "其余", "第", "另")) for w in words[-2:]):
        return False
    listed = told.previous is not None and told.previous.rule == "metric.count"
    if not words or all(w in "和及与、" for w in words):
        return listed or (clause.own and not words)
    listed_before = words[-1] in {"等", "等等"}  # 设会计、旅游等|11个二级学院
    return bool(phrases.words["counts"] & set(words if listed_before else words[-4:]))
