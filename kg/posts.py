"""Posts: which organisation a title is held in, and what the title says.

In: the posts of a chunk (an organisation with its titles, or bare titles) and what surrounds them. Out: the
organisation of each title: the one named with it, a part of it (甲大学副校长兼研究生院院长), the place of a
body (区委副书记、区长), where somebody works, or what the text is about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.anaphora_words import BOARD, OF_KIND
from kg.chunk import NOMINAL, Chunk, Post
from kg.chunks import Chunker
from kg.context import Surroundings
from kg.context_cues import Cues, endings
from kg.discourse import Discourse
from kg.document import Span
from kg.entities import Resolution
from kg.gazetteer import gazetteer
from kg.mentions.titles import LOCAL_BODY
from kg.model import Entity, MentionType
from kg.offices import RELATIVE, UNIT, WHOLE_OFFICE

#: Offices that are held in a place, not in the body named before them.
_PLACE_OFFICE = re.compile(r"(?:省|市|区|县|镇|乡|州|旗|村)长$")

#: Offices of a country, which no body that is spoken of has: 国民议会通过动议，总理某某辞职.
_STATE_OFFICE = re.compile("副?总统|副?总理|副?首相|国王|女王|外长|财长|防长|内政部长|外交部长")

_WHOLES = frozenset({MentionType.ORG, MentionType.PARK})
#: Offices that only a firm has, and bodies that have none of them: who punishes a firm names its 董事长.
_FIRM_OFFICE = re.compile(
    "总裁|董事|监事|董秘|总经理|财务总监|财务负责人|首席执行官|CEO|CFO|法人代表|法定代表人|公司秘书"
)
_AUTHORITY = re.compile(
    "(?:[证银保]监会|监管局|证监局|交易所|[上深北港]交所|管理部|法院|检察院|[一-龥]局|[一-龥]厅|[一-龥]委|委员会|常委会|政府|政协|人大|管委会|党工委|协会|学会)$"
)
#: 甲法院审判委员会委员、审判员: a judge is the court's.
_COURT = re.compile("(?P<court>.+(?:检察院|法院))(?:检察|审判)委员会")
#: How the courts of a place are called: 省法院, 市检察院.
_COURTS = re.compile("(?<=^省)(?:高级)?法院$|(?<=^省)高院$|(?<=^市)(?:中院|中级法院)$|(?<=^.)检察院$")
_POINTING = "该本我其各某"
_COURT_NAMES = {
    **dict.fromkeys(("法院", "高级法院", "高院"), "高级人民法院"),
    **dict.fromkeys(("中院", "中级法院"), "中级人民法院"),
    "检察院": "人民检察院",
}
#: 厂长 is head of a 厂.
_HEAD = re.compile("([厂校院所局行社矿台馆站])长$")
_OF_COURTS = ("检察员", "审判员", "检察长", "院长", "庭长", "法官", "检察官")
#: What every body has some of: 规划处, 妇产科, 炼钢车间.
_DEPARTMENT = re.compile("[一-龥]{1,8}(?:处|部|科|室|股|组|车间|分厂|班组|支部|工区|中队|大队)")
#: Schools with a 校长 of their own, whosever they are: 甲大学附属中学.
_LOWER_SCHOOL = re.compile("(?:[中小]学|学校|[高初]中|附[中小]|[体技职军党卫艺]校)$")
#: What educates.
SCHOOL = re.compile(r"大学|学院|学校|中学|小学|高中|初中|附中|附小|女中|学堂|书院|师范|军校|党校|商学院|高专")
#: Who is one of these does not work in the body that it is of.
_MEMBERS = ("院士", "会员", "社员", "代表", "学部委员")
#: One is a member of a party and does not work there.
_PARTY = re.compile("党$|学社$|民革$|民盟$|民建$|民进$")
#: 中共 before the name of a committee is no body that has parts.
PARTIES = frozenset({"中共", "中国共产党"})
#: 不得担任上市公司董事: a post in no firm that is named.
_UNNAMED = frozenset({"公司", "本公司", "集团", "我司"})
_ANY_FIRM = frozenset({"上市公司", "挂牌公司", "公众公司"})
#: 第五届董事会|独立董事: where one sits is no part of the title.
_SEAT = re.compile("^(?:第[一二三四五六七八九十]+届)?(?:董事会|监事会)(?=.{0,6}(?:董事长?|监事)$)")
#: 原甲公司总经理 was of 甲公司 before something else; 甲公司原总经理 may have another office in it.
_FORMER = ("原", "前")
_ATTRIBUTIVE = frozenset({"n", "nz", "a", "b", "vn"})
#: How somebody is given an office: in the firm that does it, or behind 成立甲委员会 in that.
_APPOINTS = frozenset("任命 推选 选举 聘任 推举 委任 聘请 提名 增补 补选 改聘 续聘 增选".split())
#: 在甲县|搞|“普查”工作: he works there.
_BUSY = frozenset({"搞", "从事", "参加", "负责", "做"})
#: 在甲大学|任教授, 赴甲研究所|任研究员.
_GOES_TO = frozenset({"在", "于", "赴", "到", "去", "往", "前往", "远赴", "回", "返"})
_HEADS = frozenset({"镇长", "乡长"})
_CHAIRS = frozenset({"主席", "副主席"})
#: What runs a zone, and no bureau has: 市工信局局长某某、|管委会|副主任某某.
_OF_ZONES = frozenset({"管委会", "管委", "党工委"})
_BUREAU = re.compile("(?:[局厅办院部司处]|(?<!工)委)$")
#: An office of the province, the city or the county that a text speaks of: 省|商务厅, 市|科技局.
_LOCAL_OFFICE = re.compile(
    "([省市县区州旗])(?!委|政|[级域属内外直际场容])(?:(?:高级|中级)?(?:人民)?(?:法院|检察院)|[高中]院|"
    "[一-龥]{1,10}(?:厅|局|委|委员会|办|办公室|署|联|会|中心|总队|支队))"
)
#: A body of the township that a row has told of: 甲乡人武部部长、|乡党委|书记.
_TOWNSHIP_BODY = re.compile("([乡镇])(?:党委|党总支|政府|人大|人大主席团|纪委|人武部|武装部|团委|工会)")
#: What says which of its holders one is, before 任.
_NTH_HOLDER = frozenset({"首", "上", "前", "历", "继"})
#: Schools that a university has, by their short names.
_AFFILIATED = frozenset({"附中", "附小"})
#: How the institutes of universities are called: 数学研究所.
_INSTITUTES = ("学研究所", "学研究院", "学研究室")
#: What a party's committee has: its offices are of no place.
_PARTY_ORGAN = re.compile(
    "组织部|宣传部|统战部|政法委|政法委员会|办公厅|办公室|政研室|政策研究室|台办|社工部"
)
#: Whose 统战部 is not the one of a committee's member: 甲公司董事长某某，市委副书记、统战部部长某某.
_OF_FIRMS = ("公司", "集团", "厂", "学院", "大学", "医院")
#: Bodies of the whole state, of which no city's committee is a part.
_CENTRAL = ("中共中央", "中央", "全国", "十九届", "二十届", "国务院")
_CANDIDATE = re.compile("(?:候选人|人选)$")


@dataclass(frozen=True, slots=True)
class Held:
    """What belongs to one object alone: the title of a post, and whether it is past or only proposed."""

    title: str
    former: bool
    candidate: bool = False


#: Who heads a place, whose name the title leaves out.
_LOCAL_HEAD = re.compile("(?:常务)?副?([省市县区州])长(?:助理)?")
#: Nouns that stand before a title and say nothing of where it is held.
_OF_TITLES = frozenset(
    "同志 先生 女士 本人 时任 现任 新任 原任 前任 继任 候任 联席 代理 常务 执行 名誉 创始 首任 历任 嘉宾 "
    "领导 校 院 厂 社 所 局 县 市 省 区 镇 乡 村 行".split()
)


class Offices:
    """Finds the organisations of posts in one document."""

    def __init__(
        self, text: str, cues: Cues, resolution: Resolution, chunker: Chunker, discourse: Discourse
    ) -> None:
        """Read ``text``, whose names are resolved and whose parts ``chunker`` names."""
        self.text = text
        self.cues = cues
        self.resolution = resolution
        self.chunker = chunker
        self.discourse = discourse

    def told_by(self, title: str) -> str:
        """Return the relation a title tells of: 创始人 founded, a 校友 was educated, others hold a post."""
        titles = self.cues.title
        told = (r for r in ("founder", "educated_at") if title.endswith(endings(titles[r])))
        return next(told, "post")

    def held(self, chunk: Chunk, around: Surroundings, start: int) -> Iterator[tuple[Entity, Span, Held]]:
        """Yield organisation, its place and the title of each post of ``chunk``, which stands at ``start``.

        A bare title belongs to the organisation spoken of.
        """
        titles = self.cues.title
        committee: Entity | None = None
        office: Entity | None = None
        told_at = 0
        for post in chunk.posts:
            signs = endings(titles["byline"]), endings(titles["no_post"])
            if post.title.endswith(signs[0] + signs[1]) and not post.title.endswith("总编辑"):
                continue
            school = self.school(post, around, start)
            if post.holder is None and post.unit is None and not school and self.is_elsewhere(around, start):
                continue
            words = post.unit.of(self.text) if post.unit is not None else ""
            local = _LOCAL_OFFICE.fullmatch(words)
            further = local is None and _is_carried(post) and not LOCAL_BODY.match(words)
            newer = office is not None and post.holder is not None and post.holder.span.start > told_at
            inner = office if further and not newer else None
            holder = school or inner or self.holder(post, around, start)
            of_any = post.unit is not None and post.unit.of(self.text) in _ANY_FIRM
            if holder is None or of_any or holder.name in _UNNAMED or self.is_alone(post, around, start):
                continue
            if committee is not None and post.unit is not None:
                organ = _PARTY_ORGAN.fullmatch(post.unit.of(self.text)) is not None
                of_place = holder.type is MentionType.PLACE and committee.name.startswith(holder.name)
                theirs = of_place or post.holder is None or holder.name.endswith(_OF_FIRMS)
                holder = committee if organ and theirs else holder
            title = _title_of(post)
            if not self.may_hold(post, holder, title, around, start):
                continue
            whole = self.headed(self.court(holder, title), title, of_school=self.is_of_school(post))
            seated = self.seated(post, whole, title)
            if seated is not None and local is not None and _is_carried(post):
                office, told_at = self.office_of(seated[0], post.span), post.span.start  # 市经委办公室|主任、
            if seated is not None and seated[0].name.endswith("委") and post.unit is not None:
                committee = seated[0]  # 甲省|省委|常委、宣传部|部长
            if (
                seated is not None and seated[0].name not in _UNNAMED and len(seated[0].name) > 1
            ):  # not 院|党组成员
                yield *seated, Held(title, post.former, candidate=_CANDIDATE.search(post.title) is not None)

    def office_of(self, body: Entity, span: Span) -> Entity:
        """Return the local office that a unit next in a row is of: 市经委 where its 办公室 was told of."""
        name = body.name.removesuffix("办公室").removesuffix("办公厅")
        if name == body.name or len(name) < 3:
            return body
        return self.resolution.named(name) or self.chunker.make(name, MentionType.ORG, span)

    def school(self, post: Post, around: Surroundings, start: int) -> Entity | None:
        """Return the school that has the course before a degree: 甲大学|经济|管理|专业|在职|研究生."""
        if post.holder is not None or post.unit is not None or self.told_by(post.title) != "educated_at":
            return None
        k = start - 1
        while k > 0 and around.chunks[k].kind == "W" and around.chunks[k].tag in NOMINAL:
            k -= 1
        named = around.chunks[k].members if 0 <= k < start - 1 and around.chunks[k].kind == "ORG" else ()
        return named[-1].entity if named and SCHOOL.search(named[-1].entity.name) else None

    def is_alone(self, post: Post, around: Surroundings, start: int) -> bool:
        """Tell whether a bare title is one that says nothing without a body: 代表, but not 总工程师."""
        titles, before = self.cues.title, around.chunks[:start]
        if post.holder is not None or not post.title.endswith(endings(titles["not_alone"])):
            return False
        of_place = post.unit is not None and _LOCAL_OFFICE.fullmatch(post.unit.of(self.text))
        if of_place or post.title.startswith(("总", "副总", "党委")):
            return False
        if not post.title.startswith("国家") and _FIRM_OFFICE.search(post.title):
            return False
        serves = start > 0 and before[-1].text in titles["told_in_row"]
        if serves and self.workplace(before) is not None:
            return False
        return _bearer_of(before) is None

    def may_hold(self, post: Post, holder: Entity, title: str, around: Surroundings, start: int) -> bool:
        """Tell whether a body can have an office: no place has one of a firm, no firm graduates."""
        of_place = post.unit is not None or title.endswith(endings(self.cues.title["of_place"]))
        if (holder.type is MentionType.PLACE and not of_place) or holder.name in _ANY_FIRM:
            return False
        addressed = start > 0 and around.chunks[start - 1].kind == "PERSON"  # 甲大学|某某|博士
        studied = self.told_by(title) == "educated_at"
        return not studied or (not addressed and SCHOOL.search(holder.name) is not None)

    def seated(self, post: Post, holder: Entity, title: str) -> tuple[Entity, Span] | None:
        """Return where an office is held, and where that stands: in a body, its place or a unit of it."""
        place = post.holder.span if post.holder is not None else post.span
        in_place = _PLACE_OFFICE.search(title) is not None and not holder.name.endswith("政府")
        in_place = in_place or (post.holder is None and _STATE_OFFICE.fullmatch(title) is not None)
        if in_place and holder.type is MentionType.PARK and post.holder is None and title[-2] != "区":
            return None  # 甲高新区…。副市长某某出席: of a city that is not named
        if in_place and holder.type is MentionType.ORG:
            held_in = self.township_of(holder, title) or self.place_of(holder)
            return (held_in, place) if held_in is not None else None
        if post.unit is None or in_place or BOARD.fullmatch(post.unit.of(self.text)):
            return holder, place
        if post.unit.of(self.text)[0] in _POINTING:
            return None  # 该所|合伙人, where nothing is known that 该所 is
        part = self.unit(holder, post.unit)
        return (self.court(part, title), post.unit) if part is not None else None

    def is_elsewhere(self, around: Surroundings, start: int) -> bool:
        """Tell whether words before a bare title name where it is held, if no body: 某公司|药品|销售员."""
        k = start - 1
        if k > 0 and around.chunks[k].text == "的":
            k -= 1
        if k > 1 and around.chunks[k].text == "任" and around.chunks[k - 1].text in _NTH_HOLDER:
            k -= 2  # 甲工程|首|任|总设计师
        before = around.chunks[k] if k >= 0 else None
        if before is None or before.text in _OF_TITLES or before.text in self.cues.title["told_in_row"]:
            return False
        common = before.kind == "W" and before.tag in {"n", "nz", "nw", "nt", "ORG", "LOC", "vn"}
        return common or before.kind in {"INDUSTRY", "PRODUCT", "POLICY"}

    def holder(self, post: Post, around: Surroundings, start: int) -> Entity | None:
        """Return what a post is held in: what is named with it, the place of a local body, what is spoken of.

        市委 is of the city spoken of, also in 某区的市人大代表.
        """
        named = post.holder.entity if post.holder is not None else None
        local = LOCAL_BODY.match(post.unit.of(self.text)) if post.unit is not None else None
        office = _LOCAL_OFFICE.fullmatch(post.unit.of(self.text)) if post.unit is not None else None
        if local is None and office is not None and named is None and post.unit is not None:
            places = self.discourse.referents("全" + office[1], around.chunks[:start])
            place = self.at_home(places, post, office[1])
            return place or self.chunker.make(office[0], MentionType.ORG, post.unit)
        level = local[0][0] if local is not None else ""
        elsewhere = named is not None and named.type is MentionType.PLACE
        other = elsewhere and named is not None and not _is_level(named, level)
        central = named is not None and named.type is MentionType.ORG and named.name.startswith(_CENTRAL)
        other = other or central  # 中央政治局委员、市委书记
        if level and (named is None or other):
            places = self.discourse.referents("全" + level, around.chunks[:start])
            if places or other:
                return self.at_home(places, post, level)
        head = _LOCAL_HEAD.fullmatch(post.title) if named is None and post.unit is None else None
        if head is not None:  # 市长|某某 is the city's that is spoken of
            places = self.discourse.referents("全" + head[1], around.chunks[:start])
            if places:
                return self.at_home(places, post, head[1])
        body = named or self.employer(around, start, post)
        if body is None:
            return None
        part = self.chunker.offices.parts.get(body.id)
        if named is None and part is not None and WHOLE_OFFICE.fullmatch(post.title):
            return part.whole
        return self.discourse.firm(body)

    def at_home(self, places: Sequence[Entity], post: Post, level: str) -> Entity | None:
        """Return whose local office a post is: of the place spoken of before it, else the page's own.

        市长某某会见了乙市市长: the first is not of 乙市, which the sentence only comes to.
        """
        told = places and min(m.start for m in places[0].mentions) <= post.span.start
        return places[0] if told else self.discourse.home(level)

    def court(self, holder: Entity, title: str) -> Entity:
        """Return the court whose committee ``holder`` is, where the title is a judge's."""
        court = _COURT.fullmatch(holder.name) if title.endswith(_OF_COURTS) else None
        return (self.resolution.named(court["court"]) if court is not None else None) or holder

    def is_of_school(self, post: Post) -> bool:
        """Tell whether an office is one of the whole school: 校长助理, 校|党委常委, 校学术委员会|主任."""
        start = post.span.start if post.unit is None else post.unit.start
        head = _HEAD.search(post.title) if post.unit is None else None
        named = post.holder is not None and post.holder.span.end == start  # 甲体校|教练: the name's own end
        told = self.text.startswith("校", start) or (not named and self.text.endswith("校", 0, start))
        return told or (head is not None and head[1] == "校")

    def headed(self, holder: Entity, title: str, *, of_school: bool = False) -> Entity:
        """Return what a title is the head of: in 甲厂技术科科长、副厂长 the 副厂长 is of 甲厂.

        In 甲大学乙学院院长、副校长 the 副校长 is of 甲大学.
        """
        head = _HEAD.search(title)
        ends = ("大学",) if of_school else (head[1],) if head is not None else ()
        if (
            not ends
            or holder.name.endswith(ends)
            or (ends == ("大学",) and _LOWER_SCHOOL.search(holder.name))
        ):
            return holder
        made = self.chunker.offices.parts.get(holder.id)
        inner = [self.resolution.of(m) for m in self.chunker.mentions.inside(holder.mentions[0])]
        wholes = [made.whole] if made is not None else [e for e in inner if e is not None]
        return next((e for e in wholes if e.type in _WHOLES and e.name.endswith(ends)), holder)

    def unit(self, whole: Entity, span: Span) -> Entity | None:
        """Return the part of ``whole`` that ``span`` names, if it can have one.

        甲大学 and 研究生院 make 甲大学研究生院.
        """
        words = span.of(self.text)
        words = words.removeprefix("校") if SCHOOL.search(whole.name) and len(words) > 2 else words
        again = LOCAL_BODY.fullmatch(words) or len(words) > 2
        if whole.name == words or (again and whole.name.endswith(words)):
            return whole  # 在甲区委工作，任|区委|副书记; 甲乡人武部副部长、人武部|部长
        if words == "委员会" and whole.name.endswith("委"):
            return whole  # 甲省委第八届|委员会|候补委员
        township = _TOWNSHIP_BODY.fullmatch(words)
        if township is not None:
            named = re.match(f"[一-龥]+?[一-龥]{township[1]}", whole.name)
            return self.chunker.make(named[0] + words[1:], MentionType.ORG, span) if named else None
        made = self.chunker.offices.parts.get(whole.id)
        whole = made.whole if made is not None else whole  # 甲厂炼钢车间副主任、财务科|科长
        if whole.name.endswith("部") and words.endswith("部") and len(words) > 2:
            return self.chunker.make(words, MentionType.ORG, span)  # 历任甲部司长，航天部|副部长
        if words in _AFFILIATED and SCHOOL.search(whole.name) is None:
            return None
        if whole.type is MentionType.PLACE and _LOCAL_OFFICE.fullmatch(words):
            full = _COURTS.sub(lambda found: _COURT_NAMES[found[0]], words)
            name = whole.name + full.removeprefix(whole.name[-1])
            return self.chunker.make(name, MentionType.ORG, span, words)
        if len(words) > 4 and whole.name.startswith(words[:3]):
            return self.chunker.make(words, MentionType.ORG, span)  # 甲电气技术中心主任、甲电气党委|书记
        organ = LOCAL_BODY.match(words)
        if organ is not None and whole.type is MentionType.PLACE and len(words) > organ.end():
            name = whole.name.removesuffix(words[0]) + words  # 担任|市委宣传部|部长
            return self.chunker.make(name, MentionType.ORG, span, words)
        if not _may_have(whole, words):
            return self.chunker.make(words, MentionType.ORG, span)
        local = words[0] in "省市县区州"
        place = self.place_of(whole) if local and whole.type is MentionType.ORG else None
        if local and place is None and whole.type is MentionType.ORG:
            return None  # 市委 is of no company
        if words in _OF_ZONES and _BUREAU.search(whole.name):
            return None
        if place is not None and not _is_level(place, words[0]):
            return self.chunker.make(words, MentionType.ORG, span)  # 甲市公安局局长、|省公安厅|副厅长
        head = place.name if place is not None else whole.name
        for mention in self.chunker.mentions.inside(whole.mentions[0]):
            starts = mention.span.start == whole.mentions[0].start and mention.type in _WHOLES
            if starts and place is None and UNIT.search(whole.name) and not whole.name.endswith("医院"):
                nested = self.resolution.of(mention)
                shorter = nested is not None and len(nested.name) < len(head)
                if nested is not None and shorter and nested.name not in PARTIES:
                    head = nested.name
        if words in _OF_ZONES:
            head = head.removesuffix("党工委").removesuffix("工委") or head  # 高区工委委员、|管委|副主任
        name = head + (words.removeprefix(head[-1]) if local else words)
        short = (alias + words for alias in whole.aliases if head == whole.name)  # 甲高新区管委会
        return self.chunker.make(name, MentionType.ORG, span, words, *short)

    def place_of(self, body: Entity) -> Entity | None:
        """Return the place a body's name begins with, the nearest one (江苏省南京市委 → 南京市)."""
        inner = [m for m in self.chunker.mentions.inside(body.mentions[0]) if m.type is MentionType.PLACE]
        return self.resolution.of(inner[-1]) if inner else None

    def township_of(self, body: Entity, title: str) -> Entity | None:
        """Return the township whose head a title is, that the name of a body of it tells: 甲县乙镇|党委."""
        found = (
            re.match(f"[一-龥]+?{title[-2]}(?=党委|政府|人大)", body.name) if title[-2:] in _HEADS else None
        )
        span = body.mentions[0] if body.mentions else None
        return self.chunker.make(found[0], MentionType.PLACE, span) if found is not None and span else None

    def employer(self, around: Surroundings, start: int, post: Post) -> Entity | None:
        """Return the organisation a bare title is held in: of 校长 and 行长 one that can have such a head."""
        found = self.spoken_of(around, start, post.title)
        head = _HEAD.search(post.title) if post.unit is None else None
        of_school = start > 0 and around.chunks[start - 1].text == "校"  # 校|党委书记
        kind = "校" if of_school else head[1] if head is not None else ""
        word = "该" + kind
        if found is None or word not in OF_KIND or found.name.endswith(OF_KIND[word]):
            return found
        meant = self.discourse.referents(word, around.chunks[:start])
        return meant[0] if meant else found

    def spoken_of(self, around: Surroundings, start: int, title: str) -> Entity | None:
        """Return the organisation that the clause or the sentence before ``start`` is about."""
        clause = around.clause(start)
        shared = self.shared(around, start)
        if shared is not None:
            return shared
        firm = self.named_with(around.chunks[clause.start : start]) or _bearer_of(around.chunks[:start])
        if firm is not None:
            return firm
        worked = self.workplace(around.chunks[:start])
        if worked is not None:
            return worked
        if _works_elsewhere(around.chunks[:start]):
            return None
        appointing = self.appointing(around, start, title)
        if appointing is not None:
            return appointing
        following = pairwise(around.chunks[: start + 1])
        posts = [(c.posts[-1], c, behind.kind) for c, behind in following if c.kind == "POST"]
        near = [
            post.holder
            for post, chunk, behind in posts
            if not (post.former and chunk.text.startswith(_FORMER)) and not post.title.endswith(_MEMBERS)
            if post.holder is not None or post.unit is None or behind != "PERSON"  # 甲行某某、乙司司长某某
        ]  # 原甲公司总经理某某接任总经理: not 甲's
        of_person = all(m.entity.type is MentionType.PERSON for m in clause.topic)
        if near and near[-1] is None and _is_of_same(around.chunks[:start]):
            near = [holder for holder in near if holder is not None]  # 任|甲公司总裁，任|秘书，任|董事
        if near and near[-1] is not None and (not clause.own or of_person):
            return near[-1].entity
        local = [c.topic[0].entity for c in around.clauses if c.start <= start and len(c.topic) == 1]
        later = {c.topic[0].entity.id for c in around.clauses if c.start > start and c.own}
        earlier = list(self.discourse.topics)
        while earlier and earlier[-1].id in later:
            earlier.pop()  # what the sentence only comes to speak of
        of_firm = _FIRM_OFFICE.search(title) is not None
        for spoken in (*reversed(local), *reversed(earlier), *reversed(self.discourse.topics)):
            entity = self.discourse.firm(spoken)
            if of_firm and (_AUTHORITY.search(entity.name) or SCHOOL.search(entity.name)):
                continue
            if entity.type in _WHOLES:
                return entity
        return _fined(around.chunks[:start]) if of_firm else None

    def appointing(self, around: Surroundings, start: int, title: str) -> Entity | None:
        """Return the firm that appoints somebody to a post of its own: 甲行|提名|乙行原行长某某为董事."""
        clause = around.clause(start)
        told = {chunk.text for chunk in around.chunks[clause.start : start]}
        if told.isdisjoint(_APPOINTS) or _FIRM_OFFICE.search(title) is None or len(clause.topic) != 1:
            return None
        firm = self.discourse.firm(clause.topic[0].entity)
        whole = firm.type in _WHOLES and not (_AUTHORITY.search(firm.name) or SCHOOL.search(firm.name))
        return firm if whole else None

    def shared(self, around: Surroundings, start: int) -> Entity | None:
        """Return the local body that the one before in a row heads: 该市住建局局长|某某|、|副局长."""
        before = around.chunks[max(start - 3, 0) : start]
        if [c.kind for c in before[:2]] != ["POST", "PERSON"] or len(before) < 3 or before[2].text != "、":
            return None
        post = before[0].posts[-1]
        if post.holder is not None or post.unit is None:
            return None
        local = _LOCAL_OFFICE.fullmatch(post.unit.of(self.text)) is not None
        place = self.holder(post, around, start - 3) if local else None
        return self.unit(place, post.unit) if place is not None else None

    def named_with(self, chunks: Sequence[Chunk]) -> Entity | None:
        """Return the body that is named together with who holds an office in it: 甲公司及其董事长某某.

        Whoever follows in the row holds an office in it too: 甲公司及其董事长某某、总经理.
        """
        holders = endings(self.cues.title["holds_stake"])
        k = len(chunks) - 1
        joint = {"及其", "及", "和", "与", "以及"}
        while k > 0 and (chunks[k].text in {"、", "时任"} or chunks[k].text.endswith(holders)):
            k -= 1
            if k > 1 and chunks[k].row and all(post.holder is None for post in chunks[k - 1].posts):
                k -= 2  # 董事长|某某|、|总经理
            else:
                joint = {"及其"}
        if 0 <= k < len(chunks) - 1 and chunks[k].kind == "ORG" and chunks[k + 1].text.endswith(holders):
            return chunks[k].members[0].entity if chunks[k].members else None  # 公司|实际控制人|、董事长|某某
        named = k > 0 and chunks[k].text in joint and chunks[k - 1].kind in {"ORG", "PARK"}
        return chunks[k - 1].members[0].entity if named and chunks[k - 1].members else None

    def workplace(self, chunks: Sequence[Chunk]) -> Entity | None:
        """Return where the sentence says that someone works: 他在甲厂工作，历任技术员."""
        works, enters = self.cues.title["works"], self.cues.title["enters"]
        appointed = bool(chunks) and chunks[-1].text == "为" and any(c.text in _APPOINTS for c in chunks)
        if appointed or (chunks and chunks[-1].text in self.cues.title["told_in_row"]):
            enters = enters | self.cues.title["sets_up"]  # 创办甲公司并任经理
        for k in range(len(chunks) - 1, -1, -1):
            chunk = chunks[k]
            if chunk.text.startswith("留校"):
                schools = [c for c in chunks[:k] if c.kind == "ORG" and c.members and SCHOOL.search(c.text)]
                return schools[-1].members[-1].entity if schools else None
            if chunk.text in _UNNAMED and k and chunks[k - 1].text in self.cues.title["enters"]:
                return None  # 加入|公司, which nothing names
            if chunk.kind in {"ORG", "FACILITY", "PLACE"} and chunk.members and not _PARTY.search(chunk.text):
                behind = chunks[k + 1].text if k + 1 < len(chunks) else ""
                described = k - 1
                while described > 0 and _describes(chunks[described]):
                    described -= 1  # 加入|知名|家居|卖场|甲公司
                described -= described > 0 and chunks[described].text == "了"
                before = chunks[described].text if k else ""
                at = before in _GOES_TO and behind in self.cues.title["told_in_row"]
                busy = (
                    before == "在" and behind in _BUSY and any(c.text in works for c in chunks[k + 2 : k + 7])
                )
                if at or busy or behind in works or before in enters:
                    return chunk.members[-1].entity
        return None


