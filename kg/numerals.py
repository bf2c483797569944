"""Chinese and Arabic numerals → decimals: 10.2万亿, 一亿五千万, 壹佰贰拾叁万, 七八百, 数十.

In goes a numeral that stands alone (no unit, no 约); out comes its value, or its bounds where the
numeral itself is inexact. Nothing here knows of units or of running text.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Exactness = Literal["exact", "plus", "approx", "range", "order"]

#: Every form of a digit or scale → the plain one, character for character, so that offsets stay.
PLAIN = str.maketrans(
    "０１２３４５６７８９．，％－／～＋＄￥：（）壹贰叁肆伍陆柒捌玖貳參陸拾佰仟萬億兩〇○Ｏ",
    "0123456789.,%-/~+$¥:()一二三四五六七八九二三六十百千万亿两零零零",
)

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_SCALES = _SMALL | _LARGE

#: More characters than any number in print has; beyond them stands noise.
_LONGEST = 40

_MIXED = re.compile(r"\d+(?:\.\d+)?[十百千万亿]*")
_PAIR = re.compile(
    r"(?<![零一二三四五六七八九])([一二两三四五六七八])([二两三四五六七八九])(?![零一二三四五六七八九])"
)
_BARE_SCALE = re.compile(r"[百千]?万?亿|[百千]?万|[百千]")
_SPELLED = re.compile(r"[零一二三四五六七八九]{3,}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral says: ``low``, and ``high`` only where it names a stretch (七八百).

    ``scale`` is the power of ten the numeral ends in (10.2万亿: 10¹²), which the first end of a range
    borrows (2至3亿). ``order`` marks a bare power (百亿), ``plus`` 余 and 多.
    """

    low: Decimal
    high: Decimal | None = None
    exactness: Exactness = "exact"
    scale: int = 1


def read_numeral(text: str) -> Numeral | None:
    """Return what ``text`` says as a number, or ``None`` where it says none.

    Spaces, thousands separators and the 个 of 三个亿 are ignored;
    full-width and financial forms are read as plain ones.
    """
    plain = text.translate(PLAIN).replace(",", "").replace(" ", "").replace("个", "")
    exactness: Exactness = "exact"
    if "来" in plain:
        plain, exactness = plain.replace("来", ""), "approx"
    elif "余" in plain or "多" in plain:
        plain, exactness = plain.replace("余", "").replace("多", ""), "plus"
    if not plain or len(plain) > _LONGEST:
        return None
    if plain[0].isdecimal():
        value = _mixed(plain)
        return None if value is None else Numeral(value, None, exactness, _scale(plain))
    if plain[0] in "数几":
        least = _chinese(plain[1:])
        return None if least is None else Numeral(least, least * 10, "range", _scale(plain))
    bounds = _stretch(plain)
    if bounds:
        low, high = (_chinese(bound) for bound in bounds)
        return None if low is None or high is None else Numeral(low, high, "range", _scale(plain))
    value = _chinese(plain)
    if value is None:
        return None
    if not plain.strip("百千万亿"):
        if not _BARE_SCALE.fullmatch(plain):
            return None
        exactness = "order" if exactness == "exact" else exactness
    return Numeral(value, None, exactness, _scale(plain))


def _stretch(plain: str) -> tuple[str, str] | None:
    """Return the ends of a numeral that names a stretch: 十几 (十一, 十九), 七八百."""
    if "几" in plain:
        head, _, tail = plain.partition("几")
        return (head + "一" + tail, head + "九" + tail) if head.endswith("十") else None
    pair = _PAIR.search(plain)
    if pair is None:
        return None
    first, second = (_DIGITS[digit] for digit in pair.groups())
    if second - first != 1 and (first, second) != (3, 5):
        return None
    head, tail = plain[: pair.start()], plain[pair.end() :]
    return head + pair[1] + tail, head + pair[2] + tail


def plain_decimal(number: Decimal) -> Decimal:
    """Return the number without an exponent and without zeros at its end: 5630000000, not 5630000000.0."""
    return Decimal(f"{number:f}".rstrip("0").rstrip(".")) if number.as_tuple().exponent != 0 else number


def _scale(plain: str) -> int:
    scale = 1
    for char in reversed(plain):
        if char not in _SCALES:
            break
        scale *= _SCALES[char]
    return scale


def _mixed(plain: str) -> Decimal | None:
    """Read 10.2万亿, 3亿5000万, 1万2."""
    total, position = Decimal(0), 0
    for part in _MIXED.finditer(plain):
        if part.start() != position:
            return None
        position = part.end()
        digits, scale = part[0].rstrip("十百千万亿"), _scale(part[0])
        total += Decimal(digits) if scale == 1 else plain_decimal(Decimal(digits) * scale)
    return total if position == len(plain) else None


def _chinese(plain: str) -> Decimal | None:
    """Read 一亿五千万, 十二点五, 两万五, 二零二二."""
    if not plain:
        return None
    whole, dot, fraction = plain.partition("点")
    tail = fraction.lstrip("零一二三四五六七八九两")
    if dot and len(tail) == len(fraction):
        return None
    if dot:
        number = _chinese(whole)
        if number is None or any(char not in _LARGE for char in tail):
            return None
        digits = "".join(str(_DIGITS[char]) for char in fraction[: len(fraction) - len(tail)])
        value, scale = number + Decimal(f"0.{digits}"), _scale(tail)
        return value if scale == 1 else plain_decimal(value * scale)
    if _SPELLED.fullmatch(whole):
        return Decimal("".join(str(_DIGITS[char]) for char in whole))
    return _sections(whole)


def _sections(plain: str) -> Decimal | None:
    """Read a numeral with named powers; a last digit without one stands a power below: 两万五 = 25000."""
    total = section = 0
    digit: int | None = None
    power = 1
    for char in plain:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
            if digit == 0:
                power = 10
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit, power = None, _SMALL[char]
        elif char in _LARGE:
            section += digit or 0
            if section == 0 and total == 0:
                section = 1
            total = (total + section) * _LARGE[char] if char == "亿" else total + section * _LARGE[char]
            section, digit, power = 0, None, _LARGE[char]
        else:
            return None
    if digit is not None:
        section += digit * (power // 10 if power >= 100 else 1)
    return Decimal(total + section)
