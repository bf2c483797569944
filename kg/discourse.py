"""What a text is talking about: clauses, their topics, and what 公司 or 他 means.

In: the chunks of the sentences, in order. Out: the clauses of each sentence with their topic: the names in
subject position, taken over from the clause before where a clause has none of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.chunk import Chunk, Member
from kg.context_cues import Cues
from kg.entities import Resolution, bare_paper
from kg.gazetteer import gazetteer
from kg.model import Entity, MentionType
from kg.naming import lies_in
from kg.topics import HELD_BY, clause_ranges, holder_named, is_scope, party_acts, topic_index

#: Bodies that 公司 never stands for.
PUBLIC = re.compile(
    r"(?:委员会|证监会|银保监会|监会|局|部|厅|署|法院|检察院|政府|交易所|上交所|深交所|仲裁中心|仲裁院|协会|学会|研究会|委|人大|政协|大学|学院|中学|医院|党校|管委会|党工委|办公室|报|社|网|电视台|新闻|惠誉|穆迪|标普|资信|国际评级|市场|板|A股|H股|港股|中共|共产党)$"
)


#: What a firm decides by: 公司 is the firm, and who sits there holds an office in the firm.
BOARD = re.compile(
    "(?:第[一二三四五六七八九十]+届)?(?:董事会|监事会|股东大会|股东会|(?:核心|高级)?(?:管理|高管)团队|管理层)"
)

#: Which sitting of a board or of the shareholders it is: 甲公司|2021年第二次临时|股东大会.
_TERM = re.compile("(?:[12][0-9]{3}年)?(?:年度)?(?:第[0-9一二三四五六七八九十]{1,3}[届次])?(?:临时)?$")

#: Zones that a text may speak of at large, or call so after it has named one.
_PARTLY_NAMED = "产业园 工业园 合作区 试验区 港区 保税区 示范园 科创城 产业城 软件园 物流园 科技园".split()
_ONE_OF_MANY = frozenset({"开发区", *_PARTLY_NAMED})

#: 该局 stands for a 局, 该校 for a school, 全省 for a province.
OF_KIND = {
    "该局": ("局",),
    "该厅": ("厅",),
    "该部": ("部",),
    "该署": ("署",),
    "该委": ("委员会", "委"),
    "该办": ("办公室", "办"),
    "该行": ("行",),
    "本行": ("行",),
    "该院": ("院",),
    "医院": ("医院",),
    "该校": ("大学", "学院", "学校", "中学", "小学", "党校"),
    "学校": ("大学", "学院", "学校", "中学"),
    "该学校": ("大学", "学院", "学校", "中学", "小学"),
    "该大学": ("大学",),
    "该医院": ("医院",),
    **dict.fromkeys(("该站", "该车站"), ("站",)),
    "该机场": ("机场",),
    "该寺": ("寺",),
    "该桥": ("桥",),
    "该馆": ("馆",),
    "该所": ("所",),
    "该厂": ("厂",),
    "该工厂": ("厂",),
    "该矿": ("矿",),
    "该项目": ("项目", "工程", "基地", "线"),
    "该工程": ("工程", "项目"),
    "该基地": ("基地",),
    "该电站": ("电站", "电厂"),
    "该中心": ("中心",),
    **dict.fromkeys(("该县", "全县", "我县"), ("县", "旗")),
    **dict.fromkeys(("该市", "全市", "我市"), ("市",)),
    **dict.fromkeys(("该省", "全省", "我省"), ("省", "自治区")),
    **dict.fromkeys(("县里", "市里", "省里", "区里"), ("县", "市", "省", "区", "旗")),
    **dict.fromkeys(("区内", "全区"), ("区", "城", "港", "谷", "岛", "湾", "湖")),
    "集团": ("集团",),
    "该集团": ("集团",),
    "该州": ("州",),
    "该镇": ("镇",),
    "该乡": ("乡",),
    "该村": ("村",),
    "该岛": ("岛",),
    "联盟": ("联盟",),
    "协会": ("协会",),
    **{kind: (kind,) for kind in ("研究院", "研究所", "实验室")},
    "学会": ("学会",),
    "商会": ("商会",),
    "基金会": ("基金会",),
    "交易所": ("交易所",),
    **{
        word: (word,)
        for word in (
            "推介会 研讨会 座谈会 博览会 峰会 年会 洽谈会 发布会 展览会 交流会 对接会 推进会 动员会 "
            "仪式 签约仪式 开工仪式 启动仪式 揭牌仪式 开幕式 开园仪式 奠基仪式 投产仪式"
        ).split()
    },
    "高新区": ("高新区", "开发区"),
    "新区": ("新区",),
    "该新区": ("新区",),
    **dict.fromkeys(("片区", "该片区"), ("片区", "组团")),
    **dict.fromkeys(("自贸区", "自贸试验区"), ("自由贸易试验区", "自贸区", "自贸试验区")),
    "经开区": ("开发区", "经开区"),
    "开发区": ("开发区", "经开区", "高新区"),
    "该园": ("园", "园区"),
    "航空港区": ("航空港区", "航空港经济综合实验区"),
    **{zone: (zone,) for zone in ("综合保税区", "保税港区", "临空经济区", "空港经济区")},
    **{word: (word,) for word in _PARTLY_NAMED},
    "综保区": ("保税区", "综保区"),
    "科技城": ("科技城",),
}


#: Places that are all the world to who speaks of them; 当地 is a place among them.
EVERYWHERE = frozenset({"中国", "我国", "全国", "全球", "世界", "国内"})
_HEARS = frozenset({"收到", "接到", "接", "获", "接获"})
_NOTICE = ("通知", "函告", "告知", "告知函", "通知函", "通知书", "来函", "书面通知")
_AND = frozenset({"及", "及其", "和", "与", "以及"})
_TARGETS = frozenset({"标的公司", "目标公司", "标的"})
#: Behind a name: it only tells where figures come from (某某|数据|显示，该股…).
_FIGURES = frozenset({"数据", "行情", "终端"})
#: Behind one of these 其 is not who acts.
_AT = frozenset(
    {
        "没收",
        "撤销",
        "吊销",
        "查封",
        "处罚",
        "因",
        "对",
        "向",
        "给",
        "就",
        "要求",
        "责令",
        "由于",
        "允许",
        "建议",
        "敦促",
        "督促",
    }
)

#: What is bought behind one of these belongs to another one than who buys.
_BUYS = frozenset({"购买", "收购", "并购", "受让", "购入", "买下", "认购", "拟收购", "收购了"})
_LISTS = frozenset({"、", "和", "与", "及"})
_HOLDERS = frozenset({MentionType.ORG, MentionType.PERSON})
_BECOMES = frozenset({"成为", "为", "是", "系", "变为", "作为", "跃居", "晋升为"})

#: Who judges firms, and how it is told; 公司 is then the one judged.
_RATERS = re.compile("(?:证券|国际|中金|投行|资本|研究院|研究所|研究中心|评级|咨询)$")
_RATES = frozenset(
    {
        "研报",
        "认为",
        "预计",
        "维持",
        "评级",
        "目标价",
        "给予",
        "研究报告",
        "分析师",
        "上调",
        "下调",
        "首次覆盖",
    }
)

#: How the name of a zone ends, within the name of its authority: 区内 behind 云岭高新区管委会.
_ZONES = ("区", "园", "城", "港", "谷")

#: How a line of somebody's life begins.
_LIFE_LINE = re.compile(r"\s*(?:[12]\d{3}[.年/]|曾|历任|现任|先后|任|兼任|中共|第?[一二三四五六七八九十]+届)")

#: Who speaks, or everybody: nothing named is meant.
_US = frozenset({"我们", "我", "咱们", "你们", "大家", "人们", "谁"})
#: What a firm makes its figures known in.
_REPORTS = (
    "年报",
    "季报",
    "半年报",
    "财报",
    "中报",
    "招股书",
    "招股说明书",
    "业绩快报",
    "业绩预告",
    "报告书",
)
#: Words that stand for who discloses something.
_GROUP_ENDS = ("集团", "集团公司", "集团有限公司", "集团股份有限公司", "集团有限责任公司")
_GROUPS = frozenset({"集团", "该集团"})
_ISSUERS = frozenset({"公司", "本公司", "我司"})

_STOCK = frozenset({"股权", "股份", "的股权", "的股份"})

#: Parts in a deal; whoever has one is spoken of then.
_PARTS = (
    "当事人",
    "收购人",
    "要约人",
    "收购方",
    "受让方",
    "受让人",
    "买方",
    "中标人",
    "竞得人",
    "认购方",
    "认购人",
)

_CLAUSE_ENDS = frozenset({"，", "；", "。"})
_LEADS = frozenset({"DATE", "P"})
#: How many names back 公司 and 他 reach.
_MEMORY = 60


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: chunks ``[start, end)`` of a sequence, and what it is about.

    ``own`` tells whether the topic stands in the clause itself; ``at`` is the topic's chunk then, else -1.
    """

    start: int
    end: int
    topic: tuple[Member, ...] = ()
    own: bool = False
    at: int = -1

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


