"""Numbers of a sitting: who was to come and came, what stock they spoke for, how they voted.

Announcements give them in rows: 应到董事9人，实到董事8人; 代表股份120万股，占有表决权股份总数的45.6%;
同意9票，反对0票，弃权0票. In: the chunks and clauses of a sentence. Out: by the index of each amount its
name, and whose it is: the sitting's, or that of the paper that was voted on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.chunk import Chunk, Member
from kg.discourse import Clause
from kg.document import Span
from kg.model import MentionType
from kg.sittings import is_sitting

SITTING = "metric.sitting"
"""The rule by which these numbers are read."""
_VOTES = frozenset({"同意", "赞成", "反对", "弃权", "回避"})
_PEOPLE = frozenset({"人", "名", "位"})
_BALLOTS = frozenset({"票", "股"})
_UNITS = _PEOPLE | _BALLOTS | {"%"}
#: How far before a number its name begins.
_LONGEST = 120
_ATTENDED = re.compile(
    "(?P<label>(?:应当?|实际?|亲自|委托|现场)?(?:到会|到|出席|参加|参会|参与|列席)"
    "[^，。；：]{0,24}(?:董事|监事|委员|股东|代表|代理人))"
    r"(?:[一-龥、（）()\s]{0,6}(?:共计|共|合计|人数|总数|为|计)){0,3}\s*$"
)
_SPOKEN_FOR = re.compile(
    "(?P<label>(?:所?代表|所?持有?|合计持有)[^，。；：]{0,24}?(?:股份|股权|表决权|股)(?:的?(?:总数|数量|总额))?)"
    r"(?:共计|共|合计|为|计){0,3}\s*$"
)
_PART = re.compile(
    "(?P<label>占[^，。；：]{0,45}(?:表决权|股份|股本)[^，。；：]{0,14}?)(?:的比例|的|比例|为|约){0,3}$"
)
_OURS = re.compile("(?:本|上市)?公司|\\s|^所持有?的?(?=股)")
_SMALL = re.compile("中小(?:股东|投资者)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a sitting: its name, the words that give it, and whose it is."""

    label: str
    cue: Span
    owners: tuple[Member, ...]


def sitting_numbers(chunks: Sequence[Chunk], clauses: Sequence[Clause], text: str) -> dict[int, Figure]:
    """Return the numbers of a sitting in a sentence, by the index of their amounts."""
    counted = [k for k, c in enumerate(chunks) if c.count is not None and c.count.unit in _UNITS]
    return _Minutes(chunks, counted, text).read(clauses) if counted else {}


class _Minutes:
    """One sentence of what was noted of a sitting."""

    def __init__(self, chunks: Sequence[Chunk], counted: Sequence[int], text: str) -> None:
        self.chunks = chunks
        self.text = text
        self.counted = frozenset(counted)
        votes = (k for k in counted if self.unit(k) in _BALLOTS)
        first = next((k for k in votes if self.is_vote(k - 1) or self.is_vote(k + 1)), -1)
        self.step = -1 if self.is_vote(first - 1) else 1
        """Where the word of a vote stands, before its number (同意9票) or behind it (9票同意)."""
        self.small = _SMALL.search(text, chunks[0].span.start, chunks[-1].span.end)
        self.voted = ""
        """What the share of all votes that comes next is of."""

    def unit(self, index: int) -> str:
        count = self.chunks[index].count
        return count.unit if count is not None else ""

    def is_vote(self, index: int) -> bool:
        return 0 <= index < len(self.chunks) and self.chunks[index].text in _VOTES

    def read(self, clauses: Sequence[Clause]) -> dict[int, Figure]:
        found: dict[int, Figure] = {}
        sitting: tuple[Member, ...] = ()
        for clause in clauses:
            told = tuple(
                m for m in clause.topic if is_sitting(m.entity) or m.entity.type is MentionType.DOCUMENT
            )
            for index in range(clause.start, clause.end):
                chunk = self.chunks[index]
                owners = told[:1] or sitting
                figure = self.figure(clause, index, owners) if index in self.counted and owners else None
                if figure is not None:
                    found[index] = figure
                if chunk.kind == "EVENT" and any(is_sitting(m.entity) for m in chunk.members):
                    sitting = chunk.members[:1]
        return found

    def figure(self, clause: Clause, index: int, owners: tuple[Member, ...]) -> Figure | None:
        """Return what a number is: of votes, of who came, of stock, or the share that the last one is."""
        unit, vote = self.unit(index), index + self.step
        opens = self.chunks[clause.start].span
        if unit in _BALLOTS and self.is_vote(vote):
            apart = self.small is not None and self.small.end() <= opens.end
            self.voted = (self.small[0] if self.small and apart else "") + self.chunks[vote].text
            return Figure(self.voted, self.chunks[vote].span, owners)
        if unit == "%" and not self.voted:
            return None
        end = self.chunks[index].span.start
        start = max(opens.start, end - _LONGEST)
        named = _ATTENDED if unit in _PEOPLE else _PART if unit == "%" else _SPOKEN_FOR
        match = named.search(self.text[start:end]) if unit != "票" else None
        if match is None:
            return None
        label = _OURS.sub("", match["label"])
        if unit == "股":
            self.voted = label
        label = self.voted + label if unit == "%" else label
        return Figure(label, Span(start + match.start("label"), start + match.end("label")), owners)