def _may_have(whole: Entity, words: str) -> bool:
    """Tell whether ``words`` name what is a part of ``whole``, and no body of its own: 甲大学|附属医院."""
    own_school = words in _AFFILIATED or words.startswith("附属") or words.endswith(_INSTITUTES)
    if words.endswith("学院") and len(words) > len("学院") and SCHOOL.search(whole.name) is None:
        return False  # 甲公司经理某某、|酒店管理学院|院长某某
    if RELATIVE.fullmatch(words) or (own_school and SCHOOL.search(whole.name)):
        return True
    sibling = len(words) > 2 and words[-1] in "局司处" and whole.name.endswith(words[-1])
    inner = sibling or _DEPARTMENT.fullmatch(words) is not None
    return whole.type in _WHOLES and inner and not any(e.sure for e in gazetteer().lookup(words))


def _is_level(place: Entity, level: str) -> bool:
    """Tell whether a place is of a level by its full name: 黑龙江 is a 省."""
    rows = gazetteer().lookup(place.name)
    full = (row.canonical for row in rows if row.type is MentionType.PLACE)
    return any(name.endswith(level) for name in (place.name, *full))


def _is_of_same(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a row of offices is of one person: nobody is named behind the last body that is."""
    bodies = (k for k in range(len(chunks) - 1, -1, -1) if any(post.holder for post in chunks[k].posts))
    last = next(bodies, 0)
    return all(chunk.kind != "PERSON" and chunk.text != "；" for chunk in chunks[last:])


def _fined(chunks: Sequence[Chunk]) -> Entity | None:
    """Return the firm whose people are punished with it: 某局决定：对|甲公司|罚款；对董事长某某罚款."""
    aimed = (b for a, b in pairwise(chunks) if a.text == "对" and b.kind == "ORG" and b.members)
    return next((chunk.members[0].entity for chunk in aimed), None)


def _describes(chunk: Chunk) -> bool:
    """Tell whether a chunk can describe the body named behind it."""
    return chunk.kind in {"INDUSTRY", "PRODUCT"} or (chunk.kind == "W" and chunk.tag in _ATTRIBUTIVE)


def _is_carried(post: Post) -> bool:
    """Tell whether a unit stands apart from the body that it may be of: 甲局局长，|市经委办公室|主任."""
    return post.unit is not None and (post.holder is None or post.holder.span.end < post.unit.start)


def _title_of(post: Post) -> str:
    """Return the title of an office without what tells how it is had: 甲公司监事会|主席 is 监事会主席."""
    title = _SEAT.sub("", _CANDIDATE.sub("", post.title))
    seat = BOARD.search(post.holder.entity.name) if post.holder is not None else None
    of_board = seat is not None and title in _CHAIRS and seat[0].endswith("监事会")
    return "监事会" + title if of_board else title


def _bearer_of(chunks: Sequence[Chunk]) -> Entity | None:
    """Return the body named before the person whose title stands behind the name: 甲大学|某某|教授."""
    k = len(chunks) - 2
    if k < 0 or chunks[-1].kind != "PERSON" or len(chunks[-1].members) != 1:
        return None
    while k > 0 and chunks[k].kind == "W" and (chunks[k].text == "的" or UNIT.search(chunks[k].text)):
        k -= 1  # 甲医院|心内科|某某|主任
    named = chunks[k].kind in {"ORG", "PARK"} and len(chunks[k].members) == 1
    return chunks[k].members[0].entity if named and not chunks[k].members[0].anaphor else None


def _works_elsewhere(chunks: Sequence[Chunk]) -> bool:
    """Tell whether the words before a title name a workplace that no mention does: 曾在|阳光|电源|担任."""
    k = len(chunks) - 1
    if k < 2 or chunks[k].tag != "v":
        return False
    k -= 1
    nouns = 0
    while k >= 0 and chunks[k].kind == "W" and chunks[k].tag in NOMINAL:
        k, nouns = k - 1, nouns + 1
    return nouns > 0 and k >= 0 and chunks[k].text in {"在", "于"}
