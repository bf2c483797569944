"""Amounts in Chinese text: 56.3亿元 → 5630000000 CNY.

In goes text, out come :class:`Amount` values with their spans. The numerals are read by
:mod:`kg.numerals`, the units come from ``ontology/names/units.tsv``; this module knows how the two
stand together in running text and which numbers are none (names, dates, idioms).
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from kg.document import Span
from kg.numerals import PLAIN, Numeral, plain_decimal, read_numeral
from kg.units import Unit, currencies, phrases, units

AmountKind = Literal["exact", "approx", "gt", "ge", "lt", "le", "plus", "range", "order"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit.

    ``value``, ``low`` and ``high`` are in the base unit (元, not 亿元); ``low`` and ``high`` are set
    only where the text bounds the number. A range has ``value`` = ``low``.
    """

    text: str
    span: Span
    value: Decimal
    unit: str
    kind: AmountKind = "exact"
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def is_money(self) -> bool:
        """Tell whether it is a sum of money."""
        return self.unit in currencies()

    @property
    def is_measure(self) -> bool:
        """Tell whether the number measures something: no ordinal, no class (四大类), no bare power (百亿)."""
        return not (self.unit in {"ord", "类"} or (self.kind == "order" and not self.unit))


_D = "[0-9０-９]"
_DIGIT = "零〇○一二三四五六七八九"
_CJK = f"{_DIGIT}十百千万亿两壹贰叁肆伍陆柒捌玖貳參陸拾佰仟萬億兩"
#: 3个亿 is a number, 3个亿元以上项目 and 3个亿级项目 count.
_HUNDRED_MILLIONS = "个(?=亿(?!元|级|以上))"
# Possessive repeats keep a page of numerals from costing the square of its length.
_POWER = "(?:[十百万亿]|千(?![瓦米克伏焦帕卡赫升]))"
_ARABIC = (
    rf"(?:{_D}{{1,3}}(?:[,， ]{_D}{{3}})+(?!{_D})|{_D}+)(?:[.．]{_D}+)?"
    rf"(?: ?[多余来几]?(?:{_HUNDRED_MILLIONS})?{_POWER}++(?:{_D}+(?:[.．]{_D}+)?{_POWER}++)*"
    # 14万5159家, but 3亿2021年: the end of a number written out, no year behind it
    rf"(?:(?<=[万萬]){_D}{{3,4}}(?![0-9０-９.．]| ?年))?)?(?: ?[多余来])?"
)
_CHINESE = (
    rf"(?:[{_CJK}]++|(?<![人户总指倍系参分基次票级位少多])[数几](?:{_HUNDRED_MILLIONS})?{_POWER}++)"
    rf"(?:点[{_DIGIT}]+)?几?[多余来]?(?:{_HUNDRED_MILLIONS})?[万亿]*+[多余来]?"
)
_NUMERAL = rf"(?:{_ARABIC}|{_CHINESE})"
_JOIN = r" ?(?:[-－—–~～至到]|——) ?"
_ORDINAL_WORDS = "次届批个位名轮期条章版家座艘架颗只辆台部集场例"
_SHARES: dict[str, AmountKind] = {"一半": "exact", "半数": "exact", "过半": "gt", "近半": "lt"}

