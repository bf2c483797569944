"""Names that are two: each reader returns the spans of a name's parts, or none where it is one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.kinds import only_common
from kg.mentions.lexis import Lexis
from kg.mentions.persons import LATIN_OFFICE, is_personal
from kg.model import Mention, MentionType

Parts = tuple[Span, ...]

_NAMES = frozenset({MentionType.ORG, MentionType.PLACE, MentionType.PERSON})
_LONG_NAME = 4
_LONGEST_PERSON = 4
_MADE = re.compile(
    "(?P<who>[一-龥]{2,3})为(?=[省市县区州][一-龥]{3}|全国|中共|中国|[一-龥]{2,7}?[省市县区州][一-龥]{2})"
)
#: Before who is named with an office and no 的 between: 免去某某甲县县长职务.
_REMOVES = re.compile(r"(?:免去|罢免|解聘|免除|接受)\Z")
_STOP = re.compile("[。！？；]”?")
_CITY = re.compile(
    "(?P<where>[一-龥]{2,8}?)(?:第[一二三四五六七八九十]大|最大)?(?:城市|首都|首府|省会|港口城市|港市|小镇|小城)(?P<city>[一-龥·]{2,})"
)
_LINE = re.compile("[一-龥]{2,4}(?:铁路|高铁|公路|高速)(?P<where>[一-龥]{2,})\\Z")
_DASH = re.compile("(?P<one>[一-龥]{2,7})[—–]{1,2}(?P<other>[一-龥]{2,7})(?<![线路道])")
#: Who governs, with what is governed: 宁州市|辖|东湖区; 市辖区 is a kind of place.
_GOVERNS = re.compile("(?P<one>[一-龥]{1,8}[省市县州盟旗])(?:现|下)?辖(?!区)(?P<other>[一-龥]{2,})")
_WITH = re.compile("(?P<one>[一-龥]{2,6}?)[同与和跟](?P<other>[一-龥]{2,6})")
_OWNS = re.compile(
    "旗下|下属|内设|下设|设有(?!限)|附设|(?:直属|所属)(?:事业单位|机构|单位|企业|部门)|所属的?|(?:全资|控股)?(?:子|附属)公司|(?:控股)?母公司|控股股东|第[一二三]大股东|大股东"
)
_AND = re.compile("[、和与及同]|以及|联合|会同")
_SCHOOLS = ("学院", "大学")
#: Units that every body has, and none is told by alone.
_UNITS = frozenset(
    "办公室 秘书处 综合处 综合科 财务科 人事科 研究室 信息中心 监察室 机关党委 总务处 教务处".split()
)
_HOUSES = ("基金", "证券", "银行", "资本", "信托", "期货", "资管", "集团")
_FUNDS = ("投资", "创投", "资本", "基金")
_FIELDS = (
    "酒店", "物业", "食品", "旅游", "文化", "资产", "餐饮", "置业", "环保", "能源", "贸易", "技术", "设计",
    "工程", "教育", "健康", "医疗", "财富", "信息",
)  # fmt: skip
_OF_FIELD = re.compile(
    "[一-龥]{2,6}?(?:管理|投资|服务|发展|运营|开发|科技|控股)*(?:集团|股份)?有限(?:责任)?公司"
)
_BUILT = re.compile(
    "(?P<where>[一-龥]{2,12}?)(?P<deed>(?:加快|规划|投资|开工|计划)?(?:建设|建成|新建|投建|兴建|打造|设立|建立|设有|建有)"
    "|锚定|瞄准|创成|迎来)(?=[^，。；]{2})"
)
#: Deeds that stand inside no name; before others something has to tell that one acts.
_ACTS = re.compile("计划|锚定|瞄准|创成|迎来")
_SHORTEST_SITE = 4
#: What a thing that is built begins with: 甲市建设|国家某某试验区.
_OF_STATE = ("国家", "全国", "省级", "中国", "世界")
_SITES = frozenset({MentionType.FACILITY, MentionType.PARK, MentionType.EVENT})
_PEOPLED = frozenset({MentionType.ORG, MentionType.PERSON})
_BUILDERS = (MentionType.PLACE, MentionType.ORG)
_OPENS = re.compile(r"(?:在|支持|推动|推进|同意|鼓励|批准|助力)\Z")


def person_and_firm(lexis: Lexis, mention: Mention, people: set[str]) -> list[Mention]:
    """Return two names for 核准|某某甲银行|行长任职资格, where the text names the person elsewhere.

    So too for 任命某某，|梁志华为省教育考试院|院长, whoever they are.
    """
    name = mention.span.of(lexis.folded)
    if mention.type is not MentionType.ORG or mention.source != "model":
        return [mention]
    made = _MADE.match(name)
    if made is not None and (name[0] in gazetteer().surnames or name[:2] in gazetteer().surnames):
        at = mention.span.start + made.end("who")
        who = replace(mention, span=Span(mention.span.start, at), type=MentionType.PERSON)
        return [who, replace(mention, span=Span(at + 1, mention.span.end))]
    cut = next((k for k in range(_LONGEST_PERSON, 1, -1) if name[:k] in people), 0)
    cut = cut or _removed(lexis, mention.span)
    if not cut or len(name) < cut + _LONG_NAME or only_common(name[cut:]):
        return [mention]  # 梁志华|农机合作社 is one, named after its founder
    at = mention.span.start + cut
    person = replace(mention, span=Span(mention.span.start, at), type=MentionType.PERSON)
    return [person, replace(mention, span=Span(at, mention.span.end))]


def _removed(lexis: Lexis, span: Span) -> int:
    """Return how long the name is of who is named with the body of his office: 免去|某某|甲市政府|副市长."""
    if _REMOVES.search(lexis.folded, max(span.start - 3, 0), span.start) is None:
        return 0
    name = span.of(lexis.folded)
    if any(_places_end(name)):
        return 0  # 免去|金华义乌市…
    lengths = (k for k in (3, 2, 4) if is_personal(name[:k]))
    return next((k for k in lengths if any(_places_end(name[k:]))), 0)


def is_known(lexis: Lexis, mention: Mention) -> bool:
    """Tell whether the tables have the name as it stands: 国家林业和草原局, of which nothing is cut."""
    entries = gazetteer().lookup(mention.span.of(lexis.folded))
    return any(entry.sure and entry.type is mention.type for entry in entries)


def person_of_firm(lexis: Lexis, mention: Mention) -> list[Mention]:
    """Return two names for a known firm and one of its people in one breath: 甲银行|某某."""
    if mention.type not in _PEOPLED or mention.source != "model":
        return [mention]
    span, name = mention.span, mention.span.of(lexis.folded)
    word = lexis.words[lexis.at[span.end - 1]]
    if word.end != span.end or word.tag != "PER" or word.start < span.start + 2:
        return [mention]
    firm, who = Span(span.start, word.start), Span(word.start, span.end)
    whose = replace(mention, span=firm, type=MentionType.ORG)
    spelt = gazetteer().foreign_name_characters.issuperset(name)
    firm_like = len(firm) >= _LONG_NAME and firm.of(lexis.folded).endswith(_HOUSES)
    if spelt or not is_personal(who.of(lexis.folded)) or not (firm_like or is_known(lexis, whose)):
        return [mention]
    return [whose, replace(mention, span=who, type=MentionType.PERSON)]


def officer_of_firm(lexis: Lexis, mention: Mention) -> list[Mention]:
    """Return a firm and its officer in Latin letters as two names, no office: 甲乙网|CFO|Mina Ortega."""
    if mention.type not in _PEOPLED or mention.source != "model":
        return [mention]
    span = mention.span
    office = LATIN_OFFICE.search(lexis.folded, span.start + 1, span.end)
    if office is None:
        return [mention]
    firm = Span(span.start, office.start() - (lexis.folded[office.start() - 1] == " "))
    whose = replace(mention, span=firm, type=MentionType.ORG)
    return [whose, replace(mention, span=Span(office.end(), span.end), type=MentionType.PERSON)]


def parted(lexis: Lexis, mention: Mention) -> list[Mention]:
    """Return the names that one name of the models holds, each for itself."""
    if mention.source != "model" or is_known(lexis, mention):
        return [mention]
    found = (read(lexis, mention.span) for read in _READERS.get(mention.type, ()))
    parts = next((spans for spans in found if spans), ())
    if not parts:
        return [mention]
    *left, right = (replace(mention, span=span) for span in parts)
    return [*left, *parted(lexis, right)]


def part_built(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return two names where one holds the place and what is built there: 在|衢州|建设|某生产基地.

    What one 计划|建设 has no name where its words are few: 甲市|计划建设|电厂.
    """
    named: list[Mention] = []
    have = {found.span for found in mentions}
    for found in mentions:
        built = _BUILT.match(lexis.folded, found.span.start, found.span.end)
        opened = _OPENS.search(lexis.folded, max(found.span.start - 2, 0), found.span.start)
        kind = None
        told = opened is not None and found.type is MentionType.FACILITY
        told = told or (built is not None and lexis.folded.startswith(_OF_STATE, built.end()))
        if built is not None and found.type in _SITES and (told or _ACTS.match(built["deed"])):
            kind = _builder(built["where"])
        if built is None or kind is None:
            named.append(found)
            continue
        if Span(*built.span("where")) not in have:
            named.append(Mention(Span(*built.span("where")), kind, "pattern", score=0.7))
        if found.span.end - built.end() >= _SHORTEST_SITE:
            named.append(replace(found, span=Span(built.end(), found.span.end)))
    return named


