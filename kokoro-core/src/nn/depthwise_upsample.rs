//! The upsampling of a residual block: each channel for itself, to twice the length.

use candle_core::{CpuStorage, CustomOp1, Layout, Result, Shape, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::Activation;
use rayon::prelude::*;

use super::fused::Before;
use super::tensor::{contiguous, to_vec};
use crate::architecture::BLOCK_KERNEL;

/// Depthwise transposed convolution with kernel 3, stride 2, padding 1, output padding 1 (upstream
/// `AdainResBlk1d.pool`): `y[2t] = w₁ x[t] + b`, `y[2t + 1] = w₂ x[t] + w₀ x[t + 1] + b`, with `x`
/// zero past its end.
#[derive(Debug, Clone)]
pub struct DepthwiseUpsample {
    weight: Vec<f32>, // [channels, 3]
    bias: Vec<f32>,   // [channels]
}

impl DepthwiseUpsample {
    /// Reads `weight` `[channels, 1, 3]` and `bias` `[channels]`.
    pub fn new(channels: usize, vb: VarBuilder) -> Result<Self> {
        Ok(Self {
            weight: to_vec(&vb.get((channels, 1, BLOCK_KERNEL), "weight")?)?,
            bias: to_vec(&vb.get(channels, "bias")?)?,
        })
    }

    /// `[len, channels]` to `[2 · len, channels]`; the activation, if any, must be a leaky ReLU.
    pub fn forward(&self, xs: &Tensor, before: Before) -> Result<Tensor> {
        let slope = match before.activation {
            Activation::Identity => 1.0,
            Activation::LeakyRelu(slope) => *slope,
            other => bail!("depthwise_upsample: expected a leaky ReLU, found {other:?}"),
        };
        let affine = before.affine.map(|affine| affine.channels().collect());
        let affine = affine.unwrap_or_else(|| vec![(0.0, 1.0, 0.0); self.bias.len()]);
        xs.apply_op1_no_bwd(&Upsample { layer: self, affine, slope })
    }
}

/// Input rows that are worth a task of their own.
const MIN_ROWS: usize = 16;

struct Upsample<'a> {
    layer: &'a DepthwiseUpsample,
    affine: Vec<(f32, f32, f32)>,
    slope: f32,
}

impl CustomOp1 for Upsample<'_> {
    fn name(&self) -> &'static str {
        "depthwise_upsample"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let ((len, channels), layer) = (layout.shape().dims2()?, self.layer);
        if channels != layer.bias.len() || channels != self.affine.len() || len == 0 {
            bail!(
                "depthwise_upsample: expected [≥ 1, {}], found [{len}, {channels}]",
                layer.bias.len()
            );
        }
        let xs = contiguous("depthwise_upsample", storage, layout)?;
        let activated = |x: f32, (centre, scale, shift): (f32, f32, f32)| {
            let x = (x - centre) * scale + shift;
            x.max(self.slope * x)
        };
        let mut ys = vec![0f32; 2 * xs.len()];
        ys.par_chunks_mut(2 * channels).enumerate().with_min_len(MIN_ROWS).for_each(|(t, rows)| {
            let (even, odd) = rows.split_at_mut(channels);
            for c in 0..channels {
                let (w, b, affine) =
                    (&layer.weight[3 * c..3 * c + 3], layer.bias[c], self.affine[c]);
                let x = activated(xs[t * channels + c], affine);
                let next = xs.get((t + 1) * channels + c).map_or(0.0, |&x| activated(x, affine));
                even[c] = w[1] * x + b;
                odd[c] = w[2] * x + w[0] * next + b;
            }
        });
        Ok((CpuStorage::F32(ys), Shape::from((2 * len, channels))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::naive_transpose::{Naive, assert_close, weights};
    use candle_core::Device;

    #[test]
    fn depthwise_equals_the_definition() -> Result<()> {
        for len in 1..6 {
            let (weight, bias, vb) = weights((5, 1, 3), 5)?;
            let xs = Tensor::randn(0f32, 1.0, (len, 5), &Device::Cpu)?;
            let w = weight.to_vec3::<f32>()?;
            let diagonal = |i: usize, o: usize, k: usize| if i == o { w[i][0][k] } else { 0.0 };
            let naive = Naive { kernel: 3, stride: 2, padding: 1, len: 2 * len };
            let expected = naive.run(&xs.to_vec2()?, diagonal, &bias.to_vec1()?);
            assert_close(
                &DepthwiseUpsample::new(5, vb)?.forward(&xs, Before::default())?,
                &expected,
            )?;
        }
        Ok(())
    }
}
