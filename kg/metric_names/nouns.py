"""Readers of the noun before a number: 营业收入|41.77亿元."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import NOMINAL, Chunk
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.nominal import is_known
from kg.metric_names.parts import of_whole
from kg.metric_names.phrases import Phrases, in_noun, span_of
from kg.metric_names.wares import split_thing
from kg.metric_words import MEASURE, MEASURES, PARTS, SIGNS, STAGES, TAKING, TOTALS


def named(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the noun before the number."""
    noun = phrases.nominal(at.core)
    if any(chunk.kind == "PERSON" for chunk in noun):
        return _of_person(at, noun)
    if _is_rate(noun):
        return None
    verb = phrases.words["verb"]
    if noun and noun[-1].tag == "v" and noun[-1].text not in verb and (at.money or at.counted):
        if at.behind is not None and at.money and not at.sifts:
            return at.behind_it()  # 采用16nm工艺
        if at.behind is None and at.counted and noun[-1].text in SIGNS:
            return None  # 签订了|120台
    nominal = any(c.tag in NOMINAL for c in noun) or is_known(noun, phrases.words)
    names = nominal or (not at.lasting and any(c.kind != "W" or c.text in verb for c in noun))
    base = phrases.joined(noun) if names else ""
    if not base:
        return UNTOLD
    compared = at.core[0].text in phrases.words["compared"]
    other = all(c.members or c.text == "的" for c in at.core[1:])
    if compared and at.counted and (other or _OF_EARLIER.fullmatch(base)):
        return None  # 境外企业48家，较|上届的|33家|增加
    compared = compared and not at.counted
    rule = "metric.base" if compared else "metric.value"  # 较发行价18元上涨
    name = Name(_of_which(told, at.before, base), rule, span_of(noun))
    part = of_whole(phrases, told, at, name)
    return part if part is not name else split_thing(phrases, _led(phrases, at, name, noun), noun)


#: What stands between those of a row.
ROW_JOINTS = frozenset({"、", "和", "及", "与", "以及"})
#: What only says that there is so much of what follows, or that so much was reached.
_HAS = frozenset(
    (
        "完成 建成 实现 达到 拥有 建有 设有 开设 设立 下设 获得 取得 形成 达成 包括 涵盖 包含 "
        "具有 占有 突破 存有 保有 收藏 馆藏 分布 提供 存在 使用 采用 设置 属于 位于 成为 "
        "作为 集聚 聚集 汇聚 组成 共有 总计 合计 预计 计划 累计 平均 进行 开展 需要 利用 "
        "得到 吸引 辐射 覆盖 带动 服务 致力 保存 安排 开出 导致 造成 涉及 来自 面向 约合 "
        "折合 配备 创造 持续 继续 努力 力争 确保 坚持 保持 通过 围绕 打造 推动 推进 促进 "
        "加快"
    ).split()
)
#: How far those that are counted have come, which a name of any length has: 新开工|大项目.
_COME = STAGES | frozenset("新签约 新引进 新增 新认定 新投产 新培育 新获批 认定 获批 入库".split())
_SHORT_NOUN, _LONGEST_LED = 4, 12


def _led(phrases: Phrases, at: Place, name: Name, noun: Sequence[Chunk]) -> Name:
    """Return a name that is one bare noun with the verb that tells what of it is counted: 出院|病人."""
    k = next((k for k, c in enumerate(at.before) if noun and c is noun[0]), 0)
    verb = at.before[k - 1] if k else None
    if not at.counted or verb is None or len(name.base) > _LONGEST_LED:
        return name
    if verb.kind == "W" and verb.text in _COME:
        new = "新" if k > 1 and at.before[k - 2].text == "新" else ""
        return replace(name, lead=new + verb.text)
    if len(noun) != 1 or noun[0].tag not in {"n", "nz"} or len(name.base) > _SHORT_NOUN:
        return name
    idle = _HAS | phrases.words["reach"] | phrases.words["change"] | phrases.words["hold"]
    told = verb.kind == "W" and verb.tag in {"v", "vn"} and len(verb.text) == 2 and verb.text not in idle
    return replace(name, lead=verb.text) if told else name


