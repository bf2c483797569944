"""Types by ending, and names that are none: 长沙高新区 is a park, 期货公司 is no name."""

import re
from dataclasses import replace

from kg.gazetteer import gazetteer
from kg.mentions.firm_kinds import SALES_REGION
from kg.mentions.lexis import Lexis
from kg.mentions.local import LOCAL_OFFICE
from kg.model import Mention, MentionType

_OPEN = frozenset({MentionType.PLACE, MentionType.ORG})
_GIVEN = frozenset({MentionType.PARK, MentionType.FACILITY, MentionType.EVENT, MentionType.ORG})

_BRANCH = re.compile(r"(.+中心)[^中]{2,8}分中心")  # a branch is what its whole is
_TOLD = re.compile(
    r".(?:(?P<EVENT>战役|会战|海战|空战|保卫战|之战|起义|事变)|(?P<PARK>小镇|街区|区块|园区|陆港区|走廊|(?:总部|石化|化工|产业)基地|产业带|(?:科技|生物|智慧)岛|"
    r"(?:医药|生物|科技|工业|物流|创业|产业|软件|电子|化工|装备|智造|制造|材料|食品|文创|数据|信息|农业|光电|芯片|航空|环保|"
    r"合作|创新|科创|孵化|示范|能源|纺织|服装|家居|冷链|健康|器械|汽车|动力|零碳)园)|(?P<FACILITY>基地|(?<!网)站|(?<!政府)工厂|桥|公路|高速|项目|工程|号线|路线|专线|会馆|[展品物]馆|影视城|轻纺城|"
    r"院区|校区|公寓|生产线|港|创新中心|(?:检测|检验|研发|服务|创新|公共|试验|中试|技术|交易|孵化|信息|数据|监测)平台|(?:铁路|高铁|高速|公路|地铁|隧道).{0,4}段|[一二三四五]期))$"
)
"""Endings that leave no doubt behind a name, although they need one."""

_COMMON = (
    "国家级|省级|市级|区级|县级|自治区级|州级|盟级|地级|国家|世界一流|一流|世界级|国际一流|国内|国外|国际|全国|全球|全市|全省|全县|全区|本地|当地|外地|各地|各级|各类|地方|"
    "大型|中型|小型|中小|中小微|小微|微型|大中型|超大|特大|重点|骨干|龙头|头部|领军|核心|知名|著名|优质|优秀|"
    "民营|国有|国营|私营|私人|外资|合资|独资|内资|外商|港资|央属|市属|省属|全资|控股|参股|附属|下属|关联|间接|直接|产险|寿险|财险|人身险|再保险|上市|非上市|拟上市|挂牌|公募|私募|"
    "传统|新型|新兴|现代|高新技术|高新|高科技|科技型|创新型|专业|综合|相关|有关|主要|其他|其它|多家|数家|几家|两家|三家|"
    "互联网|快递|物流|人才|市场|社会|公共|政府|企业|行业|产业|集体|基层|一线|上级|下级|主管|监管|执法|司法|行政|"
    "我国|中央|试点|示范|入驻|入园|在建|新建|现有|部分|所有|全部|首批|第二批|新能源|汽车|科研|高等|普通|职业|"
    "标的|目标|系|类|级|型|制|性|等|大|小|新|老|总|分|子|母|该|本|各|某|多|数|几|两|三|四|五|六|七|八|九|十|省|市|区|县|镇|乡|村|院|校"
)
_AT = ("位于", "地处", "坐落于", "坐落在", "祖籍", "原籍", "国城市", "首都", "首府", "港口城市", "海滨城市")
#: What is said of a place and of no person, right behind a name that reads as a person's: 利恩茨|位于.
_LIES = re.compile(
    r"[（(]今(?!年)[一-龥]{2}|(?:[（(][^（）()]{1,60}[）)])?(?:位于|地处|坐落[于在]|(?:总?面积|人口|海拔)(?=[约为]{0,2}\d)|[是为][^，。；]{2,20}"
    r"(?:城市|城镇|市镇|小镇|港口|县治|郡治|首府|首都|省会|村庄|村落|岛屿|自治市|的[一1]?[个座]?[县镇乡村市郡州])(?=[，。；]))"
)
_NATIONS = re.compile(
    "[中美俄日英法德韩朝印澳欧越苏]{2,3}(?:经贸|贸易|关系|战略|双边|边境|外交|友好|建交|邦交)?"
)
"""中俄 is no one place, 中美经贸 no office."""
SOME_OF = re.compile(
    "等(?:高新区|开发区|经开区|园区|城市|企业|单位|省|市|县|地)|^[一-龥]{1,4}地区(?:高新区|开发区|经开区)$"
    "|(?:签约|开工|在建|续建|新建|投产|竣工|落地|储备|拟建|招商|招商引资|入园|入驻)(?:项目|企业)$"
    "|^(?:[一-龥]{2,3})?跨国(?:公司|企业|集团)$"
    "|(?:[省市县区]级|原有|现有|其他|其余|各个?|相关)(?:片区|园区|高新区|开发区|经开区|产业园|工业园区)$"
)
"""Some of many are no one: 无锡等高新区, 东部地区高新区, 某区签约项目, 某市市级高新区, 某自贸区原有片区."""
_OF_PLACE = re.compile(
    "(?:银行|保险|证券|制造|服务|旅游|建筑|金融|航空|汽车|房地产|餐饮|零售|渔|畜牧|养殖|种植|建材|纺织|电子|软件|外卖|快递)业$|(?:交通|医疗|教育|外交|经济|能源)$"
)
"""A trade of a place is no body: 美国银行业."""
#: A trade of a city or a county is no body: 南京市|软件.
_LEVEL = re.compile("[一-龥]{2,5}[省市县](?=[一-龥]{2})")
#: One body of the state in its land, province or town, though common words make its name.
_OFFICE = re.compile(
    LOCAL_OFFICE.pattern + "|[一-龥]{4,12}工业部"
    "|(?:国家|中央|全国)[一-龥]{0,12}(?:剧院|剧团|政府|代表团|侨联|台联|妇联|总工会)"
)
#: What makes a city great, and no city: 科教兴市, 工业强县.
_SLOGAN = re.compile("[一-龥]{2,4}[兴强富立治美活][省市县区镇村国州]")
#: No firm is called so: 北京科技服务业.
_ONLY_TRADE = ("服务业", "制造业", "金融业", "旅游业", "建筑业", "房地产业", "零售业", "餐饮业", "物流业")
#: What a place gives or is known for, and no body of it: 上海动能.
_QUALITIES = tuple(
    "动能 力量 智慧 方案 速度 经验 模式 样本 名片 元素 担当 答卷 印记 声音 故事 样板 温度 精神".split()
)

