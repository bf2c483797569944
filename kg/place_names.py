"""What the tables tell of a place's name: how large it is, what it lies in, whether it is a place at all."""

import re

from kg.gazetteer import Gazetteer
from kg.model import MentionType

#: Everywhere acts in no fact, and names of the whole country say nothing of where its bodies are.
NOBODY = frozenset({"全国", "全球", "世界", "国内", "国际"})
NOWHERE = NOBODY | {"中国", "我国", "中华", "中华人民共和国", "国家"}
DIVISIONS = ("省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村", "街道")
"""How the names of divisions end."""

_PUBLIC_TAILS = ("大学", "学院", "局", "院", "所", "中心", "会", "站", "港", "馆", "委", "厅", "医院", "中学")


def lies_in(names: Gazetteer, inner: str, outer: str) -> bool:
    """Tell whether the tables know a place called ``inner`` in one called ``outer``."""
    outers = {e.code for e in names.lookup(outer) if e.type is MentionType.PLACE and e.code}
    outers |= {e.canonical for e in names.lookup(outer) if e.type is MentionType.PLACE}
    for entry in names.lookup(inner):
        if entry.type is not MentionType.PLACE or inner == outer:
            continue
        if entry.parent in outers or any(names.lies_in(entry.code, code) for code in outers):
            return True
    return False


def is_sure_place(names: Gazetteer, name: str, rest: str) -> bool:
    """Tell whether ``name`` in the name of a body is a place for sure.

    东兴证券 and 紫金矿业 are not in 东兴市 and 紫金县: the short name of a county says nothing before a mere
    trade (``rest`` is what follows in the name), nor does the name of a region (西南证券).
    """
    kinds = {entry.kind for entry in names.lookup(name) if entry.type is MentionType.PLACE and entry.sure}
    if name.endswith(DIVISIONS) and len(name) > 2:
        return kinds != {"area"}  # 中关村 is a quarter, after which things elsewhere are named too
    if kinds & {"province", "city", "state", "countries", "cities_world", "country"}:
        return True
    return "county" in kinds and (len(rest) >= 4 or rest.endswith(_PUBLIC_TAILS))


#: The kinds of zones by their full names and as they are called.
_ZONES = {
    "经济技术开发区": "经开区",
    "高新技术产业开发区": "高新区",
    "高新技术产业园区": "高新区",
    "高新技术开发区": "高新区",
    "自由贸易试验区": "自贸区",
    "自贸试验区": "自贸区",
    "综合保税区": "综保区",
    "自主创新示范区": "自创区",
    "管理委员会": "管委会",
}
#: Of which level it is stands in its name or not: 甲(国家)高新区.
_ZONE = re.compile(f"(?:(?<=[一-龥]{{2}})国家级?)?({'|'.join([*_ZONES, *dict.fromkeys(_ZONES.values())])})")
#: 中国（湖北）|自由贸易试验区, the only zones whose names begin so.
_OF_COUNTRY = re.compile("^中国[（(]([一-龥]{2,8})[）)](?=自由贸|自贸)")


def plain_zone(name: str) -> str:
    """Return what a zone, or a body named after one, is called by the short forms; "" where it is neither.

    甲经济技术开发区管委会 is 甲经开区管委会, and 中国（乙）自由贸易试验区 乙自贸区.
    """
    plain = _ZONE.sub(_called, _OF_COUNTRY.sub(r"\1", name))
    zone = next((short for short in _ZONES.values() if short in plain and short != "管委会"), "")
    return plain if zone and plain.find(zone) > 1 and not plain.startswith("国家") else ""


def _called(zone: re.Match[str]) -> str:
    return _ZONES.get(zone[1], zone[1])


def is_city(names: Gazetteer, name: str) -> bool:
    """Tell whether ``name`` is a province, a city or a country, larger than a county."""
    kinds = {entry.kind for entry in names.lookup(name) if entry.type is MentionType.PLACE}
    return bool(kinds & {"province", "city", "state", "countries", "cities_world", "country"})


def is_division(names: Gazetteer, name: str) -> bool:
    """Tell whether ``name`` can be a division or a country, rather than a river, a lake or a region."""
    return any(
        entry.type is MentionType.PLACE
        and entry.kind in {"province", "city", "county", "state", "countries", "cities_world"}
        for entry in names.lookup(name)
    )


def is_word(names: Gazetteer, name: str) -> bool:
    """Tell whether a place's short name is first of all a common word: 合作, 和平."""
    entries = names.lookup(name)
    return bool(entries) and all("ambiguous" in entry.flags for entry in entries)
