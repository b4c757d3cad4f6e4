//! The microkernel: the sums of a register tile, some output columns by one panel of output
//! channels. They stay in registers from the first product to the last.

pub(crate) mod dot;

use std::ops::Range;

use self::dot::DotProduct;
use super::pack::Panel;
use crate::simd::Simd;

/// Output columns of a full tile. With panels of four vectors a tile is 24 sums in 32 registers,
/// with panels of two vectors 12 sums in 16 registers.
pub(crate) const COLUMNS: usize = 6;

/// Columns of the next tile when `columns` are left: the most of the counts that are compiled,
/// which are [`COLUMNS`], 3, 2 and 1.
#[inline(always)]
pub(crate) fn tile_columns(columns: usize) -> usize {
    match columns {
        COLUMNS.. => COLUMNS,
        3.. => 3,
        few => few,
    }
}

/// Where the input of a tile lies, in words.
#[derive(Clone, Copy)]
pub(crate) struct Strides {
    /// From one output column to the next.
    pub column: usize,
    /// From one tap to the next.
    pub tap: usize,
}

impl Strides {
    /// Words from the first that `columns` ≥ 1 output columns read to the end of the last.
    #[inline(always)]
    fn reach(self, columns: usize, taps: &Range<usize>, words_per_tap: usize) -> usize {
        if taps.is_empty() {
            return 0;
        }
        (columns - 1) * self.column + (taps.end - 1) * self.tap + words_per_tap
    }
}

/// `sum[c][v] = Σ_{k, i} x[c · strides.column + k · strides.tap + i] · w[k][i][v]` over the taps
/// and words of a panel of `V` vectors.
///
/// # Safety
/// `x` must be readable at every index that the formula names, and `panel.weights` must have
/// `panel.taps.len() · panel.words_per_tap · V · LANES` words.
#[inline(always)]
pub(crate) unsafe fn microkernel<S: Simd, D: DotProduct, const V: usize, const C: usize>(
    s: S,
    x: *const u32,
    strides: Strides,
    panel: &Panel,
) -> [[D::Sum<S>; V]; C] {
    let words = panel.words_per_tap;
    let mut sums = [[D::zero(s); V]; C];
    let mut totals = sums;
    let mut left = D::CHUNK;
    // SAFETY: all indices are within what the caller promises.
    unsafe {
        let mut w = panel.weights.as_ptr();
        for k in panel.taps.clone() {
            let mut x = x.add(k * strides.tap);
            if D::CHUNK == usize::MAX {
                add_products::<S, D, V, C>(s, x, strides.column, words, w, &mut sums);
                w = w.add(words * V * S::LANES);
                continue;
            }
            let mut rest = words;
            while rest > 0 {
                let n = rest.min(left);
                add_products::<S, D, V, C>(s, x, strides.column, n, w, &mut sums);
                (x, w) = (x.add(n), w.add(n * V * S::LANES));
                (rest, left) = (rest - n, left - n);
                if left == 0 {
                    left = D::CHUNK;
                    add::<S, D, V, C>(s, &mut totals, &sums);
                    sums = [[D::zero(s); V]; C];
                }
            }
        }
    }
    if D::CHUNK != usize::MAX {
        add::<S, D, V, C>(s, &mut totals, &sums);
        return totals;
    }
    sums
}

/// `sum[c][v] += Σ_i x[c · column + i] · w[i][v]` over `words`.
///
/// # Safety
/// `x` and `w` must be readable at every index that the formula names.
#[inline(always)]
unsafe fn add_products<S: Simd, D: DotProduct, const V: usize, const C: usize>(
    s: S,
    x: *const u32,
    column: usize,
    words: usize,
    mut w: *const u32,
    sums: &mut [[D::Sum<S>; V]; C],
) {
    for i in 0..words {
        // SAFETY: all indices are within what the caller promises.
        unsafe {
            let mut weights = [s.broadcast(0); V];
            for (v, weight) in weights.iter_mut().enumerate() {
                *weight = s.load_words(w.add(v * S::LANES));
            }
            w = w.add(V * S::LANES);
            for (c, sums) in sums.iter_mut().enumerate() {
                let x = s.broadcast(*x.add(c * column + i));
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum = D::multiply_add(s, *sum, x, weight);
                }
            }
        }
    }
}

#[inline(always)]
fn add<S: Simd, D: DotProduct, const V: usize, const C: usize>(
    s: S,
    totals: &mut [[D::Sum<S>; V]; C],
    sums: &[[D::Sum<S>; V]; C],
) {
    for (totals, sums) in totals.iter_mut().zip(sums) {
        for (total, sum) in totals.iter_mut().zip(sums) {
            *total = D::add(s, *total, *sum);
        }
    }
}

/// Rows of sums that [`multiply_panel`] writes.
pub(crate) struct SumRows<'a> {
    /// Begins with the panel's first channel of the first column.
    pub values: &'a mut [f32],
    /// From one column to the next.
    pub stride: usize,
}

/// Multiplies `columns` columns of `x` by a panel of `V` vectors, and writes the sums as they are.
///
/// # Panics
/// If `x`, the panel or `sums` is too short.
#[inline(always)]
pub(crate) fn multiply_panel<S: Simd, D: DotProduct, const V: usize>(
    s: S,
    x: &[u32],
    strides: Strides,
    panel: &Panel,
    columns: usize,
    sums: SumRows,
) {
    if columns == 0 {
        return;
    }
    let Panel { weights, taps, words_per_tap } = panel;
    assert!(x.len() >= strides.reach(columns, taps, *words_per_tap), "input of the panel");
    assert!(weights.len() >= taps.len() * words_per_tap * V * S::LANES, "weights of the panel");
    assert!(sums.values.len() >= (columns - 1) * sums.stride + V * S::LANES, "room for the sums");
    let (x, y, row) = (x.as_ptr(), sums.values.as_mut_ptr(), sums.stride);
    let mut first = 0;
    while first < columns {
        let n = tile_columns(columns - first);
        macro_rules! write_tile {
            ($count:expr) => {
                // SAFETY: columns `first..first + n` are within what was asserted.
                unsafe {
                    let (x, y) = (x.add(first * strides.column), y.add(first * row));
                    let sums = microkernel::<S, D, V, { $count }>(s, x, strides, panel);
                    for (c, sums) in sums.into_iter().enumerate() {
                        for (v, sum) in sums.into_iter().enumerate() {
                            let sum = D::to_f32(s, sum, s.zero_i32());
                            s.store(y.add(c * row + v * S::LANES), sum);
                        }
                    }
                }
            };
        }
        match n {
            COLUMNS => write_tile!(COLUMNS),
            3 => write_tile!(3),
            2 => write_tile!(2),
            _ => write_tile!(1),
        }
        first += n;
    }
}
