#!/usr/bin/env python3
"""A bounded load test of a running `kokoro serve`: what is asked of it, and figures.

    kokoro serve --port 8880 &
    server_load.py --url http://127.0.0.1:8880 --pid $! [--json FILE] [TRIAL …]

mixed     16 clients send 20 requests each, from one word to 900 characters, drawn with a seed. None
          may fail; all bytes must be those of the same request alone; the time to the first sound
          is told beside that of requests alone.
memory    2000 requests of short texts. In the end, resident memory may be 5 % above that after the
          first tenth.
vanish    100 clients go away in mid-stream. The queue must be empty soon after, and the next
          request must be answered.
stalled   A client reads nothing of a long speech for 15 s. Memory may grow by 64 MB (buffers of a
          few pieces), and others must be served meanwhile.

Without TRIAL, all of them. --clients, --requests, --short, --vanishing, --stall make them smaller.
The exit code is 1 if anything is not as it must be. Needs Python alone. What is measured is raw
samples with the server's defaults; --latency exact asks for the other way of streaming.
"""

import argparse
import asyncio
import json
import random
import re
import sys
import time

from speech_client import connect, get, head, in_parallel, memory_mb, percentile, speak

SHORT = ["OK.", "Yes, of course.", "Turn left.", "It is ten to four.", "Stop!", "Who is it?"]
SENTENCES = [
    "The last ferry waits for nobody, not even the mayor.",
    "When the bakery opens at five, the whole street smells of butter and warm stone.",
    "Beyond the orchard a narrow lane climbs to three white houses.",
    "Please keep your ticket until the very end of the journey.",
    "She bought 12 apples for $3.50 on May 3, and gave two of them away.",
    "Nobody had told the children that the river rises at night.",
    "From there you can hear the mill, if the wind is in the west.",
    "The birch canoe slid on the smooth planks.",
]
# How many sentences a text has; 0 stands for a few words.
LENGTHS = [0, 0, 0, 1, 1, 1, 2, 2, 5, 12]
# Metrics that are zero when nobody is served and nobody waits.
IDLE = ["kokoro_queue_length", "kokoro_speeches_in_progress"]
MOST_GROWTH = 1.05  # of memory over many requests
STALLED_MB = 64  # one more utterance at once, and the buffers of a client that reads nothing
SOON = 10.0  # seconds until the queue is empty


class Load:
    """The server under test, what was measured, and what was wrong."""

    def __init__(self, options):
        self.options = options
        self.figures, self.faults = {}, []

    def request(self, text):
        request = {"model": "kokoro", "voice": self.options.voice, "input": text}
        request |= {"response_format": "pcm"}
        return request | ({"latency": self.options.latency} if self.options.latency else {})

    async def speak(self, text):
        return await speak(self.options.url, self.request(text), self.options.key)

    def memory(self, what="VmRSS"):
        return memory_mb(self.options.pid, what) if self.options.pid else 0.0

    def must(self, holds, fault):
        if not holds:
            self.faults.append(fault)

    async def metrics(self):
        """The sums of the metrics that are zero when the server is idle."""
        status, text = await get(self.options.url, "/metrics", self.options.key)
        if status != 200:
            sys.exit(f"/metrics answered {status}")
        sums = {}
        for name in IDLE:
            found = re.findall(rf"^{name}(?:{{[^}}]*}})? (\S+)", text, re.MULTILINE)
            sums[name] = sum(map(float, found)) if found else None
        return sums


def texts(seed):
    """Twenty texts of mixed length, no two alike."""
    draw = random.Random(seed)
    found = []
    while len(found) < 20:
        count = LENGTHS[len(found) % len(LENGTHS)]
        text = " ".join(draw.sample(SENTENCES * 2, count)) if count else draw.choice(SHORT)
        found += [text] if text not in found else []
    return found


def times(answers):
    """Medians and 95th percentiles in milliseconds."""
    firsts, wholes = ([getattr(a, what) for a in answers] for what in ("first", "whole"))
    ms = lambda values, percent: round(1000 * percentile(values, percent))
    return {
        "first_p50_ms": ms(firsts, 50),
        "first_p95_ms": ms(firsts, 95),
        "whole_p50_ms": ms(wholes, 50),
        "whole_p95_ms": ms(wholes, 95),
    }


async def mixed(load):
    options = load.options
    kinds = texts(options.seed)
    await load.speak(kinds[0])  # what is loaded or measured at the first request
    alone = {text: await load.speak(text) for text in kinds}
    for text, answer in alone.items():
        load.must(answer.is_speech, f"mixed: alone, {text[:30]!r}: {answer}")
    draw = random.Random(options.seed + 1)
    asked = [draw.choice(kinds) for _ in range(options.clients * options.requests)]
    start = time.perf_counter()
    jobs = [lambda text=text: load.speak(text) for text in asked]
    answers = await in_parallel(options.clients, jobs)
    wall = time.perf_counter() - start
    failed = [answer for answer in answers if not answer.is_speech]
    load.must(not failed, f"mixed: {len(failed)} failed, the first with {failed and failed[0]}")
    spoken = [(t, a) for t, a in zip(asked, answers, strict=True) if a.is_speech]
    other = [text for text, answer in spoken if answer.sha256 != alone[text].sha256]
    load.must(not other, f"mixed: {len(other)} with other bytes than alone: {set(other)}")
    together, single = times(answers), times(list(alone.values()))
    speech = sum(answer.seconds for answer in answers)
    load.figures["mixed"] = {
        "clients": options.clients,
        "requests": len(answers),
        "failed": len(failed),
        "other_bytes": len(other),
        "speech_s": round(speech, 1),
        "wall_s": round(wall, 1),
        "speech_s_per_s": round(speech / wall, 1),
        "alone_speech_s_per_s": round(
            sum(a.seconds for a in alone.values()) / sum(a.whole for a in alone.values()), 1
        ),
        "together": together,
        "alone": single,
        "peak_mb": round(load.memory("VmHWM")),
    }


