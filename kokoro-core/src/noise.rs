//! Normal noise by number, not by order: element `j` of a seed is the same wherever and whenever it is asked for.

use std::f64::consts::TAU;

/// The increment of SplitMix64 (Steele, Lea & Flood 2014).
const GOLDEN_GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// Element `index` of the seed's noise: mean 0, variance 1.
///
/// Two uniform numbers are the halves of the `index`-th SplitMix64 output, each `(u + ½) / 2³²`; Box and Muller make a normal one
/// of them, in f64. `libm` rather than the system's functions, so that the bits are the same on every machine.
pub fn normal(seed: u64, index: u64) -> f32 {
    let z = split_mix(seed, index);
    let uniform = |u: u64| (u as f64 + 0.5) / 4_294_967_296.0;
    let (u1, u2) = (uniform(z >> 32), uniform(z & 0xFFFF_FFFF));
    ((-2.0 * libm::log(u1)).sqrt() * libm::cos(TAU * u2)) as f32
}

/// Output `index` (from 0) of SplitMix64 started at `seed`.
fn split_mix(seed: u64, index: u64) -> u64 {
    let z = seed.wrapping_add(index.wrapping_add(1).wrapping_mul(GOLDEN_GAMMA));
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_mix_is_the_published_one() {
        // The first outputs for seed 1234567, as listed with the reference C code.
        let expected =
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431];
        assert_eq!([0, 1, 2, 3].map(|i| split_mix(1234567, i)), expected);
    }

    #[test]
    fn moments_are_normal() {
        let n = 200_000u64;
        let xs: Vec<f64> = (0..n).map(|i| normal(7, i) as f64).collect();
        let moment = |k: i32| xs.iter().map(|x| x.powi(k)).sum::<f64>() / n as f64;
        // Five standard errors of each moment.
        assert!(moment(1).abs() < 5.0 / (n as f64).sqrt());
        assert!((moment(2) - 1.0).abs() < 5.0 * (2.0 / n as f64).sqrt());
        assert!((moment(4) - 3.0).abs() < 5.0 * (96.0 / n as f64).sqrt());
    }

    #[test]
    fn seeds_differ() {
        assert_ne!(
            (0..8).map(|i| normal(0, i)).collect::<Vec<_>>(),
            (0..8).map(|i| normal(1, i)).collect::<Vec<_>>()
        );
        assert!(normal(u64::MAX, u64::MAX).is_finite());
    }
}
