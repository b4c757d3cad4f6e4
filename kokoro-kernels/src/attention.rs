//! Self-attention (Vaswani et al. 2017): `softmax(Q Kᵀ / √size) V` for each head. It is computed
//! for a few rows at a time, so that the scores of all pairs are never in memory together.

use rayon::prelude::*;

use crate::conv::microkernel::dot::DotF32;
use crate::conv::microkernel::{COLUMNS, Strides, SumRows, multiply_panel};
use crate::conv::pack::Panel;
use crate::isa::{Isa, Kernel};
use crate::math::exp::exp;
use crate::math::reduce::sum;
use crate::memory::aligned::{AlignedBuffer, padded};
use crate::simd::{MAX_LANES, Simd};

/// Blocks of rows that even a short sequence is cut into, for threads to share.
const MIN_TASKS: usize = 8;
/// Most rows of a task.
const MAX_ROWS: usize = 8 * COLUMNS;

/// Attends: from `qkv` `[time, 3 · width]` to `out` `[time, width]`. A row of `qkv` has the
/// queries, the keys and the values beside each other; in each of them, the heads lie side by side.
///
/// # Panics
/// If the lengths differ, or `width` is not a multiple of `heads`.
pub fn attention(qkv: &[f32], width: usize, heads: usize, out: &mut [f32]) {
    attention_with(Isa::best(), qkv, width, heads, out);
}

/// [`attention`] with the instructions that the caller chooses.
///
/// # Panics
/// As [`attention`].
pub fn attention_with(isa: Isa, qkv: &[f32], width: usize, heads: usize, out: &mut [f32]) {
    assert!(heads > 0 && width.is_multiple_of(heads) && width > 0, "heads of the same size");
    assert_eq!(out.len() % width, 0, "rows of {width}");
    assert_eq!(qkv.len(), 3 * out.len(), "queries, keys and values for each row");
    let (time, size) = (out.len() / width, width / heads);
    let panel = isa.panel_widths().full;
    let head = |head: usize| Head::new(qkv, HeadColumns { width, first: head * size, size }, panel);
    let heads: Vec<Head> = (0..heads).into_par_iter().map(head).collect();
    let rows = time.div_ceil(MIN_TASKS).next_multiple_of(COLUMNS).clamp(COLUMNS, MAX_ROWS);
    out.par_chunks_mut(rows * width).enumerate().for_each(|(block, out)| {
        for (i, head) in heads.iter().enumerate() {
            isa.run(Rows { head, first: block * rows, width, column: i * size, out });
        }
    });
}

/// Where a head's numbers stand in rows of queries, of keys and of values.
#[derive(Debug, Clone, Copy)]
struct HeadColumns {
    /// Columns of all heads together.
    width: usize,
    first: usize,
    size: usize,
}

/// A matrix `[rows, columns]` in the order of the microkernel, `[panels][rows][width]`, with zeros
/// past the last column.
struct PackedMatrix {
    values: AlignedBuffer,
    rows: usize,
    width: usize,
    panels: usize,
}

impl PackedMatrix {
    fn zeros(rows: usize, columns: usize, width: usize) -> Self {
        let panels = columns.div_ceil(width);
        Self { values: AlignedBuffer::new(panels * rows * width), rows, width, panels }
    }

    /// The index of the first row of a column; further rows are `width` apart.
    fn column(&self, column: usize) -> usize {
        column / self.width * self.rows * self.width + column % self.width
    }

    #[inline(always)]
    fn panel(&self, p: usize) -> Panel<'_> {
        let len = self.rows * self.width;
        let weights = &self.values.words()[p * len..][..len];
        Panel { weights, taps: 0..1, words_per_tap: self.rows }
    }
}

/// The numbers of one head, packed.
struct Head {
    queries: AlignedBuffer, // [time, padded(size)], divided by √size
    keys: PackedMatrix,     // [size, time]
    values: PackedMatrix,   // [time, size]
    time: usize,
    size: usize,
}

