"""Types by ending: a name the models call a place or an organisation, and that ends like a zone, is one."""

from dataclasses import replace

from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

_OPEN = frozenset({MentionType.PLACE, MentionType.ORG})
_GIVEN = frozenset({MentionType.PARK, MentionType.FACILITY, MentionType.EVENT, MentionType.ORG})


def set_kinds(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Give places and organisations of the models the type that their ending tells."""
    return [replace(found, type=kind_of(found, lexis)) for found in mentions]


def kind_of(mention: Mention, lexis: Lexis) -> MentionType:
    """Return the type of a mention by its ending; its own where the ending tells none."""
    if mention.type not in _OPEN or mention.source not in ("model", "pattern"):
        return mention.type
    name = mention.span.of(lexis.folded)
    known = gazetteer().lookup(name)
    if known and known[0].sure:
        return known[0].type
    for suffix in gazetteer().suffix_of(name):
        if suffix.type in _GIVEN and not suffix.weak:
            return suffix.type
    return mention.type
