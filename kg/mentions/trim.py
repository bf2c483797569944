"""Names freed from words that are no part of them: 原 in 原核工业部, 旗下 in 旗下子公司."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis, is_trade
from kg.model import Mention, MentionType

_BUILDERS = (MentionType.PLACE, MentionType.ORG)
_NAMES = frozenset({MentionType.ORG, MentionType.PLACE, MentionType.PERSON})
_LEADING = frozenset(
    (
        "希望 感谢 原 前 时任 现任 曾任 该 本 由 向 对 在 与 和 及 据 从 将 被 把 给 于 等 以及 旗下 下属 "
        "所属 子公司 母公司 附属公司 卖方 买方 甲方 乙方 股东 老股东 大股东 控股股东 客户 供应商 竞争对手 "
        "叫板 归 "
        "记者 来自 位于 包括 其中 同时 此外 以 为 是 全国 国内 国外 海外 当地 本地 我国 中方 著名 知名 整个 "
        "各地 这家 一家 南接 北接 东临 西临 横渡 途经 毗邻 辖 下辖 管辖 原名 曾用名 本名 更名 改名 今"
    ).split()
)
_TRAILING = frozenset(
    (
        "等 和 与 及 的 了 在 是 亦 也 已 将 曾 因 为 据 称 说 以及 之子 之女 之 所 一行 方面 本人 先生 "
        "女士 同志 夫人 一家 兄弟 姐妹 人 代管 建设 发展 投资 等地 一带 以东 以西 以南 以北 境内 会 控 拟 "
        "或 还 又 仍 均 都 就 才 更 有 无 未 不 被 向 对 从 于 由 旗下 下属 所属 子公司 母公司 附属公司 "
        "控股子公司 全资子公司 保证 重组 收购 增持 减持 入股 注册 资本 注册资本 注册资本金 股价 股票 公告 "
        "宣布 表示 高度 一致 "
        "昨日 今日 日前 清仓 套现 抛售 举牌 领投 跟投 参投 追投 入局 涨 跌 收涨 收跌 大涨 大跌 上涨 下跌 "
        "海拔 面积 人口 实际 合计 累计 共计 总计 平均 职工 员工 股东 高管 高层 "
        "合资 合作 增资 注资 核心 团队 固定资产 "
        "易名 更名 改名 改称 管理层 管理团队 机关报 原址 旧址 客户 股民 业主 居民 村民 市民 消费者 工作人员"
    ).split()
)
_INSIDE = re.compile(
    "旗下|下属|所属的?|(?:全资|控股)?(?:子|附属)公司|(?:控股)?母公司|控股股东|第[一二三]大股东|大股东"
)
#: What zones do with firms, of which no name is made: 甲科创城|集聚|医药健康.
_GATHERS = re.compile("(?:集聚|聚集|汇聚|云集|入驻|已有|共有)了?(?!区|地|中心|园)")
_LISTED_FIRM = re.compile(
    "(?:港股|A股|美股|H股|B股|沪市|深市|北交所|科创板|创业板|主板|新三板)(?:上市|挂牌)?(?:公司|企业)(?!有限|股份)"
)
_BUILT = re.compile(
    "(?P<where>[一-龥]{2,12}?)(?:加快|规划|投资|开工)?(?:建设|建成|新建|投建|兴建|打造|设立|建立|设有|建有)(?=[^，。；]{4})"
)
_OPENS = re.compile(r"(?:在|支持|推动|推进|同意|鼓励|批准|助力)\Z")
_LOCAL_FIRM = re.compile(
    "(?P<where>[一-龥]{2,6}?)(?:市属|区属|省属|县属|本土|本地)?"
    "(?:国资平台|国有平台|城投平台|国企|民企|龙头企业|上市公司|上市企业)(?=[一-龥A-Za-z]{3})"
)
#: Bodies that a text hides: 某|房地产开发公司, 某市某|器械公司; in 王某某 stands a person.
_UNNAMED = re.compile(
    "(?<!某)某(?:知名|大型|著名)?(?!某)[一-龥]{2,}(?:公司|集团|企业|医院|学校|大学|银行|机构|单位|厂)"
)
_STOP = re.compile("[。！？；]”?")
#: 甲公司|中国区: where a firm sells is no part of its name.
_SALES_REGION = re.compile("(?:大?中华|中国|亚太|北美|欧洲|东南亚|全球|华[东南北中西])+(?:大|片)?区$")
_AND = re.compile("[、和与及同]|以及|联合|会同")
#: A school's name ends before the field one learns there: 甲大学|管理科学与工程 专业.
_FIELD_OF_STUDY = re.compile(r"(?:大学|学院)(?=[一-龥]{2,14}\Z)")
_STUDIED = re.compile(r"(?:系|类)?(?:专业|学士|硕士|博士|学位|本科|研究生)")
#: 德国|城市|明斯特: a place with what it is and where.
_WITH = re.compile("(?P<one>[一-龥]{2,6}?)[同与和跟](?P<other>[一-龥]{2,6})")  # 丹麦|同|瑞典
_CITY = re.compile(
    "(?P<where>[一-龥]{2,8}?)(?:第[一二三四五六七八九十]大|最大)?(?:城市|首都|首府|省会|港口城市|港市|小镇|小城)(?P<city>[一-龥·]{2,})"
)
_LISTED_AT = re.compile("[区园城]列(?=第|首|前|全)")
_BLOCK = re.compile("区块(?!链)")
_CAPITAL = re.compile("首都|首府|省会")
_LONG_NAME = 4
_FUNDS = ("投资", "创投", "资本", "基金")
_DEALT_IN = ("增持", "减持", "持有", "受让", "转让", "买入", "质押", "举牌")
_LONGEST_PERSON = 4
_NEXT = frozenset("代已曾将称说表在任出率赴获因对向与也则还又均的了是为被由从给让")
_SCHOOLS = ("学院", "大学", "系", "学校", "研究院", "研究所")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .&'’-]*")
_OF_THE_STATE = ("国立", "国家", "皇家", "联邦", "中央", "科学")
_COUNTED = re.compile(
    r"(?<![第两二三四五六七八九十\d])[两二三四五六七八九十\d]+[省市县区州地国](?:区)?\Z"
)  # 甲、乙、丙三市
_PARTY = re.compile(
    "招标代理机构|招标人|招标方|采购人|采购方|建设单位|业主|保荐机构|保荐人|主承销商|审计机构|评估机构|交易对方|关联法人|关联人|一致行动人|"
    "卖方|买方|关联方|生产商|供应商|竞争对手|控股股东|老股东|大股东|子公司|母公司|原告|被告|客户"
)
_MAKER = re.compile(
    "[一-龥]{4,16}?(?:厂商|巨头|制造商|供应商|生产商|开发商|运营商|企业|品牌)(?P<name>[A-Z][A-Za-z&.’' -]+)"
)
_CALLED = re.compile("[合并统](?=称)")
#: Levels named side by side: 市县领导, 省市领导.
_LEVELS = ("市县", "省市", "州县")
_TOTAL = re.compile("总(?:投资|面积|规模|产值|长度?|资产|收入|人口|建筑|产能|装机)")
#: A newspaper's own mark before the first sentence: 中证网讯 甲公司.
_DATELINE = re.compile(r"[一-龥]{2,10}(?:讯|消息|电)\s+(?=\S{2})")
#: The same where no blank parts it from the firm: 晚报讯|甲公司.
_GLUED_DATELINE = re.compile(
    r"(?:[一-龥]{0,4}(?:[早晚商日晨时快]报|本报|报社|联社|在线)|报|本网)讯(?=[一-龥]{3})"
)
#: 甲集团|系|乙省最大的…: the verb that says what a firm is.
_FIRM_IS = re.compile("(?<=集团|公司|股份|银行)[系为是](?=[一-龥]{2})")
#: A title that begins with what firms' names end with: 甲企业|证券事务代表, 甲股份|董事会秘书.
_OFFICE_BEHIND = re.compile("证券事务代表|董事会秘书|投资者关系|投资总监|证券部")
#: What a firm is, before its name: 零售巨头|甲, 私募股权投资公司|乙投资有限公司.
_DESCRIBES_FIRM = re.compile(
    "[一-龥]{2,10}?(?:巨头|巨鳄|大鳄|龙头|霸主|寡头|制造商|厂商|开发商|零售商|生产商|服务商|连锁店)(?=[一-龥A-Za-z]{2})"
    "|[一-龥]{0,8}?(?:投资|直投|创投|项目|平台|科技|设计|运营|基金|保险|地产|电商|物流|软件|游戏)公司(?=[一-龥]{3,}(?:有限公司|集团|股份)$)"
)
#: 甲股份|报41元.
_PRICED = re.compile(r"报\d")
#: 甲证券|汽车行业分析师: what somebody analyses is no part of the firm's name.
_ANALYST = re.compile("(?:[一-龥]{0,4}行业|首席|高级|资深|联席)*(?:分析师|策略师|研究员|经济学家)")
_ANALYSTS_AT = re.compile(
    ".{2,8}?(?:证券|期货|资本|基金|银行|咨询|投行|资管)(?=[一-龥]{2,6}$)(?!.*(?:公司|集团|研究|中心|部|股份)$)"
)
_KIND_OF_FIRM = re.compile(
    "(?:直投|创投|项目|基金|平台|运营|投资|合资|资管|壳|销售|贸易|地产|物业|控股|管理|私募|担保|信托|期货|租赁|保理)公司"
)
_FIELDS = (
    "酒店", "物业", "食品", "旅游", "文化", "资产", "餐饮", "置业", "环保", "能源", "贸易", "技术", "设计",
    "工程", "教育", "健康", "医疗", "财富", "信息",
)  # fmt: skip
_OF_FIELD = re.compile(
    "[一-龥]{2,6}?(?:管理|投资|服务|发展|运营|开发|科技|控股)*(?:集团|股份)?有限(?:责任)?公司"
)
_BYLINE = re.compile(r"(?:本报|本刊|本网|本台|本社|新华社|中新社|中新网|人民网|新华网)\Z")
_PEOPLE = frozenset("先生 女士 同志 夫人 一家 兄弟 姐妹 之子 之女 本人".split())


def trim_names(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Cut words off both ends of the models' names that no name begins or ends with."""
    people = {m.span.of(lexis.folded) for m in mentions if m.type is MentionType.PERSON}
    named = [piece for found in mentions for piece in _behind_person(lexis, found, people)]
    pieces = [piece for found in named for piece in _parted(lexis, found)]
    kept = []
    firms = {found.span.start for found in pieces if found.type is MentionType.ORG}
    for found in pieces:
        if found.span.end in firms and _KIND_OF_FIRM.fullmatch(
            lexis.folded, found.span.start, found.span.end
        ):
            continue  # 旗下|直投公司|甲投资有限公司
        cut = _trimmed(lexis, found)
        if cut is not None:
            kept += [cut, *_country(lexis, Span(found.span.start, cut.span.start))]
    return kept


