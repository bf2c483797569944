"""Titles: 主任, 常务副会长, 首席经济学家 … one mention each, and names freed from those they swallowed."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kg.document import Span
from kg.gazetteer import TitleHit, gazetteer
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

#: What students have, and is named after them: 研究生|院院长, 研究生|处.
_OF_STUDENTS = ("院", "处", "部", "工作", "教育", "招生")
_HOLDERS = frozenset({MentionType.PERSON, MentionType.ORG, MentionType.PLACE})

_ROWS = ("、", "兼")
_VERBAL = frozenset({"v", "vn", "vd"})  # 领导, 代表: what is done, not who does it
_JOINING = frozenset("兼任")
#: The body of a place that a title may begin with: 市委|书记.
LOCAL_BODY = re.compile("(?:省|市|县|区|州|旗|镇|乡|自治区|地)(?:委|纪委|监委|政府|政协|人大|人大常委会)")
#: Parts of a title that no body is named by: 甲新区|党工委书记, 甲公司|大中华区总裁.
_TITLED = re.compile("党工委|工委|党组|党委|(?:大中华|中国|亚太|亚洲|全球)区")
#: What a title may begin with, which names of bodies swallow.
_RANKS = re.compile("创会|常务|名誉|荣誉|执行|首席|资深|高级|终身|行政")
#: What ties a title to who bears it, and what may stand before such a title.
_BORNE = re.compile("(?:均|分别)?[为是系]|由|：")
_CLAUSE_MARKS = frozenset("，。；、\n")
#: What stands between a title and the next of a row: 副院长、|审判委员会|委员、|审判员.
_IN_ROW = re.compile("[、兼](?:[一-龥]{2,8}[会厅处室部局院科办组委系所]|[省市县区]?(?:政协|人大))?")
#: 第六届|人大|代表.
_OF_TERM = re.compile(
    r"[一二三四五六七八九十][届、](?:全国|[省市县区])?(?:人大|政协|党代会|(?:人大|政协)常委会|[省市县区]委)\Z"
)
_INCUMBENT = ("现任", "时任", "首任")
_BEARER_WITHIN = 12
_NAME_LENGTH = 3
_SEATS = ("委员", "召集人")
#: A congress of a party or a union that sends somebody: 中共十九大|代表，.
_CONGRESS = re.compile("(?:[一二三四五六七八九十]大|党代会|代表大会|妇代会|团代会|工代会)$")
_DELEGATE = re.compile("代表(?=[，,、。；;）)\\s]|\\Z)")
_SERVES = frozenset(
    "任 担任 做 做过 当过 任过 任职 历任 现任 曾任 先后任 兼任 出任 当 当上 升任 先后担任 曾担任".split()
)
#: Titles of who rules the place named before: 纳瓦拉|王储.
RULERS = frozenset("国王 女王 王后 王储 皇帝 总统 首相 大公 公爵 总督".split())
_CONTINUED = frozenset("办制室府团级会席杯奖阁权职岗们村庄")
"""A title before one of these is part of another word (主任办公会, 主席团, 部长级)."""
#: And one before the rest of a unit that has a head of its own: 会计|结算部总经理.
_OF_UNIT = re.compile("[一-龥]{0,3}(?:部|处|科|室)(?:副|总|副总)?(?:经理|主任|部长|处长|科长|主管)")
#: What a body is of another, and what it is kept by: 理事|单位, 成员|高校, 某厅主管|的专科院校.
_OF_BODY = re.compile("(?:单位|院校|高校)|(?<=主管)的[^，。；]{0,12}?(?:院校|高校|学校|大学|学院|单位|机构)")
#: Offices keep schools and other bodies, and have nobody with that title: 由某省教育厅|主管.
_KEEPERS = ("厅", "局", "政府", "国务院", "教育部", "总局", "委员会")
#: Bodies are members of these, not people.
_ALLIED = ("联盟", "共同体", "协作体", "联合体")
#: So is one before a number and one of these: 秘书|一处.
_NUMBERED = re.compile("[一二三四五六七八九十]{1,2}[处科室]")


def find_titles(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the titles of the text, and cut them off the names that have swallowed one.

    A title begins where a word or behind where a name ends, or inside a name that ends with it; it ends where
    a word ends or a person's name begins (LAC makes one word of 市长林某作). A weak one (代表, 老师) needs a
    name at its side.
    """
    text = lexis.folded
    named = [found for found in mentions if found.type in _HOLDERS]
    starts = lexis.starts | {found.span.end for found in named}
    ends = lexis.ends | {found.span.start for found in named if found.type is MentionType.PERSON}
    holders = {at: found for found in named for at in range(found.span.start, found.span.end)}
    titles: list[Mention] = []
    realms: list[Mention] = []
    cuts: dict[Mention, Span] = {}
    for hit in gazetteer().titles(text):
        beside = holders.get(hit.start - 1)
        of_body = (
            beside is not None and beside.type is MentionType.ORG and text[hit.end : hit.end + 1] in _ROWS
        )
        start, end = _title_start(lexis, hit, starts, of_body=of_body), hit.end
        if start is None or _is_in_name(lexis, hit):
            continue
        holder = holders.get(start) or holders.get(end - 1)
        if holder is not None:
            fit = _fit(lexis, holder, cuts.get(holder, holder.span), Span(start, end), hit.head)
            if fit is None:
                continue
            start = fit.start
            if fit.left is not None:
                cuts[holder] = fit.left
            if fit.realm is not None:
                realms.append(Mention(fit.realm, MentionType.PLACE, "pattern", score=0.7))
        elif start not in starts or end not in ends:
            start = _word_start(lexis, hit)
            if start < 0:
                continue
        in_row = bool(titles) and _IN_ROW.fullmatch(text, titles[-1].span.end, start) is not None
        if hit.weak and not (in_row or _is_borne(lexis, Span(start, end), holders)):
            continue
        score = 0.6 if hit.weak else 0.9
        titles.append(Mention(Span(start, end), MentionType.TITLE, "gazetteer", score=score))
    kept = [replace(found, span=_bare(text, cuts[found])) if found in cuts else found for found in mentions]
    return [found for found in kept if len(found.span)] + realms + titles


