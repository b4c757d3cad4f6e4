//! The arithmetic that Kokoro's time goes into: one-dimensional convolutions over `[time, channels]`, in f32, bf16 or int8, with all that
//! stands around them fused in.
//!
//! ```text
//!  x [len, c_in] ─affine, activation, code─► words (in cache) ─tiles─► sums ─scale, bias, residual, gain─► y [len', c_out]
//!                                                                                                        └─► Moments
//! ```
//!
//! A [`Conv`] does that a block of columns at a time, so that only its input and its output pass through memory. Blocks depend on the
//! shapes alone and no sum is split between threads, so the result does not depend on their number. [`naive`] is the definition that
//! everything is tested against.
//!
//! The kernels are written once over [`simd::Simd`] and compiled for each instruction set; [`Isa::best`] chooses at run time.

mod activation;
mod ahead;
mod aligned;
mod attention;
mod block;
pub mod ceiling;
mod code;
mod conv;
mod division;
mod dot;
mod element;
mod elementwise;
mod finish;
mod fixed;
mod functions;
mod geometry;
mod isa;
mod largest;
mod layer_norm;
mod minimal;
mod moments;
pub mod naive;
mod packed;
mod precision;
mod prepare;
mod range;
mod recurrent;
pub mod simd;
mod sine;
mod sum;
mod tile;
mod two_bytes;
mod whole;

pub use activation::{Activation, Affine, Snake};
pub use attention::{attention, attention_with};
pub use conv::{Conv, Input, Output};
pub use element::Element;
pub use elementwise::{gelu, gelu_with, normals, normals_with, sines, sines_with};
pub use fixed::FixedLinear;
pub use geometry::Geometry;
pub use half::bf16;
pub use isa::Isa;
pub use layer_norm::{layer_norm, layer_norm_with};
pub use moments::Moments;
pub use precision::Precision;
pub use recurrent::Recurrent;
