"""What the amount grammar reads from ``ontology/names``: units, and phrases that only look like amounts."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, get_args

from kg.errors import OntologyError
from kg.resources import ontology_dir

#: Which numerals may stand before a unit:
#: ``arabic`` digits only; ``compound`` digits or a numeral of two characters and more (两万五千里, not 八里);
#: ``tenths`` ten at most (成); ``common`` a word so common that 一 before it is an article (一个);
#: ``duration`` a stretch of time, which may be a time expression instead (近五年); ``index`` points of an
#: index; ``class`` a sort of things, which any numeral may count.
Guard = Literal["", "arabic", "compound", "tenths", "common", "duration", "index", "class"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as one surface form names it.

    ``printed`` is what JSON and RDF show (an ISO 4217 code for money); a number before the surface
    times ``factor`` is the value in it. ``iri`` is the QUDT unit, empty where there is none.
    """

    surface: str
    printed: str
    dimension: str
    factor: Decimal
    iri: str
    guard: Guard
    not_before: frozenset[str]


@cache
def units() -> dict[str, Unit]:
    """Return the units by surface form.

    Raises:
        OntologyError: a line of the table is malformed; the message names it.
    """
    path = ontology_dir() / "names" / "units.tsv"
    table: dict[str, Unit] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith(("#", "surface\t")) or not line:
            continue
        cells = line.split("\t")
        if len(cells) != 7 or cells[5] not in get_args(Guard) or cells[0] in table:
            raise OntologyError(
                f"{path}:{number}: seven cells, a known guard and a new surface expected: {line}"
            )
        surface, printed, dimension, factor, iri, guard, not_before = cells
        table[surface] = Unit(
            surface,
            printed,
            dimension,
            Decimal(factor),
            iri,
            guard,  # type: ignore[arg-type]  # one of Guard: just checked
            frozenset(not_before),
        )
    return table


@cache
def currencies() -> frozenset[str]:
    """Return the ISO 4217 codes of the currencies, as they are printed; TEU is a unit of boxes."""
    return frozenset(unit.printed for unit in units().values() if unit.dimension == "currency")


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """Return the phrases of ``not_amounts.tsv`` by their first character."""
    lines = (ontology_dir() / "names" / "not_amounts.tsv").read_text(encoding="utf-8").splitlines()
    table: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line and line[0] != "#" and line != "phrase":
            table[line[0]] = (*table.get(line[0], ()), line)
    return table


@cache
def iri_of(printed: str) -> str | None:
    """Return the QUDT IRI (``unit:PERCENT``) of a unit as it is printed, if it has one."""
    return next((unit.iri for unit in units().values() if unit.printed == printed and unit.iri), None)
