"""What is cut off the end of a name: each reader takes a name's span and returns it without that."""

import re

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.model import MentionType

_TRAILING = frozenset(
    (
        "等 和 与 及 的 了 在 是 亦 也 已 将 曾 因 为 据 称 说 以及 之子 之女 之 一行 方面 本人 先生 "
        "毗连 毗邻 接壤 相邻 交界 "
        "女士 同志 夫人 一家 兄弟 姐妹 人 代管 等地 一带 以东 以西 以南 以北 境内 控 拟 "
        "或 还 又 仍 均 都 就 才 更 有 无 未 不 被 向 对 从 于 由 旗下 下属 所属 子公司 母公司 附属公司 "
        "控股子公司 全资子公司 保证 重组 收购 增持 减持 入股 注册 注册资本 注册资本金 股价 股票 公告 "
        "宣布 表示 高度 一致 盛大 隆重 经济发展 社会发展 经济社会发展 产业发展 高质量发展 经济社会 "
        "昨日 今日 日前 清仓 套现 抛售 举牌 领投 跟投 参投 追投 入局 涨 跌 收涨 收跌 大涨 大跌 上涨 下跌 "
        "海拔 面积 人口 实际 合计 累计 共计 总计 平均 职工 员工 股东 高管 高层 "
        "合资 合作 布局 增资 注资 核心 团队 固定资产 "
        "易名 更名 改名 改称 管理层 管理团队 机关报 原址 旧址 客户 股民 业主 居民 村民 市民 消费者 工作人员"
    ).split()
)
#: What names the person with whom it stands, and may end the name of another thing.
_PEOPLE = frozenset("先生 女士 同志 夫人 一家 兄弟 姐妹 之子 之女 本人".split())
#: What a firm does or has, and what many are called: 甲|投资|2亿元, but 乙投资|称; 丙|所|持, but 丁所|研制.
_DOUBTFUL = frozenset("投资 发展 建设 资本 所 会".split())
#: What is done for the growth of somebody: 支持|甲市|发展.
_URGED = re.compile("(?:支持|助力|推动|促进|服务|带动|引领|加快|赋能|推进|关心|关注|参与|投身)\\Z")
#: Tags of words behind which a firm that ends in a doubtful word acts or stands alone.
_BOUNDS = frozenset({"w", "c", "u", "p", "d", "v", "PER"})
#: Tags of words that are no part of a name, unless their characters are those by which names are spelt.
_PLAIN = frozenset({"d", "m", "f", "p", "c", "TIME", "v", "r"})
#: What a person's name may end with (某敬之, 某忠和).
_GIVEN = frozenset("之 和 均 也".split())
_LONG_NAME = 4
#: How far around a name it is looked for once more, so that long texts cost no more by the character.
_FAR = 1000
_SHORT_NAME = 3
_ANALYST = re.compile(
    "(?:[一-龥]{0,4}行业|首席|高级|资深|联席)*(?:分析师|策略师|研究员|经济学家)|首席(?![一-龥]{1,4}官)"
)
#: Who does research at an institute is no analyst of its name: 某研究所|研究员.
_INSTITUTE = ("所", "院", "中心", "部", "系", "室")
_ANALYSTS_AT = re.compile(
    ".{2,8}?(?:证券|期货|资本|基金|银行|咨询|投行|资管)(?=[一-龥]{2,6}$)(?!.*(?:公司|集团|研究|中心|部|股份)$)"
)
_OF_FIRM = re.compile("(?:投资|资本|公司|集团|股份|控股|科技|实业|银行|证券|基金|信托|置业|地产)所\\Z")
_PERIOD = re.compile(
    "(?:第?[一二三四1-4](?:财年)?(?:财季|季度|季)|[0-9〇零一二三四五六七八九]{2,4}(?:财年|年度)|[上下]半(?:财年|年度?)|前[一二三]季度?|全年|年[初末]|[0-9]{1,2}月[份末]?)\\Z"
)
#: What institutes do, which are called by 所 too: 某光机所|研制.
_RESEARCHES = ("研", "开发", "设计", "承担", "牵头", "参与", "主持", "完成", "申请", "申报", "启动", "拥有")
_PRICED = re.compile(r"报(?:\d|收(?:于|盘|[ ]?\d|[涨跌]))")
_OFFICE = re.compile("证券事务代表|董事会秘书|投资者关系|投资总监|证券部")
_FIRM_IS = re.compile("(?<=集团|公司|股份|银行)[系为是](?=[一-龥]{2})")
_PARTNER = re.compile("[与和同](?:集团|公司|企业)(?:公司)?\\Z")
_DEALT_IN = ("增持", "减持", "持有", "受让", "转让", "买入", "质押", "举牌")
_GATHERS = re.compile("(?:集聚|聚集|汇聚|云集|入驻|已有|共有)了?(?!区|地|中心|园)")
_DOWNTOWN = re.compile("(?<=[一-龥]{2}市)区\\Z")
_SHARES = re.compile("(?:剩余|全部|部分|少数|所有|余下|流通|已发行)(?:股份|股权)\\Z")
_STUDIED = re.compile(r"(?:系|类)?(?:专业|学士|硕士|博士|学位|本科|研究生)")
_FIELD_OF_STUDY = re.compile(r"(?:大学|学院)(?=[一-龥]{2,14}\Z)")
_SCHOOLS = ("学院", "大学", "系", "学校", "研究院", "研究所")
_LEVELS = ("市县", "省市", "州县")
_LISTED_AT = re.compile("[区园城]列(?=第|首|前|全)")
_BLOCK = re.compile("区块(?!链)")
#: How a place lies to the next one: 某县|东与…, 某河|隔河与…, 某市|境北部.
_LIES = re.compile(
    "[东西南北]{1,2}(?=[与同和邻接临连靠依濒抵])|隔[河江海湖山](?=[与同和相])|境(?=[内东西南北中])"
)
_BEHIND_PLACE = re.compile(r"段\Z|(?P<code>\d{5,6})\Z")
_FIGURES = re.compile(r"(?<=[A-Za-z])数据\Z")
_LETTERS = re.compile(r"(?<=[一-龥])[A-Za-z]{3,}\Z")
_COUNTED = re.compile(r"(?<![第两二三四五六七八九十\d])[两二三四五六七八九十\d]+[省市县区州地国](?:区)?\Z")
_TOTAL = re.compile("总(?:投资|面积|规模|产值|长度?|资产|收入|人口|建筑|产能|装机)")
_CALLED = re.compile("[合并统](?=称)")
#: Words whose first half a person's name has swallowed: 某某|师从, 某某|生于1956年, 某某|及各部门.
#: How far behind a name what a zone lays out may be told.
_NEAR = 10
#: What a zone does or has, behind its name: 某高新区|建成|技术中心, 某集中区|规划|用地面积.
_ACTS = re.compile(
    "(?<=高新区|开发区|经开区|示范区|集聚区|集中区|综保区|保税区|工业园|产业园|科技城|.园区)"
    "(?:建成|建有|拥有|引进|设立|现有|已有|新建|新增|签约|实现|完成|落户|(?:规划|建设)(?=[一-龥]{0,6}(?:面积|用地|范围)))了?"
)
_HALF = re.compile(
    r"师[从承事]|荣[获任膺升]|宣读|(?<!先)生于(?=\d|[一二]|[^，。]{2,8}[省市县])"
    "|及(?:各|其|相关|有关|部分|随行|全体|一行|主要|其他|其它|企业|部门|单位|区直|市直|省直)"
)
#: 张某|时: of a name that is hidden no more stands than 某.
_HIDDEN = re.compile("[一-龥]某(?=[时因在被将等系已说称驾经与]$)")
_NEXT = frozenset("代已曾将称说表在任出率赴获因对向与也则还又均的了是为被由从给让")


