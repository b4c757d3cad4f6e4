#!/usr/bin/env python3
"""`kokoro serve` beside two other servers, in one run on this machine.

    server_compare.py --kokoro BIN --model model.onnx --fastkokoro-python VENV/bin/python \\
        --torch-python VENV/bin/python [--quick] [--json FILE]

ours        `kokoro serve`, as it is by default
fastkokoro  PyPI's fastkokoro (0.7) with the community's int8 export. Needs fastkokoro[cpu] in a
            virtual environment of its own; weights/README.md says how to get model.onnx
torch       PyTorch in the way of Kokoro-FastAPI 0.8, which no registry has: torch_server.py. Needs
            tests/oracle/requirements.txt. Its phonemes are given and cost it nothing

All servers run from the start to the end. Every round asks each for the same, one after the other.
First sound: the median time until the first bytes of raw samples, of one client, for texts of three
lengths. Throughput: seconds of speech for each second, with 1, 4 and 16 clients that take from one
list of texts, and how long these wait for their first sound. Memory: the peak of resident memory.
Wrong answers: those to the requests that replay_requests.py sends; the stand-in is not asked.
--quick takes fewer rounds: 6 minutes on two idle cores.
"""

import argparse
import asyncio
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from first_sound import ROOT, TEXTS, VOICE, phonemes_of
from server_load import SENTENCES
from speech_client import get, in_parallel, memory_mb, percentile, speak

CLIENTS = [1, 4, 16]
# The texts of a round of throughput: a few seconds of speech each, of 1 to 4 sentences.
BATCH = [
    " ".join((SENTENCES * 3)[start : start + count])
    for start, count in enumerate([1, 2, 1, 4, 1, 3, 2, 1, 1, 2, 4, 1, 3, 1, 2, 1])
]
LOADED = 180  # seconds until a server must answer
REPLAYED = 120  # seconds for all requests of Kokoro-FastAPI's users


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class Server:
    """One of them, in a process of its own, and what was measured of it."""

    def __init__(self, name, command, health, environment, request):
        self.name, self.port, self.health, self.extra = name, free_port(), health, request
        self.url = f"http://127.0.0.1:{self.port}"
        fill = lambda text: str(text).replace("{port}", str(self.port))
        environment = {**os.environ, **{key: fill(value) for key, value in environment.items()}}
        self.log = tempfile.TemporaryFile()
        self.start = time.perf_counter()
        self.process = subprocess.Popen(
            [fill(word) for word in command], env=environment, stdout=self.log, stderr=self.log
        )
        self.first = {name: [] for name in TEXTS}
        self.speed = {clients: [] for clients in CLIENTS}
        self.waits = {clients: [] for clients in CLIENTS}
        self.failures = 0
        self.wrong = "–"

    async def ready(self):
        while (await get(self.url, self.health))[0] != 200:
            if self.process.poll() is not None or time.perf_counter() - self.start > LOADED:
                self.log.seek(0)
                sys.exit(f"{self.name} did not start:\n{self.log.read().decode()[-3000:]}")
            await asyncio.sleep(0.05)
        self.loaded = time.perf_counter() - self.start

    async def speak(self, text):
        request = {"model": "kokoro", "voice": VOICE, "input": text, "response_format": "pcm"}
        answer = await speak(self.url, request | self.extra)
        if not answer.is_speech:
            self.failures += 1
            print(f"{self.name}: {answer}", file=sys.stderr)
        return answer

    async def measure_first(self):
        for name, text in TEXTS.items():
            self.first[name].append((await self.speak(text)).first)

    async def measure_speed(self, clients, batches):
        jobs = [lambda text=text: self.speak(text) for text in BATCH * batches]
        start = time.perf_counter()
        answers = await in_parallel(clients, jobs)
        wall = time.perf_counter() - start
        self.speed[clients].append(sum(answer.seconds for answer in answers) / wall)
        self.waits[clients] += [answer.first for answer in answers if answer.is_speech]

    def replay(self):
        """How many answers to requests of Kokoro-FastAPI's users are wrong."""
        script = Path(__file__).with_name("replay_requests.py")
        command = [sys.executable, script, self.url, "--quiet"]
        try:
            done = subprocess.run(command, text=True, stdout=subprocess.PIPE, timeout=REPLAYED)
        except subprocess.TimeoutExpired:
            self.wrong = f"not done after {REPLAYED} s"
            return
        found = re.search(r"(\d+ of \d+)", done.stdout)
        self.wrong = found[1] if found else f"failed: {done.stdout[-200:]}"

    def figures(self):
        ms = lambda seconds: round(1000 * seconds)
        return {
            "loaded_s": round(self.loaded, 1),
            "first_ms": {name: ms(statistics.median(t)) for name, t in self.first.items()},
            "speech_s_per_s": {n: round(statistics.median(s), 1) for n, s in self.speed.items()},
            "first_p50_ms": {n: ms(percentile(w, 50)) for n, w in self.waits.items()},
            "first_p95_ms": {n: ms(percentile(w, 95)) for n, w in self.waits.items()},
            "peak_mb": round(memory_mb(self.process.pid, "VmHWM")),
            "failures": self.failures,
        }

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def voices_file(folder):
    """The voices of weights/data as fastkokoro reads them."""
    import numpy as np
    from safetensors.numpy import load_file

    voices = load_file(ROOT / "weights" / "data" / "voices.safetensors")
    path = folder / "voices.npz"
    np.savez(path, **{name: table[:, None, :] for name, table in voices.items()})
    return path


