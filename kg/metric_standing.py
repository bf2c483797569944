"""How a number stands and when it was: told as so, planned or of before; in the period or on the day told."""

import re

from kg.context import Surroundings
from kg.discourse import Clause
from kg.metric_names import Name
from kg.metric_words import BEFORE_NOW
from kg.model import Status

_FROM = frozenset({"从", "由", "自"})
_COMPARED = frozenset({"比", "较", "相比", "相较"})
_TOLD = frozenset({"已", "已经", "累计", "现有", "目前", "现", "现已", "现拥有", "拥有", "建有"})
#: What a body has now, whatever year was told of before: 2003年改制，占地320亩，员工2100人.
_STANDING = tuple(
    "占地 总占地 用地面积 规划用地 总建筑面积 "
    "规划面积 规划范围 面积 总面积 建筑面积 校园面积 员工 职工 教职工 专任教师 在校生 在校学生 床位 "
    "注册资本 固定人员 在职员工 现有 馆藏 藏书 全长 总长 设计年 校舍 研发人员 科研人员".split()
)
#: What of a deal that comes to nothing is told is denied with it: 终止收购乙51%股权.
_GIVES_UP = frozenset({"终止", "取消", "放弃", "撤回", "终止了"})
#: Before the books of a year are closed its results are only expected.
_EXPECTS = frozenset({"预计", "预计将", "预告", "业绩预告", "预盈", "预亏", "预增", "预减"})
#: When it is that a plant may do what is told of it; a date or 已 says that it is so already.
_BUILT = re.compile("(?:投产|达产|建成|竣工|投用|运营|投运|完工|达效|满产|落成|使用|实施)[之以]?后")
_MAY = re.compile(
    "(?:可(?!以?看)|(?<![产功性智节储动效职技光热电风核])能(?!源|力|耗|效|级|量)|将)(?!.*[已了])"
)
_STOPS = frozenset({"。", "；"})
#: How many chunks before a number what is built may be told.
_FAR = 80
_TURNS_OUT = frozenset({"实际", "最终", "而", "但", "年报", "显示", "上年同期", "去年同期"})


def standing(around: Surroundings, clause: Clause, index: int, name: Name) -> tuple[str | None, Status]:
    """Return the time and the status of the amount at ``index``, a value of ``name``."""
    chunks = around.chunks
    fined = name.rule == "metric.fine"
    carried = not fined  # 因2017年虚增收入，被罚款30万元: fined later
    state = name.rule == "metric.share" or name.text.startswith(_STANDING)
    time = around.time(index, carried=carried, state=state)
    if index and chunks[index - 1].text in _FROM:
        return time, Status.FORMER
    if index > 2 and chunks[index - 1].text == "的" and chunks[index - 3].text in _FROM:
        then = around.at(index - 2)  # 由上年同期的3亿元降至1亿元
        return (then.iso if then is not None else time), Status.FORMER
    if _is_left_behind(around, index):
        return None, Status.FORMER
    if name.rule == "metric.forecast":
        return time, Status.PLANNED
    built = _once_built(around, index)
    if built is not None and all(c.kind != "DATE" for c in chunks[around.clause(built).start : index]):
        return None, Status.PLANNED  # 去年12月动工，投用后可实现|产值5亿元: nobody tells when
    status = around.status(index)
    if status is Status.DENIED:
        given_up = any(c.text in _GIVES_UP for c in chunks[clause.start : index])
        return time, status if given_up else Status.ASSERTED
    if status is Status.ASSERTED and not _is_planned(around, clause, index, fined=fined):
        return time, Status.PLANNED if time is not None and around.future(time) else Status.ASSERTED
    return _over(around, clause, time)


def _is_left_behind(around: Surroundings, index: int) -> bool:
    """Tell whether what is planned or new is only compared with a number: 床位900张，比|现在|的|300张增加."""
    before = [c.text for c in around.chunks[max(index - 4, 0) : index] if c.text not in {"的", "约", "仅有"}]
    return len(before) > 1 and before[-1] in BEFORE_NOW and before[-2] in _COMPARED


def _is_planned(around: Surroundings, clause: Clause, index: int, *, fined: bool) -> bool:
    """Tell whether what is told as so is planned: by the clause before, or by who decides it.

    Who decides on a fine (某局决定处以罚款) has imposed it.
    """
    told = any(c.text in _TOLD for c in around.chunks[clause.start : index])
    told = told and not (clause.start and around.chunks[clause.start - 1].text in _EXPECTS)  # 预计|累计…
    planned = (not told and around.planned_before(index)) or (not fined and around.decided(index))
    return planned or _once_built(around, index) is not None


def _once_built(around: Surroundings, index: int) -> int | None:
    """Return where it is told that a number is of what will be once something is built, if it is.

    投产后，可年产3万吨，产值5亿元: both numbers are.
    """
    near = range(index - 1, max(index - _FAR, 0) - 1, -1)
    start = next((k + 1 for k in near if around.chunks[k].text in _STOPS), near.stop + 1)
    before = "".join(c.text for c in around.chunks[start:index])
    built = _BUILT.search(before)
    if built is None or _MAY.search(before, built.end()) is None:
        return None
    at, length = start, 0
    while length + len(around.chunks[at].text) <= built.start():
        length += len(around.chunks[at].text)
        at += 1
    return at


def _over(around: Surroundings, clause: Clause, time: str | None) -> tuple[str | None, Status]:
    """Return how a plan stands whose time is over, or only the day on which it was told."""
    if time is not None and around.past(time) and not _is_expected(around, clause):
        return time, Status.ASSERTED
    return (None if time is not None and around.told_on(time) else time), Status.PLANNED


def _is_expected(around: Surroundings, clause: Clause) -> bool:
    """Tell whether a sentence only expects figures, even of a year that is over: 预计2022年盈利3亿元."""
    for chunk in reversed(around.chunks[: clause.end]):
        if chunk.text in _EXPECTS or chunk.text in _TURNS_OUT:
            return chunk.text in _EXPECTS
    return False
