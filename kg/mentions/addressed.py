"""Persons whom the text itself tells to be persons: by 先生 and 女士 behind the name, or ，男， or a birth.

So does a line with a name alone above the first line of a life (1957年3月生于苏州).

The models miss given names that are words (钱若水女士) and cut a last 之 (周牧之先生).
"""

import re
from collections.abc import Iterator

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.life_lines import LIFE_SECTION, OPENS_LIFE
from kg.mentions.lexis import Lexis
from kg.mentions.persons import is_personal
from kg.mentions.spans import Cover, overlaid
from kg.model import Mention, MentionType

_HAN = "\u4e00-\u9fff"
#: What follows a name and nothing else.
_TELLS = re.compile(
    r"(?:先生|女士|同志|小姐)(?![一-龥]{0,2}(?:们|会|奖|楼|路))|[，,](?:曾用名[^，,]{2,4}[，,])?[男女][，,。]|"
    r"[（(](?:[12]\d{3}年|原名|[男女][，,）)])|"
    r"[，,](?:原名|又名|曾用名|字[一-龥]{2}[，,]|[12]\d{3}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|生于)|[一-龥]{1,5}族[，,]|[一-龥]{1,3}国?籍[，,]|"
    r"中共党员|[一-龥]{2,7}人[，,][12]\d{3}年)"
)
#: A name alone in its line, above how a life begins.
_HEADS = re.compile(
    rf"(?:\A|(?<=\n))[ 　]*(?P<name>[{_HAN}]{{2,4}})[ 　]*"
    rf"(?:(?:个人|人物)?(?:简介|简历|资料|小传|生平)[ 　]*)?\n\s*(?:{LIFE_SECTION}[ 　]*\n\s*)?"
    rf"(?={OPENS_LIFE}|[^，,。\n]{{2,20}}(?:家|教授|院士|研究员|演员|导师|工程师)[，,。])"
)
#: What a name begins behind.
_BEFORE = re.compile(r"(?:^|[，。、；：:！？“”（(\s　]|[由为任聘命举收到和与及向请对让]|提名|选举)$")
_APPOINTS = re.compile("[聘选委担就]任")
_BOUND = frozenset('，。、；：！？）（() 　\n”"先女同系是，')


def find_addressed(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add and complete the names of persons that what stands behind them tells."""
    cover = Cover(mentions)
    titles = {found.span.end for found in mentions if found.type is MentionType.TITLE}
    new: list[Mention] = []
    for match in _TELLS.finditer(lexis.folded):
        span = _name_before(lexis.folded, match.start(), titles)
        touched = cover.touching(span.start, span.end) if span else ()
        if span and _is_word(lexis, span):
            continue
        certain = all(found.type is MentionType.PERSON or found.span == span for found in touched)
        if span and certain and not any(found.span.contains(span) for found in touched):
            new.append(Mention(span, MentionType.PERSON, "pattern", score=0.85))
    new.extend(Mention(s, MentionType.PERSON, "pattern", score=0.85) for s in _heads(lexis, cover))
    mentions = overlaid(mentions, list(dict.fromkeys(new)))
    return overlaid(mentions, _with_last(lexis.folded, mentions))


def _heads(lexis: Lexis, cover: Cover) -> Iterator[Span]:
    """Yield the names that stand alone above a life, where nothing longer or sure is named there."""
    for match in _HEADS.finditer(lexis.folded):
        span = Span(*match.span("name"))
        touched = cover.touching(span.start, span.end)
        people = all(m.type is MentionType.PERSON for m in touched)
        if people and is_personal(match["name"]) and not any(m.span == span for m in touched):
            yield span


def _name_before(text: str, end: int, titles: set[int]) -> Span | None:
    """Return the name of three characters, two or four that ends at ``end`` and begins with a surname."""
    surnames = gazetteer().surnames
    for length in (3, 2, 4):
        start = end - length
        name = text[max(start, 0) : end]
        if len(name) < length or not re.fullmatch(f"[{_HAN}]+", name):
            continue
        if name.endswith("族"):
            return None  # 女，满族，1972年出生: 满 is a surname too
        if length == 3 and _APPOINTS.match(text, max(start - 1, 0)) and name[1] in surnames:
            continue  # 聘任|丁山|先生: 任 is a surname too
        compound = length > 2 and name[:2] in surnames
        known = compound if length == 4 else compound or name[0] in surnames
        if known and (start in titles or _BEFORE.search(text, max(start - 2, 0), start)):
            return Span(start, end)
    return None


def _is_word(lexis: Lexis, span: Span) -> bool:
    """Tell whether LAC takes the whole span for one common word (经理女士)."""
    word = lexis.words[lexis.at[span.start]]
    return (word.start, word.end) == (span.start, span.end) and word.tag not in {
        "PER",
        "nr",
        "nz",
        "ORG",
        "LOC",
    }


def _with_last(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the persons of two characters with the 之 that ends their given name."""
    found = []
    for mention in mentions:
        end = mention.span.end
        cut = mention.type is MentionType.PERSON and len(mention.span) == 2 and text.startswith("之", end)
        if cut and (end + 1 == len(text) or text[end + 1] in _BOUND):
            found.append(Mention(Span(mention.span.start, end + 1), mention.type, "pattern", score=0.8))
    return found
