//! The input of a block: affine, activation and code, with zeros where the input has no columns.

use std::ops::Range;

use crate::activation::{Activate, Activation, Affine, Coarse, Leaky, Same};
use crate::ahead::Ahead;
use crate::aligned::{Aligned, padded};
use crate::code::{AsFloat, Code, Codes, GROUP};
use crate::conv::Layer;
use crate::element::{Element, load_some};
use crate::isa::Task;
use crate::simd::Simd;
use crate::{Geometry, Precision};

/// What a convolution reads.
pub(crate) struct Source<'a, E> {
    pub values: &'a [E], // [len, channels]
    pub channels: usize,
    pub affine: Option<&'a Affine>,
    pub activation: &'a Activation,
}

/// Input columns `first..first + count`, to be coded for a convolution.
pub(crate) struct Prepare<'a, E> {
    pub source: &'a Source<'a, E>,
    pub first: isize,
    pub count: usize,
    pub precision: Precision,
    /// Where to; grows.
    pub rows: &'a mut Aligned,
}

impl<E: Element> Task for Prepare<'_, E> {
    type Output = Option<Codes>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Option<Codes> {
        let Self { source, first, count, precision, rows } = self;
        let values = count * padded(source.channels);
        let rows = rows.reserve(values / precision.per_word()).words_mut();
        match precision {
            Precision::F32 => source.prepare(s, first, count, rows, AsFloat::<false>),
            Precision::Bf16 => source.prepare(s, first, count, rows, AsFloat::<true>),
            Precision::Int8 => {
                let codes = Codes::of_range(source.range(s, first, count));
                source.prepare(s, first, count, rows, codes);
                return Some(codes);
            }
        }
        None
    }
}

