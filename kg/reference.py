"""What the tables of names say of a thing: which row it is, where that lies, and its last part of an IRI.

In: names as articles have them. Out: :class:`Row`, one thing of ``ontology/names``. Two names that lead to
one row are one thing; a name that leads to several is none of them until something tells which.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.gazetteer import Entry, Gazetteer, Place, gazetteer
from kg.iris import slug
from kg.model import MentionType
from kg.ontology_schema import load_classes

#: Types that readers confuse for one and the same name; all others stand apart.
_KIND_OF_TYPE = {
    MentionType.PARK: MentionType.ORG,
    MentionType.FACILITY: MentionType.ORG,
    MentionType.GROUP: MentionType.ORG,
}
CHINA = "CHN"

_FULL_ENDING = re.compile(r"(?:特别行政区|(?:..族)*自治[区州县旗]|[省市县区州盟旗]|地区)$")


def kind_of(type_: MentionType) -> MentionType:
    """Return the type that stands for all types one thing may be tagged with."""
    return _KIND_OF_TYPE.get(type_, type_)


@dataclass(frozen=True, slots=True)
class Row:
    """A thing of the tables.

    ``code`` is its GB/T 2260 code (divisions of China) or ISO 3166-1 alpha-3 code (countries), else empty;
    ``within`` the code of what it lies in, ``segment`` the last part of its IRI.
    """

    table: str
    name: str
    type: MentionType
    code: str
    within: str
    segment: str

    @property
    def kind(self) -> MentionType:
        """The type that stands for all it may be tagged with."""
        return kind_of(self.type)


def row_of(entry: Entry) -> Row:
    """Return the row that an entry of the gazetteer belongs to."""
    return _row(entry.table, entry.canonical, entry.type, entry.code, entry.parent)


@cache
def _row(table: str, name: str, type_: MentionType, code: str, parent: str) -> Row:
    if table == "places":
        return division(code)
    if table == "countries":
        return Row(table, name, type_, code, "", segment(name, type_))
    within = code if table in ("zones", "bodies", "universities") else parent
    central = table == "bodies" and not name.startswith(_begin(code))
    return Row(table, name, type_, "", "" if central else within, segment(name, type_))


def _begin(code: str) -> str:
    """Return what the names of a division's own bodies begin with; central bodies stand under Beijing too."""
    place = gazetteer().places.get(code)
    return place.name[:2] if place is not None else "~"


def division(code: str) -> Row:
    """Return the row of a division of China.

    Raises:
        KeyError: there is none of that code.
    """
    place = gazetteer().places[code]
    within = place.parent or CHINA
    return Row("places", place.name, MentionType.PLACE, code, within, _division_segment(place))


def _division_segment(place: Place) -> str:
    """Return the name, with the names of what it lies in where the tables know two of that name."""
    if _places_by_name()[place.name] == 1:
        return slug(place.name)
    chain = gazetteer().chain(place.code)
    path = "".join(part.name for part in reversed(chain[:2]))
    return slug(path) if _paths()[path] == 1 else f"{slug(path)}:{place.code}"


@cache
def _places_by_name() -> Counter[str]:
    tables = ("places", "countries", "regions", "cities_world")
    return Counter(row["name"] for table in tables for row in gazetteer().rows(table))


@cache
def _paths() -> Counter[str]:
    names = gazetteer()
    chains = (names.chain(code)[:2] for code in names.places)
    return Counter("".join(part.name for part in reversed(chain)) for chain in chains)


@cache
def country(code: str) -> Row | None:
    """Return the row of a country by its ISO 3166-1 alpha-3 code."""
    for row in gazetteer().rows("countries"):
        if row["code"] == code:
            return _row("countries", row["name"], MentionType.PLACE, code, "")
    return None


def outer(row: Row) -> Row | None:
    """Return what a thing lies in, one step up; nothing for a country."""
    if row.within in gazetteer().places:
        return division(row.within)
    return country(row.within) if row.within else None


def lies_in(row: Row, other: Row) -> bool:
    """Tell whether ``row`` lies in ``other``, in one step or several."""
    above = outer(row)
    return above is not None and (above == other or lies_in(above, other))


def readings(name: str, type_: MentionType) -> list[tuple[Row, Entry]]:
    """Return the rows that ``name`` may mean where an article tags it ``type_``; full names alone if any.

    A zone may be tagged as a place. Names of the past count where the thing is still the same: a place that
    was raised from county to district, or renamed as a city; not one that was merged into another.
    """
    names = gazetteer()
    found = names.lookup(name) or (names.letters.get(name, ()) if type_ is MentionType.PLACE else ())
    kind = kind_of(type_)
    fitting = [e for e in found if kind_of(e.type) is kind]
    if not fitting and type_ is MentionType.PLACE:
        fitting = [e for e in found if e.type is MentionType.PARK]
    rows = {row_of(e): e for e in reversed(fitting) if "former" not in e.flags or _is_same_place(names, e)}
    whole = {row: entry for row, entry in rows.items() if row.name == name}
    chosen = whole or rows
    # 浦东 is the district, not also the area of that name in another table.
    divisions = {row: entry for row, entry in chosen.items() if row.code}
    return sorted((divisions or chosen).items(), key=lambda item: (item[0].segment, item[0].table))


