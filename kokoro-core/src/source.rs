//! The harmonic-plus-noise source (Wang et al. 2019, "Neural source-filter waveform models"): F0 to
//! an excitation waveform and its STFT. Upstream: `istftnet.py::SineGen`, `SourceModuleHnNSF` and
//! the head of `Generator.forward`.
//!
//! Upstream sums phases in f64, but rounds every sum to f32 before it stretches them. After ten
//! seconds the ninth harmonic has lost three digits by this. That is inaudible, and yet it is the
//! largest difference between two implementations (0.07 dB log-mel on 14 s of speech), so `Phases`
//! follows upstream's roundings one by one.

use std::f32::consts::PI;

use candle_nn::VarBuilder;
use kokoro_vocoder::{Stft, StftConfig};
use rayon::prelude::*;

use crate::architecture::{SAMPLE_RATE, SAMPLES_PER_CURVE_VALUE};
use crate::noise::normals;
use crate::{Config, Error};

/// The fundamental and eight overtones.
const HARMONICS: usize = 9;
/// Amplitude of each sine.
const SINE_AMPLITUDE: f32 = 0.1;
/// Amplitude of the noise where speech is voiced. Elsewhere it is a third of [`SINE_AMPLITUDE`].
const VOICED_NOISE: f32 = 0.003;
/// F0 in Hz above which speech is voiced.
pub(crate) const VOICED_THRESHOLD: f32 = 10.0;

/// Columns of the STFT in one task.
const STRETCH: usize = 2048;

/// Turns F0 into the excitation of the generator.
#[derive(Debug)]
pub struct HarmonicSource {
    mix: Vec<f32>, // [9]: weight of each harmonic
    bias: f32,
    stft: Stft,
}

impl HarmonicSource {
    /// Reads `l_linear.weight` `[1, 9]` and `l_linear.bias` `[1]`.
    pub fn new(config: &Config, vb: VarBuilder) -> Result<Self, Error> {
        let linear = vb.pp("l_linear");
        let bias = linear.get(1, "bias")?.get(0)?.to_scalar()?;
        let mix = linear.get((1, HARMONICS), "weight")?.flatten_all()?.to_vec1()?;
        Ok(Self { mix, bias, stft: Stft::new(config.stft())? })
    }

    /// The merged source: `f0` `[2N]` in Hz to samples `[600N]`.
    ///
    /// `tanh(b + Σ_h w_h (v · 0.1 · sin φ_h + a · n_h))` with `v` 1 where F0 is above 10 Hz and
    /// else 0, `a` the noise amplitude, and `n_h` element `9 t + h` of the seed's normal noise
    /// (`noise.rs`).
    pub fn waveform(&self, f0: &[f32], seed: u64) -> Vec<f32> {
        let scale = SAMPLES_PER_CURVE_VALUE;
        let phases = Phases::new(f0, scale);
        let mut samples = vec![0f32; f0.len() * scale];
        samples.par_chunks_mut(scale).zip(f0).enumerate().for_each(|(frame, (out, &f0))| {
            let voiced = f0 > VOICED_THRESHOLD;
            let amplitude = if voiced { VOICED_NOISE } else { SINE_AMPLITUDE / 3.0 };
            let (mut noise, mut sines, mut scratch) =
                (vec![0f32; scale], vec![0f32; scale], Vec::new());
            out.fill(self.bias);
            for (h, w) in self.mix.iter().enumerate() {
                let first = frame * scale;
                let element = (first * HARMONICS + h) as u64;
                normals(seed, element, HARMONICS as u64, &mut noise, &mut scratch);
                if voiced {
                    let radians = sines.iter_mut().zip(first..);
                    radians.for_each(|(x, t)| *x = phases.radians(h, t));
                    kokoro_kernels::sines(&mut sines);
                }
                for ((y, sine), noise) in out.iter_mut().zip(&sines).zip(&noise) {
                    *y += w * (SINE_AMPLITUDE * sine + amplitude * noise);
                }
            }
            out.iter_mut().for_each(|y| *y = libm::tanhf(*y));
        });
        samples
    }

