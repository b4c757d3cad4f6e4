//! Elementary functions of vectors and of slices, and sums over slices.

pub(crate) mod elementwise;
pub(crate) mod exp;
pub(crate) mod gaussian;
pub(crate) mod map;
pub(crate) mod reduce;
pub(crate) mod sine;
