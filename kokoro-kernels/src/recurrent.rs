//! The recurrence of an LSTM: what is left of it when the input's share is one product for the whole sequence.

use crate::Isa;
use crate::aligned::{Aligned, padded};
use crate::dot::{DotF32, DotU8};
use crate::finish::PanelScale;
use crate::functions::{sigmoid, tanh};
use crate::isa::Task;
use crate::packed::Packed;
use crate::precision::Precision;
use crate::simd::Simd;
use crate::tile::{Strides, product, tile};
use crate::two_bytes::{self, HALVES, bytes, join, words};
use crate::whole::whole_step;

/// The step of a state, which is less than 1.
const STATE_STEP: f32 = two_bytes::step(1.0);

/// One direction of one layer, in PyTorch's parametrisation (`torch.nn.LSTM`): gates i, f, g, o;
/// `c_t = σ(f) c_{t−1} + σ(i) tanh(g)`, `h_t = σ(o) tanh(c_t)`.
///
/// A step reads all weights, so their size is its time. In fixed point they are a quarter, and the state, which is between −1 and 1, is rounded
/// to 2⁻¹⁶.
#[derive(Debug, Clone)]
pub struct Recurrent {
    packed: Packed, // [4 · hidden] from [hidden]
    precision: Precision,
    hidden: usize,
    isa: Isa,
}

impl Recurrent {
    /// From `weight` `[4 · hidden, hidden]`, PyTorch's `weight_hh`, in f32.
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
        Self::in_precision(weight, hidden, isa, Precision::F32)
    }

    /// In fixed point; none unless the weights of each row are whole multiples, up to 127, of a step.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn fixed(weight: &[f32], hidden: usize) -> Option<Self> {
        Self::fixed_with_isa(weight, hidden, Isa::best())
    }

    /// The same for instructions of the caller's choice.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn fixed_with_isa(weight: &[f32], hidden: usize, isa: Isa) -> Option<Self> {
        whole_step(weight.get(..hidden)?)?; // others are mostly refused at the first row
        let layer = Self::in_precision(weight, hidden, isa, Precision::Int8);
        layer.packed.whole.then_some(layer)
    }

    fn in_precision(weight: &[f32], hidden: usize, isa: Isa, precision: Precision) -> Self {
        assert_eq!(weight.len(), 4 * hidden * hidden, "weights [4 · hidden, hidden]");
        let packed = Packed::new(weight, (4 * hidden, hidden, 1), precision, isa.panel());
        Self { packed, precision, hidden, isa }
    }

    /// The hidden state after each step, `[time, hidden]`. `gates` are rows `width` apart, of which the first `4 · hidden` values are the input's
    /// share with both biases; the last row need not have more. Backward begins with it. One thread.
    ///
    /// # Panics
    /// If `gates` is not whole rows.
    pub fn run(&self, gates: &[f32], width: usize, backward: bool) -> Vec<f32> {
        let time = gates.len().div_ceil(width.max(1));
        let last = time.saturating_sub(1) * width;
        assert!(
            time == 0 || (width >= 4 * self.hidden && gates.len() - last >= 4 * self.hidden),
            "rows of four gates"
        );
        self.isa.run(Sequence { layer: self, gates, width, time, backward })
    }
}

struct Sequence<'a> {
    layer: &'a Recurrent,
    gates: &'a [f32],
    width: usize,
    time: usize,
    backward: bool,
}