def _bare(text: str, span: Span) -> Span:
    """Return a span without the blanks at its end: 海棠 |CFO."""
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _is_in_name(lexis: Lexis, hit: TitleHit) -> bool:
    """Tell whether a firm or a country is known by a name that ends like a title: 特变|电工, 南|苏丹."""
    longer = (known.entry for known in lexis.known_to.get(hit.end, ()) if known.start < hit.start)
    return any(entry.sure and entry.type in _HOLDERS for entry in longer)


def _title_start(lexis: Lexis, hit: TitleHit, starts: Collection[int], *, of_body: bool) -> int | None:
    """Return where a title begins behind 兼 and 任; ``None`` where it is part of a word, or what is done.

    ``of_body`` tells that a body is named before it and that a row goes on behind: 国务院|参事|、.
    """
    text, start = lexis.folded, hit.start
    while text[start] in _JOINING and start < hit.head:
        start += 1
    if text[hit.end : hit.end + 1] in _CONTINUED and hit.end not in starts:
        return None
    of_students = text[hit.end - 1] == "生" and text.startswith(_OF_STUDENTS, hit.end)
    allied = text.startswith("成员", start) and text.endswith(_ALLIED, 0, start)
    of_body_itself = allied or _OF_BODY.match(text, hit.end)
    keeps = text.startswith("主管", start) and text.endswith(_KEEPERS, 0, start)
    if (
        of_students
        or keeps
        or of_body_itself
        or _NUMBERED.match(text, hit.end)
        or _OF_UNIT.match(text, hit.end)
    ):
        return None
    word = lexis.words[lexis.at[start]]
    verbal = word.tag in _VERBAL and (word.start, word.end) == (start, hit.end)
    return None if verbal and not of_body else start


@dataclass(frozen=True, slots=True)
class _Fit:
    """Where a title begins in or behind a name that it touches, and what is ``left`` of the name, if less.

    ``realm`` is the place of a ruler's title inside a person's name: 瑞典|国王|古斯塔夫.
    """

    start: int
    left: Span | None = None
    realm: Span | None = None


def _fit(lexis: Lexis, holder: Mention, name: Span, title: Span, head: int) -> _Fit | None:
    """Return how a title stands to the name that it touches, ``None`` where it is part of the name."""
    text, (start, end) = lexis.folded, (title.start, title.end)
    if _is_whole_name(text, holder, title):
        return None
    if name.start < start and end == name.end:
        return _Fit(start, Span(name.start, start))
    if name.start == start and end < name.end:
        return _Fit(start, Span(end, name.end))
    if title.contains(name):
        return _Fit(start, Span(end, end))
    if name.start < start < name.end <= head and _RANKS.fullmatch(text, start, name.end):
        return _Fit(start, Span(name.start, start))  # 甲学会|创会常务理事
    if start < name.start < end < name.end and holder.type is MentionType.PERSON:
        return _Fit(start, Span(end, name.end))  # 行政长|官林某某
    if gazetteer().is_country(text[name.start : start]) and text.endswith("部长", start, end):
        return _Fit(start, Span(name.start, start))  # 挪威卫生|部长
    if start < name.end <= head:
        return _Fit(name.end)  # 市纪委|书记: the body is named, the title goes on behind it
    if name.start < start and _TITLED.fullmatch(text, start, name.end):
        return _Fit(start, Span(name.start, start))
    if start < name.end < end and _is_title(text[name.end : end]):
        return _Fit(name.end)  # 甲证券|分析师: what the longer title begins with is the end of the name
    if name.start < start and end < name.end and _is_of_realm(lexis, holder, start, end):
        return _Fit(start, Span(end, name.end), Span(name.start, start))
    return None if name.overlaps(title) else _Fit(start)


