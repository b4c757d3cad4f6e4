//! Linear layers in fixed point on every instruction set of this processor against the definition.

mod common;

use common::Random;
use kokoro_kernels::{Activation, FixedLinear, Geometry, Isa, WriteMode, naive};
use proptest::prelude::*;

/// Error of an encoded number in quantisation steps: a half, and the roundings of encoding it.
const INPUT_STEPS: f64 = 0.51;
/// The greatest magnitude that is encoded, in steps: a high byte of 127.
const LARGEST: f64 = 127.0 * 256.0;
/// Error of the f32 operations after the exact sums, relative to the greatest term.
const ROUNDING: f64 = 1e-6;

/// Whole numbers from −127 to 127, times a step that differs from output to output.
fn weights(seed: u64, c_out: usize, c_in: usize) -> Vec<f32> {
    let step = |o: usize| 1e-3 * (1.0 + o as f32 * 0.37);
    let codes = Random::new(seed).floats(c_out * c_in).into_iter().map(|x| (x * 127.0).round());
    codes.enumerate().map(|(i, code)| code * step(i / c_in)).collect()
}

/// Numbers of different magnitudes, some of them a thousand times the others.
fn values(seed: u64, n: usize) -> Vec<f32> {
    let size = |i: usize| (1 + i % 17) as f32 * if i % 50 == 7 { 1e3 } else { 1.0 };
    (0..n).map(|i| ((i as f64 + (seed % 1000) as f64) * 0.73).sin() as f32 * size(i)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// In every output, each weight is multiplied with an input that is off by at most half a
    /// quantisation step, which the second greatest number of a row determines. Roundings of f32
    /// come after that.
    #[test]
    fn is_the_definition_of_a_rounded_input(
        c_in in prop_oneof![1usize..100, Just(64), Just(128), Just(768)],
        c_out in prop_oneof![1usize..150, Just(64), Just(128)],
        time in 0usize..20,
        mode in prop_oneof![Just(WriteMode::Overwrite), Just(WriteMode::Accumulate)],
        seed in any::<u64>(),
    ) {
        let (weight, bias) = (weights(seed, c_out, c_in), values(seed, c_out));
        let (xs, before) = (values(seed / 3, time * c_in), values(seed / 5, time * c_out));
        let (identity, pointwise) = (Activation::Identity, Geometry::default());
        let expected = naive::conv(&xs, None, &identity, &weight, &bias, pointwise);
        let sets = Isa::available();
        let mut first: Option<Vec<f32>> = None;
        for &isa in &sets {
            let layer = FixedLinear::with_isa(&weight, &bias, isa).expect("exact weights");
            let mut found = before.clone();
            layer.run(&xs, &mut found, mode);
            for (at, (&found, &expected)) in found.iter().zip(&expected).enumerate() {
                let (t, o) = (at / c_out, at % c_out);
                let accumulate = mode == WriteMode::Accumulate;
                let before = if accumulate { f64::from(before[at]) } else { 0.0 };
                let row = &xs[t * c_in..][..c_in];
                let mut sizes: Vec<f64> = row.iter().map(|x| f64::from(x.abs())).collect();
                sizes.sort_by(f64::total_cmp);
                let (largest, second) = (sizes[c_in - 1], sizes[c_in.max(2) - 2]);
                let sum: f64 = weight[o * c_in..][..c_in].iter().map(|w| f64::from(*w).abs()).sum();
                let bar = sum * (second * INPUT_STEPS / LARGEST + largest * ROUNDING)
                    + ROUNDING * (f64::from(bias[o]).abs() + before.abs());
                let error = (f64::from(found) - expected - before).abs();
                prop_assert!(error <= bar, "{isa}: {found} is not {expected}: {error:e} > {bar:e}");
            }
            // The portable set has no fused multiply-add unless the whole build has.
            let fused = cfg!(any(target_feature = "fma", target_arch = "aarch64"));
            if fused || isa.to_string() != "portable" {
                let first = first.get_or_insert_with(|| found.clone());
                prop_assert!(*first == found, "{isa} gives other bits");
            }
        }
    }
}

#[test]
fn a_number_of_16_bits_is_exact() {
    let xs: Vec<f32> = (0..256)
        .map(|i| (i as f32 - 127.0) * 256.0 + if i < 255 { i as f32 / 2.0 } else { 0.0 })
        .map(|x| x.trunc().clamp(-32512.0, 32512.0))
        .collect();
    let weight: Vec<f32> = (0..256 * 256).map(|i| if i % 257 == 0 { 1.0 } else { 0.0 }).collect();
    for isa in Isa::available() {
        let layer = FixedLinear::with_isa(&weight, &[0.0; 256], isa).expect("exact weights");
        let mut found = vec![f32::NAN; 256];
        layer.run(&xs, &mut found, WriteMode::Overwrite);
        assert_eq!(found, xs, "{isa}");
    }
}

#[test]
fn a_nan_is_not_lost() {
    for isa in Isa::available() {
        let layer = FixedLinear::with_isa(&[1.0; 70], &[0.0], isa).expect("exact weights");
        for at in 0..70 {
            let mut xs = [1.0; 140];
            xs[at] = f32::NAN;
            let mut found = [0.0; 2];
            layer.run(&xs, &mut found, WriteMode::Overwrite);
            assert!(found[0].is_nan() && (found[1] - 70.0).abs() < 1e-3, "{isa}: {found:?}");
        }
    }
}

#[test]
fn rows_of_zeros_give_the_bias_and_other_weights_are_refused() {
    for isa in Isa::available() {
        let layer = FixedLinear::with_isa(&[1.0, -3.0], &[0.5], isa).expect("exact weights");
        let mut found = [0.0; 2];
        layer.run(&[0.0; 4], &mut found, WriteMode::Overwrite);
        assert_eq!(found, [0.5; 2], "{isa}");
    }
    assert!(FixedLinear::new(&[1.0, 0.707_106_77, 0.577_350_26], &[0.0]).is_none());
}
