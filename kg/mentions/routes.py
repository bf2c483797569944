"""Roads, lines and pipes named by the two ends that they join: 甲县至乙县高速公路, 甲—乙输变电工程.

The finders of names stop at the word or dash between the ends, and leave two places and a road of the
second; what is said of the road would be said of a town.
"""

import re
from dataclasses import replace

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover, overlaid
from kg.model import Mention, MentionType

_BETWEEN = "至到—-－–～~"
_ROUTE = (
    r"(?:城际铁路|市域铁路|客运专线|高速铁路|高速公路|高速|高铁|铁路|一级公路|二级公路|旅游公路|公路|快速路|快速通道|快线|"
    r"国际航线|货运航线|客运航线|航线|天然气管道|输气管道|输油管道|原油管道|成品油管道|管道|管线|输水管线|"
    r"特高压(?:直流|交流)?(?:输电)?|输变电|输电线路|联网|连接线|联络线|引水|调水|输水|连通|航道|隧道|大桥)"
)
#: The noun of a route with what may follow, as much as there is: no 高速 of 高速公路运输. A name with 的
#: ends at the noun.
_TAIL = re.compile(
    rf"(?>{_ROUTE})(?:[一二三四]期)?+(?:改扩建|扩容|升级改造|改造|扩建|复线)?+(?:工程|项目)?+"
    "(?!运输|货运|客运|物流|沿线|公司|集团|局|部门|行业|系统|方向|[一-龥]{0,2}段)"
)
_OF = re.compile(
    r"的(?:高速铁路|高速公路|城际铁路|高铁|铁路|公路|航线|管道)(?!运输|货运|客运|沿线|公司|局|部门|行业)"
)
_BOTH = re.compile("[至—－–][一-龥]")
_ENDS = frozenset({MentionType.PLACE, MentionType.FACILITY, MentionType.PARK})


def find_routes(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the routes in the place of the names that they are made of; the ends stay inside."""
    text, cover = lexis.folded, Cover(mentions)
    routes: list[Mention] = []
    ends: list[Mention] = []
    for last in mentions:
        if last.type not in _ENDS:
            continue
        start, (noun, end) = last.span.start, _noun(text, last.span)
        first = _first_end(text, start, cover)
        if first is not None:
            ends += [first, replace(last, span=Span(start, noun), type=MentionType.PLACE)]
        elif end > last.span.end and _BOTH.search(text, start, last.span.end):
            first = last  # 甲水库—乙水库|连通工程
        if end and first is not None:
            routes.append(Mention(Span(first.span.start, end), MentionType.FACILITY, "pattern", score=0.75))
    within = Cover(routes)
    ends = [place for place in ends if place.type is MentionType.PLACE and within.at(place.span.start)]
    return [*overlaid(mentions, routes), *ends]


def _first_end(text: str, start: int, cover: Cover) -> Mention | None:
    """Return the place before the word or dash that stands before ``start``; None without both."""
    joint = start - 1
    if joint < 1 or text[joint] not in _BETWEEN:
        return None
    while joint > 1 and text[joint - 1] == text[joint]:  # ——
        joint -= 1
    first = cover.at(joint - 1)
    return first if first is not None and first.type in _ENDS and first.span.end == joint else None


def _noun(text: str, last: Span) -> tuple[int, int]:
    """Return where the noun of the route that ends at ``last`` begins and ends; zeros without one.

    It stands behind the place, or in a name that was taken for the whole (甲县至|乙县公路).
    """
    for at in range(last.start + 2, last.end + 1):
        tail = _TAIL.match(text, at)
        if tail is not None and tail.end() >= last.end:
            return at, tail.end()
    of = _OF.match(text, last.end)
    return (of.start(), of.end()) if of is not None else (0, 0)
