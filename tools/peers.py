#!/usr/bin/env python3
"""Speed and memory of this engine beside PyTorch and ONNX Runtime, on the same phonemes.

    peers.py --int8 model.onnx --work DIR     all engines
    peers.py --engines torch --precisions int8 --kokoro OLD/kokoro --kokoro NEW/kokoro

Engines take turns: every round asks each engine for each of three lengths once. The table has
medians over the rounds. Needs tests/oracle/requirements.txt and tools/requirements.txt.

torch     upstream's package with the weights of weights/data, eager, float32
ort-fp32  the same exported to ONNX, with upstream's STFT of real numbers and without noise; made
          once, as DIR/kokoro-fp32.onnx
ort-int8  the community's int8 export, from which weights/data was made; weights/README.md says how
          to get model.onnx
"""

import argparse
import hashlib
import json
import statistics
import subprocess
import sys
from pathlib import Path

ENGINES = [sys.executable, "-W", "ignore", Path(__file__).with_name("engines.py")]
INT8_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
SHORT = "hˈɛlO, ðɪs ɪz ɐ tˈɛst ʌv kəkˈɔːɹO spˈiʧ."
MEDIUM = (
    "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ, ænd ðɛn ɪt ɹˈʌnz əwˈA ˈɪntu ðə dˈɑɹk "
    "fˈɔɹəst bəfˈɔɹ ˈɛniwˌʌn kæn sˈi wˌʌt hˈæpᵊnd."
)
LENGTHS = {"short": SHORT, "medium": MEDIUM, "long": " ".join([MEDIUM] * 3)}
VOICE = "af_heart"


def peer(engine, model, threads):
    """A function from phonemes to figures, computed by another engine in a process of its own."""
    command = [*ENGINES, engine, "--model", str(model), "--threads", threads]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def measure(phonemes):
        print(phonemes, file=process.stdin, flush=True)
        line = process.stdout.readline()
        return json.loads(line) if line else sys.exit(f"{engine} failed")

    return measure


def ours(kokoro, precision, threads):
    """The same by `kokoro bench`, which speaks once before it measures."""
    command = [
        kokoro,
        "bench",
        "--json",
        "--runs",
        "1",
        "--threads",
        threads,
        "--precision",
        precision,
        "--voice",
        VOICE,
    ]
    return lambda phonemes: json.loads(subprocess.check_output([*command, "--phonemes", phonemes]))


def engines(options):
    """Every engine's name and its function from phonemes to figures."""
    found, names = {}, [name for name in options.engines.split(",") if name]
    if "ort-int8" in names:
        if not options.int8 or hashlib.sha256(options.int8.read_bytes()).hexdigest() != INT8_SHA256:
            sys.exit(f"--int8: expected a file of SHA-256 {INT8_SHA256}: see weights/README.md")
        found["ort-int8"] = peer("ort-int8", options.int8, options.threads)
    if "ort-fp32" in names:
        path = options.work / "kokoro-fp32.onnx"
        if not path.exists():
            options.work.mkdir(parents=True, exist_ok=True)
            subprocess.run([*ENGINES, "export", "--model", path], check=True)
        found["ort-fp32"] = peer("ort-fp32", path, options.threads)
    if "torch" in names:
        found["torch"] = peer("torch", "", options.threads)
    others = list(found)
    for kokoro in options.kokoro or ["target/release/kokoro"]:
        for precision in filter(None, options.precisions.split(",")):
            found[f"{kokoro} {precision}"] = ours(kokoro, precision, options.threads)
    return found, others


def report(figures, others):
    """Times real time, in brackets over the best of the others; peak memory after the longest."""
    median = lambda name, length, what: statistics.median(
        run[what] for run in figures[name][length]
    )
    speed = lambda name, length: (
        median(name, length, "audio_seconds") / median(name, length, "seconds")
    )
    first = next(iter(figures))
    seconds = [f"{median(first, length, 'audio_seconds'):.1f} s" for length in LENGTHS]
    print(f"| engine | {' | '.join(seconds)} | peak memory |\n|---|---|---|---|---|")
    for name in figures:
        best = {
            length: max((speed(other, length) for other in others), default=None)
            for length in LENGTHS
        }
        against = lambda length: (
            f" ({speed(name, length) / best[length]:.1f})" if best[length] else ""
        )
        cells = [f"{speed(name, length):.1f} ×{against(length)}" for length in LENGTHS]
        print(f"| {name} | {' | '.join(cells)} | {median(name, 'long', 'peak_mb'):.0f} MB |")


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--runs", type=int, default=5, metavar="N", help="rounds [5]")
    arguments.add_argument(
        "--threads", default="2", metavar="N", help="threads of every engine [2]"
    )
    arguments.add_argument(
        "--engines", default="ort-int8,ort-fp32,torch", metavar="LIST", help="others than ours"
    )
    arguments.add_argument("--precisions", default="f32,bf16,int8", metavar="LIST", help="ours")
    arguments.add_argument(
        "--kokoro", action="append", metavar="BIN", help="our program; several are compared"
    )
    arguments.add_argument("--int8", type=Path, metavar="FILE", help="the community's int8 export")
    arguments.add_argument(
        "--work",
        type=Path,
        default=Path("target/peers"),
        metavar="DIR",
        help="where the export goes",
    )
    options = arguments.parse_args()
    found, others = engines(options)
    figures = {name: {length: [] for length in LENGTHS} for name in found}
    for _ in range(options.runs):
        for length, phonemes in LENGTHS.items():
            for name, measure in found.items():
                figures[name][length].append(measure(phonemes))
    report(figures, others)


if __name__ == "__main__":
    main()
