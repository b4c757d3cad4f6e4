//! What is done to an input before a convolution sees it: `act(scale_c · (x − centre_c) + shift_c)`.

use std::f32::consts::FRAC_1_PI;

use crate::aligned::padded;
use crate::simd::Simd;
use crate::sine::{sin_squared, sin_squared_coarse};

/// `scale · (x − centre) + shift`, with one of each for a channel: a normalisation and the style's γ and β.
#[derive(Debug, Clone)]
pub struct Affine {
    pub(crate) centre: Vec<f32>, // all [padded(channels)], zeros at the end
    pub(crate) scale: Vec<f32>,
    pub(crate) shift: Vec<f32>,
    /// `shift − scale · centre`, for what is coarser than f32 anyway: where a channel hardly varies, it loses the digits that it varies in.
    pub(crate) folded: Vec<f32>,
    channels: usize,
}

impl Affine {
    /// From centre, scale and shift of each channel.
    pub fn new(channels: impl ExactSizeIterator<Item = (f64, f64, f64)>) -> Self {
        let count = channels.len();
        let zeros = || vec![0f32; padded(count)];
        let mut affine = Self {
            centre: zeros(),
            scale: zeros(),
            shift: zeros(),
            folded: zeros(),
            channels: count,
        };
        for (c, (centre, scale, shift)) in channels.enumerate() {
            affine.centre[c] = centre as f32;
            affine.scale[c] = scale as f32;
            affine.shift[c] = (shift + (f64::from(affine.centre[c]) - centre) * scale) as f32;
            affine.folded[c] = (shift - centre * scale) as f32;
        }
        affine
    }

    /// Centre, scale and shift of each channel.
    pub fn channels(&self) -> impl ExactSizeIterator<Item = (f32, f32, f32)> + '_ {
        (0..self.channels).map(|c| (self.centre[c], self.scale[c], self.shift[c]))
    }
}

/// `x + sin²(α_c x) / α_c` (Ziyin et al. 2020).
#[derive(Debug, Clone)]
pub struct Snake {
    pub(crate) alpha: Vec<f32>,   // [padded(channels)], ones at the end
    pub(crate) inverse: Vec<f32>, // 1 / α
}

impl Snake {
    /// `alpha` `[channels]`, none of them zero.
    pub fn new(alpha: &[f32]) -> Self {
        let mut alpha = alpha.to_vec();
        alpha.resize(padded(alpha.len()), 1.0);
        Self { inverse: alpha.iter().map(|a| 1.0 / a).collect(), alpha }
    }
}

/// A function of one value.
#[derive(Debug, Clone, Default)]
pub enum Activation {
    /// x
    #[default]
    Identity,
    /// max(x, slope · x), with a slope of at most 1.
    LeakyRelu(f32),
    /// See [`Snake`].
    Snake(Snake),
}

/// An activation, a vector of channels at a time.
pub(crate) trait Activate: Copy {
    /// What it knows of a vector of channels.
    type At<S: Simd>: Copy;

    /// Of the channels from `c` on.
    fn at<S: Simd>(self, s: S, c: usize) -> Self::At<S>;

    fn apply<S: Simd>(s: S, at: Self::At<S>, x: S::F) -> S::F;

