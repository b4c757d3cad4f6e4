//! The slice behind a tensor, for kernels that work on slices.

use candle_core::{CpuStorage, Layout, Result, Storage, Tensor, bail};

/// The places of a contiguous tensor in its storage.
pub(super) fn range(op: &str, layout: &Layout) -> Result<std::ops::Range<usize>> {
    match layout.contiguous_offsets() {
        Some((start, end)) => Ok(start..end),
        None => bail!("{op}: expected a contiguous tensor, found strides {:?}", layout.stride()),
    }
}

/// The values of a contiguous f32 tensor, in row-major order.
pub(super) fn contiguous<'a>(
    op: &str,
    storage: &'a CpuStorage,
    layout: &Layout,
) -> Result<&'a [f32]> {
    Ok(&storage.as_slice::<f32>()?[range(op, layout)?])
}

/// Gives the values of a tensor to `f`, in row-major order; without a copy if it is contiguous and
/// f32.
pub fn with_values<T>(xs: &Tensor, f: impl FnOnce(&[f32]) -> T) -> Result<T> {
    let xs = xs.contiguous()?;
    let (storage, layout) = xs.storage_and_layout();
    match &*storage {
        Storage::Cpu(storage) => Ok(f(contiguous("values", storage, layout)?)),
        _ => bail!("expected a tensor on the CPU, found {:?}", xs.device()),
    }
}

/// The values of a tensor as a vector, in row-major order.
pub fn to_vec(xs: &Tensor) -> Result<Vec<f32>> {
    xs.flatten_all()?.to_vec1()
}

/// The columns of an array of `rows` rows, one after the other.
pub fn transposed(values: &[f32], rows: usize) -> Vec<f32> {
    let len = values.len() / rows.max(1);
    (0..values.len()).map(|at| values[at % rows * len + at / rows]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_twice_is_the_identity() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        assert_eq!(transposed(&values, 2), [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
        assert_eq!(transposed(&transposed(&values, 2), 3), values);
    }
}
