"""What a confidence is worth: of the facts of each confidence, how many are right.

    python benchmarks/reliability.py

Facts of ../shared/articles, ../shared/gold/sentences.jsonl and corpus/, strictly against their gold.
"""

import json
from collections import Counter
from pathlib import Path

from kg.evaluate import evaluate, load_articles
from kg.pipeline import Options, process
from kg.reading import Skipped, read_paths

HOME = Path(__file__).resolve().parents[1]
SHARED = HOME.parent / "shared"
SETS = (
    (SHARED / "articles", SHARED / "gold"),
    (SHARED / "gold" / "sentences.jsonl", SHARED / "gold" / "sentences.jsonl"),
    (HOME / "corpus", HOME / "corpus" / "gold"),
)
#: Lower ends of the rows of the table.
BINS = (0.92, 0.9, 0.88, 0.85, 0.8, 0.75, 0.7, 0.0)


def main() -> None:
    """Print the table."""
    given: Counter[float] = Counter()
    wrong: Counter[float] = Counter()
    for pages, gold in SETS:
        wanted = load_articles(gold)
        read = process(read_paths([str(pages)]), Options(), workers=1)
        found = {item.document.id: item.record() for item in read if not isinstance(item, Skipped)}
        predicted = json.loads(json.dumps({key: found[key] for key in wanted if key in found}))
        result = evaluate(wanted, predicted)
        judged = {name for name, score in result.relations.items() if score.predicted}
        for record in predicted.values():
            given.update(_bin(fact["confidence"]) for fact in record["facts"] if fact["relation"] in judged)
        wrong.update(_bin(judgement.fact["confidence"]) for judgement in result.wrong)
    print(f"{'confidence':12}{'facts':>7}{'right':>8}")
    for low, high in zip(BINS, (1.0, *BINS), strict=False):
        if given[low]:
            print(f"{low:.2f}–{high:.2f}   {given[low]:7}{1 - wrong[low] / given[low]:8.3f}")


def _bin(confidence: float) -> float:
    return next(low for low in BINS if confidence >= low)


if __name__ == "__main__":
    main()
