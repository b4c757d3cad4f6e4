//! The prologue: affine, activation and encoding of the input columns of a block, with zeros where
//! the input has no columns.

mod activate;
mod encode;
mod range;
mod source;

use self::activate::{Activate, CoarseSnake, Identity, LeakyRelu};
use self::encode::{AsFloat, Encode};
pub(crate) use self::source::Source;
use super::activation::Activation;
use crate::isa::Kernel;
use crate::memory::aligned::{AlignedBuffer, padded};
use crate::memory::scalar::{Scalar, load_partial};
use crate::precision::Precision;
use crate::quant::input::InputQuantization;
use crate::simd::{GROUP, Simd};

/// Prepares input columns `first..first + count`; `first` may be negative. The kernel returns how
/// they were quantised, if they were.
pub(crate) struct Prologue<'a, E> {
    pub source: &'a Source<'a, E>,
    pub first: isize,
    pub count: usize,
    pub precision: Precision,
    /// Receives rows of [`padded`]`(channels)` encoded values; grows as needed.
    pub rows: &'a mut AlignedBuffer,
}

impl<E: Scalar> Kernel for Prologue<'_, E> {
    type Output = Option<InputQuantization>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Option<InputQuantization> {
        let Self { source, first, count, precision, rows } = self;
        let values = count * padded(source.channels);
        let rows = rows.reserve(values / precision.per_word()).words_mut();
        let mut columns = PreparedRows { source, first, count, rows };
        match precision {
            Precision::F32 => columns.prepare(s, AsFloat::<false>),
            Precision::Bf16 => columns.prepare(s, AsFloat::<true>),
            Precision::Int8 => {
                let quantization = range::quantization(s, source, first, count);
                columns.prepare(s, quantization);
                return Some(quantization);
            }
        }
        None
    }
}

/// The columns that are prepared.
struct PreparedRows<'a, E> {
    source: &'a Source<'a, E>,
    first: isize,
    count: usize,
    rows: &'a mut [u32],
}

impl<E: Scalar> PreparedRows<'_, E> {
    #[inline(always)]
    fn prepare<S: Simd, C: Encode>(&mut self, s: S, code: C) {
        match self.source.activation {
            Activation::Identity => self.prepare_with(s, code, Identity),
            Activation::LeakyRelu(slope) => self.prepare_with(s, code, LeakyRelu(*slope)),
            Activation::Snake(snake) if C::PER_WORD == 1 => self.prepare_with(s, code, snake),
            Activation::Snake(snake) => self.prepare_with(s, code, CoarseSnake(snake)),
        }
    }

    #[inline(always)]
    fn prepare_with<S: Simd, C: Encode, A: Activate>(&mut self, s: S, code: C, activation: A) {
        let channels = self.source.channels;
        let row = padded(channels) / C::PER_WORD;
        let existing = self.source.existing(self.first, self.count);
        let rows = &mut self.rows[..self.count * row];
        rows[..existing.start * row].fill(code.zeros());
        rows[existing.end * row..].fill(code.zeros());
        let from = self.source.columns(self.first, &existing);
        if from.is_empty() {
            return;
        }
        let to = &mut rows[existing.start * row..existing.end * row];
        let mut c = 0;
        while c + GROUP * S::LANES <= channels {
            encode::<S, E, C, A, GROUP>(s, self.source, from, to, c, code, activation);
            c += GROUP * S::LANES;
        }
        while c < padded(channels) {
            encode::<S, E, C, A, 1>(s, self.source, from, to, c, code, activation);
            c += S::LANES;
        }
    }
}

/// Prepares `N` vectors of channels from `c` on, in all columns of `from`. `N` is 1 or [`GROUP`].
#[inline(always)]
fn encode<S: Simd, E: Scalar, C: Encode, A: Activate, const N: usize>(
    s: S,
    source: &Source<E>,
    from: &[E],
    to: &mut [u32],
    c: usize,
    code: C,
    activation: A,
) {
    let channels = source.channels;
    let (row, columns) = (padded(channels) / C::PER_WORD, from.len() / channels);
    let lanes = S::LANES.min(channels.saturating_sub(c));
    assert!(N == 1 || c + N * S::LANES <= channels, "a group of whole vectors");
    assert!(c + N * S::LANES <= padded(channels) && to.len() >= columns * row, "room for the rows");
    let vectors = source.vectors::<S, A, N>(s, c, activation);
    for t in 0..columns {
        let mut x = [s.splat(0.0); N];
        // SAFETY: each column of `from` has `lanes` channels from `c` on, and whole vectors of them
        // if `N` is not 1; `to` has a padded row for each column, as asserted.
        unsafe {
            for (v, (x, params)) in x.iter_mut().zip(&vectors).enumerate() {
                if lanes > 0 {
                    let from = from.as_ptr().add(t * channels + c + v * S::LANES);
                    *x = load_partial(s, from, lanes);
                }
                *x = A::apply(s, params.activate, params.affine::<C>(s, *x));
            }
            code.store(s, to.as_mut_ptr().add(t * row + c / C::PER_WORD), x);
        }
    }
}
