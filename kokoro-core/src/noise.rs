//! Normally distributed noise in which every element has a number: element `j` of a seed is the
//! same in whatever order, and on whatever thread, elements are computed.

/// The increment of SplitMix64 (Steele, Lea & Flood 2014).
const GOLDEN_GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// Elements `first`, `first + step`, … of the seed's noise: mean 0, variance 1.
///
/// An element's SplitMix64 output has two halves `u` of 32 bits. Each gives a uniform number
/// `(u + ½) / 2³²`, and the method of Box and Muller turns the two into one normal number.
pub fn normals(seed: u64, first: u64, step: u64, out: &mut [f32], scratch: &mut Vec<f32>) {
    scratch.clear();
    for (i, u) in (0u64..).zip(out.iter_mut()) {
        let z = split_mix(seed, first.wrapping_add(step.wrapping_mul(i)));
        let uniform = |u: u64| ((u as f64 + 0.5) / 4_294_967_296.0) as f32;
        *u = uniform(z >> 32);
        scratch.push(uniform(z & 0xFFFF_FFFF));
    }
    kokoro_kernels::normals(out, scratch);
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

    /// Some elements, one after the other.
    fn some(seed: u64, first: u64, n: usize) -> Vec<f32> {
        let mut out = vec![0.0; n];
        normals(seed, first, 1, &mut out, &mut Vec::new());
        out
    }

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
        let xs: Vec<f64> = some(7, 0, n as usize).into_iter().map(f64::from).collect();
        let moment = |k: i32| xs.iter().map(|x| x.powi(k)).sum::<f64>() / n as f64;
        // Five standard errors of each moment.
        assert!(moment(1).abs() < 5.0 / (n as f64).sqrt());
        assert!((moment(2) - 1.0).abs() < 5.0 * (2.0 / n as f64).sqrt());
        assert!((moment(4) - 3.0).abs() < 5.0 * (96.0 / n as f64).sqrt());
    }

    #[test]
    fn seeds_differ() {
        assert_ne!(some(0, 0, 8), some(1, 0, 8));
        assert!(some(u64::MAX, u64::MAX - 1, 1)[0].is_finite());
    }

    #[test]
    fn an_element_is_the_same_however_it_is_asked_for() {
        let (all, mut every_ninth) = (some(3, 0, 90), vec![0.0; 9]);
        normals(3, 4, 9, &mut every_ninth, &mut Vec::new());
        assert!(every_ninth.iter().zip(all[4..].iter().step_by(9)).all(|(a, b)| a == b));
    }
}
