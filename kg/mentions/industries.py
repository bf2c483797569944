"""Industries: those of the table, X产业, X业务, X领域, and the members of 人工智能、生物医药等产业."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.document import Span
from kg.gazetteer import Hit
from kg.mentions.chunk import YEAR, reach_left
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, overlaid
from kg.model import Mention, MentionType

#: What is said of industries that count for much somewhere, before 产业.
RANKS = "前沿|高端|支柱|主导|优势|特色|重点|首位|核心|先导|未来|新兴|动力|骨干|传统"
#: What one does for them: 做大, 做大做强.
MAKES_STRONG = "(?:做[大强优精细实]){1,2}"
_ENDING = re.compile(
    "产业(?![园链化基集])|行业(?![协组])|制造业|服务业|加工业|养殖业|种植业|金融业|零售业|旅游业|物流业|建筑业|采矿业|农牧业|期货业|证券业|银行业|保险业|券业|渔业|林业|畜牧业|业务(?![部员办])"
)
_FIELD = re.compile("(?:等|及相关)?(?:领域|赛道|板块)")
_COLLECTIVE = re.compile(
    r"(?:等)?(?:(?:[两二三四五六七八九十\d]+|多)[大个条]|新|众多)?(?:战略性)?"
    rf"(?:{RANKS}|高新技术|关键|技术)*(?:产业(?![园基化])|领域|行业|赛道|板块|业务|集群)"
)
"""What sums a list of industries up: 甲、乙和丙三大赛道."""

_PARKS = frozenset({MentionType.PARK, MentionType.FACILITY})
_OF_TRADES = re.compile(
    "(?:科技|创新|高新|特色|国际|现代|示范|产业|创新型)*(?:产业园区?|科技园区?|园区?|产业基地|基地|小镇|产业集群|产业带|谷|岛)$"
)
"""The last words of a park that is for one trade."""

_NO_TRADES = frozenset({"工业", "农业", "科技", "服务业"})

_MAKERS = re.compile("(?:平台)?企业|厂商|龙头")
_NONE = frozenset(
    (
        "相关 有关 上述 主要 重点 其他 各 多个 核心 关键 传统 优势 特色 主导 支柱 全 该 本 此 这一 一些 "
        "全县 全市 全省 全区 全国 全球 全州 我省 我市 两省 三省 四省 对比 第一 第二 第三 "
        "新 大 公司 企业 集团 业务 行业 产业 领域 赛道 板块 主营 各项 该项 两大 三大 四大 不同 跨 细分 专业 "
        "技术 科技 "
        "经济 社会 生活 公共 政策 改革 建设 综合性 多元化 现代化 规模化 区域性 本地 本土 高端 中高端 低端 "
        "上下游 关联 周边 外向型 创新型 资源型 劳动密集型 资金密集型 技术密集型"
    ).split()
)
_SETTINGS = {
    MentionType.INDUSTRY: (
        re.compile(
            r"(?:发展|聚焦|围绕|布局|深耕|从事|主营|培育|壮大|涉足|进军|切入|打造|做强|瞄准|涵盖|覆盖|涉及)[^，。；]{0,4}\Z"
        ),
        re.compile(
            "(?:等)?(?:战略性|新兴|主导|优势|特色)?(?:产业|领域|行业|赛道|业务|板块|集群|产业链)"
            "|高地|策源地|枢纽|门户|集聚区"
        ),
    ),
    MentionType.PRODUCT: (
        re.compile(
            r"(?:推出|研发|研制|生产|发布|量产|制造|销售|交付|出口|进口|运营|购入|采购|自主开发)[^，。；]{0,6}\Z"
        ),
        re.compile("产品|系列|(?:供货|供应|购销|采购)合同|订单"),
    ),
}
_QUOTED = re.compile("“([^“”，。；\\n]{2,10})”")
_BRANDS = re.compile(
    "(?:“[^“”，。；\\n]{2,10}”[、和及与]?)+(?:等|[两二三四五六七八九十\\d]+[个大])*(?:知名)?(?:品牌|商标|牌)"
)
_MODEL = re.compile("“([一-龥]{2,5}[一二三四五六七八九十\\d]+号[甲乙丙丁A-Z]?)”(?!文|令|公告|线)")
_NAMED = re.compile(
    r"(?:子?品牌|新品|机型|车型|系列|大模型|芯片|平台|游戏|服务|应用|系统|机器人|App|APP)“([^“”，。；\s]{2,10})”"
    r"|“([^“”，。；\s]{2,10})”(?:服务|系列|机型|车型|大模型|品牌|App|APP|平台|机器人|芯片)(?![一-龥]{0,3}[会赛展节])"
)
"""What names a ware in quotation marks: 子品牌“甲乙”, “甲乙”系列."""
_LOAN = re.compile(r"“([^“”，。；\s]{2,6}[贷险])”")
#: What one does for an industry, before what it is.
_FURTHERS = re.compile(f"(?:发展|培育|壮大|{MAKES_STRONG}|扶持|布局)(?![型性])(?=[一-龥]{{2}})")
#: Whose industry it is, with the level of the place.
_OURS = tuple(f"{whose}{level}" for whose in "我全该各本两" for level in "省市县区州镇")
_PLAIN = frozenset({"产业", "行业", "业务"})
_NUMERALS = frozenset("一二三四五六七八九十百千")
_LONGEST = 12
_SHORTEST = 2
_JOINTS = frozenset({"、", "和", "与", "及"})
_JOINT = re.compile(r"[、和与及](?=[\u4e00-\u9fffA-Za-z0-9]{2,12}\Z)(?!.*[、和与及的])")
_NOUNS = frozenset({"n", "nz", "vn", "an", "nw", "ORG", "v", "s"})
_CLAUSAL = frozenset({"d", "p", "r", "u"})
_ELSE = tuple(
    (
        "工作 问题 质量 主业 能力 目标 方面 责任 建设 民生 需求 客户 品牌 人才 短板 企业 公司 力 活动 职业 "
        "水平 关系 体系 机制 政策 改革 经济 研究 主题 任务 环节 效益 收入 产品 市场 业务 行业 领域 产业 赛道 "
        "板块 研发 年 项目 事业 场景 方向 性 道路 创新 股 地区 城市 区域 权重 经营商 集团 为 是 "
        "市委 区委 县委 省委 党委 政府"
    ).split()
)
"""Ends of nouns that name no line of business."""


def find_industries(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add industries and products where no name stands.

    Those of the table count fully where the text speaks of an industry or a product (氢能产业, 发展氢能,
    推出轿车); elsewhere they are candidates.
    """
    cover = Cover(found for found in mentions if found.type is not MentionType.TITLE)
    titles = {found.span for found in mentions if found.type is MentionType.TITLE}
    new: dict[Span, Mention] = {}
    found = [*_endings(lexis, cover), *_listed(lexis, cover), *_known(lexis, cover)]
    for mention in found:
        touched = cover.touching(mention.span.start, mention.span.end)
        told = (name.type is MentionType.INDUSTRY and name.source == "pattern" for name in touched)
        named = any(name.type in NAMES for name in touched) or mention.span in titles  # 教授、钢铁行业顾问
        if not any(told) and not named:
            new.setdefault(mention.span, mention)
    return mentions + _outermost(list(new.values()))


