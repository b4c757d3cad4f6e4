//! The range of a block's prepared input, which its 8-bit code is chosen for: found from the ends that each channel has in memory, so that
//! only they pass through affine and activation.

use crate::activation::{Activate, Activation, Coarse, Leaky, Same};
use crate::code::{Codes, GROUP};
use crate::element::{Element, load_some};
use crate::prepare::Source;
use crate::simd::{MAX_LANES, Simd};

impl<E: Element> Source<'_, E> {
    /// The least and the greatest of 0 and all that [`prepare`](Self::prepare) codes, up to roundings.
    #[inline(always)]
    pub fn range<S: Simd>(&self, s: S, first: isize, count: usize) -> (f32, f32) {
        match self.activation {
            Activation::Identity => self.range_with(s, first, count, Same),
            Activation::LeakyRelu(slope) => self.range_with(s, first, count, Leaky(*slope)),
            Activation::Snake(snake) => self.range_with(s, first, count, Coarse(snake)),
        }
    }

    #[inline(always)]
    fn range_with<S: Simd, A: Activate>(
        &self,
        s: S,
        first: isize,
        count: usize,
        act: A,
    ) -> (f32, f32) {
        let (channels, from) = (self.channels, self.columns(first, &self.inside(first, count)));
        let (mut low, mut high) = (s.splat(0.0), s.splat(0.0));
        if from.is_empty() {
            return (0.0, 0.0);
        }
        let mut c = 0;
        while c + GROUP * S::LANES <= channels {
            (low, high) = self.widen::<S, A, GROUP>(s, from, c, act, (low, high));
            c += GROUP * S::LANES;
        }
        while c < channels {
            (low, high) = self.widen::<S, A, 1>(s, from, c, act, (low, high));
            c += S::LANES;
        }
        (lanes(s, low, f32::min), lanes(s, high, f32::max))
    }

    /// The range of `N` vectors of channels from `c` on, and another.
    #[inline(always)]
    fn widen<S: Simd, A: Activate, const N: usize>(
        &self,
        s: S,
        from: &[E],
        c: usize,
        act: A,
        (mut low, mut high): (S::F, S::F),
    ) -> (S::F, S::F) {
        let channels = self.channels;
        let lanes = S::LANES.min(channels - c);
        let (mut lows, mut highs) = ([s.splat(f32::MAX); N], [s.splat(f32::MIN); N]);
        for t in 0..from.len() / channels {
            for (v, (low, high)) in lows.iter_mut().zip(&mut highs).enumerate() {
                // SAFETY: `from` has that many channels from `c` on in each column, of whole vectors if there are several.
                let x = unsafe {
                    load_some(s, from.as_ptr().add(t * channels + c + v * S::LANES), lanes)
                };
                (*low, *high) = (s.min(x, *low), s.max(x, *high));
            }
        }
        let zero = s.splat(0.0);
        for (at, ends) in self.vectors::<S, A, N>(s, c, act).iter().zip(lows.into_iter().zip(highs))
        {
            let (a, b) = (at.affine::<Codes>(s, ends.0), at.affine::<Codes>(s, ends.1));
            let (least, greatest) = (s.min(s.min(a, b), zero), s.max(s.max(a, b), zero));
            let (least, greatest) = A::range(s, at.act, least, greatest);
            (low, high) = (s.min(least, low), s.max(greatest, high));
        }
        (low, high)
    }
}

/// All lanes and 0 in one.
#[inline(always)]
fn lanes<S: Simd>(s: S, x: S::F, f: fn(f32, f32) -> f32) -> f32 {
    let mut values = [0f32; MAX_LANES];
    // SAFETY: no set has more lanes than this array.
    unsafe { s.store(values.as_mut_ptr(), x) };
    values[..S::LANES].iter().copied().fold(0.0, f)
}
