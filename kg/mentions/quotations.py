"""What markets quote, which are products without names: 大豆期货, 欧元兑美元, 英国10年期国债, 国产碳酸锂.

Pairs of currencies and bonds are told by their own words; all else by where it stands: at the head of a
clause, right before a verb of the market and a number (…|跌 1.2%, …|报 400 美分).
"""

import re
from collections.abc import Iterator

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, overlaid
from kg.model import Mention, MentionType

_CURRENCY = (
    "(?:人民币|美元|欧元|英镑|日元|澳元|加元|瑞郎|瑞士法郎|纽元|新西兰元|港元|港币|新元|新加坡元|新台币|韩元|卢布|卢比|里拉|"
    "雷亚尔|比索|兰特|克朗|泰铢|林吉特)"
)
_PAIR = re.compile(rf"(?:[在离]岸)?{_CURRENCY}[兑对]{_CURRENCY}|[在离]岸人民币(?=[^一-龥]|[涨跌报收升贬])")
_BOND = re.compile(
    r"(?:(?:中国|美国|英国|法国|德国|日本|意大利|西班牙|希腊|澳大利亚|印度)[ ]?)?"
    r"\d{1,2}[ ]?年期[ ]?(?:国债|国开债|[美德日英法意]债)(?=收益率|活跃券|期货|主力|[涨跌报]|[上下]行)"
    r"|(?:\d{1,2}[ ]?[年天]期?|隔夜|\d{1,2}[ ]?个月期?)(?:以上)?[ ]?(?:LPR|MLF|SHIBOR|Shibor|LIBOR)"
)
#: What may stand before the verb, and the verb with its number.
_MOVES = re.compile(
    r"(?:夜盘|日盘|尾盘|早盘|盘中|盘初|日内|当日|今日|收盘|集体|全线|继续|再度|一度|首次|小幅|大幅|最新|"
    r"现|均|则|也|亦|累计){0,4}"
    r"(?:[收上下大微续急暴飙领]?[涨跌]|收?报|报收|收于|报收于|[上下]行|走[高低强弱]|[跌涨升突]破|[升贬]值)"
    r"(?:超过?|逾|近|约|至)?[ ]?\d"
)
_EDGES = "，。；：！？、,;:!?\n（）()“”%％"
#: What a clause may open with before what it quotes.
_OPENING = re.compile(
    r"[ ]*(?:其中|而|但|此外|另外|同时|隔夜|夜盘|截至(?:收盘|发稿)|(?:\d{1,2}月)?\d{1,2}日|[今昨]日|当[日天]|"
    r"周[一二三四五]|本周|上周){0,4}[ ]*"
    r"(?:[一-龥]{2,8}交易(?:所|中心)(?:的)?|[上郑大广]期所|[郑大]商所)?"
)
#: How contracts and what is traded on the spot are called.
_TRADED = re.compile(
    r"[A-Za-z0-9一-龥 ]{1,14}?(?:期货(?:主力)?(?:合约)?|期[铜铝锌镍锡铅金银]|主连|"
    r"(?:主力|活跃|[0-9][ ]?月|[0-9]{4}[ ]?|连续)合约|"
    r"(?:现货|伦敦|国际|WTI|布伦特|纽约|沪)[ ]?(?:黄金|白银|原油|金|银|铂金|钯金)|ETF)|"
    r"(?:现货|伦敦|国际|沪)(?:黄金|白银|原油|金|银)|[美布]油|比特币|以太坊|以太币"
)
_SECTOR = re.compile(r"[一-龥A-Z]{2,10}(?:板块|概念股?)")
_REACH = 40  # characters that a clause is looked through for its beginning
_LONGEST = 16
_NOMINAL = frozenset({"n", "nz", "a", "b", "s", "an"})


def find_quotations(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add what is quoted, in the place of the names that it is made of."""
    found = [
        Mention(Span(*match.span()), MentionType.PRODUCT, "pattern", score=0.85)
        for pattern in (_PAIR, _BOND)
        for match in pattern.finditer(lexis.folded)
    ]
    found += _quoted(lexis, Cover(mentions), {mention.span.start for mention in found})
    trades = {mention.span for mention in found}
    rest = [mention for mention in mentions if mention.span not in trades]  # 玻璃 is no industry then
    return overlaid(rest, found)


def _quoted(lexis: Lexis, cover: Cover, taken: set[int]) -> Iterator[Mention]:
    """Yield what stands at the head of a clause right before a verb of the market."""
    text = lexis.folded
    for match in _MOVES.finditer(text):
        end = match.start() - (text[match.start() - 1 : match.start()] == " ")
        opening = max(text.rfind(edge, max(0, end - _REACH), end) for edge in _EDGES) + 1
        opened = _OPENING.match(text, opening, end)
        start = opened.end() if opened is not None else opening
        if start in taken or not start < end <= start + _LONGEST:
            continue
        span = Span(start, end)
        kind = _kind(lexis, span, cover)
        if kind is not None:
            yield Mention(span, kind, "pattern", score=0.8)


def _kind(lexis: Lexis, span: Span, cover: Cover) -> MentionType | None:
    """Return what the words of ``span`` are if they are something that is quoted."""
    words = span.of(lexis.folded)
    if any(entry.sure and entry.type is MentionType.ORG for entry in gazetteer().lookup(words)):
        return None  # 南华期货 is a firm
    if _TRADED.fullmatch(words):
        return MentionType.PRODUCT
    if _SECTOR.fullmatch(words):
        return MentionType.GROUP
    last = cover.at(span.end - 1)
    ware = last is not None and last.type in {MentionType.PRODUCT, MentionType.INDUSTRY}
    if last is None or not ware or last.span.end != span.end or last.span.start < span.start:
        return None
    before = range(span.start, last.span.start)
    named = any(m.type in NAMES for m in cover.touching(span.start, last.span.start))
    nominal = all(lexis.words[lexis.at[place]].tag in _NOMINAL for place in before)
    return MentionType.PRODUCT if nominal and not named else None
