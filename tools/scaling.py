#!/usr/bin/env python3
"""Where one stream waits on many cores: each stage's time on 1, 2, 4, … threads.

    tools/scaling.py target/release/kokoro [--rounds 5] [--threads 1,2,4]

Runs of all numbers of threads alternate, and the median of their medians counts. `serial` is the
share of a stage that did not become faster: with s of it serial, n threads take s + (1 - s) / n of
the time of one (Amdahl). What it costs on 16 threads is foretold from that. Needs Python alone.
"""

import argparse
import json
import os
import statistics
import subprocess

SENTENCE = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ. "
# Stages that run one after the other. The text encoder runs beside PL-BERT and prosody.
STAGES = ["plbert", "prosody", "text_encoder", "source", "decoder", "vocoder"]


def measure(kokoro: str, threads: int) -> dict[str, float]:
    """Milliseconds of each stage and of all together, for three sentences at once."""
    bench = [kokoro, "bench", "--json", "--runs", "5", "--threads", str(threads)]
    line = subprocess.check_output([*bench, "--phonemes", SENTENCE * 3], text=True)
    found = json.loads(line)
    stages = {stage: found["stages"][stage] * 1e3 for stage in STAGES}
    return stages | {"all": found["seconds"] * 1e3}


def serial(one: float, many: float, threads: int) -> float:
    """The serial share of what takes `one` on one thread and `many` on several."""
    return min(1.0, max(0.0, (threads * many / one - 1) / (threads - 1)))


def main() -> None:
    cores = len(os.sched_getaffinity(0))
    powers = [2**power for power in range(10) if 2**power <= cores]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kokoro")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", default=",".join(map(str, powers)))
    options = parser.parse_args()
    threads = [int(number) for number in options.threads.split(",")]
    runs = {number: [] for number in threads}
    for _ in range(options.rounds):
        for number in threads:
            runs[number].append(measure(options.kokoro, number))
    median = {
        number: {stage: statistics.median(run[stage] for run in found) for stage in found[0]}
        for number, found in runs.items()
    }
    most = threads[-1]
    print("| stage |", " | ".join(f"{n} threads, ms" for n in threads), "| serial | on 16, ms |")
    print("|---" * (len(threads) + 3) + "|")
    for stage in [*STAGES, "all"]:
        times = [median[number][stage] for number in threads]
        share = serial(times[0], times[-1], most) if most > 1 else float("nan")
        foretold = times[0] * (share + (1 - share) / 16)
        cells = " | ".join(f"{time:.1f}" for time in times)
        print(f"| {stage} | {cells} | {share * 100:.0f} % | {foretold:.0f} |")


if __name__ == "__main__":
    main()
