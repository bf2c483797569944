"""What one article says of each thing it names, as far as that tells which thing it is.

In: an article's contribution. Out: for each entity a :class:`Profile` with its key, the last part of
its IRI. The key depends on this article, the tables and the curated decisions, never on another article: so
an IRI is the same from run to run and whatever else is read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.contribution import Contribution
from kg.decisions import NONE, Decisions
from kg.forms import is_bare, is_statistic, official
from kg.gazetteer import gazetteer
from kg.model import Entity, Evidence, Fact, MentionType, Status
from kg.reference import (
    Row,
    is_city,
    is_of_one_article,
    kind_of,
    lies_in,
    outer,
    rows_named,
    segment,
    segment_in,
    segment_of_person,
)

#: Shorter second names (中心) name another thing in every other article; a bracket may define shorter ones.
_SHORTEST_ALIAS, _SHORTEST_DEFINED = 4, 3
_NO_NAME = re.compile(r"某|^[\u4e00-\u9fff](?:先生|女士|氏)?$|^[老小][\u4e00-\u9fff]$")
#: Villages, streets and squares of one name are everywhere.
_MINOR = re.compile(r"(?:镇|乡|村|路|街|巷|道|广场|街道|社区|新村|大桥|公园|小区)$")
_FORMER = re.compile("^(?:原|前|时任|现任|曾任)(?=..)")
_OF_COUNTRY = re.compile(r"国家|全国|中国|中华|国务院|中央|[一-龥]{2,}法(?:典)?$")
_A_SHARE = re.compile(r"(?:sh|sz|bj)?([03648]\d{5})(?:\.(?:SH|SZ|SS|BJ))?", re.IGNORECASE)
_HONG_KONG = re.compile(r"(?:hk)?(\d{5})(?:\.HK)?|(\d{4})\.HK", re.IGNORECASE)


class Name(NamedTuple):
    """A name with the kind of thing it names: homonyms of different kinds are different things.

    ``sense`` is that of :class:`kg.model.Entity`, for homonyms of one kind.
    """

    text: str
    kind: MentionType
    sense: str = ""


def name_of(entity: Entity) -> Name:
    """Return the entity's own name with its kind."""
    return Name(entity.name, kind_of(entity.type), entity.sense)


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a person holds or held: the body's key, the body's name and the title."""

    body: str
    title: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class OtherName:
    """The key that a second name would have alone, the name, and the rule by which the article gives it."""

    key: str
    name: str
    rule: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One thing of one article.

    ``rule`` tells how its key was found: ``table.name``, ``table.place``, ``name``, ``person.post`` or, where
    nothing ties it to what other articles name, ``article``. ``hints`` are rows that its name may also mean.
    ``codes`` are stock codes and unified social credit codes with their system (``cn:601899``). A person with
    a ``sense`` is told apart from another of that name in the article.
    """

    article: str
    key: str
    name: str
    kind: MentionType
    rule: str
    row: Row | None = None
    hints: tuple[str, ...] = ()
    names: tuple[OtherName, ...] = ()
    codes: tuple[tuple[str, Evidence], ...] = ()
    posts: tuple[Post, ...] = ()
    sense: str = ""


@dataclass(slots=True)
class _Said:
    """What the facts of the article say of one entity."""

    codes: dict[str, Evidence] = field(default_factory=dict)
    posts: list[Fact] = field(default_factory=list)
    within: list[Entity] = field(default_factory=list)
    aliases: dict[str, Evidence] = field(default_factory=dict)


def profiles(contribution: Contribution, decisions: Decisions = NONE) -> list[Profile]:
    """Return a profile for each entity of an article, in their order.

    Args:
        contribution: what was read in it; its id is the article's.
        decisions: a person's, of which those count that set this article's things apart.
    """
    said: dict[Name, _Said] = defaultdict(_Said)
    for fact in contribution.facts:
        _note(said[name_of(fact.subject)], fact)
    reader = _Article(contribution, said, decisions)
    return [reader.profile(entity) for entity in contribution.entities]


