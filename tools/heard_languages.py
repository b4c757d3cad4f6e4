#!/usr/bin/env python3
"""How many characters Whisper base hears wrongly in each language, ours and the reference's.

    heard_languages.py --kokoro BIN [--lang TAG]... [--fails N] [--reference FILE]

A line of heard_languages.tsv has a language, a sentence as people write it, the words that a reader
says, and the phonemes that upstream has for these words. BIN speaks the sentence. The reference,
upstream's PyTorch model, speaks upstream's phonemes. Whisper writes down what it hears of both, and
the characters are compared with the reader's words (Levenshtein), letters and digits alone.
Whisper writes numbers in digits, so all sides go through `normalize` of BIN first. Japanese words
may be written in several ways, so there the phonemes of both sides are compared, those of BIN. Each
sentence is spoken by two voices. What was heard of the reference is kept in FILE, and taken from it
if it is there. Needs tools/requirements.txt and tests/oracle/requirements.txt.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import numpy as np

from heard import errors
from quality import whisper
from sound import read

TOOLS = Path(__file__).resolve().parent
sys.path.append(str(TOOLS.parent / "tests" / "oracle"))
from reference import Reference

VOICES = {
    "en-us": ["af_heart", "am_michael"],
    "en-gb": ["bf_emma", "bm_george"],
    "es": ["ef_dora", "em_alex"],
    "fr": ["ff_siwis"],  # French has one
    "hi": ["hf_alpha", "hm_omega"],
    "it": ["if_sara", "im_nicola"],
    "ja": ["jf_alpha", "jm_kumo"],
    "pt-br": ["pf_dora", "pm_alex"],
    "zh": ["zf_xiaobei", "zm_yunjian"],
}
# The command that makes two spellings of a word the same.
SPELLING = {"ja": "phonemize"}
# What Whisper is told before it listens, so that it writes Devanagari, and simplified characters.
PROMPTS = {"hi": "यह हिन्दी का एक वाक्य है।", "zh": "以下是普通话的句子。"}


def characters(lines, language, kokoro):
    """The letters and digits of each line, in lower case, numbers as words; or its phonemes."""
    run = subprocess.run(
        [kokoro, SPELLING.get(language, "normalize"), "--lang", language, "--lines"],
        input="".join(line.replace("\n", " ") + "\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    if language in SPELLING:
        return [line.replace(" ", "").strip(".?!,") for line in run.stdout.splitlines()]
    kept = lambda c: c.isalnum() or unicodedata.category(c).startswith("M")
    folded = [unicodedata.normalize("NFKC", line.lower()) for line in run.stdout.splitlines()]
    return ["".join(filter(kept, line)) for line in folded]


def ours(kokoro, voice, text):
    """What BIN makes of a text."""
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "said.wav"
        command = [kokoro, "say", "--voice", voice, "-o", wav, "--", text]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return read(wav)


class Upstream:
    """What Whisper hears of the reference; the model is loaded when it first speaks."""

    def __init__(self, file):
        self.file = file
        self.heard = json.loads(file.read_text()) if file and file.exists() else {}
        self.model = None

    def hear(self, phonemes, voice, hear):
        key = f"{voice} {phonemes}"
        if key not in self.heard:
            self.model = self.model or Reference()
            audio = self.model.speak(phonemes, voice)["audio"].numpy().astype(np.float32)
            self.heard[key] = hear(audio)
        return self.heard[key]

    def keep(self):
        if self.file:
            self.file.write_text(json.dumps(self.heard, ensure_ascii=False, indent=1))


def rate(name, heard, rows, language, options):
    """Prints the share of characters that were heard wrongly: without numbers, and with them."""
    expected = characters([spoken for _, spoken, _ in rows], language, options.kokoro)
    found = characters(heard, language, options.kokoro)
    shares = []
    for with_numbers in [False, True]:
        chosen = [
            (a, b, text, spoken)
            for a, b, (text, spoken, _) in zip(found, expected, rows)
            if (text != spoken) == with_numbers
        ]
        wrong = [errors(a, b) for a, b, _, _ in chosen]
        shares.append(100 * sum(wrong) / sum(len(b) for _, b, _, _ in chosen))
        worst = sorted(zip(wrong, chosen), key=lambda pair: -pair[0])[: options.fails]
        for count, (a, b, _, _) in worst:
            if count:
                print(f"    {count}: heard {a!r}, meant {b!r}", file=sys.stderr)
    print(f"{language:6} {name:22} {shares[0]:5.1f} % {shares[1]:5.1f} % with numbers", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kokoro", required=True)
    parser.add_argument("--lang", action="append", choices=VOICES)
    parser.add_argument("--fails", type=int, default=0)
    parser.add_argument("--reference", type=Path)
    options = parser.parse_args()
    lines = (TOOLS / "heard_languages.tsv").read_text().splitlines()
    lines = [line.split("\t") for line in lines]
    upstream = Upstream(options.reference)
    for language in options.lang or VOICES:
        rows = [tuple(line[1:]) for line in lines if line[0] == language]
        with whisper(language.split("-")[0], PROMPTS.get(language)) as hear:
            for voice in VOICES[language]:
                said = [hear(ours(options.kokoro, voice, text)) for text, _, _ in rows]
                rate(f"{voice}, ours", said, rows, language, options)
                said = [upstream.hear(phonemes, voice, hear) for _, _, phonemes in rows]
                upstream.keep()
                rate(f"{voice}, reference", said, rows, language, options)


if __name__ == "__main__":
    main()
