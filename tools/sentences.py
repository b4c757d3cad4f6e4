#!/usr/bin/env python3
"""Prints the 23 sentences on which quality is measured: the six golden utterances, and the built-in
list of `kokoro ablate`.

A line each: voice, speed, text and phonemes, with tabs between, as `kokoro ablate --sentences FILE`
reads them.
"""

import argparse
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "cases.json"
ABLATE = ROOT / "kokoro-ablate" / "src" / "sentences.tsv"


def sentences():
    """Voice, speed, text and phonemes of each, as strings."""
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    lines = [
        line for line in ABLATE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    return [
        (case["voice"], str(case["speed"]), case["text"], case["phonemes"]) for case in golden
    ] + [tuple(line.split("\t")[1:]) for line in lines]


def main():
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    for sentence in sentences():
        print(*sentence, sep="\t")


if __name__ == "__main__":
    main()
