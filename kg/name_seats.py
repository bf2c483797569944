"""Where a thing is that is named with a place: 长沙高新区 in 长沙, 河北石家庄市委 in 石家庄."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from kg.gazetteer import Gazetteer, gazetteer
from kg.model import Mention, MentionType
from kg.place_names import DIVISIONS, NOWHERE, is_city, is_division, is_sure_place, is_word, lies_in
from kg.ties import Named, Tie

LOCATED = frozenset({MentionType.ORG, MentionType.PARK, MentionType.FACILITY, MentionType.EVENT})
#: What a zone is divided into; other parks (产业园) merely lie in it.
_ZONE_PART = re.compile(
    r"(?:片区|组团|板块|分园|园中园|(?:核心|起步|先行|先导|拓展|辐射|启动|经济|功能|分|港|南|北|东|西)区)$"
)
#: Firms and plants are looked for by province as well as by city; bodies of a city are the city's.
_TRADING = re.compile("(?:公司|厂|(?<!改造)项目|合伙企业(?:（有限合伙）)?|生产线)$")
#: What studies a country is named after it.
_STUDIES = frozenset(
    {"研究中心", "研究院", "研究所", "学会", "研究会", "问题研究所", "问题研究中心", "学研究所", "学院"}
)
#: What is sent out is not where it comes from, nor a line in the air where it ends.
_ABROAD = ("航线", "代表团", "代表处", "使馆", "领事馆", "代表队", "国家队", "访问团")
#: 甲国驻|沈阳|总领馆 is in 沈阳.
_SENT_TO = re.compile("驻([一-龥]{2,6}?)(?:总领事馆|总领馆|领事馆|大使馆|代表处|办事处)$")
#: What is named after a virtue or a hill rather than after the county of that name.
_BODY_BETWEEN = re.compile("(?:院|所|中心|大学|公司|集团|银行)$")
_SITES = frozenset({MentionType.PARK, MentionType.FACILITY})
#: Where firms come from that build elsewhere: 台湾某某光电LED项目.
_OVERSEAS = frozenset({"台湾", "香港", "澳门"})
#: Zones that have names of their own, which may be those of a county elsewhere.
_OWN_NAMED = frozenset({"新区", "示范区", "片区", "组团", "先行区", "先导区", "新城", "板块", "示范园"})
#: Quarters that are called by where in their city they lie, each in many.
_QUARTER = re.compile("[市城江河湖港郊海桥][东西南北中]")
_BETWEEN = re.compile("^[—–－-]|[—–－-]$")
_TWO = frozenset("·与和")
_SHRINES = frozenset("寺 庙 宫 观 庵 祠 塔 楼 阁 亭 殿 堂 院 桥 山 湖 禅寺 古寺".split())
#: Houses are named after virtues and hills as well.
_HOUSES = ("饭店", "酒店", "宾馆", "山庄", "大厦", "度假村", "影院", "剧院", "商厦", "广场", "书店", "餐厅")
#: What is named after where it was fought or broke out, however small the place: 硫磺岛战役.
_FOUGHT = re.compile("(?:战役|战斗|会战|海战|空战|之战|保卫战|起义|事变)$")
_SENT = re.compile("驻[一-龥]{1,4}(?:办|办事处|联络处|联络办|记者站)$")
_FIRMS = ("公司", "集团", "厂", "股份", "银行", "合作社", "企业", "工厂", "矿", "商行", "酒店", "超市")
_FEATURE = re.compile("[山湖河江岛湾]|水库")


def located(named: Named) -> Iterator[Tie]:
    """Yield where a thing is that is named with a place or a zone."""
    sent = _SENT_TO.search(named.entity.name)
    if sent is not None:
        target = named.resolution.named(sent[1])
        span = named.mention.span
        if target is not None:
            yield Tie(named.entity, "located_in", target, span, span, "name.sent", 0.9)
        return
    if not _may_be_located(named):
        return
    places = _places(named)
    short = named.mention.span.of(named.text) != named.entity.name
    for k, place in enumerate(places):
        if short and named.of(place) in named.entity.name:
            continue  # 中山一院: the full name tells whether it is in 中山
        if _tells_seat(named, places, k) and not _is_about(named, place):
            yield from named.tied("located_in", place, "name.place", 0.9)
    if named.entity.type in {MentionType.PARK, MentionType.FACILITY}:
        yield from _in_zone(named)


def _may_be_located(named: Named) -> bool:
    """Tell whether a thing is where its name says: no delegation, and not 上海合作组织."""
    name = named.entity.name
    if named.entity.type not in LOCATED or name.endswith(_ABROAD) or _SENT.search(name):
        return False
    return all(entry.kind != "international" for entry in gazetteer().lookup(name))


def _in_zone(named: Named) -> Iterator[Tie]:
    """Yield the zone that a name begins with: its part 甲高新区|乙片区, or 甲高新区|乙产业园 in it."""
    start = named.mention.span.start
    parks = (m for m in named.inner if m.type is MentionType.PARK and m.span.start == start)
    part = named.entity.type is MentionType.PARK and _ZONE_PART.search(named.entity.name)
    yield from named.tied("part_of" if part else "located_in", next(parks, None), "name.park", 0.85)


def _places(named: Named) -> list[Mention]:
    """Return the places in a name, from left to right, without those that only sound like one."""
    names, text = gazetteer(), named.text
    bodies = _bodies(named)
    places = [m for m in named.inner if m.type is MentionType.PLACE and named.of(m) not in NOWHERE]
    return _chain([m for m in places if not _sounds_like(names, m, bodies, text)], names, text)


def _bodies(named: Named) -> list[Mention]:
    """Return the name itself and the bodies named in it."""
    return [named.mention, *(m for m in named.inner if m.type is MentionType.ORG)]


def _tells_seat(named: Named, places: Sequence[Mention], k: int) -> bool:
    """Tell whether the place at ``k`` of a name's places is where the thing is."""
    names, place = gazetteer(), places[k]
    if _is_own_part(names, named.of(place), named.entity.name):
        return False
    name, firm = named.of(place), _firm_from(named, place)
    rest = firm or named.behind(place)
    parented = k > 0 and places[k - 1].span.end == place.span.start
    sure = is_sure_place(names, name, rest)
    if not sure:
        alone = named.entity.type is not MentionType.ORG and len(places) == 1 and not firm
        begins = place.span.start == named.mention.span.start
        fought = begins and _FOUGHT.search(named.entity.name) is not None
        if not (parented or alone) or not (fought or is_division(names, name)):
            return False
        if _QUARTER.fullmatch(name) and not parented:
            return False  # 市北高新区 need not be in the 市北区 that the tables know
        if rest in _OWN_NAMED and not parented:
            return False  # 尖山新区 is named after a hill of its own
        if rest in _SHRINES or (named.entity.type is MentionType.EVENT and is_word(names, name)):
            return False  # 清水寺 is not in 清水县, nor 合作|签约仪式 in 合作
    if rest.endswith(_HOUSES) and not name.endswith(DIVISIONS) and not is_city(names, name):
        return False  # 太平度假山庄 is named after peace
    if _is_of_whole(named, place, places[k + 1 :]):
        return False
    following = places[k + 1] if k + 1 < len(places) else None
    if following is None or following.span.start > place.span.end:
        return True
    near = is_sure_place(names, named.of(following), named.behind(following))
    works = _TRADING.search(named.entity.name) is not None or _is_works(named, name)
    return sure and (not near or works)  # 河北石家庄市委 is in 石家庄; of a firm both are told


