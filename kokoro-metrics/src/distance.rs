//! How far two sounds, or two sets of numbers, are apart.
//!
//! The log-mel spectrogram is librosa's `melspectrogram(sr=24000, n_fft=1024, hop_length=256,
//! n_mels=80)` with its defaults (periodic Hann, centred with zeros, power, Slaney's mel scale and
//! area normalisation), then `power_to_db(ref=1.0, amin=1e-8, top_db=80)`.

use std::f64::consts::PI;

use rustfft::algorithm::Radix4;
use rustfft::num_complex::Complex;
use rustfft::{Fft, FftDirection};

const RATE: f64 = 24_000.0;
const N_FFT: usize = 1024;
const HOP: usize = 256;
const BANDS: usize = 80;
const FLOOR: f64 = 1e-8;
const TOP_DB: f64 = 80.0;

/// `‖found − expected‖ / ‖expected‖`, over as many values as both have.
pub fn relative_l2(found: &[f32], expected: &[f32]) -> f64 {
    let square = |x: f64| x * x;
    let error: f64 = found.iter().zip(expected).map(|(&a, &b)| square(a as f64 - b as f64)).sum();
    (error / expected.iter().map(|&b| square(b as f64)).sum::<f64>()).sqrt()
}

/// Signal-to-noise ratio of `found` against `expected`, in dB.
pub fn snr_db(found: &[f32], expected: &[f32]) -> f64 {
    -20.0 * relative_l2(found, expected).log10()
}

/// Mean |difference| in dB of two log-mel spectrograms, over the columns that both signals have.
pub fn log_mel_distance(a: &[f32], b: &[f32]) -> f64 {
    let (a, b) = (log_mel(a), log_mel(b));
    let n = a.len().min(b.len());
    a[..n].iter().flatten().zip(b[..n].iter().flatten()).map(|(x, y)| (x - y).abs()).sum::<f64>()
        / (n * BANDS) as f64
}

/// Spectral convergence of `found` against `expected`: `‖|S| − |Ŝ|‖ / ‖|S|‖`, Frobenius norms over
/// the magnitudes of the STFTs (the one of the log-mel spectrogram), over the columns that both
/// signals have. 0 for the same magnitudes, 1 for silence.
///
/// Arık, Jun, Diamos 2018, "Fast spectrogram inversion using multi-head convolutional neural
/// networks"; as a loss also in Yamamoto, Song, Kim 2020, "Parallel WaveGAN" (multi-resolution STFT
/// loss).
pub fn spectral_convergence(found: &[f32], expected: &[f32]) -> f64 {
    let (found, expected) = (power_spectrogram(found), power_spectrogram(expected));
    let (mut error, mut total) = (0.0, 0.0);
    for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
        let difference = expected.sqrt() - found.sqrt();
        error += difference * difference;
        total += expected;
    }
    (error / total).sqrt()
}

/// Log-mel spectrogram of a signal at 24 kHz: columns of 80 values in dB, one for each 256 samples.
pub fn log_mel(samples: &[f32]) -> Vec<Vec<f64>> {
    let filters = filters();
    let band = |f: &Vec<f64>, power: &[f64]| f.iter().zip(power).map(|(w, p)| w * p).sum::<f64>();
    let column = |power: Vec<f64>| -> Vec<f64> {
        filters.iter().map(|f| 10.0 * band(f, &power).max(FLOOR).log10()).collect()
    };
    let mut columns: Vec<Vec<f64>> = power_spectrogram(samples).into_iter().map(column).collect();
    let loudest = columns.iter().flatten().copied().fold(f64::MIN, f64::max);
    columns.iter_mut().flatten().for_each(|x| *x = x.max(loudest - TOP_DB));
    columns
}

/// `|STFT|²`: columns of 513 values, one for each 256 samples.
fn power_spectrogram(samples: &[f32]) -> Vec<Vec<f64>> {
    // The algorithm is named here: with a planner, every algorithm would be compiled for f64.
    let fft = Radix4::new(N_FFT, FftDirection::Forward);
    let sample =
        |i: isize| usize::try_from(i).ok().and_then(|i| samples.get(i)).map_or(0.0, |&x| x as f64);
    let hann = |i: usize| 0.5 - 0.5 * (2.0 * PI * i as f64 / N_FFT as f64).cos();
    let column = |t: usize| -> Vec<f64> {
        let start = (t * HOP) as isize - (N_FFT / 2) as isize;
        let mut frame: Vec<_> =
            (0..N_FFT).map(|i| Complex::new(sample(start + i as isize) * hann(i), 0.0)).collect();
        fft.process(&mut frame);
        frame[..=N_FFT / 2].iter().map(|x| x.norm_sqr()).collect()
    };
    (0..=samples.len() / HOP).map(column).collect()
}

/// The centre of band `band` of the log-mel spectrogram, in Hz; bands may be given in fractions.
pub fn band_hz(band: f64) -> f64 {
    mel_to_hz(hz_to_mel(RATE / 2.0) * (band + 1.0) / (BANDS + 1) as f64)
}

