"""Industries that the words around them give away: 汽车、电子|两大支柱产业, 轴承|巨头|甲动力.

In: the chunks of a sentence before lists are joined. Out: the same with more industries. Two things tell one:

- a sum: what stands listed before 三大优势产业 or 为其主导产业 is an industry, whatever it looks like;
- a kind of firm: what a firm is said to be before its name (车规级芯片设计公司|甲半导体) or behind 是
  (甲股份是国内领先的锂电设备供应商) begins with its line of business.
"""

import re
from collections.abc import Iterator, Sequence

from kg.chunk import NOMINAL, Chunk
from kg.completion.pieces import JOINTS, Maker, named, reach, whole
from kg.context_cues import Cues, endings
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.industries import MAKES_STRONG, RANKS
from kg.model import MentionType

_SUM = re.compile(
    rf"(?:[两二三四五六七八九十\d]+[大个条]|(?:已?成?为|是)(?:其|该区|该市|当地|全[市区县省])的?)"
    rf"(?:传统|战略性|{RANKS})*?(?P<head>(?:{RANKS})?产业(?![园基集])|赛道|产业链)"
)
"""What sums a list of industries up: 三大传统|优势产业, 为其|主导产业."""

#: The word by which rules know any kind of firm behind its line of business.
_FIRM = "公司"

#: What firms are called and also what has no line of business.
_BODY = "机构"

#: What one does for industries, and none of them.
_FURTHERS = re.compile(f"{MAKES_STRONG}|壮大|培育|发展|聚焦|围绕|打造")
_LISTED = frozenset({"n", "nz", "vn", "an", "nw", "ORG", "LOC", "b"})
#: Verbs that a line of business may end with, and what may stand before them.
_ACTS = frozenset(
    {"加工", "制造", "种植", "养殖", "冶炼", "研发", "设计", "封装", "测试", "检测", "精深", "精密", "运维"}
)
_LONGEST = 12

_SCOPE = re.compile(
    "^(?:跨国|全球|世界|国内|国际|中国|我国|本土|知名|著名|老牌|头部|领先|大型|中小型?|国有|民营|外资|国产|上市|专业|独立|第三方|最大|传统|"
    "第[一二三四五六七八九十]+大|综合|连锁|量产|初创|创新型?|新锐|顶级|首家|重点|主要|主流)+"
)
_ACT = re.compile(
    "(?:及|和|与)?(?:研发|设计|制造|生产|销售|开发|加工|代工|供应|运营|解决方案|解决方案提供|整体解决方案|系统集成|行业|领域|赛道|产业|细分领域|龙头|领军|头部)+$"
)
_RANKED = frozenset({"代表", "龙头", "头部", "领军", "骨干", "领先", "主要", "代表性", "标杆", "重点"})
_IS = frozenset({"是", "为", "系", "成为", "仍是", "属于", "已成为"})
_HELD = frozenset({"旗下", "下属", "所属", "全资", "控股", "参股", "挂牌", "上市"})
_NO_FIELD = re.compile(
    "(?:领域|会员|成员|理事|参会|参展|参赛|签约|获奖|上榜|受助|试点|典型|集体|国营|乡镇|私营|股份制|专业性|企业性|有限责任|股份有限|国有独资|企业|公司|集团|机构|下属|所属|附属|旗下|投资|研究|调研|评级|评估|服务|技术|高?科技|高新技术|媒体|监管|专业|项目|平台|产业|合资|关联|标的|合作|客户|明星|网红|控股|参股|全资|"
    "持股|梯队|国资|融资|家族|规模以上|规上|生态圈|生态链|产业链|供应链|上下游|配套|相关|有关|信息|政府|公共|商业|市场|经营|核心|新设|多家|同行|中介|审计|"
    "[子孙母分]|运营|研发|设计|销售|制造|生产|保荐|承销|主办|托管|担保|代理|法律|仲裁|公证|鉴定|社会|纳税|出口|进出口|外贸|本地|当地|本市|区域|地方|目标|被告|原告|申报|申请|入驻|落户|新三板|主板|科创板|创业板|[A-Z]股|港股|背景期货|中央|世界|百强|[0-9十]强|[个类级型性式])$"
)


