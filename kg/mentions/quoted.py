"""Documents in 《》, their numbers, and the papers that stand in the same brackets."""

import re

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, crosses
from kg.model import Mention, MentionType

_TITLE = re.compile(r"《([^《》\n]{2,100}(?:《[^《》\n]{1,60}》[^《》\n]{0,40})?)》")
_PAPER = re.compile(
    r"[^，。；：]{0,12}(?:报|新闻|时报|周刊|杂志|通讯社|电视台|新闻网|财经|月刊|邮报|日报|晚报)"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[［﹝](?:19|20)\d\d[〕\]］﹞]\s?第?\d{1,5}号")
_STANDARD = re.compile(
    r"(?<![A-Za-z])(?:GB|ISO|IEC|GJB|YY|HJ|JT|SL|NY|DB\d{2})(?:/[TZ])?[ -]?"
    r"\d{2,6}(?:\.\d+)?(?:[-—]\d{4})?(?!\d)"
)
_REPORT = re.compile(r"(?:[一三]季报|政府工作报告|问询函|警示函|招股说明书)")


def find_documents(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add documents (the title without its brackets), papers, document numbers and standards."""
    new = []
    for match in _TITLE.finditer(lexis.folded):
        span = Span(*match.span(1))
        paper = _PAPER.fullmatch(match[1]) or any(
            entry.type is MentionType.ORG for entry in gazetteer().lookup(match[1])
        )
        new.append(Mention(span, MentionType.ORG if paper else MentionType.DOCUMENT, "pattern", score=0.9))
    for pattern in (_NUMBER, _STANDARD, _REPORT):
        for match in pattern.finditer(lexis.folded):
            start = match.start()
            while start < match.end() - 6 and start not in lexis.starts:
                start += 1  # 证监会|行政处罚决定书〔2022〕18号
            new.append(Mention(Span(start, match.end()), MentionType.DOCUMENT, "pattern", score=0.8))
    cover = Cover(new)
    return [found for found in mentions if not _spoilt(found, cover)] + new


def _spoilt(mention: Mention, cover: Cover) -> bool:
    """Tell whether a name crosses a title or is the whole of it."""
    touched = cover.touching(mention.span.start, mention.span.end)
    return mention.type in NAMES and any(
        crosses(found.span, mention.span) or found.span == mention.span or found.type is MentionType.ORG
        for found in touched
    )
