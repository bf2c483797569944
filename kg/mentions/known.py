"""Names that the gazetteer knows: places, zones, bodies, universities, media, companies."""

import re

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis, is_department
from kg.mentions.spans import NAMES, Cover, crosses
from kg.model import Mention, MentionType

_SHORT = 2
"""A name this short may stand in any two words; a longer one that the second word model sees is one."""

_PLAIN = frozenset({"a", "ad", "an", "d", "f", "m", "p", "r", "v", "vd", "vn"})
_ELSEWHERE = frozenset({MentionType.INDUSTRY, MentionType.PRODUCT})
"""Types of common nouns, which only their surroundings make names: see kg.mentions.industries."""

#: How far a piece of land reaches; 东至 is a county too.
_BOUND = re.compile("东至(?![县人、和]).{1,40}[南西北]至")
_BLOCK = re.compile("区块(?!链)")
_EDITION = re.compile(r"(?:第[一二三四五六七八九十百\d]{1,4}届|首届|(?:19|20)\d\d年?)\Z")
#: The language of a country is no place: 希腊|语.
_LANGUAGE = re.compile("语(?![言境])")
_PHASE = re.compile("[一二三四五]期(?!货)")

_SPOKEN_FOR = frozenset({MentionType.AMOUNT, MentionType.DATE, MentionType.TITLE})


def find_known(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the sure names of the gazetteer that begin and end where words or names do.

    Where LAC's words cut the name of an organisation, the second word model (:mod:`kg.words`) decides.

    A known name takes the place of names inside it or equal to it; inside a longer name it is left
    to :func:`kg.mentions.nested.find_nested`; one that crosses a name gives way.
    """
    cover = Cover(found for found in mentions if found.type in NAMES)
    taken = Cover(found for found in mentions if found.type in _SPOKEN_FOR)
    new: list[Mention] = []
    gone: set[Mention] = set()
    for hit in lexis.known:
        if not hit.entry.sure or hit.entry.type in _ELSEWHERE or taken.at(hit.start) or taken.at(hit.end - 1):
            continue
        if _BLOCK.match(lexis.folded, hit.end) or _BLOCK.match(lexis.folded, hit.end - 1):
            continue  # 钱塘区|块, 椒江|区块: a part of a zone
        if _BOUND.match(lexis.folded, hit.start):
            continue  # 东至|石化大道, 南至…
        if _LANGUAGE.match(lexis.folded, hit.end):
            continue
        if is_department(lexis.folded, hit.start, hit.end):
            continue
        span = Span(hit.start, hit.end)
        if new and hit.entry.type is MentionType.ORG and _is_of_its_name(span, new[-1].span):
            continue
        touched = cover.touching(*_ends(span))
        if any(found.span.contains(span) and found.span != span for found in touched):
            continue
        if len(span) == _SHORT and _is_plain(lexis, span, hit.entry.type):
            continue
        second = hit.entry.type is not MentionType.PLACE and len(span) > _SHORT
        if not (_stands_free(lexis, span, touched) or (second and lexis.agreed(span))):
            continue
        short = "short" in hit.entry.flags and hit.entry.type is MentionType.ORG
        if short and _is_phrase(lexis, span, touched):
            continue
        span = _whole_group(lexis.folded, _numbered(lexis.folded, span, hit.entry.type))
        gone.update(touched)
        score = 0.4 if hit.entry.type is MentionType.POLICY else 0.9
        new.append(Mention(span, hit.entry.type, "gazetteer", score=score))
    return [found for found in mentions if found not in gone] + new


def _is_of_its_name(span: Span, longer: Span) -> bool:
    """Tell whether a body's name is only letters of a longer one: 上海证券|报, 深交所|创业板.

    What a longer name begins with may be whom it belongs to.
    """
    return longer.contains(span) and (span.start > longer.start or span.end == longer.end - 1)


def _numbered(text: str, span: Span, kind: MentionType) -> Span:
    """Return the name with the number that tells it from others of its row: 第十八届|东博会, 某基金|二期."""
    before = _EDITION.search(text, max(span.start - 8, 0), span.start) if kind is MentionType.EVENT else None
    behind = _PHASE.match(text, span.end) if text.endswith("基金", span.start, span.end) else None
    return Span(before.start() if before else span.start, behind.end() if behind else span.end)


def _whole_group(text: str, span: Span) -> Span:
    """Return the name with the 公司 that the tables leave out: 中国核工业集团|公司."""
    goes_on = text.endswith("集团", span.start, span.end) and text.startswith("公司", span.end)
    return Span(span.start, span.end + len("公司")) if goes_on else span


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_plain(lexis: Lexis, span: Span, kind: MentionType) -> bool:
    """Tell whether LAC has an everyday word where a short name could be: 广大/a, 路桥/n."""
    word = lexis.words[lexis.at[span.start]]
    if (word.start, word.end) != (span.start, span.end):
        return False
    return word.tag in _PLAIN or (word.tag == "n" and kind is MentionType.PLACE)


def _is_phrase(lexis: Lexis, span: Span, touched: list[Mention]) -> bool:
    """Tell whether a place and a common word read like a company's short name (中国 + 石油).

    A name with an ending that only bodies have (江西省政府) is none.
    """
    if any(not suffix.weak for suffix in gazetteer().suffix_of(span.of(lexis.folded))):
        return False
    return any(found.type is MentionType.PLACE and found.span.start == span.start for found in touched)


def _stands_free(lexis: Lexis, span: Span, touched: list[Mention]) -> bool:
    """Tell whether the span cuts no word and crosses no name."""
    if any(crosses(found.span, span) for found in touched):
        return False
    starts = span.start in lexis.starts or any(found.span.start == span.start for found in touched)
    ends = span.end in lexis.ends or any(found.span.end == span.end for found in touched)
    return starts and ends


_HOME = re.compile("我国|全国(?!人大|政协|性|人民|各|青联|妇联|总工会)|全球")


def find_home(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add 我国 and 全国 (the home country) and 全球 as candidates: places only as a fact's parties."""
    cover = Cover(found for found in mentions if found.type in NAMES)
    return mentions + [
        Mention(
            Span(*match.span()), MentionType.PLACE, "pattern", "中国" if match[0][1:] == "国" else "", 0.4
        )
        for match in _HOME.finditer(lexis.folded)
        if not cover.touching(match.start() - 1, match.end())  # 日本|全国 is Japan's
    ]
