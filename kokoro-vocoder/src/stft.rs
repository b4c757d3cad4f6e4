//! The forward transform: samples to spectrum.

use std::fmt;
use std::sync::Arc;

use rustfft::{Fft, FftPlanner, num_complex::Complex32};

use crate::mirror::mirrored;
use crate::window::hann;
use crate::{Error, Spectrum, StftConfig};

/// Columns that one call of the FFT transforms.
const BLOCK: usize = 16;

/// Forward short-time Fourier transform (upstream `TorchSTFT.transform`), planned once and shared
/// freely.
///
/// The signal is mirrored by `n_fft / 2` samples at each end, so that column `c` is centred on
/// sample `c hop`. What is real by definition has an imaginary part of exactly `+0`, so its phase
/// is `0` or `+π` and never `−π`: bin 0, and with an even `n_fft` the last bin and all of column 0,
/// which mirroring makes symmetric. (There `torch` leaves the sign of `π` to rounding.) A bin that
/// is exactly 0 has phase 0. Cloning shares the plan. [`naive::stft`](crate::naive::stft) is its
/// specification.
///
/// ```
/// use kokoro_vocoder::{Stft, StftConfig};
///
/// let stft = Stft::new(StftConfig::default())?;
/// let spectrum = stft.process(&[1.0; 600])?;
/// assert_eq!((spectrum.columns, spectrum.magnitude.len()), (121, 11 * 121));
/// assert!((spectrum.magnitude[0] - 10.0).abs() < 1e-5); // the window sums to n_fft / 2
/// # Ok::<(), kokoro_vocoder::Error>(())
/// ```
#[derive(Clone)]
pub struct Stft {
    config: StftConfig,
    window: Arc<[f32]>, // [n_fft]
    fft: Arc<dyn Fft<f32>>,
}

/// Working memory of [`Stft::process_into`]. Whatever an earlier call left in it does not matter.
#[derive(Debug, Clone)]
pub struct StftScratch {
    frames: Vec<Complex32>, // [BLOCK, n_fft]
    fft: Vec<Complex32>,
}

impl Stft {
    /// Plans a transform.
    ///
    /// # Errors
    /// [`Error::Size`] unless `2 <= n_fft <= MAX_N_FFT`, [`Error::Hop`] when `hop == 0`.
    pub fn new(config: StftConfig) -> Result<Self, Error> {
        config.check()?;
        let window = hann(config.n_fft).into_iter().map(|w| w as f32).collect();
        let fft = FftPlanner::new().plan_fft_forward(config.n_fft);
        Ok(Self { config, window, fft })
    }

    /// The lengths this was planned for.
    pub fn config(&self) -> StftConfig {
        self.config
    }

    /// Working memory for this plan.
    pub fn make_scratch(&self) -> StftScratch {
        StftScratch {
            frames: vec![Complex32::default(); BLOCK * self.config.n_fft],
            fft: vec![Complex32::default(); self.fft.get_inplace_scratch_len()],
        }
    }

    /// The spectrum of a signal, `[bins, config.columns(samples)]`.
    ///
    /// # Errors
    /// [`Error::TooShort`] when `samples.len() <= n_fft / 2`.
    pub fn process(&self, samples: &[f32]) -> Result<Spectrum, Error> {
        let columns = self.config.columns(samples.len())?;
        let size = self.config.bins() * columns;
        let mut spectrum = Spectrum { magnitude: vec![0.0; size], phase: vec![0.0; size], columns };
        let Spectrum { magnitude, phase, .. } = &mut spectrum;
        self.process_into(samples, magnitude, phase, &mut self.make_scratch())?;
        Ok(spectrum)
    }

