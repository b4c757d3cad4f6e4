#!/usr/bin/env python3
"""What speech in pieces does to quality, as a table.

    cargo run --release -p kokoro-tests --example pieces -- int8 1 DIR
    pieces.py DIR [EVERY]

Holds every DIR/001.pieces.f32 against DIR/001.exact.f32, or every EVERY-th. Needs
tools/requirements.txt. Log-mel distance and PESQ are as in quality.py, MOS is DistillMOS. All are
given for the whole sound, and for the first 2 s: the first piece and the seam after it.
"""

import sys
import warnings
from pathlib import Path

import numpy as np

from quality import mos, pesq
from sound import RATE, log_mel_distance

FIRST = 2 * RATE


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    warnings.filterwarnings("ignore")
    folder, every = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    score, rows = mos(), []
    files = sorted(folder.glob("*.exact.f32"))[::every]
    for file in files:
        exact = np.fromfile(file, dtype="<f4")
        pieces = np.fromfile(str(file).replace(".exact.", ".pieces."), dtype="<f4")
        row = []
        for end in (len(exact), FIRST):
            a, b = pieces[:end], exact[:end]
            row += [log_mel_distance(a, b), pesq(a, b), score(b) - score(a)]
        rows.append(row)
    print(f"{len(rows)} sentences")
    print("| sound | log-mel, mean and worst | PESQ, mean and worst | MOS lower by |")
    print("|---|---|---|---|")
    for name, (mel, heard, lower) in (
        ("whole", zip(*[row[:3] for row in rows])),
        ("first 2 s", zip(*[row[3:] for row in rows])),
    ):
        print(
            f"| {name} | {np.mean(mel):.3f}, {max(mel):.3f} dB "
            f"| {np.mean(heard):.2f}, {min(heard):.2f} | {np.mean(lower):.3f} |"
        )


if __name__ == "__main__":
    main()