@dataclass(slots=True)
class Discourse:
    """The state of a reading: topics and last mentions, newest last."""

    cues: Cues
    resolution: Resolution | None = None
    topics: list[Entity] = field(default_factory=list)
    seen: list[Entity] = field(default_factory=list)
    topic: tuple[Member, ...] = ()
    pair: tuple[Entity, ...] = ()
    life: tuple[Member, ...] = ()
    target: Entity | None = None
    issuer: Entity | None = None
    listed: Entity | None = None
    unnamed: bool = False
    """Whether 公司 has stood for a firm that the document had not named."""
    employers: set[Entity] = field(default_factory=set)
    holders: set[Entity] = field(default_factory=set)
    introduced: dict[str, Entity] = field(default_factory=dict)
    wholes: dict[str, Entity] = field(default_factory=dict)

    def referents(self, word: str, before: Sequence[Chunk]) -> tuple[Entity, ...]:
        """Return what an anaphoric word stands for.

        The newest topic of a fitting type, else the newest mention; 双方, 前者 and the like stand for the
        things last named together, 标的公司 for what was last told to be bought (``target``). What the
        document itself defines (以下简称“公司”) comes before all, then who discloses: in
        甲公告，子公司乙…，公司… the last 公司 is 甲.
        """
        meant = self.resolution.meant if self.resolution is not None else {}
        defined = meant.get(word.removeprefix("本"))
        if defined is not None:
            return (defined,)
        if word in _ISSUERS and self.unnamed:
            return ()  # the text speaks of a firm that it does not name
        if word in _TARGETS:
            bought = _bought(before) or self.target
            return (bought,) if bought is not None else ()
        if word in _ISSUERS:
            issuer = self._issuer(before) or self.issuer
            if issuer is not None:
                return (issuer,)
        types = self.cues.anaphora.get(word, ())
        if word in _ONE_OF_MANY and self._many(word):  # 开发区 in a text on several is each and none
            said = [m.entity for m in self.topic if m.entity.type is MentionType.PARK]
            return (said[0],) if len(said) == 1 and self._fitting(word, said[0]) is not None else ()
        if "PAIR" in types:
            return self._paired(word, before)
        about = self.cues.clause["about"]
        told = self.cues.clause["life"]
        if (self.life or any(c.text in told for c in before)) and _means_firm(word):
            before = ()  # a firm named in somebody's life is an employer of theirs, not 公司
        named = [k for k, c in enumerate(before) if c.members and not _only_spoken_about(before, k, about)]
        named = [k for k in named if k + 1 == len(before) or before[k + 1].text not in _FIGURES]
        local = [m.entity for k in named for m in before[k].members]
        if types == ("PERSON",):
            people = [e for e in (*self.seen[-_MEMORY:], *local) if e.type is MentionType.PERSON]
            return tuple(people[-1:])
        prepositions = self.cues.clause["preposition"]
        heads = [before[k].members[0].entity for k in named if _may_be_subject(before, k, prepositions)]
        if word == "其" and before and before[-1].text in {"将", "把"}:
            owner = self._subject(before)
            if owner is not None:
                return (owner,)  # 甲与乙约定，将其持有的丙股权转让
        if word == "其":
            ranges = clause_ranges(before, self.cues)
            at = [(topic_index(before, a, b, self.cues), b) for a, b in ranges if b < len(before)]
            heard = [_heard_from(before, k, b, self.cues) for k, b in at if k >= 0]
            if any(heard):
                return tuple(m.entity for m in next(h for h in reversed(heard) if h))
        own = [self.introduced[m.id] for m in reversed(heads) if m.id in self.introduced]
        acting: set[Entity] = set()
        if word == "其" and before and before[-1].text in _AT:
            acting, heads = set(heads[-1:]), []  # 甲局因其违规: another one than 甲局
        if word == "其" and before and before[-1].text in _BUYS:
            buyer = self._subject(before)  # 甲拟向乙发行股份，购买其持有的丙: who sells, not who buys
            acting = {buyer} if buyer is not None else set()
            sellers: list[Entity] = []
            for k in reversed(named):
                row = [m.entity for m in before[k].members if m.entity not in acting]
                row = [e for e in row if e.type in _HOLDERS]
                if sellers and before[k + 1].text not in _LISTS:
                    break
                sellers = row + sellers
            if sellers:
                return tuple(sellers)
        if word in _ISSUERS and not own:
            held = self._held_firm(before)
            if held is not None:
                return (held,)  # 增发后甲银行持有乙5%股份，公司…: the firm that is held
        if word in _ISSUERS and any(c.text in _RATES for c in before):
            raters = {e for e in local if _RATERS.search(e.name)}  # 甲证券认为，公司订单充足: another one
            acting, heads = acting | raters, [e for e in heads if e not in raters]
        if word in _ISSUERS and before and self._is_other_firm(before[-1]):
            start = max((k + 1 for k, c in enumerate(before) if c.boundary), default=0)
            behind = [*before[start + 1 :], before[-1]]
            followed = zip(before[start:], behind, strict=True)
            there = {m.entity for c, d in followed for m in c.members if d.kind != "TITLE"}
            acting = {e for e in there if e.type is not MentionType.EVENT}  # 甲成为公司第一大股东: not itself
            self.holders |= {e for e in acting if e.type is MentionType.ORG}
            heads = []
        pools = (local, self.topics, self.seen)
        if word in _GROUPS:  # before a firm spoken of last that is no group: 集团董事长
            known = [e for pool in pools for e in reversed(pool[-_MEMORY:]) if e.type is MentionType.ORG]
            called = next((e for e in known if e.name.endswith("集团")), None)
            group = called or next((e for e in known if "集团" in e.name), None) or self._only_group()
            own = [group] if group is not None and not own else own
        if word in _ISSUERS and self.listed is not None:
            own.append(self.listed)  # the only firm with a stock code, before who else was told of
        recent = ([e for e in reversed(pool[-_MEMORY:]) if e not in acting] for pool in pools)
        first = (own, heads) if word in _GROUPS else (heads, own)
        for pool in (*first, *recent):
            for entity in pool:
                typed = entity.type.value in types or "ANY" in types
                fitting = self._fitting(word, entity) if typed else self._inner(word, entity, types)
                if fitting is not None and entity.name != word:
                    return (self._whole(word, fitting),)
        of_other = bool(before) and self._is_other_firm(before[-1])
        if word in _ISSUERS and (of_other or not before or before[-1].text in _CLAUSE_ENDS):
            self.unnamed = True
        return ()

    def _whole(self, word: str, place: Entity) -> Entity:
        """Return the place that 全市 is, rather than ``place`` where that is only a part of it.

        It is what the word meant before, or what was spoken of: 宜昌市, not 枝江市 in it.
        """
        if word[0] not in "全我" or place.type is not MentionType.PLACE:
            return place
        kinds = OF_KIND.get(word, ())
        told = [self.wholes[word[-1]]] if word[-1] in self.wholes else self.topics[::-1]
        around = (e for e in told if e.type is MentionType.PLACE and e.name.endswith(kinds))
        outer = next((e for e in around if lies_in(gazetteer(), place.name, e.name)), place)
        self.wholes[word[-1]] = outer
        return outer

    def _held_firm(self, before: Sequence[Chunk]) -> Entity | None:
        """Return the firm of which a clause before tells who holds how much."""
        start = max((k for k, c in enumerate(before) if c.boundary), default=0)
        for k in range(min(start, len(before) - 2), 0, -1):
            holds = before[k].text in self.cues.metric["hold"] and before[k - 1].kind == "ORG"
            held = before[k + 1]
            if holds and held.kind == "ORG" and len(held.members) == 1 and not held.members[0].anaphor:
                share = any(
                    c.count is not None and c.count.unit in {"%", "股"} for c in before[k + 2 : k + 4]
                )
                return held.members[0].entity if share else None
        return None

    def _is_other_firm(self, verb: Chunk) -> bool:
        """Tell whether 公司 behind ``verb`` is not who acts: 甲持有公司1亿股, 甲成为公司大股东."""
        becomes = verb.text in _BECOMES and verb.tag == "v"
        words = self.cues.metric["hold"] | self.cues.metric["stock"]
        return becomes or verb.text in words or verb.text.endswith(("持有", "增持", "减持"))

    def _many(self, word: str) -> bool:
        """Tell whether the document names several zones that ``word`` may mean."""
        named = self.resolution.entities if self.resolution is not None else ()
        kinds = OF_KIND.get(word, ())
        return sum(e.type is MentionType.PARK and e.name.endswith(kinds) for e in named) > 1

    def _only_group(self) -> Entity | None:
        """Return the only group that the document names, wherever it does."""
        named = self.resolution.entities if self.resolution is not None else ()
        groups = [e for e in named if e.type is MentionType.ORG and e.name.endswith(_GROUP_ENDS)]
        same = len({e.name[:2] for e in groups}) == 1  # 江海集团, 江海水泥集团有限公司
        return groups[0] if same else None

    def _subject(self, chunks: Sequence[Chunk]) -> Entity | None:
        """Return what the sentence so far is about."""
        found = (topic_index(chunks, a, b, self.cues) for a, b in clause_ranges(chunks, self.cues))
        named = [chunks[at].members[0].entity for at in found if at >= 0]
        return named[-1] if named else None

    def _fitting(self, word: str, entity: Entity) -> Entity | None:
        """Return the entity if ``word`` can stand for it, or for 该校 the school that it is a part of."""
        if word == "当地" and entity.name in EVERYWHERE:
            return None
        if word == "该国":
            return entity if gazetteer().is_country(entity.name) else None
        if _means_firm(word):
            entity = self.firm(entity)
            others = self.employers | self.holders if word in _ISSUERS else self.employers
            return None if PUBLIC.search(entity.name) or entity in others else entity
        kinds = OF_KIND.get(word)
        if entity.type is MentionType.DOCUMENT and word.startswith("该"):
            kinds = (word.removeprefix("该"),)  # 该方案
        if kinds is None or any(name.endswith(kinds) for name in _full_names(entity)):
            return entity
        return self._inner(word, entity, (entity.type.value,)) if word.startswith("该") else None

    def firm(self, body: Entity) -> Entity:
        """Return the firm whose board or its sitting ``body`` is (甲公司第二届董事会会议), or ``body``."""
        board = BOARD.search(body.name)
        sits = body.type is MentionType.EVENT
        if board is None or (board.end() < len(body.name) and not sits) or self.resolution is None:
            return body
        return self.resolution.named(_TERM.sub("", body.name[: board.start()])) or body

    def _inner(self, word: str, entity: Entity, types: Sequence[str]) -> Entity | None:
        """Return what ``word`` stands for of the names that the name of an entity begins with.

        全省 behind 安徽省科技厅 is 安徽省, 该校 behind 甲大学数学学院 甲大学.
        """
        kinds = OF_KIND.get(word) or (_ZONES if types[:1] == ("PARK",) else ())
        if self.resolution is None:
            return None
        if _means_firm(word) and entity.type is MentionType.EVENT:
            firm = self.firm(entity)
            return firm if firm is not entity else None
        for end in sorted(entity.name.find(kind) + len(kind) for kind in kinds if kind in entity.name):
            starts = range(end - 3, -1, -1) if types == ("PLACE",) else (0,)  # 浙江省衢州市…仪式: 衢州市
            for start in starts:
                whole = self.resolution.named(entity.name[start:end])
                if whole is not None and whole.type.value in types:
                    return whole
        return None

    def _paired(self, word: str, before: Sequence[Chunk]) -> tuple[Entity, ...]:
        pair = self.pair
        for k, chunk in enumerate(before):
            if _are_sides(chunk):
                pair = tuple(m.entity for m in chunk.members)
            with_it = before[k + 1 : k + 7]
            joint = next((j for j, c in enumerate(with_it[:-1]) if c.text in {"与", "和", "同", "跟"}), None)
            if joint is not None and chunk.members and with_it[joint + 1].members:
                first = with_it[joint - 1] if joint and with_it[joint - 1].members else chunk
                second = before[k + joint + 2 :]
                if second[0].kind == "PLACE" and word != "两地":
                    firm = next((n for n, c in enumerate(second) if c.kind == "ORG" or c.boundary), 0)
                    second = second[firm:]  # 甲与德国机床厂商乙
                if len(second) > 3 and second[1].text in HELD_BY and second[2].text == "的":
                    second = second[3:]  # 甲与乙下属的丙
                if second[0].members:
                    pair = (first.members[0].entity, second[0].members[0].entity)
                break
        if (word == "两地") != all(e.type is MentionType.PLACE for e in pair):
            pair = ()  # 双方 are bodies or people, 两地 places
        if len(pair) < 2:
            named = [m.entity for c in before for m in c.members if m.entity.type is MentionType.ORG]
            pair = tuple(dict.fromkeys(named))[-2:]
        if len(pair) < 2:
            return ()
        match word:
            case "前者":
                return pair[:1]
            case "后者":
                return pair[-1:]
            case "后两者":
                return pair[-2:]
            case _:
                return pair

    def new_paragraph(self, text: str) -> None:
        """Forget the running subject; what was spoken of stays known to 公司 and 他.

        A line of a life (1998年5月至2003年1月，任…) goes on with the person whose life is told.
        """
        if not _LIFE_LINE.match(text):
            self.life = ()
        self.topic = self.life
        self.issuer = None

    def read(self, chunks: Sequence[Chunk]) -> list[Clause]:
        """Return the clauses of a sentence with their topics, and remember them."""
        clauses: list[Clause] = []
        new_firm: tuple[Member, ...] = ()
        for start, end in clause_ranges(chunks, self.cues):
            at = topic_index(chunks, start, end, self.cues)
            if at >= 0 and clauses and clauses[-1].topic and is_scope(chunks, at):
                at = -1  # 甲公司…，全球员工4.4万人
            unnamed = self.unnamed and at < 0 and _is_of_unnamed(chunks, start, end)
            if _quotes_figures(chunks, start, end) or _is_of_us(chunks, start, end) or unnamed:
                self.topic = ()
                clauses.append(Clause(start, end))
            elif at >= 0:
                before = self.topic
                self.topic = _together(chunks, at, end)
                held = _held(chunks, start, at, self.cues)
                self.topics.extend(m.entity for m in (self.topic if held is None else held)[:1])
                if self._discloses(chunks, start, end, at):
                    self.issuer = chunks[at].members[0].entity
                if party_acts(chunks, at, end, self.cues):
                    self.topic = ()
                clauses.append(Clause(start, end, self.topic, True, at))
                self.topic = _heard_from(chunks, at, end, self.cues) or self.topic
                if start and chunks[start - 1].text == "、" and len(clauses) > 1 and clauses[-2].own:
                    owned = any(c.text == "由" for c in chunks[clauses[-2].start : clauses[-2].end])
                    self.topic = clauses[-2].topic if owned else self.topic  # 甲由乙持股90%、丙持股10%，下辖…
                if _settles(chunks[at], chunks[start:end], before, self.cues):
                    self.topic = before  # 甲园…，乙等企业已入驻，规划…: goes on about 甲园
                if len(self.topic) > 1 and self.topic[0].anaphor and "与" in chunks[at].text:
                    self.topic = self.topic[:1]  # 公司与甲签约，拟投资…: goes on about 公司
            else:
                of_new = bool(new_firm) and chunks[start].text in self.cues.clause["of_new_firm"]
                clauses.append(Clause(start, end, new_firm if of_new else self.topic))
            new_firm = _set_up(chunks[start:end], self.cues) or new_firm
            self.topic = _in_role(chunks, start, end) or self.topic
            if any(chunk.text in self.cues.clause["life"] for chunk in chunks[start:end]):
                self.life = self.topic if _is_person(self.topic) else ()
            if self.life:
                self.employers |= {p.holder.entity for c in chunks[start:end] for p in c.posts if p.holder}
            self._meet(chunks[start:end])
            for chunk in chunks[start:end]:
                self.seen.extend(m.entity for m in chunk.members)
                self.seen.extend(_public_employers(chunk))
                if _are_sides(chunk):
                    self.pair = tuple(m.entity for m in chunk.members)
        return clauses

    def _meet(self, chunks: Sequence[Chunk]) -> None:
        """Remember the body a person is introduced with (甲公司董事长林珊): 公司 is it when she speaks."""
        for post, person in pairwise(chunks):
            holder = post.posts[-1].holder if post.posts and person.kind == "PERSON" else None
            if holder is not None and person.members and not post.posts[-1].former:
                self.introduced[person.members[0].entity.id] = holder.entity

    def _issuer(self, chunks: Sequence[Chunk]) -> Entity | None:
        """Return who discloses something in the clauses of a sentence read so far, the last one."""
        issuer = None
        for start, end in clause_ranges(chunks, self.cues):
            at = topic_index(chunks, start, end, self.cues) if end < len(chunks) else -1
            if at >= 0 and self._discloses(chunks, start, end, at):
                issuer = chunks[at].members[0].entity
        return issuer

    def _discloses(self, chunks: Sequence[Chunk], start: int, end: int, at: int) -> bool:
        """Tell whether the topic at ``at`` is a firm that makes something known: 甲公告，…, or 甲：…."""
        members = chunks[at].members
        headed = at + 1 == end < len(chunks) and chunks[end].text in {"：", ":"}
        kinds = {"ORG", "FACILITY"} if headed else {"ORG"}  # 甲工程：公司…
        if len(members) != 1 or chunks[at].kind not in kinds or members[0].anaphor:
            return False
        if PUBLIC.search(members[0].entity.name):
            return False
        report = any(c.text.endswith(_REPORTS) for c in chunks[at + 1 : end])
        if report and chunks[end - 1].text in {"显示", "披露"}:
            return True  # 甲公司2009年年报显示，公司…
        said = (c.text for c in chunks[at + 1 : min(at + 5, end)])
        return headed or not self.cues.speech["discloses"].isdisjoint(said)