#: What stands right before a number: a bound, a currency, a sign.
_BEFORE = re.compile(
    r"(?:(?P<le>不(?:得|能|会|应|可)?(?:超过|高于|多于|大于)|[最至]多|未超过)"
    r"|(?P<ge>不(?:得|能|会|应|可)?(?:低于|少于|小于)|[最至]少|起码)|(?P<up>上)"
    r"|(?P<gt>超过|超出|突破|[高大多]于|逾|超)|(?P<over>[过破])"
    r"|(?P<lt>将近|接近|逼近|[低少小]于|不[足到满]|未[满达及]|(?<![附最临靠亲远就相邻贴走])近)"
    r"|(?P<approx>大约|大概|(?<![节合预签条契公违履毁续赴])约合?|差不多))?(?:了|达到?|为|有)?"
    r"(?P<currency>人民币|美元|美金|港元|港币|新台币|欧元|日元|韩元|英镑|澳元|加元|RMB|CNY|USD|HKD|EUR"
    r"|US\$|HK\$|NT\$|[￥¥＄$€£])? ?"
    r"(?P<sign>(?<![0-9A-Za-z０-９%％℃一二三四五六七八九十])[-－−﹣]|负|零下)?\Z"
)
_BOUNDS: tuple[AmountKind, ...] = ("le", "ge", "gt", "lt")
#: The last characters of what ``_BEFORE`` matches, to skip the search where none stands there.
_BEFORE_LAST = frozenset("有过出破于多少超逾近到足满达及约合码概了为上币元金圆镑YDRB$￥¥＄€£-－−﹣负下 ")
_CURRENCY_LAST = frozenset("币元金圆镑BYDR$￥¥＄€£ ")
_LARGE = re.compile("[万亿萬億]")
_AFTER = re.compile(
    r"(?P<plus>有余|多|余)?(?:(?P<ge>(?:及|或|（含）|\(含\))?以上|之上)|(?P<le>(?:及|或)?以下|[以之]内)"
    r"|(?P<approx>左右|上下))?"
)
_SYMBOLS = {
    "人民币": "CNY", "RMB": "CNY", "￥": "CNY", "¥": "CNY", "US$": "USD", "$": "USD", "＄": "USD",
    "HK$": "HKD", "NT$": "TWD", "€": "EUR", "£": "GBP",
}  # fmt: skip
#: What follows 成: 七成五, 八成半.
_TENTHS = {char: Decimal(value) / 10 for value, char in enumerate("一二三四五六七八九", 1)} | {
    "半": Decimal("0.5")
}
#: A unit cut in two by 半 or 多: 一个半小时, 三个多月.
_WITH_PART = {"个半小时": "小时", "个半月": "个月", "个多小时": "小时", "个多月": "个月", "个多星期": "星期"}
#: After these 至 leads from an old value or a change to a new value: 减少2亿元至5亿元.
_CHANGE = re.compile(r"(?:[从由自]|[增减升降涨跌缩扩提调][加长少低高升涨跌大充减值调]?)(?:了|约|近|超)? ?\Z")
_FROM = re.compile(r"[从由自](?:约|近|超)? ?\Z")
_MONTH_AFTER = re.compile(rf" ?{_D}{{1,2}}(?: ?月|[-—－~～至])")
_YEAR_SPAN = re.compile(r"[0-9][-－—–~～/]|民国\Z")
_MINUTES = re.compile(rf"({_D}+|[{_CJK}]+)分钟?")

