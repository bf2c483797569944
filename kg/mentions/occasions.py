"""Ceremonies and meetings named by whole clauses: 甲联盟迁入乙港授旗暨首航仪式|3日在丙举行.

Such a name holds verbs, at which the other finders stop. Where the frame says that something is held in a
place, all before it in the clause is its name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover, crosses
from kg.model import Mention, MentionType

_KINDS = (
    "仪式|大会|论坛|推介会|博览会|发布会|座谈会|研讨会|活动|峰会|年会|展览会|洽谈会|对接会|动员会|典礼|交易会|"
    "大赛|文化节|开幕式|推进会|交流会|签约会|说明会|调度会|工作会|工作会议|会议|现场会|培训会|联席会|部署会|启动会|"
    "培育会|宣讲会|恳谈会|汇报会|分析会|研判会|协调会|专题会|招商会|推荐会|见面会|通气会|吹风会|评审会|论证会|听证会|总结会|"
    "表彰会|誓师会|视频会|电视电话会|观摩会|路演|沙龙|专场|拉练|观摩活动"
)
_WHEN = "(?:(?:将|定|已)?于)?[0-9年月日上下午晚时今昨天近前至一二三四五六七八九十-]{0,24}"
_HELD = re.compile(
    f"(?:^|(?<=[，,。；;！？\\n)）　 ]))(?P<name>[^，,。；;！？：:\\n]{{5,50}}(?:{_KINDS}))"
    f"(?={_WHEN}(?:在[^，,。；\\n]{{2,25}}?)?(?:隆重|顺利|成功|如期|正式)?"
    "(?:举行|举办|召开|开幕|启幕|拉开帷幕|拉开序幕)(?!情况|程序|[和、]))"
)
#: What is held stands behind its verb too: 昨日召开的|甲产业发展及乙工作会议|上, 举行|丙集中开工暨丁投产仪式,
#: 举办|深化协作和承接产能转移对接会.
_HELD_BEFORE = re.compile(
    "(?:召开|举行|举办|参加|出席)(?:[的了](?![^，,。；;\\n]{0,3}[0-9一二三四五六七八九十两多数几][场次个项])"
    "|(?=[^，,。；;\\n的]{4,40}暨)|(?<=举办)(?=[^，,。；;\\n的]{2,30}(?:深化|承接|推进|推动|促进|加快|助力)))"
    f"(?P<name>[^，,。；;！？：:、“”\\n]{{5,50}}(?:{_KINDS}))"
    "(?=[上中，,。；;\\n]|$|期间|现场|取得|吸引|受到|圆满|落幕|开幕|闭幕)"
)
#: The same in quotation marks, whose name is all that they hold: “甲行业年会暨论坛”|在乙市召开.
_HELD_QUOTED = re.compile(
    f"“(?P<name>[^“”，。；！？\\n]{{5,50}}(?:{_KINDS}))”"
    f"(?={_WHEN}(?:在[^，,。；\\n]{{2,25}}?)?(?:隆重|顺利|成功|如期|正式)?(?:举行|举办|召开|开幕|启幕|拉开帷幕|拉开序幕))"
)
#: A clause with one of these tells more than a name.
_TELLS = frozenset(
    ("的 由 从 据 获悉 将 随着 作为 继 是 为期 主办 承办 出席 参加 举行 举办 召开 在 对 向 我 记者").split()
)
#: The line of a paper before its news: 甲社乙市11月23日电 （记者 某某）.
_DATELINE = re.compile("(?<=[日社网报])[电讯][ 　]*(?:[（(][^（()）]*[)）])?")
#: From when on, before the name of what began then: 自2004年|首届甲大会|召开以来.
_SINCE = re.compile(r"(?:自从?|从)(?:(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?)?")
#: What a ceremony is called once it has been named.
_BARE = frozenset(f"{kind}仪式" for kind in "签约 开工 启动 揭牌 开园 奠基 投产".split())
#: Whose it is, before the year that a name begins with.
_OURS = re.compile(
    "[我该][省市区县州](?=[12][0-9]{3}年|第?[一二三四1-4]季度|首[批届]|第[一二三四五六七八九十])"
)
#: What a meeting is about, before its name: 以“…”为主题的|甲大会.
_THEME = re.compile("以“[^“”]{2,40}”为主[题旨]的")
_YEAR = re.compile("[12][0-9]{3}年")
_DAYS = ("日，", "日上午，", "日下午，", "日晚，")
_WALLS = frozenset({MentionType.PERSON, MentionType.TITLE})
_GUESTS = frozenset("院士 企业家 科学家 专家 博士 校友 会长 市长 校长 院长 教师 医师 工程师".split())
"""Titles of whom meetings are held for: 国际院士论坛."""
_SHORTEST = 5
#: The other half of an occasion that is two: 甲大会[某赛区]|暨|首届“乙”大赛启动仪式.
_TWOFOLD = re.compile(
    f"暨(?P<other>[^，,。；;！？：:\\n]{{2,45}}?(?:{_KINDS}|决赛|预赛|赛事))"
    "(?=$|[，,。；;\\n 上中在于]|隆重|顺利|正式|圆满|成功"
    "|举行|举办|召开|开幕|启幕|启动(?!仪式)|拉开|今|昨|日前|[0-9])"
)
#: How many characters of what may stand between the halves.
_FAR = 14
_BETWEEN = re.compile(rf"[一-龥A-Za-z0-9（）()\[\]【】]{{0,{_FAR}}}")


def find_occasions(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Give what is held its whole name, where a part of it was found or nothing."""
    text = lexis.folded
    mentions = [_behind_ours(text, found) for found in mentions]
    cover: Cover | None = None
    new: list[Mention] = []
    for match in (*_HELD.finditer(text), *_HELD_BEFORE.finditer(text), *_HELD_QUOTED.finditer(text)):
        cover = cover or Cover(mentions)
        start, end = match.span("name")
        touched = cover.touching(start, end)
        start = _name_start(text, start, end - _SHORTEST, touched)
        least = end if match.re is _HELD_QUOTED else 0
        whole = any(
            found.type is MentionType.EVENT and found.span.start <= start and found.span.end >= least
            for found in touched
        )
        walled = any(
            found.type in _WALLS and found.span.start >= start and found.span.of(text) not in _GUESTS
            for found in touched
        )
        walled = walled or "简称" in text[start:end]  # 甲公司（以下简称“公司”）第三届董事会第五次会议
        words = lexis.words[lexis.at[start] : lexis.at[end - 1] + 1]
        tells = any(text[word.start : word.end] in _TELLS for word in words)
        if not whole and not walled and not tells and end - start >= _SHORTEST:
            new.append(Mention(Span(start, end), MentionType.EVENT, "pattern", score=0.6))
    new += _twofold(text, [*mentions, *new])
    names = Cover(new)
    new = [found for found in new if _is_outer(found, names.at(found.span.start))]
    kept = [
        found
        for found in mentions
        if not any(_gives_way(found, whole) for whole in names.touching(found.span.start, found.span.end))
    ]
    return kept + new


