"""The parts a sentence is made of: names, posts, words and marks, as :mod:`kg.chunks` cuts them."""

import re
from dataclasses import dataclass, field

from kg.amounts import Amount
from kg.document import Span
from kg.model import Entity, Mention

#: LAC tags of words that may stand inside a noun phrase.
NOMINAL = frozenset(
    {"n", "nz", "nw", "nr", "vn", "an", "s", "f", "LOC", "ORG", "PER", "a", "b", "ns", "nt", "m", "q"}
)


@dataclass(frozen=True, slots=True)
class Member:
    """One name of a chunk: the thing meant and the words that mean it."""

    entity: Entity
    span: Span
    anaphor: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A title with the organisation it is held in, if the sentence says one.

    ``unit`` names a part of an organisation by a word that means nothing alone (研究生院 in
    甲大学副校长兼研究生院院长); ``holder`` is then the organisation named before it, if any.
    """

    holder: Member | None
    title: str
    span: Span
    former: bool = False
    unit: Span | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a sentence: ``kind`` is a mention type, ``POST``, ``W`` (word) or ``P`` (punctuation).

    ``tag`` is the word's part of speech, ``count`` the number a list states of itself
    (等46家国家高新区), ``head`` the words behind that number. ``row`` has the people of a list in which each
    has a post of their own (甲局局长某某、乙行行长某某); it stands on every one of them.
    """

    span: Span
    kind: str
    text: str
    tag: str = ""
    members: tuple[Member, ...] = ()
    posts: tuple[Post, ...] = ()
    mention: Mention | None = None
    count: Amount | None = None
    head: str = ""
    listed: bool = False
    row: tuple[Member, ...] = ()
    boundary: bool = field(init=False, repr=False, compare=False)
    """Whether the chunk ends a clause; kept, as it is asked for at every step."""

    def __post_init__(self) -> None:
        """Work out :attr:`boundary`."""
        object.__setattr__(self, "boundary", self.kind == "P" and self.text in _BOUNDARIES)

    @property
    def word(self) -> str:
        """What rules read the chunk as: its text, or the kind of a letter (…的监管函)."""
        kind = _LETTER.search(self.text) if self.kind == "DOCUMENT" else None
        return kind[0] if kind is not None else self.text


#: What authorities and exchanges write to firms, behind a title of any length.
_LETTER = re.compile("(?<=的)[^的]{2,8}[函书]$")
_BOUNDARIES = frozenset("，。；：！？,;:!?…\n")
