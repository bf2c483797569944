"""A number whose owner is asked for, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.chunk import Chunk, Member
from kg.clauses import tells_grade
from kg.context import Surroundings
from kg.context_cues import Words
from kg.discourse import Clause
from kg.metric_names import Name, Told
from kg.topics import reaches_share

Owners = tuple[Member, ...]

#: A name behind one of these is not whose the number is: 对甲罚款, 占甲总股本, 被甲罚款.
_AIMS = frozenset({"对", "向", "占", "被", "遭"})
#: Whose money it was, or whom one serves, stands behind one of these: 收受|某某|4万元感谢费.
_TAKES = frozenset({"收受", "索取", "索要", "挪用", "骗取", "任职", "就职", "供职"})
OWNERS = frozenset({"PLACE", "ORG", "PARK", "GROUP", "FACILITY", "PERSON", "EVENT"})
"""Kinds of chunks that have numbers."""

THINGS = frozenset({"FACILITY", "PRODUCT", "PARK", "ORG", "POLICY", "EVENT"})
"""Kinds of chunks that a text tells of and then gives numbers of."""


@dataclass(frozen=True, slots=True)
class Number:
    """The amount at ``index`` of a sentence, in ``clause``, a value of the metric ``name``."""

    around: Surroundings
    told: Told
    clause: Clause
    index: int
    name: Name

    @property
    def chunks(self) -> Sequence[Chunk]:
        """The chunks of the sentence."""
        return self.around.chunks

    @property
    def words(self) -> Words:
        """The cue words of metrics."""
        return self.around.cues.metric

    @property
    def topic(self) -> Owners:
        """What the clause is about."""
        return self.clause.topic

    @property
    def led(self) -> Sequence[Chunk]:
        """The chunks of the clause before the amount."""
        return self.around.chunks[self.clause.start : self.index]

    @property
    def before(self) -> Sequence[Clause]:
        """The clauses before this one, as far as they tell of its number."""
        return self.around.before(self.clause)

    def says(self, words: frozenset[str]) -> bool:
        """Tell whether one of ``words`` stands in the clause before the amount."""
        return any(chunk.text in words for chunk in self.led)


def names_another(around: Surroundings, clause: Clause, index: int) -> bool:
    """Tell whether the clause names something else that the number may be of (在湖南益阳，依托…162项)."""
    chunks = around.chunks
    for k in range(clause.start, index):
        chunk = chunks[k]
        if chunk.kind not in OWNERS or not chunk.members or any(m.anaphor for m in chunk.members):
            continue
        kin = k > 1 and chunks[k - 1].text in around.cues.speech["holder"]  # 向|全资子公司|乙|增资1亿元
        held = chunks[k - 1 - kin].text if k > 0 else ""
        compared = held in around.cues.metric["compared"] or held in _AIMS
        compared = compared or not _TAKES.isdisjoint(c.text for c in chunks[max(k - 3, 0) : k])
        compared = compared or reaches_share(chunks, k)  # 全国|市场占有率
        if not compared and (clause.own or not tells_grade(chunks, k)):  # 某省|特色专业|13个
            return True
    return False