#: 该国中西部: where in a place something is, no place by itself.
_PART_OF = re.compile("(?:[该本][国省市县州区])?[东西南北中]{1,3}[部侧端岸]")

#: The 56 nationalities; the State Council's list of 1979. Licence: facts.
_NATIONALITIES = frozenset(
    (
        "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 "
        "东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 "
        "俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
    ).split()
)
#: What tells a thing's place in a row of its kind is no name: 云南第三家国家级高新区.
_ONE_OF = re.compile("(?:第[一二三四五六七八九十0-9]{1,3}|首|唯一[一1]?)[家座]")
_COMMON_TYPES = frozenset({MentionType.INDUSTRY, MentionType.PRODUCT})
_FULL_NAME = 12
_MONEY = ("美元", "日元", "欧元", "英镑", "人民币", "港元", "澳元", "加元", "瑞郎", "韩元", "卢布")
_JUNK = frozenset(
    (
        "核心竞争力 影响力 竞争力 生产力 人工智能 新能源汽车 互联网 大数据 区块链 元宇宙 注册资本 gdp cpi "
        "大宗交易 集中竞价 竞价交易 要约收购 ppi pmi ipo etf ai 5g app ceo vr ar roe gps usb dna pdf led "
        "交界 接壤 毗邻 相邻 相连 比邻 单体 本体 主体 淡水湖 咸水湖 内陆湖 无人岛 火山岛 "
        "天使轮 种子轮 大陆架 近海 远海 沿海 大堤 海域 上空 近郊 远郊 市郊 郊外 沿岸 内陆 腹地 边境 闹市"
    ).split()
)


#: What two that go together do, and no person by their name: 陆海|统筹, 江海|联运.
_OF_PAIRS = ("统筹", "联运", "联动", "互济", "并进", "互通", "并举")
_PAIR = 2
#: What one does at a meeting, which models take for who does it: 秘书长|宣读|名单.
_DEEDS = frozenset(
    (
        "拜会 会见 走访 座谈 考察 调研 宣读 致辞 致词 主持 讲话 发言 揭牌 揭幕 授牌 寄语 签到 颁奖 陪同 列席 "
        "聚力 聚焦"
    ).split()
)


