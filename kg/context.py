"""How a fact stands: its status, its time and who says it, by what surrounds it in the sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from kg.chunk import Chunk
from kg.context_cues import Cues
from kg.discourse import Clause
from kg.model import Status
from kg.times import TimeSpan
from kg.times_grammar import MULTIPLE

_LEAVING = frozenset({"退休", "离任", "卸任", "离职", "到期", "届满", "期满"})
#: Who says so means to do something; a forecast (预计) says nothing of what is done beside it.
_INTENDS = frozenset("拟 计划 拟于 拟以 拟将 计划于 计划将 打算 准备 有意".split())
_FORECASTS = frozenset({"预计", "预计将", "有望"})
_PRESENT = frozenset({"现任", "现为", "现系", "现担任"})
#: What tells of another office at the same time.
_BESIDES = frozenset({"同时", "并", "同时兼任", "并兼任"})
#: What puts the clause behind its comma into the past: 在此之前，他是甲公司副总裁.
_BEFORE_THAT = frozenset({"此前", "在此之前", "在这之前", "在此以前"})
_NOT = frozenset({"未", "尚未", "未能", "无法", "不能", "难以", "不", "无", "解除"})
_DECIDES = frozenset({"审议通过", "审议通过了", "审议并通过", "审议并通过了", "同意", "审议同意", "决定"})
_DONE = frozenset({"已", "了", "此前", "已经", "完成", "目前", "现已", "仍", "尚", "曾于", "系", "是", "为"})
#: 六个月内, 15日内: how long somebody has, which dates nothing that is told of it.
_WITHIN = re.compile("(?:月|半年|[日天周])[之以]?内$")
#: What a firm tells its figures of a period in.
_REPORT = re.compile("(?:快报|预告|年报|季报|年度报告|季度报告|财报|财务报告|业绩|利润分配预案)$")
_SUFFERS = frozenset({"被", "遭", "遭到", "受到"})
_JOINTS = frozenset({"及", "及其", "和", "与", "、", "以及"})
#: How a description of what is done to a thing begins: 被收购的, 所涉及的.
_BORNE = frozenset({"被", "所", "拟", "遭", "获"})
#: What is thought of one number, and plans no other.
_GUESSED = frozenset({"预计", "预期", "预测", "估计"})
#: How numbers that are of another time are made known, and heard of.
_MEETS = frozenset({"召开", "举行", "举办"})
_MAKES_KNOWN = _MEETS | {"发布", "公布", "披露", "通报", "出炉"}
_BRIEFED = "发布会"
_HEARD = ("获悉", "了解到", "得知")
_SENTENCE_ENDS = frozenset("。！？")


def _is_other(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether a cue word is something else here: 将 for 把 (将所持质押), the noun 计划 (行动计划)."""
    chunk = chunks[index]
    behind = chunks[index + 1].text if index + 1 < len(chunks) else ""
    if chunk.text == "即将" and behind in _LEAVING:
        return True  # 接替即将退休的某人: who leaves is not the one who is told of
    if chunk.text == "无" and behind.startswith(("限售", "质押")):
        return True  # 无限售流通股
    if chunk.text in _NOT and _describes(chunks[index + 1 : index + 5]):
        return True  # 尚未解除限售的股票: only the stock is told of
    if chunk.text in _TARGETS and any(c.text in _HELD_AGAINST for c in chunks[max(index - 4, 0) : index]):
        return True  # 高于全年目标4个百分点
    if chunk.text in _TARGETS and any(c.text in _REACHED for c in chunks[max(index - 3, 0) : index]):
        return True  # 完成|全年|目标|的54.7%: what was planned is done
    if chunk.text == "争取" and _obtained(chunks, index):
        return True
    if chunk.text == "目标" and behind.startswith(("区间", "价")):
        return True  # 利率目标区间 is measured, not aimed at
    if chunk.text == "规划" and _LAID_OUT.match("".join(c.text for c in chunks[index + 1 : index + 4])):
        return True  # 规划面积, 规划|管理|面积 are measured, not planned
    disposes = chunk.text == "将" and behind.startswith(("所持", "持有", "其", "所属", "下属", "原"))
    if disposes or (chunk.tag == "p" and len(chunk.text) == 1):
        return True
    before = chunks[index - 1] if index else None
    compound = before is not None and before.kind == "W" and before.tag in {"n", "vn", "nz"}
    return compound and chunk.tag in {"n", "vn"} and chunk.text not in {"目标", "愿景", "候选", "预案"}


