//! The element types that convolutions read and write, and the step from generic to concrete ones.
//!
//! `Conv::run` is generic, and a generic function is compiled in every crate that calls it. The
//! kernels are large, so `run` hands its arguments as one of these enums to a function that is not
//! generic and is compiled once, in this crate.

use half::bf16;

use super::params::{ConvInput, ConvOutput};
use crate::memory::scalar::Scalar;

/// f32, or bf16 for tensors of half the size. No other crate can implement it.
pub trait Element: Erase {}

impl Element for f32 {}
impl Element for bf16 {}

/// An input of either type.
#[derive(Debug)]
pub enum AnyInput<'a> {
    F32(ConvInput<'a, f32>),
    Bf16(ConvInput<'a, bf16>),
}

/// An output of either type.
#[derive(Debug)]
pub enum AnyOutput<'a> {
    F32(ConvOutput<'a, f32>),
    Bf16(ConvOutput<'a, bf16>),
}

/// From an element type to the enums. Its name cannot be written outside of this crate, which seals
/// [`Element`].
pub trait Erase: Scalar {
    fn any_input<'a>(input: &ConvInput<'a, Self>) -> AnyInput<'a>;
    fn any_output(output: ConvOutput<Self>) -> AnyOutput;
    /// The values as f32 words, if they are f32.
    fn f32_words(values: &[Self]) -> Option<&[u32]>;
}

impl Erase for f32 {
    fn any_input<'a>(input: &ConvInput<'a, Self>) -> AnyInput<'a> {
        AnyInput::F32(*input)
    }
    fn any_output(output: ConvOutput<Self>) -> AnyOutput {
        AnyOutput::F32(output)
    }
    fn f32_words(values: &[Self]) -> Option<&[u32]> {
        // SAFETY: a u32 has the size and the alignment of an f32, and every f32 is a valid u32.
        Some(unsafe { std::slice::from_raw_parts(values.as_ptr().cast(), values.len()) })
    }
}

impl Erase for bf16 {
    fn any_input<'a>(input: &ConvInput<'a, Self>) -> AnyInput<'a> {
        AnyInput::Bf16(*input)
    }
    fn any_output(output: ConvOutput<Self>) -> AnyOutput {
        AnyOutput::Bf16(output)
    }
    fn f32_words(_: &[Self]) -> Option<&[u32]> {
        None
    }
}
