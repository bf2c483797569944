"""Numbers and what they measure: 净利润12亿元，同比下降3% → 净利润 12亿元, 净利润同比下降 3%.

In: the chunks of a sentence with their clauses. Out: for each amount that measures something, the name of the
metric, the things measured, the period and the status.

The name of a metric is the noun phrase before the number (营业收入41.77亿元) or, for counted things, behind
it (9000余家高新技术企业). A change (同比增长8.1%) takes the name of the metric before it. Numbers given of
coordinated things 分别 are dealt out in order. A share of stock is a 持股比例, a fine is the fined party's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.amounts import Amount
from kg.chunk import NOMINAL, Chunk, Member
from kg.context import Surroundings
from kg.discourse import Clause
from kg.document import Span
from kg.model import MentionType, Status

_BRACKET = re.compile(r"（(?:不?含|不?包括|单位|剔除|扣除|除)[一-龥、]{0,10}）")
_TRAILING = frozenset({"d", "p", "u", "xc", "c", "r", "ad"})
_LEADING = frozenset({"d", "c", "u", "r", "xc", "f", "ad", "t", "TIME"})
_YEARS = re.compile(r"([12][0-9]{3})(?:-01(?:-01)?)?/([12][0-9]{3})(?:-12(?:-31)?)?$")
_NO_NAME = ("项“", "其", "该")
_OPINIONS = frozenset({"认为", "指出", "判断", "分析", "看来"})
#: What only a firm or another body has.
_OF_FIRMS = ("注册资本", "注册资金", "实缴资本", "总资产", "净资产", "员工", "营业收入", "总股本")
_FIRMS = frozenset({MentionType.ORG, MentionType.PARK})
#: No metric is called by a longer name; what is longer is a clause that was not understood.
_LONGEST_NAME = 18
_VERBAL = frozenset({"v", "vn"})
_REST = frozenset({"剩余", "其余", "余下", "部分", "全部"})
#: 甲区一家就占了87个: nothing but the number is new.
_SOLE = frozenset({"占", "占了", "独占", "一家", "一地", "一市", "一区", "一县", "就", "了", "就占"})
#: What is told of a change by itself.
_OF_CHANGE = frozenset({"增速", "增幅", "降幅", "涨幅", "跌幅", "增长率", "占比", "比重"})
#: Adverbs that stand within the words of a metric and are no part of its name.
_WITHIN = frozenset({"仅", "约", "就", "也", "已", "已经", "则", "只", "还", "仍"})
_CHANGE_ENDS = ("增长", "下降", "增幅", "降幅", "同比")
_OWNERS = frozenset({"PLACE", "ORG", "PARK", "GROUP", "FACILITY", "PERSON", "EVENT"})
_THINGS = frozenset({"FACILITY", "DOCUMENT", "PRODUCT", "PARK", "ORG", "POLICY", "EVENT"})


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
    yield from _Reading(around, text).run()


class _Reading:
    """Reads one sentence; holds the metric last named, which a change or 其中 takes up."""

    def __init__(self, around: Surroundings, text: str) -> None:
        self.around = around
        self.chunks = around.chunks
        self.words = around.cues.metric
        self.bases = tuple(sorted(self.words["base"]))
        self.comparison = re.compile("(?<![同占环对相])(?:" + "|".join(sorted(self.words["compared"])) + ")")
        self.text = text
        self.previous: _Name | None = None
        self.named: list[_Name] = []
        self.listed: _Name | None = None

    def run(self) -> Iterator[Measured]:
        topic: tuple[Member, ...] = ()
        for clause in self.around.clauses:
            if clause.own and clause.topic != topic:
                self.previous, topic = None, clause.topic
                self.named = []
            yield from self.clause(clause)

    def clause(self, clause: Clause) -> Iterator[Measured]:
        """Yield what one clause measures."""
        amounts = [i for i in range(clause.start, clause.end) if _measures(self.chunks[i])]
        dealt = self.dealt(clause, amounts)
        years = self.years(amounts) if dealt is None else ()
        taken = self.taken(clause, amounts) if dealt is None and not years else ()
        if dealt is None and not years and not taken:
            self.previous = None
            return
        left = clause.start
        for n, index in enumerate(amounts):
            amount = self.chunks[index].count
            if amount is None or self.embedded(index, clause.end):
                continue
            if index and self.chunks[index - 1].text == "每":
                left = index + 1  # 每10股: a rate
                continue
            if taken:
                name: _Name | None = taken[n]
            else:
                name = self.previous if (dealt or years) and n else self.name(clause, left, index, amount)
            left = self.behind(index, name, clause.end)
            group = self.chunks[index + 1] if index + 1 < clause.end else None
            if group is not None and group.kind == "GROUP" and not group.listed:
                name, owners = _Name("数量", "metric.number", group.span), group.members
            elif name is None:
                continue
            else:
                self.previous = name if name.base else self.previous
                if name.rule == "metric.value":
                    self.named.append(name)
                if name.rule == "metric.count" or amount.unit in self.words["counter"]:
                    self.listed = name
                owners = (dealt[n],) if dealt else self.owners(clause, index, name)
            if owners and name.text and len(name.base) <= _LONGEST_NAME and not self.around.void(index):
                time, status = self.stands(clause, index)
                time = years[n] if years else time
                confidence = 0.85 if clause.own else 0.75
                yield Measured(amount, name.text, owners, name.span, time, status, name.rule, confidence)

    def embedded(self, index: int, end: int) -> bool:
        """Tell whether an amount only describes what the next one counts (超10亿元项目4个)."""
        k = index + 1
        while k < end and _in_noun(self.chunks[k]):
            k += 1
        if k == index + 1 or k >= end or not _measures(self.chunks[k]):
            return False
        here, following = self.chunks[index].count, self.chunks[k].count
        counters = self.words["counter"]
        return (
            here is not None
            and following is not None
            and here.unit not in counters
            and following.unit in counters
        )

    def behind(self, index: int, name: _Name | None, end: int) -> int:
        """Return where the next amount's words begin: behind the noun that this one counts."""
        left = index + 1
        if name is not None and name.span is not None and name.span.start >= self.chunks[index].span.end:
            while left < end and self.chunks[left].span.end <= name.span.end:
                left += 1
        return left

    def stands(self, clause: Clause, index: int) -> tuple[str | None, Status]:
        """Return the time and the status of the amount at ``index``."""
        around = self.around
        time = around.time(index, carried=True)
        if index and self.chunks[index - 1].text in {"从", "由", "自"}:
            return time, Status.FORMER
        status = around.status(index)
        if status is Status.DENIED:
            status = Status.ASSERTED
        told = any(
            c.text in {"已", "已经", "累计", "现有", "目前"} for c in self.chunks[clause.start : index]
        )
        if status is Status.ASSERTED and not told and around.planned_before(index):
            status = Status.PLANNED
        if status is Status.ASSERTED and time is not None and around.future(time):
            status = Status.PLANNED
        elif status is Status.PLANNED and time is not None and around.past(time):
            status = Status.ASSERTED
        return time, status

    def dealt(self, clause: Clause, amounts: Sequence[int]) -> tuple[Member, ...] | None:
        """Return the coordinated subjects whose numbers are dealt out in order (分别, 依次).

        Empty where nothing is dealt, ``None`` where numbers are dealt out among things no mention names.
        """
        if len(amounts) < 2 or not self.words["deal"] & {
            c.text for c in self.chunks[clause.start : clause.end]
        }:
            return ()
        return clause.topic if len(amounts) == len(clause.topic) else None

    def years(self, amounts: Sequence[int]) -> tuple[str, ...]:
        """Return the years that numbers are dealt out among: 2019年至2020年，净利润分别为1亿元和2亿元."""
        time = self.around.time(amounts[0], carried=True) or ""
        ends = _YEARS.match(time)
        if ends is None:
            return ()
        years = tuple(str(y) for y in range(int(ends[1]), int(ends[2]) + 1))
        return years if len(years) == len(amounts) else ()

    def taken(self, clause: Clause, amounts: Sequence[int]) -> tuple[_Name, ...]:
        """Return the metrics just named that changes are dealt out to: 吞吐量…，集装箱…，分别增长3%和5%."""
        chunks = self.chunks
        amount = chunks[amounts[0]].count
        if clause.own or amount is None or len(self.named) != len(amounts):
            return ()
        first = self.name(clause, clause.start, amounts[0], amount)
        if first is None or not first.change:
            return ()
        change = first.change.removeprefix("分别")
        return tuple(_Name(n.base, first.rule, first.span, change) for n in self.named)

    def owners(self, clause: Clause, index: int, name: _Name) -> tuple[Member, ...]:
        """Return what an amount is measured of.

        The topic; for a fine whoever 对 points at; for 总投资 and the like the thing just named.
        """
        chunks = self.chunks
        described = self.described(index) if name.rule == "metric.value" else ()
        if described:
            return described
        if any(c.text in self.words["fine"] for c in chunks[clause.start : index + 2]):
            for k in range(index - 1, clause.start - 1, -1):
                if chunks[k].text in {"对", "向"}:
                    fined = next((c for c in reversed(chunks[k + 1 : index]) if c.members), None)
                    if fined is not None:
                        return fined.members
        if any(self.stands_in(c) and not c.members for c in chunks[clause.start : index]):
            return ()
        if clause.own and clause.at < index:
            return clause.topic
        before = self.around.clauses[: self.around.clauses.index(clause)]
        if clause.own:
            return before[-1].topic if before else ()
        if not any(c.own for c in before):
            return ()  # no clause of this sentence says what it is about
        if before and chunks[before[-1].end - 1].text in _OPINIONS:
            return ()  # 甲证券认为，今年日均成交额…: whoever has an opinion is not measured
        if amount_of_age(chunks[index]) and not any(
            m.entity.type is MentionType.PERSON for m in clause.topic
        ):
            return ()
        if name.rule != "metric.share" and self.names_another(clause, index):
            return ()
        shared = self.words["deal"] | self.words["each"]
        if self.other_agent(clause, index) or (
            len(clause.topic) > 1 and not shared & {c.text for c in chunks[clause.start : index]}
        ):
            return ()
        if name.base.startswith(_OF_FIRMS) and all(m.entity.type is MentionType.PERSON for m in clause.topic):
            firms = (c.topic for c in reversed(before) if any(m.entity.type in _FIRMS for m in c.topic))
            return next(firms, ())  # 法定代表人某某，注册资本5000万元
        if before and name.base.startswith(tuple(sorted(self.words["of_thing"]))):
            things = {"DOCUMENT"} if name.base == "有效期" else _THINGS
            for earlier in reversed(before[-3:]):
                last = chunks[earlier.end - 1]
                if last.kind in things and last.members:
                    return last.members
        return clause.topic

    def described(self, index: int) -> tuple[Member, ...]:
        """Return the name that an amount stands before as a description: 总规模3亿元的|青芽基金."""
        behind = self.chunks[index + 1 : index + 3]
        single = len(behind) == 2 and behind[0].text == "的" and len(behind[1].members) == 1
        return behind[1].members if single and behind[1].kind in _OWNERS | _THINGS else ()

    def names_another(self, clause: Clause, index: int) -> bool:
        """Tell whether the clause names something else that the number may be of (在湖南益阳，依托…162项)."""
        for k in range(clause.start, index):
            chunk = self.chunks[k]
            compared = k > 0 and self.chunks[k - 1].text in self.words["compared"] | {"对", "向", "占"}
            anaphor = any(m.anaphor for m in chunk.members)
            if chunk.kind in _OWNERS and chunk.members and not compared and not anaphor:
                return True
        return False

    def other_agent(self, clause: Clause, index: int) -> bool:
        """Tell whether a common noun acts in the clause (其他股东合计持有…), so no topic is taken over."""
        before = [c for c in self.chunks[clause.start : index] if c.kind != "DATE"]
        if len(before) < 2 or before[0].kind != "W" or before[0].tag not in {"n", "nz", "r", "a"}:
            return False
        verbs = [c.text for c in before[1:] if c.kind == "W" and c.tag == "v"]
        acts = [v for v in verbs if v not in self.words["reach"] | self.words["change"]]
        return bool(acts) and acts[0] in self.words["hold"]

    def name(self, clause: Clause, left: int, index: int, amount: Amount) -> _Name | None:
        """Return the name of the metric that the amount at ``index`` is a value of."""
        chunks, previous = self.chunks, self.previous
        start = max(left, clause.at + 1) if clause.own and clause.at < index else left
        for k in range(index - 1, start, -1):
            ends = (
                chunks[k].text == "、" and chunks[k - 1].kind == "W" and chunks[k - 1].tag in {"v", "vn", "a"}
            )
            there = chunks[k].kind in _OWNERS and chunks[k - 1].text in {"在", "于"}
            if ends or there:
                start = k + 1  # 投资由负转正、|增加值增长; 在园区|投资
                break
        before = chunks[start:index]
        core = self.strip(before)
        behind = self.noun_behind(index + 1, clause.end)
        here = chunks[index].span
        if amount.unit == "%" and behind is not None and behind[0].startswith(("股权", "股份")):
            return self.share(before, here)
        if amount.unit == "%" and core and core[-1].text in self.words["hold"]:
            return _Name("持股比例", "metric.share", core[-1].span)
        if behind is not None and behind[0].startswith("罚款"):
            return _Name("罚款", "metric.fine", behind[1])
        fines = [c for c in core if c.text in self.words["fine"]]
        if fines:
            return _Name(
                "罚款" if any("罚款" in c.text for c in core) else fines[-1].text,
                "metric.fine",
                fines[-1].span,
            )
        points = amount.unit == "个百分点" and core and core[0].text in self.words["compared"]
        if points and previous is not None:
            base, change = self.compared_further(previous)
            return _Name(base, "metric.change", _span(core), change + "".join(c.text for c in core))
        if (
            amount.unit == "%"
            and before
            and before[-1].text == "的"
            and not any(c.text.startswith(("占", "达", "为", "是")) for c in before[:-1])
        ):
            return None  # 营业收入的8%以上投入研发: a part, no value
        compares_levels = {"高于", "低于", "不及", "优于"} & {c.text for c in core}
        if compares_levels and amount.unit != "个百分点":
            return None  # 低于去年同期的67%: the base of a comparison
        counted = amount.unit in self.words["counter"]
        if behind is not None and amount.unit != "%" and not counted and _ends_relative(before):
            return _Name(behind[0], "metric.behind", behind[1])  # 甲资本领投的1.5亿元B轮融资
        change = self.change(core)
        if change is not None:
            base = self.joined(self.strip(change[0]))
            words = change[1]
            if base in _OF_CHANGE and previous is not None:
                base = previous.base + base  # 增加值增长4%，增速比上月加快1个百分点
            if not base and previous is not None:
                base = previous.base
                if amount.unit == "个百分点" and words.startswith(tuple(self.words["compared"])):
                    base, compared = self.compared_further(previous)
                    words = compared + words
            return _Name(base, "metric.change", _span(core) or here, words) if base or clause.own else None
        if len(core) == 1 and core[0].text in {"占", "占比"} and previous is not None:
            return _Name(previous.base, "metric.portion", core[0].span, "占比")
        if amount.unit in self.words["counter"] and behind is not None:
            return _Name(behind[0], "metric.count", behind[1]) if self.counted(clause, before) else None
        listed = self.listed if all(c.text in _SOLE for c in core) and clause.own else None
        if (
            amount.unit in self.words["counter"]
            and listed is not None
            and (core or listed.rule != "metric.value")
        ):
            return replace(listed, rule="metric.same")  # 广东有6个集群，湖北4个; 甲区一家就占87个
        if core and core[-1].text.startswith(("平均", "最高", "最低", "人均")) and len(core) == 1:
            return None  # an extreme or a mean of what was named before
        lasting = amount.unit in self.words["duration"]
        noun = self.nominal(core)
        if any(chunk.kind == "PERSON" for chunk in noun):
            return None  # 总裁某某、10位副总裁: a list of people, no name
        if noun and noun[0].text.startswith("每") and len(noun) <= 2:
            return None  # 每平方公里19人: a unit, no name
        named = any(c.tag in NOMINAL or c.kind != "W" or c.text in self.words["verb"] for c in noun)
        if named and (not lasting or any(c.tag in NOMINAL for c in noun)) and self.joined(noun):
            return _Name(self.joined(noun), "metric.value", _span(noun))
        if previous is not None and before and not core:
            return _Name(previous.base, "metric.same", previous.span)
        sifts = amount.text.endswith(("以上", "以下", "以内"))  # 三十亿元以上重大项目
        if behind is not None and not lasting and amount.unit != "%" and not sifts:
            return _Name(behind[0], "metric.behind", behind[1])
        return None

    def compared_further(self, name: _Name) -> tuple[str, str]:
        """Return base and change of what is compared once more: 净利润 同比增长, but 增速 of 增速比上月加快."""
        found = self.comparison.search(name.change)
        return name.base, name.change[: found.start()] if found else name.change

    def counted(self, clause: Clause, before: Sequence[Chunk]) -> bool:
        """Tell whether the words before a number of things give the things to an owner (拥有12家企业)."""
        words = [c.text for c in before if c.kind != "DATE"]
        if any(w.startswith(("每", "首", "其余", "第")) for w in words[-2:]):
            return False
        listed = self.previous is not None and self.previous.rule == "metric.count"
        if not words or all(w in "和及与、" for w in words):
            return listed or (clause.own and not words)
        return bool(self.words["counts"] & set(words[-4:]))

    def share(self, before: Sequence[Chunk], span: Span) -> _Name | None:
        """Name a percentage of stock after the deal: 持有…30%股权 is a 持股比例."""
        for chunk in reversed(before):
            if chunk.text in self.words["hold"]:
                return _Name("持股比例", "metric.share", chunk.span)
            if (
                chunk.kind == "W"
                and chunk.tag in {"v", "vn"}
                and chunk.text not in self.words["reach"] | _REST
            ):
                return _Name(chunk.text + "股权比例", "metric.share", chunk.span)
        return None if before else _Name("持股比例", "metric.share", span)

    def strip(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Drop times, verbs of reaching and marks at both ends of a stretch."""
        out = [c for c in chunks if c.kind != "QUOTE" and (c.kind != "P" or c.text in "“”·-—（）、")]
        while out and self.idle_behind(out[-1]):
            out.pop()
        while out and self.idle_before(out[0]):
            out.pop(0)
        return out

    def idle_behind(self, chunk: Chunk) -> bool:
        """Tell whether a chunk right before a number belongs to neither the number nor the name."""
        if chunk.kind in {"P", "DATE"} or chunk.text in self.words["reach"]:
            return True
        return chunk.kind == "W" and chunk.tag in _TRAILING and chunk.text not in self.words["change"]

    def idle_before(self, chunk: Chunk) -> bool:
        """Tell whether a chunk at the beginning of a stretch does not belong to the name."""
        if chunk.kind in {"P", "DATE"}:
            return True
        if chunk.text in self.words["compared"] or chunk.text.startswith("每"):
            return False
        if chunk.text in self.words["reach"] or chunk.text in self.around.cues.clause["preposition"]:
            return True
        return chunk.kind == "W" and chunk.tag in _LEADING and not chunk.text.startswith(self.bases)

    def change(self, chunks: Sequence[Chunk]) -> tuple[list[Chunk], str] | None:
        """Split 净利润同比大幅减少 into 净利润 and 同比减少; ``None`` where nothing changes."""
        if not chunks or not (
            chunks[-1].text in self.words["change"] or chunks[-1].text.endswith(_CHANGE_ENDS)
        ):
            return None
        k = len(chunks) - 1
        words = [chunks[k].text]
        while k > 0:
            before = chunks[k - 1]
            near = range(k - 1, max(k - 5, -1), -1)
            compared = next((j for j in near if chunks[j].text in self.words["compared"]), None)
            if before.text.startswith(self.bases):
                words.insert(0, before.text)
                k -= 1
            elif compared is not None:
                words[:0] = [c.text for c in chunks[compared:k] if c.tag not in {"d", "ad"}]
                k = compared
            elif (
                before.kind == "W"
                and before.tag in {"d", "ad", "a", "t", "TIME"}
                and before.text not in self.words["change"]
            ):
                k -= 1
            else:
                break
        return list(chunks[:k]), "".join(words)

    def nominal(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Return the noun phrase at the end of a stretch: 完成货物吞吐量 → 货物吞吐量."""
        inner = NOMINAL | {"v", "u", "c", "p", "d", "m", "q", "t"}
        k = len(chunks)
        while k > 0 and (chunks[k - 1].kind != "W" or chunks[k - 1].tag in inner):
            if chunks[k - 1].text in {"只", "才", "却"}:
                break
            k -= 1
        tail = list(chunks[k:])
        while (
            len(tail) > 1
            and tail[0].kind == "W"
            and tail[0].tag in {"v", "d", "p", "c", "u"}
            and tail[0].text not in {"占", "归属", "归属于"}
        ):
            tail.pop(0)
        for cut in range(len(tail) - 2, 0, -1):
            manner = tail[cut].text in {"方式", "形式"}
            if manner or _ends_relative(tail[: cut + 1]):
                tail = tail[cut + 1 :]  # 某局颁发的|发明专利证书, 以竞价方式|回购股份
                break
        while tail and tail[0].kind in {"P", "DATE"}:
            tail.pop(0)
        return tail if any(c.kind != "P" and c.text not in self.words["reach"] for c in tail) else []

    def noun_behind(self, start: int, end: int) -> tuple[str, Span] | None:
        """Return the noun phrase that begins behind an amount (500家协同倍增企业)."""
        chunks = self.chunks
        k = start
        while k < end and chunks[k].kind == "W" and chunks[k].tag in {"v", "a"} and k - start < 2:
            k += 1
        if k == end or chunks[k].kind != "W" or chunks[k].tag not in {"n", "nz", "vn"}:
            k = start
        while k < end and _in_noun(chunks[k]):
            k += 1
        while k > start and chunks[k - 1].tag == "u":
            k -= 1
        while start < k and chunks[start].text == "的":
            start += 1
        if k <= start:
            return None
        words = "".join(c.text for c in chunks[start:k])
        return words, Span(chunks[start].span.start, chunks[k - 1].span.end)

    def stands_in(self, chunk: Chunk) -> bool:
        """Tell whether a chunk stands for something named before (该县, 后两者), not for a whole (全市)."""
        return chunk.text in self.around.cues.anaphora and chunk.text[0] in "该本两双三前后二"

    def joined(self, chunks: Sequence[Chunk]) -> str:
        """Return the words of a name, with a bracket that belongs to it: 固定资产投资（不含农户）."""
        words = ""
        if any(self.stands_in(c) for c in chunks) or (chunks and chunks[-1].text == "数字"):
            return ""  # 该县减贫, 两者对应数字: no name by itself
        for k, chunk in enumerate(chunks):
            behind = chunks[k + 1].text if k + 1 < len(chunks) else ""
            if k and (chunk.text in _WITHIN or (chunk.text == "实现" and behind != "的")):
                continue  # 产业|实现|产值, 合计|仅|占
            words += chunk.text
            bracket = _BRACKET.match(self.text, chunk.span.end)
            if bracket is not None:
                words += bracket[0]
        words = words.strip("的“”、，")
        odd = words.startswith(_NO_NAME) or words.count("“") != words.count("”")
        return "" if odd else words


def _ends_relative(chunks: Sequence[Chunk]) -> bool:
    """Tell whether the chunks end in a relative clause: a verb and 的."""
    return (
        len(chunks) > 1 and chunks[-1].text == "的" and chunks[-2].kind == "W" and chunks[-2].tag in _VERBAL
    )


def amount_of_age(chunk: Chunk) -> bool:
    """Tell whether an amount is an age, which only a person has."""
    return chunk.count is not None and chunk.count.unit == "岁"


def _measures(chunk: Chunk) -> bool:
    amount = chunk.count if chunk.kind == "AMOUNT" else None
    return amount is not None and amount.is_measure


def _in_noun(chunk: Chunk) -> bool:
    if chunk.kind == "W":
        return chunk.tag in NOMINAL | {"u"} and chunk.text not in {"左右", "以上", "以下"}
    return chunk.kind in {"INDUSTRY", "GROUP", "PRODUCT", "POLICY"} and not chunk.listed


def _span(chunks: Sequence[Chunk]) -> Span | None:
    return Span(chunks[0].span.start, chunks[-1].span.end) if chunks else None