async def memory(load):
    options, samples = load.options, []
    draw = random.Random(options.seed)
    step = max(1, options.short // 10)
    for done in range(0, options.short, step):
        jobs = [lambda: load.speak(draw.choice(SHORT)) for _ in range(step)]
        answers = await in_parallel(4, jobs)
        failed = [answer for answer in answers if not answer.is_speech]
        load.must(not failed, f"memory: after {done}: {failed and failed[0]}")
        samples.append(round(load.memory(), 1))
    grown = samples[-1] / samples[0] if samples[0] else 1.0
    load.must(grown <= MOST_GROWTH, f"memory: grew to {grown:.2f} of what it was: {samples} MB")
    load.figures["memory"] = {"requests": step * len(samples), "mb": samples}


async def vanish(load):
    """Each client takes the first bytes of a long speech, then resets the connection. One that is
    told to try again does so, as OpenAI's clients do."""
    options = load.options
    text = " ".join(SENTENCES * 6)

    refusals = 0

    async def client():
        nonlocal refusals
        while True:
            reader, writer = await connect(
                options.url, "/v1/audio/speech", load.request(text), options.key
            )
            status, headers = await head(reader)
            if status == 200:
                await reader.read(1024)
            writer.transport.abort()
            if status != 429:
                return status
            refusals += 1
            await asyncio.sleep(min(5.0, float(headers.get("retry-after", 1))))

    results = await in_parallel(options.clients, [client] * options.vanishing)
    start = time.perf_counter()
    left = await load.metrics()
    while any(left.values()) and time.perf_counter() - start < SOON:
        await asyncio.sleep(0.05)
        left = await load.metrics()
    idle = time.perf_counter() - start
    after = await load.speak("OK.")
    missing = [name for name, value in left.items() if value is None]
    load.must(not missing, f"vanish: /metrics does not have {missing}")
    load.must(not any(left.values()), f"vanish: after {SOON} s there is still {left}")
    load.must(after.is_speech, f"vanish: the next request: {after}")
    others = [status for status in results if status != 200]
    load.must(not others, f"vanish: {len(others)} streams did not begin: {others[:3]}")
    load.figures["vanish"] = {
        "clients": len(results),
        "told_to_try_again": refusals,
        "idle_after_s": round(idle, 2),
        "next_first_ms": round(1000 * after.first),
    }


async def stalled(load):
    """Nothing is read after the head of the response, and there is little room for it."""
    options = load.options
    await load.speak(" ".join(SENTENCES))
    before, most = load.memory(), 0.0
    request = load.request(" ".join(SENTENCES * 60))
    reader, writer = await connect(options.url, "/v1/audio/speech", request, options.key, 4096)
    status, _ = await head(reader)
    load.must(status == 200, f"stalled: the stream began with {status}")
    end, others = time.perf_counter() + options.stall, []
    while time.perf_counter() < end:
        others.append(await load.speak("OK."))
        most = max(most, load.memory() - before)
        await asyncio.sleep(0.5)
    writer.transport.abort()
    failed = [answer for answer in others if not answer.is_speech]
    load.must(not failed, f"stalled: {len(failed)} others failed: {failed and failed[0]}")
    load.must(most <= STALLED_MB, f"stalled: memory grew by {most:.0f} MB")
    load.figures["stalled"] = {
        "seconds": options.stall,
        "grown_mb": round(most, 1),
        "others": len(others),
        "others_first_p50_ms": round(1000 * percentile([a.first for a in others], 50)),
    }


TRIALS = {"mixed": mixed, "memory": memory, "vanish": vanish, "stalled": stalled}


def table(figures):
    print("| trial | figure | value |\n|---|---|---|")
    for trial, values in figures.items():
        for name, value in values.items():
            pairs = value.items() if isinstance(value, dict) else [("", value)]
            print(f"| {trial} | {name} | {', '.join(f'{k} {v}'.strip() for k, v in pairs)} |")


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = arguments.add_argument
    add("trials", nargs="*", metavar="TRIAL", help=", ".join(TRIALS))
    add("--url", default="http://127.0.0.1:8880")
    add("--pid", type=int, metavar="N", help="of the server; without it memory is not looked at")
    add("--key", help="an API key, if the server wants one")
    add("--voice", default="af_heart")
    add("--latency", choices=["exact", "low"], help="of the streams [the server's default]")
    add("--clients", type=int, default=16, metavar="N")
    add("--requests", type=int, default=20, metavar="N", help="of each client, in mixed")
    add("--short", type=int, default=2000, metavar="N", help="requests, in memory")
    add("--vanishing", type=int, default=100, metavar="N", help="clients, in vanish")
    add("--stall", type=float, default=15.0, metavar="SECONDS", help="in stalled")
    add("--seed", type=int, default=1, metavar="N")
    add("--json", metavar="FILE", help="writes the figures there, too")
    options = arguments.parse_args()
    unknown = set(options.trials) - set(TRIALS)
    if unknown:
        arguments.error(f"there is no trial {', '.join(unknown)}; there are {', '.join(TRIALS)}")
    load = Load(options)

    async def all_trials():
        for name in options.trials or TRIALS:
            await TRIALS[name](load)

    asyncio.run(all_trials())
    table(load.figures)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"figures": load.figures, "faults": load.faults}, file, indent=2)
    for fault in load.faults:
        print(f"WRONG: {fault}", file=sys.stderr)
    sys.exit(1 if load.faults else 0)


if __name__ == "__main__":
    main()
