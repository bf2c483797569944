"""Owners told by what is spoken of: the clause's topic, or what keeps it from being the owner."""

import re

from kg.context_cues import endings
from kg.discourse import Clause
from kg.joint import holders, is_stock
from kg.mentions import CANDIDATE
from kg.mentions.zones import is_zone
from kg.metric_names import Name
from kg.metric_owners.number import THINGS, Number, Owners, names_another
from kg.metric_owners.observers import OBSERVERS, opines
from kg.metric_words import CAME, COMES
from kg.model import MentionType

#: What only a firm or another body has.
_OF_FIRMS = ("注册资本", "注册资金", "实缴资本", "总资产", "净资产", "员工", "营业收入", "总股本")
_FIRMS = frozenset({MentionType.ORG, MentionType.PARK})
#: What only a piece of land has.
_OF_LAND = tuple("土地面积 宗地面积 出让面积 容积率 楼面 折合楼面 用地面积 绿地率 建筑密度".split())
#: What is told of who raised money, behind who gave it.
_OF_FUNDED = ("投后估值", "投前估值", "估值", "公司估值", "累计融资", "融资金额", "融资额", "融资总额")
#: What is done at a meeting that tells of another one.
_TOLD_THERE = ("获悉", "了解", "得知", "透露", "介绍", "公布", "通报", "宣布", "发布")
#: What is counted of a meeting: who came, and what they hold.
_ATTENDANCE = frozenset({"人", "名", "位", "股", "%", "个", "家", "支", "所"})
#: Behind one of these stands where a thing is, not a thing.
_LIES = frozenset(
    (
        "选址 选址于 位于 落户 落户于 坐落于 坐落 落址 设在 地处 建在 落地 "
        "搬迁到 搬迁至 搬至 搬到 迁至 迁到 迁往 迁入 移至 入驻"
    ).split()
)
#: A part of what is built, told of behind the whole.
_PHASES = ("一期", "二期", "三期", "四期", "首期", "项目一期", "项目二期")
_ONCE_BUILT = re.compile(
    "(?:项目|工程)?(?:全部|全面|正式|整体|预计|全)*(?:建成|投产|达产|达效|投用|投运|竣工|满产|运营)"
    "(?:建成|投产|达产|达效|投用|投入使用|运营|、|并)*[之以]?后"
)
_OPENS = 12
_BUILT = frozenset({MentionType.FACILITY, MentionType.PARK})
#: What has the figures of a region.
_REGIONS = frozenset({MentionType.PLACE, MentionType.PARK})
#: Exhibitions, and what only they have.
_SHOWS = tuple("博览会 交易会 展览会 洽谈会 展销会 采购会 博会 交会 展会 大赛 运动会".split())
_OF_SHOWS = tuple(
    (
        "参展单位 参展企业 参展商 参展国家 展位 展位面积 展览面积 展出面积 展馆 展区 展商 展品 "
        "分会场 观众 专业观众 参观人数 观众人数 参观人次 入场人次 入场人数 入馆人数 采购商 客商 买家 企业 "
        "国家和地区 成交额 成交金额 成交量 销售额 销售金额 交易额 交易金额 交易量 签约额 签约金额 合同金额 "
        "订单金额 订单额 协议金额 意向成交 合同成交 现场成交 零售成交 "
        "参赛选手 参赛队伍 参赛队 参赛运动员"
    ).split()
)
#: What a school's name ends with.
_SCHOOLS = ("大学", "学院", "学校", "中学", "小学")
#: What a list of projects has together.
_TOGETHER = ("总投资", "投资额", "投资总额", "总金额", "签约金额", "协议金额", "签约额")
#: What else than a firm that is spoken of has books.
_OTHERS = ("公司", "项目", "企业", "集团", "工厂", "基地", "行业", "部门", "生产线", "标的", "板块", "业务")
#: What a line of business earns is its firm's: 传感业务|营业收入, 海外|收入.
_SEGMENT = re.compile(
    "(?:[一-龥A-Za-z0-9]{1,10}(?:业务|板块|分部|事业部|产品线|产品|层|渠道)"
    "|国内|海外|境外|境内|线上|线下|国际|国外|内销|外销)"
    "(?:市场|业务|地区|渠道|产品)?的?(?:营业总?收入|营收|销售收入|收入|净利润|毛利率|毛利|营业利润)"
)
_HOLDS = frozenset("拥有 设有 有 下设 建有 现有 下辖 包括".split())
_RENAMES = frozenset({"变更为", "更名为", "为", "改名为", "是", "系"})
_WAS = frozenset({"前身", "原名", "曾用名"})


