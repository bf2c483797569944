"""A tie that a name carries, and the name that it is read in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.document import Span
from kg.entities import Resolution
from kg.model import Entity, Mention


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie read in a name: ``span`` is the whole name, ``place`` the part that names the object."""

    subject: Entity
    relation: str
    object: Entity
    span: Span
    place: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text with the names ``inner`` that are nested in it."""

    mention: Mention
    entity: Entity
    inner: Sequence[Mention]
    resolution: Resolution
    text: str

    def of(self, part: Mention) -> str:
        """Return the words of a part."""
        return part.span.of(self.text)

    def behind(self, part: Mention) -> str:
        """Return what follows a part in the name."""
        return self.text[part.span.end : self.mention.span.end]

    def tied(self, relation: str, part: Mention | None, rule: str, confidence: float) -> Iterator[Tie]:
        """Yield the tie of the named to what ``part`` names, if that is known."""
        target = self.resolution.of(part) if part is not None else None
        if part is not None and target is not None:
            yield Tie(self.entity, relation, target, self.mention.span, part.span, rule, confidence)