def _builder(name: str) -> MentionType | None:
    """Return what the builder ``name`` is, ``None`` where it is no known park, place or body."""
    if any(suffix.type is MentionType.PARK for suffix in gazetteer().suffix_of(name)):
        return MentionType.PARK
    sure = {e.type for end in _places_end(name) for e in gazetteer().lookup(name[end:]) if e.sure}
    return next((kind for kind in _BUILDERS if kind in sure), None)


def _places_end(name: str) -> Iterator[int]:
    """Yield where places that ``name`` begins with end, the beginning first: 德国|慕尼黑."""
    yield 0
    for hit in gazetteer().scan(name, sure=True):
        if hit.start == 0 and hit.entry.type is MentionType.PLACE and hit.end < len(name):
            yield hit.end


def _behind_sentence(lexis: Lexis, span: Span) -> Parts:
    """Leave the end of the sentence before: “…门槛。”|某大学."""
    stop = _STOP.search(lexis.folded, span.start, span.end)
    return (Span(stop.end(), span.end),) if stop is not None and stop.end() < span.end else ()


def _land_and_city(lexis: Lexis, span: Span) -> Parts:
    """Part a city from where it is: 德国|城市|明斯特."""
    city = _CITY.fullmatch(lexis.folded, span.start, span.end)
    if city is None or all(e.type is not MentionType.PLACE for e in gazetteer().lookup(city["where"])):
        return ()
    return Span(*city.span("where")), Span(*city.span("city"))


