"""Ties that a name itself carries.

科技部火炬中心 belongs to 科技部, 长沙高新区 lies in 长沙, 甲岛石化基地 is for 石化, 云南昆明 says that 昆明
lies in 云南. In: the mentions with those nested in them. Out: ties between entities, with the words they were
read from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.document import Span
from kg.entities import Resolution
from kg.gazetteer import Gazetteer, gazetteer
from kg.mentions import CANDIDATE
from kg.mentions.nested import PARTY
from kg.model import Entity, Mention, MentionType
from kg.spans import MentionIndex

_LOCATED = frozenset({MentionType.ORG, MentionType.PARK, MentionType.FACILITY, MentionType.EVENT})
_BEARERS = frozenset({MentionType.ORG, MentionType.PARK, MentionType.PLACE})
_PARTS = frozenset({MentionType.ORG, MentionType.FACILITY, MentionType.PARK})
#: Everywhere acts in no fact, and names of the whole country say nothing of where its bodies are.
NOBODY = frozenset({"全国", "全球", "世界", "国内", "国际"})
NOWHERE = NOBODY | {"中国", "我国", "中华", "中华人民共和国", "国家"}


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie read in a name: ``span`` is the whole name, ``place`` the part that names the object."""

    subject: Entity
    relation: str
    object: Entity
    span: Span
    place: Span
    rule: str
    confidence: float


def name_ties(text: str, mentions: MentionIndex, resolution: Resolution) -> Iterator[Tie]:
    """Yield the ties that the names of a document carry, one for each pair of things."""
    seen: set[tuple[str, str, str]] = set()
    for tie in _all_ties(text, mentions, resolution):
        key = (tie.subject.id, tie.relation, tie.object.id)
        if tie.subject.id != tie.object.id and key not in seen:
            seen.add(key)
            yield tie


def _all_ties(text: str, mentions: MentionIndex, resolution: Resolution) -> Iterator[Tie]:
    for mention in mentions.all:
        entity = resolution.of(mention)
        if entity is None:
            continue
        inner = mentions.inside(mention.span)
        yield from _located(mention, entity, inner, resolution, text)
        yield from _part(mention, entity, inner, resolution, text)
        yield from _trade(mention, entity, inner, resolution)
    yield from _neighbours(mentions, resolution, text)
    yield from _listed_in(mentions, resolution, text)
    yield from _tenants(mentions, resolution, text)
    yield from _origins(mentions, resolution, text)
    yield from _projects(mentions, resolution, text)
    yield from _epithets(mentions, resolution, text)


