"""The name tables of ``ontology/names``: look-up by name or code, and a longest-match scanner.

In: the TSV tables (comments that begin with ``#``, a header row, rows). Out: :class:`Entry` by name,
:class:`Place` by GB/T 2260 code, :class:`Hit` and :class:`TitleHit` by position in a text. Text is
matched as it stands; whoever has traditional characters passes a same-length simplified copy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from kg.errors import OntologyError
from kg.model import MentionType
from kg.resources import ontology_dir

Flag = Literal["short", "former", "ambiguous"]
Row = Mapping[str, str]

# The tables of names that the scanner finds, by the type of their rows; earlier ones win a tie.
TABLES: Final = MappingProxyType(
    {
        "places": MentionType.PLACE,
        "countries": MentionType.PLACE,
        "regions": MentionType.PLACE,
        "cities_world": MentionType.PLACE,
        "zones": MentionType.PARK,
        "bodies": MentionType.ORG,
        "universities": MentionType.ORG,
        "media": MentionType.ORG,
        "companies": MentionType.ORG,
        "listed": MentionType.ORG,
        "events": MentionType.EVENT,
        "policies": MentionType.POLICY,
        "industries": MentionType.INDUSTRY,
        "products": MentionType.PRODUCT,
    }
)
_MAX_MODIFIERS: Final = 5  # 中国区 + 常务 + 副 + 宏观 + 首席 is as long as titles grow


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write one name.

    ``name`` is what is written, ``canonical`` the full name. ``code`` is a GB/T 2260 code for places
    of China, ISO 3166-1 alpha-3 for countries, else the code of the place where the thing is, or
    nothing. ``parent`` is the name or code of what it belongs to. ``flags``: ``short`` (not the full
    name), ``former`` (a name of the past), ``ambiguous`` (as often something else: take it only beside
    other support). ``table`` is the file it stands in, without ``.tsv``.
    """

    name: str
    canonical: str
    type: MentionType
    kind: str = ""
    code: str = ""
    parent: str = ""
    flags: tuple[Flag, ...] = ()
    table: str = ""

    @property
    def sure(self) -> bool:
        """Tell whether the name alone is enough to take it."""
        return "ambiguous" not in self.flags


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at ``[start, end)``; ``entries`` are all its readings, the likeliest first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The likeliest reading."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title found at ``[start, end)``.

    ``head`` is where its last noun begins (会长 of 常务副会长). ``wide`` is before ``start`` where an
    organisation's unit stands before it (市委组织部 of 市委组织部部长), else equal to it. A ``weak``
    one is a title only beside a name or an organisation.
    """

    start: int
    end: int
    head: int
    wide: int
    kind: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division of China; ``code`` and ``parent`` are of GB/T 2260, six digits."""

    code: str
    name: str
    short: tuple[str, ...]
    letters: tuple[str, ...]
    level: Literal["province", "city", "county", "former"]
    parent: str
    former: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suffix:
    """An ending that tells a name's type; a weak one needs a name before it or other support."""

    text: str
    type: MentionType
    weak: bool
    kind: str


_NO_SURNAMES = frozenset({"foreign", "tibetan"})


