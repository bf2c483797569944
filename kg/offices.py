"""An organisation and its titles as one chunk, and posts in a row: what :mod:`kg.posts` reads later."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.chunk import NOMINAL, Chunk, Member, Post
from kg.context_cues import Cues, endings
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.titles import LOCAL_BODY
from kg.model import Entity, MentionType
from kg.rows import EMPLOYERS, INTRODUCES, is_profession, share_holder
from kg.spans import MentionIndex

_IN_CHINA = re.compile("中国(?!区)")
#: What the name of a part of a body ends in, for sure.
_PART = re.compile(
    r"..(?:学院|研究院|研究所|事业部|委员会|办公室|营业部|工作室|实验室|教研室|研究室|[一-龥]司|[一-龥]局|中心|系|分行|支行|分公司)$|"
    r"届(?:人大|政协)$|[一-龥]{2}(?<!高级)(?<!各大)(?:部|处|系)$|"
    r"[一-龥](?<![本专学全理文百])科$|[一-龥]{2}(?:车间|分厂|病区|调度室|检验室|门诊部)$"
)
#: Offices that no part of a firm has.
WHOLE_OFFICE = re.compile(
    r"(?:执行|常务|高级|独立|非独立|非执行)?(?:副?董事长|董事|副?总裁|(?:副|总)(?:经理|工程师|会计师|经济师)|副总(?:经理|工程师|会计师|经济师)|监事|"
    r"董事会秘书|财务(?:总监|负责人)|首席[一-龥]{1,4}官|副?行长|副?厂长|副?矿长|副?校长|副?院长|监事会主席)"
)
#: What the name of a unit ends in.
UNIT = re.compile(
    r"(?:院|部|局|委|会|所|室|中心|处|办|科|系|厅|司|政协|人大|政府|公司|研究组|团队|支部|工会|党组)$"
)
#: What one is at a school or an institute, and on no committee of it.
_TEACHES = ("导师", "教授", "研究员", "讲师")
#: Before an office of the whole school in a row.
_WHOLE_SCHOOL = frozenset({"校", "学校"})
#: An institute that many universities have, and what they are called.
_OF_FIELD = re.compile(
    "[一-龥]{1,6}(?:学|科学|技术|工程|经济|历史|文化|教育|法律|政治|材料|能源|信息)研究[所院室]"
)
_UNIVERSITY = re.compile("(?:大学|学院)$")
_OF_FACULTY = re.compile("(?:系|学院)(?:副|党|主|书)")
#: What only a part of a body ends in.
_DEPARTMENTS = ("委员会", "部", "办公室", "处", "教研室", "研究室")
#: Names of organisations that every city, school or company has one of.
RELATIVE = re.compile(
    r"[省市县区州旗]委(?:组织部|宣传部|统战部|政法委|办公[室厅]|政研室|党校|网信办|编办|巡察办|老干部局)|"
    r"(?:[省市县区州旗]|自治区)?(?:委|政府|政协|人大常委会|人大|纪委|监委|管委会|管委|党工委|工委|公安局|财政局|教育局|公安厅|法院|检察院|"
    r"[一-龥]{1,6}(?:(?<!科)学院|学系)|[一-龥]{2,7}(?<!公)司|研究生院|研究院|研究所|办公[室厅]|秘书处|理事会|全委会|投委会|投决会|专委会|主席团|人武部|武装部|"
    r"(?:董事会)?[一-龥]{1,6}(?:办公室|委员会|事业部|管理处|党委|团委|科)|"
    r"(?:国际|市场|财务)?(?:审计|财务|市场|销售|合规|信贷|业务|研究|组织|宣传|统战|人事|人力资源|法务|法律|技术|工程|"
    r"生产|投资|投行|资管|采购|运营|品牌|公关|信息|发展|战略|规划|教务|后勤|编辑|新闻|政治)部)"
)
#: What may stand between a body and a title and is part of neither.
_PRESENT = frozenset({"的", "现任", "新任", "新晋", "现"})
_WORDS_OF_PART = NOMINAL | {"a", "b", "m", "LOC", "ORG"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a body that common words name (甲银行计划财务部), and the body."""

    entity: Entity
    whole: Entity
    span: Span


