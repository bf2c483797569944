"""Works and units that words before them name: plants one has somewhere, units one has.

Plans of a year's projects, which the finders take for projects, are named whole.
"""

import re
from collections.abc import Sequence

from kg.chunk import Chunk
from kg.completion.pieces import JOINTS, Found, Maker, joined, merged, words_of
from kg.model import MentionType

_HAS = frozenset(
    "设有 拥有 建有 建设 新建 投建 兴建 建成 开设 增设 布局 设立 运营 筹建 扩建 新设 建立 建了 拥有了".split()
)
_PLANT_WORDS = frozenset({"n", "nz", "vn", "v", "f", "b", "a"})
_PLANT = re.compile(
    "(?:工厂|研发中心|生产基地|制造基地|生产线|中试线|产线|研发基地|数据中心|物流中心|仓储中心|加工厂|技术中心|分拨中心|培训中心|运营中心)$"
)
_PLANT_THERE = re.compile(_PLANT.pattern.removesuffix("$"))
_SETS_UP = frozenset("成立 组建 设立 新设 增设 筹建 成立了 组建了 设立了".split())
_OWNS = frozenset("所属 下属 直属 下设 下辖 内设".split())
_PARTED_INTO = frozenset("下设 内设 设有 分设 现设 设 下辖 分为 现设有 下设有 内设有".split())
_ROW_UNIT = re.compile("..(?:[司局处部室所院系厅科站办]|中心|支行|公司|委员会|学校|[中小]学)$")
_UNIT_WORDS = frozenset({"n", "nz", "vn", "b", "j"})
_SET_UP = re.compile(
    "..(?:事业部|研究院|研究所|领导小组|工作组|工作专班|工作委员会|专业委员会|工作室|营业部)$"
)
_OWNED = re.compile("..(?:中心|研究院|研究所|设计院|规划院|学院|医院|总队|支队|事业部|管理处|管理局|总站)$")
#: What is built, at the end of its name, and what only such a thing is said to have or to be.
_BUILT = re.compile(
    "(?:项目|工程|生产线|基地|产业园区?|工业园区?|科技园区?)(?:[（(][一二三四五六七八九十0-9]+期[)）])?$"
)
_OF_BUILT = re.compile(
    "[，,]?(?:项目|工程|计划|概算|估算|预计|规划|一期)?(?:总投资|投资约?[0-9]|总造价|占地|总占地|总建筑面积|用地面积|总用地|位于|坐落|选址)"
)
_ZONES = ("园", "园区")
_NAMING = frozenset({"ORG", "PLACE", "PARK", "FACILITY", "PRODUCT", "INDUSTRY", "PERSON"})
_NAMES = frozenset({"ORG", "LOC", "PER", "nz", "nw"})
#: Words that tell of what kind a project is and give it no name.
_PLAIN = frozenset(
    "重点 重大 建设 投资 产业 工业 签约 开工 在建 续建 新建 招商 招商引资 民生 基础设施 交通 水利 农业 "
    "文旅 亿元 以上 项目 工程 生产线 基地 产业园 园区 大 新 个 类 省级 市级 国家级 集中 优质 主要 "
    "示范".split()
)
_WITHIN = frozenset(
    "及 和 与 至 生产 制造 智造 加工 改造 扩建 研发 回收 利用 组装 总装 封装 测试 铸造 锻造 冶炼 发电 储能 "
    "养殖 种植 仓储 物流 配送 检测 孵化 培训".split()
)
_LONGEST_PROJECT = 40
_SHORTEST_UNIT, _LONGEST_UNIT = 4, 16
_YEAR = re.compile("[0-9]{4}年")
_PLANS = {
    "计划": MentionType.POLICY,
    "规划": MentionType.POLICY,
    "清单": MentionType.DOCUMENT,
    "名单": MentionType.DOCUMENT,
}
_UNIT_TAGS = _UNIT_WORDS | _NAMES | {"a"}


