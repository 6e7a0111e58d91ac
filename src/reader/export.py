"""Writes the reader as ONNX, as float32 or with 8-bit weights.

8 bits, dynamically: every weight matrix is stored per column, symmetric; its input is quantised as it comes
(DynamicQuantizeLinear, MatMulInteger). Word vectors are stored per row. Made with python3-onnx alone.
"""
import argparse
import hashlib

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import HEADS, WIDTH, layer_count

OPSET = 14


def averaged(paths):
    """The mean of several checkpoints' weights: steadier than the last one's (Izmailov et al., 2018)."""
    states = [torch.load(path)["reader"] for path in paths]
    return {key: sum(state[key] for state in states) / len(states) for key in states[0]}


class Graph:
    """Collects nodes; every method adds some and returns the name of what comes out."""

    def __init__(self, state, bits):
        self.state, self.bits = {k: v.numpy() for k, v in state.items()}, bits
        self.nodes, self.weights, self.count = [], [], 0

    def constant(self, name, array):
        if all(w.name != name for w in self.weights):
            self.weights.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    def integers(self, *values):
        return self.constant("int64." + ".".join(map(str, values)), numpy.array(values, dtype=numpy.int64))

    def number(self, value):
        return self.constant(f"float.{value}", numpy.array(value, dtype=numpy.float32))

    def add(self, kind, *inputs, outputs=1, **attributes):
        names = []
        for _ in range(outputs):
            self.count += 1
            names.append(f"{kind}.{self.count}")
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x, name):
        weight = self.state[name + ".weight"].T
        bias = self.constant(name + ".bias", self.state[name + ".bias"])
        if self.bits == 32 or weight.shape[1] < 16:
            return self.add("Add", self.add("MatMul", x, self.constant(name + ".weight", weight)), bias)
        most = 2 ** (self.bits - 1) - 1
        scale = numpy.maximum(numpy.abs(weight).max(0), 1e-8) / most
        rounded = numpy.clip(numpy.round(weight / scale), -most, most).astype(numpy.int8)
        quantised, x_scale, x_zero = self.add("DynamicQuantizeLinear", x, outputs=3)
        product = self.add(
            "MatMulInteger", quantised, self.constant(name + ".weight8", rounded), x_zero,
            self.constant("zero8", numpy.array(0, dtype=numpy.int8)))
        scales = self.add("Mul", x_scale, self.constant(name + ".scale", scale.astype(numpy.float32)))
        return self.add("Add", self.add("Mul", self.add("Cast", product, to=TensorProto.FLOAT), scales), bias)

    def embedding(self, name, ids):
        table = self.state[name + ".weight"]
        if self.bits == 32:
            return self.add("Gather", self.constant(name, table), ids)
        scale = numpy.maximum(numpy.abs(table).max(1, keepdims=True), 1e-8) / 127
        rounded = numpy.round(table / scale).astype(numpy.int8)
        row = self.add("Cast", self.add("Gather", self.constant(name + "8", rounded), ids), to=TensorProto.FLOAT)
        scales = self.constant(name + ".scale", scale.astype(numpy.float32))
        return self.add("Mul", row, self.add("Gather", scales, ids))

    def norm(self, x, name):
        centred = self.add("Sub", x, self.add("ReduceMean", x, axes=[-1]))
        spread = self.add("ReduceMean", self.add("Mul", centred, centred), axes=[-1])
        root = self.add("Sqrt", self.add("Add", spread, self.number(1e-12)))
        weight = self.constant(name + ".weight", self.state[name + ".weight"])
        bias = self.constant(name + ".bias", self.state[name + ".bias"])
        return self.add("Add", self.add("Mul", self.add("Div", centred, root), weight), bias)

    def gelu(self, x):
        erf = self.add("Erf", self.add("Div", x, self.number(1.4142135381698608)))
        return self.add("Mul", self.add("Mul", x, self.add("Add", erf, self.number(1.0))), self.number(0.5))

    def slice(self, x, start, end, axis):
        return self.add("Slice", x, start, end, self.integers(axis))

    def heads(self, x):
        shaped = self.add("Reshape", x, self.integers(0, 0, HEADS, WIDTH // HEADS))
        return self.add("Transpose", shaped, perm=[0, 2, 1, 3])

    def attention(self, x, mask, layer):
        q, k, v = (self.heads(self.linear(x, f"{layer}.{part}")) for part in ("query", "key", "value"))
        product = self.add("MatMul", q, self.add("Transpose", k, perm=[0, 1, 3, 2]))
        scores = self.add("Mul", product, self.number((WIDTH // HEADS) ** -0.5))
        share = self.add("Softmax", self.add("Add", scores, mask), axis=-1)
        mixed = self.add("Transpose", self.add("MatMul", share, v), perm=[0, 2, 1, 3])
        return self.linear(self.add("Reshape", mixed, self.integers(0, 0, WIDTH)), f"{layer}.out")

    def build(self):
        length = self.slice(self.add("Shape", "input_ids"), self.integers(1), self.integers(2), 0)
        kinds = self.add("Gather", self.constant("kinds", self.state["kinds.weight"]), "token_type_ids")
        places = self.slice(self.constant("places", self.state["places.weight"]), self.integers(0), length, 0)
        x = self.add("Add", self.add("Add", self.embedding("words", "input_ids"), places), kinds)
        x = self.norm(x, "norm")
        absent = self.add("Sub", self.number(1.0), self.add("Cast", "attention_mask", to=TensorProto.FLOAT))
        bias = self.add("Mul", absent, self.number(-10000.0))
        mask = self.add("Unsqueeze", bias, self.integers(1, 2))
        for n in range(layer_count(self.state, "layers.")):
            layer = f"layers.{n}"
            x = self.norm(self.add("Add", x, self.attention(x, mask, layer)), f"{layer}.norm1")
            inner = self.linear(self.gelu(self.linear(x, f"{layer}.up")), f"{layer}.down")
            x = self.norm(self.add("Add", x, inner), f"{layer}.norm2")
        span = self.add("Add", self.linear(x, "span"), self.add("Unsqueeze", bias, self.integers(2)))
        start, end = self.add("Split", span, axis=2, outputs=2)
        first = self.add("Squeeze", self.slice(x, self.integers(0), self.integers(1), 1), self.integers(1))
        answers = self.linear(self.add("Tanh", self.linear(first, "pool")), "answers")
        for name, value, axis in (("start_logits", start, 2), ("end_logits", end, 2), ("answerability", answers, 1)):
            self.nodes.append(helper.make_node("Squeeze", [value, self.integers(axis)], [name]))
        return self.model()

    def model(self):
        shape = ["batch", "length"]
        inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, shape)
                  for name in ("input_ids", "attention_mask", "token_type_ids")]
        outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
                   for name in ("start_logits", "end_logits")]
        outputs.append(helper.make_tensor_value_info("answerability", TensorProto.FLOAT, ["batch"]))
        graph = helper.make_graph(self.nodes, "reader", inputs, outputs, self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="verbatim")
        model.ir_version = 8
        onnx.checker.check_model(model)
        return model


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", help=".onnx file to write; its SHA-256 is written beside it")
    parser.add_argument("checkpoints", nargs="+", help="one, or several to average")
    parser.add_argument("--bits", type=int, default=8, choices=(7, 8, 32), help="7 for processors without VNNI")
    args = parser.parse_args()
    model = Graph(averaged(args.checkpoints), args.bits).build()
    data = model.SerializeToString()
    with open(args.out, "wb") as file:
        file.write(data)
    with open(args.out + ".sha256", "w", encoding="ascii") as file:
        file.write(hashlib.sha256(data).hexdigest() + "\n")
    print(f"{len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
