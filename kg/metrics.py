"""Numbers and what they measure: 净利润12亿元，同比下降3% → 净利润 12亿元, 净利润同比下降 3%.

In: the chunks of a sentence with their clauses. Out: for each amount that measures something, the name of the
metric, the things measured, the period and the status.

The name of a metric is the noun phrase before the number (营业收入41.77亿元) or, for counted things, behind
it (9000余家高新技术企业). A change (同比增长8.1%) takes the name of the metric before it. Numbers 分别 given of
coordinated things are dealt out in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.amounts import Amount
from kg.chunks import NOMINAL, Chunk, Member
from kg.context import Surroundings
from kg.discourse import PREPOSITIONS, Clause
from kg.document import Span
from kg.model import Status

#: Verbs and adverbs between the name of a metric and its value; they belong to neither.
_REACH = frozenset(
    "为 达 达到 达到了 约 约为 是 至 到 在 共 共计 合计 总计 累计 仅 仅为 就 就达 就达到 已 已达 已达到 实现 完成 有 有望 突破 超 超过 逾 近 高达 多达 "
    "分别 分别为 分别是 分别达 依次为 依次 均 各 则为 则 也 还 又 将 将达 将达到 力争 预计 计划 了 着 过 都 只有 首次 首次突破 首破 再 升至 增至 降至 "
    "扩大到 扩大至 扩充至 提高到 提高至 增加到 增加至 减少到 上升到 上升至 下降到 下降至 收窄至 回落到 回落至 缩短至 控制在 定为 稳定在 左右 等 以 可 可达 能 能够 当于 相当于 占到 其中 此外 另 另有 的 、 ， 最终 一共 现有 现 拥有 总 均为 保持在 维持在 攀升至 跌至 涨至 报 报收 收报 收于".split()
)
#: Words of change; with a base before them (同比, 比上年) they make the name of a change.
CHANGE = frozenset(
    "增长 下降 上升 提高 增加 减少 上涨 下跌 下滑 回落 加快 放缓 收窄 扩大 提升 降低 增 降 涨 跌 大增 大降 锐减 锐增 减 缩水 缩减 攀升 下挫 增幅 降幅 涨幅 跌幅 增速 高于 低于 "
    "多 少 快 慢 高 低 增多 翻 上调 下调 暴涨 暴跌 猛增 骤降 递增 递减 升 走高 走低 改善 上浮 下浮 飙升 大涨 大跌 净增 净减 增收 减收 回升".split()
)
_BASES = ("同比", "环比", "比", "较", "相比", "年均", "平均", "两年", "与", "按可比价", "名义", "实际", "日均")
#: Units that count things: the thing stands behind the number.
_COUNTERS = frozenset(
    "家 个 人 名 位 项 件 套 辆 户 所 座 条 处 只 支 台 部 份 起 例 场 届 批 种 类 款 栋 幢 间 张 艘 架 列 枚 颗 头 匹 株 棵 宗 笔 期 门 店 单 单位 团 国 省 市 县 区 村 镇 乡 部门 地 车次 班 班次 箱 桶 股 篇 本 册 亿股 万股 标段 片 块 根 员 口 队 对 组 站 院 校 厂 企 行 次 人次 架次 席 床 岁 倍 对".split()
)
_NOT_MEASURED = frozenset({"届", "批", "期", "国", "次"})
_DURATIONS = frozenset({"年", "个月", "月", "天", "日", "小时", "分钟", "秒", "分", "周", "季度", "时", "个季度", "个小时", "个工作日"})


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
    change: str = ""
    span: Span | None = None

    @property
    def text(self) -> str:
        return self.base + self.change


def metrics(around: Surroundings, text: str) -> Iterator[Measured]:
    """Yield what the amounts of a sentence measure, in order."""
    previous: _Name | None = None
    previous_topic: tuple[Member, ...] = ()
    for clause in around.clauses:
        amounts = [i for i in range(clause.start, clause.end) if around.chunks[i].kind == "AMOUNT" and around.chunks[i].count]
        if not amounts:
            heading = _heading(around.chunks, clause)
            if heading and clause.own:
                previous = None
            continue
        if clause.own and clause.topic != previous_topic:
            previous = None
        previous_topic = clause.topic
        left = clause.start
        shares = _dealt(around.chunks, clause, amounts)
        for n, index in enumerate(amounts):
            chunk = around.chunks[index]
            amount = chunk.count
            if amount is None or amount.kind == "ordinal":
                left = index + 1
                continue
            own_from = left if n == 0 or not shares else clause.start
            name, rule = _name(around.chunks, clause, own_from, index, amounts, previous, text, shares and n > 0)
            left = index + 1
            if name is None:
                continue
            subjects = (shares[n],) if shares else _subjects(around, clause, index)
            if name.base and not name.change:
                previous = name
            elif name.base:
                previous = _Name(name.base, "", name.span)
            if not subjects or not name.text or around.void(index):
                continue
            yield _measured(around, clause, index, amount, name, subjects, rule)


def _measured(
    around: Surroundings, clause: Clause, index: int, amount: Amount, name: _Name, subjects: tuple[Member, ...], rule: str
) -> Measured:
    time = around.time(index)
    status = around.status(index)
    if status is Status.DENIED:
        status = Status.ASSERTED
    if status is Status.ASSERTED and around.planned_before(index) and not _told_past(around, clause):
        status = Status.PLANNED
    if status is Status.ASSERTED and time is not None and around.published is not None:
        if time[-10:][: len(time)] > around.published.isoformat()[: len(time)] and "/" not in time:
            status = Status.PLANNED
    if _is_start(around.chunks, index):
        status = Status.FORMER
    confidence = 0.85 if clause.own else 0.75
    return Measured(amount, name.text, subjects, name.span, time, status, rule, confidence)


def _told_past(around: Surroundings, clause: Clause) -> bool:
    return any(c.text in {"已", "已经", "累计", "现有"} for c in around.chunks[clause.start : clause.end])


def _is_start(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether the amount is where a change began: 从A升至B, 由A降至B."""
    before = chunks[index - 1].text if index else ""
    return before in {"从", "由", "自"}


