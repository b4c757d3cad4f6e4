//! Quantisation to 8 bits: of inputs to `u8` with a scale and a zero point, of weights to `i8` with
//! a scale. "Quantisation step" and "scale" are the same: the difference of neighbouring values.

pub(crate) mod input;
pub(crate) mod weights;
