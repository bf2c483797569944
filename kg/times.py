"""Times in Chinese text: 1月9日 in an article of 2022-01-14 → 2022-01-09."""

from dataclasses import dataclass
from datetime import date

from kg.document import Span


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression as an interval of the calendar, both ends included; an open end is ``None``.

    ``grain`` is ``day``, ``month``, ``quarter``, ``year`` …; ``vague`` marks 近日, 目前 and the like.
    """

    text: str
    span: Span
    start: date | None
    end: date | None
    grain: str
    vague: bool = False

    @property
    def iso(self) -> str | None:
        """ISO 8601 date, month or year where the interval is exactly one, else ``A/B``; vague: None."""
        raise NotImplementedError


def find_times(text: str, published: date | None = None) -> list[TimeSpan]:
    """Return the time expressions of ``text`` in order, without overlaps."""
    raise NotImplementedError