def _firm_from(named: Named, place: Mention) -> str:
    """Return what follows a place in the name of the known firm that it begins: 东风|本田|检测中心."""
    for body in _bodies(named)[1:]:
        begins = body.span.start == place.span.start and body.span.end > place.span.end
        if begins and any(e.sure and e.table == "companies" for e in gazetteer().lookup(named.of(body))):
            return named.text[place.span.end : body.span.end]
    return ""


def _is_of_whole(named: Named, place: Mention, later: Sequence[Mention]) -> bool:
    """Tell whether a place is where the whole is, and a later one where the part: 甲院苏州所|南昌研究院."""
    further = [p for p in later if not gazetteer().is_country(named.of(p))]
    if not further:
        return False
    part = further[-1].span.start
    if _BODY_BETWEEN.search(named.text[place.span.end : part]):
        return True
    return any(m.span.contains(place.span) and m.span.end <= part for m in _bodies(named)[1:])


def _is_about(named: Named, place: Mention) -> bool:
    """Tell whether a name says what the thing is about: 甲市—乙市经贸交流会, 甲大学俄罗斯研究院.

    A foreign country does so in 中国—马来西亚乙产业园, 埃及研究中心 and 韩国丙公司芯片项目.
    """
    start, text = place.span.start, named.text
    around = text[max(start - 1, 0) : place.span.end + 1]
    if named.entity.type is MentionType.EVENT and (_BETWEEN.search(around) or _is_of_site(named, place)):
        return True
    if named.entity.type is MentionType.EVENT and _is_of_two(named, place):
        return True
    if not gazetteer().is_country(named.of(place)) and named.of(place) not in _OVERSEAS:
        return False
    if named.behind(place) in _STUDIES:
        return True
    firm = any(m.span.start == place.span.end and m.type is MentionType.ORG for m in named.inner)
    behind = start > named.mention.span.start and text[start - 1] not in "（("
    return behind or (firm and named.entity.type is MentionType.FACILITY)


