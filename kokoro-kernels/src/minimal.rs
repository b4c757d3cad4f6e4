//! Minimal filtering (Winograd 1980, "Arithmetic complexity of computations"): four outputs of a four-tap filter from seven products
//! instead of sixteen.
//!
//! A kernel is cut into groups of four taps. Four outputs and a group make seven products of a transformed input and a transformed filter;
//! because groups lie as far apart as tiles of four outputs, a group's transformed input is the next tile's, and is computed once. So the
//! convolution becomes seven, each with a tap for each group, of a quarter of the length. A dilation of `d` is `d` interleaved sequences.
//!
//! The transforms are those of Toom and Cook for the points below: the product of two polynomials by evaluation, turned around
//! (transposed) to make a filter.

use rayon::prelude::*;

use crate::aligned::{Aligned, padded};
use crate::element::Element;
use crate::finish::{Channel, Columns, Finish};
use crate::moments::Sums;
use crate::packed::Packed;
use crate::simd::Simd;
use crate::tile::{COLUMNS, DotF32, Strides, product};
use crate::{Geometry, Precision};

/// Outputs of a tile, and taps of a group.
const STEP: usize = 4;
/// Products of a tile and a group.
const POINTS: usize = 2 * STEP - 1;
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

/// A convolution's weights, transformed.
#[derive(Debug, Clone)]
pub(crate) struct Minimal {
    points: Vec<Packed>, // one for each point, with a tap for each group
    groups: usize,
    dilation: usize,
    channels: (usize, usize), // in, out
}

/// Where transformed inputs and sums are kept: `[point][phase][tile][channels]`.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    inputs: Aligned,
    sums: Aligned,
}

impl Minimal {
    /// From `weight` `[c_out, c_in, kernel]`, if this pays for such a shape: wide, of stride 1, and with taps that fill their groups.
    pub fn new(
        weight: &[f32],
        (c_out, c_in): (usize, usize),
        geometry: Geometry,
        panel: usize,
    ) -> Option<Self> {
        let kernel = geometry.kernel;
        let pays = geometry.stride == 1 && kernel % STEP == STEP - 1 && c_out % panel == 0;
        // Narrower, the transforms cost what they save; wider, the weights, which grow by 7 / 4, no longer stay in cache.
        if !pays || !(48..=256).contains(&c_in) {
            return None;
        }
        let groups = kernel.div_ceil(STEP);
        let point = |point: usize| {
            let mut transformed = vec![0f32; c_out * c_in * groups];
            let filters = weight.par_chunks(kernel).zip(transformed.par_chunks_mut(groups));
            filters.with_min_len(c_in).for_each(|(filter, to)| {
                for (group, to) in filter.chunks(STEP).zip(to) {
                    let taps = group.iter().zip(FILTER[point]);
                    *to = taps.map(|(&w, power)| f64::from(w) * power).sum::<f64>() as f32;
                }
            });
            Packed::new(&transformed, (c_out, c_in, groups), Precision::F32, panel)
        };
        Some(Self {
            points: (0..POINTS).map(point).collect(),
            groups,
            dilation: geometry.dilation,
            channels: (c_in, c_out),
        })
    }

    /// What the columns of a block should be a multiple of: whole tiles, and whole [`COLUMNS`] of them.
    pub fn columns(&self) -> usize {
        STEP * COLUMNS * self.dilation
    }

    /// Tiles of each phase in a block of `columns`.
    fn tiles(&self, columns: usize) -> usize {
        columns.div_ceil(STEP * self.dilation)
    }

    /// Input columns that a block of `columns` needs.
    pub fn input_columns(&self, columns: usize) -> usize {
        self.dilation * (STEP * (self.tiles(columns) + self.groups - 1) + STEP - 1)
    }

