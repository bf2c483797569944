"""Industries: those of the table, X产业, X业务, X领域, and the members of 人工智能、生物医药等产业."""

import re
from collections.abc import Iterator

from kg.document import Span
from kg.mentions.chunk import reach_left
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, overlaid
from kg.model import Mention, MentionType

_ENDING = re.compile(
    "产业(?![园链化基集])|行业(?![协组])|制造业|服务业|加工业|养殖业|种植业|金融业|零售业|旅游业|物流业|建筑业|采矿业|农牧业|期货业|证券业|银行业|保险业|券业|渔业|林业|畜牧业|业务(?![部员办])"
)
_FIELD = re.compile("(?:等|及相关)?(?:领域|赛道|板块)")
_LIST = re.compile(
    r"([^，。；：、（）“”等\s]{2,14}(?:、[^，。；：、（）“”等\s]{2,12}){1,9}(?:[和及与][^，。；：、（）“”等\s]{2,10})?)等?[^，。；：、\s]{0,8}?(?:产业|领域|行业|赛道|业务|集群)"
)
_NONE = frozenset(
    (
        "相关 有关 上述 主要 重点 其他 各 多个 核心 关键 传统 优势 特色 主导 支柱 全 该 本 此 这一 一些 "
        "新 大 公司 企业 集团 业务 行业 产业 主营 各项 该项 两大 三大 四大 不同 跨 细分 专业 技术 科技 "
        "经济 社会 生活 公共 政策 改革 建设"
    ).split()
)
_SETTINGS = {
    MentionType.INDUSTRY: (
        re.compile(
            r"(?:发展|聚焦|围绕|布局|深耕|从事|主营|培育|壮大|涉足|进军|切入|打造|做强|瞄准|涵盖|覆盖|涉及)[^，。；]{0,4}\Z"
        ),
        re.compile("(?:等)?(?:战略性|新兴|主导|优势|特色)?(?:产业|领域|行业|赛道|业务|板块|集群|产业链)"),
    ),
    MentionType.PRODUCT: (
        re.compile(
            r"(?:推出|研发|研制|生产|发布|量产|制造|销售|交付|出口|进口|运营|购入|采购|自主开发)[^，。；]{0,6}\Z"
        ),
        re.compile("(?:产品|系列)"),
    ),
}
_QUOTED = re.compile("“([^“”，。；\\n]{2,10})”")
_BRANDS = re.compile(
    "(?:“[^“”，。；\\n]{2,10}”[、和及与]?)+(?:等|[两二三四五六七八九十\\d]+[个大])*(?:知名)?(?:品牌|商标|牌)"
)
_PLAIN = frozenset({"产业", "行业", "业务"})
_LONGEST = 12


def find_industries(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add industries and products where no name stands.

    Those of the table count fully where the text speaks of an industry or a product (氢能产业, 发展氢能,
    推出轿车); elsewhere they are candidates.
    """
    cover = Cover(found for found in mentions if found.type is not MentionType.TITLE)
    new: dict[Span, Mention] = {}
    found = [*_endings(lexis, cover), *_listed(lexis, cover), *_known(lexis, cover)]
    for mention in found:
        if not any(name.type in NAMES for name in cover.touching(mention.span.start, mention.span.end)):
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
        if spoken and hit.entry.sure:
            yield Mention(Span(start, hit.end), hit.entry.type, "gazetteer", score=0.8)
        else:
            yield Mention(
                Span(hit.start, hit.end), hit.entry.type, "gazetteer", score=0.4 if hit.entry.sure else 0.3
            )


def find_brands(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Make products of what stands in quotation marks as a brand: “甲”“乙”两个品牌."""
    new = [
        Mention(Span(*quoted.span(1)), MentionType.PRODUCT, "pattern", score=0.8)
        for match in _BRANDS.finditer(lexis.text)
        for quoted in _QUOTED.finditer(lexis.text, match.start(), match.end())
    ]
    return overlaid(mentions, new)


def _endings(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    for match in _ENDING.finditer(lexis.folded):
        start = _start(lexis, match.start(), cover)
        if match.end() in lexis.ends and (start < match.start() or match[0] not in _PLAIN):
            yield Mention(Span(start, match.end()), MentionType.INDUSTRY, "pattern", score=0.7)
    for match in _FIELD.finditer(lexis.folded):
        start = _start(lexis, match.start(), cover)
        if start < match.start() - 1 and match.start() in lexis.starts and not match[0].startswith("等"):
            yield Mention(Span(start, match.start()), MentionType.INDUSTRY, "pattern", score=0.6)


def _listed(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    for match in _LIST.finditer(lexis.folded):
        at = match.start(1)
        items = list(re.finditer(r"[^、和及与]+", match[1]))
        spans = []
        for item in items:
            end = at + item.end()
            start = max(_start(lexis, end, cover), at + item.start())
            spans.append((start, end, start == at + item.start()))
        # all but the first must be names of things as a whole
        if len(spans) > 1 and all(whole and end - start > 1 for start, end, whole in spans[1:]):
            for start, end, _ in spans:
                if 1 < end - start <= _LONGEST:
                    yield Mention(Span(start, end), MentionType.INDUSTRY, "pattern", score=0.6)


def _start(lexis: Lexis, end: int, cover: Cover) -> int:
    reach = reach_left(lexis, end, cover, skip=_NONE)
    if reach.anchor >= 0 or end - reach.start > _LONGEST:
        # behind the last name, and not longer than names of industries are
        at = end
        while at > reach.start:
            word = lexis.words[lexis.at[at - 1]]
            found = cover.at(word.start)
            if end - word.start > _LONGEST or (found is not None and found.type in NAMES):
                break
            at = word.start
        return at
    return reach.start
