"""The names that the lexical model tags itself."""

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

_TYPES = {"PER": MentionType.PERSON, "LOC": MentionType.PLACE, "ORG": MentionType.ORG}


def from_tags(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add a mention for each word that the model tags as a person, place or organisation."""
    return mentions + [
        Mention(Span(word.start, word.end), _TYPES[word.tag], "model", score=0.7)
        for word in lexis.words
        if word.tag in _TYPES
    ]
