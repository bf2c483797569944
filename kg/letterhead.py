"""The head of an announcement: 证券代码：300871 证券简称：瑞启科技 公告编号：2021-017.

In: a text. Out: the stock codes and the short name that stand at its head, in whatever order. A function of
the text alone; offsets are code points of it.
"""

import re
from dataclasses import dataclass

from kg.document import Span

#: A field of a head, its name with the mark behind it.
_FIELD = (
    r"(?:[（(]?[AHB]股[）)]?)?(?:(?:证券|股票|股份|公司)(?:代码|简称)|债券代码|债券简称|(?:公告)?编号)[:：]"
)
_CODE = re.compile(
    r"(?<![一-龥])(?:[AHB]股)?(?P<label>(?:证券|股票|股份|公司)代码)[:：]\s*(?P<code>\d{5,6})(?!\d)"
)
_NAME = re.compile(
    r"(?:^|(?<=[\s　\d，,；;]))(?:[AHB]股)?(?:证券|股票|公司)简称[:：]\s*"
    rf"(?P<name>[^\s，,；;。:：（(]{{2,12}}?)(?=[\s　，,；;]|$|{_FIELD})",
    re.MULTILINE,
)
#: Where a head ends at the latest, and how far its code and its name stand from each other, in characters.
_LENGTH = 400
_APART = 120


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues an announcement, and the codes of its shares with their labels."""

    name: Span
    codes: tuple[tuple[str, Span], ...]

    @property
    def span(self) -> Span:
        """What the head covers, from its first field to its last."""
        spans = (self.name, *(span for _, span in self.codes))
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def find_letterhead(text: str) -> Letterhead | None:
    """Return the head of an announcement, if the text has one that names its issuer."""
    named = _NAME.search(text, 0, _LENGTH)
    if named is None:
        return None
    name = Span(*named.span("name"))
    near = range(max(name.start - _APART, 0), min(name.end + _APART, len(text)))
    codes = (
        (match["label"], Span(*match.span("code"))) for match in _CODE.finditer(text, near.start, near.stop)
    )
    return Letterhead(name, tuple(codes))
