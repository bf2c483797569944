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
from itertools import pairwise

from kg.amounts import Amount, find_amounts
from kg.chunk import Chunk, Member
from kg.context import Surroundings
from kg.discourse import EVERYWHERE, PUBLIC, Clause
from kg.document import Span
from kg.entities import is_paper
from kg.mentions import CANDIDATE
from kg.metric_names import Name, Namer, in_noun
from kg.metric_words import GRADED, GRADES, LAND, OF_WARES, WORTH
from kg.model import MentionType, Status
from kg.things import Thing, Things

_YEARS = re.compile(r"([12][0-9]{3})(?:-01(?:-01)?)?/([12][0-9]{3})(?:-12(?:-31)?)?$")
_OPINIONS = frozenset(
    {"报道", "认为", "指出", "判断", "分析", "看来", "测算", "统计", "估算", "预测", "估计"}
)
#: Behind one of these a number is a rank: 分列二、三位.
#: Which values of a firm an analyst speaks of.
_RATINGS = ("目标价", "目标股价", "盈利预测", "净利润预测", "营收预测", "评级")
#: Bodies whose numbers are of others: what they publish is no value of theirs.
_OBSERVERS = re.compile(
    r"(?:统计局|统计署|海关总署|[工信务政通业村康化技育输源境]部|发改委|改革委|能源局|民航局|央行|人民银行|[监协学]会|联盟|研究院|研究所|咨询|智库|乘联会|中汽协|资讯|数据|证券|平台"
    r"|国务院|国务院办公厅|总局|日报|晚报|晨报|早报|商报|时报|周刊|新华网|新华社|人民网|中新网|通讯社|电视台)$"
)
_PUBLISHES = frozenset({"公布", "发布", "通报", "介绍", "披露", "显示", "称", "表示", "预计", "数据"})
_MAKES_PUBLIC = frozenset({"公布", "公布了", "发布", "发布了", "公示", "公示了", "印发", "印发了", "下发"})
#: Verbs behind which a body tells what shall be, of others: 某部印发意见，提出规模化率达到58%.
_DIRECTS = frozenset({"提出", "明确", "要求", "规定", "确定"})
#: 某交易所沪铜合约收于66250元/吨 is told of the contract.
_CONTRACT = re.compile("合约|期货|主力|期[铜铝锌镍金银油]")
#: What only a model of car or machine has; a firm has several.
_OF_MODELS = ("续航里程", "轴距", "百公里加速", "最高时速", "最大扭矩", "电池容量", "油耗")
#: What a document itself has; other numbers in it are of what it is about.
_OF_DOCUMENTS = ("有效期", "试行期", "篇幅", "字数", "页数", "条款", "全文")
#: Whose money it was, or whom one serves, stands behind one of these: 收受|某某|4万元感谢费.
_TAKES = frozenset({"收受", "索取", "索要", "挪用", "骗取", "任职", "就职", "供职"})
_TURNS_OUT = frozenset({"实际", "最终", "而", "但", "年报", "显示", "上年同期", "去年同期"})
#: What of a deal that comes to nothing is told is denied with it: 终止收购乙51%股权.
_GIVES_UP = frozenset({"终止", "取消", "放弃", "撤回", "终止了"})
_CONDEMNS = frozenset({"判处", "判决", "判处了"})
#: What a body has now, whatever year was told of before: 2003年改制，占地320亩，员工2100人.
_STANDING = tuple(
    "占地 规划面积 规划范围 面积 总面积 建筑面积 校园面积 员工 职工 教职工 专任教师 在校生 在校学生 床位 "
    "注册资本 固定人员 在职员工 现有 馆藏 藏书 全长 总长 设计年 校舍 研发人员 科研人员".split()
)
#: A name behind one of these is not whose the number is: 对甲罚款, 占甲总股本, 被甲罚款.
_AIMS = frozenset({"对", "向", "占", "被", "遭"})
#: Before the books of a year are closed its results are only expected.
_EXPECTS = frozenset({"预计", "预计将", "预告", "业绩预告", "预盈", "预亏", "预增", "预减"})
#: What is spared or won 为 somebody: 为某市|节省|支出200万元.
_SPARES = frozenset({"节省", "节约", "挽回", "减免", "追回", "增收", "筹集", "筹资", "募集"})
#: Kinds of amounts that a threshold is told with: 营业收入超千亿元|的|开发区.
_THRESHOLDS = frozenset({"gt", "ge", "le", "lt", "order"})
_RANKS = frozenset(
    {
        "上升",
        "前移",
        "前进",
        "跃升",
        "提升",
        "晋升",
        "下滑",
        "后退",
        "列",
        "分列",
        "排",
        "排名",
        "位列",
        "居",
        "位居",
        "名列",
        "跻身",
    }
)
#: What only a firm or another body has.
_OF_FIRMS = ("注册资本", "注册资金", "实缴资本", "总资产", "净资产", "员工", "营业收入", "总股本")
_FIRMS = frozenset({MentionType.ORG, MentionType.PARK})
#: What only a piece of land has.
_OF_LAND = (
    "土地面积",
    "宗地面积",
    "出让面积",
    "容积率",
    "楼面",
    "折合楼面",
    "用地面积",
    "绿地率",
    "建筑密度",
)
#: Behind one of these stands where a thing is, not a thing.
_LIES = frozenset(
    {"选址", "选址于", "位于", "落户", "落户于", "坐落于", "坐落", "落址", "设在", "地处", "建在", "落地"}
)
#: The subject of one of these does not deal itself: 获股东乙增持, 遭股东丙减持.
_BEARS = frozenset({"获", "获得", "遭", "遭到", "被", "由", "经"})
_RENAMES = frozenset({"变更为", "更名为", "为", "改名为", "是", "系"})
_WAS = frozenset({"前身", "原名", "曾用名"})
#: No metric is called by a longer name; what is longer is a clause that was not understood.
_LONGEST_NAME = 18
#: What a plant does in a year, as its name says.
_CAPACITY = re.compile("年(?:产|出栏|屠宰|加工|处理|发电|回收)")
#: Ways to read a number that a thing may have.
_OF_THINGS = frozenset({"metric.value", "metric.change", "metric.same", "metric.portion"})
_PERSONAL = ("持股", "持有", "表决权")
#: What no firm has.
_ONLY_OF_PLACES = (
    "增加值",
    "生产总值",
    "GDP",
    "消费品零售总额",
    "预算收入",
    "预算支出",
    "可支配收入",
    "城镇新增就业",
)
#: Who is spoken of where a report on a place gives its numbers: the place, who tells them, or where.
_OF_STATISTICS = frozenset(
    {MentionType.PLACE, MentionType.PARK, MentionType.PERSON, MentionType.EVENT, MentionType.DOCUMENT}
)
_OWNERS = frozenset({"PLACE", "ORG", "PARK", "GROUP", "FACILITY", "PERSON", "EVENT"})
_HEADS = frozenset({"PARK", "FACILITY", "EVENT"})
_THINGS = frozenset({"FACILITY", "PRODUCT", "PARK", "ORG", "POLICY", "EVENT"})


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount with what it measures; ``cue`` covers the words that name the metric.

    A number without an owner has no ``subjects``; ``thing`` is what it measures (车用MCU), of type ``kind``.
    One that is a statistic ``of_region`` is of a place: its own, or the one that the report is about.
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


