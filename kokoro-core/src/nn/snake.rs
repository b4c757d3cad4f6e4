//! Snake, `x + sin²(αx) / α` (Ziyin et al. 2020, "Neural networks fail to learn periodic functions and how to fix it"; upstream
//! writes it out in `istftnet.py::AdaINResBlock1.forward`).
//!
//! `sin²` has period π and is even, so one reduction to [−π/2, π/2] and an odd polynomial suffice; written without branches or
//! calls, so that the compiler turns a slice of it into vector code.

use std::f32::consts::FRAC_1_PI;

/// Beyond this the two-part reduction loses digits, and the library's `sin` takes over.
const MAX_ARGUMENT: f32 = 8192.0;

/// π in two parts: the first has 12 trailing zero bits, so that its product with a whole number below 2¹² is exact.
const PI_HIGH: f32 = 3.140_625;
const PI_LOW: f32 = 9.676_536e-4;

/// Adding and taking away 1.5 · 2²³ rounds a float below 2²² to the nearest whole number.
const ROUND: f32 = 12_582_912.0;

/// `sin²(x)` for |x| ≤ [`MAX_ARGUMENT`]; absolute error below 4e-7. Taylor terms of the sine up to x¹¹: the next one is below
/// 6e-8 at π/2.
#[inline(always)]
fn sin_squared(x: f32) -> f32 {
    let turns = (x * FRAC_1_PI + ROUND) - ROUND;
    let r = (x - turns * PI_HIGH) - turns * PI_LOW;
    let s = r * r;
    let p = s * (-1.0 / 39_916_800.0) + 1.0 / 362_880.0;
    let p = p * s - 1.0 / 5040.0;
    let p = p * s + 1.0 / 120.0;
    let p = p * s - 1.0 / 6.0;
    let sin = r + r * s * p;
    sin * sin
}

/// Snake of every element, in place. `alpha` may be any non-zero number.
pub fn snake(xs: &mut [f32], alpha: f32) {
    const CHUNK: usize = 64;
    let inverse = 1.0 / alpha;
    for chunk in xs.chunks_mut(CHUNK) {
        let largest = chunk.iter().fold(0f32, |m, x| m.max((alpha * x).abs()));
        if largest <= MAX_ARGUMENT {
            chunk.iter_mut().for_each(|x| *x += inverse * sin_squared(alpha * *x));
        } else {
            chunk.iter_mut().for_each(|x| *x += inverse * (alpha * *x).sin().powi(2));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six terms of a series and one reduction of a 24-bit argument; see [`sin_squared`].
    const MAX_ERROR: f64 = 4e-7;

    #[test]
    fn sin_squared_is_accurate() {
        let worst = (0..4_000_000)
            .map(|i| -20.0 + i as f32 * 1e-5)
            .map(|x| (sin_squared(x) as f64 - (x as f64).sin().powi(2)).abs());
        let worst = worst.fold(0.0, f64::max);
        assert!(worst < MAX_ERROR, "worst error {worst:e}");
    }

    #[test]
    fn large_and_foreign_arguments() {
        let inputs = [0.0f32, -0.0, 1.0, 8191.9, 8192.1, -1e6, 1e30];
        for alpha in [0.25f32, 1.0, 12.5, -3.0] {
            let mut found = inputs;
            snake(&mut found, alpha);
            for (&x, y) in inputs.iter().zip(found) {
                let expected = x + (alpha * x).sin().powi(2) / alpha;
                // One part of 2²³ of the argument is what the reduction of a large one may lose.
                let allowed = 1e-6 + (alpha * x).abs().min(MAX_ARGUMENT) / 4e6 / alpha.abs();
                assert!(
                    (y - expected).abs() <= allowed || y == expected,
                    "snake({x}, {alpha}) = {y}, not {expected}"
                );
            }
        }
        let mut nan = [f32::NAN, f32::INFINITY, 1.0];
        snake(&mut nan, 1.0);
        assert!(nan[0].is_nan() && nan[1].is_nan() && nan[2].is_finite());
    }
}
