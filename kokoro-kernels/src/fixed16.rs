//! Linear layers in fixed point, for weights that are exact in 8 bits.
//!
//! The input is rounded to 16 bits, `x = 256 · high + low`, and each row becomes two columns of
//! bytes for the microkernel that multiplies bytes. That is twice as fast as f32 where the
//! processor has instructions for it, and takes a quarter of the memory. All sums are exact. What
//! is lost is lost by rounding the input: about 2⁻¹⁶ of the second greatest magnitude of its row.
//! The greatest number of each row is multiplied in f32.

mod encode;
mod multiply;

use std::cell::Cell;

use rayon::prelude::*;

use self::encode::{EncodeRows, Row};
use self::multiply::Multiply;
use crate::conv::epilogue::{Epilogue, Measure};
use crate::conv::pack::PackedWeights;
use crate::conv::params::{WeightShape, WriteMode};
use crate::conv::partition::{Partition, Task};
use crate::isa::Isa;
use crate::memory::aligned::AlignedBuffer;
use crate::memory::shared::SharedOutput;
use crate::precision::Precision;
use crate::quant::split::{HALVES, words};
use crate::quant::weights::exact_step;

thread_local! {
    /// The encoded input of a layer, kept from run to run.
    static CODES: Cell<AlignedBuffer> = Cell::default();
}

/// A linear layer in fixed point, `y[t, o] = b[o] + Σ_i w[o, i] x[t, i]`. Each row of its input is
/// rounded to 16 bits, relative to the row's second greatest magnitude; the greatest number of a
/// row is not rounded.
#[derive(Debug, Clone)]
pub struct FixedLinear {
    weights: PackedWeights,
    bias: Vec<f32>, // [panels · width], with zeros at the end
    c_in: usize,
    c_out: usize,
    isa: Isa,
}

impl FixedLinear {
    /// From `weight` `[c_out, c_in]` and `bias` `[c_out]`. `None` unless the weights of each output
    /// are whole multiples `q · step` with |q| ≤ 127 of some step.
    ///
    /// # Panics
    /// If the lengths do not fit, or there are no channels.
    pub fn new(weight: &[f32], bias: &[f32]) -> Option<Self> {
        Self::with_isa(weight, bias, Isa::best())
    }

    /// [`new`](Self::new) with the instructions that the caller chooses.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn with_isa(weight: &[f32], bias: &[f32], isa: Isa) -> Option<Self> {
        assert!(!bias.is_empty() && !weight.is_empty(), "channels");
        let (c_in, c_out, width) = (weight.len() / bias.len(), bias.len(), isa.panel_widths().full);
        assert_eq!(weight.len(), c_out * c_in, "weights [c_out, c_in]");
        exact_step(&weight[..c_in])?; // most other weights are refused by their first row
        let shape = WeightShape { c_out, c_in, kernel: 1 };
        let weights = PackedWeights::new(weight, shape, Precision::Int8, width);
        let mut bias = bias.to_vec();
        bias.resize(c_out.next_multiple_of(width), 0.0);
        weights.is_exact().then_some(Self { weights, bias, c_in, c_out, isa })
    }

    /// Input channels.
    pub fn c_in(&self) -> usize {
        self.c_in
    }

    /// Output channels.
    pub fn c_out(&self) -> usize {
        self.c_out
    }

    /// Multiplies each row of `xs` `[time, c_in]` into `out` `[time, c_out]`.
    ///
    /// # Panics
    /// If the lengths do not fit.
    pub fn run(&self, xs: &[f32], out: &mut [f32], mode: WriteMode) {
        let rows = xs.len() / self.c_in;
        assert_eq!(xs.len(), rows * self.c_in, "rows of {}", self.c_in);
        assert_eq!(out.len(), rows * self.c_out, "rows of {}", self.c_out);
        let row_words = HALVES * words(self.c_in);
        let mut codes = CODES.take();
        let mut encoded = vec![Row::default(); rows];
        codes.reserve(rows * row_words);
        self.encode(xs, codes.words_mut(), &mut encoded);

        let out = SharedOutput::new(out);
        let partition = Partition::without_prologue(self.weights.panels(), rows);
        (0..partition.tasks()).into_par_iter().with_max_len(1).for_each(|index| {
            let Task { first, columns, panels } = partition.task(index);
            let out = out.part(first * self.c_out, columns * self.c_out);
            let epilogue = Epilogue::new(out, self.c_out, None, mode, 1.0, Measure::Nothing);
            let codes = &codes.words()[first * row_words..][..columns * row_words];
            let rows = &encoded[first..first + columns];
            // SAFETY: no two tasks of a partition have the same panels of the same rows, and
            // nothing else uses the output, which is borrowed exclusively.
            let multiply =
                unsafe { Multiply::new(&self.weights, &self.bias, codes, rows, epilogue, panels) };
            self.isa.run(multiply);
        });
        CODES.set(codes);
    }

    /// Encodes all rows, on all threads.
    fn encode(&self, xs: &[f32], codes: &mut [u32], encoded: &mut [Row]) {
        let rows = encode::TASK_VALUES.div_ceil(self.c_in);
        let codes = codes.par_chunks_mut(rows * HALVES * words(self.c_in));
        let tasks = xs.par_chunks(rows * self.c_in).zip(encoded.par_chunks_mut(rows)).zip(codes);
        tasks.for_each(|((xs, rows), codes)| {
            self.isa.run(EncodeRows { xs, c_in: self.c_in, codes, rows });
        });
    }
}
