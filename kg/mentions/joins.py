"""Names whole again that the models cut, and freed from what they swallowed.

A model of characters loses a name at a bracket (甲科技（苏州）股份有限公司) or at 和 (某省工业和信息化厅),
and runs on over a verb (深圳建设国际创新中心), a title (甲期货副总经理兼研究院) or an index (深圳GDP).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.chunk import BOUND, reach_left
from kg.mentions.lexis import Lexis, is_purchase
from kg.mentions.spans import Cover
from kg.model import Mention, MentionType

#: 甲（天津）海洋工程装备有限公司, 乙控股（集团）公司: a name goes on behind a bracket with a place in it.
_BRACKETED = re.compile(
    r"[（(](?P<inner>[一-龥]{2,10})[）)](?P<rest>[一-龥A-Za-z]{0,14}?(?:股份有限公司|有限责任公司|集团有限公司|有限公司|有限合伙企业|"
    r"合伙企业|事务所|集团公司|分公司|总公司|公司|集团))"
)
#: What stands before a firm's name and tells that one begins.
_BEHIND_KIN = re.compile(
    r"(?:公司|股东|关联方|旗下|[、，。；：,;:“\n])(?P<name>(?:(?!公司|股东|关联方|旗下)[一-龥]){2,6})\Z"
)
_SHORTEST_HEAD = 2
_LONGEST_HEAD = 12
#: 乙研究院（有限公司）, 丙会计师事务所（特殊普通合伙）: a name ends with its form in brackets.
_FORM = re.compile(
    r"(?:(?:股权|创业|产业|基金|投资|管理|咨询|企业|科技|信息|发展|服务)*(?:合伙企业|中心))?"
    r"[（(](?:有限公司|集团|控股|普通合伙|特殊普通合伙|有限合伙|个人独资|股份有限公司)[）)]"
)
_DISTRICT = re.compile(r"(?<=[新发保]区)[（(][一-龥]{1,5}区[）)]|(?<=经开区)[（(][一-龥]{1,5}区[）)]")
_FORMS = frozenset({"集团", "控股", "国际", "有限", "筹", "中国区"})
# Offices of two fields: the first fields by which provinces, cities and counties name them.
_OFFICE = re.compile(
    r"(?:工业|工业信息化|科技|科学技术|发展|人力资源|住房|文化|文化广电|林业|自然资源|规划|经济|经济贸易|商务|教育|体育|民族|"
    r"农业农村|水利|交通运输|城乡建设|城市管理|政务服务|投资促进|卫生|人口|新闻出版|财政|应急|市场监管|大数据|机关事务)"
    r"和[一-龥]{2,8}?(?:委员会|厅|局|委|部)(?!长)"
)
_UNIT = re.compile(r"[一-龥]{2,6}(?:(?<!公)司|处|科|局)$")
_DOUBLED = re.compile(r"([处局科司厅部院署所])\1长")
_VERB = re.compile(
    r"打造|创建|争创|推进|构建|锚定|瞄准|抢抓|(?:出口|进口)(?![一-龥]*(?:[公总]司|集团|协会|商会|中心|银行|[局处区园港展会店厂])$)|"
    r"建设(?!集团|公司|工程|投资|局|委|厅|银行|有限|控股|发展|开发|股份|学院|职业|兵团|项目|用地|部|大道|路)"
)
#: 某交易所交易系统|增持公司, 某经开区|成立合资公司: what one does with a firm that is not named.
_WITH_FIRM = re.compile(
    r"(?:增持|减持|回购|质押|成立|设立|组建|新设)了?(?:合资|合营|全资子|控股子|子|分|新|项目|本)?公司$"
)
#: 某市某区|公司|会议室: where a firm that is not named sits.
_SEAT = re.compile("(?:会议室|会议厅|总部|办公|住所|厂区|所在地|注册地|本部)")
_FIRM_WORD = "公司"
_ROAD = re.compile("(?P<city>[一-龥]{1,8}?[省市区县镇])(?P<road>[一-龥]{1,6}(?:路|街|大道|巷|胡同))")
_HOUSE = re.compile(r"[东西南北中]?(?:段)?\d{1,5}号(?!线|楼盘)")
#: What a firm does, of which no name is made: 某餐饮|主打某火锅.
_DEED = re.compile("合作(?:生产|开发|研发|建设|成立|推出)|主打|主营|主攻|深耕|推出|宣布|坦言|透露|盛产|出产")
_LAST_VERB = re.compile(
    "(?:发文|协办|承办|主办|联办|锚定|瞄准|聚力|聚焦|奋力|出台|印发|发布|发力|获批|揭牌|挂牌|获悉|通报|召开|举办)+$"
)
_CONCURRENT = re.compile(
    r"(?:副?(?:总经理|总裁|董事长|书记|主任|院长|校长|局长|部长|司长|会长|理事长|行长)|首席[一-龥]{2,4}官)兼"
)
_INDEX = re.compile(r"(?:GDP|CPI|PPI|PMI|IPO|R&D|FDI|DAU|MAU|GMV|地区)$")
_AND = re.compile("[和与及]")
_FUND = re.compile("资本(?!市场|金|运作|支出|开支)|创投|智造|资管(?!计划|产品|业务|新规)|连锁(?!店|反应)")
#: In a row of firms a word of trade ends a name: 甲银行、乙|投资、丙|实业.
_TRADE = re.compile("投资|实业|科技|控股|置业|地产|传媒|集团|证券|基金|文化|信息|电子|医药|能源|物流|贸易")
_JOINTS = "、和与及"
#: Blanks and the marks of headings and lists.
_MARKS = " \u3000\t▍▌▎■□●○◎◆◇▲△▼▽★☆►▶▸•"
_TEAM = re.compile("第[一二三四五六七八九十]+(?:[一-龥]{2}组|师|工程局)")  # 甲委|第三巡查组
_GRANTED = re.compile("[获向]")  # 甲理财|获|银保监会|批准
#: 甲中院|对|州医院: a body and another that it does something to.
_AGAINST = re.compile("(?<=[院局委部厅署])对(?=[一-龥]{2,}(?:院|局|厅|公司|集团|银行|大学)$)")
#: 甲高新区|经|国务院|批准升级.
_APPROVED_BY = re.compile("经(?=(?:国务院|[一-龥]{1,5}政府|国家[一-龥]{2,6}[部委局])$)")
_TOGETHER = re.compile("会同|携手")
_KIND = re.compile("上市公司|挂牌公司|上市企业|概念股")
_HALL = re.compile(r"(?:分|主)?会场$")
_LAWYERS = "律师"
#: Bodies of the whole country.
_OF_CHINA = tuple("科学院 研究院 协会 学会 联合会 商会 促进会 研究会 基金会 总公司 委员会 工程院".split())
_LEAST = 3
_OCCASIONS = ("会", "活动", "仪式", "论坛", "计划", "行动", "大赛", "工程")
Parts = Sequence[Mention] | None
_BODIES = frozenset({MentionType.ORG, MentionType.PLACE})
_NAMED = _BODIES | {MentionType.PERSON, MentionType.PRODUCT}

_VENTURE = re.compile("(?<=[一-龥])[-－](?=[一-龥])(?:(?!公司)[一-龥]){2,12}(?:公司|企业集团)")


def join_names(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the models' names joined and parted."""
    parted = [part for found in mentions for part in _parted(lexis, found)]
    parted = [_stripped(lexis, found) for found in parted]
    joined = list(_joined(lexis, parted))
    cover = Cover(joined)
    kept = [old for old in parted if not _is_within(cover, old.span)]
    return sorted(kept + joined, key=lambda found: (found.span.start, -found.span.end))


