//! The resampler against what a sine is at another rate, and against a plain sum.

use std::f64::consts::TAU;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

/// Some that are a multiple of ten, and some that are not, of which the time is rounded.
const RATES: [u32; 9] = [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 44_101, 47_999, 48_000];

fn resample(rate: u32, samples: &[f32]) -> Vec<f32> {
    let mut resampler = Resampler::new(rate);
    let mut out = Vec::new();
    resampler.push(samples.iter().copied(), &mut out);
    resampler.finish(&mut out);
    out
}

/// A tone of half the full scale.
fn tone(hertz: f64, rate: u32, length: usize) -> Vec<f32> {
    let sample = |i| (0.5 * (TAU * hertz * i as f64 / f64::from(rate)).sin()) as f32;
    (0..length).map(sample).collect()
}

/// The largest difference in decibels below the full scale, without the ends.
fn decibels(a: &[f32], b: &[f32]) -> f64 {
    let middle = a.len() / 4..a.len() * 3 / 4;
    let differences = middle.map(|i| f64::from(a[i] - b[i]).abs());
    20.0 * differences.fold(0.0, f64::max).max(1e-12).log10()
}

#[test]
fn a_tone_stays_where_it_is_in_time() {
    /// The noise of 16 bits is at −98.
    const MOST: f64 = -95.0;
    /// Where the time is rounded to 1/4800 of a sample, high tones tremble.
    const MOST_IF_ROUNDED: f64 = -75.0;
    for rate in RATES {
        let most = if rate % 5 == 0 { MOST } else { MOST_IF_ROUNDED };
        for hertz in [100.0, 1_000.0, 3_200.0, 8_000.0, 10_400.0] {
            if hertz > 0.43 * f64::from(rate) {
                continue;
            }
            let out = resample(rate, &tone(hertz, INPUT_RATE, 12_000));
            let error = decibels(&out, &tone(hertz, rate, out.len()));
            assert!(error < most, "{hertz} Hz at {rate}: {error} dB");
        }
    }
}

#[test]
fn other_rates_become_that_of_speech() {
    for from in [8_000, 11_025, 44_100, 48_000, 96_000, 192_000] {
        let out = resampled(&tone(1_000.0, from, from as usize), from, INPUT_RATE);
        assert_eq!(out.len(), 24_000, "{from}");
        let error = decibels(&out, &tone(1_000.0, INPUT_RATE, out.len()));
        assert!(error < -95.0, "{from}: {error} dB");
    }
}

#[test]
fn wild_rates_take_no_more_memory_than_others() {
    for (from, to) in [(u32::MAX, 24_000), (u32::MAX - 1, 24_001), (1, 48_000), (0, 1), (1, 0)] {
        assert!(resampled(&[0.5; 9], from, to).len() <= 9 * 48_000);
    }
    assert!(resampled(&[], 1, 2).is_empty());
}

#[test]
fn what_the_rate_cannot_hold_is_gone() {
    for (rate, hertz) in [(8_000, 4_300.0), (8_000, 9_000.0), (16_000, 8_600.0)] {
        let out = resample(rate, &tone(hertz, INPUT_RATE, 12_000));
        let rest = decibels(&out, &vec![0.0; out.len()]);
        assert!(rest < -90.0, "{hertz} Hz at {rate}: {rest} dB are left");
    }
}

/// Each output as a sum over all of the input.
fn plainly(rate: u32, samples: &[f32]) -> Vec<f32> {
    let Resampler { filters, taps, .. } = Resampler::new(rate);
    let phases = filters.len() as i64;
    let length = (samples.len() as f64 * f64::from(rate) / f64::from(INPUT_RATE)).round().max(1.0);
    let output = |k: i64| {
        let time = k as f64 * f64::from(INPUT_RATE) / f64::from(rate) * phases as f64;
        let place = (time + 1e-9).round() as i64 - 1;
        let (first, row) = (place.div_euclid(phases), place.rem_euclid(phases));
        let first = first + 1 - taps as i64 / 2;
        let sample = |tap: usize| samples.get((first + tap as i64) as usize).copied();
        let products = filters[row as usize].iter().enumerate();
        products.map(|(tap, gain)| gain * sample(tap).unwrap_or(0.0)).sum()
    };
    (0..length as i64).map(output).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        cases: 24,
        ..ProptestConfig::default()
    })]

    #[test]
    fn in_pieces_it_is_as_the_plain_sum(
        rate in proptest::sample::select(&RATES[..]),
        samples in proptest::collection::vec(-1.0f32..1.0, 1..3_000),
        piece in 1usize..500,
    ) {
        /// Of sums of 256 to 768 products in another order.
        const TOLERANCE: f32 = 1e-5;
        let mut resampler = Resampler::new(rate);
        let mut out = Vec::new();
        samples.chunks(piece).for_each(|p| resampler.push(p.iter().copied(), &mut out));
        resampler.finish(&mut out);
        let plain = plainly(rate, &samples);
        prop_assert_eq!(out.len(), plain.len());
        for (index, (a, b)) in out.iter().zip(&plain).enumerate() {
            prop_assert!((a - b).abs() < TOLERANCE, "{} of {}: {} {}", index, rate, a, b);
        }
    }
}
