//! Self-attention (Vaswani et al. 2017): `softmax(Q Kᵀ / √size) V` for each head, a few rows at a time, so that the scores of all pairs are
//! never in memory.

use rayon::prelude::*;

use crate::Isa;
use crate::aligned::{Aligned, padded};
use crate::dot::DotF32;
use crate::functions::exp;
use crate::isa::Task;
use crate::simd::{MAX_LANES, Simd};
use crate::sum::sum;
use crate::tile::{COLUMNS, Strides, product};

/// Blocks of rows that even a short sequence is cut into, for threads to share.
const MIN_TASKS: usize = 8;
/// Rows of a task, at most.
const MAX_ROWS: usize = 8 * COLUMNS;

/// `qkv` is `[time, 3 · width]`: queries, keys and values of each row beside each other, each with its heads side by side. Writes
/// `[time, width]` to `out`.
///
/// # Panics
/// If the lengths differ, or `width` is not a multiple of `heads`.
pub fn attention(qkv: &[f32], width: usize, heads: usize, out: &mut [f32]) {
    attention_with(Isa::best(), qkv, width, heads, out);
}

/// The same for instructions of the caller's choice.
///
/// # Panics
/// As [`attention`].
pub fn attention_with(isa: Isa, qkv: &[f32], width: usize, heads: usize, out: &mut [f32]) {
    assert!(heads > 0 && width.is_multiple_of(heads) && width > 0, "heads of the same size");
    assert_eq!(out.len() % width, 0, "rows of {width}");
    assert_eq!(qkv.len(), 3 * out.len(), "queries, keys and values for each row");
    let (time, size) = (out.len() / width, width / heads);
    let panel = isa.panel();
    let head = |head: usize| Head::new(qkv, [width, head * size, size], panel);
    let heads: Vec<Head> = (0..heads).into_par_iter().map(head).collect();
    let rows = time.div_ceil(MIN_TASKS).next_multiple_of(COLUMNS).clamp(COLUMNS, MAX_ROWS);
    out.par_chunks_mut(rows * width).enumerate().for_each(|(block, out)| {
        for (i, head) in heads.iter().enumerate() {
            isa.run(Rows { head, first: block * rows, width, column: i * size, out });
        }
    });
}

/// A matrix that rows are multiplied by, cut into panels of columns: `[panels][words][panel]`, zeros past the last column.
struct Panels {
    values: Aligned,
    words: usize,
    panel: usize,
    count: usize,
}

impl Panels {
    fn new(words: usize, columns: usize, panel: usize) -> Self {
        let count = columns.div_ceil(panel);
        Self { values: Aligned::new(count * words * panel), words, panel, count }
    }

    /// Where a column begins; its next word is a panel further on.
    fn column(&self, column: usize) -> usize {
        column / self.panel * self.words * self.panel + column % self.panel
    }
}

/// One head's numbers, as tiles want them.
struct Head {
    queries: Aligned, // [time, padded(size)], over √size
    keys: Panels,     // to time from size
    values: Panels,   // to size from time
    time: usize,
    size: usize,
}

impl Head {
    /// The `size` columns from `first` on of queries, keys and values that are `width` wide.
    fn new(qkv: &[f32], [width, first, size]: [usize; 3], panel: usize) -> Self {
        let time = qkv.len() / (3 * width);
        let row = |t: usize, which: usize| &qkv[(3 * t + which) * width + first..][..size];
        let mut queries = Aligned::new(time * padded(size));
        let (mut keys, mut values) =
            (Panels::new(size, time, panel), Panels::new(time, size, panel));
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

struct Rows<'a> {
    head: &'a Head,
    first: usize,
    width: usize,
    column: usize,      // the head's first
    out: &'a mut [f32], // [rows, width]
}

impl Task for Rows<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        let Head { queries, keys, values, time, size } = self.head;
        let (row, wide) = (
            time.next_multiple_of(keys.panel).max(padded(*time)),
            size.next_multiple_of(values.panel),
        );
        let (mut scores, mut mixed) = (Aligned::new(COLUMNS * row), Aligned::new(COLUMNS * wide));
        let mut t = 0;
        let count = self.out.len() / self.width;
        while t < count {
            let n = COLUMNS.min(count - t);
            let x = &queries.words()[(self.first + t) * padded(*size)..];
            rows::<S, V>(s, x, padded(*size), *size, keys, n, scores.floats_mut(), row);
            let mut sums = [0f32; COLUMNS];
            for (c, sum) in sums.iter_mut().enumerate().take(n) {
                *sum = exponentials(s, &mut scores.floats_mut()[c * row..(c + 1) * row], *time);
            }
            rows::<S, V>(s, scores.words(), row, *time, values, n, mixed.floats_mut(), wide);
            for (c, sum) in sums.iter().enumerate().take(n) {
                let to = &mut self.out[(t + c) * self.width + self.column..][..*size];
                to.iter_mut().zip(&mixed.floats()[c * wide..]).for_each(|(to, x)| *to = x / sum);
            }
            t += n;
        }
    }
}

/// `n` rows of `x`, `stride` apart, times all panels, to rows of `y`, `row` apart.
#[inline(always)]
#[allow(clippy::too_many_arguments)] // two matrices and their strides
fn rows<S: Simd, const V: usize>(
    s: S,
    x: &[u32],
    stride: usize,
    words: usize,
    panels: &Panels,
    n: usize,
    y: &mut [f32],
    row: usize,
) {
    assert!(
        x.len() >= (n - 1) * stride + words
            && y.len() >= n * row
            && row >= panels.count * panels.panel
    );
    assert_eq!((panels.words, panels.panel), (words, V * S::LANES));
    for p in 0..panels.count {
        let strides = Strides { column: stride, tap: 0 };
        let w = &panels.values.words()[p * words * panels.panel..][..words * panels.panel];
        let y = y[p * panels.panel..].as_mut_ptr();
        // SAFETY: by the assertion above; a panel is whole.
        unsafe {
            let (x, w) = (x.as_ptr(), w.as_ptr());
            product::<S, DotF32<true>, V>(s, x, strides, 0..1, words, w, n, y, row);
        }
    }
}

/// Each of the first `len` scores becomes `e^(score − greatest)`, the rest 0; returns the sum.
#[inline(always)]
fn exponentials<S: Simd>(s: S, scores: &mut [f32], len: usize) -> f32 {
    scores[len..].fill(f32::NEG_INFINITY);
    let whole = len.next_multiple_of(S::LANES);
    let mut lanes = [0f32; MAX_LANES];
    // SAFETY: a row is padded to whole vectors; no set has more lanes than `lanes`.
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
