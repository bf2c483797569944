"""Chunks that stand in a row joined or told of each other: places, titles, posts, people.

In: the chunks of a sentence. Out: the chunks, fewer or with more said of them. Pure functions, to which
neither the discourse nor the document is known.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.chunk import NOMINAL, Chunk, Member, Post
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions import CANDIDATE

CONJUNCTIONS = frozenset({"和", "与", "及", "以及", "暨", "跟", "同", "、"})
PLACES = frozenset({"PLACE", "ORG", "PARK", "FACILITY", "GROUP"})
EMPLOYERS = frozenset({"ORG", "PARK", "PLACE", "FACILITY", "EVENT"})
#: People of an age, and what may stand between them and it.
_PEOPLE = frozenset(
    {"人口", "人群", "老年人口", "常住人口", "老年人", "组人口", "年龄段人口", "劳动年龄人口"}
)
_AS_OLD = _PEOPLE | {"及以上", "以上", "以下", "及", "的", "组", "年龄组", "年龄段"}
#: What stands before how many there are of something.
_ALTOGETHER = frozenset({"共", "共有", "共计", "总计", "合计", "总数", "总共"})
#: Fields of work, and titles that take one.
_FIELDS = frozenset(
    (
        "研发 销售 市场 生产 技术 财务 人力资源 战略 运营 产品 投资 法务 合规 行政 采购 工程 质量 品牌 供应链"
    ).split()
)
_FIELD_TITLE = re.compile("总监|副?总裁|副?总经理|经理|副总|负责人|主管|总工程师")
_COUPLES = frozenset({"夫妇", "夫妻", "兄弟", "姐妹", "父子", "母子", "父女", "兄妹", "姐弟", "二人"})
_TITLE_JOINTS = frozenset({"、", "兼", "和", "及", "兼任", "暨"})


def without_courtesies(chunks: Sequence[Chunk], courtesies: frozenset[str]) -> list[Chunk]:
    """Take 先生 and 女士 into the person that they follow, and 夫妇 before two people away."""
    out: list[Chunk] = []
    for k, chunk in enumerate(chunks):
        if chunk.text in _COUPLES and 0 < k < len(chunks) - 1 and chunks[k + 1].kind == "PERSON":
            continue  # 创始人|夫妇|甲、乙
        if out and out[-1].kind == "PERSON" and chunk.kind in {"TITLE", "W"} and chunk.text in courtesies:
            out[-1] = replace(out[-1], span=Span(out[-1].span.start, chunk.span.end))
        else:
            out.append(chunk)
    return out


def with_counted_nouns(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Take a ware or a trade for the noun that it is where one has so many: 图书|共|23万册, 数据库|共|9种."""
    out = list(chunks)
    for k, (chunk, verb, number) in enumerate(zip(chunks, chunks[1:], chunks[2:], strict=False)):
        counts = number.count is not None and not number.count.is_money and number.count.unit != "%"
        if chunk.kind in {"PRODUCT", "INDUSTRY"} and verb.text in _ALTOGETHER and counts and not chunk.listed:
            out[k] = Chunk(chunk.span, "W", chunk.text, "n")
    return out


