//! The innermost loop: some output columns by some output channels, whose sums stay in registers from the first product to the last.

use std::ops::Range;

use crate::dot::Dot;
use crate::simd::Simd;

/// Output columns of a full tile. With four vectors of channels that is 24 sums of 32 registers; with two, 12 of 16.
pub(crate) const COLUMNS: usize = 6;

/// How many of so many columns to take next: as many as a tile can have, of those that are compiled.
#[inline(always)]
pub(crate) fn part(columns: usize) -> usize {
    match columns {
        COLUMNS.. => COLUMNS,
        3.. => 3,
        few => few,
    }
}

/// Where a tile's input lies, in words.
#[derive(Clone, Copy)]
pub(crate) struct Strides {
    /// From one output column to the next.
    pub column: usize,
    /// From one tap to the next.
    pub tap: usize,
}

/// `sum[c][v] = Σ_{k, i} x[c · column + k · tap + i] · w[k][i][v]` over the taps and all words.
///
/// # Safety
/// `x` must be readable at every place that this names, `w` for `[taps][words][V · LANES]` words.
#[inline(always)]
pub(crate) unsafe fn tile<S: Simd, D: Dot, const V: usize, const C: usize>(
    s: S,
    x: *const u32,
    strides: Strides,
    taps: Range<usize>,
    words: usize,
    w: *const u32,
) -> [[D::Sum<S>; V]; C] {
    let mut sums = [[D::zero(s); V]; C];
    let mut totals = sums;
    let mut left = D::CHUNK;
    // SAFETY: all within what the caller promises.
    unsafe {
        let mut w = w;
        for k in taps {
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
/// As [`tile`], for one tap.
#[inline(always)]
unsafe fn add_products<S: Simd, D: Dot, const V: usize, const C: usize>(
    s: S,
    x: *const u32,
    column: usize,
    words: usize,
    mut w: *const u32,
    sums: &mut [[D::Sum<S>; V]; C],
) {
    for i in 0..words {
        // SAFETY: all within what the caller promises.
        unsafe {
            let mut weights = [s.broadcast(0); V];
            for (v, weight) in weights.iter_mut().enumerate() {
                *weight = s.words(w.add(v * S::LANES));
            }
            w = w.add(V * S::LANES);
            for (c, sums) in sums.iter_mut().enumerate() {
                let x = s.broadcast(*x.add(c * column + i));
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum = D::step(s, *sum, x, weight);
                }
            }
        }
    }
}

/// `n` columns of sums by one panel, written as they are: `y[c][v]`, with columns `row` apart.
///
/// # Safety
/// As [`tile`] for each of the columns; `y` must be writable for `V · LANES` values at each.
#[inline(always)]
#[allow(clippy::too_many_arguments)] // two matrices and their strides
pub(crate) unsafe fn product<S: Simd, D: Dot, const V: usize>(
    s: S,
    x: *const u32,
    strides: Strides,
    taps: Range<usize>,
    words: usize,
    w: *const u32,
    n: usize,
    y: *mut f32,
    row: usize,
) {
    let mut first = 0;
    while first < n {
        let columns = part(n - first);
        macro_rules! columns {
            ($($columns:pat => $count:expr),*) => {
                match columns {
                    $($columns => {
                        // SAFETY: columns `first` to `first + columns` of what the caller promises.
                        unsafe {
                            let (x, y) = (x.add(first * strides.column), y.add(first * row));
                            let sums = tile::<S, D, V, { $count }>(s, x, strides, taps.clone(), words, w);
                            for (c, sums) in sums.into_iter().enumerate() {
                                for (v, sum) in sums.into_iter().enumerate() {
                                    s.store(y.add(c * row + v * S::LANES), D::finish(s, sum, s.zero()));
                                }
                            }
                        }
                    })*
                }
            };
        }
        columns!(COLUMNS => COLUMNS, 3 => 3, 2 => 2, _ => 1);
        first += columns;
    }
}

#[inline(always)]
fn add<S: Simd, D: Dot, const V: usize, const C: usize>(
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
