"""What the formats yield and the article is chosen from: blocks, and facts about the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.document import BlockKind
from kg.reading.segments import Line


@dataclass(slots=True)
class RawBlock:
    """A block of the page before it is known to be article text.

    ``path`` are the numbers of the elements around it, outermost first; ``level`` is 1 to 6 for h1 to
    h6, else 0; ``whole`` tells that the block fills its element, ``after_image`` that a picture
    stands before it.
    """

    line: Line
    kind: BlockKind = "paragraph"
    path: tuple[int, ...] = ()
    level: int = 0
    centred: bool = False
    after_image: bool = False
    whole: bool = True

    @property
    def text(self) -> str:
        """The tidied text."""
        return self.line.text


@dataclass(slots=True)
class Page:
    """A page or text taken apart: its blocks in order and what its head says.

    ``facts`` maps a field of :class:`kg.document.Metadata` to the values found, the most
    trustworthy first. ``content`` are the numbers of elements whose names say that they hold the
    article, ``junk`` of those that say they do not, or that are not shown,
    ``flow`` of paragraphs and list items, which are never a whole article.
    ``images`` are the pictures' addresses, each with the elements around it.
    """

    blocks: list[RawBlock] = field(default_factory=list)
    facts: dict[str, list[str]] = field(default_factory=dict)
    content: set[int] = field(default_factory=set)
    junk: set[int] = field(default_factory=set)
    flow: set[int] = field(default_factory=set)
    images: list[tuple[tuple[int, ...], str]] = field(default_factory=list)

    def add(self, name: str, values: Sequence[str]) -> None:
        """Note what the page says of itself; empty values are passed over."""
        self.facts.setdefault(name, []).extend(value.strip() for value in values if value.strip())
