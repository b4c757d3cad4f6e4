//! Coded rows by weights of bytes: two sums a number, put together with the row's greatest.

use std::ops::Range;

use super::FixedLinear;
use super::coding::Row;
use crate::dot::DotU8;
use crate::finish::{Channel, Columns, Finish, PanelScale};
use crate::isa::Task;
use crate::moments::Sums;
use crate::simd::Simd;
use crate::tile::{COLUMNS, Strides, tile};
use crate::two_bytes::{HALVES, WORD, join, words};

/// Rows of a full tile.
const ROWS: usize = COLUMNS / HALVES;

/// Some rows by some panels.
pub(super) struct Multiply<'a> {
    pub layer: &'a FixedLinear,
    pub codes: &'a [u32], // [rows][high, low][row]
    pub rows: &'a [Row],
    pub finish: Finish<'a, f32>,
    pub panels: Range<usize>,
}

impl Task for Multiply<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        let rows = self.rows.len();
        assert!(self.codes.len() >= rows * HALVES * words(self.layer.c_in));
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
        let (packed, row) = (&self.layer.packed, words(self.layer.c_in));
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
        let (at, byte) = (channel / WORD * V + AT, channel % WORD);
        let Some(words) = self.layer.packed.panel(p).get(at * S::LANES..(at + 1) * S::LANES) else {
            return s.splat(0.0); // a panel of zeros has none
        };
        let mut one = [S::TAKEN_OFF as u8; WORD];
        one[byte] += 1;
        // SAFETY: as many words as there are lanes.
        let words = unsafe { s.words(words.as_ptr()) };
        s.float(s.dot_u8(s.zero(), s.broadcast(u32::from_le_bytes(one)), words))
    }
}