def set_kinds(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Give places and organisations of the models the type that their ending tells; drop common nouns."""
    return [replace(found, type=kind_of(found, lexis)) for found in mentions if not is_common(found, lexis)]


def kind_of(mention: Mention, lexis: Lexis) -> MentionType:
    """Return the type of a mention by its ending; its own where the ending tells none."""
    if mention.source == "model" and mention.type is MentionType.PERSON:
        at = lexis.folded.endswith(_AT, 0, mention.span.start)
        lies = at or (
            _LIES.match(lexis.folded, mention.span.end)
            and not gazetteer().lookup(mention.span.of(lexis.folded))
        )
        return MentionType.PLACE if lies else mention.type
    if mention.type not in _OPEN or mention.source not in ("model", "pattern"):
        return mention.type
    name = mention.span.of(lexis.folded)
    known = gazetteer().lookup(name)
    if known and known[0].sure:
        return known[0].type
    if _is_address(name):
        return MentionType.PLACE
    whole = _BRANCH.match(name)
    name = whole[1] if whole else name
    if told := _TOLD.search(name):
        return MentionType(told.lastgroup or mention.type)
    strong = (suffix.type for suffix in gazetteer().suffix_of(name) if not suffix.weak)
    return next((kind for kind in strong if kind in _GIVEN), mention.type)


def is_common(mention: Mention, lexis: Lexis) -> bool:
    """Tell whether what a model took for a name is made of common words only."""
    name = mention.span.of(lexis.folded)
    if mention.source == "alias" and mention.type in _OPEN:
        return name in gazetteer().suffixes  # 开发区, where 开发区党工委 was taken for a name
    if mention.source != "model":
        return False
    if name in _DEEDS or mention.type is MentionType.PERSON:
        paired = len(name) == _PAIR and lexis.folded.startswith(_OF_PAIRS, mention.span.end)
        return name in _DEEDS or paired
    if SALES_REGION.fullmatch(name) or _PART_OF.fullmatch(name):
        return True
    if name.endswith("族") and name[:-1] in _NATIONALITIES:
        return True
    if _ONE_OF.search(name) is not None:
        return True
    if name.lower() in _JUNK or name.startswith(_MONEY) or not any(char.isalpha() for char in name):
        return True
    if gazetteer().lookup(name) or (mention.type is MentionType.ORG and _is_own(name)):
        return False
    if mention.type in _OPEN and SOME_OF.search(name):
        return True
    if mention.type is MentionType.ORG and (level := _LEVEL.match(name)) and _is_ware(name[level.end() :]):
        return True
    slogan = mention.type is MentionType.PLACE and _SLOGAN.fullmatch(name)
    if slogan and not any(gazetteer().lookup(name[-size:]) for size in (3, 4)):  # 浙江省绍兴市
        return True
    if name.endswith(_ONLY_TRADE) or (name.endswith(_QUALITIES) and gazetteer().lookup(name[:-2])):
        return True
    trade = _OF_PLACE.search(name) if mention.type is MentionType.ORG else None
    if trade is not None and gazetteer().is_country(name[: trade.start()]):
        return True
    common = only_common(name) and not _opens_with_place(name)
    return is_foreign_ware(name) or _NATIONS.fullmatch(name) is not None or common


def _opens_with_place(name: str) -> bool:
    """Tell whether a name begins with a place's, though it may be taken apart otherwise: 新乡|学院."""
    heads = (entry for size in (2, 3) for entry in gazetteer().lookup(name[:size]) if len(name) > size + 1)
    return any(entry.sure and entry.type is MentionType.PLACE for entry in heads)


def _is_own(name: str) -> bool:
    """Tell whether a body's name is its own whatever words make it: an office of state, a firm in full."""
    if _OFFICE.fullmatch(name):
        return True
    firm = name.endswith(("有限公司", "有限责任公司"))
    placed = any(e.sure and e.type is MentionType.PLACE for k in (2, 3) for e in gazetteer().lookup(name[:k]))
    return firm and (placed or len(name) > _FULL_NAME)


def only_common(name: str, *, wares: bool = True) -> bool:
    """Tell whether the name can be taken apart into endings and common modifiers.

    With ``wares``, trades and wares are common words too.
    """
    suffixes = gazetteer().suffixes
    reachable = [True] + [False] * len(name)
    for end in range(1, len(name) + 1):
        for start in range(max(end - 8, 0), end):
            part = name[start:end]
            common = part in MODIFIERS or (len(part) > 1 and (part in suffixes or (wares and _is_ware(part))))
            if reachable[start] and common:
                reachable[end] = True
                break
    # an ending of one character counts only at the end
    return reachable[-1] or (reachable[-2] and name[-1] in suffixes)


def is_foreign_ware(name: str) -> bool:
    """Tell whether the name is a country's and a common noun for wares: 德国汽车."""
    return any(gazetteer().is_country(name[:k]) and _is_ware(name[k:]) for k in range(2, len(name) - 1))


def _is_ware(word: str) -> bool:
    entries = gazetteer().lookup(word)
    return bool(entries) and all(entry.type in _COMMON_TYPES for entry in entries)


def _is_address(name: str) -> bool:
    """Tell whether the name is made of places only: 江苏阜宁."""
    for size in range(2, len(name) - 1):
        head = gazetteer().lookup(name[:size])
        tail = gazetteer().lookup(name[size:])
        if head and tail and head[0].type is tail[0].type is MentionType.PLACE:
            return any(gazetteer().lies_in(inner.code, outer.code) for inner in tail for outer in head)
    return False


VAGUE = frozenset(
    (
        "重要 重大 更多 类似 切实 一致 有效 具体 严格 潜在 上述 特别 紧急 必要 合理 可行 配套 详细 最新 "
        "新开工 已签订 军事"
    ).split()
)
"""What goes with anything and names nothing."""

MODIFIERS = frozenset(_COMMON.split("|")) | VAGUE