def _from_to(lexis: Lexis, span: Span) -> Parts:
    """Part two places with a dash between: 呼和浩特—乌兰巴托."""
    ends = _DASH.fullmatch(lexis.folded, span.start, span.end)
    known = ends is not None and any(e.type is MentionType.PLACE for e in gazetteer().lookup(ends["one"]))
    return (Span(*ends.span("one")), Span(*ends.span("other"))) if ends is not None and known else ()


def _governor_and_governed(lexis: Lexis, span: Span) -> Parts:
    """Part a place from the first of those that it governs: 宁州市|辖|东湖区."""
    found = _GOVERNS.fullmatch(lexis.folded, span.start, span.end)
    return (Span(*found.span("one")), Span(*found.span("other"))) if found is not None else ()


def _line_and_place(lexis: Lexis, span: Span) -> Parts:
    """Part a line from the place where a part of it lies: 川青铁路|四川|首段."""
    line = _LINE.match(lexis.folded, span.start, span.end)
    if line is None or all(e.type is not MentionType.PLACE for e in gazetteer().lookup(line["where"])):
        return ()
    return Span(span.start, line.start("where")), Span(*line.span("where"))


def _two_countries(lexis: Lexis, span: Span) -> Parts:
    """Part two countries: 丹麦|同|瑞典."""
    both = _WITH.fullmatch(lexis.folded, span.start, span.end)
    if both is None or not all(gazetteer().is_country(name) for name in both.groups()):
        return ()
    return Span(*both.span("one")), Span(*both.span("other"))


