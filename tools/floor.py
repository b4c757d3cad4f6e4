#!/usr/bin/env python3
"""How exact the reference is itself, on the golden utterances: no test can ask for more than that.

For each utterance it prints float32 against float64, and the noise of one seed against that of the
next; then, for each stage, the worst relative L2 distance of float32 from float64. Needs
tests/oracle/requirements.txt and librosa.
"""

import argparse
import json
import sys
import warnings
from pathlib import Path

import torch

from sound import log_mel_distance, snr

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "oracle"))
from make_golden import GOLDEN, comparable, distance
from reference import Reference


def main():
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    warnings.filterwarnings("ignore")
    cases = json.loads((GOLDEN / "cases.json").read_text(encoding="utf-8"))
    speak = lambda case, seed: reference.speak(case["phonemes"], case["voice"], case["speed"], seed)
    reference = Reference()
    single = [speak(case, case["seed"]) for case in cases]
    reseeded = [speak(case, case["seed"] + 1)["audio"].numpy() for case in cases]
    reference.double()
    worst = {}
    for case, found, other in zip(cases, single, reseeded):
        exact = speak(case, case["seed"])
        assert torch.equal(found["pred_dur"], exact["pred_dur"]), "durations differ"
        for name, tensor in exact.items():
            if tensor.is_floating_point():
                off = distance(comparable(name, found[name]), comparable(name, tensor))
                worst[name] = max(worst.get(name, 0.0), off)
        audio, audio64 = found["audio"].numpy(), exact["audio"].float().numpy()
        print(
            f"{case['name']:20} float32 against float64: "
            f"log-mel {log_mel_distance(audio, audio64):.3f} dB, SNR {snr(audio, audio64):.1f} dB; "
            f"another seed: log-mel {log_mel_distance(other, audio):.2f} dB"
        )
    print("worst relative L2 of float32 from float64 (of harmonics: the magnitudes):")
    for name, off in worst.items():
        print(f"  {name:17} {off:.1e}")


if __name__ == "__main__":
    main()
