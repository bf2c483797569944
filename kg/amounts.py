"""Amounts in Chinese text: 56.3亿元 → 5630000000 CNY."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kg.document import Span

AmountKind = Literal["exact", "approx", "gt", "ge", "lt", "le", "plus", "range", "order", "ordinal"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit.

    ``value``, ``low`` and ``high`` are in the base unit (元, not 亿元); ``low`` and ``high`` are set
    only where the text bounds the number.
    """

    text: str
    span: Span
    value: Decimal
    unit: str
    kind: AmountKind = "exact"
    low: Decimal | None = None
    high: Decimal | None = None


def find_amounts(text: str) -> list[Amount]:
    """Return the amounts of ``text`` in order, without overlaps."""
    raise NotImplementedError