def _is_of_two(named: Named, place: Mention) -> bool:
    """Tell whether a meeting is named after two places: 甲市与乙市交流会, 甲·乙交流会."""
    text = named.text
    for one, other in permutations(named.inner, 2):
        between = text[one.span.end : other.span.start]
        if place in (one, other) and one.type is other.type and between in _TWO:
            return True
    return False


def _is_own_part(names: Gazetteer, place: str, name: str) -> bool:
    """Tell whether a place in a short form is none, as the full name tells: 长春 in 益阳长春经开区."""
    at = name.find(place)
    if at < 2 or not is_division(names, name[:at]):
        return False
    abroad = any(entry.table == "cities_world" for entry in names.lookup(place))
    return (len(place) == 2 or abroad) and not lies_in(names, place, name[:at])


def _is_of_site(named: Named, place: Mention) -> bool:
    """Tell whether a place is in the name of what an event is about: 甲中心椒江基地|揭牌, “上海某园”|开园."""
    sites = (m for m in named.inner if m.type in _SITES and m.span.contains(place.span))
    if any(m.span.start < place.span.start for m in sites):
        return True
    before = named.text[named.mention.span.start : place.span.start]
    return before.rfind("“") > before.rfind("”")


def _is_works(named: Named, outer: str) -> bool:
    """Tell whether a name gives its province as well as its city: 浙江台州甲公司, 杭州富阳垃圾焚烧项目.

    A firm's or a plant's does; what begins as an address does (深圳市罗湖乙项目) is where the nearer one is.
    """
    if named.entity.type is MentionType.FACILITY:
        return not outer.endswith(DIVISIONS)
    return named.entity.name.endswith(_FIRMS)


def _sounds_like(names: Gazetteer, place: Mention, bodies: Sequence[Mention], text: str) -> bool:
    """Tell whether a place in a body's name is none, as the tables know.

    中山大学 is in 广州, 东湖高新区 in 武汉, and 德州仪器 a foreign firm.
    """
    codes = {e.code for e in names.lookup(place.span.of(text)) if e.code.isdigit()}
    for body in bodies:
        if not codes or not body.span.contains(place.span):
            continue
        for entry in names.lookup(body.span.of(text)):
            school = entry.table in {"universities", "zones"} and entry.code.isdigit()
            elsewhere = school and not any(
                names.lies_in(entry.code, code) or names.lies_in(code, entry.code) for code in codes
            )
            foreign = entry.table == "companies" and entry.kind.startswith("foreign")
            if elsewhere or foreign:
                return True
    return False


def _chain(places: Sequence[Mention], names: Gazetteer, text: str) -> list[Mention]:
    """Return the places without those that are none here.

    滨海 right behind 天津 is not the 滨海县 of the tables, nor 松山 in 松山湖 a district.
    """
    kept: list[Mention] = []
    for place in places:
        name = place.span.of(text)
        behind = kept[-1] if kept and kept[-1].span.end == place.span.start else None
        strange = behind is not None and not lies_in(names, name, behind.span.of(text))
        other = _FEATURE.match(text, place.span.end) and not is_sure_place(names, name, "")
        if not other and not (strange and len(name) == 2):
            kept.append(place)
    return kept
