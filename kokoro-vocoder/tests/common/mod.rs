//! What the tests share: seeded numbers, the sizes to try, and comparison of complex spectra.
#![allow(dead_code)] // each test file uses a part

use kokoro_vocoder::{Spectrum, StftConfig};

/// The model's lengths, the smallest there are, odd ones, hops that do not divide, hops above half
/// the window.
pub const SIZES: [(usize, usize); 14] = [
    (20, 5),
    (2, 1),
    (3, 1),
    (3, 2),
    (4, 3),
    (5, 1),
    (5, 4),
    (6, 4),
    (7, 3),
    (9, 2),
    (18, 7),
    (20, 19),
    (21, 5),
    (32, 8),
];

pub fn configs() -> impl Iterator<Item = StftConfig> {
    SIZES.into_iter().map(|(n_fft, hop)| StftConfig { n_fft, hop })
}

/// A 64-bit linear congruential generator (Knuth's MMIX constants); its upper bits are good enough
/// for test signals.
pub struct Uniform(pub u64);

impl Uniform {
    /// The next number in `low..high`.
    pub fn next(&mut self, low: f32, high: f32) -> f32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + (high - low) * ((self.0 >> 40) as f32 / (1_u64 << 24) as f32)
    }

    pub fn signal(&mut self, len: usize) -> Vec<f32> {
        (0..len).map(|_| self.next(-1.0, 1.0)).collect()
    }

    /// Magnitudes over five decades, phases over several turns.
    pub fn spectrum(&mut self, config: StftConfig, columns: usize) -> Spectrum {
        let size = config.bins() * columns;
        Spectrum {
            magnitude: (0..size).map(|_| self.next(-10.0, 2.0).exp()).collect(),
            phase: (0..size).map(|_| self.next(-10.0, 10.0)).collect(),
            columns,
        }
    }
}

/// The values as complex numbers, real parts then imaginary ones: how phases are compared where
/// they may wrap.
pub fn rectangular(spectrum: &Spectrum) -> Vec<f32> {
    let polar = || spectrum.magnitude.iter().zip(&spectrum.phase);
    polar().map(|(m, p)| m * p.cos()).chain(polar().map(|(m, p)| m * p.sin())).collect()
}

/// Fails when a value is further from the expected one than `tolerance` times the largest expected
/// one.
#[track_caller]
pub fn assert_close(what: &str, found: &[f32], expected: &[f32], tolerance: f32) {
    assert_eq!(found.len(), expected.len(), "{what}: length");
    let peak = expected.iter().fold(f32::MIN_POSITIVE, |peak, x| peak.max(x.abs()));
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let error = (f - e).abs() / peak;
        assert!(error <= tolerance, "{what}: [{i}] is {f} for {e}, {error:e} of the peak {peak}");
    }
}
