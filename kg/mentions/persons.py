"""Persons: names put together, cut short, or taken for something else beside a title."""

import re
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, crosses, overlaid
from kg.mentions.titles import RULERS
from kg.model import Mention, MentionType

_HAN = "\u4e00-\u9fff㐀-\u4dbf"
_DOTTED = re.compile(f"[{_HAN}]{{1,8}}(?:[·•‧・][{_HAN}]{{1,8}})+")
_LATIN = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-zÀ-ɏ'’]*\.?"
    r"(?:[ -](?:de|da|di|van|von|bin|al|el|la|le|du|of|and|&|[A-Z][A-Za-zÀ-ɏ'’]*\.?"
    r"|[a-z]+(?=[，。、；）)]))){0,4}"
    r"(?<![ -])"
)
_PLACED = frozenset({MentionType.PLACE, MentionType.ORG, MentionType.PRODUCT})
_SPELT = frozenset({"PER", "LOC", "ORG", "nz", "n", "a", "v", "q"})
"""Tags of words that may be pieces of a spelt name; particles and prepositions are none."""

_DOTS = "·•‧・"
_ROW = frozenset("、和与及")
_PLAIN = frozenset({"n", "d", "f"})
"""Tags of words that are no part of a name, where no character of them is used to spell one."""

_AFTER_NAME = frozenset(
    "说称表认指告透介强回坦主出在为是，。、；：（）和与及等先女同则也还已曾将向对任担因从当又再及以亦"
    "“”！？\n "
)
#: CTO Mina Ortega: what one is, in letters as the name behind it.
LATIN_OFFICE = re.compile(
    r"\b(?:(?:C[A-Z]O|[ES]?VP|Dr\.?|Mrs?\.?|Ms\.?|Prof(?:\.|essor)?)\s)+(?=[A-Z])", re.ASCII
)
_FIRM = re.compile(
    r"(?:Inc|Ltd|LLC|Corp|Co|Group|Holdings?|Bank|Capital|Partners|University|Institute|Energy|Technolog(?:y|ies)|Motors?|Media|Times|"
    r"International|Limited|Company|Airlines?|Pharma\w*|Society|Association|Foundation|Studios?|Systems|Club|FC|Press|School|College|Army)\b"
)

_ENVOY = re.compile(
    f"驻[{_HAN}]{{1,8}}?(?:大使|公使|总领事|代办|参赞)(?P<who>(?![馆级])[{_HAN}·]{{2,8}}?)(?=[、。]|，[{_HAN}]{{2,10}}驻)"
)

#: What persons do and places don't, in the words behind a name.
_ACTS = re.compile(
    r"[还又也]?(?:先生|女士|同志|说(?!明)|称(?!为|作)|表示|介绍|指出|认为|强调|透露|告诉|坦言|回应|获|当选|出席|到会|赴"
    r"|等(?:领导|人)?(?:分别)?(?:出席|参加|列席|见证|陪同|到会))"
)


#: 某某|代行总经理职责: what one does for another, where a model took 代 for the end of a name.
_ACTS_FOR = re.compile("代(?:为|行|任|理|履行|管)")
_SHORTEST_NAME = 2
#: Offices of states that stand behind a spelt name, of two characters each as those of rulers are.
_MINISTERS = frozenset({"总理", "外长", "防长", "主席", "部长", "大使", "议长"})