#: Around a number of 年, 个月, 天 that says when and not how long, or that belongs to a name.
_WHEN_BEFORE = re.compile(
    r"(?:未来|今后|近|过去|(?<!提)前|头|首|后|连续|此后|接下来|往后|下|上|最近|第|每|用) ?\Z"
)
_WHEN_AFTER = re.compile(
    r"[多余]?(?:以?来|之?前|以前|之?后|以后|[之以]?内|间|里|末|底|初|中|平均|年均|复合|行动|规划|计划|滚动|期)"
)
#: Words after which 一家 counts and is no article.
_COUNTING = re.compile(
    r"(?:仅有?|只有?|共有?|各有?|各[\u4e00-\u9fff]{1,3}|达|新增|增加|减少|为期|长达|历时|耗时|时隔|至少|增至|降至|新建|满"
    r"|[两三四五六七八九十0-9][^，。；]{2,9}[和及与、])\Z"
)
_MONEY = re.compile(
    r"元|收入|营收|利润|净利|投资|资金|融资|募资|产值|市值|GDP|生产总值|贷款|债|金额|成交|销售额|资产|掷|[斥出注耗]资"
    r"|估值|预算|财政|增加值|罚款|损失|亏损|拨款|贸易|出口|进口|补贴|票房|价格|作价|身价|转会费|总价"
)
#: Inhabitants are often told without a unit.
_PEOPLE = re.compile(
    "(?:总人口|人口)(?:总数|数|数量)?(?:约|近|超过|逾)?(?:为|有|是|达|：)?(?:约|近|超过|逾)? ?\\Z"
)
_STOP = re.compile("[，。；、）)]|$")
_NOT_MONEY = re.compile(r"用户|人口|粉丝|播放|浏览|点击|阅读|下载|观众|会员|流量|学生|群众|网民|参数|件|票")
#: Behind one of these a decimal number without a unit is a price or a level: 报7.2266, PMI为49.8.
_LEVEL = re.compile(
    r"(?:(?:(?:收盘?|开盘?|现|最新|[%点数元率价 ])报|报收|收报)于?"
    r"|(?:指数|PMI)[ ]?(?:[一-龥]{1,3})?(?:[为是达至]|录得))[ ]?\Z"
)
_DECIMAL = re.compile(rf"{_D}+[.．]{_D}+\Z")
_SENTENCE_END = re.compile(r"[。！？；\n]")
#: Words behind a code or a number that is none of shares: 股票代码 601600 股票简称.
_STOCK = ("股票", "股东", "股权", "股价")
_STAFF = "员工"  # 1600余|员工: 员 counts members of a team, never what this word begins with
#: Financial numerals that alone are surnames and parts of names (陆家嘴).
_SURNAMES = frozenset("壹贰叁肆伍陆柒捌玖貳參陸拾佰仟萬億")
#: A number spelled digit by digit is a name: 社保基金一零八组合.
_SPELLED = re.compile("[一二三四五六七八九][零〇][一二三四五六七八九零〇]")
#: A power without a digit and without a unit counts only from 百亿 on: 百万雄师, 千万别 are no amounts.
_GREAT_POWER = re.compile(r"[百千万]亿")


@cache
def _grammar() -> re.Pattern[str]:
    unit = "|".join(map(re.escape, sorted([*units(), *_WITH_PART], key=len, reverse=True)))
    per = f"/(?:{unit}|[人户日月年时分秒])"
    return re.compile(
        rf"(?P<whole>[{_CJK}]+|{_D}+)分之(?P<part>{_NUMERAL})(?:{_JOIN}(?:(?P=whole)分之)?(?P<part2>{_NUMERAL}))?"
        rf"|(?<!双)(?P<share>{'|'.join(_SHARES)})"
        rf"|(?P<minutes>{_D}+|[{_CJK}]+)分(?P<seconds>{_D}+|[{_CJK}]+)秒"
        rf"|(?<![下上这那每本])(?P<session>{_D}{{1,2}}|[{_CJK}]{{1,3}})届(?!时|满|毕|生|本|硕)"
        rf"|(?P<n1>{_NUMERAL})(?: ?(?P<u1>{unit})(?P<r1>{per})?)?"
        rf"(?:{_JOIN}(?P<n2>{_NUMERAL}) ?(?P<u2>{unit})(?P<r2>{per})?)?"
        rf"|第(?P<nth>{_D}+|[{_CJK}]+)(?P<what>[{_ORDINAL_WORDS}])?"
        rf"|翻(?:了(?:近|超过)?)?(?:(?P<times>[{_CJK}]+)番|(?P<once>番|倍))"
        rf"|(?<![上下前后每大多一])半(?P<half>个?小时|个月|个世纪|年|天)(?![度报红])"
    )


def find_amounts(text: str) -> list[Amount]:
    """Return the amounts of ``text`` in order, without overlaps."""
    found: list[Amount] = []
    search = _grammar().search
    position = 0
    while match := search(text, position):
        amount, position = _read(text, match)
        free = not found or amount is None or amount.span.start >= found[-1].span.end
        if amount is not None and free:  # in 5美元3 the currency is the first one's
            joint = _in_months(text, found[-1], amount) if found else None
            found[-1:] = [joint] if joint is not None else [*found[-1:], amount]
    return found