def _are_sides(chunk: Chunk) -> bool:
    """Tell whether a list names all that 双方 may mean, not some of many (甲、乙等10家)."""
    return len(chunk.members) > 1 and chunk.count is None and "等" not in chunk.text


def _bought(chunks: Sequence[Chunk]) -> Entity | None:
    """Return the firm whose stock the clause so far deals in: 拟收购|乙|60%|股权，标的….."""
    for chunk, behind, third in reversed(list(zip(chunks, chunks[1:], chunks[2:], strict=False))):
        stock = behind.text in _STOCK or (behind.kind == "AMOUNT" and third.text in _STOCK)
        if chunk.kind == "ORG" and len(chunk.members) == 1 and stock:
            return chunk.members[0].entity
    return None


def _together(chunks: Sequence[Chunk], at: int, end: int) -> tuple[Member, ...]:
    """Return the names that the topic at ``at`` is made of: 甲公司及其董事长某某 are both spoken of."""
    row = chunks[at].row
    if not row and chunks[at].kind == "ORG":
        rows = (c.row for c in chunks[at + 2 : end] if c.row[:1] == chunks[at].members[:1])
        row = next(rows, ()) if chunks[min(at + 1, end - 1)].text in _AND else ()
    return row or chunks[at].members


def _heard_from(chunks: Sequence[Chunk], at: int, end: int, cues: Cues) -> tuple[Member, ...]:
    """Return the holder from whom a firm hears what is told next: 甲收到股东乙的告知函，获悉其…."""
    for k in range(at + 1, end - 2):
        notice = "".join(c.text for c in chunks[end - 2 : end]).endswith(_NOTICE)
        if chunks[k].text in _HEARS and notice:
            holder = holder_named(chunks, k + 1, end, cues)
            return chunks[holder].members if holder >= 0 else ()
    return ()


