//! The arithmetic that takes nearly all of Kokoro's time: one-dimensional convolutions over
//! `[time, channels]` in f32, bf16 or int8, with everything around them fused in; beside them
//! attention, layer normalisation, LSTMs and elementary functions.
//!
//! ```text
//!  x [len, c_in] ─prologue─► words ─microkernel─► sums ─epilogue─► y [len', c_out]
//!                           (in L2)             (in registers)
//! ```
//!
//! The prologue applies normalisation and activation and encodes the result; the epilogue adds bias
//! and residual and measures [`Moments`]. A [`Conv`] does all that for a block of columns at a
//! time, so that only its input and its output pass through memory. Blocks depend on shapes alone,
//! and no sum is split between threads, so that results do not depend on their number.
//!
//! Kernels are written once, over the vector operations of `simd`, and compiled for each
//! instruction set; [`Isa::best`] chooses at run time. [`naive`] has the definitions that they are
//! tested against.

mod attention;
mod conv;
mod fixed16;
mod isa;
mod layer_norm;
mod lstm;
mod math;
mod memory;
pub mod naive;
pub mod peak;
mod precision;
mod quant;
mod simd;

pub use half::bf16;

pub use attention::{attention, attention_with};
pub use conv::{
    Activation, Affine, Conv, ConvInput, ConvOutput, Element, Geometry, Interrupt, Moments, Snake,
    WriteMode,
};
pub use fixed16::FixedLinear;
pub use isa::Isa;
pub use layer_norm::{layer_norm, layer_norm_with};
pub use lstm::{Direction, Lstm};
pub use math::elementwise::{gelu, gelu_with, sines, sines_with};
pub use math::gaussian::{normals, normals_with};
pub use precision::{ParsePrecisionError, Precision};