def _in_months(text: str, years: Amount, months: Amount) -> Amount | None:
    """Return a time of years and months as one: 九年六个月 is 114个月."""
    joined = years.span.end == months.span.start and (years.unit, months.unit) == ("年", "个月")
    if not joined or {years.kind, months.kind} != {"exact"}:
        return None
    span = Span(years.span.start, months.span.end)
    return Amount(span.of(text), span, years.value * 12 + months.value, "个月")


def _read(text: str, match: re.Match[str]) -> tuple[Amount | None, int]:
    """Return the amount at ``match``, if it is one, and where to look for the next."""
    start, end = match.span()
    if match["n1"] is not None:
        candidates = phrases().get(text[start], ())
        if text.startswith(candidates, start):
            return None, start + max(len(phrase) for phrase in candidates if text.startswith(phrase, start))
        if match["u1"] is None and match["n2"] is None:
            return _unitless(text, start, end, match["n1"])
        if match["u1"] == "年" and text.endswith(("公元", "公元前"), 0, start):
            return None, end
        return _quantity(text, match)
    if match["whole"] is not None:
        return _fraction(text, match)
    if match["share"] is not None:
        return _amount(text, start, end, Numeral(Decimal("0.5")), "", _SHARES[match["share"]])
    if match["half"] is not None:
        if "小时" not in match["half"] and _tells_when(text, start, end):
            return None, end
        unit = match["half"].removeprefix("个").replace("月", "个月")
        return _amount(text, start, end, Numeral(Decimal("0.5")), unit)
    if match["minutes"] is not None:
        minutes, seconds = read_numeral(match["minutes"]), read_numeral(match["seconds"])
        if minutes is None or seconds is None:
            return None, end
        return _amount(text, start, end, Numeral(minutes.low * 60 + seconds.low), "秒")
    nth = match["nth"] or match["session"]
    number = read_numeral(nth or match["times"] or "一")
    if number is None or (match["nth"] and not match["what"]):
        return None, end
    if nth is None:
        return _amount(text, start, end, Numeral(2**number.low), "倍")
    return Amount(match[0], Span(start, end), number.low, "ord"), end


def _fraction(text: str, match: re.Match[str]) -> tuple[Amount | None, int]:
    """Read 三分之一, 百分之十二点五, 百分之二十到三十."""
    whole, part = read_numeral(match["whole"]), read_numeral(match["part"])
    last = read_numeral(match["part2"]) if match["part2"] else None
    if whole is None or part is None or whole.low == 0 or whole.high is not None:
        return None, match.end()
    unit = {100: "%", 1000: "‰"}.get(int(whole.low), "")
    share = Decimal(1) if unit else whole.low
    high = last.low if last else part.high
    number = Numeral(part.low / share, high and high / share, "range" if high else "exact")
    return _amount(text, match.start(), match.end(), number, unit)


#: Behind the first of several numbers of percentage points.
_POINTS_FOLLOW = re.compile(
    "[、和与][^，。；、0-9]{0,8}[0-9.]+个(?:[、和与][^，。；、0-9]{0,8}[0-9.]+个)?百分点"
)