impl Task for Sequence<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Vec<f32> {
        let (hidden, time) = (self.layer.hidden, self.time);
        let row = padded(hidden);
        let mut states = vec![0f32; time * hidden];
        let (mut h, mut c) = (Aligned::new(row), vec![0f32; row]);
        let mut sums = vec![0f32; self.layer.packed.scale.len()];
        let mut coding = self.layer.coding::<S>();
        let mut gates = vec![0f32; 4 * row]; // each gate padded to whole vectors
        for step in 0..time {
            let t = if self.backward { time - 1 - step } else { step };
            match &mut coding {
                None => self.layer.product::<S, V>(s, h.words(), &mut sums),
                Some(coding) => {
                    self.layer.fixed_product::<S, V>(s, h.floats(), coding, &mut sums);
                }
            }
            let input = &self.gates[t * self.width..][..4 * hidden];
            for gate in 0..4 {
                for j in 0..hidden {
                    gates[gate * row + j] = input[gate * hidden + j] + sums[gate * hidden + j];
                }
            }
            advance(s, &gates, &mut c, h.floats_mut());
            states[t * hidden..(t + 1) * hidden].copy_from_slice(&h.floats()[..hidden]);
        }
        states
    }
}

/// The next cells `c` and states `h` from the sums in front of the four gates, all of whole vectors.
#[inline(always)]
fn advance<S: Simd>(s: S, gates: &[f32], c: &mut [f32], h: &mut [f32]) {
    let row = c.len();
    assert!(row.is_multiple_of(S::LANES) && gates.len() == 4 * row && h.len() >= row);
    for j in (0..row).step_by(S::LANES) {
        // SAFETY: as asserted.
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
}

/// A state in fixed point.
struct Coding {
    state: Aligned,          // its codes
    scales: Vec<PanelScale>, // how each panel's sums are scaled
}

impl Recurrent {
    /// What fixed point needs, if that is what the weights are in.
    fn coding<S: Simd>(&self) -> Option<Coding> {
        let scale = |p| PanelScale::two_bytes::<S>(&self.packed, None, p);
        (self.precision == Precision::Int8).then(|| Coding {
            state: Aligned::new(HALVES * words(self.hidden)),
            scales: (0..self.packed.live.len()).map(scale).collect(),
        })
    }

    /// `W_hh h`, `[panels · panel]`.
    #[inline(always)]
    fn product<S: Simd, const V: usize>(&self, s: S, h: &[u32], sums: &mut [f32]) {
        assert!(h.len() >= self.hidden);
        for (p, sums) in sums.chunks_exact_mut(V * S::LANES).enumerate() {
            let (w, one) = (self.packed.panel(p).as_ptr(), Strides { column: 0, tap: 0 });
            let (taps, y) = (self.packed.live[p].clone(), sums.as_mut_ptr());
            // SAFETY: one column of `hidden` words; a panel is whole, and so is its part of `sums`.
            unsafe {
                product::<S, DotF32<true>, V>(s, h.as_ptr(), one, taps, self.hidden, w, 1, y, 0);
            }
        }
    }

    /// The same in fixed point.
    #[inline(always)]
    fn fixed_product<S: Simd, const V: usize>(
        &self,
        s: S,
        h: &[f32],
        Coding { state, scales }: &mut Coding,
        sums: &mut [f32],
    ) {
        let (packed, row) = (&self.packed, words(self.hidden));
        two_bytes::code(s, h, STATE_STEP, bytes(state.words_mut()));
        let codes = state.words();
        assert!(codes.len() >= HALVES * row && row >= packed.words_per_tap);
        let panels = sums.chunks_exact_mut(V * S::LANES).zip(scales).enumerate();
        for (p, (sums, scale)) in panels {
            let (w, halves) = (packed.panel(p).as_ptr(), Strides { column: row, tap: 0 });
            let taps = packed.live[p].clone();
            // SAFETY: both halves, as asserted; a panel is whole.
            let [high, low] = unsafe {
                let x = codes.as_ptr();
                tile::<S, DotU8, V, HALVES>(s, x, halves, taps, packed.words_per_tap, w)
            };
            for (v, halves) in high.into_iter().zip(low).enumerate() {
                let (factor, _, missing) = scale.vector(s, v * S::LANES);
                let sum = join(s, halves.into(), missing);
                let sum = s.mul(sum, s.mul(factor, s.splat(STATE_STEP)));
                // SAFETY: a vector of the panel's part of `sums`.
                unsafe { s.store(sums.as_mut_ptr().add(v * S::LANES), sum) };
            }
        }
    }
}