def _is_within(cover: Cover, span: Span) -> bool:
    """Tell whether one of the names that ``cover`` holds is around ``span``."""
    return any(found.span.contains(span) for found in cover.touching(span.start, span.end))


def _stripped(lexis: Lexis, mention: Mention) -> Mention:
    """Return the mention without blanks at its ends, and with the 《 of a title that it begins with."""
    name = mention.span.of(lexis.text)
    start = mention.span.start
    if "》" in name and "《" not in name and lexis.text[start - 1 : start] == "《":
        return replace(mention, span=Span(start - 1, mention.span.end))  # 《某年鉴》编委会
    bare = name.strip(_MARKS)
    bound = BOUND.match(lexis.folded, start, mention.span.end) if mention.source == "model" else None
    if bound is not None and len(bare) > _LEAST:
        bare = bare[bound.end() - start :]
    if name == bare or not bare:
        return mention
    start = mention.span.start + name.rindex(bare)
    return replace(mention, span=Span(start, start + len(bare)))


def _parted(lexis: Lexis, mention: Mention) -> Sequence[Mention]:
    """Return what is left of a model's name without the verb, the title or the index that it swallowed."""
    if mention.source != "model" or mention.type is MentionType.PERSON:
        return [mention]
    if is_purchase(lexis.folded, mention.span.end):
        return []
    mention = _before_last_verb(lexis, mention)
    found = (read(lexis, mention) for read in _PARTS)
    return next((parts for parts in found if parts is not None), [mention])


