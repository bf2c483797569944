"""Whose a measured number is: a named thing, a list of things together, the office of who is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.chunk import Chunk, Member
from kg.chunks import Chunker, Sentence
from kg.context import Surroundings
from kg.context_cues import Cues
from kg.coordination import SUM
from kg.discourse import Discourse
from kg.metrics import Measured
from kg.model import Entity, Fact, MentionType
from kg.witness import CARRIED, Witness

#: Numbers that belong to a person.
_PERSONAL = re.compile(
    r"享年|年龄|持股|持有|冻结|买入|卖出|转让|认缴|认购|套现|表决权|股份|出资|增持|减持|投资|罚款|终年|年薪|薪酬|股权|身家|身价|财富|质押|经验|从业"
    r"|徒刑|收受|索取|索要|受贿|行贿|贪污|敛财|侵占|挪用|赃款|赃物|财物|回扣|酬劳|预支|花费|借款|好处费|感谢费|退缴|退赔|罚金|工作|任职|任期|从教|执教|捐款|捐赠"
)


class Owners:
    """Gives the numbers of one document to their owners."""

    def __init__(
        self, text: str, cues: Cues, chunker: Chunker, discourse: Discourse, witness: Witness
    ) -> None:
        """Read ``text``, whose things ``chunker`` knows."""
        self.text = text
        self.cues = cues
        self.chunker = chunker
        self.discourse = discourse
        self.witness = witness
        self.offices: dict[str, Entity] = {}
        """The body or place that each person speaks for, by the person's identifier."""

    def facts(self, found: Measured, sentence: Sentence, around: Surroundings) -> Iterator[Fact]:
        """Yield one fact for each thing measured; things measured together are a group."""
        for subject in self.owners(found, around):
            yield Fact(
                self.discourse.firm(subject.entity),  # what a board decides upon is the firm's
                "metric",
                found.amount,
                self.witness.states(found.rule, sentence.span, subject.span, found.amount.span, found.cue),
                label=found.label,
                time=found.time,
                status=found.status,
                confidence=round(found.confidence - (CARRIED if subject.anaphor else 0.0), 4),
            )

    def owners(self, found: Measured, around: Surroundings) -> Sequence[Member]:
        """Return the things that an amount is a measure of."""
        subjects = found.subjects
        if found.label.startswith("任期"):
            subjects = tuple(m for m in subjects if m.entity.type is MentionType.PERSON)
        if found.thing is not None and not subjects:
            thing = self.chunker.make(found.thing.of(self.text), found.kind, found.thing)
            return [Member(thing, found.thing)]
        if len(subjects) > 1:
            chunk = next((c for c in around.chunks if c.members == subjects), None)
            index = next(i for i, c in enumerate(around.chunks) if c.count is found.amount)
            clause = around.clause(index)
            words = {c.text for c in around.chunks[clause.start : index]}
            if chunk is not None and self.together(chunk, words):
                return [Member(self.group(chunk), chunk.span)]
        if (
            len(subjects) == 1
            and subjects[0].entity.type is MentionType.PERSON
            and not _PERSONAL.search(found.label)
        ):
            office = self.offices.get(subjects[0].entity.id)
            return [Member(office, subjects[0].span, True)] if office is not None else []
        return subjects

    def together(self, chunk: Chunk, words: set[str]) -> bool:
        """Tell whether a number is of all that a list names: 甲、乙、丙三市合计, not 甲、乙均 or 分别."""
        cues = self.cues.metric
        if (chunk.count is not None and not words & cues["each"]) or any(
            word.startswith(tuple(cues["together"])) for word in words
        ):
            return True
        return bool(SUM.search(chunk.text)) and not words & (cues["each"] | cues["deal"])

    def group(self, chunk: Chunk) -> Entity:
        """Return the group that a list of names is, under the words of the list."""
        return self.chunker.make(chunk.text, MentionType.GROUP, chunk.span)


def of_holder(fact: Fact, stakes: Sequence[Fact]) -> Fact:
    """Give a share of stock to who holds it: 乙股东原为甲，持股比例62% is of 甲."""
    if fact.label == "持股比例":
        for stake in stakes:
            if isinstance(stake.object, Entity) and stake.object.id == fact.subject.id:
                return replace(fact, subject=stake.subject, status=stake.status)
    return fact
