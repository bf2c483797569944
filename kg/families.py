"""Which firms of a text belong to a group there by their names: 万和乳业 and 云州万和 to 万和集团.
And whose the branches are that go by their place alone: 甲财险的|吉林分公司.

In: the entities of a document. Out: ties between them. A group's stem is what its name has before 集团 or the
like; a firm of the group has the stem and something of its own. Stems that are places, trades or common words
tie nothing: 钢铁 in 山东钢铁集团, 银行 in 中国银行.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.branches import is_branch_of_somebody
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.model import Entity, MentionType
from kg.ties import Tie

_GROUP = re.compile(r"(?P<stem>.{2,10}?)(?:集团|控股|总公司)(?!财务|金融|租赁|保理|担保|投资|融资|资产)")
#: What a name may have before its stem besides a place.
_PREFIXES = ("中国",)
#: What a long name of the very same firm adds.
_FORM = re.compile(r"(?:股份|有限|责任|公司|总|集团|控股)*$")

_IN_BRACKETS = re.compile("[（(][^（）()]*[）)]")
_LONGEST_BRAND = 5
#: Bodies that are named with or without the place before theirs: 宁夏银川市委 is 银川市委.
_WHOLE = re.compile("(?:委|政府|局|厅|集团|公司|法院|检察院|人大|政协)$")
_OF_BANKS = ("分行", "支行")
_SENTENCE_ENDS = "。！？!?\n"
#: How far before a branch, in characters, the firm that it is of may stand.
_REACH = 200
_NO_FIRMS = ("大学", "学院", "学校", "医院", "股东", "协会", "委员会", "局", "部", "厅", "办", "署")


def family_ties(text: str, entities: Sequence[Entity]) -> Iterator[Tie]:
    """Yield ``part_of`` for each firm whose name carries a group of the text, or behind a place a brand."""
    firms = [e for e in entities if e.type is MentionType.ORG and e.mentions]
    groups: dict[str, Entity] = {}
    for firm in firms:
        for stem in _stems(firm.name):
            groups.setdefault(stem, firm)
    named = {firm.name: firm for firm in firms}
    for firm in firms:
        brand = named.get(_without_place(firm.name), firm)
        short = brand is not firm and len(brand.name) <= _LONGEST_BRAND and not _WHOLE.search(brand.name)
        short = short and not brand.name.endswith(_NO_FIRMS)  # 中华人民共和国教育部 and 教育部
        if short and not firm.name.startswith(_PREFIXES) and not _is_common(brand.name):
            span = firm.mentions[0]  # 云州万和 and 万和
            yield Tie(firm, "part_of", brand, span, span, "name.branch", 0.75)
    if not groups:
        return
    for firm in firms:
        if _GROUP.search(firm.name) or firm.name.endswith(_NO_FIRMS):
            continue
        for stem in _carried(firm.name):
            group = groups.get(stem)
            if group is not None and group.id != firm.id:
                span = firm.mentions[0]
                at = text.find(stem, span.start, span.end)
                place = Span(at, at + len(stem)) if at >= 0 else span
                yield Tie(firm, "part_of", group, span, place, "name.family", 0.7)
                break


def branch_ties(text: str, entities: Sequence[Entity]) -> Iterator[Tie]:
    """Yield ``part_of`` for branches without a name of their own: 甲财险的|吉林分公司, 甲银行…|杭州分行.

    The owner stands right before, with 的; that of a bank's branch anywhere before in the sentence, if no
    other bank does.
    """
    firms = [e for e in entities if e.type is MentionType.ORG and e.mentions]
    branches = [firm for firm in firms if is_branch_of_somebody(firm.name)]
    if not branches:
        return
    places = sorted((span.start, span.end, n) for n, firm in enumerate(firms) for span in firm.mentions)
    for branch in branches:
        span = branch.mentions[0]
        low = max(span.start - _REACH, 0)
        opened = max(low, *(text.rfind(mark, low, span.start) + 1 for mark in _SENTENCE_ENDS))
        near = places[bisect_left(places, (opened,)) : bisect_left(places, (span.start,))]
        before = [(firms[n], end) for _, end, n in near if end <= span.start]
        owners = [firm for firm, end in before if text[end : span.start] == "的"]
        banks = {firm.id: firm for firm, _ in before if firm.name.endswith("银行")}
        if not owners and branch.name.endswith(_OF_BANKS) and len(banks) == 1:
            owners = [*banks.values()]
        if owners and owners[-1].id != branch.id and not is_branch_of_somebody(owners[-1].name):
            yield Tie(branch, "part_of", owners[-1], span, span, "name.branch", 0.8)


def _stems(name: str) -> Iterator[str]:
    """Yield the stems by which firms of the group called ``name`` may be named, the longest first."""
    found = _GROUP.match(name)
    if found is None or not _FORM.match(_IN_BRACKETS.sub("", name[found.end() :])):
        return  # 甲集团乙合伙企业 is no group
    stem = found["stem"]
    for candidate in (stem, _without_place(stem)):
        if len(candidate) > 1 and not _is_common(candidate):
            yield candidate


def _carried(name: str) -> Iterator[str]:
    """Yield the stems that ``name`` may carry, the longest first; something of its own must be left."""
    bare = _without_place(name)
    for base in dict.fromkeys((name, bare)):
        for end in range(min(len(base), 10), 1, -1):
            if not _FORM.match(base[end:]) or base != name:
                yield base[:end]


def _without_place(name: str) -> str:
    """Return ``name`` without the place it begins with, where enough for a name is left."""
    for prefix in _PREFIXES:
        if name.startswith(prefix) and len(name) > len(prefix) + 1:
            return name.removeprefix(prefix)
    for length in range(min(len(name) - 2, 8), 1, -1):
        if _is_place(name[:length]):
            return name[length:]
    return name


def _is_place(name: str) -> bool:
    return any(entry.sure and entry.type is MentionType.PLACE for entry in gazetteer().lookup(name))


def _is_common(stem: str) -> bool:
    """Tell whether a stem is a place, a trade or a word of which names of many firms are made."""
    readings = gazetteer().lookup(stem)
    return stem in _WORDS or any(e.type in {MentionType.PLACE, MentionType.INDUSTRY} for e in readings)


_WORDS = frozenset(
    {
        "国际",
        "投资",
        "实业",
        "产业",
        "商业",
        "银行",
        "证券",
        "航空",
        "电力",
        "石油",
        "石化",
        "建筑",
        "中国",
        "国家",
        "发展",
        "科技",
        "文化",
        "传媒",
        "煤业",
        "化工",
        "汽车",
        "医药",
        "物流",
        "机场",
        "资产",
        "股份",
        "出版",
        "港务",
        "交通",
        "旅游",
        "能源",
        "商贸",
        "农业",
    }
)
