"""The weights of the tagger in 8 bits.

    weights.bin   for each of 6 embeddings: f32 [rows] scale, i8 [rows, 96];
                  for the mixer and each of 4 layers: f32 [288] scale, f32 [288] bias,
                  f32 [96] gain and f32 [96] shift of the normalisation, i8 [288, inputs];
                  f32 [50] bias and f32 [50, 96] of the tags' scores.
    tags.txt      the names of the tags, in the order of their scores

A weight is its byte times the scale of its row.
"""

import numpy as np

STEPS = np.linspace(0.80, 1.0, 41)  # scales that are tried, relative to the greatest weight's


def quantize(matrix):
    """Bytes and a scale for each row: of the scales tried, the one with the least squared error."""
    matrix = matrix.astype(np.float64)
    greatest = np.abs(matrix).max(axis=1)
    greatest[greatest == 0] = 1
    error = np.full(len(matrix), np.inf)
    scale = np.empty(len(matrix), np.float32)
    codes = np.empty(matrix.shape, np.int8)
    for step in STEPS:
        tried = (greatest * step / 127).astype(np.float32)
        rounded = np.clip(np.rint(matrix / tried[:, None]), -127, 127)
        found = ((rounded * tried[:, None] - matrix) ** 2).sum(axis=1)
        better = found < error
        error[better], scale[better], codes[better] = found[better], tried[better], rounded[better]
    return codes, scale


def nodes(model, name):
    return [node for node in model.walk() if node.name == name]


def pack(nlp):
    encoder, tagger = nlp.get_pipe("tok2vec").model, nlp.get_pipe("tagger")
    parts = []
    for node in nodes(encoder, "hashembed"):
        codes, scale = quantize(node.get_param("E"))
        parts += [scale, codes]
    for layer, norm in zip(nodes(encoder, "maxout"), nodes(encoder, "layernorm"), strict=True):
        weight = layer.get_param("W")
        codes, scale = quantize(weight.reshape(-1, weight.shape[-1]))
        parts += [scale, layer.get_param("b"), norm.get_param("G"), norm.get_param("b"), codes]
    softmax = nodes(tagger.model, "softmax")[0]
    parts += [softmax.get_param("b"), softmax.get_param("W")]
    tags = "".join(f"{tag}\n" for tag in tagger.labels)
    return {"weights.bin": b"".join(part.tobytes() for part in parts), "tags.txt": tags.encode()}
