//! The recurrence of an LSTM: what is left of it when the input's share is one product for the whole sequence.

use crate::Isa;
use crate::aligned::{Aligned, padded};
use crate::dot::DotF32;
use crate::functions::{sigmoid, tanh};
use crate::isa::Task;
use crate::packed::Packed;
use crate::precision::Precision;
use crate::simd::Simd;
use crate::tile::{Strides, product};

/// One direction of one layer, in PyTorch's parametrisation (`torch.nn.LSTM`): gates i, f, g, o;
/// `c_t = σ(f) c_{t−1} + σ(i) tanh(g)`, `h_t = σ(o) tanh(c_t)`.
#[derive(Debug, Clone)]
pub struct Recurrent {
    packed: Packed, // [4 · hidden] from [hidden]
    hidden: usize,
    isa: Isa,
}

impl Recurrent {
    /// From `weight` `[4 · hidden, hidden]`, PyTorch's `weight_hh`.
    ///
    /// # Panics
    /// If `weight` has another length.
    pub fn new(weight: &[f32], hidden: usize) -> Self {
        Self::with_isa(weight, hidden, Isa::best())
    }

    /// The same for instructions of the caller's choice.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn with_isa(weight: &[f32], hidden: usize, isa: Isa) -> Self {
        assert_eq!(weight.len(), 4 * hidden * hidden, "weights [4 · hidden, hidden]");
        let shape = (4 * hidden, hidden, 1);
        Self { packed: Packed::new(weight, shape, Precision::F32, isa.panel()), hidden, isa }
    }

    /// The hidden state after each step: `gates` `[time, 4 · hidden]`, the input's share with both biases, to `[time, hidden]`. Backward
    /// begins with the last row. One thread.
    ///
    /// # Panics
    /// If `gates` is not whole rows.
    pub fn run(&self, gates: &[f32], backward: bool) -> Vec<f32> {
        assert_eq!(gates.len() % (4 * self.hidden), 0, "rows of four gates");
        self.isa.run(Sequence { layer: self, gates, backward })
    }
}

struct Sequence<'a> {
    layer: &'a Recurrent,
    gates: &'a [f32],
    backward: bool,
}

impl Task for Sequence<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Vec<f32> {
        let (hidden, packed) = (self.layer.hidden, &self.layer.packed);
        let time = self.gates.len() / (4 * hidden);
        let (row, width) = (padded(hidden), packed.panel);
        let panels = packed.scale.len() / width;
        let mut states = vec![0f32; time * hidden];
        let (mut h, mut c) = (Aligned::new(row), vec![0f32; row]);
        let mut sums = vec![0f32; panels * width];
        let mut gates = vec![0f32; 4 * row]; // each gate padded to whole vectors
        for step in 0..time {
            let t = if self.backward { time - 1 - step } else { step };
            for p in 0..panels {
                let (x, w) = (h.words().as_ptr(), packed.panel(p).as_ptr());
                let y = sums[p * width..].as_mut_ptr();
                let one = Strides { column: 0, tap: 0 };
                // SAFETY: one column of `hidden` words; a panel is whole, and so is its part of `sums`.
                unsafe { product::<S, DotF32<true>, V>(s, x, one, 0..1, hidden, w, 1, y, width) };
            }
            let input = &self.gates[t * 4 * hidden..(t + 1) * 4 * hidden];
            for gate in 0..4 {
                for j in 0..hidden {
                    gates[gate * row + j] = input[gate * hidden + j] + sums[gate * hidden + j];
                }
            }
            let h = h.floats_mut();
            for j in (0..row).step_by(S::LANES) {
                // SAFETY: `gates`, `c` and `h` are padded to whole vectors.
                unsafe {
                    let gate = gates.as_ptr().add(j);
                    let (i, f) = (sigmoid(s, s.load(gate)), sigmoid(s, s.load(gate.add(row))));
                    let (g, o) =
                        (tanh(s, s.load(gate.add(2 * row))), sigmoid(s, s.load(gate.add(3 * row))));
                    let cell = s.fma(f, s.load(c.as_ptr().add(j)), s.mul(i, g));
                    s.store(c.as_mut_ptr().add(j), cell);
                    s.store(h.as_mut_ptr().add(j), s.mul(o, tanh(s, cell)));
                }
            }
            states[t * hidden..(t + 1) * hidden].copy_from_slice(&h[..hidden]);
        }
        states
    }
}