def metrics(around: Surroundings, text: str) -> Iterator[Measured]:
    """Yield what the amounts of a sentence measure, in order."""
    yield from _Reading(around, text).run()


class _Reading:
    """Reads one sentence; holds the metric last named, which a change or 其中 takes up."""

    def __init__(self, around: Surroundings, text: str) -> None:
        self.around = around
        self.chunks = around.chunks
        self.words = around.cues.metric
        self.namer = Namer(around, text)
        self.rated: tuple[Member, ...] = ()
        self.regional = tuple(sorted(self.words["of_region"]))
        self.things = Things(self.chunks, around.cues)
        self.thing: Thing | None = None
        self.built: Thing | None = None
        self.alone = False
        """Whether the clause that told of :attr:`thing` spoke of nothing else."""

    def run(self) -> Iterator[Measured]:
        topic: tuple[Member, ...] = ()
        for clause in self.around.clauses:
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
            self.built = self.things.introduced(clause) or self.built

    def clause(self, clause: Clause) -> Iterator[Measured]:
        """Yield what one clause measures."""
        chunks = self.chunks
        yield from self.capacities(clause)
        amounts = [
            i for i in range(clause.start, clause.end) if _measures(chunks[i]) and not _is_rank(chunks, i)
        ]
        dealt = self.dealt(clause, amounts)
        years = self.years(amounts) if dealt is None else ()
        taken = self.taken(clause, amounts) if dealt is None and not years else ()
        if not dealt and not years and not clause.own and self.in_row(amounts):
            taken = self.taken(clause, amounts)  # 产销2辆和1辆，同比增长3%和5%
        if dealt is None and not years and not taken:
            taken = self.namer.dealt(clause, amounts)
        if dealt is None and not years and not taken:
            self.namer.told.previous = None
            return
        left = clause.start
        here = self.thing if self.thing is not None and self.thing.head >= left else None
        if here is not None and not self.things.counts(here, clause.end):
            left = here.head + 1
        first: Name | None = None
        for n, index in enumerate(amounts):
            amount = self.chunks[index].count
            if amount is None or self.embedded(index, clause.end) or self.sifts(index, clause.end):
                continue
            if dealt and not amount.unit:  # 分别敛财135万、133万、79万元
                amount = replace(amount, unit=self.unit_of_row(amounts))
            if here is not None and here.first <= index <= here.head:
                if any(_measures(c) for c in self.chunks[here.head :]):
                    yield self.number(amount, here)
                continue
            if index and self.chunks[index - 1].text == "每":
                left = index + 1  # 每10股: a rate
                continue
            if taken:
                name: Name | None = taken[n]
            else:
                again = first if (dealt or years) and n else None
                name = again or self.namer.name(clause, left, index, amount)
            first = name if n == 0 else first
            left = self.behind(index, name, clause.end)
            group = self.chunks[index + 1] if index + 1 < clause.end else None
            if group is not None and group.kind == "GROUP" and not group.listed:
                name, owners = Name("数量", "metric.number", group.span), group.members
            elif name is None:
                continue
            else:
                self.namer.note(name, amount)
                owners = (dealt[n],) if dealt else self.owners(clause, index, name)
            within = self.within(clause, index, name)
            if within is not None:
                name, owners = within
            unnamed = self.unnamed(clause, index, name)
            if unnamed is not None:
                owners = ()
            of_paper = _only_documents(owners) and not name.base.startswith(_OF_DOCUMENTS)
            traded = _only_exchanges(owners) and _CONTRACT.search(name.base) is not None
            of_model = _only_firms(owners) and name.base.endswith(_OF_MODELS)
            owners = () if of_paper or traded or of_model else owners
            thing = unnamed.span if unnamed is not None else None
            kind = unnamed.kind if unnamed is not None else MentionType.PRODUCT
            if (
                thing is None
                and name.thing
                and not self.of_unnamed(clause, index)
                and (
                    not owners
                    or name.rule == "metric.rise"
                    or (name.measure in OF_WARES and _elsewhere(owners))
                    or (not clause.own and _only_wares(owners))
                )
            ):
                name, owners = replace(name, base=name.measure), _members(name.thing)
                thing = Span(name.thing[0].span.start, name.thing[-1].span.end)
            counts = amount.unit in self.words["counter"]  # 方案明确8项任务
            issued = of_paper and all(is_paper(m.entity.name) for m in clause.topic)
            of_region = name.base.endswith(self.regional) or (issued and not counts)
            of_region = of_region and (name.rule in _OF_THINGS or name.rule == "metric.count")
            if (
                (owners or thing or (of_region and self.unowned(clause, index, name.base)))
                and name.text
                and len(name.base) <= _LONGEST_NAME
                and not self.around.void(index)
            ):
                time, status = self.stands(clause, index, name)
                time = years[n] if years else time
                confidence = 0.85 if clause.own else 0.75
                told = (
                    amount,
                    name.text,
                    owners,
                    name.span,
                    time,
                    status,
                    name.rule,
                    confidence,
                    thing,
                    kind,
                )
                yield Measured(*told, of_region=of_region)

    def unowned(self, clause: Clause, index: int, base: str) -> bool:
        """Tell whether nothing that is spoken of or named in the clause can be the owner of a statistic."""
        told = all(m.entity.type in _OF_STATISTICS or _OBSERVERS.search(m.entity.name) for m in clause.topic)
        return told and len(clause.topic) < 2 and not self.names_another(clause, index)

    def of_unnamed(self, clause: Clause, index: int) -> bool:
        """Tell whether a number is told of a firm that the text calls 公司 and nothing else."""
        before = self.chunks[clause.start : index]
        return any(c.text in {"公司", "本公司"} and not c.members for c in before)

    def capacities(self, clause: Clause) -> Iterator[Measured]:
        """Yield what the names of plants say that they make in a year: 年产10万吨负极材料项目."""
        for index in range(clause.start, clause.end):
            chunk = self.chunks[index]
            found = _CAPACITY.search(chunk.text) if chunk.kind == "FACILITY" and not chunk.listed else None
            at = found.end() if found is not None else 0
            amount = next((a for a in find_amounts(chunk.text) if a.span.start == at > 0), None)
            if found is None or amount is None or not amount.unit:
                continue
            start = chunk.span.start
            placed = replace(amount, span=Span(start + amount.span.start, start + amount.span.end))
            cue = Span(start + found.start(), start + found.end())
            status = self.around.status(index)
            status = Status.ASSERTED if status is Status.DENIED else status
            yield Measured(placed, found[0], chunk.members, cue, None, status, "metric.capacity", 0.75)

    def number(self, amount: Amount, thing: Thing) -> Measured:
        """Return the number of a group that has no other name: 28个重点项目."""
        return Measured(
            amount,
            "数量",
            (),
            thing.span,
            None,
            Status.ASSERTED,
            "metric.number",
            0.75,
            thing.span,
            thing.kind,
        )

    def embedded(self, index: int, end: int) -> bool:
        """Tell whether an amount only describes what the next one counts (超10亿元项目4个)."""
        k = index + 1
        if k < end and self.chunks[k].text == "级":
            return True  # 三个五百亿|级|集群
        while k < end and in_noun(self.chunks[k]):
            k += 1
        sifting = self.chunks[index].count
        if index + 1 < end and k == index + 1 and sifting is not None and sifting.kind in _THRESHOLDS:
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
        return bounded and measured and noun

    def unnamed(self, clause: Clause, index: int, name: Name) -> Thing | None:
        """Return the thing without a name that an amount is of, if it is of one.

        It is described by the amount (年产能80万台的|整机工厂), is the clause's subject, or was told of
        before: then it has the numbers that only it can have (海外工厂已投产，|年产能20万台), a group all.
        """
        if name.rule not in _OF_THINGS or name.base.startswith(_PERSONAL):
            return None
        described = (
            self.things.worth(index, clause.end)
            if name.base in WORTH
            else self.things.described(index, clause.end)
        )
        if described is not None and name.rule == "metric.value":
            return described
        of_thing = name.base.startswith(tuple(self.words["of_thing"] | self.words["of_plant"]))
        thing = self.thing
        if thing is not None and clause.start <= thing.head:
            return thing if index > thing.head and not self.things.counts(thing, clause.end) else None
        if clause.own:
            return None
        world = bool(clause.topic) and all(m.entity.name in EVERYWHERE for m in clause.topic)
        if thing is not None and (of_thing or thing.whole or world or self.alone):
            return thing
        return self.built if of_thing else None

    def behind(self, index: int, name: Name | None, end: int) -> int:
        """Return where the next amount's words begin: behind the noun that this one counts."""
        left = index + 1
        if name is not None and name.rule == "metric.paid":
            return left  # 以3亿元|转让乙30%股权: the verb names both numbers
        if name is not None and name.span is not None and name.span.start >= self.chunks[index].span.end:
            while left < end and self.chunks[left].span.end <= name.span.end:
                left += 1
        return left

    def stands(self, clause: Clause, index: int, name: Name) -> tuple[str | None, Status]:
        """Return the time and the status of the amount at ``index``."""
        around, rule = self.around, name.rule
        carried = rule != "metric.fine"  # 因2017年虚增收入，被罚款30万元: fined later
        state = rule == "metric.share" or name.text.startswith(_STANDING)
        time = around.time(index, carried=carried, state=state)
        if index and self.chunks[index - 1].text in {"从", "由", "自"}:
            return time, Status.FORMER
        if (
            index > 2
            and self.chunks[index - 1].text == "的"
            and self.chunks[index - 3].text in {"从", "由", "自"}
        ):
            then = around.at(index - 2)  # 由上年同期的3亿元降至1亿元
            return (then.iso if then is not None else time), Status.FORMER
        if rule == "metric.forecast":
            return time, Status.PLANNED
        status = around.status(index)
        if status is Status.DENIED:
            given_up = not _GIVES_UP.isdisjoint(c.text for c in self.chunks[clause.start : index])
            return (time, status) if given_up else (time, Status.ASSERTED)
        told = any(
            c.text in {"已", "已经", "累计", "现有", "目前"} for c in self.chunks[clause.start : index]
        )
        if status is Status.ASSERTED and not told and around.planned_before(index):
            status = Status.PLANNED
        if status is Status.ASSERTED and around.decided(index):
            status = Status.PLANNED  # 会议同意出资5000万元
        if status is Status.ASSERTED and time is not None and around.future(time):
            status = Status.PLANNED
        elif (
            status is Status.PLANNED and time is not None and around.past(time) and not self.forecast(clause)
        ):
            status = Status.ASSERTED
        elif status is Status.PLANNED and time is not None and around.told_on(time):
            time = None
        return time, status

    def forecast(self, clause: Clause) -> bool:
        """Tell whether a sentence only expects figures, even of a year that is over: 预计2022年盈利3亿元."""
        for chunk in reversed(self.chunks[: clause.end]):
            if chunk.text in _EXPECTS or chunk.text in _TURNS_OUT:
                return chunk.text in _EXPECTS
        return False

    def dealt(self, clause: Clause, amounts: Sequence[int]) -> tuple[Member, ...] | None:
        """Return the coordinated subjects whose numbers are dealt out in order (分别, 依次).

        Empty where nothing is dealt, ``None`` where numbers are dealt out among things no mention names.
        """
        if len(amounts) < 2 or not self.words["deal"] & {
            c.text for c in self.chunks[clause.start : clause.end]
        }:
            return ()
        told = [n.base for n in self.namer.told.named]
        if not clause.own and len(told) == len(amounts) == len(set(told)):
            return ()  # 甲、乙等景区接待游客…，旅游收入…，分别增长3%和5%: dealt out to these
        for chunk in self.chunks[clause.start : amounts[0]]:
            listed = chunk.row or (chunk.members if chunk.listed else ())
            if len(listed) == len(amounts):
                return listed
        before = self.around.clauses[: self.around.clauses.index(clause)]
        last = self.chunks[before[-1].end - 1] if before and not clause.own else None
        if last is not None and last.listed and len(last.members) == len(amounts):
            return last.members  # 前三大股东分别为甲、乙和丙，持股比例分别为…
        return clause.topic if len(amounts) == len(clause.topic) else None

    def unit_of_row(self, amounts: Sequence[int]) -> str:
        """Return the unit that numbers in a row share, which only the last is printed with."""
        last = self.chunks[amounts[-1]].count
        return last.unit if last is not None else ""

    def in_row(self, amounts: Sequence[int]) -> bool:
        """Tell whether amounts follow each other with nothing but 和 or 、 between them."""
        joints = [self.chunks[a + 1 : b] for a, b in pairwise(amounts)]
        return bool(joints) and all(len(j) == 1 and j[0].text in {"和", "、", "与", "及"} for j in joints)

    def years(self, amounts: Sequence[int]) -> tuple[str, ...]:
        """Return the years that numbers are dealt out among: 2019年至2020年，净利润分别为1亿元和2亿元."""
        time = self.around.time(amounts[0], carried=True) or ""
        ends = _YEARS.match(time)
        if ends is None:
            return ()
        years = tuple(str(y) for y in range(int(ends[1]), int(ends[2]) + 1))
        return years if len(years) == len(amounts) else ()

    def taken(self, clause: Clause, amounts: Sequence[int]) -> tuple[Name, ...]:
        """Return the metrics just named that changes are dealt out to: 吞吐量…，集装箱…，分别增长3%和5%."""
        chunks = self.chunks
        amount = chunks[amounts[0]].count
        if clause.own or amount is None or len(self.namer.told.named) != len(amounts):
            return ()
        first = self.namer.name(clause, clause.start, amounts[0], amount)
        if first is None or not first.change:
            return ()
        change = first.change.removeprefix("分别")
        return tuple(Name(n.base, first.rule, first.span, change) for n in self.namer.told.named)

    def owners(self, clause: Clause, index: int, name: Name) -> tuple[Member, ...]:
        """Return what an amount is measured of.

        The topic; for a fine whoever 对 points at; for 总投资 and the like the thing just named.
        """
        chunks = self.chunks
        if any(c.text in self.words["fine"] for c in chunks[clause.start : index + 2]):
            fined = self.fined(index)
            passive = any(c.text in {"被", "遭", "受到"} for c in chunks[clause.start : index])
            regulates = clause.topic and all(PUBLIC.search(m.entity.name) for m in clause.topic)
            summed = self.words["together"] & {c.text for c in chunks[clause.start : index]}
            counts = (
                summed or self.namer.told.named or self.namer.told.listed is not None
            )  # 某局查处机构31家，罚没1200万元
            if not fined and any(c.text in _CONDEMNS for c in chunks[:index]):
                return self.condemned(clause, index)  # 判处某某有期徒刑十年，并处罚金200万元
            if fined or (regulates and not passive and not counts):
                return fined
        if name.rule == "metric.sentence":
            return self.condemned(clause, index)
        if name.rule in {"metric.share", "metric.same"}:
            holder = self.holder(index)
            if holder:
                return holder
        if name.rule == "metric.share" and len(clause.topic) > 1:
            through = self.through(clause, index)
            if through:
                return through
        if name.rule in {"metric.share", "metric.stock"}:
            agent = self.agent(clause, index)
            if agent:
                return agent
        if name.rule == "metric.paid":
            k = next((k for k in range(clause.start, index) if chunks[k].text == "由"), -1)
            if k >= 0:  # 由某某|以3亿元|购得
                return chunks[k + 1].members if chunks[k + 1].kind in {"ORG", "PERSON"} else ()
        spared = self.spared(clause, index)
        if spared:
            return spared
        described = self.described(index) if name.rule == "metric.value" else ()
        if described or (name.base == LAND and self.chunks[index + 1].text == "的"):
            return described  # of what is built, never of who builds it
        if name.rule != "metric.share":
            graded = self.graded(clause, index, name)
            if graded:
                return graded
        if any(self.namer.stands_in(c) and not c.members for c in chunks[clause.start : index]):
            return ()
        if clause.own and clause.at < index:
            return () if self.opines(clause.topic, clause.at, index) else clause.topic
        before = self.around.clauses[: self.around.clauses.index(clause)]
        if clause.own:
            return before[-1].topic if before else ()
        if not any(c.own for c in before):
            return ()  # no clause of this sentence says what it is about
        spoken = next(c for c in reversed(before) if c.own)
        watches = all(_OBSERVERS.search(m.entity.name) for m in clause.topic)
        heads = spoken.end - spoken.start == 1 and chunks[spoken.end].text == "："  # 国家邮政局：7月业务量…
        papers = watches and any(c.text in _MAKES_PUBLIC for c in chunks[spoken.at : spoken.end])
        if watches and (heads or papers or chunks[spoken.end - 1].text in _PUBLISHES):
            return ()  # 国家统计局公布，社会消费品零售总额…; 某部公布名单，共有20家…
        if watches and any(c.text in _DIRECTS for c in chunks[spoken.at : index]):
            return ()  # 某部印发意见，提出规模化率达到58%
        said = max((c.at for c in before if c.own), default=0)
        if chunks[before[-1].end - 1].text in _OPINIONS or self.opines(clause.topic, said, index):
            return ()  # 甲证券认为，今年日均成交额…: whoever has an opinion is not measured
        shown = any(c.text in _MAKES_PUBLIC for c in chunks[spoken.at : spoken.end])
        if shown and chunks[before[-1].end - 1].kind == "DOCUMENT" and _only_events(clause.topic):
            return ()  # 大会发布目录，收录仪器3万台
        if amount_of_age(chunks[index]) and not any(
            m.entity.type is MentionType.PERSON for m in clause.topic
        ):
            return ()
        if name.rule not in {"metric.share", "metric.away"} and self.names_another(clause, index):
            return ()
        if name.base.startswith(_OF_LAND) and clause.topic and clause.topic[0].entity.type in _FIRMS:
            return ()  # 竞得一宗土地，土地面积8万平方米: of the land
        if before and name.base.startswith(tuple(sorted(self.words["of_plant"]))):
            last = chunks[before[-1].end - 1]
            if last.kind == "FACILITY" and len(last.members) == 1:
                return last.members  # 中标乙焚烧项目，处理规模1500吨/日
        if before and name.base.startswith(tuple(sorted(self.words["of_thing"]))):
            things = {"DOCUMENT"} if name.base == "有效期" else _THINGS
            things = {"ORG", "PARK"} if name.base.startswith(_OF_FIRMS) else things
            for earlier in reversed(before[-3:]):
                last = chunks[earlier.end - 1]
                named = chunks[earlier.end - 2].text if earlier.end - 2 >= earlier.start else ""
                if any(c.text in _WAS for c in chunks[earlier.start : earlier.end]):
                    continue  # 前身为1988年成立的甲公司
                if named in _LIES or any(c.text in _LIES for c in chunks[earlier.start : earlier.end]):
                    continue
                honour = last.kind == "POLICY" and last.mention is not None and last.mention.score < CANDIDATE
                copula = any(c.text in {"是", "系"} for c in chunks[earlier.start : earlier.end])
                if named.endswith("为") or (last.kind in {"POLICY", "GROUP"} and copula):
                    continue  # 升级为国家级高新区，规划面积…
                if last.kind in things and last.members and named not in _RENAMES and not honour:
                    return last.members
        if self.other_agent(clause, index):
            return ()
        shared = self.words["deal"] | self.words["each"]
        if not any(m.anaphor for m in clause.topic):
            shared |= self.words["together"]
        if len(clause.topic) > 1 and not shared & {c.text for c in chunks[clause.start : index]}:
            if amount_is_rate(chunks[index], name):
                return clause.topic  # a rate is each one's, never of all together
            single = (c.topic for c in reversed(before) if len(c.topic) == 1)
            return next(single, ()) if name.base.startswith(_OF_FIRMS) else ()
        if name.base.startswith(tuple(self.words["of_firm"])) and _only_things(clause.topic):
            firms = (c.topic for c in reversed(before) if any(m.entity.type in _FIRMS for m in c.topic))
            return next(firms, clause.topic)  # 甲公司说，乙厂已投产；毛利率回升到15%
        if name.base.startswith(_OF_FIRMS) and all(m.entity.type is MentionType.PERSON for m in clause.topic):
            firms = (c.topic for c in reversed(before) if any(m.entity.type in _FIRMS for m in c.topic))
            return next(firms, ())  # 法定代表人某某，注册资本5000万元
        return clause.topic

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

    def holder(self, index: int) -> tuple[Member, ...]:
        """Return who holds a share, where that stands behind it: 其余45%由乙持有."""
        behind = self.chunks[index + 1 : index + 4]
        told = index > 0 and behind and behind[0].text in {"持股", "控股"}
        if told and self.chunks[index - 1].kind in {"ORG", "PERSON"}:
            return self.chunks[index - 1].members  # 由乙100%持股
        passive = len(behind) == 3 and behind[0].text in {"由", "为"} and behind[2].text in self.words["hold"]
        return behind[1].members if passive else ()

    def spared(self, clause: Clause, index: int) -> tuple[Member, ...]:
        """Return for whom a number is spared or won: 为某市|节省|支出200万元."""
        for k in range(clause.start, index - 2):
            held = self.chunks[k + 1]
            if self.chunks[k].text in {"为", "替", "帮助"} and self.chunks[k + 2].text in _SPARES:
                return held.members if held.kind in _OWNERS else ()
        return ()

    def condemned(self, clause: Clause, index: int) -> tuple[Member, ...]:
        """Return who is sentenced: the person named last, else who the clause is about."""
        near = next((c for c in reversed(self.chunks[:index]) if c.kind == "PERSON" or c.tag == "PER"), None)
        named = near.members if near is not None else clause.topic
        return named if all(m.entity.type is MentionType.PERSON for m in named) else ()

    def through(self, clause: Clause, index: int) -> tuple[Member, ...]:
        """Return the firm that several hold their share through: 甲、乙通过丙持有丁60%的股份."""
        for k in range(clause.start, index - 1):
            if self.chunks[k].text == "通过" and self.chunks[k + 1].kind == "ORG":
                return self.chunks[k + 1].members
        return ()

    def agent(self, clause: Clause, index: int) -> tuple[Member, ...]:
        """Return who deals in stock where the topic only bears it: 获控股股东乙|增持0.4%股份."""
        chunks = self.chunks
        for k in range(index - 1, clause.start, -1):
            if chunks[k].text in self.words["stock"] and chunks[k].kind == "W":
                j = k - 1
                while j > clause.start and (chunks[j].tag in {"d", "ad"} or chunks[j].kind == "DATE"):
                    j -= 1
                borne = {c.text for c in chunks[clause.start : j]} & _BEARS
                named = chunks[j].kind in {"ORG", "PERSON"} and j != clause.at
                return chunks[j].members if borne and named else ()
        return ()

    def described(self, index: int) -> tuple[Member, ...]:
        """Return the name that an amount stands before as a description: 总规模3亿元的|青芽基金."""
        behind = self.chunks[index + 1 : index + 3]
        single = len(behind) == 2 and behind[0].text == "的" and len(behind[1].members) == 1
        return behind[1].members if single and behind[1].kind in _OWNERS | _THINGS else ()

    def opines(self, topic: Sequence[Member], start: int, index: int) -> bool:
        """Tell whether a body only says what stands at ``index``: 甲证券谨慎，指出余额升至1万亿元."""
        bodies = all(m.entity.type is MentionType.ORG for m in topic)
        told = range(max(start, 0), index)
        return bodies and any(
            self.chunks[k].text in _OPINIONS
            and self.chunks[k].tag == "v"
            and not (k and self.chunks[k - 1].text.endswith("投资"))  # 总投资|估算
            for k in told
        )

    def graded(self, clause: Clause, index: int, name: Name) -> tuple[Member, ...]:
        """Return whose value another one changes: 甲证券将乙公司目标价由14元上调至17元 is of 乙公司."""
        for k in range(clause.start, index - 2):
            held, behind = self.chunks[k + 1], self.chunks[k + 2]
            if self.chunks[k].text in GRADES and held.kind in GRADED and held.members:
                plain = behind.tag in {"n", "nz", "vn"} or behind.text == "的" or behind.kind == "DATE"
                self.rated = held.members if plain else ()
                return self.rated
        return self.rated if name.base.startswith(_RATINGS) and not clause.own else ()

    def fined(self, index: int) -> tuple[Member, ...]:
        """Return whom 对 points at before ``index``, over commas: 对甲给予警告，并处以30万元罚款."""
        chunks = self.chunks
        for k in range(index - 1, -1, -1):
            if chunks[k].text in "；。":
                break
            if chunks[k].text in {"没收", "因"} and chunks[k + 1].text == "其":
                return chunks[k + 1].members  # 没收其违法所得，并处以30万元罚款
            if chunks[k].text in {"对", "向"}:
                return next((c.members for c in reversed(chunks[k + 1 : index]) if c.members), ())
        return ()

    def names_another(self, clause: Clause, index: int) -> bool:
        """Tell whether the clause names something else that the number may be of (在湖南益阳，依托…162项)."""
        for k in range(clause.start, index):
            chunk = self.chunks[k]
            compared = k > 0 and self.chunks[k - 1].text in self.words["compared"] | _AIMS
            compared = compared or bool(_TAKES & {c.text for c in self.chunks[max(k - 3, 0) : k]})
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