def with_age_groups(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """Take an age before 人口 or 占比 for the noun of those that old: 0-14岁|人口|占18%, 60岁|占比|20%."""
    out: list[Chunk] = []
    k = 0
    while k < len(chunks):
        end = k + 1
        count = chunks[k].count
        aged = count is not None and count.unit == "岁"
        while aged and end < len(chunks) and chunks[end].text in _AS_OLD:
            end += 1
        noun = aged and end > k + 1 and chunks[end - 1].text in _PEOPLE
        shared = end < len(chunks) and chunks[end].text.startswith("占")
        if noun or (aged and shared):
            span = Span(chunks[k].span.start, chunks[end - 1].span.end)
            if out and out[-1].text == "中":
                out[-1] = Chunk(out[-1].span, "P", "，")  # 年龄结构中|0-14岁|占比18%
            out.append(Chunk(span, "W", span.of(text), "n"))
        else:
            out.extend(chunks[k:end])
        k = end
    return out


def nested_places(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """Join 云南昆明 to one chunk that means the nearer place, 德国|Volocopter to one that means the firm.

    So does a title with the name that bears it: 国家历史文化名城荆州. 今浙江绍兴 is 浙江绍兴.
    """
    out: list[Chunk] = []
    for chunk in chunks:
        last = out[-1] if out else None
        if last is not None and last.text == "今" and chunk.kind == "PLACE" and chunk.members:
            out[-1] = replace(chunk, span=Span(last.span.start, chunk.span.end))
        elif (
            last is not None
            and last.kind == "PLACE"
            and (chunk.kind == "PLACE" or (chunk.kind == "ORG" and gazetteer().is_country(last.text)))
            and last.span.end == chunk.span.start
            and chunk.members
        ) or (last is not None and _is_epithet(last, chunk)):
            span = Span(last.span.start, chunk.span.end)
            out[-1] = replace(chunk, span=span, text=span.of(text))
        else:
            out.append(chunk)
    return out


def _is_epithet(title: Chunk, chunk: Chunk) -> bool:
    """Tell whether a title stands right before the name that bears it: 国家历史文化名城|荆州."""
    honour = title.kind == "POLICY" and title.mention is not None and title.mention.score < CANDIDATE
    return honour and chunk.kind in PLACES and bool(chunk.members) and title.span.end == chunk.span.start


def join_titles(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """Join titles in a row: 党组书记、局长."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        if chunks[i].kind != "TITLE":
            out.append(chunks[i])
            i += 1
            continue
        first = _with_field(chunks, i, text)
        if first is not None:
            out.pop()
        posts = [_title(first or chunks[i])]
        j = i + 1
        while j < len(chunks):
            if chunks[j].kind == "TITLE":
                posts.append(_title(chunks[j]))
                j += 1
            elif j + 1 < len(chunks) and chunks[j].text in _TITLE_JOINTS and chunks[j + 1].kind == "TITLE":
                j += 1
            else:
                break
        span = Span(posts[0].span.start, chunks[j - 1].span.end)
        out.append(Chunk(span, "TITLE", span.of(text), posts=tuple(posts)))
        i = j
    return out


def _with_field(chunks: Sequence[Chunk], i: int, text: str) -> Chunk | None:
    """Return the title at ``i`` with the field that stands before it: 研发|副总裁."""
    field = chunks[i - 1] if i else None
    if (
        field is None
        or field.kind != "W"
        or field.text not in _FIELDS
        or not _FIELD_TITLE.search(chunks[i].text)
    ):
        return None
    if i > 1 and chunks[i - 2].kind in EMPLOYERS:
        return None  # 甲公司|研发|副总裁: read with the firm
    span = Span(field.span.start, chunks[i].span.end)
    return replace(chunks[i], span=span, text=span.of(text))


def _title(chunk: Chunk) -> Post:
    joint = 0 if chunk.text.startswith("兼职") else len(chunk.text) - len(chunk.text.lstrip("兼"))
    return Post(None, chunk.text[joint:], Span(chunk.span.start + joint, chunk.span.end))


#: What those are who are not all named: 甲、乙等领导.
_SHARED = ("领导", "领导同志", "同志", "专家", "嘉宾", "负责人", "人", "代表", "专家学者", "院士", "高管")
_OFFICIAL = ("首席", "总", "特聘", "特邀", "高级")


def is_profession(title: str, professions: tuple[str, ...]) -> bool:
    """Tell whether a title is what somebody is anywhere (资深投资人) and no office (首席专家)."""
    return title.endswith(professions) and not title.startswith(_OFFICIAL)


def share_holder(posts: Sequence[Post], professions: tuple[str, ...]) -> tuple[Post, ...]:
    """Give a title without an organisation the organisation named before it.

    What is past of an office is so of one in a part of the body: 甲省原省委常委、|宣传部|部长.
    """
    out: list[Post] = []
    holder: Member | None = None
    former = False
    for post in posts:
        former = post.former or (former and post.holder is None and post.unit is not None)
        holder = post.holder or holder
        free = is_profession(post.title, professions)
        out.append(post if free else replace(post, holder=holder, former=former))
    return tuple(out)


def with_common_title(chunks: Sequence[Chunk], text: str) -> list[Chunk]:
    """Take the title that those of a list share into it: 甲、乙等|市领导|出席.

    A person behind it bears it alone (等|专家|丙).
    """
    out: list[Chunk] = []
    for k, chunk in enumerate(chunks):
        behind = chunks[k + 1].kind if k + 1 < len(chunks) else ""
        listed = out[-1] if out and out[-1].kind == "PERSON" else None
        shared = listed is not None and "等" in listed.text and chunk.text.endswith(_SHARED)
        if listed is not None and shared and chunk.kind in {"POST", "TITLE", "W"} and behind != "PERSON":
            span = Span(listed.span.start, chunk.span.end)
            out[-1] = replace(listed, span=span, text=span.of(text))
        else:
            out.append(chunk)
    return out


def rows_of_people(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Tell the people of a list of each other where posts stand between them: 甲局局长某某、乙行行长某某.

    Somebody named with his firm (甲公司及其董事长某某) is told of it.
    """
    out = list(chunks)
    people = [k for k, chunk in enumerate(out) if chunk.kind == "PERSON" and chunk.members]
    row: list[int] = []
    for k, following in zip_longest(people, people[1:]):
        row.append(k)
        if following is not None and _coordinates(out, k, following):
            continue
        if len(row) > 1:
            members = tuple(member for at in row for member in out[at].members)
            for at in row:
                out[at] = replace(out[at], row=members)
        row = []
    for k, chunk in enumerate(out[:-2]):
        told = out[k + 2].kind in {"POST", "TITLE"} or out[k + 2].text.endswith(_HOLDERS)
        posted = out[k + 1].text in _WITH and told
        allied = out[k + 1].text in {"及其", "和", "与"} and out[k + 2].text in _ALLIES
        posted = posted or _heads_officers(chunk, out[k + 1 : k + 3])
        bears = chunk.kind == "ORG" or (allied and chunk.kind == "PERSON")
        if bears and chunk.members and (posted or allied or out[k + 1].text == "及其"):
            j = next((j for j in range(k + 2, min(k + 7, len(out))) if not _describes(out[j])), k)
            held = (
                out[j] if out[j].kind == "ORG" and not allied and out[j - 1].text.endswith(_HOLDERS) else None
            )
            also = _person_behind(out, j) if held is not None else -1
            if held is not None and also > 0:  # 甲公司及其控股股东乙、实际控制人暨时任董事长某某
                whole = (*chunk.members, *held.members, *out[also].members)
                for at in (j, also):
                    out[at] = replace(out[at], row=whole)
                continue
            if (out[j].kind == "PERSON" or (allied and out[j].kind == "ORG")) and j > k + 2:
                together = out[j].row or out[j].members
                out = [
                    replace(c, row=(*chunk.members, *together))
                    if c is out[j] or (c.row and c.row == together)
                    else c
                    for c in out
                ]
    return out


def rows_of_parties(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Tell people and firms of one list of each other: 股东|某某、某某|、|甲公司及乙公司|减持.

    What each is may stand before it: 对|甲公司|、|控股股东|乙集团|、|实际控制人|某某|予以公开谴责.
    """
    out = list(chunks)
    k = 0
    while k < len(out):
        row = [k] if _is_party(out[k]) else []
        while row and (following := _next_party(out, row[-1])) > 0:
            row.append(following)
        if len(row) > 1:
            members = tuple(member for at in row for member in out[at].members)
            for at in row:
                out[at] = replace(out[at], row=members)
        k = row[-1] + 1 if row else k + 1
    return out


def _next_party(chunks: Sequence[Chunk], k: int) -> int:
    """Return where the next party of a list stands behind the one at ``k``, or -1."""
    if k + 2 >= len(chunks) or chunks[k + 1].text not in _LISTS:
        return -1
    at = k + 2 + (chunks[k + 2].text.endswith(_HOLDERS) and k + 3 < len(chunks))
    other_kind = chunks[at].kind != chunks[k].kind or at > k + 2
    return at if other_kind and _is_party(chunks[at]) else -1


#: What parts the members of a list; 与 may stand before whom one deals with.
_LISTS = frozenset({"、", "和", "及", "以及"})


def _is_party(chunk: Chunk) -> bool:
    """Tell whether a chunk is people or firms, named and told nothing else of."""
    named = chunk.kind in {"PERSON", "ORG"} and bool(chunk.members) and not chunk.row
    return named and not any(member.anaphor for member in chunk.members)


#: Who acts together with whom they are named behind.
_ALLIES = frozenset("一致行动人 配偶 妻子 丈夫 子女 全资子公司 控股子公司 子公司".split())
_HOLDERS = ("控股股东", "实际控制人")
_WITH = frozenset({"及", "和", "与", "以及"})


def _heads_officers(firm: Chunk, behind: Sequence[Chunk]) -> bool:
    """Tell whether a list goes on from a firm to who has offices in it: 甲公司|、|时任董事长|某某."""
    own = {None, *(member.entity.id for member in firm.members)}
    posts = behind[1].posts if firm.kind == "ORG" and behind[0].text == "、" else ()
    return bool(posts) and all((p.holder.entity.id if p.holder else None) in own for p in posts)


def _person_behind(chunks: Sequence[Chunk], j: int) -> int:
    """Return who follows behind 、 and what they are, in a row that goes on at ``j``, or -1."""
    if j + 2 >= len(chunks) or chunks[j + 1].text not in CONJUNCTIONS:
        return -1
    k = j + 2
    while k < min(j + 7, len(chunks)) and (_describes(chunks[k]) or chunks[k].text in CONJUNCTIONS):
        k += 1
    return k if k < len(chunks) and chunks[k].kind == "PERSON" and chunks[k].members else -1


def _describes(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand between 及其 and the person whom it describes: 实际控制人、董事长."""
    return (
        chunk.kind in {"POST", "TITLE"} or (chunk.kind == "W" and chunk.tag in NOMINAL) or chunk.text == "、"
    )


#: Marks between the people of a row who each have a post.
_BETWEEN = frozenset({"，", "；"})
#: Before the last of a row, behind a comma.
_LAST = frozenset({"以及", "和", "及"})
#: What stands before the leaders of a division of the country: 省|领导.
_OF_DIVISIONS = frozenset({"省", "市", "县", "区", "州", "旗"})


def _coordinates(chunks: Sequence[Chunk], first: int, second: int) -> bool:
    """Tell whether the chunks between two people join them: 、 and the second one's post.

    A comma does so too, where nothing is told of the first one: 甲公司董事长某某，财务总监某某出席.
    """
    at = _item_end(chunks, first)
    if chunks[at].text in _BETWEEN:
        start, following = _item_start(chunks, first), _next_start(chunks, at)
        only_named = start < first and (
            start == 0 or chunks[start - 1].boundary or chunks[start - 1].text == "、"
        )
        next_to = following == _item_start(chunks, second) < second
        return only_named and next_to and _goes_on(chunks, second)
    joint, told = chunks[first + 1], chunks[first + 2 : second]
    if not 1 <= len(told) <= 3 or not any(c.kind in {"POST", "TITLE"} or c.tag in NOMINAL for c in told):
        return False
    return joint.text in CONJUNCTIONS and all(_describes(c) and c.text != "、" for c in told)


#: What tells who somebody is that stands before the name, and, of a body alone, where.
INTRODUCES = frozenset({"POST", "TITLE", "ORG", "PARK", "FACILITY"})


def _item_start(chunks: Sequence[Chunk], person: int) -> int:
    """Return where begins what is told of a ``person`` before the name: 甲院院士、|乙大学|某某."""
    k = person
    while k and (chunks[k - 1].kind in INTRODUCES or (k < person and chunks[k - 1].text == "、")):
        k -= 1
    k += k < person and chunks[k].text == "、"
    divided = k and k < person and chunks[k - 1].text in _OF_DIVISIONS
    return k - 1 if divided else k


def _item_end(chunks: Sequence[Chunk], person: int) -> int:
    """Return where the chunks on a ``person`` end, whose title may stand behind the name: 某某|教授."""
    behind = person + 1 if person + 1 < len(chunks) else person
    return behind + (chunks[behind].kind in {"POST", "TITLE"} and behind + 1 < len(chunks))


def _next_start(chunks: Sequence[Chunk], mark: int) -> int:
    """Return where the next of a row begins behind the comma at ``mark``: ，|以及|丙董事长某某."""
    behind = mark + 1
    return behind + (behind < len(chunks) and chunks[behind].text in _LAST)


def _goes_on(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether something is told behind the person at ``k``, or the list goes on."""
    at = _item_end(chunks, k)
    if at > k and chunks[at].text in _BETWEEN:
        start = _next_start(chunks, at)
        person = next((j for j in range(start, min(start + 6, len(chunks))) if chunks[j].kind == "PERSON"), 0)
        if not person:
            return start > at + 1  # 某某，|及|课题组成员|参加会议
        return _item_start(chunks, person) == start < person and _goes_on(chunks, person)
    return at > k and chunks[at].text not in {"。", "："}
