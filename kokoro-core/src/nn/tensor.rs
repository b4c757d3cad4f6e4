//! The slice behind a tensor, for kernels that work on slices.

use candle_core::{CpuStorage, Layout, Result, Tensor, bail};

/// The places of a contiguous tensor in its storage.
pub fn range(op: &str, layout: &Layout) -> Result<std::ops::Range<usize>> {
    match layout.contiguous_offsets() {
        Some((start, end)) => Ok(start..end),
        None => bail!("{op}: expected a contiguous tensor, found strides {:?}", layout.stride()),
    }
}

/// The values of a contiguous f32 tensor, in row-major order.
pub fn contiguous<'a>(op: &str, storage: &'a CpuStorage, layout: &Layout) -> Result<&'a [f32]> {
    Ok(&storage.as_slice::<f32>()?[range(op, layout)?])
}

/// The values of a tensor as a vector, in row-major order.
pub fn to_vec(xs: &Tensor) -> Result<Vec<f32>> {
    xs.flatten_all()?.to_vec1()
}
