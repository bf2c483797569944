"""The best sequence of labels under scores and transitions (Viterbi), many sequences at once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


def best_paths(scores: Sequence[Array], transitions: Array) -> list[npt.NDArray[np.int64]]:
    """Return the best labels of each sequence.

    Args:
        scores: one array a sequence, steps × labels.
        transitions: the score of each label (rows) being followed by each label (columns).
    """
    if not scores:
        return []
    order = sorted(range(len(scores)), key=lambda i: -len(scores[i]))
    shorter = [-len(scores[i]) for i in order]
    steps = -shorter[0]
    # longest first: the sequences that go on at a step are the first rows
    going = [bisect_left(shorter, -step) for step in range(steps + 1)]  # rows longer than step
    # rows innermost: the sums over pairs of labels then run over whole vectors
    best = np.zeros((steps, transitions.shape[0], len(scores)), dtype=np.float32)
    for row, i in enumerate(order):
        best[: len(scores[i]), :, row] = scores[i]
    onto = np.ascontiguousarray(transitions)[:, :, None]
    for step in range(1, steps):
        rows = going[step]
        best[step, :, :rows] += (best[step - 1, :, None, :rows] + onto).max(axis=0)
    labels = np.zeros((steps, len(scores)), dtype=np.int64)
    for step in range(steps - 1, -1, -1):
        rows, further = going[step], going[step + 1]
        if further:
            onward = best[step, :, :further] + transitions[:, labels[step + 1, :further]]
            labels[step, :further] = onward.argmax(axis=0)
        labels[step, further:rows] = best[step, :, further:rows].argmax(axis=0)
    paths: list[npt.NDArray[np.int64]] = [labels[:0, 0]] * len(scores)
    for row, i in enumerate(order):
        paths[i] = labels[: len(scores[i]), row]
    return paths


class LightTransitions:
    """Transitions that weigh little beside the scores: the best labels are then found at a third of the cost.

    Changing one label of a path changes the transitions before and behind it: a label whose score is below
    that of the best of its step by more than any neighbours could make up for is in no best path. Where one
    label is left, it stands; the few stretches between are searched among those that are left.
    """

    def __init__(self, transitions: Array) -> None:
        """Keep ``transitions``: the score of each label (rows) being followed by each label (columns)."""
        onto = (transitions[:, None, :] - transitions[:, :, None]).max(axis=0)
        onward = (transitions[None, :, :] - transitions[:, None, :]).max(axis=2)
        # a sequence's ends have a neighbour on one side only: neither side counts as less than nothing
        self._made_up: Array = np.maximum(onto, 0) + np.maximum(onward, 0)
        self._weights: list[list[float]] = transitions.tolist()

    def best_paths(self, scores: Sequence[Array]) -> list[npt.NDArray[np.int64]]:
        """Return the best labels of each sequence (steps × labels), as :func:`best_paths` does."""
        if not scores:
            return []
        rows = np.concatenate(scores)
        labels = rows.argmax(axis=1)
        left = rows + self._made_up[labels] >= rows.max(axis=1, keepdims=True)
        ends = np.cumsum([len(sequence) for sequence in scores])
        opened = np.flatnonzero(left.sum(axis=1) > 1)
        steps, labels_left = np.nonzero(left[opened])
        choices: list[list[tuple[int, float]]] = [[] for _ in opened]
        options = zip(labels_left.tolist(), rows[opened[steps], labels_left].tolist(), strict=True)
        for step, option in zip(steps.tolist(), options, strict=True):
            choices[step].append(option)
        starts = {0, *ends.tolist()}
        at = 0
        for start, end in _stretches(opened.tolist(), starts):
            before = [] if start in starts else [[(int(labels[start - 1]), 0.0)]]
            after = [] if end in starts else [[(int(labels[end]), 0.0)]]
            path = self._searched([*before, *choices[at : at + end - start], *after])
            labels[start:end] = path[len(before) : len(path) - len(after)]
            at += end - start
        return np.split(labels, ends[:-1])

    def _searched(self, choices: Sequence[Sequence[tuple[int, float]]]) -> list[int]:
        """Return the best labels, each step having its labels with their scores.

        Plain numbers: there are few steps of few labels, for which arrays cost more than they save.
        """
        best = [score for _, score in choices[0]]
        came: list[list[int]] = []
        for before, step in pairwise(choices):
            rows = [self._weights[label] for label, _ in before]
            sums = [[value + row[to] for row, value in zip(rows, best, strict=True)] for to, _ in step]
            came.append([values.index(max(values)) for values in sums])
            best = [score + max(values) for (_, score), values in zip(step, sums, strict=True)]
        at = best.index(max(best))
        path = [choices[-1][at][0]]
        for step, chosen in zip(reversed(choices[:-1]), reversed(came), strict=True):
            at = chosen[at]
            path.append(step[at][0])
        return path[::-1]


def _stretches(places: Sequence[int], starts: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges that ``places`` (ascending) make, cut where a sequence starts."""
    first = last = -1
    for place in places:
        if place != last or place in starts:
            if last > first >= 0:
                yield first, last
            first = place
        last = place + 1
    if last > first >= 0:
        yield first, last


def marginals(scores: Sequence[Array], transitions: Array) -> list[Array]:
    """Return the probability of each label at each step of each sequence, by forward and backward sums.

    Args:
        scores: one array a sequence, steps × labels.
        transitions: the score of each label (rows) being followed by each label (columns).
    """
    if not scores:
        return []
    lengths = np.array([len(row) for row in scores])
    steps, count = int(lengths.max()), transitions.shape[0]
    weights = np.ones((steps, len(scores), count), dtype=np.float32)
    for row, sequence in enumerate(scores):
        weights[: len(sequence), row] = np.exp(sequence - sequence.max(axis=1, keepdims=True))
    onto = np.exp(transitions - transitions.max())
    before = weights.copy()
    for step in range(steps):
        if step:
            before[step] *= before[step - 1] @ onto
        before[step] /= before[step].sum(axis=1, keepdims=True)
    behind = np.ones((len(scores), count), dtype=np.float32)
    for step in range(steps - 1, -1, -1):  # a sequence that has ended has no say yet
        before[step] *= behind
        behind = np.where((step < lengths)[:, None], (weights[step] * behind) @ onto.T, 1)
        behind /= behind.max(axis=1, keepdims=True)
    before /= before.sum(axis=2, keepdims=True)
    return [before[:length, row] for row, length in enumerate(lengths)]
