//! The arithmetic of [`Conv1d`](super::Conv1d), on slices.
//!
//! No im2col: the output is cut into tiles, and each tap adds one matrix product `W_k · X_shifted` to its tile, straight from
//! the input's rows. The tiles do not depend on the number of threads, and no sum is split between threads, so the result
//! does not either.

use std::ops::Range;

use rayon::prelude::*;

/// Columns of an output tile: with [`TILE_ROWS`] a tile is 192 kB, so that it stays in L2 while all taps are added. Summed in place,
/// the rows of a tile would lie far apart, and the product runs a third slower.
const TILE_COLUMNS: usize = 384;
/// Output channels of a tile.
const TILE_ROWS: usize = 128;

/// The geometry of a convolution. `Default` is a pointwise one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conv1dConfig {
    /// Taps.
    pub kernel: usize,
    /// Input columns from one output column to the next.
    pub stride: usize,
    /// Input columns from one tap to the next.
    pub dilation: usize,
    /// Columns of zeros at either end.
    pub padding: usize,
}

impl Default for Conv1dConfig {
    fn default() -> Self {
        Self { kernel: 1, stride: 1, dilation: 1, padding: 0 }
    }
}

impl Conv1dConfig {
    /// Odd `kernel`, stride 1, padded so that the length stays.
    pub fn same(kernel: usize, dilation: usize) -> Self {
        Self { kernel, dilation, padding: dilation * (kernel - 1) / 2, stride: 1 }
    }

    /// Length of the output for an input of `len` columns, if there is any.
    pub fn output_len(&self, len: usize) -> Option<usize> {
        let reach = self.dilation * (self.kernel - 1) + 1;
        Some((len + 2 * self.padding).checked_sub(reach)? / self.stride + 1)
    }

    /// Output columns within `columns` whose tap `k` reads inside an input of `len` columns.
    fn live_columns(&self, k: usize, columns: Range<usize>, len: usize) -> Range<usize> {
        let shift = self.dilation * k; // reads input column stride·t + shift − padding
        let first = self.padding.saturating_sub(shift).div_ceil(self.stride);
        let end = (len + self.padding).saturating_sub(shift).div_ceil(self.stride);
        let start = columns.start.max(first);
        start..columns.end.min(end).max(start)
    }
}

/// Weights of a layer, laid out for [`accumulate`](Self::accumulate).
#[derive(Debug)]
pub struct Kernel {
    pub taps: Vec<f32>, // [kernel, c_out, c_in]
    pub bias: Vec<f32>, // [c_out]
    pub c_in: usize,
    pub c_out: usize,
    pub config: Conv1dConfig,
}

/// A rectangle of the output: some channels by some columns.
struct Tile<'a> {
    rows: Range<usize>,
    columns: Range<usize>,
    parts: Vec<&'a mut [f32]>, // [rows][columns]
}

/// Cuts `ys` `[c_out, out_len]` into tiles.
fn tiles(ys: &mut [f32], out_len: usize) -> Vec<Tile<'_>> {
    let per_row = out_len.div_ceil(TILE_COLUMNS);
    let mut tiles: Vec<Tile> = Vec::new();
    for (row, values) in ys.chunks_mut(out_len.max(1)).enumerate() {
        for (i, part) in values.chunks_mut(TILE_COLUMNS).enumerate() {
            let at = row / TILE_ROWS * per_row + i;
            if at == tiles.len() {
                let columns = i * TILE_COLUMNS..i * TILE_COLUMNS + part.len();
                tiles.push(Tile { rows: row..row, columns, parts: Vec::new() });
            }
            tiles[at].rows.end = row + 1;
            tiles[at].parts.push(part);
        }
    }
    tiles
}

impl Kernel {
    /// Adds every tap's product to `ys` `[c_out, out_len]`.
    pub fn accumulate(&self, xs: &[f32], len: usize, ys: &mut [f32], out_len: usize) {
        debug_assert_eq!((xs.len(), ys.len()), (self.c_in * len, self.c_out * out_len));
        let scratch = || vec![0f32; TILE_ROWS * TILE_COLUMNS];
        tiles(ys, out_len).into_par_iter().for_each_init(scratch, |sums, mut tile| {
            let width = tile.columns.len();
            for (part, sums) in tile.parts.iter().zip(sums.chunks_mut(width)) {
                sums.copy_from_slice(part);
            }
            for k in 0..self.config.kernel {
                let live = self.config.live_columns(k, tile.columns.clone(), len);
                let offset = live.start - tile.columns.start;
                self.add_tap(k, tile.rows.clone(), live, (xs, len), (&mut sums[offset..], width));
            }
            for (part, sums) in tile.parts.iter_mut().zip(sums.chunks(width)) {
                part.copy_from_slice(sums);
            }
        });
    }

    /// `sums[rows, columns] += W_k[rows, :] · xs[:, stride·columns + dilation·k − padding]`, with the rows of `sums` `width` apart.
    fn add_tap(
        &self,
        k: usize,
        rows: Range<usize>,
        columns: Range<usize>,
        (xs, len): (&[f32], usize),
        (sums, width): (&mut [f32], usize),
    ) {
        if columns.is_empty() {
            return;
        }
        let (stride, c_in) = (self.config.stride, self.c_in);
        let first = stride * columns.start + self.config.dilation * k - self.config.padding;
        let taps = &self.taps[(k * self.c_out + rows.start) * c_in..][..rows.len() * c_in];
        let xs = &xs[first..][..(c_in - 1) * len + stride * (columns.len() - 1) + 1];
        let sums = &mut sums[..(rows.len() - 1) * width + columns.len()];
        // SAFETY: the three slices above are exactly what a product of `rows × c_in` by `c_in × columns` with these strides reads
        // and writes, and nothing else refers to `sums`.
        unsafe {
            gemm::gemm(
                rows.len(),
                columns.len(),
                c_in,
                sums.as_mut_ptr(),
                1,
                width as isize,
                true,
                taps.as_ptr(),
                1,
                c_in as isize,
                xs.as_ptr(),
                stride as isize,
                len as isize,
                1.0,
                1.0,
                false,
                false,
                false,
                gemm::Parallelism::None,
            );
        }
    }
}
