"""What is cut off the front of a name: each reader takes a name's span and returns it without that."""

import re

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.firm_kinds import LEADERS, MAKERS
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType

_LEADING = frozenset(
    (
        "希望 感谢 履新 离任 上任 到任 任职 担任 出任 升任 调任 兼任 "
        "原 前 时任 现任 曾任 该 本 由 向 对 在 与 和 及 据 从 将 被 把 给 于 等 以及 旗下 下属 "
        "所属 子公司 母公司 附属公司 卖方 买方 甲方 乙方 股东 老股东 大股东 控股股东 客户 供应商 竞争对手 "
        "叫板 归 主会场 分会场 "
        "记者 来自 位于 包括 其中 同时 此外 以 为 是 全国 国内 国外 海外 当地 本地 我国 中方 著名 知名 整个 "
        "联同 会同 英文 中文 曾祖 高祖 祖父 曾祖父 高祖父 流寓 徙居 客居 迁居 定居 "
        "各地 这家 一家 南接 北接 东临 西临 横渡 途经 毗邻 辖 下辖 管辖 原名 曾用名 本名 更名 改名 今 "
        "设有 下设 内设 有 现有 建有 附设 由原 系原 前身 改称 改名为 更名为 直属"
    ).split()
)
#: What rules a name in one character, which LAC does not always part from it.
_PARTICLES = frozenset("兼应经同由向对据在于与和及被让为从给把请派赴原前")
_LONG_NAME = 4
#: How far before and behind a clause the next bearing is looked for.
_NEAR = 30
#: Where a place lies to another: 北枕|某河, 西连|某县.
_BEARING = re.compile(
    "[东西南北]{1,2}[边部面侧]?[与同和]?(?:毗邻|接壤|[邻接临连靠依倚枕濒抵隔通越跨扼望界至毗滨傍屏踞达])"
    "(?=[一-龥]{2})"
)
#: Where what is named lies, told from here: 我区|某市某公司.
_FROM_HERE = re.compile("(?:(?<=[我本该全])|[我本该])[省市县区州镇](?=[一-龥]{4})")
_CLAUSE = "，。；、：,;:（(\n"
_DATELINE = re.compile(
    r"[一-龥]{2,10}(?:讯|消息|电)\s+(?=\S{2})|[一-龥]{2,6} ?\d{1,2} +(?=[一-龥]{4})|[|｜]|[^\t]{1,20}\t"
)
_GLUED_DATELINE = re.compile(
    r"(?:[一-龥]{0,4}(?:[早晚商日晨时快]报|本报|报社|联社|在线)|报|本网)讯(?=[一-龥]{3})"
)
#: The agency, the place and the day of a wire, and how long they are at most.
_WIRED = re.compile(r"[社网报台汇][一-龥]{0,5}\d{1,2}月\d{1,2}日\Z")
_WIRE = 16
_KINDS = "|".join((*LEADERS, *MAKERS))
_DESCRIBES_FIRM = re.compile(
    rf"[一-龥]{{2,10}}?(?:{_KINDS}|连锁店)(?=[一-龥A-Za-z]{{2}})"
    "|[一-龥]{0,8}?(?:投资|直投|创投|项目|平台|科技|设计|运营|基金|保险|地产|电商|物流|软件|游戏)公司"
    "(?=[一-龥]{3,}(?:有限公司|集团|股份)$)"
)
_PARTY = re.compile(
    "招标代理机构|招标人|招标方|采购人|采购方|建设单位|业主|保荐机构|保荐人|主承销商|审计机构|评估机构|交易对方|关联法人|关联人|"
    "一致行动人|投资方|出资方|合作方|发起方|认购方|受让方|转让方|卖方|买方|关联方|生产商|供应商|竞争对手|控股股东|老股东|大股东|子公司|母公司|原告|被告|客户"
)
_LOCAL_FIRM = re.compile(
    "(?P<where>[一-龥]{2,6}?)(?:市属|区属|省属|县属|本土|本地)?"
    "(?:国资平台|国有平台|城投平台|国企|民企|龙头企业|上市公司|上市企业)(?=[一-龥A-Za-z]{3})"
)
_LISTED_FIRM = re.compile(
    "(?:港股|A股|美股|H股|B股|沪市|深市|北交所|科创板|创业板|主板|新三板)(?:上市|挂牌)?(?:公司|企业)(?!有限|股份)"
    "|(?:世界|全球|中国|全国|民营)*(?:[0-9]{2,4}|百|五百)强(?:企业|公司)?(?=[一-龥]{4})"
)
_MAKER = re.compile(
    rf"[一-龥]{{2,16}}?(?:{_KINDS}|供应商|运营商|企业|品牌|电商|[车药矿油乳]企)(?P<name>[A-Z][A-Za-z&.’' -]+)"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .&'’-]*")
#: How a school's name does not begin: 挪威|科技大学, but 墨西哥大学|商学院.
_OF_THE_STATE = ("国立", "国家", "皇家", "联邦", "中央", "科学", "大学")
_SCHOOLS = ("大学", "学院")
_CAPITAL = re.compile("首都|首府|省会|省城|城市副中心|副中心")


def _behind(span: Span, found: re.Match[str] | None) -> Span:
    """Return the span behind what was found; the whole span where nothing was."""
    return Span(found.end(), span.end) if found is not None else span


def behind_dateline(lexis: Lexis, span: Span) -> Span:
    """Cut a newspaper's mark before the first sentence, or the key of a table's row: 中证网讯|甲公司."""
    wired = lexis.folded.startswith(("日电", "日讯"), max(span.start - 1, 0)) and len(span) > 2
    if wired:
        return Span(span.start + 1, span.end)  # 本报宁州10月9日|电甲大学
    return _behind(span, _DATELINE.match(lexis.folded, span.start, span.end))


def behind_glued_dateline(lexis: Lexis, span: Span) -> Span:
    """Cut the same where no blank parts it from the firm: 晚报讯|甲公司, 甲社乙市1月9日电|甲公司."""
    wired = lexis.folded.startswith(("电", "讯"), span.start) and len(span) > _LONG_NAME - 1
    if wired and _WIRED.search(lexis.folded, max(span.start - _WIRE, 0), span.start):
        return Span(span.start + 1, span.end)
    return _behind(span, _GLUED_DATELINE.match(lexis.folded, span.start, span.end))


def behind_description(lexis: Lexis, span: Span) -> Span:
    """Cut what a firm is: 零售巨头|甲, 私募股权投资公司|乙投资有限公司."""
    return _behind(span, _DESCRIBES_FIRM.match(lexis.folded, span.start, span.end))


#: For whom one speaks: 在讲话|中代表|区委.
_ON_BEHALF = re.compile("中?(?:谨?代表)(?=[省市县区州旗][一-龥]?[委政])")


def behind_behalf(lexis: Lexis, span: Span) -> Span:
    """Cut what says that one speaks for a body: 在致辞|中代表|区委."""
    speaks = _ON_BEHALF.match(lexis.folded, span.start, span.end)
    return Span(speaks.end(), span.end) if speaks is not None else span


#: What two or more just named do together: 双方|共建某研究院, 三地将携手|打造某产业园.
_TOGETHER = re.compile(
    "(?:(?:[双两三四五多各][方地市县区校]|[两三四五多][家所])(?:企业|公司|单位|高校)?(?:[将拟]|共同|携手|联合|合作|联手)*|(?:共同|携手|联手))"
    "(?:共建|合建|组建|筹建|设立|成立|建立|打造|签署|签订|签约|出资|推进|启动|(?:建设|投资)(?!管理|工程|[一-龥]*(?:公司|集团|控股|股份)$))"
    "(?:设立|成立|组建|建设)?了?(?=[一-龥]{3})"
    "|(?:共建|合建|筹建)(?=[一-龥]{4})"
)


def behind_together(lexis: Lexis, span: Span) -> Span:
    """Cut what those just named do together before the name of what they build: 三方共建|某研究院."""
    return _behind(span, _TOGETHER.match(lexis.folded, span.start, span.end))


def behind_words(lexis: Lexis, span: Span) -> Span:
    """Cut words that no name begins with: 来自|甲市, 旗下|乙公司, 离任前任职|丙部."""
    start = span.start + lexis.folded.startswith("任职", max(span.start - 1, 0))
    while start < span.end:
        word = lexis.words[lexis.at[start]]
        text = lexis.folded[start : word.end]
        leads = text in _LEADING or (word.tag == "f" and text == "中")  # 在致辞|中|希望|某协会
        if word.start != start or word.end >= span.end or not leads:
            break
        if word.tag == "PER":
            break  # who is called 于 or 和
        start = word.end
    return Span(start, span.end)


def behind_particle(lexis: Lexis, span: Span) -> Span:
    """Cut the particle before a name that the tables or the text have without it: 应|挪威, 同|某里亚."""
    text, rest = lexis.folded, Span(span.start + 1, span.end)
    if text[span.start] not in _PARTICLES or len(rest) < 2 or gazetteer().lookup(span.of(text)):
        return span
    bare = rest.of(text)
    if any(entry.sure for entry in gazetteer().lookup(bare)):
        return rest
    alone = len(bare) >= _LONG_NAME and text.count(bare) > text.count(span.of(text))
    return rest if alone else span


#: What became of a place in a year, before its name: 1951年|建|白鹤乡, 1995年|复置|白鹤镇.
_BECAME = re.compile("(?:[复改新增析]?[建置设]|改|析|复)(?=[一-龥]{2,6}(?:乡|镇|公社|街道|县|区|村)$)")
#: What is done with a body that is told of as 县某厂, before that name: 隶属|县工业局, 成立|县酒厂.
_DONE_WITH = re.compile("(?:析|隶属于?|归属于?|成立|建立|并入|改称|更名为?)了?(?=[省市县区州地][一-龥]{2})")


def behind_becoming(lexis: Lexis, span: Span) -> Span:
    """Cut the verb between a year and the name of the place that was made then: 1951年|建|白鹤乡."""
    became = _BECAME.match(lexis.folded, span.start, span.end)
    dated = became is not None and lexis.folded[span.start - 1 : span.start] in {"年", "月", "日"}
    return _behind(span, became) if dated and not gazetteer().lookup(span.of(lexis.folded)) else span


def behind_deed(lexis: Lexis, span: Span) -> Span:
    """Cut what is done with a body that is called by its level: 隶属|县工业局."""
    return _behind(span, _DONE_WITH.match(lexis.folded, span.start, span.end))


def behind_pointing(lexis: Lexis, span: Span) -> Span:
    """Cut whose a body is, told from where the text is written: 我区|某市某公司."""
    return _behind(span, _FROM_HERE.match(lexis.folded, span.start, span.end))


def behind_bearing(lexis: Lexis, span: Span) -> Span:
    """Cut how a place lies to another: 北枕|某河; 南通 is a city unless its row tells of bearings."""
    text = lexis.folded
    bearing = _BEARING.match(text, span.start, span.end)
    opens = span.start == 0 or text[span.start - 1] in _CLAUSE
    if bearing is None or not opens or gazetteer().lookup(span.of(text)):
        return span
    if gazetteer().lookup(bearing[0]) and not _in_row_of_bearings(text, span):
        return span
    return Span(bearing.end(), span.end)


def _in_row_of_bearings(text: str, span: Span) -> bool:
    """Tell whether the clause before or behind the one with ``span`` opens with a bearing too."""
    low, high = max(span.start - _NEAR, 0), min(span.end + _NEAR, len(text))
    opened = [at + 1 for at in range(low, span.start - 1) if text[at] in _CLAUSE] or [low]
    follows = [at + 1 for at in range(span.end, high) if text[at] in _CLAUSE]
    return any(_BEARING.match(text, at) is not None for at in (opened[-1], *follows[:1]) if at != span.start)


#: What a zone is, before its own name, and how a headline comes to it.
_ZONE = "(?:新区|高新区|开发区|经开区|示范区|自贸区|综保区|保税区|合作区)"
LEVEL_OF = re.compile(
    f"(?:(?:国家级?|省级|市级)[一-龥]{{0,6}}?)?{_ZONE}(?=(?!管委|内|的)[一-龥]{{2,12}}{_ZONE}\\Z)"
    f"|(?:聚焦|走进|走近|探访|探营|解码|直击|揭秘|对话)(?=[一-龥]{{2,12}}(?:{_ZONE}|园区|产业园|科技城))"
)


def behind_level(lexis: Lexis, span: Span) -> Span:
    """Cut what a zone is or a headline's way to it: 国家级新区|某新区, 聚焦|某高新区."""
    return _behind(span, LEVEL_OF.match(lexis.folded, span.start, span.end))


def behind_party(lexis: Lexis, span: Span) -> Span:
    """Cut the part that a firm plays in a deal: 招标人|甲公司."""
    party = _behind(span, _PARTY.match(lexis.folded, span.start, span.end))
    return party if len(party) >= _LONG_NAME else span


def behind_local_firm(lexis: Lexis, span: Span) -> Span:
    """Cut whose firm a firm is: 温岭市国资平台|某某城发."""
    local = _LOCAL_FIRM.match(lexis.folded, span.start, span.end)
    known = local is not None and any(e.type is MentionType.PLACE for e in gazetteer().lookup(local["where"]))
    return _behind(span, local) if known else span


def behind_country(lexis: Lexis, span: Span) -> Span:
    """Cut the country of a foreign firm or school: 挪威|Nordwind AS, 日本|东京工业大学."""
    for cut in range(span.start + 2, min(span.start + 8, span.end - 2)):
        if not gazetteer().is_country(lexis.folded[span.start : cut]):
            continue
        rest = lexis.folded[cut : span.end]
        foreign = _LATIN.fullmatch(rest) is not None
        school = rest.endswith(_SCHOOLS) and not rest.endswith("科学院") and len(rest) > _LONG_NAME
        if (foreign or school) and not rest.startswith(_OF_THE_STATE):
            return Span(cut, span.end)
    return span


def around_maker(lexis: Lexis, span: Span) -> Span:
    """Cut what a foreign firm makes, with its country: 德国牙科设备厂商|Bergmann AG.

    Where models took 德国牙科设备 for a firm of its own, the country is left.
    """
    text, (start, end) = lexis.folded, (span.start, span.end)
    maker = _MAKER.match(text, start)
    country = next((c for c in range(start + 5, start + 1, -1) if gazetteer().is_country(text[start:c])), 0)
    if maker is None or not country or maker.end() < end:
        return span
    return Span(maker.start("name"), end) if maker.start("name") < end else Span(start, country)


def behind_market(lexis: Lexis, span: Span) -> Span:
    """Cut where a firm is listed: 港股公司|某某."""
    listed = _behind(span, _LISTED_FIRM.match(lexis.folded, span.start, span.end))
    return listed if len(listed) > 1 else span


def behind_capital(lexis: Lexis, span: Span) -> Span:
    """Cut what a city is to its country: 首都|大马士革."""
    city = _behind(span, _CAPITAL.match(lexis.folded, span.start, span.end))
    return city if gazetteer().lookup(city.of(lexis.folded)) else span


def behind_former(lexis: Lexis, span: Span) -> Span:
    """Cut what says that a body is no more: 原|核工业部."""
    former = lexis.folded[span.start] == "原" and len(span) > _LONG_NAME
    return Span(span.start + 1, span.end) if former else span


def place_before(lexis: Lexis, span: Span) -> list[Mention]:
    """Return the place in what was cut off: the country of a foreign firm, 温岭市 before 国资平台."""
    local = _LOCAL_FIRM.match(lexis.folded, span.start)
    if local is not None and local.end() == span.end:
        return [Mention(Span(*local.span("where")), MentionType.PLACE, "gazetteer", score=0.8)]
    country = gazetteer().is_country(span.of(lexis.folded))
    return [Mention(span, MentionType.PLACE, "gazetteer", score=0.8)] if country else []
