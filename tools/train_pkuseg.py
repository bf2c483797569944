"""Train the word model of ontology/models/pkuseg with spacy-pkuseg on the words of UNER.

    python tools/train_pkuseg.py --uner ../shared/ner/uner_train.jsonl --dev ../shared/ner/uner_dev.jsonl \
        -o ontology/models/pkuseg

Needs nothing beside the package's own requirements; about five minutes on one core. Data: Universal NER
on UD_Chinese-GSDSimp, CC BY-SA 4.0 (cite Mayhew et al., NAACL 2024, and Nivre et al., LREC 2020); the
weights carry that licence. Prints word F1 on the development part beside LAC's.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy_pkuseg

from kg.lac import lexer

Words = list[str]


def read_words(path: Path) -> list[Words]:
    """Return the words of each sentence of a UNER file."""
    return [json.loads(line)["words"] for line in path.read_text("utf-8").splitlines()]


def write_lines(path: Path, sentences: Iterable[Words]) -> None:
    """Write sentences as pkuseg reads them: words between blanks, a sentence a line."""
    lines = (" ".join(word.replace(" ", "") for word in words) for words in sentences)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def bounds(words: Sequence[str]) -> set[tuple[int, int]]:
    """Return where each word starts and ends, white space left out."""
    found, at = set(), 0
    for word in words:
        size = len(word.replace(" ", ""))
        if size:
            found.add((at, at + size))
        at += size
    return found


def f1(gold: Sequence[Words], found: Sequence[Words]) -> float:
    """Return the word F1."""
    pairs = [(bounds(a), bounds(b)) for a, b in zip(gold, found, strict=True)]
    right = sum(len(a & b) for a, b in pairs)
    return 2 * right / sum(len(a) + len(b) for a, b in pairs)


def main() -> None:
    """Train, measure and write the model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--uner", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    gold = read_words(options.dev)
    with tempfile.TemporaryDirectory() as folder:
        train, dev = Path(folder) / "train.txt", Path(folder) / "dev.txt"
        write_lines(train, read_words(options.uner))
        write_lines(dev, gold)
        spacy_pkuseg.train(str(train), str(dev), str(options.output), train_iter=options.rounds)
    segmenter = spacy_pkuseg.pkuseg(str(options.output), user_dict=None)
    texts = ["".join(words) for words in gold]
    ours = [segmenter.cut(text) for text in texts]
    lac = [[text[word.start : word.end] for word in lexer().read(text).words] for text in texts]
    size = sum(file.stat().st_size for file in options.output.iterdir()) / 1e6
    print(f"word F1 on dev: pkuseg {f1(gold, ours):.3f}, LAC {f1(gold, lac):.3f}; {size:.1f} MB")


if __name__ == "__main__":
    main()
