"""Firms written in Latin letters: Nordwind AS, Blaustein Optik GmbH, 挪威Fjordsol, Grünfeld成立于1952年.

A legal form at the end tells a firm; so does a country right before it, where no person's title follows, and
what is said right behind it.
"""

import re

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover
from kg.model import Mention, MentionType

#: Legal forms of firms; compiled by the project from general knowledge. Licence: CC0.
_FORMS = (
    r"AS|ASA|AB|Oyj|Oy|AG|SE|GmbH(?: & Co\.? KG)?|KG|SA|S\.A\.|SAS|SpA|S\.p\.A\.|NV|N\.V\.|BV|B\.V\.|PLC|"
    r"plc|LLC|LLP|LP|Inc\.?|Incorporated|Corp\.?|Corporation|Co\.?,? ?Ltd\.?|Pty Ltd|Pte\.? Ltd\.?|Ltd\.?|"
    r"Limited|Sdn\.? Bhd\.?|Tbk|K\.K\.|Group|Holdings?|Partners|Capital|Ventures|Technologies|"
    r"Pharmaceuticals|Therapeutics|Semiconductors?|Energy|Motors|Electronics|Foods|Airlines|Bank|Funds?"
)
_WORD = r"[A-Za-zÀ-ɏ0-9&'’.-]*"
_FIRM = re.compile(
    rf"(?<![A-Za-z0-9])[A-Z]{_WORD}(?: (?:&|of|de|\([A-Z][A-Za-z. ]+\)|[A-Z0-9]{_WORD})){{0,4}} "
    rf"(?:{_FORMS})(?![A-Za-z])"
)
_WORDS = re.compile(r"[A-Z][A-Za-zÀ-ɏ0-9&'’.-]+(?: [A-Z][A-Za-zÀ-ɏ0-9&'’.-]*){0,3}(?![A-Za-z])")
#: What a country's model, market or title begins with.
_NO_FIRM = re.compile(
    r"(?:GDP|CPI|PPI|PMI|IPO|ETF|REITs?|CEO|CFO|CTO|COO|AI|IT|MBA|FDA|GP[UT]|SUV|LNG|LPG|OLED|APP|App|B2B|R&D|ADR|"
    r"MSCI|KOSPI|DAX|CAC|[A-Z]\d)(?![A-Za-z])"
)
#: What only a firm is, was, or has, behind its name at the head of a clause.
_TOLD = re.compile(
    r"(?<![A-Za-zÀ-ɏ0-9&'’. -])(?P<name>[A-Z][A-Za-zÀ-ɏ&'’.-]{2,}(?: [A-Z][A-Za-zÀ-ɏ0-9&'’.-]*){0,3}) ?"
    "(?:成立于|创立于|创建于|创办于|总部|旗下|股价|市值|的?(?:母公司|子公司|控股股东|中国区)|"
    "(?:是|系)[^，。；]{0,25}(?:公司|企业|厂商|制造商|生产商|集团|银行|供应商|开发商|运营商|服务商|零售商)(?![的董总副创员]))"
)
#: What a foreign firm is, between its country and its name: 英国|零售商|Nordwind.
_KIND = re.compile(
    "[一-龥]{0,8}?(?:[零分经]售商|销商|制造商|生产商|供应商|运营商|开发商|服务商|承包商|交易商|代工厂|厂商|巨头|龙头|公司|集团|企业|"
    "机构|平台|银行|券商|药企|车企|初创企业|独角兽|电商|网站|基金)(?=[A-Z][A-Za-z])"
)
#: What models take the firm for whose kind is told.
_MISTAKEN = frozenset({MentionType.PERSON, MentionType.PRODUCT, MentionType.PLACE})
_NAMED = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.PRODUCT, MentionType.FACILITY})


def find_latin(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the firms in Latin letters that no name covers."""
    text = lexis.folded
    cover = Cover(mentions)
    spans = [Span(*match.span()) for match in _FIRM.finditer(text)]
    called: set[Span] = set()
    for place in mentions:
        if place.type is not MentionType.PLACE or not gazetteer().is_country(place.span.of(text)):
            continue
        kind = _KIND.match(text, place.span.end)
        match = _WORDS.match(text, kind.end() if kind is not None else place.span.end)
        if (
            match
            and not _NO_FIRM.match(match[0])
            and not text.startswith(("指数", "基金", "型"), match.end())
        ):
            spans.append(Span(*match.span()))
            called |= {spans[-1]} if kind is not None else set()
    told = (Span(*match.span("name")) for match in _TOLD.finditer(text))
    spans += [span for span in told if not _NO_FIRM.match(text, span.start)]
    mentions = [m for m in mentions if m.span not in called or m.type not in _MISTAKEN]
    cover = Cover(mentions)
    found: list[Mention] = []
    for span in dict.fromkeys(spans):
        touched = cover.touching(span.start, span.end)
        inside = [other for other in found if other.span.overlaps(span)]
        if not inside and not any(other.type in _NAMED for other in touched):
            found.append(Mention(span, MentionType.ORG, "pattern", score=0.75))
    return mentions + found