def _outermost(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _known(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    for hit in lexis.known:
        if hit.entry.type not in _SETTINGS or hit.start not in lexis.starts or hit.end not in lexis.ends:
            continue
        before, after = _SETTINGS[hit.entry.type]
        start = _start(lexis, hit.start, cover)
        spoken = before.search(lexis.folded, max(start - 12, 0), start) or after.match(lexis.folded, hit.end)
        if hit.entry.sure and (_MAKERS.match(lexis.folded, hit.end) or hit.entry.name.endswith("产业")):
            yield Mention(Span(start, hit.end), MentionType.INDUSTRY, "gazetteer", score=0.8)
        elif spoken and hit.entry.sure:
            yield Mention(Span(start, hit.end), hit.entry.type, "gazetteer", score=0.8)
        elif not _is_deed(lexis, hit):
            yield Mention(
                Span(hit.start, hit.end), hit.entry.type, "gazetteer", score=0.4 if hit.entry.sure else 0.3
            )


#: What a trade stands before as a noun: 支付|机构.
_HEADS = ("公司", "企业", "平台", "机构", "巨头")


def _is_deed(lexis: Lexis, hit: Hit) -> bool:
    """Tell whether a trade's word is a verb here, and no measure: 向甲支付货款, but 轿车零售139万辆."""
    word = lexis.words[lexis.at[hit.start]]
    if word.tag != "v" or (word.start, word.end) != (hit.start, hit.end):
        return False
    measure = lexis.folded[hit.end : hit.end + 2].lstrip()[:1].isdigit()
    return not measure and not lexis.folded.startswith(_HEADS, hit.end)


def find_brands(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Make products of what stands in quotation marks as a brand or a model: “甲”“乙”两个品牌, “甲三号”."""
    new = [
        Mention(Span(*quoted.span(1)), MentionType.PRODUCT, "pattern", score=0.8)
        for match in _BRANDS.finditer(lexis.text)
        for quoted in _QUOTED.finditer(lexis.text, match.start(), match.end())
    ]
    new += [
        Mention(Span(*match.span(match.lastindex or 0)), MentionType.PRODUCT, "pattern", score=0.8)
        for pattern in (_MODEL, _LOAN, _NAMED)
        for match in pattern.finditer(lexis.text)
    ]
    return overlaid(mentions, new)


def _endings(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    for match in _ENDING.finditer(lexis.folded):
        start = _start(lexis, match.start(), cover)
        if lexis.folded[max(start - 1, 0) : start] in _NUMERALS and match.start() - start == 1:
            continue  # 十|强产业
        if start and lexis.folded.startswith("主营业务", start - 1):
            continue  # the verb of the frame, which the words have cut: 主|营业务
        if match.end() in lexis.ends and (start < match.start() or match[0] not in _PLAIN):
            yield Mention(Span(start, match.end()), MentionType.INDUSTRY, "pattern", score=0.7)
    for match in _FIELD.finditer(lexis.folded):
        start = _start(lexis, match.start(), cover)
        if start < match.start() - 1 and match.start() in lexis.starts and not match[0].startswith("等"):
            yield Mention(Span(start, match.start()), MentionType.INDUSTRY, "pattern", score=0.6)


def _listed(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield the members of a list that is summed up."""
    for match in _COLLECTIVE.finditer(lexis.folded):
        spans = list(_items_before(lexis, match.start(), cover)) if match.start() in lexis.ends else []
        if len(spans) > 1:
            for span in spans:
                yield Mention(span, MentionType.INDUSTRY, "pattern", score=0.6)


def find_trades(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the industry that a park is named after: 石化 in 甲岛石化基地, 中医药 in 乙湾中医药科技产业园."""
    starts = [hit.start for hit in lexis.known]
    new: dict[Span, Mention] = {}
    for park in mentions:
        tail = _OF_TRADES.search(lexis.folded, park.span.start, park.span.end)
        if park.type not in _PARKS or tail is None:
            continue
        inside = lexis.known[bisect_left(starts, park.span.start) : bisect_left(starts, tail.start())]
        trades = [hit for hit in inside if hit.end == tail.start() and _is_trade(hit)]
        for hit in trades[:1]:  # the longest of those that end there
            span = Span(hit.start, hit.end)
            new[span] = Mention(span, MentionType.INDUSTRY, "gazetteer", score=0.6)
    return mentions + list(new.values())


def _is_trade(hit: Hit) -> bool:
    return hit.entry.type in _SETTINGS and hit.entry.name not in _NO_TRADES


def _items_before(lexis: Lexis, end: int, cover: Cover) -> Iterator[Span]:
    """Yield the coordinated nouns that end before ``end``, from the last to the first.

    What stands between two joints is one as a whole; how far the first reaches, its words tell.
    """
    while True:
        joint = _JOINT.search(lexis.folded, max(end - _LONGEST - 1, 0), end)
        start = joint.end() if joint is not None else _start(lexis, end, cover)
        if joint is not None and (start not in lexis.starts or lexis.words[lexis.at[start]].tag == "v"):
            return
        span = Span(start, end)
        if not is_business(lexis, span):
            return
        yield span
        if lexis.folded[start - 1 : start] not in _JOINTS or start < _SHORTEST:
            return
        end = start - 1


def is_business(lexis: Lexis, span: Span) -> bool:
    """Tell whether a noun can name a line of business."""
    name = span.of(lexis.folded)
    last = lexis.words[lexis.at[span.end - 1]] if span.end else None
    noun = last is not None and last.tag in _NOUNS
    inner = lexis.words[lexis.at[span.start] : lexis.at[span.end - 1]] if noun else ()
    if any(word.tag in _CLAUSAL and not lexis.folded.startswith("再", word.start) for word in inner):
        return False  # 甲局、|乙局高度重视造船|产业
    return noun and _SHORTEST <= len(name) <= _LONGEST and not name.endswith(_ELSE) and name not in _NONE


def _start(lexis: Lexis, end: int, cover: Cover) -> int:
    start = _reach_start(lexis, end, cover)
    text = lexis.folded
    before = YEAR.match(text, start, end) or _FURTHERS.match(text, start, end)
    if before is None and text.startswith(_OURS, max(start - 1, 0)) and start in lexis.ends:
        return start + 1  # 我|市|造船产业
    return before.end() if before is not None else start  # 2015年|石墨烯产业, 发展|石雕产业


def _reach_start(lexis: Lexis, end: int, cover: Cover) -> int:
    reach = reach_left(lexis, end, cover, skip=_NONE)
    first = lexis.words[lexis.at[reach.start]]
    if first.tag == "v" and first.start == reach.start and first.end == end:
        return end  # 生产|拖拉机
    if reach.anchor >= 0 or end - reach.start > _LONGEST:
        # behind the last name, and not longer than names of industries are
        at = end
        while at > reach.start:
            word = lexis.words[lexis.at[at - 1]]
            found = cover.at(word.start)
            if end - word.start > _LONGEST or word.tag == "w" or (found is not None and found.type in NAMES):
                break
            at = word.start
        return at
    return reach.start
