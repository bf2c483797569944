"""One name, one reading, all through the document: types agree, and no occurrence is missed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.definitions import find_definitions
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.kinds import kind_of, only_common
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover
from kg.model import Mention, MentionType

_MODELLED = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.PLACE})
_SPREAD = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.PARK, MentionType.FACILITY})
_CODE = re.compile(
    r"[（(](?:(?:(?:股票|股份|证券)代[码号][:：]?)\s*\d{4}|(?:(?:股票|股份|证券)代[码号][:：]?)?\s*"
    r"(?:(?:SH|SZ|HK|sh|sz|hk)?[:：]?\d{5,6}(?:[.-](?:SH|SZ|HK|BJ|OC))?|\d{4}[.-]HK|[A-Z]{2,5}\.(?:US|O|N)))"
    r"(?:[，,、][^（）()]{0,20})?[）)]"
)
_LONGEST_ALIAS = 12
_LONGEST_LEGAL = 30
_SHORTEST_PARK = 4
_SHORTEST_OWN = 2
_SHORTEST_LISTED, _LONGEST_LISTED = 3, 6
"""Listed companies have short names of three to six characters (第六元素)."""

_NAME_TAGS = frozenset({"n", "nz", "nw", "ORG", "LOC", "PER", "vn", "an", "m", "a"})
_BOUNDS = frozenset({"w", "v", "p", "c", "u", "d", "r", "vd", "f", "TIME"})
#: What a firm's name is short of where it stands without its form: 中国海棠|集团公司.
_STEM = re.compile(r"(?P<stem>[一-龥]{4,8}?)(?:股份|集团|控股){0,2}(?:有限)?(?:责任)?公司")
#: What a deal says behind the short name of a firm, and no name of a firm goes on with.
_DEALT = re.compile(
    "(?:[增减出注投]资?|认缴|实缴|注册资本金?|股权|股份|股东|章程|分红|签[署订]?|拟|将|所|提供|担保|借款|追加|"
    "[设现获为由占位坐])+"
)
_SHORTEST_LAST = 3
_SHORTEST = {MentionType.PERSON: 2, MentionType.ORG: 3, MentionType.PARK: 3, MentionType.FACILITY: 4}


def take_marks(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Make companies of what the page links to a stock, and of names before a stock code in brackets.

    A link inside a longer name says nothing of that name, and is left out.
    """
    cover = Cover(found for found in mentions if found.type in NAMES)
    new = []
    for mark in lexis.marks:
        if mark.kind != "ticker":
            continue
        touched = cover.touching(mark.span.start, mark.span.end)
        if all(mark.span.contains(found.span) for found in touched):
            new.append(Mention(mark.span, MentionType.ORG, "markup", mark.value, 0.95))
    for match in _CODE.finditer(lexis.folded):
        found = cover.at(match.start() - 1) if match.start() else None
        if found is not None and found.type in _MODELLED and found.span.end == match.start():
            new.append(replace(found, type=MentionType.ORG, score=0.9))
        elif found is None and (start := _listed_name(lexis, match.start(), match[0])) >= 0:
            new.append(Mention(Span(start, match.start()), MentionType.ORG, "pattern", score=0.75))
    taken = Cover(new)
    return [
        found for found in mentions
        if found.type not in NAMES or not taken.touching(found.span.start, found.span.end)
    ] + list(dict.fromkeys(new))  # fmt: skip


def _listed_name(lexis: Lexis, end: int, code: str) -> int:
    """Return where the name of three to six characters begins that a stock code follows, else -1.

    Hong Kong writes firms with two characters too: 海控（00888.HK）.
    """
    shortest = _SHORTEST_LISTED - ("HK" in code)
    at = end
    while at > 0 and end - at < _LONGEST_LISTED:
        word = lexis.words[lexis.at[at - 1]]
        if word.end != at or word.tag not in _NAME_TAGS:
            break
        at = word.start
    bounded = at == 0 or lexis.words[lexis.at[at - 1]].tag in _BOUNDS
    return at if bounded and shortest <= end - at <= _LONGEST_LISTED else -1


