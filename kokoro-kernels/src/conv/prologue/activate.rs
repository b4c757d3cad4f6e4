//! Activation functions of vectors, and bounds of their values.

use std::f32::consts::FRAC_1_PI;

use crate::conv::activation::Snake;
use crate::math::sine::{sin_squared, sin_squared_coarse};
use crate::simd::Simd;

/// An activation function, for all lanes of a vector of channels.
pub(crate) trait Activate: Copy {
    /// Parameters of a vector of channels.
    type Params<S: Simd>: Copy;

    /// The parameters of the vector of channels from `c` on.
    fn params<S: Simd>(self, s: S, c: usize) -> Self::Params<S>;

    fn apply<S: Simd>(s: S, params: Self::Params<S>, x: S::F) -> S::F;

    /// Bounds of the output over `[low, high]`. Every activation is monotone, so these are the
    /// images of the end points.
    #[inline(always)]
    fn range<S: Simd>(s: S, params: Self::Params<S>, ends: Range<S>) -> Range<S> {
        Range { low: Self::apply(s, params, ends.low), high: Self::apply(s, params, ends.high) }
    }
}

/// The least and the greatest value of each lane.
#[derive(Clone, Copy)]
pub(crate) struct Range<S: Simd> {
    pub low: S::F,
    pub high: S::F,
}

#[derive(Clone, Copy)]
pub(crate) struct Identity;

impl Activate for Identity {
    type Params<S: Simd> = ();
    #[inline(always)]
    fn params<S: Simd>(self, _: S, _: usize) {}
    #[inline(always)]
    fn apply<S: Simd>(_: S, (): (), x: S::F) -> S::F {
        x
    }
}

#[derive(Clone, Copy)]
pub(crate) struct LeakyRelu(pub f32);

impl Activate for LeakyRelu {
    type Params<S: Simd> = S::F;
    #[inline(always)]
    fn params<S: Simd>(self, s: S, _: usize) -> S::F {
        s.splat(self.0)
    }
    #[inline(always)]
    fn apply<S: Simd>(s: S, slope: S::F, x: S::F) -> S::F {
        s.max(x, s.mul(x, slope))
    }
}

/// Parameters of Snake.
#[derive(Clone, Copy)]
pub(crate) struct SnakeParams<S: Simd> {
    /// The factor of the sine's argument: α, or α / π where the sine's argument is in half turns.
    frequency: S::F,
    /// 1 / α.
    inverse: S::F,
}

/// Snake to the last digits of f32.
impl Activate for &Snake {
    type Params<S: Simd> = SnakeParams<S>;
    #[inline(always)]
    fn params<S: Simd>(self, s: S, c: usize) -> SnakeParams<S> {
        assert!(c + S::LANES <= self.alpha.len() && c + S::LANES <= self.inverse.len());
        // SAFETY: both have the vector, as asserted.
        unsafe {
            let (alpha, inverse) = (self.alpha.as_ptr(), self.inverse.as_ptr());
            SnakeParams { frequency: s.load(alpha.add(c)), inverse: s.load(inverse.add(c)) }
        }
    }
    #[inline(always)]
    fn apply<S: Simd>(s: S, p: SnakeParams<S>, x: S::F) -> S::F {
        s.fma(p.inverse, sin_squared(s, s.mul(p.frequency, x)), x)
    }
}

/// Snake for values that are then rounded to 8 or 16 bits; see [`sin_squared_coarse`].
#[derive(Clone, Copy)]
pub(crate) struct CoarseSnake<'a>(pub &'a Snake);

impl Activate for CoarseSnake<'_> {
    type Params<S: Simd> = SnakeParams<S>;
    #[inline(always)]
    fn params<S: Simd>(self, s: S, c: usize) -> SnakeParams<S> {
        let SnakeParams { frequency, inverse } = self.0.params(s, c);
        SnakeParams { frequency: s.mul(frequency, s.splat(FRAC_1_PI)), inverse }
    }
    #[inline(always)]
    fn apply<S: Simd>(s: S, p: SnakeParams<S>, x: S::F) -> S::F {
        let (square, polynomial) = sin_squared_coarse(s, s.mul(p.frequency, x));
        s.fma(s.mul(square, p.inverse), polynomial, x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isa::{Isa, Kernel};
    use crate::simd::MAX_LANES;

    /// The bound of [`sin_squared_coarse`].
    const COARSE_MAX_ERROR: f64 = 3e-5;
    /// Roundings of f32 for numbers near 20.
    const RANGE_ERROR: f32 = 2e-6;

    /// Applies the activation of channel 0 to every number.
    struct Apply<'a, A>(&'a mut [f32], A);

    impl<A: Activate> Kernel for Apply<'_, A> {
        type Output = ();
        #[inline(always)]
        fn run<S: Simd, const V: usize>(self, s: S) {
            for part in self.0.chunks_exact_mut(S::LANES) {
                // SAFETY: a chunk has as many values as there are lanes.
                unsafe {
                    let x = s.load(part.as_ptr());
                    s.store(part.as_mut_ptr(), A::apply(s, self.1.params(s, 0), x));
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
            isa.run(Apply(&mut found, CoarseSnake(&snake)));
            for (&x, y) in inputs().iter().zip(found) {
                let x = f64::from(x);
                let error = (f64::from(y) - (x + x.sin().powi(2))).abs();
                assert!(error < COARSE_MAX_ERROR, "{isa}: snake({x}) is off by {error:e}");
            }
        }
    }

    struct Bounds<A> {
        activation: A,
        low: f32,
        high: f32,
    }

    impl<A: Activate> Kernel for Bounds<A> {
        type Output = (f32, f32);
        #[inline(always)]
        fn run<S: Simd, const V: usize>(self, s: S) -> (f32, f32) {
            let ends = Range { low: s.splat(self.low), high: s.splat(self.high) };
            let bounds = A::range(s, self.activation.params(s, 0), ends);
            let (mut lows, mut highs) = ([0f32; MAX_LANES], [0f32; MAX_LANES]);
            // SAFETY: no instruction set has more lanes than these arrays.
            unsafe {
                s.store(lows.as_mut_ptr(), bounds.low);
                s.store(highs.as_mut_ptr(), bounds.high);
            }
            (lows[0], highs[0])
        }
    }

    fn range_holds<A: Activate>(act: A, name: &str) {
        let isa = Isa::best();
        for (low, high) in [(-20.0, 20.0), (-0.3, 7.0), (0.0, 1.0), (-2.5, 0.0), (-11.1, 0.2)] {
            let (least, greatest) = isa.run(Bounds { activation: act, low, high });
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
        range_holds(Identity, "identity");
        range_holds(LeakyRelu(0.1), "leaky ReLU");
        range_holds(&up, "snake");
        range_holds(&down, "snake of a negative α");
    }
}
