"""Measure names: exact spans on UNER, entity names and types on the gold files, speed, ablation.

    python benchmarks/ner.py [--shared DIR] [--ablate] [--show uner|gold] [--disable NAME ...]
    python benchmarks/ner.py --marked benchmarks/names [--part dev|train|held] [--show marked]

Reads ../shared (or DIR) and prints one table a set. UNER: exact span and type over PER, LOC and ORG,
where PARK and FACILITY count as LOC or ORG, whichever the gold has. Marked text: exact span and type of the
longest names, a chain of places cut. Gold: unique (name, type) of all
mentions against the entities of the gold files, names compared as tools/score.py does.
"""

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from marked import LETTERS, read_marked
from spacy.language import Language
from spacy.tokens import Doc

from kg.document import Span
from kg.mentions import CANDIDATE, STAGES
from kg.mentions.spans import flat_names
from kg.model import Mention, MentionType
from kg.ner import load_pipeline

NAMES = {
    MentionType.PERSON: ("PER",),
    MentionType.PLACE: ("LOC",),
    MentionType.ORG: ("ORG",),
    MentionType.PARK: ("LOC", "ORG"),
    MentionType.FACILITY: ("LOC", "ORG"),
}
UNLISTED = {MentionType.TITLE, MentionType.AMOUNT, MentionType.DATE}
"""Types that gold files have no entities of."""


@dataclass
class Score:
    """Counts of right, predicted and wanted things."""

    right: int = 0
    found: int = 0
    predicted: int = 0
    gold: int = 0

    def __str__(self) -> str:
        p = self.right / max(self.predicted, 1)
        r = self.found / max(self.gold, 1)
        f1 = 2 * p * r / max(p + r, 1e-9)
        return f"P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  ({self.predicted} predicted, {self.gold} gold)"


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def measure_uner(nlp: Language, path: Path, show: bool = False) -> dict[str, Score]:
    """Score exact spans and types on a UNER file."""
    scores = {kind: Score() for kind in ("all", "PER", "LOC", "ORG")}
    for row in rows(path):
        gold = {(start, end): kind for start, end, kind in row["entities"]}
        doc = nlp(row["text"])
        hits = set()
        wrong = []
        for found in flat_names(doc._.mentions):
            where = (found.span.start, found.span.end)
            kind = gold.get(where, "")
            right = kind in NAMES[found.type]
            if right:
                hits.add(where)
            else:
                wrong.append(f"{found.span.of(row['text'])}/{found.type}<{found.source}>")
            for key in ("all", kind if right else NAMES[found.type][0]):
                scores[key].predicted += 1
                scores[key].right += right
                scores[key].found += right
        for kind in gold.values():
            for key in ("all", kind):
                scores[key].gold += 1
        missed = [f"{row['text'][slice(*where)]}/{kind}" for where, kind in gold.items() if where not in hits]
        if show and (wrong or missed):
            words = " ".join(f"{token.text}/{token.tag_}" for token in doc)
            print(f"{words}\n    - {' '.join(missed)}\n    + {' '.join(wrong)}")
    return scores


def rough_text(path: Path) -> str:
    """Return the text of a page without its tags."""
    text = path.read_text(encoding="utf-8").split("---", 2)[-1]
    text = re.sub(r"(?s)<(style|script).*?</\1>|<!--.*?-->", "", text)
    text = re.sub(r"</p>|<br/?>", "\n", text)
    return re.sub(r"<[^>]+>", "", text).replace("&nbsp;", " ").replace("&amp;", "&")


