"""Pack networks of tools/train_names.py into the one that ships: the mean of their scores, in whole numbers.

    python tools/pack_names.py first.onnx second.onnx --calibrate ../shared/ner/uner_train.jsonl \
        -o ontology/models/names.onnx

The products of weights and inputs are those of 8-bit integers (Jacob et al., CVPR 2018): at less than half
the time, and the same on every processor, as sums of whole numbers do not depend on their order. A weight
has seven bits: two products then fit the sixteen that some processors add them in. Ranges of the inputs
are those seen in the text of ``--calibrate`` (UNER's format), fixed, so that a sentence reads the same
whatever stands beside it. The first layers of the networks are one product; a convolution is a product of
each step with its neighbours.

Needs onnx beside the package's own requirements.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from kg.lac import Lexer, lac_folder
from kg.namehead import LABELS, session

STATES = 256  # LAC's upper states
LAC_TAGS = 57  # LAC's scores without its two marks of the ends
TOP = 64  # the largest weight: 2 × 255 × 64 < 2 ** 15
STEPS = 255
LABEL_COUNT = 1 + 2 * len(LABELS)


class Layer(NamedTuple):
    """Weights (inputs × outputs), what is added, and how far apart the steps are that are read."""

    weights: np.ndarray
    bias: np.ndarray
    dilation: int = 0


class Parts(NamedTuple):
    """What a network is made of."""

    entry: Layer
    middle: list[Layer]
    scores: Layer
    transitions: np.ndarray


def read_parts(path: Path) -> Parts:
    """Return the layers of a network as tools/train_names.py writes it."""
    graph = onnx.load(path).graph
    values = {weight.name: numpy_helper.to_array(weight) for weight in graph.initializer}
    products = [values[node.input[1]] for node in graph.node if node.op_type == "MatMul"]
    middle = []
    for node in graph.node:
        if node.op_type == "Conv":
            kernel, bias = (values[name] for name in node.input[1:])
            spread = next(attribute.ints[0] for attribute in node.attribute if attribute.name == "dilations")
            middle.append(Layer(np.concatenate(list(kernel.transpose(2, 1, 0))), bias, spread))
    square = [value for value in values.values() if value.shape == (LABEL_COUNT, LABEL_COUNT)]
    entry, scores = products
    return Parts(
        Layer(entry, values["inp.bias"]), middle, Layer(scores, values["out.bias"]), np.asarray(square[0])
    )


class Packer:
    """Builds the graph; without ranges in plain numbers, to see what the ranges are."""

    def __init__(self, extremes: dict[str, np.ndarray] | None = None) -> None:
        """Take the least and the largest (rows) of the inputs (columns) of each product, by its name."""
        self.extremes = extremes
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.inputs: dict[str, str] = {}  # of each product, the name of what it reads

    def constant(self, name: str, value: np.ndarray | np.generic) -> str:
        """Add a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value).reshape(value.shape), name))
        return name

    def node(self, operation: str, inputs: Sequence[str], output: str, **settings: object) -> str:
        """Add a node and return its output's name."""
        self.nodes.append(helper.make_node(operation, inputs, [output], **settings))
        return output

    def product(self, name: str, value: str, layer: Layer) -> str:
        """Add a layer over ``value`` and return its output's name."""
        self.inputs[name] = value
        bias = self.constant(f"{name}.bias", layer.bias.astype(np.float32))
        if self.extremes is None:
            value = self.beside(name, value, layer.dilation)
            weights = self.constant(f"{name}.weights", layer.weights.astype(np.float32))
            return self.node(
                "Add", [self.node("MatMul", [value, weights], f"{name}.sum"), bias], f"{name}.output"
            )
        extremes = self.extremes[name]
        # an input that reaches far gives of its reach to its weights (Xiao et al., ICML 2023)
        steps = layer.weights.reshape(-1, extremes.shape[1], layer.weights.shape[1])
        evens = np.sqrt(np.abs(extremes).max(axis=0) / np.abs(steps).max(axis=(0, 2))).astype(np.float32)
        low, high = (extremes / evens).min(initial=0), (extremes / evens).max(initial=0)
        scale = (high - low) / STEPS
        self.constant(f"{name}.scale", np.float32(scale))
        self.constant(f"{name}.zero", np.uint8(round(-low / scale)))
        value = self.node("Mul", [value, self.constant(f"{name}.evens", 1 / evens)], f"{name}.even")
        value = self.node("QuantizeLinear", [value, f"{name}.scale", f"{name}.zero"], f"{name}.input")
        value = self.beside(name, value, layer.dilation)
        weights = (steps * evens[:, None]).reshape(layer.weights.shape)
        unit = np.abs(weights).max(axis=0) / TOP
        whole = self.constant(f"{name}.weights", np.round(weights / unit).astype(np.int8))
        units = self.constant(f"{name}.units", unit.astype(np.float32))
        given = [value, whole, f"{name}.scale", units, f"{name}.zero", "", bias]
        return self.node("MatMulIntegerToFloat", given, f"{name}.output", domain="com.microsoft")

    def beside(self, name: str, value: str, distance: int) -> str:
        """Return ``value`` with the steps ``distance`` before and behind it beside each step."""
        if not distance:
            return value
        edges = self.constant(f"{name}.edges", np.array([0, distance, 0, 0, distance, 0]))
        padded = self.node(
            "Pad", [value, edges, *([f"{name}.zero"] if self.extremes else [])], f"{name}.padded"
        )
        axis = self.constant(f"{name}.axis", np.array([1]))
        ends = {"before": (0, -2 * distance), "behind": (2 * distance, np.iinfo(np.int32).max)}
        sides = []
        for side, (start, end) in ends.items():
            start_name = self.constant(f"{name}.{side}.start", np.array([start]))
            end_name = self.constant(f"{name}.{side}.end", np.array([end]))
            sides.append(self.node("Slice", [padded, start_name, end_name, axis], f"{name}.{side}"))
        return self.node("Concat", [sides[0], value, sides[1]], f"{name}.neighbours", axis=2)

    def graph(self, members: Sequence[Parts], shown: Sequence[str] = ()) -> onnx.ModelProto:
        """Return the graph of the mean of ``members``, with the values ``shown`` as outputs too."""
        tags = [
            self.constant(f"tags.{part}", np.array([at]))
            for part, at in (("start", 0), ("end", LAC_TAGS), ("axis", 2))
        ]
        self.node("Slice", ["emissions", *tags], "tags")
        self.node("Concat", ["states", "tags", "embedded"], "features", axis=2)
        self.node("Unsqueeze", ["mask", self.constant("last", np.array([2]))], "inside")
        entries = [member.entry for member in members]
        weights = np.concatenate([entry.weights for entry in entries], axis=1)
        weights[STATES : STATES + LAC_TAGS] /= 4  # the networks learnt from quarters of the scores
        whole = Layer(weights, np.concatenate([entry.bias for entry in entries]))
        self.node("Relu", [self.product("entry", "features", whole)], "entry.positive")
        self.node("Mul", ["entry.positive", "inside"], "hidden")
        hidden = [f"n{at}.0" for at in range(len(members))]
        sizes = self.constant("sizes", np.array([len(entry.bias) for entry in entries]))
        self.nodes.append(helper.make_node("Split", ["hidden", sizes], hidden, axis=2))
        for at, member in enumerate(members):
            for depth, layer in enumerate(member.middle):
                name = f"n{at}.layer{depth}"
                self.node("Relu", [self.product(name, hidden[at], layer)], f"{name}.positive")
                self.node("Add", [hidden[at], f"{name}.positive"], f"{name}.more")
                hidden[at] = self.node("Mul", [f"{name}.more", "inside"], f"n{at}.{depth + 1}")
        self.node("Concat", hidden, "last.hidden", axis=2)
        share = 1 / len(members)
        weights = np.concatenate([member.scores.weights for member in members]) * share
        bias = np.sum([member.scores.bias for member in members], axis=0) * share
        self.node(
            "MatMul",
            ["last.hidden", self.constant("scores.weights", weights.astype(np.float32))],
            "scores.sum",
        )
        self.node("Add", ["scores.sum", self.constant("scores.bias", bias.astype(np.float32))], "scores")
        transitions = np.mean([member.transitions for member in members], axis=0, dtype=np.float32)
        self.node("Identity", [self.constant("labels", transitions)], "transitions")
        steps = ["rows", "characters"]
        given = {"states": STATES, "emissions": LAC_TAGS + 2, "embedded": 128}
        real = TensorProto.FLOAT
        inputs = [helper.make_tensor_value_info(name, real, [*steps, size]) for name, size in given.items()]
        inputs.append(helper.make_tensor_value_info("mask", real, steps))
        outputs = [helper.make_tensor_value_info("scores", real, [*steps, LABEL_COUNT])]
        outputs.append(helper.make_tensor_value_info("transitions", real, [LABEL_COUNT, LABEL_COUNT]))
        outputs += [helper.make_tensor_value_info(name, real, [*steps, None]) for name in shown]
        made = helper.make_graph(self.nodes, "names", inputs, outputs, self.constants)
        domains = [helper.make_opsetid("", 13), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(made, opset_imports=domains, ir_version=8)
        onnx.checker.check_model(model)
        return model


class Watcher:
    """Stands where the network stands and keeps what its products read."""

    def __init__(self, model: onnx.ModelProto, shown: Sequence[str]) -> None:
        """Run ``model`` and keep its outputs ``shown``."""
        self.session = session(model.SerializeToString())
        self.shown = list(shown)
        self.seen: dict[str, list[np.ndarray]] = {name: [] for name in shown}

    def __call__(self, states, emissions, embedded, lengths):
        """Keep the extremes and answer as a network that finds no names."""
        inside = (np.arange(states.shape[1]) < lengths[:, None]).astype(np.float32)
        given = {"states": states, "emissions": emissions, "embedded": embedded, "mask": inside}
        for name, value in zip(self.shown, self.session.run(self.shown, given), strict=True):
            read = value[inside > 0]
            self.seen[name].append(np.stack([read.min(axis=0), read.max(axis=0)]))
        scores = np.zeros((*inside.shape, LABEL_COUNT), dtype=np.float32)
        return scores, np.zeros((LABEL_COUNT, LABEL_COUNT), dtype=np.float32)


def main() -> None:
    """Read the networks, see the ranges of their inputs and write the one that ships."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("networks", type=Path, nargs="+")
    parser.add_argument("--calibrate", type=Path, required=True, help="sentences in UNER's format")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    members = [read_parts(path) for path in options.networks]
    plain = Packer()
    plain.graph(members)
    shown = sorted(set(plain.inputs.values()))
    watcher = Watcher(Packer().graph(members, shown), shown)
    lexer = Lexer(lac_folder(), watcher)
    for line in options.calibrate.read_text("utf-8").splitlines():
        lexer.read(json.loads(line)["text"])
    extremes = {
        name: np.stack([np.min(watcher.seen[value], axis=(0, 1)), np.max(watcher.seen[value], axis=(0, 1))])
        for name, value in plain.inputs.items()
    }
    onnx.save(Packer(extremes).graph(members), options.output)


if __name__ == "__main__":
    main()