#: What the name of a body of a place may begin with, where the place is not said.
_LOCAL = frozenset({"市", "县", "省", "区", "州", "旗"})
_LONGEST_EPITHET = 3
#: What somebody is among those of a trade, and how many words tell of which.
_TRADE = re.compile("(?:专家|学家|教育家|活动家|党派人士|党员|先驱|奠基人|开拓者)$")
_LONGEST_TRADE = 9
#: Groups that are bodies as well.
_LEAGUES = ("联合体", "联盟", "共同体")
_LONGEST_LABEL = 3
#: A body of a township whose name no table has.
_OF_TOWNSHIP = re.compile("[一-龥]{2,}[镇乡村](?:党委|党总支|政府|人大)")
_LONGEST_UNREAD = 5
#: How the name of a body ends that has swallowed what somebody is in it: 甲社优秀社员.
_CALLED = ("员", "者", "人", "家")
#: What a firm makes known of who has an office there: 甲银行|公告|董事长某某辞任.
_TOLD = frozenset({"公告", "通报", "消息", "新闻"})
#: What may stand behind the last office of a row.
_ROW_ENDS = frozenset(
    {"等", "等职", "等职务", "职务", "一职", "职", "的", "兼", "和", "及", "兼任", "以及", "至今"}
)
#: Parts of a firm that have chiefs of their own.
_OWN_FIRMS = ("公司", "分行", "支行", "事业部", "分厂", "营业部")
#: What opens the field of somebody's second office.
_IN_CHARGE = frozenset({"负责", "分管", "主管", "主持"})
_LONGEST_CHARGE = 8
#: Of which age somebody's works are.
_ERAS = frozenset({"当代", "现代", "近代", "近现代", "现当代"})
#: Who heads one of a firm's businesses, in the firm.
_OF_BUSINESS = re.compile(
    "(?:业务|板块|条线|产品线|事业|BU|BG) ?(?:联席|执行|副|首席)?(?:总裁|总经理|CEO|负责人|总监|执行官)$"
)
_NTH = re.compile("第?[0-9一二三四五六七八九十百]+[任届]")
_NTHS = re.compile("第?[0-9一二三四五六七八九十百]+[任届]?")


@dataclass(frozen=True, slots=True)
class _Employer:
    """Who posts are held with: the bodies, if named, and the ``unit`` in them that common words name.

    ``label`` is where words between the body and the title begin, that belong to either.
    """

    holders: tuple[Member | None, ...]
    former: bool
    unit: Span | None = None
    label: int | None = None


