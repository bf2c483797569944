"""Naming the metrics of one sentence: the readers are asked in order, and the first to tell decides."""

from collections.abc import Callable, Sequence

from kg.amounts import Amount
from kg.chunk import Chunk
from kg.context import Surroundings
from kg.discourse import Clause
from kg.metric_names import carried, certain, changes, compared, counts, idle, nouns, portions
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.phrases import Phrases
from kg.metric_names.rows import dealt
from kg.metric_words import GRADED, GRADES, MARKS, MOST

READERS: tuple[Callable[[Phrases, Told, Place], Reading], ...] = (
    idle.capacity,
    idle.stands_there,
    idle.need,
    compared.converted,
    compared.read_again,
    idle.earlier,
    compared.forecast,
    certain.age,
    idle.holders,
    portions.controlled,
    certain.sentence,
    portions.of_task,
    carried.times,
    portions.of_all,
    certain.attributed,
    certain.spent,
    certain.away,
    certain.living,
    certain.duration,
    idle.listed_people,
    idle.quoted_name,
    idle.one_of,
    nouns.ranked_in_row,
    nouns.told_first,
    idle.joined_people,
    idle.in_succession,
    certain.paid,
    certain.experience,
    idle.lasting_in_relative,
    portions.rate,
    portions.dealt_stock,
    portions.risen_holding,
    portions.holding,
    certain.taken,
    portions.of_named_part,
    portions.of_one_whole,
    portions.stock,
    certain.fine,
    certain.got,
    certain.fined,
    compared.points,
    certain.contributed,
    portions.of_another_whole,
    idle.part_of_whole,
    compared.with_another,
    compared.then,
    compared.base_of_comparison,
    compared.described,
    compared.same_period,
    compared.quote,
    changes.changed,
    portions.takes_up,
    counts.attending,
    counts.counted,
    counts.counted_again,
    counts.extreme,
    counts.come_so_far,
    nouns.named,
    carried.spoken_before,
    carried.dealt_before,
    carried.step,
    carried.same,
    carried.alike,
    carried.behind,
)
"""A reader answers a name, ``None`` where no metric has the number, or ``UNTOLD`` to leave it to the next."""


class Namer:
    """Names the metrics of one sentence; :attr:`told` is what the sentence has told so far."""

    def __init__(self, around: Surroundings, text: str) -> None:
        """Prepare for the sentence ``around``, a part of ``text``."""
        self.told = Told()
        self.text = text
        self._phrases = Phrases(around, text)

    def note(self, name: Name, amount: Amount) -> None:
        """Remember the metric that a number was just given of."""
        self.told.note(name, amount, self._phrases.words)

    def name(self, clause: Clause, left: int, index: int, amount: Amount) -> Name | None:
        """Return the name of the metric that the amount at ``index`` is a value of."""
        at = self._place(clause, left, index, amount)
        for read in READERS:
            found = read(self._phrases, self.told, at)
            if found is not UNTOLD:
                return portions.split_share(found, at) if found is not None else None
        return None

    def dealt(self, clause: Clause, amounts: Sequence[int]) -> tuple[Name, ...]:
        """Return the metrics in a row that numbers are dealt out to: 营业收入和净利润分别达到3亿元和1亿元."""
        return dealt(self._phrases, clause, amounts)

    def _place(self, clause: Clause, left: int, index: int, amount: Amount) -> Place:
        """Return the amount at ``index`` with what may name its metric, ``left`` and what follows it."""
        phrases = self._phrases
        words = phrases.words
        before = phrases.chunks[self._start(clause, left, index) : index]
        core = phrases.strip(before)
        while core and core[-1].text in MOST:
            core = phrases.strip(core[:-1])
        behind = phrases.noun_behind(index + 1, clause.end)
        if behind is not None and behind[0].startswith(MARKS):
            behind = None
        held = len(core) > 1 and core[-1].kind == "ORG" and bool(core[-1].members)
        if amount.unit == "%" and held and core[-2].text in words["hold"]:
            core = core[:-1]  # 分别持有该行9%和8%的股份
        return Place(
            clause,
            index,
            amount,
            phrases.chunks[index].span,
            before,
            core,
            behind,
            phrases.chunks[index + 1 : clause.end],
            counted=amount.unit in words["counter"],
            lasting=amount.unit in words["duration"],
        )

    def _start(self, clause: Clause, left: int, index: int) -> int:
        """Return where what may name the metric of the amount at ``index`` begins, at ``left`` or behind."""
        chunks = self._phrases.chunks
        start = max(left, clause.at + 1) if clause.own and clause.at < index else left
        if clause.own and clause.at > index > start and chunks[start].kind == "ORG":
            start += 1  # 甲集团|总投资2亿元的乙项目已投产
        for k in range(start, index - 2):
            if chunks[k].text in GRADES and chunks[k + 1].kind in GRADED:
                start = k + 2
        for k in range(index - 1, start, -1):
            if chunks[k].text == "、" and chunks[k - 1].kind == "AMOUNT":
                return k + 1  # 6个|百亿级|、|12个|三十亿元以上项目
            if chunks[k].text == "、" and any(_tells_sum(chunks, j) for j in range(start, k)):
                return k + 1  # 投资5亿元的甲、|投资1亿元的乙
            if chunks[k].text == "、" and chunks[k - 1].kind == "W" and chunks[k - 1].tag in {"v", "vn", "a"}:
                return k + 1  # 投资由负转正、|增加值增长
        return start


def _tells_sum(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a sum stands before 的 at ``at`` and tells of what is named next: 投资5亿元|的|甲."""
    return chunks[at].text == "的" and at > 0 and chunks[at - 1].kind == "AMOUNT"