def own(number: Number) -> Owners | None:
    """Return the subject of the clause: 甲公司|营业收入|3亿元; nobody where it only has an opinion."""
    clause = number.clause
    if not clause.own:
        return None
    if clause.at < number.index:
        return () if opines(number, clause.at) else clause.topic
    return number.before[-1].topic if number.before else ()


def kind_alone(number: Number) -> Owners | None:
    """Return the body that the word for what it is stands for: 设立乙基金（有限合伙），基金|总规模10亿元."""
    clause = number.clause
    if not clause.own or len(clause.topic) != 1 or not number.before:
        return None
    kind, last = clause.topic[0].entity, number.chunks[number.before[-1].end - 1]
    alone = kind.type is MentionType.PRODUCT and last.kind == "ORG" and len(last.members) == 1
    told = alone and kind.name in last.members[0].entity.name
    return last.members if told else None


def without_topic(number: Number) -> Owners | None:
    """Return nobody where no clause of the sentence says what it is about, but whose card it is of."""
    if any(clause.own for clause in number.before):
        return None
    return number.topic if number.clause.row or _goes_on(number) else ()


def _goes_on(number: Number) -> bool:
    """Tell whether a sentence without a topic goes on about what was spoken of before.

    It does where it begins with the last word of its name (甲产业园项目…。项目|投产后，年产值3亿元), or
    with what only such a thing has: 甲公司…。营业收入|3亿元, 甲镇…。总面积|98平方公里.
    """
    if len(number.topic) != 1 or names_another(number.around, number.clause, number.index):
        return False
    entity, base = number.topic[0].entity, number.name.base
    if entity.type is MentionType.FACILITY and (
        _ONCE_BUILT.match(_opening(number)) or _is_once_built(number)
    ):
        return True  # 甲项目明年投产。达产后，|年销售收入|3亿元; 三期投资6亿元，建成后，|年销售收入|9亿元
    if entity.type in _BUILT and base.startswith((*_PHASES, *endings(number.words["of_thing"]))):
        return True  # 甲产业园总投资9亿元。其中，|一期投资|3亿元，|占地|50亩
    if entity.type in _REGIONS and base.endswith(endings(number.words["of_region"])):
        others = any("公司" in c.text and not c.members for c in number.chunks[: number.index])
        zone = entity.type is MentionType.PLACE or is_zone(entity.name)
        return zone and not others  # 甲高新区…。去年税收收入|3亿元, but 新公司落在甲高新区，孵化企业|3家
    if entity.type is MentionType.EVENT and entity.name.endswith(_SHOWS):
        return base.startswith(_OF_SHOWS) or base.endswith(_OF_SHOWS)
    if entity.type is MentionType.PLACE:
        own = endings(number.words["of_place"])  # 县|12个, but not 县财政安排资金|3亿元
        return base in own or base.startswith(tuple(word for word in own if len(word) > 1))
    if entity.type is MentionType.FACILITY:
        return _opens_with(number, entity.name)
    kept = _kept_list(entity.name) if entity.type is MentionType.ORG else ""
    if kept and base.startswith(endings(number.words[kept])):
        return True
    if entity.type is MentionType.ORG:
        of_firm = endings(number.words["of_firm"])
        if number.name.change.startswith("占") and number.name.change[1:].startswith(of_firm):
            return not OBSERVERS.search(entity.name)  # 项目中标金额|占营业收入的9%
        if _SEGMENT.fullmatch(base):
            return not OBSERVERS.search(entity.name)
        if not base.startswith(of_firm) or OBSERVERS.search(entity.name):
            return False
        # 该参股公司净利润|3亿元, 项目投产后，营业收入|3亿元
        return not any(c.text.endswith(_OTHERS) and not c.members for c in number.chunks[: number.index])
    return False


def _opening(number: Number) -> str:
    """Return the words that open the sentence, before the number and behind its times."""
    return "".join(c.text for c in number.chunks[: min(number.index, _OPENS)] if c.kind != "DATE")


def _is_once_built(number: Number) -> bool:
    """Tell whether a clause before the number opens with what is so once the thing is built."""
    opened = ("".join(c.text for c in number.chunks[c.start : c.end]) for c in number.before)
    return any(_ONCE_BUILT.match(words) for words in opened)


def _kept_list(name: str) -> str:
    """Return the list of what only such a body has: a school or a hospital."""
    if name.endswith(_SCHOOLS):
        return "of_school"
    return "of_hospital" if name.endswith("医院") else ""


def _opens_with(number: Number, name: str) -> bool:
    """Tell whether the sentence opens with the common noun that ``name`` ends with: 项目, 一期工程."""
    opened = next((c for c in number.chunks if c.kind not in {"DATE", "P"}), None)
    noun = opened.text.removeprefix("该").removeprefix("整个") if opened is not None else ""
    return noun in number.words["thing"] and name.endswith(noun)


