//! Quantisation to 8 bits: of inputs to `u8` with a scale and a zero point, of weights to `i8` with
//! a scale. `split` quantises to 16 bits, in two bytes. "Quantisation step" and "scale" are the
//! same: the difference of neighbouring values.

pub(crate) mod input;
pub(crate) mod split;
pub(crate) mod weights;