/// Triangles between neighbouring points of Slaney's mel scale, each of unit area in Hz.
fn filters() -> Vec<Vec<f64>> {
    let top = hz_to_mel(RATE / 2.0);
    let points: Vec<f64> =
        (0..BANDS + 2).map(|i| mel_to_hz(top * i as f64 / (BANDS + 1) as f64)).collect();
    let weight = |band: usize, bin: usize| {
        let (left, centre, right) = (points[band], points[band + 1], points[band + 2]);
        let hz = bin as f64 * RATE / N_FFT as f64;
        ((hz - left) / (centre - left)).min((right - hz) / (right - centre)).max(0.0) * 2.0
            / (right - left)
    };
    (0..BANDS).map(|band| (0..=N_FFT / 2).map(|bin| weight(band, bin)).collect()).collect()
}

/// Linear up to 1 kHz (15 mel), then logarithmic with 27 mel for each factor of 6.4: Slaney 1998,
/// "Auditory toolbox".
fn hz_to_mel(hz: f64) -> f64 {
    if hz < 1000.0 { hz * 3.0 / 200.0 } else { 15.0 + (hz / 1000.0).ln() * 27.0 / 6.4f64.ln() }
}

fn mel_to_hz(mel: f64) -> f64 {
    if mel < 15.0 { mel * 200.0 / 3.0 } else { 1000.0 * ((mel - 15.0) * 6.4f64.ln() / 27.0).exp() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// librosa computes in f32.
    const MAX_ERROR: f64 = 2e-3;

    /* The expected numbers can be made again with librosa 0.11:

    import numpy as np, librosa
    t = np.arange(6000)
    x = (np.sin(t * 0.05) * 0.3 + np.sin(t * t * 1e-4) * 0.1).astype("f4")
    p = librosa.feature.melspectrogram(y=x, sr=24000, n_fft=1024, hop_length=256, n_mels=80)
    m = librosa.power_to_db(p, ref=1.0, amin=1e-8)
    print(m.shape, m[[0, 5, 40, 79], 3], m[[0, 5, 40, 79], 23], m.mean())
    */
    #[test]
    fn equals_librosa() {
        let x: Vec<f32> = (0..6000)
            .map(|t| t as f64)
            .map(|t| ((t * 0.05).sin() * 0.3 + (t * t * 1e-4).sin() * 0.1) as f32)
            .collect();
        let m = log_mel(&x);
        let picked = [3, 23].map(|t| [0, 5, 40, 79].map(|band| m[t][band]));
        let expected = [
            [-37.157402, -1.340187, -58.77247, -58.77247],
            [-9.872887, 8.351486, -20.361423, -28.865698],
        ];
        assert_eq!(m.len(), 24);
        for (found, expected) in picked.iter().flatten().zip(expected.iter().flatten()) {
            assert!((found - expected).abs() < MAX_ERROR, "{picked:?}");
        }
        let mean = m.iter().flatten().sum::<f64>() / (24 * BANDS) as f64;
        assert!((mean + 43.40121).abs() < MAX_ERROR, "{mean}");
        assert_eq!(log_mel_distance(&x, &x), 0.0);
        let double: Vec<f32> = x.iter().map(|x| 2.0 * x).collect();
        assert!((log_mel_distance(&x, &double) - 20.0 * 2f64.log10()).abs() < 0.2);
    }

    /* The expected number can be made again with librosa 0.11, x as above:

    y = x + (0.05 * np.cos(t * 0.3)).astype("f4")
    X, Y = (abs(librosa.stft(v, n_fft=1024, hop_length=256)) for v in (x, y))
    print(np.linalg.norm(X - Y) / np.linalg.norm(X))
    */
    #[test]
    fn spectral_convergence_equals_librosa() {
        let time = || (0..6000).map(|t| t as f64);
        let x = time().map(|t| ((t * 0.05).sin() * 0.3 + (t * t * 1e-4).sin() * 0.1) as f32);
        let x: Vec<f32> = x.collect();
        let y: Vec<f32> =
            x.iter().zip(time()).map(|(x, t)| x + (0.05 * (t * 0.3).cos()) as f32).collect();
        let found = spectral_convergence(&y, &x);
        assert!((found - 0.15378278).abs() < 1e-5, "{found}");
        assert_eq!(spectral_convergence(&x, &x), 0.0);
        assert!((spectral_convergence(&vec![0.0; 6000], &x) - 1.0).abs() < 1e-12);
        let flipped: Vec<f32> = x.iter().map(|x| -x).collect();
        assert_eq!(spectral_convergence(&flipped, &x), 0.0); // phases do not matter
    }

    #[test]
    fn distances() {
        assert!((relative_l2(&[3.0, 4.5], &[3.0, 4.0]) - 0.1).abs() < 1e-9);
        assert!((snr_db(&[3.0, 4.5], &[3.0, 4.0]) - 20.0).abs() < 1e-6);
    }
}
