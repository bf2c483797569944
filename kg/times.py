"""Times in Chinese text: 1月9日 in an article of 2022-01-14 → 2022-01-09.

In goes text with the day of its publication, out come :class:`TimeSpan` values. One grammar of named
alternatives finds the expressions; for each name a method of :class:`_Reader` knows the interval.
What an expression leaves unsaid comes from the text before it (同年, 当天, 9月) or from the day of
publication; an expression that needs that day has no interval where the day is unknown.
"""

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg import calendar_zh as calendar
from kg import times_grammar as grammar
from kg.calendar_zh import Interval
from kg.document import Span
from kg.numerals import PLAIN, read_numeral


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression as an interval of the calendar, both ends included; an open end is ``None``.

    ``grain`` is ``day``, ``week``, ``month``, ``quarter``, ``half``, ``year``, ``decade`` or ``range``;
    ``vague`` marks 近日, 目前 and the like.
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
        if self.vague or self.start is None or self.end is None:
            return None
        if self.start == self.end:
            return self.start.isoformat()
        if self.start.day == 1 and self.end == calendar.month_end(self.start):
            return self.start.isoformat()[:7]
        if (self.start, self.end) == calendar.months(self.start.year, 1, 12):
            return str(self.start.year)
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


#: How far back, in characters, a clause and a sentence are looked through at most.
_CLAUSE = 80
#: Up to this month what is told of a whole year is told of the last one.
_EARLY = 3
#: And up to this one where the text has just named that year.
_HALF = 6
_SENTENCE = 300
_YEAR = 360


def _year_told(token: str) -> int:
    """Return the year that a token tells: 1904年, or by an era 光绪三十年, 1904年（清光绪三十年）."""
    era = grammar.ERA.search(token)
    western = grammar.WESTERN.search(token) if era is not None else None
    said = western[0] if western else era["year"] if era else token.rstrip("财政年度")
    number = read_numeral(said.replace("廿", "二十"))
    year = int(number.low) if number else 0
    if era is not None and western is None:
        return calendar.ERAS[era["era"]] + max(year, 1)  # 民国元年 is its first
    return year + (0 if year >= 100 else 1900 if year > 70 else 2000)


class _UnanchoredError(Exception):
    """The expression counts from a publication date that is not known."""


def find_times(text: str, published: date | None = None) -> list[TimeSpan]:
    """Return the time expressions of ``text`` in order, without overlaps.

    ``published`` is the day from which 今年, 昨日 and a bare 9月 are counted; without it they have no
    interval.
    """
    return _Reader(text, published).read()


