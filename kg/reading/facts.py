"""What a line says of its page: labels (来源：…, 责任编辑：…), by-lines and publication times."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import zip_longest

from kg.reading.rules import page_rules

CHINA = timezone(timedelta(hours=8))
"""China has one civil time, without summer time since 1991."""

_DATE = re.compile(
    r"""(?<!\d)(?P<year>19[89]\d|20\d\d)
    (?:\s?年\s?|\s?[-/.]\s?|\s)(?P<month>1[0-2]|0?[1-9])
    (?:\s?月\s?|\s?[-/.]\s?)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\s?日?
    (?:(?:\s*[（(]?(?:星期|周)[一二三四五六日天][)）]?)?[T\s,|]{0,3}
       (?P<half>[上下]午|[早晚]上|中午|凌晨)?\s?
       (?P<hour>2[0-3]|[01]?\d)\s?[:：时]\s?(?P<minute>[0-5]\d)(?:分?\s?[:：]?\s?(?P<second>[0-5]\d)?)?(?:\.\d{1,9})?
       \s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?""",
    re.VERBOSE,
)
# As servers with an American locale write it: 1/14/2022 8:19:05 PM, Jan 14, 2022.
_AMERICAN = re.compile(
    r"""(?<![\d/])(?:(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])/
       |(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?P<named>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s)
    (?P<year>19[89]\d|20\d\d)(?!\d)
    (?:[\s,]{1,3}(?:at\s)?(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?\s?(?P<half>[AP]M)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AFTER_NOON = frozenset(("下午", "晚上", "pm"))
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")
_SENTENCE = re.compile("[。！？；!?;]")
_OPEN, _CLOSE = '（(【[［〔<〈《"“ |｜丨/·-—', '）)】]］〕>〉》"” |｜丨/·-—，,。；;、'
_CODE = re.compile(r"[\s_（(]*[A-Za-z]{0,6}[_-]?[A-Za-z]{0,4}\d{0,8}[)）]?$")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,}(?:[、，,;；\s/&和]+[\u4e00-\u9fff·]{2,})*")
_NAME = "[\u4e00-\u9fff·]{2,4}"
_SPACED_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_BYLINE = re.compile(
    r"""[■●□◎▲\s（(【]*
    (?P<paper>[\u4e00-\u9fff\w·]{0,20}?)(?:首席|见习|实习|特约|特派|全媒体|新媒体|融媒体)*(?:记者|通讯员|特派员|观察员)
    [\s|｜:：/、]*(?P<names>[\u4e00-\u9fff·]{2,4}(?:[\s、，,/]+[\u4e00-\u9fff·]{2,4}){0,7}(?:[\s、]*(?:通讯员|实习生|记者)[\s:：]*[\u4e00-\u9fff·]{2,4}(?:[\s、]+[\u4e00-\u9fff·]{2,4})*)*?)
    (?:[\s|/]+[\u4e00-\u9fff]{2,6})?\s?(?:报道|整理|综合|文/图|图/文|文并图|摄影报道|摄)?[)）】]?$""",
    re.VERBOSE,
)  # fmt: skip
_REPORTS = re.compile("(?<=..)报道$|^[0-9]+$")  # 北京报道; the number of an account
_OFFICE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:本报|本网|本刊|本台|本社)?(?:首席|见习|实习|特约)?(?:记者|通讯员|评论员|实习生)[:：\s]*"
)
_LONGEST = 120
_LONGEST_VALUE = {
    "original_title": 110,
    "title": 110,
    "source": 32,
    "author": 48,
    "editor": 48,
    "published": 40,
    "issuer": 32,
    "ignored": 60,
}


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled value of a line: the field of the metadata (or ``ignored``) and what it says."""

    field: str
    label: str
    value: str


def labels_of(text: str) -> list[Label]:
    """Return the labelled values of a line, in order."""
    marks = list(_label_pattern().finditer(text))
    found = []
    for mark, after in zip_longest(marks, marks[1:]):
        label = mark["label"].replace(" ", "")
        field = page_rules().labels[label]
        value = text[mark.end() : after.start() if after else len(text)]
        found.append(Label(field, label, cleaned(field, value)))
    return found


def labels_only(text: str) -> list[Label]:
    """Return the labelled values of a line that holds nothing else, or nothing."""
    if len(text) > _LONGEST:
        return []
    first = _label_pattern().search(text)
    if first is None or text[: first.start()].strip(_OPEN + "　"):
        return []
    found = labels_of(text)
    for label in found:
        if len(label.value) > _LONGEST_VALUE[label.field]:
            return []
        if label.field not in ("original_title", "title") and _SENTENCE.search(label.value):
            return []
        if label.field == "published" and not date_of(label.value) and label.value:
            return []
        if (
            label.field in ("author", "editor")
            and label.label in page_rules().ambiguous
            and not is_names(label.value)
        ):
            return []
    return found


def cleaned(field: str, value: str) -> str:
    """Strip a value of its brackets, codes and whatever follows it."""
    value = value.strip(_OPEN + _CLOSE + "　:：")
    if field in ("title", "original_title", "ignored"):
        return value
    if field == "published":
        return value
    value = _DATE.sub(" ", value).strip(_OPEN + _CLOSE)
    if field in ("source", "issuer"):
        value = re.sub(r"(?:https?://|www\.)\S*", " ", value).strip(_OPEN + _CLOSE)
        value = re.sub(r"(?<=.)[（(\[【].*", "", value)
        first, _, rest = value.partition(" ")
        return value if rest and re.fullmatch(r"[A-Za-z .]+", value) else first.strip(_CLOSE)
    return people(value)


def people(value: str) -> str:
    """Return names joined by 、; codes of editors (SF142, _NN1234) are left out."""
    value = _SPACED_NAME.sub(r"\1\2", _CODE.sub("", value.strip(_OPEN + _CLOSE)) or value)
    value = re.sub(r"[\s_]*[A-Z]{1,4}\d{2,6}\b", "", value)
    value = _OFFICE.sub(" ", value)
    parts = re.split(r"[、，,;；\s/&]+", value.strip())
    return "、".join(part for part in parts if part and not _REPORTS.search(part))


def is_names(value: str) -> bool:
    """Tell whether a value can be a list of Chinese names (or nothing)."""
    return not value or (
        len(value) <= 40 and _NAMES.fullmatch(value) is not None and max(map(len, value.split("、"))) <= 8
    )


def byline_of(text: str) -> str | None:
    """Return the names of a line that is a reporter's by-line and nothing else."""
    if len(text) > 60:
        return None
    text = _SPACED_NAME.sub(r"\1\2", text)
    match = _BYLINE.match(text)
    if not match or match.end() != len(text):
        return None
    return people(re.sub("通讯员|实习生|记者|[:：]", " ", match["names"]))