def make_consistent(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Give each string one type, and mark the occurrences that were missed and the short names introduced."""
    mentions = _defined_whole(lexis, _agreed(lexis, mentions))
    aliases = list(_introduced(lexis, mentions))
    mentions = _cut_back(lexis, mentions, aliases)
    introduced = {alias.span for alias in aliases}
    mentions = [found for found in mentions if found.span not in introduced] + aliases
    return _spread(lexis, mentions)


def _agreed(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Let the likelier type of a string win where the models differ about it."""
    votes: dict[str, Counter[MentionType]] = {}
    for found in mentions:
        if found.type in _MODELLED:
            weight = 3 if found.source in ("gazetteer", "markup") else 1
            votes.setdefault(found.span.of(lexis.folded), Counter())[found.type] += weight
    winners = {
        name: max(count, key=lambda kind: (count[kind], kind))
        for name, count in votes.items()
        if len(count) > 1
    }
    winners |= dict.fromkeys(_last_names(lexis, mentions), MentionType.PERSON)
    return [
        replace(found, type=winner)
        if found.source == "model"
        and (winner := winners.get(found.span.of(lexis.folded), found.type)) is not found.type
        else found
        for found in mentions
    ]


def _last_names(lexis: Lexis, mentions: list[Mention]) -> Iterator[str]:
    """Yield the last parts of dotted persons' names, by which a text goes on to call them."""
    for found in mentions:
        _, dot, last = found.span.of(lexis.folded).rpartition("·")
        if found.type is MentionType.PERSON and dot and len(last) >= _SHORTEST_LAST:
            yield last


def _introduced(lexis: Lexis, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the short names that brackets introduce: 甲乙科技有限公司（以下简称“甲乙科技”）."""
    ends = {found.span.end: found for found in mentions if found.type in _SPREAD}
    for defined in find_definitions(lexis.text):
        holder = ends.get(defined.at)
        if holder is not None and not defined.common and 2 <= len(defined.name) <= _LONGEST_ALIAS:
            yield Mention(defined.span, holder.type, "alias", score=0.9)


def _defined_whole(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, firms reaching back to the short name that their bracket gives them.

    A model that takes 每日 for a word of time reads 甲省每日|乙科技有限公司（以下简称“每日乙”）.
    """
    ends = {found.span.end: found for found in mentions if found.type is MentionType.ORG}
    places = {found.span.end: found for found in mentions if found.type is MentionType.PLACE}
    starts: dict[Mention, int] = {}
    for defined in find_definitions(lexis.text):
        holder = ends.get(defined.at)
        if holder is None or defined.common:
            continue
        start = lexis.text.rfind(defined.name, max(defined.at - _LONGEST_LEGAL, 0), defined.at)
        if 0 <= start < holder.span.start < start + len(defined.name):
            place = places.get(start)
            starts[holder] = place.span.start if place is not None else start
    whole = {found: replace(found, span=Span(start, found.span.end)) for found, start in starts.items()}
    reached = Cover(whole.values())
    return [
        whole.get(found, found)
        for found in mentions
        if found in whole or reached.at(found.span.start) is None
    ]


def _cut_back(lexis: Lexis, mentions: list[Mention], aliases: Iterable[Mention]) -> list[Mention]:
    """Return the mentions without what a model ran into a short name that a bracket introduces: 甲乙|增资."""
    names = {alias.span.of(lexis.folded) for alias in aliases if alias.type is MentionType.ORG}
    if not names:
        return mentions
    longest = max(map(len, names))
    cut = []
    for found in mentions:
        name = found.span.of(lexis.folded)
        if found.source == "model" and found.type is not MentionType.PERSON and name not in names:
            ends = (k for k in range(2, min(len(name), longest + 1)) if name[:k] in names)
            end = next((k for k in ends if _DEALT.fullmatch(name, k)), len(name))
            found = replace(found, span=Span(found.span.start, found.span.start + end))
        cut.append(found)
    return cut


def _is_trade(name: str) -> bool:
    """Tell whether the tables know ``name`` as an industry or a ware: 生物医药, no firm."""
    return any(
        e.sure and e.type in {MentionType.INDUSTRY, MentionType.PRODUCT} for e in gazetteer().lookup(name)
    )


def _spread(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Mark each further occurrence of a name that cuts no other name."""
    names: dict[str, MentionType] = {}
    stems: set[str] = set()
    introduced = {found.span.of(lexis.folded) for found in mentions if found.source == "alias"}
    for found in mentions:
        name = found.span.of(lexis.folded)
        long = len(name) >= _SHORTEST[found.type] if found.type in _SPREAD else False
        if found.type in _SPREAD and not _is_trade(name) and (long or found.source in ("alias", "markup")):
            names.setdefault(name, kind_of(found, lexis))
        stem = _STEM.fullmatch(name) if found.type is MentionType.ORG else None
        if stem is not None:
            stems.add(stem["stem"])
            names.setdefault(stem["stem"], MentionType.ORG)
        if kind_of(found, lexis) is MentionType.PARK and (short := _without_places(name)) != name:
            names.setdefault(short, MentionType.PARK)
    for last in _last_names(lexis, mentions):
        names.setdefault(last, MentionType.PERSON)
    if not names:
        return mentions
    cover = Cover(found for found in mentions if found.type in NAMES or found.type is MentionType.TITLE)
    new: list[Mention] = []
    gone: set[Mention] = set()
    taken: set[int] = set()
    for name, span in _occurrences(lexis.folded, names):
        if span.start in taken or span.end - 1 in taken:
            continue
        touched = cover.touching(span.start, span.end)
        if any(found.span.contains(span) for found in touched):
            continue
        known = name not in introduced and any(_stands_for_itself(found, span) for found in touched)
        if known or any(not span.contains(found.span) for found in touched):
            continue
        if not touched and not _whole(lexis, span):
            continue
        if name in stems - introduced and not _ends_there(lexis, span):
            continue
        gone.update(touched)
        taken.update(range(span.start, span.end))
        new.append(Mention(span, names[name], "alias", score=0.7))
    return [found for found in mentions if found not in gone] + new


def _ends_there(lexis: Lexis, span: Span) -> bool:
    """Tell whether a name ends with a word behind which none goes on: 中国海棠|收购, not 中国海棠|行业."""
    behind = lexis.words[lexis.at[span.end]] if span.end < len(lexis.text) else None
    return span.end in lexis.ends and (behind is None or behind.tag in _BOUNDS)


def _stands_for_itself(found: Mention, span: Span) -> bool:
    """Tell whether a name of the tables is no part of one that begins with it, as 宁州 is of 宁州海棠."""
    opens = found.type is MentionType.PLACE and found.span.start == span.start
    return found.source == "gazetteer" and not (opens and len(span) - len(found.span) >= _SHORTEST_OWN)


def _without_places(name: str) -> str:
    """Return the name of a park without the places before it (智造新城 of 衢州智造新城), if that names it."""
    rest = name
    while (size := next((n for n in range(5, 1, -1) if _is_place(rest[:n])), 0)) and len(rest) > size:
        rest = rest[size:]
    return name if len(rest) < _SHORTEST_PARK or only_common(rest) else rest


def _is_place(name: str) -> bool:
    return any(entry.type is MentionType.PLACE and entry.sure for entry in gazetteer().lookup(name))


def _occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Yield where each name stands, longer names first (a search a name: one pattern of all is slower)."""
    for name in sorted(names, key=lambda name: (-len(name), name)):
        at = text.find(name)
        while at >= 0:
            yield name, Span(at, at + len(name))
            at = text.find(name, at + len(name))


def _whole(lexis: Lexis, span: Span) -> bool:
    """Tell whether the span is long enough to be no accident, or begins and ends with a word."""
    return len(span) > 3 or (span.start in lexis.starts and span.end in lexis.ends)
