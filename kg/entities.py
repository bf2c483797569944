"""Mentions of one document → its entities.

In: the text and the mentions of the pipeline. Out: a :class:`Resolution` that leads every mention to an
:class:`~kg.model.Entity` under its fullest name in the document, and the alias pairs with the reason why
two names are one thing. Names are joined only by what the text or the tables say, never by likeness.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.codes import listed_body
from kg.definitions import find_bynames, find_definitions, find_other_names
from kg.document import Span
from kg.event_names import fairs_meant
from kg.firm_names import (
    FIRM_TAIL,
    SHORTEST_FIRM,
    begins,
    drawn_from,
    is_group_of,
    known_apart,
    shortens,
    tailless,
    without_country,
    without_places,
)
from kg.gazetteer import gazetteer
from kg.letterhead import find_letterhead
from kg.mentions.nested import PARTY
from kg.model import Entity, Mention, MentionType
from kg.paper_names import bare_paper, is_kind_of_paper
from kg.place_names import plain_zone
from kg.spans import MentionIndex

#: Mentions of these types are values or roles, not things with an identity of their own.
VALUE_TYPES = frozenset({MentionType.AMOUNT, MentionType.DATE, MentionType.TITLE})

_PLACED = frozenset({MentionType.ORG, MentionType.PARK})
#: Bodies that foreign and mainland papers alike call by the country's name too: 中国商务部.
_OF_STATE = frozenset({"state"})
_INSTITUTIONS = frozenset({MentionType.ORG, MentionType.PARK, MentionType.FACILITY})
_CALLED_TOO = _INSTITUTIONS | {MentionType.PLACE}
_TOLD_APART = _CALLED_TOO | {MentionType.PERSON}

#: Names that are joined and that nobody would list as a short form.
_UNSPOKEN = frozenset(
    {"alias.counted", "alias.same-place", "alias.surname", "alias.renamed", "alias.foreign", "alias.sector"}
)
_ANY_ZONE = "开发区"
#: ，又名乙，
_CALLED = re.compile(
    r"\s?(?:（[^（）]{1,30}）)?[，,]?(?:(?P<short>简称)|又名|又称|亦称|也称|原名|本名|曾用名|别名|笔名|艺名|化名)[为是叫]?[“]?"
)
_ENDED = re.compile("[”]?(?:[，,。；、（）]|$)")
#: （甲省第二人民医院、甲省眼科医院）
_BODIES = re.compile(r"[（(](?P<names>[^（）()，。；：\n]{3,60})[）)]")
#: Bodies that often have two names at once; in a firm's bracket its owner may stand.
_TWO_NAMED = tuple(
    "医院 大学 学院 学校 中学 研究院 研究所 中心 实验室 博物馆 图书馆 园 区 城 谷 基地 站 馆".split()
)
#: 甲公司（原名乙公司）: nothing else stands between the names. 更名为 is a rule's (company.toml, renamed).
_RENAMED = re.compile(r"[（(](?:[^（）()]{0,20}[，,、；;])?(?:原名称?|曾用名|前身为|原称)[为是]?[:：]?")

_OWNS = re.compile("的?(?:全资|控股)?(?:子|孙|附属)公司|旗下|下属|所属")
#: How far from the head of an announcement the issuer's full name stands, in characters.
_HEADING = 80
_COUNTED = re.compile(
    r"(?:全国|我国|全市|全省|全区)?[约近超逾]?[0-9.,一二三四五六七八九十百千万两]+[余多]?[家个所只支名位座]"
)

#: 光伏行业 and 光伏领域 are 光伏.
_SECTOR = re.compile(r"(?<=..)(?:行业|领域|板块|赛道|产业链)$")

#: What is said of an industry and names none.
_NO_SECTOR = re.compile(
    "^.?$|(?:新兴|主导|优势|支柱|特色|重点|首位|传统|未来|先导|核心|高新技术|战略性|高技术|科技|第[一二三]|千亿级?|百亿级?|万亿级?)$"
)

_PLACE_TAIL = re.compile(r"(?:特别行政区|自治区|自治州|自治县|地区|省|市|县|区|州|盟|旗|镇|乡)$")


def _same_kind(first: str, second: str) -> bool:
    """Tell whether two names side by side may be one body's: hospitals both, zones both."""
    zones = ("园", "区", "城", "谷", "基地", "港")
    if first.endswith(zones) and second.endswith(zones):
        return True
    ending = next((kind for kind in _TWO_NAMED if first.endswith(kind)), None)
    return ending is not None and second.endswith(ending)


