//! Both transforms from their definition: the specification that the fast ones are tested against.
//!
//! Each formula is a loop in `f64`, which computes every sine anew. The time is quadratic in
//! `n_fft`, and memory is allocated.
//!
//! Forward, for column `c` and bin `k`, with `x̃` the signal mirrored by `⌊n/2⌋` samples at each
//! end (the end samples themselves not repeated) and `w` the periodic Hann window:
//!
//! ```text
//! X[k, c] = Σⱼ w[j] x̃[c hop + j] exp(−2πi k j / n)
//! ```
//!
//! Inverse, with `X` continued to all `n` bins by `X[n − k] = conj X[k]` and the imaginary parts of
//! bin 0 and (even `n`) bin `n / 2` ignored, cut by `⌊n/2⌋` samples at each end:
//!
//! ```text
//! y[t] = Σ_c w[t − c hop] (1/n) Σₖ X[k, c] exp(2πi k (t − c hop) / n)  /  Σ_c w[t − c hop]²
//! ```
//!
//! Source: `torch.stft` and `torch.istft` with `center=True`, `pad_mode="reflect"`,
//! `onesided=True`, `normalized=False`, as upstream `TorchSTFT` (`istftnet.py`) calls them.

use std::f64::consts::TAU;

use crate::mirror::mirrored;
use crate::window::{Envelope, hann};
use crate::{Error, Spectrum, StftConfig};

/// Samples `[L]` to magnitudes and phases `[bins, F]`; the phase of what is real by definition is
/// `0` or `+π`, and that of zero is `0`.
///
/// # Errors
/// As [`Stft::new`](crate::Stft::new) and [`Stft::process`](crate::Stft::process).
pub fn stft(config: StftConfig, samples: &[f32]) -> Result<Spectrum, Error> {
    let StftConfig { n_fft, hop } = config;
    let columns = config.columns(samples.len())?;
    let window = hann(n_fft);
    let mut spectrum = Spectrum { columns, ..Spectrum::default() };
    for k in 0..config.bins() {
        for c in 0..columns {
            let (mut re, mut im) = (0.0, 0.0);
            for (j, w) in window.iter().enumerate() {
                let x = w * f64::from(samples[mirrored(c * hop + j, n_fft / 2, samples.len())]);
                let angle = TAU * (k * j % n_fft) as f64 / n_fft as f64;
                re += x * angle.cos();
                im -= x * angle.sin();
            }
            if config.is_real(k, c) {
                im = 0.0;
            }
            spectrum.magnitude.push(re.hypot(im) as f32);
            spectrum.phase.push((im + 0.0).atan2(re + 0.0) as f32); // −0 + 0 is +0
        }
    }
    Ok(spectrum)
}

/// Magnitudes and phases `[bins, F]` to samples `[config.samples(F)]`.
///
/// # Errors
/// As [`Istft::new`](crate::Istft::new) and [`Istft::process`](crate::Istft::process).
pub fn istft(config: StftConfig, spectrum: &Spectrum) -> Result<Vec<f32>, Error> {
    let StftConfig { n_fft, hop } = config;
    Envelope::new(&config, 0)?; // only for its errors
    spectrum.check(config.bins())?;
    let columns = spectrum.columns;
    let window = hann(n_fft);
    let mut sum = vec![0.0; columns * hop + n_fft];
    let mut envelope = vec![0.0; sum.len()];
    for c in 0..columns {
        for (j, w) in window.iter().enumerate() {
            let mut sample = 0.0;
            for k in 0..n_fft {
                let bin = k.min(n_fft - k); // the other half is the conjugate
                let magnitude = f64::from(spectrum.magnitude[bin * columns + c]);
                let phase = f64::from(spectrum.phase[bin * columns + c]);
                let (re, mut im) = (magnitude * phase.cos(), magnitude * phase.sin());
                if k > bin {
                    im = -im;
                }
                if k == 0 || 2 * k == n_fft {
                    im = 0.0;
                }
                let angle = TAU * (k * j % n_fft) as f64 / n_fft as f64;
                sample += re * angle.cos() - im * angle.sin();
            }
            sum[c * hop + j] += w * sample / n_fft as f64;
            envelope[c * hop + j] += w * w;
        }
    }
    let kept = n_fft / 2..n_fft / 2 + config.samples(columns);
    Ok(kept.map(|t| (sum[t] / envelope[t]) as f32).collect())
}
