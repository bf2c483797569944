"""Coordination: names in a row are one chunk, with the count and the common noun behind them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.context_cues import Cues, endings
from kg.document import Span
from kg.rows import CONJUNCTIONS, PLACES

_LISTABLE = PLACES | {"PERSON", "INDUSTRY", "PRODUCT", "EVENT", "DOCUMENT", "POLICY"}
#: Levels of the divisions, two of which may share a noun: 等5个市、县重大项目.
_LEVELS = ("省", "市", "区", "县", "乡", "镇")
_DIVISIONS = 2
#: 甲、乙、丙三省: the words that sum a list up.
SUM = re.compile(
    r"[2-9](?:省区|省|市|州|县|地|国|方|校)|[两二三四五六七八九十]+(?:省区|省|市|县|区县|区|地|国|家|人|方|者|州|校|企|行|镇|村|部门|单位|公司|家公司|家企业)"
)

#: Who comes for those that are listed: 甲、乙等高新区|代表.
_DELEGATES = re.compile("(?:管委会)?(?:代表|负责人|领导|嘉宾|主任|书记)?$")

#: What is measured of those who are listed is no part of what they are.
_MEASURED = ("值", "率", "量", "额", "收入", "利润", "投资", "营收", "税收", "员工", "人数")
#: What a party is to others, which stands before its name and ties it to none.
_ROLES = frozenset(
    "第三方 关联方 非关联方 关联企业 合作方 战略投资者 自然人 产业投资者 财务投资者 原".split()
)
#: What a body has in the places of a list, which are not these.
_HOUSES = frozenset(
    "分公司 子公司 分行 支行 分店 门店 分校 校区 分院 院区 办事处 营业部 工厂 生产基地 研发中心".split()
)
#: Behind a firm, these tell of another one: 乙|旗下|丙.
_OF_ANOTHER = frozenset("旗下 所属 下属 控股 参股 持股 母公司 控股股东 大股东 股东".split())


def join_lists(chunks: Sequence[Chunk], text: str, words: frozenset[str], cues: Cues) -> list[Chunk]:
    """Join coordinated names into one chunk and take in 等46家企业 behind them."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        if chunk.kind not in _LISTABLE or not chunk.members:
            out.append(chunk)
            i += 1
            continue
        members, last, j = list(chunk.members), chunk, i + 1
        while (k := _next_item(chunks, j, text)) and _alike(chunk, chunks[k]):
            if k > j and (
                (chunks[j].text != "、" and _is_clause_with(chunks, j))
                or _has_own_relative(chunks, k)
                or _only_places(chunk, chunks, k)
                or (j > i + 1 and _opens_party(chunks, j, k, last))
                or _is_where(chunks, i, j, k)
                or _is_origin(chunks, i, j, k)
                or _is_kin_alone(chunks, i, j)
            ):
                break
            members.extend(chunks[k].members)
            last, j = chunks[k], k + 1
        joined = chunk
        if j > i + 1:
            span = Span(chunk.span.start, last.span.end)
            joined = replace(
                chunk,
                span=span,
                text=span.of(text),
                members=tuple(members),
                mention=None,
                listed=True,
            )
        joined, j = _tail(chunks, joined, j, text, words, cues)
        out.append(joined)
        i = j
    return out


def _next_item(chunks: Sequence[Chunk], j: int, text: str) -> int:
    """Return where the next name of a list that goes on at ``j`` stands (behind 、; “甲”“乙”), else 0."""
    if j + 1 < len(chunks) and chunks[j].text in CONJUNCTIONS:
        roled = chunks[j + 1].text in _ROLES and j + 2 < len(chunks) and chunks[j + 2].kind == "ORG"
        return j + 2 if roled else j + 1  # 甲、|关联方|乙
    hugged = j < len(chunks) and text[chunks[j].span.start] in "“《"
    return j if hugged and text[chunks[j - 1].span.end - 1] in "”》" else 0