def _is_same_place(names: Gazetteer, entry: Entry) -> bool:
    place = names.places.get(entry.code)
    if place is None or place.level == "former":
        return True
    if place.level == "county":
        return _FULL_ENDING.sub("", entry.name) == _FULL_ENDING.sub("", place.name)
    return not entry.name.endswith(("县", "区"))


def segment(name: str, type_: MentionType) -> str:
    """Return the last part of the IRI of a thing that goes by its name alone.

    It depends on name and kind and nothing else. The kind that the name tells by itself (a table has it, or
    its ending) goes plain, any other ends in its class: no article can take an IRI from another.
    """
    kind = kind_of(type_)
    return slug(name) if kind is _told_by(name) else f"{slug(name)}:{load_classes()[kind].id}"


# A colon never comes from a name, so that no name can take one of these; Turtle and SPARQL let it stand.


def segment_of_person(name: str, body: str, title: str) -> str:
    """Return the last part of the IRI of a person of whom an article tells a post."""
    return f"{slug(name)}:{body}:{slug(title)}"


def segment_in(name: str, type_: MentionType, article: str) -> str:
    """Return the last part of the IRI of what is known in one article only."""
    kind = kind_of(type_)
    class_ = "" if kind is MentionType.PERSON else f":{load_classes()[kind].id}"
    return f"{slug(name)}{class_}::{slug(article)}"


def is_of_one_article(key: str) -> bool:
    """Tell whether a key was made by :func:`segment_in`, or of one that was."""
    return "::" in key


def _told_by(name: str) -> MentionType:
    names = gazetteer()
    whole = [e for e in names.lookup(name) if e.canonical == name]
    if whole:
        return kind_of(whole[0].type)
    endings = names.suffix_of(name)
    return kind_of(endings[0].type) if endings else MentionType.ORG


# Forms of one official name

_GOVERNMENT = re.compile(r"(?<=[省市县区州旗盟])政府$")
_PARTY = re.compile(r"^(?:中共|中国共产党)(?=.{2,}委)|(?<=[省市县区州旗盟工]委)员会$")
_LEGAL = re.compile(r"(?<=股份|集团|控股)有限(?:责任)?公司$")
_STATE = re.compile(r"^中华人民共和国(?=.{3,})")


def official(name: str, type_: MentionType) -> str:
    """Return the form under which an organisation or document goes that no table has.

    长沙市政府 is 长沙市人民政府, 中共长沙市委 is 长沙市委, 甲股份有限公司 is 甲股份, 长沙市科技局 is
    长沙市科学技术局 (as the tables of provincial bodies have it), 中华人民共和国甲法 is 甲法.
    """
    kind = kind_of(type_)
    if kind is MentionType.ORG:
        name = _LEGAL.sub("", _PARTY.sub("", _GOVERNMENT.sub("人民政府", name)))
        place, rest = _headed(name)
        name = place + _departments().get(rest, rest)
    return _STATE.sub("", name) if kind in (MentionType.ORG, MentionType.DOCUMENT) else name


def _headed(name: str) -> tuple[str, str]:
    """Split off the division a name begins with (长沙市|科技局)."""
    for end in range(min(len(name) - 2, 12), 2, -1):
        head = name[:end]
        if _FULL_ENDING.search(head) and name[end:] in _departments():
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


# Names that name nothing by themselves

_LONGEST_WORD = 10
_BARE_HEAD = re.compile(r"^(?:[省市县州镇乡村](?=..)|区(?=委|政府|人大|政协|.{1,6}局$)|[本该我各某](?=.))")
_NUMBER = re.compile(
    r"第[0-9一二三四五六七八九十百]+[届批次号期]?|首[届批次]|[0-9一二三四五六七八九十百千万两]+[余多]?[家个所名位届批次年月季度]+"
)


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["word"] for row in gazetteer().rows("generic")) | gazetteer().suffixes.keys()


@cache
def is_bare(name: str) -> bool:
    """Tell whether a name is made of endings and common words only, so that it names nothing by itself.

    市政府, 信息中心, 公告 and 首批13家企业 mean another thing in every other article.
    """
    if _BARE_HEAD.search(name):
        return True
    reached = {0}
    for end in range(1, len(name) + 1):
        pieces = (name[start:end] for start in reached if end - start <= _LONGEST_WORD)
        if any(piece in _generic() or _NUMBER.fullmatch(piece) for piece in pieces):
            reached.add(end)
    return len(name) in reached


def rows_named(names: Iterable[str], type_: MentionType) -> dict[Row, Entry]:
    """Return the rows that the first of ``names`` which the tables have may mean, with sure names first."""
    doubtful: dict[Row, Entry] = {}
    for name in names:
        found = dict(readings(name, type_))
        if any(entry.sure or len(name) == 1 for entry in found.values()):
            return found
        doubtful = doubtful or found
    return doubtful
