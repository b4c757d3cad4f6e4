//! Static quantisation: the ranges of activations over a calibration set, the scales that follow
//! from them, and which convolutions stay in f32.
//!
//! Activations are unsigned with one scale and one zero point a tensor, weights signed 8 bit with
//! one scale an output channel, biases signed 32 bit: the one form that NNAPI takes. One scale a
//! tensor is too coarse for activations whose channels differ by orders of magnitude, so each
//! channel is first multiplied by a factor that brings all to one range. The factors cost nothing:
//! what comes before a convolution lets them through (an affine that is fed from outside, Snake,
//! leaky ReLU), what comes after it takes them out (a normalisation, or one product), and the
//! weights take the inverse.

mod fake;
mod ranges;
mod scheme;
mod sensitivity;

pub use fake::{FakeQuant, fake_weights};
pub use ranges::{Calibration, ConvRanges, Range, Ranges};
pub use scheme::{Activation, ConvScheme, Scheme};
pub use sensitivity::{FLOAT_FROM_DB_PER_CENT, Sensitivity, measured, stays_float, table};
pub(crate) use sensitivity::{UPSAMPLERS, pays};
