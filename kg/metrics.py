"""Numbers and what they measure: 净利润12亿元，同比下降3% → 净利润 12亿元, 净利润同比下降 3%.

In: the chunks of a sentence with their clauses. Out: for each amount that measures something, the name of the
metric, the things measured, the period and the status.

The name of a metric is the noun phrase before the number (营业收入41.77亿元) or, for counted things, behind
it (9000余家高新技术企业). A change (同比增长8.1%) takes the name of the metric before it. Numbers given of
coordinated things 分别 are dealt out in order. A share of stock is a 持股比例, a fine is the fined party's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.amounts import Amount
from kg.chunks import NOMINAL, Chunk, Member
from kg.context import Surroundings
from kg.discourse import PREPOSITIONS, Clause
from kg.document import Span
from kg.model import Status

#: Words between the name of a metric and its value, or before the name; they belong to neither.
_REACH = frozenset(
    "为 达 达到 约 约为 是 至 到 在 共 共计 总计 仅 仅为 就 就达 已 已达 已达到 实现 完成 有 有望 突破 超 超过 逾 近 高达 多达 最高达 "
    "分别 分别为 分别是 分别达 依次为 依次 均 各 则为 则 也 还 又 将 将达 将达到 力争 预计 计划 了 着 过 都 只有 首次 首次突破 首破 再 升至 增至 降至 "
    "扩大到 扩大至 扩充至 提高到 提高至 增加到 增加至 减少到 减少至 上升到 上升至 下降到 下降至 收窄 收窄至 回落到 回落至 缩短至 控制 控制在 定为 稳定在 左右 等 以 "
    "可 可达 能 能够 相当于 占到 其中 此外 另 另有 的 最终 一共 现有 现 拥有 保持在 维持在 攀升至 跌至 涨至 报 报收 收报 收于 要 之间 达成 获得 由 从 自 达到了 "
    "实现了 完成了 超出 不少 包括 需 被 把 升 进一步 扩大 扩充".split()
)
#: Verbs of change; with a base before them (同比, 比上年) they make the name of a change.
CHANGE = frozenset(
    "增长 下降 上升 提高 增加 减少 上涨 下跌 下滑 回落 加快 放缓 收窄 扩大 提升 降低 增 降 涨 跌 大增 大降 锐减 锐增 减 缩水 缩减 攀升 下挫 增幅 降幅 涨幅 跌幅 增速 "
    "高于 低于 增多 上调 下调 暴涨 暴跌 猛增 骤降 递增 递减 走高 走低 改善 上浮 下浮 飙升 大涨 大跌 净增 净减 增收 减收 回升 同比 环比 提前 增量 多增 少增".split()
)
_BASES = ("同比", "环比", "比", "较", "相比", "年均", "平均", "两年", "按可比价", "名义", "实际")
_COMPARED = frozenset({"比", "较", "高于", "低于", "与", "相比"})
#: Units that count things: the thing stands behind the number.
_COUNTERS = frozenset(
    "家 个 人 名 位 项 件 套 辆 户 所 座 条 处 只 支 台 部 份 起 例 场 种 类 款 栋 幢 间 张 艘 架 列 枚 颗 头 匹 株 棵 宗 笔 期 门 店 单 团 "
    "省 市 县 区 村 镇 乡 部门 地 班 箱 桶 篇 本 册 标段 片 块 根 员 口 队 对 组 站 校 厂 企 行 人次 席 床 国".split()
)
_DURATIONS = frozenset({"年", "个月", "月", "天", "日", "小时", "分钟", "秒", "分", "周", "季度", "时", "个季度", "个小时", "个工作日", "岁"})
_STOCK = frozenset({"股权", "股份", "的股权", "的股份", "已发行股份"})
_HOLD = frozenset("持有 持股 合计持有 控股 参股 占股 持 所持 保留 直接持有 间接持有 共持有".split())
_DEAL = frozenset({"分别", "分别为", "依次", "依次为", "分别是", "分别达", "分别达到", "分别增长", "分别下降", "分获"})
_FINES = frozenset({"罚款", "处以", "罚没", "处罚", "罚"})


#: Metrics that belong to a thing just named, not to who builds or issues it.
_OF_THINGS = (
    "总投资", "首期投资", "一期投资", "总规模", "有效期", "占地", "总占地", "建筑面积", "总建筑面积", "工期", "全长", "总长", "床位", "设计产能",
    "计划投资", "投资", "项目总投资", "规划面积", "首期规模", "为期", "注册资本", "户均", "中标价", "施工期",
)  # fmt: skip
_BRACKET = re.compile(r"（[一-龥、]{1,12}）")


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount with what it measures; ``cue`` covers the words that name the metric."""

    amount: Amount
    label: str
    subjects: tuple[Member, ...]
    cue: Span | None
    time: str | None
    status: Status
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of a metric: its base (净利润) and, for a change, what is said of it (同比下降)."""

    base: str
    rule: str
    span: Span | None = None
    change: str = ""

    @property
    def text(self) -> str:
        return self.base + self.change


def metrics(around: Surroundings, text: str) -> Iterator[Measured]:
    """Yield what the amounts of a sentence measure, in order."""
    previous: _Name | None = None
    topic: tuple[Member, ...] = ()
    for clause in around.clauses:
        amounts = [i for i in range(clause.start, clause.end) if _measures(around.chunks[i])]
        if clause.own and clause.topic != topic:
            previous, topic = None, clause.topic
        subjects = _dealt(around.chunks, clause, amounts)
        if not subjects and len(amounts) > 1 and _DEAL & {c.text for c in around.chunks[clause.start : clause.end]}:
            previous = None  # dealt out among things no mention names
            continue
        left = clause.start
        for n, index in enumerate(amounts):
            amount = around.chunks[index].count
            if amount is None:
                continue
            name = previous if subjects and n else _name(around.chunks, clause, left, index, previous, text)
            left = index + 1
            if name is not None and name.span is not None and name.span.start >= around.chunks[index].span.end:
                while left < clause.end and around.chunks[left].span.end <= name.span.end:
                    left += 1
            group = around.chunks[index + 1] if index + 1 < clause.end else None
            if group is not None and group.kind == "GROUP" and not group.listed and amount.unit in _COUNTERS:
                time, status = _stands(around, clause, index)
                yield Measured(amount, "数量", group.members, group.span, time, status, "metric.number", 0.8)
                continue
            if name is None:
                continue
            owners = (subjects[n],) if subjects else _owners(around, clause, index)
            if not subjects and not clause.own and name.base.startswith(_OF_THINGS):
                owners = _thing_before(around, clause) or owners
            if not subjects and not clause.own and _has_own_agent(around.chunks, clause, index):
                owners = ()
            if name.base:
                previous = name
            if owners and name.text and not around.void(index):
                time, status = _stands(around, clause, index)
                confidence = 0.85 if clause.own else 0.75
                yield Measured(amount, name.text, owners, name.span, time, status, name.rule, confidence)


def _measures(chunk: Chunk) -> bool:
    amount = chunk.count if chunk.kind == "AMOUNT" else None
    return amount is not None and amount.kind not in {"ordinal", "order"} and amount.unit != "ord"


def _stands(around: Surroundings, clause: Clause, index: int) -> tuple[str | None, Status]:
    """Return the time and the status of the amount at ``index``."""
    time = around.time(index)
    if index and around.chunks[index - 1].text in {"从", "由", "自"}:
        return time, Status.FORMER
    status = around.status(index)
    if status is Status.DENIED:
        status = Status.ASSERTED
    told = any(c.text in {"已", "已经", "累计", "现有", "目前"} for c in around.chunks[clause.start : index])
    if status is Status.ASSERTED and not told and around.planned_before(index):
        status = Status.PLANNED
    if status is Status.ASSERTED and time is not None and around.future(time):
        status = Status.PLANNED
    return time, status


def _dealt(chunks: Sequence[Chunk], clause: Clause, amounts: Sequence[int]) -> tuple[Member, ...]:
    """Return the coordinated subjects whose numbers are dealt out in order (分别, 依次)."""
    if len(amounts) < 2 or len(amounts) != len(clause.topic):
        return ()
    return clause.topic if _DEAL & {c.text for c in chunks[clause.start : clause.end]} else ()


def _owners(around: Surroundings, clause: Clause, index: int) -> tuple[Member, ...]:
    """Return what an amount is measured of: the topic, or for a fine whoever 对 points at."""
    chunks = around.chunks
    if any(c.text in _FINES for c in chunks[clause.start : index + 2]):
        for k in range(index - 1, clause.start - 1, -1):
            if chunks[k].text in {"对", "向"} and k + 1 < index:
                fined = next((c for c in reversed(chunks[k + 1 : index]) if c.members), None)
                if fined is not None:
                    return fined.members
    if not clause.own or clause.at < index:
        return clause.topic
    earlier = [c for c in around.clauses if c.end <= clause.start]
    return earlier[-1].topic if earlier else ()


def _thing_before(around: Surroundings, clause: Clause) -> tuple[Member, ...]:
    """Return the thing the clause before ends with: 建设甲中心，总投资5亿元 is of 甲中心."""
    earlier = [c for c in around.clauses if c.end <= clause.start]
    if not earlier:
        return ()
    last = around.chunks[earlier[-1].end - 1]
    return last.members if last.kind in {"FACILITY", "DOCUMENT", "PRODUCT", "PARK", "ORG", "POLICY", "EVENT"} else ()


def _has_own_agent(chunks: Sequence[Chunk], clause: Clause, index: int) -> bool:
    """Tell whether a common noun acts in the clause (其他股东合计持有…), so that no topic is taken over."""
    before = [c for c in chunks[clause.start : index] if c.kind != "DATE"]
    if len(before) < 2 or before[0].kind != "W" or before[0].tag not in {"n", "nz", "r", "a"}:
        return False
    verbs = [c for c in before[1:] if c.kind == "W" and c.tag == "v" and c.text not in _REACH and c.text not in CHANGE]
    return bool(verbs) and verbs[0].text in _HOLD


def _name(
    chunks: Sequence[Chunk], clause: Clause, left: int, index: int, previous: _Name | None, text: str
) -> _Name | None:
    """Return the name of the metric that the amount at ``index`` is a value of."""
    amount = chunks[index].count
    if amount is None:
        return None
    start = max(left, clause.at + 1) if clause.own and clause.at < index else left
    before = chunks[start:index]
    core = _strip(before)
    behind = _noun_behind(chunks, index + 1, clause.end)
    if amount.unit == "%" and behind is not None and behind[0].startswith(("股权", "股份")):
        return _share(before, chunks[index].span)
    if amount.unit == "%" and core and core[-1].text in _HOLD:
        return _Name("持股比例", "metric.share", core[-1].span)
    change = _change(core)
    if change is not None:
        base = _text(_strip(change[0]), text)
        if not base and previous is not None:
            compares = amount.unit == "个百分点" and change[1].startswith(tuple(_COMPARED))
            base = previous.text if compares else previous.base
        if base or clause.own:
            return _Name(base, "metric.change", _span(core) or chunks[index].span, change[1])
        return None
    if core and core[-1].text in {"占", "占比", "占到"} and len(core) == 1 and previous is not None:
        return _Name(previous.base, "metric.portion", core[0].span, "占比")
    if amount.unit in _COUNTERS and behind is not None:
        return _Name(behind[0], "metric.count", behind[1])
    noun = _nominal(core)
    if noun and (amount.unit not in _DURATIONS or any(c.tag in NOMINAL for c in noun)):
        label = _text(noun, text)
        if label:
            return _Name(label, "metric.value", _span(noun))
    if previous is not None and any(c.text in {"其中", "为", "达", "达到", "突破"} for c in before):
        return _Name(previous.base, "metric.same", previous.span)
    if behind is not None and amount.unit not in _DURATIONS and amount.unit != "%":
        return _Name(behind[0], "metric.behind", behind[1])
    return None


def _share(before: Sequence[Chunk], span: Span) -> _Name | None:
    """Name a percentage of stock after the deal: 持有…30%股权 is a 持股比例."""
    for chunk in reversed(before):
        if chunk.text in _HOLD:
            return _Name("持股比例", "metric.share", chunk.span)
        if chunk.kind == "W" and chunk.tag in {"v", "vn"} and chunk.text not in _REACH:
            return _Name(chunk.text + "股权比例", "metric.share", chunk.span)
    return _Name("持股比例", "metric.share", span) if not before else None


def _strip(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Drop times, verbs of reaching and marks at both ends of a stretch."""
    out = [c for c in chunks if c.kind not in {"QUOTE"} and not (c.kind == "P" and c.text not in "“”·-—（）、")]
    while out and (
        out[-1].text in _REACH
        or out[-1].kind in {"P", "DATE"}
        or (out[-1].kind == "W" and out[-1].tag in {"d", "p", "u", "xc", "c", "r", "ad"} and out[-1].text not in CHANGE)
    ):
        out.pop()
    while out and (
        out[0].kind in {"P", "DATE"}
        or (out[0].text not in _COMPARED and (out[0].text in _REACH or out[0].text in PREPOSITIONS))
        or (out[0].kind == "W" and out[0].tag in {"d", "c", "u", "r", "xc", "f", "ad", "t", "TIME"} and not out[0].text.startswith(_BASES))
    ):
        out.pop(0)
    return out


