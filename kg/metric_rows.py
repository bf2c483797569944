"""Numbers in a row that are dealt out: to subjects, to years, or to metrics, each number to one in order.

甲区和乙区分别增长3%和5%; 2019年至2020年净利润分别为1亿元和2亿元; 营业收入和净利润分别达到3亿元和1亿元.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.chunk import Member
from kg.context import Surroundings
from kg.discourse import Clause
from kg.metric_names import Name, Namer
from kg.times import TimeSpan

_YEARS = re.compile(r"([12][0-9]{3})(?:-01(?:-01)?)?/([12][0-9]{3})(?:-12(?:-31)?)?$")
#: What stands between the periods of a list, and between numbers side by side.
_JOINTS = frozenset({"、", "和", "及", "以及", "与"})


@dataclass(frozen=True, slots=True)
class Row:
    """What the numbers of a clause are dealt out to, one of three, in order; all empty for no row."""

    members: tuple[Member, ...] = ()
    years: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()

    @property
    def one_metric(self) -> bool:
        """Whether all the numbers are values of the metric of the first."""
        return bool(self.members or self.years)


def row_of(around: Surroundings, namer: Namer, clause: Clause, amounts: Sequence[int]) -> Row | None:
    """Return what the amounts of a clause are dealt out to; ``None`` if to things that nothing names."""
    bids = _bids(around, namer, clause, amounts)
    if bids:
        return Row(names=bids)
    dealt = _subjects(around, namer, clause, amounts)
    if dealt is None:
        years = _periods(around, clause, amounts)
        names = () if years else _taken(namer, around, clause, amounts) or namer.dealt(clause, amounts)
        if not years and not names:
            years = _one_each(_carried_times(around, amounts, namer.text), amounts)
        return Row(years=years, names=names) if years or names else None
    years = _periods(around, clause, amounts) if not dealt and adjoin(around, amounts) else ()
    if years and not _JOINTS.isdisjoint(around.chunks[i].text for i in range(amounts[0], amounts[-1])):
        return Row(years=years)  # 2021年、2022年营收分别为2亿元、3亿元，研发开支为1亿元和2亿元
    if not dealt and not clause.own and adjoin(around, amounts):
        return Row(names=_taken(namer, around, clause, amounts))  # 产销2辆和1辆，同比增长3%和5%
    return Row(members=dealt)


def _bids(around: Surroundings, namer: Namer, clause: Clause, amounts: Sequence[int]) -> tuple[Name, ...]:
    """Return the price that one bidder bids, once for each of several lots: 中标金额分别为2亿元、1亿元."""
    if len(amounts) < 2 or len(clause.topic) > 1:
        return ()
    amount, told = around.chunks[amounts[0]].count, around.chunks[clause.start : amounts[0]]
    if amount is None or around.cues.metric["deal"].isdisjoint(c.text for c in told):
        return ()
    if not any(c.text.startswith("中标") for c in told):
        return ()
    name = namer.name(clause, clause.start, amounts[0], amount)
    return (name,) * len(amounts) if name is not None and name.base.startswith("中标") else ()


def _subjects(
    around: Surroundings, namer: Namer, clause: Clause, amounts: Sequence[int]
) -> tuple[Member, ...] | None:
    """Return the coordinated subjects whose numbers are dealt out in order (分别, 依次).

    Empty where nothing is dealt, ``None`` where numbers are dealt out among things no mention names.
    """
    chunks, deals = around.chunks, around.cues.metric["deal"]
    if len(amounts) < 2 or not deals & {c.text for c in chunks[clause.start : clause.end]}:
        return ()
    told = [name.base for name in namer.told.named]
    if not clause.own and len(told) == len(amounts) == len(set(told)):
        return ()  # 甲、乙等景区接待游客…，旅游收入…，分别增长3%和5%: dealt out to these
    for chunk in chunks[clause.start : amounts[0]]:
        listed = chunk.row or (chunk.members if chunk.listed else ())
        if len(listed) == len(amounts):
            return listed
    before = around.clauses[: around.clauses.index(clause)]
    last = chunks[before[-1].end - 1] if before and not clause.own else None
    if last is not None and last.listed and len(last.members) == len(amounts):
        return last.members  # 前三大股东分别为甲、乙和丙，持股比例分别为…
    return clause.topic if len(amounts) == len(clause.topic) else None


def adjoin(around: Surroundings, amounts: Sequence[int]) -> bool:
    """Tell whether amounts follow each other with nothing but 和, 、 or the like between them."""
    joints = [around.chunks[a + 1 : b] for a, b in pairwise(amounts)]
    return bool(joints) and all(len(j) == 1 and j[0].text in _JOINTS for j in joints)


def _periods(around: Surroundings, clause: Clause, amounts: Sequence[int]) -> tuple[str, ...]:
    """Return the periods that numbers are dealt out among, by a list of them or by a span of years.

    一季度、上半年和全年增速分别为3%、4%和5%; 2019年至2020年，净利润分别为1亿元和2亿元.
    """
    for listed in _listed_times(around, clause, amounts):
        periods = _one_each(listed, amounts)
        if periods:
            return periods
    years = _each_year(around.time(amounts[0], carried=True) or "")
    return years if len(years) == len(amounts) > 1 else ()


def _listed_times(around: Surroundings, clause: Clause, amounts: Sequence[int]) -> Iterator[list[TimeSpan]]:
    """Yield the lists of times that numbers may be dealt out to: the clause's, the last one before it."""
    yield [t for i in range(clause.start, amounts[0]) if (t := around.at(i)) is not None and t.iso]
    row: list[TimeSpan] = []
    for index in range(amounts[0] - 1, -1, -1):
        found = around.at(index)
        if found is not None and found.iso is not None:
            row.append(found)
        elif row and around.chunks[index].text not in _JOINTS:
            break
    if row:
        yield row[::-1]


