//! Bidirectional LSTM of one layer, in PyTorch's form (`torch.nn.LSTM`):
//!
//! ```text
//! i, f, o = σ(·), g = tanh(·)   of W_ih x_t + b_ih + W_hh h_{t−1} + b_hh
//! c_t = f c_{t−1} + i g         h_t = o tanh(c_t)
//! ```
//!
//! candle's own LSTM runs forward only, with tensor operations for each step. Here `W_ih x + b` is
//! one matrix product for the whole sequence, the recurrence is a kernel, and the two directions
//! run at the same time.

use candle_core::{Device, Result, Tensor, bail};
use candle_nn::VarBuilder;
use kokoro_kernels::{Direction, Lstm};

use super::linear::Linear;
use super::tensor::with_values;
use crate::PrecisionPlan;

/// `[time, input]` to `[time, 2 · hidden]`: forward states, then backward states.
#[derive(Debug, Clone)]
pub struct BiLstm {
    /// `W_ih` and both biases, of both directions: `[input]` to `[2 · 4 · hidden]`, in the order of
    /// the gates i, f, g, o.
    input: Linear,
    forward: Lstm, // W_hh
    backward: Lstm,
    hidden: usize,
}

impl BiLstm {
    /// Reads `weight_ih_l0`, `weight_hh_l0`, `bias_ih_l0`, `bias_hh_l0` and the same with
    /// `_reverse`.
    pub fn new(input: usize, hidden: usize, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self> {
        let get = |name: &str, shape: &[usize]| {
            let of = |suffix: &str| vb.get(shape, &format!("{name}_l0{suffix}"));
            Ok::<_, candle_core::Error>([of("")?, of("_reverse")?])
        };
        let both = |parts: [Tensor; 2]| Tensor::cat(&parts, 0);
        let gates = 4 * hidden;
        let bias = (both(get("bias_ih", &[gates])?)? + both(get("bias_hh", &[gates])?)?)?;
        let recurrent = |weight: &Tensor| {
            with_values(weight, |weight| {
                let fixed = plan.fixed_point().then(|| Lstm::fixed(weight, hidden)).flatten();
                fixed.unwrap_or_else(|| Lstm::new(weight, hidden))
            })
        };
        let [forward, backward] = get("weight_hh", &[gates, hidden])?;
        Ok(Self {
            input: Linear::from_tensors(&both(get("weight_ih", &[gates, input])?)?, &bias, plan)?,
            forward: recurrent(&forward)?,
            backward: recurrent(&backward)?,
            hidden,
        })
    }

    /// `xs` `[time, input]`, at least one row.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        let time = xs.dim(0)?;
        if time == 0 {
            bail!("lstm: expected at least one step, found none");
        }
        let width = 2 * 4 * self.hidden;
        let (forward, backward) = with_values(&self.input.forward(xs)?, |gates| {
            rayon::join(
                || self.forward.run(gates, width, Direction::Forward),
                || self.backward.run(&gates[width / 2..], width, Direction::Backward),
            )
        })?;
        let states = |states| Tensor::from_vec(states, (time, self.hidden), &Device::Cpu);
        Tensor::cat(&[states(forward)?, states(backward)?], 1)
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
        let lstm = BiLstm::new(
            3,
            2,
            PrecisionPlan::F32,
            VarBuilder::from_tensors(map, DType::F32, &Device::Cpu),
        )?;
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
            BiLstm::new(3, 2, PrecisionPlan::default(), vb)?
                .forward(&Tensor::zeros((0, 3), DType::F32, &Device::Cpu)?)
                .is_err()
        );
        Ok(())
    }
}
