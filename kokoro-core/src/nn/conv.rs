//! One-dimensional convolution as a candle operation on `[time, channels]`; the arithmetic is `kokoro-kernels`'.

use std::cell::Cell;
use std::sync::Arc;

use candle_core::{
    CpuStorage, DType, Device, InplaceOp2, InplaceOp3, Layout, Result, Tensor, bail,
};
use candle_nn::VarBuilder;
use kokoro_kernels::{
    Activation, Affine, Conv, ConvInput, ConvOutput, Element, Geometry, Moments, Precision,
    WriteMode,
};

use super::tensor::{range, to_vec, with_values};

/// A convolution layer: `[len, c_in]` to `[len', c_out]`.
#[derive(Debug, Clone)]
pub struct Conv1d(Arc<Conv>);

/// What is done to an input as it is read: an affine, then an activation.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// None is the identity.
    pub affine: Option<&'a Affine>,
    /// After it.
    pub activation: &'a Activation,
}

impl Default for Before<'_> {
    fn default() -> Self {
        Self { affine: None, activation: &Activation::Identity }
    }
}

/// What is done to an output as it is written: `(y + residual + what is there) · gain`.
#[derive(Debug, Clone, Copy)]
pub struct After<'a> {
    /// Added, of the output's shape.
    pub residual: Option<&'a Tensor>,
    /// Whether what is there is added, too.
    pub accumulate: bool,
    /// The last factor.
    pub gain: f32,
    /// Whether the moments of what was written are wanted.
    pub measure: bool,
}

impl Default for After<'_> {
    fn default() -> Self {
        Self { residual: None, accumulate: false, gain: 1.0, measure: false }
    }
}

impl Conv1d {
    /// Reads `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`.
    pub fn new(
        c_in: usize,
        c_out: usize,
        geometry: Geometry,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        let bias = vb.get(c_out, "bias")?;
        Self::from_tensors(
            &vb.get((c_out, c_in, geometry.kernel), "weight")?,
            Some(&bias),
            geometry,
            precision,
        )
    }

    /// Reads `weight` only.
    pub fn new_no_bias(
        c_in: usize,
        c_out: usize,
        geometry: Geometry,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        Self::from_tensors(
            &vb.get((c_out, c_in, geometry.kernel), "weight")?,
            None,
            geometry,
            precision,
        )
    }

    /// From `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`; the kernel's length must be the geometry's.
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

    /// The same, of a changed input.
    pub fn forward_after(&self, xs: &Tensor, before: Before) -> Result<Tensor> {
        Ok(self.forward_with(xs, before, After::default())?.0)
    }

    /// The same, of a changed input and with more to do to the output.
    pub fn forward_with(
        &self,
        xs: &Tensor,
        before: Before,
        after: After,
    ) -> Result<(Tensor, Option<Moments>)> {
        let len = self.output_len(xs.dim(0)?)?;
        let out = Tensor::zeros((len, self.0.c_out()), DType::F32, &Device::Cpu)?;
        let moments = self.write(xs, before, &out, after)?;
        Ok((out, moments))
    }

    /// Convolves into a tensor that is there, `[len', c_out]` in f32 or bf16; nothing else may use its storage meanwhile.
    pub fn write(
        &self,
        xs: &Tensor,
        before: Before,
        out: &Tensor,
        after: After,
    ) -> Result<Option<Moments>> {
        let op = Op { conv: &self.0, before, after, moments: Cell::new(None) };
        match after.residual {
            None => out.inplace_op2(xs, &op)?,
            Some(residual) => out.inplace_op3(xs, residual, &op)?,
        }
        Ok(op.moments.into_inner())
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

/// The kernels' word for whether an output is added to what is there.
pub(super) fn write_mode(accumulate: bool) -> WriteMode {
    if accumulate { WriteMode::Accumulate } else { WriteMode::Overwrite }
}

struct Op<'a> {
    conv: &'a Conv,
    before: Before<'a>,
    after: After<'a>,
    moments: Cell<Option<Moments>>,
}

impl Op<'_> {
    /// Checks shapes, and chooses by type.
    fn run(
        &self,
        (out, out_layout): (&mut CpuStorage, &Layout),
        (xs, xs_layout): (&CpuStorage, &Layout),
        residual: Option<(&CpuStorage, &Layout)>,
    ) -> Result<()> {
        let (len, c_in) = xs_layout.shape().dims2()?;
        let expected = self.conv.geometry().output_len(len).map(|len| vec![len, self.conv.c_out()]);
        if c_in != self.conv.c_in() || expected.as_deref() != Some(out_layout.dims()) {
            bail!(
                "conv1d: expected [≥ 1, {}] to {expected:?} for {:?}, found [{len}, {c_in}] and {:?}",
                self.conv.c_in(),
                self.conv.geometry(),
                out_layout.dims()
            );
        }
        if let Some((_, layout)) = residual.filter(|(_, layout)| layout.dims() != out_layout.dims())
        {
            bail!(
                "conv1d: expected a residual of {:?}, found {:?}",
                out_layout.dims(),
                layout.dims()
            );
        }
        let xs_range = range("conv1d", xs_layout)?;
        let out_range = range("conv1d", out_layout)?;
        let residual = match residual {
            Some((storage, layout)) => Some((storage, range("conv1d", layout)?)),
            None => None,
        };
        macro_rules! by_type {
            ($($input:ident $output:ident),*) => {
                match (xs, out, &residual) {
                    $((CpuStorage::$input(xs), CpuStorage::$output(out), None) => {
                        self.convolve(&xs[xs_range], &mut out[out_range], None)
                    }
                    (CpuStorage::$input(xs), CpuStorage::$output(out), Some((CpuStorage::$output(residual), range))) => {
                        self.convolve(&xs[xs_range], &mut out[out_range], Some(&residual[range.clone()]))
                    })*
                    _ => bail!("conv1d: expected tensors in f32 or bf16, and a residual as the output"),
                }
            };
        }
        by_type!(F32 F32, F32 BF16, BF16 F32, BF16 BF16);
        Ok(())
    }