def _note(said: _Said, fact: Fact) -> None:
    if fact.status is Status.DENIED:
        return
    match fact.relation, fact.object:
        case "ticker", str(code):
            for known in codes_of(code):
                said.codes.setdefault(known, fact.evidence)
        case "credit_code", str(code):
            said.codes.setdefault(f"uscc:{code}", fact.evidence)
        case (("post" | "founder"), Entity()):
            said.posts.append(fact)
        case "located_in", Entity() as place:
            said.within.append(place)
        case "alias", str(alias):
            said.aliases.setdefault(alias, fact.evidence)


def codes_of(code: str) -> Iterable[str]:
    """Yield a printed stock code with its market, in one form: sh601899, 601899.SH and 601899 are one."""
    if found := _A_SHARE.fullmatch(code):
        yield f"cn:{found[1]}"
    elif found := _HONG_KONG.fullmatch(code):
        yield f"hk:{(found[1] or found[2]).zfill(5)}"


class _Article:
    """Finds the keys of one article's things, each with the others in view."""

    def __init__(self, contribution: Contribution, said: Mapping[Name, _Said], decisions: Decisions) -> None:
        self.id, self.said, self.decisions = contribution.id, said, decisions
        self.meta, entities = contribution.meta, contribution.entities
        self.rows: dict[Name, dict[Row, bool]] = {}
        for entity in entities:
            if kind_of(entity.type) is not MentionType.PERSON:
                found = rows_named((entity.name, *entity.aliases), entity.type)
                self.rows[name_of(entity)] = {row: e.sure or len(e.name) == 1 for row, e in found.items()}
        single = [next(iter(rows.items())) for rows in self.rows.values() if len(rows) == 1]
        self.places = [row for row, sure in single if sure and row.type is MentionType.PLACE]
        holders = [
            body for one in said.values() for fact in one.posts if isinstance(body := fact.object, Entity)
        ]
        self.keys = {name_of(entity): self.key(entity) for entity in (*entities, *holders)
                     if kind_of(entity.type) is not MentionType.PERSON}  # fmt: skip

    def profile(self, entity: Entity) -> Profile:
        name = name_of(entity)
        said = self.said.get(name) or _Said()
        if kind_of(entity.type) is MentionType.PERSON:
            posts = (*(self.post(fact) for fact in said.posts), *self.desk(entity))
            key, rule = self.person(entity, posts)
            told = posts if rule != "article" else ()
            return Profile(self.id, key, entity.name, name.kind, rule, posts=told, sense=entity.sense)
        key, rule, row = self.keys[name]
        kind = row.kind if row is not None else name.kind
        hints = tuple(row.segment for row in self.rows[name]) if row is None else ()
        names = () if rule == "article" else tuple(self.other_names(entity, key, said))
        codes = tuple(sorted(said.codes.items())) if rule != "article" else ()
        return Profile(self.id, key, entity.name, kind, rule, row, hints, names, codes)

    def key(self, entity: Entity) -> tuple[str, str, Row | None]:
        """Return the key of a thing that is no person, how it was found, and its row of the tables."""
        row, rule = self.row(entity)
        key = row.segment if row is not None else ""
        if row is None:
            form = official(entity.name, entity.type)
            doubtful = bool(self.rows.get(name_of(entity)))
            if doubtful or _is_local(form, entity.type):
                return self.local(entity), "article", None
            key, rule = segment(form, entity.type), "name" if form == entity.name else "name.form"
        if self.decisions.alone(key, self.id):
            return segment_in(entity.name, entity.type, self.id), "decision", None
        return key, rule, row

    def row(self, entity: Entity) -> tuple[Row | None, str]:
        """Return the row that the entity's names mean here, if one alone is meant, and how that was found."""
        rows = self.rows.get(name_of(entity), {})
        if len(rows) < 2:
            for row, sure in rows.items():
                if sure or self.by_default(row):
                    return row, "table.name" if sure else "table.default"
            return None, ""
        said = self.said.get(name_of(entity)) or _Said()
        told = {row for place in said.within for row in self.rows.get(name_of(place), {})}
        if len(fitting := _inside(rows, told)) == 1:
            return fitting[0], "table.within"
        cities = [row for row in rows if is_city(row)]
        if (
            len(cities) == 1
        ):  # 西安 is the city, unless 牡丹江, which has a district of that name, is spoken of
            near = [row for row in rows if row not in cities and outer(row) in self.places]
            if not near:
                return cities[0], "table.default"
            fitting = near if not _inside(cities, set(self.places)) else []
        else:
            fitting = _inside(rows, set(self.places))
        return (fitting[0], "table.context") if len(fitting) == 1 else (None, "")

    def by_default(self, row: Row) -> bool:
        """Tell whether a doubtful name may be taken: nothing here speaks for another thing.

        国资委 is that of the State Council in an article that names no province, 央行 that of China in one
        that names no other country. 河南 is the province; the short name of a county says too little.
        """
        if row.kind is MentionType.PLACE:
            return row.table == "countries" or is_city(row)
        seat = outer(row)
        return row.kind is MentionType.ORG and all(
            place.code in ("CHN", "110000") or (seat is not None and (place == seat or lies_in(seat, place)))
            for place in self.places
        )

    def local(self, entity: Entity) -> str:
        """Return a key of the article's own, for what nothing ties to other articles."""
        return segment_in(entity.name, entity.type, self.id)

    def person(self, entity: Entity, posts: Sequence[Post]) -> tuple[str, str]:
        """Return a person's key: name, body and title of the first post that the article tells."""
        held = [post for post in posts if post.title and not is_of_one_article(post.body)]
        if held and not _NO_NAME.search(entity.name):
            key = segment_of_person(entity.name, held[0].body, held[0].title)
            if not self.decisions.alone(key, self.id):
                return key, "person.post"
        return segment_in(entity.name, entity.type, self.id, entity.sense), "article"

    def post(self, fact: Fact) -> Post:
        body = fact.object
        assert isinstance(body, Entity)
        key = self.keys.get(name_of(body)) or self.key(body)
        title = fact.label if fact.relation == "post" else "创始人"
        return Post(key[0], _FORMER.sub("", title), fact.evidence)

    def desk(self, entity: Entity) -> Iterator[Post]:
        """Yield the post of who edited the page, by what it says of itself."""
        if self.meta.publisher and entity.name in (self.meta.editor or ""):
            publisher = Entity("", self.meta.publisher, MentionType.ORG)
            yield Post(self.key(publisher)[0], "编辑")

    def other_names(self, entity: Entity, key: str, said: _Said) -> Iterable[OtherName]:
        kind = kind_of(entity.type)
        for alias in dict.fromkeys((*entity.aliases, *said.aliases)):
            evidence = said.aliases.get(alias)
            rule = evidence.rule if evidence is not None else "alias"
            shortest = (
                _SHORTEST_DEFINED
                if rule in ("alias.definition", "alias.renamed", "renamed")
                else _SHORTEST_ALIAS
            )
            if len(alias) < shortest or rows_named((alias,), entity.type) or _is_local(alias, entity.type):
                continue
            other = segment(official(alias, kind), kind)
            if other != key:
                yield OtherName(other, alias, rule, evidence)


def _inside(rows: Iterable[Row], around: Set[Row]) -> list[Row]:
    """Return the rows that lie in the places around.

    Not those of which less is told than of another: beside 江苏省 and 南京市, 鼓楼区 is that of 南京.
    """
    found = {row: {place for place in around if lies_in(row, place)} for row in rows}
    return [row for row, told in found.items() if told and not any(told < more for more in found.values())]


def _is_local(name: str, type_: MentionType) -> bool:
    """Tell whether a name that no table has says nothing outside its article."""
    match kind_of(type_):
        case MentionType.PRODUCT if is_statistic(name):
            return True
        case MentionType.INDUSTRY | MentionType.PRODUCT | MentionType.GOAL:
            return False  # these are concepts, and a word for one is the same everywhere
        case MentionType.PLACE:
            return bool(_MINOR.search(name))
        case MentionType.DOCUMENT:
            return is_bare(name) or not (
                _OF_COUNTRY.search(name) or next(gazetteer().scan(name, sure=True), None)
            )
    return is_bare(name)