def start_ours(options, _folder):
    command = [options.kokoro, "serve", "--host", "127.0.0.1", "--port", "{port}"]
    return Server("ours", command, "/readyz", {"KOKORO_WEIGHTS": ROOT / "weights" / "data"}, {})


def start_fastkokoro(options, folder):
    cache = options.work or folder  # of the model that it simplifies when it first starts
    environment = {
        "FASTKOKORO_HOST": "127.0.0.1",
        "FASTKOKORO_PORT": "{port}",
        "FASTKOKORO_MODEL_PATH": options.model.resolve(),
        "FASTKOKORO_VOICES_PATH": voices_file(folder),
        "FASTKOKORO_CACHE_DIR": cache.resolve() / "fastkokoro",
        "HF_HUB_OFFLINE": "1",
    }
    command = [options.fastkokoro_python, "-c", "from fastkokoro.cli import main; main()"]
    return Server("fastkokoro", command, "/health", environment, {"stream": True})


def start_torch(options, folder):
    texts = {*TEXTS.values(), *BATCH}
    path = folder / "phonemes.json"
    path.write_text(json.dumps({text: phonemes_of(options.kokoro, text) for text in texts}))
    script = Path(__file__).with_name("torch_server.py")
    command = [options.torch_python, "-W", "ignore", script, "--port", "{port}"]
    return Server("torch", [*command, "--phonemes", path], "/health", {}, {})


async def measure(servers, options):
    for server in servers:
        await server.ready()
        await server.speak(TEXTS["sentence"])  # what is only done for the first request
        tell(f"{server.name} is ready")
    for number in range(options.rounds):
        for server in servers:
            await server.measure_first()
        tell(f"first sounds, round {number + 1} of {options.rounds}")
    for clients in CLIENTS:
        for number in range(options.batch_rounds):
            for server in servers:
                await server.measure_speed(clients, options.batches)
            tell(f"{clients} clients, round {number + 1} of {options.batch_rounds}")


def tell(what):
    print(f"{time.strftime('%T')} {what}", file=sys.stderr, flush=True)


def table(figures):
    firsts = " | ".join(f"first sound, {name}" for name in TEXTS)
    speeds = " | ".join(f"{clients} client{'s' * (clients > 1)}" for clients in CLIENTS)
    print(f"| server | {firsts} | {speeds} | first sound of 16, median, p95 | peak | wrong |")
    print("|---" * (len(TEXTS) + len(CLIENTS) + 4) + "|")
    for name, row in figures.items():
        cells = [f"{value} ms" for value in row["first_ms"].values()]
        cells += [f"{value} ×" for value in row["speech_s_per_s"].values()]
        cells += [f"{row['first_p50_ms'][16]} ms, {row['first_p95_ms'][16]} ms"]
        cells += [f"{row['peak_mb']} MB", row["wrong_answers"]]
        print(f"| {name} | {' | '.join(cells)} |")


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = arguments.add_argument
    add("--kokoro", default="target/release/kokoro", metavar="BIN")
    add("--model", type=Path, metavar="FILE", help="for fastkokoro")
    add("--fastkokoro-python", metavar="BIN", help="without it, fastkokoro is left out")
    add("--torch-python", metavar="BIN", help="without it, PyTorch is left out")
    add("--quick", action="store_true", help="the same as --rounds 3 --batch-rounds 1")
    add("--rounds", type=int, default=7, metavar="N", help="of first sounds [7]")
    add("--batch-rounds", type=int, default=3, metavar="N", help="of throughput [3]")
    add("--batches", type=int, default=1, metavar="N", help=f"of {len(BATCH)} texts a round [1]")
    add("--work", type=Path, metavar="DIR", help="keeps what fastkokoro makes of the model")
    add("--json", metavar="FILE", help="writes the figures there, too")
    options = arguments.parse_args()
    if options.quick:
        options.rounds, options.batch_rounds = 3, 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # and the servers with it
    servers = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            servers.append(start_ours(options, Path(folder)))
            if options.fastkokoro_python:
                servers.append(start_fastkokoro(options, Path(folder)))
            if options.torch_python:
                servers.append(start_torch(options, Path(folder)))
            asyncio.run(measure(servers, options))
            figures = {server.name: server.figures() for server in servers}
            for server in servers:  # last, because what they are asked there costs memory, too
                if server.name != "torch":
                    server.replay()
                figures[server.name]["wrong_answers"] = server.wrong
        finally:
            for server in servers:
                server.stop()
    table(figures)
    if options.json:
        Path(options.json).write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
