//! Adaptive instance normalisation (Huang & Belongie 2017) and the activation that always follows
//! it. Both become the prologue of the convolution that comes next.
//!
//! `y[t, c] = act((1 + γ_c) · (x[t, c] − μ_c) / √(σ²_c + ε) + β_c)`, with mean and (biased)
//! variance over time and `γ, β` a linear function of the style: upstream `istftnet.py::AdaIN1d`.
//! Its `InstanceNorm1d` has affine parameters only to please an exporter; they are the identity,
//! and this crate does not read them.

use candle_core::{CpuStorage, Result, Storage, Tensor, bail};
use candle_nn::{Linear, Module, VarBuilder, linear};
use kokoro_kernels::{Activation, Affine, Moments};

use super::tensor::{range, to_vec};
use crate::architecture::INSTANCE_NORM_EPSILON as EPSILON;

/// Normalisation of `[time, channels]` steered by a style vector.
#[derive(Debug, Clone)]
pub struct AdaIn {
    fc: Linear, // style → [γ, β], each [channels]
    activation: Activation,
}

impl AdaIn {
    /// Reads `fc.weight` `[2 · channels, style]` and `fc.bias`.
    pub fn new(
        style: usize,
        channels: usize,
        activation: Activation,
        vb: VarBuilder,
    ) -> Result<Self> {
        Ok(Self { fc: linear(style, 2 * channels, vb.pp("fc"))?, activation })
    }

    /// Normalisation and style as one affine, `(x − centre) · scale + shift` for each channel, for
    /// a tensor of these moments and `style` `[1, style]`.
    pub fn affine(&self, moments: &Moments, style: &Tensor) -> Result<Affine> {
        let steer = to_vec(&self.fc.forward(style)?)?;
        let channels = moments.mean().len();
        if steer.len() != 2 * channels {
            bail!("adain: expected moments of {} channels, found {channels}", steer.len() / 2);
        }
        let (gamma, beta) = steer.split_at(channels);
        let style = gamma.iter().zip(beta).map(|(&g, &b)| (f64::from(g), f64::from(b)));
        let normal: Vec<_> = moments.mean().iter().copied().zip(moments.variance()).collect();
        Ok(Affine::new(style.zip(normal).map(|((gamma, beta), (mean, variance))| {
            (mean, (1.0 + gamma) / (variance + EPSILON).sqrt(), beta)
        })))
    }

    /// What follows the normalisation.
    pub fn activation(&self) -> &Activation {
        &self.activation
    }
}

/// Mean and variance of each channel of `[time, channels]`, contiguous, in f32 or bf16.
pub fn measure(xs: &Tensor) -> Result<Moments> {
    let (_, channels) = xs.dims2()?;
    let (storage, layout) = xs.storage_and_layout();
    let range = range("moments", layout)?;
    match &*storage {
        Storage::Cpu(CpuStorage::F32(values)) => Ok(Moments::of(&values[range], channels)),
        Storage::Cpu(CpuStorage::BF16(values)) => Ok(Moments::of(&values[range], channels)),
        _ => bail!("moments: expected a tensor in f32 or bf16 on the CPU, found {:?}", xs.dtype()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::{Before, Conv1d};
    use candle_core::{DType, Device};
    use kokoro_kernels::{Geometry, Precision, Snake};
    use std::collections::HashMap;

    /// Where there is no variance the factor is `1 / √ε = 316`: rounding a value of 5 then costs
    /// `5 · 316 · 6e-8 = 1e-4`, times `1 + γ` of up to 3.
    const MAX_ERROR: f32 = 3e-4;

    /// The definition, in tensor operations.
    fn naive(xs: &Tensor, steer: &Tensor, alpha: Option<&Tensor>) -> Result<Tensor> {
        let channels = xs.dim(1)?;
        let steer = steer.reshape((2, channels))?;
        let centred = xs.broadcast_sub(&xs.mean_keepdim(0)?)?;
        let variance = centred.sqr()?.mean_keepdim(0)?;
        let normal = centred.broadcast_div(&(variance + EPSILON)?.sqrt()?)?;
        let ys = normal.broadcast_mul(&(steer.get(0)? + 1.0)?)?.broadcast_add(&steer.get(1)?)?;
        match alpha {
            None => candle_nn::ops::leaky_relu(&ys, 0.2),
            Some(alpha) => &ys + ys.broadcast_mul(alpha)?.sin()?.sqr()?.broadcast_div(alpha)?,
        }
    }

    #[test]
    fn equals_the_definition_at_every_length() -> Result<()> {
        let identity = Tensor::eye(5, DType::F32, &Device::Cpu)?.unsqueeze(2)?;
        let identity = Conv1d::from_tensors(&identity, None, Geometry::default(), Precision::F32)?;
        let alpha = [0.5, 1.0, 2.0, 3.0, 7.5];
        for len in (1..40).chain([999]) {
            let xs = (Tensor::randn(0f32, 3.0, (len, 5), &Device::Cpu)? + 1.5)?;
            let random = |shape: &[usize]| Tensor::randn(0f32, 1.0, shape, &Device::Cpu);
            let (weight, bias, style) = (random(&[10, 3])?, random(&[10])?, random(&[1, 3])?);
            let map = HashMap::from([("fc.weight".into(), weight), ("fc.bias".into(), bias)]);
            let vb = VarBuilder::from_tensors(map, DType::F32, &Device::Cpu);
            for (activation, alpha) in [
                (Activation::LeakyRelu(0.2), None),
                (
                    Activation::Snake(Snake::new(&alpha)),
                    Some(Tensor::new(&alpha, &Device::Cpu)?.to_dtype(DType::F32)?),
                ),
            ] {
                let adain = AdaIn::new(3, 5, activation, vb.clone())?;
                let affine = adain.affine(&measure(&xs)?, &style)?;
                let before = Before { affine: Some(&affine), activation: adain.activation() };
                let found = identity.forward_after(&xs, before)?;
                let expected = naive(&xs, &adain.fc.forward(&style)?, alpha.as_ref())?;
                let error = (found - expected)?.abs()?.max_all()?.to_scalar::<f32>()?;
                assert!(error < MAX_ERROR, "{:?} at length {len}: {error:e}", adain.activation());
            }
        }
        Ok(())
    }
}
