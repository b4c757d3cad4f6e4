//! A linear layer: in f32 a convolution with one tap, in fixed point a kernel of its own.

use std::sync::Arc;

use candle_core::{CpuStorage, DType, Device, InplaceOp2, Layout, Result, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::{FixedLinear, Geometry, Precision};

use super::conv::write_mode;
use super::tensor::{contiguous, range, to_vec, with_values};
use super::{After, Before, Conv1d};
use crate::PrecisionPlan;

/// `[time, in]` to `[time, out]`, `y = W x + b`.
#[derive(Debug, Clone)]
pub struct Linear(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Float(Conv1d),
    Fixed(Arc<FixedLinear>),
}

impl Linear {
    /// Reads `weight` `[out, in]` and `bias` `[out]`.
    pub fn new(
        width_in: usize,
        width_out: usize,
        plan: PrecisionPlan,
        vb: VarBuilder,
    ) -> Result<Self> {
        let weight = vb.get((width_out, width_in), "weight")?;
        Self::from_tensors(&weight, &vb.get(width_out, "bias")?, plan)
    }

    /// From `weight` `[out, in]` and `bias` `[out]`. In f32 unless the plan allows fixed point and the weights lose nothing by it.
    pub fn from_tensors(weight: &Tensor, bias: &Tensor, plan: PrecisionPlan) -> Result<Self> {
        if plan.fixed_point() {
            let bias = to_vec(bias)?;
            if let Some(layer) = with_values(weight, |weight| FixedLinear::new(weight, &bias))? {
                return Ok(Self(Kind::Fixed(Arc::new(layer))));
            }
        }
        let taps = weight.unsqueeze(2)?;
        let conv = Conv1d::from_tensors(&taps, Some(bias), Geometry::default(), Precision::F32)?;
        Ok(Self(Kind::Float(conv)))
    }

    /// Applies it to each row.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        match &self.0 {
            Kind::Float(conv) => conv.forward(xs),
            Kind::Fixed(layer) => {
                let out = Tensor::zeros((xs.dim(0)?, layer.c_out()), DType::F32, &Device::Cpu)?;
                self.write(xs, &out, false)?;
                Ok(out)
            }
        }
    }

    /// Applies it to each row, and writes to `out` `[time, out]` or adds to what is there.
    pub fn write(&self, xs: &Tensor, out: &Tensor, accumulate: bool) -> Result<()> {
        match &self.0 {
            Kind::Float(conv) => {
                let after = After { accumulate, ..After::default() };
                conv.write(xs, Before::default(), out, after)?;
                Ok(())
            }
            Kind::Fixed(layer) => out.inplace_op2(xs, &Fixed { layer, accumulate }),
        }
    }
}

/// [`FixedLinear`] as an operation.
struct Fixed<'a> {
    layer: &'a FixedLinear,
    accumulate: bool,
}

impl InplaceOp2 for Fixed<'_> {
    fn name(&self) -> &'static str {
        "linear"
    }

    fn cpu_fwd(
        &self,
        out: &mut CpuStorage,
        out_layout: &Layout,
        xs: &CpuStorage,
        xs_layout: &Layout,
    ) -> Result<()> {
        let (c_in, c_out) = (self.layer.c_in(), self.layer.c_out());
        let (time, width) = xs_layout.shape().dims2()?;
        if width != c_in || out_layout.dims() != [time, c_out] {
            bail!(
                "linear: expected [time, {c_in}] to [time, {c_out}], found {:?} to {:?}",
                xs_layout.dims(),
                out_layout.dims()
            );
        }
        let xs = contiguous("linear", xs, xs_layout)?;
        let CpuStorage::F32(out) = out else { bail!("linear: expected an output in f32") };
        let out = &mut out[range("linear", out_layout)?];
        self.layer.run(xs, out, write_mode(self.accumulate));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2⁻¹⁶ of the greatest of 40 numbers near 1, times weights up to 2, some dozen of them.
    const MAX_ERROR: f32 = 5e-3;

    #[test]
    fn fixed_point_is_taken_where_it_loses_nothing() -> Result<()> {
        let codes: Vec<f32> = (0..40 * 30).map(|i| (i * 37 % 128) as f32 - 64.0).collect();
        let weight = (Tensor::from_vec(codes, (30, 40), &Device::Cpu)? * 0.03)?;
        let bias = Tensor::randn(0f32, 1.0, 30, &Device::Cpu)?;
        let xs = Tensor::randn(0f32, 1.0, (7, 40), &Device::Cpu)?;
        let [exact, fixed] = [Precision::F32, Precision::Int8]
            .map(|precision| Linear::from_tensors(&weight, &bias, PrecisionPlan::new(precision)));
        let (exact, fixed) = (exact?, fixed?);
        assert!(matches!((&exact.0, &fixed.0), (Kind::Float(_), Kind::Fixed(_))));
        let error = (exact.forward(&xs)? - fixed.forward(&xs)?)?.abs()?.flatten_all()?.max(0)?;
        assert!(error.to_scalar::<f32>()? < MAX_ERROR, "{error}");

        let weight = Tensor::randn(0f32, 1.0, (30, 40), &Device::Cpu)?;
        let float = Linear::from_tensors(&weight, &bias, PrecisionPlan::new(Precision::Int8))?;
        assert!(matches!(float.0, Kind::Float(_)));
        Ok(())
    }

    #[test]
    fn refuses_other_shapes() -> Result<()> {
        let zeros = |shape| Tensor::zeros(shape, DType::F32, &Device::Cpu);
        let bias = Tensor::zeros(3, DType::F32, &Device::Cpu)?;
        let plan = PrecisionPlan::new(Precision::Int8);
        let linear = Linear::from_tensors(&zeros((3, 5))?, &bias, plan)?;
        assert!(linear.forward(&zeros((2, 4))?).is_err());
        assert!(linear.write(&zeros((2, 5))?, &zeros((1, 3))?, false).is_err());
        assert_eq!(linear.forward(&zeros((2, 5))?)?.dims(), [2, 3]);
        Ok(())
    }
}
