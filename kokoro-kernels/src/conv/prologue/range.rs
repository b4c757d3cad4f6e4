//! The range of a block's prepared input, for which its 8-bit quantisation is chosen.
//!
//! Activations are monotone, so only the least and the greatest value that each channel has in
//! memory need to pass through affine and activation.

use super::activate::{Activate, CoarseSnake, Identity, LeakyRelu, Range};
use super::source::Source;
use crate::conv::activation::Activation;
use crate::memory::scalar::{Scalar, load_partial};
use crate::quant::input::InputQuantization;
use crate::simd::{GROUP, MAX_LANES, Simd};

/// The quantisation for the prepared input columns `first..first + count`.
#[inline(always)]
pub(crate) fn quantization<S: Simd, E: Scalar>(
    s: S,
    source: &Source<E>,
    first: isize,
    count: usize,
) -> InputQuantization {
    match source.activation {
        Activation::Identity => over(s, source, first, count, Identity),
        Activation::LeakyRelu(slope) => over(s, source, first, count, LeakyRelu(*slope)),
        Activation::Snake(snake) => over(s, source, first, count, CoarseSnake(snake)),
    }
}

#[inline(always)]
fn over<S: Simd, E: Scalar, A: Activate>(
    s: S,
    source: &Source<E>,
    first: isize,
    count: usize,
    activation: A,
) -> InputQuantization {
    let channels = source.channels;
    let from = source.columns(first, &source.existing(first, count));
    let mut range = Range { low: s.splat(0.0), high: s.splat(0.0) };
    if from.is_empty() {
        return InputQuantization::of_range(0.0, 0.0);
    }
    let mut c = 0;
    while c + GROUP * S::LANES <= channels {
        range = widen::<S, E, A, GROUP>(s, source, from, c, activation, range);
        c += GROUP * S::LANES;
    }
    while c < channels {
        range = widen::<S, E, A, 1>(s, source, from, c, activation, range);
        c += S::LANES;
    }
    let (low, high) = (fold(s, range.low, f32::min), fold(s, range.high, f32::max));
    InputQuantization::of_range(low, high)
}

/// `range`, widened to what the `N` vectors of channels from `c` on have in the columns `from`.
#[inline(always)]
fn widen<S: Simd, E: Scalar, A: Activate, const N: usize>(
    s: S,
    source: &Source<E>,
    from: &[E],
    c: usize,
    activation: A,
    mut range: Range<S>,
) -> Range<S> {
    let channels = source.channels;
    let lanes = S::LANES.min(channels - c);
    let (mut lows, mut highs) = ([s.splat(f32::MAX); N], [s.splat(f32::MIN); N]);
    for t in 0..from.len() / channels {
        for (v, (low, high)) in lows.iter_mut().zip(&mut highs).enumerate() {
            let at = t * channels + c + v * S::LANES;
            // SAFETY: each column of `from` has these channels; vectors are whole if `N` is not 1.
            let x = unsafe { load_partial(s, from.as_ptr().add(at), lanes) };
            (*low, *high) = (s.min(x, *low), s.max(x, *high));
        }
    }
    let zero = s.splat(0.0);
    let vectors = source.vectors::<S, A, N>(s, c, activation);
    for (params, (low, high)) in vectors.iter().zip(lows.into_iter().zip(highs)) {
        // A negative scale exchanges the ends.
        let a = params.affine::<InputQuantization>(s, low);
        let b = params.affine::<InputQuantization>(s, high);
        let ends = Range { low: s.min(s.min(a, b), zero), high: s.max(s.max(a, b), zero) };
        let image = A::range(s, params.activate, ends);
        range = Range { low: s.min(image.low, range.low), high: s.max(image.high, range.high) };
    }
    range
}

/// All lanes and 0 folded to one number.
#[inline(always)]
fn fold<S: Simd>(s: S, x: S::F, f: fn(f32, f32) -> f32) -> f32 {
    let mut values = [0f32; MAX_LANES];
    // SAFETY: no instruction set has more lanes than this array.
    unsafe { s.store(values.as_mut_ptr(), x) };
    values[..S::LANES].iter().copied().fold(0.0, f)
}
