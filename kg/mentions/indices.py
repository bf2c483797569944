"""Indices of markets (恒生科技指数, 标普 500 指数), which are products, and who trades there (北向资金)."""

import re

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import overlaid
from kg.model import Mention, MentionType

#: Publishers and markets that name indices; compiled by the project from general knowledge. Licence: CC0.
_FAMILIES = (
    "上证|深证|深圳|沪深|中证|中华|国证|科创板?|创业板|中小板|新三板|北证|恒生|国企|红筹|富时|标普|标准普尔|道琼斯|纳斯达克|"
    "罗素|日经|东证|韩国综合|台湾加权|海峡|摩根|明晟|美元|人民币汇率|波罗的海|费城半导体|斯托克|万得|彭博|巴克莱|路透|"
    "DAX|CAC|FTSE|MSCI|SENSEX|KOSPI|VIX|BDI|TAMAMA"
)
_INDEX = re.compile(
    rf"(?:(?:美国|英国|法国|德国|日本|韩国|印度|澳洲|澳大利亚|新西兰|泛欧|欧洲|全球|新加坡|香港|中国)[ ]?)?"
    rf"(?:{_FAMILIES})[A-Za-z0-9 一-龥]{{0,12}}?(?:指数|综指|成指)(?!基金|化|型|级)|"
    r"(?:标普|日经|富时|沪深|中证|科创|上证)[ ]?\d{2,4}(?!年|月|亿|万|元|点|家)|"
    r"(?:创业板指|深成指|深综指|沪综指|上综指)(?!数)|科创50|北证50"
)
#: Markets and those who trade there, which newspapers measure and nobody names in full.
_TRADERS = re.compile(
    r"[北南]向资金|[北南][上下]资金|主力资金|沪深两市|(?<![一-龥])两市(?=成交|合计|共|总|融资)|(?<=周[一二三四五])两市"
    r"|(?:A[ ]?股|[沪深]市|北交所|港股|大市)(?=(?:全天|今日|合计|总)?(?:成交|融资余额|总市值))"
    r"|[沪深]股通(?=净|成交|合计|全天)"
)


def find_indices(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the indices and the traders of the text in the place of the names that they are made of."""
    found = [
        Mention(Span(*match.span()), MentionType.PRODUCT, "pattern", score=0.85)
        for match in _INDEX.finditer(lexis.folded)
    ]
    found += [
        Mention(Span(*match.span()), MentionType.GROUP, "pattern", score=0.8)
        for match in _TRADERS.finditer(lexis.folded)
    ]
    return overlaid(mentions, found)
