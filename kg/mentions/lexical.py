"""The names that the models read: LAC's own tags, or the network over its inner states."""

import re
from collections import defaultdict

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.lac import Name
from kg.mentions.kinds import is_foreign_ware
from kg.mentions.lexis import Lexis
from kg.mentions.persons import is_personal
from kg.model import Mention, MentionType

_DOUBTFUL = 0.25
_LIKELY = 0.6
_MEASURED = re.compile(
    r"(?:(?:规划|总|占地|建筑|开发)?(?:面积|投资|人口|产值|产能|收入)[约达为]?[0-9.]*|[0-9.]+)\Z"
)
#: What LAC reads as one word and the network as nothing: 平型关战役.
_FIGHT = re.compile(r"..(?:战役|会战|海战|空战|保卫战|起义|事变)\Z")
_NAMED = frozenset({"ORG", "PER", "nz"})
#: A quarter that is called by its number: 巴黎市|第十三区.
_QUARTER = re.compile("第[一二三四五六七八九十]{1,3}区(?![域间])")
#: Bodies' endings of one character; 处 and 部 are as often the beginning of what follows (处以, 部分).
_ENDINGS = frozenset("所院局厅署馆")
_ACTS = frozenset({"v", "vn", "vd"})
_LONGEST = 40
_MADE = frozenset({MentionType.ORG, MentionType.FACILITY, MentionType.PARK, MentionType.PLACE})
_TYPES = {"PER": MentionType.PERSON, "LOC": MentionType.PLACE, "ORG": MentionType.ORG}


def from_tags(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add a mention for each word that LAC tags as a person, place or organisation."""
    return mentions + [
        Mention(Span(word.start, word.end), _TYPES[word.tag], "model", score=0.6)
        for word in lexis.words
        if word.tag in _TYPES
    ]


def from_head(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Put the names of the trained network in the place of LAC's own, where anything else supports them."""
    names = [_ended(lexis, _unmeasured(lexis, _bracketed(lexis, name))) for name in lexis.names]
    names = [name for name in names if name.start < name.end and _supported(lexis, name)]
    types = _agreed(lexis, names)
    read = [
        Mention(
            Span(name.start, name.end),
            types[lexis.folded[name.start : name.end]],
            "model",
            score=round(0.5 + name.score / 2, 3),
        )
        for name in names
    ]
    fights = [
        Mention(Span(word.start, word.end), MentionType.EVENT, "model", score=0.7)
        for word in lexis.words
        if word.tag == "nz" and _FIGHT.search(lexis.folded, word.start, word.end)
    ]
    return [found for found in mentions if found.source != "model"] + read + fights


def _agreed(lexis: Lexis, names: list[Name]) -> dict[str, MentionType]:
    """Return each name's type: the one that it is read as most surely, the same all through a text."""
    votes: dict[str, dict[MentionType, float]] = defaultdict(dict)
    for name in names:
        sums = votes[lexis.folded[name.start : name.end]]
        kind = _type(lexis, name)
        sums[kind] = sums.get(kind, 0.0) + name.score
    return {text: max(sums, key=lambda kind: sums[kind]) for text, sums in votes.items()}


def _ended(lexis: Lexis, name: Name) -> Name:
    """Return the name with an ending that it lacks: 巴黎市|第十三区, 甲材料|所 where LAC's tags have it."""
    quarter = _QUARTER.match(lexis.folded, name.end) if name.tag == "LOC" else None
    if quarter is not None:
        return name._replace(end=quarter.end())
    word = lexis.words[lexis.at[name.end - 1]]
    if not (word.tag == name.tag == "ORG" and word.end == name.end + 1 < len(lexis.folded)):
        return name
    acts = lexis.words[lexis.at[word.end]].tag in _ACTS  # 甲股份|所|持
    endings = gazetteer().suffix_of(lexis.folded[name.start : name.end])
    whole = acts or any(not s.weak for s in endings) or lexis.folded[name.end] not in _ENDINGS
    return name if whole else name._replace(end=word.end)


def _unmeasured(lexis: Lexis, name: Name) -> Name:
    """Return the name without the measure that it runs on into: 宁州产业园|规划面积118."""
    measure = _MEASURED.search(lexis.folded, name.start, name.end)
    if measure is None:
        return name
    for end in range(measure.start(), name.start + 2, -1):
        if any(not s.weak for s in gazetteer().suffix_of(lexis.folded[name.start : end])):
            return name._replace(end=end)
    return name


def _bracketed(lexis: Lexis, name: Name) -> Name:
    """Return the name without what lies beyond a bracket that it holds one half of: 宁州报道）|宁州高新区.

    A bracket that would close right behind the name is a part of it.
    """
    opened: list[int] = []
    start = name.start
    for at in range(name.start, name.end):
        if lexis.folded[at] in "(（":
            opened.append(at)
        elif lexis.folded[at] in ")）":
            if opened:
                opened.pop()
            else:
                start = at + 1
    if opened and lexis.folded[name.end : name.end + 1] in {")", "）"}:
        return name._replace(start=start, end=name.end + 1)
    return name._replace(start=start, end=opened[0] if opened else name.end)


def _type(lexis: Lexis, name: Name) -> MentionType:
    """Return what the network takes the name for, unless it ends as bodies do and no place or person does."""
    endings = gazetteer().suffix_of(lexis.folded[name.start : name.end])
    person = name.tag == "PER"
    body = bool(endings) and all(s.type is MentionType.ORG and not (person and s.weak) for s in endings)
    return MentionType.ORG if body else _TYPES[name.tag]


def _supported(lexis: Lexis, name: Name) -> bool:
    """Tell whether LAC's tags, the gazetteer or the name's own make speak for it too."""
    text = lexis.folded[name.start : name.end]
    if len(text) > _LONGEST:
        return False  # what is no Chinese text may read as one long name
    if gazetteer().lookup(text):
        return True
    if name.score < _DOUBTFUL or (name.tag == "ORG" and is_foreign_ware(text)):
        return False
    words = lexis.words[lexis.at[name.start] : lexis.at[name.end - 1] + 1]
    tags = {word.tag for word in words}
    if tags & _NAMED if name.tag == "ORG" else tags & _TYPES.keys():
        return True
    if name.tag == "ORG" and "LOC" in tags and name.score > _LIKELY:
        return True  # 长沙|明珠, but not 长沙|固定资产
    if name.tag == "PER":
        return is_personal(text)
    return any(suffix.type in _MADE for suffix in gazetteer().suffix_of(text))