def _cut(mention: Mention, start: int, end: int, kind: MentionType | None = None) -> Mention:
    """Return the characters ``[start, end)`` of a name as a name of its own, of ``kind`` if that is known."""
    begin = mention.span.start
    return replace(mention, span=Span(begin + start, begin + end), type=kind or mention.type)


def _before_last_verb(lexis: Lexis, mention: Mention) -> Mention:
    """Return a name without the verb that it ends with: 甲公司|举办."""
    name = mention.span.of(lexis.folded)
    tail = _LAST_VERB.search(name, 2)
    if tail is None:
        return mention
    rest = name[: tail.start()]
    return _cut(mention, 0, tail.start(), _type_of(rest) if _named(rest) else None)


def _before_firm(lexis: Lexis, mention: Mention) -> Parts:
    """Part who does something with a firm without a name, or where it sits: 甲区|成立合资公司, 乙市|公司."""
    name = mention.span.of(lexis.folded)
    does = _WITH_FIRM.search(name, _LEAST)
    if does is not None:
        return [_leading(_cut(mention, 0, does.start()), name[: does.start()])]
    sits = name.endswith(_FIRM_WORD) and _SEAT.match(lexis.folded, mention.span.end) is not None
    return (
        [_cut(mention, 0, len(name) - 2, MentionType.PLACE)] if sits and _ends_in_place(name[:-2]) else None
    )


def _before_deed(lexis: Lexis, mention: Mention) -> Parts:
    """Part a body from what it does: 某餐饮|主打某火锅."""
    deed = _DEED.search(mention.span.of(lexis.folded), 2) if mention.type is MentionType.ORG else None
    return [_cut(mention, 0, deed.start())] if deed is not None else None


def _before_number(lexis: Lexis, mention: Mention) -> Parts:
    """Part a city from a road in it, with the number of the house: 某市|某路58号."""
    road = _ROAD.fullmatch(lexis.folded, mention.span.start, mention.span.end)
    house = _HOUSE.match(lexis.folded, mention.span.end) if road is not None else None
    if road is None or house is None or mention.type is not MentionType.PLACE:
        return None
    there = replace(mention, span=Span(road.start("road"), house.end()))
    return [replace(mention, span=Span(*road.span("city"))), there]


def _around_verb(lexis: Lexis, mention: Mention) -> Parts:
    """Part a known name from what it builds: 深圳|建设|国际创新中心."""
    name = mention.span.of(lexis.folded)
    verb = _VERB.search(name, 2)
    if verb is None or name.endswith(_OCCASIONS) or not _named(name[: verb.start()]):
        return None
    builder = _cut(mention, 0, verb.start(), _type_of(name[: verb.start()]))
    long = len(name) - verb.end() > _LEAST
    return [builder, _cut(mention, verb.end(), len(name))] if long else [builder]


def _before_title(lexis: Lexis, mention: Mention) -> Parts:
    """Part a body from who heads it and another: 甲期货|副总经理|兼研究院."""
    title = _CONCURRENT.search(mention.span.of(lexis.folded), 2)
    if title is None:
        return None
    held = _cut(mention, title.start(), title.end() - 1).span
    return [_cut(mention, 0, title.start()), Mention(held, MentionType.TITLE, "pattern", score=0.9)]


def _before_trade(lexis: Lexis, mention: Mention) -> Parts:
    """Part a park from a trade: 成都高新区|高端医疗器械."""
    park = _park(mention.span.of(lexis.folded))
    return [_cut(mention, 0, park, MentionType.PARK)] if park is not None else None


def _around_kind(lexis: Lexis, mention: Mention) -> Parts:
    """Part a place from a firm behind what kind of firm it is: 宁州|上市公司|甲股份."""
    name = mention.span.of(lexis.folded)
    kind = _KIND.search(name, 2)
    if kind is None or kind.end() == len(name):
        return None
    return [_cut(mention, 0, kind.start()), _cut(mention, kind.end(), len(name))]


def _before_index(lexis: Lexis, mention: Mention) -> Parts:
    """Part a place from its index: 深圳|GDP; nothing is left where no table has the place."""
    name = mention.span.of(lexis.folded)
    index = _INDEX.search(name) or _HALL.search(name)
    if index is None or _named(name):
        return None
    place = name[: index.start()]
    return [_cut(mention, 0, index.start(), _type_of(place))] if _named(place) else []


