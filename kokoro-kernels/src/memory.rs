//! What lies in memory: aligned buffers, the number types of tensors, prefetching, and an output
//! that several threads fill.

pub(crate) mod aligned;
pub(crate) mod prefetch;
pub(crate) mod scalar;
pub(crate) mod shared;