def _quantity(text: str, match: re.Match[str]) -> tuple[Amount | None, int]:
    """Read a numeral with its unit, or two that bound a range."""
    start = match.start()
    number = read_numeral(match["n1"])
    if match["n2"] is not None:
        number_to = read_numeral(match["n2"])
        if (
            number is not None
            and number_to is not None
            and (stretch := _range(text, match, number, number_to))
        ):
            return _amount(text, start, match.end(), *stretch)
        single_end = max(match.end("n1"), match.end("u1"), match.end("r1"))
        if match["u1"] is None:
            return None, match.start("n2")
    else:
        single_end = match.end()
    if match["u1"] == "折":
        return _discount(text, start, single_end, match["n1"])
    if number is None:
        return None, single_end
    surface = match["u1"]
    if surface == "个" and _POINTS_FOLLOW.match(text, single_end):
        return _amount(text, start, single_end, number, "个百分点")  # 高于全国0.8个、全省0.3个百分点
    if surface in _WITH_PART:
        number = (
            Numeral(number.low + Decimal("0.5")) if "半" in surface else replace(number, exactness="plus")
        )
        return _amount(text, start, single_end, number, _WITH_PART[surface])
    unit = units()[surface]
    if not _admits(text, start, single_end, match["n1"], number, unit):
        return None, single_end
    if unit.printed == "小时" and (minutes := _MINUTES.match(text, single_end)):
        rest = read_numeral(minutes[1])
        if rest is not None:
            return _amount(text, start, minutes.end(), Numeral(number.low * 60 + rest.low), "分")
    number, single_end = _with_rest(text, single_end, number, unit)
    if match["r1"] is not None:
        return _amount(text, start, single_end, number, surface + match["r1"])
    return _amount(text, start, single_end, _times(number, unit.factor), unit.printed)


def _with_rest(text: str, end: int, number: Numeral, unit: Unit) -> tuple[Numeral, int]:
    """Return a number with what stands behind its unit, and where that ends: 三年|半, 七成|五."""
    after = text[end : end + 1]
    if unit.printed == "年" and after == "半":
        number, end, after = Numeral(number.low + Decimal("0.5")), end + 1, text[end + 1 : end + 2]
    if unit.guard == "tenths" and after in _TENTHS:
        return Numeral(number.low + _TENTHS[after]), end + 1
    return number, end


def _discount(text: str, start: int, end: int, written: str) -> tuple[Amount | None, int]:
    """Read 八折, 七五折, 8.5折, 85折 as the percentage of the price that is left to pay."""
    digits = "".join(
        str(_DIGIT.index(char) - 2) if char in _DIGIT[3:] else char for char in written.translate(PLAIN)
    )
    if not re.fullmatch(r"[1-9](?:\.?\d)?", digits):
        return None, end
    return _amount(text, start, end, Numeral(Decimal(digits.replace(".", "").ljust(2, "0"))), "%")


def _times(number: Numeral, factor: Decimal) -> Numeral:
    if factor == 1:
        return number
    low, high = plain_decimal(number.low * factor), number.high and plain_decimal(number.high * factor)
    return Numeral(low, high, number.exactness)


def _range(text: str, match: re.Match[str], first: Numeral, second: Numeral) -> tuple[Numeral, str] | None:
    """Return the bounds and the unit of 2至3亿元, 20%-30%; ``None`` where the two are no range."""
    unit = units().get(match["u2"])
    if unit is None or not _admits(text, match.start(), match.end(), match["n2"], second, unit):
        return None
    low, high = first.low, second.high or second.low
    if match["u1"] is not None:
        other = units().get(match["u1"])
        # 下降10%至15% gives the bounds of a change, 减少2亿元至5亿元 where it led.
        leads = _FROM if unit.printed == "%" else _CHANGE
        if (
            other is None
            or other.printed != unit.printed
            or leads.search(text, max(0, match.start() - 4), match.start())
        ):
            return None
    elif first.scale < second.scale and low <= high / second.scale:
        low *= second.scale
    if low >= high:
        return None
    stretch = Numeral(low, high, "range")
    return (
        (stretch, match["u2"] + match["r2"]) if match["r2"] else (_times(stretch, unit.factor), unit.printed)
    )


#: How an index moves, by however few points: 升61点.
_MOVES = ("升", "跌", "涨", "挫", "高", "低", "升了", "跌了", "涨了")


