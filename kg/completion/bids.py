"""What is bid for, named whole by the place in the sentence alone.

中标|甲公司2017年第一次变电设备（含电缆）招标采购, 中标工程为|乙路施工项目, 丙厂道路工程第1标段|由公司中标:
what stands there is one name, however the finders cut it; 多个项目 and 道路改造工程 name nothing.
"""

from collections.abc import Iterator, Sequence

from kg.chunk import Chunk
from kg.completion.pieces import Found, Maker, clause_end, merged, reach
from kg.model import MentionType

_WINS = frozenset({"中标", "预中标", "成功中标", "中标了", "联合中标"})
_TAKES = _WINS | {"承接", "竞得", "成交"}
_BID_FOR = ("采购", "招标", "项目", "工程", "标段", "标包", "总承包")
#: 中标|项目|名称|分别|为
_WORKS = frozenset({"项目", "工程", "标段", "合同", "标的", "的"})
_BETWEEN = frozenset({"名称", "分别", "均", "主要"})
_COPULAS = frozenset({"为", "是", "系", "包括", "分别为", "：", ":"})
_ALSO = frozenset({"及", "以及", "和", "与"})
_ROW = _ALSO | {"、"}
_NAMING = frozenset({"ORG", "PLACE", "PARK", "FACILITY", "EVENT", "DOCUMENT"})
_NAMES = frozenset({"ORG", "LOC", "nz", "nw"})
_LONGEST = 60
#: How far behind 由 the winner's verb stands: 由|甲公司|以|3亿元|中标.
_WINNER = 6


def with_bids(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name what is bid for: all that stands between 中标 and the mark, or between a mark and 由甲公司中标."""
    won = {found.start: found for found in _won(chunks, text)}
    return merged(chunks, lambda i: (won[i],) if i in won else (), text, make)


def _won(chunks: Sequence[Chunk], text: str) -> Iterator[Found]:
    last = -1
    for start in range(len(chunks)):
        if start and chunks[start - 1].text in _ALSO and start - 2 == last:
            end = clause_end(chunks, start)  # 中标工程分别为甲项目，及|乙项目
        elif _opens(chunks, start):
            end = clause_end(chunks, start)
        elif start == 0 or chunks[start - 1].boundary or chunks[start - 1].kind == "DATE":
            end = _given(chunks, start)
        else:
            continue
        if _is_named(chunks[start:end], text):
            last = end
            yield Found(start, end, MentionType.FACILITY)


def _opens(chunks: Sequence[Chunk], start: int) -> bool:
    """Tell whether 中标 or 中标项目为 stands right before ``start``, a sum perhaps between."""
    at = start - 1
    if at > 0 and chunks[at].kind == "AMOUNT":
        at -= 1
    if at >= 0 and chunks[at].text in _WINS:
        return chunks[start].kind != "AMOUNT" and not _is_told_of(chunks, start)
    if at < 0 or chunks[at].text not in _COPULAS:
        return False
    at -= 1
    while at > 0 and chunks[at].text in _BETWEEN:
        at -= 1
    while at > 0 and chunks[at].text in _WORKS:
        at -= 1
    return chunks[at].text in _WINS and chunks[at + 1].text in _WORKS


def _is_told_of(chunks: Sequence[Chunk], start: int) -> bool:
    """Tell whether what is won is only told of here, and named further on: 中标|项目名称为…."""
    told = chunks[start : start + 4]
    return chunks[start].text in _WORKS and not _COPULAS.isdisjoint(c.text for c in told)


def _given(chunks: Sequence[Chunk], start: int) -> int:
    """Return the index of 由 where the clause says who wins what it begins with; ``start`` elsewhere."""
    end = clause_end(chunks, start)
    by = next((k for k in range(start, end) if chunks[k].text == "由"), end)
    winner = (c.text for c in chunks[by : min(by + _WINNER, end)])
    return start if _TAKES.isdisjoint(winner) else by


def _is_named(works: Sequence[Chunk], text: str) -> bool:
    """Tell whether chunks are the name of works: long enough, with a name in it and a word for works last."""
    if len(works) < 2 or len(reach(works)) > _LONGEST or works[0].tag in {"m", "q"}:
        return False
    if all(c.kind == "FACILITY" or c.text in _ROW for c in works):
        return False  # 甲工程施工项目|和|乙大桥改造工程: two, each with its name
    whole = reach(works).of(text)
    own = any(c.kind in _NAMING or c.tag in _NAMES for c in works) or any(c.isdigit() for c in whole)
    return own and whole.endswith((*_BID_FOR, "标")) and "为" not in {c.text for c in works}
