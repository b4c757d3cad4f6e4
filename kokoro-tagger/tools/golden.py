#!/usr/bin/env python3
"""Has spaCy itself tag texts: a JSON string in each line of the input, and in each line of the
output the text and its tokens, each with its tag and whether a space follows.

    python golden.py WHEEL < ../tests/data/texts.jsonl > ../tests/data/golden.jsonl

WHEEL is what pack.py reads. With --lines, the input is plain text, a text in each line. The
example `compare` of the crate reads what this writes.
"""

import argparse
import json
import sys
from pathlib import Path

from pack import load


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--lines", action="store_true", help="read plain text")
    args = parser.parse_args()

    nlp = load(args.wheel)
    for line in sys.stdin.read().split("\n"):
        if line:
            text = line if args.lines else json.loads(line)
            tokens = [[token.text, token.tag_, bool(token.whitespace_)] for token in nlp(text)]
            print(json.dumps({"text": text, "tokens": tokens}, ensure_ascii=False))


if __name__ == "__main__":
    main()
