"""Write ontology/names/lunar.tsv: on which day each month of the Chinese calendar begins, 1990-2050.

    python tools/make_lunar.py > ontology/names/lunar.tsv

The rule is that of GB/T 33661-2017: a month begins on the day (UTC+8) of a new moon; the winter solstice
falls into the eleventh month; where thirteen months lie between two solstices, the first without a
major solar term repeats the number before it. New moons and the sun's longitude follow J. Meeus,
Astronomical Algorithms, 2nd edition, chapters 49 and 25: good to minutes, which no month start of
these years needs closer.
"""

import math
import sys
from datetime import date

_EPOCH = 1721424.5  # Julian date of day 0 of date.fromordinal
_DELTA_T = 70 / 86400  # TT - UT in days; within a minute for 1990-2050
_ZONE = 8 / 24


def new_moon(k: int) -> float:
    """Return the Julian date (TT) of new moon ``k``, counted from that of 2000-01-06."""
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t * t
    sun, moon, node, omega = (
        math.radians(base + rate * k)
        for base, rate in (
            (2.5534, 29.10535670),
            (201.5643, 385.81693528),
            (160.7108, 390.67050284),
            (124.7746, -1.56375588),
        )
    )
    terms = (
        (-0.40720, moon), (0.17241 * e, sun), (0.01608, 2 * moon), (0.01039, 2 * node),
        (0.00739 * e, moon - sun), (-0.00514 * e, moon + sun), (0.00208 * e * e, 2 * sun),
        (-0.00111, moon - 2 * node), (-0.00057, moon + 2 * node), (0.00056 * e, 2 * moon + sun),
        (-0.00042, 3 * moon), (0.00042 * e, sun + 2 * node), (0.00038 * e, sun - 2 * node),
        (-0.00024 * e, 2 * moon - sun), (-0.00017, omega),
    )  # fmt: skip
    mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    return mean + sum(size * math.sin(angle) for size, angle in terms)


def longitude(julian: float) -> float:
    """Return the sun's apparent longitude in degrees at a Julian date (TT)."""
    t = (julian - 2451545) / 36525
    anomaly = math.radians(357.52911 + 35999.05029 * t)
    centre = (
        (1.914602 - 0.004817 * t) * math.sin(anomaly)
        + (0.019993 - 0.000101 * t) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * t)
    return (
        280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre - 0.00569 - 0.00478 * math.sin(node)
    ) % 360


def china_day(julian: float) -> date:
    """Return the day in UTC+8 of a Julian date (TT)."""
    return date.fromordinal(int(julian - _DELTA_T + _ZONE - _EPOCH))


def solar_term(year: int, degrees: float) -> date:
    """Return the day in ``year`` on which the sun reaches ``degrees`` of longitude."""
    julian = date(year, 3, 20).toordinal() + _EPOCH + ((degrees + 80) % 360 - 80) * 365.2422 / 360
    for _ in range(8):
        julian += ((degrees - longitude(julian) + 180) % 360 - 180) * 365.2422 / 360
    return china_day(julian)


def months(year: int) -> dict[int, date]:
    """Return the first day of months 1 to 12 of the lunar year that begins in ``year`` (no leap month)."""
    starts: dict[int, date] = {}
    for cycle in (year, year + 1):
        solstice, next_solstice = solar_term(cycle - 1, 270), solar_term(cycle, 270)
        k = round((cycle - 1 - 2000) * 12.3685) + 9
        days = [china_day(new_moon(k + i)) for i in range(22)]
        first = max(i for i, day in enumerate(days) if day <= solstice)
        last = max(i for i, day in enumerate(days) if day <= next_solstice)
        major = [solar_term(y, term) for y in (cycle - 1, cycle) for term in range(0, 360, 30)]
        number, leap_due = 11, last - first == 13
        for i in range(first, last):
            has_term = any(days[i] <= term < days[i + 1] for term in major)
            if leap_due and i > first and not has_term:
                leap_due = False
                continue
            if (cycle == year and (number <= 10)) or (cycle == year + 1 and number >= 11):
                starts[number] = days[i]
            number = number % 12 + 1
    return starts


def main() -> None:
    """Print the table."""
    sys.stdout.write(
        "# First days of the months of the Chinese calendar (leap months left out), 清明 and 冬至." + "\n"
    )
    sys.stdout.write(
        "# Source: computed by tools/make_lunar.py (Meeus; GB/T 33661-2017). Licence: MIT. Date: 2026-11."
        + "\n"
    )
    sys.stdout.write("\t".join(["year", *(str(month) for month in range(1, 13)), "清明", "冬至"]) + "\n")
    for year in range(1990, 2051):
        starts = months(year)
        cells = [starts[month] for month in range(1, 13)] + [solar_term(year, 15), solar_term(year, 270)]
        sys.stdout.write("\t".join([str(year), *(cell.isoformat() for cell in cells)]) + "\n")


if __name__ == "__main__":
    main()