def _located(
    mention: Mention, entity: Entity, inner: Sequence[Mention], resolution: Resolution, text: str
) -> Iterator[Tie]:
    names = gazetteer()
    sent = _SENT_TO.search(entity.name)
    if sent is not None:
        target = resolution.named(sent[1])
        if target is not None:
            yield Tie(entity, "located_in", target, mention.span, mention.span, "name.sent", 0.9)
        return
    if entity.type not in _LOCATED or entity.name.endswith(_ABROAD) or _SENT.search(entity.name):
        return
    if any(entry.kind == "international" for entry in names.lookup(entity.name)):
        return  # 上海合作组织 is not in 上海
    named = [m for m in inner if m.type is MentionType.PLACE and m.span.of(text) not in NOWHERE]
    bodies = [mention, *(m for m in inner if m.type is MentionType.ORG)]
    places = _chain([m for m in named if not _sounds_like(names, m, bodies, text)], names, text)
    for k, place in enumerate(places):
        if _is_abroad(names, place, mention, entity, inner, text):
            continue
        parented = k > 0 and places[k - 1].span.end == place.span.start
        sure = _is_sure_place(names, place.span.of(text), text[place.span.end : mention.span.end])
        if not parented and not sure and (entity.type is MentionType.ORG or len(places) > 1):
            continue
        bare = not place.span.of(text).endswith(_SUFFIXES) and text[
            place.span.end : mention.span.end
        ].endswith(_HOUSES)
        if bare and not _is_city(names, place.span.of(text)):
            continue  # 太平度假山庄 is named after peace
        if not sure and text[place.span.end : mention.span.end] in _SHRINES:
            continue  # 清水寺 is not in 清水县
        if entity.type is MentionType.EVENT and not sure and _is_word(names, place.span.of(text)):
            continue  # 合作|签约仪式
        if entity.type is MentionType.EVENT and _BETWEEN.search(
            text[max(place.span.start - 1, 0) : place.span.end + 1]
        ):
            continue  # 甲市—乙市经贸交流会 is about both
        later = [p for p in places[k + 1 :] if not names.is_country(p.span.of(text))]
        if later and _BODY_BETWEEN.search(text[place.span.end : later[-1].span.start]):
            continue  # 甲院苏州纳米所|南昌研究院
        if later and any(
            m.span.contains(place.span) and m.span.end <= later[-1].span.start for m in bodies[1:]
        ):
            continue  # 甲院合肥研究院|滁州中心: where the whole is, not the part
        fought = _FOUGHT.search(entity.name) is not None and place.span.start == mention.span.start
        if not sure and not fought and not _is_division(names, place.span.of(text)):
            continue
        following = places[k + 1] if k + 1 < len(places) else None
        if following is not None and following.span.start <= place.span.end:
            near = _is_sure_place(names, following.span.of(text), text[following.span.end : mention.span.end])
            works = _TRADING.search(entity.name) or _is_works(entity, place.span.of(text))
            if sure and (not near or works):
                target = resolution.of(place)
                if target is not None:
                    yield Tie(entity, "located_in", target, mention.span, place.span, "name.place", 0.9)
            continue  # 河北石家庄市委: the nearer place is where it is; of a firm both are told
        target = resolution.of(place)
        if target is not None:
            yield Tie(entity, "located_in", target, mention.span, place.span, "name.place", 0.9)
    if entity.type in {MentionType.PARK, MentionType.FACILITY}:
        park = next(
            (m for m in inner if m.type is MentionType.PARK and m.span.start == mention.span.start), None
        )
        target = resolution.of(park) if park is not None else None
        if park is not None and target is not None:
            zone = entity.type is MentionType.PARK and _ZONE_PART.search(entity.name)
            relation = "part_of" if zone else "located_in"
            yield Tie(entity, relation, target, mention.span, park.span, "name.park", 0.85)


def _is_word(names: Gazetteer, name: str) -> bool:
    """Tell whether a place's short name is first of all a common word: 合作, 和平."""
    entries = names.lookup(name)
    return bool(entries) and all("ambiguous" in entry.flags for entry in entries)


def _is_works(entity: Entity, outer: str) -> bool:
    """Tell whether a name gives its province as well as its city: 浙江台州甲公司, 杭州富阳垃圾焚烧项目.

    A firm's or a plant's does; what begins as an address does (深圳市罗湖乙项目) is where the nearer one is.
    """
    if entity.type is MentionType.FACILITY:
        return not outer.endswith(_SUFFIXES)
    return entity.name.endswith(_FIRMS)


def _is_abroad(
    names: Gazetteer, place: Mention, mention: Mention, entity: Entity, inner: Sequence[Mention], text: str
) -> bool:
    """Tell whether a foreign country in a name says what it is about, not where it is.

    So it is in 甲大学俄罗斯研究院, 中国—马来西亚乙产业园, 埃及研究中心 and 韩国丙公司芯片项目.
    """
    if not names.is_country(place.span.of(text)):
        return False
    behind = place.span.start > mention.span.start and text[place.span.start - 1] not in "（("
    if text[place.span.end : mention.span.end] in _STUDIES:
        return True
    firm = any(m.span.start == place.span.end and m.type is MentionType.ORG for m in inner)
    return behind or (firm and entity.type is MentionType.FACILITY)


def _sounds_like(names: Gazetteer, place: Mention, bodies: Sequence[Mention], text: str) -> bool:
    """Tell whether a place in a body's name is none, as the tables know.

    中山大学 is in 广州, and 德州仪器 a foreign firm.
    """
    codes = {e.code for e in names.lookup(place.span.of(text)) if e.code.isdigit()}
    for body in bodies:
        if not codes or not body.span.contains(place.span):
            continue
        for entry in names.lookup(body.span.of(text)):
            school = entry.table == "universities" and entry.code.isdigit()
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
        other = _FEATURE.match(text, place.span.end) and not _is_sure_place(names, name, "")
        if not other and not (strange and len(name) == 2):
            kept.append(place)
    return kept


