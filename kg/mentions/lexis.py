"""A text with its words: what every mention finder reads."""

from collections.abc import Sequence
from functools import cached_property

from kg.document import Mark
from kg.lac import Word


class Lexis:
    """A text, its words, and what the page's markup says of it."""

    def __init__(self, text: str, words: Sequence[Word], marks: Sequence[Mark] = ()) -> None:
        """Hold ``text`` with ``words`` that cover it without a gap."""
        self.text = text
        self.words = words
        self.marks = marks

    @cached_property
    def at(self) -> list[int]:
        """The index of the word that each character belongs to; one past the end for the end."""
        index = [i for i, word in enumerate(self.words) for _ in range(word.start, word.end)]
        index.append(len(self.words))
        return index

    def word(self, i: int) -> str:
        """Return the characters of word ``i``."""
        word = self.words[i]
        return self.text[word.start : word.end]
