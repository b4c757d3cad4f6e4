//! Winograd's minimal filtering ("Arithmetic complexity of computations", 1980): four outputs of a
//! filter of four taps from seven products instead of sixteen.
//!
//! A kernel is divided into groups of four taps, and the output into tiles of four columns. A group
//! and a tile make seven products, of a transformed filter and a transformed input. Neighbouring
//! groups are as far apart as neighbouring tiles. Therefore the transformed input of a group for
//! one tile is also that of the group before it for the next tile, and it is computed once. The
//! convolution becomes seven convolutions, one for each point of the transform, with a tap for each
//! group and a quarter of the length. With a dilation of `d`, the input is `d` interleaved
//! sequences, called phases.

mod transform;

use std::ops::RangeInclusive;

use rayon::prelude::*;

use self::transform::{POINTS, Rows, TILE};
use super::epilogue::{ChannelOffset, Columns, Epilogue};
use super::microkernel::dot::DotF32Unchunked;
use super::microkernel::{COLUMNS, Strides, SumRows, multiply_panel};
use super::moments::MomentSums;
use super::pack::PackedWeights;
use super::params::{Geometry, WeightShape};
use crate::memory::aligned::{AlignedBuffer, padded};
use crate::memory::scalar::Scalar;
use crate::precision::Precision;
use crate::simd::Simd;

/// Input channels for which minimal filtering pays. With fewer, the transforms cost what they save.
/// With more, the weights, which grow by 7/4, no longer stay in cache.
const CHANNELS: RangeInclusive<usize> = 48..=256;

/// The transformed weights of a convolution.
#[derive(Debug, Clone)]
pub(crate) struct WinogradWeights {
    points: Vec<PackedWeights>, // one for each point, with a tap for each group
    groups: usize,
    dilation: usize,
    c_in: usize,
    c_out: usize,
    width: usize, // output channels in a panel
}

/// The transformed inputs and the sums of a block: `[point][phase][tile][channels]`.
#[derive(Debug, Default)]
pub(crate) struct WinogradScratch {
    inputs: AlignedBuffer,
    sums: AlignedBuffer,
}

impl WinogradWeights {
    /// From `weight` `[c_out, c_in, kernel]`, in panels of `width` channels. `None` if minimal
    /// filtering does not pay: it needs stride 1, a kernel whose last group lacks just one tap,
    /// whole panels and a number of input channels within [`CHANNELS`].
    pub fn new(
        weight: &[f32],
        WeightShape { c_out, c_in, kernel }: WeightShape,
        geometry: Geometry,
        width: usize,
    ) -> Option<Self> {
        let fits = geometry.stride == 1 && kernel % TILE == TILE - 1 && c_out % width == 0;
        if !fits || !CHANNELS.contains(&c_in) {
            return None;
        }
        let groups = kernel.div_ceil(TILE);
        let point = |point: usize| {
            let mut transformed = vec![0f32; c_out * c_in * groups];
            let filters = weight.par_chunks(kernel).zip(transformed.par_chunks_mut(groups));
            filters.with_min_len(c_in).for_each(|(filter, to)| {
                for (group, to) in filter.chunks(TILE).zip(to) {
                    *to = transform::filter(group, point);
                }
            });
            let shape = WeightShape { c_out, c_in, kernel: groups };
            PackedWeights::new(&transformed, shape, Precision::F32, width)
        };
        let points = (0..POINTS).map(point).collect();
        Some(Self { points, groups, dilation: geometry.dilation, c_in, c_out, width })
    }

    /// Output channels in a panel.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The number of columns in a block should be a multiple of this: whole tiles, and whole
    /// register tiles of them.
    pub fn column_unit(&self) -> usize {
        TILE * COLUMNS * self.dilation
    }

    /// Tiles of each phase in a block of `columns`.
    fn tiles(&self, columns: usize) -> usize {
        columns.div_ceil(TILE * self.dilation)
    }

    /// Input columns that a block of `columns` reads.
    pub fn input_columns(&self, columns: usize) -> usize {
        self.dilation * (TILE * (self.tiles(columns) + self.groups - 1) + TILE - 1)
    }

