"""Checkpoints in the form of the official kokoro-v1_0.pth.

That is five state dicts, keys under `module.`, convolutions under weight norm: `g` is the length of
each row of the weight, and `v` the row times a random factor, as after training.

usage: save_pth.py full STATE_DICT.safetensors VOICES_BIN_DIR OUT_DIR
           a whole model and its voices, to compare an import with
       save_pth.py tiny OUT_DIR
           the test fixtures, a few kB
"""
import collections, os, sys
import numpy as np, torch
from safetensors.torch import load_file, save_file

PARTS = ["bert", "bert_encoder", "predictor", "decoder", "text_encoder"]
torch.manual_seed(0)


def is_normed(name, value):
    """All of upstream's convolutions but F0_proj, N_proj and noise_convs have weight norm."""
    plain = any(part in name for part in ("F0_proj", "N_proj", "noise_convs"))
    return name.endswith("weight") and value.dim() == 3 and not plain


def nested(state):
    parts = {part: collections.OrderedDict() for part in PARTS}
    for name, value in state.items():
        part, key = name.split(".", 1)
        if is_normed(name, value):
            ones = [1] * (value.dim() - 1)
            norm = value.double().flatten(1).norm(dim=1).reshape(-1, *ones)
            parts[part]["module." + key + "_g"] = norm.float()
            factor = 0.5 + torch.rand(value.shape[0], *ones)
            parts[part]["module." + key + "_v"] = value * factor
        else:
            parts[part]["module." + key] = value
    return parts


def tiny(out):
    state = {name: torch.randn(shape) for name, shape in [
        ("bert.embeddings.word_embeddings.weight", (3, 2)),
        ("bert_encoder.weight", (2, 3)),
        ("predictor.F0.0.conv1.weight", (2, 3, 3)),
        ("predictor.F0_proj.weight", (1, 2, 1)),
        ("predictor.F0.0.norm1.fc.weight", (4, 2)),
        ("decoder.generator.ups.0.weight", (4, 2, 5)),
        ("text_encoder.cnn.0.0.weight", (2, 2, 3)),
    ]}
    save_file(state, f"{out}/tiny.safetensors")
    parts = nested(state)
    parts["bert"]["module.pooler.weight"] = torch.randn(2, 2)
    parts["bert"]["module.embeddings.position_ids"] = torch.arange(4)
    parts["predictor"]["module.F0.0.norm1.norm.weight"] = torch.ones(2)
    parts["predictor"]["module.F0.0.norm1.norm.bias"] = torch.zeros(2)
    # a transposed view and a parameter: torch.save keeps both as they are
    turned = state["bert_encoder.weight"].T.contiguous()
    parts["bert_encoder"]["module.weight"] = torch.nn.Parameter(turned).data.T
    projection = torch.nn.Parameter(state["predictor.F0_proj.weight"])
    parts["predictor"]["module.F0_proj.weight"] = projection
    torch.save(parts, f"{out}/tiny.pth")
    parts["predictor"]["module.F0.0.norm1.norm.bias"] = torch.tensor([0.0, 0.5])
    torch.save(parts, f"{out}/affine.pth")
    torch.save(torch.arange(6.0).reshape(2, 1, 3), f"{out}/voice.pt")


def full(state_dict, voices, out):
    os.makedirs(f"{out}/voices", exist_ok=True)
    torch.save(nested(load_file(state_dict)), f"{out}/kokoro.pth")
    for file in sorted(os.listdir(voices)):
        values = torch.from_numpy(np.fromfile(f"{voices}/{file}", dtype="<f4")).reshape(510, 1, 256)
        torch.save(values, f"{out}/voices/{file.removesuffix('.bin')}.pt")


{"tiny": tiny, "full": full}[sys.argv[1]](*sys.argv[2:])
