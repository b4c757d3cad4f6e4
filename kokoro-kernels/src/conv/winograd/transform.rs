//! The transforms of minimal filtering, as Toom and Cook construct them. Their algorithm multiplies
//! two polynomials: it evaluates both at some points, multiplies the values, and interpolates.
//! Transposed, the same algorithm computes a filter.

use crate::simd::Simd;

/// Outputs of a tile, and taps of a group of taps.
pub(super) const TILE: usize = 4;
/// Products of a tile and a group: one for each point of evaluation.
pub(super) const POINTS: usize = 2 * TILE - 1;
/// The finite points; the last point is at infinity. They are small and lie symmetrically about 0
/// and 1, which keeps roundings small.
const AT: [f64; POINTS - 1] = [0.0, 1.0, -1.0, 2.0, -2.0, 0.5];

/// `[point][input column]`: the coefficients of `Π (x − a)` over all other finite points `a`.
const INPUT: [[f32; POINTS]; POINTS] = input_transform();
/// `[output column][point]`: powers `aⁱ` of the points.
const OUTPUT: [[f32; POINTS]; TILE] = output_transform();

const fn input_transform() -> [[f32; POINTS]; POINTS] {
    let mut rows = [[0f32; POINTS]; POINTS];
    let mut point = 0;
    while point < POINTS {
        // The product grows by one factor (x − a) for each other point a.
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

const fn output_transform() -> [[f32; POINTS]; TILE] {
    let mut rows = [[0f32; POINTS]; TILE];
    let mut i = 0;
    while i < TILE {
        let mut point = 0;
        while point < POINTS - 1 {
            rows[i][point] = power(AT[point], i) as f32;
            point += 1;
        }
        rows[i][POINTS - 1] = if i == TILE - 1 { 1.0 } else { 0.0 };
        i += 1;
    }
    rows
}

/// `[point][tap]`: powers `aᵏ` of the points, divided by the value that the polynomial of [`INPUT`]
/// has at the point.
const FILTER: [[f64; TILE]; POINTS] = filter_transform();

const fn filter_transform() -> [[f64; TILE]; POINTS] {
    let mut rows = [[0f64; TILE]; POINTS];
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
        while k < TILE {
            rows[point][k] = power(AT[point], k) / norm;
            k += 1;
        }
        point += 1;
    }
    rows[POINTS - 1][TILE - 1] = 1.0;
    rows
}

/// The transformed filter at `point`, of up to four taps.
pub(super) fn filter(taps: &[f32], point: usize) -> f32 {
    let products = taps.iter().zip(FILTER[point]);
    products.map(|(&w, power)| f64::from(w) * power).sum::<f64>() as f32
}

/// Rows of equal length in a larger array.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    /// Values of a row: whole vectors.
    pub len: usize,
    /// From one row to the next.
    pub stride: usize,
}

/// Transforms the input of a tile: from seven columns of `x` to seven points of `to`.
///
/// # Panics
/// If `x` or `to` has fewer than seven rows, or they differ in length.
#[inline(always)]
pub(super) fn input<S: Simd>(s: S, x: &[f32], columns: Rows, to: &mut [f32], points: Rows) {
    let len = columns.len;
    assert!(len == points.len && len.is_multiple_of(S::LANES), "rows of whole vectors");
    assert!(x.len() >= (POINTS - 1) * columns.stride + len, "seven columns");
    assert!(to.len() >= (POINTS - 1) * points.stride + len, "seven points");
    for c in (0..len).step_by(S::LANES) {
        // SAFETY: `x` has seven columns and `to` seven points, as asserted, of whole vectors.
        unsafe {
            let mut values = [s.splat(0.0); POINTS];
            for (i, value) in values.iter_mut().enumerate() {
                *value = s.load(x.as_ptr().add(i * columns.stride + c));
            }
            for (point, coefficients) in INPUT.iter().enumerate() {
                let mut sum = s.splat(0.0);
                for (value, &coefficient) in values.iter().zip(coefficients) {
                    if coefficient != 0.0 {
                        sum = s.fma(*value, s.splat(coefficient), sum);
                    }
                }
                s.store(to.as_mut_ptr().add(point * points.stride + c), sum);
            }
        }
    }
}

/// Transforms sums back: four outputs of a tile, for a vector of channels, from its sums at seven
/// points, which are `plane` apart, and a bias.
///
/// # Safety
/// `sums` must be readable for a vector in each of seven planes.
#[inline(always)]
pub(super) unsafe fn output<S: Simd>(
    s: S,
    sums: *const f32,
    plane: usize,
    bias: S::F,
) -> [S::F; TILE] {
    let mut values = [s.splat(0.0); POINTS];
    for (point, value) in values.iter_mut().enumerate() {
        // SAFETY: one of seven planes, as the caller promises.
        *value = unsafe { s.load(sums.add(point * plane)) };
    }
    let mut ys = [s.splat(0.0); TILE];
    for (y, powers) in ys.iter_mut().zip(&OUTPUT) {
        for (value, &power) in values.iter().zip(powers) {
            if power != 0.0 {
                *y = s.fma(*value, s.splat(power), *y);
            }
        }
        *y = s.add(*y, bias);
    }
    ys
}