def _held(chunks: Sequence[Chunk], start: int, at: int, cues: Cues) -> tuple[Member, ...] | None:
    """Return the firm of the holder named at ``at`` (甲控股股东乙); ``None`` if no holder is named there.

    公司 never means the holder.
    """
    for k in range(start, at):
        if holder_named(chunks, k, len(chunks), cues) == at:
            before = k - 1 if k > start and chunks[k - 1].text == "的" else k
            return chunks[before - 1].members if before > start else ()
    return None


def _public_employers(chunk: Chunk) -> Iterator[Entity]:
    """Yield the places and public bodies that the posts of a chunk are held in; 公司 never means them."""
    for post in chunk.posts:
        if post.holder is not None:
            holder = post.holder.entity
            if holder.type is MentionType.PLACE or PUBLIC.search(holder.name):
                yield holder


def _full_names(entity: Entity) -> set[str]:
    """Return the name of an entity and, for a place, the full names of the places that may be meant."""
    if entity.type is MentionType.DOCUMENT:
        return {bare_paper(entity.name)}
    if entity.type is not MentionType.PLACE:
        return {entity.name}
    rows = gazetteer().lookup(entity.name)
    return {entity.name, *(row.canonical for row in rows if row.type is MentionType.PLACE)}


def _means_firm(word: str) -> bool:
    return word.endswith("公司") or word in {"集团", "我司", "该企业", "该集团"}