def _is_rank(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether an amount is a place in a ranking: 分列二、三位."""
    amount = chunks[index].count
    before = {c.text for c in chunks[max(index - 4, 0) : index]}
    return amount is not None and amount.unit in {"位", "名"} and bool(_RANKS & before)


def _alike(one: Sequence[Member], other: Sequence[Member]) -> bool:
    """Tell whether two topics are things of one type, both named, the first a single one."""
    named = len(one) == 1 <= len(other) and not any(m.anaphor for m in other)
    return named and all(m.entity.type is one[0].entity.type for m in other)


def _elsewhere(owners: Sequence[Member]) -> bool:
    """Tell whether all the world is said to be the owner, or who only speaks of a market."""
    return all(m.entity.name in EVERYWHERE or m.entity.type is MentionType.PERSON for m in owners)


def _only_events(topic: Sequence[Member]) -> bool:
    """Tell whether only occasions are spoken of."""
    return bool(topic) and all(m.entity.type is MentionType.EVENT for m in topic)


def _only_wares(owners: Sequence[Member]) -> bool:
    """Tell whether only wares are said to be owners, of which another one's number is not."""
    return all(m.entity.type is MentionType.PRODUCT for m in owners)


def _only_things(topic: Sequence[Member]) -> bool:
    """Tell whether all that is spoken of are plants and wares, which have no books."""
    return all(m.entity.type in {MentionType.FACILITY, MentionType.PRODUCT} for m in topic)


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


def amount_of_age(chunk: Chunk) -> bool:
    """Tell whether an amount is an age, which only a person has."""
    return chunk.count is not None and chunk.count.unit == "岁"


def amount_is_rate(chunk: Chunk, name: Name) -> bool:
    """Tell whether an amount is a rate, which several bodies have alike: 年利率0.15%."""
    return (
        chunk.count is not None and chunk.count.unit == "%" and name.base.endswith(("利率", "费率", "税率"))
    )


#: 揭牌两周年, 直径450毫米 and 同意9票 are no metrics of what acts.
_NO_METRICS = frozenset({"周年", "毫米", "厘米", "英寸", "寸", "票"})


def _measures(chunk: Chunk) -> bool:
    amount = chunk.count if chunk.kind == "AMOUNT" else None
    return amount is not None and amount.is_measure and amount.unit not in _NO_METRICS