#: How far before its numbers a list of times may stand, in characters.
_REACH = 200


def _carried_times(around: Surroundings, amounts: Sequence[int], text: str) -> list[TimeSpan]:
    """Return the list of times that a bracket or the sentence before told: （2021年、2022年）."""
    row: list[TimeSpan] = []
    start = around.chunks[amounts[0]].span.start
    near = (around.times.get(at) for at in range(start - 1, max(start - _REACH, 0) - 1, -1))
    for time in near:
        if time is None or time.span.end > start or time.iso is None:
            continue
        between = text[time.span.end : row[-1].span.start if row else start]
        if "\n" in between or (row and between.strip() not in _JOINTS):
            break
        row.append(time)
    return row[::-1]


def _one_each(listed: Sequence[TimeSpan], amounts: Sequence[int]) -> tuple[str, ...]:
    """Return one period for each amount, none if they do not agree: 2019年至2021年及2022年一季度 are four."""
    periods = [_in_year(time, listed[-1]) for time in listed]
    years = [year for period in periods for year in _each_year(period)]
    return next((tuple(each) for each in (periods, years) if len(each) == len(amounts) > 1), ())


def _each_year(iso: str) -> tuple[str, ...]:
    """Return the years of a time that is several, else the time alone."""
    ends = _YEARS.match(iso)
    return tuple(str(year) for year in range(int(ends[1]), int(ends[2]) + 1)) if ends is not None else (iso,)


def _in_year(time: TimeSpan, last: TimeSpan) -> str:
    """Return the ISO time of one period of a row, in the year of the ``last`` where it says none itself."""
    iso = time.iso or ""
    if last.start is None or any(char.isdigit() for char in time.text):
        return iso
    return "/".join(f"{last.start.year:04}{day[4:]}" for day in iso.split("/"))


def _taken(namer: Namer, around: Surroundings, clause: Clause, amounts: Sequence[int]) -> tuple[Name, ...]:
    """Return the metrics just named that changes are dealt out to: 吞吐量…，集装箱…，分别增长3%和5%."""
    amount = around.chunks[amounts[0]].count
    named = namer.told.row or namer.told.named
    if clause.own or amount is None or len(named) < len(amounts):
        return ()
    first = namer.name(clause, clause.start, amounts[0], amount)
    if first is None or not first.change:
        return ()
    change = first.change.removeprefix("分别")
    return tuple(Name(name.base, first.rule, first.span, change) for name in named[-len(amounts) :])
