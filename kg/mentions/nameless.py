"""What reads as a name and names nobody: the line of a news service, terms of listings, banks and books.

In: the mentions so far. Out: the same without those in 某某财经讯 at the head of a line, whose news is of
others, without the 美国 of 美国存托凭证 or the 香港 of 香港公开发售, without a word of deals
(合共, 项目|中共|安排), without 新城 where one with a name was told of, without the side on which a place
has another (，西南|与某县接壤), and without what runs 字 into a name.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.borders import MEETS
from kg.definitions import find_bynames
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES
from kg.model import Mention, MentionType

#: A newspaper or an agency (某某日报讯) may be spoken of; what parts it from the news is read elsewhere.
_DATELINE = re.compile(
    r"^[ \t　]*(?:【[^】\n]{1,20}】)?"
    r"(?P<line>(?!据)[一-龥A-Za-z]{2,14}(?<![报社本])(?:讯|消息))(?=[\s　，,：:（(])",
    re.MULTILINE,
)
#: What is said of a body, and is no part of a name: 全国最大书店公司.
_PRAISED = re.compile(
    "最[大早好强]|首家|第一家|一家|规模最|领先的|知名的|[数多几][所家]|[省部市]属(?:重点|本科|公办|普通)?(?:大学|高校|院校|医院)|"
    "(?:高水平|省部共建|部省共建)(?:大学|高校)$"
)
#: A surname that is no name before what a paper did: 《甲周刊》曾|刊文.
_ONCE = re.compile("曾[经]?(?:刊文|撰文|发文|发声|发帖|载文|著文|表态|坦言|直言|公告|回应)")
_BODIES = frozenset({MentionType.ORG, MentionType.PERSON, MentionType.FACILITY})
#: What kind of projects many have: 外资项目, 新批内资项目, 重大工业项目, 市政府投资项目.
_PROJECTS = re.compile(
    "(?:新[批签引建]|在[建谈]|拟建|续建|签约|引进|开工|竣工|投产|落户|外资|内资|外商|民营|企业|招商|招商引资|重点|重大|产业|工业|农业|科技|"
    "制造业|服务业|基础设施|基建|民生|交通|水利|能源|环保|旅游|文旅|康养|技改|技术改造|投资|合作|建设|储备|亿元|大型|优质|龙头|政府|[省市区县]政府|"
    "[省市区县]|国家级?|[省市区县]级|社会|民间|类|型|和|及|、)+(?:项目|工程)"
)
_TOWNS = frozenset({MentionType.PLACE, MentionType.PARK})
_TOWN = "新城"
#: 降糖药物|doraglitin: a drug is spelt small, and told to be one.
_DRUG = re.compile("[a-z][a-z0-9-]{3,}")
_DRUGS = ("药", "药物", "剂", "抗体", "疫苗", "化合物", "注射液", "胶囊", "片")
#: The part that somebody plays in a deal.
_PART = re.compile(
    "(?:天使轮?|[A-Z]轮|本轮|联合|独家|主要|老)?(?:投资方|领投方|跟投方|参投方|收购方|出让方|转让方|受让方|认购方|发行方|交易对方|委托方|投资机构)"
)
#: What a firm is, right before its name: 法国阀门公司|某某电子.
_KIND_OF_FIRM = re.compile(
    "(?<!有限)(?<!责任)(?<!股份)(?<!集团)(?:公司|企业|厂商|集团|巨头|运营商|制造商|开发商)$"
)
_TERM = re.compile(
    r"(?:美国|全球)存托(?:凭证|股票?|股份)|(?:美国|香港|国际|中国)(?:通用|公认|企业|财务报告)?(?:会计|财务报告)准则"
    r"|(?<=[目动间期会年月度程])中共(?=安排|签约|开工|实施|完成|有[0-9]|投入|设[立置有0-9]|收到|涉及|包[含括])"
    r"|中国(?=(?:企业|民营企业|制造业|服务业|互联网|外贸|化工|医药工业)?(?:五百|[1-5]00|百|10|二十|三十)强)"
    r"|普惠(?=[小型性制]|金融|贷款|养老|托[育幼]|保险|政策)"
    r"|线上线下|合共|承配人|配售代理|送达公司(?:董事会|监事会)?"
    r"|(?:质押|解除质押|解押|冻结|认购|回购|限售|配售|转换|转让|增持|减持|标的|流通|发行|代价|对价|待售)股份(?![一-龥]{0,6}公司)"
    r"|(?<![一-龥])(?:中报|年报|半年报|[一三]季报|季报)(?=业绩|预|净利|大戏|行情|披露|显示)"
    r"|(?:不良|各项|人民币|本外币|外币|境内)+(?:贷款|存款|资产)"
    r"|(?<=[，,；;。、：:\n　 ])[东西][南北](?=(?:[部面侧方端])?(?:(?:[与同和][^，,；;。\n]{2,40}?"
    rf"{MEETS})|[连接邻临靠界毗抵濒隔紧]))"
    r"|(?:香港|国际|全球)(?:公开)?(?:发售|配售|招股)(?:股份)?|(?<![A-Za-z])(?:[Nn]on-?)?GAAP(?![A-Za-z])|(?<![A-Za-z])IFRS(?![A-Za-z])"
)


def drop_nameless(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without the names that stand in a dateline or in a term, and what is no name."""
    bynames = list(find_bynames(lexis.folded))
    firms = {m.span.start for m in mentions if m.type is MentionType.ORG}
    mentions = [m for m in mentions if m.type not in _BODIES or not _is_none(lexis.folded, m, firms)]
    towns = [m for m in mentions if len(m.span) > len(_TOWN) and m.span.of(lexis.folded).endswith(_TOWN)]
    first = min((m.span.end for m in towns), default=None)
    mentions = [m for m in mentions if not _is_again(lexis.folded, m, first)]
    spans = [*_spans(lexis.folded), *(Span(found.at, found.span.end) for found in bynames)]
    if not spans:
        return mentions
    names = {found.span for found in bynames}  # 字|伯渊, not 字伯渊
    return [
        m
        for m in mentions
        if m.type not in NAMES or m.span in names or not any(s.contains(m.span) for s in spans)
    ]


