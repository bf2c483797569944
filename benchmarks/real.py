"""Real text: how many of the facts are found that readers of real sentences and pages took from them.

    python benchmarks/real.py [--part dev|held] [--show]

``benchmarks/real/*.jsonl`` hold the facts alone; the texts lie in ../shared, where each row's ``file`` and
``row`` find them: a row of FinRE or UNER, an item of a market digest or of television news, a whole page. Odd
rows are ``dev``, even ones ``held``.
"""

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kg.document import Document
from kg.evaluate import Evaluation, evaluate
from kg.pipeline import Options, tools, understand
from kg.reading import Skipped, read_paths

GOLD = Path(__file__).resolve().parent / "real"
SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = ("finre", "uner", "wind", "xwlb", "pages")


@cache
def texts(name: str) -> tuple[str, ...]:
    """Return the texts of a file of ../shared: of its rows, or its paragraphs without marks and numbers."""
    path = SHARED / name
    if path.suffix == ".jsonl":
        return tuple(json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
    body = re.sub(r"^---.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
    items = re.split(r"\n\s*\n|\n(?=\d+\.)", body)
    plain = (re.sub(r"<[^>]+>|\[查看原文\]\([^)]*\)|[*#]+", "", item.strip()).strip() for item in items)
    return tuple(re.sub(r"^\d+\.\s*", "", item) for item in plain)


def document_of(row: dict[str, Any]) -> Document | None:
    """Return the text that a row's facts were taken from, as a document of its day."""
    if row["row"] is None:
        read = next(iter(read_paths([str(SHARED / row["file"])])))
        return None if isinstance(read, Skipped) else read
    return Document(row["id"], texts(row["file"])[row["row"]], day=date.fromisoformat(row["published"]))


def rows_of(name: str, part: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a set that belong to ``part`` (``dev``, ``held`` or ``all``)."""
    lines = (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()
    yield from map(json.loads, lines if part == "all" else lines[part == "held" :: 2])


def judged(name: str, part: str) -> Evaluation:
    """Return how what is read from a part of a set compares with its gold."""
    nlp, rules = tools(Options())
    wanted, found = {}, {}
    for row in rows_of(name, part):
        document = document_of(row)
        if document is not None:
            wanted[row["id"]] = row
            record = understand(document, nlp, rules).record()
            found[row["id"]] = json.loads(json.dumps(record))
    return evaluate(wanted, found)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Facts of real sentences and pages")
    parser.add_argument("--part", choices=("dev", "held", "all"), default="held")
    parser.add_argument("--show", action="store_true", help="print what is missing and what is wrong")
    options = parser.parse_args()
    print(f"{'set':8}{'core':>7}{'given':>7}{'P':>8}{'core R':>8}{'time':>8}{'status':>8}")
    for name in SETS:
        result = judged(name, options.part)
        total = result.total
        shares = "".join(f"{x:8.3f}" for x in (total.precision, total.recall, total.time, total.status))
        print(f"{name:8}{total.core:7}{total.predicted:7}{shares}")
        for sign, wrong in (("-", result.missed), ("+", result.wrong)) if options.show else ():
            for judgement in wrong:
                fact = judgement.fact
                print(
                    sign, judgement.article, fact["subject"], fact["relation"], fact["label"], fact["object"]
                )


if __name__ == "__main__":
    main()
