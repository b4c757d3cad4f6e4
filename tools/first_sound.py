#!/usr/bin/env python3
"""The time to the first sound and to the last, beside the ways of two other projects, in one run.

    first_sound.py --ours target/release/examples/first_sound --model model.onnx

ours          the example first_sound: exact, and with low latency
kokoro-onnx   that package (PyPI, 0.6) with the community's int8 export: create_stream()
              gives a chunk for each of its batches of sentences
fastapi       as Kokoro-FastAPI 0.8 does: sentences are packed into chunks of 175 to 250 tokens,
              and PyTorch speaks each chunk

The other engines are given our phonemes, so their own text front ends cost them nothing. "Cold" is
from the start of the process, with imports and loading; "warm" is the median of the runs after it.
Needs tests/oracle/requirements.txt, tools/requirements.txt and kokoro-onnx; weights/README.md says
how to get model.onnx. Rounds of all engines alternate, so that a busy machine is busy for all.
"""

import argparse
import asyncio
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VOICE = "af_heart"
# The texts of kokoro/examples/first_sound.rs.
TEXTS = {
    "word": "OK.",
    "sentence": "The last ferry waits for nobody, not even the mayor.",
    "300 characters": (
        "When the bakery opens at five, the whole street smells of butter, cinnamon and warm "
        "stone, and even the cats come out to look. Beyond the orchard a narrow lane climbs to "
        "three white houses, and from there you can hear the mill. Please keep your ticket until "
        "the very end of the long journey home, please."
    ),
}
TARGET_TOKENS, MOST_TOKENS = 175, 250


def fastapi_chunks(phonemes):
    """Sentences packed as Kokoro-FastAPI packs them."""
    chunks, chunk = [], ""
    for sentence in re.findall(r"[^.!?;:]+[.!?;:]*\s*", phonemes):
        if chunk and len(chunk) + len(sentence) > MOST_TOKENS:
            chunks.append(chunk.strip())
            chunk = ""
        chunk += sentence
        if len(chunk) >= TARGET_TOKENS:
            chunks.append(chunk.strip())
            chunk = ""
    return [*chunks, *([chunk.strip()] if chunk.strip() else [])]


def serve(speak):
    """Phonemes come in as lines; times in seconds to the first chunk and to the last go out."""
    for line in sys.stdin:
        start, first = time.perf_counter(), None
        for _ in speak(line.rstrip("\n")):
            first = first or time.perf_counter() - start
        print(json.dumps({"first": first, "all": time.perf_counter() - start}), flush=True)


def serve_fastapi(options):
    sys.path.insert(0, str(Path(__file__).parent))
    from engines import torch_engine

    engine = torch_engine("", options.threads)
    serve(lambda phonemes: (engine(chunk) for chunk in fastapi_chunks(phonemes)))


def serve_kokoro_onnx(options):
    import numpy as np
    import onnxruntime
    from kokoro_onnx import Kokoro
    from safetensors.numpy import load_file

    voices = load_file(ROOT / "weights" / "data" / "voices.safetensors")
    with tempfile.NamedTemporaryFile(suffix=".npz") as file:
        np.savez(file, **{VOICE: voices[VOICE][:, None, :]})
        file.flush()
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = options.threads
        session = onnxruntime.InferenceSession(
            options.model, settings, providers=["CPUExecutionProvider"]
        )
        kokoro = Kokoro.from_session(session, file.name)

    def speak(phonemes):
        async def chunks():
            async for chunk in kokoro.create_stream(phonemes, VOICE, is_phonemes=True):
                queue.append(chunk)
                return_times.append(time.perf_counter())

        queue, return_times = [], []
        start = time.perf_counter()
        asyncio.run(chunks())
        return start, return_times

    for line in sys.stdin:
        start, times = speak(line.rstrip("\n"))
        print(json.dumps({"first": times[0] - start, "all": times[-1] - start}), flush=True)


class Peer:
    """Another engine in a process of its own."""

    def __init__(self, name, options):
        self.start = time.perf_counter()
        command = [sys.executable, "-W", "ignore", __file__, "--serve", name]
        command += ["--threads", str(options.threads), "--model", str(options.model)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def speak(self, phonemes):
        print(phonemes, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        return json.loads(line) if line else sys.exit("an engine failed")


def phonemes_of(kokoro, text):
    lines = subprocess.check_output([kokoro, "phonemize", text], text=True)
    return " ".join(lines.split("\n")).strip()


def measure_peers(options):
    """Cold and warm figures of each peer and text."""
    given = {name: phonemes_of(options.kokoro, text) for name, text in TEXTS.items()}
    figures = {}
    for engine in options.peers.split(","):
        for name, phonemes in given.items():
            peer = Peer(engine, options)
            cold = peer.speak(phonemes)
            cold["first"] += time.perf_counter() - peer.start - cold["all"]
            warm = [peer.speak(phonemes) for _ in range(options.runs)]
            peer.process.stdin.close()
            peer.process.wait()
            figures[engine, name] = {
                "cold": 1000 * cold["first"],
                "first": 1000 * statistics.median(run["first"] for run in warm),
                "all": 1000 * statistics.median(run["all"] for run in warm),
            }
    return figures


def measure_ours(options):
    """The same of the example. Its cold time is after loading, which it tells by itself."""
    command = [options.ours, str(ROOT / "weights" / "data"), str(options.runs)]
    lines = subprocess.check_output(command, text=True).splitlines()
    loaded = json.loads(lines[0])["loaded_ms"]
    figures = {}
    for line in map(json.loads, lines[1:]):
        figures[f"ours, {line['latency']}", line["text"]] = {
            "cold": loaded + line["cold_first_ms"],
            "first": line["first_ms"],
            "all": line["all_ms"],
        }
    return figures


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--ours", default="target/release/examples/first_sound", metavar="BIN")
    arguments.add_argument("--kokoro", default="target/release/kokoro", metavar="BIN")
    arguments.add_argument("--model", type=Path, default="model.onnx", metavar="FILE")
    arguments.add_argument("--peers", default="kokoro-onnx,fastapi", metavar="LIST")
    arguments.add_argument("--runs", type=int, default=5, metavar="N")
    arguments.add_argument("--threads", type=int, default=2, metavar="N")
    arguments.add_argument("--serve", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.serve:
        {"fastapi": serve_fastapi, "kokoro-onnx": serve_kokoro_onnx}[options.serve](options)
        return
    figures = {**(measure_ours(options) if options.ours else {}), **measure_peers(options)}
    print("| engine | text | first sound, cold | first sound, warm | all of it, warm |")
    print("|---|---|---|---|---|")
    for (engine, text), row in figures.items():
        cells = " | ".join(f"{row[what]:.0f} ms" for what in ("cold", "first", "all"))
        print(f"| {engine} | {text} | {cells} |")


if __name__ == "__main__":
    main()
