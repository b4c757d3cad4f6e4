#!/usr/bin/env python3
"""Whether a listener hears the words that are meant: Whisper base listens to heard.tsv.

    heard.py --kokoro BIN [--voice NAME] [--fails N]

Each line of heard.tsv has a text as people write it and, after a tab, the words that a reader says.
BIN speaks the text, Whisper writes down what it hears, and the word errors against the reader's
words are counted. Whisper writes numbers in digits, so both sides go through `normalize` of
NORMALIZER (of BIN by default). "and" is not counted, "oh" is zero, "f b i" is one word. Needs
tools/requirements.txt.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from quality import whisper
from sound import read

TOOLS = Path(__file__).resolve().parent
SAME = {"oh": "zero", "o": "zero"}
LETTERS = re.compile(r"\b[a-z](?: [a-z]\b)+")  # "f b i" is the word "fbi"


def words(lines, normalizer):
    """The words of each line, in lower case, numbers as words."""
    run = subprocess.run(
        [normalizer, "normalize", "--lines"],
        input="".join(line.replace("\n", " ") + "\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    said = [re.sub(r"[^a-z' ]", " ", line.lower()) for line in run.stdout.splitlines()]
    join = lambda line: LETTERS.sub(lambda run: run[0].replace(" ", ""), " ".join(line.split()))
    said = [join(line) for line in said]
    return [[SAME.get(word, word) for word in line.split() if word != "and"] for line in said]


def errors(found, expected):
    """The least number of words to put in, take out or replace (Levenshtein)."""
    row = list(range(len(expected) + 1))
    for i, word in enumerate(found, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(expected, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != wanted))
    return row[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kokoro", required=True)
    parser.add_argument("--normalizer")
    parser.add_argument("--voice", default="af_heart")
    parser.add_argument("--fails", type=int, default=0)
    options = parser.parse_args()
    rows = [line.split("\t") for line in (TOOLS / "heard.tsv").read_text().splitlines()]
    texts = [text.replace("\\n", "\n") for text, _ in rows]
    heard = []
    with whisper() as hear, tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "heard.wav"
        for text in texts:
            command = [options.kokoro, "say", "--voice", options.voice, "-o", wav, "--", text]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            heard.append(hear(read(wav)))
    normalizer = options.normalizer or options.kokoro
    found = words(heard, normalizer)
    expected = words([spoken for _, spoken in rows], normalizer)
    wrong = [errors(a, b) for a, b in zip(found, expected)]
    for text, line, count in zip(texts, heard, wrong):
        if count and options.fails > 0:
            options.fails -= 1
            print(f"{count}: {text!r}\n    heard {line.strip()!r}", file=sys.stderr)
    total = sum(map(len, expected))
    right = sum(count == 0 for count in wrong)
    share = 100 * sum(wrong) / total
    print(f"{right} of {len(rows)} sentences without an error")
    print(f"{sum(wrong)} errors in {total} words ({share:.1f} %)")


if __name__ == "__main__":
    main()
