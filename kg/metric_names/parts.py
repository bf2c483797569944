"""Names of parts that stand without their measure: 工业增加值8亿元。其中，轻工业|3亿元 is 轻工业增加值.

In: the noun before a number, with what was told before it. Out: the noun with the measure of the whole, and
the whole's own name, by which a part is of a place as the whole is; the noun alone where it is no such part.
"""

import re

from kg.metric_names.name import Name, Place, Told
from kg.metric_names.phrases import Phrases

_MEASURE = (
    "增加值|总?产值|总?产量|(?:播种|种植|造林|施工|竣工|销售|建筑|出让)面积|零售额|销售额|交易额|营业额|投资额?|营业收入|收入|支出"
    "|(?:存款|贷款)?余额|用电量|发电量|吞吐量|周转量|货运量|客运量|进出口总?[额值]?|出口总?[额值]?|进口总?[额值]?"
    "|人口|税收|纳税额?|销量|出栏量?|存栏量?"
)
#: A number with its name, as it stands in what was told: 粮食总产量7.6万吨.
_TOLD = re.compile(
    rf"(?P<name>[一-龥（）“”、]{{0,20}}?(?P<measure>{_MEASURE}))(?:累计|共|约|已|达到?|为|完成|实现|突破|超过?|近){{0,3}}"
    r"[0-9][0-9.,]*(?P<unit>[十百千万亿]*[一-龥]{1,2})"
)
#: A name with a measure of its own.
_MEASURED = re.compile(
    f"(?:{_MEASURE}|[量额率数值价度]|面积|规模|利润|费用|成本|贷款|存款|资金|总计|合计|总数|以上|以下|[省市县区]级)$"
)
_BASES = re.compile("[十百千万亿]*")
#: What the whole is the sum of is said with these, which no part says.
_SUM = re.compile("^总(?=产|投)")
#: Where a part is told of, in its sentence or at its head.
_PART = re.compile("其中[，,:：]?")
_SENTENCES = re.compile(r"[。！？\n]")
_REACH, _LONGEST = 160, 9
#: How large or of which rank some of those counted are: 亿元以上|18个, 省级|9家.
_CLASS = re.compile("(?:.*(?:以上|以下)|过.*[亿万]元?|超.*[亿万]元?|(?:国家|[省市县区])级(?:及?以上)?)$")
_CLASSED = re.compile(
    "^(?:.*(?:以上|以下)|[过超].{0,4}元|(?:国家|[省市县区])级(?:及?以上)?|新(?:增|认定|引进|开工))的?"
)


def of_whole(phrases: Phrases, told: Told, at: Place, name: Name) -> Name:
    """Return the name of a part with what its whole measures or is, else ``name`` as it is."""
    base = name.base
    if at.counted and _CLASS.fullmatch(base) and told.listed is not None and told.last_unit == at.amount.unit:
        kind = _CLASSED.sub("", told.listed.base)
        return _named(name, base + kind) if 1 < len(kind) <= _LONGEST else name  # 项目43个，亿元以上|18个
    if at.share or at.lasting or len(base) > _LONGEST or _MEASURED.search(base) or at.clause.own:
        return name
    unit = _unit(at.amount.text)
    found = [m for m in _TOLD.finditer(_whole_before(phrases, told, at)) if _unit(m["unit"]) == unit]
    if not unit or not found or base.endswith(found[-1]["measure"]):
        return name
    measure = _SUM.sub("", found[-1]["measure"])
    return _named(name, base + measure, found[-1]["name"])


def _named(name: Name, base: str, whole: str = "") -> Name:
    return Name(base, name.rule, name.span, name.change, whole=whole)


def _unit(text: str) -> str:
    """Return the unit of an amount without its powers: 6亿元 → 元."""
    unit = _BASES.sub("", text.lstrip("0123456789.,超近约逾不足"), count=1)
    return unit.rstrip("多余左右以上下，。；、")[:2]


def _whole_before(phrases: Phrases, told: Told, at: Place) -> str:
    """Return what is told before 其中 that a number stands behind, empty if it stands behind none."""
    text, chunks = phrases.text, phrases.chunks
    start = chunks[0].span.start
    part = next((m for m in _PART.finditer(text, start, at.here.start)), None)
    if part is None:
        return ""
    goes_on = told.previous is not None and told.previous.whole
    if "；" in text[part.end() : at.here.start] and not goes_on:
        return ""  # 其中大型企业|16家；每亩投资|420万元
    if part.start() > start:
        return text[max(start, part.start() - _REACH) : part.start()]
    before = text[max(start - _REACH, 0) : start].rstrip()
    return _SENTENCES.split(before[:-1])[-1] if before.endswith("。") else ""
