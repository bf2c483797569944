"""Listed companies as the market writes them: *ST甲乙 and ST甲乙, ①甲股份：拟… in briefs, 证券简称：甲乙.

The models know neither the mark of special treatment nor a name that a circled number runs into.
"""

import re

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.letterhead import find_letterhead
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, overlaid
from kg.model import Mention, MentionType

#: The short name of a stock has at most eight bytes: behind *ST two characters, behind ST two or three.
_TREATED = re.compile(r"(?<![A-Za-z])(?P<mark>S?\*ST|S?ST)[ ]?(?=[一-龥]{2})")
#: ST甲乙|报收于2.64元: the third character tells a price.
_PRICED = re.compile(r"报(?:收|于|\d)")
_NUMBERED = re.compile(r"[①-⑳⑴-⒇]\s?(?P<name>[一-龥A-Za-z*]{2,8})(?=[：:])")
_HEAD = re.compile(
    r"^\s*(?:\d{1,2}[、.．]|（[一二三四五六七八九十\d]+）)?(?P<name>[一-龥A-Za-z*]{3,8})[：:](?="
    r"拟|子公司|全资子公司|控股子公司|控股股东|大股东|股东|实控人|实际控制人|预计|前三季度|上半年|[一二三四]季度|中标|终止|签订|公司|收到|"
    r"回购|筹划|净利|去年|近日|截至|获|[12]\d{3}年)",
    re.MULTILINE,
)
_SHORT, _LONG = 2, 3
#: A market that is called by its shares, where a firm goes there: 登陆A股, 在A股、港股(两地)上市.
_SHARES = "[ABH]股|港股|美股"
_GOES = re.compile(
    rf"(?:登陆|登录|回归|冲刺|转战|闯关|奔赴|奔向)(?P<to>{_SHARES})(?![票份东价权本])"
    rf"|(?:在|于|赴)(?P<row>(?:{_SHARES})(?:(?:市场|主板)?[、和与及](?:{_SHARES}))*)(?:市场|主板)?"
    r"(?:两地|三地|同时|先后|分别|成功|正式|首发|首次公开发行|整体|借壳)*(?:上市(?!公司|企业)|挂牌|IPO)"
)
_MARKET = re.compile(_SHARES)
_BOARDS = ("主板", "创业板")  # the gazetteer knows 港股主板


def find_listed(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the listed companies in the place of what the models saw of their names."""
    text = lexis.folded
    cover = Cover(mentions)
    spans: list[Span] = []
    for match in _TREATED.finditer(text):
        found = cover.at(match.end())
        whole = (
            found is not None and found.span.start >= match.start() and found.type is not MentionType.TITLE
        )
        end = found.span.end if found is not None and whole else _treated_end(lexis, match)
        spans.append(Span(match.start(), end))
    spans += [Span(*match.span("name")) for match in _NUMBERED.finditer(text)]
    spans += [Span(*match.span("name")) for match in _HEAD.finditer(text) if _is_firm(match["name"])]
    spans += _markets(text)
    head = find_letterhead(text)
    if head is not None:
        spans.append(head.name)
        mentions = [
            m
            for m in mentions
            if m.type not in NAMES or m.span == head.name or not head.span.overlaps(m.span)
        ]
    new = [
        Mention(span, MentionType.ORG, "pattern", score=0.8)
        for span in dict.fromkeys(spans)
        if not any(
            found.span == span and found.type is MentionType.ORG
            for found in cover.touching(span.start, span.end)
        )
    ]
    return overlaid(mentions, new)


def _markets(text: str) -> list[Span]:
    """Return the markets called by their shares that a firm goes to."""
    rows = (Span(*match.span("to" if match["to"] else "row")) for match in _GOES.finditer(text))
    found = (Span(*match.span()) for row in rows for match in _MARKET.finditer(text, row.start, row.end))
    return [span for span in found if not text.startswith(_BOARDS, span.end)]


def _treated_end(lexis: Lexis, mark: re.Match[str]) -> int:
    """Return where the short name behind a ``mark`` ends: with a word of two or three characters, if any."""
    short, long = mark.end() + _SHORT, mark.end() + _LONG
    longer = "*" not in mark["mark"] and short not in lexis.ends and long in lexis.ends
    return long if longer and not _PRICED.match(lexis.folded, short) else short


def _is_firm(name: str) -> bool:
    """Tell whether a name ends like a firm's."""
    return any(suffix.type is MentionType.ORG for suffix in gazetteer().suffix_of("·" + name))