impl<E: Element> Source<'_, E> {
    /// The rows that a layer would multiply, if the input is that as it is: linear layers, mostly.
    pub fn as_it_is(&self, layer: &Layer) -> Option<&[u32]> {
        let same = self.affine.is_none() && matches!(self.activation, Activation::Identity);
        let fits = layer.geometry == Geometry::default()
            && layer.precision == Precision::F32
            && layer.minimal.is_none()
            && self.channels == padded(self.channels);
        if same && fits { E::words(self.values) } else { None }
    }

    /// Writes input columns `first..first + count` to `rows`, [`padded`]`(channels)` values apart; columns outside the input and channels
    /// past the last are zero.
    #[inline(always)]
    fn prepare<S: Simd, C: Code>(
        &self,
        s: S,
        first: isize,
        count: usize,
        rows: &mut [u32],
        code: C,
    ) {
        match self.activation {
            Activation::Identity => self.prepare_with(s, first, count, rows, code, Same),
            Activation::LeakyRelu(slope) => {
                self.prepare_with(s, first, count, rows, code, Leaky(*slope))
            }
            Activation::Snake(snake) if C::PER_WORD == 1 => {
                self.prepare_with(s, first, count, rows, code, snake)
            }
            Activation::Snake(snake) => {
                self.prepare_with(s, first, count, rows, code, Coarse(snake))
            }
        }
    }

    /// The `count` columns from `first` on, as far as there are such, for somebody who will read them soon.
    pub fn ahead(&self, first: isize, count: usize) -> Ahead {
        Ahead::new(self.columns(first, &self.inside(first, count)), self.channels)
    }

    /// The values of columns `inside`, counted from `first`.
    pub(crate) fn columns(&self, first: isize, inside: &Range<usize>) -> &[E] {
        if inside.is_empty() {
            return &[];
        }
        let from = (first + inside.start as isize) as usize * self.channels;
        &self.values[from..][..inside.len() * self.channels]
    }

    /// Those of `count` columns from `first` on that the input has, counted from `first`.
    pub(crate) fn inside(&self, first: isize, count: usize) -> Range<usize> {
        let len = (self.values.len() / self.channels) as isize;
        let start = ((-first).max(0) as usize).min(count);
        start..((len - first).max(0) as usize).clamp(start, count)
    }

    #[inline(always)]
    fn prepare_with<S: Simd, C: Code, A: Activate>(
        &self,
        s: S,
        first: isize,
        count: usize,
        rows: &mut [u32],
        code: C,
        act: A,
    ) {
        let (row, inside) = (padded(self.channels) / C::PER_WORD, self.inside(first, count));
        let rows = &mut rows[..count * row];
        rows[..inside.start * row].fill(code.zeros());
        rows[inside.end * row..].fill(code.zeros());
        let from = self.columns(first, &inside);
        if from.is_empty() {
            return;
        }
        let to = &mut rows[inside.start * row..inside.end * row];
        let mut c = 0;
        while c + GROUP * S::LANES <= self.channels {
            self.code::<S, C, A, GROUP>(s, from, to, c, code, act);
            c += GROUP * S::LANES;
        }
        while c < padded(self.channels) {
            self.code::<S, C, A, 1>(s, from, to, c, code, act);
            c += S::LANES;
        }
    }

    /// `N` vectors of channels from `c` on, of all columns of `from`.
    #[inline(always)]
    fn code<S: Simd, C: Code, A: Activate, const N: usize>(
        &self,
        s: S,
        from: &[E],
        to: &mut [u32],
        c: usize,
        code: C,
        act: A,
    ) {
        let (channels, row) = (self.channels, padded(self.channels) / C::PER_WORD);
        let lanes = S::LANES.min(channels.saturating_sub(c));
        let at = self.vectors::<S, A, N>(s, c, act);
        for t in 0..from.len() / channels {
            let mut x = [s.splat(0.0); N];
            // SAFETY: `from` has that many channels from `c` on in each column, of whole vectors if there are several; `to` has a padded row
            // for each.
            unsafe {
                for (v, (x, at)) in x.iter_mut().zip(&at).enumerate() {
                    if lanes > 0 {
                        let from = from.as_ptr().add(t * channels + c + v * S::LANES);
                        *x = load_some(s, from, lanes);
                    }
                    *x = A::apply(s, at.act, at.affine::<C>(s, *x));
                }
                code.store(s, to.as_mut_ptr().add(t * row + c / C::PER_WORD), x);
            }
        }
    }

    /// What is done to the `N` vectors of channels from `c` on.
    #[inline(always)]
    pub(crate) fn vectors<S: Simd, A: Activate, const N: usize>(
        &self,
        s: S,
        c: usize,
        act: A,
    ) -> [Vector<S, A>; N] {
        let (zero, one) = (s.splat(0.0), s.splat(1.0));
        let identity =
            Vector { centre: zero, scale: one, shift: zero, folded: zero, act: act.at(s, c) };
        let mut all = [identity; N];
        for (v, at) in all.iter_mut().enumerate() {
            let c = c + v * S::LANES;
            at.act = act.at(s, c);
            if let Some(affine) = self.affine {
                assert!(c + S::LANES <= affine.scale.len());
                // SAFETY: as asserted; all have the same length.
                unsafe {
                    at.centre = s.load(affine.centre.as_ptr().add(c));
                    at.scale = s.load(affine.scale.as_ptr().add(c));
                    at.shift = s.load(affine.shift.as_ptr().add(c));
                    at.folded = s.load(affine.folded.as_ptr().add(c));
                }
            }
        }
        all
    }
}

/// What is done to a vector of channels.
#[derive(Clone, Copy)]
pub(crate) struct Vector<S: Simd, A: Activate> {
    centre: S::F,
    scale: S::F,
    shift: S::F,
    folded: S::F,
    pub act: A::At<S>,
}

impl<S: Simd, A: Activate> Vector<S, A> {
    #[inline(always)]
    pub fn affine<C: Code>(&self, s: S, x: S::F) -> S::F {
        if C::PER_WORD == 1 {
            s.fma(s.sub(x, self.centre), self.scale, self.shift)
        } else {
            s.fma(x, self.scale, self.folded)
        }
    }
}
