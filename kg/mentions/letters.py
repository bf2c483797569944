"""Places named by one letter each and counted together: 湘鄂|两省, 川渝|两地, 中老缅泰|四国."""

import re
from functools import cache

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}

#: 在京会见, 在京举行: the capital, before what is done there.
_IN_CAPITAL = re.compile(
    "在(?P<capital>京)(?=会见|会晤|同|与|召开|举行|举办|开幕|闭幕|签署|签约|发布|启动|成立|揭牌|揭晓|出席|亮相|首发|首映|逝世)"
)


@cache
def _counted(table: str, nouns: str) -> re.Pattern[str]:
    letters = gazetteer().letters
    known = "".join(letter for letter, entries in letters.items() if any(e.table == table for e in entries))
    return re.compile(rf"(?<![{known}])(?P<letters>[{known}]{{2,5}})(?P<count>[两二三四五2-5])(?:{nouns})")


def find_letters(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add a place for each letter of as many as the count behind them says, and drop the run as a name."""
    new: list[Mention] = []
    for pattern in (
        _counted("places", "省|地|市|省市|省区|省份|港|省(?:[一二三四两]市|[一二三四两]区)"),
        _counted("countries", "国|方"),
    ):
        for match in pattern.finditer(lexis.folded):
            start, end = match.span("letters")
            count = _NUMBERS.get(match["count"]) or int(match["count"])
            if end - start == count:
                spans = (Span(at, at + 1) for at in range(start, end))
                new += [Mention(span, MentionType.PLACE, "gazetteer", score=0.8) for span in spans]
    new += [
        Mention(Span(*match.span("capital")), MentionType.PLACE, "gazetteer", value="北京", score=0.8)
        for match in _IN_CAPITAL.finditer(lexis.folded)
    ]
    within = {(found.span.start, found.span.end) for found in new}
    runs = [
        found
        for found in mentions
        if found.source == "model"
        and found.type in {MentionType.PLACE, MentionType.ORG, MentionType.PERSON}
        and (
            all((at, at + 1) in within for at in range(found.span.start, found.span.end))
            or ((found.span.start, found.span.start + 1) in within and len(found.span) == 2)  # 在|京会|见
        )
    ]
    return [found for found in mentions if found not in runs] + new
