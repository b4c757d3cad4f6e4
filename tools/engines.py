#!/usr/bin/env python3
"""One other engine in a process of its own, for peers.py: torch, ort-fp32 or ort-int8.

A line of phonemes comes in, a line of JSON goes out: seconds of computing, seconds of speech, and
peak memory in units of 2^20 bytes. `export` writes the model of ort-fp32 instead.
"""

import argparse
import json
import os
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "weights" / "data"
VOICE = "af_heart"
# What every engine speaks before it is measured, and what the export is traced with.
WARM_UP = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ."


def reference(**options):
    sys.path.insert(0, str(ROOT / "tests" / "oracle"))
    from reference import Reference

    return Reference(**options)


def torch_engine(_model, threads):
    import torch

    torch.set_num_threads(threads)
    ours = reference()

    def speak(phonemes):
        ids = ours.ids(phonemes)
        style = ours.voices[VOICE][len(ids) - 1][None]
        return ours.model.forward_with_tokens(torch.tensor([[0, *ids, 0]]), style, 1.0)[0].numel()

    return speak


def onnx_engine(model, threads):
    import numpy as np
    import onnxruntime
    from safetensors.numpy import load_file

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    vocab = json.loads((DATA / "config.json").read_text(encoding="utf-8"))["vocab"]
    voice = load_file(DATA / "voices.safetensors")[VOICE]
    takes_speed = "speed" in {given.name for given in session.get_inputs()}

    def speak(phonemes):
        ids = [vocab[symbol] for symbol in phonemes if symbol in vocab]
        feed = {"tokens": np.array([[0, *ids, 0]]), "style": voice[len(ids) - 1][None]}
        feed |= {"speed": np.ones(1, np.float32)} if takes_speed else {}
        return session.run(None, feed)[0].size

    return speak


def export_fp32(path):
    """Upstream's model as an ONNX file of float32."""
    import torch

    class Speak(torch.nn.Module):
        def __init__(self, model):
            super().__init__()
            self.model = model

        def forward(self, tokens, style):
            return self.model.forward_with_tokens(tokens, style, 1.0)

    ours = reference(disable_complex=True)
    torch.rand = lambda *shape, **_: torch.zeros(*shape)
    torch.randn_like = torch.zeros_like
    tokens, style = (
        torch.tensor([[0, *ours.ids(WARM_UP), 0]]),
        ours.voices[VOICE][len(WARM_UP)][None],
    )
    part = f"{path}.part"
    torch.onnx.export(
        Speak(ours.model).eval(),
        (tokens, style),
        part,
        opset_version=17,
        dynamo=False,
        input_names=["tokens", "style"],
        output_names=["audio", "durations"],
        dynamic_axes={"tokens": {1: "tokens"}, "audio": {0: "samples"}, "durations": {0: "tokens"}},
    )
    os.replace(part, path)


def serve(speak):
    """Speaks the lines of standard input, after a first one that does not count."""
    speak(WARM_UP)
    for line in sys.stdin:
        start = time.perf_counter()
        samples = speak(line.rstrip("\n"))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures = dict(seconds=seconds, audio_seconds=samples / 24000, peak_mb=peak)
        print(json.dumps(figures), flush=True)


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("engine", choices=["torch", "ort-fp32", "ort-int8", "export"])
    arguments.add_argument("--model", metavar="FILE", help="the ONNX file to run or to write")
    arguments.add_argument("--threads", type=int, default=2, metavar="N")
    options = arguments.parse_args()
    if options.engine == "export":
        export_fp32(options.model)
    else:
        engine = torch_engine if options.engine == "torch" else onnx_engine
        serve(engine(options.model, options.threads))


if __name__ == "__main__":
    main()