def _is_again(text: str, mention: Mention, first: int | None) -> bool:
    """Tell whether a place called by its kind alone was named before: 甲新城…。去年，|新城|完成投资."""
    bare = mention.type in _TOWNS and mention.span.of(text) == _TOWN
    return bare and first is not None and mention.span.start > first


def _is_none(text: str, body: Mention, firms: AbstractSet[int]) -> bool:
    """Tell whether what reads as a body is a drug, or what is said of a body, as of those at ``firms``."""
    if _is_drug(text, body.span):
        return True
    if body.type is MentionType.FACILITY:
        return _PROJECTS.fullmatch(body.span.of(text)) is not None
    if body.type is not MentionType.ORG:
        return _ONCE.fullmatch(body.span.of(text)) is not None
    if text.startswith("生", body.span.end) and text.endswith("大学", 0, body.span.end):
        return not gazetteer().lookup(body.span.of(text))  # 国家|大学生创业基地
    return _is_said_of(body.span.of(text)) or (body.span.end in firms and _is_kind(text, body.span))


def _is_said_of(name: str) -> bool:
    """Tell whether what reads as a name only describes a body, or tells the part it plays."""
    said = _PRAISED.search(name) is not None or _PART.fullmatch(name) is not None
    return said and not gazetteer().lookup(name)


def _is_drug(text: str, span: Span) -> bool:
    """Tell whether what reads as a name is that of a drug."""
    return _DRUG.fullmatch(span.of(text)) is not None and text.endswith(_DRUGS, 0, span.start)


def _is_kind(text: str, span: Span) -> bool:
    """Tell whether what reads as a name says what the firm named right behind is."""
    name = span.of(text)
    abroad = any(gazetteer().is_country(name[:end]) for end in range(2, 5))
    return abroad and _KIND_OF_FIRM.search(name) is not None and not gazetteer().lookup(name)


def _spans(text: str) -> Iterator[Span]:
    yield from (Span(*match.span("line")) for match in _DATELINE.finditer(text))
    yield from (Span(*match.span()) for match in _TERM.finditer(text))
