"""What the tables tell of firms by their names."""

from kg.gazetteer import gazetteer
from kg.model import MentionType


def known_apart(full: str, short: str) -> bool:
    """Tell whether the tables know a firm by its short name, and the full one for another."""
    known = _firms(short)
    cuts = (_firms(full[:cut]) for cut in range(len(full), len(short) - 1, -1)) if known else ()
    named = next((found for found in cuts if found), known)
    return bool(known) and named.isdisjoint(known)


def _firms(name: str) -> frozenset[str]:
    entries = gazetteer().lookup(name)
    return frozenset(e.canonical for e in entries if e.type is MentionType.ORG and e.sure)
