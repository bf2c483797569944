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
#: Who makes the paper or book in the brackets, who is named with it: 《宁州年鉴》编委会.
_MAKERS = re.compile("编委会|编辑委员会|编纂委员会|编审委员会|编辑部|编写组|编纂组|杂志社")
_REPORT = re.compile(r"(?:[一三]季报|政府工作报告|问询函|警示函|招股说明书)")


def find_documents(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add documents (the title without its brackets), papers, document numbers and standards."""
    new: list[Mention] = []
    makers: list[Mention] = []
    for match in _TITLE.finditer(lexis.folded):
        span = Span(*match.span(1))
        paper = _PAPER.fullmatch(match[1]) or any(
            entry.type is MentionType.ORG for entry in gazetteer().lookup(match[1])
        )
        new.append(Mention(span, MentionType.ORG if paper else MentionType.DOCUMENT, "pattern", score=0.9))
        maker = _MAKERS.match(lexis.folded, match.end())
        if maker is not None:
            makers.append(Mention(Span(match.start(), maker.end()), MentionType.ORG, "pattern", score=0.75))
    for pattern in (_NUMBER, _STANDARD, _REPORT):
        for match in pattern.finditer(lexis.folded):
            start = match.start()
            while start < match.end() - 6 and start not in lexis.starts:
                start += 1  # 证监会|行政处罚决定书〔2022〕18号
            new.append(Mention(Span(start, match.end()), MentionType.DOCUMENT, "pattern", score=0.8))
    cover = Cover(new)
    kept = [found for found in mentions if not _spoilt(found, cover)]
    taken = Cover(makers)
    return [found for found in kept if not taken.touching(found.span.start, found.span.end)] + makers + new


def _spoilt(mention: Mention, cover: Cover) -> bool:
    """Tell whether a name crosses a title or is the whole of it."""
    touched = cover.touching(mention.span.start, mention.span.end)
    return mention.type in NAMES and any(
        crosses(found.span, mention.span) or found.span == mention.span or found.type is MentionType.ORG
        for found in touched
    )
