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

from kg.amounts import Amount, find_amounts
from kg.anaphora_words import EVERYWHERE
from kg.ceremonies import are_brought
from kg.chunk import Chunk, Member
from kg.context import Surroundings
from kg.context_cues import endings
from kg.discourse import Clause
from kg.document import Span
from kg.metric_names import Name, Namer, in_noun
from kg.metric_owners import OBSERVERS, Number, names_another, owners
from kg.metric_rows import Row, adjoin, row_of
from kg.metric_standing import standing
from kg.metric_words import NOT_COUNTED, OF_WARES, PASSES, RANKS, WORTH
from kg.model import MentionType, Status
from kg.paper_names import is_paper
from kg.sitting_numbers import SITTING, Figure, sitting_numbers
from kg.things import Thing, Things
from kg.worked import is_work_done

#: 某交易所沪铜合约收于66250元/吨 is told of the contract.
_CONTRACT = re.compile("合约|期货|主力|期[铜铝锌镍金银油]")
#: What only a model of car or machine has; a firm has several.
_OF_MODELS = ("续航里程", "轴距", "百公里加速", "最高时速", "最大扭矩", "电池容量", "油耗")
#: What a document itself has; other numbers in it are of what it is about.
_OF_DOCUMENTS = ("有效期", "试行期", "篇幅", "字数", "页数", "条款", "全文")
#: What is counted of a level stands before another number.
_BARE_LEVELS = frozenset({"省级", "市级", "国家级", "县级", "区级", "其他", "其它"})
#: Of a whole province or city, whoever else is spoken of.
_OF_WHOLE = ("全省", "全市", "全县", "全州")
#: What says how many of some size there are, and is no metric: 引进一批|超亿元|项目.
_SOME = ("一批", "一大批", "一系列", "一些", "若干")
#: What is told of a trade in the clauses behind; another thing's number is none of its: 纳税过亿元的企业.
_OF_TRADE = re.compile(
    "(?:[年总净月]|工业|销售|营业|主营业务|全年|规上|规模以上)*"
    "(?:产值|增加值|收入|营收|利润|利润总额|利税|税收|税金|出口|出口额|进出口|进出口额|投资|投资额|占比|比重|贡献率|增速|增幅|销售额|"
    "交易额|业务量|用电量|产量|销量|出货量|规模|市场规模|产能|企业数量?|从业人员|就业人数|毛利率|利润率|利用率|开工率|订单).{0,6}"
)
#: What kinds of firms do together has them in its name.
_OF_FIRMS = re.compile("[一-龥]{1,8}企业(?=[一-龥]{2})")
#: Units of what somebody has, which a thing told of before has not: 示范厂8家，网店6家.
_ONE_BY_ONE = frozenset({"个", "家", "户", "项", "件"})
#: The longest name of a stretch of time, longer ones are clauses.
_LONGEST_SPANNED = 10
#: How long something takes, and what is money and no time.
_SPANS = frozenset({"年", "个月", "天", "日", "周"})
#: What a plant makes in these units it will make, whatever of it is told to be new: 新建的18万吨|生产线.
_MASSES = frozenset({"吨", "立方米", "千瓦", "千瓦时", "米", "瓦"})
_BUILT = re.compile("项目|生产线|工程|基地|装置|工厂|电站|产线")
_SUMS = ("投资", "投资额", "收入", "利润", "产值", "资产", "资本", "税收", "金额")
#: Kinds of amounts that a threshold is told with: 营业收入超千亿元|的|开发区.
_THRESHOLDS = frozenset({"gt", "ge", "le", "lt", "order"})
#: Behind one of these a number is a rank: 分列二、三位.
_TO_RANK = RANKS | frozenset("上升 前移 前进 跃升 提升 晋升 下滑 后退".split())
#: No metric is called by a longer name; what is longer is a clause that was not understood.
_LONGEST_NAME = 18
#: What the books say of whose a profit is: 归属于上市公司股东的净利润.
_WHOSE = re.compile("归属于?.{2,10}?(?:股东|所有者|持有人)的")
#: What somebody is agreed or told to do, and is no metric: 有条件同意促使承配人按.
_ACT = re.compile("同意|促使|责令")
#: How what stands behind a number is read.
_BEHIND = frozenset({"metric.behind", "metric.count"})
#: What a plant does in a year, as its name says.
_CAPACITY = re.compile("年(?:产|出栏|屠宰|加工|处理|发电|回收)")
#: Ways to read a number that a thing may have.
_OF_THINGS = frozenset({"metric.value", "metric.change", "metric.same", "metric.portion"})
#: Whose books these are is no one firm: 两市公司|净利润, 同行|毛利率.
_OF_MANY = re.compile("上市公司|两市|公司们|行业|同行|企业|各家|多家|平均|板块|市场|子公司|标的|对方|[该其]")
_PERSONAL = ("持股", "持有", "表决权")
#: Who is spoken of where a report on a place gives its numbers: the place, who tells them, or where.
_OF_STATISTICS = frozenset(
    {MentionType.PLACE, MentionType.PARK, MentionType.PERSON, MentionType.EVENT, MentionType.DOCUMENT}
)
_HEADS = frozenset({"PARK", "FACILITY", "EVENT"})
#: What a place has and no line of business is.
_BROAD = frozenset({"工业", "农业", "服务业", "规上工业", "规模以上工业", "建筑业", "民营经济"})
#: Three of four numbers on pages that nobody had read were right, whether their clause names the owner or not
#: (docs/figures.md): little more than what is carried is worth.
_CONFIDENCE, _CONFIDENCE_CARRIED = 0.78, 0.75


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount with what it measures; ``cue`` covers the words that name the metric.

    A number without an owner has no ``subjects``; ``thing`` is what it measures (车用MCU), of type ``kind``.
    One that is a statistic ``of_region`` is of a place: its own, or the one that the report is about; then
    ``whole`` is its name with the trade in it (第一产业增加值), which otherwise has the number itself.
    One that was ``brought`` is of the ceremony told of before, one ``of_books`` of the page's firm; work done
    (``worked``) is of the place that the report is about. ``base`` is the label without a change.
    """

    amount: Amount
    label: str
    subjects: tuple[Member, ...]
    cue: Span | None
    time: str | None
    status: Status
    rule: str
    confidence: float
    thing: Span | None = None
    kind: MentionType = MentionType.PRODUCT
    of_region: bool = False
    whole: str = ""
    brought: bool = False
    of_books: bool = False
    worked: bool = False
    base: str = ""


def metrics(around: Surroundings, text: str) -> Iterator[Measured]:
    """Yield what the amounts of a sentence measure, in order."""
    yield from _Reading(around, text).run()


class _Reading:
    """Reads one sentence; holds the metric last named, which a change or 其中 takes up."""

    def __init__(self, around: Surroundings, text: str) -> None:
        self.around = around
        self.text = text
        self.chunks = around.chunks
        self.words = around.cues.metric
        self.namer = Namer(around, text)
        self.regional = endings(self.words["of_region"])
        self.things = Things(self.chunks, around.cues)
        self.thing: Thing | None = None
        self.built: Thing | None = None
        self.sat: frozenset[int] = frozenset()
        self.many: int | None = None
        """Where the sentence has first spoken of several firms; None until that is asked."""
        self.alone = False
        """Whether the clause that told of :attr:`thing` spoke of nothing else."""

    def run(self) -> Iterator[Measured]:
        topic: tuple[Member, ...] = ()
        sat = sitting_numbers(self.chunks, self.around.clauses, self.text)
        for index, figure in sat.items():
            yield self.of_sitting(index, figure)
        self.sat = frozenset(sat)
        for clause in self.around.clauses:
            if clause.start and self.chunks[clause.start - 1].text == "；":
                self.namer.told.named, self.namer.told.row = [], ()  # each item has its own numbers
            if clause.own and clause.topic != topic:
                self.namer.told.forget(alike=_alike(topic, clause.topic))
                topic = clause.topic
            here = self.things.subject(clause)
            if here is not None:
                self.alone = not clause.own
            if (
                here is not None
                or clause.own
                or (self.thing is not None and self.things.ends(self.thing, clause))
            ):
                self.thing = here
            yield from self.clause(clause)
            if here is not None and self.things.counts_in_row(here, clause.end):
                self.thing = None  # 省级开发区1个、研发机构9个: counted itself
            self.built = self.things.introduced(clause) or self.built

    def clause(self, clause: Clause) -> Iterator[Measured]:
        """Yield what one clause measures."""
        yield from self.capacities(clause)
        chunks = self.chunks
        amounts = [
            i
            for i in range(clause.start, clause.end)
            if i not in self.sat and _measures(chunks[i]) and not _is_rank(chunks, i)
        ]
        row = row_of(self.around, self.namer, clause, amounts)
        if row is None:
            self.namer.told.previous = None
            return
        left = clause.start
        here = self.thing if self.thing is not None and self.thing.head >= left else None
        if here is not None and not self.things.counts(here, clause.end):
            left = here.head + 1
        first: Name | None = None
        shared = self.shared(clause, amounts) if row.members else None
        for n, index in enumerate(amounts):
            amount = chunks[index].count
            if amount is None or self.embedded(index, clause.end) or self.sifts(index, clause.end):
                continue
            if row.one_metric and not amount.unit:  # 分别敛财135万、133万、79万元
                last = chunks[amounts[-1]].count
                amount = replace(amount, unit=last.unit if last is not None else "")
            if here is not None and here.first <= index <= here.head:
                if any(_measures(c) for c in chunks[here.head :]):
                    yield _number(amount, here)
                self.namer.told.listed = self.of_group(index, here)
                continue
            if index and chunks[index - 1].text == "每":
                left = index + 1  # 每10股: a rate
                continue
            name = row.names[n] if row.names else shared or (first if row.one_metric and n else None)
            if name is None:
                name = self.namer.name(clause, left, index, amount)
            if row.members and name is not None:
                name = self.without_row(clause, index, name)
            if name is not None and name.base.startswith("口") and amount.unit == "人":
                name = replace(name, base=amount.unit + name.base)  # 900多万人|口
            first = name if n == 0 else first
            left = self.behind(index, name, clause.end)
            measured = self.measured(clause, index, amount, name, row, n)
            if row.names:
                self.namer.told.row = row.names
            if measured is not None:
                yield measured

    def of_sitting(self, index: int, figure: Figure) -> Measured:
        """Return a number of a sitting: 同意9票."""
        amount = self.chunks[index].count
        assert amount is not None
        clause = self.around.clause(index)
        time, _ = standing(self.around, clause, index, Name(figure.label, SITTING, figure.cue))
        confidence = _CONFIDENCE if clause.own else _CONFIDENCE_CARRIED
        return Measured(
            amount, figure.label, figure.owners, figure.cue, time, Status.ASSERTED, SITTING, confidence
        )

    def of_group(self, index: int, group: Thing) -> Name | None:
        """Return what a group is counted as, of which its parts have some: 45个|产业集群…，其中甲省30个."""
        if group.kind is not MentionType.GROUP or index == group.head:
            return self.namer.told.listed
        words = Span(self.chunks[index + 1].span.start, group.span.end)
        return Name(words.of(self.text), "metric.count", words)

    def shared(self, clause: Clause, amounts: Sequence[int]) -> Name | None:
        """Return what numbers side by side are of, where it stands behind all: 获3亿元和2亿元订单."""
        last = amounts[-1]
        amount = self.chunks[last].count
        if amount is None or not adjoin(self.around, amounts):
            return None
        name = self.namer.name(clause, last, last, amount)
        return name if name is not None and name.rule in _BEHIND else None

    def measured(
        self, clause: Clause, index: int, amount: Amount, name: Name | None, row: Row, n: int
    ) -> Measured | None:
        """Return what the amount at ``index``, the ``n``-th of its row, measures; ``None`` if nothing."""
        named = self.owned(clause, index, amount, name, row, n)
        if named is None:
            return None
        name, owned = named
        thing, kind, whole = None, MentionType.PRODUCT, ""
        unnamed = self.unnamed(clause, index, name)
        if unnamed is not None:
            owned, thing, kind = (), unnamed.span, unnamed.kind
            whole = thing.of(self.text) + name.text if kind is MentionType.INDUSTRY else ""
        elif (broad := self.broad(clause, index, owned)) is not None:
            owned, thing, kind = (), broad, MentionType.INDUSTRY
            whole = thing.of(self.text) + name.text
        of_paper = _only_documents(owned) and not name.base.startswith(_OF_DOCUMENTS)
        if of_paper or _is_disowned(owned, name):
            owned = ()
        if thing is None and self.of_ware(clause, index, name, owned):
            thing = Span(name.thing[0].span.start, name.thing[-1].span.end)
            whole = name.text if all(c.kind == "INDUSTRY" for c in name.thing) else ""
            kind = MentionType.INDUSTRY if whole and _is_broad(name.thing) else kind
            owned = () if whole and _is_broad(name.thing) else _members(name.thing)
            name = replace(name, base=name.measure)
        trade = thing.of(self.text) if thing is not None and kind is MentionType.INDUSTRY else ""
        of_region = self.of_region(clause, amount, name, trade, of_paper=of_paper)
        unowned = self.unowned(clause, index, name.base)
        told = owned or thing or (of_region and unowned)
        brought = not told and are_brought(self.around, self.text, index, name.text)
        of_books = not told and self.of_books(clause, index, name)
        worked = not (told or brought or of_books) and unowned
        worked = worked and is_work_done(self.around, clause, index, name, self.words)
        if (
            not (told or brought or of_books or worked)
            or not name.text
            or _is_clause(name)
            or self.around.void(index)
        ):
            return None
        time, status = standing(self.around, clause, index, name)
        return Measured(
            amount,
            name.text,
            owned,
            name.span,
            row.years[n] if row.years else time,
            status,
            name.rule,
            _CONFIDENCE if clause.own else _CONFIDENCE_CARRIED,
            thing,
            kind,
            of_region,
            whole,
            brought,
            of_books,
            worked,
            name.base,
        )

    def owned(
        self, clause: Clause, index: int, amount: Amount, name: Name | None, row: Row, n: int
    ) -> tuple[Name, tuple[Member, ...]] | None:
        """Return the metric with its owners; a group is counted by itself: 12家|企业."""
        group = self.chunks[index + 1] if index + 1 < clause.end else None
        if group is not None and group.kind == "GROUP" and not group.listed:
            name, owned = Name("数量", "metric.number", group.span), group.members
        elif name is None or _is_no_value(name, amount) or self.is_base(index):
            return None
        else:
            self.namer.note(name, amount)
            number = Number(self.around, self.namer.told, clause, index, name)
            owned = (row.members[n],) if row.members else owners(number)
        return self.within(clause, index, name) or (name, owned)

    def of_ware(self, clause: Clause, index: int, name: Name, owned: Sequence[Member]) -> bool:
        """Tell whether a number is of the ware in its name and of nobody: 车用MCU|市场规模."""
        if not name.thing or self.of_unnamed(clause, index) or (owned and _is_broad(name.thing)):
            return False
        market = name.measure in OF_WARES and _elsewhere(owned)
        wares = not clause.own and _only_wares(owned)
        return not owned or name.rule == "metric.rise" or market or wares

    def broad(self, clause: Clause, index: int, owned: Sequence[Member]) -> Span | None:
        """Return the trade of all trades in a number's name that was taken for its owner: 工业|投资."""
        told = [c for c in self.chunks[clause.start : index] if c.members == tuple(owned)]
        return told[-1].span if told and told[-1].text in _BROAD else None

    def of_region(self, clause: Clause, amount: Amount, name: Name, trade: str, *, of_paper: bool) -> bool:
        """Tell whether a number is a statistic of a place, by its name behind its trade or the paper."""
        if name.rule not in _OF_THINGS and name.rule != "metric.count":
            return False
        counts = amount.unit in self.words["counter"]  # 方案明确8项任务
        issued = of_paper and not counts and all(is_paper(m.entity.name) for m in clause.topic)
        return issued or (trade + name.base).endswith(self.regional) or name.whole.endswith(self.regional)

    def is_base(self, index: int) -> bool:
        """Tell whether an amount is only what the share behind it is of: 年任务|75亿元|的|23.7%."""
        behind = self.chunks[index + 1 : index + 3]
        share = behind[1].count if len(behind) == 2 and behind[0].text == "的" else None
        return share is not None and share.unit in {"%", "‰"}

    def unowned(self, clause: Clause, index: int, base: str) -> bool:
        """Tell whether nothing that is spoken of or named in the clause can be the owner of a statistic."""
        told = all(m.entity.type in _OF_STATISTICS or OBSERVERS.search(m.entity.name) for m in clause.topic)
        return told and len(clause.topic) < 2 and not names_another(self.around, clause, index)

    def of_books(self, clause: Clause, index: int, name: Name) -> bool:
        """Tell whether a number is of a firm's books, though its line names none: 报告期内毛利率为30%."""
        if clause.topic or self.thing is not None or name.rule not in _OF_THINGS:
            return False
        if not name.base.startswith(endings(self.words["of_firm"])):
            return False
        if self.many is None:
            many = _OF_MANY.search(self.text, self.chunks[0].span.start, self.chunks[-1].span.end)
            self.many = many.end() if many is not None else len(self.text)
        return self.chunks[index].span.start < self.many and not names_another(self.around, clause, index)

    def of_unnamed(self, clause: Clause, index: int) -> bool:
        """Tell whether a number is told of a firm that the text calls 公司 and nothing else."""
        before = self.chunks[clause.start : index]
        return any(c.text in {"公司", "本公司"} and not c.members for c in before)

    def capacities(self, clause: Clause) -> Iterator[Measured]:
        """Yield what the names of plants say that they make in a year: 年产10万吨负极材料项目."""
        for index in range(clause.start, clause.end):
            chunk = self.chunks[index]
            found = _CAPACITY.search(chunk.text) if chunk.kind == "FACILITY" and not chunk.listed else None
            if found is None:
                continue
            amount = next((a for a in find_amounts(chunk.text) if a.span.start == found.end()), None)
            if amount is None or not amount.unit:
                continue
            start = chunk.span.start
            placed = replace(amount, span=Span(start + amount.span.start, start + amount.span.end))
            cue = Span(start + found.start(), start + found.end())
            status = self.around.status(index)
            status = Status.ASSERTED if status is Status.DENIED else status
            yield Measured(placed, found[0], chunk.members, cue, None, status, "metric.capacity", 0.75)

    def embedded(self, index: int, end: int) -> bool:
        """Tell whether an amount only describes what the next one counts (超10亿元项目4个)."""
        k = index + 1
        sifting = self.chunks[index].count
        if k + 1 < end and self.chunks[k].text in {"或", "或者"} and _measures(self.chunks[k + 1]):
            return self.embedded(k + 1, end)  # 50亿元|或|5亿美元以上|项目2个
        bounds = sifting is not None and sifting.kind in _THRESHOLDS
        if bounds and k < end and self.chunks[index].text.startswith("过") and in_noun(self.chunks[k]):
            return True  # 15个|过亿元|项目
        if k < end and _is_class(self.chunks[index], self.chunks[k]):
            return True
        if k < end and self.chunks[k].text == "的" and not bounds:
            return False  # 总投资9亿元|的|16个项目
        if self.chunks[index].text.endswith("级"):
            return True  # 十大千亿级|产业集群
        if k < end and self.chunks[k].text == "级":
            return True  # 三个五百亿|级|集群
        while k < end and in_noun(self.chunks[k]):
            k += 1
        if index + 1 < end and k == index + 1 and bounds:
            following = self.chunks[k].count
            return following is not None and following.unit in self.words["counter"]  # 其中超三千亿元|1个
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

    def sifts(self, index: int, end: int) -> bool:
        """Tell whether an amount only sifts the noun behind it: 营业收入超千亿元的|开发区达到10个."""
        amount, rest = self.chunks[index].count, self.chunks[index + 1 : end]
        bounded = amount is not None and amount.kind in _THRESHOLDS and amount.unit != "%"
        measured = index > 0 and any(
            c.tag in {"n", "nz", "vn"} for c in self.chunks[max(index - 2, 0) : index]
        )
        noun = len(rest) > 2 and rest[0].text == "的" and rest[1].kind == "W" and rest[1].tag in {"n", "nz"}
        passed = index > 0 and self.chunks[index - 1].text in PASSES
        if noun and passed and amount is not None and amount.is_money:
            told = next((c for c in rest[2:] if c.text not in self.words["reach"]), None)
            return told is not None and told.count is not None  # 过亿元|的|项目|16个
        return bounded and measured and noun

    def unnamed(self, clause: Clause, index: int, name: Name) -> Thing | None:
        """Return the thing without a name that an amount is of, if it is of one.

        It is described by the amount (年产能80万台的|整机工厂), is the clause's subject, or was told of
        before: then it has the numbers that only it can have (海外工厂已投产，|年产能20万台), a group all.
        """
        group = self.thing is not None and self.thing.whole and self.thing.kind is MentionType.GROUP
        counts = group and name.rule == "metric.count"  # 38个集群…，建成18家创新中心
        if (name.rule not in _OF_THINGS and not counts) or name.base.startswith(_PERSONAL):
            return None
        if name.whole:
            return None  # 其中，农业|46亿元: a part, which is no owner
        described = (
            self.things.worth(index, clause.end)
            if name.base in WORTH
            else self.things.described(index, clause.end)
        )
        if described is not None and name.rule == "metric.value":
            return described
        of_thing = name.base.startswith((*endings(self.words["of_thing"]), *endings(self.words["of_plant"])))
        thing = self.thing
        if thing is not None and clause.start <= thing.head:
            counted = self.things.count(thing, clause.end)
            theirs = counted == clause.end or (of_thing and counted < index and self.is_money(index))
            return thing if index > thing.head and theirs else None  # 产业项目|30个、总投资60亿元
        if clause.own:
            return None
        if thing is not None and thing.kind is MentionType.INDUSTRY and name.rule == "metric.value":
            thing = thing if _OF_TRADE.fullmatch(name.base) else None
        if thing is not None and thing.head < clause.start and _OF_FIRMS.match(name.base):
            return None  # 规模以上企业产值3亿元；高新技术企业|产值2亿元
        world = bool(clause.topic) and all(m.entity.name in EVERYWHERE for m in clause.topic)
        count = self.chunks[index].count
        alone = self.alone and (count is None or count.unit not in _ONE_BY_ONE)
        if thing is not None and (of_thing or thing.whole or world or alone):
            return thing
        return self.built if of_thing else None

    def is_money(self, index: int) -> bool:
        """Tell whether the amount at ``index`` is a sum."""
        count = self.chunks[index].count
        return count is not None and count.is_money

    def behind(self, index: int, name: Name | None, end: int) -> int:
        """Return where the next amount's words begin: behind the noun that this one counts."""
        left = index + 1
        if name is not None and name.rule == "metric.paid":
            return left  # 以3亿元|转让乙30%股权: the verb names both numbers
        if name is not None and name.span is not None and name.span.start >= self.chunks[index].span.end:
            while left < end and self.chunks[left].span.end <= name.span.end:
                left += 1
        return left

    def without_row(self, clause: Clause, index: int, name: Name) -> Name:
        """Return the metric without the row it is dealt out among: 甲业、乙业|增加值分别增长3%、5%."""
        rows = (c.text for c in self.chunks[clause.start : index] if c.listed)
        row = next((text for text in rows if name.base.startswith(text)), "")
        base = name.base.removeprefix(row).lstrip("的")
        return replace(name, base=base) if row and base else name

    def within(self, clause: Clause, index: int, name: Name) -> tuple[Name, tuple[Member, ...]] | None:
        """Return metric and owner where the name begins with the owner: 青芽铁路|货运量."""
        if name.span is None or name.rule not in {"metric.value", "metric.change"}:
            return None
        start = name.span.start
        head = next((c for c in self.chunks[clause.start : index] if c.span.start == start), None)
        if head is None or head.kind not in _HEADS or len(head.members) != 1 or head.members[0].anaphor:
            return None
        base = name.base.removeprefix(head.text).lstrip("的")
        return (replace(name, base=base), head.members) if 1 < len(base) < len(name.base) else None