def with_plants(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the plant that somebody has somewhere: 在乙市|拥有|一座|整机工厂, 在丙市|设有|研发中心."""
    if _PLANT_THERE.search(words_of(chunks)) is None:
        return list(chunks)
    return joined(chunks, _plant_end, MentionType.FACILITY, text, make)


def _plant_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return where the plant ends whose name begins at ``start``; ``start`` where none does."""
    if not start or chunks[start - 1].kind != "W":
        return start
    k = start
    while k < len(chunks) and k - start < 5 and chunks[k].kind == "W" and chunks[k].tag in _PLANT_WORDS:
        k += 1
        if _PLANT.search(chunks[k - 1].text) or _PLANT.search(words_of(chunks[start:k])):
            break
    found = k > start and _PLANT.search(words_of(chunks[start:k])) is not None
    closed = k >= len(chunks) or chunks[k].kind == "P" or chunks[k].tag in {"c", "v", "d"}
    before = chunks[start - 1]
    opened = before.text in _HAS or before.text == "的" or before.tag in {"m", "q"} or before.text == "了"
    clause = [c.text for c in chunks[max(start - 10, 0) : start]]
    placed = "在" in clause and not _HAS.isdisjoint(clause)
    of_place = (
        before.text == "的"
        and start > 2
        and chunks[start - 2].kind == "PLACE"
        and chunks[start - 3].text in _HAS
    )
    return k if found and closed and opened and (placed or of_place) else start


def with_projects(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the project that a clause opens with and gives the sum of: 甲科技轴承及螺母生产项目|占地…."""

    def find(i: int) -> tuple[Found, ...]:
        opens = (
            i == 0 or chunks[i - 1].boundary or chunks[i - 1].kind == "DATE" or chunks[i - 1].text == "其中"
        )
        end = _project_end(chunks, i, text) if opens else i
        if end <= i + 1:
            return ()
        zone = chunks[end - 1].text.endswith(_ZONES)
        return (Found(i, end, MentionType.PARK if zone else MentionType.FACILITY),)

    return merged(chunks, find, text, make)


def _project_end(chunks: Sequence[Chunk], start: int, text: str) -> int:
    """Return where the project ends whose name begins at ``start``; ``start`` where none does."""
    first = chunks[start]
    if first.kind not in _NAMING and first.tag not in _NAMES:
        return start
    own = first.kind in {"ORG", "PRODUCT"}
    for k in range(start, len(chunks)):
        chunk = chunks[k]
        if chunk.span.end - first.span.start > _LONGEST_PROJECT or not _in_project(chunk):
            break
        built = k > start and _BUILT.search(chunks[k - 1].text + chunk.text) is not None
        if built and _OF_BUILT.match(text, chunk.span.end):
            return k + 1 if own else start
        own = own or (k > start and chunk.text not in _PLAIN)
    return start


def _in_project(chunk: Chunk) -> bool:
    """Tell whether a chunk can be part of the name of a project, which may hold 及 and 至."""
    if chunk.kind == "W":
        return chunk.tag in _UNIT_TAGS or chunk.text in _WITHIN
    return chunk.kind in _NAMING and not chunk.listed and not any(m.anaphor for m in chunk.members)


def with_units(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the units that a body sets up or has: 成立|了|农业投资事业部, 甲部|所属|的|信息中心."""
    if not any(c.text in _OWNS or c.text in _SETS_UP or c.text in _PARTED_INTO for c in chunks):
        return list(chunks)
    single = joined(chunks, _unit_end, MentionType.ORG, text, make)
    return merged(single, lambda i: _unit_row(single, i), text, make)


def _unit_row(chunks: Sequence[Chunk], start: int) -> Sequence[Found]:
    """Return the units of a row that begins at ``start`` and end as units do: 内设|林政科、办公室."""
    if not start or chunks[start - 1].text not in _PARTED_INTO:
        return ()
    found: list[Found] = []
    k = start
    while k < len(chunks):
        begin = k
        while k < len(chunks) and (
            chunks[k].tag in _UNIT_WORDS | {"v", "s", "ORG"} or chunks[k].kind == "ORG"
        ):
            k += 1
        words = words_of(chunks[begin:k])
        whole = _ROW_UNIT.search(words) is not None and len(words) <= _LONGEST_UNIT
        if not whole or any(char in words for char in "等和与及"):
            return ()
        found.append(Found(begin, k, MentionType.ORG))
        if k >= len(chunks) or chunks[k].text not in JOINTS:
            break
        k += 1
    closed = k == len(chunks) or chunks[k].kind in {"P", "AMOUNT"} or chunks[k].text == "等"
    return found if len(found) > 1 and closed else ()


def _unit_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return where the unit ends whose name begins at ``start``; ``start`` where none does."""
    before = start - 1
    if before > 0 and chunks[before].text in {"了", "的"}:
        before -= 1
    if before < 0:
        return start
    owned = chunks[before].text in _OWNS and before > 0 and chunks[before - 1].kind == "ORG"
    if not owned and chunks[before].text not in _SETS_UP:
        return start
    k = start
    while k < len(chunks) and (
        chunks[k].kind == "INDUSTRY" or (chunks[k].kind == "W" and chunks[k].tag in _UNIT_WORDS)
    ):
        k += 1
    words = words_of(chunks[start:k])
    fits = _SHORTEST_UNIT <= len(words) <= _LONGEST_UNIT
    return k if fits and (_OWNED if owned else _SET_UP).search(words) else start


def with_programmes(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the plan of a year's projects, which the finders take for a project: 甲市2022年重大项目|计划."""

    def find(i: int) -> tuple[Found, ...]:
        dated = chunks[i].kind == "FACILITY" and _YEAR.search(chunks[i].text) is not None
        plan = chunks[i + 1].text if dated and i + 1 < len(chunks) else ""
        return (Found(i, i + 2, _PLANS[plan]),) if plan in _PLANS else ()

    return merged(chunks, find, text, make)
