//! Transposed convolution, which multiplies the length.

use candle_core::{Result, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::{Geometry, Precision};

use super::conv::Conv1d;
use super::fused::{After, Before};
use super::tensor::to_vec;

/// Transposed convolution that multiplies the length by `stride`: `[len, c_in]` to `[stride · len,
/// c_out]`.
///
/// `y[stride·t + k − padding, o] += w[i, o, k] · x[t, i]`, with `padding = (kernel − stride) / 2`.
/// It is computed by phases: a convolution to `stride · c_out` channels, whose row `q` is rows
/// `stride·q` to `stride·q + stride − 1` of the output, one after the other.
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
                "conv_transpose1d: expected a kernel that exceeds its stride by an even number, \
                 found {kernel} and {stride}"
            );
        }
        let padding = (kernel - stride) / 2;
        // Phase p of output row q takes tap k = stride · (q − t) + p + padding of input row t, for
        // q − t from −reach to reach.
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

    /// Writes the output to `out` `[stride · len, c_out]`. Only the token of `after` is heeded.
    pub fn write(&self, xs: &Tensor, before: Before, out: &mut Tensor, after: After) -> Result<()> {
        if !out.is_contiguous() {
            bail!("conv_transpose1d: expected a contiguous output, found {:?}", out.layout());
        }
        // Of a contiguous tensor this is a view, through which `out` is written.
        let mut rows = out.reshape((xs.dim(0)?, self.stride * self.c_out))?;
        self.phases.write(xs, before, &mut rows, after)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::naive_transpose::{Naive, assert_close, weights};
    use candle_core::{DType, Device};

    #[test]
    fn dense_equals_the_definition() -> Result<()> {
        for (kernel, stride, len) in [(20, 10, 7), (12, 6, 1), (4, 2, 3), (3, 3, 2)] {
            let (weight, bias, vb) = weights((3, 4, kernel), 4)?;
            let xs = Tensor::randn(0f32, 1.0, (len, 3), &Device::Cpu)?;
            let w = weight.to_vec3::<f32>()?;
            let naive = Naive { kernel, stride, padding: (kernel - stride) / 2, len: stride * len };
            let weight = |i: usize, o: usize, k: usize| w[i][o][k];
            let expected = naive.run(&xs.to_vec2()?, weight, &bias.to_vec1()?);
            let up = ConvTranspose1d::new(3, 4, kernel, stride, Precision::F32, vb)?;
            let mut found = Tensor::zeros((up.output_len(len), 4), DType::F32, &Device::Cpu)?;
            up.write(&xs, Before::default(), &mut found, After::default())?;
            assert_close(&found, &expected)?;
        }
        Ok(())
    }
}