    /// The STFT of a source: samples `[600N]` to magnitudes and phases `[22, F]`.
    pub fn harmonics(&self, samples: &[f32]) -> Result<Vec<f32>, Error> {
        let StftConfig { n_fft, hop, .. } = self.stft.config();
        let (columns, bins) =
            (self.stft.config().columns(samples.len())?, self.stft.config().bins());
        let mut harmonics = vec![0f32; 2 * bins * columns];
        let mut stretches: Vec<Vec<&mut [f32]>> = Vec::new(); // rows of each
        stretches.resize_with(columns.div_ceil(STRETCH), Vec::new);
        for row in harmonics.chunks_mut(columns) {
            row.chunks_mut(STRETCH).zip(&mut stretches).for_each(|(part, rows)| rows.push(part));
        }
        // Where a stretch is cut out of the signal, the transform mirrors it, and the columns near
        // the cut are wrong. So a stretch is made with a margin of more columns at either end,
        // which are dropped.
        let margin = (n_fft / 2).div_ceil(hop) + 1;
        stretches.into_par_iter().enumerate().try_for_each(|(i, rows)| {
            let first = i * STRETCH;
            let (skip, last) = (margin.min(first), columns.min(first + STRETCH + margin));
            let samples = &samples[(first - skip) * hop..samples.len().min(last * hop)];
            let part = self.stft.process(samples)?;
            let parts = part.magnitude.chunks(part.columns).chain(part.phase.chunks(part.columns));
            rows.into_iter().zip(parts).for_each(|(row, part)| {
                row.copy_from_slice(&part[skip..skip + row.len()]);
            });
            Ok::<_, Error>(())
        })?;
        Ok(harmonics)
    }
}

/// The phase of every harmonic at every F0 value, in radians.
///
/// Upstream samples the frequency at the 80 Hz of the F0 curve, sums it, and interpolates linearly
/// between the sums. Each sum stands in the middle of the samples of its value, so the phase does
/// not change over the first and the last half value (`F.interpolate`, `align_corners=False`).
struct Phases {
    at_f0: Vec<[f32; HARMONICS]>, // [2N]: unwrapped, in radians
    scale: usize,
}

impl Phases {
    fn new(f0: &[f32], scale: usize) -> Self {
        let mut sums = [0f64; HARMONICS];
        let step = |&f0: &f32| {
            for (h, sum) in sums.iter_mut().enumerate() {
                *sum += (f0 * (h + 1) as f32 / SAMPLE_RATE as f32).rem_euclid(1.0) as f64;
            }
            sums.map(|turns| turns as f32 * 2.0 * PI * scale as f32)
        };
        Self { at_f0: f0.iter().map(step).collect(), scale }
    }

    /// The phase of harmonic `h` at sample `t`.
    fn radians(&self, h: usize, t: usize) -> f32 {
        let position = ((t as f32 + 0.5) * (1.0 / self.scale as f32) - 0.5).max(0.0);
        let left = (position as usize).min(self.at_f0.len() - 1);
        let right = (left + 1).min(self.at_f0.len() - 1);
        let fraction = position - left as f32;
        // One rounding for the left product and the sum: the fused operation that upstream's
        // compiled kernel does here.
        self.at_f0[left][h].mul_add(1.0 - fraction, self.at_f0[right][h] * fraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(mix: [f32; HARMONICS]) -> HarmonicSource {
        HarmonicSource {
            mix: mix.into(),
            bias: 0.0,
            stft: Stft::new(StftConfig::default()).unwrap(),
        }
    }

    #[test]
    fn a_steady_f0_is_a_steady_sine() {
        let mut mix = [0.0; HARMONICS];
        mix[1] = 1.0;
        let samples = source(mix).waveform(&[240.0; 8], 0);
        assert_eq!(samples.len(), 2400);
        // Away from the ends, harmonic 2 of 240 Hz repeats every 50 samples, but for noise of
        // 0.003.
        let worst = samples[200..2000]
            .iter()
            .zip(&samples[250..])
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f32::max);
        assert!(worst < 8.0 * VOICED_NOISE, "{worst}");
        assert!(samples.iter().fold(0.0, |m: f32, x| m.max(x.abs())) > 0.9 * SINE_AMPLITUDE);
    }

    #[test]
    fn stretches_are_seamless() {
        let source = source([1.0; HARMONICS]);
        // Up to a column around where a stretch ends, and short of one.
        for frames in [1, 2, 34, 35, 69, 70] {
            let samples = source.waveform(&vec![120.0; frames], 3);
            let whole = source.stft.process(&samples).unwrap();
            let whole = [whole.magnitude, whole.phase].concat();
            assert_eq!(source.harmonics(&samples).unwrap(), whole, "{frames} frames");
        }
    }

    #[test]
    fn without_a_voice_there_is_noise_of_its_own_seed() {
        let source = source([1.0; HARMONICS]);
        let (a, b) = (source.waveform(&[0.0; 4], 1), source.waveform(&[0.0; 4], 2));
        assert_ne!(a, b);
        assert_eq!(a, source.waveform(&[0.0; 4], 1));
        let power = a.iter().map(|x| x * x).sum::<f32>() / a.len() as f32;
        // Nine draws of variance (0.1 / 3)² each, a little compressed by tanh.
        assert!((0.007..0.011).contains(&power), "{power}");
    }
}
