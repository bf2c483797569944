"""What the tables of names say of a thing: which row it is, where that lies, and its last part of an IRI.

In: names as articles have them. Out: :class:`Row`, one thing of ``ontology/names``. Two names that lead to
one row are one thing; a name that leads to several is none of them until something tells which.
"""

import re
from collections import Counter
from collections.abc import Iterable
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

#: How the full names of divisions of China end.
DIVISION = re.compile(r"(?:特别行政区|(?:..族)*自治[区州县旗]|[省市县区州盟旗]|地区)$")


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


def is_city(row: Row) -> bool:
    """Tell whether a row is a province or a city that has counties."""
    place = gazetteer().places.get(row.code)
    return place is not None and place.level in ("province", "city")


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
        return DIVISION.sub("", entry.name) == DIVISION.sub("", place.name)
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


def segment_in(name: str, type_: MentionType, article: str, sense: str = "") -> str:
    """Return the last part of the IRI of what is known in one article only.

    ``sense`` tells one of that name in the article from another.
    """
    kind = kind_of(type_)
    class_ = "" if kind is MentionType.PERSON else f":{load_classes()[kind].id}"
    told = f":{slug(sense)}" if sense else ""
    return f"{slug(name)}{class_}{told}::{slug(article)}"


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


def rows_named(names: Iterable[str], type_: MentionType) -> dict[Row, Entry]:
    """Return the rows that the first of ``names`` which the tables have may mean, with sure names first."""
    doubtful: dict[Row, Entry] = {}
    for name in names:
        found = dict(readings(name, type_))
        if any(entry.sure or len(name) == 1 for entry in found.values()):
            return found
        doubtful = doubtful or found
    return doubtful
