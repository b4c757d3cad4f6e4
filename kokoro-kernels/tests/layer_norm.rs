//! Layer normalisation on every instruction set of this processor against the definition, with the
//! same bits on all.

use kokoro_kernels::{Isa, layer_norm_with, naive};
use proptest::prelude::*;

/// Sums of some hundred f32, of values that are up to four deviations from zero.
const MAX_ERROR: f64 = 1e-5;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn equals_the_definition(channels in 1usize..800, time in 0usize..70, offset in -3f32..3.0) {
        let wave = |n: usize, k: f32| (0..n).map(move |i| (i as f32 * k).sin());
        let values: Vec<f32> = wave(time * channels, 0.73).map(|x| x + offset).collect();
        let gamma: Vec<f32> = wave(channels, 1.3).collect();
        let beta: Vec<f32> = wave(channels, 2.1).collect();
        let expected = naive::layer_norm(&values, &gamma, &beta, 1e-5);
        let mut all = Vec::new();
        for isa in Isa::available() {
            let mut found = values.clone();
            layer_norm_with(isa, &mut found, &gamma, &beta, 1e-5);
            for (a, b) in found.iter().zip(&expected) {
                prop_assert!((f64::from(*a) - b).abs() < MAX_ERROR, "{}: {} is not {}", isa, a, b);
            }
            all.push(found);
        }
        prop_assert!(all.iter().all(|found| *found == all[0]));
    }
}
