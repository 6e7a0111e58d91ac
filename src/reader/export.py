"""Writes the reader as ONNX with 8-bit weights, without the word vectors, which are those of the encoder.

8 bits, dynamically: every weight matrix is stored per column, symmetric; its input is quantised as it comes
(DynamicQuantizeMatMul). Made with python3-onnx alone.
"""
import argparse
import os
import zlib

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import HEADS, layer_count

OPSET = 17
RUNTIME = "com.microsoft"


def averaged(paths):
    """The mean of several checkpoints' weights: steadier than the last one's (Izmailov et al., 2018)."""
    states = [torch.load(path)["reader"] for path in paths]
    return {key: sum(state[key] for state in states) / len(states) for key in states[0]}


class Graph:
    """Collects nodes; every method adds some and returns the name of what comes out."""

    def __init__(self, state, bits, words):
        self.state, self.bits, self.words = {k: v.numpy() for k, v in state.items()}, bits, words
        self.nodes, self.weights, self.count = [], [], 0

    def constant(self, name, array):
        if all(w.name != name for w in self.weights):
            self.weights.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    def integers(self, *values):
        return self.constant("int64." + ".".join(map(str, values)), numpy.array(values, dtype=numpy.int64))

    def add(self, kind, *inputs, outputs=1, domain="", **attributes):
        names = []
        for _ in range(outputs):
            self.count += 1
            names.append(f"{kind}.{self.count}")
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def fused(self, kind, *inputs, **attributes):
        """An operator of ONNX Runtime's own, which does at once what is many in the standard."""
        return self.add(kind, *inputs, domain=RUNTIME, **attributes)

    def linear(self, x, name):
        weight = self.state[name + ".weight"].T
        bias = self.constant(name + ".bias", self.state[name + ".bias"])
        if self.bits == 32 or weight.shape[1] < 16:
            return self.add("Add", self.add("MatMul", x, self.constant(name + ".weight", weight)), bias)
        most = 2 ** (self.bits - 1) - 1
        scale = numpy.maximum(numpy.abs(weight).max(0), 1e-8) / most
        rounded = numpy.clip(numpy.round(weight / scale), -most, most).astype(numpy.int8)
        return self.fused("DynamicQuantizeMatMul", x, self.constant(name + ".weight8", rounded),
                          self.constant(name + ".scale", scale.astype(numpy.float32)), "", bias)

    def embedding(self):
        """The encoder's own word vectors, which stay in its file."""
        self.weights.append(self.words.left_out())
        scale = self.constant("words.scale", self.words.scale)
        return self.add("DequantizeLinear", self.add("Gather", "words", "input_ids"), scale,
                        self.constant("words.zero", self.words.zero))

    def norm(self, name, *inputs):
        """Of the sum of one or two inputs."""
        weight = self.constant(name + ".weight", self.state[name + ".weight"])
        bias = self.constant(name + ".bias", self.state[name + ".bias"])
        if len(inputs) == 1:
            return self.add("LayerNormalization", *inputs, weight, bias, axis=-1, epsilon=1e-12)
        return self.fused("SkipLayerNormalization", *inputs, weight, bias, epsilon=1e-12)

    def slice(self, x, start, end, axis):
        return self.add("Slice", x, start, end, self.integers(axis))

    def attention(self, x, mask, layer):
        q, k, v = (self.linear(x, f"{layer}.{part}") for part in ("query", "key", "value"))
        mixed = self.fused("MultiHeadAttention", q, k, v, "", mask, num_heads=HEADS)
        return self.linear(mixed, f"{layer}.out")

    def build(self):
        length = self.slice(self.add("Shape", "input_ids"), self.integers(1), self.integers(2), 0)
        kinds = self.add("Gather", self.constant("kinds", self.state["kinds.weight"]), "token_type_ids")
        places = self.slice(self.constant("places", self.state["places.weight"]), self.integers(0), length, 0)
        x = self.norm("norm", self.add("Add", self.add("Add", self.embedding(), places), kinds))
        mask = self.add("Cast", "attention_mask", to=TensorProto.INT32)
        for n in range(layer_count(self.state, "layers.")):
            layer = f"layers.{n}"
            x = self.norm(f"{layer}.norm1", x, self.attention(x, mask, layer))
            inner = self.linear(self.fused("Gelu", self.linear(x, f"{layer}.up")), f"{layer}.down")
            x = self.norm(f"{layer}.norm2", x, inner)
        absent = self.add("Sub", self.constant("one", numpy.array(1, dtype=numpy.float32)),
                          self.add("Cast", "attention_mask", to=TensorProto.FLOAT))
        bias = self.add("Mul", absent, self.constant("never", numpy.array(-10000, dtype=numpy.float32)))
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
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(RUNTIME, 1)]
        model = helper.make_model(graph, opset_imports=opsets, producer_name="verbatim")
        model.ir_version = 8
        return model


class Words:
    """The word vectors of the quantised encoder, and where in its file they are."""

    def __init__(self, path):
        self.name = os.path.basename(path)
        with open(path, "rb") as file:
            self.file = file.read()
        tensors = {i.name: i for i in onnx.load(path).graph.initializer}
        prefix = next(name for name in tensors if name.endswith("word_embeddings.weight_quantized"))[: -len("quantized")]
        self.table = tensors[prefix + "quantized"]
        self.scale = numpy_helper.to_array(tensors[prefix + "scale"])
        self.zero = numpy_helper.to_array(tensors[prefix + "zero_point"])

    @property
    def bytes(self):
        return self.table.raw_data

    @property
    def offset(self):
        return self.file.index(self.bytes)

    def vectors(self):
        """What they stand for."""
        return (numpy_helper.to_array(self.table).astype(numpy.float32) - self.zero) * self.scale

    def left_out(self):
        """A tensor that only says that whoever loads the model has to give it."""
        tensor = TensorProto(name="words", data_type=self.table.data_type, dims=self.table.dims)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value="encoder.onnx")
        return tensor


def properties(model, words):
    checksum = zlib.crc32(words.bytes + model)
    return f"""\
# Where the word vectors are that reader.onnx leaves out: offset and length in bytes.
words.file = /{words.name}
words.offset = {words.offset}
words.length = {len(words.bytes)}
# Of that table and reader.onnx after it.
crc32 = {checksum:08x}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", help=".onnx file to write; its properties are written beside it")
    parser.add_argument("checkpoints", nargs="+", help="one, or several to average")
    parser.add_argument("--words", required=True, help="the encoder's .onnx file, with word vectors of 8 bits")
    parser.add_argument("--bits", type=int, default=8, choices=(7, 8, 32), help="7 for processors without VNNI")
    args = parser.parse_args()
    words = Words(args.words)
    data = Graph(averaged(args.checkpoints), args.bits, words).build().SerializeToString()
    with open(args.out, "wb") as file:
        file.write(data)
    with open(os.path.splitext(args.out)[0] + ".properties", "w", encoding="ascii") as file:
        file.write(properties(data, words))
    print(f"{len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
