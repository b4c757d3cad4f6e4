#!/usr/bin/env python3
"""Where the model is silent, and how well that is known before an utterance is decoded.

    silence.py --kokoro BIN --passes EXAMPLE [--weights DIR]

BIN turns the English lines of silence.tsv, and others with marks, into phonemes; the sentences of
heard_languages.tsv have theirs. EXAMPLE, the example `passes` of the crate kokoro, speaks them with
19 voices in nine languages at speeds of 0.7, 1 and 1.5. The level of the sound is measured in
windows of 5 ms, in dB against the utterance's level of speech (the mean power of the half frames
within 30 dB of the loudest). A sound begins, and ends, where the level passes -40 dB. Needs numpy.
"""

import argparse
import subprocess
import tempfile
from itertools import cycle
from pathlib import Path

import numpy as np

TOOLS = Path(__file__).resolve().parent
VOICES = {
    "en-us": ["af_heart", "am_michael", "bf_emma", "af_bella", "bm_george", "am_fenrir"],
    "en-gb": ["bf_emma", "bm_george"],
    "es": ["ef_dora", "em_alex"],
    "fr": ["ff_siwis"],
    "hi": ["hf_alpha", "hm_omega"],
    "it": ["if_sara", "im_nicola"],
    "ja": ["jf_alpha", "jm_kumo"],
    "pt-br": ["pf_dora", "pm_alex"],
    "zh": ["zf_xiaobei", "zm_yunjian"],
}
SPEEDS = ["0.7", "1", "1.5"]
SENTENCES = 12  # of each language of heard_languages.tsv
FRAME, STEP, WINDOW = 600, 300, 120  # samples
PER_MS = 24
AUDIBLE = -40.0  # dB
MARKS = ";:,.!?—…\"()“”"
QUANTILES = [0, 5, 50, 95, 100]


def utterances(kokoro):
    """Voice, speed and phonemes of each utterance."""
    read = lambda name: [
        line.split("\t") for line in (TOOLS / name).read_text(encoding="utf-8").splitlines()
    ]
    own, heard = read("silence.tsv"), read("heard_languages.tsv")
    speeds = cycle(SPEEDS)
    for language, voices in VOICES.items():
        texts = [text for lang, text in own if lang == language]
        command = [kokoro, "phonemize", "--lang", language, "--lines"]
        run = subprocess.run(
            command, input="\n".join(texts), capture_output=True, text=True, check=bool(texts)
        )
        of_others = [row[3] for row in heard if row[0] == language][:SENTENCES]
        for phonemes, voice in zip(run.stdout.splitlines() + of_others, cycle(voices)):
            yield voice, next(speeds), phonemes


