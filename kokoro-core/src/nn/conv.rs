//! One-dimensional convolution, `y[o, t] = b[o] + Σ_{i,k} w[o, i, k] · x[i, stride·t + dilation·k − padding]`, zero outside `x`.
//!
//! `candle_nn::Conv1d` is the naive twin that the tests hold it against.

use std::sync::Arc;

use candle_core::{CpuStorage, CustomOp1, CustomOp2, Layout, Result, Shape, Tensor, bail};
use candle_nn::VarBuilder;
use rayon::prelude::*;

use super::conv_kernel::{Conv1dConfig, Kernel};
use super::tensor::{contiguous, to_vec};

/// A convolution layer: `[c_in, len]` to `[c_out, len']`.
#[derive(Debug, Clone)]
pub struct Conv1d(Arc<Kernel>);

impl Conv1d {
    /// Reads `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`.
    pub fn new(c_in: usize, c_out: usize, config: Conv1dConfig, vb: VarBuilder) -> Result<Self> {
        let bias = vb.get(c_out, "bias")?;
        Self::from_tensors(&vb.get((c_out, c_in, config.kernel), "weight")?, Some(&bias), config)
    }

    /// Reads `weight` only.
    pub fn new_no_bias(
        c_in: usize,
        c_out: usize,
        config: Conv1dConfig,
        vb: VarBuilder,
    ) -> Result<Self> {
        Self::from_tensors(&vb.get((c_out, c_in, config.kernel), "weight")?, None, config)
    }

    /// From `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`; the kernel's length must be the configuration's.
    pub fn from_tensors(
        weight: &Tensor,
        bias: Option<&Tensor>,
        config: Conv1dConfig,
    ) -> Result<Self> {
        let (c_out, c_in, kernel) = weight.dims3()?;
        if kernel != config.kernel {
            bail!("conv1d: expected a kernel of {} taps, found {kernel}", config.kernel);
        }
        let taps = by_tap(&to_vec(weight)?, c_in, kernel);
        let bias = bias.map_or(Ok(vec![0.0; c_out]), to_vec)?;
        Ok(Self(Arc::new(Kernel { taps, bias, c_in, c_out, config })))
    }

    /// `[c_in, len]` to `[c_out, len']`.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        xs.apply_op1_no_bwd(&Op(self.0.clone()))
    }

    /// The convolution of `xs`, plus `residual` of the output's shape, in one pass.
    pub fn forward_add(&self, xs: &Tensor, residual: &Tensor) -> Result<Tensor> {
        xs.apply_op2_no_bwd(residual, &Op(self.0.clone()))
    }
}

struct Op(Arc<Kernel>);

impl CustomOp1 for Op {
    fn name(&self) -> &'static str {
        "conv1d"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (xs, len, out_len) = input(&self.0, storage, layout)?;
        let bias = self.0.bias.iter();
        let mut ys: Vec<f32> = bias.flat_map(|&b| std::iter::repeat_n(b, out_len)).collect();
        self.0.accumulate(xs, len, &mut ys, out_len);
        Ok((CpuStorage::F32(ys), Shape::from((self.0.c_out, out_len))))
    }
}

impl CustomOp2 for Op {
    fn name(&self) -> &'static str {
        "conv1d_add"
    }

    fn cpu_fwd(
        &self,
        storage: &CpuStorage,
        layout: &Layout,
        residual: &CpuStorage,
        residual_layout: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (xs, len, out_len) = input(&self.0, storage, layout)?;
        let expected = [self.0.c_out, out_len];
        if residual_layout.dims() != expected {
            bail!(
                "conv1d_add: expected a residual of {expected:?}, found {:?}",
                residual_layout.dims()
            );
        }
        let mut ys = contiguous("conv1d_add", residual, residual_layout)?.to_vec();
        for (row, b) in ys.chunks_mut(out_len.max(1)).zip(&self.0.bias) {
            row.iter_mut().for_each(|y| *y += b);
        }
        self.0.accumulate(xs, len, &mut ys, out_len);
        Ok((CpuStorage::F32(ys), Shape::from((self.0.c_out, out_len))))
    }
}

