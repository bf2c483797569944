"""Things that numbers are of and that no name names: 28个重点项目, 海外工厂, 大连二期工厂.

In: the chunks of a sentence and one of its clauses. Out: the span of the noun phrase that is the clause's
subject, or that a verb of building introduces in it, where its head is a thing with numbers of its own
(``thing`` in ``ontology/status.toml``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.anaphora_words import EVERYWHERE
from kg.chunk import NOMINAL, Chunk
from kg.clauses import are_some
from kg.context_cues import Cues, endings
from kg.discourse import Clause
from kg.document import Span
from kg.metric_words import STAGES
from kg.model import MentionType

_IDLE = frozenset({"d", "c", "t", "TIME", "f", "xc"})
_TO = frozenset({"至", "到", "—", "-"})
_VERBAL = frozenset({"v", "vn"})
#: These alone stand for a thing told of before: 项目总投资, 该项目.
_BARE = frozenset(
    {
        "线路",
        "全线",
        "主线",
        "项目",
        "工程",
        "基地",
        "园区",
        "子公司",
        "医院",
        "学校",
        "开发区",
        "高新区",
        "集聚区",
        "集中区",
        "产业集聚区",
        "综保区",
    }
)
_THIS_TIME = frozenset({"本次", "此次", "这次", "本批"})
_THESE = frozenset({"上述", "以上", "这", "这些"})
#: What is said of each one is a rule: 单个项目最高资助300万元.
_ANY = ("该", "本", "此", "单", "每", "各", "首", "一个", "其他", "其余")
#: Behind a place or a zone: what is said to lie in it.
_INSIDE = frozenset({"内", "境内", "区域内", "辖区内", "园内", "区内"})
#: Zones of a place are many: 全省|开发区.
_ZONES = ("开发区", "高新区", "经开区", "园区", "基地", "集聚区", "集中区")
#: A place that has many, though the text does not name it: 全市|产业集聚区.
_WHOLES = frozenset({"全省", "全市", "全县", "全区", "全州"})
#: How a class of bodies begins, and what stands before one that is counted.
_CLASSES = tuple("重点 规模以上 规上 限额以上 百强 样本 上市 主要 大型 国有 民营 外资 央企 A股".split())
_THERE_ARE = frozenset({"已有", "有", "共有", "已", "共"})
#: What a class of bodies does, and is not counted by: 百强房企|实现|销售额….
_DOES = frozenset({"实现", "完成", "获得"})
#: The whole of a country, of which a class of bodies is a part.
_ALL_OF = ("全国", "全省", "全市", "全区", "我国", "中国")
_OF_TRADE = ("产业", "行业", "制造业", "服务业", "市场", "业")
#: Behind a trade: it only says of what kind something is (工业|项目|审批时限).
_OF_COMPOUNDS = frozenset("的 项目 企业 园区 用地 人才 基金 平台 基地 设备 机器人 软件 园 及 和 与".split())
_LONGEST = 8
#: What a group is dealt out to, and how soon the first of them has its number.
_FIELDS = frozenset("领域 行业 产业 赛道 方向 门类".split())
_ROW_OPENS = 7
#: How far a thing has come, before its noun: 开工|项目.
_STAGES = STAGES | frozenset("投用 竣工投产 建成 引进 推介".split())
#: What may stand in the name of kinds of projects: 民生|及|社会|事业, 教育|、|卫生|等.
_OF_KINDS = frozenset({*NOMINAL, "a", "an", "b", "c", "ad", "u"})
_LONGEST_ROW = 12


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing without a name: its words from chunk ``first`` to chunk ``head``, and what it is."""

    span: Span
    kind: MentionType
    first: int
    head: int
    whole: bool = False
    """Whether all numbers told of it behind are its own, as of a group or an index."""


