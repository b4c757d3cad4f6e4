#!/usr/bin/env python3
"""Makes references of misaki's Mandarin, in the form that Kokoro v1.0 was trained with.

    mandarin.py < SENTENCES > mandarin.tsv
    mandarin.py --syllables < ../../data/mandarin/syllables.txt > mandarin_syllables.tsv

Each line of the result is what was read, a tab, and its phonemes. Needs misaki 0.9.4, jieba 0.42.1,
pypinyin 0.55.0 and cn2an 0.5.24.
"""

import sys

from misaki.zh import ZHG2P

mandarin = ZHG2P(version=None)
for line in sys.stdin:
    text = line.rstrip("\n")
    if sys.argv[1:] == ["--syllables"]:
        phonemes = mandarin.py2ipa(text).replace(chr(815), "")
    else:
        phonemes, _ = mandarin(text)
    print(text, phonemes, sep="\t")