def join_persons(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Put together dotted and Latin names that the models cut.

    卡恩·阿克曼 and Henrik Lindqvist become one mention each; a place or organisation behind a title
    that looks like a person's name becomes a person.
    """
    mentions = overlaid(mentions, _dotted(lexis, Cover(mentions)))
    mentions = overlaid(mentions, _latin(lexis, Cover(mentions)))
    mentions = overlaid(mentions, _envoys(lexis))
    mentions = overlaid(mentions, _tibetans(lexis, Cover(mentions)))
    mentions = _named_abroad(lexis, _without_verbs(lexis, mentions))
    titles_end = {found.span.end for found in mentions if found.type is MentionType.TITLE}
    titles_start = {found.span.start for found in mentions if found.type is MentionType.TITLE}
    realms = _realms(lexis, mentions)
    return [
        replace(found, type=MentionType.PLACE, score=0.7)
        if found in realms
        else _beside_title(lexis, found, titles_end, titles_start)
        for found in mentions
    ]


def _without_verbs(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return the persons without the first character of the verb behind them: 某某|代行, 某某|成为."""
    names = {m.span.of(lexis.folded) for m in mentions if m.type is MentionType.PERSON}
    out = []
    for found in mentions:
        start, end = found.span.start, found.span.end
        if found.type is MentionType.PERSON and len(found.span) > _SHORTEST_NAME:
            acts = _ACTS_FOR.match(lexis.folded, end - 1) is not None
            becomes = lexis.folded.startswith("成为", end - 1) and lexis.folded[start : end - 1] in names
            found = replace(found, span=Span(start, end - 1)) if acts or becomes else found
        out.append(found)
    return out


def _tibetans(lexis: Lexis, cover: Cover) -> list[Mention]:
    """Return persons whose two names stand whole where no longer name is: 才让|旺杰."""
    found = []
    for match in gazetteer().tibetan_names.finditer(lexis.folded):
        span = Span(*match.span())
        if not any(
            crosses(other.span, span) or other.span.contains(span) for other in cover.touching(*match.span())
        ):
            found.append(Mention(span, MentionType.PERSON, "pattern", score=0.85))
    return found


def _realms(lexis: Lexis, mentions: list[Mention]) -> frozenset[Mention]:
    """Return what reads as a person before a ruler's title and name and is a realm: 纳瓦拉|王储|亨利."""
    people = {found.span.start for found in mentions if found.type is MentionType.PERSON}
    rulers = {
        found.span.start
        for found in mentions
        if found.type is MentionType.TITLE
        and found.span.end in people
        and found.span.of(lexis.folded) in RULERS
    }
    return frozenset(
        found
        for found in mentions
        if found.type is MentionType.PERSON
        and found.source == "model"
        and found.span.end in rulers
        and all(char in _spelling() for char in found.span.of(lexis.folded))
    )


def _dotted(lexis: Lexis, cover: Cover) -> list[Mention]:
    found = []
    for match in _DOTTED.finditer(lexis.folded):
        dots = [at for at, char in enumerate(match[0], match.start()) if char in _DOTS]
        start = _part_start(lexis, match.start(), dots[0])
        end = _part_end(lexis, match.end(), dots[-1] + 1)
        read = [cover.at(dot) for dot in dots]
        people = [person for person in read if person is not None and person.type is MentionType.PERSON]
        if len(people) == len(read):
            found += [_freed(lexis, person, Span(start, end)) for person in dict.fromkeys(people)]
            continue
        touched = cover.touching(start, end)
        if any(mention.type is not MentionType.PERSON and not Span(start, end).contains(mention.span)
               for mention in touched):  # fmt: skip
            continue
        kinds = {mention.type for mention in touched}
        if kinds & {MentionType.ORG, MentionType.PLACE} and MentionType.PERSON not in kinds:
            continue
        if not all(char in _spelling() or char in _DOTS for char in lexis.folded[start:end]) and not kinds:
            continue
        found.append(Mention(Span(start, end), MentionType.PERSON, "pattern", score=0.85))
    return found


def _freed(lexis: Lexis, person: Mention, spelt: Span) -> Mention:
    """Return a dotted name of the model without whole words of another kind at its ends: 木匠|甲·乙|右眼.

    ``spelt`` is where the characters end of which foreign names are made; those of others have more.
    """
    start, end = person.span.start, person.span.end
    if start < spelt.start < end and _is_plain(lexis, start, spelt.start):
        start = spelt.start
    if start < spelt.end < end and _is_plain(lexis, spelt.end, end):
        end = spelt.end
    return replace(person, span=Span(start, end))


def _is_plain(lexis: Lexis, start: int, end: int) -> bool:
    """Tell whether the range is made of whole words of the language, and not as foreign names are spelt."""
    whole = start in lexis.starts and end in lexis.ends and _tags(lexis, start, end) <= _PLAIN
    return whole and not _spelling().issuperset(lexis.folded[start:end])


def _spelling() -> frozenset[str]:
    return gazetteer().foreign_name_characters


def _part_start(lexis: Lexis, low: int, dot: int) -> int:
    """Return where the first part of a dotted name, which ends at ``dot``, starts."""
    at = dot
    while at > low:
        word = lexis.words[lexis.at[at - 1]]
        start = max(word.start, low)
        if word.tag not in _SPELT or not all(char in _spelling() for char in lexis.folded[start:at]):
            break
        at = start
    return at if at < dot else max(lexis.words[lexis.at[dot - 1]].start, low)


def _part_end(lexis: Lexis, high: int, after_dot: int) -> int:
    """Return where the last part of a dotted name, which starts at ``after_dot``, ends."""
    at = after_dot
    while at < high:
        word = lexis.words[lexis.at[at]]
        char = lexis.folded[at]
        if char not in _spelling() and (word.tag != "PER" or char in _AFTER_NAME):
            break
        if word.start == at > after_dot and word.tag not in _SPELT:
            break
        at += 1
    return at if at > after_dot else min(lexis.words[lexis.at[after_dot]].end, high)


def _latin(lexis: Lexis, cover: Cover) -> list[Mention]:
    found = []
    for match in _LATIN.finditer(lexis.folded):
        start, end = match.span()
        office = LATIN_OFFICE.search(lexis.folded, start, end)
        start = office.end() if office else start
        if " " not in lexis.folded[start:end]:
            continue
        touched = [mention for mention in cover.touching(start, end) if mention.type in NAMES]
        if any(lexis.folded[m.span.start : match.start()].strip() or m.span.end > end for m in touched):
            continue
        if _FIRM.search(lexis.folded, start, end):
            kind = MentionType.ORG
        elif office:
            kind = MentionType.PERSON
        elif not touched:
            continue
        elif len(touched[0].span) < end - start and "PER" in _tags(lexis, start, end) and "&" not in match[0]:
            kind = MentionType.PERSON
        else:
            kind = touched[-1].type
        found.append(Mention(Span(start, end), kind, "pattern", score=0.75))
    return found


def _envoys(lexis: Lexis) -> list[Mention]:
    """Return the envoys in a row, whom models run together with what they are: 智利|驻华大使|某某、."""
    spans = [Span(*match.span("who")) for match in _ENVOY.finditer(lexis.folded)]
    return [Mention(span, MentionType.PERSON, "pattern", score=0.8) for span in spans]


def _tags(lexis: Lexis, start: int, end: int) -> set[str]:
    return {lexis.words[i].tag for i in range(lexis.at[start], lexis.at[end - 1] + 1)}


def _beside_title(lexis: Lexis, mention: Mention, ends: set[int], starts: set[int]) -> Mention:
    """Return a person where a place or organisation after a title reads as a person's name."""
    if mention.type not in _PLACED or mention.source != "model":
        return mention
    name = mention.span.of(lexis.folded)
    if mention.span.end in starts and _is_ruler(lexis, mention):
        return replace(mention, type=MentionType.PERSON, score=0.7)
    if mention.span.start not in ends:
        return mention
    after = lexis.folded[mention.span.end : mention.span.end + 1]
    if gazetteer().lookup(name) or not (after in _AFTER_NAME or not after or mention.span.end in starts):
        return mention
    return replace(mention, type=MentionType.PERSON, score=0.7) if is_personal(name) else mention


def _is_ruler(lexis: Lexis, mention: Mention) -> bool:
    """Tell whether a spelt name stands behind a verb, before what its bearer is: 会见|某里亚|总统."""
    name = mention.span.of(lexis.folded)
    verb = lexis.words[lexis.at[mention.span.start - 1]].tag == "v" if mention.span.start else False
    title = lexis.folded[mention.span.end : mention.span.end + 2]
    spelt = len(name) > 2 and _spelling().issuperset(name) and not gazetteer().lookup(name)
    return verb and spelt and (title in RULERS or title in _MINISTERS)


def is_personal(name: str) -> bool:
    """Tell whether ``name`` is made like a person's: surname and one or two characters, or Latin words."""
    surnames = gazetteer().surnames
    if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", name):
        return True
    if not re.fullmatch(f"[{_HAN}]{{2,4}}", name):
        return False
    if name[:2] in surnames and len(name) > 2:
        return True
    return name[0] in surnames and len(name) <= 3


def _among_persons(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return persons for places that are made like their names and stand between two of them in a row."""
    people = [found.span for found in mentions if found.type is MentionType.PERSON]
    starts, ends = {span.start for span in people}, {span.end for span in people}
    text = lexis.folded
    return [
        replace(found, type=MentionType.PERSON, source="pattern", score=0.8)
        if found.type is MentionType.PLACE
        and text[max(found.span.start - 1, 0)] in _ROW
        and text[found.span.end : found.span.end + 1] in _ROW
        and found.span.start - 1 in ends
        and found.span.end + 1 in starts
        and is_personal(found.span.of(text))
        else found
        for found in mentions
    ]


def _named_abroad(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return persons for what stands in brackets behind one, in the letters of another language."""
    ends = {found.span.end for found in mentions if found.type is MentionType.PERSON}
    return [
        replace(found, type=MentionType.PERSON)
        if found.type in _PLACED
        and found.span.start - 1 in ends
        and lexis.folded[found.span.start - 1] in "（("
        and lexis.folded[found.span.end : found.span.end + 1] in {"）", ")"}
        and _LATIN.fullmatch(lexis.folded, found.span.start, found.span.end)
        else found
        for found in mentions
    ]


def find_namesakes(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Make persons of known places that bear a title and act: 董事长黄海表示.

    Where the text told so of a name, it is a person wherever it acts (黄海还说), else the place. So is what
    stands in a row between persons (甲、左权、乙).
    """
    mentions = _among_persons(lexis, mentions)
    titles_end = {found.span.end for found in mentions if found.type is MentionType.TITLE}
    acting = {
        found: name
        for found in mentions
        if found.type is MentionType.PLACE
        and is_personal(name := found.span.of(lexis.folded))
        and _ACTS.match(lexis.folded, found.span.end)
    }
    told = {name for found, name in acting.items() if found.span.start in titles_end}
    return [
        replace(found, type=MentionType.PERSON, source="pattern", score=0.8)
        if acting.get(found) in told
        else found
        for found in mentions
    ]