def _change(chunks: Sequence[Chunk]) -> tuple[list[Chunk], str] | None:
    """Split 净利润同比大幅减少 into 净利润 and 同比减少; ``None`` where nothing changes."""
    if not chunks or not (chunks[-1].text in CHANGE or chunks[-1].text.endswith(("增长", "下降", "增幅", "降幅", "同比"))):
        return None
    k = len(chunks) - 1
    words = [chunks[k].text]
    while k > 0:
        before = chunks[k - 1]
        compared = next((j for j in range(k - 1, max(k - 5, -1), -1) if chunks[j].text in _COMPARED), None)
        if before.text.startswith(_BASES):
            words.insert(0, before.text)
            k -= 1
        elif compared is not None and compared > 0 - 1:
            words[:0] = [c.text for c in chunks[compared:k] if c.tag not in {"d", "ad"}]
            k = compared
        elif before.kind == "W" and before.tag in {"d", "ad", "a", "t", "TIME"} and before.text not in CHANGE:
            k -= 1
        else:
            break
    return list(chunks[:k]), "".join(words)


def _nominal(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the noun phrase at the end of a stretch: 完成货物吞吐量 → 货物吞吐量."""
    k = len(chunks)
    while k > 0 and (chunks[k - 1].kind != "W" or chunks[k - 1].tag in NOMINAL | {"v", "u", "c", "p", "d", "m", "q", "t"}):
        k -= 1
    tail = list(chunks[k:])
    while len(tail) > 1 and tail[0].kind == "W" and tail[0].tag in {"v", "d", "p", "c", "u"} and tail[0].text != "占":
        tail.pop(0)
    while tail and tail[0].kind in {"P", "DATE"}:
        tail.pop(0)
    return tail if any(c.kind != "P" and c.text not in _REACH for c in tail) else []


def _noun_behind(chunks: Sequence[Chunk], start: int, end: int) -> tuple[str, Span] | None:
    """Return the noun phrase that begins behind an amount."""
    k = start
    while k < end and chunks[k].kind == "W" and chunks[k].tag in {"v", "a"} and k - start < 2:
        k += 1  # 500家协同倍增企业: verbs before the noun belong to its name
    if k == end or chunks[k].kind != "W" or chunks[k].tag not in {"n", "nz", "vn"}:
        k = start
    while k < end and (
        (chunks[k].kind == "W" and chunks[k].tag in NOMINAL | {"u"} and chunks[k].text not in {"左右", "以上", "以下"})
        or (chunks[k].kind in {"INDUSTRY", "GROUP", "PRODUCT", "POLICY"} and not chunks[k].listed)
    ):
        k += 1
    while k > start and chunks[k - 1].tag == "u":
        k -= 1
    while start < k and chunks[start].text == "的":
        start += 1
    if k <= start:
        return None
    return "".join(c.text for c in chunks[start:k]), Span(chunks[start].span.start, chunks[k - 1].span.end)


def _text(chunks: Sequence[Chunk], text: str) -> str:
    """Return the words of a name, with a bracket that belongs to it: 固定资产投资（不含农户）."""
    words = ""
    for chunk in chunks:
        words += chunk.text
        bracket = _BRACKET.match(text, chunk.span.end)
        if bracket is not None:
            words += bracket[0]
    return words.strip("的“”、，")


def _span(chunks: Sequence[Chunk]) -> Span | None:
    return Span(chunks[0].span.start, chunks[-1].span.end) if chunks else None
