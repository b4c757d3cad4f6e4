//! Linear layers in fixed point: 8-bit weights that lose nothing, and an input of 16 bits a number, which are two columns of bytes to the
//! kernel that multiplies bytes. Twice as fast as f32 where there are instructions for that, a quarter of the memory, and exact but for the
//! input's rounding: 2⁻¹⁶ of the second greatest of its row. The greatest is multiplied in f32.

mod coding;

use std::cell::Cell;
use std::ops::Range;

use rayon::prelude::*;

use crate::aligned::{Aligned, padded};
use crate::dot::DotU8;
use crate::finish::{Channel, Columns, Finish, PanelScale, Shared};
use crate::isa::Task;
use crate::moments::Sums;
use crate::packed::Packed;
use crate::simd::Simd;
use crate::tile::{COLUMNS, Strides, tile};
use crate::two_bytes::{HALVES, join};
use crate::whole::whole_step;
use crate::{Isa, Precision};
use coding::{CodeRows, Row};

/// Tasks of a layer: groups of panels, which all read the same codes.
const TASKS: usize = 16;
/// Input channels of a word.
const BYTES: usize = 4;
/// Rows of a full tile.
const ROWS: usize = COLUMNS / HALVES;

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
        if !weight.par_chunks(c_in).all(|row| whole_step(row).is_some()) {
            return None;
        }
        let packed = Packed::new(weight, (c_out, c_in, 1), Precision::Int8, panel);
        let mut bias = bias.to_vec();
        bias.resize(c_out.next_multiple_of(panel), 0.0);
        Some(Self { packed, bias, c_in, c_out, isa })
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
        codes.reserve(rows * HALVES * self.row());
        self.code(xs, codes.words_mut(), &mut beside);

        let panels = self.bias.len() / self.packed.panel;
        let group = panels.div_ceil(TASKS);
        let out = Shared(out.as_mut_ptr());
        (0..panels.div_ceil(group)).into_par_iter().with_max_len(1).for_each(|task| {
            let (columns, channels) = (rows, self.c_out);
            let finish = Finish {
                out,
                columns,
                channels,
                residual: None,
                accumulate,
                gain: 1.0,
                measure: false,
            };
            let panels = task * group..panels.min((task + 1) * group);
            self.isa.run(Multiply {
                layer: self,
                codes: codes.words(),
                rows: &beside,
                finish,
                panels,
            });
        });
        CODES.set(codes);
    }

    /// Words of a coded row of bytes.
    fn row(&self) -> usize {
        padded(self.c_in) / BYTES
    }

    /// All rows as codes, on all threads.
    fn code(&self, xs: &[f32], codes: &mut [u32], beside: &mut [Row]) {
        let rows = coding::TASK_VALUES.div_ceil(self.c_in);
        let codes = codes.par_chunks_mut(rows * HALVES * self.row());
        let tasks = xs.par_chunks(rows * self.c_in).zip(beside.par_chunks_mut(rows)).zip(codes);
        tasks.for_each(|((xs, rows), codes)| {
            self.isa.run(CodeRows { xs, c_in: self.c_in, codes, rows });
        });
    }
}

/// All rows by some panels.
struct Multiply<'a> {
    layer: &'a FixedLinear,
    codes: &'a [u32], // [rows][high, low][row]
    rows: &'a [Row],
    finish: Finish<'a, f32>,
    panels: Range<usize>,
}

impl Task for Multiply<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        let rows = self.rows.len();
        assert!(self.codes.len() >= rows * HALVES * self.layer.row());
        for p in self.panels.clone() {
            let scale = PanelScale::two_bytes::<S>(&self.layer.packed, Some(&self.layer.bias), p);
            let mut t = 0;
            while t < rows {
                let n = ROWS.min(rows - t);
                match n {
                    ROWS => self.tile::<S, V, COLUMNS, ROWS>(s, p, t, &scale),
                    2 => self.tile::<S, V, { 2 * HALVES }, 2>(s, p, t, &scale),
                    _ => self.tile::<S, V, HALVES, 1>(s, p, t, &scale),
                }
                t += n;
            }
        }
    }
}

impl Multiply<'_> {
    /// `R` rows, which are `C` columns of bytes, by a panel.
    #[inline(always)]
    fn tile<S: Simd, const V: usize, const C: usize, const R: usize>(
        &self,
        s: S,
        p: usize,
        first: usize,
        scale: &PanelScale,
    ) {
        const { assert!(C == R * HALVES && V <= 4) };
        let (packed, row) = (&self.layer.packed, self.layer.row());
        // SAFETY: `run` asserted that the codes reach to the last row; a row is no shorter than a panel's words, and a panel is whole.
        let sums = unsafe {
            let x = self.codes.as_ptr().add(first * HALVES * row);
            let (strides, taps) = (Strides { column: row, tap: 0 }, packed.live[p].clone());
            let w = packed.panel(p).as_ptr();
            tile::<S, DotU8, V, C>(s, x, strides, taps, packed.words_per_tap, w)
        };
        // Unrolled by hand, so that no sum passes through memory.
        self.finish_vector::<S, V, C, R, 0>(s, p, first, scale, &sums);
        self.finish_vector::<S, V, C, R, 1>(s, p, first, scale, &sums);
        self.finish_vector::<S, V, C, R, 2>(s, p, first, scale, &sums);
        self.finish_vector::<S, V, C, R, 3>(s, p, first, scale, &sums);
    }

    /// Puts the two sums of each row and its greatest number together, `((256 · high + low) · step + w · greatest) · scale + bias`, for the
    /// `AT`th vector of the panel, if there is one.
    #[inline(always)]
    fn finish_vector<S: Simd, const V: usize, const C: usize, const R: usize, const AT: usize>(
        &self,
        s: S,
        p: usize,
        first: usize,
        scale: &PanelScale,
        sums: &[[S::I; V]; C],
    ) {
        if AT >= V {
            return;
        }
        let (factor, addend, missing) = scale.vector(s, AT * S::LANES);
        let mut ys = [s.splat(0.0); R];
        for (r, y) in ys.iter_mut().enumerate() {
            let coded = join(s, [sums[HALVES * r][AT], sums[HALVES * r + 1][AT]], missing);
            let row = &self.rows[first + r];
            let weight = self.weight::<S, V, AT>(s, p, row.at);
            let sum = s.fma(weight, s.splat(row.greatest), s.mul(coded, s.splat(row.step)));
            *y = s.fma(sum, factor, addend);
        }
        let channel = Channel { output: p * self.layer.packed.panel + AT * S::LANES, sums: 0 };
        let columns = Columns { first, step: 1, n: R };
        self.finish.put(s, &mut Sums::default(), columns, channel, ys);
    }

    /// The weights, in steps, of an input channel for the `AT`th vector of a panel: their product with 1.
    #[inline(always)]
    fn weight<S: Simd, const V: usize, const AT: usize>(
        &self,
        s: S,
        p: usize,
        channel: usize,
    ) -> S::F {
        let (at, byte) = (channel / BYTES * V + AT, channel % BYTES);
        let Some(words) = self.layer.packed.panel(p).get(at * S::LANES..(at + 1) * S::LANES) else {
            return s.splat(0.0); // a panel of zeros has none
        };
        let mut one = [S::TAKEN_OFF as u8; BYTES];
        one[byte] += 1;
        // SAFETY: as many words as there are lanes.
        let words = unsafe { s.words(words.as_ptr()) };
        s.float(s.dot_u8(s.zero(), s.broadcast(u32::from_le_bytes(one)), words))
    }
}