def _part(
    mention: Mention, entity: Entity, inner: Sequence[Mention], resolution: Resolution, text: str
) -> Iterator[Tie]:
    wholes = {MentionType.ORG, MentionType.PARK}
    if entity.type is MentionType.FACILITY:
        wholes.add(MentionType.FACILITY)
    if entity.type is MentionType.ORG:
        wholes.add(MentionType.EVENT)
    start = mention.span.start
    starts = {start, start + len(PARTY)} if text.startswith(PARTY, start) else {start}
    heads = [m for m in inner if m.span.start in starts and m.type in wholes]
    heads = [m for m in heads if m.span.of(text) not in _PARTIES]
    if not heads:
        return
    head = max(heads, key=lambda m: len(m.span))
    target = resolution.of(head)
    rest = text[head.span.end : mention.span.end]
    if target is None or len(rest) == 1 or rest in _TRADES or _SAME_FIRM.fullmatch(rest):
        return
    if entity.type is MentionType.EVENT and target.type is MentionType.ORG:
        yield Tie(target, "holds_event", entity, mention.span, head.span, "name.host", 0.6)
    elif entity.name.removeprefix(target.name) in _LONG_ENDS:
        return  # 新闻办公室 is no part of 新闻办, nor 巨潮资讯网 of 巨潮资讯
    elif entity.type in _PARTS and (target.type is not MentionType.PARK or entity.type is MentionType.ORG):
        sited = target.type is MentionType.PARK and entity.name.endswith(_FIRM_TAILS)
        relation, rule = ("located_in", "name.park") if sited else ("part_of", "name.part")
        yield Tie(entity, relation, target, mention.span, head.span, rule, 0.9)


def _trade(
    mention: Mention, entity: Entity, inner: Sequence[Mention], resolution: Resolution
) -> Iterator[Tie]:
    """甲岛石化基地 is for 石化."""
    if entity.type is MentionType.PARK:
        for trade in (m for m in inner if m.type is MentionType.INDUSTRY):
            target = resolution.of(trade)
            if target is not None:
                yield Tie(entity, "industry", target, mention.span, trade.span, "name.trade", 0.8)


def _neighbours(mentions: MentionIndex, resolution: Resolution, text: str) -> Iterator[Tie]:
    """云南昆明, 台湾的苗栗县: a place right behind the one it lies in, as the tables say."""
    names = gazetteer()
    places = [m for m in mentions.all if m.type is MentionType.PLACE]
    for a, b in pairwise(places):
        apart = text[a.span.end : b.span.start]
        if a.span.end > b.span.start or apart not in {"", "的"}:
            continue
        outer, nested = resolution.of(a), resolution.of(b)
        if outer is None or nested is None:
            continue
        around = mentions.around(Span(a.span.start, b.span.end))
        nested_name = around is not None and around.type in _LOCATED
        opened = mentions.around(b.span)
        if opened is not None and opened.type in _LOCATED and opened.span.start == b.span.start:
            continue  # 英国|曼彻斯特大学: the school is in England
        if nested_name and not _is_sure_place(names, b.span.of(text), ""):
            continue
        unknown = not apart and _is_unknown_part(names, a, b, text)
        if unknown or lies_in(names, b.span.of(text), a.span.of(text)):
            span = Span(a.span.start, b.span.end)
            yield Tie(nested, "located_in", outer, span, a.span, "name.places", 0.9)


def _listed_in(mentions: MentionIndex, resolution: Resolution, text: str) -> Iterator[Tie]:
    """江苏省宝应、金湖: the places of a list lie in the one before it, as the tables say."""
    names = gazetteer()
    places = [m for m in mentions.outer if m.type is MentionType.PLACE]
    whole: Mention | None = None
    for first, after in pairwise(places):
        between = text[first.span.end : after.span.start]
        if between in _LISTS:
            inner = [m for m in mentions.inside(first.span) if m.type is MentionType.PLACE]
            whole = inner[0] if inner and inner[0].span.start == first.span.start else whole
        elif between in {"", "的"}:
            whole = first
            continue
        else:
            whole = None
        if whole is None or not lies_in(names, after.span.of(text), whole.span.of(text)):
            continue
        around, place = resolution.of(whole), resolution.of(after)
        if around is not None and place is not None:
            span = Span(whole.span.start, after.span.end)
            yield Tie(place, "located_in", around, span, whole.span, "name.listed", 0.85)