class _Reader:
    """One pass over one text; remembers the dates it has passed."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.found: list[TimeSpan] = []
        self.year_at: tuple[int, int] | None = None  # a year the text named, and where
        self.methods: dict[str, Callable[[re.Match[str]], tuple[Interval, str] | None]] = {
            name: getattr(self, f"_{name}") for name in grammar.NAMES if name not in {"vague", "sameperiod"}
        }

    @property
    def today(self) -> date:
        if self.published is None:
            raise _UnanchoredError
        return self.published

    def read(self) -> list[TimeSpan]:
        """Return what the text holds."""
        position = 0
        while hit := grammar.FIRST.search(self.text, position):
            match = grammar.GRAMMAR.match(self.text, hit.start())
            if match is None or match.end() == match.start():
                position = hit.end()
                continue
            time = self._time(match)
            if time is None:
                position = hit.end()
                continue
            self._add(time)
            position = time.span.end
        return self.found

    def _time(self, match: re.Match[str]) -> TimeSpan | None:
        name = str(match.lastgroup).removeprefix("is_")
        span = Span(match.start(), match.end())
        if name == "vague":
            return TimeSpan(match[0], span, None, self.published, "range", vague=True)
        if name == "sameperiod":
            return self._same_period(match, span)
        try:
            reading = self.methods[name](match)
        except _UnanchoredError:
            return TimeSpan(match[0], span, None, None, "range")
        except ValueError:  # 2月30日
            return None
        if reading is None:
            return None
        (start, end), grain = reading
        return self._widen(TimeSpan(match[0], span, start, end, grain))

    def _widen(self, time: TimeSpan) -> TimeSpan:
        """Stretch 自2017年以来 to the day of publication, and 2019年6月30日止六个月 over its months."""
        closed = grammar.CLOSED.match(self.text, time.span.end) if time.grain == "day" else None
        if closed is not None and time.end is not None:
            count = 12 if closed["year"] else 6 if closed["half"] else _small(closed["n"])
            first = calendar.add_months((time.end + timedelta(1)).replace(day=1), -count)
            span = Span(time.span.start, closed.end())
            return TimeSpan(span.of(self.text), span, first, time.end, "range")
        since = grammar.SINCE.match(self.text, time.span.end)
        if since is None or self.published is None or time.start is None or time.start > self.published:
            return time
        opening = grammar.OPENING.search(self.text, max(0, time.span.start - 2), time.span.start)
        span = Span(opening.start() if opening else time.span.start, since.end())
        return TimeSpan(span.of(self.text), span, time.start, self.published, "range")

    def _add(self, time: TimeSpan) -> None:
        """Append ``time``, joined with the one before it where only 至 stands between them."""
        last = self.found[-1] if self.found else None
        if (
            last is not None
            and last.start is not None
            and time.end is not None
            and not (last.vague or time.vague)
            and time.span.start - last.span.end <= 3
            and grammar.BETWEEN.fullmatch(self.text, last.span.end, time.span.start)
            and last.start < time.end
        ):
            span = Span(last.span.start, time.span.end)
            self.found[-1] = TimeSpan(span.of(self.text), span, last.start, time.end, "range")
            return
        self.found.append(time)

    # What the words around an expression say of it.

    def _future(self, position: int) -> bool:
        """Tell whether the clause around ``position`` speaks of what is to come."""
        first = max(0, position - _CLAUSE)
        start = max(first, *(self.text.rfind(stop, first, position) + 1 for stop in "，。；\n"))
        return grammar.FUTURE.search(self.text, start, position + 14) is not None

    def _named_year(self, position: int, *, paragraph: bool = False) -> int | None:
        """Return the year that the sentence, or the whole ``paragraph``, named before ``position``."""
        if self.year_at is None:
            return None
        year, at = self.year_at
        near = paragraph and position - at < _SENTENCE and "\n" not in self.text[at:position]
        return year if (near and self._is_past(year)) or self._same_sentence(at, position) else None

    def _is_past(self, year: int) -> bool:
        return self.published is None or year < self.published.year

    def _same_sentence(self, start: int, end: int) -> bool:
        return end - start < _SENTENCE and grammar.SENTENCE_END.search(self.text, start, end) is None

    def _year_of(self, token: str, position: int) -> int:
        """Return the year a token (2021年, 二〇二一年, 去年, 同年) means, and remember it."""
        token = token.translate(PLAIN).replace(" ", "")
        token += "年" if token in {"今", "去", "明"} else ""
        report = self._reported(position) if token == "本年" else None
        if report is not None and report["ra"]:  # 2021年度业绩快报：…，本年利润总额…
            year = self._of_report(report, (1, 12))[0].year
        elif token in grammar.SHIFTS:
            year = self.today.year + grammar.SHIFTS[token]
        elif token in grammar.FROM_CONTEXT:
            year = self._context_year() + grammar.FROM_CONTEXT[token]
        else:
            year = _year_told(token)
        end = position + len(token)
        compared = grammar.COMPARED.search(self.text, max(0, position - 2), position)
        compared = compared or grammar.MULTIPLE.match(self.text, end)
        if not compared and not grammar.DEADLINE.match(self.text, end):
            self.year_at = (year, position)
        return year

    def _context_year(self) -> int:
        if self.year_at is not None:
            return self.year_at[0]
        return self.today.year

    def _context_day(self) -> date:
        """Return the day last told, which a deadline (明年底, 截至6月30日) is not."""
        for time in reversed(self.found):
            start = time.span.start
            counted = grammar.UP_TO.search(self.text, max(0, start - 3), start)
            edge = time.text.endswith(("底", "末", "终"))
            if time.start is not None and time.grain == "day" and not (time.vague or counted or edge):
                return time.end or time.start
        return self.today

    def _placed(
        self,
        position: int,
        make: Callable[[int], Interval],
        token: str | None,
        reach: float = 4.0,
        over: bool = False,
    ) -> Interval:
        """Return ``make`` of the year: the token's, the sentence's, or the one nearest to publication.

        ``reach`` says how much farther the past may lie than the future and still be meant, where no
        word of the clause (将, 预计) points ahead; ``over`` that the interval has been counted (1-11月),
        so that its end lies behind, or nearly.
        """
        if token:
            return make(self._year_of(token, position))
        named = self._named_year(position)
        if named is not None:
            return make(named)
        today, future = self.today, self._future(position)

        def distance(interval: Interval) -> float:
            if interval[1] < today:
                return (today - interval[1]).days * (3.0 if future else 1.0)
            if over and not future:
                return max(0, (interval[1] - today).days - 45) * reach
            return max(0, (interval[0] - today).days) * (1.0 if future else reach)

        return min(self._years_around(make), key=distance)

    def _years_around(self, make: Callable[[int], Interval]) -> list[Interval]:
        """Return ``make`` of this year, the last and the next, where it has an answer (2月29日)."""
        intervals = []
        for year in (self.today.year, self.today.year - 1, self.today.year + 1):
            with contextlib.suppress(ValueError):
                intervals.append(make(year))
        return intervals

    # One method an alternative.

    def _iso(self, match: re.Match[str]) -> tuple[Interval, str]:
        day = date(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
        self.year_at = (day.year, match.start())
        return (day, day), "day"

    def _dotted(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        """Read the lines of a résumé: 1998.05—2003.01, 2012.06至今, 2012.06-甲县县长 where one begins."""
        year, month = int(match["dt1"][:4]), int(match["dt1"][5:])
        first, last = calendar.months(year, month)
        if match["dt2"]:
            last = calendar.months(int(match["dt2"][:4]), int(match["dt2"][5:]))[1]
        elif match["dtopen"] == "起" or match["dtline"] is not None:
            return (first, last), "month"
        else:
            last = self.today
        return ((first, last), "range") if first < last else None

    def _years(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        first, last = int(match["ys1"]), int(match["ys2"])
        last += first // 100 * 100 if last < 100 else 0
        if last <= first:
            return None
        self.year_at = (last, match.start())
        return (date(first, 1, 1), date(last, 12, 31)), "range"

    def _today(self, match: re.Match[str]) -> tuple[Interval, str]:
        shift = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}[match["shift"]]
        day = self.today + timedelta(shift)
        return (day, day), "day"

    def _dayof(self, match: re.Match[str]) -> tuple[Interval, str]:
        day = self._context_day() + timedelta(1 if match["which"] in "次翌" else 0)
        return (day, day), "day"

    def _monthof(self, match: re.Match[str]) -> tuple[Interval, str]:
        which = (match["mwhich"] or "本").rstrip("个")
        base = self.today
        if which in "当同次":
            base = next((day for t in reversed(self.found) if (day := _in_month(t, which)) is not None), base)
        first = calendar.add_months(base.replace(day=1), {"上": -1, "下": 1, "次": 1}.get(which, 0))
        return self._part_of_month((first, calendar.month_end(first)), match["mwpart"] or match["mend"])

    def _weekday(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        shift, name = match["wshift"], match["wday"]
        before = self.text[match.start() - 1 : match.start()] or "，"
        if name == "末":
            if shift is None:
                return None
            monday = calendar.week(self.today, grammar.WEEKS[shift])[0]
            return (monday + timedelta(5), monday + timedelta(6)), "range"
        if shift is None and (
            before in "每逢一二两三四五六七八九十几数" or not self._within_a_week(before, match)
        ):
            return None
        day = calendar.week(self.today, grammar.WEEKS[shift or "本"])[0] + timedelta(grammar.WEEKDAYS[name])
        if shift is None:
            if day > self.today and not self._future(match.start()):
                day -= timedelta(7)
            elif day < self.today and self._future(match.start()):
                day += timedelta(7)
        return (day, day), "day"

    def _within_a_week(self, before: str, match: re.Match[str]) -> bool:
        """Tell whether a bare 周五 is one day: alone, or the end of 本周三至周五, not of 周一至周五."""
        if self.text.startswith(("至", "到"), match.end()):
            return False
        return before not in "至到" or bool(self.found and self.found[-1].span.end == match.start() - 1)

    def _week(self, match: re.Match[str]) -> tuple[Interval, str]:
        return calendar.week(self.today, grammar.WEEKS[match["wk"]]), "week"

    def _plan(self, match: re.Match[str]) -> tuple[Interval, str]:
        first, last = calendar.PLANS[match["plan"] or match["plan2"]]
        end = match["pend"] or match["pend2"]
        if end:
            year = last if end == "末" else first
            return calendar.months(year, 1, 12), "year"
        if match[0].endswith("以来") and self.published is not None:
            return (date(first, 1, 1), self.published), "range"
        return (date(first, 1, 1), date(last, 12, 31)), "range"

    def _decade(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        number = read_numeral(match["dec"])
        if number is None:
            return None
        if match["century"]:
            hundreds = int(match["century"])
        elif match["cent"]:
            hundreds = 19 if match["cent"].startswith("上") else _small(match["cent"]) - 1
        else:
            hundreds = 19 if number.low >= 30 else 20
        first = hundreds * 100 + int(number.low)
        return (date(first, 1, 1), date(first + 9, 12, 31)), "decade"

    def _window(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        length = _length(match["wn"], match["wu"])
        if length is None or (match["wdir"], match["wu"]) == ("连续", "日"):
            return None
        ahead = match["wdir"] in {"未来", "今后", "接下来", "此后"}
        return (self._coming(self.today, *length) if ahead else self._past(*length)), "range"

    def _ago(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        length = _length(match["an"], match["au"])
        if length is None:
            return None
        if match["since"]:
            return self._past(*length), "range"
        if match["within"]:
            return self._coming(self._context_day(), *length), "range"
        count, unit = length
        if unit == "年":
            return calendar.months(self.today.year - count, 1, 12), "year"
        if unit == "月":
            first = calendar.add_months(self.today.replace(day=1), -count)
            return (first, calendar.month_end(first)), "month"
        if unit == "周":
            return calendar.week(self.today, -count), "week"
        day = self.today - timedelta(count)
        return (day, day), "day"

    def _using(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        length = _length(match["un"], "年")
        if length is None or not self._future(match.start()):
            return None
        return self._coming(self.today, *length), "range"

    def _past(self, count: int, unit: str) -> Interval:
        """Return the stretch before publication; years are the full ones before that of publication."""
        if unit == "年":
            return date(self.today.year - count, 1, 1), date(self.today.year - 1, 12, 31)
        return calendar.add(self.today, -count, unit), self.today

    def _coming(self, start: date, count: int, unit: str) -> Interval:
        """Return the stretch from ``start`` on; years begin with the one of publication."""
        if unit == "年":
            return date(self.today.year, 1, 1), date(self.today.year + count - 1, 12, 31)
        return start, calendar.add(start, count, unit) - timedelta(1)

    def _same_period(self, match: re.Match[str], span: Span) -> TimeSpan:
        """Read 去年同期: the interval before it, a year earlier; alone it is vague."""
        named = match["sp"].translate(PLAIN)
        passed = [t for t in reversed(self.found) if t.start and t.end and not t.vague and "同" not in t.text]
        basis = passed[0] if passed else None
        year = int(named[:4]) if named[0].isdecimal() else None
        if year is None and self.published:
            year = self.published.year + grammar.SHIFTS[named]
        if named == "去年":  # a year before the publication, whatever year was compared with in between
            this_year = self.published and self.published.year
            basis = next((t for t in passed if t.start and t.start.year == this_year), basis)
        if basis is None or basis.start is None or basis.end is None:
            start, end = calendar.months(year, 1, 12) if year else (None, None)
            return TimeSpan(match[0], span, start, end, "year", vague=True)
        years = year - basis.start.year if named[0].isdecimal() and year else grammar.SHIFTS[named]
        start = calendar.add_months(basis.start, 12 * years)
        end = calendar.add_months(basis.end, 12 * years)
        return TimeSpan(match[0], span, start, end, basis.grain)

    def _reported(self, position: int) -> re.Match[str] | None:
        """Return the report of a period that was last named before ``position``."""
        matches = grammar.REPORT.finditer(self.text, max(0, position - _SENTENCE), position)
        return next(iter(reversed(list(matches))), None)

    def _of_report(self, report: re.Match[str], months: tuple[int, int]) -> Interval:
        """Return ``months`` of the year of a report: the one it names, else the last that is over."""
        if report["ry"]:
            return calendar.months(int(report["ry"]), *months)
        this_year = calendar.months(self.today.year, *months)
        return this_year if this_year[1] < self.today else calendar.months(self.today.year - 1, *months)

    def _reportperiod(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        report = self._reported(match.start())
        if report is not None:
            last = 6 if report["rh"] else 3 * _small(report["rq"]) if report["rq"] else 12
            return self._of_report(report, (1, last)), "half" if last == 6 else "year"
        for time in reversed(self.found):
            compared = time.vague or time.text.endswith("同期") or time.text.startswith(("去年", "上年"))
            if time.grain in {"half", "quarter", "year"} and time.start and time.end and not compared:
                return (time.start, time.end), time.grain
        return None

    def _festival(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        name, suffix, token = match["fest"], match["fsuf"] or "", match["fy"]
        if name in grammar.DOUBTFUL and not suffix and not token:
            return None
        if suffix == "节" and name + "节" in calendar.FESTIVALS:
            suffix = ""
        long = suffix not in {"", "节", "前夕", "当天", "当日"}

        def make(year: int) -> Interval:
            first, last = _one(calendar.festival(year, name))
            return (first, last) if not long else calendar.holiday(first, name)

        return self._placed(match.start(), make, token), "range" if long else "day"

    def _lunar(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        words = match[0]
        if words == "大年三十":
            return self._placed(
                match.start(), lambda year: _one(calendar.festival(year, "除夕")), None
            ), "day"
        number = read_numeral(match["ld"].lstrip("初").replace("廿", "二十"))
        month = 12 if "腊月" in words else 1
        if match["lm0"]:
            month = _small(match["lm0"])
        if number is None:
            return None

        def make(year: int) -> Interval:
            return _one(calendar.lunar_day(year - 1 if month == 12 else year, month, int(number.low)))

        return self._placed(match.start(), make, None), "day"

    def _quarter(self, match: re.Match[str]) -> tuple[Interval, str]:
        report = self._reported(match.start()) if match["qrel"] in {"当", "本"} else None
        if report is not None and report["rq"]:
            last = 3 * _small(report["rq"])
            return self._of_report(report, (last - 2, last)), "quarter"
        if match["qrel"]:
            shift = {"上": -3, "上一": -3, "下": 3, "下一": 3}.get(match["qrel"], 0)
            moved = calendar.add_months(self.today.replace(day=1), shift)
            first = (moved.month - 1) // 3 * 3 + 1
            return calendar.months(moved.year, first, first + 2), "quarter"
        if match["qn"]:
            begin, end = 1, _small(match["qn"])
        elif match["qfirst"]:
            begin = end = 1
        elif match["qa"]:
            begin, end = _small(match["qa"]), _small(match["qb"])
        elif match["q1"]:
            begin, end = _small(match["q1"]), _small(match["q2"])
        else:
            begin = end = _small(match["q"])
        interval = self._placed(
            match.start(),
            lambda year: calendar.months(year, begin * 3 - 2, end * 3),
            match["qy"],
            12,
            over=end > begin,
        )
        if match["qend"]:
            day = interval[0] if match["qend"] == "初" else interval[1]
            return (day, day), "day"
        return interval, "quarter" if begin == end else "range"

    def _half(self, match: re.Match[str]) -> tuple[Interval, str]:
        second = match["h"] == "下"
        first, last = (7, 12) if second else (1, 6)
        token = match["hy"]
        if token is None and self._named_year(match.start()) is None:
            late = self.today.month <= 2 and second and not self._future(match.start())
            interval = calendar.months(self.today.year - late, first, last)
        else:
            interval = self._placed(match.start(), lambda year: calendar.months(year, first, last), token)
        return ((interval[1], interval[1]), "day") if match["hend"] else (interval, "half")

    def _firstmonths(self, match: re.Match[str]) -> tuple[Interval, str]:
        last = _small(match["fm"])
        return self._placed(
            match.start(), lambda year: calendar.months(year, 1, last), match["fmy"], 12, over=True
        ), "range"

    def _months(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        first, last = _small(match["ms1"]), _small(match["ms2"])
        if first == last:
            return None
        last += 12 if last < first else 0
        return self._placed(
            match.start(), lambda year: calendar.months(year, first, last), match["msy"], 12, over=first == 1
        ), "range"

    def _date(self, match: re.Match[str]) -> tuple[Interval, str]:
        month, day = _small(match["dm"]), _small(match["dd"])
        until = match["dd2"] or match["dd3"]
        month_to = _small(match["dm2"]) if match["dm2"] else month

        def make(year: int) -> Interval:
            start = date(year, month, day)
            return start, date(year + (month_to < month), month_to, _small(until)) if until else start

        return self._placed(match.start(), make, match["dy"]), "range" if until else "day"

    def _month(self, match: re.Match[str]) -> tuple[Interval, str]:
        month = 1 if match["mfirst"] else _small(match["m"])
        interval = self._placed(match.start(), lambda year: calendar.months(year, month), match["my"], 6)
        return self._part_of_month(interval, match["mpart"])

    def _part_of_month(self, interval: Interval, part: str | None) -> tuple[Interval, str]:
        first, last = interval
        if part in {"底", "末"}:
            return (last, last), "day"
        bounds = {
            "初": (1, 10), "上旬": (1, 10), "上中旬": (1, 20), "中": (11, 20), "中旬": (11, 20),
            "中下旬": (11, last.day), "下旬": (21, last.day),
        }  # fmt: skip
        if part in bounds:
            start, end = bounds[part]
            return (first.replace(day=start), first.replace(day=end)), "range"
        return interval, "month"

    def _day(self, match: re.Match[str]) -> tuple[Interval, str] | None:
        day = _small(match["d"])
        until = _small(match["d2"]) if match["d2"] else day
        base = self._day_of_sentence(match.start())
        if base is None:
            today = self.today
            ahead = self._future(match.start()) and day >= today.day
            base = today if day <= today.day or ahead else today.replace(day=1) - timedelta(1)
            if base.day < day and not ahead:
                base = base.replace(day=1)
        start, end = base.replace(day=day), base.replace(day=until)
        return ((start, end), "range" if match["d2"] else "day") if start <= end else None

    def _day_of_sentence(self, position: int) -> date | None:
        """Return the last day or month that the same sentence named."""
        for time in reversed(self.found):
            if not self._same_sentence(time.span.end, position):
                return None
            if time.start and time.grain in {"day", "month"} and not time.vague and "月" in time.text:
                return time.start
        return None

    def _yearedge(self, match: re.Match[str]) -> tuple[Interval, str]:
        token, edge = match["ey"], match["edge"]
        if token:
            year = self._year_of(token, match.start())
        else:
            named = self._named_year(match.start())
            year = named if named is not None else self.today.year
            if named is None and edge in "底末":
                year = self._year_over(match.start())
        if edge in "底末终":
            return (date(year, 12, 31), date(year, 12, 31)), "day"
        return calendar.months(year, 1 if edge == "初" else 6), "month"

    def _season(self, match: re.Match[str]) -> tuple[Interval, str]:
        first, last = grammar.SEASONS[match["season"]]
        return calendar.months(self._year_of(match["sy"], match.start()), first, last), "range"

    def _year(self, match: re.Match[str]) -> tuple[Interval, str]:
        if match["thisyear"]:
            named = self._named_year(match.start(), paragraph=True)
            year = named if named is not None else self._year_over(match.start())
        else:
            year = self._year_of(match["y"], match.start())
        return calendar.months(year, 1, 12), "year"

    def _year_over(self, position: int) -> int:
        """Return the year that 全年 means: in the first months what is told of a whole year is the last's."""
        last = self.today.year - 1
        told = self.year_at is not None and self.year_at[0] == last and self.today.month <= _HALF
        over = (told or self.today.month <= _EARLY) and not self._future(position)
        return last if over else self.today.year

    def _code(self, match: re.Match[str]) -> tuple[Interval, str]:
        """Read 2021Q3, 2022H1."""
        length, index, grain = (3, match["cq"], "quarter") if match["cq"] else (6, match["ch"], "half")
        year = self._year_of(match["cy"], match.start())
        return calendar.months(year, (int(index) - 1) * length + 1, int(index) * length), grain

    def _clock(self, match: re.Match[str]) -> tuple[Interval, str]:
        day = self._context_day()
        return (day, day), "day"


def _one(day: date | None) -> Interval:
    """Return the interval of one day, which the tables of the calendar must know."""
    if day is None:
        raise ValueError("outside the table of the Chinese calendar")
    return day, day


def _in_month(time: TimeSpan, which: str) -> date | None:
    """Return a day in the month that a time tells; behind 上半年 the last one is meant by 当月."""
    if time.grain in {"day", "month"}:
        return time.start
    within = time.start and time.end and (time.end - time.start).days < _YEAR
    return time.end if which == "当" and within else None


def _length(word: str, unit: str) -> tuple[int, str] | None:
    """Return count and unit of a stretch of time: 半年 is six months, 半个月 fifteen days."""
    unit = unit.removeprefix("个")
    if word == "半":
        return {"年": (6, "月"), "月": (15, "天")}.get(unit)
    number = read_numeral(word)
    return None if number is None or not 1 <= number.low <= 100 else (int(number.low), unit)


def _small(word: str) -> int:
    """Return the number of a month, day or quarter."""
    number = read_numeral(word.replace("廿", "二十"))
    if number is None:
        raise ValueError(f"no number: {word}")
    return int(number.low)