def _is_broad(thing: Sequence[Chunk]) -> bool:
    """Tell whether a thing is the trade of all trades, which is no owner."""
    return len(thing) == 1 and thing[0].text in _BROAD


def _is_class(amount: Chunk, behind: Chunk) -> bool:
    """Tell whether a bare power only says of what class the noun behind it is: 千亿|产业集群."""
    power = amount.count is not None and amount.count.kind == "order" and amount.text.endswith(("亿", "万"))
    return power and in_noun(behind) and behind.text not in {"大关", "关口", "门槛", "元", "的"}


def _is_clause(name: Name) -> bool:
    """Tell whether what was taken for a name is too long for one, without whose profit it is, or an act."""
    return len(_WHOSE.sub("", name.base)) > _LONGEST_NAME or _ACT.search(name.base) is not None


def _number(amount: Amount, thing: Thing) -> Measured:
    """Return the number of a group that has no other name: 28个重点项目."""
    asserted, rule = Status.ASSERTED, "metric.number"
    return Measured(amount, "数量", (), thing.span, None, asserted, rule, 0.75, thing.span, thing.kind)


#: What comes first of its kind is described by its size: 全国首台|600吨|起重机.
_FIRST_OF = re.compile("(?:首|第一|最大|最长|最高)(?:[台座条套艘架辆枚颗栋幢]|个|款)(?:套|级)?$")


