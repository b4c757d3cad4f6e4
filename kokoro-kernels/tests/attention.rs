//! Self-attention on every instruction set of this processor against the definition.

use kokoro_kernels::{Isa, attention_with, naive};
use proptest::prelude::*;

/// A weighted mean of values below 1, whose weights are exponentials of f32 sums.
const MAX_ERROR: f64 = 5e-6;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn equals_the_definition(
        heads in 1usize..5,
        size in 1usize..70,
        time in 0usize..130,
        seed in any::<u32>(),
    ) {
        let width = heads * size;
        let value = |i: usize| ((i as f32 + seed as f32 * 1e-6) * 0.73).sin();
        let qkv: Vec<f32> = (0..3 * time * width).map(value).collect();
        let expected = naive::attention(&qkv, width, heads);
        for isa in Isa::available() {
            let mut found = vec![f32::NAN; expected.len()];
            attention_with(isa, &qkv, width, heads, &mut found);
            for (a, b) in found.iter().zip(&expected) {
                prop_assert!((f64::from(*a) - b).abs() < MAX_ERROR, "{}: {} is not {}", isa, a, b);
            }
        }
    }
}
