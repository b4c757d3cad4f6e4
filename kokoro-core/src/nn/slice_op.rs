//! A kernel on slices as a candle operation on contiguous f32 tensors.

use candle_core::backend::BackendStorage;
use candle_core::{CpuStorage, InplaceOp1, InplaceOp2, Layout, Result, Tensor, bail};

use super::tensor::{contiguous, range};

/// Changes the values of `xs`, in row-major order, by `kernel`.
///
/// # Errors
/// If `xs` is not a contiguous f32 tensor on the CPU; `name` stands in the message.
pub fn change_inplace(
    name: &'static str,
    xs: &mut Tensor,
    kernel: impl Fn(&mut [f32]),
) -> Result<()> {
    xs.inplace_op1(&SliceOp { name, kernel })
}

/// Gives the values of `xs` and of `out`, in row-major order, to `kernel`, which reads the former
/// and writes the latter.
///
/// # Errors
/// If one of the two is not a contiguous f32 tensor on the CPU; `name` stands in the message.
pub fn map_into(
    name: &'static str,
    xs: &Tensor,
    out: &mut Tensor,
    kernel: impl Fn(&[f32], &mut [f32]),
) -> Result<()> {
    out.inplace_op2(xs, &SliceOp { name, kernel })
}

struct SliceOp<F> {
    name: &'static str,
    kernel: F,
}

impl<F: Fn(&mut [f32])> InplaceOp1 for SliceOp<F> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn cpu_fwd(&self, storage: &mut CpuStorage, layout: &Layout) -> Result<()> {
        (self.kernel)(contiguous_mut(self.name, storage, layout)?);
        Ok(())
    }
}

impl<F: Fn(&[f32], &mut [f32])> InplaceOp2 for SliceOp<F> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn cpu_fwd(
        &self,
        out: &mut CpuStorage,
        out_layout: &Layout,
        xs: &CpuStorage,
        xs_layout: &Layout,
    ) -> Result<()> {
        let xs = contiguous(self.name, xs, xs_layout)?;
        (self.kernel)(xs, contiguous_mut(self.name, out, out_layout)?);
        Ok(())
    }
}

fn contiguous_mut<'a>(
    name: &str,
    storage: &'a mut CpuStorage,
    layout: &Layout,
) -> Result<&'a mut [f32]> {
    let range = range(name, layout)?;
    match storage {
        CpuStorage::F32(values) => Ok(&mut values[range]),
        other => bail!("{name}: expected a tensor in f32, found {:?}", other.dtype()),
    }
}

#[cfg(test)]
mod tests {
    use candle_core::{DType, Device};

    use super::*;

    #[test]
    fn other_types_and_layouts_are_refused() -> Result<()> {
        let zeros = |dtype| Tensor::zeros((2, 3), dtype, &Device::Cpu);
        let nothing = |_: &mut [f32]| ();
        assert!(change_inplace("op", &mut zeros(DType::F32)?, nothing).is_ok());
        assert!(change_inplace("op", &mut zeros(DType::BF16)?, nothing).is_err());
        assert!(change_inplace("op", &mut zeros(DType::F32)?.t()?, nothing).is_err());
        Ok(())
    }
}
