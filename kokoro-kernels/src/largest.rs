//! The greatest of numbers.

/// The greatest magnitude, 0 of nothing; NaN is greater than all. Bits of floats without a sign are in the order of the floats, and a loop over
/// integers is one that the compiler makes vectors of.
#[inline(always)]
pub(crate) fn largest(values: &[f32]) -> f32 {
    f32::from_bits(values.iter().fold(0, |m, x| m.max(x.abs().to_bits() as i32)) as u32)
}