def _owner_and_owned(lexis: Lexis, span: Span) -> Parts:
    """Part a firm from its owner: 某集团|旗下|某公司."""
    owns = _OWNS.search(lexis.folded, span.start + 2, span.end - 1)
    return (Span(span.start, owns.start()), Span(owns.end(), span.end)) if owns is not None else ()


def _coordinated(lexis: Lexis, span: Span) -> Parts:
    """Part what stands side by side: 某港|和|某区, but not 甲茶室及戏园经营有限公司."""
    cuts = _AND.finditer(lexis.folded, span.start + 2, span.end - 1)
    cut = next((found for found in cuts if _joins(lexis, Span(span.start, found.start()), span.end)), None)
    if cut is None:
        return ()
    left, right = Span(span.start, cut.start()), Span(cut.end(), span.end)
    fields = lexis.folded.endswith(_FIELDS, left.start, left.end) and cut[0][0] in "及和与"
    if fields and _OF_FIELD.fullmatch(lexis.folded, right.start, right.end):
        return ()
    return left, right


def _joins(lexis: Lexis, left: Span, end: int) -> bool:
    """Tell whether the conjunction behind ``left`` stands between two names, not inside 林业和草原局."""
    text, at, name = lexis.folded, left.end, left.of(lexis.folded)
    if any(gazetteer().lookup(text[at:stop]) for stop in range(at + 2, min(at + _LONG_NAME, end) + 1)):
        return False  # 某山|和记黄埔
    together = text.startswith(("联合", "会同"), at)
    two_schools = name.endswith(_SCHOOLS) and text[at] in "与和"
    if not together and not two_schools and lexis.words[lexis.at[at]].tag not in ("c", "w", "p"):
        return False
    if name.endswith(_FUNDS) and text[at] in "和与、":
        return True  # 甲创新投资|和|乙创投
    if text[at] in "和及" and text[at + 1 : end] in _UNITS and gazetteer().suffix_of(name):
        return True  # 甲科|和|办公室
    known = any(entry.sure and entry.type in _NAMES for entry in gazetteer().lookup(name))
    strong = any(not suffix.weak for suffix in gazetteer().suffix_of(name))
    if together:  # 国家发改委|联合|自然资源部, not 国家电网联合研究院, 中国联合甲集团
        return known and not (only_common(text[at + 2 : end]) or gazetteer().is_country(name))
    return known or strong or text[at] == "、" or lexis.words[lexis.at[at - 1]].tag == "LOC"


_READERS: dict[MentionType, tuple[Callable[[Lexis, Span], Parts], ...]] = {
    MentionType.PLACE: (
        _behind_sentence,
        _land_and_city,
        _from_to,
        _line_and_place,
        _governor_and_governed,
        _two_countries,
        _coordinated,
    ),
    MentionType.ORG: (_behind_sentence, _owner_and_owned, _coordinated),
}
