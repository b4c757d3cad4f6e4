//! The recurrence of an LSTM. The input's share of the gates is not computed here: it is one
//! product for the whole sequence, which the caller makes beforehand.

use crate::conv::epilogue::scale::PanelScale;
use crate::conv::microkernel::dot::{DotF32, DotU8};
use crate::conv::microkernel::{Strides, SumRows, microkernel, multiply_panel};
use crate::conv::pack::PackedWeights;
use crate::conv::params::WeightShape;
use crate::isa::{Isa, Kernel};
use crate::math::exp::{sigmoid, tanh};
use crate::memory::aligned::{AlignedBuffer, padded};
use crate::precision::Precision;
use crate::quant::split::{self, HALVES, OFFSET, bytes, join, words};
use crate::quant::weights::exact_step;
use crate::simd::Simd;

/// Gates of a cell: i, f, g and o.
const GATES: usize = 4;
/// The quantisation step of a state, whose magnitude is less than 1.
const STATE_STEP: f32 = split::quantization_step(1.0);

/// The recurrence of one direction of one LSTM layer, in PyTorch's parametrisation
/// (`torch.nn.LSTM`) with gates i, f, g, o:
/// `c_t = σ(f) c_{t−1} + σ(i) tanh(g)`, `h_t = σ(o) tanh(c_t)`.
///
/// Each time step reads all weights, so their size determines its duration. In fixed point they
/// take a quarter of the memory, and the state, which is between −1 and 1, is rounded to 2⁻¹⁶.
#[derive(Debug, Clone)]
pub struct Lstm {
    weights: RecurrentWeights, // [4 · hidden] from [hidden]
    hidden: usize,
    isa: Isa,
}

#[derive(Debug, Clone)]
enum RecurrentWeights {
    F32(PackedWeights),
    /// In int8, and exact.
    Fixed(PackedWeights),
}

/// The order in which a sequence is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the first row to the last.
    Forward,
    /// From the last row to the first.
    Backward,
}

impl Lstm {
    /// From `weight` `[4 · hidden, hidden]`, PyTorch's `weight_hh`, in f32.
    ///
    /// # Panics
    /// If `weight` has another length.
    pub fn new(weight: &[f32], hidden: usize) -> Self {
        Self::with_isa(weight, hidden, Isa::best())
    }

    /// [`new`](Self::new) with the instructions that the caller chooses.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn with_isa(weight: &[f32], hidden: usize, isa: Isa) -> Self {
        let weights = RecurrentWeights::F32(pack(weight, hidden, isa, Precision::F32));
        Self { weights, hidden, isa }
    }

    /// In fixed point. `None` unless the weights of each row are whole multiples `q · step` with
    /// |q| ≤ 127 of some step.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn fixed(weight: &[f32], hidden: usize) -> Option<Self> {
        Self::fixed_with_isa(weight, hidden, Isa::best())
    }

    /// [`fixed`](Self::fixed) with the instructions that the caller chooses.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn fixed_with_isa(weight: &[f32], hidden: usize, isa: Isa) -> Option<Self> {
        exact_step(weight.get(..hidden)?)?; // most other weights are refused by their first row
        let weights = pack(weight, hidden, isa, Precision::Int8);
        let exact = weights.is_exact();
        exact.then_some(Self { weights: RecurrentWeights::Fixed(weights), hidden, isa })
    }

    /// The hidden state after each time step, `[time, hidden]`. Runs on one thread.
    ///
    /// `gates` are rows that are `width` apart. The first `4 · hidden` values of a row are the
    /// input's share of the gates, with both biases; the last row need not have more.
    ///
    /// # Panics
    /// If `gates` are not whole rows.
    pub fn run(&self, gates: &[f32], width: usize, direction: Direction) -> Vec<f32> {
        let time = gates.len().div_ceil(width.max(1));
        let last = time.saturating_sub(1) * width;
        let row = GATES * self.hidden;
        assert!(time == 0 || (width >= row && gates.len() - last >= row), "rows of four gates");
        self.isa.run(Sequence { layer: self, gates, width, time, direction })
    }
}

fn pack(weight: &[f32], hidden: usize, isa: Isa, precision: Precision) -> PackedWeights {
    assert_eq!(weight.len(), GATES * hidden * hidden, "weights [4 · hidden, hidden]");
    let shape = WeightShape { c_out: GATES * hidden, c_in: hidden, kernel: 1 };
    PackedWeights::new(weight, shape, precision, isa.panel_widths().full)
}

struct Sequence<'a> {
    layer: &'a Lstm,
    gates: &'a [f32],
    width: usize,
    time: usize,
    direction: Direction,
}

