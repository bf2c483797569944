"""Measure find_amounts and find_times: how much of the tables they read right, and how fast they are.

    python benchmarks/amounts_times.py [FILE…]

prints the figures of the tables of ``tests/values`` and, where they are present, of ``../shared/values``;
then, of files read as text (news without markup is what the figure is for), the characters a CPU-second,
the best of five runs.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kg.amounts import find_amounts
from kg.times import find_times


def speed(find: Callable[[str], object], paragraphs: list[str]) -> float:
    """Return the best of five runs over ``paragraphs`` in characters a CPU-second."""
    find(paragraphs[0])
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for paragraph in paragraphs:
            find(paragraph)
        best = min(best, time.process_time() - start)
    return sum(map(len, paragraphs)) / best


def tables() -> None:
    """Print a line for each table."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    import gold_tables  # the tables and their counting are the tests'

    for name in ("dev", "heldout", "blind"):
        amounts, times = gold_tables.own_amounts(name), gold_tables.own_times(name)
        _line(f"own amounts, {name}", amounts.right, amounts.total, amounts.kinds, len(amounts.false))
        _line(f"own times, {name}", times.right, times.total, None, len(times.false))
    if (gold_tables.SHARED / "values").is_dir():
        amounts, times = gold_tables.shared_amounts(), gold_tables.shared_times()
        _line("shared amounts", amounts.right, amounts.total, amounts.kinds, len(amounts.false))
        _line("shared times", times.right, times.total, None, len(times.false))


def _line(name: str, right: int, total: int, kinds: int | None, false: int) -> None:
    told = "" if kinds is None else f", qualifier {kinds / total:.1%}"
    sys.stdout.write(f"{name}: {right} of {total} ({right / total:.1%}){told}, {false} read amiss\n")


def main(paths: list[str]) -> None:
    """Print the figures of the tables, then the speed of each function."""
    tables()
    if not paths:
        return
    paragraphs = [
        line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line
    ]
    published = date(2022, 1, 14)
    for name, find in (
        ("find_amounts", find_amounts),
        ("find_times", lambda text: find_times(text, published)),
    ):
        sys.stdout.write(f"{name}: {speed(find, paragraphs):,.0f} characters a CPU-second\n")


if __name__ == "__main__":
    main(sys.argv[1:])
