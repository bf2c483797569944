"""What a text is talking about: clauses and their topics.

In: the chunks of the sentences, in order. Out: the clauses of each sentence with their topic: the names in
subject position, taken over from the clause before where a clause has none of its own. What 公司 or 他 means
is found in :mod:`kg.anaphora`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.anaphora import referents
from kg.card import goes_on, names_body, opens_card
from kg.chunk import Chunk, Member
from kg.clauses import (
    are_sides,
    calls_division,
    calls_foremost,
    counts_comers,
    counts_some,
    discloses,
    founds_unnamed,
    heard_from,
    held_firm,
    in_role,
    is_heading,
    is_line_of_life,
    is_of_unnamed,
    is_of_us,
    is_office_cut,
    is_person,
    is_section,
    merged_into,
    named_alone,
    new_name,
    opens_profile,
    permits,
    public_employers,
    quotes_figures,
    set_up,
    settles,
    tells_border,
    tells_grade,
    tells_site,
    together,
)
from kg.model import Entity, MentionType
from kg.spoken import Spoken
from kg.topics import clause_ranges, is_scope, party_acts, reaches_share, topic_index

#: How a line of somebody's life begins.
_LIFE_LINE = re.compile(
    r"\s*(?:[12]\d{3}[.年/]|早年|曾|历任|现任|先后|任|兼任|中共|第?[一二三四五六七八九十]+届)"
)
#: How the first line of somebody's life begins, where the name stands above it.
_LIFE_OPENS = re.compile(
    r"\s*(?:[男女][，,]|(?:原名|笔名|曾用名)[一-龥]{2,4}[，,。]|[^，,。]{0,30}(?:出生|生于|毕业|籍贯|祖籍)|[一-龥]{2,10}人[，,。]|[12]\d{3}年[^，,。]{0,12}生|"
    r"(?:[12]\d{3}年[初底末]?)?(?:退役|退休|转业|复员|离任|毕业|卸任)[之以]?后|"
    r"[^，,。据说称在对有]{2,28}(?:家|教授|院士|研究员|演员|歌唱?手|运动员|教练|工程师|医师)[，,。])"
)
#: How a line goes on with what became of the body told of above: 1953年10月，更名为….
_HISTORY = re.compile(
    r"\s*(?:到|至|于)?[12]\d{3}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[初底末]|[上下]半年)?[，,]?"
    r"(?:又|再次?|正式|经[^，,。]{2,14}批准[，,]?)?"
    r"(?:更名|改名|改称|易名|升格|升级|划归|并入|改制|改组|改为|迁至|迁入|迁往|迁到)"
)
#: What the years of somebody's life are made of.
_YEARS = "0123456789年月－—–-~～至.·"
#: What stands before where something takes place or somebody goes, and before whom somebody speaks to.
_TOWARDS = {
    "PLACE": frozenset({"在", "于", "赴", "前往", "奔赴", "抵达"}),
    "PERSON": frozenset(
        {"对", "向", "与", "同", "会见", "会见了", "陪同", "欢迎", "接见", "接待", "看望", "拜会", "拜访"}
    ),
}
#: What somebody is to whom the text is about.
_OF_IT = frozenset({"为其", "任其", "系其", "是其", "担任其"})
#: Points that are counted off: 一是, 二是.
_POINTS = frozenset(f"{number}是" for number in "一二三四五六七八九十")
#: What opens a line on what the announcement says, which is the announcing firm's: 公告显示，中标工程为….
_NOTICE = re.compile(
    r"\s*(?:据|根据)?(?:上述|该份?|此次|相关)?公告(?:显示|披露|称|指出|表示|介绍|透露|中称|内容显示)"
)
#: What cards are of.
_CARDED = frozenset({MentionType.ORG, MentionType.PARK, MentionType.FACILITY})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: chunks ``[start, end)`` of a sequence, and what it is about.

    ``own`` tells whether the topic stands in the clause itself; ``at`` is the topic's chunk then, else -1.
    ``row`` tells that the clause is of a card or an entry, and the topic the body whose that is.
    """

    start: int
    end: int
    topic: tuple[Member, ...] = ()
    own: bool = False
    at: int = -1
    row: bool = False

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


def _leads_on(chunk: Chunk) -> bool:
    """Tell whether a chunk only stands between a verb and who it is for: 会见|了|某某, 向|董事长|某某."""
    return chunk.kind in {"POST", "TITLE"} or chunk.text == "了"