def _shorter(span: Span, by: int) -> Span:
    return Span(span.start, span.end - by)


def _before(span: Span, found: re.Match[str] | None) -> Span:
    """Return the span before what was found; the whole span where nothing was."""
    return Span(span.start, found.start()) if found is not None else span


def before_field(lexis: Lexis, span: Span) -> Span:
    """Cut what an analyst of the firm analyses: 甲证券|汽车行业 before 分析师."""
    if not _ANALYST.match(lexis.folded, span.end):
        return span
    name = span.of(lexis.folded)
    if name.endswith(_INSTITUTE):
        return span
    for end in range(len(name) - 2, 3, -1):
        if any(e.sure and e.type is MentionType.ORG for e in gazetteer().lookup(name[:end])):
            return Span(span.start, span.start + end)
    found = _ANALYSTS_AT.match(name)
    return Span(span.start, span.start + found.end()) if found is not None else span


def before_price(lexis: Lexis, span: Span) -> Span:
    """Cut what says a price: 甲股份|报41元."""
    return _shorter(span, 1) if _PRICED.match(lexis.folded, span.end - 1) else span


def before_office(lexis: Lexis, span: Span) -> Span:
    """Cut a title that begins with what firms' names end with: 甲企业|证券事务代表, 甲股份|董事会秘书."""
    office = _OFFICE.search(lexis.folded, span.start + 2, span.end + 4)
    crosses = office is not None and office.start() < span.end < office.end()
    return _before(span, office) if crosses else span


