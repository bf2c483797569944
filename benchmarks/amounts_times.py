"""Measure find_amounts and find_times in characters a CPU-second.

    python benchmarks/amounts_times.py FILE…

reads the files as text (news without markup is what the figure is for) and repeats each measurement
five times; the best of the five is printed.
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


def main(paths: list[str]) -> None:
    """Print one line for each function."""
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
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
