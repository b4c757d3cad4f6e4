//! One-dimensional convolution of `[time, channels]`; the arithmetic is `kokoro-kernels`'.

use std::sync::Arc;

use candle_core::{DType, Device, Result, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::{Conv, Geometry, Moments, Precision};

use super::conv_op::ConvOp;
use super::fused::{After, Before};
use super::tensor::{to_vec, with_values};

/// A convolution layer: `[len, c_in]` to `[len', c_out]`.
#[derive(Debug, Clone)]
pub struct Conv1d(Arc<Conv>);

impl Conv1d {
    /// Reads `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`.
    pub fn new(
        c_in: usize,
        c_out: usize,
        geometry: Geometry,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        let weight = vb.get((c_out, c_in, geometry.kernel), "weight")?;
        Self::from_tensors(&weight, Some(&vb.get(c_out, "bias")?), geometry, precision)
    }

    /// Reads `weight` only.
    pub fn new_no_bias(
        c_in: usize,
        c_out: usize,
        geometry: Geometry,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        let weight = vb.get((c_out, c_in, geometry.kernel), "weight")?;
        Self::from_tensors(&weight, None, geometry, precision)
    }

    /// From `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`; the kernel's length must be the
    /// geometry's.
    pub fn from_tensors(
        weight: &Tensor,
        bias: Option<&Tensor>,
        geometry: Geometry,
        precision: Precision,
    ) -> Result<Self> {
        let (c_out, _, kernel) = weight.dims3()?;
        if kernel != geometry.kernel {
            bail!("conv1d: expected a kernel of {} taps, found {kernel}", geometry.kernel);
        }
        let bias = bias.map_or(Ok(vec![0.0; c_out]), to_vec)?;
        let conv = with_values(weight, |weight| Conv::new(weight, &bias, geometry, precision))?;
        Ok(Self(Arc::new(conv)))
    }

    /// `[len, c_in]` to `[len', c_out]`, in f32.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        self.forward_after(xs, Before::default())
    }

    /// The same, of an input that is changed as it is read.
    pub fn forward_after(&self, xs: &Tensor, before: Before) -> Result<Tensor> {
        Ok(self.forward_with(xs, before, After::default())?.0)
    }

    /// The same, with more to do to the output as it is written.
    pub fn forward_with(
        &self,
        xs: &Tensor,
        before: Before,
        after: After,
    ) -> Result<(Tensor, Option<Moments>)> {
        let len = self.output_len(xs.dim(0)?)?;
        let mut out = Tensor::zeros((len, self.0.c_out()), DType::F32, &Device::Cpu)?;
        let moments = self.write(xs, before, &mut out, after)?;
        Ok((out, moments))
    }

    /// Convolves into `out` `[len', c_out]`, in f32 or bf16. Gives the moments of what was written
    /// if `after` asks for them.
    pub fn write(
        &self,
        xs: &Tensor,
        before: Before,
        out: &mut Tensor,
        after: After,
    ) -> Result<Option<Moments>> {
        let op = ConvOp::new(&self.0, before, after);
        out.inplace_op2(xs, &op)?;
        Ok(op.into_moments())
    }

    /// Columns that come of `len` columns.
    pub fn output_len(&self, len: usize) -> Result<usize> {
        let geometry = self.0.geometry();
        match geometry.output_len(len) {
            Some(len) => Ok(len),
            None => {
                bail!("conv1d: expected an input that {geometry:?} fits into, found {len} columns")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_nn::{Conv1dConfig, Module};
    use proptest::prelude::*;

    /// Sums of up to 40 × 11 products of values near 1, some by minimal filtering.
    const MAX_ERROR: f32 = 5e-4;

    fn error(a: &Tensor, b: &Tensor) -> Result<f32> {
        (a - b)?.abs()?.flatten_all()?.max(0)?.to_scalar()
    }

    /// Ours against candle's, on random numbers; with a residual, too.
    fn compare(c_in: usize, c_out: usize, geometry: Geometry, len: usize) -> Result<()> {
        let random = |shape: &[usize]| Tensor::randn(0f32, 1.0, shape, &Device::Cpu);
        let Geometry { kernel, stride, dilation, padding } = geometry;
        let (weight, bias) = (random(&[c_out, c_in, kernel])?, random(&[c_out])?);
        let xs = random(&[len, c_in])?;
        let config = Conv1dConfig { padding, stride, dilation, ..Conv1dConfig::default() };
        let candle = candle_nn::Conv1d::new(weight.clone(), Some(bias.clone()), config);
        let expected = candle.forward(&xs.t()?.unsqueeze(0)?)?.squeeze(0)?.t()?;

        let ours = Conv1d::from_tensors(&weight, Some(&bias), geometry, Precision::F32)?;
        let found = ours.forward(&xs)?;
        assert_eq!(found.dims(), expected.dims());
        assert!(error(&found, &expected)? < MAX_ERROR);
        let residual = random(expected.dims())?;
        let after = After { residual: Some(&residual), ..After::default() };
        let (found, _) = ours.forward_with(&xs, Before::default(), after)?;
        assert!(error(&found, &(expected + residual)?)? < MAX_ERROR);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn equals_candle(
            c_in in 1usize..70,
            c_out in 1usize..140,
            kernel in 1usize..12,
            stride in 1usize..4,
            dilation in 1usize..6,
            extra in 0usize..600,
            pad in 0usize..20,
        ) {
            let padding = pad.min(dilation * (kernel - 1));
            let geometry = Geometry { kernel, stride, dilation, padding };
            compare(c_in, c_out, geometry, dilation * (kernel - 1) + 1 + extra)?;
        }
    }

    #[test]
    fn refuses_other_shapes() -> Result<()> {
        let zeros = |shape| Tensor::zeros(shape, DType::F32, &Device::Cpu);
        let weight = Tensor::zeros((2, 3, 5), DType::F32, &Device::Cpu)?;
        let geometry = Geometry { kernel: 5, ..Geometry::default() };
        let conv = Conv1d::from_tensors(&weight, None, geometry, Precision::F32)?;
        assert!(conv.forward(&zeros((9, 4))?).is_err());
        assert!(conv.forward(&zeros((4, 3))?).is_err());
        let (xs, before) = (zeros((5, 3))?, Before::default());
        assert!(conv.write(&xs, before, &mut zeros((2, 2))?, After::default()).is_err());
        let residual = zeros((1, 3))?;
        let after = After { residual: Some(&residual), ..After::default() };
        assert!(conv.write(&xs, before, &mut zeros((1, 2))?, after).is_err());
        assert_eq!(conv.forward(&xs)?.dims(), [1, 2]);
        Ok(())
    }
}