def drop_called_again(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Leave out a bare 开工仪式 behind the name of one, which it stands for (:mod:`kg.anaphora`)."""
    text = lexis.folded
    events = [found for found in mentions if found.type is MentionType.EVENT]
    bare = {found.span for found in events if found.span.of(text) in _BARE}
    ends = sorted(found.span.end for found in events if found.span not in bare)
    first = {kind: next((end for end in ends if text.endswith(kind, 0, end)), len(text)) for kind in _BARE}
    meant = {span for span in bare if first[span.of(text)] < span.start}
    return [found for found in mentions if found.type is not MentionType.EVENT or found.span not in meant]


def _behind_ours(text: str, found: Mention) -> Mention:
    """Return an occasion without whose it is: 我[市2022年甲仪式] is 2022年甲仪式."""
    at = found.span.start - 1
    ours = _OURS.match(text, at) if at >= 0 and found.type is MentionType.EVENT else None
    return found if ours is None else replace(found, span=Span(ours.end(), found.span.end))


def _name_start(text: str, start: int, end: int, touched: Sequence[Mention]) -> int:
    """Return where a name begins behind what precedes it: a date, the line of a paper, the theme."""
    for found in touched:
        dated = found.type is MentionType.DATE and found.span.start <= start < found.span.end
        if dated and not _of_a_year(text, found.span):
            start = found.span.end
    since = _SINCE.match(text, start, end)
    start = since.end() if since is not None else start
    for line in _DATELINE.finditer(text, start, end):
        start = line.end()
    theme = _THEME.match(text, start, end)
    start = theme.end() if theme is not None else start
    ours = _OURS.match(text, start, end)
    start = ours.end() if ours is not None else start  # 我市|2013年第一批项目开工仪式
    while text[start] in "　 ":
        start += 1
    return start


def _twofold(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the occasions that are two in one, of which one half was found: 甲大会|暨乙开园仪式."""
    events = [found for found in mentions if found.type is MentionType.EVENT]
    cover = Cover(events)
    ending = {found.span.end: found.span.start for found in events}
    whole: list[Mention] = []
    for match in _TWOFOLD.finditer(text) if events else ():
        at = match.start()
        ends = (end for end in range(max(at - _FAR, 0), at + 1) if end in ending)
        before = [ending[end] for end in ends if _BETWEEN.fullmatch(text, end, at)]
        inside = cover.at(at)
        if before and (inside is None or inside.span.start == at):
            whole.append(Mention(Span(max(before), match.end()), MentionType.EVENT, "pattern", score=0.7))
    return whole


def _is_outer(found: Mention, other: Mention | None) -> bool:
    """Tell whether no ``other`` holds what was found; of two that are the same the last is kept."""
    return found is other or other is None or not other.span.contains(found.span)


def _of_a_year(text: str, date: Span) -> bool:
    """Tell whether a date is the year that a name begins with, behind the day: 3月1日，2022年|某市动员会."""
    return _YEAR.fullmatch(date.of(text)) is not None and text.endswith(_DAYS, 0, date.start)


def _gives_way(found: Mention, whole: Mention) -> bool:
    """Tell whether a mention is no part of the name ``whole``: it crosses it, or is an occasion in it."""
    within = whole.span.contains(found.span)
    return crosses(found.span, whole.span) or (within and found.type is MentionType.EVENT)
