#!/usr/bin/env python3
"""Writes the golden outputs of tests/golden, or compares with them.

    make_golden.py           speaks the utterances of cases.json and writes a file for each;
                             their lengths go into cases.json
    make_golden.py --check   speaks them and compares with the committed files; writes nothing

Needs tests/oracle/requirements.txt. tests/golden/README.md says what the tensors are.
"""

import argparse
import json
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from reference import ROOT, Reference

GOLDEN = ROOT / "tests" / "golden"
# The tensors that are kept of the cases marked "small", of which every stage would take too much
# room.
SMALL = ["input_ids", "style", "pred_dur", "f0", "energy", "audio"]
# Relative L2 that --check allows, because another processor takes float32 sums in another order:
# twice the largest distance of the reference in float32 from itself in float64 (tools/floor.py).
# Integers and the voice row must be the same.
BARS = {"style": 0.0, "source": 8e-3, "harmonics": 5e-3, "logits": 3e-3, "audio": 3e-2}
OTHERS = 1e-5
BINS = 11


def comparable(name, tensor):
    """The STFT is compared by magnitudes: phases of near-empty bins flip by 2 pi."""
    return (tensor[:BINS] if name == "harmonics" else tensor).double()


def distance(found, expected):
    return float((found - expected).norm() / expected.norm())


def differences(case, made, committed):
    """Prints how each tensor compares; gives the names of those that are off."""
    if made.keys() != committed.keys():
        return [f"{case}: tensors {sorted(made)}, committed {sorted(committed)}"]
    wrong = []
    for name, expected in committed.items():
        found = made[name]
        if found.shape != expected.shape or found.dtype != expected.dtype:
            wrong.append(
                f"{case} {name}: {found.dtype} {list(found.shape)}, "
                f"committed {expected.dtype} {list(expected.shape)}"
            )
            continue
        if torch.equal(found, expected):
            print(f"{case:20} {name:17} the same bits")
            continue
        bar = BARS.get(name, OTHERS) if found.is_floating_point() else 0.0
        off = distance(comparable(name, found), comparable(name, expected))
        print(f"{case:20} {name:17} relative L2 {off:.1e} (bar {bar:.0e})")
        if not off <= bar:
            wrong.append(f"{case} {name}: relative L2 {off:.1e}, bar {bar:.0e}")
    return wrong


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--check", action="store_true", help="compare with the committed files")
    arguments.add_argument(
        "--output", type=Path, default=GOLDEN, metavar="DIR", help="where to write [tests/golden]"
    )
    options = arguments.parse_args()
    cases = json.loads((GOLDEN / "cases.json").read_text(encoding="utf-8"))
    reference, wrong = Reference(), []
    options.output.mkdir(parents=True, exist_ok=True)
    for case in cases:
        made = reference.speak(case["phonemes"], case["voice"], case["speed"], case["seed"])
        if case.get("small"):
            made = {name: made[name] for name in SMALL}
        lengths = dict(
            tokens=len(made["input_ids"]) - 2,
            frames=int(made["pred_dur"].sum()),
            samples=made["audio"].numel(),
        )
        if options.check:
            committed = load_file(GOLDEN / f"{case['name']}.safetensors")
            wrong += differences(case["name"], made, committed)
            wrong += (
                [f"{case['name']}: {lengths}, not what cases.json has"]
                if case != case | lengths
                else []
            )
        else:
            case |= lengths
            metadata = {key: str(value) for key, value in case.items()}
            save_file(made, options.output / f"{case['name']}.safetensors", metadata)
            print(f"{case['name']}: {lengths}")
    if not options.check:
        text = json.dumps(cases, ensure_ascii=False, indent=1)
        (options.output / "cases.json").write_text(text, encoding="utf-8")
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
