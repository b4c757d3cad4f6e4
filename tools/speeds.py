#!/usr/bin/env python3
"""How fast speech really is at each speed, and whether its words are understood.

    speeds.py --kokoro BIN [--voice NAME] [SPEED ...]

BIN speaks the sentences of speeds.txt, Whisper base writes down what it hears, and the word errors
are counted. Silence counts as speech: the ratio is that of whole files. Needs
tools/requirements.txt.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

from heard import errors
from quality import plain, whisper
from sound import read

SENTENCES = Path(__file__).resolve().parent / "speeds.txt"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kokoro", required=True)
    parser.add_argument("--voice", default="af_heart")
    parser.add_argument("speeds", nargs="*", default=["0.25", "0.5", "2", "3", "4"])
    options = parser.parse_args()
    sentences = SENTENCES.read_text().splitlines()
    normal = None
    print("| speed | as it came out | word errors |\n|---|---|---|")
    with whisper() as hear, tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "speed.wav"
        for speed in ["1", *options.speeds]:
            samples = wrong = words = 0
            for sentence in sentences:
                how = ["--voice", options.voice, "--speed", speed]
                command = [options.kokoro, "say", *how, "-o", wav, "--", sentence]
                subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
                sound = read(wav)
                samples += len(sound)
                expected = plain(sentence).split()
                wrong += errors(plain(hear(sound)).split(), expected)
                words += len(expected)
            normal = normal or samples
            print(f"| {speed} | {normal / samples:.2f} | {100 * wrong / words:.1f} % |", flush=True)


if __name__ == "__main__":
    main()
