"""Bodies that a page calls by their level: 省科技厅 in news of 湖南 is 湖南省科技厅.

In: the mentions so far. Out: the same, such a body with its full name as ``value``: that of the last place of
its level named before it.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover
from kg.model import Mention, MentionType

LOCAL_OFFICE = re.compile(
    "(?P<level>自治区|自治州|[省市县区州])(?P<body>(?!委(?!党校)|政)[一-龥]{1,10}(?:厅|局|委|办|法院|检察院|科学?院|党校|联))"
)
"""An office of a province, city or county, told by its level only."""

#: What a city has, and no firm is: where it is, the text is about.
_PUBLIC = re.compile(
    "(?:政府|[厅局委办会部]|法院|检察院|[大中小]学|学院|医院|研究院|研究所|电视台|报社?|政协|人大|中心|协会|[厂站馆])$"
)
_LEVELS = {"省": "province", "自治区": "province", "市": "city", "州": "city", "自治州": "city"}


def name_local_offices(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Give each office that is called by its level the name of its place."""
    found = {m: told for m in mentions if (told := _told(lexis, m)) is not None}
    if not found:
        return mentions
    firms = Cover(
        m for m in mentions if m.type is MentionType.ORG and not _PUBLIC.search(m.span.of(lexis.folded))
    )
    places = {level: _places(lexis, level, firms) for level in {told["level"] for told in found.values()}}
    named = {}
    for mention, told in found.items():
        starts, names = places[told["level"]]
        before = bisect_left(starts, mention.span.start)
        if before:
            named[mention] = names[before - 1] + told["body"]
    return [replace(m, value=named[m]) if m in named else m for m in mentions]


def _places(lexis: Lexis, level: str, firms: Cover) -> tuple[list[int], list[str]]:
    """Return where the places of a level are named outside firms' names, in order, and their full names."""
    starts = {hit.start for hit in lexis.known}
    inside = {at for hit in lexis.known for at in range(hit.start + 1, hit.end) if at in starts}
    hits = [
        hit
        for hit in lexis.known
        if hit.start not in inside  # 马|鞍山
        and firms.at(hit.start) is None
        and hit.entry.type is MentionType.PLACE
        and hit.entry.code.isdigit()
        and hit.entry.sure
        and _is_of(hit.entry.code, hit.entry.canonical, level)
    ]
    return [hit.start for hit in hits], [hit.entry.canonical for hit in hits]


def _told(lexis: Lexis, mention: Mention) -> re.Match[str] | None:
    if mention.type is not MentionType.ORG or mention.source != "model":
        return None
    name = mention.span.of(lexis.folded)
    return None if gazetteer().lookup(name) else LOCAL_OFFICE.fullmatch(name)


def _is_of(code: str, name: str, level: str) -> bool:
    """Tell whether a place of China is of a level: 430000 is a province, 430100 a city, 430111 a district."""
    kind = "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
    municipal = kind == "province" and level == "市"  # 重庆市
    return (municipal or kind == _LEVELS.get(level, "county")) and name.endswith(level)