/// `[c_out, c_in, kernel]` to `[kernel, c_out, c_in]`. Loading a model is mostly this, so all threads share it.
fn by_tap(weight: &[f32], c_in: usize, kernel: usize) -> Vec<f32> {
    let mut taps = vec![0f32; weight.len()];
    let c_out = weight.len() / (c_in * kernel);
    taps.par_chunks_mut(c_in).enumerate().for_each(|(at, row)| {
        let (k, o) = (at / c_out, at % c_out);
        let filter = &weight[o * c_in * kernel..][..c_in * kernel];
        row.iter_mut().zip(filter.iter().skip(k).step_by(kernel)).for_each(|(tap, w)| *tap = *w);
    });
    taps
}

/// The values of an input, its length, and the output's.
fn input<'a>(
    kernel: &Kernel,
    storage: &'a CpuStorage,
    layout: &Layout,
) -> Result<(&'a [f32], usize, usize)> {
    let (c_in, len) = layout.shape().dims2()?;
    let Some(out_len) = kernel.config.output_len(len).filter(|_| c_in == kernel.c_in) else {
        bail!(
            "conv1d: expected an input of [{}, ≥ 1] for {:?}, found [{c_in}, {len}]",
            kernel.c_in,
            kernel.config
        );
    };
    Ok((contiguous("conv1d", storage, layout)?, len, out_len))
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::{DType, Device};
    use candle_nn::Module;
    use proptest::prelude::*;

    /// Sums of up to 40 × 11 products of values near 1: a few hundred roundings of 6e-8.
    const MAX_ERROR: f32 = 2e-4;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn equals_candle(c_in in 1usize..40, c_out in 1usize..300, kernel in 1usize..12, stride in 1usize..4,
                         dilation in 1usize..6, extra in 0usize..600, pad in 0usize..20) {
            let config = Conv1dConfig { kernel, stride, dilation, padding: pad.min(dilation * (kernel - 1)) };
            let len = dilation * (kernel - 1) + 1 + extra;
            let random = |shape: &[usize]| Tensor::randn(0f32, 1.0, shape, &Device::Cpu);
            let (weight, bias) = (random(&[c_out, c_in, kernel])?, random(&[c_out])?);
            let xs = random(&[c_in, len])?;
            let candle = candle_nn::Conv1d::new(weight.clone(), Some(bias.clone()), candle_nn::Conv1dConfig {
                padding: config.padding, stride, dilation, ..Default::default() });
            let expected = candle.forward(&xs.unsqueeze(0)?)?.squeeze(0)?;
            let ours = Conv1d::from_tensors(&weight, Some(&bias), config)?;
            let found = ours.forward(&xs)?;
            let error = |a: &Tensor, b: &Tensor| (a - b)?.abs()?.flatten_all()?.max(0)?.to_scalar::<f32>();
            prop_assert_eq!(found.dims(), expected.dims());
            prop_assert!(error(&found, &expected)? < MAX_ERROR);
            let residual = Tensor::randn(0f32, 1.0, expected.dims(), &Device::Cpu)?;
            prop_assert!(error(&ours.forward_add(&xs, &residual)?, &(expected + residual)?)? < MAX_ERROR);
        }
    }

    #[test]
    fn refuses_other_shapes() -> Result<()> {
        let weight = Tensor::zeros((2, 3, 5), DType::F32, &Device::Cpu)?;
        let conv =
            Conv1d::from_tensors(&weight, None, Conv1dConfig { kernel: 5, ..Default::default() })?;
        assert!(conv.forward(&Tensor::zeros((4, 9), DType::F32, &Device::Cpu)?).is_err());
        assert!(conv.forward(&Tensor::zeros((3, 4), DType::F32, &Device::Cpu)?).is_err());
        assert_eq!(conv.forward(&Tensor::zeros((3, 5), DType::F32, &Device::Cpu)?)?.dims(), [2, 1]);
        Ok(())
    }

    #[test]
    fn one_thread_and_many_agree_bit_for_bit() -> Result<()> {
        let weight = Tensor::randn(0f32, 1.0, (200, 64, 7), &Device::Cpu)?;
        let xs = Tensor::randn(0f32, 1.0, (64, 1500), &Device::Cpu)?;
        let conv = Conv1d::from_tensors(&weight, None, Conv1dConfig::same(7, 3))?;
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| conv.forward(&xs).and_then(|ys| to_vec(&ys)))
        };
        assert_eq!(on(1)?, on(4)?);
        Ok(())
    }
}