def before_copula(lexis: Lexis, span: Span) -> Span:
    """Cut what is said of a firm, with the verb: 甲集团|系乙省最大的…."""
    return _before(span, _FIRM_IS.search(lexis.folded, span.start + 2, span.end))


def before_partner(lexis: Lexis, span: Span) -> Span:
    """Cut a firm that has no name, with whom a body is named: 某市|与集团."""
    return _before(span, _PARTNER.search(lexis.folded, span.start + 2, span.end))


def before_words(lexis: Lexis, span: Span, *, person: bool = False) -> Span:
    """Cut words that no name ends with: 甲公司|旗下; some may end the name of a ``person`` (某敬之)."""
    end = span.end
    while span.start < end:
        word = lexis.words[lexis.at[end - 1]]
        text = lexis.folded[word.start : end]
        falls = text in _TRAILING and text not in (_GIVEN if person else _PEOPLE)
        falls = falls or (text in _DOUBTFUL and not _may_end(lexis, Span(span.start, word.start), end))
        if word.end != end or word.start <= span.start or not falls:
            break
        end = word.start
    return Span(span.start, end)


def _may_end(lexis: Lexis, stem: Span, end: int) -> bool:
    """Tell whether a doubtful word behind ``stem`` ends a name: the stem is none, and no object follows."""
    text = lexis.folded
    kinds = gazetteer().suffix_of(stem.of(text))
    stands = any(not suffix.weak for suffix in kinds)
    if text.startswith("建设", stem.end) and any(suffix.type is MentionType.FACILITY for suffix in kinds):
        return False  # 甲云算基地|建设
    behind = lexis.words[lexis.at[end]].tag if end < len(text) else "w"
    if text[stem.end : end] == "会":  # 甲集团|会|从…, but 乙观鸟会|主任, 丙基金会|说
        whole = any(len(suffix.text) > 1 for suffix in gazetteer().suffix_of(text[stem.start : end]))
        return whole or (not stands and behind not in ("v", "d"))
    if _URGED.search(text, max(stem.start - 4, 0), stem.start):
        return False  # 支持|某市|发展
    dated = behind == "TIME" and text[stem.end : end] == "所"  # 甲材料所|上月
    return not stands and (dated or behind in _BOUNDS)


def before_words_behind_person(lexis: Lexis, span: Span) -> Span:
    """Cut words that no person's name ends with: 某某|先生."""
    return before_words(lexis, span, person=True)


def before_inside(lexis: Lexis, span: Span) -> Span:
    """Cut what tells where in a place something is: 在洛杉矶的|星光城|中."""
    inside = lexis.folded.endswith(("中", "内"), span.start, span.end) and len(span) > _SHORT_NAME
    return _shorter(span, 1) if inside and not gazetteer().lookup(span.of(lexis.folded)) else span


def before_bearing(lexis: Lexis, span: Span) -> Span:
    """Cut how a place lies to the next: 某县|东与乙市接壤, 某河|隔河与…, 某市|境北部."""
    found = _LIES.search(lexis.folded, span.start + 2, span.end + 1)
    lies = found is not None and found.start() < span.end <= found.end()
    return _before(span, found) if lies and not gazetteer().lookup(span.of(lexis.folded)) else span


def before_section(lexis: Lexis, span: Span) -> Span:
    """Cut what follows the name of a place: a postal code, the section of a line up to it (九江|段)."""
    found = _BEHIND_PLACE.search(lexis.folded, span.start + 2, span.end)
    if found is None:
        return span
    known = gazetteer().lookup(lexis.folded[span.start : found.start()])
    place = found["code"] is not None or any(entry.type is MentionType.PLACE for entry in known)
    return _before(span, found) if place else span