def _is_person(topic: Sequence[Member]) -> bool:
    return len(topic) == 1 and topic[0].entity.type is MentionType.PERSON


def _set_up(clause: Sequence[Chunk], cues: Cues) -> tuple[Member, ...]:
    """Return the firm that a clause tells to be set up: 拟设立全资子公司|甲, of which 经营范围… is said."""
    founds = next((k for k, c in enumerate(clause) if c.text in cues.name["founds"]), len(clause))
    if any(c.text == "的" for c in clause[founds + 1 : founds + 2]):
        return ()  # 前身为1988年成立的甲
    firms = [c.members for c in clause[founds + 1 :] if c.kind == "ORG" and len(c.members) == 1]
    return firms[-1] if firms and clause[-1].members == firms[-1] else ()


def _settles(named: Chunk, clause: Sequence[Chunk], before: Sequence[Member], cues: Cues) -> bool:
    """Tell whether a clause only says of bodies that they came to the zone that the text is about."""
    of_zone = len(before) == 1 and before[0].entity.type in {MentionType.PARK, MentionType.PLACE}
    return of_zone and named.kind in {"ORG", "FACILITY"} and clause[-1].text in cues.clause["settled"]


def _only_spoken_about(chunks: Sequence[Chunk], k: int, about: frozenset[str]) -> bool:
    """Tell whether the clause of chunk ``k`` opens with 对于 or the like."""
    start = next((i + 1 for i in range(k - 1, -1, -1) if chunks[i].boundary), 0)
    return chunks[start].text in about


