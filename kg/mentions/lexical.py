"""The names that the models read: LAC's own tags, or the network over its inner states."""

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.lac import Name
from kg.mentions.lexis import Lexis
from kg.mentions.persons import is_personal
from kg.model import Mention, MentionType

_DOUBTFUL = 0.25
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
    return [found for found in mentions if found.source != "model"] + [
        Mention(Span(name.start, name.end), _TYPES[name.tag], "model", score=round(0.5 + name.score / 2, 3))
        for name in lexis.names
        if _supported(lexis, name)
    ]


def _supported(lexis: Lexis, name: Name) -> bool:
    """Tell whether LAC's tags, the gazetteer or the name's own make speak for it too."""
    text = lexis.folded[name.start : name.end]
    if len(text) > _LONGEST:
        return False  # what is no Chinese text may read as one long name
    if gazetteer().lookup(text):
        return True
    if name.score < _DOUBTFUL:
        return False
    words = lexis.words[lexis.at[name.start] : lexis.at[name.end - 1] + 1]
    if any(word.tag in _TYPES or (word.tag == "nz" and name.tag == "ORG") for word in words):
        return True
    if name.tag == "PER":
        return is_personal(text)
    return any(suffix.type in _MADE for suffix in gazetteer().suffix_of(text))
