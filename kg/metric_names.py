"""What a number is a value of: the words before or behind it that name a metric.

In: the chunks of a sentence, the clause and the place of an amount. Out: a :class:`Name`: the noun phrase
before the number (营业收入41.77亿元) or, for counted things, behind it (9000余家高新技术企业). A change
(同比增长8.1%) takes the name of the metric before it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile
from typing import Literal

from kg.amounts import Amount
from kg.chunk import NOMINAL, Chunk
from kg.context import Surroundings
from kg.discourse import Clause
from kg.document import Span
from kg.metric_words import (
    AGES,
    AREAS,
    AWAY,
    BEFORE_NOW,
    BRACKET,
    CAPACITIES,
    CAUSES,
    CHANGE_ENDS,
    CONVERTED,
    DEALS,
    EDGES,
    ENDS_OF_DAY,
    ENDS_OF_PERIOD,
    FINES,
    GETS,
    GIVES,
    GRADED,
    GRADES,
    HAS_LASTED,
    HOLDERS,
    IN_NAMES,
    IN_ROWS,
    JOINTS,
    LAND,
    LASTS,
    LAYS_OUT,
    LEADING,
    LENGTHS,
    LIVES,
    LONGER,
    MARKS,
    MEASURE,
    MEASURES,
    MONEYS,
    MOST,
    NEEDS,
    NO_MEASURES,
    NO_NAME,
    NO_THINGS,
    NO_WARES,
    OCCURS,
    OF_CHANGE,
    OF_TRADES,
    OF_WARES,
    OPENS_NAME,
    PAIRS,
    PART_MEASURE,
    PARTS,
    PAYS,
    PLANTS,
    QUOTES,
    READINGS,
    RESULTS,
    RISES,
    SCOPES,
    SENTENCES,
    SESSIONS,
    SETS,
    SIGNS,
    SOLE,
    SPENT,
    SPOKEN_OF,
    STEPS,
    SUMMED,
    TAKING,
    TELL_WHEN,
    TIMES,
    TO_LEVEL,
    TOTALS,
    TOWARDS,
    TRADED,
    TRAILING,
    VERBAL,
    WHOLE_PLACES,
    WHOLES,
    WINDOW,
    WITH,
    WON,
    WORTH,
)
from kg.model import MentionType
from kg.shares import SHAREHOLDING, of_deal, of_stock, of_whole


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a metric: its base (净利润) and, for a change, what is said of it (同比下降).

    A base that holds the thing measured (车用MCU市场规模) has it as ``thing`` and the rest as ``measure``;
    they are used where the number has no other owner.
    """

    base: str
    rule: str
    span: Span | None = None
    change: str = ""
    thing: tuple[Chunk, ...] = ()
    measure: str = ""

    @property
    def text(self) -> str:
        """The whole name."""
        return self.base + self.change


class _Untold(Enum):
    """What a reader answers that has nothing to say, where ``None`` says that no metric has the number."""

    UNTOLD = "untold"


UNTOLD = _Untold.UNTOLD
Reading = Name | None | Literal[_Untold.UNTOLD]


@dataclass(frozen=True, slots=True)
class Place:
    """An amount and what stands around it in its clause.

    ``core`` is ``before`` without what is no part of a name; ``behind`` the noun that follows at once.
    """

    clause: Clause
    index: int
    amount: Amount
    here: Span
    before: Sequence[Chunk]
    core: Sequence[Chunk]
    behind: tuple[str, Span] | None
    following: Sequence[Chunk]
    counted: bool
    lasting: bool

    @property
    def money(self) -> bool:
        """Whether it is neither a count, nor a time, nor a share."""
        return not self.counted and not self.lasting and self.amount.unit != "%"

    @property
    def sifts(self) -> bool:
        """Whether it is a threshold: 三十亿元以上重大项目."""
        return self.amount.text.endswith(("以上", "以下", "以内"))


