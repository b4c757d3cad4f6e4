//! Self-attention (Vaswani et al. 2017): `softmax(Q Kᵀ / √size) V` for each head, a few rows at a time, so that the scores of all pairs are
//! never in memory.

use rayon::prelude::*;

use crate::aligned::{Aligned, padded};
use crate::functions::exp;
use crate::isa::Task;
use crate::packed::Packed;
use crate::simd::{MAX_LANES, Simd};
use crate::tile::{COLUMNS, DotF32, Strides, product};
use crate::{Isa, Precision};

/// Rows of a task.
const ROWS: usize = 8 * COLUMNS;

/// `query`, `key` and `value` are `[time, width]`, with the heads side by side; so is the result.
///
/// # Panics
/// If the lengths differ, or `width` is not a multiple of `heads`.
pub fn attention(
    query: &[f32],
    key: &[f32],
    value: &[f32],
    width: usize,
    heads: usize,
) -> Vec<f32> {
    attention_with(Isa::best(), query, key, value, width, heads)
}

/// The same for instructions of the caller's choice.
///
/// # Panics
/// As [`attention`].
pub fn attention_with(
    isa: Isa,
    query: &[f32],
    key: &[f32],
    value: &[f32],
    width: usize,
    heads: usize,
) -> Vec<f32> {
    assert!(heads > 0 && width.is_multiple_of(heads) && width > 0, "heads of the same size");
    assert!(
        query.len() == key.len() && key.len() == value.len(),
        "as many queries, keys and values"
    );
    assert_eq!(query.len() % width, 0, "rows of {width}");
    let (time, size) = (query.len() / width, width / heads);
    let parts = (0..heads).into_par_iter().map(|head| {
        let head = Head::new(isa, [query, key, value], width, head * size, size);
        let mut out = vec![0f32; time * size];
        out.par_chunks_mut(ROWS * size).enumerate().for_each(|(block, out)| {
            isa.run(Rows { head: &head, first: block * ROWS, out });
        });
        out
    });
    let parts: Vec<Vec<f32>> = parts.collect();
    (0..time)
        .flat_map(|t| {
            parts.iter().flat_map(move |part| part[t * size..(t + 1) * size].iter().copied())
        })
        .collect()
}

/// One head's numbers, as tiles want them.
struct Head {
    queries: Aligned, // [time, padded(size)], over √size
    keys: Packed,     // to time from size
    values: Packed,   // to size from time
    time: usize,
    size: usize,
}

impl Head {
    fn new(
        isa: Isa,
        [query, key, value]: [&[f32]; 3],
        width: usize,
        first: usize,
        size: usize,
    ) -> Self {
        let time = query.len() / width;
        let row = |t: usize| t * width + first..t * width + first + size;
        let mut queries = Aligned::new(time * padded(size));
        let scale = 1.0 / (size as f32).sqrt();
        for (t, to) in queries.floats_mut().chunks_exact_mut(padded(size)).enumerate().take(time) {
            to.iter_mut().zip(&query[row(t)]).for_each(|(to, x)| *to = x * scale);
        }
        let keys: Vec<f32> = (0..time).flat_map(|t| key[row(t)].iter().copied()).collect();
        let values: Vec<f32> =
            (0..size).flat_map(|d| (0..time).map(move |t| value[t * width + first + d])).collect();
        let pack = |weight: &[f32], shape| Packed::new(weight, shape, Precision::F32, isa.panel());
        Self {
            queries,
            keys: pack(&keys, (time, size, 1)),
            values: pack(&values, (size, time, 1)),
            time,
            size,
        }
    }
}

struct Rows<'a> {
    head: &'a Head,
    first: usize,
    out: &'a mut [f32], // [rows, size]
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
        while t < self.out.len() / size {
            let n = COLUMNS.min(self.out.len() / size - t);
            let x = &queries.words()[(self.first + t) * padded(*size)..];
            rows::<S, V>(s, x, padded(*size), *size, keys, n, scores.floats_mut(), row);
            let mut sums = [0f32; COLUMNS];
            for (c, sum) in sums.iter_mut().enumerate().take(n) {
                *sum = exponentials(s, &mut scores.floats_mut()[c * row..(c + 1) * row], *time);
            }
            rows::<S, V>(s, scores.words(), row, *time, values, n, mixed.floats_mut(), wide);
            for (c, sum) in sums.iter().enumerate().take(n) {
                let to = &mut self.out[(t + c) * size..(t + c + 1) * size];
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
    packed: &Packed,
    n: usize,
    y: &mut [f32],
    row: usize,
) {
    assert!(x.len() >= (n - 1) * stride + words && y.len() >= n * row && row >= packed.scale.len());
    for p in 0..packed.live.len() {
        let (strides, w) = (Strides { column: stride, tap: 0 }, packed.panel(p));
        let y = y[p * packed.panel..].as_mut_ptr();
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
    scores[..len].iter().sum()
}
