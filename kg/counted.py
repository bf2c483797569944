"""Lists under one head that counts them: 下设2个研究部：甲部和乙部; 6个学部（甲、乙…）; 六个社区，分别是….

In: the chunks and clauses of a sentence, and the text. Out: for each such list whose parts it names, with the
word that ties them. What is counted tells what the items are, also those that finding names missed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.chunk import Member
from kg.context import Surroundings
from kg.document import Span
from kg.model import Entity, Fact, MentionType
from kg.numerals import read_numeral
from kg.witness import CARRIED, Witness

#: What ties a whole to the number of its parts.
_TIES = frozenset(
    (
        "设有 下设 内设 现设 分设 设 设置 设置有 设立 设立了 建有 开设 开设有 现设有 下设有 内设有 "
        "辖 下辖 管辖 现辖 辖有 所辖 代管 托管 包括 包含 含 涵盖 分为 划分为 分成 划分成 "
        "拥有 现有 共有 有 由 下属 所属 旗下拥有 旗下有"
    ).split()
)
#: Divisions of land, and parts of a body, at the end of what is counted and of what is listed.
_LAND = "街道办事处|街道|民族乡|行政村|自然村|建制镇|中心镇|社区|市辖区|县级市|[县区市镇乡村州旗省盟]"
_UNITS = (
    "学院|学系|教学部|教研部|研究部|学部|研究室|研究所|研究院|实验室|研究中心|事业部|分院|分校|校区|院区|分部|分社|"
    "居民委员会|居委会|村民委员会|村委会|专业委员会|委员会|办公室|党支部|支部|子公司|分公司|公司|集团|中心|科室|"
    "教研室|部门|医院|学校|中学|小学|幼儿园|工厂|基地|支队|大队|总站|分会|协会|学会|出版社|报社|杂志社|[处科室院系部所局厂馆站队社]"
)
#: Common nouns for any kind of body.
_ANY = "机构|单位|成员单位|部门|企业|上市公司|平台|高校|院校"
#: More numbers of parts beside the first: 2个镇|、1个乡：
_MORE = rf"[、和，及]\s*(?:[0-9]+|[一二三四五六七八九十]+)个?[一-龥]{{0,4}}?(?:{_LAND}|{_UNITS})"
#: What opens the list.
_OPENS = (
    r"\s*(?:(?P<bracket>[（(])(?:包括|即|分别[是为]|含|有|为)?|"
    r"[，,]?\s*(?:它们|这些[一-龥]{1,4}|其中)?(?:分别|依次)(?:是|为|有|包括)[：:]?|"
    r"[，,]\s*(?:即|包括|具体(?:为|是|包括))[：:]?|[：:](?:分别[是为]|包括)?|——)\s*"
)
_NUMBER = "(?:[0-9]+|[一二两三四五六七八九十]+)(?:余|多)?"
_HEAD = re.compile(
    rf"了?[^，。；：、（\n]{{0,16}}?(?:(?P<number>{_NUMBER})|以下|下列|如下)"
    rf"\s*[一-龥]{{0,8}}?(?:(?P<land>地区|区域|{_LAND})|(?P<unit>{_ANY}|{_UNITS}))(?:{_MORE}){{0,3}}{_OPENS}"
)
#: Where a list ends that no bracket holds.
_ENDS = re.compile(r"[。；;！!？?，,\n（(]|$")
_CLOSES = re.compile("[）)]")
_BLANKS = " \t\u3000"
_ETC = re.compile("等(?:[0-9一二三四五六七八九十]+[个家所]?)?[一-龥]{0,6}$")
_ITEM = re.compile(r"[一-龥·A-Za-z0-9“”\-]{2,24}")
_LAST = re.compile("以及|[和与及]")
_LAND_END = re.compile(f"[一-龥](?:{_LAND})$")
_UNIT_END = re.compile(f"[一-龥](?:{_UNITS})$")
#: Parts of a body that are places to go to.
_SITES = ("校区", "院区", "园区", "基地", "实验室")
#: How long a list may be, in characters.
_LONGEST = 500
_SHORT = 4
_WHOLES = frozenset({MentionType.ORG, MentionType.PARK, MentionType.PLACE, MentionType.FACILITY})


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a whole: where their names stand, of what type they are, and the word that ties them."""

    whole: Member
    names: tuple[Span, ...]
    kind: MentionType
    tie: Span
    own: bool


