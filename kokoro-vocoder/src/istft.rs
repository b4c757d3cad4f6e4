//! The inverse transform: spectrum to samples.

use std::sync::Arc;

use crate::inverse::{LANES, RealInverse, Row};
use crate::overlap::OverlapAdd;
use crate::window::Envelope;
use crate::{Error, Spectrum, StftConfig};

/// Inverse short-time Fourier transform (upstream `TorchSTFT.inverse`), planned once and shared
/// freely.
///
/// Half spectra become real samples without a complex transform; windowed columns are added where
/// they overlap, divided by the sum of squared windows there, and `n_fft / 2` samples are cut at
/// each end. Cloning shares the plan. [`naive::istft`](crate::naive::istft) is its specification.
///
/// ```
/// use kokoro_vocoder::{Istft, Spectrum, StftConfig};
///
/// let istft = Istft::new(StftConfig::default())?;
/// let spectrum = Spectrum::from_logits(&vec![0.0; 22 * 121])?;
/// assert_eq!(istft.process(&spectrum)?.len(), 600);
/// # Ok::<(), kokoro_vocoder::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Istft {
    plan: Arc<Plan>,
}

/// Everything that does not change between calls.
#[derive(Debug)]
struct Plan {
    config: StftConfig,
    transform: RealInverse,
    envelope: Envelope,
}

/// Working memory of [`Istft::process_into`]. Whatever an earlier call left in it does not matter.
#[derive(Debug, Clone)]
pub struct IstftScratch {
    real: Vec<Row>,      // [bins]
    imaginary: Vec<Row>, // [bins]
    samples: Vec<Row>,   // [n_fft]
    overlap: OverlapAdd,
}

impl Istft {
    /// Plans a transform.
    ///
    /// # Errors
    /// [`Error::Size`] unless `2 <= n_fft <= MAX_N_FFT`, [`Error::Hop`] when `hop == 0`,
    /// [`Error::Gap`] when the windows leave samples uncovered, as they do when `hop >= n_fft`.
    pub fn new(config: StftConfig) -> Result<Self, Error> {
        let envelope = Envelope::new(&config, (LANES + 1).saturating_mul(config.hop))?;
        let transform = RealInverse::new(config.n_fft);
        Ok(Self { plan: Arc::new(Plan { config, transform, envelope }) })
    }

    /// The lengths this was planned for.
    pub fn config(&self) -> StftConfig {
        self.plan.config
    }

    /// Working memory for this plan.
    pub fn make_scratch(&self) -> IstftScratch {
        let config = &self.plan.config;
        IstftScratch {
            real: vec![[0.0; LANES]; config.bins()],
            imaginary: vec![[0.0; LANES]; config.bins()],
            samples: vec![[0.0; LANES]; config.n_fft],
            overlap: OverlapAdd::new(config),
        }
    }

    /// The samples of a spectrum, `[config.samples(columns)]`.
    ///
    /// Non-finite values spoil the samples their columns cover and no others.
    ///
    /// # Errors
    /// [`Error::Length`] when magnitude or phase do not hold `bins * columns` values.
    pub fn process(&self, spectrum: &Spectrum) -> Result<Vec<f32>, Error> {
        spectrum.check(self.plan.config.bins())?;
        let mut out = vec![0.0; self.plan.config.samples(spectrum.columns)];
        self.process_into(spectrum, &mut out, &mut self.make_scratch())?;
        Ok(out)
    }

    /// [`Istft::process`] without allocating. `scratch` is garbage afterwards, and may be reused.
    ///
    /// # Errors
    /// [`Error::Length`] when magnitude or phase do not hold `bins * columns` values, `out` does
    /// not hold `config.samples(columns)`, or `scratch` was made by a plan of other lengths.
    /// Nothing is written then.
    pub fn process_into(
        &self,
        spectrum: &Spectrum,
        out: &mut [f32],
        scratch: &mut IstftScratch,
    ) -> Result<(), Error> {
        let config = &self.plan.config;
        spectrum.check(config.bins())?;
        Error::check_length("output", config.samples(spectrum.columns), out.len())?;
        Error::check_length("scratch", config.n_fft, scratch.samples.len())?;
        let sums = config.n_fft + LANES * config.hop;
        Error::check_length("scratch", sums, scratch.overlap.capacity())?;
        let written = self.add_columns(spectrum, out, scratch);
        scratch.overlap.finish(config, &self.plan.envelope, &mut out[written..]);
        Ok(())
    }

    /// Adds every column and writes the samples that are final; returns how many. Lengths have been
    /// checked.
    fn add_columns(
        &self,
        spectrum: &Spectrum,
        out: &mut [f32],
        scratch: &mut IstftScratch,
    ) -> usize {
        let Plan { config, transform, envelope } = &*self.plan;
        let mut written = 0;
        for first in (0..spectrum.columns).step_by(LANES) {
            let count = LANES.min(spectrum.columns - first);
            scratch.load(spectrum, first, count);
            transform.process(&scratch.real, &scratch.imaginary, &mut scratch.samples);
            let out = &mut out[written..];
            written += scratch.overlap.add(config, envelope, &scratch.samples, count, out);
        }
        written
    }
}

impl IstftScratch {
    /// Takes columns `first .. first + count` of a spectrum from polar to rectangular form; zeroes
    /// the other lanes.
    fn load(&mut self, spectrum: &Spectrum, first: usize, count: usize) {
        let rows = self.real.iter_mut().zip(&mut self.imaginary);
        for (k, (real, imaginary)) in rows.enumerate() {
            let from = k * spectrum.columns + first;
            let magnitude = &spectrum.magnitude[from..from + count];
            let phase = &spectrum.phase[from..from + count];
            let lanes = real.iter_mut().zip(imaginary.iter_mut());
            for ((re, im), (m, p)) in lanes.zip(magnitude.iter().zip(phase)) {
                let (sin, cos) = p.sin_cos();
                (*re, *im) = (m * cos, m * sin);
            }
            real[count..].fill(0.0);
            imaginary[count..].fill(0.0);
        }
    }
}
