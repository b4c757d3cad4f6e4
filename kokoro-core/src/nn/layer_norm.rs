//! Layer normalisation over channels, fixed and steered by style.

use candle_core::{Result, Tensor, bail};
use candle_nn::{Linear, Module, VarBuilder, linear};

use super::slice_op::change_inplace;
use super::tensor::to_vec;
use crate::architecture::LAYER_NORM_EPSILON as EPSILON;

/// Normalises each row of `[time, channels]`, in place: `torch.nn.LayerNorm`, and upstream
/// `modules.py::LayerNorm`.
#[derive(Debug, Clone)]
pub struct LayerNorm {
    gamma: Vec<f32>, // [channels]
    beta: Vec<f32>,
    epsilon: f32,
}

impl LayerNorm {
    /// From `gamma` and `beta`, each `[channels]`.
    pub fn new(gamma: &Tensor, beta: &Tensor, epsilon: f32) -> Result<Self> {
        Ok(Self { gamma: to_vec(gamma)?, beta: to_vec(beta)?, epsilon })
    }

    /// Reads `gamma` and `beta`; with the default ε.
    pub fn upstream(channels: usize, vb: VarBuilder) -> Result<Self> {
        Self::new(&vb.get(channels, "gamma")?, &vb.get(channels, "beta")?, EPSILON)
    }

    /// Reads `weight` and `bias`.
    pub fn torch(channels: usize, epsilon: f32, vb: VarBuilder) -> Result<Self> {
        Self::new(&vb.get(channels, "weight")?, &vb.get(channels, "bias")?, epsilon)
    }

    /// Normalises `xs` `[time, channels]`.
    pub fn apply_inplace(&self, xs: &mut Tensor) -> Result<()> {
        let (time, found) = xs.dims2()?;
        let expected = self.gamma.len();
        if found != expected {
            bail!("layer_norm: expected [{time}, {expected}], found [{time}, {found}]");
        }
        change_inplace("layer_norm", xs, |xs| {
            kokoro_kernels::layer_norm(xs, &self.gamma, &self.beta, self.epsilon);
        })
    }
}

/// Normalises each row of `[time, channels]`, then `(1 + γ) x + β` with `γ, β` linear in the style:
/// upstream `modules.py::AdaLayerNorm`.
#[derive(Debug, Clone)]
pub struct AdaLayerNorm {
    fc: Linear, // style → [γ, β], each [channels]
    channels: usize,
}

impl AdaLayerNorm {
    /// Reads `fc.weight` `[2 · channels, style]` and `fc.bias`.
    pub fn new(style: usize, channels: usize, vb: VarBuilder) -> Result<Self> {
        Ok(Self { fc: linear(style, 2 * channels, vb.pp("fc"))?, channels })
    }

    /// Normalises `xs` `[time, channels]`; `style` `[1, style]`.
    pub fn apply_inplace(&self, xs: &mut Tensor, style: &Tensor) -> Result<()> {
        let affine = self.fc.forward(style)?.reshape((2, self.channels))?;
        LayerNorm::new(&(affine.get(0)? + 1.0)?, &affine.get(1)?, EPSILON)?.apply_inplace(xs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::{DType, Device};
    use std::collections::HashMap;

    /// One f32 normalisation of values near 1.
    const MAX_ERROR: f32 = 1e-5;

    /// Mean 0 and variance 1 of each row, in f64.
    fn normal(row: &[f32]) -> Vec<f64> {
        let mean = row.iter().map(|&x| x as f64).sum::<f64>() / row.len() as f64;
        let variance =
            row.iter().map(|&x| (x as f64 - mean).powi(2)).sum::<f64>() / row.len() as f64;
        row.iter().map(|&x| (x as f64 - mean) / (variance + EPSILON as f64).sqrt()).collect()
    }

    #[test]
    fn both_equal_the_definition() -> Result<()> {
        let random = |shape: &[usize]| Tensor::randn(0f32, 1.0, shape, &Device::Cpu);
        let (gamma, beta, xs, style) =
            (random(&[6])?, random(&[6])?, random(&[4, 6])?, random(&[1, 3])?);
        let map = HashMap::from([
            ("gamma".into(), gamma.clone()),
            ("beta".into(), beta.clone()),
            ("fc.weight".into(), random(&[12, 3])?),
            ("fc.bias".into(), random(&[12])?),
        ]);
        let vb = VarBuilder::from_tensors(map, DType::F32, &Device::Cpu);
        let mut fixed = xs.copy()?;
        LayerNorm::upstream(6, vb.clone())?.apply_inplace(&mut fixed)?;
        let ada = AdaLayerNorm::new(3, 6, vb.clone())?;
        let affine = ada.fc.forward(&style)?.to_vec2::<f32>()?.concat();
        let (gamma, beta) = (gamma.to_vec1::<f32>()?, beta.to_vec1::<f32>()?);
        let (norm, mut ada) = (ada, xs.copy()?);
        norm.apply_inplace(&mut ada, &style)?;
        for t in 0..4 {
            for (c, x) in normal(&xs.get(t)?.to_vec1::<f32>()?).into_iter().enumerate() {
                let fixed = fixed.get(t)?.get(c)?.to_scalar::<f32>()?;
                let ada = ada.get(t)?.get(c)?.to_scalar::<f32>()?;
                assert!((fixed - (gamma[c] as f64 * x + beta[c] as f64) as f32).abs() < MAX_ERROR);
                assert!(
                    (ada - ((1.0 + affine[c] as f64) * x + affine[6 + c] as f64) as f32).abs()
                        < MAX_ERROR
                );
            }
        }
        Ok(())
    }
}