def level(samples, window):
    """The level of each window, dB."""
    parts = samples[: len(samples) // window * window].astype(np.float64).reshape(-1, window)
    return 10 * np.log10((parts**2).mean(axis=1) + 1e-12)


class Spoken:
    """What the example made of one utterance."""

    def __init__(self, folder, number, row, line):
        self.voice, self.speed, _ = row
        read = lambda kind: np.fromfile(folder / f"{number:05}{kind}.f32", "<f4")
        samples, self.energy = read(""), read(".energy")
        frames, self.symbols, silences = line.split("\t")
        self.bounds = np.cumsum([int(count) for count in frames.split()]) * FRAME
        lead, tail, *inner = silences.split(" ")
        self.lead, self.tail = int(lead), int(tail)
        numbers = lambda part: [int(n) for n in part.split("-")]
        self.inner = [[numbers(part) for part in one.split(":")] for one in inner]
        steps = level(samples, STEP)
        loud = steps > steps.max() - 30
        self.speech = 10 * np.log10((10 ** (steps[loud] / 10)).mean())
        self.steps, self.level = steps - self.speech, level(samples, WINDOW) - self.speech
        audible = np.nonzero(self.level > AUDIBLE)[0]
        self.onset, self.end = audible[0] * WINDOW, (audible[-1] + 1) * WINDOW
        is_sound = [c not in MARKS and not c.isspace() for c in self.symbols]
        self.first = self.bounds[is_sound.index(True)]
        self.last = self.bounds[len(is_sound) - is_sound[::-1].index(True)]

    def loudest(self, start, end):
        """The loudest window of a part that is taken out, dB."""
        part = self.level[-(-start // WINDOW) : end // WINDOW]
        return part.max() if len(part) else -120.0


def speak(kokoro, example, weights):
    rows = list(utterances(kokoro))
    with tempfile.TemporaryDirectory() as folder:
        lines = "".join(f"{voice}\t{speed}\t-\t{phonemes}\n" for voice, speed, phonemes in rows)
        run = subprocess.run(
            [example, weights, folder], input=lines, capture_output=True, text=True, check=True
        )
        found = enumerate(zip(rows, run.stdout.splitlines()), start=1)
        return [Spoken(Path(folder), number, row, line) for number, (row, line) in found]


def quantiles(name, values, unit="ms"):
    numbers = " | ".join(f"{value:.0f}" for value in np.percentile(values, QUANTILES))
    print(f"| {name}, {unit} | {len(values)} | {numbers} |")


def ends(spoken):
    print("| | utterances | least | 5 % | median | 95 % | most |")
    print("|---|---|---|---|---|---|---|")
    for speed in SPEEDS:
        some = [one for one in spoken if one.speed == speed]
        late = [(one.onset - one.first) / PER_MS for one in some]
        quantiles(f"speed {speed}: first sound after the start of its symbol", late)
    for speed in SPEEDS:
        some = [one for one in spoken if one.speed == speed]
        late = [(one.end - one.last) / PER_MS for one in some]
        quantiles(f"speed {speed}: end of the last sound after that of its symbol", late)
    for speed in [*SPEEDS, None]:
        some = [one for one in spoken if speed in (one.speed, None)]
        name = f"speed {speed}" if speed else "all"
        left = [(one.onset - one.lead) / PER_MS for one in some]
        quantiles(f"{name}: lead-in that is left", left)
    tails = [(one.tail - min(one.end, one.tail)) / PER_MS for one in spoken]
    quantiles("tail that is left", tails)
    loudest = [one.loudest(0, one.lead) for one in spoken]
    quantiles("level of the loudest 5 ms of the lead", loudest, "dB")
    whole = [one.loudest(one.tail, len(one.level) * WINDOW) for one in spoken]
    quantiles("level of the loudest 5 ms of the tail", whole, "dB")


def marks(spoken):
    print("\n| speed | mark | count | silent | median length, ms | begins before the mark, ms "
          "| ends before its end, ms | loudest 5 ms, dB |")
    print("|---|---|---|---|---|---|---|---|")
    for speed in SPEEDS:
        for mark in ",;:—….?!":
            found = [
                (one, symbols, samples)
                for one in spoken
                for symbols, samples in one.inner
                if one.speed == speed and mark in one.symbols[slice(*symbols)]
            ]
            silent = [(one, at, part) for one, at, part in found if part[1] > part[0]]
            if not silent:
                print(f"| {speed} | `{mark}` | {len(found)} | 0 | | | | |")
                continue
            median = lambda values: f"{np.median(list(values)) / PER_MS:.0f}"
            print(
                f"| {speed} | `{mark}` | {len(found)} | {len(silent)} "
                f"| {median(part[1] - part[0] for _, _, part in silent)} "
                f"| {median(one.bounds[at[0]] - part[0] for one, at, part in silent)} "
                f"| {median(one.bounds[at[1]] - part[1] for one, at, part in silent)} "
                f"| {max(one.loudest(*part) for one, _, part in silent):.0f} |"
            )


def calibration(spoken):
    """The level of the sound by predicted energy below the loudest half frame."""
    depth = np.concatenate([one.energy - one.energy.max() for one in spoken])
    found = np.concatenate([one.steps for one in spoken])
    print("\n| predicted energy | half frames | level, dB: 5 % | median | 95 % |")
    print("|---|---|---|---|---|")
    for top in range(-4, -18, -1):
        some = found[(depth > top - 1) & (depth <= top)]
        numbers = " | ".join(f"{value:.0f}" for value in np.percentile(some, [5, 50, 95]))
        print(f"| {top - 1} to {top} | {len(some)} | {numbers} |")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kokoro", default="target/release/kokoro")
    parser.add_argument("--passes", default="target/release/examples/passes")
    parser.add_argument("--weights", default="weights/data")
    options = parser.parse_args()
    spoken = speak(options.kokoro, options.passes, options.weights)
    ends(spoken)
    marks(spoken)
    calibration(spoken)


if __name__ == "__main__":
    main()
