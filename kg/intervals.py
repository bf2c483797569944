"""ISO 8601 dates, months, years and intervals → first and last day."""

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


def days_of(time: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day of ``time``; an open or unreadable side is ``None``."""
    if not time:
        return None, None
    start, slash, end = time.partition("/")
    return _days(start)[0], _days(end if slash else start)[1]


def _days(point: str) -> tuple[date | None, date | None]:
    match = _POINT.fullmatch(point)
    if match is None:
        return None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None, None
    return first, last
