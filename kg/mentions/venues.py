"""Where somebody speaks, which is not who speaks: 微博 in 甲在其微博上宣布, 甲发布微博称, 甲微博宣布.

In: the mentions so far. Out: the same without the platforms that are only a place of speech. The firm behind
one keeps its name where it acts itself: 微博宣布裁员, 在微博任职.
"""

import re

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

_PLATFORM = (
    "(?:(?:新浪|腾讯)?微博|博客|微头条|今日头条|推特|脸书|朋友圈|(?:微信)?(?:公众号|朋友圈|视频号)|领英|小红书|知乎|抖音|快手"
    "|头条号|雪球|Twitter|Facebook|LinkedIn|Instagram|Telegram|Truth ?Social|X平台)"
)
_ACCOUNT = "(?:平台|账号|帐号|账户|主页)?"
#: What one does there: 在微博|上发文称, 在微博|再次回应.
_SPOKEN = (
    "(?:[上中里内](?![市线涨升海])|[也又还再]?次?(?:公开|分别|同时|联合|正式)?"
    "(?:发[文布帖声表言出]|表[示态]|宣布|称|透露|写道|回[应复]|说|晒|分享|转发|更新|撰文|辟谣|喊话|证实|否认|质疑|公布|公开|评论))"
)
_PLACE_OF_SPEECH = re.compile(
    f"(?:[在于经]|通过|利用|借助)(?:[其该他她]|个人|本人|自己|官方|公司|认证|实名|的|新浪|腾讯){{0,4}}"
    f"(?P<at>{_PLATFORM}){_ACCOUNT}(?={_SPOKEN})"
    f"|(?:[发更晒](?:布|表|出|了|文|新)?(?:一?[条则篇])?|转发|官方|个人|本人|认证|[其该]|公司)"
    f"(?P<sent>{_PLATFORM})(?=[^一-龥]|{_ACCOUNT}{_SPOKEN}|[,，])"
)
#: 甲|微博宣布: whose account it is stands right before.
_OWN = re.compile(f"(?P<own>(?:官方|个人)?{_PLATFORM}){_ACCOUNT}(?={_SPOKEN})")
_SPEAKERS = frozenset({MentionType.ORG, MentionType.PERSON})


def drop_venues(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without the platforms on which others speak."""
    venues = {Span(*match.span(match.lastgroup or 0)) for match in _PLACE_OF_SPEECH.finditer(lexis.folded)}
    ends = {m.span.end for m in mentions if m.type in _SPEAKERS}
    venues |= {Span(*m.span("own")) for m in _OWN.finditer(lexis.folded) if m.start("own") in ends}
    if not venues:
        return mentions
    over = {at: venue for venue in venues for at in range(venue.start, venue.end)}
    within = (over.get(m.span.start) for m in mentions)
    return [
        m
        for m, venue in zip(mentions, within, strict=True)
        if m.type not in _SPEAKERS or venue is None or not venue.contains(m.span)
    ]


def before_venue(lexis: Lexis, span: Span) -> Span:
    """Cut the platform that a speaker's name has swallowed: 某某|微博 before 宣布."""
    own = _OWN.search(lexis.folded, span.start + 2, span.end + 8)
    swallowed = own is not None and own.start() < span.end <= own.end("own")
    return Span(span.start, own.start()) if own is not None and swallowed else span
