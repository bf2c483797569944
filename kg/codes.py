"""Codes of bodies in running text.

Stock codes: 紫金矿业（601899）, 某公司（证券代码：000837）, 某公司（NASDAQ：SQYP）.
Unified social credit codes (GB 32100-2015): 某公司（统一社会信用代码：…）.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from kg.document import Span
from kg.letterhead import find_letterhead
from kg.model import Mention, MentionType

_BRACKET = re.compile(
    r"[（(](?:[^（）()]{0,40}?[，,、；;])?\s*(?P<at>纽交所|纳斯达克|港交所|联交所|[上深北]交所|新三板|[AH]股|美股|港股)?"
    r"(?P<label>(?:证券|股票|股份|公司|上市|交易|[AHB]股|港股|美股)(?:代码|代号))?(?:为)?[:：]?\s*"
    r"(?P<code>(?:[A-Z]{2,6}[:：]|(?:SH|SZ|BJ|HK) ?)?(?:\d{6}|\d{5}|\d{4})(?:[.-][A-Z]{1,3})?"
    r"|(?:NASDAQ|NYSE|HKEX|SEHK)[:：]\s?[A-Z]{1,5}"
    r"|(?(label)[A-Z]{1,5}(?![A-Za-z])|(?!)))"
    r"\s*(?:[，,、；;][^（）()]{0,40})?[）)]"
)

_CREDIT = re.compile(
    r"[（(，,](?:[^（）()。]{0,40}?[，,、；;])?\s*(?P<label>统一社会信用代码)证?(?:号码|号)?(?:为|是)?\s*[:：]?\s*"
    r"(?P<code>[0-9A-HJ-NPQRTUWXY]{18})(?![0-9A-Za-z])"
)
_CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True, slots=True)
class Code:
    """A code that a bracket behind the name of a body or the head of an announcement gives."""

    mention: Mention
    code: str
    label: str
    span: Span


#: Where a company is listed: a bracket behind these is of the company that the sentence is about.
_LISTED = re.compile(r"(?:上市|挂牌|挂牌交易|发行)\Z")
_EXCHANGES = ("交易所", "联交所", "上交所", "深交所", "北交所", "港交所", "股转公司", "板")
_SENTENCE_ENDS = "。！？\n"
#: How far before a bracket, in characters, the body that is listed may stand.
_REACH = 400


def listed_body(text: str, at: int, bodies: Sequence[Mention]) -> Mention | None:
    """Return the body whose listing a bracket at ``at`` is told of: 甲公司…在上交所上市（股票代码：600718）.

    It is the first one of the sentence that is no exchange; ``None`` where the bracket stands elsewhere.

    Args:
        text: the article's text.
        at: where the bracket opens, in code points.
        bodies: mentions of organisations, by their start.
    """
    if not _LISTED.search(text, max(at - 4, 0), at):
        return None
    low = max(at - _REACH, 0)
    start = max(low, *(text.rfind(mark, low, at) + 1 for mark in _SENTENCE_ENDS))
    near = islice(bodies, bisect_left(bodies, start, key=lambda m: m.span.start), None)
    before = takewhile(lambda m: m.span.start < at, near)
    told = (m for m in before if not m.span.of(text).endswith(_EXCHANGES))
    return next(told, None)


def find_codes(text: str, mentions: Sequence[Mention]) -> Iterator[Code]:
    """Yield the stock codes of ``text`` in order; a year in brackets (2018) is none."""
    ends = _longest_by_end(mentions)
    bodies = sorted((m for m in mentions if m.type is MentionType.ORG), key=lambda m: m.span.start)
    for match in _BRACKET.finditer(text):
        at = match.start()
        while at and text[at - 1] in " \u3000":  # 甲股份 （600999）
            at -= 1
        named = ends.get(at) or listed_body(text, at, bodies)
        code = match["code"].replace(" ", "")
        bare = code.isdigit() and not match["label"] and not match["at"]
        if named is None or (bare and len(code) < 5):
            continue
        exchange, _, symbol = code.replace("：", ":").rpartition(":")
        name = symbol if exchange and not symbol[0].isdigit() else code
        yield Code(named, name, match["label"] or "", Span(*match.span("code")))
    head = find_letterhead(text)
    issuer = next((m for m in bodies if head is not None and m.span.start == head.name.start), None)
    if head is not None and issuer is not None:
        for label, span in head.codes:
            yield Code(issuer, span.of(text), label, span)


def only_listed(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """Return the firm a text is about: the only one with a stock code, given in its first sentence."""
    codes = list(find_codes(text, mentions))
    head = text.find("。")
    if len({c.code for c in codes}) != 1 or codes[0].span.start > head > 0:
        return None
    return codes[0].mention


def find_credit_codes(text: str, mentions: Sequence[Mention]) -> Iterator[Code]:
    """Yield the unified social credit codes of ``text`` whose last character checks, in order."""
    ends = _longest_by_end(mentions)
    for match in _CREDIT.finditer(text):
        named = ends.get(match.start())
        if named is not None and is_credit_code(match["code"]):
            yield Code(named, match["code"], match["label"], Span(*match.span("code")))


def is_credit_code(code: str) -> bool:
    """Tell whether the last character is the check of the others, as GB 32100-2015 computes it."""
    values = [_CREDIT_DIGITS.index(character) for character in code]
    total = sum(value * pow(3, place, 31) for place, value in enumerate(values[:-1]))
    return values[-1] == -total % 31


def _longest_by_end(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Return the bodies by where their names end, the longest at each place."""
    ends: dict[int, Mention] = {}
    for mention in mentions:
        if mention.type is MentionType.ORG:
            known = ends.get(mention.span.end)
            if known is None or len(mention.span) > len(known.span):
                ends[mention.span.end] = mention
    return ends
