"""By what name a body went when it got its next one: 甲前身是乙学校，1952年改名丙学院，1988年更名为甲.

A page is on a body by the name it has today, which goes on being its subject; what is renamed on the way
is the body under the name told last. In: what a text tells of forebears and new names, in order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.chunk import Member
from kg.document import Span
from kg.model import Entity, Fact

#: What tells an earlier body or name, and not from when on the name is another.
_FOREBEARS = frozenset(
    (
        "前身 追溯至 追溯到 溯源至 上溯至 上溯到 肇始于 肇端于 发轫于 发端于 滥觞于 脱胎于 "
        "原名 初名 始名 初称 时名 前称"
    ).split()
)
#: What tells a new name, and not one that is borne beside the first.
_RENAMES = re.compile("[更改易定复命]名|[改易复]称|改[为组制建办]|升格|升级|转制|变更|更改|扩建|恢复为")
#: What tells that a body was made, where it is the page's own under the next of its names.
_MADE = frozenset("成立 组建 设立 建立 创办 创立".split())
_CLAUSE_END = re.compile("[，。；：,;:!?！？\\n]")
#: How far two of a list are apart at most: 甲|、|乙.
_JOINT = 2
#: A government is renamed to nothing but a government.
_PUBLIC = re.compile("(?:政府|委员会|人大|政协|[一-龥]局|[一-龥]厅|党委)$")


@dataclass(slots=True)
class Lineage:
    """The body that a text tells the names of: today's, all of them, and the one that it has by now."""

    today: str = ""
    names: set[str] = field(default_factory=set)
    current: Member | None = None
    forebear: Member | None = None

    def read(self, facts: Sequence[Fact], text: str) -> list[Fact]:
        """Return the facts of a sentence, each new name told of the body that got it.

        A body does not set up what it was: 甲前身是乙学堂，1944年成立丙学校，1981年更名为甲.
        """
        told: dict[int, Fact] = {}
        places = [fact.evidence.cue or fact.evidence.sentence for fact in facts]
        before: tuple[Span, Entity] | None = None
        for k in sorted(range(len(facts)), key=lambda k: places[k].start):
            fact = facts[k]
            if not isinstance(fact.object, Entity) or fact.evidence.object is None:
                told[k] = fact
                continue
            thing = Member(fact.object, fact.evidence.object)
            left_out = _is_left_out(fact, text)
            if fact.relation == "alias" and _RENAMES.search(fact.label):
                if before is not None and before[0] == places[k]:
                    self.current = None  # 扩建为|甲学院和乙学院: which of them goes on is not told
                    fact = replace(fact, subject=before[1])
                else:
                    fact = replace(fact, subject=self.renamed(fact.subject, left_out, thing))
                before = places[k], fact.subject
            elif fact.label in _FOREBEARS:
                self.know(fact.subject, thing)
            elif self.makes(fact, left_out):
                self.names.add(thing.entity.id)
                self.current = thing
                continue
            if fact.subject != fact.object or fact.relation != "alias":
                told[k] = fact
        return [told[k] for k in sorted(told)]

    def makes(self, fact: Fact, left_out: bool) -> bool:
        """Tell whether a fact says that the page's body set up what only is its next name."""
        made = fact.relation == "other" and fact.label in _MADE and self.current is not None
        return made and left_out and fact.subject.id == self.today

    def know(self, body: Entity, forebear: Member) -> None:
        """Remember what a body was before; of several forebears none is renamed."""
        last = self.forebear.span if self.forebear is not None and body.id == self.today else None
        at = forebear.span
        listed = last is not None and max(at.start - last.end, last.start - at.end) <= _JOINT
        self.today, self.names = body.id, {body.id, forebear.entity.id}
        self.forebear, self.current = forebear, None if listed else forebear

    def renamed(self, subject: Entity, left_out: bool, name: Member) -> Entity:
        """Return what gets the new ``name``, of which ``subject`` is told: a body under its last name."""
        known = subject.id in self.names or name.entity.id == self.today
        if left_out and self.current is not None:
            to_firm = not _PUBLIC.search(name.entity.name)
            known = known or (to_firm and _PUBLIC.search(subject.name) is not None)
        if not known:
            self.today, self.names = "", {subject.id}
        before = self.current.entity if left_out and known and self.current is not None else subject
        self.names.add(name.entity.id)
        self.current = name
        return before


def _is_left_out(fact: Fact, text: str) -> bool:
    """Tell whether the clause of a fact names its subject by no name: 1988年更名为甲, 学校更名为甲."""
    named, cue = fact.evidence.subject, fact.evidence.cue
    if named is None or cue is None or named.start > cue.start:
        return True
    subject = fact.subject
    plain = named.of(text).strip("“”") in {subject.name, *subject.aliases}
    return not plain or _CLAUSE_END.search(text, named.end, cue.start) is not None