class Gazetteer:
    """The tables under one folder; each is read when first asked for.

    Raises:
        OntologyError: at first use of a table that is missing or malformed.
    """

    def __init__(self, folder: Path) -> None:
        """Take the tables of ``folder``; nothing is read yet."""
        self.folder = folder

    def rows(self, table: str) -> list[Row]:
        """Return the rows of ``table`` (the file's name without ``.tsv``) as column → value."""
        path = self.folder / f"{table}.tsv"
        try:
            text = path.read_text("utf-8")
        except OSError as error:
            raise OntologyError(f"{path}: {error.strerror}; install zhkg again") from error
        lines = [
            (number, line.split("\t"))
            for number, line in enumerate(text.split("\n"), 1)
            if line and not line.startswith("#")
        ]
        if not lines:
            raise OntologyError(f"{path}: no header row")
        header = lines[0][1]
        for number, values in lines[1:]:
            if len(values) != len(header):
                raise OntologyError(f"{path}:{number}: {len(values)} columns instead of {len(header)}")
        return [dict(zip(header, values, strict=True)) for _, values in lines[1:]]

    # Places

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The divisions of China by code, former ones included."""
        return {
            row["code"]: Place(
                row["code"],
                row["name"],
                _split(row["short"]),
                _split(row["letter"]),
                _level(row["level"]),
                row["parent"],
                _split(row["former"]),
            )
            for row in self.rows("places")
        }

    def places_named(self, name: str) -> tuple[Place, ...]:
        """Return the divisions called ``name``, the highest and lowest-coded first."""
        entries = self.lookup(name)
        return tuple(self.places[entry.code] for entry in entries if entry.code in self.places
                     and entry.type is MentionType.PLACE)  # fmt: skip

    def chain(self, code: str) -> tuple[Place, ...]:
        """Return the division and what it lies in, up to the province; empty for an unknown code."""
        found: list[Place] = []
        while place := self.places.get(code):
            found.append(place)
            code = place.parent
        return tuple(found)

    def lies_in(self, inner: str, outer: str) -> bool:
        """Tell whether the division coded ``inner`` lies in ``outer`` (or is it)."""
        return any(place.code == outer for place in self.chain(inner))

    def is_country(self, name: str) -> bool:
        """Tell whether a country is called ``name``."""
        return any(entry.kind == "countries" for entry in self.lookup(name))

    @cached_property
    def letters(self) -> Mapping[str, tuple[Entry, ...]]:
        """One-letter names of divisions and countries (湘, 美); never found by :meth:`scan`."""
        found: dict[str, list[Entry]] = {}
        for table in ("places", "countries"):
            for row in self.rows(table):
                for letter in _split(row["letter"]):
                    entry = _entry(table, row, letter, ("short", "ambiguous"))
                    found.setdefault(letter, []).append(entry)
        return {letter: tuple(entries) for letter, entries in found.items()}

    # All names

    @cached_property
    def _references(self) -> dict[str, list[tuple[str, Row, tuple[Flag, ...]]]]:
        """Table, row and flags by name: an :class:`Entry` is made only of what is looked up."""
        found: dict[str, list[tuple[str, Row, tuple[Flag, ...]]]] = {}
        for table in TABLES:
            for row in self.rows(table):
                for name, flags in _forms(row):
                    found.setdefault(name, []).append((table, row, flags))
        return found

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        return _lengths_by_head(self._references)

    @cached_property
    def _entries(self) -> dict[str, tuple[Entry, ...]]:
        return {}

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return all readings of ``name``, sure ones first, then in the order of :data:`TABLES`."""
        found = self._entries.get(name)
        if found is None and name in self._references:
            entries = [_entry(table, row, name, flags) for table, row, flags in self._references[name]]
            found = tuple(sorted(entries, key=lambda entry: (not entry.sure, "former" in entry.flags)))
            self._entries[name] = found
        return found or ()

    def scan(self, text: str, *, nested: bool = False, sure: bool = False) -> Iterator[Hit]:
        """Yield the names of ``text`` from left to right, the longest at each place.

        Args:
            text: any text; names of two characters or more are found.
            nested: yield also what begins inside a name already found, and its shorter beginnings.
            sure: leave out names all of whose readings are ambiguous.
        """
        names, lengths, size = self._references, self._lengths, len(text)
        at = 0
        while at < size - 1:
            step = 1
            for length in lengths.get(text[at : at + 2], ()):
                end = at + length
                if end > size or text[at:end] not in names or _cuts_word(text, at, end):
                    continue
                entries = self.lookup(text[at:end])
                if sure and not entries[0].sure:
                    continue
                yield Hit(at, end, entries)
                if not nested:
                    step = length
                    break
            at += step

    # Lexicons

    @cached_property
    def suffixes(self) -> Mapping[str, tuple[Suffix, ...]]:
        """The endings by their text, the likeliest type first."""
        found: dict[str, list[Suffix]] = {}
        for row in self.rows("suffixes"):
            suffix = Suffix(row["suffix"], MentionType(row["type"]), row["strength"] == "weak", row["kind"])
            found.setdefault(suffix.text, []).append(suffix)
        return {text: tuple(sorted(kinds, key=lambda kind: kind.weak)) for text, kinds in found.items()}

    @cached_property
    def _suffix_sizes(self) -> Mapping[str, tuple[int, ...]]:
        """The lengths of the endings by their last character, the longest first."""
        sizes: dict[str, set[int]] = {}
        for text in self.suffixes:
            sizes.setdefault(text[-1], set()).add(len(text))
        return {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}

    @cached_property
    def _suffix_beginnings(self) -> frozenset[str]:
        return frozenset(text[:size] for text in self.suffixes for size in range(1, len(text) + 1))

    def begins_suffix(self, text: str) -> bool:
        """Tell whether a known ending begins with ``text``."""
        return text in self._suffix_beginnings

    def suffix_of(self, name: str) -> tuple[Suffix, ...]:
        """Return the readings of the longest known ending of ``name``; none if it is all ending."""
        if name in self.suffixes:
            return ()
        for length in self._suffix_sizes.get(name[-1:], ()):
            if length < len(name) and (found := self.suffixes.get(name[-length:])):
                return found
        return ()

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        """Surnames and how frequent they are: top, common, rare or compound."""
        rows = self.rows("surnames")
        return {row["name"]: row["frequency"] for row in rows if row["frequency"] not in _NO_SURNAMES}

    @cached_property
    def foreign_name_characters(self) -> frozenset[str]:
        """The characters that spell most foreign names."""
        return frozenset(row["name"] for row in self.rows("surnames") if row["frequency"] == "foreign")

    @cached_property
    def tibetan_names(self) -> re.Pattern[str]:
        """Two or three of the names that Tibetans have in a row: 才让旺杰."""
        parts = [row["name"] for row in self.rows("surnames") if row["frequency"] == "tibetan"]
        return re.compile(f"(?:{'|'.join(parts)}){{2,3}}")

    @cached_property
    def _titles(self) -> "_Titles":
        return _Titles(self.rows("titles"))

    def titles(self, text: str) -> Iterator[TitleHit]:
        """Yield the titles of ``text``, each as long as it goes, from left to right.

        常务副会长 is one, so are 首席宏观分析师 and 党委副书记; 原 and 时任 are left outside.
        """
        return self._titles.scan(text)


