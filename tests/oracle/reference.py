"""The reference: upstream's PyTorch model with the weights and voices of this repository.

The code of the model is the PyPI package kokoro 0.9.4 as it was published. Three things are ours:

- The weights are those of weights/data, dequantised: value = (q - zero_point) * scale, in float32.
- The noise of the harmonic source is drawn by number and not by order, so that any language can
  draw the same. Sample t of harmonic h (0 to 8) is element j = 9 t + h of the seed. Let z be the
  j-th output of SplitMix64, u1 = (high half of z + 1/2) / 2^32 and u2 = (low half + 1/2) / 2^32;
  then the element is sqrt(-2 ln u1) cos(2 pi u2), computed in float64 and rounded to float32.
  kokoro-core/src/noise.rs is the same in Rust.
- The random initial phases of the harmonics are zeros. The audio does not depend on them: upstream
  reads its phases at every 300th sample, by an interpolation that never touches the first sample,
  to which they were added.
"""

import contextlib
import importlib.util
import json
import logging
import sys
import tempfile
import types
import warnings
from pathlib import Path
from unittest import mock

import numpy as np
import torch
from safetensors.torch import load_file

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "weights" / "data"
HARMONICS = 9

# Output of a module -> name of the tensor in a golden file.
OUTPUTS = {
    "bert": "bert",
    "bert_encoder": "bert_encoded",
    "predictor.text_encoder": "duration_encoded",
    "predictor.duration_proj": "duration_logits",
    "predictor.F0_proj": "f0",
    "predictor.N_proj": "energy",
    "text_encoder": "text_encoded",
    "decoder.generator.conv_post": "logits",
}


def upstream():
    """The class KModel, without the rest of the package, which needs a text front end."""
    found = importlib.util.find_spec("kokoro")
    if found is None:
        sys.exit("expected the package kokoro 0.9.4, found none: see tests/oracle/requirements.txt")
    package = types.ModuleType("kokoro")
    package.__path__ = list(found.submodule_search_locations)
    sys.modules["kokoro"] = package
    from kokoro.model import KModel
    from loguru import logger

    logger.remove()
    return KModel


def state_dict():
    """All parameters of weights/data as float32, by upstream's names."""
    stored = {}
    for path in sorted(WEIGHTS.glob("model-*.safetensors")):
        stored |= load_file(path)
    values = {}
    for name, tensor in stored.items():
        if name.endswith((".scale", ".zero_point")):
            continue
        if f"{name}.scale" in stored:
            one_each = (-1,) + (1,) * (tensor.dim() - 1)  # one scale for each row, or one for all
            scale, zero = (
                stored[f"{name}.{part}"].float().view(one_each) for part in ("scale", "zero_point")
            )
            tensor = (tensor.float() - zero) * scale
        values[name] = tensor
    return values


class Reference:
    """The model. `disable_complex`, for exporting, takes upstream's STFT of real numbers."""

    def __init__(self, disable_complex=False):
        warnings.filterwarnings("ignore")
        logging.getLogger("transformers").setLevel(logging.ERROR)
        self.config = json.loads((WEIGHTS / "config.json").read_text(encoding="utf-8"))
        self.voices = load_file(WEIGHTS / "voices.safetensors")
        with tempfile.NamedTemporaryFile(suffix=".pth") as empty:
            torch.save({}, empty.name)  # KModel wants a checkpoint, or else downloads one
            self.model = upstream()("local", self.config, empty.name, disable_complex).eval()
        for module in self.model.modules():
            with contextlib.suppress(ValueError):  # raised where there is no weight norm to fold
                torch.nn.utils.remove_weight_norm(module)
        missing, unexpected = self.model.load_state_dict(state_dict(), strict=False)
        # weights/data lacks what training never changed (weights/README.md) and the STFT's windows.
        left_out = [
            name for name in missing if not any(part in name for part in ("norm", "pooler", "stft"))
        ]
        assert not left_out and not unexpected, (left_out, unexpected)

    def double(self):
        """The same in float64."""
        torch.set_default_dtype(torch.float64)
        self.model.double()
        stft = self.model.decoder.generator.stft
        stft.window = stft.window.double()
        return self

    def ids(self, phonemes):
        """Token ids of the symbols that the vocabulary has, without boundaries."""
        return [
            self.config["vocab"][symbol] for symbol in phonemes if symbol in self.config["vocab"]
        ]

    @torch.no_grad()
    def speak(self, phonemes, voice, speed=1.0, seed=0):
        """Every tensor of tests/golden/README.md, without the batch dimension."""
        ids = self.ids(phonemes)
        tokens = torch.tensor([[0, *ids, 0]])
        style = self.voices[voice][len(phonemes) - 1][None].to(torch.get_default_dtype())
        seen = {"input_ids": tokens, "style": style}
        with watched(self.model, seen), drawn_from(seed):
            seen["audio"], seen["pred_dur"] = self.model.forward_with_tokens(tokens, style, speed)
        whole = lambda x: x.squeeze(0) if x.dim() > 1 and x.shape[0] == 1 else x
        return {name: whole(tensor).detach().contiguous().clone() for name, tensor in seen.items()}


@contextlib.contextmanager
def watched(model, seen):
    """Keeps what the stages give while the model runs."""
    generator = model.decoder.generator
    keep = lambda name: lambda _module, _inputs, output: seen.__setitem__(name, output)
    hooks = [
        model.get_submodule(path).register_forward_hook(keep(name))
        for path, name in OUTPUTS.items()
    ]
    hooks.append(
        generator.register_forward_pre_hook(
            lambda _module, inputs: seen.__setitem__("decoded", inputs[0])
        )
    )
    transform = generator.stft.transform

    def stft(source):
        magnitudes, phases = transform(source)
        seen.update(source=source, harmonics=torch.cat([magnitudes, phases], dim=1))
        return magnitudes, phases

    with mock.patch.object(generator.stft, "transform", stft):
        yield
    for hook in hooks:
        hook.remove()


@contextlib.contextmanager
def drawn_from(seed):
    """Replaces torch's random numbers. A second noise that upstream draws and discards is zeros."""

    def randn_like(x):
        if x.shape[-1] != HARMONICS:
            return torch.zeros_like(x)
        return torch.from_numpy(normals(seed, x.numel()).reshape(x.shape)).to(x.dtype)

    zeros = lambda *shape, **_: torch.zeros(*shape)
    with (
        mock.patch.object(torch, "rand", zeros),
        mock.patch.object(torch, "randn_like", randn_like),
    ):
        yield


def normals(seed, count):
    """The first elements of a seed's noise, float32."""
    u64 = np.uint64
    with np.errstate(over="ignore"):
        z = u64(seed) + (np.arange(count, dtype=u64) + u64(1)) * u64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> u64(30))) * u64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> u64(27))) * u64(0x94D049BB133111EB)
        z ^= z >> u64(31)
    u1, u2 = (
        ((half).astype(np.float64) + 0.5) / 2**32 for half in (z >> u64(32), z & u64(0xFFFFFFFF))
    )
    return (np.sqrt(-2 * np.log(u1)) * np.cos(2 * np.pi * u2)).astype(np.float32)
