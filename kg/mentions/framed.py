"""Industries and products that a frame holds: 主营…, 以…为主导产业, 主要产品有…, 从事…的研发, …制造商.

What stands in the frame, a list or one noun, is what the frame says, whatever a model took it for.
"""

import re
from collections.abc import Iterator

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.industries import MAKES_STRONG, RANKS, is_business
from kg.mentions.kinds import MODIFIERS
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover, overlaid
from kg.model import Mention, MentionType

_ITEMS = r"(?P<items>[^，。；：！？“”（）的\s]{2,40}?)"
_END = r"等?(?=[，。；]|$)"
#: What a firm does, told by a noun; no trade begins with it: 符合公司|主营|业务发展战略.
_DOES = "主[营要]业务(?:主要)?(?:为|是|系|包括|涵盖|有)|主营(?!业务|产品)"
_TAKES = (
    f"{_DOES}|主攻|深耕|重点发展|重点布局|大力发展|优先发展|主要从事|长期从事|专注于?|进军|切入|涉足"
    "|加码|发力"
)
_LEADS = (
    "(?:为|作为)(?:主导|支柱|主攻|特色|龙头|主业|重点|首位"
    "|(?:支撑|主体|核心|代表|引领|主)的[一-龥]{0,10}?(?:产业|集群|产业链|产业体系))"
)
_MAKING = "研发|生产|制造|设计|销售|研制|开发|加工"
_WARES = (
    "(?:主要|主营|主导|核心|拳头|主打|代表)产品(?:主要)?(?:为|是|有|包括|涵盖)|产品(?:主要)?(?:包括|涵盖)"
)
_TRADES = "[一-龥]{0,6}?(?:产业|领域|行业|方向|板块|赛道|业务|服务业|产业集群|产业链)"
_FIELDS = (
    "(?:产业定位|主导产业|支柱产业|特色产业|主攻方向|产业方向|重点产业|经营范围|业务范围|业务领域|业务)"
    "(?:定位)?(?:为|是|包括|包含|涵盖|涉及|覆盖|定为|确定为|聚焦)"
)
_BUILDS = (
    "(?:重点发展|大力发展|重点聚焦|初步形成|初步构建|形成|构建|培育|打造|确立|发展|壮大|布局|聚焦"
    f"|{MAKES_STRONG})(?:了|起|出)?(?!做)"
)
_PILLARS = (
    rf"等?[两二三四五六七八九十\d]+(?:大|个|条)(?:{RANKS}|千亿级|百亿级|战略性)*"
    "(?:产业|集群|板块|(?:现代)?服务业)"
)
#: What a frame with its own noun behind holds is taken as it stands, however the words are cut.
_SURE_FRAMES = (
    (
        MentionType.PRODUCT,
        re.compile(rf"(?:主营(?!业务|产品)|主产|生产|经营|推出|销售){_ITEMS}(?=等(?:系列)?产品)"),
    ),
    (MentionType.INDUSTRY, re.compile(rf"(?:{_TAKES}){_ITEMS}(?=等{_TRADES})")),
    (MentionType.INDUSTRY, re.compile(rf"{_BUILDS}{_ITEMS}(?={_PILLARS})")),
)
_FRAMES = (
    (
        MentionType.PRODUCT,
        re.compile(rf"(?:从事|专注于?|致力于){_ITEMS}(?=(?:{_MAKING})(?:[、与和及]|于一体|的|，|。))"),
    ),
    (MentionType.INDUSTRY, re.compile(rf"{_FIELDS}{_ITEMS}{_END}", re.MULTILINE)),
    (MentionType.PRODUCT, re.compile(rf"(?:从事|专注于?|致力于|{_DOES}){_ITEMS}(?=的(?:{_MAKING}))")),
    (MentionType.PRODUCT, re.compile(rf"(?:{_WARES}){_ITEMS}{_END}", re.MULTILINE)),
    (MentionType.INDUSTRY, re.compile(rf"(?:{_TAKES}){_ITEMS}{_END}", re.MULTILINE)),
    (MentionType.INDUSTRY, re.compile(rf"以{_ITEMS}(?={_LEADS})")),
    (MentionType.INDUSTRY, re.compile(rf"在{_ITEMS}(?=市场(?:上|中|直接|展开|形成|占|，|。))")),
    (MentionType.INDUSTRY, re.compile(rf"做{_ITEMS}(?=的(?!{_MAKING}))")),
)
_MAKER = re.compile("制造商|生产商|生产企业|制造企业|生产厂家|制造厂商|生产厂商|供应商")
_ITEM = re.compile(f"(?:{MAKES_STRONG})?([^、和与及]+)")
_MISTAKEN = frozenset({MentionType.ORG, MentionType.PLACE})
_TAGS = frozenset({"n", "nz", "nw", "vn", "v", "an", "a", "b", "f", "s", "xc", "ORG", "LOC", "PER"})
_WARE_TAGS = frozenset({"n", "nz", "vn"})
_LONGEST = 12
#: What is done about a business and is none.
_DEEDS = ("建设", "落地", "转化", "提升", "改革", "攻关", "保障", "培养", "引进")


def find_framed(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the industries and products that a frame holds."""
    cover = Cover(found for found in mentions if found.source != "model" or found.type not in _MISTAKEN)
    new: dict[Span, Mention] = {}
    for kind, frame in (*_SURE_FRAMES, *_FRAMES):
        sure = (kind, frame) in _SURE_FRAMES
        for match in frame.finditer(lexis.folded):
            at = match.start("items")
            items = [Span(at + item.start(1), at + item.end()) for item in _ITEM.finditer(match["items"])]
            if all(_fits(lexis, item, cover) if sure else _is_item(lexis, item, cover) for item in items):
                for item in items:
                    new.setdefault(item, Mention(item, kind, "pattern", score=0.7))
    for span in _made(lexis, cover):
        new.setdefault(span, Mention(span, MentionType.PRODUCT, "pattern", score=0.6))
    return overlaid(mentions, list(new.values()))


def _fits(lexis: Lexis, span: Span, cover: Cover) -> bool:
    """Tell whether ``span`` is as long as the name of a business or a ware and no other name."""
    named = is_business(lexis, span) and not lexis.folded.endswith(_DEEDS, span.start, span.end)
    return named and len(span) <= _LONGEST and not cover.touching(span.start, span.end)


def _is_item(lexis: Lexis, span: Span, cover: Cover) -> bool:
    """Tell whether the whole of ``span`` is a noun that can name a business or a ware."""
    if span.start not in lexis.starts or span.end not in lexis.ends or cover.touching(span.start, span.end):
        return False
    words = lexis.words[lexis.at[span.start] : lexis.at[span.end - 1] + 1]
    return words[0].tag != "v" and all(word.tag in _TAGS for word in words) and is_business(lexis, span)


def _made(lexis: Lexis, cover: Cover) -> Iterator[Span]:
    """Yield what stands before a maker as its ware: 内窥镜|制造商."""
    for match in _MAKER.finditer(lexis.folded):
        start = match.start()
        while start and start in lexis.starts:
            word = lexis.words[lexis.at[start - 1]]
            if word.tag not in _WARE_TAGS or cover.at(word.start) or match.start() - word.start > _LONGEST:
                break
            start = word.start
        span = Span(start, match.start())
        name = span.of(lexis.folded)
        plain = name in gazetteer().suffixes or name in MODIFIERS  # 设备|供应商
        if not plain and is_business(lexis, span):
            yield span
