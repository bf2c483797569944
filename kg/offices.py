"""An organisation and its titles as one chunk, and posts in a row: what :mod:`kg.posts` reads later."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.chunk import NOMINAL, Chunk, Member, Post
from kg.context_cues import Cues
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.titles import LOCAL_BODY
from kg.model import Entity, MentionType
from kg.rows import EMPLOYERS, is_profession, share_holder
from kg.spans import MentionIndex

_IN_CHINA = re.compile("中国(?!区)")
#: What the name of a part of a body ends in, for sure.
_PART = re.compile(
    r"..(?:学院|研究院|研究所|事业部|委员会|办公室|营业部|工作室|实验室|[一-龥]司|[一-龥]局|中心|系|分行|支行|分公司)$|"
    r"[一-龥]{2}(?<!高级)(?<!各大)(?:部|处|系)$|"
    r"[一-龥](?<![本专学全理文百])科$|[一-龥]{2}(?:车间|分厂|病区|调度室|检验室|门诊部)$"
)
#: Offices that no part of a firm has.
WHOLE_OFFICE = re.compile(
    r"(?:执行|常务|高级|独立|非独立|非执行)?(?:副?董事长|董事|副?总裁|(?:副|总)(?:经理|工程师|会计师|经济师)|副总(?:经理|工程师|会计师|经济师)|监事|"
    r"董事会秘书|财务(?:总监|负责人)|首席[一-龥]{1,4}官|副?行长|副?厂长|副?矿长|副?校长|副?院长|监事会主席)"
)
#: What the name of a unit ends in.
UNIT = re.compile(
    r"(?:院|部|局|委|会|所|室|中心|处|办|科|系|厅|政协|人大|政府|公司|研究组|团队|支部|工会|党组)$"
)
#: Names of organisations that every city, school or company has one of.
RELATIVE = re.compile(
    r"(?:[省市县区州旗]|自治区)?(?:委|政府|政协|人大常委会|人大|纪委|管委会|党工委|工委|公安局|财政局|教育局|公安厅|法院|检察院|"
    r"[一-龥]{2,6}(?:学院|学系)|研究生院|研究院|研究所|[一-龥]{1,6}(?:办公室|委员会|事业部|管理处|党委|团委|科)|"
    r"(?:国际|市场|财务)?(?:审计|财务|市场|销售|合规|信贷|业务|研究|组织|宣传|统战|人事|人力资源|法务|法律|技术|工程|"
    r"生产|投资|投行|资管|采购|运营|品牌|公关|信息|发展|战略|规划|教务|后勤|编辑|新闻|政治)部)"
)
#: What may stand between a body and a title and is part of neither.
_PRESENT = frozenset({"的", "现任", "新任", "新晋", "现"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a body that common words name (甲银行计划财务部), and the body."""

    entity: Entity
    whole: Entity
    span: Span