def _is_unknown_part(names: Gazetteer, whole: Mention, part: Mention, text: str) -> bool:
    """Tell whether a place that no table has stands right behind a city or a country: 苏州|甪直镇."""
    known = any(entry.type is MentionType.PLACE for entry in names.lookup(part.span.of(text)))
    return not known and _is_division(names, whole.span.of(text)) and whole.span.of(text) not in NOWHERE


def _origins(mentions: MentionIndex, resolution: Resolution, text: str) -> Iterator[Tie]:
    """挪威Nordwind AS: a firm or a school right behind the country that it is of."""
    names = gazetteer()
    bodies = {m.span.start: m for m in mentions.outer if m.type is MentionType.ORG}
    for place in mentions.outer:
        body = bodies.get(place.span.end) if place.type is MentionType.PLACE else None
        if body is None or place.span.of(text) in NOWHERE:
            continue
        kinds = {entry.kind for entry in names.lookup(place.span.of(text))}
        of_state = any(entry.table == "bodies" for entry in names.lookup(body.span.of(text)))
        subject, target = resolution.of(body), resolution.of(place)
        party = body.span.of(text).endswith("党")  # 俄罗斯|统一俄罗斯党
        if "countries" in kinds and (party or not of_state) and subject is not None and target is not None:
            span = Span(place.span.start, body.span.end)
            yield Tie(subject, "located_in", target, span, place.span, "name.country", 0.85)


def _epithets(mentions: MentionIndex, resolution: Resolution, text: str) -> Iterator[Tie]:
    """国家历史文化名城荆州: what is said of a name by a title right before it."""
    bearers = {m.span.start: m for m in mentions.outer if m.type in _BEARERS}
    for title in mentions.outer:
        bearer = bearers.get(title.span.end)
        if title.type is not MentionType.POLICY or title.score >= CANDIDATE or bearer is None:
            continue
        subject, target = resolution.of(bearer), resolution.of(title)
        if subject is not None and target is not None:
            span = Span(title.span.start, bearer.span.end)
            yield Tie(subject, "designated", target, span, title.span, "name.epithet", 0.8)


def _tenants(mentions: MentionIndex, resolution: Resolution, text: str) -> Iterator[Tie]:
    """滇中新区|宁德时代: a firm right behind the zone where it is."""
    for zone, firm in pairwise(mentions.outer):
        if (zone.type, firm.type) != (MentionType.PARK, MentionType.ORG) or zone.span.end != firm.span.start:
            continue
        kinds = {s.kind for s in gazetteer().suffix_of(firm.span.of(text))}
        where, tenant = resolution.of(zone), resolution.of(firm)
        if where is not None and tenant is not None and "government" not in kinds:
            span = Span(zone.span.start, firm.span.end)
            yield Tie(tenant, "located_in", where, span, zone.span, "name.tenant", 0.8)


def _projects(mentions: MentionIndex, resolution: Resolution, text: str) -> Iterator[Tie]:
    """甲股份（600000）|年产500万吨纸浆项目: a work right behind the firm whose it is."""
    for firm, work in pairwise(mentions.outer):
        between = text[firm.span.end : work.span.start]
        works = work.type is MentionType.FACILITY and _WORKS.search(work.span.of(text)) is not None
        if firm.type is not MentionType.ORG or not works or not _CODE_ASIDE.fullmatch(between):
            continue
        if any(s.kind == "government" for s in gazetteer().suffix_of(firm.span.of(text))):
            continue
        owner, thing = resolution.of(firm), resolution.of(work)
        if owner is not None and thing is not None:
            span = Span(firm.span.start, work.span.end)
            yield Tie(thing, "part_of", owner, span, firm.span, "name.work", 0.75)
            yield Tie(owner, "invests_in", thing, span, work.span, "name.work", 0.7)


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


def _is_sure_place(names: Gazetteer, name: str, rest: str) -> bool:
    """Tell whether ``name`` in the name of a body is a place for sure.

    东兴证券 and 紫金矿业 are not in 东兴市 and 紫金县: the short name of a county says nothing before a mere
    trade (``rest`` is what follows in the name), nor does the name of a region (西南证券).
    """
    if name.endswith(_SUFFIXES) and len(name) > 2:
        return True
    kinds = {entry.kind for entry in names.lookup(name) if entry.type is MentionType.PLACE and entry.sure}
    if kinds & {"province", "city", "state", "countries", "cities_world", "country"}:
        return True
    return "county" in kinds and (len(rest) >= 4 or rest.endswith(_PUBLIC_TAILS))