class Things:
    """Finds the things without names in one sentence."""

    def __init__(self, chunks: Sequence[Chunk], cues: Cues) -> None:
        """Prepare for the sentence made of ``chunks``."""
        self.chunks = chunks
        self.heads = endings(cues.metric["thing"])
        self.counters = cues.metric["counter"]
        self.reach = cues.metric["reach"]
        self.founds = cues.name["founds"]
        self.bodies = endings(cues.name["of_orgs"])

    def subject(self, clause: Clause) -> Thing | None:
        """Return the thing that stands as subject in a clause, behind its own topic if it has one.

        甲公司|8.5代液晶面板生产线|已签约: of a firm's thing; 大连|二期工厂: with the place.
        """
        listed = self._listed(clause)
        if listed is not None:
            return listed
        if clause.own:
            return self._behind_topic(clause)
        projects = self._projects(clause)
        if projects is not None:
            return projects
        bodies = None if clause.topic else self.class_of_bodies(clause.start, clause.end)
        told = bodies or self.trade(clause)
        if told is not None:
            return told
        if _only_events(clause):
            return None  # 开工仪式举行，本次开工的项目…: the numbers are told of the event
        start = clause.start
        while start < clause.end and self._idle(self.chunks[start]):
            start += 1
        if start + 1 < clause.end and self.chunks[start].text in _THESE:
            start += self._counts_group(self.chunks[start + 1])
        counts = not clause.topic and start + 1 < clause.end and self._counts_group(self.chunks[start + 1])
        start += counts and self.chunks[start].text in _THERE_ARE  # 共有|31个项目签约, of nobody
        thing = self.phrase(start, clause.end, acted=not clause.topic)
        return None if thing is not None and self._counts_some(thing, clause) else thing

    def _counts_some(self, thing: Thing, clause: Clause) -> bool:
        """Tell whether a clause only counts some of what a body has: 其中|5个建设项目、3个重点专科."""
        body = len(clause.topic) == 1 and clause.topic[0].entity.type is MentionType.ORG
        group = thing.kind is MentionType.GROUP and body
        return group and are_some(self.chunks, range(thing.first, thing.head + 1), clause.start, clause.end)

    def _listed(self, clause: Clause) -> Thing | None:
        """Return the things of a list without names that a count sums up: 甲厂线缆及管材生产线等|9个项目."""
        chunks = self.chunks
        first = clause.at if clause.own else clause.start
        for k in range(first, clause.end - 2):
            if chunks[k].tag in {"v", "p", "d"} or chunks[k].kind in {"DATE", "AMOUNT"}:
                return None
            if chunks[k].text == "等" and self._counts_group(chunks[k + 1]):
                _, head = self._head(k + 1, k + 1, clause.end)
                span = Span(chunks[first].span.start, chunks[head].span.end)
                return Thing(span, MentionType.GROUP, first, head, True) if head > k else None
        return None

    def _projects(self, clause: Clause) -> Thing | None:
        """Return the projects of some kinds that a clause opens with and counts: 能源及交通|项目|12个.

        All that a ceremony brought is the ceremony's own, what is 其中 is not.
        """
        chunks, start = self.chunks, clause.start
        while start < clause.end and self._idle(chunks[start]):
            start += 1
        part = any(c.text == "其中" for c in chunks[:start])
        said = {c.text for c in chunks[clause.start : start]}
        now = "集中" in said or not said.isdisjoint(_THIS_TIME)
        if not part and (now or _only_events(clause)):
            return None
        if start < clause.end and chunks[start].text in _STAGES and clause.topic and not _only_events(clause):
            return None  # 甲区去年|引进|产业项目12个，总投资3亿元: of the place
        for k in range(start, min(start + _LONGEST_ROW, clause.end)):
            chunk = chunks[k]
            if chunk.kind not in {"W", "INDUSTRY", "PRODUCT"} and chunk.text != "、":
                return None
            if not chunk.text.endswith("项目") or k == start:
                if chunk.kind == "W" and chunk.tag not in _OF_KINDS and chunk.text not in _STAGES:
                    return None
                continue
            thing = Thing(Span(chunks[start].span.start, chunk.span.end), MentionType.FACILITY, start, k)
            at = self.count(thing, clause.end)
            count = chunks[at].count if at < clause.end else None
            kinds = not chunk.text.startswith("类") and not chunks[k - 1].text.endswith("类")
            if kinds and count is not None and count.unit in {"个", "项"}:
                return thing
        return None

    def _behind_topic(self, clause: Clause) -> Thing | None:
        """Return the thing behind the clause's own topic: a place's index, its firms or what lies in it."""
        chunks, at, index = self.chunks, self.chunks[clause.at], clause.at + 1
        if at.kind == "PLACE" and index + 1 < clause.end and chunks[index].text.endswith("指数"):
            whole = Span(at.span.start, chunks[index].span.end)
            return Thing(whole, MentionType.PRODUCT, clause.at, clause.at, True)  # 中国|出口运价指数
        if at.kind == "PLACE" and clause.at == clause.start and at.text.endswith(_ALL_OF):
            bodies = self.class_of_bodies(index, clause.end)  # 全国|规模以上工业企业|实现…
            if bodies is not None and chunks[bodies.head + 1].text in _DOES:
                return replace(bodies, span=Span(at.span.start, bodies.span.end), first=clause.at)
        start = clause.at if at.kind == "PLACE" and at.text not in EVERYWHERE else index
        if start < clause.end and chunks[start].text in _INSIDE:
            start += 2 if start + 1 < clause.end and chunks[start + 1].text == "的" else 1
        elif at.kind not in {"ORG", "PLACE"} or at.listed:
            return None
        return self.phrase(start, clause.end, placed=True)

    def class_of_bodies(self, start: int, end: int) -> Thing | None:
        """Return the bodies without a name that act from ``start`` on: 重点统计|钢铁|企业, 53家|上市公司."""
        chunks = self.chunks
        k = start
        while k < end and not self._opens_class(k) and self._idle(chunks[k]):
            k += 1
        k += k < end and chunks[k].text in _THERE_ARE
        if k >= end or not (self._counts_group(chunks[k]) or self._opens_class(k)):
            return None
        for head in range(k, min(k + 5, end - 1)):
            chunk, behind = chunks[head], chunks[head + 1]
            if head > k and chunk.kind not in {"W", "INDUSTRY"}:
                return None
            if chunk.kind == "W" and chunk.text.endswith(self.bodies):
                acts = behind.kind == "W" and behind.tag in _VERBAL and behind.text not in self.reach - _DOES
                span = Span(chunks[k].span.start, chunk.span.end)
                return Thing(span, MentionType.GROUP, k, head, True) if acts else None
        return None

    def trade(self, clause: Clause) -> Thing | None:
        """Return the trade that a clause opens with, where no firm is spoken of: 高技术产业|实际使用外资…."""
        chunks = self.chunks
        k = clause.start
        while k < clause.end and self._idle(chunks[k]):
            k += 1
        if k + 1 >= clause.end or chunks[k].listed:
            return None
        market = chunks[k].kind == "W" and chunks[k].tag in {"n", "nz"} and chunks[k + 1].text == "市场"
        if chunks[k].kind != "INDUSTRY" and not market:
            return None
        anew = clause.start > 0 and chunks[clause.start - 1].text == "；"
        if not anew and any(m.entity.name not in EVERYWHERE for m in clause.topic):
            return None
        head = k + 1 if chunks[k + 1].text in _OF_TRADE else k
        if head == k and not chunks[k].text.endswith(_OF_TRADE):
            return None  # 汽车|销量: a ware
        if head + 1 >= clause.end or chunks[head + 1].text in _OF_COMPOUNDS:
            return None
        return Thing(Span(chunks[k].span.start, chunks[head].span.end), MentionType.INDUSTRY, k, head, True)

    def ends(self, thing: Thing, clause: Clause) -> bool:
        """Tell whether what is told of a trade ends at a clause: behind ； or at another trade."""
        if thing.kind is not MentionType.INDUSTRY:
            return False
        opens = self.chunks[clause.start : min(clause.start + 3, clause.end)]
        return self.chunks[clause.start - 1].text == "；" or any(c.kind == "INDUSTRY" for c in opens)

    def phrase(self, start: int, end: int, *, placed: bool = False, acted: bool = False) -> Thing | None:
        """Return the thing whose words begin at ``start``, if there is one.

        Where nobody is spoken of it may be ``acted`` upon: 开工|项目|8个, which of a zone tells what it did.
        """
        chunks = self.chunks
        if start >= end:
            return None
        k = self._behind_place(start, end)
        if acted and k + 1 < end and chunks[k].text in _STAGES and chunks[k + 1].text.endswith(self.heads):
            k += 1
        if k == start and not placed and self._relative(start, end):
            k = self._relative(start, end)
        counted, head = self._head(start, k, end)
        if head < 0 or head < counted or chunks[start].text.startswith(_ANY):
            return None
        if not self._is_one_thing(start, head, end, counted=counted >= 0):
            return None
        placed = chunks[start].kind == "PLACE" or chunks[start].text in _WHOLES
        many = counted >= 0 or (placed and chunks[head].text.endswith(_ZONES))
        single = MentionType.ORG if chunks[head].text.endswith("公司") else MentionType.FACILITY
        kind = MentionType.GROUP if many else single
        return Thing(Span(chunks[start].span.start, chunks[head].span.end), kind, start, head, many)

    def _head(self, start: int, k: int, end: int) -> tuple[int, int]:
        """Return where a phrase, from ``k`` on, counts things, and where its last head is; -1 for none."""
        chunks, counted, head = self.chunks, -1, -1
        for at in range(k, min(end, start + _LONGEST)):
            chunk = chunks[at]
            if self._counts_group(chunk) and (at == start or any(c.text == "、" for c in chunks[start:at])):
                if counted >= 0:
                    break
                counted = at
            elif chunk.kind == "W" and chunk.tag in NOMINAL:
                head = at if chunk.text.endswith(self.heads) else head
            elif counted >= 0 and chunk.kind in {"FACILITY", "POLICY"} and not chunk.listed:
                acts = at + 1 < end and chunk.text.endswith(self.heads)
                head = at if acts else head  # 31个|国家绿色产业集群
            elif chunk.kind not in {"INDUSTRY", "PRODUCT"} and not (chunk.text == "、" and counted < 0):
                break
        return counted, head

    def _is_one_thing(self, start: int, head: int, end: int, *, counted: bool) -> bool:
        """Tell whether the words up to ``head`` are a thing of its own: no list, no class, no bare 项目."""
        chunks = self.chunks
        if head + 1 < end and chunks[head + 1].text in {"中", "里", "之中", "当中"}:
            return counted and self._divides(head + 2)  # 四家糖厂中|已有三家开榨
        if head == start and (chunks[head].text in _BARE or not chunks[head].text.endswith(self.heads)):
            return False
        if any(c.text == "、" for c in chunks[start:head]) and not counted:
            return False
        return head == start or not chunks[head - 1].text.endswith("类")  # 民生类|项目: a class

    def _divides(self, start: int) -> bool:
        """Tell whether a row from ``start`` on deals a group out to fields: ，建材|领域|9个、医药领域7个."""
        chunks = self.chunks[start : start + _ROW_OPENS]
        parts = pairwise(chunks)
        row = any(part.text in _FIELDS and self._counts_group(count) for part, count in parts)
        return row and chunks[0].text in {"，", ","}

    def counts(self, thing: Thing, end: int) -> bool:
        """Tell whether the thing is itself what is counted: 在建项目|共120个."""
        return self.count(thing, end) < end

    def counts_in_row(self, thing: Thing, end: int) -> bool:
        """Tell whether the thing is counted and others after it: 省级开发区|1个、研发机构9个."""
        k = self.count(thing, end) + 1
        return k < end and self.chunks[k].text == "、"

    def count(self, thing: Thing, end: int) -> int:
        """Return the amount that counts the thing, ``end`` where none does."""
        k = thing.head + 1
        while k < end and (self.chunks[k].text in self.reach or self.chunks[k].tag in _IDLE):
            k += 1
        return k if k < end and self.chunks[k].kind == "AMOUNT" else end

    def described(self, index: int, end: int) -> Thing | None:
        """Return the thing that the amount at ``index`` describes: 年产能80万台的|整机工厂."""
        if index + 2 >= end or self.chunks[index + 1].text != "的":
            return None
        return self.phrase(index + 2, end)

    def worth(self, index: int, end: int) -> Thing | None:
        """Return the ware whose worth the amount at ``index`` tells: 价值25万元的|越野车."""
        k = index + 2
        if k >= end or self.chunks[index + 1].text != "的":
            return None
        k += self.chunks[k].kind in {"ORG", "PRODUCT"}  # the maker
        while k < end and self.chunks[k].kind == "W" and self.chunks[k].tag in {"n", "nz"}:
            k += 1
        if self.chunks[k - 1].kind != "W" or self.chunks[k - 1].tag == "u":
            return None  # a name alone is its own
        if k < end and self.chunks[k].members:
            return None  # 价值25万元的越野车|某某: the name has it
        span = Span(self.chunks[index + 2].span.start, self.chunks[k - 1].span.end)
        return Thing(span, MentionType.PRODUCT, index + 2, k - 1)

    def introduced(self, clause: Clause) -> Thing | None:
        """Return the thing that a clause tells to be built or set up, at its end: 投资建设|现代化产业园."""
        chunks = self.chunks
        for k in range(clause.end - 2, clause.start - 1, -1):
            if chunks[k].text in self.founds and chunks[k].tag in _VERBAL:
                thing = self.phrase(k + 1, clause.end)
                if thing is None or thing.head + 3 < clause.end:
                    return None
                named = any(c.members for c in chunks[thing.head + 1 : clause.end])
                return None if named else thing  # 设立|全资子公司|乙光学: the name has them
        return None

    def _idle(self, chunk: Chunk) -> bool:
        idle = chunk.kind == "DATE" or chunk.tag in _IDLE or chunk.text in _THIS_TIME
        return idle and chunk.text not in {"现代", "传统", "未来"}

    def _opens_class(self, k: int) -> bool:
        """Tell whether a class of bodies begins at ``k``: 重点|企业, 规模|以上|工业企业."""
        return "".join(c.text for c in self.chunks[k : k + 2]).startswith(_CLASSES)

    def _counts_group(self, chunk: Chunk) -> bool:
        """Tell whether an amount is the exact number of a group: 28个, not 近30个."""
        count = chunk.count if chunk.kind == "AMOUNT" else None
        return count is not None and count.unit in self.counters and count.kind == "exact"

    def _behind_place(self, start: int, end: int) -> int:
        """Return the index behind the place or the route that the words begin with, else ``start``."""
        chunks = self.chunks
        k = start
        if chunks[k].kind == "PLACE" and not chunks[k].listed:
            k += 1
            if k + 1 < end and chunks[k].text in _TO and chunks[k + 1].kind == "PLACE":
                k += 2
        return k

    def _relative(self, start: int, end: int) -> int:
        """Return the index behind a short relative clause that opens the words (集中开工的|项目), else 0."""
        for k in range(start + 1, min(start + 4, end)):
            if self.chunks[k].text == "的":
                return k + 1 if self.chunks[k - 1].tag in _VERBAL else 0
            if self.chunks[k].kind != "W":
                return 0
        return 0


def _only_events(clause: Clause) -> bool:
    """Tell whether a clause goes on about an event or a plan."""
    plans = {MentionType.EVENT, MentionType.POLICY, MentionType.DOCUMENT}
    return bool(clause.topic) and all(m.entity.type in plans for m in clause.topic)