def _heading(chunks: Sequence[Chunk], clause: Clause) -> bool:
    return any(c.kind == "W" and c.tag == "v" for c in chunks[clause.start : clause.end])


def _dealt(chunks: Sequence[Chunk], clause: Clause, amounts: Sequence[int]) -> tuple[Member, ...]:
    """Return the coordinated subjects whose numbers are dealt out in order (分别, 依次)."""
    words = {c.text for c in chunks[clause.start : clause.end]}
    if len(amounts) < 2 or len(amounts) != len(clause.topic):
        return ()
    if words & {"分别", "分别为", "依次", "依次为", "分别是", "分别达", "分别达到", "各"}:
        return clause.topic
    return ()


def _subjects(around: Surroundings, clause: Clause, index: int) -> tuple[Member, ...]:
    """Return what an amount is measured of: the nearest name before it that is a subject."""
    if clause.own and clause.at < index:
        return clause.topic
    if not clause.own:
        return clause.topic
    earlier = [c for c in around.clauses if c.end <= clause.start]
    return earlier[-1].topic if earlier else ()


def _name(
    chunks: Sequence[Chunk],
    clause: Clause,
    left: int,
    index: int,
    amounts: Sequence[int],
    previous: _Name | None,
    text: str,
    follow: bool | tuple[Member, ...],
) -> tuple[_Name | None, str]:
    """Return the name of the metric that the amount at ``index`` is a value of, and the rule that found it."""
    amount = chunks[index].count
    if amount is None:
        return None, ""
    if follow and previous is not None:
        return previous, "metric.dealt"
    start = max(left, clause.at + 1) if clause.own and clause.at < index else left
    before = [c for c in chunks[start:index]]
    if before and before[0].text == "的":
        before = before[1:]
    core = _strip(before)
    change = _change(core)
    unit = amount.unit
    behind = _noun_behind(chunks, index + 1, clause.end)
    if change is not None:
        base_chunks, words = change
        base = _join(_strip(base_chunks))
        if not base:
            base = previous.base if previous is not None else ""
        span = _span(core) or chunks[index].span
        if not base and previous is None and not behind:
            return (_Name("", words, span), "metric.change") if clause.own else (None, "")
        return _Name(base, words, span), "metric.change"
    if unit in _COUNTERS and behind and unit not in {"倍", "岁"}:
        if unit in _NOT_MEASURED:
            return None, ""
        lead = _lead(core)
        return _Name(lead + behind[0], "", behind[1]), "metric.count"
    if unit in _DURATIONS and not _noun(core):
        return None, ""
    label = _join(_nominal(core))
    if label:
        return _Name(label, "", _span(core)), "metric.value"
    if previous is not None and any(c.text in {"其中", "为", "达", "达到"} for c in before):
        return previous, "metric.same"
    if behind and unit not in _DURATIONS and index + 1 < clause.end:
        return _Name(behind[0], "", behind[1]), "metric.behind"
    return None, ""


