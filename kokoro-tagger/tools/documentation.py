#!/usr/bin/env python3
"""Prints paragraphs of Python's own documentation, a line each: a text to compare taggers with.

    python documentation.py | python golden.py WHEEL --lines > GOLDEN
    cargo run --release -p kokoro-tagger --example compare < GOLDEN
"""

import importlib
import inspect
from pydoc_data.topics import topics

MODULES = """argparse subprocess asyncio typing decimal email http.client logging os re statistics
unittest.mock urllib.request zipfile tarfile threading socket shutil random pathlib datetime
collections functools inspect json csv""".split()
LONGEST = 2000  # characters


def texts():
    yield from (text for _, text in sorted(topics.items()))
    for name in MODULES:
        for _, value in sorted(vars(importlib.import_module(name)).items()):
            if inspect.isclass(value) or inspect.isfunction(value):
                yield inspect.getdoc(value) or ""


def main():
    lines = (" ".join(part.split()) for text in texts() for part in text.split("\n\n"))
    for line in dict.fromkeys(lines):
        if line and len(line) < LONGEST:
            print(line)


if __name__ == "__main__":
    main()
