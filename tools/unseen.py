#!/usr/bin/env python3
"""Sentences that nobody chose, with upstream's phonemes, for the example `agreement`.

    unseen.py LANG > LANG.jsonl     LANG: es fr hi it ja pt-br zh
    cargo run --release -p kokoro-text --example agreement -- LANG LANG.jsonl phonemes

The sentences are those of GIMP's manual, as Debian packages have it (of LibreOffice's for Hindi and
Chinese): of 20 to 200 characters without a digit (in Chinese and Japanese 10 to 80, without Latin
letters), at most 2,000, evenly from the whole. They are composed (NFC), because espeak-ng does not
know decomposed accents. Upstream is misaki 0.9.4 as Kokoro v1.0 calls it. Needs a Debian system
(apt-get, dpkg-deb) and tools/unseen-requirements.txt.
"""

import argparse
import html.parser
import json
import re
import subprocess
import sys
import tempfile
import types
import unicodedata
from pathlib import Path

PACKAGES = {
    "es": "gimp-help-es",
    "fr": "gimp-help-fr",
    "hi": "libreoffice-help-hi",
    "it": "gimp-help-it",
    "ja": "gimp-help-ja",
    "pt-br": "gimp-help-pt-br",
    "zh": "libreoffice-help-zh-cn",
}
ESPEAK = {"es": "es", "fr": "fr-fr", "hi": "hi", "it": "it", "pt-br": "pt-br"}
MOST = 2000
LENGTHS = range(20, 201)
# A Chinese or Japanese sentence says more in as many characters.
WIDE_LENGTHS = range(10, 81)


class Paragraphs(html.parser.HTMLParser):
    """The texts of the elements `p` of a page."""

    def __init__(self):
        super().__init__()
        self.found, self.text = [], None

    def handle_starttag(self, tag, attributes):
        if tag == "p":
            self.text = []

    def handle_data(self, data):
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag):
        if tag == "p" and self.text is not None:
            self.found.append(" ".join("".join(self.text).split()))
            self.text = None


def sentences(language):
    """The sentences of a package, each once, in the order of its files."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["apt-get", "download", PACKAGES[language]]
        subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
        (package,) = Path(folder).glob("*.deb")
        subprocess.run(["dpkg-deb", "-x", package, f"{folder}/files"], check=True)
        found = {}
        for page in sorted(Path(folder, "files").rglob("*.html")):
            reader = Paragraphs()
            reader.feed(page.read_text(encoding="utf-8", errors="replace"))
            for paragraph in reader.found:
                for sentence in re.findall(r"[^.!?。！？।]+[.!?。！？।]+", paragraph):
                    found[unicodedata.normalize("NFC", sentence.strip())] = None
    lengths = WIDE_LENGTHS if language in ["ja", "zh"] else LENGTHS
    is_wanted = lambda text: len(text) in lengths and not re.search(r"\d", text)
    kept = [text for text in found if is_wanted(text) and is_translated(text, language)]
    step = max(1, len(kept) // MOST)
    return kept[::step][:MOST]


def is_translated(text, language):
    """Whether a sentence is in the language, and not in the English of the original."""
    if language in ["ja", "zh"]:  # upstream leaves Latin letters as they are
        return not re.search("[A-Za-z]", text)
    if language == "hi":
        return sum(c.isascii() and c.isalpha() for c in text) < len(text) / 4
    return not re.search(r"\b(the|of|is|and|to)\b", text)


def upstream(language):
    """A function from a sentence to upstream's phonemes."""
    if language in ESPEAK:
        from misaki.espeak import EspeakG2P

        return lambda text, g2p=EspeakG2P(ESPEAK[language]): g2p(text)[0]
    if language == "zh":
        from misaki.zh import ZHG2P

        return lambda text, g2p=ZHG2P(): g2p(text)[0]
    import unidic_lite

    # misaki imports pyopenjtalk, which this path does not use, and UniDic's large edition.
    sys.modules.setdefault("pyopenjtalk", types.ModuleType("pyopenjtalk"))
    unidic = types.ModuleType("unidic")
    unidic.DICDIR = unidic_lite.DICDIR
    sys.modules.setdefault("unidic", unidic)
    from misaki.ja import JAG2P

    return lambda text, g2p=JAG2P(): g2p(text)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("language", choices=PACKAGES)
    language = parser.parse_args().language
    phonemes = upstream(language)
    for text in sentences(language):
        print(json.dumps({"text": text, "phonemes": phonemes(text)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