#: What the name of a body of a place may begin with, where the place is not said.
_LOCAL = frozenset({"市", "县", "省", "区", "州", "旗"})
_LONGEST_EPITHET = 3
_NTH = re.compile("第[0-9一二三四五六七八九十百]+[任届]")


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
        self.professions = tuple(cues.title["profession"])
        self.parts: dict[str, Part] = {}

    def join(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Join an organisation with the titles behind it, and posts in a row."""
        out: list[Chunk] = []
        i = 0
        while i < len(chunks):
            post, j = self._post(chunks, i)
            if post is None:
                out.append(chunks[i])
                i += 1
                continue
            # 该|区管委会主任, 第31任|美国总统
            this = bool(out) and (out[-1].text == "该" or _NTH.fullmatch(out[-1].text) is not None)
            posts, start = list(post), (out.pop() if this else chunks[i]).span.start
            in_row = i > 0 and chunks[i - 1].text in self.cues.title["told_in_row"]
            in_row = in_row or self._of_kin(chunks, i)
            while j + 1 < len(chunks) and chunks[j].text in {"、", "兼", "和", "及", "，", "以及", "兼任"}:
                more, k = self._next(chunks, j + 1)
                if more is None or (chunks[j].text == "，" and in_row == _person_follows(chunks, k)):
                    break
                posts.extend(more)
                j = k
            span = Span(start, chunks[j - 1].span.end)
            held = share_holder(posts, self.professions)
            out.append(Chunk(span, "POST", span.of(self.text), posts=self._held_above(held)))
            i = j
        return out

    def _next(self, chunks: Sequence[Chunk], j: int) -> tuple[list[Post] | None, int]:
        """Return the posts of the next item of a row; none of a trade's (甲院教授、|钢铁行业|顾问|某某)."""
        posts, k = self._post(chunks, j)
        if posts is not None:
            return posts, k
        while k < len(chunks) and k - j < _LONGEST_EPITHET and _in_epithet(chunks[k]):
            k += 1
        if k == len(chunks) or chunks[k].kind != "TITLE" or not _person_follows(chunks, k + 1):
            return None, j
        plain = all(chunk.tag in {"a", "b", "ad"} for chunk in chunks[j:k])  # 著名|法学家
        return list(chunks[k].posts) if plain else [], k + 1

    def _of_kin(self, chunks: Sequence[Chunk], i: int) -> bool:
        """Tell whether the firm at ``i`` is another's kin, behind a verb: 调任|控股股东|甲公司."""
        return i > 1 and chunks[i - 1].text in self.cues.speech["holder"] and chunks[i - 2].tag == "v"

    def _post(self, chunks: Sequence[Chunk], i: int) -> tuple[list[Post] | None, int]:
        former = False
        if (
            chunks[i].text in self.former
            and i + 1 < len(chunks)
            and not (i and chunks[i - 1].kind == "PERSON")
        ):
            former, i = True, i + 1
        holders: tuple[Member | None, ...] = (None,)
        label_start = None
        unit: Span | None = None
        j = i
        unit_end = self._unit_end(chunks, i)
        if unit_end > i:
            unit, j = Span(chunks[i].span.start, chunks[unit_end - 1].span.end), unit_end
        elif chunks[j].kind in EMPLOYERS and chunks[j].members and not chunks[j].head:
            last = chunks[j].members[-1]
            summed = chunks[j].span.end > last.span.end  # 甲、乙两家上市公司|独立董事
            holders = (last,) if chunks[j].listed and not summed else chunks[j].members
            j += 1
            if j < len(chunks) and chunks[j].text in self.former | _PRESENT:
                former, j = former or chunks[j].text in self.former, j + 1
            k = j
            while k < len(chunks) and k - j < 3 and _in_label(chunks[k]):
                k += 1
            if k > j and k < len(chunks) and chunks[k].kind == "TITLE":
                if k == j + 1 and LOCAL_BODY.fullmatch(chunks[j].text):
                    unit = chunks[j].span  # 某区的|市人大|代表
                else:
                    label_start = chunks[j].span.start
                j = k
        if j >= len(chunks) or chunks[j].kind != "TITLE":
            return None, i
        titles = chunks[j].posts
        china = label_start is not None and _IN_CHINA.match(self.text, label_start) is not None
        if china and label_start is not None and holders[0] is not None:
            holders, label_start = (self._in_china(holders[0], label_start),), label_start + 2
            if label_start == titles[0].span.start:
                label_start = None
        if label_start is not None and holders[0] is not None:
            part = Span(label_start, titles[0].span.start)
            if _PART.search(part.of(self.text)):
                holders, label_start = tuple(self.part(h, part) for h in holders if h), None
        if label_start is not None:
            first = titles[0]
            if self.text[label_start] in "原前" and first.span.start > label_start + 1:
                former, label_start = True, label_start + 1
            span = Span(label_start, first.span.end)
            titles = (Post(None, span.of(self.text), span), *titles[1:])
        posts = [
            replace(
                t,
                holder=None if k and is_profession(t.title, self.professions) else h,
                former=former,
                unit=unit,
            )
            for h in holders
            for k, t in enumerate(titles)
        ]
        return posts, j + 1

    def _held_above(self, posts: Sequence[Post]) -> tuple[Post, ...]:
        """Give an office of the whole firm to the firm: 甲公司财务部经理、财务总监."""
        out: list[Post] = []
        for post in posts:
            holder = post.holder
            part = self.parts.get(holder.entity.id) if holder is not None else None
            if part is not None and holder is not None and out and WHOLE_OFFICE.fullmatch(post.title):
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
        if chunks[k].kind == "ORG" and len(chunks[k].members) == 1 and self._is_unit(chunks[k]):
            k += 1
        else:
            local = chunks[k].text in _LOCAL  # 市|招商|促进|中心
            tags, longest = (NOMINAL | {"v"}, 6) if local else (NOMINAL, 3)
            while k < len(chunks) and k - i < longest and chunks[k].kind == "W" and chunks[k].tag in tags:
                k += 1
            if k == i or not UNIT.search(chunks[k - 1].text):
                return i
        return k if k < len(chunks) and chunks[k].kind == "TITLE" else i

    def _is_unit(self, chunk: Chunk) -> bool:
        """Tell whether an organisation's name is a common word that needs the organisation it is part of."""
        known = any(entry.sure for entry in gazetteer().lookup(chunk.text))  # 中国科学院
        known = known or chunk.members[0].anaphor  # 研究院 that was named before
        return not known and not self.mentions.inside(chunk.span) and bool(RELATIVE.fullmatch(chunk.text))


def _in_label(chunk: Chunk) -> bool:
    """Tell whether a chunk can stand between a body and a title: 非银|首席, 大中华区|总裁."""
    if chunk.kind == "W":
        return chunk.tag in NOMINAL
    return chunk.kind in {"PLACE", "INDUSTRY"} and not chunk.listed


def _in_epithet(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand before the title of somebody's trade: 知名, 钢铁行业."""
    if chunk.kind == "W":
        return chunk.tag in {"a", "b", "ad", "n", "vn", "nz"}
    return chunk.kind in {"INDUSTRY", "DOCUMENT", "EVENT", "POLICY", "PRODUCT"}


def _person_follows(chunks: Sequence[Chunk], k: int) -> bool:
    return k < len(chunks) and chunks[k].kind == "PERSON"
