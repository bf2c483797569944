"""A text with its words: what every mention finder reads."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from kg.document import Mark, Span
from kg.gazetteer import Hit, gazetteer
from kg.lac import Name, Word, fold
from kg.mentions.firm_kinds import LEADERS
from kg.words import word_edges

_CLAUSE = "\n。！？；，《》"
#: How much of an endless clause is looked at beside a name, in characters.
_REACH = 200
_FIRMS = ("公司", "集团", "企业", "酒店", "医院", "银行")
_MINISTRY = 3


def is_purchase(text: str, end: int) -> bool:
    """Tell whether the 政府 before ``end`` is that of 政府采购, and no government's name ends there."""
    return text.startswith(("采购", "集中采购", "购买服务"), end) and text.endswith("政府", 0, end)


def is_trade(text: str, end: int) -> bool:
    """Tell whether the name before ``end`` goes on as that of a trade: 美国银行|业评级 is of no bank."""
    goes_on = text.startswith("业", end) and not text.startswith(("业绩", "业务"), end)
    trade = goes_on and text.endswith(("银行", "证券", "保险", "钢铁", "航空"), 0, end)
    return trade or (text.endswith("业", 0, end) and text.startswith(LEADERS, end))


def is_department(text: str, start: int, end: int) -> bool:
    """Tell whether a name is that of a firm's department, called as a ministry is: 该公司|科技部."""
    return end - start == _MINISTRY and text[end - 1] == "部" and text.endswith(_FIRMS, 0, start)


class Lexis:
    """A text, its words, and what the page's markup says of it."""

    def __init__(
        self, text: str, words: Sequence[Word], names: Sequence[Name] = (), marks: Sequence[Mark] = ()
    ) -> None:
        """Hold ``text`` with ``words`` that cover it without a gap, and the ``names`` a model read in it."""
        self.text = text
        self.words = words
        self.names = names
        self.marks = marks

    @cached_property
    def folded(self) -> str:
        """The text for matching: as long as the text, simplified, its letters and digits ASCII."""
        return fold(self.text)

    @cached_property
    def known(self) -> list[Hit]:
        """The names of the gazetteer, from left to right, the longest first, nested ones too."""
        hits = gazetteer().scan(self.folded, nested=True)
        text = self.folded
        return [hit for hit in hits if not is_purchase(text, hit.end) and not is_trade(text, hit.end)]

    @cached_property
    def known_to(self) -> Mapping[int, Sequence[Hit]]:
        """The names of :attr:`known` by where they end."""
        ending: dict[int, list[Hit]] = {}
        for hit in self.known:
            ending.setdefault(hit.end, []).append(hit)
        return ending

    @cached_property
    def at(self) -> list[int]:
        """The index of the word that each character belongs to; one past the end for the end."""
        index = [i for i, word in enumerate(self.words) for _ in range(word.start, word.end)]
        index.append(len(self.words))
        return index

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where words start."""
        return frozenset(word.start for word in self.words)

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where words end."""
        return frozenset(word.end for word in self.words)

    def agreed(self, span: Span) -> bool:
        """Tell whether the second word model has a word edge at both ends of ``span``."""
        first, last = max(span.start - _REACH, 0), min(span.end + _REACH, len(self.text))
        low = max(first, *(self.text.rfind(mark, first, span.start) + 1 for mark in _CLAUSE))
        ends = (self.text.find(mark, span.end, last) for mark in _CLAUSE)
        high = min((at for at in ends if at >= 0), default=last)
        edges = word_edges(self.folded[low:high])
        return span.start - low in edges and span.end - low in edges

    def word(self, i: int) -> str:
        """Return the characters of word ``i``."""
        word = self.words[i]
        return self.text[word.start : word.end]