def _may_be_subject(chunks: Sequence[Chunk], k: int, prepositions: frozenset[str]) -> bool:
    """Tell whether the name at ``k`` can be a topic: no preposition stands before it, no title behind."""
    if k and chunks[k - 1].text in prepositions:
        return False
    following = [c.kind for c in chunks[k + 1 : k + 3]]
    return not (following[:1] == ["TITLE"] or following == ["W", "TITLE"])


def _in_role(chunks: Sequence[Chunk], start: int, end: int) -> tuple[Member, ...]:
    """Return who a clause says plays a part in a deal: 收购人为甲，拟以6元的价格… goes on about 甲."""
    if end - start < 3 or not chunks[end - 1].members or chunks[end - 2].text not in {"为", "是", "系"}:
        return ()
    return chunks[end - 1].members if chunks[end - 3].text.endswith(_PARTS) else ()


def _quotes_figures(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause only names where figures come from (某某数据显示)."""
    if end < len(chunks) and chunks[end].text == "：" and chunks[end - 1].text in {"消息", "讯", "电"}:
        return True
    return chunks[end - 1].text in {"显示", "表明"} and any("数据" in c.text for c in chunks[start:end])


def _is_of_unnamed(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause is about a firm that the text calls 公司 and nothing else."""
    first = next((c for c in chunks[start:end] if c.kind not in _LEADS and c.tag not in {"c", "d"}), None)
    return first is not None and first.text in _ISSUERS and not first.members


def _is_of_us(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause is about whoever speaks: 我们争取到2022年建成…."""
    first = next(
        (c for c in chunks[start:end] if c.kind not in {"DATE", "P"} and c.tag not in {"c", "d"}), None
    )
    return first is not None and first.text in _US
