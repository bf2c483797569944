"""A small network over LAC's inner states that reads names more exactly than LAC's own tags.

In: what the lexical model computes for each character anyway. Out: a score for each label of each
character, to be decoded into persons, places and organisations. ``tools/train_names.py`` trains it
and tells the data.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from kg.errors import ModelError

LABELS = ("PER", "LOC", "ORG")
"""The types, in the order of the outputs: one for outside, then begin and inside of each."""

Array = npt.NDArray[np.float32]
FORBIDDEN = np.float32(-1e4)
"""The score of what never happens."""


def session(model: str | bytes) -> ort.InferenceSession:
    """Return an inference session for ``model`` (a path or the file's bytes) on one thread."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class NameHead:
    """The network; calls share no state and may come from several threads."""

    def __init__(self, path: Path) -> None:
        """Load the network of ``path`` (ONNX).

        Raises:
            ModelError: there is no such file.
        """
        if not path.is_file():
            raise ModelError(f"{path}: no such model; install zhkg again")
        self._session = session(str(path))

    def __call__(
        self, states: Array, emissions: Array, embedded: Array, lengths: npt.NDArray[np.int32]
    ) -> tuple[Array, Array]:
        """Return label scores (rows × characters × labels) and label transitions."""
        inside = (np.arange(states.shape[1]) < lengths[:, None]).astype(np.float32)
        scores, transitions = self._session.run(
            None, {"states": states, "emissions": emissions, "embedded": embedded, "mask": inside}
        )
        scores[:, 0, 2::2] = FORBIDDEN  # a name does not begin with its inside
        return scores, constrained(transitions)


def constrained(transitions: Array) -> Array:
    """Return ``transitions`` with the inside of a name forbidden behind all but its begin and inside."""
    allowed = transitions.copy()
    for label in range(2, transitions.shape[0], 2):
        for before in range(transitions.shape[0]):
            if before not in (label, label - 1):
                allowed[before, label] = FORBIDDEN
    return allowed
