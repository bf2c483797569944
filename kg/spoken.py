"""What a text has spoken of so far, and which of it a word like 公司, 该校 or 全省 may stand for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.anaphora_words import BOARD, EVERYWHERE, ISSUERS, OF_KIND, PUBLIC, ZONES, means_firm
from kg.chunk import Member
from kg.context_cues import Cues
from kg.entities import Resolution
from kg.gazetteer import gazetteer
from kg.model import Entity, MentionType
from kg.paper_names import bare_paper
from kg.place_names import lies_in
from kg.sittings import Agenda

#: Which sitting of a board or of the shareholders it is: 甲公司|2021年第二次临时|股东大会.
_TERM = re.compile("(?:[12][0-9]{3}年)?(?:年度)?(?:第[0-9一二三四五六七八九十]{1,3}[届次])?(?:临时)?$")
#: Where the press hears of a fair or a congress: no 大会 itself.
_BRIEFINGS = ("发布会", "通气会", "吹风会", "通报会", "媒体见面会")
#: How long the names of provinces and cities are at most: 新疆维吾尔自治区.
_LONGEST_PLACE = 8
#: What is named after the city that it stands in.
_PLACED = frozenset({MentionType.PARK, MentionType.FACILITY})
_GROUP_ENDS = ("集团", "集团公司", "集团有限公司", "集团股份有限公司", "集团有限责任公司")


def _nowhere(_level: str) -> None:
    """Know no city, province or county that a page is of."""


@dataclass(slots=True)
class Spoken:
    """What a reading remembers, newest last: topics, all that was named, and parts that were played.

    ``pair`` are the two last named together, ``target`` is what is bought, ``venture`` what several
    set up together, ``issuer`` who discloses,
    ``listed`` the only firm with a stock code, ``life`` whose life is told, ``card`` whose
    card, ``heading`` who is named above a line, ``entry`` the body whose entry the page is, ``head`` the
    common noun that means it; ``introduced`` leads from a person to the body they were introduced with,
    ``wholes`` from 市 or 省 to the place last meant by it.
    """

    cues: Cues
    resolution: Resolution | None = None
    topics: list[Entity] = field(default_factory=list)
    seen: list[Entity] = field(default_factory=list)
    topic: tuple[Member, ...] = ()
    pair: tuple[Entity, ...] = ()
    life: tuple[Member, ...] = ()
    card: tuple[Member, ...] = ()
    opening: bool = False
    """Whether the line before named the body that the rows of a card below it are of."""
    heading: tuple[Member, ...] = ()
    entry: tuple[Member, ...] = ()
    head: str = ""
    zone: tuple[Member, ...] = ()
    """The zone of a local paper that calls it by its kind alone, which its plans and figures are of."""
    counted_off: tuple[Member, ...] = ()
    """What was spoken of before points were counted off (一是…。二是…), which the next point goes back to."""
    target: Entity | None = None
    venture: Entity | None = None
    issuer: Entity | None = None
    agenda: Agenda = field(default_factory=Agenda)
    disclosers: set[Entity] = field(default_factory=set)
    """Whoever has disclosed anything."""
    listed: Entity | None = None
    daughters: set[Entity] = field(default_factory=set)
    """Firms that were told to be somebody's, which 公司 does not mean where its own firm is known."""
    unnamed: bool = False
    """Whether 公司 has stood for a firm that the document had not named."""
    employers: set[Entity] = field(default_factory=set)
    holders: set[Entity] = field(default_factory=set)
    alone: set[Entity] = field(default_factory=set)
    """Whoever was named by itself, and not only in a row with others."""
    visited: set[Entity] = field(default_factory=set)
    """Where something takes place and whom somebody speaks to: neither 全市 of the page nor 他 is meant."""
    introduced: dict[str, Entity] = field(default_factory=dict)
    wholes: dict[str, Entity] = field(default_factory=dict)
    home: Callable[[str], Entity | None] = _nowhere
    """The city, province or county (市, 省, 县) that the page is of, where its head tells that."""
    reported_on: str | None = None
    """The place whose figures the page tells, by its title."""

    @property
    def main_firm(self) -> Entity | None:
        """The firm that 公司 is wherever it stands: the only one with a stock code, else to disclose."""
        return self.listed or (next(iter(self.disclosers)) if len(self.disclosers) == 1 else None)

    def firm(self, body: Entity) -> Entity:
        """Return the firm whose board or its sitting ``body`` is (甲公司第二届董事会会议), or ``body``."""
        board = BOARD.search(body.name)
        sits = body.type is MentionType.EVENT
        if board is None or (board.end() < len(body.name) and not sits) or self.resolution is None:
            return body
        whose = _TERM.sub("", body.name[: board.start()])
        return (self.resolution.named(whose) if whose else self.listed) or body

    def fitting(self, word: str, entity: Entity) -> Entity | None:
        """Return the entity if ``word`` can stand for it, or for 该校 the school that it is a part of."""
        if word == "当地" and entity.name in EVERYWHERE:
            return None
        if word.endswith("大会") and entity.name.endswith(_BRIEFINGS):
            return None  # 从发布会上得知，3万人来到|本届大会
        if word == "该国":
            return entity if gazetteer().is_country(entity.name) else None
        if means_firm(word):
            entity = self.firm(entity)
            others = self.employers | self.holders if word in ISSUERS else self.employers
            return None if PUBLIC.search(entity.name) or entity in others else entity
        kinds = OF_KIND.get(word)
        if entity.type is MentionType.DOCUMENT and word.startswith("该"):
            kinds = (word.removeprefix("该"),)  # 该方案
        if kinds is None or any(name.endswith(kinds) for name in _full_names(entity)):
            return entity
        within = word.startswith("该") or entity.type is MentionType.PARK  # 自贸区: 甲自贸区|乙功能区
        return self.inner(word, entity, (entity.type.value,)) if within else None

    def inner(self, word: str, entity: Entity, types: Sequence[str]) -> Entity | None:
        """Return what ``word`` stands for of the names that the name of an entity begins with.

        全省 behind 安徽省科技厅 is 安徽省, 该校 behind 甲大学数学学院 甲大学, 全市 behind 玉溪高新区 玉溪.
        """
        kinds = OF_KIND.get(word) or (ZONES if types[:1] == ("PARK",) else ())
        if self.resolution is None:
            return None
        if means_firm(word) and entity.type is MentionType.EVENT:
            firm = self.firm(entity)
            return firm if firm is not entity else None
        for end in sorted(entity.name.find(kind) + len(kind) for kind in kinds if kind in entity.name):
            starts = range(end - 3, -1, -1) if types == ("PLACE",) else (0,)  # 浙江省衢州市…仪式: 衢州市
            for start in starts:
                whole = self.resolution.named(entity.name[start:end])
                if whole is not None and whole.type.value in types:
                    return whole
        if types == ("PLACE",) and entity.type in _PLACED:
            heads = (self.resolution.named(entity.name[:end]) for end in range(2, 5))
            return next((e for e in heads if e and any(n.endswith(kinds) for n in _full_names(e))), None)
        if types == ("PLACE",) and entity.type is MentionType.EVENT:  # 某论坛暨中国（安徽）自贸区发布会: 安徽
            ends = range(2, _LONGEST_PLACE + 1)
            parts = (entity.name[at : at + n] for at in range(len(entity.name)) for n in ends)
            inner = (e for e in map(self.resolution.named, parts) if e and e.type is MentionType.PLACE)
            return next((e for e in inner if any(n.endswith(kinds) for n in _full_names(e))), None)
        return None

    def whole(self, word: str, place: Entity) -> Entity:
        """Return the place that 全市 is, rather than ``place`` where that is only a part of it.

        It is what the word meant before, or what was spoken of: 宜昌市, not 枝江市 in it.
        """
        if word[0] not in "全我" or place.type is not MentionType.PLACE:
            return place
        kinds = OF_KIND.get(word, ())
        told = [self.wholes[word[-1]]] if word[-1] in self.wholes else self.topics[::-1]
        around = (e for e in told if e.type is MentionType.PLACE and e.name.endswith(kinds))
        outer = next((e for e in around if lies_in(gazetteer(), place.name, e.name)), place)
        self.wholes[word[-1]] = outer
        return outer

    def only_group(self) -> Entity | None:
        """Return the only group that the document names, wherever it does."""
        named = self.resolution.entities if self.resolution is not None else ()
        groups = [e for e in named if e.type is MentionType.ORG and e.name.endswith(_GROUP_ENDS)]
        same = len({e.name[:2] for e in groups}) == 1  # 江海集团, 江海水泥集团有限公司
        return groups[0] if same else None

    def names_many(self, word: str) -> bool:
        """Tell whether the document names several zones that ``word`` may mean."""
        named = self.resolution.entities if self.resolution is not None else ()
        kinds = OF_KIND.get(word, ())
        return sum(e.type is MentionType.PARK and e.name.endswith(kinds) for e in named) > 1


def _full_names(entity: Entity) -> set[str]:
    """Return the name of an entity and, for a place, the full names of the places that may be meant."""
    if entity.type is MentionType.DOCUMENT:
        return {bare_paper(entity.name)}
    if entity.type is not MentionType.PLACE:
        return {entity.name}
    rows = gazetteer().lookup(entity.name)
    return {entity.name, *(row.canonical for row in rows if row.type is MentionType.PLACE)}
