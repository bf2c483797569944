"""Names inside names: 陕西省 in 陕西省科技厅, 清华大学 in 清华大学互联网产业研究院."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import Entry, Hit, gazetteer
from kg.mentions.lexis import Lexis, is_purchase
from kg.mentions.trim.parts import part_built
from kg.model import Mention, MentionType

_HOLDERS = frozenset(
    {MentionType.ORG, MentionType.PARK, MentionType.FACILITY, MentionType.EVENT, MentionType.PLACE,
     MentionType.DOCUMENT, MentionType.POLICY}
)  # fmt: skip
#: What stands somewhere, and is named after where it is.
_STAND = frozenset(
    {MentionType.ORG, MentionType.PARK, MentionType.FACILITY, MentionType.PLACE, MentionType.EVENT}
)
_INNER = frozenset({MentionType.ORG, MentionType.PARK, MentionType.PLACE, MentionType.FACILITY})
_ABROAD = re.compile(r"([\u4e00-\u9fff]{2,5}?)([A-Za-z][A-Za-z .&-]+[\u4e00-\u9fff]*)")
_PARTS = frozenset({MentionType.ORG, MentionType.FACILITY, MentionType.EVENT, MentionType.PARK})
_BRANCHES = frozenset({"分公司", "子公司", "资产公司", "出版社"})
_OWNERS = frozenset(
    {"government", "education", "company", "finance", "health", "research", "military", "media"}
)
"""Kinds of organisations whose names lead the names of their parts."""

_SCHOOLS = frozenset({"university"})

_PARTED = frozenset("属下辖和与及暨、，（(）)的员-—")
"""What cannot begin the name of a part."""

#: 深交所创业板公司|管理部 is of 深交所, 甲大学校|友会 of no 学校.
_NO_OWNERS = ("大学校", "学院校", "板公司", "上市公司", "挂牌公司", "高水平大学", "一流大学", "重点大学")
_BRANCH = re.compile(
    "(?:(?<!有限)(?<!集团)(?<!股份)公司|分公司|分行|支行|分局|分院|分中心|中心支行|监管局|办事处|分部|分所|分馆|"
    "研发部|事业部|研发中心|营业部|工厂|(?:区域)?总部|旗舰店|店|代表处)$"
)
_OF_GROUP = re.compile("([^（(]{2,}?集团)([^）)].+(?:公司|厂|矿|研究院|设计院|研究所|煤矿|油田))")
#: What the name of a firm ends in, without what tells it from others.
_CORPORATE = re.compile(
    "(?:股份|控股|投资|实业|发展|国际|控股集团|投资控股|母公司|上市)*(?:(?:股份)?有限(?:责任)?)?(?:公司|分公司)"
)
#: 大连大窑湾保税港区|冷库, 宁波梅山保税港区|甲投资合伙企业: a firm or a plant that is named after its zone.
_SITE = re.compile(
    "[一-龥]{2,10}?(?:高新区|高新技术产业开发区|经开区|经济技术开发区|保税港区|综合保税区|保税区|综保区|自贸区|自贸片区|临港新区|国家级新区|新区)"
    "(?=[一-龥A-Za-z0-9（）()]{2,}(?:公司|合伙企业|合伙企业（有限合伙）|集团|基金|项目|基地|工厂|[一-龥]库|中心|产线|生产线)$)"
)
_SECTION = re.compile("(?:[一-龥]{2,4}(?:段|站)|[一二三四]期|[一-龥]{0,2}(?:管理局|管理处|管理中心|枢纽))")
"""What a line, a dam or an airport has as parts."""

_HOSTS = re.compile("组委会|组织委员会|筹委会|新闻办|秘书处|执委会")
#: What a body of bodies is named after: 甲国医院|协会, 某届医院|文化大会 are of no 甲国医院.
_KINDS_OF_BODIES = frozenset({"医院", "学校", "中学", "小学", "中医院"})
_ASSEMBLED = ("协会", "学会", "研究会", "联合会", "联盟", "委员会", "大会", "论坛", "年会", "峰会")
_FIRM = 3
_BRAND_NAME = 4
#: 中共|甲公司|党支部: the cell of the party in a firm is a part of the firm.
PARTY = "中共"
#: 甲校友会|第三届|理事会: who sits for a term is a part of the body.
_TERM = re.compile(
    "([一-龥]{2,}(?:会|院|协会|联盟|公司|集团))第[0-9一二三四五六七八九十]{1,3}届(?:理事会|监事会|委员会|常务委员会)$"
)
#: 甲公司|第三届董事会第一次会议: whose board sits.
_SITTING = re.compile(
    "((?!第)[一-龥A-Za-z（）()]{3,}?)(?:[12][0-9]{3}年)?(?:年度|第[0-9一二三四五六七八九十]{1,3}[届次])?(?:临时)?(?:董事会|监事会|股东大会|股东会)"
)
_SEATS = frozenset({MentionType.EVENT, MentionType.ORG})
_CELLS = ("党支部", "党总支", "党委", "委员会")
#: 中国—马来西亚|钦州产业园, 中德|沈阳装备园: what two countries build lies in the place named behind them.
_BETWEEN = re.compile(
    "中国[—–-]+[一-龥]{2,6}?(?=[一-龥]{2,4}(?:产业|工业|科技|经贸|合作|生态|国际))|中[德法俄日韩新马意英泰以白比欧哈蒙](?=[一-龥]{2})"
)
_OFFICES = frozenset({"办公厅", "办公室", "秘书处", "大会", "理事会", "委员会", "议会"})
_PHASE = re.compile("(?:[一二三四五六七八1-8]|首)期(?P<work>工程|项目)?$")
_WHOLES = frozenset({"province", "city", "county", "countries"})
_BEHIND_VILLAGE = re.compile(
    "[一-龥·-]{3,}(?:镇|乡|村|街道|大区)(?P<last>(?![东南西北中][部侧]|境内|附近|[内外上中里])[一-龥·]{2,8})"
)
_SMALL = ("镇", "乡", "村", "街道")
#: What ends the name of a place and is none: 某山|街道, 甲乙|城市群.
_KINDS = frozenset("街道 城市群 都市圈 城市圈 经济带 经济圈 行政区 行署 教区 农场 林场 大陆".split())
#: What a place may be called that no table has: neither a part of the whole (北部, 城区) nor a thing in it.
_PLACE_LIKE = re.compile(
    "(?![省市县区州旗盟镇乡村东南西北中驻]|[一二三四五六七八九]成|地区|城[区乡]|主城|全[域境]|沿[海江]|周边|境内|[内外]|老城|新区|口岸|大陆架|大堤|[近远沿]海|海域|[山河湖江岛湾港])"
    "(?!.*自治)[一-龥]{2,5}(?<![厂场馆园院校线路号湖原站矿山畔库港])(?<!厂区|社区|园区|城区|北部|南部|东部|西部|地区)"
)
#: 长春高新|技术产业开发区, 张江高科|技片区: the word that a firm's name ends with goes on.
_GOES_ON = re.compile("(?<=高新)(?:技术|产业|区)|(?<=科)技")
#: What begins with 国 behind a country's short name: 以色列|国防军 is of 以色列, not of 以色列国.
_STATE = re.compile("国(?:防|务|家|会|民|立|有|营|企|际|库|税|土)")
_HOME = frozenset({"中国", "中华人民共和国", "中华"})
"""The country that every second name begins with; inside a name it tells nothing."""


def find_nested(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the known names and the leading organisations inside longer names, and inside those in turn."""
    mentions = part_built(lexis, mentions)
    have = {found.span for found in mentions}
    starts = [hit.start for hit in lexis.known]
    waiting = list(mentions)
    new: list[Mention] = []
    while waiting:
        found = waiting.pop()
        for inner in _inside(lexis, found, starts):
            if inner.span not in have:
                have.add(inner.span)
                new.append(inner)
                waiting.append(inner)
    chained = name_chains(lexis, mentions)
    told = {(found.span, found.type) for found in chained}
    return chained + [found for found in new if (found.span, found.type) not in told]


