#!/usr/bin/env python3
"""How 50 utterances of one to three words sound, and what would mend them.

    short.py --kokoro BIN --passes EXAMPLE [--weights DIR] [--voice NAME]... [--way NAME]...

Each phrase of short.txt is spoken by EXAMPLE, the example `passes` of the crate kokoro, in several
ways. `whole` is what the model makes, `cut` the same without lead and tail, as the crate gives it.
The others are cut too: `row 20` and so on take the style from another row of the voice, `dots` and
`dashes` put marks around the phrase, and `carrier` puts "Well." before it. `sentence` is the phrase
inside "Then she said: ... And that was all.", for its rate and level.

rate      ms for each sound, of what is above -30 dB of the loudest half frame of the phrase
level     of the same, dB
outside   phrases with a sound above -35 dB of their level in what is cut
errors    of Whisper base, which is given ten phrases at once
MOS       DistillMOS of the same ten phrases, in the mean

The last three are not for carrier and sentence.

Needs tools/requirements.txt.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from heard import errors, words
from quality import mos, whisper
from silence import STEP, level
from sound import RATE

TOOLS = Path(__file__).resolve().parent
LANGUAGES = {"a": "en-us", "b": "en-gb"}
GAP = np.zeros(int(0.6 * RATE), np.float32)
GROUP = 10
MARKS = ".?!"
# The row, and what stands before and after a phrase.
WAYS = {
    "whole": ("-", "", ""),
    "cut": ("-", "", ""),
    "row 10": ("10", "", ""),
    "row 20": ("20", "", ""),
    "row 50": ("50", "", ""),
    "dots": ("-", "… ", ""),
    "dashes": ("-", "— ", " —"),
    "carrier": ("-", "wˈɛl. ", ""),
    "sentence": ("-", "ðˈɛn ʃi sˈɛd: ", " ænd ðˈæt wʌz ˈɔl."),
}
UNHEARD = ["carrier", "sentence"]


class Spoken:
    """One phrase, and what lies around it."""

    def __init__(self, file, line, before, phonemes, after):
        frames, symbols, silences = line.split("\t")
        bounds = np.cumsum([int(count) for count in frames.split()]) * 2
        self.samples = np.fromfile(file, "<f4")
        steps = level(self.samples, STEP)
        start, end = (int(place) // STEP for place in silences.split(" ")[:2])
        if before.strip("…— "):
            start = bounds[symbols.index(before) + len(before)]
        if after.strip("…— "):
            end = bounds[len(symbols) - len(after)]
        self.cut = self.samples[start * STEP : end * STEP]
        part = steps[start:end]
        loud = part[part > part.max() - 30]
        self.level = 10 * np.log10((10 ** (loud / 10)).mean())
        self.milliseconds = len(loud) * 1000 * STEP / RATE
        self.sounds = sum(c.isalpha() and c != "ː" for c in phonemes)
        outside = np.concatenate([steps[:start], steps[end:]])
        self.outside = bool((outside > self.level - 35).any())


def phonemes(kokoro, language, texts):
    run = subprocess.run(
        [kokoro, "phonemize", "--lang", language, "--lines"],
        input="\n".join(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()


def speak(options, voice, way, phrases):
    row, before, after = WAYS[way]
    lines = "".join(f"{voice}\t1\t{row}\t{before}{phrase}{after}\n" for phrase in phrases)
    with tempfile.TemporaryDirectory() as folder:
        command = [options.passes, options.weights, folder]
        run = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
        found = enumerate(zip(phrases, run.stdout.splitlines()), start=1)
        return [
            Spoken(Path(folder) / f"{number:05}.f32", line, before, phrase, after)
            for number, (phrase, line) in found
        ]


def judge(spoken, whole, texts, kokoro, hear, score):
    """Word errors, words, and MOS of the phrases, in groups."""
    sounds, expected = [], []
    for start in range(0, len(texts), GROUP):
        group = spoken[start : start + GROUP]
        parts = [part for one in group for part in (one.samples if whole else one.cut, GAP)]
        sounds.append(np.concatenate(parts))
        expected.append(" ".join(text.strip(MARKS) for text in texts[start : start + GROUP]))
    found, meant = words([hear(sound) for sound in sounds], kokoro), words(expected, kokoro)
    wrong = sum(map(errors, found, meant))
    return wrong, sum(map(len, meant)), np.mean([score(sound) for sound in sounds])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kokoro", default="target/release/kokoro")
    parser.add_argument("--passes", default="target/release/examples/passes")
    parser.add_argument("--weights", default="weights/data")
    parser.add_argument("--voice", action="append")
    parser.add_argument("--way", action="append", choices=WAYS)
    options = parser.parse_args()
    texts = (TOOLS / "short.txt").read_text().splitlines()
    score = mos()
    print("| voice | way | rate | level | outside | errors | MOS |\n|---|---|---|---|---|---|---|")
    with whisper() as hear:
        for voice in options.voice or ["af_heart", "am_michael", "bf_emma"]:
            phrases = phonemes(options.kokoro, LANGUAGES[voice[0]], texts)
            for way in options.way or WAYS:
                spoken = speak(options, voice, way, phrases)
                rate = sum(s.milliseconds for s in spoken) / sum(s.sounds for s in spoken)
                loud, outside = np.mean([s.level for s in spoken]), sum(s.outside for s in spoken)
                row = f"| `{voice}` | {way} | {rate:.0f} | {loud:.1f} "
                if way in UNHEARD:
                    print(f"{row}| | | |", flush=True)
                    continue
                wrong, count, opinion = judge(
                    spoken, way == "whole", texts, options.kokoro, hear, score
                )
                print(f"{row}| {outside} | {wrong} of {count} | {opinion:.2f} |", flush=True)


if __name__ == "__main__":
    main()
