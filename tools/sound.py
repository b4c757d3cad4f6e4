"""Sounds at 24 kHz, and how far one is from another."""

import numpy as np

RATE = 24000


def read(path):
    """The samples of a WAV file of one channel, float32."""
    import soundfile

    samples, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE and samples.ndim == 1, (
        f"{path}: expected one channel at {RATE} Hz, found {rate} Hz"
    )
    return samples


def log_mel(samples):
    """librosa's spectrogram of 80 mel bands in dB, 80 dB deep: `[80, frames]`.

    kokoro-metrics/src/distance.rs is the same in Rust.
    """
    import librosa

    mel = librosa.feature.melspectrogram(y=samples, sr=RATE, n_fft=1024, hop_length=256, n_mels=80)
    return librosa.power_to_db(mel, ref=1.0, amin=1e-8, top_db=80)


def log_mel_distance(found, expected):
    """Mean absolute difference of two log-mel spectrograms, dB, over what both sounds have."""
    length = min(len(found), len(expected))
    return float(np.abs(log_mel(found[:length]) - log_mel(expected[:length])).mean())


def snr(found, expected):
    """Signal-to-noise ratio of the samples, dB."""
    found, expected = found.astype(np.float64), expected.astype(np.float64)
    return float(10 * np.log10((expected**2).sum() / ((found - expected) ** 2).sum()))