def parts(around: Surroundings, text: str) -> Iterator[Parts]:
    """Yield the lists of parts that stand behind their number in a sentence."""
    last: Span | None = None
    for clause in around.clauses:
        whole = clause.topic[0] if len(clause.topic) == 1 else None
        told = around.chunks[clause.start : clause.end]
        ties = [chunk.span for chunk in told if chunk.kind == "W" and chunk.text in _TIES]
        starts = [(tie, tie.end) for tie in ties]
        if last is not None and told[0].kind == "AMOUNT":
            starts = [(last, told[0].span.start)]  # 拥有47个科室，6个研究所（甲所、乙所）
        last = ties[-1] if ties else last
        if whole is None or whole.entity.type not in _WHOLES:
            continue
        for tie, at in starts:
            found = _listed(text, at)
            if found is not None and (not clause.own or whole.span.start < tie.start):
                yield Parts(whole, *found, tie, clause.own)
                break


def _listed(text: str, at: int) -> tuple[tuple[Span, ...], MentionType] | None:
    """Return the names of a list behind what is counted from ``at`` on, and their type."""
    head = _HEAD.match(text, at)
    if head is None:
        return None
    close = _CLOSES if head["bracket"] else _ENDS
    end = close.search(text, head.end(), head.end() + _LONGEST)
    if end is None:
        return None
    ending = _LAND_END if head["land"] else _UNIT_END
    items = list(_items(text, Span(head.end(), end.start()), ending))
    names = [item.of(text) for item in items]
    if len(items) < 2 or len(set(names)) < len(names) or not all(_ITEM.fullmatch(name) for name in names):
        return None
    if not all(ending.search(name) for name in names) and not _are_all(head, names):
        return None
    if head["land"]:
        return tuple(items), MentionType.PLACE
    site = all(name.endswith(_SITES) for name in names)
    return tuple(items), MentionType.FACILITY if site else MentionType.ORG


def _are_all(head: re.Match[str], names: Sequence[str]) -> bool:
    """Tell whether short names are as many as divisions are counted: 辖三镇：甲山、乙河、丙坪."""
    stated = read_numeral(head["number"] or "")
    counted = stated is not None and stated.exactness == "exact" and stated.low == len(names)
    return bool(head["land"]) and counted and all(len(name) <= _SHORT for name in names)


def _items(text: str, whole: Span, ending: re.Pattern[str]) -> Iterator[Span]:
    """Yield the items of a list; 和 parts the last two where a name ends before it."""
    start = whole.start
    etc = _ETC.search(text, whole.start, whole.end)
    stop = etc.start() if etc is not None else whole.end
    while start < stop:
        mark = text.find("、", start, stop)
        end = mark if mark >= 0 else stop
        item = _trimmed(text, start, end)
        joint = next(
            (j for j in _LAST.finditer(text, start, end) if ending.search(text[start : j.start()])), None
        )
        if joint is not None and ending.search(item.of(text)):
            yield _trimmed(text, start, joint.start())
            item = _trimmed(text, joint.end(), end)
        yield item
        start = end + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return Span(start, end)


def tied(found: Parts, part: Entity, place: Span, witness: Witness, sentence: Span, text: str) -> Fact:
    """Return the fact that a part stands in, belongs to or is a member of its whole."""
    whole = found.whole.entity
    land = found.kind is MentionType.PLACE
    outward = whole.type is MentionType.PARK or (whole.type is MentionType.PLACE and not land)
    subject, other = (whole, part) if outward else (part, whole)
    spans = (found.whole.span, place) if outward else (place, found.whole.span)
    located = land and whole.type is MentionType.PLACE
    return Fact(
        subject,
        "includes" if outward else "located_in" if located else "part_of",
        other,
        witness.states("counted.parts", sentence, *spans, found.tie),
        found.tie.of(text),
        confidence=0.86 if found.own else 0.86 - CARRIED,
    )
