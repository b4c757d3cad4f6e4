//! The definition of transposed convolution, which both upsamplers are compared with.

use std::collections::HashMap;

use candle_core::{DType, Device, Result, Tensor};
use candle_nn::VarBuilder;

use super::tensor::to_vec;

/// Sums of a few dozen products of values near 1.
const MAX_ERROR: f32 = 1e-5;

/// Random `weight` of this shape and `bias` `[c_out]`, and both as a layer finds them.
pub fn weights(
    shape: (usize, usize, usize),
    c_out: usize,
) -> Result<(Tensor, Tensor, VarBuilder<'static>)> {
    let weight = Tensor::randn(0f32, 1.0, shape, &Device::Cpu)?;
    let bias = Tensor::randn(0f32, 1.0, c_out, &Device::Cpu)?;
    let map = HashMap::from([("weight".into(), weight.clone()), ("bias".into(), bias.clone())]);
    Ok((weight, bias, VarBuilder::from_tensors(map, DType::F32, &Device::Cpu)))
}

/// The geometry of a transposed convolution: rows before `padding` and from `len` on are cut off.
pub struct Naive {
    pub kernel: usize,
    pub stride: usize,
    pub padding: usize,
    pub len: usize,
}

impl Naive {
    /// `y[stride·t + k − padding, o] += w(i, o, k) · x[t, i]`, beginning with the bias.
    pub fn run(
        &self,
        xs: &[Vec<f32>],
        w: impl Fn(usize, usize, usize) -> f32,
        bias: &[f32],
    ) -> Vec<f32> {
        let Self { kernel, stride, padding, len } = *self;
        let mut ys: Vec<f32> = bias.repeat(len);
        for (t, row) in xs.iter().enumerate() {
            for (i, x) in row.iter().enumerate() {
                for (o, k) in (0..bias.len()).flat_map(|o| (0..kernel).map(move |k| (o, k))) {
                    let at = (stride * t + k).checked_sub(padding).filter(|&at| at < len);
                    if let Some(at) = at {
                        ys[at * bias.len() + o] += w(i, o, k) * x;
                    }
                }
            }
        }
        ys
    }
}

/// Fails unless the tensor has these values, row by row.
pub fn assert_close(found: &Tensor, expected: &[f32]) -> Result<()> {
    let found = to_vec(found)?;
    assert_eq!(found.len(), expected.len());
    let worst = found.iter().zip(expected).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(worst < MAX_ERROR, "{worst:e}");
    Ok(())
}