def _admits(text: str, start: int, end: int, written: str, number: Numeral, unit: Unit) -> bool:
    """Tell whether number and unit make an amount here: not a date, a name, an article or a word."""
    if written in _SURNAMES or _SPELLED.fullmatch(written):
        return False
    moves = unit.guard == "index" and written[0].isdecimal() and text.endswith(_MOVES, 0, start)
    if _is_in_word(text, start, end, written, unit) or not (moves or _suits(written, number, unit)):
        return False
    if unit.guard == "duration" and not _lasts(text, start, end, written, unit):
        return False
    if number.exactness == "order":
        if text.startswith("级", end) or _bounded_before(text, start):
            return True
        # 百元 and 百万吨 tell a size; 万元 is the heading of a column, 百家 and 千户 are mostly names.
        return written not in {"万", "亿"} and (unit.dimension == "currency" or number.low >= 10**6)
    if written == "一" and unit.dimension in {"count", "time", "length"} and unit.surface != "倍":
        return _counts_one(text, start, end, unit)
    return written != "二" or unit.dimension != "count"


def _is_in_word(text: str, start: int, end: int, written: str, unit: Unit) -> bool:
    """Tell whether number and unit run on into a word or a name beside them: M-7栋, 前三名, 5Gbit."""
    before = text[start - 1] if start else ""
    after = text[end : end + 1]
    if after and after in unit.not_before and (len(written) == 1 or unit.dimension != "count"):
        return True
    if text.startswith((_STAFF, *_STOCK), end - 1) or (before == "前" and unit.surface in {"位", "名"}):
        return True
    if unit.surface[-1].isascii() and unit.surface[-1].isalpha() and after.isascii() and after.isalnum():
        return True
    coded = before == "-" and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha()
    in_a_name = coded or before in {".", "·"} or (before.isascii() and before.isalnum())
    return in_a_name and unit.dimension not in {"ratio", "currency"}


def _suits(written: str, number: Numeral, unit: Unit) -> bool:
    """Tell whether a number is written as its unit asks for, and of its size: 7.5成, 3200点."""
    arabic = written[0].isdecimal()
    match unit.guard:
        case "arabic":
            return arabic
        case "compound":
            return arabic or len(written) > 1
        case "tenths":
            return number.low <= 10
        case "index":
            return arabic and (number.low >= 100 or "." in written)
        case _:
            return True


def _counts_one(text: str, start: int, end: int, unit: Unit) -> bool:
    """Tell whether 一 counts and is no article: 新增一家, 一年半."""
    if unit.dimension == "time" and text.startswith(("半", "多"), end):
        return True
    counting = _COUNTING.search(text, max(0, start - 12), start) is not None
    return counting or (start == 0 and unit.guard != "common")


