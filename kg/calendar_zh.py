"""The Chinese calendar as far as news needs it: lunar dates, festivals, months, quarters, weeks.

Years and numbers in, inclusive intervals of days out; nothing here knows of text.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from kg.resources import ontology_dir

Interval = tuple[date, date]

#: The year before the first of an era: 光绪三十年 is 1904, 民国24年 1935.
ERAS = {
    "民国": 1911, "光绪": 1874, "宣统": 1908, "同治": 1861, "咸丰": 1850, "道光": 1820, "嘉庆": 1795,
    "乾隆": 1735, "雍正": 1722, "康熙": 1661, "顺治": 1643, "崇祯": 1627, "万历": 1572, "嘉靖": 1521,
    "洪武": 1367,
}  # fmt: skip
#: The five-year plans by the name of their number: first and last year.
PLANS = {
    name: (first, first + 4)
    for name, first in (
        ("六五", 1981), ("七五", 1986), ("八五", 1991), ("九五", 1996), ("十五", 2001), ("十一五", 2006),
        ("十二五", 2011), ("十三五", 2016), ("十四五", 2021), ("十五五", 2026), ("十六五", 2031),
    )
}  # fmt: skip

#: Festivals of the common calendar: month and day.
_FIXED = {
    "元旦": (1, 1), "情人节": (2, 14), "妇女节": (3, 8), "三八妇女节": (3, 8), "植树节": (3, 12),
    "五一": (5, 1), "劳动节": (5, 1), "五四青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1), "七一": (7, 1),
    "建军节": (8, 1), "八一建军节": (8, 1), "教师节": (9, 10), "国庆": (10, 1), "国庆节": (10, 1),
    "十一": (10, 1), "双十一": (11, 11), "双11": (11, 11), "双十二": (12, 12), "双12": (12, 12),
    "平安夜": (12, 24), "圣诞节": (12, 25), "圣诞": (12, 25),
}  # fmt: skip
#: Festivals of the lunar calendar: month and day.
_LUNAR = {
    "春节": (1, 1), "农历新年": (1, 1), "元宵节": (1, 15), "元宵": (1, 15), "端午节": (5, 5), "端午": (5, 5),
    "七夕": (7, 7), "中秋节": (8, 15), "中秋": (8, 15), "重阳节": (9, 9), "重阳": (9, 9),
    "腊八节": (12, 8), "腊八": (12, 8),
}  # fmt: skip
_TERMS = {"清明节": "清明", "清明": "清明", "冬至": "冬至"}
#: How many days the public holiday lasts that begins with the festival.
_HOLIDAY = {"春节": 7, "农历新年": 7, "国庆": 7, "国庆节": 7, "十一": 7, "五一": 5, "劳动节": 5}

FESTIVALS = (*_FIXED, *_LUNAR, *_TERMS, "除夕")


@cache
def _lunar_table() -> dict[tuple[int, str], date]:
    path = ontology_dir() / "names" / "lunar.tsv"
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    head, *rows = lines
    return {
        (int(row[0]), name): date.fromisoformat(cell)
        for row in rows
        for name, cell in zip(head[1:], row[1:], strict=True)
    }


def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the day of the lunar year that begins in ``year`` (leap months left out), 1990-2050."""
    first = _lunar_table().get((year, str(month)))
    return None if first is None else first + timedelta(day - 1)


def festival(year: int, name: str) -> date | None:
    """Return the day a festival of :data:`FESTIVALS` falls on in ``year``; ``None`` outside the table."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _TERMS:
        return _lunar_table().get((year, _TERMS[name]))
    if name == "除夕":
        spring = lunar_day(year, 1, 1)
        return spring and spring - timedelta(1)
    month, day = _LUNAR[name]
    # The twelfth month of a lunar year ends in the next common year, where the newspapers count it.
    return lunar_day(year - 1 if month == 12 else year, month, day)


def holiday(first: date, name: str) -> Interval:
    """Return the public holiday of the festival on ``first``: its usual number of days from there on."""
    return first, first + timedelta(_HOLIDAY.get(name, 3) - 1)


def months(year: int, first: int, last: int | None = None) -> Interval:
    """Return the first to the last day of months ``first`` to ``last`` (``last`` may run past 12)."""
    start = add_months(date(year, 1, 1), first - 1)
    return start, month_end(add_months(start, (last or first) - first))


def month_end(day: date) -> date:
    """Return the last day of the month of ``day``."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, count: int) -> date:
    """Return the same day ``count`` months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week(day: date, shift: int = 0) -> Interval:
    """Return Monday to Sunday of the week of ``day``, ``shift`` weeks on."""
    monday = day - timedelta(day.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(6)


def add(day: date, count: int, unit: str) -> date:
    """Return the day ``count`` 天, 日, 周, 月 or 季度 on."""
    if unit in {"月", "季度"}:
        return add_months(day, count * (3 if unit == "季度" else 1))
    return day + timedelta(count * (7 if unit == "周" else 1))
