"""The reader: a BERT encoder, 384 wide, with three small heads. Weights of the base come from an ONNX file.

Per (question, passage): where an answer starts and ends (place 0, [CLS], means "not here"), and how likely it is
that the passage answers at all.
"""
import math

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, HEADS, INNER = 384, 12, 1536


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, drop):
        batch, length, _ = x.shape
        q, k, v = (w(x).view(batch, length, HEADS, -1).transpose(1, 2) for w in (self.query, self.key, self.value))
        with torch.autocast("cpu", enabled=False):  # or the scores, much the largest array, are kept as float32
            scores = ((q * (1 / math.sqrt(WIDTH // HEADS))) @ k.transpose(-1, -2)).add_(mask.to(q.dtype))
            mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + drop(self.out(mixed)))
        return self.norm2(x + drop(self.down(functional.gelu(self.up(x)))))


class Reader(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.frozen = 0  # layers, from below, that aren't trained
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.span = nn.Linear(WIDTH, 2)
        self.pool = nn.Linear(WIDTH, WIDTH)
        self.answers = nn.Linear(WIDTH, 1)

    def forward(self, ids, kinds, attention, drop=lambda x: x):
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds(kinds)
        x = self.norm(x) if self.frozen else drop(self.norm(x))
        mask = (1.0 - attention[:, None, None, :].to(x.dtype)) * -10000.0
        with torch.no_grad():
            for layer in self.layers[: self.frozen]:
                x = layer(x, mask, lambda y: y)
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask, drop)
        span = self.span(x).float() + mask[:, 0, 0, :, None].float()
        answers = self.answers(torch.tanh(self.pool(x[:, 0])))[:, 0].float()
        return span[..., 0], span[..., 1], answers


class Dropout:
    """Dropout with masks cut from one long random tape: drawing fresh ones takes longer than the layers do."""

    def __init__(self, rate, seed):
        draw = torch.rand(1 << 24, generator=torch.Generator().manual_seed(seed))
        self.tape = (draw >= rate).float() / (1 - rate)
        self.random = numpy.random.RandomState(seed)

    def __call__(self, x):
        at = self.random.randint(0, len(self.tape) - x.numel())
        return x * self.tape[at : at + x.numel()].view(x.shape)


def base_weights(path):
    """Names the arrays of an exported BERT: an unnamed matrix is known by the bias its product is added to."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    product_of = {n.output[0]: n.input[1] for n in graph.node if n.op_type == "MatMul"}
    named = dict(arrays)
    for node in graph.node:
        if node.op_type == "Add":
            bias = [name for name in node.input if name.endswith(".bias")]
            product = [name for name in node.input if name in product_of]
            if bias and product:
                named[bias[0][: -len("bias")] + "weight"] = arrays[product_of[product[0]]].T
    return named


def layer_count(names, prefix):
    """How many layers have arrays with names like these."""
    return 1 + max(int(name[len(prefix) :].split(".")[0]) for name in names if name.startswith(prefix))


PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def from_base(path, seed):
    """A reader with the base's encoder and fresh heads."""
    torch.manual_seed(seed)
    named = base_weights(path)
    layers = layer_count(named, "encoder.layer.")
    reader = Reader(layers)
    state = reader.state_dict()

    def put(key, name):
        state[key].copy_(torch.from_numpy(numpy.array(named[name], dtype=numpy.float32)))

    for key, name in (("words", "word"), ("places", "position"), ("kinds", "token_type")):
        put(f"{key}.weight", f"embeddings.{name}_embeddings.weight")
    for kind in ("weight", "bias"):
        put(f"norm.{kind}", f"embeddings.LayerNorm.{kind}")
        for n in range(layers):
            for part, name in PARTS.items():
                put(f"layers.{n}.{part}.{kind}", f"encoder.layer.{n}.{name}.{kind}")
    for head in (reader.span, reader.pool, reader.answers):
        nn.init.normal_(head.weight, std=0.02)
        nn.init.zeros_(head.bias)
    return reader


def from_checkpoint(path):
    """The reader that training wrote."""
    state = torch.load(path)["reader"]
    reader = Reader(layer_count(state, "layers."))
    reader.load_state_dict(state)
    return reader


def from_shipped(path, words):
    """The reader that export.py wrote with weights of 8 bits, with what they stand for.

    words: the encoder's vectors, see export.Words
    """
    arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(path, load_external_data=False).graph.initializer
              if i.name != "words"}
    reader = Reader(layer_count(arrays, "layers."))
    state = reader.state_dict()
    state["words.weight"].copy_(torch.from_numpy(words))
    for key in state.keys() - {"words.weight"}:
        state[key].copy_(torch.from_numpy(numpy.array(shipped_array(arrays, key), dtype=numpy.float32)))
    return reader


def shipped_array(arrays, key):
    name, _, kind = key.rpartition(".")
    if name in ("places", "kinds"):
        return arrays[name]
    if key + "8" in arrays:
        return (arrays[key + "8"] * arrays[name + ".scale"]).T
    return arrays[key].T if kind == "weight" and "norm" not in name else arrays[key]