def _tells_when(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a stretch of time make it a window: 近五年, 半年内."""
    return bool(_WHEN_BEFORE.search(text, max(0, start - 4), start) or _WHEN_AFTER.match(text, end))


def _lasts(text: str, start: int, end: int, written: str, unit: Unit) -> bool:
    """Tell a duration (工期6年) from a date (2021年) and a window (近五年, 三年前)."""
    if _tells_when(text, start, end):
        return False
    if unit.surface != "年":
        return True
    if _YEAR_SPAN.search(text, max(0, start - 2), start):
        return False
    digits = written.translate(PLAIN)
    if len(digits) == 4 and (digits.isdecimal() or all(char in _DIGIT for char in digits)):
        return False
    return _MONTH_AFTER.match(text, end) is None


def _bounded_before(text: str, start: int) -> bool:
    before = _BEFORE.search(text, max(0, start - 10), start)
    return before is not None and any(before[name] for name in (*_BOUNDS, "up", "over"))


def _unitless(text: str, start: int, end: int, written: str) -> tuple[Amount | None, int]:
    """Read a number behind a currency (￥5,000), a power without a unit (3.5亿), a level or people."""
    if _DECIMAL.match(written) and _LEVEL.search(text, max(0, start - 10), start):
        level = read_numeral(written)
        return _amount(text, start, end, level, "") if level is not None else (None, end)
    if text.startswith((":", "："), end):
        return None, end  # 美元16:30
    people = _PEOPLE.search(text, max(0, start - 16), start) is not None
    people = people and (len(written) > 2 or (written.isdecimal() and _STOP.match(text, end) is not None))
    if text[start - 1 : start] not in _CURRENCY_LAST and not _LARGE.search(written) and not people:
        return None, end
    number = read_numeral(written)
    if number is None:
        return None, end
    if people and not _LARGE.search(written):
        return _amount(text, start, end, number, "")  # 人口11,816
    before = _BEFORE.search(text, max(0, start - 10), start)
    if before is not None and before["currency"]:
        unit = units().get(before["currency"])
        code = _SYMBOLS.get(before["currency"]) or (unit.printed if unit else before["currency"])
        return _amount(text, before.start("currency"), end, number, code)
    if number.scale < 10**4:
        return None, end
    if number.exactness == "order" and not (
        _GREAT_POWER.match(text, start) or text.startswith("级", end) or _bounded_before(text, start)
    ):
        return None, end
    if number.exactness == "order" and text.startswith("级", end):
        end += 1
    return _amount(text, start, end, number, "CNY" if _talks_of_money(text, start, end, number) else "")


def _talks_of_money(text: str, start: int, end: int, number: Numeral) -> bool:
    """Tell whether a bare 亿 is one of 元: its sentence speaks of money, its neighbours not of people."""
    if text.startswith("个亿", end - 2):
        return True
    if number.scale < 10**8 or _NOT_MONEY.search(text, max(0, start - 6), end + 4):
        return False
    stops = [stop.end() for stop in _SENTENCE_END.finditer(text, max(0, start - 120), start)]
    stop = _SENTENCE_END.search(text, end, end + 120)
    return bool(
        _MONEY.search(text, stops[-1] if stops else max(0, start - 120), stop.start() if stop else end + 120)
    )


def _amount(
    text: str, start: int, end: int, number: Numeral, unit: str, kind: AmountKind | None = None
) -> tuple[Amount, int]:
    """Return the amount between ``start`` and ``end``, widened by the words that bound or negate it."""
    kind = kind or number.exactness
    value, high = number.low, number.high
    if start and text[start - 1] in _BEFORE_LAST:
        before = _BEFORE.search(text, max(0, start - 10), start)
        if before is not None and before.end() > before.start():
            start, kind, value, unit = _widen(before, start, kind, value, unit)
    after = _AFTER.match(text, end)
    if after is not None and after.end() > end:
        if after["plus"]:
            kind, end = "plus", after.end("plus")
        if after["ge"] or after["le"]:
            kind, end = ("ge" if after["ge"] else "le"), after.end()
        elif after["approx"] and kind == "exact":
            kind = "approx"
    low = value if kind in {"gt", "ge", "plus", "range"} else None
    top = high if kind == "range" else value if kind in {"lt", "le"} else None
    return Amount(text[start:end], Span(start, end), value, unit, kind, low, top), end


def _widen(
    before: re.Match[str], start: int, kind: AmountKind, value: Decimal, unit: str
) -> tuple[int, AmountKind, Decimal, str]:
    """Return start, kind, value and unit as the words before the number make them."""
    if before["sign"]:
        start, value = before.start("sign"), -value
    if before["currency"] and unit == "CNY" and before["currency"] in units():
        start, unit = before.start("currency"), units()[before["currency"]].printed
    for bound in _BOUNDS:
        if before[bound]:
            return before.start(), bound, value, unit
    if kind == "order" and (before["up"] or before["over"]):
        return before.start(), ("ge" if before["up"] else "gt"), value, unit
    if before["approx"] and kind in {"exact", "order"}:
        kind = "approx"
    return start, kind, value, unit
