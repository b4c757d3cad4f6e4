//! The recurrence on every instruction set of this processor against the definition.

use kokoro_kernels::{Isa, Recurrent, naive};
use proptest::prelude::*;

/// f32 sums of up to 70 products, fed back for up to 20 steps; states are below 1.
const MAX_ERROR: f64 = 1e-5;

proptest! {
    #[test]
    fn equals_the_definition(hidden in 1usize..70, time in 0usize..20, backward in any::<bool>(), seed in any::<u32>()) {
        let values = |n: usize, k: f32| (0..n).map(|i| ((i as f32 + seed as f32 * 1e-6) * k).sin()).collect::<Vec<f32>>();
        // Small weights: large ones make a chaotic sequence, in which any rounding grows.
        let weight: Vec<f32> = values(4 * hidden * hidden, 0.73).iter().map(|w| w * 0.2).collect();
        let gates = values(time * 4 * hidden, 1.31);
        let expected = naive::recurrent(&weight, hidden, &gates, backward);
        for isa in Isa::available() {
            let found = Recurrent::with_isa(&weight, hidden, isa).run(&gates, backward);
            prop_assert_eq!(found.len(), expected.len());
            for (a, b) in found.iter().zip(&expected) {
                prop_assert!((f64::from(*a) - b).abs() < MAX_ERROR, "{}: {} is not {}", isa, a, b);
            }
        }
    }
}