def _tail(
    chunks: Sequence[Chunk], joined: Chunk, j: int, text: str, words: frozenset[str], cues: Cues
) -> tuple[Chunk, int]:
    """Take 等, a stated count and the head noun into a list: A、B等46家国家高新区, A、B等企业46家."""
    k = j
    named = k < len(chunks) and chunks[k].text in {"等", "等等"}
    if named:
        k += 1
    count = None
    for last in range(k, min(k + 2, len(chunks)) if named or len(joined.members) > 1 else k):
        if SUM.fullmatch(text[chunks[k].span.start : chunks[last].span.end]):
            behind = chunks[last + 1].text if last + 1 < len(chunks) else ""
            if joined.kind == "PLACE" and behind in _HOUSES:
                return joined, j  # 设有甲、乙、丙|三家分公司
            last += chunks[last].text[-1] == "家" and behind.endswith(("公司", "企业"))
            span = Span(joined.span.start, chunks[last].span.end)
            return replace(joined, span=span, text=span.of(text)), last + 1
    if k < len(chunks) and chunks[k].kind == "AMOUNT" and (named or len(joined.members) > 1):
        count = chunks[k].count
        if not named and (count is None or count.value != len(joined.members)):
            return joined, j
        k += 1
    if not named and count is None:
        return joined, j
    head_start = k
    while k < len(chunks) and k - head_start < 5 and _in_head(chunks[k], words):
        if k > head_start and chunks[k - 1].text == "地":
            break  # 等地|开工率
        each = k + 1 < len(chunks) and chunks[k + 1].text in cues.metric["each"] | cues.metric["deal"]
        if each and k > head_start and chunks[k].text.endswith(_MEASURED):
            break  # 等3家企业|产值均超过5亿元
        k += 1
    if 0 < k - head_start < _DIVISIONS and chunks[k - 1].text in _LEVELS and _goes_on(chunks, k):
        k += 2
        while k < len(chunks) and _in_head(chunks[k], words) and not chunks[k].text.endswith(_MEASURED):
            k += 1  # 等5个市、县重大项目
    end = chunks[k - 1].span.end
    head = text[chunks[head_start].span.start : end] if k > head_start else ""
    if head and count is None and k < len(chunks) and chunks[k].kind == "AMOUNT":
        stated = chunks[k].count
        if stated is not None and stated.unit in cues.metric["counter"]:
            count, end, k = stated, chunks[k].span.end, k + 1  # 等规模以上企业217家
    if joined.kind == "PLACE" and not named and head in _HOUSES:
        return joined, j  # 设有甲、乙、丙|三家分公司
    span = Span(joined.span.start, end)
    if joined.kind == "PLACE" and _DELEGATES.sub("", head).endswith(endings(cues.name["of_parks"])):
        return Chunk(span, "W", span.of(text), "n"), k  # 甲、乙等高新区: zones, not the cities
    return replace(joined, span=span, text=span.of(text), count=count, head=head, listed=True), k


