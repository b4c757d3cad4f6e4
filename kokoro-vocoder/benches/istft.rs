//! The transforms on one second of sound (4801 columns). Plans and memory are made beforehand, so
//! that only execution is timed. The elements a second that are printed are columns a second.
//!
//! `inverse`: ours, its naive twin, and what one would write with a complex `rustfft`. `polar` is
//! the part that all of them have, one sine and one cosine for each bin; the rest of their time
//! goes into the transform and the overlap-add.

#![allow(clippy::unwrap_used)] // a bench is not a library: its inputs are its own

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kokoro_vocoder::{Istft, Spectrum, Stft, StftConfig, naive};
use rustfft::{FftPlanner, num_complex::Complex32};

const COLUMNS: usize = 4801;

/// Logits as they could be: log magnitudes of −6 to −2, phase arguments of −2 to 2.
fn logits() -> Vec<f32> {
    let mut state = 1_u64;
    let mut uniform = move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f32 / (1_u64 << 24) as f32
    };
    let magnitude = 11 * COLUMNS;
    (0..2 * magnitude)
        .map(|i| if i < magnitude { -6.0 + 4.0 * uniform() } else { -2.0 + 4.0 * uniform() })
        .collect()
}

/// The inverse by a complex FFT of all 20 bins, which transforms a block of columns in each call.
/// Window and envelope come from tables.
struct ComplexInverse {
    fft: std::sync::Arc<dyn rustfft::Fft<f32>>,
    window: Vec<f32>,
    frames: Vec<Complex32>,
    scratch: Vec<Complex32>,
    sums: Vec<f32>,
    envelope: Vec<f32>,
}

impl ComplexInverse {
    const BLOCK: usize = 16;

    fn new() -> Self {
        let fft = FftPlanner::new().plan_fft_inverse(20);
        let angle = |j: usize| std::f64::consts::TAU * j as f64 / 20.0;
        let window: Vec<f32> = (0..20).map(|j| (0.5 - 0.5 * angle(j).cos()) as f32).collect();
        let mut envelope = vec![0.0; COLUMNS * 5 + 15];
        for c in 0..COLUMNS {
            for (j, w) in window.iter().enumerate() {
                envelope[c * 5 + j] += w * w;
            }
        }
        let frames = vec![Complex32::default(); 20 * Self::BLOCK];
        let scratch = vec![Complex32::default(); fft.get_inplace_scratch_len()];
        Self { fft, window, frames, scratch, sums: vec![0.0; envelope.len()], envelope }
    }

    fn process(&mut self, spectrum: &Spectrum, out: &mut [f32]) {
        self.sums.fill(0.0);
        for first in (0..COLUMNS).step_by(Self::BLOCK) {
            let count = Self::BLOCK.min(COLUMNS - first);
            let frames = &mut self.frames[..20 * count];
            for k in 0..11 {
                for (lane, frame) in frames.chunks_exact_mut(20).enumerate() {
                    let at = k * COLUMNS + first + lane;
                    let (m, p) = (spectrum.magnitude[at] / 20.0, spectrum.phase[at]);
                    if k % 10 == 0 {
                        frame[k] = Complex32::new(m * p.cos(), 0.0);
                    } else {
                        frame[k] = Complex32::new(m * p.cos(), m * p.sin());
                        frame[20 - k] = frame[k].conj();
                    }
                }
            }
            self.fft.process_with_scratch(frames, &mut self.scratch);
            for (lane, frame) in frames.chunks_exact(20).enumerate() {
                let sums = &mut self.sums[(first + lane) * 5..][..20];
                for ((sum, value), w) in sums.iter_mut().zip(frame).zip(&self.window) {
                    *sum += value.re * w;
                }
            }
        }
        for ((out, sum), envelope) in out.iter_mut().zip(&self.sums[10..]).zip(&self.envelope[10..])
        {
            *out = sum / envelope;
        }
    }
}

fn inverse(c: &mut Criterion) {
    let config = StftConfig::default();
    let spectrum = Spectrum::from_logits(&logits()).unwrap();
    let istft = Istft::new(config).unwrap();
    let mut scratch = istft.make_scratch();
    let mut out = vec![0.0; config.samples(COLUMNS)];
    let mut complex = ComplexInverse::new();
    let mut baseline = out.clone();
    complex.process(&spectrum, &mut baseline);
    istft.process_into(&spectrum, &mut out, &mut scratch).unwrap();
    let peak = out.iter().fold(0.0_f32, |peak, x| peak.max(x.abs()));
    assert!(out.iter().zip(&baseline).all(|(a, b)| (a - b).abs() < 1e-5 * peak));

    let mut group = c.benchmark_group("inverse");
    group.throughput(Throughput::Elements(COLUMNS as u64));
    group.bench_function("ours", |b| {
        b.iter(|| istft.process_into(black_box(&spectrum), &mut out, &mut scratch).unwrap());
    });
    group.bench_function("complex rustfft", |b| {
        b.iter(|| complex.process(black_box(&spectrum), &mut out));
    });
    group.bench_function("polar", |b| {
        b.iter(|| {
            let polar = spectrum.magnitude.iter().zip(&spectrum.phase);
            for (m, p) in polar {
                let (sin, cos) = p.sin_cos();
                black_box((m * cos, m * sin));
            }
        });
    });
    group.sample_size(10);
    group.bench_function("naive", |b| {
        b.iter(|| naive::istft(config, black_box(&spectrum)).unwrap());
    });
    group.finish();
}

fn forward(c: &mut Criterion) {
    let config = StftConfig::default();
    let source = Istft::new(config).unwrap();
    let source = source.process(&Spectrum::from_logits(&logits()).unwrap()).unwrap();
    let stft = Stft::new(config).unwrap();
    let mut scratch = stft.make_scratch();
    let mut magnitude = vec![0.0; 11 * COLUMNS];
    let mut phase = magnitude.clone();

    let mut group = c.benchmark_group("forward");
    group.throughput(Throughput::Elements(COLUMNS as u64));
    group.bench_function("ours", |b| {
        b.iter(|| {
            stft.process_into(black_box(&source), &mut magnitude, &mut phase, &mut scratch)
                .unwrap();
        });
    });
    group.sample_size(10);
    group.bench_function("naive", |b| b.iter(|| naive::stft(config, black_box(&source)).unwrap()));
    group.finish();
}

fn from_logits(c: &mut Criterion) {
    let logits = logits();
    let mut spectrum = Spectrum::default();
    let mut group = c.benchmark_group("spectrum");
    group.throughput(Throughput::Elements(COLUMNS as u64));
    group.bench_function("assign_logits", |b| {
        b.iter(|| spectrum.assign_logits(black_box(&logits)).unwrap());
    });
    group.finish();
}

criterion_group!(benches, inverse, forward, from_logits);
criterion_main!(benches);
