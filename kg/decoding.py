"""The best sequence of labels under scores and transitions (Viterbi), many sequences at once."""

from bisect import bisect_left
from collections.abc import Sequence

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
    best = np.zeros((steps, len(scores), transitions.shape[0]), dtype=np.float32)
    for row, i in enumerate(order):
        best[: len(scores[i]), row] = scores[i]
    for step in range(1, steps):
        rows = going[step]
        best[step, :rows] += (best[step - 1, :rows, :, None] + transitions).max(axis=1)
    before = np.ascontiguousarray(transitions.T)
    labels = np.zeros((steps, len(scores)), dtype=np.int64)
    for step in range(steps - 1, -1, -1):
        rows, further = going[step], going[step + 1]
        onward = best[step, :further] + before[labels[step + 1, :further]] if further else best[step, :0]
        labels[step, :further] = onward.argmax(axis=1)
        labels[step, further:rows] = best[step, further:rows].argmax(axis=1)
    paths: list[npt.NDArray[np.int64]] = [labels[:0, 0]] * len(scores)
    for row, i in enumerate(order):
        paths[i] = labels[: len(scores[i]), row]
    return paths
