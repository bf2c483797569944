"""Titles: 主任, 常务副会长, 首席经济学家 … one mention each, and names freed from those they swallowed."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import TitleHit, gazetteer
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

_HOLDERS = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.PLACE})

_VERBAL = frozenset({"v", "vn", "vd"})  # 领导, 代表: what is done, not who does it
_JOINING = frozenset("兼任")
#: The body of a place that a title may begin with: 市委|书记.
LOCAL_BODY = re.compile("(?:省|市|县|区|州|旗|镇|乡|自治区|地)(?:委|纪委|政府|政协|人大|人大常委会)")
#: Parts of a title that no body is named by: 甲新区|党工委书记, 甲公司|大中华区总裁.
_TITLED = re.compile("党工委|工委|党组|党委|(?:大中华|中国|亚太|亚洲|全球)区")
#: What ties a title to who bears it, and what may stand before such a title.
_BORNE = re.compile("(?:均|分别)?[为是系]|由|：")
_CLAUSE_MARKS = frozenset("，。；、\n")
_INCUMBENT = ("现任", "时任", "首任")
_BEARER_WITHIN = 12
_SERVES = frozenset("任 担任 历任 现任 曾任 先后任 兼任 出任 当 当上 升任 先后担任 曾担任".split())
#: Titles of who rules the place named before: 纳瓦拉|王储.
RULERS = frozenset("国王 女王 王后 王储 皇帝 总统 首相 大公 公爵 总督".split())
_CONTINUED = frozenset("办制室府团级会席杯奖阁权职岗们村庄")
"""A title before one of these is part of another word (主任办公会, 主席团, 部长级)."""


def find_titles(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the titles of the text, and cut them off the names that have swallowed one.

    A title begins where a word or behind where a name ends, or inside a name that ends with it; it ends where
    a word ends or a person's name begins (LAC makes one word of 市长林某作). A weak one (代表, 老师) needs a
    name at its side.
    """
    text = lexis.folded
    named = [found for found in mentions if found.type in _HOLDERS]
    starts = lexis.starts | {found.span.end for found in named}
    ends = lexis.ends | {found.span.start for found in named if found.type is MentionType.PERSON}
    holders = {at: found for found in named for at in range(found.span.start, found.span.end)}
    titles: list[Mention] = []
    realms: list[Mention] = []
    cuts: dict[Mention, Span] = {}
    for hit in gazetteer().titles(text):
        start, end = hit.start, hit.end
        while text[start] in _JOINING and start < hit.head:
            start += 1
        if end < len(text) and text[end] in _CONTINUED and end not in starts:
            continue
        word = lexis.words[lexis.at[start]]
        if word.tag in _VERBAL and (word.start, word.end) == (start, end):
            continue
        holder = holders.get(start) or holders.get(end - 1)
        if holder is not None:
            span = cuts.get(holder, holder.span)
            if span.start < start and end == span.end:
                cuts[holder] = Span(span.start, start)
            elif span.start == start and end < span.end:
                cuts[holder] = Span(end, span.end)
            elif span.start >= start and span.end <= end:
                cuts[holder] = Span(end, end)
            elif start < span.end <= hit.head:
                start = span.end  # 市纪委|书记: the body is named, the title goes on behind it
            elif span.start < start and _TITLED.fullmatch(text, start, span.end):
                cuts[holder] = Span(span.start, start)
            elif start < span.end < end and _is_title(text[span.end : end]):
                start = span.end  # 甲证券|分析师: what the longer title begins with is the end of the name
            elif span.start < start and end < span.end and _is_of_realm(lexis, holder, start, end):
                realms.append(Mention(Span(span.start, start), MentionType.PLACE, "pattern", score=0.7))
                cuts[holder] = Span(end, span.end)  # 瑞典|国王|古斯塔夫
            elif span.overlaps(Span(start, end)):
                continue
        elif start not in starts or end not in ends:
            start = _word_start(lexis, hit)
            if start < 0:
                continue
        beside = start - 1 in holders or end in holders
        if hit.weak and not (beside or _serves(lexis, start) or _is_told_of(text, start, end, holders)):
            continue
        titles.append(
            Mention(Span(start, end), MentionType.TITLE, "gazetteer", score=0.6 if hit.weak else 0.9)
        )
    kept = [replace(found, span=cuts[found]) if found in cuts else found for found in mentions]
    return [found for found in kept if len(found.span)] + realms + titles


def _is_of_realm(lexis: Lexis, holder: Mention, start: int, end: int) -> bool:
    """Tell whether a person's name begins with the place where the office is held that stands in it."""
    if holder.type is not MentionType.PERSON:
        return False
    head = lexis.folded[holder.span.start : start]
    foreign = all(char in gazetteer().foreign_name_characters for char in head)
    known = any(entry.type is MentionType.PLACE and entry.sure for entry in gazetteer().lookup(head))
    return known or (foreign and len(head) > 1 and lexis.folded[start:end] in RULERS)


def _serves(lexis: Lexis, start: int) -> bool:
    """Tell whether the word before a title says that somebody holds it: 任|主任, 当|钳工."""
    word = lexis.words[lexis.at[start - 1]] if start else None
    return word is not None and lexis.folded[word.start : word.end] in _SERVES


def _is_told_of(text: str, start: int, end: int, holders: Mapping[int, Mention]) -> bool:
    """Tell whether a title opens a clause that names who bears it: ，主任|为中国科学院院士周望舒."""
    told = _BORNE.match(text, end)
    if told is None or (
        start and text[start - 1] not in _CLAUSE_MARKS and not text.endswith(_INCUMBENT, 0, start)
    ):
        return False
    near = (holders.get(at) for at in range(told.end(), min(told.end() + _BEARER_WITHIN, len(text))))
    return any(found is not None and found.type is MentionType.PERSON for found in near)


def _word_start(lexis: Lexis, hit: TitleHit) -> int:
    """Return the first place where a word starts and a title still begins, -1 where there is none."""
    if hit.end not in lexis.ends:
        return -1
    word = lexis.words[lexis.at[hit.start]]
    if word.end == hit.end and LOCAL_BODY.fullmatch(lexis.folded, word.start, hit.start):
        return word.start  # 市委书记 is one word of LAC's
    for at in range(hit.start, hit.end - 1):
        if at in lexis.starts and (at <= hit.head or _is_title(lexis.folded[at : hit.end])):
            return at
    return -1


def _is_title(words: str) -> bool:
    """Tell whether the end of a longer title is one by itself: 书记 in 市纪委|书记."""
    return any(hit.start == 0 and hit.end == len(words) for hit in gazetteer().titles(words))
