//! The transforms of minimal filtering: those of Toom and Cook for the points below, which are the product of two polynomials by
//! evaluation, turned around (transposed) to make a filter.

use crate::simd::Simd;

/// Outputs of a tile, and taps of a group.
pub(super) const STEP: usize = 4;
/// Products of a tile and a group.
pub(super) const POINTS: usize = 2 * STEP - 1;
/// Where polynomials are evaluated; the last point is at infinity. Small, and symmetric about 0 and 1, which keeps the roundings small.
const AT: [f64; POINTS - 1] = [0.0, 1.0, -1.0, 2.0, -2.0, 0.5];

/// `[point][input]`: coefficients of the polynomial that is zero at all other points.
const INPUT: [[f32; POINTS]; POINTS] = input_transform();
/// `[output][point]`: powers of the points.
const OUTPUT: [[f32; POINTS]; STEP] = output_transform();

const fn input_transform() -> [[f32; POINTS]; POINTS] {
    let mut rows = [[0f32; POINTS]; POINTS];
    let mut point = 0;
    while point < POINTS {
        // Multiplies (x − a) for every finite point a but this one.
        let mut product = [0f64; POINTS];
        product[0] = 1.0;
        let mut other = 0;
        while other < POINTS - 1 {
            if other != point {
                let mut i = POINTS - 1;
                while i > 0 {
                    product[i] = product[i - 1] - AT[other] * product[i];
                    i -= 1;
                }
                product[0] *= -AT[other];
            }
            other += 1;
        }
        let mut i = 0;
        while i < POINTS {
            rows[point][i] = product[i] as f32;
            i += 1;
        }
        point += 1;
    }
    rows
}

const fn power(x: f64, exponent: usize) -> f64 {
    let (mut product, mut i) = (1.0, 0);
    while i < exponent {
        product *= x;
        i += 1;
    }
    product
}

const fn output_transform() -> [[f32; POINTS]; STEP] {
    let mut rows = [[0f32; POINTS]; STEP];
    let mut i = 0;
    while i < STEP {
        let mut point = 0;
        while point < POINTS - 1 {
            rows[i][point] = power(AT[point], i) as f32;
            point += 1;
        }
        rows[i][POINTS - 1] = if i == STEP - 1 { 1.0 } else { 0.0 };
        i += 1;
    }
    rows
}

/// `[point][tap]`: powers of the points, over what the input's polynomials have there.
const FILTER: [[f64; STEP]; POINTS] = filter_transform();

const fn filter_transform() -> [[f64; STEP]; POINTS] {
    let mut rows = [[0f64; STEP]; POINTS];
    let mut point = 0;
    while point < POINTS - 1 {
        let (mut norm, mut other) = (1.0, 0);
        while other < POINTS - 1 {
            if other != point {
                norm *= AT[point] - AT[other];
            }
            other += 1;
        }
        let mut k = 0;
        while k < STEP {
            rows[point][k] = power(AT[point], k) / norm;
            k += 1;
        }
        point += 1;
    }
    rows[POINTS - 1][STEP - 1] = 1.0;
    rows
}

/// What `point` makes of up to four taps.
pub(super) fn filter(taps: &[f32], point: usize) -> f32 {
    let products = taps.iter().zip(FILTER[point]);
    products.map(|(&w, power)| f64::from(w) * power).sum::<f64>() as f32
}

/// Seven points of a tile, `plane` apart, from `row` values of seven columns, which are `next` apart.
#[inline(always)]
pub(super) fn input<S: Simd>(
    s: S,
    rows: &[f32],
    next: usize,
    to: &mut [f32],
    (row, plane): (usize, usize),
) {
    assert!(rows.len() >= (POINTS - 1) * next + row && to.len() >= (POINTS - 1) * plane + row);
    for c in (0..row).step_by(S::LANES) {
        // SAFETY: seven columns and seven planes, by the assertion; a row is whole vectors.
        unsafe {
            let mut x = [s.splat(0.0); POINTS];
            for (i, x) in x.iter_mut().enumerate() {
                *x = s.load(rows.as_ptr().add(i * next + c));
            }
            for (point, coefficients) in INPUT.iter().enumerate() {
                let mut sum = s.splat(0.0);
                for (x, &coefficient) in x.iter().zip(coefficients) {
                    if coefficient != 0.0 {
                        sum = s.fma(*x, s.splat(coefficient), sum);
                    }
                }
                s.store(to.as_mut_ptr().add(point * plane + c), sum);
            }
        }
    }
}

/// Four outputs of a tile, from seven sums that are `plane` apart, and a bias.
///
/// # Safety
/// `sums` must be readable for a vector at each of seven planes.
#[inline(always)]
pub(super) unsafe fn output<S: Simd>(
    s: S,
    sums: *const f32,
    plane: usize,
    bias: S::F,
) -> [S::F; STEP] {
    let mut x = [s.splat(0.0); POINTS];
    for (point, x) in x.iter_mut().enumerate() {
        // SAFETY: one of seven planes.
        *x = unsafe { s.load(sums.add(point * plane)) };
    }
    let mut ys = [s.splat(0.0); STEP];
    for (y, powers) in ys.iter_mut().zip(&OUTPUT) {
        for (x, &power) in x.iter().zip(powers) {
            if power != 0.0 {
                *y = s.fma(*x, s.splat(power), *y);
            }
        }
        *y = s.add(*y, bias);
    }
    ys
}