_LAID_OUT = re.compile(
    "(?:管理|总|建设|建筑|开发|控制|用地|占地|工业|产业|核心|城市){0,2}区?(?:面积|用地|范围)|控制"
)


def _obtained(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether 争取 says what was got: 累计|争取|资金3亿元, 争取|省级|债券3亿元, not 争取|年内|开工."""
    before = chunks[index - 1].text if index else ""
    behind = chunks[index + 1 : index + 3]
    got = len(behind) == 2 and behind[0].tag in _OF_GOODS and behind[1].tag in _OF_GOODS
    return before in _GOT or got


#: Before what was obtained, and how the words for it are tagged.
_GOT = frozenset({"累计", "共", "已", "成功", "先后", "共计", "累计已"})
_OF_GOODS = frozenset({"n", "nz", "b", "vn"})


def began(time: TimeSpan) -> str | None:
    """Return when something began that goes on, as exactly as it is told: 2009年至今 is 2009."""
    if time.start is None or not time.text.endswith(("至今", "迄今")):
        return time.iso
    day, month = re.search("[日号]", time.text), re.search("[月./-]", time.text)
    return time.start.isoformat()[: 10 if day else 7 if month else 4]


def _describes(behind: Sequence[Chunk]) -> bool:
    """Tell whether a cue opens a relative clause: words without a name up to 的."""
    end = next((k for k, c in enumerate(behind) if c.text == "的"), 0)
    return end > 0 and all(c.kind == "W" for c in behind[:end])


#: A target that so much is done of is no plan for what is told next.
_REACHED = frozenset({"完成", "占", "达到", "实现", "超额完成"})
_TARGETS = frozenset({"目标", "计划", "预期"})
_HELD_AGAINST = frozenset(
    {"高于", "低于", "超", "超额", "超过", "超出", "高出", "好于", "快于", "优于", "不及"}
)
#: What a figure is held against (营收9亿元，预期8亿元；净利润…): unlike a plan it does not go on.
_COMPARED = frozenset({"预期", "市场预期", "此前预期", "预估", "预测"})


#: How a deal still to come is looked beyond.
_DEALT = re.compile(
    "(?<!已)(?:交易|收购|增资|发行|重组|合并|认购|置换|转让|受让|投资)(?:事项)?(?:全部|正式)?完成(?:之)?后"
)
#: What closes the words for when something was: 革命|成功|后|任….
_THEN = frozenset({"后", "之后", "以后", "之际"})
#: How long after what is told before: 两年后升任…, 不到三个月，又….
_SOME_TIME_ON = re.compile(
    r"(?:仅|仅仅|时隔|短短|不到|不足|大约|约)?(?:[一二两三四五六七八九十几数半]{1,3}|\d{1,2})(?:个?半)?(?:个?多?月|年多?|天|周|个星期)"
    "(?:之?后|以后)|(?:时隔|不到|不足)(?:[一二两三四五六七八九十几数半]{1,3}|\\d{1,2})(?:个?月|年)"
)
#: What makes the day that opens a sentence a birthday.
_BORN = frozenset({"出生", "出生于", "生于", "诞生", "出身", "出身于"})


_START = attrgetter("start")
#: How many clauses before its own tell of the time and the status of a fact; only tables have more.
_REACH = 64


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The chunks and clauses around a fact, with the times among them."""

    chunks: Sequence[Chunk]
    clauses: Sequence[Clause]
    times: Mapping[int, TimeSpan]
    cues: Cues
    published: date | None

    def clause(self, index: int) -> Clause:
        """Return the clause that holds chunk ``index`` (the last one before it, if it is a mark)."""
        behind = bisect_right(self.clauses, index, key=_START)
        return self.clauses[max(behind - 1, 0)]

    def before(self, clause: Clause) -> Sequence[Clause]:
        """Return the clauses before ``clause``, no more than tell of its time and its status."""
        at = bisect_left(self.clauses, clause.start, key=_START)
        return self.clauses[max(at - _REACH, 0) : at]

    def status(self, anchor: int) -> Status:
        """Return the status that the words before chunk ``anchor`` in its clause give."""
        start = self.clause(anchor).start
        start -= start > 0 and self.chunks[start - 1].text == "承诺"  # a clause of its own goes on with it
        passive = max((k for k in range(start + 1, anchor) if self.chunks[k].text in _SUFFERS), default=start)
        if passive > start and self.chunks[passive - 1].text not in self.cues.status["denied"]:
            start = passive  # 因未按期披露|被|通报批评
        words = self._cue_words(start, anchor)
        if any(w in self.cues.status["denied"] for w in words):
            return Status.DENIED
        clause = self.clause(anchor)
        if {c.text for c in self.chunks[anchor + 1 : clause.end]} & self.cues.status["undone"]:
            return Status.DENIED
        if any(w in self.cues.status["planned"] for w in words) or self._once_dealt(clause, anchor):
            return Status.PLANNED
        return Status.ASSERTED

    def _once_dealt(self, clause: Clause, anchor: int) -> bool:
        """Tell whether what is told holds once a deal is done: 本次交易完成后，甲|持有|乙51%股权."""
        start = next((c.start for c in reversed(self.before(clause))), clause.start)
        done = next((k for k in range(anchor - 1, start - 1, -1) if "完成" in self.chunks[k].text), None)
        if done is None or _DEALT.search("".join(c.text for c in self.chunks[start:anchor])) is None:
            return False
        return all(self._dated(k) is None for k in range(start, anchor))

    def goes_on_planned(self, anchor: int) -> bool:
        """Tell whether a clause only goes on with what the one before it plans: 甲拟出资3亿元，在宁州建厂.

        One that says who acts, or that something is done or was, does not.
        """
        clause = self.clause(anchor)
        for before in reversed(self.before(clause)):
            words = {c.text for c in self.chunks[clause.start : clause.end]}
            done = (_DONE, self.cues.clause["now"], self.cues.status["former"])
            if clause.own or not all(map(words.isdisjoint, done)):
                return False
            if {c.text for c in self.chunks[before.end : clause.start]} != {"，"}:
                return False
            if any(w in _INTENDS for w in self._cue_words(before.start, before.end)):
                return True
            clause = before
        return False

    def decided(self, anchor: int) -> bool:
        """Tell whether a board decides upon what chunk ``anchor`` tells: 会议审议通过在宁州设立子公司."""
        start = self.clause(anchor).start
        return any(c.text in _DECIDES for c in self.chunks[start:anchor])

    def item(self, index: int) -> int:
        """Return where the item of a digest begins that chunk ``index`` stands in: 甲：…；乙：…."""
        heads = (c.start for c in reversed(self.clauses) if c.end <= index and self._heads(c))
        return self.chunks[next(heads, 0)].span.start

    def _heads(self, clause: Clause) -> bool:
        """Tell whether a clause is nothing but the name of what is told next."""
        return clause.own and clause.end - clause.start == 1 and self.chunks[clause.end].text == "："

    def _cue_words(self, start: int, end: int, *, of_all: bool = False) -> list[str]:
        """Return the words of chunks ``[start, end)`` that may be cues.

        ``of_all`` leaves out a forecast of one figure: 人均收入|预计|4万元；失业率为2%.
        """
        indexes = [i for i in range(start, end) if self.chunks[i].kind in {"W", "DATE"}]
        indexes = [i for i in indexes if not (of_all and i > start and self.chunks[i].text in _FORECASTS)]
        return [self.chunks[i].text for i in indexes if not _is_other(self.chunks, i)]

    def once(self, anchor: int) -> bool:
        """Tell whether the words before chunk ``anchor`` in its clause put it into the past (曾, 原)."""
        while True:
            clause = self.clause(anchor)
            start = clause.start
            now = (k for k in range(anchor - 1, start - 1, -1) if self.chunks[k].text in _PRESENT)
            first = next(now, start)  # 原汽车业务负责人、|现任|甲公司副总裁
            words = self.chunks[first:anchor]
            if start > 1 and self.chunks[start - 2].text in _BEFORE_THAT and first == start and words:
                return True
            if any(c.text in self.cues.status["former"] for c in words if c.kind == "W"):
                return True
            beside = start > 1 and not clause.own and self.chunks[start].text in _BESIDES
            if not beside or self.chunks[start - 1].text != "，":
                return False
            anchor = start - 2  # 曾任…，同时兼任…

    def other_subject(self, index: int) -> bool:
        """Tell whether a common noun stands as subject before chunk ``index`` in its clause.

        甲公司开工。新厂位于杭州 says nothing of where 甲公司 is; nor does 其竞争对手位于杭州.
        """
        clause = self.clause(index)
        start = clause.start
        if clause.own and clause.at < index:
            if not all(m.anaphor for m in clause.topic):
                return False
            start = clause.at + 1
        if start > clause.start and self.chunks[start].text in _JOINTS:
            named = (k for k in range(start, index) if self.chunks[k].members)
            start = next(named, start - 1) + 1  # 公司|及|实际控制人|某某|收到
        start = max((k + 1 for k in range(start, index) if self.chunks[k].text in _THEN), default=start)
        if start == clause.start and self._described_noun(start, index):
            return True
        for k in range(start, index):
            chunk = self.chunks[k]
            if chunk.text in self.cues.clause["preposition"] or chunk.tag in {"v", "vd", "p"}:
                return False  # what follows belongs to a phrase or a predicate
            unknown = chunk.text in self.cues.anaphora and not chunk.members
            noun = chunk.kind == "W" and chunk.tag in {"n", "nz", "nr", "nw"}
            if unknown or (noun and chunk.text not in self.cues.clause["attribute"]):
                return True
        return False

    def _described_noun(self, start: int, index: int) -> bool:
        """Tell whether 被收购的|资产|全部 stands before chunk ``index``: a noun that a deed describes."""
        at = next((k for k in range(start + 1, index - 1) if self.chunks[k].text == "的"), 0)
        if not at or self.chunks[start].text not in _BORNE or self.chunks[at - 1].tag not in {"v", "vn"}:
            return False
        noun = self.chunks[at + 1]
        return (
            noun.kind == "W"
            and noun.tag == "n"
            and all(c.tag in {"d", "ad", "n"} for c in self.chunks[at + 2 : index])
        )

    def void(self, anchor: int) -> bool:
        """Tell whether the clause asks, supposes or wishes rather than states."""
        clause = self.clause(anchor)
        if any(
            c.text in self.cues.status["void"] for c in self.chunks[clause.start : anchor] if c.kind == "W"
        ):
            return True
        return clause.end < len(self.chunks) and self.chunks[clause.end].text in "？?"

    def planned_before(self, anchor: int) -> bool:
        """Tell whether an earlier clause of the sentence has announced a plan for the same topic."""
        clause = self.clause(anchor)
        head = max((c.start for c in self.clauses if c.own and c.start <= clause.start), default=0)
        # asked once: a row may have hundreds of clauses before this one
        cut = next((k for k in range(head - 1, -1, -1) if self.chunks[k].text in "；。"), -1)
        item = next((k for k in range(clause.start - 1, -1, -1) if self.chunks[k].text == "；"), -1)
        for other in self.before(clause):
            if cut >= other.end or (other.own and other.topic != clause.topic):
                continue
            listed = item >= other.end
            words = set(self._cue_words(other.start, other.end, of_all=listed))
            if words & _REACHED:
                words -= _TARGETS  # 完成年度目标的54.7%，同比增长24.1%
            if listed and other.start > 0 and self.chunks[other.start - 1].text == "，":
                words -= _GUESSED  # 完成A3亿元，预计增长4%；完成B5亿元
            if not self.cues.status["planned"].isdisjoint(words - _COMPARED):
                return True
        return False

    def time(
        self, anchor: int, *, carried: bool = False, state: bool = False, since: bool = False
    ) -> str | None:
        """Return the ISO time that holds for chunk ``anchor``.

        The nearest in its clause, the one before it first; else one that opens an earlier clause of the
        sentence (7月20日，…) or gives its day (某局7月20日通报，…): such a time holds on. With ``carried``
        any earlier one does, as for numbers (某公司2020年营收3亿元，同比下降2%); for a ``state`` (持有) only
        one that is told by itself (截至6月末，…). The day of a birth or a foundation is of that alone.
        ``since`` gives when what still goes on began.
        """
        own = self.clause(anchor)
        before = range(min(anchor, len(self.chunks) - 1), own.start - 1, -1)
        here = next(
            (
                found
                for i in before
                if not self._is_of_age(i, anchor) and (found := self._dated(i)) is not None
            ),
            None,
        )
        if here is not None:
            return None if self._is_birth(own, anchor) else began(here) if since else here.iso
        if self._says(own.start, anchor, "now") or self._comes_later(own):
            return None
        return self._told_before(own, carried=carried, state=state)

    def _told_before(self, own: Clause, *, carried: bool, state: bool) -> str | None:
        """Return the ISO time of an earlier clause of the sentence that holds on for the clause ``own``."""
        born, marks, behind = False, set[str](), own.start
        for clause in reversed(self.before(own)):
            marks |= {c.text for c in self.chunks[clause.end : behind] if c.kind == "P"}
            behind = clause.end
            if born and self._only_dates(clause):
                continue  # 1950年3月，某某出生于甲地，父亲毕业于乙校
            if marks & _SENTENCE_ENDS or ("；" in marks and (own.own or not carried)):
                return self._headed(marks) if carried else None
            if self._comes_later(clause) and not self.dated(clause.end, clause):
                return None  # 2016年任…，两年后升任…，并兼任…
            if state and not self._only_dates(clause):
                continue
            if self._says(clause.start, clause.end, "now"):
                return None  # 目前员工1200人，其中…
            born = not _BORN.isdisjoint(c.text for c in self.chunks[clause.start : clause.end])
            found = self._held_on(clause, carried=carried)
            if found is not None:
                return found.iso
        return None

    def _is_birth(self, clause: Clause, anchor: int) -> bool:
        """Tell whether the time before ``anchor`` is when somebody was born: 1965年4月|出生|的|某某曾任…."""
        before = self.chunks[clause.start : anchor]
        born = next((k for k, chunk in enumerate(before) if chunk.text in _BORN or chunk.text == "生"), -1)
        described = 0 < born < len(before) - 1 and before[born + 1].text == "的"
        return described and self._dated(clause.start + born - 1) is not None

    def _is_of_age(self, index: int, anchor: int) -> bool:
        """Tell whether the time at ``index`` only tells when somebody is so old: 今年|53岁|的某某."""
        age = index + 1 if index + 1 < len(self.chunks) else index
        return age != anchor and self.chunks[age].kind == "AMOUNT" and self.chunks[age].text.endswith("岁")

    def _comes_later(self, clause: Clause) -> bool:
        """Tell whether a clause tells of what came later: 1941年入甲校，|毕业后|入乙校."""
        opens = clause.at + 1 if clause.own and clause.at == clause.start else clause.start
        if opens >= clause.end:
            return False
        later = self.chunks[opens].text in self.cues.clause["later"]
        return later or _some_time_on(self.chunks[opens : clause.end])

    def _says(self, start: int, end: int, key: str) -> bool:
        """Tell whether chunks ``[start, end)`` have one of the clause words called ``key``."""
        return not self.cues.clause[key].isdisjoint(c.text for c in self.chunks[start:end])

    def _held_on(self, clause: Clause, *, carried: bool) -> TimeSpan | None:
        """Return the last time of an earlier clause that holds on, any one with ``carried``."""
        if self._says(clause.start, clause.end, "own_time"):
            return None
        for i in range(clause.end - 1, clause.start - 1, -1):
            if self.chunks[i].text.endswith("同期") or self.chunks[i].text.startswith("连续"):
                continue  # 营收9亿元，上年同期8亿元；净利润…: the period told of goes on
            found = self._dated(i) if not self._is_of_age(i, -1) else None
            if found is None or (carried and found.grain == "day" and self._is_heard(clause, i)):
                continue
            if carried or self._opens(clause, i) or found.grain == "day":
                return found
        return None

    def _is_heard(self, clause: Clause, index: int) -> bool:
        """Tell whether the day at ``index`` is when numbers were made known: 1月5日|发布的数据, 昨日|获悉."""
        words = [c.text for c in self.chunks[index + 1 : clause.end]]
        if not words:  # 昨日，|记者从甲局获悉，…
            behind = next((c for c in self.clauses if c.start > clause.start), clause)
            words = [c.text for c in self.chunks[behind.start : behind.end]]
            return bool(words) and words[-1].endswith(_HEARD)
        made_known = len(words) > 2 and words[0] in _MAKES_KNOWN and words[1] == "的"
        met = made_known and words[0] in _MEETS
        return words[-1].endswith(_HEARD) or (made_known and (not met or _BRIEFED in "".join(words)))

    def _headed(self, marks: set[str]) -> str | None:
        """Return the time that stands alone at the head of the sentence: 7月13日，甲涨2%；乙跌3%."""
        first = self.clauses[0]
        if marks & _SENTENCE_ENDS or not self._only_dates(first):
            return None
        return next((t.iso for i in range(first.start, first.end) if (t := self._dated(i))), None)

    def _only_dates(self, clause: Clause) -> bool:
        """Tell whether a clause is nothing but a time: 截至6月末."""
        return self._opens(clause, clause.end)

    def dated(self, anchor: int, clause: Clause | None = None) -> bool:
        """Tell whether the clause of chunk ``anchor`` has a time of its own before it."""
        start = (clause or self.clause(anchor)).start
        return any(self._dated(i) is not None for i in range(start, anchor))

    def _dated(self, index: int) -> TimeSpan | None:
        """Return the time at ``index`` if it dates what is told, rather than being compared with.

        A report has the time that its name begins with: 发布|2019年度业绩快报.
        """
        if self.chunks[index].kind == "DOCUMENT" and _REPORT.search(self.chunks[index].text):
            return self.times.get(self.chunks[index].span.start)
        if self.chunks[index].kind != "DATE" or self._is_reference(index):
            return None
        return self._in_row(index)

    def _in_row(self, index: int) -> TimeSpan | None:
        """Return the time at ``index`` with those that it follows in a row: 2017年、2018年 are two years."""
        last = first = self.at(index)
        while index > 1 and self.chunks[index - 1].text in _JOINTS:
            index -= 2
            before = self.at(index)
            if last is None or before is None or before.grain != "year" or last.grain != "year":
                break
            first = before
        if last is None or first is None or first.start is None or first is last:
            return last
        return replace(last, start=first.start, grain="range")

    def _opens(self, clause: Clause, index: int) -> bool:
        """Tell whether nothing but a preposition stands before chunk ``index`` in its clause."""
        before = self.chunks[clause.start : index]
        if before and before[-1].text.endswith("的") and _some_time_on(before):
            return True  # 一年之后的|1999年7月
        openers = self.cues.clause["preposition"]
        return all(c.kind == "DATE" or c.tag in {"p", "d", "c"} or c.text in openers for c in before)

    def future(self, time: str) -> bool:
        """Tell whether an ISO time ends after the day of publication."""
        if self.published is None:
            return False
        end = time.rpartition("/")[2]
        today = self.published.isoformat()
        return end > today[: len(end)] and ("/" not in time or time[:10] > today)

    def told_on(self, time: str) -> bool:
        """Tell whether an ISO time is a day not after the publication: a plan is told then, not done."""
        return self.published is not None and len(time) == 10 and time <= self.published.isoformat()

    def past(self, time: str) -> bool:
        """Tell whether an ISO time ends before the year of publication."""
        end = time.rpartition("/")[2]
        return self.published is not None and end[:4] < str(self.published.year)

    def at(self, index: int) -> TimeSpan | None:
        """Return the time that chunk ``index`` is, unless it is vague."""
        found = self.times.get(self.chunks[index].span.start) if self.chunks[index].kind == "DATE" else None
        return found if found is not None and not found.vague else None

    def _is_reference(self, index: int) -> bool:
        """Tell whether a time is only compared with (比2019年1-7月增长, 由上年同期的3亿元降至1亿元)."""
        before = self.chunks[index - 1].text if index else ""
        from_there = before in {"由", "从", "自"} and [
            c.text for c in self.chunks[index + 1 : index + 2]
        ] == ["的"]
        behind = "".join(c.text for c in self.chunks[index + 1 : index + 3])
        from_there = from_there or MULTIPLE.match(behind) is not None
        within = _WITHIN.search(self.chunks[index].text) is not None
        return from_there or within or before in {"比", "较", "相比", "与", "同", "上述"}


def _some_time_on(chunks: Sequence[Chunk]) -> bool:
    """Tell whether chunks open with how long after what was told before something was: 两年|后|升任."""
    return _SOME_TIME_ON.match("".join(chunk.text for chunk in chunks[:4])) is not None
