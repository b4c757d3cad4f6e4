//! Encoded rows times weights in int8: two sums for each output, which are joined, and the share of
//! the row's greatest number.

use std::ops::Range;

use super::encode::Row;
use crate::conv::epilogue::scale::PanelScale;
use crate::conv::epilogue::{ChannelOffset, Columns, Epilogue};
use crate::conv::microkernel::dot::DotU8;
use crate::conv::microkernel::{COLUMNS, Strides, microkernel};
use crate::conv::moments::MomentSums;
use crate::conv::pack::{PackedWeights, Panel};
use crate::isa::Kernel;
use crate::quant::split::{HALVES, OFFSET, WORD, join, words};
use crate::simd::Simd;

/// Rows of a full register tile, which has a column for each half of a row.
const ROWS: usize = COLUMNS / HALVES;

/// Multiplies some rows by some panels and writes the output.
pub(super) struct Multiply<'a> {
    weights: &'a PackedWeights,
    bias: &'a [f32],  // [panels · width]
    codes: &'a [u32], // [rows][high, low][row_words]
    row_words: usize,
    rows: &'a [Row],
    epilogue: Epilogue<'a, f32>,
    panels: Range<usize>,
}

impl<'a> Multiply<'a> {
    /// For `codes` of `rows`, which are `[rows][high, low][words(c_in)]`.
    ///
    /// # Safety
    /// While it runs, no other thread may read or write the part of the epilogue's output that it
    /// writes: the channels of `panels`, in all rows.
    ///
    /// # Panics
    /// If the lengths do not fit.
    pub unsafe fn new(
        weights: &'a PackedWeights,
        bias: &'a [f32],
        codes: &'a [u32],
        rows: &'a [Row],
        epilogue: Epilogue<'a, f32>,
        panels: Range<usize>,
    ) -> Self {
        let row_words = words(weights.words_per_tap() * WORD);
        assert_eq!(codes.len(), rows.len() * HALVES * row_words, "codes of the rows");
        assert_eq!(epilogue.columns(), rows.len(), "as many output rows");
        Self { weights, bias, codes, row_words, rows, epilogue, panels }
    }
}

impl Kernel for Multiply<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        assert_eq!(self.weights.width(), V * S::LANES, "panels of the instruction set");
        for p in self.panels.clone() {
            let panel = &self.weights.panel(p);
            let bias = Some(self.bias);
            let scale = &PanelScale::of_offset_bytes::<S>(self.weights, bias, p, OFFSET);
            let mut first = 0;
            while first < self.rows.len() {
                let n = ROWS.min(self.rows.len() - first);
                let tile = Tile { p, first, panel, scale };
                // SAFETY: the tile's rows are rows of the block.
                unsafe {
                    match n {
                        ROWS => self.tile::<S, V, COLUMNS, ROWS>(s, tile),
                        2 => self.tile::<S, V, { 2 * HALVES }, 2>(s, tile),
                        _ => self.tile::<S, V, HALVES, 1>(s, tile),
                    }
                }
                first += n;
            }
        }
    }
}

/// A register tile: a panel, and the first of some rows.
#[derive(Clone, Copy)]
struct Tile<'a> {
    p: usize,
    first: usize,
    panel: &'a Panel<'a>,
    scale: &'a PanelScale,
}

impl Multiply<'_> {
    /// `R` rows, which are `C` columns of bytes, by a panel.
    ///
    /// # Safety
    /// Rows `first..first + R` must be rows of the block.
    #[inline(always)]
    unsafe fn tile<S: Simd, const V: usize, const C: usize, const R: usize>(
        &self,
        s: S,
        tile: Tile,
    ) {
        const { assert!(C == R * HALVES && V <= 4) };
        // SAFETY: `new` asserted that there are codes for all rows, each half of them as long as
        // a panel's words; the caller promises that the rows exist. The vectors are unrolled by
        // hand, so that no sum passes through memory.
        unsafe {
            let x = self.codes.as_ptr().add(tile.first * HALVES * self.row_words);
            let strides = Strides { column: self.row_words, tap: 0 };
            let sums = microkernel::<S, DotU8, V, C>(s, x, strides, tile.panel);
            self.write_vector::<S, V, C, R, 0>(s, tile, &sums);
            self.write_vector::<S, V, C, R, 1>(s, tile, &sums);
            self.write_vector::<S, V, C, R, 2>(s, tile, &sums);
            self.write_vector::<S, V, C, R, 3>(s, tile, &sums);
        }
    }

    /// Writes `((256 · high + low) · step + w · greatest) · scale + bias` of each row, for the
    /// `AT`th vector of the panel, if it has as many.
    ///
    /// # Safety
    /// As [`tile`](Self::tile).
    #[inline(always)]
    unsafe fn write_vector<
        S: Simd,
        const V: usize,
        const C: usize,
        const R: usize,
        const AT: usize,
    >(
        &self,
        s: S,
        Tile { p, first, panel, scale }: Tile,
        sums: &[[S::I; V]; C],
    ) {
        if AT >= V {
            return;
        }
        let scale = scale.vector(s, AT * S::LANES);
        let mut ys = [s.splat(0.0); R];
        for (r, y) in ys.iter_mut().enumerate() {
            let halves = [sums[HALVES * r][AT], sums[HALVES * r + 1][AT]];
            let joined = join(s, halves, scale.correction);
            let row = &self.rows[first + r];
            let weight = weights_of::<S, V, AT>(s, panel, row.channel);
            let sum = s.fma(weight, s.splat(row.greatest), s.mul(joined, s.splat(row.step)));
            *y = s.fma(sum, scale.factor, scale.addend);
        }
        let channel = ChannelOffset { output: (p * V + AT) * S::LANES, moments: 0 };
        let columns = Columns { first, stride: 1, n: R };
        // SAFETY: the caller promises that the rows exist, and `new` demands that no other thread
        // uses the channels of the panels.
        unsafe { self.epilogue.write(s, &mut MomentSums::default(), columns, channel, ys) };
    }
}

/// The quantised weights of an input channel, for the `AT`th vector of a panel. They are computed
/// as their product with 1, which works in every layout of bytes.
#[inline(always)]
fn weights_of<S: Simd, const V: usize, const AT: usize>(
    s: S,
    panel: &Panel,
    channel: usize,
) -> S::F {
    let (at, byte) = (channel / WORD * V + AT, channel % WORD);
    let Some(words) = panel.weights.get(at * S::LANES..(at + 1) * S::LANES) else {
        return s.splat(0.0); // a panel of zeros has no words
    };
    let mut one = [S::U8_OFFSET as u8; WORD];
    one[byte] += 1;
    // SAFETY: there are as many words as lanes.
    let words = unsafe { s.load_words(words.as_ptr()) };
    s.to_f32(s.dot_u8(s.zero_i32(), s.broadcast(u32::from_le_bytes(one)), words))
}