def _counts_off(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a sentence is one of several points: 二是|重培育."""
    return "".join(c.text for c in chunks[:2])[:2] in _POINTS


def _are(members: Sequence[Member], others: Sequence[Member]) -> bool:
    """Tell whether some are the same as others, by whatever name: 学校 is the school of the entry."""
    return [member.entity for member in members] == [member.entity for member in others]


#: What a town is to the county that its entry names first.
RANKED_UNDER = frozenset("辖镇 辖乡 辖区 辖县 辖市 辖街道 辖民族乡 辖县级市 辖自治县 辖街道办事处".split())


def _governs(chunk: Chunk, entry: Sequence[Member]) -> bool:
    """Tell whether a chunk is the government of the place that an entry is on."""
    name = entry[0].entity.name if len(entry) == 1 and _only_places(entry) else ""
    return bool(name) and chunk.text in {f"{name}政府", f"{name}人民政府"}


def _tells_rank(chunks: Sequence[Chunk], at: int, entry: Sequence[Member]) -> bool:
    """Tell whether the entry on a town opens with whose it is: 甲县|辖镇。"""
    behind = "".join(c.text for c in chunks[at + 1 : at + 3]).removesuffix("。")
    return behind in RANKED_UNDER and bool(entry) and _only_places((*entry, *chunks[at].members))


def _only_events(members: Sequence[Member]) -> bool:
    return bool(members) and all(member.entity.type is MentionType.EVENT for member in members)


def _only_places(members: Sequence[Member]) -> bool:
    return all(member.entity.type is MentionType.PLACE for member in members)


@dataclass(slots=True)
class Discourse(Spoken):
    """A reading: what was spoken of so far, to which each sentence adds."""

    def referents(self, word: str, before: Sequence[Chunk]) -> tuple[Entity, ...]:
        """Return what an anaphoric word stands for, with the chunks of its sentence ``before`` it."""
        return referents(self, word, before)

    def titled(self, person: Entity, text: str) -> None:
        """Take who the page is about by its title for spoken of, where ``text`` opens a life."""
        self.heading = (Member(person, person.mentions[0]),)
        self.topic = self.heading if _LIFE_OPENS.match(text) else ()

    def new_paragraph(self, text: str) -> None:
        """Forget the running subject; what was spoken of stays known to 公司 and 他.

        A line of a life (1998年5月至2003年1月，任…) goes on with the person whose life is told, a row of a
        card (注册资本：2000万元) with the body that the line before it named, a line of what became
        of a body (1953年，更名为…) with that body. What opens a life (1970年9月出生) below a name alone is
        told of that person.
        """
        body = tuple(m for m in self.topic[:1] if m.entity.type in _CARDED)
        history = body if _HISTORY.match(text) else ()
        named = self.life and text.lstrip().startswith(self.life[0].entity.name)
        if not named and not _LIFE_LINE.match(text):
            self.life = ()
        if names_body(text):
            self.card, self.opening = (), True
        elif self.opening and goes_on(text):
            self.card, self.opening = tuple(m for m in self.topic[:1] if m.entity.type in _CARDED), False
        elif opens_card(text):
            self.card = self.card or tuple(m for m in self.topic[:1] if m.entity.type in _CARDED)
        elif not goes_on(text):
            self.card, self.opening = (), False
        row = self.heading if _LIFE_LINE.match(text) else ()
        self.life = self.life or row  # 某某, below it 1999年4月，任…, below that 2001年2月，甲局局长
        opened = row or (self.heading if _LIFE_OPENS.match(text) else ())
        decided = self.agenda.line(text)
        issuer = self.main_firm if _NOTICE.match(text) else None
        whose = (Member(issuer, issuer.mentions[0], True),) if issuer is not None else ()
        self.topic = (
            self.card or self.life or history or opened or decided or whose or self.entry or self.zone
        )
        self.issuer = None

    def new_sentence(self, text: str) -> None:
        """Go on about what an entry is on, whatever body or place the sentence before spoke of last.

        What was before another body (前身是…) is told of that one.
        """
        if text.lstrip().startswith(("前身", "其前身", "该")):
            return
        bodies = all(m.entity.type in _CARDED for m in (*self.entry, *self.topic))
        if self.entry and self.topic and (bodies or _only_places((*self.entry, *self.topic))):
            self.topic = self.entry

    def read(self, chunks: Sequence[Chunk]) -> list[Clause]:
        """Return the clauses of a sentence with their topics, and remember them."""
        clauses: list[Clause] = []
        new_firm: tuple[Member, ...] = ()
        if _counts_off(chunks):
            self.counted_off = self.topic if chunks[0].text.startswith("一") else self.counted_off
            self.topic = self.counted_off
        told = any(c.kind not in {"DATE", "P"} and c.text.strip(_YEARS) for c in chunks)
        if told and not (self.heading and is_section(chunks)):  # 某某（1931—2008）
            self.heading = next((c.members for c in chunks if c.members), ()) if is_heading(chunks) else ()
        if founds_unnamed(chunks, self.cues.name["founds"]):
            self.venture = None  # another 合资公司 than the one told of before
        for start, end in clause_ranges(chunks, self.cues):
            clauses.append(self._clause(chunks, start, end, clauses, new_firm))
            self.topics.extend(new_name(chunks[start:end]))
            founded = set_up(chunks[start:end], self.cues)
            new_firm = founded or new_firm
            merged = merged_into(chunks, start, end, new_firm)
            if clauses[-1].topic and not clauses[-1].own and not new_firm:
                merged = ()  # 甲公司始建于1952年，1998年并入乙集团，现有…: goes on about 甲公司
            # 以某系为基础组建|甲学院，隶属某部: nothing else was spoken of
            self.topic = in_role(chunks, start, end) or merged or self.topic or founded
            self._remember(chunks[start:end])
            if is_person(self.topic) and opens_profile(chunks):
                self.life = self.topic
        return clauses

    def _clause(
        self,
        chunks: Sequence[Chunk],
        start: int,
        end: int,
        clauses: Sequence[Clause],
        new_firm: tuple[Member, ...],
    ) -> Clause:
        """Return a clause with its topic, behind ``clauses``; ``new_firm`` is the firm just set up."""
        at = topic_index(chunks, start, end, self.cues)
        if at >= 0 and clauses and clauses[-1].topic and is_scope(chunks, at):
            at = -1  # 甲公司…，全球员工4.4万人
        if at >= 0 and _only_events(self.topic) and counts_comers(chunks, at):
            at = -1  # 某博览会参展单位460个；全国19个省到会
        body = len(self.topic) == 1 and self.topic[0].entity.type in _CARDED
        if at >= 0 and body and (tells_grade(chunks, at) or counts_some(chunks, at, start, end)):
            at = -1  # 甲学院有专业42个，其中某省特色专业13个
        if at >= 0 and reaches_share(chunks, at):
            at = -1  # 甲公司营收3亿元，全国市场占有率20%
        if tells_border(chunks, start, end):
            at = -1
            bearer = clauses[0].topic if clauses and clauses[0].own else self.entry
            self.topic = bearer if bearer and _only_places(bearer) else self.topic
        called = calls_foremost(chunks, start, end) or calls_division(chunks, start, end)
        if at == start and clauses and clauses[-1].topic and called:
            at = -1  # 甲院是研究机构，全国规模最大的科研中心
        if at >= 0 and _governs(chunks[at], self.entry):
            at = -1  # 甲乡人民政府驻乙村，全乡面积46平方公里
            self.topic = self.entry
        if at >= 0 and _tells_rank(chunks, at, self.entry):
            at = -1
            self.topic = self.entry
        if at == start + 1 == end - 1 and clauses and chunks[start].text == "以及":
            at = -1  # 我区紧盯甲、乙，|以及丙新区等，|实施…: one more of a row
        if at == start and clauses and tells_site(chunks, start, end, clauses[-1].end):
            at = -1  # 甲校位于龙山东麓，柴河南岸，占地…
        unnamed = self.unnamed and at < 0 and is_of_unnamed(chunks, start, end)
        if quotes_figures(chunks, start, end) or is_of_us(chunks, start, end) or unnamed:
            self.topic = ()
            return Clause(start, end)
        if at < 0:
            of_new = bool(new_firm) and chunks[start].text in self.cues.clause["of_new_firm"]
            of_entry = bool(self.entry) and _are(self.topic, self.entry)
            topic = new_firm if of_new else self.topic
            told = chunks[clauses[-1].start : clauses[-1].end] if clauses else ()
            of_it = not new_firm and chunks[start].text in self.cues.clause["of_new_firm"]
            if of_it and founds_unnamed(told, self.cues.name["founds"]):
                return Clause(start, end, own=True)  # 甲与乙|新设|合营企业，主要从事…: which is not named
            return Clause(start, end, topic, row=bool(self.card) or of_entry)
        before, self.topic = self.topic, together(chunks, at, end)
        held = held_firm(chunks, start, at, self.cues)
        if held and chunks[at - 1].text.endswith("子公司"):
            self.daughters.update(m.entity for m in self.topic)
        if before and at + 1 < end and chunks[at + 1].text in _OF_IT:
            clause, self.topic = Clause(start, end, self.topic, True, at), before
            return clause  # 甲公司递交上市申请，乙证券|为其|保荐人: goes on about 甲公司
        self.topics.extend(m.entity for m in (self.topic if held is None else held)[:1])
        if discloses(chunks, end, at, self.cues):
            self.issuer = chunks[at].members[0].entity
            self.disclosers.add(self.issuer)
        if party_acts(chunks, at, end, self.cues):
            self.topic = ()
        clause = Clause(start, end, self.topic, True, at)
        self.topic = self._goes_on(chunks, clause, clauses, before)
        return clause

    def _goes_on(
        self, chunks: Sequence[Chunk], clause: Clause, clauses: Sequence[Clause], before: tuple[Member, ...]
    ) -> tuple[Member, ...]:
        """Return what the text goes on about behind a clause with a topic, ``before`` which another was."""
        topic = heard_from(chunks, clause.at, clause.end, self.cues) or clause.topic
        listed = clause.start > 0 and chunks[clause.start - 1].text == "、"
        if listed and clauses and clauses[-1].own:
            owned = any(c.text == "由" for c in chunks[clauses[-1].start : clauses[-1].end])
            topic = clauses[-1].topic if owned else topic  # 甲由乙持股90%、丙持股10%，下辖…
        if settles(chunks[clause.at], chunks[clause.start : clause.end], before, self.cues):
            topic = before  # 甲园…，乙等企业已入驻，规划…: goes on about 甲园
        if permits(chunks, clause.at, clause.end, before):
            topic = before  # 甲学院…筹建，某部批准备案，是…: goes on about 甲学院
        if (
            self.life
            and before == self.life
            and is_line_of_life(chunks, (clause.start, clause.end), clause.at)
        ):
            topic = before  # 1949年任…，甲大学训育主事，1955年任…: goes on about whose life is told
        if is_person(before) and is_office_cut(chunks, (clause.start, clause.end), clause.at):
            topic = before
        if len(topic) > 1 and topic[0].anaphor and "与" in chunks[clause.at].text:
            return topic[:1]  # 公司与甲签约，拟投资…: goes on about 公司
        return topic

    def _remember(self, chunks: Sequence[Chunk]) -> None:
        """Remember what a clause names: whose life, who is introduced with whom, and who stand together."""
        if any(chunk.text in self.cues.clause["life"] for chunk in chunks):
            self.life = self.topic if is_person(self.topic) else ()
        if self.life:
            self.employers |= {post.holder.entity for c in chunks for post in c.posts if post.holder}
        self._meet(chunks)
        self.agenda.hear(chunks)
        for k, chunk in enumerate(chunks):
            behind = k - 1 - (k > 1 and chunk.kind == "PERSON" and _leads_on(chunks[k - 1]))
            if k and chunks[behind].text in _TOWARDS.get(chunk.kind, ()):
                self.visited |= {m.entity for m in chunk.members}
            self.seen.extend(m.entity for m in chunk.members)
            self.alone |= named_alone(chunk)
            self.seen.extend(public_employers(chunk))
            if are_sides(chunk):
                self.pair = tuple(m.entity for m in chunk.members)

    def _meet(self, chunks: Sequence[Chunk]) -> None:
        """Remember the body a person is introduced with (甲公司董事长林珊): 公司 is it when she speaks."""
        for post, person in pairwise(chunks):
            holder = post.posts[-1].holder if post.posts and person.kind == "PERSON" else None
            if holder is not None and person.members and not post.posts[-1].former:
                self.introduced[person.members[0].entity.id] = holder.entity