def _is_city(names: Gazetteer, name: str) -> bool:
    """Tell whether ``name`` is a province, a city or a country, larger than a county."""
    kinds = {entry.kind for entry in names.lookup(name) if entry.type is MentionType.PLACE}
    return bool(kinds & {"province", "city", "state", "countries", "cities_world", "country"})


def _is_division(names: Gazetteer, name: str) -> bool:
    """Tell whether ``name`` can be a division or a country, rather than a river, a lake or a region."""
    return any(
        entry.type is MentionType.PLACE
        and entry.kind in {"province", "city", "county", "state", "countries", "cities_world"}
        for entry in names.lookup(name)
    )


_LISTS = frozenset({"、", "和", "与", "及", "以及"})
#: What a zone is divided into; other parks (产业园) merely lie in it.
_ZONE_PART = re.compile(
    r"(?:片区|组团|板块|分园|园中园|(?:核心|起步|先行|先导|拓展|辐射|启动|经济|功能|分|港|南|北|东|西)区)$"
)
#: Firms and plants are looked for by province as well as by city; bodies of a city are the city's.
_TRADING = re.compile("(?:公司|厂|(?<!改造)项目|合伙企业(?:（有限合伙）)?|生产线)$")
#: A firm lies in the zone that it is named after.
_FIRM_TAILS = ("公司", "集团", "合伙企业", "合伙企业（有限合伙）", "基金")
#: What studies a country is named after it.
_STUDIES = frozenset(
    {"研究中心", "研究院", "研究所", "学会", "研究会", "问题研究所", "问题研究中心", "学研究所", "学院"}
)
#: What is sent out is not where it comes from.
_ABROAD = ("代表团", "代表处", "使馆", "领事馆", "代表队", "国家队", "访问团")
#: 甲国驻|沈阳|总领馆 is in 沈阳.
_SENT_TO = re.compile("驻([一-龥]{2,6}?)(?:总领事馆|总领馆|领事馆|大使馆|代表处|办事处)$")
#: What is named after a virtue or a hill rather than after the county of that name.
_BODY_BETWEEN = re.compile("(?:院|所|中心|大学|公司|集团|银行)$")
_BETWEEN = re.compile("^[—–－-]|[—–－-]$")
_SHRINES = frozenset("寺 庙 宫 观 庵 祠 塔 楼 阁 亭 殿 堂 院 桥 山 湖 禅寺 古寺".split())
#: Houses are named after virtues and hills as well.
_HOUSES = ("饭店", "酒店", "宾馆", "山庄", "大厦", "度假村", "影院", "剧院", "商厦", "广场", "书店", "餐厅")
#: What is named after where it was fought or broke out, however small the place: 硫磺岛战役.
_FOUGHT = re.compile("(?:战役|会战|海战|空战|之战|保卫战|起义|事变)$")
_WORKS = re.compile("(?:项目|生产线|产线|工厂|工程)$")
_CODE_ASIDE = re.compile(r"(?:[（(][0-9A-Z.]{4,12}[）)])?的?")
_SENT = re.compile("驻[一-龥]{1,4}(?:办|办事处|联络处|联络办|记者站)$")
#: 鹿鸣投资 is 鹿鸣 and no part of it.
_TRADES = frozenset(
    {"投资", "控股", "科技", "股份", "实业", "资本", "集团", "会计师事务所", "律师事务所", "事务所", "评估"}
)
_FIRMS = ("公司", "集团", "厂", "股份", "银行", "合作社", "企业", "工厂", "矿", "商行", "酒店", "超市")
#: 甲A is 甲 on the board, 甲系 all that is 甲's, 甲公司 is 甲.
_SAME_FIRM = re.compile("[ABH]股?|系|公司|股份公司|有限公司|株式会社|[（(][^（）()]*[)）]")
#: What a short form leaves out of the last word.
_LONG_ENDS = frozenset({"公室", "员会", "学院", "学", "网"})
#: A party's cell in a firm is named after both, and the firm is no part of the party.
_PARTIES = frozenset({"中共", "中国共产党"})
_FEATURE = re.compile("[山湖河江岛湾]|水库")
_PUBLIC_TAILS = ("大学", "学院", "局", "院", "所", "中心", "会", "站", "港", "馆", "委", "厅", "医院", "中学")
_SUFFIXES = ("省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村", "街道")