    /// [`Stft::process`] without allocating. `magnitude` and `phase` are `[bins, columns]` each,
    /// and may be the two halves of one buffer. `scratch` is garbage afterwards, and may be
    /// reused.
    ///
    /// # Errors
    /// [`Error::TooShort`] when `samples.len() <= n_fft / 2`; [`Error::Length`] when `magnitude` or
    /// `phase` do not hold `bins * columns` values, or `scratch` was made by a plan of other
    /// lengths. Nothing is written then.
    pub fn process_into(
        &self,
        samples: &[f32],
        magnitude: &mut [f32],
        phase: &mut [f32],
        scratch: &mut StftScratch,
    ) -> Result<(), Error> {
        let n = self.config.n_fft;
        let columns = self.config.columns(samples.len())?;
        let size = self.config.bins() * columns;
        Error::check_length("magnitude", size, magnitude.len())?;
        Error::check_length("phase", size, phase.len())?;
        Error::check_length("scratch", BLOCK * n, scratch.frames.len())?;
        Error::check_length("scratch", self.fft.get_inplace_scratch_len(), scratch.fft.len())?;
        for first in (0..columns).step_by(BLOCK) {
            let count = BLOCK.min(columns - first);
            let frames = &mut scratch.frames[..count * n];
            for (c, frame) in (first..).zip(frames.chunks_exact_mut(n)) {
                self.load(samples, c, frame);
            }
            self.fft.process_with_scratch(frames, &mut scratch.fft);
            for k in 0..self.config.bins() {
                let at = k * columns + first;
                let polar = magnitude[at..at + count].iter_mut().zip(&mut phase[at..at + count]);
                let bins = frames[k..].iter().step_by(n);
                for ((c, bin), (magnitude, phase)) in (first..).zip(bins).zip(polar) {
                    (*magnitude, *phase) = to_polar(*bin, self.config.is_real(k, c));
                }
            }
        }
        Ok(())
    }

    /// Windows the samples around `c hop`, mirrored where the signal ends.
    fn load(&self, samples: &[f32], c: usize, frame: &mut [Complex32]) {
        let pad = self.config.n_fft / 2;
        let from = c * self.config.hop; // of the padded signal
        let inside = from.checked_sub(pad).and_then(|at| samples.get(at..at + frame.len()));
        if let Some(inside) = inside {
            for ((value, w), x) in frame.iter_mut().zip(&*self.window).zip(inside) {
                *value = Complex32::new(w * x, 0.0);
            }
        } else {
            for ((value, w), t) in frame.iter_mut().zip(&*self.window).zip(from..) {
                *value = Complex32::new(w * samples[mirrored(t, pad, samples.len())], 0.0);
            }
        }
    }
}

impl fmt::Debug for Stft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stft").field("config", &self.config).finish_non_exhaustive()
    }
}

/// Absolute value and angle. Squares are taken in `f64`, where no `f32` overflows or vanishes;
/// adding `+0` makes a negative zero positive, so that a value on the negative real axis has phase
/// `+π` and an empty bin phase 0.
fn to_polar(value: Complex32, real: bool) -> (f32, f32) {
    let re = value.re + 0.0;
    let im = if real { 0.0 } else { value.im + 0.0 };
    let (re64, im64) = (f64::from(re), f64::from(im));
    ((re64 * re64 + im64 * im64).sqrt() as f32, im.atan2(re))
}

#[cfg(test)]
mod tests {
    use std::f32::consts::PI;

    use super::*;

    #[test]
    fn negative_zeros_do_not_turn_the_phase() {
        let polar = |re, im, real| to_polar(Complex32::new(re, im), real);
        assert_eq!(polar(-1.0, -0.0, false), (1.0, PI));
        assert_eq!(polar(-1.0, -1e-9, true), (1.0, PI));
        for (re, im) in [(-0.0, -0.0), (-0.0, 0.0), (0.0, -0.0), (0.0, 0.0)] {
            let (magnitude, phase) = polar(re, im, false);
            assert_eq!((magnitude.to_bits(), phase.to_bits()), (0, 0), "{re} {im}");
        }
    }

    #[test]
    fn squares_neither_overflow_nor_vanish() {
        let polar = |re, im| to_polar(Complex32::new(re, im), false).0;
        assert_eq!(polar(3e38, 0.0), 3e38);
        assert_eq!(polar(3e-30, 4e-30), 5e-30);
    }
}