def _of_person(at: Place, noun: Sequence[Chunk]) -> Name | None:
    """Name what somebody takes of a person: 收受|某某|4万元; nothing in 总裁某某、10位副总裁."""
    taking = next((c for c in at.core if c.kind == "W" and c.text in TAKING), None)
    if at.money and at.behind is None and taking is not None:
        return Name(taking.text, "metric.value", taking.span)
    if at.money and at.behind is not None and noun[-1].kind == "PERSON" and at.before[-1] is noun[-1]:
        return Name(at.behind[0], "metric.behind", at.behind[1])  # 收受|某某|4万元|感谢费
    return None


def told_first(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read one of a list of numbers that stand before what they are of: 6万吨石英粉、|3万吨|母料."""
    chunks, k = phrases.chunks, at.index - 1
    if at.behind is None or k <= at.clause.start or chunks[k].text != "、":
        return UNTOLD
    k -= 1
    while k > at.clause.start and (in_noun(chunks[k]) or chunks[k].tag in {"a", "b", "d"}):
        k -= 1
    before = chunks[k].count if k < at.index - 2 else None
    return at.behind_it() if before is not None and before.unit == at.amount.unit else UNTOLD


#: When there were as many as a count is compared with.
_OF_EARLIER = re.compile(
    "(?:上一?[届期年次轮批季]|前[一两]?[届年]|往[届年]|首届|去年|同期|(?:去年|上年)同期)的?"
)
#: Of which rank those counted are, said of each of a row whose noun only the last one has.
_RANK = re.compile("(?:国家|世界|全国|[省市县区部州镇]|自治区|地区|县市|市县|省部)级")


def ranked_in_row(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read one of a row of ranks that have one noun: 2家国家级、|6家|省级、9家县级|龙头企业."""
    rank = at.behind[0] if at.counted and at.behind is not None else ""
    if at.behind is None or _RANK.fullmatch(rank) is None:
        return UNTOLD
    chunks, last = phrases.chunks, at.behind
    while _RANK.fullmatch(last[0]):
        k = next((k for k in range(at.index, at.clause.end) if chunks[k].span.start >= last[1].end), -1)
        count = chunks[k + 1].count if 0 < k < at.clause.end - 1 and chunks[k].text in ROW_JOINTS else None
        noun = phrases.noun_behind(k + 2, at.clause.end) if count is not None else None
        if count is None or noun is None or count.unit != at.amount.unit:
            return UNTOLD
        last = noun
    found = _RANK.match(last[0])
    return Name(rank + last[0][found.end() :], "metric.count", at.behind[1]) if found else UNTOLD


def _is_rate(noun: Sequence[Chunk]) -> bool:
    """Tell whether a noun is what a number is taken by, and no name: 每平方公里|19人, but not 每股收益."""
    per_share = len(noun) > 1 and (noun[0].text + noun[1].text).startswith("每股")
    return 0 < len(noun) <= 2 and noun[0].text.startswith("每") and not per_share


def _of_which(told: Told, before: Sequence[Chunk], base: str) -> str:
    """Return the name of a part in the measure of the whole: 货物吞吐量…，其中|集装箱 is 集装箱吞吐量."""
    if told.previous is not None and base in TOTALS:
        return told.base.removeprefix("新增").removesuffix("新增") + base  # 企业新增4家，总数34家
    if told.previous is None or not any(c.text == "其中" for c in before):
        return base
    measure = MEASURE.search(told.base)
    if measure is not None and base in PARTS:
        return base + told.base  # 货物吞吐量…，其中外贸
    return base if measure is None or base.endswith(MEASURES) else base + measure[0]
