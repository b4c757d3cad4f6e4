"""The weights of the tagger as whole numbers with a scale for each row.

    weights.bin   for each of 6 embeddings: f32 [rows] scale, i8 [rows, 96];
                  for the mixer and each of 4 layers: f32 [288] scale, f32 [288] bias,
                  f32 [96] gain and f32 [96] shift of the normalisation,
                  i16 [inputs / 2, 288, 2] weights; the sums are [3 pieces, 96 outputs];
                  f32 [50] bias and f32 [96, 50] weights of the tags' scores.
    tags.txt      the names of the tags, in the order of their scores

A weight is its whole number times the scale of its row. The embeddings, which are two thirds of
all weights, have 8 bits. The layers have 16, of which they use 12: their sums leave room for no
more.
"""

import numpy as np

WIDTH, PIECES = 96, 3
STEPS = np.linspace(0.5, 1.0, 21)  # scales that are tried, relative to the greatest weight's
DAMPING = 1e-3  # of the mean of the diagonal, added to it
LIMIT = 16 * 1024  # of the magnitudes of a layer's inputs, which layer.rs rounds
MIXER_LIMIT = 8 * 1024  # of those of the mixer


def quantize(matrix, squares):
    """Bytes and a scale for each row. `squares` says how much errors matter: an error e of a row
    costs e · squares · e, which is the square of what the mixer makes of it. The columns are
    rounded one after the other, and the error of each is made good by those that are left, as in
    the method GPTQ (Frantar et al., 2022). Of the scales tried, the one that costs least is kept.
    """
    matrix = matrix.astype(np.float64)
    n = matrix.shape[1]
    order = np.argsort(-np.diag(squares), kind="stable")
    damped = squares + np.eye(n) * DAMPING * np.diag(squares).mean()
    factor = np.linalg.cholesky(np.linalg.inv(damped[np.ix_(order, order)])).T
    least, best = np.full(len(matrix), np.inf), np.empty(len(matrix), np.float32)
    codes = np.empty(matrix.shape, np.int8)
    for step in STEPS:
        scale = (np.abs(matrix).max(axis=1) * step / 127).astype(np.float32)
        rounded = round_columns(matrix[:, order], scale[:, None], factor)[:, np.argsort(order)]
        error = rounded * scale[:, None] - matrix
        cost = np.einsum("ri,ij,rj->r", error, squares, error, optimize=True)
        better = cost < least
        least[better], best[better], codes[better] = cost[better], scale[better], rounded[better]
    return codes, best


def round_columns(matrix, scale, factor):
    left, rounded = matrix.copy(), np.empty(matrix.shape)
    for j in range(matrix.shape[1]):
        rounded[:, j] = np.clip(np.rint(left[:, j] / scale[:, 0]), -127, 127)
        error = (left[:, j] - rounded[:, j] * scale[:, 0]) / factor[j, j]
        left[:, j:] -= np.outer(error, factor[j, j:])
    return rounded


def nodes(model, name):
    return [node for node in model.walk() if node.name == name]


def pack_embedding(node, mixer):
    codes, scale = quantize(node.get_param("E"), mixer.T @ mixer)
    return [scale, codes]


def pack_layer(layer, norm, limit):
    """A layer whose sums are less than 2^31 for all inputs of magnitudes up to `limit`."""
    matrix = layer.get_param("W").reshape(WIDTH * PIECES, -1).astype(np.float64)
    most = 2**31 // limit - matrix.shape[1]  # a sum of magnitudes, with room for their rounding
    scale = np.maximum(np.abs(matrix).sum(axis=1) / most, np.abs(matrix).max(axis=1) / 32767)
    scale = scale.astype(np.float32)
    codes = np.rint(matrix / scale[:, None]).astype("<i2")
    assert np.abs(codes.astype(np.int64)).sum(axis=1).max() * limit < 2**31
    by_piece = np.arange(WIDTH * PIECES).reshape(WIDTH, PIECES).T.ravel()
    pairs = codes[by_piece].reshape(WIDTH * PIECES, -1, 2).transpose(1, 0, 2)
    bias = layer.get_param("b").ravel()[by_piece]
    return [scale[by_piece], bias, norm.get_param("G"), norm.get_param("b"), pairs]


def pack(nlp):
    encoder, tagger = nlp.get_pipe("tok2vec").model, nlp.get_pipe("tagger")
    layers, norms = nodes(encoder, "maxout"), nodes(encoder, "layernorm")
    mixer = layers[0].get_param("W").reshape(WIDTH * PIECES, -1).astype(np.float64)
    parts = []
    for i, node in enumerate(nodes(encoder, "hashembed")):
        parts += pack_embedding(node, mixer[:, i * WIDTH : (i + 1) * WIDTH])
    for i, (layer, norm) in enumerate(zip(layers, norms, strict=True)):
        parts += pack_layer(layer, norm, MIXER_LIMIT if i == 0 else LIMIT)
    softmax = nodes(tagger.model, "softmax")[0]
    parts += [softmax.get_param("b"), softmax.get_param("W").T]
    tags = "".join(f"{tag}\n" for tag in tagger.labels)
    packed = b"".join(np.ascontiguousarray(part).tobytes() for part in parts)
    return {"weights.bin": packed, "tags.txt": tags.encode()}