def part_built(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return 在|衢州|建设|电子特气生产基地 as two names, where one holds the place and what is built."""
    named: list[Mention] = []
    have = {found.span for found in mentions}
    for found in mentions:
        built = _BUILT.match(lexis.folded, found.span.start, found.span.end)
        opened = _OPENS.search(lexis.folded, max(found.span.start - 2, 0), found.span.start)
        if found.type is not MentionType.FACILITY or built is None or opened is None:
            named.append(found)
            continue
        where = built["where"]
        zone = any(s.type is MentionType.PARK for s in gazetteer().suffix_of(where))
        sure = {e.type for end in _places_end(where) for e in gazetteer().lookup(where[end:]) if e.sure}
        kind = MentionType.PARK if zone else next((t for t in _BUILDERS if t in sure), None)
        if kind is None:
            named.append(found)
            continue
        if Span(*built.span("where")) not in have:
            named.append(Mention(Span(*built.span("where")), kind, "pattern", score=0.7))
        named.append(replace(found, span=Span(built.end(), found.span.end)))
    return named


def _places_end(name: str) -> Iterator[int]:
    """Yield where places that ``name`` begins with end, the beginning first: 德国|慕尼黑."""
    yield 0
    for hit in gazetteer().scan(name, sure=True):
        if hit.start == 0 and hit.entry.type is MentionType.PLACE and hit.end < len(name):
            yield hit.end


def _behind_person(lexis: Lexis, mention: Mention, people: set[str]) -> list[Mention]:
    """Return two names for 核准|某某甲银行|行长任职资格, where the text names the person elsewhere."""
    name = mention.span.of(lexis.folded)
    if mention.type is not MentionType.ORG or mention.source != "model":
        return [mention]
    cut = next((k for k in range(_LONGEST_PERSON, 1, -1) if name[:k] in people), 0)
    if not cut or len(name) < cut + _LONG_NAME:
        return [mention]
    at = mention.span.start + cut
    person = replace(mention, span=Span(mention.span.start, at), type=MentionType.PERSON)
    return [person, replace(mention, span=Span(at, mention.span.end))]


def _country(lexis: Lexis, span: Span) -> list[Mention]:
    """Return the place cut off before a name: the country of a foreign firm, 温岭市 before 国资平台."""
    local = _LOCAL_FIRM.match(lexis.folded, span.start)
    if local is not None and local.end() == span.end:
        return [Mention(Span(*local.span("where")), MentionType.PLACE, "gazetteer", score=0.8)]
    country = gazetteer().is_country(span.of(lexis.folded))
    return [Mention(span, MentionType.PLACE, "gazetteer", score=0.8)] if country else []


def _parted(lexis: Lexis, mention: Mention) -> list[Mention]:
    """Return the owner and the owned of 某集团旗下某公司 each for itself, and the members of 某港和某区."""
    if mention.source != "model" or mention.type is MentionType.PERSON:
        return [mention]
    start, end = mention.span.start, mention.span.end
    stop = _STOP.search(lexis.folded, start, end)
    if stop is not None and stop.end() < end:
        return _parted(lexis, replace(mention, span=Span(stop.end(), end)))  # “…门槛。”|某大学
    city = _CITY.fullmatch(lexis.folded, start, end) if mention.type is MentionType.PLACE else None
    if city is not None and any(e.type is MentionType.PLACE for e in gazetteer().lookup(city["where"])):
        left, right = Span(start, city.end("where")), Span(city.start("city"), end)
        return [replace(mention, span=left), replace(mention, span=right)]
    both = _WITH.fullmatch(lexis.folded, start, end) if mention.type is MentionType.PLACE else None
    if both is not None and gazetteer().is_country(both["one"]) and gazetteer().is_country(both["other"]):
        spans = (Span(*both.span(name)) for name in ("one", "other"))
        return [replace(mention, span=span) for span in spans]
    cut = _INSIDE.search(lexis.folded, start + 2, end - 1) if mention.type is MentionType.ORG else None
    if cut is None:
        cuts = _AND.finditer(lexis.folded, start + 2, end - 1)
        cut = next((found for found in cuts if _joins(lexis, start, found.start())), None)
    if cut is None:
        return [mention]
    left, right = Span(start, cut.start()), Span(cut.end(), end)
    fields = lexis.folded.endswith(_FIELDS, left.start, left.end) and lexis.folded[cut.start()] in "及和与"
    if fields and _OF_FIELD.fullmatch(lexis.folded, right.start, right.end):
        return [mention]  # 甲茶室及戏园经营有限公司
    return [replace(mention, span=left), *_parted(lexis, replace(mention, span=right))]


def _joins(lexis: Lexis, start: int, at: int) -> bool:
    """Tell whether the conjunction at ``at`` stands between two names, not inside 林业和草原局."""
    left = lexis.folded[start:at]
    together = lexis.folded.startswith(("联合", "会同"), at)
    two_schools = left.endswith(_SCHOOLS[:2]) and lexis.folded[at] in "与和"
    if not together and not two_schools and lexis.words[lexis.at[at]].tag not in ("c", "w", "p"):
        return False
    if left.endswith(_FUNDS) and lexis.folded[at] in "和与、":
        return True  # 甲创新投资|和|乙创投
    known = any(entry.sure and entry.type in _NAMES for entry in gazetteer().lookup(left))
    strong = any(not suffix.weak for suffix in gazetteer().suffix_of(left))
    if together:
        return known  # 国家发改委|联合|自然资源部, not 国家电网联合研究院
    return known or strong or lexis.folded[at] == "、" or lexis.words[lexis.at[at - 1]].tag == "LOC"


def _trimmed(lexis: Lexis, mention: Mention) -> Mention | None:
    if mention.source != "model" or mention.type not in _NAMES:
        return mention
    start, end = mention.span.start, mention.span.end
    if mention.type is MentionType.ORG and _UNNAMED.search(lexis.folded, max(start - 1, 0), end):
        return None
    region = _SALES_REGION.search(lexis.folded, start, end)
    if region is not None and mention.type is MentionType.PLACE and region.start() > start + 1:
        return replace(mention, type=MentionType.ORG, span=Span(start, region.start()))
    if _BYLINE.search(lexis.folded, 0, start) and lexis.folded.endswith(("讯", "电"), start, end):
        return Mention(Span(start, end - 1), MentionType.PLACE, "pattern", score=0.7)  # 本报|武汉|讯
    dateline = _DATELINE.match(lexis.folded, start, end)
    start = dateline.end() if dateline is not None else start
    glued = _GLUED_DATELINE.match(lexis.folded, start, end) if mention.type is MentionType.ORG else None
    start = glued.end() if glued is not None else start
    if mention.type is MentionType.ORG and _ANALYST.match(lexis.folded, end):
        end = start + (_broker_end(lexis.folded[start:end]) or end - start)
    if mention.type is MentionType.ORG and _PRICED.match(lexis.folded, end - 1):
        end -= 1
    what = _DESCRIBES_FIRM.match(lexis.folded[:end], start) if mention.type is MentionType.ORG else None
    start = what.end() if what is not None else start
    office = (
        _OFFICE_BEHIND.search(lexis.folded, start + 2, end + 4) if mention.type is MentionType.ORG else None
    )
    if office is not None and office.start() < end < office.end():
        end = office.start()
    verb = _FIRM_IS.search(lexis.folded, start + 2, end) if mention.type is MentionType.ORG else None
    end = verb.start() if verb is not None else end
    while start < end:
        word = lexis.words[lexis.at[start]]
        if word.start != start or word.end >= end or lexis.folded[start : word.end] not in _LEADING:
            break
        start = word.end
    party = _PARTY.match(lexis.folded, start, end)
    if party is not None and mention.type is MentionType.ORG and end - party.end() >= _LONG_NAME:
        start = party.end()
    local = _LOCAL_FIRM.match(lexis.folded, start, end) if mention.type is MentionType.ORG else None
    if local is not None and any(e.type is MentionType.PLACE for e in gazetteer().lookup(local["where"])):
        start = local.end()  # 温岭市国资平台|某某城发
    while start < end:
        word = lexis.words[lexis.at[end - 1]]
        if word.end != end or word.start <= start or not _falls(lexis.folded[word.start : end], mention.type):
            break
        end = word.start
    inside = mention.type is MentionType.PLACE and lexis.folded.endswith(("中", "内"), start, end)
    if inside and end - start > 3 and not gazetteer().lookup(lexis.folded[start:end]):
        end -= 1  # 在洛杉矶的|星光城|中
    if mention.type is MentionType.ORG and lexis.folded.endswith("拟", start, end) and end - start > 3:
        end -= 1  # 甲水电|拟出资2亿元
    dealt = lexis.folded.endswith(_DEALT_IN, 0, start) and lexis.folded.endswith("股份", start, end)
    if mention.type is MentionType.ORG and dealt and end - start > _LONG_NAME + 1:
        end -= 2  # 增持|北方化工|股份
    gathers = (
        _GATHERS.search(lexis.folded, start + 2, end) if mention.type is not MentionType.PERSON else None
    )
    end = gathers.start() if gathers is not None else end
    if mention.type is MentionType.ORG and lexis.folded.endswith(("报讯", "网讯"), start, end):
        end -= 1  # 三峡日报|讯
    start = _behind_country(lexis.folded, start, end, mention.type)
    start, end = _around_maker(lexis.folded, start, end, mention.type)
    listed = _LISTED_FIRM.match(lexis.folded, start, end) if mention.type is MentionType.ORG else None
    if listed is not None and end - listed.end() > 1:
        start = listed.end()  # 港股公司|某某
    if mention.type is MentionType.ORG and _STUDIED.match(lexis.folded, end):
        school = _FIELD_OF_STUDY.search(lexis.folded[:end], start + 2)
        if school is not None and not lexis.folded.endswith(_SCHOOLS, start, end):
            end = school.end()
    if mention.type is MentionType.ORG and is_trade(lexis.folded, end):
        return None
    if mention.type is MentionType.PLACE and lexis.folded.endswith(_LEVELS, start, end):
        end -= 1  # 黄石市|县领导
    if _LISTED_AT.match(lexis.folded, end - 2):
        end -= 1  # 南京高新区|列|第14位
    block = _BLOCK.match(lexis.folded, end - 1) or _BLOCK.match(lexis.folded, end)
    if mention.type is MentionType.PLACE and block is not None:
        end = block.end()  # 钱塘区|块, 椒江|区块
    capital = _CAPITAL.match(lexis.folded, start, end) if mention.type is MentionType.PLACE else None
    if capital is not None and gazetteer().lookup(lexis.folded[capital.end() : end]):
        start = capital.end()  # 首都|大马士革
    counted = _COUNTED.search(lexis.folded, start, end)
    if counted and counted.start() > start + 1 and mention.type is MentionType.PLACE:
        end = counted.start()
    if lexis.folded.startswith("的", end) and lexis.folded.endswith("控股", start, end):
        end -= 2  # 某集团控股的某公司
    if mention.type is not MentionType.PERSON and _TOTAL.match(lexis.folded, end - 1):
        end -= 1  # 临江新城|总投资
    if mention.type is MentionType.PERSON and end - start > 2 and _CALLED.match(lexis.folded, end - 1):
        end -= 1  # 与某某|合称
    if mention.type is MentionType.PERSON and end - start >= _LONG_NAME and _overrun(lexis.folded[start:end]):
        end -= 1
    if mention.type is MentionType.ORG and lexis.folded[start] == "原" and end - start > _LONG_NAME:
        start += 1
    if (start, end) == (mention.span.start, mention.span.end):
        return mention
    return replace(mention, span=Span(start, end)) if end - start > 1 else None


def _broker_end(name: str) -> int:
    """Return where the firm of an analyst ends in ``name``, if the field follows: 甲证券|汽车; else 0."""
    for end in range(len(name) - 2, 3, -1):
        if any(e.sure and e.type is MentionType.ORG for e in gazetteer().lookup(name[:end])):
            return end
    found = _ANALYSTS_AT.match(name)
    return found.end() if found is not None else 0


def _behind_country(text: str, start: int, end: int, kind: MentionType) -> int:
    """Return where a foreign name begins behind its country: 挪威|Nordwind AS, 日本|东京工业大学."""
    if kind is not MentionType.ORG:
        return start
    for cut in range(start + 2, min(start + 8, end - 2)):
        if not gazetteer().is_country(text[start:cut]):
            continue
        rest = text[cut:end]
        foreign = _LATIN.fullmatch(rest) is not None
        school = rest.endswith(("大学", "学院")) and len(rest) > _LONG_NAME
        if (foreign or school) and not rest.startswith(_OF_THE_STATE):
            return cut
    return start


def _around_maker(text: str, start: int, end: int, kind: MentionType) -> tuple[int, int]:
    """Return where a foreign firm's name is behind what it is, or the country before that.

    德国牙科设备厂商|Bergmann AG is the firm; where models took 德国牙科设备 for one, the country is left.
    """
    if kind is not MentionType.ORG:
        return start, end
    maker = _MAKER.match(text, start)
    country = next((c for c in range(start + 5, start + 1, -1) if gazetteer().is_country(text[start:c])), 0)
    if maker is None or not country or maker.end() < end:
        return start, end
    return (maker.start("name"), end) if maker.start("name") < end else (start, country)


def _overrun(name: str) -> bool:
    """Tell whether a person's name of four characters or more has run into the next word."""
    return name[-1] in _NEXT and name[:2] not in gazetteer().surnames and name[0] in gazetteer().surnames


def _falls(word: str, kind: MentionType) -> bool:
    named = kind is MentionType.PERSON and word == "之"  # 某敬之
    return word in _TRAILING and not named and (kind is MentionType.PERSON or word not in _PEOPLE)
