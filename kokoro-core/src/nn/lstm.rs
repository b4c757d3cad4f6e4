//! Bidirectional LSTM, one layer, PyTorch's parametrisation (`torch.nn.LSTM`):
//! `i, f, o = σ(·)`, `g = tanh(·)` of `W_ih x_t + b_ih + W_hh h_{t−1} + b_hh`; `c_t = f c_{t−1} + i g`; `h_t = o tanh(c_t)`.
//!
//! candle's own LSTM runs forward only, one tensor operation a step. Here the input's share is one matrix product for the
//! whole sequence, and the recurrence a kernel; the two directions run side by side.

use candle_core::{Device, Result, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::Recurrent;

use super::Linear;
use super::tensor::to_vec;
use crate::Plan;

/// `[time, input]` to `[time, 2 · hidden]`: forward states, then backward states.
#[derive(Debug, Clone)]
pub struct BiLstm {
    forward: Direction,
    backward: Direction,
}

#[derive(Debug, Clone)]
struct Direction {
    input: Linear,        // W_ih and both biases: [input] → [4 · hidden], gates i, f, g, o
    recurrent: Recurrent, // W_hh
}

impl BiLstm {
    /// Reads `weight_ih_l0`, `weight_hh_l0`, `bias_ih_l0`, `bias_hh_l0` and the same with `_reverse`.
    pub fn new(input: usize, hidden: usize, plan: Plan, vb: VarBuilder) -> Result<Self> {
        let direction = |suffix: &str| -> Result<Direction> {
            let get = |name: &str, shape: &[usize]| vb.get(shape, &format!("{name}_l0{suffix}"));
            let bias = (get("bias_ih", &[4 * hidden])? + get("bias_hh", &[4 * hidden])?)?;
            let recurrent =
                Recurrent::new(&to_vec(&get("weight_hh", &[4 * hidden, hidden])?)?, hidden);
            Ok(Direction {
                input: Linear::from_tensors(&get("weight_ih", &[4 * hidden, input])?, &bias, plan)?,
                recurrent,
            })
        };
        Ok(Self { forward: direction("")?, backward: direction("_reverse")? })
    }

    /// `xs` `[time, input]`, at least one row.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        let time = xs.dim(0)?;
        if time == 0 {
            bail!("lstm: expected at least one step, found none");
        }
        let (forward, backward) =
            (to_vec(&self.forward.input.forward(xs)?)?, to_vec(&self.backward.input.forward(xs)?)?);
        let (forward, backward) = rayon::join(
            || self.forward.recurrent.run(&forward, false),
            || self.backward.recurrent.run(&backward, true),
        );
        let shape = (time, forward.len() / time);
        Tensor::cat(
            &[
                Tensor::from_vec(forward, shape, &Device::Cpu)?,
                Tensor::from_vec(backward, shape, &Device::Cpu)?,
            ],
            1,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::DType;
    use std::collections::HashMap;

    /// A few steps of f32 against f64 on values below 1.
    const MAX_ERROR: f64 = 1e-5;

    /* The expected numbers can be made again with PyTorch:

    import torch
    lstm = torch.nn.LSTM(3, 2, bidirectional=True, batch_first=True)
    for k, (name, p) in enumerate(sorted(lstm.named_parameters())):
        p.data = torch.arange(p.numel()).add(k).cos().reshape(p.shape) / 2
    print(lstm(torch.arange(12).sin().reshape(1, 4, 3))[0])
    */
    #[test]
    fn equals_pytorch() -> Result<()> {
        let names = ["bias_hh_l0", "bias_hh_l0_reverse", "bias_ih_l0", "bias_ih_l0_reverse"]
            .map(|n| (n, vec![8]));
        let matrices = [("weight_hh_l0", vec![8, 2]), ("weight_hh_l0_reverse", vec![8, 2])];
        let inputs = [("weight_ih_l0", vec![8, 3]), ("weight_ih_l0_reverse", vec![8, 3])];
        let mut map = HashMap::new();
        for (k, (name, shape)) in names.into_iter().chain(matrices).chain(inputs).enumerate() {
            let size: usize = shape.iter().product();
            let values = Tensor::arange(k as f32, (k + size) as f32, &Device::Cpu)?.cos()?;
            map.insert(name.to_string(), (values / 2.0)?.reshape(shape)?);
        }
        let lstm =
            BiLstm::new(3, 2, Plan::F32, VarBuilder::from_tensors(map, DType::F32, &Device::Cpu))?;
        let xs = Tensor::arange(0f32, 12.0, &Device::Cpu)?.sin()?.reshape((4, 3))?;
        let expected = [
            [0.288_645_42, -0.015_702_89, 0.162_034_81, 0.080_525_45],
            [-0.004_501_00, 0.262_870_01, 0.215_042_07, 0.081_215_66],
            [0.246_565_19, 0.034_048_70, 0.101_061_88, 0.100_469_41],
            [0.035_779_37, 0.246_108_28, 0.211_866_33, 0.011_790_65],
        ];
        for (row, expected) in lstm.forward(&xs)?.to_vec2::<f32>()?.iter().zip(expected) {
            for (x, expected) in row.iter().zip(expected) {
                assert!((*x as f64 - expected).abs() < MAX_ERROR, "{row:?} is not {expected:?}");
            }
        }
        Ok(())
    }

    #[test]
    fn refuses_an_empty_sequence() -> Result<()> {
        let vb = VarBuilder::zeros(DType::F32, &Device::Cpu);
        assert!(
            BiLstm::new(3, 2, Plan::default(), vb)?
                .forward(&Tensor::zeros((0, 3), DType::F32, &Device::Cpu)?)
                .is_err()
        );
        Ok(())
    }
}
