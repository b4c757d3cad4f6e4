//! Self-attention on every instruction set of this processor against the definition.

use kokoro_kernels::{Isa, attention_with, naive};
use proptest::prelude::*;

/// A weighted mean of values below 1, whose weights are exponentials of f32 sums.
const MAX_ERROR: f64 = 5e-6;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn equals_the_definition(heads in 1usize..5, size in 1usize..70, time in 0usize..130, seed in any::<u32>()) {
        let width = heads * size;
        let values = |k: f32| (0..time * width).map(|i| ((i as f32 + seed as f32 * 1e-6) * k).sin()).collect::<Vec<f32>>();
        let (query, key, value) = (values(0.73), values(1.31), values(2.17));
        let expected = naive::attention(&query, &key, &value, width, heads);
        for isa in Isa::available() {
            let found = attention_with(isa, &query, &key, &value, width, heads);
            prop_assert_eq!(found.len(), expected.len());
            for (a, b) in found.iter().zip(&expected) {
                prop_assert!((f64::from(*a) - b).abs() < MAX_ERROR, "{}: {} is not {}", isa, a, b);
            }
        }
    }
}