def _goes_on(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether the common noun of a list goes on behind a level of the divisions: 市|、|县|项目."""
    behind = chunks[k + 1].text if k + 1 < len(chunks) else ""
    return chunks[k].text == "、" and behind.startswith(tuple(_LEVELS))


def _in_head(chunk: Chunk, words: frozenset[str]) -> bool:
    """Tell whether a chunk belongs to the common noun of a list (等46家国家高新区)."""
    if chunk.kind == "W":
        nominal = chunk.tag in {"n", "nz", "vn", "an", "a", "b", "LOC", "q"}
        acts = chunk.text in words and (chunk.tag == "vn" or chunk.text.endswith("合作"))
        return nominal and chunk.text != "等" and not acts
    kinds = {"INDUSTRY", "GROUP", "FACILITY", "PRODUCT", "POLICY", "PARK"}
    return chunk.kind in kinds and not chunk.listed


def _alike(a: Chunk, b: Chunk) -> bool:
    if not b.members or any(m.anaphor for m in b.members):
        return False
    return a.kind == b.kind or (a.kind in PLACES and b.kind in PLACES)


def _is_clause_with(chunks: Sequence[Chunk], j: int) -> bool:
    """Tell whether 与 at ``j`` opens a phrase of its own (与B的X) rather than joining two names."""
    behind = chunks[j + 2] if j + 2 < len(chunks) else None
    return (
        behind is not None
        and (behind.text == "的" or behind.kind == "TITLE")
        and chunks[j].text in {"与", "同", "跟"}
    )


def _opens_party(chunks: Sequence[Chunk], j: int, k: int, last: Chunk) -> bool:
    """Tell whether 与 at ``j`` sets a list of its own against the one before: 甲区、乙区|与|丙市、丁市."""
    kinds = {last.kind, chunks[k].kind}
    return chunks[j].text in {"与", "同", "跟"} and "PLACE" in kinds and len(kinds) > 1


def _is_where(chunks: Sequence[Chunk], i: int, j: int, k: int) -> bool:
    """Tell whether the place at ``i`` is where the firm at ``k`` is met: 在|甲市|与|乙集团|签约."""
    placed = (
        chunks[i].kind == "PLACE" and i > 0 and chunks[i - 1].text in {"在", "于", "赴", "到", "抵", "从"}
    )
    return placed and chunks[j].text in {"与", "和", "同", "跟"} and chunks[k].kind == "ORG"


def _is_origin(chunks: Sequence[Chunk], i: int, j: int, k: int) -> bool:
    """Tell whether the place at ``k`` is where the next firm comes from: 甲|与|德国|机床|厂商|乙|签约."""
    if chunks[i].kind != "ORG" or chunks[k].kind != "PLACE" or chunks[j].text not in {"与", "和", "同", "跟"}:
        return False
    behind = chunks[k + 1 : k + 6]
    described = (n for n, c in enumerate(behind) if not _describes_firm(c))
    nouns = next(described, 0)
    return nouns > 0 and behind[nouns].kind in {"ORG", "PERSON"}


def _describes_firm(chunk: Chunk) -> bool:
    """Tell whether a chunk may say what firm follows: 机床, 厂商."""
    return chunk.kind in {"INDUSTRY", "PRODUCT"} or (
        chunk.kind == "W" and chunk.tag in {"n", "nz", "vn", "b", "a"}
    )


def _is_kin_alone(chunks: Sequence[Chunk], i: int, j: int) -> bool:
    """Tell whether the firm at ``i`` is somebody's and 与 sets another beside it: 子公司|甲|与|乙部|签约."""
    kin = i > 0 and chunks[i - 1].text.endswith(("子公司", "孙公司"))
    return kin and chunks[j].text in {"与", "同", "跟"}


def _only_places(first: Chunk, chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether the place at ``k`` tells where the next firm of a list is: 甲寿险、天津的|乙寿险."""
    behind = chunks[k + 1 : k + 3]
    return (
        chunks[k].kind == "PLACE"
        and first.kind in {"ORG", "FACILITY"}
        and len(behind) > 1
        and behind[0].text == "的"
        and behind[1].kind in {"ORG", "FACILITY"}
    )


def _has_own_relative(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether the name at ``k`` opens a description of another one: 乙控股的丙, 乙旗下丙."""
    following = chunks[k + 1 : k + 4]
    if len(following) < 2 or following[0].kind != "W":
        return False
    if following[0].text in _OF_ANOTHER or following[0].text.endswith(("子公司", "孙公司")):
        return bool(following[1].members) or (
            len(following) > 2 and following[1].text == "的" and bool(following[2].members)
        )
    verb = following[0].text
    together = verb.startswith(("共", "合", "联")) or verb.endswith("办")  # 甲与乙|共建|的丙: both did
    return (
        len(following) > 2
        and following[0].tag == "v"
        and not together
        and following[1].text == "的"
        and bool(following[2].members)
        and _alike(chunks[k], following[2])  # 甲与乙|主办|的论坛: both did
    )


_SHARE_JOINTS = frozenset({"、", "和", "及", "以及", "与"})
_SHARES_OF = ("股权", "股份", "表决权")


def in_share_row(chunks: Sequence[Chunk], at: int) -> Iterator[int]:
    """Yield the firms that follow the one at ``at`` in a row, each with a share of its own.

    收购|甲|60%|股权|和|乙|70%|股权 is of both.
    """
    while at + 4 < len(chunks) and chunks[at + 1].count is not None and chunks[at + 1].text.endswith("%"):
        noun = at + 2 + (chunks[at + 2].text == "的")
        joint = noun + 1
        if not chunks[noun].text.startswith(_SHARES_OF) or joint + 3 >= len(chunks):
            return
        firm, share = chunks[joint + 1], chunks[joint + 2]
        if chunks[joint].text not in _SHARE_JOINTS or not firm.members or not share.text.endswith("%"):
            return
        at = joint + 1
        yield at
