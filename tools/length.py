#!/usr/bin/env python3
"""How an utterance's length changes the way it is spoken: rate, and what Whisper base hears.

    length.py --kokoro BIN --passes EXAMPLE [--weights DIR] [--svg FILE] [--json FILE]

BIN turns the prose of length.txt into phonemes. It is divided into utterances of at most 60 to 510
phonemes, which fill the limit as far as marks allow, and spoken by EXAMPLE, the example `passes` of
the crate kokoro. Lead and tail are cut as the crate does, and 0.4 s of silence are put between
utterances. The rate is that of the voice, pauses left out: phonemes that sound for each second that
is not silent (above -40 dB of the level of speech). Needs tools/requirements.txt.
"""

import argparse
import json
import re
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from heard import errors, words
from quality import whisper
from sound import RATE

TOOLS = Path(__file__).resolve().parent
LIMITS = [60, 100, 150, 200, 250, 300, 400, 510]
VOICES = ["af_heart", "am_michael"]
GAP = np.zeros(int(0.4 * RATE), np.float32)
WINDOW = 240  # samples, 10 ms
MARKS = [r"[.?!…]”? ", r"[;:] ", r"[,—] ", " "]  # best first
LEAST = 0.6  # of the limit, which an utterance fills if there is a break


def divide(phonemes, limit):
    """The phonemes in utterances of at most `limit`, cut at the last break of the best kind."""
    rest = phonemes.strip()
    while len(rest) > limit:
        part = rest[: limit + 1]
        breaks = ([m.end() for m in re.finditer(mark, part)] for mark in MARKS)
        ends = [[end for end in kind if end >= LEAST * limit] for kind in breaks]
        end = max(next(kind for kind in ends if kind))
        yield rest[:end].strip()
        rest = rest[end:].strip()
    yield rest


def phonemes(kokoro):
    paragraphs = [line for line in (TOOLS / "length.txt").read_text().split("\n") if line]
    run = subprocess.run(
        [kokoro, "phonemize", "--lang", "en-us", "--lines"],
        input="\n".join(paragraphs),
        capture_output=True,
        text=True,
        check=True,
    )
    return " ".join(paragraphs), " ".join(run.stdout.splitlines())


