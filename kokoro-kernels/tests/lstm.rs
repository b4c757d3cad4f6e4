//! The recurrence on every instruction set of this processor against the definition.

use kokoro_kernels::{Direction, Isa, Lstm, naive};
use proptest::prelude::*;

/// f32 sums of up to 70 products, fed back for up to 20 time steps; states are below 1.
const MAX_ERROR: f64 = 1e-5;

/// In fixed point, with states that are rounded to 2⁻¹⁶ and go on to the next time step.
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
        hidden in 1usize..70,
        time in 0usize..20,
        apart in 0usize..9,
        direction in prop_oneof![Just(Direction::Forward), Just(Direction::Backward)],
        seed in any::<u32>(),
    ) {
        // The weights are small: large ones make a chaotic sequence, in which any rounding grows.
        let weight = values(seed, 4 * hidden * hidden, 0.73);
        let weight: Vec<f32> = weight.iter().map(|w| w * 0.2).collect();
        let exact: Vec<f32> = weight.iter().map(|w| (w * 300.0).round() / 300.0).collect();
        let width = 4 * hidden + apart;
        let rows = values(seed, time * width, 1.31);
        let gates = rows.chunks(width).flat_map(|row| &row[..4 * hidden]);
        let gates: Vec<f32> = gates.copied().collect();
        let rows = &rows[..rows.len().saturating_sub(apart)];
        let expected = naive::lstm(&weight, hidden, &gates, direction);
        let rounded = naive::lstm(&exact, hidden, &gates, direction);
        for isa in Isa::available() {
            let lstm = Lstm::with_isa(&weight, hidden, isa);
            check(&lstm.run(rows, width, direction), &expected, MAX_ERROR, isa);
            let fixed = Lstm::fixed_with_isa(&exact, hidden, isa).expect("exact weights");
            check(&fixed.run(rows, width, direction), &rounded, FIXED_ERROR, isa);
        }
    }
}