def _is_no_value(name: Name, amount: Amount) -> bool:
    """Tell whether an amount counts parts of a text or is a time beside a sum: 总投资10亿元，预计2年竣工."""
    if name.base in _BARE_LEVELS or name.base.endswith(_SOME):
        return True  # 国家级中心5家、省级|20家
    if name.rule == "metric.count" and (name.base.endswith(NOT_COUNTED) or "了" in name.base):
        return True
    if name.rule == "metric.behind" and amount.unit in _MASSES and _BUILT.search(name.base):
        return True  # 新建的18万吨|饲料生产线项目: what it will make, not what there is
    if name.rule == "metric.value" and _FIRST_OF.search(name.base):
        return True
    if amount.unit in _SPANS and len(name.base) > _LONGEST_SPANNED and "用" not in name.base[-2:]:
        return True  # 某公司为园区商户和企业减免|3个月|租金
    return amount.unit in _SPANS and (name.rule == "metric.same" or name.base.endswith(_SUMS))


def _is_disowned(owned: Sequence[Member], name: Name) -> bool:
    """Tell whether a value is not of those said to own it: of what is traded there, of a model."""
    if name.base.startswith(_OF_WHOLE) and any(m.entity.type is not MentionType.PLACE for m in owned):
        return True  # 全省示范基地总数 is of no zone that is spoken of
    traded = _only_exchanges(owned) and _CONTRACT.search(name.base) is not None
    return traded or (_only_firms(owned) and name.base.endswith(_OF_MODELS))