def _is_whole_name(text: str, holder: Mention, title: Span) -> bool:
    """Tell whether a title is the beginning of a name of three characters: 连长|胜, 王子|初 is one person."""
    name = holder.span.of(text)
    opens = holder.span.start == title.start and len(name) == _NAME_LENGTH and name[1] in "长子"
    return (
        opens
        and holder.type is MentionType.PERSON
        and len(title) == _NAME_LENGTH - 1
        and name[0] in gazetteer().surnames
    )


def _is_borne(lexis: Lexis, title: Span, holders: Mapping[int, Mention]) -> bool:
    """Tell whether something beside a word that is a title only then says that somebody bears it."""
    text, start = lexis.folded, title.start
    beside = start - 1 in holders or title.end in holders
    person = holders.get(start - 2) if start > 1 and text[start - 1] == "为" else None
    named = person is not None and person.type is MentionType.PERSON  # 某某|为|主任
    sits = text.endswith(("委员会", "全委会"), 0, start) and text.endswith(
        _SEATS, start, title.end
    )  # 提名委员会|委员
    sent = _DELEGATE.match(text, start) is not None and _CONGRESS.search(text, max(start - 5, 0), start)
    of_term = _OF_TERM.search(text, max(start - 12, 0), start) is not None
    told = _serves(lexis, start) or _is_told_of(text, start, title.end, holders)
    return beside or named or sits or bool(sent) or of_term or told


def _is_of_realm(lexis: Lexis, holder: Mention, start: int, end: int) -> bool:
    """Tell whether a person's name begins with the place where the office is held that stands in it."""
    if holder.type is not MentionType.PERSON:
        return False
    head = lexis.folded[holder.span.start : start]
    foreign = all(char in gazetteer().foreign_name_characters for char in head)
    known = any(entry.type is MentionType.PLACE and entry.sure for entry in gazetteer().lookup(head))
    return known or (foreign and len(head) > 1 and lexis.folded[start:end] in RULERS)


def _serves(lexis: Lexis, start: int) -> bool:
    """Tell whether the word before a title says that somebody holds it: 任|主任, 当|钳工."""
    start -= lexis.folded.endswith("过", 0, start)  # 当|过|教师
    word = lexis.words[lexis.at[start - 1]] if start else None
    return word is not None and lexis.folded[word.start : word.end] in _SERVES


def _is_told_of(text: str, start: int, end: int, holders: Mapping[int, Mention]) -> bool:
    """Tell whether a title opens a clause that names who bears it: ，主任|为中国科学院院士周望舒."""
    told = _BORNE.match(text, end)
    if told is None or (
        start and text[start - 1] not in _CLAUSE_MARKS and not text.endswith(_INCUMBENT, 0, start)
    ):
        return False
    near = (holders.get(at) for at in range(told.end(), min(told.end() + _BEARER_WITHIN, len(text))))
    return any(found is not None and found.type is MentionType.PERSON for found in near)


def _word_start(lexis: Lexis, hit: TitleHit) -> int:
    """Return the first place where a word starts and a title still begins, -1 where there is none."""
    if hit.end not in lexis.ends:
        return -1
    if lexis.folded.endswith("委员会", 0, hit.start):
        return hit.start  # 委员会候补|委员
    word = lexis.words[lexis.at[hit.start]]
    if word.end == hit.end and LOCAL_BODY.fullmatch(lexis.folded, word.start, hit.start):
        return word.start  # 市委书记 is one word of LAC's
    for at in range(hit.start, hit.end - 1):
        if at in lexis.starts and (at <= hit.head or _is_title(lexis.folded[at : hit.end])):
            return at
    return -1


def _is_title(words: str) -> bool:
    """Tell whether the end of a longer title is one by itself: 书记 in 市纪委|书记."""
    return any(hit.start == 0 and hit.end == len(words) for hit in gazetteer().titles(words))
