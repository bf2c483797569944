"""Groups: 首批13家试点高新区, 全国150家期货公司, 甲、乙、丙三市."""

import re

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.chunk import is_material
from kg.mentions.lexis import Lexis
from kg.mentions.members import joined_by
from kg.mentions.spans import Cover
from kg.model import Mention, MentionType

_PART = "东部|中部|西部|东北|西北|西南|华北|华东|华南|华中|环渤海|大湾区|珠三角|长三角|京津冀"
"""Parts of the country, which no model takes for places everywhere."""

_NUMBER = r"(?:\d+|[一二三四五六七八九十百两]+)(?:余|多)?"
_COUNTED = re.compile(
    rf"(?:首批|第[一二三四五六七八九十\d]+批|全国|全球|全市|全省|全区|全县|我国|(?:{_PART})(?:[两二三四五六七八九十]+[省市区县地])?)(?:[\u4e00-\u9fff]{{0,6}}?的)?(?!一[家个所只户座]){_NUMBER}[家个所只户座](?P<what>[\u4e00-\u9fff“”A-Z]{{2,16}})"
)
_ZONES = re.compile(
    "国家(?:级)?(?:高新技术产业开发区|高新区|经济技术开发区|经开区|自贸区|自贸试验区|自主创新示范区|自创区|(?<=级)开发区)(?![协研管])"
    "|(?<=[0-9一二三四五六七八九十][家个])(?:自由贸易试验区|自贸试验区|自贸区|综合保税区|综保区|经开区|高新区)(?![协研管])"
)
_CLAUSE_ENDS = frozenset("，,。；;：:\n")
#: Zones of a part of the country.
_PART_BEFORE = re.compile(
    rf"(?:东部|中部|西部|中西部|东北部?|沿海|内陆|沿边|长三角|珠三角|环渤海)+(?:地区)?的?{_NUMBER}[家个](?=$|国)"
)
_REACH = 16
#: A second noun of a group that is counted as one: 3000多家科研机构|和大学.
_ALSO = re.compile("[和与及](?:大学|高校|企业|院所|科研院所|机构|院校|医院)(?![一-龥]{0,2}[0-9])")
_NUMBER_BEFORE = re.compile(rf"(?<![0-9]){_NUMBER}[家个](?=$|国)")
_CONSORTIUM = re.compile("联合体")
_CLUSTER = re.compile(r"(?P<what>[一-龥A-Za-z0-9]{2,18}?)(?:产业)?集群(?![化式内])")
_PLACED = frozenset({MentionType.PLACE, MentionType.PARK})
_AND = frozenset({"及", "和", "与"})
#: What kind of cluster many places have, which is no name of one.
_CLASSES = frozenset(
    (
        "产业 特色 优势 主导 新兴 战略性新兴 先进制造业 制造业 工业 现代 支柱 重点 创新型 中小企业 特色产业 "
        "优势产业 主导产业"
    ).split()
)
#: 与甲、乙合称“三杰”: who is called by one name together.
_CALLED_TOGETHER = re.compile(r"(?:合|并|统)称[为作是]?“(?P<name>[^“”，。；]{2,14})”")
_MEMBERS = frozenset({MentionType.ORG, MentionType.PLACE, MentionType.PARK, MentionType.FACILITY})
_TAIL = re.compile(
    rf"等?(?!{_NUMBER}[家个所](?:分公司|分行|分店|分社))(?:{_NUMBER}[家个所大]?)(?P<what>[\u4e00-\u9fffA-Z]{{0,6}}?(?:企业|公司|券商|银行|高校|大学|部门|单位|机构|"
    r"城市|地区|省份|园区|高新区|基金|车企|深企|厂商|平台|运营商|省区|区县|(?:省|市|县|区)(?![属级域内直管]|、[省市县区]))|地)"
)
_DIVISIONS = re.compile(
    r"[两二三四五六七八九十]+(?:省区市|省区|省市|省|市|县|州|区|国|旗|地)(?:[一两二三四五六七八九十]+(?:省|市|县|州|区))?"
)
"""How a region is counted: 皖北|六市, 长三角|三省一市."""

_SINGLE = frozenset({"city", "county"})
_HEADS = (
    "企业",
    "公司",
    "高新区",
    "园区",
    "单位",
    "机构",
    "银行",
    "券商",
    "高校",
    "城市",
    "地区",
    "项目",
    "基地",
    "平台",
    "部门",
    "省份",
    "开发区",
    "医院",
    "学校",
    "实验室",
)