def of_age(number: Number) -> Owners | None:
    """Return who is of an age: the person spoken of, or named last before it; nobody else has one."""
    if not _is_age(number) or any(m.entity.type is MentionType.PERSON for m in number.topic):
        return None
    people = [c for c in number.chunks[number.clause.start : number.index] if c.kind == "PERSON"]
    return people[-1].members if people else ()


def of_attendance(number: Number) -> Owners | None:
    """Return the meeting for who came to it and what they hold: 甲公司召开股东大会，出席的股东|58名."""
    count = number.chunks[number.index].count
    if count is None or count.unit not in _ATTENDANCE:
        return None
    chunks, clause, at = number.chunks, number.clause, number.index
    events = (k for k in range(at, -1, -1) if chunks[k].kind == "EVENT")
    meeting = next((k for k in events if not _is_where_told(number, k)), None)
    since = clause.start if meeting is None else meeting + 1
    met = _meeting_of(number) if meeting is None else chunks[meeting].members
    if CAME.search("".join(c.text for c in chunks[since:at])):
        return met
    came = next((k for k in range(at, clause.end) if chunks[k].text.startswith(COMES)), None)
    if came is None:
        return None
    return next((c.members for c in chunks[came : clause.end] if c.kind == "EVENT"), met)


def _is_where_told(number: Number, at: int) -> bool:
    """Tell whether a meeting is where one heard of what is counted: 从新闻发布会上|获悉."""
    behind = [c.text for c in number.chunks[at + 1 : at + 4]]
    return any(word.startswith(_TOLD_THERE) for word in behind)


def of_funded(number: Number) -> Owners | None:
    """Return who raised money: 甲完成B轮融资，由乙领投，丙跟投，投后估值|7亿美元."""
    if not number.name.base.startswith(_OF_FUNDED) or number.clause.own:
        return None
    for clause in reversed(number.before):
        if any("融资" in c.text for c in number.chunks[clause.start : clause.end]):
            return clause.topic or None
    return None


def _meeting_of(number: Number) -> Owners | None:
    """Return the meeting that is spoken of."""
    return tuple(m for m in number.topic if m.entity.type is MentionType.EVENT) or None


def of_another(number: Number) -> Owners | None:
    """Return nobody where the clause names something else: 在湖南益阳，依托…162项."""
    count = number.chunks[number.index].count
    of_all = number.name.rule == "metric.count" and count is not None and count.unit == "%"
    if number.name.rule in {"metric.share", "metric.away"} or of_all:
        return None  # 甲区汇聚了|全国|30%的企业
    return () if names_another(number.around, number.clause, number.index) else None


def of_land(number: Number) -> Owners | None:
    """Return nobody for what a piece of land has: 竞得一宗土地，土地面积|8万平方米."""
    land = number.name.base.startswith(_OF_LAND) and number.topic
    return () if land and number.topic[0].entity.type in _FIRMS else None


def plant_before(number: Number) -> Owners | None:
    """Return the plant that the clause before ends with: 中标乙焚烧项目，处理规模|1500吨/日."""
    if not number.name.base.startswith(endings(number.words["of_plant"])):
        return None
    last = number.chunks[number.before[-1].end - 1]
    return last.members if last.kind == "FACILITY" and len(last.members) == 1 else None


def thing_before(number: Number) -> Owners | None:
    """Return the thing that a clause before ends with: 甲公司新建乙项目，总投资|2亿元."""
    base = number.name.base
    if not base.startswith(endings(number.words["of_thing"])):
        return None
    kinds = frozenset({"DOCUMENT"}) if base == "有效期" else THINGS
    kinds = frozenset({"ORG", "PARK"}) if base.startswith(_OF_FIRMS) else kinds
    told = (_introduced(number, clause, kinds) for clause in reversed(number.before[-3:]))
    return next((members for members in told if members), None)


def _introduced(number: Number, clause: Clause, kinds: frozenset[str]) -> Owners:
    """Return the thing of one of ``kinds`` that a clause ends with, unless it only tells where or as what."""
    words = [chunk.text for chunk in number.chunks[clause.start : clause.end]]
    last, verb = number.chunks[clause.end - 1], "".join(words[-2:-1])
    counted = any(c.kind == "AMOUNT" for c in number.chunks[clause.start : clause.end - 1])
    if last.kind == "EVENT" and counted:
        return ()  # 某县有3家工厂入选|推介周，总投资2亿元: of the factories
    if not _WAS.isdisjoint(words) or not _LIES.isdisjoint(words):
        return ()  # 前身为1988年成立的甲公司
    if verb.endswith("为") or verb in _RENAMES:
        return ()  # 升级为国家级高新区，规划面积…
    honour = last.kind == "POLICY" and last.mention is not None and last.mention.score < CANDIDATE
    if len(last.members) > 1 and verb in _HOLDS:
        return ()  # 甲学院拥有乙校区、丙校区，总占地…: all of 甲学院's
    works = clause.own and all(m.entity.type is MentionType.FACILITY for m in clause.topic)
    kinds_of = {"POLICY", "GROUP", "FACILITY"} if works else {"POLICY", "GROUP"}
    called = last.kind in kinds_of and ("是" in words or "系" in words)  # 甲项目是|支撑性项目，总投资…
    return last.members if last.kind in kinds and not honour and not called else ()