impl Kernel for Sequence<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Vec<f32> {
        let (hidden, time) = (self.layer.hidden, self.time);
        let row = padded(hidden);
        let mut states = vec![0f32; time * hidden];
        let (mut h, mut c) = (AlignedBuffer::new(row), vec![0f32; row]);
        let mut product = Product::new::<S>(&self.layer.weights, hidden);
        let mut gates = vec![0f32; GATES * row]; // each gate padded to whole vectors
        for i in 0..time {
            let t = match self.direction {
                Direction::Forward => i,
                Direction::Backward => time - 1 - i,
            };
            let sums = product.of::<S, V>(s, &h);
            let input = &self.gates[t * self.width..][..GATES * hidden];
            for gate in 0..GATES {
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

/// The next cells `c` and states `h`, from the arguments of the four gates, all of whole vectors.
#[inline(always)]
fn advance<S: Simd>(s: S, gates: &[f32], c: &mut [f32], h: &mut [f32]) {
    let row = c.len();
    assert!(row.is_multiple_of(S::LANES) && gates.len() == GATES * row && h.len() >= row);
    for j in (0..row).step_by(S::LANES) {
        // SAFETY: `c` and `h` have the vector, and `gates` has four rows of them, as asserted.
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

/// The product of the weights and a state, and the buffers that it needs.
struct Product<'a> {
    weights: &'a PackedWeights,
    hidden: usize,
    sums: Vec<f32>,            // [panels · width]
    fixed: Option<FixedState>, // if the weights are in fixed point
}

/// A state in fixed point.
struct FixedState {
    codes: AlignedBuffer,    // [high, low][words]
    scales: Vec<PanelScale>, // of each panel
}

impl<'a> Product<'a> {
    fn new<S: Simd>(weights: &'a RecurrentWeights, hidden: usize) -> Self {
        let (weights, fixed) = match weights {
            RecurrentWeights::F32(weights) => (weights, None),
            RecurrentWeights::Fixed(weights) => {
                (weights, Some(FixedState::new::<S>(weights, hidden)))
            }
        };
        Self { weights, hidden, sums: vec![0.0; weights.panels() * weights.width()], fixed }
    }

    /// `W_hh h`, `[panels · width]`.
    #[inline(always)]
    fn of<S: Simd, const V: usize>(&mut self, s: S, h: &AlignedBuffer) -> &[f32] {
        let Self { weights, hidden, sums, fixed } = self;
        match fixed {
            None => multiply::<S, V>(s, weights, h.words(), sums),
            Some(state) => state.multiply::<S, V>(s, weights, &h.floats()[..padded(*hidden)], sums),
        }
        sums
    }
}

/// One column times all panels, in f32.
#[inline(always)]
fn multiply<S: Simd, const V: usize>(s: S, weights: &PackedWeights, h: &[u32], sums: &mut [f32]) {
    let one = Strides { column: 0, tap: 0 };
    for (p, values) in sums.chunks_exact_mut(V * S::LANES).enumerate() {
        let sums = SumRows { values, stride: 0 };
        multiply_panel::<S, DotF32, V>(s, h, one, &weights.panel(p), 1, sums);
    }
}

impl FixedState {
    fn new<S: Simd>(weights: &PackedWeights, hidden: usize) -> Self {
        let scale = |p| PanelScale::of_offset_bytes::<S>(weights, None, p, OFFSET);
        Self {
            codes: AlignedBuffer::new(HALVES * words(hidden)),
            scales: (0..weights.panels()).map(scale).collect(),
        }
    }

    /// One column times all panels, in fixed point.
    #[inline(always)]
    fn multiply<S: Simd, const V: usize>(
        &mut self,
        s: S,
        weights: &PackedWeights,
        h: &[f32],
        sums: &mut [f32],
    ) {
        let row = words(h.len());
        split::split(s, h, STATE_STEP, bytes(self.codes.words_mut()));
        let codes = self.codes.words();
        assert!(codes.len() >= HALVES * row && row >= weights.words_per_tap(), "both halves");
        assert_eq!(weights.width(), V * S::LANES, "panels of the instruction set");
        let halves = Strides { column: row, tap: 0 };
        let panels = sums.chunks_exact_mut(V * S::LANES).zip(&self.scales).enumerate();
        for (p, (sums, scale)) in panels {
            // SAFETY: `codes` has both halves of a row that is as long as the panel's words, as
            // asserted; the panel is of `V` vectors, and has one tap or none.
            let [high, low] = unsafe {
                microkernel::<S, DotU8, V, HALVES>(s, codes.as_ptr(), halves, &weights.panel(p))
            };
            for (v, halves) in high.into_iter().zip(low).enumerate() {
                let scale = scale.vector(s, v * S::LANES);
                let sum = join(s, halves.into(), scale.correction);
                let sum = s.mul(sum, s.mul(scale.factor, s.splat(STATE_STEP)));
                // SAFETY: a chunk of `sums` has `V` vectors.
                unsafe { s.store(sums.as_mut_ptr().add(v * S::LANES), sum) };
            }
        }
    }
}
