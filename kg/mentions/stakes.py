"""Firms told by what is done with their stock: 收购乙持有的|甲氢能|16%股权, 甲工程|晚间公告.

The models miss short names made of common words. What stands between a verb of dealing and a percentage of
stock is a firm; so is what discloses something, whatever its last word says of it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, overlaid
from kg.model import Mention, MentionType

_STOCK = re.compile(
    r"(?:(?:收购|并购|受让|转让|购买|购入|购得|出售|取得|获得|竞得|持有|认购|拿下|增持)(?:了|其|的)?|(?:所持|旗下|手中)的)"
    r"(?P<name>(?:(?!持有|所持)[一-龥]){3,10})"
    r"(?=\d[\d.,]{0,12}(?:%|[万亿]?元|[万亿]?股)的?(?:股权|股份|出资额|权益))"
)
#: Who holds a firm stands between the word for that and what it does: 控股股东|宁州回声|累计质押.
_HOLDER = re.compile(
    r"(?:控股股东|[一二三四五]大股东)(?P<name>[一-龥]{4,8}?)"
    r"(?=(?:累计|合计|共计|直接|间接)?(?:持有|质押|减持|增持|所持|解除质押)|将(?:其|所持)|拟|计划|函告|于[0-9])"
)
#: What tells how much stock it is or whose, and begins no name.
_NO_NAME = re.compile(
    "公司|标的|目标|上述|该|其|剩余|其余|余下|全部|部分|少数|多数|新[发增]|非公开|优质|原有|现有|自有|对应|相应|相关|不[超低高]|合计|共计|累计|约|近|逾|超|至少|至多|另外?|上市公司|对方"
    "|[^的]*(?:的|比例|不超过|不低于|合计|各|分别|所持|持有|股东|共|及|和|与)"
)
_DISCLOSES = re.compile(
    r"(?:^|(?<=[。；，,、 \n日]))(?P<name>[一-龥]{3,6}?)(?=(?:[（(]\d{6}[^（）()\n]{0,12}[）)])?"
    r"(?:\d{1,2}月\d{1,2}日)?(?:[今昨]日|日前|近日)?(?:早间|午间|晚间?|盘后)?"
    r"(?:(?:发布)?公告(?:称|显示|表示|[，,])|发布“[^“”\n]{4,60}”的?公告))",
    re.MULTILINE,
)
_NOMINAL = frozenset({"n", "nz", "nw", "ORG", "LOC", "vn", "s"})
_MISREAD = frozenset({MentionType.FACILITY, MentionType.PRODUCT, MentionType.INDUSTRY, MentionType.POLICY})


def find_stakes(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the firms whose stock is dealt in."""
    return overlaid(mentions, list(_targets(lexis, Cover(m for m in mentions if m.type in NAMES))))


def type_disclosers(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Take for a firm what discloses something, all through the text."""
    text = lexis.folded
    says = {Span(*match.span("name")): match["name"] for match in _DISCLOSES.finditer(text)}
    firms = {says[m.span] for m in mentions if m.type in _MISREAD and m.span in says}
    return [
        replace(m, type=MentionType.ORG, score=max(m.score, 0.7))
        if m.type in _MISREAD and m.span.of(text) in firms
        else m
        for m in mentions
    ]


def _targets(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    for match in (*_STOCK.finditer(lexis.folded), *_HOLDER.finditer(lexis.folded)):
        span = Span(*match.span("name"))
        touched = cover.touching(span.start, span.end)
        placed = all(
            m.type is MentionType.PLACE and span.contains(m.span) and m.span != span for m in touched
        )
        words = lexis.words[lexis.at[span.start] : lexis.at[span.end - 1] + 1]
        named = match.re is _STOCK or all(word.tag in _NOMINAL for word in words)
        if placed and named and span.start in lexis.starts and not _NO_NAME.match(match["name"]):
            yield Mention(span, MentionType.ORG, "pattern", score=0.7)
