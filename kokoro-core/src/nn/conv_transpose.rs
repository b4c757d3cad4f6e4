//! The two upsamplers: transposed convolution, and its depthwise form that doubles the length.

use candle_core::{CpuStorage, CustomOp1, Layout, Result, Shape, Tensor, bail};
use candle_nn::VarBuilder;

use super::tensor::{contiguous, to_vec};

/// Transposed convolution that multiplies the length by `stride`: `[c_in, len]` to `[c_out, stride · len]`.
///
/// `y[o, stride·t + k − padding] += w[i, o, k] · x[i, t]`, with `padding = (kernel − stride) / 2`.
#[derive(Debug, Clone)]
pub struct ConvTranspose1d {
    weight: Tensor, // [c_in, c_out, kernel]
    bias: Tensor,   // [c_out, 1]
    stride: usize,
    padding: usize,
}

impl ConvTranspose1d {
    /// Reads `weight` `[c_in, c_out, kernel]` and `bias` `[c_out]`. `kernel − stride` must be even.
    pub fn new(
        c_in: usize,
        c_out: usize,
        kernel: usize,
        stride: usize,
        vb: VarBuilder,
    ) -> Result<Self> {
        if stride == 0 || kernel < stride || !(kernel - stride).is_multiple_of(2) {
            bail!(
                "conv_transpose1d: expected a kernel that exceeds its stride by an even number, found {kernel} and {stride}"
            );
        }
        Ok(Self {
            weight: vb.get((c_in, c_out, kernel), "weight")?,
            bias: vb.get(c_out, "bias")?.reshape((c_out, 1))?,
            stride,
            padding: (kernel - stride) / 2,
        })
    }

    /// `[c_in, len]` to `[c_out, stride · len]`.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        let len = xs.dim(1)?;
        // Unpadded, candle takes its matrix-product path; the padding is what is cut off here.
        let ys =
            xs.unsqueeze(0)?.conv_transpose1d(&self.weight, 0, 0, self.stride, 1, 1)?.squeeze(0)?;
        ys.narrow(1, self.padding, self.stride * len)?.broadcast_add(&self.bias)
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

    /// `[channels, len]` to `[channels, 2 · len]`.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        xs.apply_op1_no_bwd(self)
    }
}

impl CustomOp1 for DepthwiseUpsample {
    fn name(&self) -> &'static str {
        "depthwise_upsample"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (channels, len) = layout.shape().dims2()?;
        if channels != self.bias.len() || len == 0 {
            bail!(
                "depthwise_upsample: expected [{}, ≥ 1], found [{channels}, {len}]",
                self.bias.len()
            );
        }
        let xs = contiguous("depthwise_upsample", storage, layout)?;
        let mut ys = vec![0f32; 2 * xs.len()];
        for (c, (row, out)) in xs.chunks(len).zip(ys.chunks_mut(2 * len)).enumerate() {
            let (w, b) = (&self.weight[3 * c..3 * c + 3], self.bias[c]);
            for (t, pair) in out.chunks_mut(2).enumerate() {
                let next = row.get(t + 1).copied().unwrap_or(0.0);
                pair[0] = w[1] * row[t] + b;
                pair[1] = w[2] * row[t] + w[0] * next + b;
            }
        }
        Ok((CpuStorage::F32(ys), Shape::from((channels, 2 * len))))
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
        let mut ys: Vec<f32> = bias.iter().flat_map(|&b| vec![b; len]).collect();
        for (i, row) in xs.iter().enumerate() {
            for (t, x) in row.iter().enumerate() {
                for (o, k) in (0..bias.len()).flat_map(|o| (0..k).map(move |k| (o, k))) {
                    if let Some(at) = (s * t + k).checked_sub(p).filter(|&at| at < len) {
                        ys[o * len + at] += w(i, o, k) * x;
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
            let xs = Tensor::randn(0f32, 1.0, (3, len), &Device::Cpu)?;
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
            assert_close(
                &ConvTranspose1d::new(3, 4, kernel, stride, vb)?.forward(&xs)?,
                &expected,
            )?;
        }
        Ok(())
    }

    #[test]
    fn depthwise_equals_the_definition() -> Result<()> {
        for len in 1..6 {
            let (weight, bias, vb) = weights((5, 1, 3), 5)?;
            let xs = Tensor::randn(0f32, 1.0, (5, len), &Device::Cpu)?;
            let w = weight.to_vec3::<f32>()?;
            let diagonal = |i: usize, o: usize, k: usize| if i == o { w[i][0][k] } else { 0.0 };
            let expected = naive(&xs.to_vec2()?, &diagonal, &bias.to_vec1()?, 3, 2, 1, 2 * len);
            assert_close(&DepthwiseUpsample::new(5, vb)?.forward(&xs)?, &expected)?;
        }
        Ok(())
    }
}
