#!/usr/bin/env python3
"""Speed and memory of this engine beside PyTorch and ONNX Runtime: the same phonemes, in turns, in one run.

    peers.py --int8 model.onnx --work DIR     all engines
    peers.py --engines torch --precisions int8 --kokoro OLD/kokoro --kokoro NEW/kokoro

Every round asks each engine for each of three lengths once; medians over the rounds count. Needs
tests/oracle/requirements.txt and tools/requirements.txt.

torch     upstream's package with the weights of weights/data, eager, float32
ort-fp32  its export to ONNX (upstream's STFT without complex numbers, no noise), made once as DIR/kokoro-fp32.onnx
ort-int8  the community's int8 export, from which weights/data was made; weights/README.md says how to get model.onnx
"""
import argparse
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INT8_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
SHORT = "hˈɛlO, ðɪs ɪz ɐ tˈɛst ʌv kəkˈɔːɹO spˈiʧ."
MEDIUM = ("ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ, ænd ðɛn ɪt ɹˈʌnz əwˈA ˈɪntu ðə dˈɑɹk fˈɔɹəst bəfˈɔɹ "
          "ˈɛniwˌʌn kæn sˈi wˌʌt hˈæpᵊnd.")
LENGTHS = {"short": SHORT, "medium": MEDIUM, "long": " ".join([MEDIUM] * 3)}
VOICE = "af_heart"


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
    vocab = json.loads((ROOT / "weights/data/config.json").read_text(encoding="utf-8"))["vocab"]
    voice = load_file(ROOT / "weights/data/voices.safetensors")[VOICE]
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
    tokens, style = torch.tensor([[0, *ours.ids(MEDIUM), 0]]), ours.voices[VOICE][80][None]
    part = f"{path}.part"
    torch.onnx.export(Speak(ours.model).eval(), (tokens, style), part, opset_version=17, dynamo=False,
                      input_names=["tokens", "style"], output_names=["audio", "durations"],
                      dynamic_axes={"tokens": {1: "tokens"}, "audio": {0: "samples"}, "durations": {0: "tokens"}})
    os.replace(part, path)


def worker(engine, model, threads):
    """One engine in this process: a line of phonemes in, a line of figures out."""
    if engine == "export":
        return export_fp32(model)
    speak = (torch_engine if engine == "torch" else onnx_engine)(model, threads)
    for phonemes in LENGTHS.values():
        speak(phonemes)
    for line in sys.stdin:
        start = time.perf_counter()
        samples = speak(line.rstrip("\n"))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(dict(seconds=seconds, audio_seconds=samples / 24000, peak_mb=peak)), flush=True)


def peer(engine, model, threads):
    """A function from phonemes to figures, computed by another engine in a process of its own."""
    command = [sys.executable, "-W", "ignore", __file__, "--worker", engine, "--model", str(model), "--threads", threads]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def measure(phonemes):
        print(phonemes, file=process.stdin, flush=True)
        line = process.stdout.readline()
        return json.loads(line) if line else sys.exit(f"{engine} failed")

    return measure


def ours(kokoro, precision, threads):
    """The same by `kokoro bench`, which speaks once before it measures."""
    command = [kokoro, "bench", "--json", "--runs", "1", "--threads", threads, "--precision", precision, "--voice", VOICE]
    return lambda phonemes: json.loads(subprocess.check_output([*command, "--phonemes", phonemes]))


def engines(options):
    """Every engine's name and its function from phonemes to figures."""
    found, names = {}, [name for name in options.engines.split(",") if name]
    if "ort-int8" in names:
        if not options.int8 or hashlib.sha256(options.int8.read_bytes()).hexdigest() != INT8_SHA256:
            sys.exit(f"--int8: expected a file of SHA-256 {INT8_SHA256}; weights/README.md says how to get it")
        found["ort-int8"] = peer("ort-int8", options.int8, options.threads)
    if "ort-fp32" in names:
        path = options.work / "kokoro-fp32.onnx"
        if not path.exists():
            options.work.mkdir(parents=True, exist_ok=True)
            subprocess.run([sys.executable, "-W", "ignore", __file__, "--worker", "export", "--model", path], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found["ort-fp32"] = peer("ort-fp32", path, options.threads)
    if "torch" in names:
        found["torch"] = peer("torch", "", options.threads)
    others = list(found)
    for kokoro in options.kokoro or ["target/release/kokoro"]:
        for precision in filter(None, options.precisions.split(",")):
            found[f"{kokoro} {precision}"] = ours(kokoro, precision, options.threads)
    return found, others


def report(figures, others):
    """Times real time, in brackets against the best of the others; peak memory of the process after the longest."""
    median = lambda name, length, what: statistics.median(run[what] for run in figures[name][length])
    speed = lambda name, length: median(name, length, "audio_seconds") / median(name, length, "seconds")
    first = next(iter(figures))
    seconds = [f"{median(first, length, 'audio_seconds'):.1f} s" for length in LENGTHS]
    print(f"| engine | {' | '.join(seconds)} | peak memory |\n|---|---|---|---|---|")
    for name in figures:
        best = {length: max((speed(other, length) for other in others), default=None) for length in LENGTHS}
        against = lambda length: f" ({speed(name, length) / best[length]:.1f})" if best[length] else ""
        cells = [f"{speed(name, length):.1f} ×{against(length)}" for length in LENGTHS]
        print(f"| {name} | {' | '.join(cells)} | {median(name, 'long', 'peak_mb'):.0f} MB |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=5, metavar="N", help="rounds [5]")
    arguments.add_argument("--threads", default="2", metavar="N", help="threads of every engine [2]")
    arguments.add_argument("--engines", default="ort-int8,ort-fp32,torch", metavar="LIST", help="others than ours")
    arguments.add_argument("--precisions", default="f32,bf16,int8", metavar="LIST", help="ours")
    arguments.add_argument("--kokoro", action="append", metavar="BIN", help="our program; several are compared")
    arguments.add_argument("--int8", type=Path, metavar="FILE", help="the community's int8 export")
    arguments.add_argument("--work", type=Path, default=Path("target/peers"), metavar="DIR", help="where the export goes")
    arguments.add_argument("--worker", help=argparse.SUPPRESS)
    arguments.add_argument("--model", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.worker:
        return worker(options.worker, options.model, int(options.threads))
    found, others = engines(options)
    figures = {name: {length: [] for length in LENGTHS} for name in found}
    for _ in range(options.runs):
        for length, phonemes in LENGTHS.items():
            for name, measure in found.items():
                figures[name][length].append(measure(phonemes))
    report(figures, others)


if __name__ == "__main__":
    main()
