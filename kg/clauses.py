"""What a clause says of whom the text goes on about: who hears, holds, is set up or plays a part."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from kg.anaphora_words import ISSUERS, PUBLIC
from kg.borders import MEETS
from kg.chunk import NOMINAL, Chunk, Member
from kg.context_cues import Cues
from kg.life_lines import LIFE_SECTION
from kg.model import Entity, MentionType
from kg.topics import holder_named

_HEARS = frozenset({"收到", "接到", "接", "获", "接获"})
_NOTICE = ("通知", "函告", "告知", "告知函", "通知函", "通知书", "来函", "书面通知")
#: What changes the name of a body that stays what it was.
_RENAMES = frozenset(
    "更名为 改名为 易名为 改称为 改称 升格为 定名为 命名为 改建为 转制为 改制为 改组为 变更为".split()
)
_AND = frozenset({"及", "及其", "和", "与", "以及"})
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
#: What the line above a life has beside the name.
_HEADED = frozenset("简历 简介 个人简历 个人简介 个人资料 人物简介 生平 小传 ： 先生 女士 同志".split())
_SECTION = re.compile(LIFE_SECTION)
#: What a body becomes part of stands behind one of these.
_JOINS = frozenset({"并入", "划入", "整体并入", "成建制并入", "归并到", "合并到", "并入到", "转入", "并到"})
_SITES = ("位于", "坐落", "地处", "座落", "毗邻", "紧邻", "地址")
_MERGE = frozenset({"合并", "并入", "整体并入", "先后并入", "相继并入", "撤销", "撤并", "裁撤"})
_MERGES = re.compile("合并|并入|合组|合办")
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
#: With whom something is done stands behind one of these, and behind that, that both do it.
_WITH = frozenset({"与", "和", "同", "跟", "联合", "携手"})
_BOTH = ("共同", "各自", "各", "均", "合资", "联合")
_LEADS = frozenset({"DATE", "P"})


def together(chunks: Sequence[Chunk], at: int, end: int) -> tuple[Member, ...]:
    """Return the names that the topic at ``at`` is made of: 甲公司及其董事长某某 are both spoken of.

    So are 甲公司 and 乙公司 where the one does something 与 the other, and 共同 or 各 says that both do.
    """
    partner = _partner(chunks, at, end)
    if partner:
        return (*chunks[at].members, *partner)
    row = chunks[at].row
    if not row and chunks[at].kind == "ORG":
        rows = (c.row for c in chunks[at + 2 : end] if c.row[:1] == chunks[at].members[:1])
        row = next(rows, ()) if chunks[min(at + 1, end - 1)].text in _AND else ()
    return row or chunks[at].members


def _partner(chunks: Sequence[Chunk], at: int, end: int) -> tuple[Member, ...]:
    """Return with whom the topic at ``at`` does what both do: 甲|拟|与|乙|各|出资500万元."""
    k = next((k for k in range(at + 1, min(at + 5, end)) if chunks[k].text in _WITH), end)
    if any(c.kind not in {"W", "DATE"} for c in chunks[at + 1 : k]):
        return ()
    named = next((n for n in range(k + 1, min(k + 6, end)) if chunks[n].kind in {"ORG", "PERSON"}), None)
    if named is None or any(c.members and c.kind != "PLACE" for c in chunks[k + 1 : named]):
        return ()  # but 与|挪威|籍商人|某某|各出资500万元
    both = any(c.text.startswith(_BOTH) for c in chunks[named + 1 : min(named + 3, end)])
    return chunks[named].members if both else ()


def heard_from(chunks: Sequence[Chunk], at: int, end: int, cues: Cues) -> tuple[Member, ...]:
    """Return the holder from whom a firm hears what is told next: 甲收到股东乙的告知函，获悉其…."""
    for k in range(at + 1, end - 2):
        notice = "".join(c.text for c in chunks[end - 2 : end]).endswith(_NOTICE)
        if chunks[k].text in _HEARS and notice:
            holder = holder_named(chunks, k + 1, end, cues)
            return chunks[holder].members if holder >= 0 else ()
    return ()


def held_firm(chunks: Sequence[Chunk], start: int, at: int, cues: Cues) -> tuple[Member, ...] | None:
    """Return the firm of the holder named at ``at`` (甲控股股东乙); ``None`` if no holder is named there.

    公司 never means the holder.
    """
    for k in range(start, at):
        if holder_named(chunks, k, len(chunks), cues) == at:
            before = k - 1 if k > start and chunks[k - 1].text == "的" else k
            return chunks[before - 1].members if before > start else ()
    return None


def bought(chunks: Sequence[Chunk]) -> Entity | None:
    """Return the firm whose stock the clause so far deals in: 拟收购|乙|60%|股权，标的….."""
    for chunk, behind, third in reversed(list(zip(chunks, chunks[1:], chunks[2:], strict=False))):
        stock = behind.text in _STOCK or (behind.kind == "AMOUNT" and third.text in _STOCK)
        if chunk.kind == "ORG" and len(chunk.members) == 1 and stock:
            return chunk.members[0].entity
    return None


def set_up(clause: Sequence[Chunk], cues: Cues) -> tuple[Member, ...]:
    """Return the firm that a clause tells to be set up: 拟设立全资子公司|甲, of which 经营范围… is said."""
    founds = next((k for k, c in enumerate(clause) if c.text in cues.name["founds"]), len(clause))
    if any(c.text == "的" for c in clause[founds + 1 : founds + 2]):
        return ()  # 前身为1988年成立的甲
    firms = [c.members for c in clause[founds + 1 :] if c.kind == "ORG" and len(c.members) == 1]
    return firms[-1] if firms and clause[-1].members == firms[-1] else ()


def founds_unnamed(chunks: Sequence[Chunk], founds: AbstractSet[str]) -> bool:
    """Tell whether a firm without a name is set up: 在宁州|合资成立|维修|公司，甲持股49%."""
    at = next((k for k in range(len(chunks) - 1, -1, -1) if chunks[k].text in founds), len(chunks))
    noun = list(takewhile(lambda c: c.kind in {"W", "INDUSTRY", "PRODUCT"}, chunks[at + 1 :]))
    return bool(noun) and noun[-1].kind == "W" and noun[-1].text.endswith(("公司", "企业"))


def merged_into(
    chunks: Sequence[Chunk], start: int, end: int, new_firm: tuple[Member, ...]
) -> tuple[Member, ...]:
    """Return what bodies have become by a merger, of which the text goes on.

    甲、乙并入|丙; 甲与乙合并，成立|丁, which is the ``new_firm``.
    """
    if end - start > 1 and chunks[end - 2].text in _JOINS and chunks[end - 1].kind == "ORG":
        return chunks[end - 1].members
    if not new_firm or chunks[end - 1].members[:1] != new_firm:
        return ()
    merged = any(_MERGES.search(c.text) for c in chunks[:end] if c.kind == "W")
    return new_firm if merged else ()


def merges(chunks: Sequence[Chunk], end: int) -> bool:
    """Tell whether a clause ends with a merger and not with what came of it: 甲、乙|合并."""
    return chunks[end - 1].text in _MERGE


def new_name(clause: Sequence[Chunk]) -> tuple[Entity, ...]:
    """Return the body by its new name, which is spoken of from then on: 甲学院升格为|乙大学."""
    named = (b for a, b in pairwise(clause) if a.text in _RENAMES and b.kind == "ORG")
    return tuple(m.entity for chunk in named for m in chunk.members if len(chunk.members) == 1)


def is_heading(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a sentence is a person's name alone, or that and what follows: 某某|简历."""
    at = 2 if len(chunks) > 2 and chunks[1].text in {"、", "．", "."} else 0  # 一、|某某|简历
    named = chunks[at].kind == "PERSON" and len(chunks[at].members) == 1
    return named and all(c.text in _HEADED or c.text == "：" for c in chunks[at + 1 :])