def before_letters(lexis: Lexis, span: Span) -> Span:
    """Cut the name that a person goes by in other letters: 某某|Angela."""
    return _before(span, _LETTERS.search(lexis.folded, span.start + 2, span.end))


def before_plan(lexis: Lexis, span: Span) -> Span:
    """Cut what says that a firm plans something: 甲水电|拟出资2亿元."""
    plans = lexis.folded.endswith("拟", span.start, span.end) and len(span) > _SHORT_NAME
    return _shorter(span, 1) if plans else span


def before_stock(lexis: Lexis, span: Span) -> Span:
    """Cut the stock that is dealt in: 增持|北方化工|股份."""
    text = lexis.folded
    dealt = text.endswith(_DEALT_IN, 0, span.start) and text.endswith("股份", span.start, span.end)
    return _shorter(span, 2) if dealt and len(span) > _LONG_NAME + 1 else span


def before_shares(lexis: Lexis, span: Span) -> Span:
    """Cut which of a firm's shares are dealt in: 收购甲|剩余股份."""
    return _before(span, _SHARES.search(lexis.folded, span.start + 2, span.end))


def before_gathering(lexis: Lexis, span: Span) -> Span:
    """Cut what zones do with firms: 甲科创城|集聚|医药健康."""
    return _before(span, _GATHERS.search(lexis.folded, span.start + 2, span.end))


def before_report(lexis: Lexis, span: Span) -> Span:
    """Cut what a source's name goes on to: 三峡日报|讯, Finwell|数据."""
    figures = _FIGURES.search(lexis.folded, span.start + 2, span.end)
    if figures is not None:
        return Span(span.start, figures.start())
    return _shorter(span, 1) if lexis.folded.endswith(("报讯", "网讯"), span.start, span.end) else span


def before_field_of_study(lexis: Lexis, span: Span) -> Span:
    """Cut what one learns at a school: 甲大学|管理科学与工程 before 专业."""
    text = lexis.folded
    if not _STUDIED.match(text, span.end) or text.endswith(_SCHOOLS, span.start, span.end):
        return span
    school = _FIELD_OF_STUDY.search(text, span.start + 2, span.end)
    return Span(span.start, school.end()) if school is not None else span


def before_level(lexis: Lexis, span: Span) -> Span:
    """Cut the next of levels named side by side: 黄石市|县领导."""
    return _shorter(span, 1) if lexis.folded.endswith(_LEVELS, span.start, span.end) else span


def before_rank(lexis: Lexis, span: Span) -> Span:
    """Cut the verb that tells a zone's rank: 南京高新区|列|第14位."""
    return _shorter(span, 1) if _LISTED_AT.match(lexis.folded, span.end - 2) else span


def before_block(lexis: Lexis, span: Span) -> Span:
    """Take 区块 whole into the name of a place, which is one then: 钱塘区|块, 椒江|区块."""
    block = _BLOCK.match(lexis.folded, span.end - 1) or _BLOCK.match(lexis.folded, span.end)
    return Span(span.start, block.end()) if block is not None else span


def before_count(lexis: Lexis, span: Span) -> Span:
    """Cut how many a row of places are: 甲、乙、丙|三市."""
    counted = _COUNTED.search(lexis.folded, span.start, span.end)
    return _before(span, counted) if counted and counted.start() > span.start + 1 else span


def before_holding(lexis: Lexis, span: Span) -> Span:
    """Cut what a firm does with another (某集团|控股的某公司), and whose owner is told of (某某|控股股东)."""
    text = lexis.folded
    if not text.endswith("控股", span.start, span.end) or len(span) < _LONG_NAME:
        return span
    holds = text.startswith("的", span.end)
    owned = text.startswith("股东", span.end) and not text.startswith(("股东大会", "股东会"), span.end)
    held = owned and not gazetteer().lookup(span.of(text))
    near = max(span.start - _FAR, 0), span.end + _FAR
    alone = held and text.count(span.of(text), *near) > text.count(span.of(text) + "股东", *near)
    return _shorter(span, 2) if holds or (held and not alone) else span