def _around_grant(lexis: Lexis, mention: Mention) -> Parts:
    """Part a body from who grants it something: 甲理财|获|银保监会|批准."""
    name = mention.span.of(lexis.folded)
    grant = next((m for m in _GRANTED.finditer(name, _LEAST) if _named(name[m.end() :])), None)
    if grant is None:
        return None
    return [_cut(mention, 0, grant.start()), _cut(mention, grant.end(), len(name))]


def _around_conjunction(lexis: Lexis, mention: Mention) -> Parts:
    """Part two bodies: 甲局|会同|乙局, 甲中院|对|州医院, 甲高新区|经|国务院, 某省|和|某市."""
    name = mention.span.of(lexis.folded)
    pair = (
        _TOGETHER.search(name, _LEAST, max(len(name) - _LEAST, _LEAST))
        or _AGAINST.search(name)
        or _APPROVED_BY.search(name, _LEAST)
        or next((m for m in _AND.finditer(name) if m.start() > _LEAST and _named(name[m.end() :])), None)
    )
    if pair is None:
        return None
    return [_cut(mention, 0, pair.start()), _cut(mention, pair.end(), len(name))]


_PARTS: tuple[Callable[[Lexis, Mention], Parts], ...] = (
    _before_firm,
    _before_deed,
    _before_number,
    _around_verb,
    _before_title,
    _before_trade,
    _around_kind,
    _before_index,
    _around_grant,
    _around_conjunction,
)
"""The ways in which a name is parted, the first that tells decides; ``None`` is none, ``[]`` no name."""


def _leading(mention: Mention, name: str) -> Mention:
    """Return the mention cut to the longest known body or park that its name begins with, if any."""
    kinds = {MentionType.ORG, MentionType.PARK}
    for cut in range(len(name), _LEAST, -1):
        if any(entry.sure and entry.type in kinds for entry in gazetteer().lookup(name[:cut])):
            start = mention.span.start
            return replace(mention, span=Span(start, start + cut), type=_type_of(name[:cut]))
    return mention


def _ends_in_place(name: str) -> bool:
    """Tell whether a name ends in a division that the tables know: 广西柳州市柳北区."""
    return any(_is_place(name[start:]) and name[-1] in "市区县旗州镇乡" for start in range(len(name) - 2))


def _org_before(lexis: Lexis, cover: Cover, end: int) -> int | None:
    """Return where the organisation begins that ends at ``end``."""
    found = cover.at(end - 1)
    if found is not None and found.type is MentionType.ORG and found.span.end == end:
        return found.span.start
    known = (hit.start for hit in lexis.known_to.get(end, ()))
    return next((s for s in known if _named(lexis.folded[s:end]) and end - s > _LEAST), None)


def _park(name: str) -> int | None:
    """Return how long the park is that a name of no body begins with: 成都高新区|高端医疗器械."""
    if any(not suffix.weak for suffix in gazetteer().suffix_of(name)):
        return None
    for cut in range(len(name) - 2, _LEAST, -1):
        if any(entry.sure and entry.type is MentionType.PARK for entry in gazetteer().lookup(name[:cut])):
            return cut
    return None


def _named(name: str) -> bool:
    """Tell whether the tables know ``name``."""
    return any(entry.sure for entry in gazetteer().lookup(name))


def _type_of(name: str) -> MentionType:
    return next(entry.type for entry in gazetteer().lookup(name) if entry.sure)


def _lacks_china(text: str, cover: Cover, found: Mention) -> bool:
    """Tell whether the name of a body goes back to 中国 right before it: 中国|棉纺织科学院."""
    start = found.span.start
    if found.type is not MentionType.ORG or text[start - 2 : start] != "中国":
        return False
    name = found.span.of(text)
    before = cover.at(start - 2)
    alone = before is None or (before.span.start == start - 2 and before.span.end == start)
    placed = any(gazetteer().lookup(name[:cut]) for cut in (2, 3))
    return alone and not placed and not gazetteer().lookup(name) and name.endswith(_OF_CHINA)


