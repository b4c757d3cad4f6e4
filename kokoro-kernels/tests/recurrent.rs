//! The recurrence on every instruction set of this processor against the definition.

use kokoro_kernels::{Isa, Recurrent, naive};
use proptest::prelude::*;

/// f32 sums of up to 70 products, fed back for up to 20 steps; states are below 1.
const MAX_ERROR: f64 = 1e-5;

/// The same, with states rounded to 2⁻¹⁶ that go on to the next step.
const FIXED_ERROR: f64 = 2e-4;

fn values(seed: u32, n: usize, k: f32) -> Vec<f32> {
    (0..n).map(|i| ((i as f32 + seed as f32 * 1e-6) * k).sin()).collect()
}

/// States against those of the definition.
fn check(found: &[f32], expected: &[f64], bar: f64, isa: Isa) {
    assert_eq!(found.len(), expected.len());
    for (a, b) in found.iter().zip(expected) {
        assert!((f64::from(*a) - b).abs() < bar, "{isa}: {a} is not {b}");
    }
}

proptest! {
    #[test]
    fn equals_the_definition(
        hidden in 1usize..70, time in 0usize..20, apart in 0usize..9, backward in any::<bool>(), seed in any::<u32>(),
    ) {
        // Small weights: large ones make a chaotic sequence, in which any rounding grows.
        let weight: Vec<f32> = values(seed, 4 * hidden * hidden, 0.73).iter().map(|w| w * 0.2).collect();
        let whole: Vec<f32> = weight.iter().map(|w| (w * 300.0).round() / 300.0).collect();
        let width = 4 * hidden + apart;
        let rows = values(seed, time * width, 1.31);
        let gates: Vec<f32> = rows.chunks(width).flat_map(|row| &row[..4 * hidden]).copied().collect();
        let rows = &rows[..rows.len().saturating_sub(apart)];
        let expected = naive::recurrent(&weight, hidden, &gates, backward);
        let rounded = naive::recurrent(&whole, hidden, &gates, backward);
        for isa in Isa::available() {
            check(&Recurrent::with_isa(&weight, hidden, isa).run(rows, width, backward), &expected, MAX_ERROR, isa);
            let fixed = Recurrent::fixed_with_isa(&whole, hidden, isa).expect("whole weights");
            check(&fixed.run(rows, width, backward), &rounded, FIXED_ERROR, isa);
        }
    }
}
