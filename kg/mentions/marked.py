"""Listed firms that an exchange has marked: ST云岭, *ST云岭.

The models take the name behind the mark for a place or a common noun.
"""

import re

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import overlaid
from kg.model import Mention, MentionType

_MARK = re.compile(r"(?<![A-Za-z])(?:S?\*ST|SST|ST)[ ]?(?=[一-龥]{2})")
_SHORT = range(2, 4)
"""How many characters the short name of a listed firm has behind its mark."""


def find_marked(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the firms that stand behind ST or *ST, in the place of what was taken for a name there."""
    new = [
        Mention(Span(match.start(), _name_end(lexis, match.end())), MentionType.ORG, "pattern", score=0.9)
        for match in _MARK.finditer(lexis.folded)
    ]
    return overlaid(mentions, new)


def _name_end(lexis: Lexis, start: int) -> int:
    """Return where the short name at ``start`` ends: with a word, if that makes two or three characters."""
    ends = (start + length for length in _SHORT)
    return next((end for end in ends if end in lexis.ends), start + _SHORT[0])
