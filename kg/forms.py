"""Forms of official names that no table has: 长沙市科技局 is 长沙市科学技术局; and names that name nothing.

In: names. Out: the form by which a thing is known, made by rules of naming; never a guess by likeness.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from kg.branches import is_branch_of_somebody
from kg.gazetteer import gazetteer
from kg.model import MentionType
from kg.reference import DIVISION, kind_of

_GOVERNMENT = re.compile(r"(?<=[省市县区州旗盟])政府$")
_PARTY = re.compile(r"^(?:中共|中国共产党)(?=.{2,}委)|(?<=[省市县区州旗盟工]委)员会$")
_LEGAL = re.compile(r"(?<=股份|集团|控股)有限(?:责任)?公司$")
_COUNTED = re.compile(r"^(?:全国|我国)?[0-9一二三四五六七八九十百千万两]+[余多]?[家个所座](?=.{3,})")
_STATE = re.compile(r"^中华人民共和国(?=.{3,})")


def official(name: str, type_: MentionType) -> str:
    """Return the form under which an organisation or document goes that no table has.

    长沙市政府 is 长沙市人民政府, 中共长沙市委 is 长沙市委, 甲股份有限公司 is 甲股份, 长沙市科技局 is
    长沙市科学技术局 (as the tables of provincial bodies have it), 中华人民共和国甲法 is 甲法, and
    全国169家国家高新区 are 国家高新区.
    """
    kind = kind_of(type_)
    if type_ is MentionType.GROUP:
        name = _COUNTED.sub("", name)
    elif kind is MentionType.ORG:
        name = _LEGAL.sub("", _PARTY.sub("", _GOVERNMENT.sub("人民政府", name)))
        place, rest = _headed(name)
        name = place + _departments().get(rest, rest)
    return _STATE.sub("", name) if kind in (MentionType.ORG, MentionType.DOCUMENT) else name


def _headed(name: str) -> tuple[str, str]:
    """Split off the division a name begins with (长沙市|科技局)."""
    for end in range(min(len(name) - 2, 12), 2, -1):
        head = name[:end]
        if DIVISION.search(head) and name[end:] in _departments():
            return head, name[end:]
    return "", name


@cache
def _departments() -> Mapping[str, str]:
    """Return the full form of what bodies of provinces and cities are called behind the place's name."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in gazetteer().rows("bodies"):
        for form, full in _department_forms(row):
            found[form].add(full)
    return {form: min(full) for form, full in found.items() if len(full) == 1 and len(form) > 1}


def _department_forms(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what a department is called: 科技厅 and 科技局 after 某省科技厅, 工信厅 after 工信部."""
    names = [name for name in (row["name"], *row["short"].split("|")) if not name.startswith("中华")]
    place = gazetteer().places.get(row["place"])
    pairs = [("部", "厅"), ("部", "局")] if row["kind"] == "state" else []
    if row["kind"] == "provincial" and place is not None:
        names = [name.removeprefix(place.name) for name in names if name.startswith(place.name)]
        pairs = [("", ""), ("厅", "局")]
    for last, other in pairs:
        forms = [
            name.removesuffix(last) for name in names if name.endswith(last) and len(name) > len(last) + 1
        ]
        yield from ((form + other, forms[0] + other) for form in forms)


_LONGEST_WORD = 10
_BARE_HEAD = re.compile(r"^(?:[省市县州镇乡村](?=..)|区(?=委|政府|人大|政协|.{1,6}局$)|[本该我各某](?=.))")
_NUMBER = re.compile(
    r"第[0-9一二三四五六七八九十百]+[届批次号期]?|首[届批次]|[0-9一二三四五六七八九十百千万两]+[余多]?[家个所名位届批次年月季度]+"
)

#: What is measured of every place: 规模以上工业增加值, 一般公共预算收入, 固定资产投资.
_STATISTIC = re.compile(
    "(?:规模以上|规上|限额以上|全社会|地区|国民|工业|农业|农林牧渔业?|建筑业|服务业|制造业|第[一二三]产业|固定资产|财政|一般公共预算|"
    "地方|公共|公共财政|社会消费品|社会|消费品|商品|外贸|货物|进出口|出口|进口|技改|技术改造|民间|基础设施|房地产|开发|实际|利用|"
    "使用|外资|税收|居民|城镇|农村|农民|人均|可支配|各项|本外币|金融机构|高新技术|战略性新兴|新兴|产业|企业|项目|粮食|旅游|营业)+"
    "(?:总?产值|增加值|生产总值|总?投资额?|总?收入|支出|总[额值量]|零售总?额|销售额|利润|用电量|余额|存款|贷款|产量|面积|资金)?"
)


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["word"] for row in gazetteer().rows("generic")) | gazetteer().suffixes.keys()


@cache
def is_bare(name: str) -> bool:
    """Tell whether a name is made of endings and common words only, so that it names nothing by itself.

    市政府, 信息中心, 公告, 首批13家企业 and 吉林分公司 mean another thing in every other article.
    """
    if _BARE_HEAD.search(name) or is_branch_of_somebody(name):
        return True
    reached = {0}
    for end in range(1, len(name) + 1):
        pieces = (name[start:end] for start in reached if end - start <= _LONGEST_WORD)
        if any(piece in _generic() or _NUMBER.fullmatch(piece) for piece in pieces):
            reached.add(end)
    return len(name) in reached


@cache
def is_statistic(name: str) -> bool:
    """Tell whether a name is what is measured of every place, and of nobody told: 工业总产值."""
    return _STATISTIC.fullmatch(name) is not None