def is_section(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a line only says that a life follows: 人物|履历."""
    return _SECTION.fullmatch("".join(c.text for c in chunks)) is not None


def opens_profile(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a sentence opens with who somebody is: 某某|，|教授、主任医师|，."""
    kinds = [c.kind for c in chunks[:3]]
    apart = len(chunks) > 3 and chunks[1].text == "，" and chunks[3].boundary
    return kinds == ["PERSON", "P", "POST"] and apart and len(chunks[0].members) == 1


def settles(named: Chunk, clause: Sequence[Chunk], before: Sequence[Member], cues: Cues) -> bool:
    """Tell whether a clause only says of bodies that they came to the zone that the text is about."""
    of_zone = len(before) == 1 and before[0].entity.type in {MentionType.PARK, MentionType.PLACE}
    return of_zone and named.kind in {"ORG", "FACILITY"} and clause[-1].text in cues.clause["settled"]


#: What an authority does to the body told of, which its clause need not name: 某部批准备案.
_PERMITS = frozenset(
    (
        "批准 同意 批复 核准 备案 审批 准予 批准备案 批准成立 批准设立 批准建立 批准筹建 批准立项 同意成立 "
        "同意设立 同意筹建 批复同意 批复成立 批复设立 正式批准 核准成立 审批通过 评审通过 验收 验收通过"
    ).split()
)


def permits(chunks: Sequence[Chunk], at: int, end: int, before: Sequence[Member]) -> bool:
    """Tell whether a clause only says that an authority permits the body that the text is about."""
    told = len(before) == 1 and before[0].entity.type in {
        MentionType.ORG,
        MentionType.PARK,
        MentionType.FACILITY,
    }
    rest = chunks[at + 1 : end]
    plain = all(c.kind == "W" and c.tag not in {"n", "p", "r", "u"} for c in rest)
    return told and plain and chunks[at].kind == "ORG" and any(c.text in _PERMITS for c in rest)


#: What one is as no other in some place is: 全国规模|最大|的|研究中心.
_FOREMOST = re.compile("最[大早高长老好多强]|首[个家座所批]|第一[个家座所批]|唯一")


def calls_foremost(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause that opens with a place only says what one is there: 全国|最大|的|研究中心."""
    rest = chunks[start + 1 : end]
    nouns = all(c.kind in {"W", "INDUSTRY", "PRODUCT"} and c.tag not in {"v", "p"} for c in rest)
    named = chunks[start].kind == "PLACE" and len(rest) > 1 and rest[-1].tag in {"n", "nz", "vn", "ORG"}
    return named and nouns and any(_FOREMOST.match(c.text) for c in rest)


_UNDER = frozenset({"下辖", "所辖", "辖", "直辖"})


#: What a place is among others.
_CITY_OF = ("中心城市", "卫星城", "卫星城市", "节点城市", "重要城市", "组成部分", "门户城市", "省会城市")


def calls_division(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause only says whose division a place is: 甲省|下辖|自治州, 乙市|下辖|的|县级市."""
    rest = [c for c in chunks[start + 1 : end] if c.text != "的"]
    under = bool(rest) and rest[0].text in _UNDER
    kind = rest[1:] if under else rest
    if chunks[start].kind != "PLACE" or not all(c.kind == "W" and c.tag != "v" for c in kind):
        return False
    # 甲市是…，|乙城市群|节点|城市，面积…
    return bool(kind) if under else "".join(c.text for c in (chunks[start], *rest)).endswith(_CITY_OF)


#: On which side a place has another, and what it does then: 东|与…|接壤, 南|接, 西北|毗邻.
_SIDE_OF = "[东西南北]{1,2}[部面侧方端隅]?"
_BORDER = re.compile(
    f"{_SIDE_OF}(?:分别|依次|则)?(?:[与同和跟].{{2,}}{MEETS}|[连接邻临靠界毗抵依濒傍隔](?!近)|紧[邻靠]).*"
)


def tells_border(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause only tells what a place borders on: 东与甲县接壤, 西南毗邻|乙市."""
    return _BORDER.fullmatch("".join(c.text for c in chunks[start:end])) is not None


def tells_site(chunks: Sequence[Chunk], start: int, end: int, before: int) -> bool:
    """Tell whether a clause is a place that goes on with where something is, as that up to ``before`` tells.

    甲校位于龙山东麓，|柴河|南岸.
    """
    if any(c.kind != "W" or c.tag not in {"f", "s", "LOC"} for c in chunks[start + 1 : end]):
        return False
    sites = (c.text.startswith(_SITES) for c in chunks[max(before - 6, 0) : before])
    return chunks[start].kind == "PLACE" and chunks[start - 1].text == "，" and any(sites)


#: Before who comes next in a row of several.
_NEXT = frozenset({"其次", "其次则", "紧随其后的", "紧随其后", "排名第二的", "排在第二的", "第二", "第三"})


def in_role(chunks: Sequence[Chunk], start: int, end: int) -> tuple[Member, ...]:
    """Return who a clause says plays a part in a deal: 收购人为甲，拟以6元的价格… goes on about 甲.

    So it does behind who comes next in a row: 其次是甲，收入2亿元.
    """
    if end - start < 3 or not chunks[end - 1].members or chunks[end - 2].text not in {"为", "是", "系"}:
        return ()
    named = chunks[end - 3].text
    return chunks[end - 1].members if named.endswith(_PARTS) or named in _NEXT else ()


#: What bodies have by the grace of a province or a ministry, and are counted by.
_GRANTED = re.compile(
    "(?:专业|学科|课程|名师|教师|团队|人才|专家|学者|教授|模范|劳模|实验室|示范中心|示范基地|工程中心|研究中心|基地|专科|成果奖|"
    "进步奖|科技奖|[一二三等]等奖|教材|品牌|产品|商标|工作者|津贴|人选|带头人|标兵|能手|工作室|平台|非遗|非物质文化遗产|项目)(?:建设点|建设项目|项目|点)?$"
)
_NOUN_WORDS = frozenset({"n", "nz", "vn", "an", "b", "a", "m", "c"})  # 特色专业|和|试点专业
_GRANTS = re.compile("(?:[部厅委局]|科学院|工程院|国务院)$")


def tells_grade(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the chunk at ``at`` only tells whose honours are counted: 安徽省|特色专业|13个."""
    k = at + 1
    acts = of = False
    while k < len(chunks) and _is_of_grade(chunks[k]):
        acts, of = acts or chunks[k].tag == "v", of or chunks[k].text == "的"
        k += 1
    count = chunks[k].count if k < len(chunks) and (of or not acts) else None
    grants = chunks[at].kind == "PLACE" or _GRANTS.search(chunks[at].text) is not None
    words = "".join(chunk.text for chunk in chunks[at + 1 : k])
    return grants and count is not None and not count.is_money and _GRANTED.search(words) is not None


def counts_comers(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the chunk at ``at`` only tells whence those came that are counted: 全国|19个|省市."""
    counted = at + 1 < len(chunks) and chunks[at + 1].kind == "AMOUNT"
    return counted and chunks[at].text in {"全国", "全球", "全省", "全市"}


def _is_of_grade(chunk: Chunk) -> bool:
    """Tell whether a chunk can stand in what is counted of a grade: 财政|支持|的|专业, “|151|”|人才."""
    return chunk.text in {"“", "”", "、", "的"} or (chunk.kind == "W" and chunk.tag in _NOUN_WORDS | {"v"})


def counts_some(chunks: Sequence[Chunk], at: int, start: int, end: int) -> bool:
    """Tell whether a clause only counts some of what was counted before: 其中|5个|重点专科建设项目、3个…."""
    first = at - 1 if at > start and chunks[at - 1].kind == "AMOUNT" else at
    counted = chunks[at].kind == "GROUP" or first < at
    return counted and are_some(chunks, range(first, at + 1), start, end)


def are_some(chunks: Sequence[Chunk], counted: range, start: int, end: int) -> bool:
    """Tell whether the chunks ``counted`` are an item of a clause that tells what some of all are (其中)."""
    ends = counted.stop >= end or chunks[counted.stop].text == "、"
    return ends and counted.start > start and chunks[counted.start - 1].text == "其中"


def quotes_figures(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause only names where figures come from (某某数据显示)."""
    if end < len(chunks) and chunks[end].text == "：" and chunks[end - 1].text in {"消息", "讯", "电"}:
        return True
    return chunks[end - 1].text in {"显示", "表明"} and any("数据" in c.text for c in chunks[start:end])


def is_of_unnamed(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause is about a firm that the text calls 公司 and nothing else."""
    first = next((c for c in chunks[start:end] if c.kind not in _LEADS and c.tag not in {"c", "d"}), None)
    return first is not None and first.text in ISSUERS and not first.members


#: A state or a force by its one letter, as which no name of the text goes on.
_SIDE = re.compile("[美俄日韩朝英法德意印澳加土以沙伊巴埃南新马泰越老缅柬菲蒙哈乌西荷比瑞波欧警军外]方")


def is_of_us(chunks: Sequence[Chunk], start: int, end: int) -> bool:
    """Tell whether a clause is about whoever speaks, or a side that no name is given of: 我们…, 美方…."""
    first = next(
        (c for c in chunks[start:end] if c.kind not in {"DATE", "P"} and c.tag not in {"c", "d"}), None
    )
    return first is not None and (first.text in _US or _SIDE.fullmatch(first.text) is not None)


def are_sides(chunk: Chunk) -> bool:
    """Tell whether a list names all that 双方 may mean, not some of many (甲、乙等10家)."""
    listed = len(chunk.members) > 1 and chunk.count is None and "等" not in chunk.text
    return listed and chunk.kind != "POST"  # 甲公司董事、乙公司总经理: one person's


def named_alone(chunk: Chunk) -> set[Entity]:
    """Return whom a chunk names by itself, or before who is with it (甲与乙), rather than in a row."""
    pair = len(chunk.members) == 2 and "与" in chunk.text
    holders = {post.holder.entity for post in chunk.posts if post.holder is not None}
    return holders | {m.entity for m in chunk.members[:1] if pair or len(chunk.members) == 1}


def public_employers(chunk: Chunk) -> Iterator[Entity]:
    """Yield the places and public bodies that the posts of a chunk are held in; 公司 never means them."""
    for post in chunk.posts:
        if post.holder is not None:
            holder = post.holder.entity
            if holder.type is MentionType.PLACE or PUBLIC.search(holder.name):
                yield holder


def is_person(topic: Sequence[Member]) -> bool:
    """Tell whether a topic is one person."""
    return len(topic) == 1 and topic[0].entity.type is MentionType.PERSON


#: What somebody does in the body that is named before.
_BUSY_IN = frozenset(
    "工作 学习 任教 执教 任职 进修 深造 读书 就读 攻读 服役 挂职 锻炼 实习 讲学 毕业 肄业".split()
)
_LONGEST_OFFICE = 4


def is_line_of_life(chunks: Sequence[Chunk], clause: tuple[int, int], at: int) -> bool:
    """Tell whether a clause only tells where somebody was: 甲大学|工作, or an office unread: 甲院|监学.

    The body named in it is then not what the text goes on about.
    """
    start, end = clause
    rest = chunks[at + 1 : end]
    opens = all(c.kind == "DATE" or c.text in {"在", "于", "，"} for c in chunks[start:at])
    if not rest or not opens or chunks[at].kind not in {"ORG", "PARK", "FACILITY"}:
        return False
    nouns = all(c.kind == "W" and (c.tag in NOMINAL or c.tag == "v") for c in rest)
    office = nouns and len(rest) <= _LONGEST_OFFICE and rest[-1].tag == "n" and rest[0].tag != "vd"
    return rest[-1].text in _BUSY_IN or office


def is_office_cut(chunks: Sequence[Chunk], clause: tuple[int, int], at: int) -> bool:
    """Tell whether a clause is an office of a body whose name is cut: 甲骨科|专科|联合组|副组长|等|职务."""
    start, end = clause
    rest = [c for c in chunks[at + 1 : end] if c.text not in _AND_SUCH]
    titled = len(rest) > 1 and rest[-1].kind in {"POST", "TITLE"} and chunks[at].kind == "ORG"
    named = all(c.kind in {"POLICY", "INDUSTRY", "PRODUCT"} or c.tag in NOMINAL for c in rest[:-1])
    return titled and named and at == start


#: What closes a row of offices.
_AND_SUCH = frozenset({"等", "职务", "等职", "等职务", "职"})


def discloses(chunks: Sequence[Chunk], end: int, at: int, cues: Cues) -> bool:
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
    return headed or not cues.speech["discloses"].isdisjoint(said)
