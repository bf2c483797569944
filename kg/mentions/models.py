"""Goods called after their maker and a model: 云杉SU7 Ultra and 云杉9S Pro are no firms.

In: the mentions so far. Out: the same, with what ends as models do taken for a product, and the models added
that begin with the name of a firm in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import overlaid
from kg.model import Mention, MentionType

#: The steps of a line of goods, behind its number.
_STEP = "(?:Pro|Max|Ultra|Plus|[Mm]ini|Lite|Air|Turbo|SE|GT|RS|Note|Fold|Flip|EV|PHEV|DM-i)"
_LETTERED = r"[A-Z][A-Za-z]{0,7}[ -]?\d{1,4}[A-Za-z]{0,2}"
_KIND = "(?:系列|车型|手机|平板电脑|平板|处理器|芯片)"
_BRAND, _FIRST = r"[一-龥]{2,6}?", rf"(?:[ ]?(?:{_LETTERED}|\d{{1,3}}[A-Z]?(?![0-9.])))"
_MODEL = re.compile(rf"(?P<brand>{_BRAND}){_FIRST}(?:[ ]?{_STEP}){{0,3}}\+?{_KIND}?(?![A-Za-z0-9.%年月日])")
#: Where a model may stand, whichever brand it begins with.
_NUMBERED = re.compile(rf"(?P<brand>[一-龥]{{2,6}})(?={_FIRST})")
_STEPPED = re.compile(rf"(?:{_STEP}\+?|{_LETTERED}|{_KIND})$")
#: Behind a line of goods in Latin letters, its number and step: iPhone| 8 Plus, iPhone| X.
_TAIL = re.compile(
    rf"(?:[ ]?\d{{1,3}}[A-Za-z]?|[ ][XVI]{{1,3}}[A-Z]?)(?:[ ]?{_STEP}){{0,3}}\+?"
    "(?![A-Za-z0-9.,%年月日万亿款]|[个部台])"
)
_LATIN = re.compile("[A-Za-z]{3,12}")
_SHORTEST_BRAND = 2
_MISREAD = frozenset({MentionType.ORG, MentionType.PLACE})


def type_models(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Take for goods what is called by a model's number, be it read as a firm or not at all."""
    text = lexis.folded
    typed = [
        replace(m, type=MentionType.PRODUCT)
        if m.type in _MISREAD and _is_model(_MODEL.fullmatch(m.span.of(text)))
        else m
        for m in mentions
    ]
    typed = [_numbered(text, m) for m in typed]
    brands = {m.span.of(text)[:_SHORTEST_BRAND] for m in typed if m.type is MentionType.ORG}
    known = {m.span for m in typed}
    return overlaid(typed, [m for m in _models(text, brands) if m.span not in known])


def _numbered(text: str, found: Mention) -> Mention:
    """Return a ware in Latin letters with the number and the step that tell which of its line it is."""
    latin = found.type is MentionType.PRODUCT and _LATIN.fullmatch(found.span.of(text))
    tail = _TAIL.match(text, found.span.end) if latin else None
    return found if tail is None else replace(found, span=Span(found.span.start, tail.end()))


def _models(text: str, brands: set[str]) -> Iterator[Mention]:
    """Yield the models that begin with one of ``brands``."""
    for at in _NUMBERED.finditer(text):  # once over the text, however many firms it names
        brand = at["brand"]
        starts = (k for k in range(len(brand) - 1) if brand[k : k + _SHORTEST_BRAND] in brands)
        for found in (_MODEL.match(text, at.start() + k) for k in starts):
            if _is_model(found) and found is not None:
                yield Mention(Span(*found.span()), MentionType.PRODUCT, "pattern", score=0.7)


def _is_model(found: re.Match[str] | None) -> bool:
    """Tell whether a match is a model's name, not a firm with letters behind it: 云杉科技A1."""
    if found is None or _STEPPED.search(found[0]) is None:
        return False
    return not any(kind.type is MentionType.ORG for kind in gazetteer().suffix_of("·" + found["brand"]))