    fn convolve<I: Element, O: Element>(&self, xs: &[I], out: &mut [O], residual: Option<&[O]>) {
        let Before { affine, activation } = self.before;
        let input = ConvInput { values: xs, affine, activation };
        let mode = write_mode(self.after.accumulate);
        let output = ConvOutput { values: out, residual, mode, gain: self.after.gain };
        if self.after.measure {
            self.moments.set(Some(self.conv.run_measured(&input, output)));
        } else {
            self.conv.run(&input, output);
        }
    }
}

impl InplaceOp2 for Op<'_> {
    fn name(&self) -> &'static str {
        "conv1d"
    }

    fn cpu_fwd(
        &self,
        out: &mut CpuStorage,
        out_layout: &Layout,
        xs: &CpuStorage,
        xs_layout: &Layout,
    ) -> Result<()> {
        self.run((out, out_layout), (xs, xs_layout), None)
    }
}

impl InplaceOp3 for Op<'_> {
    fn name(&self) -> &'static str {
        "conv1d"
    }

    fn cpu_fwd(
        &self,
        out: &mut CpuStorage,
        out_layout: &Layout,
        xs: &CpuStorage,
        xs_layout: &Layout,
        residual: &CpuStorage,
        residual_layout: &Layout,
    ) -> Result<()> {
        self.run((out, out_layout), (xs, xs_layout), Some((residual, residual_layout)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_nn::Module;
    use proptest::prelude::*;

    /// Sums of up to 40 × 11 products of values near 1, some by minimal filtering.
    const MAX_ERROR: f32 = 5e-4;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn equals_candle(c_in in 1usize..70, c_out in 1usize..140, kernel in 1usize..12, stride in 1usize..4,
                         dilation in 1usize..6, extra in 0usize..600, pad in 0usize..20) {
            let geometry = Geometry { kernel, stride, dilation, padding: pad.min(dilation * (kernel - 1)) };
            let len = dilation * (kernel - 1) + 1 + extra;
            let random = |shape: &[usize]| Tensor::randn(0f32, 1.0, shape, &Device::Cpu);
            let (weight, bias) = (random(&[c_out, c_in, kernel])?, random(&[c_out])?);
            let xs = random(&[len, c_in])?;
            let candle = candle_nn::Conv1d::new(weight.clone(), Some(bias.clone()), candle_nn::Conv1dConfig {
                padding: geometry.padding, stride, dilation, ..Default::default() });
            let expected = candle.forward(&xs.t()?.unsqueeze(0)?)?.squeeze(0)?.t()?;
            let ours = Conv1d::from_tensors(&weight, Some(&bias), geometry, Precision::F32)?;
            let found = ours.forward(&xs)?;
            let error = |a: &Tensor, b: &Tensor| (a - b)?.abs()?.flatten_all()?.max(0)?.to_scalar::<f32>();
            prop_assert_eq!(found.dims(), expected.dims());
            prop_assert!(error(&found, &expected)? < MAX_ERROR);
            let residual = Tensor::randn(0f32, 1.0, expected.dims(), &Device::Cpu)?;
            let after = After { residual: Some(&residual), ..After::default() };
            let (found, _) = ours.forward_with(&xs, Before::default(), after)?;
            prop_assert!(error(&found, &(expected + residual)?)? < MAX_ERROR);
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
        assert!(
            conv.write(&zeros((5, 3))?, Before::default(), &zeros((2, 2))?, After::default())
                .is_err()
        );
        let (residual, out) = (zeros((1, 3))?, zeros((1, 2))?);
        let after = After { residual: Some(&residual), ..After::default() };
        assert!(conv.write(&zeros((5, 3))?, Before::default(), &out, after).is_err());
        assert_eq!(conv.forward(&zeros((5, 3))?)?.dims(), [1, 2]);
        Ok(())
    }
}