def _joined(lexis: Lexis, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the names that stand in the text where only parts of them were found."""
    text = lexis.folded
    cover = Cover(mentions)
    for found in mentions:
        if found.source != "model" or found.type not in _BODIES:
            continue
        start, end = found.span.start, found.span.end
        if _lacks_china(text, cover, found):
            yield replace(found, span=Span(start - 2, end))
            continue
        team = _TEAM.match(text, end) if found.type is MentionType.ORG else None
        if team is not None:
            yield replace(found, span=Span(start, team.end()))
            continue
        fund = _FUND.match(text, end)
        if fund is not None and found.type is MentionType.ORG:
            yield replace(found, span=Span(start, fund.end()))
            continue
        trade = _TRADE.match(text, end) if found.type is MentionType.ORG else None
        if trade is not None and _in_row(text, cover, found.span, trade.end()):
            yield replace(found, span=Span(start, trade.end()))
            continue
        if found.type is MentionType.ORG and _DOUBLED.match(text, end):
            yield replace(found, span=Span(start, end + 1))
            continue
        if (
            found.type is MentionType.ORG
            and text[start - 1 : start] in {"与", "和", "及"}
            and _UNIT.match(text, start, end)
        ):
            fields = (_org_before(lexis, cover, start - 1 - k) for k in (2, 3, 4))
            whole = next((at for at in fields if at is not None), None)
            if whole is not None:
                yield replace(found, span=Span(whole, end))
    yield from _bracketed(lexis, cover)
    yield from _twin_zones(lexis, cover)
    yield from _ventures(lexis, cover)
    for office in _OFFICE.finditer(text):
        body = cover.at(office.start() - 1) if office.start() else None
        if body is None or body.type not in _BODIES or body.span.end > office.end():
            continue
        yield Mention(Span(body.span.start, office.end()), MentionType.ORG, "pattern", score=0.75)


def _in_row(text: str, cover: Cover, span: Span, end: int) -> bool:
    """Tell whether what ends at ``end``, the firm at ``span`` with a word more, stands in a row of firms."""
    behind = cover.at(end + 1) if text[end : end + 1] in _JOINTS else None
    before = cover.at(span.start - 2) if text[max(span.start - 1, 0) : span.start] in _JOINTS else None
    closed = not text[end : end + 1].strip() or text[end] in "、和与及等，。；（三四五六"
    rows = [found for found in (before, behind) if found is not None and found.type is MentionType.ORG]
    return closed and bool(rows)


def _bracketed(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield the firms whose names have brackets, from the first word of the name on."""
    text = lexis.folded
    done = 0
    for match in sorted((*_BRACKETED.finditer(text), *_FORM.finditer(text)), key=_by_length):
        inner = match.groupdict().get("inner")
        if match.start() < done or (inner is not None and inner not in _FORMS and not _is_place(inner)):
            continue
        at = match.start() - len(_LAWYERS) if text.endswith(_LAWYERS, 0, match.start()) else match.start()
        before = cover.at(at - 1) if at else None
        if before is not None and at < match.start():
            start = before.span.start  # 甲乙律师（丙市）事务所, whose first word looks like a person
        elif before is not None and before.type in _NAMED and before.span.end >= match.start():
            start = before.span.start  # a name that ends at the bracket or runs over it
        else:
            start = reach_left(lexis, match.start(), cover).start
        own = _BEHIND_KIN.search(text, max(match.start() - _LONGEST_HEAD, 0), match.start())
        if match.start() - start < _SHORTEST_HEAD and own is not None:
            start = own.start("name")  # 子公司|腾飞（甲市）有限公司, whose first words look like a verb
        span = Span(start, match.end())
        found = cover.at(start)
        if match.start() - start > 1 and (found is None or not found.span.contains(span)):
            done = match.end()
            yield Mention(span, MentionType.ORG, "pattern", score=0.75)


def _ventures(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield the firms that are named after two owners: 某市甲和-乙海|电机公司."""
    for match in _VENTURE.finditer(lexis.folded):
        first, whole = cover.at(match.start() - 1), cover.at(match.start())
        start = first.span.start if first is not None else reach_left(lexis, match.start(), cover).start
        named = first is None or first.type in _NAMED
        if named and whole is None and match.start() - start > 1:
            yield Mention(Span(start, match.end()), MentionType.ORG, "pattern", score=0.75)


def _twin_zones(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield the zones that share their offices with a district: 甲高新区（乙区）."""
    for match in _DISTRICT.finditer(lexis.folded):
        zone = cover.at(match.start() - 1)
        if zone is not None and zone.type in _NAMED and zone.span.end == match.start():
            yield Mention(Span(zone.span.start, match.end()), MentionType.PARK, "pattern", score=0.75)


def _by_length(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), -match.end()


def _is_place(name: str) -> bool:
    """Tell whether the tables know ``name`` as a place."""
    return any(entry.type in {MentionType.PLACE, MentionType.PARK} for entry in gazetteer().lookup(name))
