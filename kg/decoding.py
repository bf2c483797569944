"""The best sequence of labels under scores and transitions (Viterbi), many sequences at once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

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


def settled_paths(scores: Sequence[Array], transitions: Array) -> list[npt.NDArray[np.int64]]:
    """Return the best labels of each sequence, as :func:`best_paths` does, where transitions weigh little.

    Changing one label of a path changes two transitions: a label that is behind the best of its step by more
    than twice their range is in no best path. Where one label is left, it stands; the few stretches between
    are searched among those that are left.
    """
    if not scores:
        return []
    rows = np.concatenate(scores)
    swing = 2 * float(transitions.max() - transitions.min())
    left = rows >= rows.max(axis=1, keepdims=True) - swing
    labels = rows.argmax(axis=1)
    ends = np.cumsum([len(sequence) for sequence in scores])
    opened = left.sum(axis=1) > 1
    starts = {0, *ends.tolist()}
    for start, end in _stretches(np.flatnonzero(opened).tolist(), starts):
        before = labels[start - 1] if start not in starts else None
        after = labels[end] if end not in starts else None
        labels[start:end] = _searched(rows[start:end], left[start:end], transitions, before, after)
    return np.split(labels, ends[:-1])


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


def _searched(
    rows: Array,
    left: npt.NDArray[np.bool_],
    transitions: Array,
    before: np.int64 | None,
    after: np.int64 | None,
) -> list[int]:
    """Return the best labels of a stretch among those ``left``, between two labels that stand."""
    choices = [np.flatnonzero(step) for step in left]
    best = [rows[0, choices[0]]]
    if before is not None:
        best[0] = best[0] + transitions[before, choices[0]]
    for step in range(1, len(rows)):
        onto = best[-1][:, None] + transitions[np.ix_(choices[step - 1], choices[step])]
        best.append(rows[step, choices[step]] + onto.max(axis=0))
    path: list[int] = []
    following = after
    for found, chosen in zip(reversed(best), reversed(choices), strict=True):
        onward = found if following is None else found + transitions[chosen, following]
        following = chosen[onward.argmax()]
        path.append(int(following))
    return path[::-1]


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