def with_trades(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Return the chunks with the industries that sums and kinds of firms give away."""
    return _by_firms(_by_sums(chunks, text, make), text, cues, make)


def _by_sums(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        summed = _sum(chunks, i, text)
        items = list(_items(out)) if summed is not None else []
        if summed is None or len(items) < (1 if summed[0].text.startswith("主导") else 2):
            out.append(chunks[i])
            i += 1
            continue
        if len(items) == _stated(summed[0], text) + 1:  # 新能源、汽车及装备制造|两大产业
            items[:2] = [(items[1][0], items[0][1])]
        for start, stop in items:  # from the last to the first, so that earlier places stay true
            out[start:stop] = [whole(out[start:stop], MentionType.INDUSTRY, text, make)]
        out.append(summed[0])
        i = summed[1]
    return out


def _sum(chunks: Sequence[Chunk], i: int, text: str) -> tuple[Chunk, int] | None:
    """Return the word that sums a list up behind the chunk before ``i``, and where it ends."""
    match = _SUM.match(text, chunks[i].span.start)
    if match is None:
        return None
    end = next((k for k in range(i, len(chunks)) if chunks[k].span.end >= match.end()), -1)
    if end < 0 or chunks[end].span.end != match.end():
        return None
    return Chunk(Span(*match.span()), "W", match["head"], "n"), end + 1


def _stated(summed: Chunk, text: str) -> int:
    """Return how many industries a sum states (三大…产业), 0 where it states none."""
    first = text[summed.span.start]
    return (
        int(first)
        if first.isdigit()
        else "零一两三四五六七八九十".find(first)
        if first in "两三四五六七八九十"
        else 0
    )


def _items(chunks: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the coordinated nouns that ``chunks`` ends with, from the last to the first."""
    end = len(chunks)
    while end:
        joint = next((k for k in range(end - 1, max(end - 6, -1), -1) if not _may_stand(chunks[k])), -1)
        start = joint + 1
        if (
            joint < 0 or chunks[joint].text not in JOINTS
        ):  # the first one: only its words tell where it begins
            start = end
            while start and _may_list(chunks[start - 1]):
                start -= 1
            start -= start == end > 0 and chunks[start - 1].tag == "v"  # 制鞋
        length = len(reach(chunks[start:end])) if start < end else 0
        if not 2 <= length <= _LONGEST or _FURTHERS.fullmatch(chunks[start].text):
            return  # 聚焦|做大|三大支柱产业
        yield start, end
        if not start or chunks[start - 1].text not in JOINTS:
            return
        end = start - 1


def _may_stand(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand in an item between two joints."""
    if chunk.kind == "W":
        return chunk.tag not in {"p", "u", "c", "d", "m", "q", "r", "w"} and chunk.text not in JOINTS
    return len(chunk.members) == 1 and chunk.kind not in {"PLACE", "PARK", "GROUP"}


def _may_list(chunk: Chunk) -> bool:
    if chunk.kind == "W":
        return chunk.tag in _LISTED or chunk.text in _ACTS
    return chunk.kind in {"INDUSTRY", "PRODUCT", "ORG"} and len(chunk.members) == 1


def _by_firms(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the line of business of a firm by what kind of firm it is said to be."""
    out = list(chunks)
    kinds = cues.clause["kind_of_firm"]
    k = 0
    while k < len(out):
        kind = _kind_in(out[k], kinds)
        firm = out[k + 1] if k + 1 < len(out) else None
        leads = firm is not None and firm.kind == "ORG" and len(firm.members) > 0
        closes = firm is None or firm.boundary or firm.text == "之一"
        if kind and (leads or (closes and _is_said(out, k))):
            field = _field(out, k, kind, text, cues.speech["holder"])
            fields = endings(cues.trade["fields"]) if kind == _BODY else ("",)  # not 最高学术|机构
            told = field[1].of(text) if field is not None else ""
            if field is not None and told.endswith(fields) and told not in cues.trade["plain"]:
                start, span = field
                made = named(span, MentionType.INDUSTRY, text, make)
                word = Chunk(Span(out[k].span.end - len(kind), out[k].span.end), "W", _FIRM, "n")
                out[start : k + 1] = [made, word]
                k = start + 1
        k += 1
    return out


def _kind_in(chunk: Chunk, kinds: frozenset[str]) -> str:
    """Return the kind of firm that a word is or ends with (班轮|公司), or nothing."""
    if chunk.kind != "W" or chunk.tag not in NOMINAL or not chunk.text.endswith(endings(kinds)):
        return ""
    return max((kind for kind in kinds if chunk.text.endswith(kind)), key=len, default="")


def _is_said(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether 是 or the like stands before the kind of firm at ``k`` in its clause."""
    if chunks[k - 1].kind in {"PRODUCT", "INDUSTRY"}:
        return False  # 是全球最大的光伏玻璃|制造商 tells what the firm makes
    for chunk in reversed(chunks[max(k - 10, 0) : k]):
        if chunk.boundary or chunk.text == "一体":
            return False
        if chunk.text in _IS:
            return True
    return False


def _field(
    chunks: Sequence[Chunk], k: int, kind: str, text: str, holders: frozenset[str]
) -> tuple[int, Span] | None:
    """Return where the line of business before the kind of firm at ``k`` begins, and its span."""
    head = Span(chunks[k].span.start, chunks[k].span.end - len(kind))
    last = k
    if not head:
        while last and chunks[last - 1].text in _RANKED:
            last -= 1
        last -= last < k and chunks[last - 1].text == "的"  # 骨科器械的|代表|企业
    start = last
    while start and _in_field(chunks[start - 1]) and chunks[start - 1].span.end == chunks[start].span.start:
        start -= 1
    if (start == last and not head) or (start and chunks[start - 1].text in holders):
        return None
    end = chunks[last - 1].span.end if last < k or not head else head.end
    begin = chunks[start].span.start
    words = text[begin:end]
    scope = _SCOPE.match(words)
    begin += scope.end() if scope is not None else 0
    name = text[begin:end]
    act = _ACT.search(name)
    name = name[: act.start()] if act is not None and act.start() else name
    if not 2 <= len(name) <= _LONGEST or _NO_FIELD.search(name) or words.startswith(tuple(_HELD)):
        return None
    if gazetteer().is_country(name):
        return None  # 美国|子公司|甲
    return start, Span(begin, begin + len(name))


def _in_field(chunk: Chunk) -> bool:
    if chunk.kind == "W":
        return (
            chunk.tag in {"n", "nz", "vn", "nw", "b", "s"} or chunk.text in _ACTS
        ) and chunk.text not in _HELD
    return chunk.kind in {"INDUSTRY", "PRODUCT"} and len(chunk.members) == 1