def _is_rank(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether an amount is a place in a ranking, or how rare a flood is: 分列二、三位, 50年|一遇."""
    amount = chunks[index].count
    if "".join(c.text for c in chunks[index + 1 : index + 3]).startswith("一遇"):
        return True
    before = {c.text for c in chunks[max(index - 4, 0) : index]}
    if amount is not None and amount.unit in {"%", "‰"} and chunks[index - 1].text == "前":
        return True  # 进入全球前|百分之一
    return amount is not None and amount.unit in {"位", "名"} and bool(_TO_RANK & before)


def _alike(one: Sequence[Member], other: Sequence[Member]) -> bool:
    """Tell whether two topics are things of one type, both named, the first a single one."""
    named = len(one) == 1 <= len(other) and not any(m.anaphor for m in other)
    return named and all(m.entity.type is one[0].entity.type for m in other)


def _elsewhere(owners: Sequence[Member]) -> bool:
    """Tell whether all the world is said to be the owner, or who only speaks of a market."""
    return all(m.entity.name in EVERYWHERE or m.entity.type is MentionType.PERSON for m in owners)


def _only_wares(owners: Sequence[Member]) -> bool:
    """Tell whether only wares are said to be owners, of which another one's number is not."""
    return all(m.entity.type is MentionType.PRODUCT for m in owners)


def _only_exchanges(owners: Sequence[Member]) -> bool:
    """Tell whether only exchanges are said to be owners; what is traded there has the price."""
    return bool(owners) and all(m.entity.name.endswith(("交易所", "港交所", "上期所")) for m in owners)


def _only_firms(owners: Sequence[Member]) -> bool:
    """Tell whether only firms are said to be owners."""
    return bool(owners) and all(m.entity.type is MentionType.ORG for m in owners)


def _only_documents(owners: Sequence[Member]) -> bool:
    """Tell whether only documents are said to be owners; what they tell of has the numbers."""
    return bool(owners) and all(m.entity.type is MentionType.DOCUMENT for m in owners)


def _members(chunks: Sequence[Chunk]) -> tuple[Member, ...]:
    """Return the things that a single chunk names, nothing for several chunks."""
    return chunks[0].members if len(chunks) == 1 else ()


#: 揭牌两周年, 直径450毫米 and 同意9票 are no metrics of what acts; votes are a sitting's.
_NO_METRICS = frozenset({"周年", "毫米", "厘米", "英寸", "寸", "票"})


def _measures(chunk: Chunk) -> bool:
    amount = chunk.count if chunk.kind == "AMOUNT" else None
    return amount is not None and amount.is_measure and amount.unit not in _NO_METRICS
