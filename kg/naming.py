"""Ties that a name itself carries.

科技部火炬中心 belongs to 科技部, 长沙高新区 lies in 长沙, 甲岛石化基地 is for 石化, 云南昆明 says that 昆明
lies in 云南. In: the mentions with those nested in them. Out: ties between entities, with the words they were
read from.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.document import Span
from kg.entities import Resolution
from kg.gazetteer import Gazetteer, gazetteer
from kg.mentions import CANDIDATE
from kg.mentions.nested import PARTY
from kg.model import Mention, MentionType
from kg.name_seats import LOCATED, located
from kg.place_names import NOWHERE, is_division, is_sure_place, lies_in
from kg.spans import MentionIndex
from kg.ties import Named, Tie

_BEARERS = frozenset({MentionType.ORG, MentionType.PARK, MentionType.PLACE})
_PARTS = frozenset({MentionType.ORG, MentionType.FACILITY, MentionType.PARK})
_LISTS = frozenset({"、", "和", "与", "及", "以及"})
#: A firm lies in the zone that it is named after.
_FIRM_TAILS = ("公司", "集团", "合伙企业", "合伙企业（有限合伙）", "基金")
_WORKS = re.compile("(?:项目|生产线|产线|工厂|工程)$")
_CODE_ASIDE = re.compile(r"(?:[（(][0-9A-Z.]{4,12}[）)])?的?")
#: 鹿鸣投资 is 鹿鸣 and no part of it.
_TRADES = frozenset(
    {"投资", "控股", "科技", "股份", "实业", "资本", "集团", "会计师事务所", "律师事务所", "事务所", "评估"}
)
#: What a zone is that is named after a port or a firm, and no part of it: 某港|保税区.
_ZONE_KIND = re.compile(
    "(?:综合|出口)?保税(?:港区|区|物流园区|物流中心)|(?:经济技术|高新技术产业)?开发区|高新区|经开区|新区"
)
#: The rest of a firm's own name: what it does and what it is.
_OF_TRADE = re.compile(
    "(?:科技|技术|实业|建设|建筑|汽车|能源|电子|医药|药业|食品|化工|控股|投资|发展|工程|置业|地产|传媒|文化|新?材料|智能|信息|网络|软件|生物"
    "|环保|电气|机械|重工|物流|商贸|贸易|国际)+(?:(?:集团|股份|有限|责任)*公司)?"
)
#: 甲A is 甲 on the board, 甲系 all that is 甲's, 甲公司 is 甲.
#: Meetings of a firm that are none in particular.
_ANY_SITTING = frozenset(
    {"股东大会", "股东会", "临时股东大会", "年度股东大会", "董事会", "董事会会议", "监事会", "监事会会议"}
)
_ANY_FIRM = re.compile("(?:跨国|上市|民营|国有|外资|中小|龙头)(?:公司|企业|集团)")
_SAME_FIRM = re.compile("[ABH]股?|系|公司|股份公司|(?:股份)?有限(?:责任)?公司|株式会社|[（(][^（）()]*[)）]")
#: What several found or are in: 甲大学|联盟 is no part of one 甲大学, nor what 某部|共建.
_OF_MANY = ("联盟", "共建", "合建")
#: What is about somebody and no part of it: 某军|研究会.
_ABOUT = frozenset({"研究会", "纪念馆", "纪念堂", "史料陈列馆", "烈士陵园"})
#: What a short form leaves out of the last word.
_LONG_ENDS = frozenset({"公室", "员会", "学院", "学", "网"})
#: A party's cell in a firm is named after both, and the firm is no part of the party.
_PARTIES = frozenset({"中共", "中国共产党"})
#: What is pursued and no honour: 中国式现代化|甲市实践.
_COURSES = ("现代化", "振兴", "战略", "一体化", "发展", "建设", "行动", "计划")
#: The state's own bodies are called with its name and without.
_STATE = "中华人民共和国"


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
        named = Named(mention, entity, inner, resolution, text)
        yield from located(named)
        yield from _part(named)
        yield from _trade(named)
    yield from _neighbours(mentions, resolution, text)
    yield from _listed_in(mentions, resolution, text)
    yield from _tenants(mentions, resolution, text)
    yield from _origins(mentions, resolution, text)
    yield from _projects(mentions, resolution, text)
    yield from _epithets(mentions, resolution, text)


def _part(named: Named) -> Iterator[Tie]:
    """科技部火炬中心 is a part of 科技部, and 甲协会年会 is held by 甲协会."""
    entity, text, start = named.entity, named.text, named.mention.span.start
    wholes = {MentionType.ORG, MentionType.PARK}
    wholes |= {MentionType.FACILITY} if entity.type is MentionType.FACILITY else set()
    wholes |= {MentionType.EVENT} if entity.type is MentionType.ORG else set()
    starts = {start, start + len(PARTY)} if text.startswith(PARTY, start) else {start}
    heads = [m for m in named.inner if m.span.start in starts and m.type in wholes]
    heads = [m for m in heads if named.of(m) not in _PARTIES] or _schools(named)
    if not heads:
        return
    head = max(heads, key=lambda m: len(m.span))
    target = named.resolution.of(head)
    rest = named.behind(head)
    if (
        target is None
        or len(rest) == 1
        or rest.startswith(_OF_MANY)
        or rest in _TRADES
        or rest in _ABOUT
        or _SAME_FIRM.fullmatch(rest)
        or _ZONE_KIND.fullmatch(rest)
    ):
        return
    if _OF_TRADE.fullmatch(rest) and not any(e.sure for e in gazetteer().lookup(head.span.of(named.text))):
        return  # 海棠|建设有限公司 is the whole name of one firm
    if entity.type is MentionType.EVENT and _ANY_FIRM.fullmatch(target.name):
        return  # 跨国公司|对话会: firms of a kind
    if entity.type is MentionType.EVENT and target.type is MentionType.ORG and rest in _ANY_SITTING:
        return  # 尚需提交甲公司|股东大会|批准: none that was held
    if entity.type is MentionType.EVENT and target.type is MentionType.ORG:
        yield Tie(target, "holds_event", entity, named.mention.span, head.span, "name.host", 0.6)
    elif entity.name.removeprefix(target.name) in _LONG_ENDS or entity.name == _STATE + target.name:
        return  # 新闻办公室 is no part of 新闻办, nor 巨潮资讯网 of 巨潮资讯
    elif entity.type in _PARTS and (target.type is not MentionType.PARK or entity.type is MentionType.ORG):
        sited = target.type is MentionType.PARK and entity.name.endswith(_FIRM_TAILS)
        relation, rule = ("located_in", "name.park") if sited else ("part_of", "name.part")
        yield from named.tied(relation, head, rule, 0.9)


def _schools(named: Named) -> list[Mention]:
    """Return the university behind the place that a name begins with: 广东|甲大学|研究院."""
    start = named.mention.span.start
    ends = {m.span.end for m in named.inner if m.type is MentionType.PLACE and m.span.start == start}
    bodies = (m for m in named.inner if m.type is MentionType.ORG and m.span.start in ends)
    return [m for m in bodies if any(e.kind == "university" for e in gazetteer().lookup(named.of(m)))]


def _trade(named: Named) -> Iterator[Tie]:
    """甲岛石化基地 is for 石化."""
    if named.entity.type is MentionType.PARK:
        for trade in (m for m in named.inner if m.type is MentionType.INDUSTRY):
            yield from named.tied("industry", trade, "name.trade", 0.8)


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
        nested_name = around is not None and around.type in LOCATED
        opened = mentions.around(b.span)
        if opened is not None and opened.type in LOCATED and opened.span.start == b.span.start:
            continue  # 英国|曼彻斯特大学: the school is in England
        if nested_name and not is_sure_place(names, b.span.of(text), ""):
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
    return not known and is_division(names, whole.span.of(text)) and whole.span.of(text) not in NOWHERE


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
        if title.span.of(text).endswith(_COURSES):
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