class Spoken:
    """One utterance, without lead and tail."""

    def __init__(self, file, line):
        _, self.symbols, silences = line.split("\t")
        lead, tail = map(int, silences.split(" ")[:2])
        self.samples = np.fromfile(file, "<f4")[lead:tail]
        parts = self.samples[: len(self.samples) // WINDOW * WINDOW].reshape(-1, WINDOW)
        power = (parts.astype(np.float64) ** 2).mean(axis=1)
        speech = power[power > power.max() * 1e-3].mean()
        self.sounding = (power > speech * 1e-4).sum() * WINDOW / RATE
        self.sounds = sum(c.isalpha() and c not in "ːʰʲ" for c in self.symbols)


def speak(options, rows):
    with tempfile.TemporaryDirectory() as folder:
        lines = "".join(f"{voice}\t1\t-\t{one}\n" for voice, one in rows)
        command = [options.passes, options.weights, folder]
        run = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
        files = enumerate(run.stdout.splitlines(), start=1)
        return [Spoken(Path(folder) / f"{number:05}.f32", line) for number, line in files]


def measure(options):
    """A row for each limit and voice; those that FILE has are taken from it."""
    text, whole = phonemes(options.kokoro)
    expected = words([text], options.kokoro)[0]
    kept = options.json and options.json.exists()
    rows = json.loads(options.json.read_text()) if kept else []
    done = {(row["limit"], row["voice"]) for row in rows}
    with whisper() as hear:
        for limit, voice in ((limit, voice) for limit in LIMITS for voice in VOICES):
            if (limit, voice) in done:
                continue
            parts = list(divide(whole, limit))
            spoken = speak(options, [(voice, part) for part in parts])
            sound = np.concatenate([part for one in spoken for part in (one.samples, GAP)])
            wrong = errors(words([hear(sound).replace("\n", " ")], options.kokoro)[0], expected)
            rows.append(
                dict(
                    limit=limit,
                    voice=voice,
                    mean=sum(map(len, parts)) / len(parts),
                    sounds=sum(one.sounds for one in spoken),
                    sounding=float(sum(one.sounding for one in spoken)),
                    minutes=len(sound) / RATE / 60,
                    words=len(expected),
                    wrong=wrong,
                )
            )
            if options.json:
                options.json.write_text(json.dumps(rows, indent=1))
    return rows


def table(rows):
    heads = ["limit", "phonemes in the mean", "sounds per second, by voice", "words per minute"]
    print(f"\n| {' | '.join(heads)} | word errors |")
    print("|---|---|---|---|---|")
    for limit in LIMITS:
        some = [row for row in rows if row["limit"] == limit]
        rates = ", ".join(f"{row['sounds'] / row['sounding']:.2f}" for row in some)
        speed = np.mean([row["words"] / row["minutes"] for row in some])
        wrong = 100 * sum(row["wrong"] for row in some) / sum(row["words"] for row in some)
        print(f"| {limit} | {some[0]['mean']:.0f} | {rates} | {speed:.0f} | {wrong:.1f} % |")


def plot(rows):
    """Two curves over the limit: sounds per second, each voice against its mean; word errors."""
    of = lambda limit: [row for row in rows if row["limit"] == limit]
    limits = sorted({row["limit"] for row in rows})
    pace = lambda row: row["sounds"] / row["sounding"]
    voices = sorted({row["voice"] for row in rows})
    mean = {v: np.mean([pace(row) for row in rows if row["voice"] == v]) for v in voices}
    rate = [100 * (np.mean([pace(row) / mean[row["voice"]] for row in of(l)]) - 1) for l in limits]
    total = lambda limit, key: sum(row[key] for row in of(limit))
    wrong = [100 * total(limit, "wrong") / total(limit, "words") for limit in limits]
    lines = [panel(0, limits, rate, "rate of the voice against its mean, %", 10, -10)]
    lines.append(panel(180, limits, wrong, "word errors, %", 8, 0))
    return SVG.format("\n".join(lines))


SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="380" viewBox="0 0 640 380"
 font-family="sans-serif" font-size="12">
<rect width="640" height="380" fill="white"/>
{}
<text x="340" y="372" text-anchor="middle">limit of an utterance, phonemes</text>
</svg>
"""


def panel(top, limits, values, title, most, least):
    """One curve, with its values as numbers."""
    x = lambda limit: 40 + limit * 560 / 510
    y = lambda value: top + 150 - (value - least) / (most - least) * 110
    points = " ".join(f"{x(l):.0f},{y(v):.1f}" for l, v in zip(limits, values))
    lines = [f'<text x="40" y="{top + 20}">{title}</text>']
    for value in (least, (least + most) / 2, most):
        at = f"{y(value):.0f}"
        lines.append(f'<line x1="40" x2="610" y1="{at}" y2="{at}" stroke="#ddd"/>')
        lines.append(f'<text x="34" y="{y(value) + 4:.0f}" text-anchor="end">{value:g}</text>')
    lines.append(f'<polyline points="{points}" fill="none" stroke="#1f5fbf" stroke-width="2"/>')
    for limit, value in zip(limits, values):
        lines.append(f'<circle cx="{x(limit):.0f}" cy="{y(value):.1f}" r="3" fill="#1f5fbf"/>')
        lines.append(
            f'<text x="{x(limit):.0f}" y="{y(value) - 8:.1f}" text-anchor="middle">'
            f"{value:.1f}</text>"
        )
        place = f'x="{x(limit):.0f}" y="{top + 168}"'
        lines.append(f'<text {place} text-anchor="middle">{limit}</text>')
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kokoro", default="target/release/kokoro")
    parser.add_argument("--passes", default="target/release/examples/passes")
    parser.add_argument("--weights", default="weights/data")
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows = measure(options)
    table(rows)
    if options.svg:
        options.svg.write_text(plot(rows))


if __name__ == "__main__":
    main()