    /// Bounds of its values between `low` ≤ 0 and `high` ≥ 0: what it makes of these, because none of them ever falls.
    #[inline(always)]
    fn range<S: Simd>(s: S, at: Self::At<S>, low: S::F, high: S::F) -> (S::F, S::F) {
        (Self::apply(s, at, low), Self::apply(s, at, high))
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Same;

impl Activate for Same {
    type At<S: Simd> = ();
    #[inline(always)]
    fn at<S: Simd>(self, _: S, _: usize) {}
    #[inline(always)]
    fn apply<S: Simd>(_: S, (): (), x: S::F) -> S::F {
        x
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Leaky(pub f32);

impl Activate for Leaky {
    type At<S: Simd> = S::F;
    #[inline(always)]
    fn at<S: Simd>(self, s: S, _: usize) -> S::F {
        s.splat(self.0)
    }
    #[inline(always)]
    fn apply<S: Simd>(s: S, slope: S::F, x: S::F) -> S::F {
        s.max(x, s.mul(x, slope))
    }
}

/// To the last digits of f32.
impl Activate for &Snake {
    type At<S: Simd> = (S::F, S::F); // α and its inverse
    #[inline(always)]
    fn at<S: Simd>(self, s: S, c: usize) -> (S::F, S::F) {
        assert!(c + S::LANES <= self.alpha.len());
        // SAFETY: as asserted; both have the same length.
        unsafe { (s.load(self.alpha.as_ptr().add(c)), s.load(self.inverse.as_ptr().add(c))) }
    }
    #[inline(always)]
    fn apply<S: Simd>(s: S, (alpha, inverse): (S::F, S::F), x: S::F) -> S::F {
        s.fma(inverse, sin_squared(s, s.mul(alpha, x)), x)
    }
}

/// For what is then coded in 8 or 16 bits; see [`sin_squared_coarse`].
#[derive(Clone, Copy)]
pub(crate) struct Coarse<'a>(pub &'a Snake);

impl Activate for Coarse<'_> {
    type At<S: Simd> = (S::F, S::F); // α / π and the inverse of α
    #[inline(always)]
    fn at<S: Simd>(self, s: S, c: usize) -> (S::F, S::F) {
        let (alpha, inverse) = self.0.at(s, c);
        (s.mul(alpha, s.splat(FRAC_1_PI)), inverse)
    }
    #[inline(always)]
    fn apply<S: Simd>(s: S, (turns, inverse): (S::F, S::F), x: S::F) -> S::F {
        let (square, over) = sin_squared_coarse(s, s.mul(turns, x));
        s.fma(s.mul(square, inverse), over, x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Isa, isa::Task};

    /// Four terms; see [`sin_squared_coarse`].
    const COARSE_MAX_ERROR: f64 = 3e-5;
    /// f32 of numbers near 20.
    const RANGE_ERROR: f32 = 2e-6;

    /// The function in place, with α = 1: sin² is what it adds.
    struct Apply<'a, A>(&'a mut [f32], A);

    impl<A: Activate> Task for Apply<'_, A> {
        type Output = ();
        #[inline(always)]
        fn run<S: Simd, const V: usize>(self, s: S) {
            for part in self.0.chunks_exact_mut(S::LANES) {
                // SAFETY: a chunk has as many values as there are lanes.
                unsafe {
                    let x = s.load(part.as_ptr());
                    s.store(part.as_mut_ptr(), A::apply(s, self.1.at(s, 0), x));
                }
            }
        }
    }

    fn inputs() -> Vec<f32> {
        (0..1 << 18).map(|i| -20.0 + i as f32 * 1.6e-4).collect()
    }

    #[test]
    fn coarse_snake_is_coarse_but_no_more() {
        let snake = Snake::new(&[1.0; 16]);
        for isa in Isa::available() {
            let mut found = inputs();
            isa.run(Apply(&mut found, Coarse(&snake)));
            for (&x, y) in inputs().iter().zip(found) {
                let x = f64::from(x);
                let error = (f64::from(y) - (x + x.sin().powi(2))).abs();
                assert!(error < COARSE_MAX_ERROR, "{isa}: snake({x}) is off by {error:e}");
            }
        }
    }

    struct Range<A>(A, f32, f32);

    impl<A: Activate> Task for Range<A> {
        type Output = (f32, f32);
        #[inline(always)]
        fn run<S: Simd, const V: usize>(self, s: S) -> (f32, f32) {
            let (low, high) = A::range(s, self.0.at(s, 0), s.splat(self.1), s.splat(self.2));
            let (mut lows, mut highs) =
                ([0f32; crate::simd::MAX_LANES], [0f32; crate::simd::MAX_LANES]);
            // SAFETY: no set has more lanes than these.
            unsafe {
                s.store(lows.as_mut_ptr(), low);
                s.store(highs.as_mut_ptr(), high);
            }
            (lows[0], highs[0])
        }
    }

    fn range_holds<A: Activate>(act: A, name: &str) {
        let isa = Isa::best();
        for (low, high) in [(-20.0, 20.0), (-0.3, 7.0), (0.0, 1.0), (-2.5, 0.0), (-11.1, 0.2)] {
            let (least, greatest) = isa.run(Range(act, low, high));
            let mut values: Vec<f32> = inputs();
            values.retain(|x| (low..=high).contains(x));
            values.resize(values.len().next_multiple_of(16), 0.0);
            isa.run(Apply(&mut values, act));
            let outside = |y: &f32| *y < least - RANGE_ERROR || *y > greatest + RANGE_ERROR;
            assert_eq!(values.into_iter().find(outside), None, "{name} of {low} to {high}");
        }
    }

    #[test]
    fn no_value_is_outside_of_the_range() {
        let (up, down) = (Snake::new(&[1.7; 16]), Snake::new(&[-0.6; 16]));
        range_holds(Same, "identity");
        range_holds(Leaky(0.1), "leaky ReLU");
        range_holds(&up, "snake");
        range_holds(&down, "snake of a negative α");
    }
}
