//! Adaptive instance normalisation (Huang & Belongie 2017) and the activation that always follows it, in one pass.
//!
//! `y[c, t] = act((1 + γ_c) · (x[c, t] − μ_c) / √(σ²_c + ε) + β_c)`, with mean and (biased) variance over time and `γ, β` a linear
//! function of the style: upstream `istftnet.py::AdaIN1d`. Its `InstanceNorm1d` has affine parameters only to please an
//! exporter; they are the identity, and this crate does not read them.

use std::sync::Arc;

use candle_core::{CpuStorage, CustomOp2, Layout, Result, Shape, Tensor, bail};
use candle_nn::{Linear, Module, VarBuilder, linear};
use rayon::prelude::*;

use super::snake::snake;
use super::tensor::contiguous;

/// `torch.nn.InstanceNorm1d`'s default.
const EPSILON: f64 = 1e-5;

/// What follows the normalisation.
#[derive(Debug, Clone)]
pub enum Activation {
    /// `max(x, slope · x)`.
    LeakyRelu(f32),
    /// `x + sin²(α_c x) / α_c`, one α a channel.
    Snake(Arc<[f32]>), // [channels]
}

/// Normalisation of `[channels, time]` steered by a style vector.
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

    /// `xs` `[channels, time]`, `style` `[1, style]`.
    pub fn forward(&self, xs: &Tensor, style: &Tensor) -> Result<Tensor> {
        xs.apply_op2_no_bwd(&self.fc.forward(style)?, &Op(&self.activation))
    }
}

struct Op<'a>(&'a Activation);

impl CustomOp2 for Op<'_> {
    fn name(&self) -> &'static str {
        "adain"
    }

    fn cpu_fwd(
        &self,
        xs: &CpuStorage,
        xs_layout: &Layout,
        affine: &CpuStorage,
        affine_layout: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (channels, len) = xs_layout.shape().dims2()?;
        let affine = contiguous("adain", affine, affine_layout)?;
        if affine.len() != 2 * channels || len == 0 {
            bail!(
                "adain: expected [{}, ≥ 1] for {} style values, found [{channels}, {len}]",
                affine.len() / 2,
                affine.len()
            );
        }
        let (gamma, beta) = affine.split_at(channels);
        let mut ys = contiguous("adain", xs, xs_layout)?.to_vec();
        ys.par_chunks_mut(len).enumerate().for_each(|(c, row)| {
            let (mean, variance) = mean_and_variance(row);
            let scale = (1.0 + gamma[c]) * (1.0 / (variance + EPSILON).sqrt()) as f32;
            let mean = mean as f32;
            row.iter_mut().for_each(|x| *x = (*x - mean) * scale + beta[c]);
            match self.0 {
                Activation::LeakyRelu(slope) => row.iter_mut().for_each(|x| *x = x.max(slope * *x)),
                Activation::Snake(alpha) => snake(row, alpha[c]),
            }
        });
        Ok((CpuStorage::F32(ys), xs_layout.shape().clone()))
    }
}

/// Mean and biased variance, summed in f64 in eight interleaved lanes: a fixed order that the compiler can vectorise.
fn mean_and_variance(row: &[f32]) -> (f64, f64) {
    let mean = lane_sum(row, |x| x) / row.len() as f64;
    let variance = lane_sum(row, |x| (x - mean) * (x - mean)) / row.len() as f64;
    (mean, variance)
}

fn lane_sum(row: &[f32], f: impl Fn(f64) -> f64) -> f64 {
    let mut lanes = [0f64; 8];
    let chunks = row.chunks_exact(lanes.len());
    let rest: f64 = chunks.remainder().iter().map(|&x| f(x as f64)).sum();
    for chunk in chunks {
        for (lane, &x) in lanes.iter_mut().zip(chunk) {
            *lane += f(x as f64);
        }
    }
    lanes.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::Device;

    /// f32 rounding of values near 1 after a normalisation.
    const MAX_ERROR: f32 = 5e-6;

    /// The definition, in tensor operations.
    fn naive(xs: &Tensor, affine: &Tensor, activation: &Activation) -> Result<Tensor> {
        let channels = xs.dim(0)?;
        let affine = affine.reshape((2, channels, 1))?;
        let centred = xs.broadcast_sub(&xs.mean_keepdim(1)?)?;
        let variance = centred.sqr()?.mean_keepdim(1)?;
        let normal = centred.broadcast_div(&(variance + EPSILON)?.sqrt()?)?;
        let ys = normal.broadcast_mul(&(affine.get(0)? + 1.0)?)?.broadcast_add(&affine.get(1)?)?;
        match activation {
            Activation::LeakyRelu(slope) => candle_nn::ops::leaky_relu(&ys, *slope as f64),
            Activation::Snake(alpha) => {
                let alpha = Tensor::from_slice(alpha, (channels, 1), &Device::Cpu)?;
                &ys + ys.broadcast_mul(&alpha)?.sin()?.sqr()?.broadcast_div(&alpha)?
            }
        }
    }

    #[test]
    fn equals_the_definition_at_every_length() -> Result<()> {
        for len in (1..40).chain([999]) {
            let xs = (Tensor::randn(0f32, 3.0, (5, len), &Device::Cpu)? + 1.5)?;
            let affine = Tensor::randn(0f32, 1.0, (1, 10), &Device::Cpu)?;
            for activation in
                [Activation::LeakyRelu(0.2), Activation::Snake([0.5, 1.0, 2.0, 3.0, 7.5].into())]
            {
                let found = xs.apply_op2_no_bwd(&affine, &Op(&activation))?;
                let error = (found - naive(&xs, &affine, &activation)?)?
                    .abs()?
                    .max_all()?
                    .to_scalar::<f32>()?;
                assert!(error < MAX_ERROR, "{activation:?} at length {len}: {error:e}");
            }
        }
        Ok(())
    }
}
