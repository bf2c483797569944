"""The names that the models read: LAC's own tags, or the network over its inner states."""

from collections.abc import Iterable, Iterator

from kg.document import Span
from kg.lac import Word
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

_TYPES = {"PER": MentionType.PERSON, "LOC": MentionType.PLACE, "ORG": MentionType.ORG}


def from_tags(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add a mention for each word that LAC tags as a person, place or organisation."""
    return mentions + list(_mentions(lexis.words, 0.6))


def from_head(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Put the names of the trained network in the place of LAC's own."""
    if not lexis.names:
        return mentions
    return [found for found in mentions if found.source != "model"] + list(_mentions(lexis.names, 0.8))


def _mentions(words: Iterable[Word], score: float) -> Iterator[Mention]:
    for word in words:
        if word.tag in _TYPES:
            yield Mention(Span(word.start, word.end), _TYPES[word.tag], "model", score=score)
