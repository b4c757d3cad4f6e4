//! The slice behind a tensor, for kernels that work on slices.

use candle_core::{CpuStorage, Layout, Result, Tensor, bail};

/// The values of a contiguous f32 tensor, in row-major order.
pub fn contiguous<'a>(op: &str, storage: &'a CpuStorage, layout: &Layout) -> Result<&'a [f32]> {
    match layout.contiguous_offsets() {
        Some((start, end)) => Ok(&storage.as_slice::<f32>()?[start..end]),
        None => bail!("{op}: expected a contiguous tensor, found strides {:?}", layout.stride()),
    }
}

/// The values of a tensor as a vector, in row-major order.
pub fn to_vec(xs: &Tensor) -> Result<Vec<f32>> {
    xs.flatten_all()?.to_vec1()
}