class TitleJoiner:
    """Joins the titles of one document to their organisations, and keeps the parts of these that it makes."""

    def __init__(
        self,
        text: str,
        cues: Cues,
        mentions: MentionIndex,
        make: Callable[[str, MentionType, Span], Entity],
    ) -> None:
        """Prepare for one document; ``make`` makes the entity of a part that only its title tells of."""
        self.text = text
        self.cues = cues
        self.mentions = mentions
        self.make = make
        self.former = cues.clause["former_post"]
        self.professions = endings(cues.title["profession"])
        self.parts: dict[str, Part] = {}

    def join(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Join an organisation with the titles behind it, and posts in a row."""
        last = max((k for k, chunk in enumerate(chunks) if chunk.kind == "TITLE"), default=-1)
        out: list[Chunk] = []
        i = 0
        while i <= last:
            in_row = i > 0 and chunks[i - 1].text in self.cues.title["told_in_row"]
            post, j = self._post(chunks, i, each=in_row)
            if post is None:
                out.append(chunks[i])
                i += 1
                continue
            # 该|区管委会主任, 第31任|美国总统
            this = bool(out) and (out[-1].text == "该" or _NTH.fullmatch(out[-1].text) is not None)
            posts, start = list(post), (out.pop() if this else chunks[i]).span.start
            congress = posts[0].holder is not None and posts[0].holder.entity.type is MentionType.EVENT
            this = this or (congress and _NTH.match(chunks[i].text) is not None)  # 第六、|第七届甲大会代表
            while this and len(out) > 1 and out[-1].text == "、" and _NTHS.fullmatch(out[-2].text):
                start = out[-2].span.start  # 第八、九、|十届|全国人大代表
                del out[-2:]
            if this and out and out[-1].kind in {"ORG", "PARK", "PLACE"} and len(out[-1].members) == 1:
                body = out[-1].members[0]
                if posts[0].holder is None and not body.anaphor:
                    posts, start = [replace(p, holder=body) for p in posts], out.pop().span.start
            in_row = in_row or self._of_kin(chunks, i)
            opens = not in_row and not any(c.kind == "PERSON" for c in chunks[:i])
            opens = opens and (i == 0 or chunks[i - 1].kind == "P")
            behind_name = i > 1 and chunks[i - 1].kind == "PERSON" and chunks[i - 2].kind in INTRODUCES
            while j + 1 < len(chunks) and chunks[j].text in {"、", "兼", "和", "及", "，", "以及", "兼任"}:
                more, k = self._next(chunks, j + 1)
                leads = opens and self._leads(chunks, j)
                if more is None and in_row:
                    k = self._unread_in_row(chunks, j + 1)
                    more = list(chunks[k - 1].posts[1:])  # 历任甲局处长、|分厂|厂长、副局长
                elif more is None and leads:
                    more, k = [], _unread_item(chunks, j + 1)
                goes_on = chunks[j].text != "，" or (
                    _closes(chunks, k) if in_row else leads or _person_follows(chunks, k)
                )
                if behind_name and _person_follows(chunks, k):
                    break  # 甲集团总监某某|副总裁|、|乙公司总经理|某某
                if more is None or k == j + 1 or not goes_on:
                    break
                posts.extend(self._within(posts, more))
                j = k
            span = Span(start, chunks[j - 1].span.end)
            held = share_holder(posts, self.professions)
            out.append(Chunk(span, "POST", span.of(self.text), posts=self._held_above(held)))
            i = j
        return [*out, *chunks[i:]]

    def _within(self, posts: Sequence[Post], more: Sequence[Post]) -> list[Post]:
        """Return the next posts of a row, an institute as the university's: 校长、|数学研究所|所长."""
        holder = next((post.holder for post in reversed(posts) if post.holder is not None), None)
        if holder is None or not _UNIVERSITY.search(holder.entity.name):
            return list(more)
        named = (post.holder if post.holder is not None else None for post in more)
        inner = (h is not None and _OF_FIELD.fullmatch(h.span.of(self.text)) is not None for h in named)
        whole = Member(holder.entity, holder.span, holder.anaphor)
        return [
            replace(post, holder=whole, unit=post.holder.span) if within and post.holder is not None else post
            for post, within in zip(more, inner, strict=True)
        ]

    def _next(self, chunks: Sequence[Chunk], j: int) -> tuple[list[Post] | None, int]:
        """Return the posts of the next item of a row; none of a trade's (甲院教授、|钢铁行业|顾问|某某)."""
        if chunks[j].text in _IN_CHARGE:  # 首席经济学家兼|负责|农村|贷款|的|副行长
            near = range(j + 1, min(j + _LONGEST_CHARGE, len(chunks) - 1))
            j = next((k + 1 for k in near if chunks[k].text == "的"), j)
        if chunks[j].text in _WHOLE_SCHOOL and j + 1 < len(chunks) and chunks[j + 1].kind == "TITLE":
            j += 1  # 甲学院院长、|校|党委常委
        posts, k = self._post(chunks, _behind_terms(chunks, j))
        if posts is not None:
            return posts, k
        if (trade := _trade_end(chunks, j)) > j:
            return [], trade
        k += k + 1 < len(chunks) and chunks[k].kind == "PLACE" and _in_epithet(chunks[k + 1])
        while k < len(chunks) and k - j < _LONGEST_EPITHET and _in_epithet(chunks[k]):
            k += 1  # 著名|法学家, 浙江|当代|著名|作家
        if k == len(chunks) or chunks[k].kind != "TITLE" or not _person_follows(chunks, k + 1):
            return None, j
        label = Span(chunks[j].span.start, chunks[k].posts[0].span.end)
        if k > j and _OF_BUSINESS.search(label.of(self.text)):  # 甲集团副总裁、|汽车业务|总裁
            return [Post(None, label.of(self.text), label), *chunks[k].posts[1:]], k + 1
        plain = all(chunk.tag in {"a", "b", "ad"} for chunk in chunks[j:k])  # 著名|法学家
        return list(chunks[k].posts) if plain else [], k + 1

    def _unread_in_row(self, chunks: Sequence[Chunk], j: int) -> int:
        """Return where an unread item of a row behind 历任 ends, before one that is read; or ``j``."""
        end = _unread_end(chunks, j)
        if end > j:
            return end
        k = _unread_item(chunks, j)
        more = self._next(chunks, k + 1)[0] if k > j and k + 1 < len(chunks) else None
        return k if more else j

    def _leads(self, chunks: Sequence[Chunk], j: int) -> bool:
        """Tell whether a row goes on from the mark at ``j`` to who bears it: 甲院院士，乙校教授|某某."""
        while j + 1 < len(chunks) and chunks[j].text in {"，", "、"}:
            more, k = self._next(chunks, j + 1)
            k = _unread_item(chunks, j + 1) if more is None else k
            if k == j + 1:
                return False
            if more and _person_follows(chunks, k):
                return True
            j = k
        return False

    def _of_kin(self, chunks: Sequence[Chunk], i: int) -> bool:
        """Tell whether the firm at ``i`` is another's kin, behind a verb: 调任|控股股东|甲公司."""
        return i > 1 and chunks[i - 1].text in self.cues.speech["holder"] and chunks[i - 2].tag == "v"

    def _post(self, chunks: Sequence[Chunk], i: int, *, each: bool = False) -> tuple[list[Post] | None, int]:
        """Return the posts that begin at ``i`` and where they end; ``None`` where none do.

        Of listed bodies the last has the posts, or ``each``: 历任|甲大学、乙大学|教授.
        """
        behind_person = i > 0 and chunks[i - 1].kind == "PERSON"
        former = chunks[i].text in self.former and i + 1 < len(chunks) and not behind_person
        start = i + former
        employer, j = self._employer(chunks, start, former=former, each=each or _heads_both(chunks, start))
        if j >= len(chunks) or chunks[j].kind != "TITLE":
            return None, start
        employer, titles = self._labelled(employer, chunks[j].posts)
        unit = employer.unit
        inner = unit is not None and unit.of(self.text).endswith(_DEPARTMENTS)
        posts = []
        for holder in employer.holders:
            for k, title in enumerate(titles):
                own = None if k and is_profession(title.title, self.professions) else holder
                # 审计委员会委员及|行长, 委员会主任、|博士生导师, 教研室主任、|系副主任
                found = WHOLE_OFFICE.fullmatch(title.title) or _OF_FACULTY.match(title.title)
                whole = k > 0 and inner and (found is not None or title.title.endswith(_TEACHES))
                posts.append(replace(title, holder=own, former=employer.former, unit=None if whole else unit))
        return posts, j + 1

    def _employer(
        self, chunks: Sequence[Chunk], i: int, *, former: bool, each: bool
    ) -> tuple[_Employer, int]:
        """Return who the posts are held with that begin at ``i``, and where their titles do."""
        unit_end = self._unit_end(chunks, i)
        if unit_end > i:
            unit = Span(chunks[i].span.start, chunks[unit_end - 1].span.end)
            return _Employer((None,), former, unit), unit_end
        body = chunks[i].kind in EMPLOYERS or (
            chunks[i].kind == "GROUP" and chunks[i].text.endswith(_LEAGUES)
        )
        if not body or not chunks[i].members or chunks[i].head:
            return _Employer((None,), former), i
        last = chunks[i].members[-1]
        summed = chunks[i].span.end > last.span.end  # 甲、乙两家上市公司|独立董事
        holders = (last,) if chunks[i].listed and not summed and not each else chunks[i].members
        j = i + 1
        if j < len(chunks) and (chunks[j].text in self.former or chunks[j].text in _PRESENT):
            former, j = former or chunks[j].text in self.former, j + 1
        k = j
        while k < len(chunks) and k - j < _LONGEST_LABEL and _in_label(chunks[k]):
            k += 1
        if k == j or k == len(chunks) or chunks[k].kind != "TITLE":
            return _Employer(holders, former), j
        if k == j + 1 and LOCAL_BODY.fullmatch(chunks[j].text):
            return _Employer(holders, former, chunks[j].span), k  # 某区的|市人大|代表
        return _Employer(holders, former, label=chunks[j].span.start), k

    def _labelled(self, employer: _Employer, titles: tuple[Post, ...]) -> tuple[_Employer, tuple[Post, ...]]:
        """Return employer and titles with the words between them given to one of them."""
        holders, label, former = employer.holders, employer.label, employer.former
        if label is None:
            return employer, titles
        first = titles[0].span
        if holders[0] is not None and _IN_CHINA.match(self.text, label):
            holders, label = (self._in_china(holders[0], label),), label + 2
        part = Span(label, first.start)
        if label == first.start:
            return replace(employer, holders=holders), titles
        if holders[0] is not None and _PART.search(part.of(self.text)):
            return replace(employer, holders=tuple(self.part(h, part) for h in holders if h)), titles
        if self.text[label] in "原前" and first.start > label + 1:
            former, label = True, label + 1
            if LOCAL_BODY.fullmatch(self.text, label, first.start):  # 甲市|原市委|副书记
                return replace(employer, former=True, unit=Span(label, first.start)), titles
        span = Span(label, first.end)
        titles = (Post(None, span.of(self.text), span), *titles[1:])
        return replace(employer, holders=holders, former=former), titles

    def _held_above(self, posts: Sequence[Post]) -> tuple[Post, ...]:
        """Give an office of the whole firm to the firm: 甲公司财务部经理、财务总监."""
        out: list[Post] = []
        for post in posts:
            holder = post.holder
            part = self.parts.get(holder.entity.id) if holder is not None else None
            firm = part is not None and part.entity.name.endswith(_OWN_FIRMS)
            if part is not None and holder and out and not firm and WHOLE_OFFICE.fullmatch(post.title):
                post = replace(post, holder=Member(part.whole, holder.span, holder.anaphor))
            out.append(post)
        return tuple(out)

    def _in_china(self, firm: Member, start: int) -> Member:
        """Return the company that a firm has in China: 毕马威|中国|税务合伙人."""
        span = Span(firm.span.start, start + 2)
        return Member(self.make(span.of(self.text), MentionType.ORG, span), span)

    def part(self, whole: Member, part: Span) -> Member:
        """Return the part of a body that common words name: 甲银行|计划财务部|总经理, 该校|机械学院|院长."""
        span = Span(whole.span.start, part.end)
        name = whole.entity.name + part.of(self.text)
        made = self.make(name, MentionType.ORG, span)
        self.parts.setdefault(made.id, Part(made, whole.entity, span))
        return Member(made, span, whole.anaphor)

    def _unit_end(self, chunks: Sequence[Chunk], i: int) -> int:
        """Return where a unit named by a common word ends (研究生院|院长), or ``i`` if none begins here."""
        k = i
        if (chunks[k].kind == "ORG" and len(chunks[k].members) == 1 and self._is_unit(chunks[k])) or chunks[
            k
        ].text in {"附中", "附小"}:
            k += 1
        elif chunks[k].text == "附属" and k + 1 < len(chunks) and chunks[k + 1].kind == "ORG":
            k += 2  # 甲大学副校长兼|附属|第一医院|院长
        else:
            local = chunks[k].text in _LOCAL  # 市|招商|促进|中心
            tags, longest = (NOMINAL | {"v"}, 6) if local else (NOMINAL, 3)
            k += chunks[k].kind in {"INDUSTRY", "PRODUCT"}  # 会计|结算部|总经理, 棉花|良种|事业部
            while k < len(chunks) and k - i < longest and chunks[k].kind == "W" and chunks[k].tag in tags:
                k += 1
            if k == i or _NTH.fullmatch(chunks[i].text) or not UNIT.search(chunks[k - 1].text):
                return i
        return k if k < len(chunks) and chunks[k].kind == "TITLE" else i

    def _is_unit(self, chunk: Chunk) -> bool:
        """Tell whether an organisation's name is a common word that needs the organisation it is part of."""
        known = any(entry.sure for entry in gazetteer().lookup(chunk.text))  # 中国科学院
        known = known or _OF_TOWNSHIP.fullmatch(chunk.text) is not None
        known = known or chunk.members[0].anaphor  # 研究院 that was named before
        return not known and not self.mentions.inside(chunk.span) and bool(RELATIVE.fullmatch(chunk.text))


def _behind_terms(chunks: Sequence[Chunk], j: int) -> int:
    """Return where an office of so many terms begins: 甲院院长、|第五|、|六届|乙协会主席."""
    k = j
    while k + 2 < len(chunks) and _NTHS.fullmatch(chunks[k].text) and chunks[k + 1].text == "、":
        k += 2
    return k + 1 if k + 1 < len(chunks) and _NTH.fullmatch(chunks[k].text) else j


def _in_label(chunk: Chunk) -> bool:
    """Tell whether a chunk can stand between a body and a title: 非银|首席, 大中华区|总裁."""
    if chunk.kind == "W":
        return chunk.tag in NOMINAL and chunk.text not in _TOLD
    return chunk.kind in {"PLACE", "INDUSTRY"} and not chunk.listed


def _in_epithet(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand before the title of somebody's trade: 知名, 钢铁行业."""
    if chunk.kind == "W":
        return chunk.tag in {"a", "b", "ad", "n", "vn", "nz"} or chunk.text in _ERAS
    return chunk.kind in {"INDUSTRY", "DOCUMENT", "EVENT", "POLICY", "PRODUCT"}


def _trade_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return where an item of a row ends that tells somebody's trade (设计及工艺专家), or ``start``."""
    for k in range(start, min(start + _LONGEST_TRADE, len(chunks) - 1)):
        if not (_in_epithet(chunks[k]) or chunks[k].text in {"及", "与", "和"}):
            return start
        if _TRADE.search(chunks[k].text) and (chunks[k + 1].text == "、" or chunks[k + 1].kind == "PERSON"):
            return k + 1
    return start


def _unread_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return where an item of a row ends that names an office nobody reads, or ``start``: 、|乡|党委书记."""
    k = start
    while k < len(chunks) and k - start < _LONGEST_EPITHET and chunks[k].kind in {"W", "TITLE"}:
        if chunks[k].kind == "TITLE":
            k += 1
            return k if k < len(chunks) and chunks[k].text in {"、", "，", "等"} else start
        if chunks[k].tag not in NOMINAL:
            break
        k += 1
    return start


def _heads_both(chunks: Sequence[Chunk], i: int) -> bool:
    """Tell whether two firms that open a clause have one head: 甲公司、乙公司|董事长|某某."""
    opens = i == 0 or chunks[i - 1].text in {"，", "；", "："}
    two = chunks[i].kind == "ORG" and len(chunks[i].members) == 2 and "、" in chunks[i].text
    if not (opens and two and i + 2 < len(chunks) and chunks[i + 1].kind == "TITLE"):
        return False
    titles = chunks[i + 1].posts
    return chunks[i + 2].kind == "PERSON" and all(WHOLE_OFFICE.fullmatch(t.title) for t in titles)


def _unread_item(chunks: Sequence[Chunk], start: int) -> int:
    """Return where an item of a row ends that nobody reads as an office, or ``start``: 甲党|优秀|骨干."""
    k = start + (chunks[start].kind in EMPLOYERS)
    while k < len(chunks) and k - start < _LONGEST_UNREAD and chunks[k].kind in {"W", "TITLE"}:
        if chunks[k].kind == "W" and chunks[k].tag not in _WORDS_OF_PART:
            break
        k += 1
    called = k > start + (chunks[start].kind in EMPLOYERS) or chunks[start].text.endswith(_CALLED)
    told = called and k < len(chunks)
    return k if told and chunks[k].text in {"、", "，"} else start


def _closes(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether a row may go on up to ``k``: 历任局长，乙公司经理|等职, not 转任代市长，原市长|已调离."""
    return k == len(chunks) or chunks[k].kind == "P" or chunks[k].text in _ROW_ENDS


def _person_follows(chunks: Sequence[Chunk], k: int) -> bool:
    return k < len(chunks) and chunks[k].kind == "PERSON"
