"""The gold tables of amounts and times: our own (tests/values) and the shared ones, read at run time."""

import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kg.amounts import Amount, find_amounts
from kg.times import find_times

OWN = Path(__file__).parent / "values"
SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def own_rows(name: str) -> list[list[str]]:
    """Return the cells of a table of tests/values, an absent last cell as an empty one."""
    lines = (OWN / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [[*line.split("\t"), ""] for line in lines if line and not line.startswith("#")]


def shared_rows(path: str) -> list[dict[str, Any]]:
    """Return the rows of a shared JSON Lines file; skip the test where it is absent."""
    file = SHARED / path
    if not file.is_file():
        pytest.skip(f"{file} is not here")
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def wanted_amounts(cell: str) -> list[tuple[Decimal, str, str, Decimal | None]]:
    """Return value, unit, kind and upper end of the amounts that a cell of tests/values lists."""
    wanted = []
    for item in filter(None, cell.split("; ")):
        value, unit, *rest = item.split()
        kind = rest[0] if rest else "exact"
        high = Decimal(rest[1]) if len(rest) > 1 else None
        wanted.append((Decimal(value), "" if unit == "-" else unit, kind, high))
    return wanted


@dataclass
class Figures:
    """How a table was read: of ``total`` values so many right, so many kinds, and texts read amiss."""

    total: int = 0
    right: int = 0
    kinds: int = 0
    false: list[str] = field(default_factory=list)


def upper(amount: Amount) -> Decimal | None:
    """Return the upper end of a range."""
    return amount.high if amount.kind == "range" else None


def own_amounts(table: str) -> Figures:
    """Read our own table of amounts."""
    figures = Figures()
    for text, cell, *_ in own_rows(f"amounts_{table}"):
        wanted = wanted_amounts(cell)
        found = [(a.value, a.unit, a.kind, upper(a)) for a in find_amounts(text)]
        figures.total += len(wanted)
        figures.kinds += sum(item in found for item in wanted)
        bare = [(f[0], f[1], f[3]) for f in found]
        figures.right += sum((value, unit, high) in bare for value, unit, _, high in wanted)
        if not wanted and found:
            figures.false.append(text)
    return figures


def shared_amounts() -> Figures:
    """Read the shared table of amounts."""
    figures = Figures()
    for row in shared_rows("values/amounts.jsonl"):
        found = find_amounts(row["text"])
        if "amount" in row:
            figures.false += [row["text"]] * bool(found)
            continue
        figures.total += 1
        if len(found) != 1:
            continue
        amount = found[0]
        # The table names the currency alone where we print the rate (元/千瓦时), and 百分点 without 个.
        unit = amount.unit.removeprefix("个") if amount.unit == "个百分点" else amount.unit
        bounds = {float(amount.value), float(upper(amount) or amount.value)}
        figures.right += bounds == {row["low"], row["high"]} and unit == (row["unit"] or "")
        figures.kinds += amount.kind == row["kind"]
    return figures


def isos(text: str, published: date | None) -> list[str | None]:
    """Return the ISO forms of the times in ``text``, ~ for a vague one."""
    return ["~" if time.vague else time.iso for time in find_times(text, published)]


def own_times(table: str) -> Figures:
    """Read our own table of times."""
    figures = Figures()
    for published, text, cell, *_ in own_rows(f"times_{table}"):
        wanted = cell.split("; ") if cell else []
        found = isos(text, date.fromisoformat(published))
        figures.total += len(wanted)
        figures.right += sum(item in found for item in wanted)
        if not wanted and found:
            figures.false.append(text)
    return figures


def shared_times() -> Figures:
    """Read the shared table of times."""
    figures = Figures()
    for row in shared_rows("values/times.jsonl"):
        figures.total += 1
        found = find_times(row["text"], date.fromisoformat(row.get("published", "2022-01-14")))
        if row["accept"] is None:
            figures.right += not found
        elif len(found) == 1:
            interval = [day and day.isoformat() for day in (found[0].start, found[0].end)]
            figures.right += interval in row["accept"] and found[0].vague == row["vague"]
    return figures