def _strip(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Drop times, verbs of reaching and marks at both ends of a stretch."""
    out = [c for c in chunks if c.kind not in {"DATE", "QUOTE"} and not (c.kind == "P" and c.text not in "“”·-—（）")]
    while out and (out[-1].text in _REACH or (out[-1].kind == "W" and out[-1].tag in {"d", "p", "u", "xc", "c", "r"} and out[-1].text not in CHANGE)):
        out.pop()
    while out and (
        out[0].text in _REACH
        or (out[0].kind == "W" and out[0].text in PREPOSITIONS and not out[0].text.startswith(("比", "较")))
        or (out[0].kind == "W" and out[0].tag in {"d", "c", "u", "r", "xc", "f"})
    ):
        if out[0].text in {"比", "较"}:
            break
        out.pop(0)
    return out


def _change(chunks: Sequence[Chunk]) -> tuple[list[Chunk], str] | None:
    """Split 净利润同比大幅减少 into 净利润 and 同比减少; ``None`` where nothing changes."""
    if not chunks or not (chunks[-1].text in CHANGE or chunks[-1].text.endswith(("增长", "下降", "增幅", "降幅", "同比"))):
        if not chunks or chunks[-1].text not in {"同比", "环比"}:
            return None
    k = len(chunks) - 1
    words = [chunks[k].text]
    while k > 0:
        before = chunks[k - 1]
        if before.text.startswith(_BASES) or (before.kind == "W" and before.tag in {"d", "ad", "a", "t", "TIME", "f", "m"}):
            k -= 1
            if before.text.startswith(_BASES) or before.kind == "DATE":
                words.insert(0, before.text)
            continue
        if before.kind == "W" and k >= 2 and chunks[k - 2].text in {"比", "较", "高于", "低于"}:
            words.insert(0, chunks[k - 2].text + before.text)
            k -= 2
            continue
        break
    return list(chunks[:k]), "".join(words)


def _nominal(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the noun phrase at the end of a stretch: 完成货物吞吐量 → 货物吞吐量."""
    k = len(chunks)
    while k > 0 and (
        chunks[k - 1].kind not in {"W", "P"} or chunks[k - 1].tag in NOMINAL | {"v", "u", "c", "p", "d"} or chunks[k - 1].kind == "P"
    ):
        k -= 1
    tail = list(chunks[k:])
    while tail and tail[0].kind == "W" and tail[0].tag in {"v", "d", "p", "c", "u"} and len(tail) > 1:
        tail.pop(0)
    return tail


def _noun(chunks: Sequence[Chunk]) -> bool:
    return any(c.kind == "W" and c.tag in NOMINAL for c in chunks)


def _lead(chunks: Sequence[Chunk]) -> str:
    """Return what modifies a counted thing from before the number (新签约, 引进)."""
    return ""


def _noun_behind(chunks: Sequence[Chunk], start: int, end: int) -> tuple[str, Span] | None:
    """Return the noun phrase that begins behind an amount."""
    k = start
    while k < end and (
        (chunks[k].kind == "W" and chunks[k].tag in NOMINAL | {"u"} and chunks[k].text not in {"左右", "以上", "以下", "和", "及"})
        or (chunks[k].kind in {"INDUSTRY", "GROUP", "PRODUCT", "FACILITY", "POLICY"} )
    ):
        k += 1
    while k > start and chunks[k - 1].tag == "u":
        k -= 1
    if k == start:
        return None
    span = Span(chunks[start].span.start, chunks[k - 1].span.end)
    words = "".join(c.text for c in chunks[start:k])
    if chunks[start].text == "的":
        words = words.removeprefix("的")
    return (words, span) if words else None


def _join(chunks: Sequence[Chunk]) -> str:
    words = "".join(c.text for c in chunks)
    return words.strip("的“”、，")


def _span(chunks: Sequence[Chunk]) -> Span | None:
    return Span(chunks[0].span.start, chunks[-1].span.end) if chunks else None


__all__ = ["Measured", "metrics", "replace"]
