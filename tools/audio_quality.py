#!/usr/bin/env python3
"""How alike to the samples is what each lossy format gives back, decoded by ffmpeg.

    cargo run --release -p kokoro-audio --example formats -- speech.wav FOLDER
    tools/audio_quality.py speech.wav FOLDER

Prints for each file: bits per second; the correlation and the ratio of signal to noise, in
decibels, both of samples after alignment; PESQ (ITU-T P.862.2, wideband: 4.64 is the best).
Needs ffmpeg, and the Python packages numpy, scipy and pesq.
"""

import subprocess
import sys
from pathlib import Path

import numpy as np
from pesq import pesq
from scipy.signal import resample_poly

RATE = 24_000
LOSSY = {".opus", ".mp3", ".m4a", ".aac"}


def samples_of(path: Path) -> np.ndarray:
    output = ["-ar", str(RATE), "-ac", "1", "-f", "f32le", "-"]
    command = ["ffmpeg", "-v", "error", "-i", path, *output]
    raw = subprocess.run(command, check=True, capture_output=True).stdout
    return np.frombuffer(raw, dtype=np.float32).astype(float)


def delay_of(decoded: np.ndarray, samples: np.ndarray) -> int:
    """By how many samples what was decoded is late."""
    size = 2 * max(len(decoded), len(samples))
    spectrum = np.fft.rfft(decoded, size) * np.conj(np.fft.rfft(samples, size))
    return int(np.argmax(np.fft.irfft(spectrum)[: len(samples)]))


def main() -> None:
    speech, folder = Path(sys.argv[1]), Path(sys.argv[2])
    samples = samples_of(speech)
    seconds = len(samples) / RATE
    print(f"{'file':24} kbit/s  delay  correlation  SNR (dB)  PESQ")
    for path in sorted(p for p in folder.iterdir() if p.suffix in LOSSY):
        decoded = samples_of(path)
        delay = delay_of(decoded, samples)
        decoded = decoded[delay:][: len(samples)]
        wanted = samples[: len(decoded)]
        correlation = np.corrcoef(wanted, decoded)[0, 1]
        ratio = 10 * np.log10(np.sum(wanted**2) / np.sum((wanted - decoded) ** 2))
        quality = pesq(16_000, *(resample_poly(x, 2, 3) for x in (wanted, decoded)), "wb")
        rate = path.stat().st_size * 8 / seconds / 1000
        alike = f"{correlation:12.4f} {ratio:9.1f} {quality:5.2f}"
        print(f"{path.name:24} {rate:6.1f} {delay:6} {alike}")


if __name__ == "__main__":
    main()
