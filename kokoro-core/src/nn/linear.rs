//! A linear layer: in f32 a convolution with one tap, in fixed point a kernel of its own.

use std::sync::Arc;

use candle_core::{DType, Device, Result, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::{FixedLinear, Geometry, Precision, WriteMode};

use super::conv::Conv1d;
use super::fused::{After, Before};
use super::slice_op::map_into;
use super::tensor::{to_vec, with_values};
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

    /// From `weight` `[out, in]` and `bias` `[out]`. In f32 unless the plan allows fixed point and
    /// the weights lose nothing by it.
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
                let shape = (xs.dim(0)?, layer.c_out());
                let mut out = Tensor::zeros(shape, DType::F32, &Device::Cpu)?;
                self.write(xs, &mut out)?;
                Ok(out)
            }
        }
    }

    /// Applies it to each row, and writes the result to `out` `[time, out]`.
    pub fn write(&self, xs: &Tensor, out: &mut Tensor) -> Result<()> {
        self.run(xs, out, WriteMode::Overwrite)
    }

    /// Applies it to each row, and adds the result to `out` `[time, out]`.
    pub fn add_to(&self, xs: &Tensor, out: &mut Tensor) -> Result<()> {
        self.run(xs, out, WriteMode::Accumulate)
    }

    fn run(&self, xs: &Tensor, out: &mut Tensor, mode: WriteMode) -> Result<()> {
        match &self.0 {
            Kind::Float(conv) => {
                let after = After { mode, ..After::default() };
                conv.write(xs, Before::default(), out, after).map(|_| ())
            }
            Kind::Fixed(layer) => {
                let (time, width) = xs.dims2()?;
                let (c_in, c_out) = (layer.c_in(), layer.c_out());
                if width != c_in || out.dims() != [time, c_out] {
                    bail!(
                        "linear: expected [time, {c_in}] to [time, {c_out}], found {:?} to {:?}",
                        xs.dims(),
                        out.dims()
                    );
                }
                map_into("linear", xs, out, |xs, out| layer.run(xs, out, mode))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each of 40 inputs, of magnitude up to 3, is rounded to about 2⁻¹⁵ of the greatest, and
    /// multiplied by a weight of up to 2; the errors partly cancel.
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
        assert!(linear.write(&zeros((2, 5))?, &mut zeros((1, 3))?).is_err());
        assert_eq!(linear.forward(&zeros((2, 5))?)?.dims(), [2, 3]);
        Ok(())
    }
}