def other_agent(number: Number) -> Owners | None:
    """Return nobody where a common noun acts: 其他股东合计持有…."""
    before = [c for c in number.led if c.kind != "DATE"]
    if len(before) < 2 or before[0].kind != "W" or before[0].tag not in {"n", "nz", "r", "a"}:
        return None
    verbs = [c.text for c in before[1:] if c.kind == "W" and c.tag == "v"]
    acts = [v for v in verbs if not (v in number.words["reach"] or v in number.words["change"])]
    return () if acts and acts[0] in number.words["hold"] else None


def of_several(number: Number) -> Owners | None:
    """Return nobody of several for one number, unless it is a rate or said to be of each or of all."""
    shared = number.words["deal"] | number.words["each"]
    if not any(m.anaphor for m in number.topic):
        shared |= number.words["together"]
    if len(number.topic) < 2 or number.says(shared):
        return None
    if (
        is_stock(number.name.rule, number.name.base)
        and holders(number.around, number.index, number.topic) is not None
    ):
        return None  # 甲与乙合计持有公司300万股，|占总股本的|12%
    counted = any(c.count is not None and c.members == number.topic for c in number.chunks[: number.index])
    if counted and number.name.base.endswith(_TOGETHER):
        return None  # 甲、乙等6个项目签约，总投资9亿元
    if _is_rate(number, number.name):
        return number.topic  # a rate is each one's, never of all together
    single = (c.topic for c in reversed(number.before) if len(c.topic) == 1)
    return next(single, ()) if number.name.base.startswith(_OF_FIRMS) else ()


def of_all_built(number: Number) -> Owners | None:
    """Return nobody for what plants do together once all are built: 甲项目和乙项目，全部建成后产值|3亿元."""
    single = len(number.topic) == 1 and number.topic[0].entity.type is MentionType.FACILITY
    named = {m.entity for c in number.chunks[: number.index] if c.kind == "FACILITY" for m in c.members}
    behind = [c for clause in number.before[-1:] for c in number.chunks[clause.start : clause.end]]
    return () if single and len(named) > 1 and any(c.text == "全部" for c in (*behind, *number.led)) else None


def firm_of_thing(number: Number) -> Owners | None:
    """Return the firm that has the books where a thing is spoken of: 甲公司说，乙厂已投产；毛利率|升到15%."""
    things = all(m.entity.type in {MentionType.FACILITY, MentionType.PRODUCT} for m in number.topic)
    if not things or not number.name.base.startswith(endings(number.words["of_firm"])):
        return None
    return _firm_before(number) or number.topic


def firm_of_person(number: Number) -> Owners | None:
    """Return the firm that has a capital where a person is spoken of: 法定代表人某某，注册资本|5000万元."""
    people = all(m.entity.type is MentionType.PERSON for m in number.topic)
    return _firm_before(number) if people and number.name.base.startswith(_OF_FIRMS) else None


def _firm_before(number: Number) -> Owners:
    topics = (c.topic for c in reversed(number.before))
    return next((topic for topic in topics if any(m.entity.type in _FIRMS for m in topic)), ())


def of_ware(number: Number) -> Owners | None:
    """Return nobody for what is told of another ware behind a ；: 甲器产量2台；塑料制品|5吨, not of 甲器."""
    clause, base = number.clause, number.name.base
    said = max((c.end for c in number.before if c.own), default=clause.start)
    anew = any(c.text == "；" for c in number.chunks[said : clause.start])
    wares = all(m.entity.type is MentionType.PRODUCT for m in number.topic)
    own = (*endings(number.words["of_thing"]), *endings(number.words["of_market"]))
    return () if anew and wares and not base.startswith(own) else None


def topic(number: Number) -> Owners:
    """Return what the clause is about."""
    return number.topic


def _is_age(number: Number) -> bool:
    """Tell whether an amount is an age, which only a person has."""
    amount = number.chunks[number.index].count
    return amount is not None and amount.unit == "岁"


def _is_rate(number: Number, name: Name) -> bool:
    """Tell whether an amount is a rate, which several bodies have alike: 年利率0.15%."""
    amount = number.chunks[number.index].count
    return amount is not None and amount.unit == "%" and name.base.endswith(("利率", "费率", "税率"))
