//! The two upsamplers: transposed convolution, and its depthwise form that doubles the length.

use candle_core::{CpuStorage, CustomOp1, Layout, Result, Shape, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::{Activation, Geometry, Precision};
use rayon::prelude::*;

use super::tensor::{contiguous, to_vec};
use super::{After, Before, Conv1d};

/// Transposed convolution that multiplies the length by `stride`: `[len, c_in]` to `[stride · len, c_out]`.
///
/// `y[stride·t + k − padding, o] += w[i, o, k] · x[t, i]`, with `padding = (kernel − stride) / 2`. Computed by phases: a convolution to
/// `stride · c_out` channels, whose row `q` is the rows `stride·q …` of the output, one after the other.
#[derive(Debug, Clone)]
pub struct ConvTranspose1d {
    phases: Conv1d,
    stride: usize,
    c_out: usize,
}

impl ConvTranspose1d {
    /// Reads `weight` `[c_in, c_out, kernel]` and `bias` `[c_out]`. `kernel − stride` must be even.
    pub fn new(
        c_in: usize,
        c_out: usize,
        kernel: usize,
        stride: usize,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        if stride == 0 || kernel < stride || !(kernel - stride).is_multiple_of(2) {
            bail!(
                "conv_transpose1d: expected a kernel that exceeds its stride by an even number, found {kernel} and {stride}"
            );
        }
        let padding = (kernel - stride) / 2;
        // Phase p of output row q takes tap k = stride · (q − t) + p + padding of input row t, as far as q − t = ±reach.
        let reach = padding.div_ceil(stride);
        let taps = 2 * reach + 1;
        let weight = to_vec(&vb.get((c_in, c_out, kernel), "weight")?)?;
        let mut phases = vec![0f32; stride * c_out * c_in * taps];
        for (at, w) in phases.iter_mut().enumerate() {
            let (j, i, o) = (at % taps, at / taps % c_in, at / (taps * c_in));
            let (p, o) = (o / c_out, o % c_out);
            if let Some(k) = (stride * (2 * reach - j) + p + padding)
                .checked_sub(stride * reach)
                .filter(|&k| k < kernel)
            {
                *w = weight[(i * c_out + o) * kernel + k];
            }
        }
        let phases = Tensor::from_vec(phases, (stride * c_out, c_in, taps), vb.device())?;
        let bias = vb.get(c_out, "bias")?.repeat(stride)?;
        let phases =
            Conv1d::from_tensors(&phases, Some(&bias), Geometry::same(taps, 1), precision)?;
        Ok(Self { phases, stride, c_out })
    }

    /// Output rows of `len` input rows.
    pub fn output_len(&self, len: usize) -> usize {
        self.stride * len
    }

    /// Writes the output to `out` `[stride · len, c_out]`.
    pub fn write(&self, xs: &Tensor, before: Before, out: &Tensor) -> Result<()> {
        let out = out.reshape((xs.dim(0)?, self.stride * self.c_out))?;
        self.phases.write(xs, before, &out, After::default())?;
        Ok(())
    }
}

/// Depthwise transposed convolution with kernel 3, stride 2, padding 1, output padding 1 (upstream `AdainResBlk1d.pool`):
/// `y[2t] = w₁ x[t] + b`, `y[2t + 1] = w₂ x[t] + w₀ x[t + 1] + b`, with `x` zero past its end.
#[derive(Debug, Clone)]
pub struct DepthwiseUpsample {
    weight: Vec<f32>, // [channels, 3]
    bias: Vec<f32>,   // [channels]
}

impl DepthwiseUpsample {
    /// Reads `weight` `[channels, 1, 3]` and `bias` `[channels]`.
    pub fn new(channels: usize, vb: VarBuilder) -> Result<Self> {
        Ok(Self {
            weight: to_vec(&vb.get((channels, 1, 3), "weight")?)?,
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
    use candle_core::{DType, Device};
    use std::collections::HashMap;

    /// Sums of a few dozen products of values near 1.
    const MAX_ERROR: f32 = 1e-5;

    fn weights(
        shape: (usize, usize, usize),
        c_out: usize,
    ) -> Result<(Tensor, Tensor, VarBuilder<'static>)> {
        let (weight, bias) = (
            Tensor::randn(0f32, 1.0, shape, &Device::Cpu)?,
            Tensor::randn(0f32, 1.0, c_out, &Device::Cpu)?,
        );
        let map = HashMap::from([("weight".into(), weight.clone()), ("bias".into(), bias.clone())]);
        Ok((weight, bias, VarBuilder::from_tensors(map, DType::F32, &Device::Cpu)))
    }

    /// The definition, with the padding that the layers here cut off or leave out.
    fn naive(
        xs: &[Vec<f32>],
        w: &dyn Fn(usize, usize, usize) -> f32,
        bias: &[f32],
        k: usize,
        s: usize,
        p: usize,
        len: usize,
    ) -> Vec<f32> {
        let mut ys: Vec<f32> = bias.repeat(len);
        for (t, row) in xs.iter().enumerate() {
            for (i, x) in row.iter().enumerate() {
                for (o, k) in (0..bias.len()).flat_map(|o| (0..k).map(move |k| (o, k))) {
                    if let Some(at) = (s * t + k).checked_sub(p).filter(|&at| at < len) {
                        ys[at * bias.len() + o] += w(i, o, k) * x;
                    }
                }
            }
        }
        ys
    }

    fn assert_close(found: &Tensor, expected: &[f32]) -> Result<()> {
        let found = to_vec(found)?;
        assert_eq!(found.len(), expected.len());
        let worst = found.iter().zip(expected).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(worst < MAX_ERROR, "{worst:e}");
        Ok(())
    }

    #[test]
    fn dense_equals_the_definition() -> Result<()> {
        for (kernel, stride, len) in [(20, 10, 7), (12, 6, 1), (4, 2, 3), (3, 3, 2)] {
            let (weight, bias, vb) = weights((3, 4, kernel), 4)?;
            let xs = Tensor::randn(0f32, 1.0, (len, 3), &Device::Cpu)?;
            let w = weight.to_vec3::<f32>()?;
            let expected = naive(
                &xs.to_vec2()?,
                &|i, o, k| w[i][o][k],
                &bias.to_vec1()?,
                kernel,
                stride,
                (kernel - stride) / 2,
                stride * len,
            );
            let up = ConvTranspose1d::new(3, 4, kernel, stride, Precision::F32, vb)?;
            let found = Tensor::zeros((up.output_len(len), 4), DType::F32, &Device::Cpu)?;
            up.write(&xs, Before::default(), &found)?;
            assert_close(&found, &expected)?;
        }
        Ok(())
    }

    #[test]
    fn depthwise_equals_the_definition() -> Result<()> {
        for len in 1..6 {
            let (weight, bias, vb) = weights((5, 1, 3), 5)?;
            let xs = Tensor::randn(0f32, 1.0, (len, 5), &Device::Cpu)?;
            let w = weight.to_vec3::<f32>()?;
            let diagonal = |i: usize, o: usize, k: usize| if i == o { w[i][0][k] } else { 0.0 };
            let expected = naive(&xs.to_vec2()?, &diagonal, &bias.to_vec1()?, 3, 2, 1, 2 * len);
            assert_close(
                &DepthwiseUpsample::new(5, vb)?.forward(&xs, Before::default())?,
                &expected,
            )?;
        }
        Ok(())
    }
}
