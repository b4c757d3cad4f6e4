//! Sums of products of whole numbers, for the instruction set of the processor.
//!
//! Numbers of 16 bits are multiplied and summed in 32. Nothing is rounded, so that the sums are the
//! same on every processor.

mod isa;
mod multiply;
#[cfg(target_arch = "aarch64")]
mod neon;
mod portable;
mod vectors;
#[cfg(target_arch = "x86_64")]
mod x86;

pub(crate) use self::isa::Isa;
pub(crate) use self::vectors::{Input, Vectors, Work};