class _Titles:
    """The title lexicon, made ready for matching."""

    def __init__(self, rows: Iterable[Row]) -> None:
        parts: dict[str, dict[str, Row]] = {}
        for row in rows:
            parts.setdefault(row["part"], {})[row["title"]] = row
        self.heads = parts["head"]
        # 董事会 and 代表团 begin like a title and are none.
        self.words = {*self.heads, *parts["body"], *parts["pseudo"]}
        self.lengths = _lengths_by_head(self.words)
        self.tails = tuple(sorted(parts["tail"], key=len, reverse=True))
        self.units = {body for body, row in parts["body"].items() if row["flags"] == "unit"}
        self.ranks = {*parts["prefix"], *parts["body"]} - self.units
        self.fields = self.ranks | parts["domain"].keys()
        self.longest = max(map(len, self.fields | self.units))

    def _leads(self, text: str, at: int, word: str) -> bool:
        """Tell whether ``word`` is only the rank of the title behind it: 助理|总经理."""
        end = at + len(word)
        behind = self._longest_word(text, end, self.lengths.get(text[end : end + 2], ()))
        return word in self.ranks and behind in self.heads

    def scan(self, text: str) -> Iterator[TitleHit]:
        at = floor = 0
        while at < len(text) - 1:
            lengths = self.lengths.get(text[at : at + 2], ())
            word = self._longest_word(text, at, lengths) if lengths else ""
            if word not in self.heads or _cuts_word(text, at, at + len(word)) or self._leads(text, at, word):
                at += 1
                continue
            row, end = self.heads[word], at + len(word)
            flags = _split(row["flags"])
            start = self._extend(text, at, floor, self.fields if "field" in flags else self.ranks)
            wide = self._extend(text, start, floor, self.units)
            end += len(next((tail for tail in self.tails if text.startswith(tail, end)), ""))
            yield TitleHit(start, end, at, wide, row["class"], "weak" in flags and start == at)
            at = floor = end

    def _longest_word(self, text: str, at: int, lengths: tuple[int, ...]) -> str:
        pieces = (text[at : at + length] for length in lengths if at + length <= len(text))
        return next((piece for piece in pieces if piece in self.words), "")

    def _extend(self, text: str, start: int, floor: int, words: set[str]) -> int:
        """Return where the modifiers before ``start`` begin; never before ``floor``."""
        for _ in range(_MAX_MODIFIERS):
            longest = min(self.longest, start - floor)
            length = next((n for n in range(longest, 0, -1) if text[start - n : start] in words), 0)
            if not length:
                break
            start -= length
        return start


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the installed tables.

    Raises:
        OntologyError: the installation has no ``ontology/``.
    """
    return Gazetteer(ontology_dir() / "names")


def _split(value: str) -> tuple[str, ...]:
    return tuple(value.split("|")) if value else ()


def _level(value: str) -> Literal["province", "city", "county", "former"]:
    match value:
        case "province" | "city" | "county" | "former":
            return value
    raise OntologyError(f"places.tsv: level {value!r}; province, city, county or former")


def _forms(row: Row) -> Iterator[tuple[str, tuple[Flag, ...]]]:
    """Yield all that a row's thing is called, each form once, with its flags."""
    gone: tuple[Flag, ...] = ("former",) if row.get("level") == "former" else ()
    doubtful = _split(row["ambiguous"])
    seen: set[str] = set()
    columns: tuple[tuple[str, tuple[Flag, ...]], ...] = (
        ("name", gone),
        ("official", gone),
        ("short", (*gone, "short")),
        ("former", ("former",)),
    )
    for column, flags in columns:
        for name in _split(row.get(column, "")):
            if name not in seen:
                seen.add(name)
                yield name, (*flags, "ambiguous") if name in doubtful else flags


def _entry(table: str, row: Row, name: str, flags: tuple[Flag, ...]) -> Entry:
    return Entry(
        name=name,
        canonical=row["name"],
        type=TABLES[table],
        kind=row.get("kind") or row.get("level") or table,
        code=row.get("code") or row.get("place") or "",
        parent=row.get("parent") or row.get("country") or "",
        flags=flags,
        table=table,
    )


def _lengths_by_head(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return by the first two characters how long the names with that beginning are, longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        if len(name) > 1:
            found.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Tell whether the range begins or ends inside a word of Latin letters or digits."""
    return (_latin(text[start]) and start > 0 and _latin(text[start - 1])) or (
        _latin(text[end - 1]) and end < len(text) and _latin(text[end])
    )


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
