"""The gold tables of amounts and times: our own (tests/values) and the shared ones, read at run time."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

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
