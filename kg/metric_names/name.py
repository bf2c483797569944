"""What naming a number's metric takes and gives: the number's place, what was told before, the name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from kg.amounts import Amount
from kg.chunk import Chunk, Member
from kg.discourse import Clause
from kg.document import Span


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a metric: its base (净利润) and, for a change, what is said of it (同比下降).

    A base that holds the thing measured (车用MCU市场规模) has it as ``thing`` and the rest as ``measure``;
    they are used where the number has no other owner. That of a part (轻工业增加值) has the ``whole`` it is
    a part of (工业增加值). A verb before a bare noun tells what of it is counted (编制|病床): its ``lead``.
    """

    base: str
    rule: str
    span: Span | None = None
    change: str = ""
    thing: tuple[Chunk, ...] = ()
    measure: str = ""
    whole: str = ""
    lead: str = ""

    @property
    def text(self) -> str:
        """The whole name."""
        return self.lead + self.base + self.change


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
    def share(self) -> bool:
        """Whether it is a share of something."""
        return self.amount.unit == "%"

    @property
    def money(self) -> bool:
        """Whether it is neither a count, nor a time, nor a share."""
        return not self.counted and not self.lasting and not self.share

    @property
    def sifts(self) -> bool:
        """Whether it is a threshold: 三十亿元以上重大项目."""
        return self.amount.text.endswith(("以上", "以下", "以内"))

    @property
    def said(self) -> str:
        """The words of :attr:`core`."""
        return "".join(chunk.text for chunk in self.core)

    def behind_it(self) -> Reading:
        """Return the noun behind the amount as its name."""
        return Name(self.behind[0], "metric.behind", self.behind[1]) if self.behind is not None else UNTOLD


@dataclass(slots=True)
class Told:
    """What a sentence has told so far; a change, 其中 or 占 takes the metric last named up.

    ``alike`` is the metric last named of another thing of the same kind, ``named`` are those given by
    plain nouns, ``row`` those that numbers were dealt out to last; ``listed`` is the last thing counted;
    ``unit`` is that of ``previous``, ``last_unit`` that of the number before. ``quoted`` tells of prices,
    ``rising`` that wares rise or fall without a measure; ``rated`` is the firm whose value an analyst
    changed last.
    """

    previous: Name | None = None
    alike: Name | None = None
    named: list[Name] = field(default_factory=list)
    row: tuple[Name, ...] = ()
    listed: Name | None = None
    unit: str = ""
    last_unit: str = ""
    quoted: bool = False
    rising: bool = False
    rated: tuple[Member, ...] = ()

    @property
    def base(self) -> str:
        """The base of the metric last named."""
        return self.previous.base if self.previous is not None else ""

    def forget(self, *, alike: bool = False) -> None:
        """Begin anew with something else, which may have a number of the same name if it is ``alike``."""
        self.alike = self.previous if alike else None
        self.previous = None
        self.named = []
        self.row = ()
        self.quoted = False

    def note(self, name: Name, amount: Amount, words: Mapping[str, frozenset[str]]) -> None:
        """Remember the metric that a number was just given of."""
        if name.base and name.rule not in {"metric.base", "metric.age", "metric.forecast", "metric.away"}:
            self.previous, self.unit = name, amount.unit
        self.last_unit = amount.unit
        if name.rule == "metric.value":
            self.named.append(name)
            self.row = ()
        counts = name.rule == "metric.value" and amount.unit in words["counter"]
        if name.rule == "metric.count" or counts:
            self.listed = name
        if name.rule == "metric.quote":
            self.quoted = True