    /// Computes the sums of a block of `columns`, from `rows` of prepared input:
    /// [`input_columns`](Self::input_columns) of them, [`padded`]`(c_in)` values apart.
    #[inline(always)]
    pub fn multiply<S: Simd, const V: usize>(
        &self,
        s: S,
        rows: &[f32],
        columns: usize,
        scratch: &mut WinogradScratch,
    ) {
        let (row, tiles) = (padded(self.c_in), self.tiles(columns));
        self.transform_input(s, rows, tiles, &mut scratch.inputs);
        let tiles_in = tiles + self.groups - 1;
        let plane_in = self.dilation * tiles_in * row;
        let plane_out = self.dilation * tiles * self.c_out;
        let sums = scratch.sums.reserve(POINTS * plane_out).floats_mut();
        let strides = Strides { column: row, tap: row };
        for (point, weights) in self.points.iter().enumerate() {
            let inputs = &scratch.inputs.words()[point * plane_in..][..plane_in];
            let sums = &mut sums[point * plane_out..][..plane_out];
            for p in 0..weights.panels() {
                // The last group has three taps. At the point at infinity its transformed filter is
                // 0, so that the panel leaves this tap out.
                let panel = weights.panel(p);
                for phase in 0..self.dilation {
                    let x = &inputs[phase * tiles_in * row..][..tiles_in * row];
                    let y = &mut sums[phase * tiles * self.c_out..][..tiles * self.c_out];
                    let values = &mut y[p * self.width..];
                    let to = SumRows { values, stride: self.c_out };
                    multiply_panel::<S, DotF32Unchunked, V>(s, x, strides, &panel, tiles, to);
                }
            }
        }
    }

    /// Transforms the input of all tiles, and of those past the last that further groups see.
    #[inline(always)]
    fn transform_input<S: Simd>(
        &self,
        s: S,
        rows: &[f32],
        tiles: usize,
        inputs: &mut AlignedBuffer,
    ) {
        let (row, tiles_in) = (padded(self.c_in), tiles + self.groups - 1);
        let plane = self.dilation * tiles_in * row;
        let inputs = inputs.reserve(POINTS * plane).floats_mut();
        let columns = Rows { len: row, stride: self.dilation * row };
        let points = Rows { len: row, stride: plane };
        for phase in 0..self.dilation {
            for tile in 0..tiles_in {
                let from = (phase + self.dilation * TILE * tile) * row;
                let to = (phase * tiles_in + tile) * row;
                transform::input(s, &rows[from..], columns, &mut inputs[to..], points);
            }
        }
    }

    /// Transforms the sums of a block back and writes the output.
    ///
    /// # Safety
    /// No other thread may read or write the block's output meanwhile.
    ///
    /// # Panics
    /// If `scratch` does not hold the sums of such a block, or `bias` is too short.
    #[inline(always)]
    pub unsafe fn write<S: Simd, O: Scalar>(
        &self,
        s: S,
        scratch: &WinogradScratch,
        bias: &[f32],
        epilogue: &Epilogue<O>,
        moments: &mut MomentSums,
    ) {
        let (c_out, columns) = (self.c_out, epilogue.columns());
        let tiles = self.tiles(columns);
        let plane = self.dilation * tiles * c_out;
        let sums = &scratch.sums.floats()[..POINTS * plane];
        assert!(c_out <= bias.len() && c_out % S::LANES == 0, "a bias of whole vectors");
        for phase in 0..self.dilation {
            for tile in 0..tiles {
                let first = phase + self.dilation * TILE * tile;
                let n = columns.saturating_sub(first).div_ceil(self.dilation).min(TILE);
                if n == 0 {
                    break;
                }
                let columns = Columns { first, stride: self.dilation, n };
                for c in (0..c_out).step_by(S::LANES) {
                    let at = (phase * tiles + tile) * c_out + c;
                    let channel = ChannelOffset { output: c, moments: c };
                    // SAFETY: `bias` has the vector, and each plane has one for each phase and
                    // tile, as asserted. The block has these columns, because there are `n`; that
                    // nobody else uses them, the caller promises.
                    unsafe {
                        let bias = s.load(bias.as_ptr().add(c));
                        let ys = transform::output(s, sums.as_ptr().add(at), plane, bias);
                        epilogue.write(s, moments, columns, channel, ys);
                    }
                }
            }
        }
    }
}