@dataclass(frozen=True, slots=True)
class Alias:
    """A second name of an entity: where it stands, and by which rule the two are one."""

    entity: Entity
    name: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of one document; ``meant`` tells what it defines common nouns to mean (公司)."""

    entities: tuple[Entity, ...]
    aliases: tuple[Alias, ...]
    meant: Mapping[str, Entity]
    text: str
    _by_name: Mapping[str, Entity]

    def of(self, mention: Mention) -> Entity | None:
        """Return the entity a mention names; ``None`` for amounts, dates and titles."""
        if mention.type in VALUE_TYPES:
            return None
        return self._by_name.get(name_of(mention, self.text))

    def named(self, name: str) -> Entity | None:
        """Return the entity that bears ``name`` in this document, if any."""
        return self._by_name.get(name)


def resolve(text: str, mentions: Sequence[Mention]) -> Resolution:
    """Group the mentions of one document into entities.

    Args:
        text: the document's text.
        mentions: all mentions, nested ones too; ``value`` holds the name proper where it differs from
            the text covered (it may be empty).
    """
    names = _Names(text, mentions)
    names.join_definitions()
    names.join_second_names()
    names.join_renamed()
    names.join_called()
    names.join_other_names()
    names.join_places()
    names.join_foreign()
    names.join_official_names()
    names.join_zones()
    names.join_short_forms()
    names.join_counted_groups()
    names.join_papers()
    names.join_events()
    names.join_sectors()
    names.join_surnames()
    return names.resolution()


def name_of(mention: Mention, text: str) -> str:
    """Return the name a mention stands for: its value, else the words it covers.

    A mention that the page's markup made has a stock code or an address as value, which is no name; a place
    keeps the name it has in the text (我国).
    """
    words = mention.span.of(text)
    if mention.type is MentionType.INDUSTRY:
        return _SECTOR.sub("", mention.value or words) or words
    if mention.source == "markup" or mention.type is MentionType.PLACE:
        return words
    return mention.value or words


def bare_names(name: str, kind: MentionType) -> Iterator[str]:
    """Yield the names that a park or a foreign firm has without the place before it.

    安徽合肥经开区 is 合肥经开区, which the tables know; 德国某某汽车集团 is 某某汽车集团.
    """
    names = gazetteer()
    for cut in range(2, min(len(name) - 2, 8) if kind in _PLACED else 0):
        places = [e for e in names.lookup(name[:cut]) if e.type is MentionType.PLACE]
        foreign = any(e.kind == "countries" and e.canonical != "中国" for e in places)
        firm = kind is MentionType.ORG and foreign and name.endswith(("集团", "公司"))
        park = kind is MentionType.PARK and any(e.sure and e.type is kind for e in names.lookup(name[cut:]))
        if places and (firm or park):
            yield name[cut:]


_KIN = re.compile(
    "的?(?:第?[一二三]?大?(?:控股)?股东|母公司|旗下|下属|所属|控股|(?:控股|全资|下属)?(?:子|孙|附属)公司|实际控制人)[的为是]?"
    "|(?:公告称?|发布公告)?[，,：:]?(?:本?公司|其)(?:拟|将|近日|已)?(?:与|和|向|及|收到|接到)?(?:间接)?(?:控股股东|母公司|第一大股东)"
)
_LONGEST_KIN = 18
#: How many characters a firm's name and what is short for it have in common at least, at their beginning.
_FRONT = 2


#: 中共甲市委 is 甲市委; the committees of the other parties and of the League are not.
_LOCAL_COMMITTEE = re.compile("[省市县区州旗]委(?:员会)?$")
_PARTY_HEADS = frozenset({PARTY, "中国共产党"})


class _Names:
    """Union-find over the names of a document, kept together with the reasons."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.index = MentionIndex(m for m in mentions if m.type not in VALUE_TYPES)
        self.spans: dict[str, list[Span]] = {}
        self.types: dict[str, Counter[MentionType]] = {}
        self.free: set[str] = set()
        self.second: set[str] = set()  # names beside the first, which is what the thing is called
        end = -1
        same: dict[str, list[str]] = {}
        for mention in self.index.all:
            name = name_of(mention, text)
            if mention.type is MentionType.PLACE and mention.value and mention.value != name:
                same.setdefault(mention.value, []).append(name)
            self.spans.setdefault(name, []).append(mention.span)
            self.types.setdefault(name, Counter())[mention.type] += 1
            if mention.span.start >= end:
                self.free.add(name)
                end = mention.span.end
        self.parent = {name: name for name in self.spans}
        self.legal = {name: name for name in self.spans if FIRM_TAIL.search(name)}
        """The legal name in each group, by its root."""
        self.reasons: dict[str, tuple[Span, str]] = {}
        self.meant: dict[str, str] = {}
        for value, names in same.items():
            country = value in self.spans and not any(value in name for name in names)  # 中国 beside 我国
            for other in [*names[1:], *([value] if country else [])]:
                self.join(names[0], other, "alias.same-place")

    def type_of(self, name: str) -> MentionType:
        counts = self.types[name]
        return min(counts, key=lambda t: (-counts[t], t.value))

    def root(self, name: str) -> str:
        while self.parent[name] != name:
            name = self.parent[name]
        return name

    def join(self, full: str, short: str, rule: str, span: Span | None = None) -> None:
        """Make ``short`` another name of ``full``."""
        a, b = self.root(full), self.root(short)
        if a == b:
            return
        self.parent[b] = a
        if b in self.legal:
            self.legal.setdefault(a, self.legal[b])
        self.reasons.setdefault(short, (span or self.spans[short][0], rule))

    def join_definitions(self) -> None:
        """（以下简称“X”）: what the article itself defines."""
        ends: dict[int, list[Mention]] = {}
        for mention in self.index.all:
            ends.setdefault(mention.span.end, []).append(mention)
        bodies = [m for m in self.index.all if m.type is MentionType.ORG]
        for found in (*find_definitions(self.text), *find_bynames(self.text)):
            start = found.at
            while start and self.text[start - 1] in '》”"':
                start -= 1
            before = ends.get(found.at) or ends.get(start)
            if not before and (listed := listed_body(self.text, found.at, bodies)) is not None:
                before = [listed]
            if not before and self.text.endswith("公司", 0, found.at) and not found.common:
                self.define_issuer(found.name, found.span)
            if not before:
                continue
            longest = max(before, key=lambda m: len(m.span))
            if found.of_person and longest.type is not MentionType.PERSON:
                continue
            full = name_of(longest, self.text)
            if found.common:
                self.meant.setdefault(found.name.removeprefix("本"), full)
            else:
                self.define(full, longest.type, found.name, found.span)
                if found.second:
                    self.second.add(found.name)
        self.join_issuer()

    def join_issuer(self) -> None:
        """证券简称：瑞启科技 over 瑞启科技股份有限公司关于…的公告: 公司 is its issuer throughout."""
        head = find_letterhead(self.text)
        if head is None or (short := head.name.of(self.text)) not in self.spans:
            return
        self.meant.setdefault("公司", short)
        around = range(head.span.start - _HEADING, head.span.end + _HEADING)
        firms = (
            name_of(m, self.text)
            for m in self.index.outer
            if m.type is MentionType.ORG and m.span.start in around
        )
        full = next((name for name in firms if FIRM_TAIL.search(name)), "")
        if full and short != full and drawn_from(short, full):
            self.join(full, short, "alias.definition", head.name)

    def define_issuer(self, name: str, span: Span) -> None:
        """Take a name given to 公司 or 本公司 itself: 本公司（证券简称：甲股份）."""
        if name not in self.spans:
            self.spans[name] = [span]
            self.types[name] = Counter({MentionType.ORG: 1})
            self.parent[name] = name
            self.free.add(name)
        self.meant.setdefault("公司", name)

    def join_second_names(self) -> None:
        """甲大学附属医院（甲省第二人民医院）: a bracket with nothing but bodies of the same kind."""
        bodies = [m for m in self.index.outer if m.type in _INSTITUTIONS]
        starts = {m.span.start: m for m in bodies}
        for first in bodies:
            bracket = _BODIES.match(self.text, first.span.end)
            if bracket is None:
                continue
            at, seconds = bracket.start("names"), []
            while at < bracket.end("names") and (second := starts.get(at)) is not None:
                seconds.append(second)
                at = second.span.end + 1
            name = name_of(first, self.text)
            if at != bracket.end("names") + 1:
                continue
            for second in seconds:
                other = name_of(second, self.text)
                if first.type is second.type and _same_kind(name, other):
                    self.define(name, first.type, other, second.span)
                    self.second.add(other)

    def join_renamed(self) -> None:
        """（原名…）: a body keeps being itself under a new name."""
        bodies = [m for m in self.index.all if m.type in _INSTITUTIONS]
        starts: dict[int, list[Mention]] = {}
        ends: dict[int, list[Mention]] = {}
        for mention in bodies:
            starts.setdefault(mention.span.start, []).append(mention)
            ends.setdefault(mention.span.end, []).append(mention)
        for match in _RENAMED.finditer(self.text):
            before, behind = ends.get(match.start()), starts.get(match.end())
            if before and behind:
                first, second = (max(found, key=lambda m: len(m.span)) for found in (before, behind))
                self.join(name_of(first, self.text), name_of(second, self.text), "alias.renamed", second.span)
                self.second.add(name_of(second, self.text))

    def join_called(self) -> None:
        """甲（1888—1951），又名乙，…: what is said right behind a name to be another one."""
        named = [m for m in self.index.outer if m.type in _INSTITUTIONS | {MentionType.PERSON}]
        starts = {m.span.start: m for m in named}
        for first in named:
            match = _CALLED.match(self.text, first.span.end)
            second = starts.get(match.end()) if match is not None else None
            if match is None or second is None or not _ENDED.match(self.text, second.span.end):
                continue
            name, other = name_of(first, self.text), name_of(second, self.text)
            short = match["short"] is not None
            same = drawn_from(other, name) if short else second.type is first.type
            if name != other and same:
                self.define(name, first.type, other, second.span)
                if short:
                    self.types[other] = self.types[name]  # 简称岭博, whom a model takes for a person
                else:
                    self.second.add(other)

    def join_other_names(self) -> None:
        """甲县，古称乙州，又名丙乡，…: also names that no finder takes for one."""
        for first in self.index.outer:
            for found in find_other_names(self.text, first.span) if first.type in _CALLED_TOO else ():
                if not any(m.type in _TOLD_APART for m in self.index.at(found.span)):
                    self.define(name_of(first, self.text), first.type, found.name, found.span)
                    self.second.add(found.name)

    def define(
        self, full: str, kind: MentionType, alias: str, span: Span, rule: str = "alias.definition"
    ) -> None:
        """Take a name that the article defines, or another way to call a thing by ``rule``."""
        if alias not in self.spans:
            self.spans[alias] = [span]
            self.types[alias] = Counter({kind: 1})
            self.parent[alias] = alias
        self.join(full, alias, rule, span)

    def join_places(self) -> None:
        """合肥 and 合肥市 of one article are one place; 吉林 is neither beside 吉林省 and 吉林市."""
        places = [n for n in self.spans if self.type_of(n) is MentionType.PLACE]
        claims: dict[str, list[str]] = {}
        for name in places:
            short = _PLACE_TAIL.sub("", name)
            if short != name and len(short) > 1 and short in self.spans:
                claims.setdefault(short, []).append(name)
        for short, full in claims.items():
            meant = full if len(full) == 1 else [n for n in full if self._is_row(n, short)]
            if (
                len(meant) == 1
                and self.type_of(short) is MentionType.PLACE
                and not self._is_in(short, meant[0])
            ):
                self.join(meant[0], short, "alias.place")

    def _is_in(self, short: str, full: str) -> bool:
        """Tell whether the text says of a place that it is in its namesake: 里昂（Lyon）是里昂县的县治."""
        told = (
            rf"{re.escape(short)}(?:（[^（）]*）)?"
            rf"(?:是|为|位于|地处|隶?属于?)[^。；]{{0,60}}{re.escape(full)}"
        )
        return re.search(told, self.text) is not None

    @staticmethod
    def _is_row(full: str, short: str) -> bool:
        """Tell whether the tables have one place called ``short``, and it is ``full``: 长沙 is no county."""
        readings = [e for e in gazetteer().lookup(short) if e.type is MentionType.PLACE]
        return [e.canonical for e in readings] == [full]

    def join_foreign(self) -> None:
        """嘉里物流 is 新加坡嘉里物流, and Graphenano is Graphenano公司: without country or 公司."""
        for full in [n for n in self.spans if self.type_of(n) is MentionType.ORG]:
            span = self.spans[full][0]
            start, end = without_country(full)
            if (start, end) != (0, len(full)):
                bare = Span(span.start + start, span.start + end)
                self.define(full, MentionType.ORG, full[start:end], bare, "alias.foreign")

    def join_short_forms(self) -> None:
        """火炬中心 behind 科技部火炬中心; 天风证券 and 天风证券股份有限公司."""
        institutions = [n for n in self.spans if self.type_of(n) in _INSTITUTIONS]
        by_tail: dict[str, list[str]] = {}
        for full in institutions:
            for head in self._heads(full):
                if _LOCAL_COMMITTEE.search(full) and head not in _PARTY_HEADS:
                    continue  # 共青团|甲市委
                by_tail.setdefault(full[len(head) :], []).append(full)
        for short in institutions:
            longer = [
                n for n in by_tail.get(short, []) if self.spans[n][0].start <= self.spans[short][-1].start
            ]
            if len({self.root(n) for n in longer}) == 1 and len(short) >= 3 and short in self.free:
                self.join(longer[0], short, "alias.tail", self._free_span(short))
        self.join_tailless(institutions)

        self.join_shortened(institutions)

    def join_tailless(self, names: Sequence[str]) -> None:
        """天风证券 is 天风证券股份有限公司; 甲 is neither of 甲股份有限公司 and 甲集团有限公司."""
        prefixes = set(names)
        claims: dict[str, list[str]] = {}
        for full in sorted(names):
            shorter = (s for s in tailless(full) if s in prefixes and not is_group_of(full, s, self.root(s)))
            short = next((short for short in shorter if not self._are_kin(full, short)), "")
            if short:
                claims.setdefault(short, []).append(full)
        for short, claimed in claims.items():
            legal = {
                self.legal[root] for full in [short, *claimed] if (root := self.root(full)) in self.legal
            }
            if len(legal) < 2:
                for full in claimed:
                    self.join(full, short, "alias.company", self._free_span(short))

    def join_shortened(self, names: Sequence[str]) -> None:
        """常州恒信精密模具有限公司 is 恒信精密 later, 珠海瑞江股权投资基金（有限合伙） 瑞江基金."""
        bodies = [n for n in names if self.type_of(n) is MentionType.ORG]
        firms: dict[str, dict[str, str]] = {}
        for full in bodies:
            if FIRM_TAIL.search(full):
                bare = without_places(full)
                for front in {full[:_FRONT], bare[:_FRONT]}:
                    firms.setdefault(front, {})[full] = bare
        for short in bodies:
            if len(short) < SHORTEST_FIRM or FIRM_TAIL.search(short) or short not in self.free:
                continue
            if self.root(short) != short:
                continue  # 甲茶业 is 甲茶业集团, and not 甲茶业物流公司 as well
            first = self.spans[short][0].start
            if any(_OWNS.match(self.text, span.end) for span in self.spans[short]):
                continue  # 甲药业|全资子公司
            fitting = [
                full
                for full, bare in firms.get(short[:_FRONT], {}).items()
                if full != short
                and self.spans[full][0].end <= first
                and (begins(full, short) or shortens(short, bare))
                and not self._are_kin(full, short)
            ]
            if len({self.root(n) for n in fitting}) == 1:
                self.join(fitting[0], short, "alias.company", self._free_span(short))

    def _are_kin(self, first: str, second: str) -> bool:
        """Tell whether one owns the other, as the text says: 甲酒业控股股东甲酒业集团, 乙集团旗下的乙.

        Two that the tables know for two firms are kin at most: 中信证券, 中信建投证券股份有限公司.
        """
        return known_apart(first, second) or any(
            _KIN.fullmatch(self.text, min(a.end, b.end), max(a.start, b.start))
            for a, b in self._neighbours(first, second)
            if not a.contains(b) and max(a.start, b.start) - min(a.end, b.end) in range(1, _LONGEST_KIN)
        )

    def _neighbours(self, first: str, second: str) -> Iterator[tuple[Span, Span]]:
        """Yield where two names stand near each other."""
        others = self.spans[second]
        reach = _LONGEST_KIN + max(len(span) for span in others)
        for span in self.spans[first]:
            k = bisect_left(others, span.start - reach, key=lambda other: other.start)
            while k < len(others) and others[k].start < span.end + _LONGEST_KIN:
                yield span, others[k]
                k += 1

    def _heads(self, full: str) -> set[str]:
        """Return the names that stand at the front of ``full``, as nested mentions say."""
        found = set()
        for span in self.spans[full]:
            for mention in self.index.inside(span):
                if mention.span.start == span.start:
                    found.add(mention.span.of(self.text))
        return found

    def _free_span(self, name: str) -> Span:
        """Return the first place where ``name`` stands by itself."""
        for span in self.spans[name]:
            outer = self.index.around(span)
            if outer is None or outer.span == span:
                return span
        return self.spans[name][0]

    def join_counted_groups(self) -> None:
        """全国169家国家高新区 are 国家高新区, counted."""
        for name in sorted(self.spans):
            counted = _COUNTED.match(name) if self.type_of(name) is MentionType.GROUP else None
            rest = name[counted.end() :] if counted is not None else ""
            if rest in self.spans and self.type_of(rest) is MentionType.GROUP:
                self.join(name, rest, "alias.counted")

    def join_papers(self) -> None:
        """《方案》 is the only paper named before that its name calls a 方案."""
        papers = [name for name in self.spans if self.type_of(name) is MentionType.DOCUMENT]
        for short in papers:
            if not is_kind_of_paper(short):
                continue
            at = self.spans[short][0].start
            full = [n for n in papers if n != short and bare_paper(n).endswith(short)]
            full = [n for n in full if self.spans[n][0].start < at]
            if len({self.root(n) for n in full}) == 1:
                self.join(full[0], short, "alias.paper", self._free_span(short))

    def join_events(self) -> None:
        """茶博会 is the only fair named before that its name may be short for."""
        events = [name for name in self.spans if self.type_of(name) is MentionType.EVENT]
        for short in (name for name in events if name in self.free):
            span = self._free_span(short)
            full = fairs_meant(short, (n for n in events if self.spans[n][0].start < span.start))
            if len({self.root(n) for n in full}) == 1:
                self.join(full[0], short, "alias.event", span)

    def join_official_names(self) -> None:
        """国家发改委 and 国家发展改革委: one row of the tables."""
        rows: dict[str, list[str]] = {}
        names = gazetteer()
        for name in self.spans:
            if self.type_of(name) in _INSTITUTIONS and name in self.free:
                readings = [e for e in names.lookup(name) if e.sure and "former" not in e.flags]
                readings = readings or [
                    e for e in names.lookup(name.removeprefix("中国")) if e.kind in _OF_STATE
                ]
                known = {e.canonical for e in readings if e.type in _INSTITUTIONS}
                if len(known) == 1:
                    rows.setdefault(known.pop(), []).append(name)
        for official in sorted(rows):
            group = sorted(rows[official], key=lambda n: (-len(n), n))
            for short in group[1:]:
                if group[0] == short + "中央":
                    continue  # the central committee of a party is not the party
                self.join(group[0], short, "alias.official", self._free_span(short))

    def join_zones(self) -> None:
        """甲经开区 is 甲经济技术开发区 though no table knows it; so are bodies named after it."""
        forms: dict[str, list[str]] = {}
        for name in self.spans:
            if self.type_of(name) in _INSTITUTIONS and (plain := plain_zone(name)):
                forms.setdefault(plain, []).append(name)
        for bare in (name for name in self.spans if name.endswith(_ANY_ZONE)):
            head = bare.removesuffix(_ANY_ZONE)
            kinds = {head + "经开区", head + "高新区"} & forms.keys()
            if len(head) > 1 and len(kinds) == 1:
                forms[kinds.pop()].append(bare)  # 甲开发区, where no other zone of 甲 is told of
        for plain in sorted(forms):
            full, *shorter = sorted(forms[plain], key=lambda n: (-len(n), n))
            for short in shorter:
                self.join(full, short, "alias.official", self._free_span(short))

    def join_sectors(self) -> None:
        """液晶显示 is 液晶显示产业; 新兴产业 is no 新兴."""
        for full in [n for n in self.spans if self.type_of(n) is MentionType.INDUSTRY]:
            bare = full.removesuffix("产业")
            free = bare not in self.spans or self.type_of(bare) is MentionType.INDUSTRY
            if bare != full and free and not _NO_SECTOR.search(bare):
                span = self.spans[full][0]
                self.define(
                    full, MentionType.INDUSTRY, bare, Span(span.start, span.start + len(bare)), "alias.sector"
                )

    def join_surnames(self) -> None:
        """林女士 behind 林珊珊 is she, where no other 林 has been named before."""
        people = [name for name in self.spans if self.type_of(name) is MentionType.PERSON]
        for surname in (name for name in people if len(name) == 1):
            at = self._free_span(surname).start
            named = {
                self.root(name): name
                for name in people
                if len(name) > 1 and name.startswith(surname) and self.spans[name][0].start < at
            }
            if len(named) == 1:
                self.join(next(iter(named.values())), surname, "alias.surname")

    def resolution(self) -> Resolution:
        groups: dict[str, list[str]] = {}
        for name in self.spans:
            groups.setdefault(self.root(name), []).append(name)
        by_name: dict[str, Entity] = {}
        entities = []
        for names in groups.values():
            full = max(
                names,
                key=lambda n: (n not in self.second, not n.isascii(), len(n), -self.spans[n][0].start),
            )
            spans = sorted({span for n in names for span in self.spans[n]})
            entity = Entity(
                id=full,
                name=full,
                type=self._group_type(names),
                aliases=tuple(
                    sorted({*(n for n in names if n != full), *bare_names(full, self._group_type(names))})
                ),
                mentions=tuple(spans),
            )
            entities.append(entity)
            by_name.update(dict.fromkeys(names, entity))
        entities.sort(key=lambda e: (e.mentions[0].start, -e.mentions[0].end, e.name))
        meant = {word: by_name[name] for word, name in self.meant.items()}
        return Resolution(tuple(entities), tuple(self._aliases(by_name)), meant, self.text, by_name)

    def _group_type(self, names: Iterable[str]) -> MentionType:
        counts: Counter[MentionType] = Counter()
        for name in names:
            counts.update(self.types[name])
        return min(counts, key=lambda t: (-counts[t], t.value))

    def _aliases(self, by_name: Mapping[str, Entity]) -> Iterable[Alias]:
        for short in sorted(self.reasons, key=lambda n: (self.reasons[n][0], n)):
            span, rule = self.reasons[short]
            entity = by_name[short]
            spoken = short in self.free and rule not in _UNSPOKEN
            if short != entity.name and (rule == "alias.definition" or spoken):
                yield Alias(entity, short, span, rule)