class Namer:
    """Names the metrics of one sentence; knows the one last named, which a change or 其中 takes up."""

    def __init__(self, around: Surroundings, text: str) -> None:
        """Prepare for the sentence ``around``, a part of ``text``."""
        self.around = around
        self.chunks = around.chunks
        self.words = around.cues.metric
        self.bases = tuple(sorted(self.words["base"]))
        self.comparison = re.compile("(?<![同占环对相])(?:" + "|".join(sorted(self.words["compared"])) + ")")
        self.text = text
        self.previous: Name | None = None
        self.told: Name | None = None
        self.named: list[Name] = []
        self.unit = ""
        self.last_unit = ""
        self.listed: Name | None = None
        self.quoted = False
        self.rising = False

    def forget(self, *, alike: bool = False) -> None:
        """Begin anew with something else, which may have a number of the same name if it is ``alike``."""
        self.told = self.previous if alike else None
        self.previous = None
        self.named = []
        self.quoted = False

    def note(self, name: Name, amount: Amount) -> None:
        """Remember the metric that a number was just given of."""
        if name.base and name.rule not in {"metric.base", "metric.age", "metric.forecast", "metric.away"}:
            self.previous, self.unit = name, amount.unit
        self.last_unit = amount.unit
        if name.rule == "metric.value":
            self.named.append(name)
        if name.rule == "metric.count" or (
            name.rule == "metric.value" and amount.unit in self.words["counter"]
        ):
            self.listed = name
        if name.rule == "metric.quote":
            self.quoted = True

    def name(self, clause: Clause, left: int, index: int, amount: Amount) -> Name | None:
        """Return the name of the metric that the amount at ``index`` is a value of."""
        at = self._place(clause, left, index, amount)
        for read in (
            self._again,
            self._fixed,
            self._uncounted,
            self._share,
            self._fine,
            self._compared,
            self._quoted,
            self._changed,
            self._counted,
            self._named,
            self._carried,
        ):
            found = read(at)
            if found is not UNTOLD:
                return found
        return None

    def _place(self, clause: Clause, left: int, index: int, amount: Amount) -> Place:
        """Return the amount at ``index`` with what may name its metric, ``left`` and what follows it."""
        chunks = self.chunks
        start = max(left, clause.at + 1) if clause.own and clause.at < index else left
        if clause.own and clause.at > index and chunks[start].kind == "ORG":
            start += 1  # 甲集团|总投资2亿元的乙项目已投产
        for k in range(start, index - 2):
            if chunks[k].text in GRADES and chunks[k + 1].kind in GRADED:
                start = k + 2
        for k in range(index - 1, start, -1):
            if chunks[k].text == "、" and chunks[k - 1].kind == "W" and chunks[k - 1].tag in {"v", "vn", "a"}:
                start = k + 1  # 投资由负转正、|增加值增长
                break
        before = chunks[start:index]
        core = self.strip(before)
        while core and core[-1].text in MOST:
            core = self.strip(core[:-1])
        behind = self.noun_behind(index + 1, clause.end)
        if behind is not None and behind[0].startswith(MARKS):
            behind = None
        held = len(core) > 1 and core[-1].kind == "ORG" and bool(core[-1].members)
        if amount.unit == "%" and held and core[-2].text in self.words["hold"]:
            core = core[:-1]  # 分别持有该行9%和8%的股份
        counted = amount.unit in self.words["counter"]
        lasting = amount.unit in self.words["duration"]
        return Place(
            clause,
            index,
            amount,
            chunks[index].span,
            before,
            core,
            behind,
            chunks[index + 1 : clause.end],
            counted,
            lasting,
        )

    def _again(self, at: Place) -> Reading:
        """Read what repeats, converts or foretells the number told before, and what measures nothing."""
        if at.behind is not None and at.amount.unit in CAPACITIES and at.behind[0].endswith(PLANTS):
            return None  # 5万吨|磷酸铁项目: what the plant is to make
        if at.amount.unit in self.words["duration"] and at.before and at.before[-1].text in NEEDS:
            return None  # 去库存仍|需|三个月
        sums = self.unit.isupper() and at.amount.unit.isupper() and self.unit != at.amount.unit
        if self.previous is not None and sums and "".join(c.text for c in at.core) in CONVERTED:
            return replace(self.previous, rule="metric.same")  # 2亿美元，折合人民币14亿元
        if self.previous is not None and "".join(c.text for c in at.core) in READINGS:
            return replace(self.previous, rule="metric.same")  # CPI初值同比上升2.6%，6月终值2.5%
        if any(c.text in self.words["earlier"] for c in self.chunks[at.clause.start : at.index]):
            return None  # 前值3.5%
        forecast = self.forecast(at.before, at.amount)
        if forecast is not None:
            return forecast
        return UNTOLD

    def _fixed(self, at: Place) -> Reading:
        """Read what a word tells for certain: ages, sentences, attributions, distances, who lives there."""
        if at.amount.unit == "岁" and all(c.text in AGES for c in at.core):
            return Name("年龄", "metric.age", at.here)
        if at.behind is not None and HOLDERS.search(at.amount.text[-2:] + at.behind[0]):
            return None  # 与持有公司5%以上股份的股东无关联关系
        if at.amount.unit == "%" and at.following[:1] and self.chunks[at.index + 1].text in {"持股", "控股"}:
            return Name(SHAREHOLDING, "metric.share", self.chunks[at.index + 1].span)
        if at.before and at.before[-1].text in SENTENCES and at.amount.unit in self.words["duration"]:
            more = at.following[:1]  # 有期徒刑十年|六个月
            whole_term = not (more and more[0].kind == "AMOUNT")
            return Name(at.before[-1].text, "metric.sentence", at.before[-1].span) if whole_term else None
        attributed = _attributed(at.core, at.following, at.amount)
        if attributed is not None:
            return attributed
        spent = _spent(at.core, at.following, at.amount)
        if spent is not None:
            return Name(spent.text, "metric.value", spent.span)
        away = next((k for k, c in enumerate(at.before) if c.text in AWAY), -1)
        if away >= 0 and at.amount.unit in LENGTHS:  # 距|省城|40公里, but not 飞到|距离|月球|3万公里处
            far = [at.before[away], *self.strip(at.before[away + 1 :])]
            told = len(far) > 1 and not self.strip(at.before[:away])
            return Name(self.joined(far), "metric.away", _span(far)) if told else None
        living = at.following[:1]
        if at.amount.unit in {"人", "名"} and living and living[0].text in LIVES and not at.core:
            return Name(living[0].text, "metric.behind", living[0].span)  # 有|1.9万人|居住
        if _lasts(at.core, at.amount, self.words):
            return Name(at.core[-1].text, "metric.value", at.core[-1].span)
        return UNTOLD

    def _uncounted(self, at: Place) -> Reading:
        """Read what counts nothing new, what is paid, and how long something was so."""
        if at.amount.unit in {"人", "名", "位"} and _ends_list(at.before):
            return None  # 总经理某某、校友代表等|200余人: who was named, counted once more
        if _opens_quoted_name(self.chunks, at.index) or _one_of(at.following, at.amount):
            return None
        joined = bool(at.before) and at.before[-1].text in JOINTS and at.behind is None
        if joined and at.amount.unit in {"名", "位", "人"} and at.core and at.core[-1].tag == "n":
            return None  # 六名|甲国|军人|与|五名|乙国|军人
        if at.amount.unit == "次" and any(c.text in TIMES for c in at.before[-2:]):
            return None  # 对连续两次排名末位的
        paid = self.paid(at.before, at.index, at.clause.end)
        if paid is not None:
            return paid
        if at.amount.unit == "年" and at.behind is not None and at.behind[0].endswith(("经验", "历史")):
            return Name(at.behind[0], "metric.behind", at.behind[1])  # 拥有18年零售业从业经验
        if at.amount.unit in self.words["duration"] and _in_relative(self.chunks, at.index, at.clause.end):
            return None  # 空缺14个月的职位
        return UNTOLD

    def _share(self, at: Place) -> Reading:
        """Read shares: in a firm, of a whole, of stock."""
        if (
            at.amount.unit == "%"
            and at.behind is not None
            and at.behind[0].endswith(("税率", "利率", "费率"))
        ):
            return Name(at.behind[0], "metric.behind", at.behind[1])  # 按15%的税率缴纳
        if (
            at.amount.unit == "%"
            and at.behind is not None
            and at.behind[0].startswith(("股权", "股份", "表决权"))
        ):
            dealt = of_deal(at.before, at.behind[0], self.words)
            return Name(dealt[0], "metric.share", dealt[1] or at.here) if dealt is not None else None
        risen = any(c.text.endswith(("增持", "减持")) for c in at.core)
        if at.amount.unit == "%" and risen and at.core[-1].text in {"股份", "股票", "股权"}:
            return Name(SHAREHOLDING, "metric.share", at.core[-1].span)  # 增持|甲|股份|达到5%
        if at.amount.unit == "%" and at.core and at.core[-1].text in self.words["hold"]:
            return Name(SHAREHOLDING, "metric.share", at.core[-1].span)
        whole = (
            of_whole(at.core, self.previous.base if self.previous is not None else "")
            if at.amount.unit == "%"
            else None
        )
        if whole == SHAREHOLDING:
            return Name(whole, "metric.share", _span(at.core))
        if whole is not None:
            base = self.previous.base.replace("公司", "") if self.previous is not None else ""
            return Name(base, "metric.portion", _span(at.core), whole)
        stock = of_stock(at.before, at.following, self.words) if at.amount.unit == "股" else None
        if stock is not None:
            return Name(stock[0], "metric.stock", stock[1])
        return UNTOLD

    def _fine(self, at: Place) -> Reading:
        """Read what is fined, and what one gets."""
        if at.behind is not None and at.behind[0].startswith("罚款"):
            return Name("罚款", "metric.fine", at.behind[1])
        if at.money and at.behind is not None and at.before and at.before[-1].text in GETS:
            return Name(at.behind[0], "metric.behind", at.behind[1])
        fined = next((k for k, c in enumerate(at.core) if c.text in self.words["fine"]), None)
        if fined is not None:
            said = any("罚款" in c.text for c in at.core) or at.core[fined].text in FINES
            return Name("罚款" if said else self.joined(at.core[fined:]), "metric.fine", at.core[fined].span)
        return UNTOLD

    def _compared(self, at: Place) -> Reading:
        """Read what a number is compared with, and what is part of another."""
        previous = self.previous
        points = at.amount.unit == "个百分点" and at.core and at.core[0].text in self.words["compared"]
        if points and previous is not None and previous.rule == "metric.value":
            cut = self.comparison.search(previous.base)  # 增速高于全国1.2个百分点、高于全省0.5个百分点
            if cut and cut.start():
                previous = replace(previous, base=previous.base[: cut.start()])
        if points and previous is not None:
            words = self.compared_further(previous) + "".join(c.text for c in at.core)
            return Name(previous.base, "metric.change", _span(at.core), words)
        contributed = _contributed(at.before, at.following) if at.amount.unit == "%" else None
        if contributed is not None:
            return Name(self.joined(contributed), "metric.behind", _span(contributed))
        of_whole_too = _of_another_whole(at.before, previous) if at.amount.unit == "%" else None
        if of_whole_too is not None:
            return of_whole_too
        if (
            at.amount.unit == "%"
            and at.before
            and at.before[-1].text == "的"
            and (len(at.before) < 2 or at.before[-2].kind != "DATE")
            and not any(c.text.startswith(("占", "达", "为", "是")) for c in at.before[:-1])
        ):
            return None  # 营业收入的8%以上投入研发: a part, no value
        further = _compared_with(at.before, previous) if at.amount.unit == "个百分点" else None
        if further is not None:
            return further
        compares_levels = {"高于", "低于", "不及", "优于"} & {c.text for c in at.core}
        if compares_levels and previous is not None and self.of_other_time(at.before, at.amount):
            return replace(previous, rule="metric.same")  # 增幅高于第一季度的2.8%
        if compares_levels and at.amount.unit != "个百分点":
            return None  # 低于去年同期的67%: the base of a comparison
        described = _ends_relative(at.before) or (
            len(at.before) > 1 and at.before[-1].text == "的" and bool(at.before[-2].members)
        )
        if at.behind is not None and at.amount.unit != "%" and not at.counted and described:
            return Name(at.behind[0], "metric.behind", at.behind[1])  # 甲资本领投的1.5亿元B轮融资
        return UNTOLD

    def _quoted(self, at: Place) -> Reading:
        """Read results of the same period before, and prices."""
        compared = any("同期" in c.text for c in at.before)
        if compared and self.previous is not None and len(at.core) == 1 and at.core[0].text in RESULTS:
            base = self.previous.base.removesuffix("亏损").removesuffix("盈利")
            loss = at.core[0].text if at.core[0].text.startswith("亏") else ""
            base = base + loss if base.endswith(("利润", "溢利", "收益")) else at.core[0].text
            return Name(base, "metric.same", at.core[0].span)  # 净利润亏损3亿元，上年同期为盈利2亿元
        if at.before and at.before[-1].text in QUOTES and all(c.text in SESSIONS for c in at.core):
            told = self.told_in(at.clause)
            base = self.previous.base if self.previous is not None and told else ""  # 收益率跌5个基点报2.1%
            return Name(base, "metric.quote", at.before[-1].span, "" if base else at.before[-1].text)
        return UNTOLD

    def _changed(self, at: Place) -> Reading:
        """Read a change, of what is named with it or was before."""
        previous = self.previous
        change = self.change(at.core)
        if change is None:
            return UNTOLD
        held = self.strip(change[0])
        base = self.joined(held)
        words = change[1]
        if previous is None and not at.clause.own and (base or words) in OF_CHANGE:
            previous = self.spoken_of(at.clause)  # 股价连续下跌，跌幅达16%
        if base in OF_CHANGE and previous is not None:
            base = previous.base + base  # 增加值增长4%，增速比上月加快1个百分点
        measure = PART_MEASURE.search(previous.base) if previous is not None else None
        if measure is not None and base.endswith(OF_TRADES) and words not in RISES:
            base += measure[0]  # 第一产业增加值增长3%，第二产业|增长7%
        other = self.told if previous is None and at.clause.own and words not in RISES else None
        if not base and other is not None:
            base = other.base  # 甲市进出口2亿元，乙市|增长3%
        if not base and previous is not None:
            base = previous.base
            if at.amount.unit == "个百分点" and words.startswith(tuple(self.words["compared"])):
                words = self.compared_further(previous) + words
        quoted_so = at.amount.unit == "%" and words in RISES
        if quoted_so and not at.clause.own and (self.rising or not at.clause.topic) and _rises(held):
            return Name("", "metric.rise", _span(at.core), words, thing=tuple(held))  # 沪铜涨2%，|热卷|涨1%
        self.rising = quoted_so and not base
        wares = all(m.entity.type is MentionType.PRODUCT for m in at.clause.topic)
        quoted = self.quoted or (wares and not words.startswith(self.bases))
        if not base and not at.clause.own and not quoted:
            return None
        changed = Name(base, "metric.change", _span(at.core) or at.here, words)
        if previous is not None and base == previous.base:
            return replace(changed, thing=previous.thing, measure=previous.measure)
        return self.split(changed, held)

    def _counted(self, at: Place) -> Reading:
        """Read counts, of what is named behind or was before."""
        if len(at.core) == 1 and at.core[0].text in {"占", "占比"} and self.previous is not None:
            return Name(self.previous.base, "metric.portion", at.core[0].span, "占比")
        if at.amount.unit in self.words["counter"] and at.behind is not None:
            return (
                Name(at.behind[0], "metric.count", at.behind[1])
                if self.counted(at.clause, at.before)
                else None
            )
        listed = self.listed if all(c.text in SOLE for c in at.core) and at.clause.own else None
        given = listed is not None and (at.core or listed.rule != "metric.value")
        if at.amount.unit in self.words["counter"] and listed is not None and given:
            return replace(listed, rule="metric.same")  # 广东有6个集群，湖北4个; 甲区一家就占87个
        extreme = len(at.core) == 1 and at.core[0].text.startswith(("平均", "最高", "最低", "人均"))
        if extreme and len(at.core[0].text) < LONGER:
            return None  # an extreme or a mean of what was named before
        return UNTOLD

    def _named(self, at: Place) -> Reading:
        """Read the noun before the number."""
        noun = self.nominal(at.core)
        if any(chunk.kind == "PERSON" for chunk in noun):
            taking = next((c for c in at.core if c.kind == "W" and c.text in TAKING), None)
            if at.money and at.behind is None and taking is not None:
                return Name(taking.text, "metric.value", taking.span)  # 收受|某某|4万元
            if at.money and at.behind is not None and noun[-1].kind == "PERSON" and at.before[-1] is noun[-1]:
                return Name(at.behind[0], "metric.behind", at.behind[1])  # 收受|某某|4万元|感谢费
            return None  # 总裁某某、10位副总裁: a list of people, no name
        per_share = "".join(c.text for c in noun[:2]).startswith("每股") and len(noun) > 1
        if noun and noun[0].text.startswith("每") and len(noun) <= 2 and not per_share:
            return None  # 每平方公里19人: a unit, no name
        acts = bool(noun) and noun[-1].tag == "v" and noun[-1].text not in self.words["verb"]
        plain = at.amount.unit != "%" and not at.counted and not at.lasting and not at.sifts
        if acts and at.behind is not None and plain:
            return Name(at.behind[0], "metric.behind", at.behind[1])  # 采用16nm工艺
        if acts and at.counted and at.behind is None and noun[-1].text in SIGNS:
            return None  # 签订了|120台
        named = any(c.tag in NOMINAL or c.kind != "W" or c.text in self.words["verb"] for c in noun)
        if named and (not at.lasting or any(c.tag in NOMINAL for c in noun)) and self.joined(noun):
            compared = at.core[0].text in self.words["compared"] and not at.counted
            rule = "metric.base" if compared else "metric.value"  # 较发行价18元上涨
            named_so = Name(self.of_which(at.before, self.joined(noun)), rule, _span(noun))
            return self.split(named_so, noun)
        return UNTOLD

    def _carried(self, at: Place) -> Reading:
        """Read a number without a name as one of what was named before, or of what stands behind."""
        if self.previous is None and not at.core and not at.clause.own and at.before[:1]:
            led = self.led_up_to(at.clause, at.before)
            if led is not None or self.rises_from(at.before):
                return led
        if self.previous is None and not at.core and self.words["deal"] & {c.text for c in at.before}:
            return self.of_topic(at.clause)
        if self.previous is not None and self.previous.base in STEPS and not at.core:
            return None  # 降息25个基点|至5%: the rate that it leads to has another name
        if self.previous is not None and at.before and not at.core:
            again = self.of_change_then(at.before, at.amount)
            return replace(self.previous, rule="metric.same", change=self.previous.change if again else "")
        if at.behind is None and not at.core and at.clause.own and at.clause.at < at.index:
            return self.of_another(at.amount)
        if at.behind is not None and not at.lasting and at.amount.unit != "%" and not at.sifts:
            return Name(at.behind[0], "metric.behind", at.behind[1])
        return None

    def dealt(self, clause: Clause, amounts: Sequence[int]) -> tuple[Name, ...]:
        """Return the metrics in a row that numbers are dealt out to: 营业收入和净利润分别达到3亿元和1亿元."""
        chunks = self.chunks
        start = clause.at + 1 if clause.own and clause.at < amounts[0] else clause.start
        at = next((k for k in range(start, amounts[0]) if chunks[k].text in self.words["deal"]), start)
        parts: list[list[Chunk]] = [[]]
        for chunk in self.strip(chunks[start:at]):
            if chunk.text in {"、", "和", "与", "及", "以及"}:
                parts.append([])
            else:
                parts[-1].append(chunk)
        plain = all(part and all(in_noun(c) for c in part) for part in parts)
        pair = PAIRS.get(self.joined(parts[0])) if plain and len(parts) == 1 else None
        if pair is not None and len(amounts) == len(pair):
            return tuple(Name(base, "metric.value", _span(parts[0])) for base in pair)
        if len(parts) != len(amounts) or not plain or not parts[0][-1].text.endswith(IN_ROWS):
            return ()
        verb = chunks[at].text.removeprefix("分别")
        change = (
            self.change([*chunks[at + 1 : amounts[0]]]) if verb not in self.words["change"] else ([], verb)
        )
        if (change is None or change[0]) and self.strip(chunks[at + 1 : amounts[0]]):
            return ()
        words, rule = (change[1], "metric.change") if change is not None else ("", "metric.value")
        return tuple(Name(self.joined(part), rule, _span(part), words) for part in parts)

    def told_in(self, clause: Clause) -> bool:
        """Tell whether the metric last named was named in ``clause``."""
        span = self.previous.span if self.previous is not None else None
        return span is not None and span.start >= self.chunks[clause.start].span.start

    def forecast(self, before: Sequence[Chunk], amount: Amount) -> Name | None:
        """Name what was expected of the figure just told: 失业率为6.5%，预期6.4% is of 失业率预期."""
        at = next((k for k, c in enumerate(before) if c.text in self.words["forecast"]), -1)
        previous = self.previous
        said = [c.text for c in self.strip(before[at + 1 :])]
        if at < 0 or previous is None or not set(said) <= self.words["change"] | self.words["base"]:
            return None
        change = previous.change if amount.unit == self.unit else ""
        if said and not change.endswith(said[-1]):
            change = "".join(said)
        return replace(previous, rule="metric.forecast", change=change + "预期", span=_span(before[at:]))

    def of_other_time(self, before: Sequence[Chunk], amount: Amount) -> bool:
        """Tell whether words before an amount say that it is the metric's at another time: 第一季度的."""
        dated = [c for c in before[-2:] if c.kind == "DATE"]
        return len(dated) == 1 and before[-1].text in {"的", dated[0].text} and amount.unit == self.unit

    def of_change_then(self, before: Sequence[Chunk], amount: Amount) -> bool:
        """Tell whether an amount is of the same change at a time told: 同比上涨2.2%，6月|为2%."""
        told = before[0].kind == "DATE" and all(c.text in {"为", "是", "仅为", "则为"} for c in before[1:])
        return told and amount.unit == self.unit == "%"

    def of_another(self, amount: Amount) -> Name | None:
        """Name a number right behind its owner as another's before: 甲营收4亿元，乙|也有|2亿元."""
        told = self.told if self.last_unit == amount.unit else None
        same = told is not None and told.rule in {"metric.value", "metric.same", "metric.quote"}
        return replace(told, rule="metric.same", thing=()) if told is not None and same else None

    def of_which(self, before: Sequence[Chunk], base: str) -> str:
        """Return the name of a part in the measure of the whole: 货物吞吐量…，其中|集装箱 is 集装箱吞吐量."""
        if self.previous is not None and base in TOTALS:
            return (
                self.previous.base.removeprefix("新增").removesuffix("新增") + base
            )  # 企业新增4家，总数34家
        if self.previous is None or not any(c.text == "其中" for c in before):
            return base
        measure = MEASURE.search(self.previous.base)
        if measure is not None and base in PARTS:
            return base + self.previous.base  # 货物吞吐量…，其中外贸
        return base if measure is None or base.endswith(MEASURES) else base + measure[0]

    def of_topic(self, clause: Clause) -> Name | None:
        """Name what the clause before says of its topic: 三地2023年|新增装机|位居前三，分别为3.1GW和2.9GW."""
        told = [c for c in self.around.clauses if c.end <= clause.start and c.own]
        if not told:
            return None
        noun: list[Chunk] = []
        for chunk in self.chunks[told[-1].at + 1 : told[-1].end]:
            tags = {"n", "nz", "vn", "s"} | ({"v"} if not noun else set())
            if chunk.kind == "INDUSTRY" or (chunk.kind == "W" and chunk.tag in tags):
                noun.append(chunk)
            elif noun:
                break
        return Name(self.joined(noun), "metric.dealt", _span(noun)) if len(noun) > 1 else None

    def rises_from(self, before: Sequence[Chunk]) -> bool:
        """Tell whether an amount is the first of 由A降至B at the head of a clause."""
        return next((c.text for c in before if c.tag not in {"d", "ad"}), "") in {"由", "从", "自"}

    def led_up_to(self, clause: Clause, before: Sequence[Chunk]) -> Name | None:
        """Name what the clause before tells no number of: 失业率创新高，|为6.4%; 时长，|由5小时缩至2小时."""
        told = self.clause_before(clause)
        measure = self.spoken_of(clause)
        if measure is not None or told is None or not self.rises_from(before):
            return measure
        noun = self.nominal(self.strip(self.chunks[told.at + 1 if told.own else told.start : told.end]))
        named = bool(noun) and noun[-1].kind == "W" and noun[-1].tag in NOMINAL
        return Name(self.joined(noun), "metric.value", _span(noun)) if named and self.joined(noun) else None

    def clause_before(self, clause: Clause) -> Clause | None:
        """Return the clause before ``clause``, if it tells no number."""
        told = next((c for c in reversed(self.around.clauses) if c.end <= clause.start), None)
        if told is None or any(c.kind == "AMOUNT" for c in self.chunks[told.start : told.end]):
            return None
        return told

    def spoken_of(self, clause: Clause) -> Name | None:
        """Return the measure that the clause before tells something of without a number: 失业率|创下新高."""
        told = self.clause_before(clause)
        if told is None:
            return None
        chunks = self.strip(self.chunks[told.at + 1 if told.own else told.start : told.end])
        noun = list(takewhile(lambda c: c.kind == "W" and (c.tag in NOMINAL or c.text == "的"), chunks))
        measure = bool(noun) and noun[-1].text.endswith(SPOKEN_OF)
        return Name(self.joined(noun), "metric.value", _span(noun)) if measure and self.joined(noun) else None

    def compared_further(self, name: Name) -> str:
        """Return what of a change is compared once more: 同比增长, but nothing of (增速)比上月加快."""
        if name.change.startswith(tuple(self.words["compared"])):
            return ""
        found = self.comparison.search(name.change)
        return name.change[: found.start()] if found else name.change

    def paid(self, before: Sequence[Chunk], index: int, end: int) -> Name | None:
        """Name what is paid or held 以 a number: 以3亿元受让 is of 受让, 以38%的份额 of 份额."""
        k = len(before) - 1
        while k > 0 and before[k].text in MONEYS:
            k -= 1
        if k < 0 or before[k].text not in PAYS:
            return None
        rest = self.chunks[index + 1 : end]
        if len(rest) > 1 and rest[0].text in {"现金", "自有资金"} and rest[1].text in DEALS:
            rest = rest[1:]  # 以5亿元现金|收购乙
        noun = list(takewhile(lambda c: c.tag in {"n", "nz"}, rest[1:]))
        if noun and rest[0].text == "的":
            return Name(self.joined(noun), "metric.behind", _span(noun))
        if rest and rest[0].kind == "W" and (rest[0].tag in {"v", "vn"} or rest[0].text in WON):
            return Name(rest[0].text, "metric.paid", rest[0].span)
        deal = next((c for c in rest[:8] if c.text in DEALS), None)
        if deal is not None and rest[0].text in {"向", "将", "对", "从"}:
            return Name(deal.text, "metric.paid", deal.span)  # 以3亿元向乙|转让
        return None

    def split(self, name: Name, noun: Sequence[Chunk]) -> Name:
        """Tell the thing measured from the measure, where a name holds both: 车用MCU|市场规模."""
        if noun and noun[-1].text in WHOLES:
            return replace(name, thing=tuple(noun), measure=noun[-1].text)
        for cut in range(len(noun) - 1, 0, -1):
            measure = "".join(c.text for c in noun[cut:]).replace("的", "")
            if measure not in self.words["of_market"]:
                continue
            thing = list(noun[:cut])
            while thing and (thing[0].text in SCOPES or thing[0].kind in {"PLACE", "AMOUNT", "DATE"}):
                thing.pop(0)
            while thing and thing[-1].text in {
                "的",
                "行业",
                "产业",
                "领域",
                "市场",
                "累计",
                "平均",
                "整体",
                "总",
            }:
                thing.pop()
            whole = "".join(c.text for c in noun[cut - 1 :]).replace("的", "") in self.words["of_market"]
            known = measure in OF_WARES or any(c.kind in {"PRODUCT", "INDUSTRY"} for c in thing)
            known = known and "".join(c.text for c in thing) not in NO_THINGS
            if thing and known and not whole and all(_is_ware(c) for c in thing):
                return replace(name, thing=tuple(thing), measure=measure)
        return name

    def counted(self, clause: Clause, before: Sequence[Chunk]) -> bool:
        """Tell whether the words before a number of things give the things to an owner (拥有12家企业)."""
        words = [c.text for c in before if c.kind != "DATE"]
        if any(w.startswith(("每", "首", "其余", "第", "另")) for w in words[-2:]):
            return False
        listed = self.previous is not None and self.previous.rule == "metric.count"
        if not words or all(w in "和及与、" for w in words):
            return listed or (clause.own and not words)
        listed_before = words[-1] in {"等", "等等"}  # 设会计、旅游等|11个二级学院
        return bool(self.words["counts"] & set(words if listed_before else words[-4:]))

    def strip(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Drop times, verbs of reaching and marks at both ends of a stretch."""
        if len(chunks) > 2 and chunks[0].text == "及其" and chunks[1].kind == "W":
            chunks = chunks[2:]  # 甲公司|及其|子公司|担保总额
        out = [c for c in chunks if c.kind != "QUOTE" and (c.kind != "P" or c.text in "“”·-—（）、")]
        while out and self.idle_behind(out[-1]):
            last = out.pop()
            led = last.text in TO_LEVEL and out and out[-1].text in self.words["change"]
            if (
                led
                or (last.text == "的" and out and out[-1].text in BEFORE_NOW)
                or (last.text in {"为", *TO_LEVEL} and out and out[-1].text in SETS)
            ):
                out.pop()
        rate = next((k for k in range(len(out) - 2, max(len(out) - 5, 0), -1) if out[k].text == "每"), 0)
        if rate and (rate == len(out) - 2 or all(c.tag == "q" for c in out[rate + 1 :])):
            return self.strip(out[:rate])  # 价格为每股6元, 人口密度为每|平方|公里|210人
        each = len(out) > 1 and out[-1].text.startswith("每") and out[-1].tag in {"r", "TIME", "q"}
        if each and self.strip(out[:-1])[-1:] and self.strip(out[:-1])[-1].tag in {"n", "nz", "vn"}:
            return self.strip(out[:-1])  # 售价为每吨|3200元
        while out and self.idle_before(out[0]) and not _quotes(out):
            if len(out) > 2 and out[1].text == "期":
                break  # 一年|期|利率
            if _trades_with(out):
                break
            first = out.pop(0)
            if first.text in WITH and out[-1].text in self.words["verb"]:
                out = out[-1:]  # 以|自有资金|出资3亿元
            if first.text in TOWARDS:  # 向灾区|捐款500万元
                named = out[-1:] if out and out[-1].text in self.words["verb"] else []
                acts = [k for k, c in enumerate(out) if c.tag == "v" and (k < len(out) - 1 or named)]
                out = out[acts[0] :] if acts else out
            if first.text in {"在", "于"} and len(out) > 1 and out[0].kind in {"PLACE", "PARK"}:
                out.pop(0)
        if len(out) > 2 and out[0].text in WITH:
            occurs = next((k for k, c in enumerate(out[:-1]) if c.text in OCCURS), -1)
            partner = any(c.kind == "ORG" and c.members for c in out)
            if occurs < 0 and partner and out[-1].tag == "v" and out[-1].text not in self.words["verb"]:
                return []  # 与|甲|签订了|120台机车的合同
            return out[occurs + 1 :]  # 与|控股股东|甲|发生|关联交易
        return out

    def idle_behind(self, chunk: Chunk) -> bool:
        """Tell whether a chunk right before a number belongs to neither the number nor the name."""
        if chunk.kind in {"P", "DATE"} or chunk.text in self.words["reach"] or chunk.text in SUMMED:
            return True
        return chunk.kind == "W" and chunk.tag in TRAILING and chunk.text not in self.words["change"]

    def idle_before(self, chunk: Chunk) -> bool:
        """Tell whether a chunk at the beginning of a stretch does not belong to the name."""
        if chunk.kind in {"P", "DATE"}:
            return True
        if chunk.text in self.words["compared"] or chunk.text.startswith("每"):
            return False
        if chunk.text in self.words["reach"] or chunk.text in self.around.cues.clause["preposition"]:
            return True
        if chunk.text in WHOLE_PLACES:
            return True  # 某省|全省|采购规模
        return chunk.kind == "W" and chunk.tag in LEADING and not chunk.text.startswith(self.bases)

    def change(self, chunks: Sequence[Chunk]) -> tuple[list[Chunk], str] | None:
        """Split 净利润同比大幅减少 into 净利润 and 同比减少; ``None`` where nothing changes."""
        if not chunks or not (
            chunks[-1].text in self.words["change"] or chunks[-1].text.endswith(CHANGE_ENDS)
        ):
            return None
        k = len(chunks) - 1
        words = [chunks[k].text]
        while k > 0:
            before = chunks[k - 1]
            near = range(k - 1, max(k - 5, -1), -1)
            compared = next((j for j in near if chunks[j].text in self.words["compared"]), None)
            if before.text.startswith(self.bases) or before.text in ENDS_OF_DAY:
                words.insert(0, before.text)
                k -= 1
            elif compared is not None:
                words[:0] = [
                    c.text for c in chunks[compared:k] if c.tag not in {"d", "ad"} or c.text in EDGES
                ]
                k = compared
            elif (
                before.kind == "W"
                and before.tag in {"d", "ad", "a", "t", "TIME"}
                and before.text not in self.words["change"]
                and not before.text.startswith("最")
            ):
                words[:0] = [before.text] if before.text in ENDS_OF_PERIOD else []
                k -= 1
            else:
                break
        return list(chunks[:k]), "".join(words)

    def nominal(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Return the noun phrase at the end of a stretch: 完成货物吞吐量 → 货物吞吐量."""
        inner = NOMINAL | {"v", "u", "c", "p", "d", "m", "q", "t"}
        k = len(chunks)
        while k > 0 and (
            chunks[k - 1].kind != "W"
            or chunks[k - 1].tag in inner
            or chunks[k - 1].text == "每股"
            or (k == len(chunks) and chunks[k - 1].text == "累计")
            or (k < len(chunks) and chunks[k].text == "期")  # 一年|期|利率
        ):
            if chunks[k - 1].text in {"只", "才", "却"}:
                break
            k -= 1
        tail = list(chunks[k:])
        while (
            len(tail) > 1
            and tail[0].kind == "W"
            and tail[0].tag in {"v", "d", "p", "c", "u"}
            and tail[0].text not in OPENS_NAME | {"扣", "扣非", "扣除"}
            and not _trades_with(tail)
            and not (len(tail) == 2 and tail[0].text in self.words["verb"] and tail[1].tag in {"n", "nz"})
        ):
            tail.pop(0)
        for cut in range(len(tail) - 2, -1, -1):
            if tail[cut].text == "连续" and cut:
                tail = tail[:cut]  # 成交额|连续第六个交易日
                break
            behind = tail[cut].text in {"后", "之后", "以后"}  # 项目投产后|产能
            if (
                behind
                or tail[cut].kind == "DATE"
                or (tail[cut].tag == "d" and tail[cut].text not in IN_NAMES)
            ):
                named = any(c.tag in NOMINAL or c.text in self.words["verb"] for c in tail[cut + 1 :])
                tail = tail[cut + 1 :] if named else tail[:cut]  # 今年已|开出罚单, 就业率|连续五年保持
                break
            if tail[cut].text in TOWARDS | WITH and tail[cut].tag in {"p", "c"}:
                acts = [k for k in range(cut + 1, len(tail) - 1) if tail[k].tag == "v"]
                if tail[cut].text in WITH:
                    acts = [k + 1 for k in acts if tail[k].text in OCCURS]
                if tail[cut].text in WITH and tail[-1].text in self.words["verb"] | self.words["stock"]:
                    acts = acts or [len(tail) - 1]  # 公司|以|自有资金|出资3亿元
                partner = any(c.kind in {"ORG", "PERSON"} for c in tail[cut:])
                if tail[cut].text in WITH and not acts and partner:
                    return []  # 与|乙银行|商讨|一笔
                if tail[cut].tag == "c" and not partner:
                    continue
                tail = tail[acts[0] :] if acts else tail
                break
        caused = next((k for k in range(len(tail) - 2, -1, -1) if tail[k].text in CAUSES), -1)
        tail = tail[caused + 1 :]  # 主要原因|系|计提减值准备
        for cut in range(len(tail) - 2, 0, -1):
            manner = tail[cut].text in {"方式", "形式"}
            if manner or _ends_relative(tail[: cut + 1]):
                tail = tail[cut + 1 :]  # 某局颁发的|发明专利证书, 以竞价方式|回购股份
                break
        while tail and tail[0].kind in {"P", "DATE"} and not _quotes(tail):
            tail.pop(0)
        if len(tail) > 2 and tail[0].kind in {"PLACE", "PARK"} and tail[1].text == "的":
            tail = tail[2:]  # 位于|宁波市|的|年产10万吨装置
        return tail if any(c.kind != "P" and c.text not in self.words["reach"] for c in tail) else []

    def noun_behind(self, start: int, end: int) -> tuple[str, Span] | None:
        """Return the noun phrase that begins behind an amount (500家协同倍增企业)."""
        chunks = self.chunks
        k = start
        while k < end and chunks[k].kind == "W" and chunks[k].tag in {"v", "a"} and k - start < 2:
            k += 1
        if k == end or chunks[k].kind != "W" or chunks[k].tag not in {"n", "nz", "vn"}:
            k = start
        while k < end and in_noun(chunks[k]):
            k += 1
        if start + 1 < k < end and chunks[k].kind == "AMOUNT" and chunks[k - 1].text in self.words["verb"]:
            k -= 1  # 以6元的定增价|募资100亿元
        while k > start and chunks[k - 1].tag == "u":
            k -= 1
        while start < k and chunks[start].text == "的":
            start += 1
        if k <= start:
            return None
        words = "".join(c.text for c in chunks[start:k])
        if words.endswith("之一"):
            return None  # 为10家新股之一
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
            if k and chunk.text == "实现" and k + 1 < len(chunks) and chunks[k + 1].text != "的":
                continue  # 产业|实现|产值
            words += chunk.text
            bracket = BRACKET.match(self.text, chunk.span.end)
            if bracket is not None:
                words += bracket[0]
        words = WINDOW.sub("", words.strip("的、，").removesuffix("是"))
        words = words.removesuffix("累计") if words != "累计" else words
        if words.count("“") != 1 or words.count("”") != 1 or words[0] + words[-1] == "“”":
            words = words.strip("的“”、，")  # but “超预期”加息
        odd = (
            words.startswith(NO_NAME)
            or words.endswith("情况")
            or words in NO_MEASURES
            or words.count("“") != words.count("”")
        )
        return "" if odd else words


def _trades_with(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a name begins with whom one trades with: 对|德国|进出口额."""
    return chunks[0].text == "对" and any(c.text.startswith(TRADED) for c in chunks[2:4])


def _lasts(core: Sequence[Chunk], amount: Amount, words: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a stretch of time says how long an event is: 为期|4天."""
    return amount.unit in words["duration"] and bool(core) and core[-1].text in LASTS


def _quotes(chunks: Sequence[Chunk]) -> bool:
    """Tell whether chunks open with words in quotes and go on behind them: “双碳”|基金."""
    closed = next((k for k, c in enumerate(chunks) if c.text == "”"), len(chunks))
    return chunks[0].text == "“" and closed < len(chunks) - 1


def _contributed(before: Sequence[Chunk], behind: Sequence[Chunk]) -> list[Chunk] | None:
    """Return what one gives so much of: 贡献了全省|7.6%|的|税收、|17%|的|进出口."""
    row = all(c.text in {"、", "和", "以及", "及", "与"} for c in before[:1])
    gives = any(c.text.removesuffix("了") in GIVES for c in before) or (row and bool(before))
    if not gives or len(behind) < 2 or behind[0].text != "的":
        return None
    noun = list(takewhile(in_noun, behind[1:]))
    return noun or None


def _compared_with(before: Sequence[Chunk], previous: Name | None) -> Name | None:
    """Name what one more place is compared with: 高于全国0.8个、|全省|0.3个百分点."""
    told = [c for c in before if c.text not in {"、", "和", "与"}]
    at = max(previous.text.rfind(word) for word in ("高于", "低于")) if previous is not None else -1
    if previous is None or at < 0 or len(told) != 1 or told[0].text not in SCOPES | WHOLE_PLACES:
        return None
    return Name(previous.text[: at + 2] + told[0].text, "metric.value", told[0].span)


def _of_another_whole(before: Sequence[Chunk], previous: Name | None) -> Name | None:
    """Name one more share of what was just told of: 产量占全国的65%、|世界|的|22%."""
    told = [c for c in before if c.text not in {"、", "和", "，", "及"}]
    if previous is None or "占" not in previous.text or len(told) != 2 or told[1].text != "的":
        return None
    if told[0].text not in SCOPES | WHOLE_PLACES:
        return None
    base = previous.text[: previous.text.rindex("占")]
    return Name(base, "metric.portion", told[0].span, "占" + told[0].text)


def _rises(held: Sequence[Chunk]) -> bool:
    """Tell whether what goes up is a ware or a list of wares, and no measure: 热卷, not 房租."""
    if len(held) == 1 and held[0].kind in {"INDUSTRY", "PRODUCT"}:
        return True
    plain = bool(held) and all(c.kind == "W" and c.tag in {"n", "nz", "b", "LOC"} for c in held)
    return plain and len(held) < 3 and not held[-1].text.endswith(NO_WARES)


def _attributed(core: Sequence[Chunk], behind: Sequence[Chunk], amount: Amount) -> Name | None:
    """Name what an amount before 的 says of a thing: 价值|25万元|的|越野车, 规划了|12平方公里|的|物流园."""
    if not core or not behind or behind[0].text != "的":
        return None
    if core[-1].text in WORTH and amount.kind not in {"gt", "ge", "lt", "le"}:
        return Name(core[-1].text, "metric.value", core[-1].span)
    if amount.unit in AREAS and core[-1].text.endswith(LAYS_OUT):
        return Name(LAND, "metric.value", core[-1].span)
    return None


def _spent(core: Sequence[Chunk], behind: Sequence[Chunk], amount: Amount) -> Chunk | None:
    """Return the verb whose stretch of time an amount of years is: 任职|甲公司|15年, 在此工作|26年."""
    if amount.unit not in {"年", "个年头"} or (behind and behind[0].text in TELL_WHEN):
        return None
    told = [c for c in core if c.text not in HAS_LASTED]
    tail = [c for c in told[-2:] if c.kind not in {"ORG", "PARK", "FACILITY"}]
    verb = tail[-1] if tail else None
    return verb if verb is not None and verb.kind == "W" and verb.text in SPENT else None


def _opens_quoted_name(chunks: Sequence[Chunk], index: int) -> bool:
    """Tell whether a number opens a name in quotes, which counts nothing here: “六朵|金花”."""
    marks = "".join(c.text for c in chunks[index + 1 : index + 4])
    return index > 0 and chunks[index - 1].text == "“" and "”" in marks[1:]


def _one_of(behind: Sequence[Chunk], amount: Amount) -> bool:
    """Tell whether an amount only counts those that a thing is one of: 是|156个|重点|项目|之一."""
    noun = takewhile(lambda c: c.kind != "P" and c.text not in {"的", "和"}, behind[:6])
    return amount.unit in {"个", "家", "所", "座", "大", "项"} and any(c.text.endswith("之一") for c in noun)


def _ends_list(before: Sequence[Chunk]) -> bool:
    """Tell whether a list of people ends before a number: 董秘等|约|13人."""
    k = len(before)
    while k and before[k - 1].tag in TRAILING and before[k - 1].text != "等":
        k -= 1
    return k > 1 and before[k - 1].text == "等"


def _ends_relative(chunks: Sequence[Chunk]) -> bool:
    """Tell whether the chunks end in a relative clause: a verb and 的."""
    return len(chunks) > 1 and chunks[-1].text == "的" and chunks[-2].kind == "W" and chunks[-2].tag in VERBAL


def _in_relative(chunks: Sequence[Chunk], index: int, end: int) -> bool:
    """Tell whether the amount at ``index`` ends a relative clause: a verb, the amount, 的 and a noun."""
    following = chunks[index + 1 : min(index + 3, end)]
    return (
        len(following) == 2
        and following[0].text == "的"
        and following[1].tag in {"n", "nz"}
        and index > 0
        and chunks[index - 1].tag == "v"
    )


def _is_ware(chunk: Chunk) -> bool:
    """Tell whether a chunk can be part of the name of a thing that is bought and sold."""
    if chunk.kind == "W":
        return chunk.tag in {"n", "nz", "vn", "b"}
    return chunk.kind in {"PRODUCT", "INDUSTRY", "ORG"} and not chunk.listed


def in_noun(chunk: Chunk) -> bool:
    """Tell whether a chunk can be part of the noun that is counted."""
    if chunk.kind == "W":
        return chunk.tag in NOMINAL | {"u"} and chunk.text not in {"左右", "以上", "以下"}
    return chunk.kind in {"INDUSTRY", "GROUP", "PRODUCT", "POLICY"} and not chunk.listed


def _span(chunks: Sequence[Chunk]) -> Span | None:
    return Span(chunks[0].span.start, chunks[-1].span.end) if chunks else None