def find_groups(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add counted groups, enumerations with their common noun, and the national zones as a whole."""
    text = lexis.folded
    new: list[Span] = []
    for match in _COUNTED.finditer(text):
        end = _head_end(lexis, match.start("what"), match.end("what"))
        if end > 0:
            also = _ALSO.match(text, end)
            new.append(Span(match.start(), also.end() if also is not None else end))
    ends = {found.span.end: found.span.start for found in mentions if found.type is MentionType.PLACE}
    for match in _ZONES.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(match.start() - 8, 0), match.start())
        start = ends.get(number.start()) if number is not None else None
        part = _PART_BEFORE.search(text, max(match.start() - _REACH, 0), match.start())
        if start is None and part is not None:
            start = part.start()  # 东部沿海|33家|国家级开发区: some of them
        new.append(Span(match.start() if start is None else start, match.end()))  # 甲省|12家|国家高新区
    spoken = _zones_spoken_of(lexis, mentions)
    mentions = [found for found in mentions if found.span not in spoken]
    new += [*_enumerations(lexis, mentions), *_consortia(lexis, mentions), *_regions(lexis, mentions)]
    new += _clusters(lexis, mentions)
    cover = Cover(found for found in mentions if found.type not in _MEMBERS)
    spans = [
        span
        for span in new
        if not any(found.span.contains(span) for found in cover.touching(span.start, span.end))
    ]
    called = [Span(*match.span("name")) for match in _CALLED_TOGETHER.finditer(text)]
    spans += called
    same = set(spans)
    kept = [
        found
        for found in mentions
        if not (found.span in same and (found.type in _MEMBERS or found.span in called))
    ]
    return kept + [Mention(span, MentionType.GROUP, "pattern", score=0.7) for span in dict.fromkeys(spans)]


def _zones_spoken_of(lexis: Lexis, mentions: list[Mention]) -> set[Span]:
    """Return where 国家级经开区 opens a clause: all of them act there, and none is chosen to be one."""
    text = lexis.folded
    dates = {found.span.end for found in mentions if found.type is MentionType.DATE}
    opens = ((m, not m.start() or text[m.start() - 1] in _CLAUSE_ENDS) for m in _ZONES.finditer(text))
    return {Span(*match.span()) for match, first in opens if first or match.start() in dates}


def _consortia(lexis: Lexis, mentions: list[Mention]) -> list[Span]:
    """Return the bidders that are named after their leader: 甲集团|联合体, though only LAC sees the firm."""
    cover = Cover(found for found in mentions if found.type is MentionType.ORG)
    spans = []
    for match in _CONSORTIUM.finditer(lexis.folded):
        start = match.start()
        while start and (cover.at(start - 1) is not None or lexis.words[lexis.at[start - 1]].tag == "ORG"):
            found = cover.at(start - 1)
            start = lexis.words[lexis.at[start - 1]].start if found is None else found.span.start
        if start < match.start():
            spans.append(Span(start, match.end()))
    return spans


def _clusters(lexis: Lexis, mentions: list[Mention]) -> list[Span]:
    """Return the clusters of firms that are named after a place and a trade: 甲市集成电路(产业)集群."""
    spans = []
    for place in mentions:
        cluster = _CLUSTER.match(lexis.folded, place.span.end) if place.type in _PLACED else None
        if cluster is None or cluster.end() not in lexis.ends or cluster["what"] in _CLASSES:
            continue
        inner = range(lexis.at[cluster.start()], lexis.at[cluster.end() - 1])
        words = (lexis.words[k] for k in inner)
        plain = (lexis.folded[w.start : w.end] in _AND for w in words)
        if all(is_material(lexis, k) or joint for k, joint in zip(inner, plain, strict=True)):
            spans.append(Span(place.span.start, cluster.end()))
    return spans


def _head_end(lexis: Lexis, start: int, end: int) -> int:
    """Return where the first common noun of members ends, -1 where there is none."""
    for at in range(start + 2, end + 1):
        if at in lexis.ends and lexis.folded[start:at].endswith(_HEADS):
            follows = lexis.folded[at : at + 2]
            if not follows.startswith(_HEADS):
                return at
    return -1


def _enumerations(lexis: Lexis, mentions: list[Mention]) -> list[Span]:
    members = sorted(
        (found for found in mentions if found.type in _MEMBERS),
        key=lambda found: (found.span.start, -found.span.end),
    )
    members = [
        found
        for k, found in enumerate(members)
        if not any(_inside(found, other) for other in members[max(k - 3, 0) : k])
    ]
    spans = []
    first = 0
    for i, found in enumerate(members):
        joined = i > 0 and joined_by(lexis.text[members[i - 1].span.end : found.span.start])
        if not joined:
            first = i
        match = _TAIL.match(lexis.folded, found.span.end)
        if match and i > first:
            spans.append(Span(members[first].span.start, match.end()))
    return spans


def _regions(lexis: Lexis, mentions: list[Mention]) -> list[Span]:
    """Return the regions that are told with the number of their divisions; a city of a list is none."""
    parts = [Span(*match.span()) for match in re.finditer(_PART, lexis.folded)]
    parts += [found.span for found in mentions if found.type is MentionType.PLACE]
    spans = []
    for part in dict.fromkeys(parts):
        counted = _DIVISIONS.match(lexis.folded, part.end)
        kinds = {entry.kind for entry in gazetteer().lookup(part.of(lexis.folded))}
        listed = part.start > 0 and joined_by(lexis.text[part.start - 1])
        ordinal = lexis.folded.endswith("第", 0, part.end)  # 巴黎市第|十三区
        if counted is None or counted.end() not in lexis.ends or listed or ordinal or kinds & _SINGLE:
            continue
        if not lexis.folded[counted.end() : counted.end() + 1].isdigit():  # 中部六省|54家国家高新区
            spans.append(Span(part.start, counted.end()))
    return spans


def _inside(found: Mention, other: Mention) -> bool:
    """Tell whether a name stands in another one: 江苏 in 甲公司（江苏）."""
    return other.span.contains(found.span) and other.span != found.span
