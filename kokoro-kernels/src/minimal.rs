//! Minimal filtering (Winograd 1980, "Arithmetic complexity of computations"): four outputs of a four-tap filter from seven products
//! instead of sixteen.
//!
//! A kernel is cut into groups of four taps. Four outputs and a group make seven products of a transformed input and a transformed filter;
//! because groups lie as far apart as tiles of four outputs, a group's transformed input is the next tile's, and is computed once. So the
//! convolution becomes seven, each with a tap for each group, of a quarter of the length. A dilation of `d` is `d` interleaved sequences.

mod transform;

use rayon::prelude::*;

use crate::aligned::{Aligned, padded};
use crate::dot::DotF32;
use crate::element::Element;
use crate::finish::{Channel, Columns, Finish};
use crate::moments::Sums;
use crate::packed::Packed;
use crate::simd::Simd;
use crate::tile::{COLUMNS, Strides, product};
use crate::{Geometry, Precision};

use transform::{POINTS, STEP};

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
                    *to = transform::filter(group, point);
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
        let next = self.dilation * row;
        for phase in 0..self.dilation {
            for i in 0..tiles_in {
                let from = (phase + self.dilation * STEP * i) * row;
                let to = (phase * tiles_in + i) * row;
                transform::input(s, &rows[from..], next, &mut inputs[to..], (row, plane_in));
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
                        transform::output(s, sums.as_ptr().add(at), plane, bias)
                    };
                    let channel = Channel { output: c, sums: c };
                    finish.put(s, measured, Columns { first, step: self.dilation, n }, channel, ys);
                }
            }
        }
    }
}