def name_chains(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Give a place that is written with all it lies in the name of its last part: 贵州省铜仁市 is 铜仁市."""
    hits = {
        (hit.start, hit.end)
        for hit in lexis.known
        if any(entry.type is MentionType.PLACE for entry in hit.entries)
    }
    ends: dict[int, list[int]] = {}
    for start, end in sorted(hits):
        ends.setdefault(start, []).append(end)
    named: list[Mention] = []
    for found in mentions:
        last = _last_part(ends, found.span) if found.type is MentionType.PLACE else found.span.start
        cut = _unknown_part(lexis, ends, found.span) if last < 0 else -1
        cut = _behind_village(lexis, ends, found.span) if last < 0 and cut < 0 else cut
        if last > found.span.start:
            named.append(replace(found, value=lexis.text[last : found.span.end]))
        elif cut > 0:
            named.append(replace(found, span=Span(found.span.start, cut)))
            named.append(replace(found, span=Span(cut, found.span.end), value=""))
        else:
            named.append(found)
    return named


def _unknown_part(lexis: Lexis, ends: dict[int, list[int]], span: Span) -> int:
    """Return where a place that no table has begins behind what it is in (苏州|甪直镇), else -1."""
    for end in reversed(ends.get(span.start, ())):
        rest = lexis.folded[end : span.end]
        head = gazetteer().lookup(lexis.folded[span.start : end])
        sure = any(entry.sure and entry.kind in _WHOLES for entry in head)
        known = any(entry.type is MentionType.PLACE for entry in gazetteer().lookup(rest))
        whole_word = end in lexis.starts or rest.endswith(_SMALL)
        abroad = any(entry.kind == "countries" for entry in head)
        whole_word = whole_word or (
            abroad and len(rest) > 2 and gazetteer().foreign_name_characters.issuperset(rest)
        )
        if rest in gazetteer().suffixes or rest in _KINDS:
            continue
        if sure and not known and whole_word and _PLACE_LIKE.fullmatch(rest):
            return end
    return -1


def _behind_village(lexis: Lexis, ends: dict[int, list[int]], span: Span) -> int:
    """Return where the last of a chain begins, behind a town or a village: 甲省乙市丙镇丁村|戊山, else -1."""
    tail = _BEHIND_VILLAGE.fullmatch(lexis.folded, span.start, span.end)
    return tail.start("last") if tail is not None and span.start in ends else -1


def _last_part(ends: dict[int, list[int]], span: Span) -> int:
    """Return where the last of the places begins that ``span`` is made of; -1 where it is not."""
    if span.end in ends.get(span.start, ()):
        return span.start
    for end in ends.get(span.start, ()):
        if end < span.end and (last := _last_part(ends, Span(end, span.end))) >= 0:
            return last
    return -1


def _inside(lexis: Lexis, found: Mention, starts: list[int]) -> Iterator[Mention]:
    if found.type is MentionType.TITLE:
        yield from _body(lexis, found, starts)
    elif found.type in _HOLDERS and len(found.span) > (3 if found.type is MentionType.PLACE else 2):
        yield from _known_inside(lexis, found, starts)
        yield from _owner(lexis, found)
        if found.type is MentionType.PLACE and found.source != "gazetteer":
            yield from _tagged(lexis, found)


def _tagged(lexis: Lexis, holder: Mention) -> Iterator[Mention]:
    """Yield the places that LAC sees in what the network takes as one."""
    for word in lexis.words[lexis.at[holder.span.start] : lexis.at[holder.span.end - 1] + 1]:
        span = Span(word.start, word.end)
        if word.tag == "LOC" and len(span) > 1 and holder.span.contains(span) and span != holder.span:
            yield Mention(span, MentionType.PLACE, "model", score=0.6)


def _known_inside(lexis: Lexis, holder: Mention, starts: list[int]) -> Iterator[Mention]:
    """Yield the known names inside ``holder``, leftmost and longest first, none over another.

    A place stands at the beginning, behind another name, or where a word begins, and two divisions of
    China in a row lie in each other; an organisation leads, and a part of it follows.
    """
    name = holder.span.of(lexis.folded)
    firm = any(entry.type is MentionType.ORG for entry in gazetteer().lookup(name))
    between = _BETWEEN.match(name)
    at = holder.span.start + (between.end() if between is not None else 0)
    whole = holder.span.start
    outside: Entry | None = None
    for hit in lexis.known[bisect_left(starts, holder.span.start) : bisect_left(starts, holder.span.end)]:
        span = Span(hit.start, hit.end)
        if span.start < at or not holder.span.contains(span):
            continue
        if span == holder.span:
            if hit.entry.sure and hit.entry.type is MentionType.PLACE:
                return  # 印度尼西亚 holds no 印度
            continue
        body = hit.entry.type is MentionType.ORG and hit.entry.sure
        if body and outside is not None and span.start == at and span.end == holder.span.end:
            return  # 美国|康奈尔大学 is no part of what 康奈尔 names
        free = span.start == at or span.start in lexis.starts
        entry = next((entry for entry in hit.entries if _fits(entry, hit, holder, name, outside)), None)
        if entry is None or not free or _STATE.match(lexis.folded, hit.end - 1, holder.span.end):
            continue
        if entry.type is MentionType.PLACE and lexis.folded.startswith(("党", "奖"), hit.end):
            continue  # 共和|党 is of no 共和县, 金马|奖 of no 金马
        head = name[hit.end - holder.span.start :]
        if entry.type is MentionType.ORG and span.start < whole:
            continue
        if firm and entry.type is MentionType.ORG and head in gazetteer().suffixes and head not in _OFFICES:
            whole = span.end  # 上海证券 is no owner of 上海证券交易所, nor 康奈尔 or 康奈 of 康奈尔大学
            continue
        at, outside = span.end, entry if entry.type is MentionType.PLACE else None
        if entry.canonical not in _HOME and not (firm and entry.kind.endswith("region")):
            yield Mention(span, entry.type, "gazetteer", score=0.8)


def _body(lexis: Lexis, title: Mention, starts: list[int]) -> Iterator[Mention]:
    """Yield the body that a title begins with: 全国人大 in 全国人大代表."""
    for hit in lexis.known[bisect_left(starts, title.span.start) : bisect_left(starts, title.span.start + 1)]:
        entry = hit.entry
        if hit.end < title.span.end and entry.type is MentionType.ORG and entry.sure:
            yield Mention(Span(hit.start, hit.end), MentionType.ORG, "gazetteer", score=0.8)
            return


def _fits(entry: Entry, hit: Hit, holder: Mention, name: str, outside: Entry | None) -> bool:
    """Tell whether the reading ``entry`` makes sense inside ``holder`` behind the place ``outside``."""
    leads = hit.start == holder.span.start
    if entry.type is MentionType.PLACE:
        within = outside is not None and gazetteer().lies_in(entry.code, outside.code)
        if outside is not None and outside.code.isdigit() and entry.code.isdigit() and not within:
            return False
        if outside is not None and outside.kind == "countries" and entry.code.isdigit():
            return outside.canonical in _HOME and entry.sure  # 越南平阳省 has nothing of 平阳县
        if leads and holder.type is MentionType.ORG and _is_brand(entry, name):
            return within
        return entry.sure or within or (leads and holder.type in _STAND and not _opens_firm(name, entry.name))
    if entry.type not in _INNER or not entry.sure or not (leads or outside is not None):
        return False
    if _GOES_ON.match(name, hit.end - holder.span.start):
        return False
    if entry.kind == "board" and name.startswith("公司", hit.end - holder.span.start):
        return False  # 深交所创业板公司管理部 is a part of 深交所
    rest = name[hit.end - holder.span.start :]
    return _has_part(rest) or _is_local(rest) or (entry.kind in _SCHOOLS and rest.endswith("系"))


def _opens_firm(name: str, place: str) -> bool:
    """Tell whether a known firm's name begins with a common word that is a place's name too: 巴斯|夫."""
    return any(
        entry.type is MentionType.ORG and entry.sure
        for end in range(len(place) + 1, min(len(place) + 4, len(name) + 1))
        for entry in gazetteer().lookup(name[:end])
    )


def _is_brand(county: Entry, name: str) -> bool:
    """Tell whether a firm's short name bears a county's name as its brand: 东方|证券, 紫金|矿业.

    A longer name has a brand of its own, and the place before it is where the firm is: 昆山|某某|化工.
    """
    if not county.code.isdigit() or county.code.endswith("00") or name.startswith(county.canonical):
        return False
    return len(name) <= _BRAND_NAME and _is_firm(name)


def _is_local(rest: str) -> bool:
    """Tell whether what follows a company's name is the name of its company in a place (新疆公司)."""
    return any(
        entry.type is MentionType.PLACE and entry.sure
        for size in range(2, min(len(rest), 6))
        for entry in gazetteer().lookup(rest[:size])
    )


def _has_part(rest: str) -> bool:
    """Tell whether what follows an organisation's name is the name of a part of it."""
    return len(rest) > 1 and any(
        suffix.type in _PARTS and not (suffix.kind == "company" and suffix.text not in _BRANCHES)
        for suffix in gazetteer().suffix_of("·" + rest)
    )


def _owner(lexis: Lexis, mention: Mention) -> Iterator[Mention]:
    """Yield the organisation the name begins with: what ends like one, before more of the name."""
    name = mention.span.of(lexis.folded)
    known = any(entry.type is MentionType.ORG for entry in gazetteer().lookup(name))
    if mention.type in (MentionType.PLACE, MentionType.DOCUMENT, MentionType.POLICY) or known:
        return
    sure = _behind_country(mention, name) or _sitting(mention, name)
    if sure is not None:
        yield sure
        return
    if mention.type is MentionType.ORG:
        yield from _zone(lexis, mention, name)
        yield from _group(mention, name)
    site = _SITE.match(name)
    if site is not None and any(s.type is MentionType.PARK for s in gazetteer().suffix_of(site[0])):
        yield _piece(mention, 0, site.end(), MentionType.PARK)
    branch = _BRANCH.search(name)
    if branch is not None and mention.type in (MentionType.ORG, MentionType.FACILITY):
        yield from _of_branch(lexis, mention, branch.start())
    term = _TERM.match(name) if mention.type is MentionType.ORG else None
    if term is not None:
        yield _piece(mention, 0, term.end(1), MentionType.ORG)
        return
    if mention.type is MentionType.FACILITY:
        yield from _phase(mention, name)
    lead = len(PARTY) if name.startswith(PARTY) and name.endswith(_CELLS) else 0
    sides = (
        [lead, *(two.end() for two in _TWO.finditer(name))] if mention.type is MentionType.EVENT else [lead]
    )
    for size in range(lead + 3, len(name) - 1):
        if name[size] in _PARTED or name.endswith(_NO_OWNERS, 0, size) or "暨" in name[:size]:
            continue
        side = max(at for at in sides if at <= size)
        kind = _owner_kind(name[side:size], name[size:]) if size - side > 2 else None
        if kind is not None:
            yield _piece(mention, side, size, kind)


#: Two who hold something together are no one body: 甲市政府与乙集团|签约仪式.
_TWO = re.compile(
    "(?:政府|公司|集团|股份|科技|资本|控股|大学|学院|银行|医院|委员会|管委会|研究院|科学院|(?:开发|高新|经开|新)区|[局厅委])"
    "[与和及、](?=[一-龥]{3})"
)


def _piece(mention: Mention, start: int, end: int, kind: MentionType) -> Mention:
    """Return the characters ``[start, end)`` of a name as a name."""
    begin = mention.span.start
    return Mention(Span(begin + start, begin + end), kind, "pattern", score=0.7)


def _behind_country(mention: Mention, name: str) -> Mention | None:
    """Return the foreign name behind a place: 挪威|Nordwind AS."""
    latin = _ABROAD.fullmatch(name)
    if latin is None or not gazetteer().lookup(latin[1]):
        return None
    return _piece(mention, len(name) - len(latin[2]), len(name), mention.type)


def _sitting(mention: Mention, name: str) -> Mention | None:
    """Return the body of which a name is a sitting or a seat: 甲公司|第二届董事会."""
    sits = _SITTING.match(name) if mention.type in _SEATS else None
    if sits is None or (mention.type is MentionType.ORG and sits.end() < len(name)):
        return None
    return _piece(mention, 0, sits.end(1), MentionType.ORG)


def _phase(mention: Mention, name: str) -> Iterator[Mention]:
    """Yield the works of which a name is one phase: 甲项目|二期."""
    phase = _PHASE.search(name)
    if phase is None or phase.start() <= _FIRM:
        return
    whole = name[: phase.start()]
    if not phase["work"] or gazetteer().suffix_of(whole):
        kind = MentionType.ORG if _is_firm(whole) else MentionType.FACILITY
        yield _piece(mention, 0, phase.start(), kind)


def _zone(lexis: Lexis, mention: Mention, name: str) -> Iterator[Mention]:
    """Yield the zone whose authority a name is of: 营口片区|管委会, 云岭科学城|投资促进局."""
    for size in range(len(name) - 2, 3, -1):
        known = lexis.known_to.get(mention.span.start + size, ())
        if any(hit.entry.type is MentionType.PLACE and hit.end - hit.start > 2 for hit in known):
            continue  # 浦东新区
        zoned = any(s.type is MentionType.PARK and not s.weak for s in gazetteer().suffix_of(name[:size]))
        if zoned and _is_office(name[size:]):
            yield Mention(
                Span(mention.span.start, mention.span.start + size), MentionType.PARK, "pattern", score=0.7
            )
            return


def _group(mention: Mention, name: str) -> Iterator[Mention]:
    """Yield the group that a firm's name begins with, and the place it works in: 甲集团|贵州|有限公司."""
    found = _OF_GROUP.fullmatch(name)
    if found is None or _CORPORATE.fullmatch(found[2]):
        return
    if any(e.sure for size in range(2, len(found[1]) - 3) for e in gazetteer().lookup(found[1][size:])):
        return  # 甘肃|酒钢集团: the place is no part of the name
    start, end = mention.span.start, mention.span.start + found.end(1)
    yield Mention(Span(start, end), MentionType.ORG, "pattern", score=0.7)
    for size in range(5, 1, -1):
        places = (e for e in gazetteer().lookup(found[2][:size]) if e.type is MentionType.PLACE)
        if any(e.sure for e in places) and _CORPORATE.fullmatch(found[2][size:]):
            yield Mention(Span(end, end + size), MentionType.PLACE, "gazetteer", score=0.8)
            return


def _is_office(rest: str) -> bool:
    """Tell whether what follows a zone's name is an office of its authority."""
    return any(s.kind == "government" and not s.weak for s in gazetteer().suffix_of("·" + rest))


def _is_firm(name: str) -> bool:
    """Tell whether a name ends as a firm's does: 金桂纸业|二期."""
    suffix = next(iter(gazetteer().suffix_of(name)), None)
    return suffix is not None and suffix.type is MentionType.ORG


def _of_branch(lexis: Lexis, mention: Mention, tail: int) -> Iterator[Mention]:
    """Yield the firm and the places that the name of a branch tells: 甲人寿|宁波|北仑|分公司."""
    start, end = mention.span.start, mention.span.start + tail
    places: list[Span] = []
    while True:
        hits = (hit for hit in lexis.known_to.get(end, ()) if hit.entry.sure)
        starts = (hit.start for hit in hits if hit.entry.type is MentionType.PLACE)
        at = min(starts, default=start)  # 天津市, not 津市
        firm = any(e.type is MentionType.ORG for e in gazetteer().lookup(lexis.folded[start:at]))
        if at - start < _FIRM and not firm:
            break
        places.append(Span(at, end))
        end = at
    if places and lexis.folded[end - 1] not in "和与及、":  # 甲集团和|宁波|分公司: two names
        yield from (Mention(place, MentionType.PLACE, "gazetteer", score=0.8) for place in places)
        yield Mention(Span(start, end), mention.type, "pattern", score=0.7)


def _is_placed(name: str) -> bool:
    """Tell whether a name is a known body's behind a place, where a part of it is: 广东|华中科技大学."""
    for size in (2, 3):
        place = any(e.sure and e.type is MentionType.PLACE for e in gazetteer().lookup(name[:size]))
        if place and any(e.sure and e.type is MentionType.ORG for e in gazetteer().lookup(name[size:])):
            return not gazetteer().lookup(name)
    return False


def _owner_kind(name: str, rest: str) -> MentionType | None:
    """Return what ``name`` is if ``rest`` is a part of it: 某大学|资产公司, 某高铁|某段; else None."""
    suffix = next(iter(gazetteer().suffix_of(name)), None)
    if suffix is None or suffix.weak or is_purchase(name + rest, len(name)) or _is_placed(name):
        return None
    if suffix.text in _KINDS_OF_BODIES and rest.endswith(_ASSEMBLED):
        return None
    # 银行业协会, 大学城: the ending is the beginning of a longer word
    if gazetteer().begins_suffix(suffix.text + rest[0]):
        return None
    if suffix.type is MentionType.EVENT:
        return suffix.type if _HOSTS.fullmatch(rest) else None
    if suffix.type is MentionType.FACILITY:
        return suffix.type if _SECTION.fullmatch(rest) else None
    if suffix.type is not MentionType.ORG or suffix.kind not in _OWNERS:
        return None
    department = suffix.kind == "education" and rest.endswith("系")
    return suffix.type if department or _has_part(rest) else None