impl Head {
    fn new(qkv: &[f32], HeadColumns { width, first, size }: HeadColumns, panel: usize) -> Self {
        let time = qkv.len() / (3 * width);
        let row = |t: usize, which: usize| &qkv[(3 * t + which) * width + first..][..size];
        let mut queries = AlignedBuffer::new(time * padded(size));
        let mut keys = PackedMatrix::zeros(size, time, panel);
        let mut values = PackedMatrix::zeros(time, size, panel);
        let scale = 1.0 / (size as f32).sqrt();
        for t in 0..time {
            let to = &mut queries.floats_mut()[t * padded(size)..];
            to.iter_mut().zip(row(t, 0)).for_each(|(to, x)| *to = x * scale);
            let column = keys.column(t);
            let to = keys.values.floats_mut()[column..].iter_mut().step_by(panel);
            to.zip(row(t, 1)).for_each(|(to, &x)| *to = x);
            for (first, x) in (0..size).step_by(panel).zip(row(t, 2).chunks(panel)) {
                let at = values.column(first) + t * panel;
                values.values.floats_mut()[at..at + x.len()].copy_from_slice(x);
            }
        }
        Self { queries, keys, values, time, size }
    }
}

/// Some rows of the output, for one head.
struct Rows<'a> {
    head: &'a Head,
    first: usize,
    width: usize,
    column: usize,      // the head's first
    out: &'a mut [f32], // [rows, width]
}

impl Kernel for Rows<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        let Head { queries, keys, values, time, size } = self.head;
        let row = time.next_multiple_of(keys.width).max(padded(*time));
        let wide = size.next_multiple_of(values.width);
        let mut scores = AlignedBuffer::new(COLUMNS * row);
        let mut mixed = AlignedBuffer::new(COLUMNS * wide);
        let mut t = 0;
        let count = self.out.len() / self.width;
        while t < count {
            let n = COLUMNS.min(count - t);
            let x = &queries.words()[(self.first + t) * padded(*size)..];
            let to = SumRows { values: scores.floats_mut(), stride: row };
            multiply::<S, V>(s, x, padded(*size), keys, n, to);
            let mut sums = [0f32; COLUMNS];
            for (c, sum) in sums.iter_mut().enumerate().take(n) {
                *sum = exponentials(s, &mut scores.floats_mut()[c * row..(c + 1) * row], *time);
            }
            let to = SumRows { values: mixed.floats_mut(), stride: wide };
            multiply::<S, V>(s, scores.words(), row, values, n, to);
            for (c, sum) in sums.iter().enumerate().take(n) {
                let to = &mut self.out[(t + c) * self.width + self.column..][..*size];
                to.iter_mut().zip(&mixed.floats()[c * wide..]).for_each(|(to, x)| *to = x / sum);
            }
            t += n;
        }
    }
}

/// Multiplies `n` rows of `x`, which are `stride` apart, by a matrix.
#[inline(always)]
fn multiply<S: Simd, const V: usize>(
    s: S,
    x: &[u32],
    stride: usize,
    matrix: &PackedMatrix,
    n: usize,
    to: SumRows,
) {
    let strides = Strides { column: stride, tap: 0 };
    for p in 0..matrix.panels {
        let values = &mut to.values[p * matrix.width..];
        let sums = SumRows { values, stride: to.stride };
        multiply_panel::<S, DotF32, V>(s, x, strides, &matrix.panel(p), n, sums);
    }
}

/// Replaces each of the first `len` scores by `e^(score − greatest)` and the others by 0, and
/// returns the sum.
#[inline(always)]
fn exponentials<S: Simd>(s: S, scores: &mut [f32], len: usize) -> f32 {
    let whole = len.next_multiple_of(S::LANES);
    assert!((1..=scores.len()).contains(&len) && whole <= scores.len(), "a row of whole vectors");
    scores[len..].fill(f32::NEG_INFINITY);
    let mut lanes = [0f32; MAX_LANES];
    // SAFETY: the row has `whole` values, as asserted; no instruction set has more lanes than
    // `lanes`.
    unsafe {
        let at = scores.as_mut_ptr();
        let mut greatest = s.load(at);
        for i in (0..whole).step_by(S::LANES) {
            greatest = s.max(greatest, s.load(at.add(i)));
        }
        s.store(lanes.as_mut_ptr(), greatest);
        let greatest = s.splat(lanes[..S::LANES].iter().copied().fold(f32::NEG_INFINITY, f32::max));
        for i in (0..whole).step_by(S::LANES) {
            s.store(at.add(i), exp(s, s.sub(s.load(at.add(i)), greatest)));
        }
    }
    scores[len..].fill(0.0);
    sum(&scores[..len], |x| x) as f32
}