    /// The sums of a block, from `rows` of [`input_columns`](Self::input_columns), [`padded`]`(c_in)` apart.
    #[inline(always)]
    pub fn run<S: Simd, const V: usize>(
        &self,
        s: S,
        rows: &[f32],
        columns: usize,
        scratch: &mut Scratch,
    ) {
        let (c_in, c_out) = self.channels;
        let (row, tiles) = (padded(c_in), self.tiles(columns));
        let tiles_in = tiles + self.groups - 1;
        let (plane_in, plane_out) = (self.dilation * tiles_in * row, self.dilation * tiles * c_out);
        let inputs = scratch.inputs.reserve(POINTS * plane_in).floats_mut();
        for phase in 0..self.dilation {
            for i in 0..tiles_in {
                let from = (phase + self.dilation * STEP * i) * row;
                let to = (phase * tiles_in + i) * row;
                self.transform_input(s, &rows[from..], &mut inputs[to..], (row, plane_in));
            }
        }
        let sums = scratch.sums.reserve(POINTS * plane_out).floats_mut();
        for (point, packed) in self.points.iter().enumerate() {
            let inputs = &scratch.inputs.words()[point * plane_in..][..plane_in];
            let sums = &mut sums[point * plane_out..][..plane_out];
            for p in 0..c_out / packed.panel {
                for phase in 0..self.dilation {
                    let x = &inputs[phase * tiles_in * row..][..tiles_in * row];
                    let y = &mut sums[phase * tiles * c_out..][..tiles * c_out];
                    self.multiply::<S, V>(s, x, packed, p, tiles, y);
                }
            }
        }
    }

    /// Seven points of a tile, `plane` apart, from seven columns.
    #[inline(always)]
    fn transform_input<S: Simd>(
        &self,
        s: S,
        rows: &[f32],
        to: &mut [f32],
        (row, plane): (usize, usize),
    ) {
        let next = self.dilation * row;
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

    /// One panel of one point and phase: `y[tile, panel] = Σ_group x[tile + group] · w[group]`.
    #[inline(always)]
    fn multiply<S: Simd, const V: usize>(
        &self,
        s: S,
        x: &[u32],
        packed: &Packed,
        p: usize,
        tiles: usize,
        y: &mut [f32],
    ) {
        let (row, (c_in, c_out)) = (padded(self.channels.0), self.channels);
        assert!(
            x.len() >= (tiles + self.groups - 1) * row
                && y.len() >= (tiles - 1) * c_out + (p + 1) * packed.panel
        );
        // A last group of three taps has nothing at infinity.
        let (groups, strides) = (packed.live[p].clone(), Strides { column: row, tap: row });
        let (w, y) = (packed.panel(p).as_ptr(), y[p * packed.panel..].as_mut_ptr());
        // SAFETY: `x` has a row for each tile and group, `w` is a whole panel of `V · LANES` channels; `y` has them at each tile.
        unsafe {
            product::<S, DotF32<false>, V>(
                s,
                x.as_ptr(),
                strides,
                groups,
                c_in,
                w,
                tiles,
                y,
                c_out,
            );
        }
    }

    /// Finishes the sums of a block.
    #[inline(always)]
    pub fn outputs<S: Simd, O: Element>(
        &self,
        s: S,
        scratch: &Scratch,
        bias: &[f32],
        finish: &Finish<O>,
        measured: &mut Sums,
    ) {
        let (c_out, columns) = (self.channels.1, finish.columns);
        let tiles = self.tiles(columns);
        let plane = self.dilation * tiles * c_out;
        let sums = &scratch.sums.floats()[..POINTS * plane];
        assert!(c_out <= bias.len() && c_out % S::LANES == 0);
        for phase in 0..self.dilation {
            for i in 0..tiles {
                let first = phase + self.dilation * STEP * i;
                let n = columns.saturating_sub(first).div_ceil(self.dilation).min(STEP);
                if n == 0 {
                    break;
                }
                for c in (0..c_out).step_by(S::LANES) {
                    let at = (phase * tiles + i) * c_out + c;
                    // SAFETY: `bias` has that vector, and the plane of each point has one for each phase and tile, as asserted.
                    let ys = unsafe {
                        let bias = s.load(bias.as_ptr().add(c));
                        transform_output(s, sums.as_ptr().add(at), plane, bias)
                    };
                    let channel = Channel { output: c, sums: c };
                    finish.put(s, measured, Columns { first, step: self.dilation, n }, channel, ys);
                }
            }
        }
    }
}

/// Four outputs of a tile, from seven sums that are `plane` apart, and a bias.
///
/// # Safety
/// `sums` must be readable for a vector at each of seven planes.
#[inline(always)]
unsafe fn transform_output<S: Simd>(
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
