"""Where the clauses of a sentence are, and which of its names each is about.

In: the chunks of a sentence. Out: ranges of chunks, and for each the index of the chunk in subject position;
what stands there by its words alone, before anything is taken over from what was said earlier
(:mod:`kg.discourse`).
"""

import re
from collections.abc import Iterator, Sequence

from kg.chunk import NOMINAL, Chunk
from kg.context_cues import Cues, endings
from kg.mentions import CANDIDATE

#: Types that can be what a clause is about.
TOPIC_TYPES = frozenset(
    {"ORG", "PARK", "PLACE", "PERSON", "GROUP", "FACILITY", "EVENT", "PRODUCT", "POLICY", "DOCUMENT"}
)
_SKIP_TAGS = frozenset({"d", "c", "t", "TIME", "ad", "xc", "r", "u", "f"})
_RATE = re.compile("[/%]|点")
#: 甲持有的乙|股份: the stock is spoken of, not 乙.
_STOCK = frozenset({"股份", "股票", "股权", "A股", "B股", "H股", "限售股", "流通股"})
_JOINED_NOUNS = NOMINAL | {"c", "b"}


def clause_ranges(chunks: Sequence[Chunk], cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the clauses; none is empty.

    A clause ends at ，。；：！？, behind a verb that opens reported words, and at 、 between an amount and
    the next thing measured (甲增长3%、乙增长5%), but not at ， in a row of amounts dealt
    out (分别出资3亿元，2亿元).
    """
    start = 0
    for i, chunk in enumerate(chunks):
        if chunk.text == "，" and _goes_on_dealing(chunks, start, i, cues):
            continue
        between_measures = (
            chunk.text == "、"
            and 0 < i < len(chunks) - 1
            and chunks[i - 1].kind == "AMOUNT"
            and bool(chunks[i + 1].members)
            and not _compares_on(chunks, start, i, cues)
        )
        if chunk.boundary or between_measures:
            if i > start:
                yield start, i
            start = i + 1
        elif chunk.kind == "W" and chunk.text in cues.speech["open"] and _opens_speech(chunks, i):
            yield start, i + 1
            start = i + 1
    if start < len(chunks):
        yield start, len(chunks)


def _compares_on(chunks: Sequence[Chunk], start: int, i: int, cues: Cues) -> bool:
    """Tell whether one more place is compared with behind 、 at ``i``: 高于全省2个点|、|全市|1个点."""
    counts = [c.count for c in chunks[i - 1 : i + 3 : 3]]
    points = all(count is not None and count.unit == "个百分点" for count in counts)
    return points and len(counts) == 2 and any(c.text in cues.metric["compared"] for c in chunks[start:i])


def _goes_on_dealing(chunks: Sequence[Chunk], start: int, i: int, cues: Cues) -> bool:
    """Tell whether a comma at ``i`` only parts two amounts of a row: 分别出资|3亿元|，|2亿元|和|1亿元."""
    counts = [c.count for c in chunks[max(i - 1, 0) : i + 2 : 2]]
    units = {count.unit if count is not None else None for count in counts}
    row = len(counts) == 2 and len(units) == 1 and None not in units
    return row and any(c.text in cues.metric["deal"] for c in chunks[start:i])


def _opens_speech(chunks: Sequence[Chunk], i: int) -> bool:
    behind = chunks[i + 1] if i + 1 < len(chunks) else None
    return (
        behind is not None
        and not behind.boundary
        and (bool(behind.members) or behind.kind == "DATE" or behind.tag in {"r", "d", "c"})
    )


#: What stands before a topic, and is none.
_PASSED = frozenset({"DATE", "AMOUNT", "POST", "TITLE", "P"})
_MOST_MODIFIERS = 3
_MODIFIERS = frozenset({"n", "nz", "a", "b", "vn", "s", "m", "q"})
#: What is counted of somebody, rather than told of.
_WARES = frozenset({"PRODUCT", "POLICY"})
#: What somebody wrote or made.
_WORKS = ("作品", "代表作", "著作", "专著", "论著", "著有", "作品有", "编著")
#: What stands before who brings something about, however a tagger takes it.
_BROUGHT_BY = frozenset({"经", "由", "被"})
#: What tells an office of who is named behind it.
_SERVING = frozenset({"现任", "时任", "曾任", "原任"})
#: What a body governs is not spoken of because of that.
_GOVERNS = frozenset({"辖", "下辖", "管辖", "现辖"})
#: How a word ends behind which stands who somebody is: 控股股东原为甲.
_COPULAS = ("为", "是", "系")
#: Who is told to do something does it: 某局要求公司说明原因.
_ORDERS = frozenset({"要求", "责令", "责成", "督促", "提请", "裁定", "判令", "裁决", "判决"})
#: 甲向乙控制的丙付款, 甲与乙下属的丙签约: what is described belongs to the phrase and not to 甲.
_TOWARDS = frozenset({"向", "对", "给", "为", "从"})
HELD_BY = frozenset({"下属", "所属", "旗下", "下辖"})
#: Behind whom of the books a profit is: 归属于|甲公司|普通股|股东|的净利润.
_BELONGS = frozenset({"归属", "归属于", "归于", "归"})
_KIN_OF_FIRMS = (
    "股东",
    "子公司",
    "参股公司",
    "关联方",
    "关联人",
    "实际控制人",
    "供应商",
    "客户",
    "一致行动人",
)
_HOLDERS = ("股东", "所有者", "持有人", "拥有人")
_JOINTS = frozenset({"、", "兼", "及", "和", "暨"})
#: How many chunks the line of a paper before its news has at most.
_DATELINE = 8
_DATELINES = ("报讯", "网讯", "社讯")
#: How a noun for who does something ends.
_CALLINGS = tuple("演员 运动员 选手 名将 队员 家 歌手 导演 教练 作者 学者 诗人 艺人 主持人 律师 医师".split())
_JOINS = frozenset({"与", "和", "及", "、"})
#: Whose somebody is: kin, pupils, helpers.
_KIN = frozenset(
    (
        "女婿 儿子 长子 次子 三子 幼子 独子 女儿 长女 次女 妻子 夫人 丈夫 孙子 长孙 侄子 外甥 弟弟 哥哥 "
        "胞弟 胞兄 妹妹 姐姐 父亲 母亲 岳父 学生 弟子 门生 高足 助手 秘书 同学 同乡"
    ).split()
)
#: Who is from a village whose name no table has: 甲县|青石乡|白水村|人.
_VILLAGER = re.compile("[一-龥]{1,10}(?:村|镇|乡|屯|寨|街道|社区)人")
_ORIGIN = frozenset({"人", "人氏", "籍", "国籍", "户籍", "籍人士"})
#: What closes the frame of 在: 在…会上, 在…信中, 在…期间.
_FRAME_ENDS = frozenset({"上", "中", "期间", "时", "后", "间隙", "之际", "过程中"})
#: What closes a phrase of 在 behind what something is a part of.
_WITHIN = frozenset({"中", "里", "当中", "之中", "市场"})
#: Of a market somebody has one of these.
_SHARES = ("市场占有率", "市场份额", "占有率", "市占率", "市场占比", "份额")
#: The state, whose founding only tells when something was.
_STATE = frozenset({"中国", "新中国", "中华人民共和国", "共和国"})
_FOUNDED = re.compile("(?:成立|建立)(?:[之以]?[后前]|初期)")
#: Who keeps a body stands before one of these, and what kind of body it is behind: 某部|直属|高校.
_KEPT_BY = frozenset(
    "共建 合建 省部共建 部省共建 部市共建 省市共建 直属 直管 主管 主办 举办 所属 下属 属 领导".split()
)
_THIS = frozenset({"这", "这条", "这座", "这家", "这个", "这项", "这一", "这款", "这片", "这种", "该", "此"})
#: Behind these no body acts: the road in 这条|甲省|规划的高速公路, the price in 每股|甲公司|的股份….
_NOT_ITSELF = _THIS | {"每股"}


def topic_index(chunks: Sequence[Chunk], start: int, end: int, cues: Cues) -> int:
    """Return the index of the chunk a clause is about, or -1.

    Passed over: times, adverbs, pronouns, posts before a person, names behind a preposition, holders before
    what they hold (甲集团旗下乙公司) and what stands in a relative clause (甲设立的乙).
    """
    if chunks[start].text in cues.clause["about"] or chunks[start].text == "作为":
        return -1  # 作为宁州高新区的“一号工程”，甲产业园…: a role of what follows
    if start + 2 < end and chunks[start].text.isdigit() and chunks[start + 1].text == "、":
        start += 2  # 1、|甲大学，创建于…
    introduced = max(_bearer_at(chunks, start, end), _behind_dash(chunks, start, end))
    if introduced >= 0:
        return introduced
    i = _introduced_at(chunks, start, end, cues)
    while i < end:
        if _goes_on(chunks, start, i, end, cues) or (i > start and _is_told_of(chunks, i)):
            return -1
        if chunks[i].kind in TOPIC_TYPES and chunks[i].members and not _is_honour(chunks[i]):
            further = _topic_or_further(chunks, start, i, end, cues)
        else:
            further = _passed(chunks, start, i, end, cues)
        if further <= i:
            return further
        i = further
    return -1


def _goes_on(chunks: Sequence[Chunk], start: int, i: int, end: int, cues: Cues) -> bool:
    """Tell whether the chunk at ``i`` shows that a clause goes on about whom the text is about."""
    chunk, behind = chunks[i], chunks[i + 1] if i + 1 < end else None
    if chunk.kind == "W" and chunk.text in cues.clause["preposition"]:
        return False
    if chunk.kind == "PERSON" and i + 3 == end and chunks[i + 1].text == "的":
        return chunks[i + 2].text in _KIN  # 某某，|孔某某的女婿，毕业于…
    if chunk.kind in _WARES and behind is not None and _counts(behind):
        return True  # 其中新能源汽车4118辆, 生产生铁5万吨: about who sold or made them
    if chunk.kind == "FACILITY" and behind is not None and i + 2 >= end and _counts_one_by_one(behind):
        return True  # 省级示范厂|8家、网店6家: how many somebody has
    if chunk.kind == "POLICY" and i + 2 == end and behind is not None and behind.kind == "POST":
        return True  # 甲大学教授，“乙计划”|特聘教授
    if chunk.kind == "PRODUCT":
        return _names_plant(chunks, i + 1, end, cues)  # 动力电池|项目|总投资50亿元
    if chunk.text in _STATE and _FOUNDED.fullmatch("".join(c.text for c in chunks[i + 1 : end])):
        return True  # 新中国成立后，任…: only when
    if chunk.kind == "ORG" and i == start and _is_calling(chunks, i, end):
        return True  # 现任甲报主任，|乙文学院|特约|评论家
    if chunk.kind == "PLACE":
        if behind is not None and _is_origin(chunks, i + 1, end):
            return True  # 山东诸城人
        return i == start and _is_calling(chunks, i, end)  # 某某，中国著名男演员
    if chunk.kind == "W" and chunk.text in cues.clause["valued"]:
        return True  # 前身是1954年创办的甲学校, 注册地福建厦门
    if chunk.text in cues.trade["makes"] or chunk.text in cues.trade["does"]:
        return _relative_head(chunks, i, end) < 0  # 为甲代工马达: who makes goes on being spoken of
    return chunk.text in _GOVERNS and i + 2 >= end  # 辖甲、乙两个片区，规划面积30平方公里


def _counts_one_by_one(chunk: Chunk) -> bool:
    """Tell whether an amount counts things: 12个."""
    return chunk.count is not None and chunk.count.unit in {"个", "家", "座", "条", "处"}


def _is_told_of(chunks: Sequence[Chunk], i: int) -> bool:
    """Tell whether a thing only says of what a sum is or how many somebody has.

    2351亿元逆回购到期 goes on about the bank, 25个国家重点专科建设项目 about who has them.
    """
    if chunks[i].kind == "DOCUMENT" and chunks[i - 1].text.endswith(_WORKS):
        return True  # 主要作品《甲》《乙》等 are told of who wrote them
    counted = chunks[i].kind == "FACILITY" and _counts(chunks[i - 1])
    return counted or (chunks[i].kind == "PRODUCT" and _is_sum(chunks[i - 1]))


def _topic_or_further(chunks: Sequence[Chunk], start: int, i: int, end: int, cues: Cues) -> int:
    """Return ``i`` where the name there is the topic, -1 where none is, else where to look on."""
    if i == start and chunks[i].text in cues.speech["holder"]:
        return i + 1
    told = _behind_dateline(chunks, i, end)
    if told > i:
        return told
    if i > start and chunks[i - 1].text in _NOT_ITSELF:
        return -1  # 这条甲省规划的高速公路: the road is meant
    further = _meant_instead(chunks, i, end, cues)
    if further > i:
        return further
    behind = chunks[min(i + 1, end - 1)].text
    kind = chunks[i].kind == "PRODUCT" and behind in cues.clause["kind_of_firm"]
    return -1 if kind or _only_describes(chunks, i, end) else i


def _passed(chunks: Sequence[Chunk], start: int, i: int, end: int, cues: Cues) -> int:
    """Return where to look on behind what is no name at ``i``, or -1 where a clause has no topic."""
    chunk = chunks[i]
    word = chunk.kind == "W"
    if chunk.text in _BELONGS and any(c.text.endswith(_HOLDERS) for c in chunks[i + 2 : min(i + 5, end)]):
        return i + 1  # 归属于|甲公司|股东的净利润
    if word and chunk.text in cues.clause["preposition"]:
        return _behind_frame(chunks, i, end) or _behind_phrase(chunks, i + 1, end)
    serving = chunk.text in _SERVING and [c.kind for c in chunks[i + 1 : min(i + 3, end)]] == [
        "POST",
        "PERSON",
    ]
    if serving:
        return i + 2  # 现任|甲市市长|某某，拟任…
    ordered = chunk.text in _ORDERS and i + 1 < end and bool(chunks[i + 1].members)
    held = i == start and chunk.text in cues.speech["holder"]  # 下属乙公司去年上市: what is held
    dateline = i == start and word and chunk.text.endswith(_DATELINES)
    if ordered or held or dateline or chunk.kind in _PASSED:
        return i + 1
    after = _behind_event(chunks, i, end)
    if after:
        return after
    if word and (chunk.tag in _SKIP_TAGS or chunk.text in cues.clause["skip"]):
        return i + 1
    described = max(
        _relative_head(chunks, i, end),
        holder_named(chunks, i, end, cues),
        _firm_named(chunks, i, end, cues),
    )
    if described >= 0:
        return described
    listed = word and chunk.tag in _MODIFIERS and i + 1 < end and chunks[i + 1].text == "、"
    if listed and _is_callings(chunks, i + 2, end):
        return i + 2  # 气象学家|、|甲大学教授|某某
    return i + 1 if i - start < _MOST_MODIFIERS and _modifies(chunks, i, end) else -1


def _modifies(chunks: Sequence[Chunk], i: int, end: int) -> bool:
    """Tell whether the word at ``i`` may stand before a name or a noun: 老|战士|某某."""
    if chunks[i].kind != "W" or chunks[i].tag not in _MODIFIERS:
        return False
    behind = chunks[i + 1] if i + 1 < end else None
    names = TOPIC_TYPES | {"POST"}
    return behind is not None and (behind.kind in names or behind.tag in {"n", "nz", "vn", "a"})


def _is_callings(chunks: Sequence[Chunk], k: int, end: int) -> bool:
    """Tell whether what stands from ``k`` on is what somebody is, who is named behind: 甲大学教授|某某."""
    while k < end and chunks[k].kind == "W" and chunks[k].tag in {"n", "nz", "a", "b", "vn"}:
        k += 2 if k + 1 < end and chunks[k + 1].text == "、" else 1
    return k + 1 < end and chunks[k].kind == "POST" and chunks[k + 1].kind == "PERSON"


def party_acts(chunks: Sequence[Chunk], at: int, end: int, cues: Cues) -> bool:
    """Tell whether somebody unnamed whom the name at ``at`` has acts: 甲公司|控股股东|拟|减持."""
    k = at + 2 if at + 1 < end and chunks[at + 1].text == "的" else at + 1
    if k >= end or chunks[k].kind != "W" or chunks[k].text not in cues.clause["unnamed_party"]:
        return False
    rest = [c for c in chunks[k + 1 : end] if c.kind != "DATE"][:2]
    if not rest or rest[0].kind != "W" or rest[0].tag not in {"v", "vd", "d", "ad", "p"}:
        return False
    return not any(c.text in cues.clause["tells_party"] or c.text.endswith(_COPULAS) for c in rest)


def _names_plant(chunks: Sequence[Chunk], i: int, end: int, cues: Cues) -> bool:
    """Tell whether nouns from ``i`` on end in a plant or a project, as which a ware only stands before."""
    k = i
    while k < end and chunks[k].kind == "W" and chunks[k].tag in {"n", "nz", "vn", "b"}:
        k += 1
    return k > i and chunks[k - 1].text in cues.metric["thing"]


def _is_origin(chunks: Sequence[Chunk], k: int, end: int) -> bool:
    """Tell whether words behind a place say that somebody is from there: 人, 籍, 湖南|浏阳人."""
    native = chunks[k].tag == "LOC" and chunks[k].text.endswith("人") and k + 1 == end
    native = native or _VILLAGER.fullmatch("".join(c.text for c in chunks[k:end])) is not None
    counted = k + 1 < end and chunks[k + 1].text == "人口"  # 甲街道|户籍|人口|14万人
    return native or (chunks[k].text in _ORIGIN and not counted)


def _may_call(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand in what somebody is called: 著名, 光纤, 和, 首席专家."""
    if chunk.kind in {"W", "TITLE"} and chunk.tag in {"a", "b", "n", "nz", "vn", ""}:
        return True
    bare = chunk.kind == "POST" and all(post.holder is None for post in chunk.posts)
    return bare or chunk.kind in {"PRODUCT", "INDUSTRY"} or chunk.text in _JOINS


def _is_calling(chunks: Sequence[Chunk], i: int, end: int) -> bool:
    """Tell whether a clause that opens with a place only says what somebody is: 中国|著名|男演员.

    What field one is known in may be a thing that is made: 中国|激光器|与|光纤|通信专家.
    """
    rest = chunks[i + 1 : end]
    if not rest or not all(_may_call(c) for c in rest):
        return False
    return rest[-1].kind in {"TITLE", "POST"} or rest[-1].text.endswith(_CALLINGS)


def _counts(chunk: Chunk) -> bool:
    """Tell whether a chunk is an amount of something, and no price or share of it."""
    return chunk.kind == "AMOUNT" and chunk.count is not None and not _RATE.search(chunk.count.unit)


def _is_sum(chunk: Chunk) -> bool:
    """Tell whether a chunk is a sum of money."""
    return chunk.kind == "AMOUNT" and chunk.count is not None and chunk.count.is_money


def _bearer_at(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Return who is named behind a row of honours and offices that a quotation opens, or -1.

    “云岭勋章”|获得者|、|甲院院士|、|乙所所长|某某.
    """
    opens = {"POLICY", "QUOTE", "DOCUMENT", "EVENT", "POST"}
    if chunks[start].kind not in opens and chunks[start].text != "“":
        return -1
    row = False
    for k in range(start + 1, end):
        chunk = chunks[k]
        if chunk.kind == "PERSON" and chunk.members:
            return k if row and chunks[k - 1].kind in {"POST", "TITLE"} else -1
        if chunk.kind == "W" and chunk.tag not in _JOINED_NOUNS and chunk.text != "的":
            return -1
        row = row or chunk.text == "、"
    return -1


def _behind_dash(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Return who is named behind a dash and what they are, or -1: 甲银行的创办人——某某，1884年生于…."""
    dash = end - 2
    if dash <= start or chunks[dash].text != "—" or not chunks[end - 1].members:
        return -1
    acts = any(c.kind == "W" and c.tag in {"v", "p", "d", "u"} and c.text != "的" for c in chunks[start:dash])
    return -1 if acts else end - 1


def _introduced_at(chunks: Sequence[Chunk], start: int, end: int, cues: Cues) -> int:
    """Return the firm that a clause opens with behind what it is (最大的|轮胎|公司|甲橡胶), or ``start``."""
    for k in range(start, min(start + 6, end - 2)):
        if chunks[k].kind == "INDUSTRY" and chunks[k + 1].text in cues.clause["kind_of_firm"]:
            return k + 2 if chunks[k + 2].kind == "ORG" and chunks[k + 2].members else start
        if chunks[k].tag in {"v", "p", "vd"} or chunks[k].kind not in {"W", "PLACE", "DATE"}:
            break
    return start


#: How far a number may reach.
_WIDE = frozenset("全球 世界 全国 海外 国内 国际 境内 境外".split())
#: What firms have a number of, all over the world: 全球|员工.
_FIRMS_HAVE = tuple(
    "员工 雇员 职工 门店 用户 客户 经销商 销量 营收 研发人员 营业额 营业收入 年收入 雇员总数 员工总数".split()
)


def is_scope(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the chunk at ``at`` only tells how far a number of a firm's reaches: 全球|员工."""
    wide = chunks[at].text in _WIDE
    return wide and at + 1 < len(chunks) and chunks[at + 1].text.endswith(_FIRMS_HAVE)


def reaches_share(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether the chunk at ``at`` only tells of which market a share is: 全国|市场|占有率."""
    wide = chunks[at].text in _WIDE
    return wide and "".join(c.text for c in chunks[at + 1 : at + 3]).startswith(_SHARES)


def _is_honour(chunk: Chunk) -> bool:
    """Tell whether a chunk is a title that many bear (高新技术企业), of which nothing is told."""
    return chunk.kind == "POLICY" and chunk.mention is not None and chunk.mention.score < CANDIDATE


def _behind_dateline(chunks: Sequence[Chunk], i: int, end: int) -> int:
    """Return where the news begins behind the line of a paper (甲网3月5日讯, 甲社武汉3月5日电), or ``i``."""
    for k in range(i + 1, min(i + _DATELINE, end)):
        if chunks[k].text in {"讯", "电", "消息", "日讯", "日电", "|", "｜", "丨"}:
            return k + 1 if k + 1 < end else i
        if chunks[k].kind not in {"DATE", "PLACE"} and chunks[k].tag not in {"m", "n", "q"}:
            break
    return i


def _only_describes(chunks: Sequence[Chunk], i: int, end: int) -> bool:
    """Tell whether the clause is a description with a common noun as head: 某局核准的期货公司.

    So is whose one is, without 的: 教育部与宁州市|共建|高校.
    """
    rest = chunks[i + 1 : end]
    row = next((k for k, c in enumerate(rest) if c.text == "、"), len(rest))  # 甲与乙共建高校、…
    if row > 1 and rest[0].text in _KEPT_BY and all(_names_kind(c) for c in rest[1:row]):
        return True
    if len(rest) < 3 or rest[0].tag != "v" or rest[1].text != "的":
        return False
    return all(
        (c.kind == "W" and c.tag in {"n", "nz", "vn", "a", "ORG"}) or any(m.anaphor for m in c.members)
        for c in rest[2:]
    )


def _names_kind(chunk: Chunk) -> bool:
    """Tell whether a word may stand in what kind of body one is: 重点, 高校."""
    return chunk.kind in {"W", "POLICY"} and chunk.tag in {"n", "nz", "vn", "b", "a", "m", "", "LOC"}


def _meant_instead(chunks: Sequence[Chunk], i: int, end: int, cues: Cues) -> int:
    """Return ``i`` where the name at ``i`` is the topic, else where to look on."""
    behind = chunks[i + 1] if i + 1 < end else None
    if behind is None:
        return i
    holder = holder_named(chunks, i + 2 if behind.text == "的" else i + 1, end, cues)
    if holder >= 0:
        return holder
    third = chunks[i + 2] if i + 2 < end else None
    named = third is not None and third.kind in TOPIC_TYPES and bool(third.members)
    named = named and not is_scope(chunks, i + 2)  # 甲公司|的|全球|营业额
    if behind.text in _GOVERNS and i + 3 >= end:
        return i  # 甲镇|下辖|乙村、丙村
    if named and (behind.text == "的" or behind.text in cues.speech["holder"]):
        return i + 2
    if (
        third is not None
        and {behind.text, third.text} & {"的"}
        and {behind.text, third.text} & cues.speech["holder"]
        and i + 3 < end
        and chunks[i + 3].members
    ):
        return i + 3
    if _is_honour(behind):
        return i  # 甲高新区|高新技术企业|新增14家
    if behind.kind in {"PERSON", "ORG", "PARK", "FACILITY", "EVENT", "GROUP", "POLICY"} and behind.members:
        return i + 1
    if behind.kind == "AMOUNT" and third is not None and third.kind == "GROUP" and third.members:
        return i + 2
    if behind.kind == "POST" or behind.kind == "TITLE":
        return i + 1 if third is not None and third.kind == "PERSON" else i
    if behind.text == "以":
        return i  # 甲公司|以|持有的|乙|51%股权认购: who puts it in
    if behind.kind == "W" and _behind_frame(chunks, i + 1, end):
        return i  # 甲公司|在宁州举行的大会上|宣布
    described = _described(chunks, i, end, cues)
    if described >= 0:
        return described
    relative = _relative_head(chunks, i + 1, end)
    if relative < 0 and i + 4 == end and chunks[i + 3].kind in _MADE:
        relative = _relative_head(chunks, i, end)  # 甲|共建|的|乙园区，…
    if relative >= 0 and _acts_on(chunks[i + 1 : relative]):
        return i
    return relative if relative >= 0 else i


def _acts_on(chunks: Sequence[Chunk]) -> bool:
    """Tell whether another than the topic does what a relative clause tells: 甲收购|丙|持有|的|乙."""
    others = (k for k, c in enumerate(chunks) if c.kind in {"ORG", "PERSON"} and c.members)
    return any(c.tag == "v" for c in chunks[: next(others, 0)])


def holder_named(chunks: Sequence[Chunk], i: int, end: int, cues: Cues) -> int:
    """Return the chunk of the holder whose description begins at ``i``, or -1.

    控股股东、实际控制人|某某, 持股5%以上股东|某某, 实际控制人、董事长兼总经理|某某.
    """
    k = i
    holders = endings(cues.title["holds_stake"])
    if k + 1 < end and chunks[k].text in cues.metric["hold"] and chunks[k + 1].kind == "AMOUNT":
        k += 3 if k + 2 < end and chunks[k + 2].text == "的" else 2
    found = False
    while k < end:
        chunk = chunks[k]
        holds = chunk.kind == "W" and chunk.text.endswith(holders)
        if not holds and not (found and (chunk.text in _JOINTS or chunk.kind in {"POST", "TITLE"})):
            break
        found = found or holds
        k += 1
    named = found and k < end and chunks[k].kind in {"ORG", "PERSON", "PARK"} and bool(chunks[k].members)
    return k if named else -1


#: Which of a place's many somebody is.
_ORDINAL = re.compile("(?:第[一二三四五六七八九十百0-9]+|首|唯一的?一?)[个家座片]?")


def _described(chunks: Sequence[Chunk], i: int, end: int, cues: Cues) -> int:
    """Return the name that another name and common nouns describe, or -1.

    甲军|老|战士|某某 is a person, 车规级芯片|设计|公司|甲半导体 and 全球|最大|的|矿业|公司|乙矿业 a firm.
    """
    k = i + 1
    if chunks[i].kind == "PLACE" and k < end and _ORDINAL.fullmatch(chunks[k].text):
        k += 1  # 甲省|第三个|国家级高新区|乙高新区
        while k < end and chunks[k].kind == "W" and chunks[k].tag in {"n", "nz", "b", "LOC", "ORG", "a"}:
            k += 1
        return k if k < end and chunks[k].kind in {"PARK", "FACILITY"} else -1
    while k < min(i + 6, end) and (_attributive(chunks[k]) or (chunks[k].text == "的" and k > i + 1)):
        k += 1
    called = chunks[i].kind in {"PRODUCT", "INDUSTRY"} and i + 1 < k < end and chunks[k].text == "、"
    if called and _may_call(chunks[k - 1]) and _is_callings(chunks, k + 1, end):
        return k + 1  # 水稻|栽培|学家|、|原甲学院院长|某某
    if k == i + 1 or k >= end or not (chunks[k].members or chunks[k].kind in {"POST", "TITLE"}):
        return -1
    if chunks[k].kind in {"POST", "TITLE"} and k + 1 < end and chunks[k + 1].kind == "PERSON":
        return k + 1 if chunks[i].kind == "ORG" else -1  # 甲数据|生猪|首席分析师|某某
    person = chunks[k].kind == "PERSON" and chunks[i].kind == "ORG" and k < i + 5
    firm = chunks[k].kind == "ORG" and chunks[k - 1].text.endswith(endings(cues.clause["kind_of_firm"]))
    return k if person or firm else -1


def _firm_named(chunks: Sequence[Chunk], i: int, end: int, cues: Cues) -> int:
    """Return the firm that common nouns before it describe, or -1: 背后的运营公司|甲生物."""
    k = i
    while k < min(i + 6, end) and (_attributive(chunks[k]) or (chunks[k].text == "的" and k > i)):
        k += 1
    firm = i + 1 < k < end and chunks[k].kind == "ORG" and bool(chunks[k].members)
    return k if firm and chunks[k - 1].text in cues.clause["kind_of_firm"] else -1


def _attributive(chunk: Chunk) -> bool:
    if chunk.kind == "W":
        return chunk.tag in {"n", "nz", "vn", "a", "b", "s", "ORG"}
    return chunk.kind in {"INDUSTRY", "PRODUCT"}


#: What one is by another, which taggers take for one word: 甲公司|是由|四家公司|组建而成|的|中国|企业.
_IS_BY = frozenset({"是由", "为由", "系由"})
#: What somebody makes or holds, and then is spoken of.
_MADE = frozenset({"ORG", "PARK", "FACILITY", "PRODUCT", "EVENT", "POLICY"})
#: What opens a relative clause before who acts: 专注|芯片|的甲公司|宣布.
_RELATES = frozenset({"v", "vn", "a", "ad", "vd"})
_ACTORS = frozenset({"ORG", "PARK", "PERSON"})


def _relative_head(chunks: Sequence[Chunk], i: int, end: int) -> int:
    """Return the chunk behind 的 that a relative clause beginning at ``i`` describes, or -1.

    甲全资设立的乙获批: the verb stands right before 的, and more follows behind the name; or the whole clause
    only describes it (成立于1998年的甲，…).
    """
    for k in range(i, min(i + 10, end - 1)):
        chunk = chunks[k]
        copula = (chunk.text in {"是", "系", "为"} and chunk.tag == "v") or chunk.text in _IS_BY
        if (chunk.kind == "P" and chunk.text != "、") or chunk.text in {"将", "把"} or copula:
            return -1  # 甲大学是某部批准的首所… tells of 甲大学, 前身是某人开办的乙 of what is told of
        if chunk.text == "的" and k > i:
            return k + 1 if _relates(chunks, i, k, end) else -1
    return -1


def _relates(chunks: Sequence[Chunk], i: int, k: int, end: int) -> bool:
    """Tell whether the chunks from ``i`` to 的 at ``k`` are a clause, and the name behind 的 its head."""
    before, head = chunks[k - 1], chunks[k + 1]
    of_phrase = before.text in HELD_BY or any(c.text in _TOWARDS for c in chunks[i:k])
    stock = k + 3 if k + 2 < end and chunks[k + 2].kind == "AMOUNT" else k + 2
    if of_phrase or (stock < end and chunks[stock].text in _STOCK):
        return False
    opens = i == 0 or chunks[i - 1].boundary or chunks[i - 1].kind == "DATE"
    fronted = opens and k + 2 == end < len(chunks) and chunks[end].text == "，"
    if head.kind not in TOPIC_TYPES or not head.members or not (k + 2 < end or fronted):
        return False
    acted = k - 2 >= i and (chunks[k - 2].tag == "v" or chunks[k - 2].text.endswith("于"))
    if before.tag in {"v", "vn"} or (acted and before.kind != "W"):
        return True
    aged = before.count is not None and before.count.unit == "岁" and head.kind != "PERSON"
    if before.kind == "AMOUNT" and not aged:
        return True  # 规划面积12平方公里的|甲产业园
    acts = k + 2 < end and (chunks[k + 2].kind == "DATE" or chunks[k + 2].tag in {"v", "d", "p"})
    return opens and acts and chunks[i].tag in _RELATES and head.kind in _ACTORS


def _behind_frame(chunks: Sequence[Chunk], i: int, end: int) -> int:
    """Return the index behind 在…的会上 or 从…的会上, which the preposition at ``i`` opens, else 0."""
    if chunks[i].text not in {"在", "从"}:
        return 0
    for k in range(i + 2, min(i + 10, end)):
        if chunks[k].text == "在" or chunks[k].kind == "P":
            return 0
        if chunks[k].text in _FRAME_ENDS and chunks[k - 1].kind in {"EVENT", "W", "DOCUMENT"}:
            return k + 1
    return 0


def _behind_event(chunks: Sequence[Chunk], i: int, end: int) -> int:
    """Return the index behind 收购后 or 交易完成后 where such words begin at ``i``, else 0."""
    for k in range(i, min(i + 4, end - 1)):
        if chunks[k].text in {"后", "之后", "以后", "前", "完成后"} and k > i:
            return k + 1
        if chunks[k].kind != "W" or chunks[k].tag not in {"n", "nz", "v", "vn", "r", "q"}:
            return 0
    return 0


def _behind_phrase(chunks: Sequence[Chunk], i: int, end: int) -> int:
    """Return the index behind the noun phrase of a preposition that ends at ``i``."""
    while (
        i < end
        and chunks[i].kind == "W"
        and chunks[i].tag in {"d", "r", "a", "b", "n", "nz", "vn", "m", "q", "u"}
    ):
        i += 1
    posted = i + 1 < end and chunks[i].kind in {"TITLE", "POST"} and chunks[i + 1].kind == "PERSON"
    if i < end and (chunks[i].kind in TOPIC_TYPES or chunks[i].kind in {"DATE", "AMOUNT", "TITLE", "POST"}):
        dated = chunks[i].kind == "DATE"
        i += 2 if posted else 1  # 对|时任总经理|某某
        if dated and i + 1 < end and chunks[i].kind in TOPIC_TYPES and chunks[i + 1].text in _WITHIN:
            i += 1  # 在|11月|新能源汽车|中|占比
    if i < end and chunks[i].kind == "POLICY" and chunks[i - 1].kind in {"ORG", "PLACE"}:
        i += 1  # 以|甲大学|“百人计划”|引进人才身份|进入…
    while i < end and chunks[i].kind == "W" and chunks[i].tag in {"f", "s", "n", "nz", "vn", "u", "q"}:
        if chunks[i].text in _BROUGHT_BY:
            break  # 于1994年|经|国务院批准设立
        i += 1
    if i < end and chunks[i].kind in {"ORG", "PERSON"} and chunks[i - 1].text.endswith(_KIN_OF_FIRMS):
        i += 1  # 向|公司|控股股东|甲集团|收购乙
    return i