def gold_articles(shared: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each gold object with the text it annotates."""
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold, rough_text(shared / "articles" / f"{path.stem}.md")
    for row in rows(shared / "gold" / "sentences.jsonl"):
        yield row, row["text"]


def norm(text: str) -> str:
    """Return ``text`` as tools/score.py compares names."""
    text = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s,，。、;；:：!！?？\"“”'‘’《》〈〉()（）\[\]【】·\-—]", "", text)


def measure_gold(nlp: Language, shared: Path, show: bool = False) -> dict[str, Score]:
    """Score unique (name, type) pairs of all mentions against the entities of the gold files."""
    scores = {"sentences": Score(), "articles": Score()} | {str(kind): Score() for kind in MentionType}
    for row, text in gold_articles(shared):
        day = row.get("published")
        doc = nlp.make_doc(text)
        doc._.published = date.fromisoformat(day) if day else None
        doc = nlp(doc)
        gold = [({norm(e["name"]), *map(norm, e["aliases"])}, e["type"], e["name"]) for e in row["entities"]]
        seen: dict[tuple[str, MentionType], str] = {}
        for found in doc._.mentions:
            if found.type not in UNLISTED and found.score >= CANDIDATE:
                name = found.value or found.span.of(text)
                seen.setdefault((norm(name), found.type), f"{name}/{found.type}<{found.source}>")
        part = scores["sentences" if "id" in row else "articles"]
        wrong = []
        for (name, kind), label in seen.items():
            right = any(name in group and kind == want for group, want, _ in gold)
            for score in (part, scores[kind]):
                score.predicted += 1
                score.right += right
            if not right:
                wrong.append(label)
        missed = []
        for group, want, name in gold:
            hit = any((form, MentionType(want)) in seen for form in group)
            for score in (part, scores[want]):
                score.gold += 1
                score.found += hit
            if not hit:
                missed.append(f"{name}/{want}")
        if show and (wrong or missed):
            shown = " ".join(f"{t.text}/{t.tag_}" for t in doc) if "id" in row else row["article"]
            print(f"{shown}\n    - {' '.join(missed)}\n    + {' '.join(wrong)}")
    return {key: score for key, score in scores.items() if score.gold or score.predicted}


def untitled(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of a name without the 《》 of a title, which is the name."""
    titled = text[start:end].startswith("《") and text[start:end].endswith("》")
    return start + titled, end - titled


def longest(mentions: Sequence[Mention]) -> dict[tuple[int, int], MentionType]:
    """Return the longest names among mentions sorted by start; a chain of places as the places in it."""
    found: dict[tuple[int, int], MentionType] = {}
    end = 0
    for outer in mentions:
        if outer.span.start < end:
            continue
        end = outer.span.end
        parts = [outer.span]
        if outer.type is MentionType.PLACE:
            inner = [m.span for m in mentions if m.type is outer.type and outer.span.contains(m.span)]
            parts = chain([span for span in inner if span != outer.span], outer.span.start, end) or parts
        found |= {(span.start, span.end): outer.type for span in parts}
    return found


def chain(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Return those of ``spans`` that fill the range from ``start`` to ``end``, the longest first, or none."""
    links: list[Span] = []
    while start < end:
        link = max((span for span in spans if span.start == start), key=len, default=None)
        if link is None:
            return []
        links.append(link)
        start = link.end
    return links


def measure_marked(nlp: Language, paths: Sequence[Path], show: bool = False) -> dict[str, Score]:
    """Score exact spans and types of the longest names on files of marked text."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            text, marked = read_marked(line)
            gold = {untitled(text, *where): kind for where, kind in marked.items()}
            read = [m for m in nlp(text)._.mentions if m.score >= CANDIDATE and m.type in LETTERS.values()]
            found = longest(read)
            for where, kind in found.items():
                for key in ("all", path.stem, str(kind)):
                    scores[key].predicted += 1
                    scores[key].right += gold.get(where) is kind
            for where, kind in gold.items():
                for key in ("all", path.stem, str(kind)):
                    scores[key].gold += 1
                    scores[key].found += found.get(where) is kind
            missed = [f"{text[slice(*at)]}/{kind}" for at, kind in gold.items() if found.get(at) is not kind]
            wrong = [f"{text[slice(*at)]}/{kind}" for at, kind in found.items() if gold.get(at) is not kind]
            if show and (missed or wrong):
                print(f"{text}\n    - {' '.join(missed)}\n    + {' '.join(wrong)}")
    return dict(scores)


def measure_recall(nlp: Language, path: Path, show: bool = False) -> Score:
    """Count how many named parties of FinRE's pairs are found whole somewhere in their sentence."""
    score = Score()
    for row in rows(path):
        wanted = {side for triple in row["triples"] for side in (triple["subject"], triple["object"])}
        if not wanted:
            continue
        text = row["text"]
        found = {mention.span.of(text) for mention in nlp(text)._.mentions}
        score.gold += len(wanted)
        score.found += len(wanted & found)
        if show and not wanted <= found:
            print(text, "\n    -", *sorted(wanted - found), "\n    +", *sorted(found - wanted))
    return score


def measure_speed(nlp: Language, texts: list[str], rounds: int = 3) -> float:
    """Return characters per CPU second of this process, models loaded."""
    for text in texts:
        nlp(text)
    start = time.process_time()
    for text in texts * rounds:
        nlp(text)
    return rounds * sum(map(len, texts)) / (time.process_time() - start)


def profile(nlp: Language, texts: Sequence[str]) -> Counter[str]:
    """Return CPU seconds per component."""
    spent: Counter[str] = Counter()
    for text in texts:
        at = time.process_time()
        doc: Doc = nlp.make_doc(text)
        for name, component in [("tokenizer", None), *nlp.pipeline]:
            if component is not None:
                doc = component(doc)
            now = time.process_time()
            spent[name] += now - at
            at = now
    return spent


def main() -> None:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--show", choices=("uner", "gold", "finre", "marked"))
    parser.add_argument("--train", action="store_true", help="UNER's training part instead of dev")
    parser.add_argument("--disable", nargs="*", default=[])
    parser.add_argument("--marked", type=Path, help="measure on this folder of marked text, and nothing else")
    parser.add_argument("--part", choices=("dev", "train", "held"), default="held")
    options = parser.parse_args()
    shared: Path = options.shared
    uner = shared / "ner" / ("uner_train.jsonl" if options.train else "uner_dev.jsonl")
    finre = shared / "relations" / "finre_valid.jsonl"
    nlp = load_pipeline(disable=options.disable)
    if options.marked:
        paths = sorted(options.marked.glob(f"*-{options.part}.txt"))
        for key, score in measure_marked(nlp, paths, options.show == "marked").items():
            print(f"{key:15} {score}")
        return
    if options.ablate:
        for name in ("", *STAGES):
            ablated = load_pipeline(disable=[name] if name else [])
            gold = measure_gold(ablated, shared)
            print(f"without {name or 'nothing':16} UNER {measure_uner(ablated, uner)['all']}")
            print(f"{'':24} gold sentences {gold['sentences']}   articles {gold['articles']}")
        return
    if options.show in (None, "uner"):
        for kind, score in measure_uner(nlp, uner, options.show == "uner").items():
            print(f"UNER {kind:10} {score}")
    if options.show in (None, "gold"):
        for kind, score in measure_gold(nlp, shared, options.show == "gold").items():
            print(f"gold {kind:10} {score}")
    if options.show in (None, "finre"):
        parties = measure_recall(nlp, finre, options.show == "finre")
        print(f"FinRE parties found: {parties.found} of {parties.gold}")
    if options.show is None:
        texts = [rough_text(path) for path in sorted((shared / "articles").glob("*.md"))]
        print(f"speed {measure_speed(nlp, texts):,.0f} characters per CPU second")
        spent = profile(nlp, texts)
        total = sum(spent.values())
        print("   ".join(f"{name} {seconds / total:.0%}" for name, seconds in spent.items()))


if __name__ == "__main__":
    sys.exit(main())
