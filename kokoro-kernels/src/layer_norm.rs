//! Layer normalisation: `γ (x − mean) / √(variance + ε) + β` over the channels of each row.

use rayon::prelude::*;

use crate::isa::{Isa, Kernel};
use crate::math::reduce::sum;
use crate::simd::Simd;

/// Values that are worth a task of their own.
const TASK_VALUES: usize = 16 * 1024;

/// Normalises each row of `values` `[time, channels]` in place; `gamma` and `beta` are
/// `[channels]`.
///
/// # Panics
/// If the lengths do not fit, or there are no channels.
pub fn layer_norm(values: &mut [f32], gamma: &[f32], beta: &[f32], epsilon: f32) {
    layer_norm_with(Isa::best(), values, gamma, beta, epsilon);
}

/// [`layer_norm`] with the instructions that the caller chooses.
///
/// # Panics
/// As [`layer_norm`].
pub fn layer_norm_with(isa: Isa, values: &mut [f32], gamma: &[f32], beta: &[f32], epsilon: f32) {
    let channels = gamma.len();
    assert!(channels > 0 && beta.len() == channels, "one γ and one β for each channel");
    assert_eq!(values.len() % channels, 0, "rows of {channels}");
    let rows = TASK_VALUES.div_ceil(channels) * channels;
    values.par_chunks_mut(rows).for_each(|rows| isa.run(Rows { rows, gamma, beta, epsilon }));
}

struct Rows<'a> {
    rows: &'a mut [f32],
    gamma: &'a [f32],
    beta: &'a [f32],
    epsilon: f32,
}

impl Kernel for Rows<'_> {
    type Output = ();

    /// Plain loops, which the compiler turns into vector instructions. They are in f64, because
    /// durations are rounded and phases are summed from values that depend on the result.
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, _: S) {
        let (n, epsilon) = (self.gamma.len() as f64, f64::from(self.epsilon));
        for row in self.rows.chunks_exact_mut(self.gamma.len()) {
            let mean = sum(row, |x| x) / n;
            let variance = sum(row, |x| (x - mean) * (x - mean)) / n;
            let inverse = 1.0 / (variance + epsilon).sqrt();
            for (x, (gamma, beta)) in row.iter_mut().zip(self.gamma.iter().zip(self.beta)) {
                let normal = (f64::from(*x) - mean) * inverse;
                *x = (normal * f64::from(*gamma) + f64::from(*beta)) as f32;
            }
        }
    }
}
