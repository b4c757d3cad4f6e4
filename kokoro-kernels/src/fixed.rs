//! Linear layers in fixed point: 8-bit weights that lose nothing, and an input of 16 bits a number, which are two columns of bytes to the
//! kernel that multiplies bytes. Twice as fast as f32 where there are instructions for that, a quarter of the memory, and exact but for the
//! input's rounding: 2⁻¹⁶ of the second greatest of its row. The greatest is multiplied in f32.

mod coding;
mod multiply;

use std::cell::Cell;

use rayon::prelude::*;

use crate::aligned::Aligned;
use crate::division::Division;
use crate::finish::{Finish, Shared};
use crate::packed::Packed;
use crate::two_bytes::{HALVES, words};
use crate::whole::whole_step;
use crate::{Isa, Precision};
use coding::{CodeRows, Row};
use multiply::Multiply;

thread_local! {
    /// A layer's coded input, kept from run to run.
    static CODES: Cell<Aligned> = Cell::default();
}

/// A linear layer, `y[t, o] = b[o] + Σ_i w[o, i] x[t, i]`, with `x` rounded to 16 bits of its row's second greatest magnitude, and its
/// greatest not at all.
#[derive(Debug, Clone)]
pub struct FixedLinear {
    packed: Packed,
    bias: Vec<f32>, // [panels · panel]
    c_in: usize,
    c_out: usize,
    isa: Isa,
}

impl FixedLinear {
    /// From `weight` `[c_out, c_in]` and `bias` `[c_out]`; none unless the weights of each output are whole multiples, up to 127, of a step.
    ///
    /// # Panics
    /// If the lengths do not fit, or there are no channels.
    pub fn new(weight: &[f32], bias: &[f32]) -> Option<Self> {
        Self::with_isa(weight, bias, Isa::best())
    }

    /// The same for instructions of the caller's choice.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn with_isa(weight: &[f32], bias: &[f32], isa: Isa) -> Option<Self> {
        assert!(!bias.is_empty() && !weight.is_empty(), "channels");
        let (c_in, c_out, panel) = (weight.len() / bias.len(), bias.len(), isa.panel());
        assert_eq!(weight.len(), c_out * c_in, "weights [c_out, c_in]");
        whole_step(&weight[..c_in])?; // others are mostly refused at the first row
        let packed = Packed::new(weight, (c_out, c_in, 1), Precision::Int8, panel);
        let mut bias = bias.to_vec();
        bias.resize(c_out.next_multiple_of(panel), 0.0);
        packed.whole.then_some(Self { packed, bias, c_in, c_out, isa })
    }

    /// Input channels.
    pub fn c_in(&self) -> usize {
        self.c_in
    }

    /// Output channels.
    pub fn c_out(&self) -> usize {
        self.c_out
    }

    /// Multiplies each row of `xs` `[time, c_in]`, and writes to `out` `[time, c_out]` or adds to what is there.
    ///
    /// # Panics
    /// If the lengths do not fit.
    pub fn run(&self, xs: &[f32], out: &mut [f32], accumulate: bool) {
        let rows = xs.len() / self.c_in;
        assert_eq!(xs.len(), rows * self.c_in, "rows of {}", self.c_in);
        assert_eq!(out.len(), rows * self.c_out, "rows of {}", self.c_out);
        let mut codes = CODES.take();
        let mut beside = vec![Row::default(); rows];
        codes.reserve(rows * HALVES * words(self.c_in));
        self.code(xs, codes.words_mut(), &mut beside);

        let (out, row) = (Shared(out.as_mut_ptr()), HALVES * words(self.c_in));
        let division = Division::unprepared(self.bias.len() / self.packed.panel, rows);
        (0..division.tasks()).into_par_iter().with_max_len(1).for_each(|task| {
            let (first, columns, panels) = division.task(task);
            // SAFETY: `first` is a row of the output.
            let out = Shared(unsafe { { out }.0.add(first * self.c_out) });
            let (channels, residual, gain, measure) = (self.c_out, None, 1.0, false);
            let finish = Finish { out, columns, channels, residual, accumulate, gain, measure };
            let codes = &codes.words()[first * row..][..columns * row];
            let rows = &beside[first..first + columns];
            self.isa.run(Multiply { layer: self, codes, rows, finish, panels });
        });
        CODES.set(codes);
    }

    /// All rows as codes, on all threads.
    fn code(&self, xs: &[f32], codes: &mut [u32], beside: &mut [Row]) {
        let rows = coding::TASK_VALUES.div_ceil(self.c_in);
        let codes = codes.par_chunks_mut(rows * HALVES * words(self.c_in));
        let tasks = xs.par_chunks(rows * self.c_in).zip(beside.par_chunks_mut(rows)).zip(codes);
        tasks.for_each(|((xs, rows), codes)| {
            self.isa.run(CodeRows { xs, c_in: self.c_in, codes, rows });
        });
    }
}
