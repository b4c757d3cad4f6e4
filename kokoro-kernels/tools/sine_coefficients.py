#!/usr/bin/env python3
"""Computes the coefficients of `sin_squared_coarse` (src/math/sine.rs); needs mpmath.

Wanted is the cubic polynomial p that makes the greatest error of r² p(r²) as an approximation of
sin² πr over 0 ≤ r ≤ ½ least. With x = r², that is a best approximation by x, x², x³ and x⁴, whose
error has its greatest magnitude at five points with alternating signs (Chebyshev). Remez's exchange
finds it. The committed coefficients were found by Lawson's iteration, reweighted least squares on a
grid, and differ from these in the last digits of an f32; they stay, because samples depend on them.

    sine_coefficients.py           prints the coefficients and their error
    sine_coefficients.py --check   fails unless the Rust file has coefficients as good as these
"""

import re
import struct
import sys
from pathlib import Path

import mpmath as mp

RUST = Path(__file__).parent.parent / "src/math/sine.rs"
TERMS = 4
GRID = 2000
# How much greater the error of the committed coefficients may be than the least possible.
EXCESS = 1.02
# How far, relatively, each of them may be from the best one.
NEAR = 1e-3

mp.mp.dps = 30


def wanted(r):
    return mp.sin(mp.pi * r) ** 2


def approximation(coefficients, r):
    return r * r * mp.polyval(coefficients[::-1], r * r)


def error(coefficients, r):
    return wanted(r) - approximation(coefficients, r)


def extrema(coefficients):
    """The greatest error, with its place, in each stretch of the grid where its sign stays."""
    places = []
    for i in range(1, GRID + 1):
        r = mp.mpf(i) / (2 * GRID)
        e = error(coefficients, r)
        if places and (e > 0) == (places[-1][1] > 0):
            if abs(e) > abs(places[-1][1]):
                places[-1] = (r, e)
        else:
            places.append((r, e))
    return places


def remez():
    """The best coefficients, and the magnitude of their error."""
    n = TERMS + 1
    # The first places are those of a Chebyshev polynomial.
    places = [mp.sin(mp.pi * (2 * k + 1) / (4 * n)) / 2 for k in range(n)]
    for _ in range(20):
        # p with an error of e at all places, of alternating signs: linear equations.
        matrix = mp.matrix(n, n)
        right = mp.matrix(n, 1)
        for row, r in enumerate(places):
            for k in range(TERMS):
                matrix[row, k] = r ** (2 * k + 2)
            matrix[row, TERMS] = (-1) ** row
            right[row] = wanted(r)
        solution = mp.lu_solve(matrix, right)
        coefficients, level = list(solution[:TERMS]), abs(solution[TERMS])
        found = extrema(coefficients)[-n:]
        places = [r for r, _ in found]
        greatest = max(abs(e) for _, e in found)
        if len(places) < n:
            sys.exit(f"expected {n} extrema, found {len(places)}")
        if greatest < level * (1 + mp.mpf("1e-6")):
            break
    return coefficients, greatest


def to_f32(x):
    return mp.mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def greatest_error(coefficients):
    return max(abs(e) for _, e in extrema(coefficients))


def committed():
    found = re.search(r"const COARSE: \[f32; 4\] = \[(.*?)\];", RUST.read_text(), re.S)
    if not found:
        sys.exit(f"{RUST}: expected a constant COARSE")
    return [to_f32(x.replace("_", "").strip()) for x in found[1].split(",") if x.strip()]


def show(name, coefficients):
    digits = ", ".join(mp.nstr(c, 9) for c in coefficients)
    print(f"{name}: [{digits}], error {mp.nstr(greatest_error(coefficients), 5)}")


def main():
    best, _ = remez()
    rounded = [to_f32(c) for c in best]
    ours = committed()
    show("best     ", best)
    show("as f32   ", rounded)
    show("committed", ours)
    if "--check" in sys.argv[1:]:
        least, found = greatest_error(rounded), greatest_error(ours)
        if found > EXCESS * least:
            sys.exit(f"error: expected at most {EXCESS} × {mp.nstr(least, 5)}")
        for a, b in zip(ours, best):
            if abs(a - b) > NEAR * abs(b):
                sys.exit(f"coefficient: expected {mp.nstr(b, 9)}, found {mp.nstr(a, 9)}")
        print("the committed coefficients are as good as the best")


if __name__ == "__main__":
    main()