def before_held(lexis: Lexis, span: Span) -> Span:
    """Cut the first half of what a firm holds: 某投资|所|持有的某酒店股份."""
    holds = lexis.folded.startswith(("持", "拥有"), span.end)
    firm = _OF_FIRM.search(lexis.folded, span.start, span.end)
    return _shorter(span, 1) if holds and firm is not None else span


def before_particle(lexis: Lexis, span: Span) -> Span | None:
    """Cut the particle of what is done to a thing: 某集团|所|兴建; what it leaves may name nothing."""
    at = lexis.at[span.end - 1]
    last, behind = lexis.words[at], lexis.words[at + 1 : at + 2]
    if last.tag != "u" or lexis.word(at) != "所" or not behind or behind[0].tag not in {"v", "vn"}:
        return span
    if lexis.word(at + 1).startswith(_RESEARCHES):
        return span
    rest = _shorter(span, 1)
    name = rest.of(lexis.folded)
    return rest if gazetteer().suffix_of(name) or gazetteer().lookup(name) else None


def before_period(lexis: Lexis, span: Span) -> Span:
    """Cut of which months a firm tells its figures: 某教育|第四财季, 某银行|上半年."""
    return _before(span, _PERIOD.search(lexis.folded, span.start + 2, span.end))


def before_act(lexis: Lexis, span: Span) -> Span:
    """Cut what a zone has or does behind its name: 某高新区|建成技术中心, 某集中区|规划 before 用地面积."""
    acts = _ACTS.search(lexis.folded, span.start + 2, span.end + _NEAR)
    return Span(span.start, acts.start()) if acts is not None and acts.start() < span.end else span


def before_total(lexis: Lexis, span: Span) -> Span:
    """Cut the first half of a measure: 临江新城|总投资."""
    return _shorter(span, 1) if _TOTAL.match(lexis.folded, span.end - 1) else span


def before_body(lexis: Lexis, span: Span) -> Span:
    """Cut the beginning of a place off a person whose office there follows: 免去某某|甲市委书记."""
    if len(span) <= _LONGEST_PERSON:
        return span
    places = (hit for hit in lexis.known if span.start + 2 <= hit.start < span.end < hit.end)
    cut = next((hit.start for hit in places if hit.entry.type is MentionType.PLACE and hit.entry.sure), None)
    return Span(span.start, cut) if cut is not None else span


#: How many characters the name of somebody has who is Chinese, at most: 欧阳某某.
_LONGEST_PERSON = 4


def before_common_name(lexis: Lexis, span: Span) -> Span:
    """Cut the first half of 合称 behind a person: 与某某|合称."""
    return _shorter(span, 1) if len(span) > 2 and _CALLED.match(lexis.folded, span.end - 1) else span


def before_downtown(lexis: Lexis, span: Span) -> Span:
    """End a city before what says that its streets are meant: 某某市|区|西部."""
    return _shorter(span, 1) if _DOWNTOWN.search(lexis.folded, span.start, span.end) else span


def before_next_word(lexis: Lexis, span: Span) -> Span:
    """Cut the next word, into which a person's name of four characters or more has run: 某某某|出任."""
    name = span.of(lexis.folded)
    surnames = gazetteer().surnames
    if _HIDDEN.match(name):
        return Span(span.start, span.start + 2)
    if len(name) > 2 and _HALF.match(lexis.folded, span.end - 1):
        return _shorter(span, 1)
    long = len(name) >= _LONG_NAME and name[:2] not in surnames and name[0] in surnames
    word = lexis.words[lexis.at[span.start]]
    agreed = len(name) == _LONG_NAME and (word.start, word.end, word.tag) == (span.start, span.end - 1, "PER")
    return _shorter(span, 1) if long and (agreed or name[-1] in _NEXT) else span


def before_plain_word(lexis: Lexis, span: Span) -> Span:
    """Cut the word into which a foreign name in one piece has run: 某莱因|一眼, 某里亚|昨晚."""
    word, name = lexis.words[lexis.at[span.end - 1]], span.of(lexis.folded)
    if len(name) <= _LONG_NAME or "·" in name or word.end != span.end or word.tag not in _PLAIN:
        return span
    plain = lexis.folded[word.start : word.end]
    spelt = plain.endswith("世") or gazetteer().foreign_name_characters.issuperset(plain)
    return span if spelt or word.start < span.start + 2 else Span(span.start, word.start)