def is_name(text: str) -> bool:
    """Tell whether a line is one Chinese name: a common surname and one or two characters."""
    name = text.replace(" ", "")
    return (
        2 <= len(name) <= 3
        and name[0] in page_rules().surnames
        and re.fullmatch("[\u4e00-\u9fff]+", name) is not None
    )


def time_of(text: str) -> datetime | None:
    """Return the first time told in full (year, month, day); without a zone it is China's.

    ISO 8601, Chinese and slashed dates, American ones (month first), RFC 2822 and Unix seconds or
    milliseconds are read.
    """
    text = text.strip()
    if _STAMP.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), CHINA)
    match = date_of(text)
    if match:
        return _datetime(match) if match.re is _DATE else _american(match)
    if re.match(r"[A-Z][a-z]{2},? ", text):
        try:
            when = parsedate_to_datetime(text)
        except ValueError:
            return None
        return when if when.tzinfo else when.replace(tzinfo=UTC)
    match = _COMPACT.search(text)
    if match:
        return _valid(int(match[1]), int(match[2]), int(match[3]))
    return None


def date_of(text: str) -> re.Match[str] | None:
    """Return where a line tells a date with its year."""
    return _DATE.search(text) or _AMERICAN.search(text)


def latest_time(values: Iterable[str]) -> datetime | None:
    """Return the time of the first value that tells one, with its hour where a later value has it."""
    best: datetime | None = None
    for value in values:
        when = time_of(value)
        if when is None:
            continue
        if best is None:
            best = when
        elif when.date() == best.date() and (best.hour, best.minute) == (0, 0):
            return when
    return best


def _datetime(match: re.Match[str]) -> datetime | None:
    zone = match["zone"]
    tz = CHINA
    if zone in ("Z", "UTC", "GMT"):
        tz = UTC
    elif zone:
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        if minutes < 24 * 60:
            tz = timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes))
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]), *_clock(match), tz=tz)


def _american(match: re.Match[str]) -> datetime | None:
    month = _MONTHS.index(match["name"].lower()) + 1 if match["name"] else int(match["month"])
    return _valid(int(match["year"]), month, int(match["named"] or match["day"]), *_clock(match))


def _clock(match: re.Match[str]) -> tuple[int, int, int]:
    hour, half = int(match["hour"] or 0), (match["half"] or "").lower()
    if half in _AFTER_NOON and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return hour, int(match["minute"] or 0), int(match["second"] or 0)


def _valid(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, *, tz: timezone = CHINA
) -> datetime | None:
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=tz)
    except ValueError:
        return None


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted(page_rules().labels, key=lambda label: (-len(label), label))
    spaced = "|".join(" ?".join(map(re.escape, label)) for label in labels)
    before = r"(?:(?<=[\s（(【\[｜|/·丨,，;；>\d])|^)"
    name = rf"(?<=编辑) (?={_NAME}(?:[\s、，)）\]】]|$))"  # 编辑 张三
    return re.compile(rf"{before}(?P<label>{spaced})(?: ?[:：] ?| ?[|｜丨/／] ?|(?<=于) |{name})")
