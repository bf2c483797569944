"""Names of firms that what follows gives away: IDC|中国, 星石|投资 before 总经理, 甲证券|策略团队.

In: the mentions so far. Out: the same, where a name goes on with the country that a firm works in, with a
trade that its head seems to begin with (投资总经理), with the team of analysts that speaks, or with 所 and 系
before a title; and where what a chairman heads is a firm and no place.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.partnerships import find_partnerships
from kg.mentions.spans import Cover, overlaid
from kg.model import Mention, MentionType

#: What acts or ends the phrase behind 甲中国; 甲|中国市场 and 甲|中国销量 speak of the country.
_ACTS = frozenset({"v", "p", "c", "d", "w", "vd"})
_HEADS = (
    "董事长|副董事长|总经理|总裁|董事总经理|创始人|创始合伙人|(?:管理|执行|高级|资深|主管|普通)?合伙人|首席执行官|CEO|"
    "基金经理"
)
_HEADED = re.compile(rf"(?:原|前|联合)?(?:{_HEADS})")
_TRADE = re.compile(
    rf"(?:投资|资本|基金|资产|资管|创投|证券|传媒|咨询|控股|信托|期货)(?=(?:原|前|联合)?(?:{_HEADS}))"
)
_SHORT = re.compile("[一-龥]{2,3}")
_TEAM = re.compile("(?:证券|公司|国际|期货|基金|银行|资管|研究所|研究院|咨询)(?P<field>[一-龥]{2,6}?)团队")
#: 青芽|资讯 before 生猪市场分析师.
_HOUSE = re.compile("(?:资讯|期货|证券|咨询)(?=[一-龥]{0,8}(?:分析师|研究员|策略师|经济学家))")
_QUOTED = re.compile(
    "(?:公司|企业|厂商|独角兽|药企|车企|房企|券商)[“「]([一-龥A-Za-z0-9]{2,8})[”」](?![一-龥]{0,4}(?:系列|品牌|产品|计划|战略|项目|模式))"
    "|(?<!为)(?<!称)[“「]([一-龥A-Za-z0-9]{2,6})[”」](?:公司|集团)(?!化|总部)"
)
_NOUNS = frozenset({"n", "nz", "nw", "ORG", "LOC", "PER"})
_LONGEST_OWN = 4
_SCHOOL = re.compile("大学|学院|科学院|研究院")


def find_firms(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the names of firms taken whole."""
    headed = [replace(m, type=MentionType.ORG) if _is_headed(lexis, m) else m for m in mentions]
    headed = find_partnerships(lexis, headed + _houses(lexis, Cover(headed)))
    headed = overlaid(headed, list(_quoted(lexis)))
    titles = Cover(found for found in headed if found.type is MentionType.TITLE)
    longer = {found: end for found in headed if (end := _end(lexis, found, titles)) > found.span.end}
    if not longer:
        return headed
    cover = Cover([replace(found, span=Span(found.span.end, end)) for found, end in longer.items()])
    kept = []
    for found in headed:
        if found in longer:
            kept.append(replace(found, span=Span(found.span.start, longer[found])))
            if not lexis.folded.startswith("中国", found.span.end):
                continue  # 星石 is nothing beside 星石投资, IDC is the whole of IDC中国
        while found.type is MentionType.TITLE and cover.at(found.span.start) is not None:
            found = replace(found, span=Span(found.span.start + 1, found.span.end))
        if not cover.touching(found.span.start, found.span.end):
            kept.append(found)
    return sorted(kept, key=lambda found: (found.span.start, -found.span.end))


def _quoted(lexis: Lexis) -> Iterator[Mention]:
    """Yield the firms that stand in quotation marks beside what they are: 初创公司“青芽”, “青芽”公司."""
    for quoted in _QUOTED.finditer(lexis.folded):
        span = Span(*quoted.span(1)) if quoted[1] else Span(*quoted.span(2))
        words = lexis.words[lexis.at[span.start] : lexis.at[span.end - 1] + 1]
        told = sum(word.tag in {"v", "d", "p"} for word in words) > 1  # 某公司“没有接到通知”
        if not told and not any(e.sure for e in gazetteer().lookup(span.of(lexis.folded))):
            yield Mention(span, MentionType.ORG, "pattern", score=0.8)


def _houses(lexis: Lexis, cover: Cover) -> list[Mention]:
    """Return the firms of analysts that no model knew: 青芽资讯|生猪市场分析师."""
    found = []
    for house in _HOUSE.finditer(lexis.folded):
        start = house.start()
        while start and start in lexis.starts:
            word = lexis.words[lexis.at[start - 1]]
            if word.tag not in _NOUNS or cover.at(word.start) or house.start() - word.start > _LONGEST_OWN:
                break
            start = word.start
        if house.start() - start > 1 and cover.at(house.start()) is None:
            found.append(Mention(Span(start, house.end()), MentionType.ORG, "pattern", score=0.7))
    return found


def _is_headed(lexis: Lexis, mention: Mention) -> bool:
    """Tell whether a chairman or the like heads what a model took for a place."""
    guessed = mention.type is MentionType.PLACE and mention.source == "model"
    return (
        guessed
        and _HEADED.match(lexis.folded, mention.span.end) is not None
        and not gazetteer().lookup(mention.span.of(lexis.folded))
    )


def _end(lexis: Lexis, mention: Mention, titles: Cover) -> int:
    """Return where the name of a firm really ends."""
    text, end = lexis.folded, mention.span.end
    if mention.type is not MentionType.ORG:
        return end
    name = mention.span.of(text)
    if text.startswith("中国", end) and not name.endswith(("中国", "国际", "局", "部", "委", "会")):
        behind = lexis.words[lexis.at[end + 2]] if end + 2 < len(text) else None
        acts = behind is None or (behind.start == end + 2 and behind.tag in _ACTS)
        return end + 2 if acts and lexis.words[lexis.at[end]].end == end + 2 else end
    trade = _TRADE.match(text, end)
    if trade is not None and _SHORT.fullmatch(name) and not gazetteer().lookup(name):
        return trade.end()
    titled = titles.at(end + 1)
    part = text[end : end + 1] in {"所", "系"} and _SCHOOL.search(name) is not None
    if part and titled is not None and titled.span.start == end + 1:
        return end + 1
    team = _TEAM.search(text, mention.span.start, end + 8)
    whole = team is not None and team.start() < end <= team.end() and team.start("field") >= end - 2
    return team.end() if team is not None and whole and not titles.touching(end, team.end()) else end
