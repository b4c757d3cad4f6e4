//! The fast transforms against their naive twins: every length, odd sizes, dirty memory.

mod common;

use std::f32::consts::PI;

use common::{Uniform, assert_close, configs, rectangular};
use kokoro_vocoder::{Istft, Stft, StftConfig, naive};

/// Relative to the largest value: a sum of at most 32 products in `f32` (6e-8 for each rounding),
/// where the naive twin sums in `f64`.
const TOLERANCE: f32 = 1e-6;

#[test]
fn inverse_of_every_column_count() {
    let mut random = Uniform(1);
    for config in configs() {
        let istft = Istft::new(config).unwrap();
        let mut scratch = istft.make_scratch();
        for columns in 0..=200 {
            let spectrum = random.spectrum(config, columns);
            let mut out = vec![f32::NAN; config.samples(columns)];
            // The scratch is dirty from the count before.
            istft.process_into(&spectrum, &mut out, &mut scratch).unwrap();
            let expected = naive::istft(config, &spectrum).unwrap();
            assert_close(&format!("{config:?} {columns}"), &out, &expected, TOLERANCE);
        }
    }
}

#[test]
fn forward_of_every_length() {
    let mut random = Uniform(2);
    for config in configs() {
        let stft = Stft::new(config).unwrap();
        let mut scratch = stft.make_scratch();
        for len in config.n_fft / 2 + 1..=200 {
            let signal = random.signal(len);
            let expected = naive::stft(config, &signal).unwrap();
            let mut found = expected.clone();
            found.magnitude.fill(f32::NAN);
            found.phase.fill(f32::NAN);
            let (magnitude, phase) = (&mut found.magnitude, &mut found.phase);
            stft.process_into(&signal, magnitude, phase, &mut scratch).unwrap();
            let what = format!("{config:?} {len}");
            assert_close(&what, &rectangular(&found), &rectangular(&expected), TOLERANCE);
            assert_close(&what, &found.magnitude, &expected.magnitude, TOLERANCE);
        }
    }
}

#[test]
fn memory_spoiled_by_nan_does_no_harm() {
    for config in configs() {
        let istft = Istft::new(config).unwrap();
        let mut scratch = istft.make_scratch();
        let mut spoiled = Uniform(3).spectrum(config, 37);
        spoiled.magnitude.fill(f32::NAN);
        let mut out = vec![0.0; config.samples(37)];
        istft.process_into(&spoiled, &mut out, &mut scratch).unwrap();
        let spectrum = Uniform(4).spectrum(config, 37);
        istft.process_into(&spectrum, &mut out, &mut scratch).unwrap();
        assert_eq!(out, istft.process(&spectrum).unwrap(), "{config:?}");

        let stft = Stft::new(config).unwrap();
        let mut scratch = stft.make_scratch();
        let signal = Uniform(5).signal(100);
        let clean = stft.process(&signal).unwrap();
        let mut again = clean.clone();
        for samples in [&[f32::NAN; 100][..], &signal] {
            let (magnitude, phase) = (&mut again.magnitude, &mut again.phase);
            stft.process_into(samples, magnitude, phase, &mut scratch).unwrap();
        }
        assert_eq!(again, clean, "{config:?}");
    }
}

#[test]
fn real_bins_have_phase_zero_or_pi() {
    let is_real = |p: f32| p == PI || (p == 0.0 && p.is_sign_positive());
    for config in configs() {
        let signal = Uniform(6).signal(500);
        let expected = naive::stft(config, &signal).unwrap();
        let found = Stft::new(config).unwrap().process(&signal).unwrap();
        let even = config.n_fft % 2 == 0;
        let mut both = [0, 0];
        for k in 0..config.bins() {
            for c in 0..found.columns {
                if k == 0 || (even && (c == 0 || k == config.bins() - 1)) {
                    for spectrum in [&found, &expected] {
                        let p = spectrum.phase[k * found.columns + c];
                        assert!(is_real(p), "{config:?}: phase {p} in bin {k} of column {c}");
                    }
                    both[usize::from(found.phase[k * found.columns + c] == PI)] += 1;
                }
            }
        }
        assert!(both[0] > 0 && both[1] > 0, "{config:?}: only one of 0 and π was met");
    }
}

#[test]
fn silence_has_phase_zero() {
    for config in configs() {
        for zero in [0.0, -0.0] {
            let spectrum = Stft::new(config).unwrap().process(&[zero; 100]).unwrap();
            assert!(spectrum.magnitude.iter().all(|m| *m == 0.0));
            assert!(spectrum.phase.iter().all(|p| *p == 0.0 && p.is_sign_positive()), "{config:?}");
        }
    }
}

#[test]
fn the_longest_transform_is_right_too() {
    let config = StftConfig { n_fft: kokoro_vocoder::MAX_N_FFT, hop: 1500 };
    let signal = Uniform(7).signal(6000);
    let spectrum = Stft::new(config).unwrap().process(&signal).unwrap();
    let samples = Istft::new(config).unwrap().process(&spectrum).unwrap();
    assert_close("round trip", &samples, &signal[..samples.len()], 1e-4); // sums of 4096 products
}
