"""The zone of a local paper, which it calls 高新区 and nothing else.

What its readers know needs no name: 高新区 opens sentences there and acts (昨日，高新区举行…). In a text that
names a zone 高新区 stands for that one (:mod:`kg.anaphora`), and one about all zones has none of its own.
"""

import re

from kg.document import Span
from kg.lac import Word
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover
from kg.model import Mention, MentionType

_ZONE = re.compile(
    "(?:(?<=[从在到赴对、，,。\n　])|\\A)[市县区]"
    "(?:经济开发区|经济发展区|高新区|经开区|开发区|产业集聚区|工业集中区|工业园区?|产业园区)"
    "|高新技术产业开发区|经济技术开发区|经济开发区|经济发展区|高新区|经开区|综保区|(?<!经济)开发区|(?<![产工物])园区"
)
#: Zones at large, or one that is named or pointed at: 国家级高新区, 各开发区, 12家高新区, 宁州的高新区.
_ONE_OF_MANY = re.compile("(?:[国省市区县]家?级?|全[国省]|各[地类大级]?|[家个处座类些批多的等该此这型])\\Z")
_FULL = ("高新区", "开发区", "经开区", "综保区", "保税区", "新区", "示范区")
#: What follows a place in the name of a zone that other finders see later.
_NAMED = re.compile("[一-龥]{0,10}?(?:产业园|工业园|开发区|高新区|新区|示范区|保税区|科技园|集中区|园区)")
_CLAUSE_ENDS = frozenset("，,。；;：:！？\n　 )）")
_BEFORE = frozenset({"p", "v", "vd", "d", "c", "ad", "f", "t", "TIME", "w", "u"})
_REACH = 4
#: What a zone has and how much of it, right behind: 去年|开发区|工业总产值突破3亿元.
_MEASURED = re.compile(
    "(?:地区|生产总值|GDP|规[上模]|工业|固定资产|财政|税收|进出口|外贸|社会消费品|实际|高新技术)"
    "[一-龥]{1,12}?(?:达到?|完成|实现|突破|同比增长|增长|为)?[0-9百千万]"
)
#: What runs a zone and names it: 海州工业园|管委会主任说，园区….
_AUTHORITY = re.compile("(.*[区园城港谷])(?:党工委|(?:党工委)?(?:管委会|管理委员会))")
#: 从|县产业集聚区|获悉: one of a county's own.
_LEVELS = frozenset("市县区")


def _names(found: Mention, first: Span, text: str) -> bool:
    """Tell whether a name is of the zone meant: it comes first, or ends as what the zone is called.

    One of the parks in a zone names it only where it is called 园区 itself.
    """
    full = (*_FULL, "园区") if first.of(text).endswith("园区") else _FULL
    if found.type is MentionType.PLACE:
        return found.span.start < first.start and _NAMED.match(text, found.span.end) is not None
    if found.type is MentionType.ORG and found.span.start < first.start:
        runs = _AUTHORITY.fullmatch(text, found.span.start, found.span.end)
        return runs is not None and not is_kind(runs[1])
    if found.type is not MentionType.PARK:
        return False
    return found.span.start <= first.start or text.endswith(full, 0, found.span.end)


def is_kind(name: str) -> bool:
    """Tell whether a zone is called by its kind alone."""
    return _ZONE.fullmatch(name) is not None


def is_zone(name: str) -> bool:
    """Tell whether a name is that of a zone and not of a park in one."""
    return name.endswith(_FULL)


def _says_act(behind: Word, zone: Span) -> bool:
    """Tell whether the word behind a zone shows that it acts: 高新区|举行, 高新区|今年, 高新区锚定."""
    glued = behind.start == zone.start and behind.end > zone.end
    return glued or behind.tag in {"v", "d", "ad", "p", "vd", "t", "TIME"}


def find_own_zone(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the zone that a text only calls by its kind, where it names none and speaks of none at large."""
    text = lexis.folded
    if _ZONE.search(text) is None:
        return mentions
    cover = Cover(mentions)
    found: list[Span] = []
    acts = False
    for match in _ZONE.finditer(text):
        span = Span(*match.span())
        if any(cover.touching(span.start, span.end)):
            continue
        before = text[max(span.start - _REACH, 0) : span.start]
        if _ONE_OF_MANY.search(before):
            if not acts or "各" in before:
                return mentions
            continue  # 开发区修路两条，在全省9家开发区中领先: what one that acts is held against
        opens = not before.strip() or before[-1] in _CLAUSE_ENDS
        behind = lexis.words[lexis.at[span.end]] if span.end < len(text) else None
        verb = opens and behind is not None and _says_act(behind, span)
        if opens or before.endswith(("年", "月", "度")):
            verb = verb or _MEASURED.match(text, span.end) is not None
        if not acts and (verb or match[0][0] in _LEVELS):
            acts = True
            if any(_names(other, span, text) for other in mentions):
                return mentions
        word = lexis.words[lexis.at[span.start] - 1] if span.start else None
        if opens or (word is not None and word.tag in _BEFORE):
            found.append(span)
    if any(text[span.start] in _LEVELS for span in found):
        found = [span for span in found if text[span.start] in _LEVELS]  # 园区 stands for 市产业园区
    new = [Mention(span, MentionType.PARK, "pattern", score=0.6) for span in found] if acts else []
    return mentions + new
