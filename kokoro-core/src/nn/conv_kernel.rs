//! The arithmetic of [`Conv1d`](super::Conv1d), on slices.
//!
//! No im2col: the output is cut into tiles, and each tap adds one matrix product `W_k · X_shifted` to its tile, straight from
//! the input's rows. The tiles do not depend on the number of threads, and no sum is split between threads, so the result
//! does not either.

use std::ops::Range;

use rayon::prelude::*;

/// Columns of an output tile: with [`TILE_ROWS`] a tile is 128 kB, so that it stays in L2 while all taps are added.
const TILE_COLUMNS: usize = 256;
/// Output channels of a tile.
const TILE_ROWS: usize = 128;

/// The geometry of a convolution. `Default` is a pointwise one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conv1dConfig {
    pub kernel: usize,
    pub stride: usize,
    pub dilation: usize,
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

/// A raw pointer that tasks writing to disjoint places may share.
#[derive(Clone, Copy)]
struct Shared(*mut f32);
// SAFETY: `Kernel::accumulate` gives every task its own rectangle of the output.
unsafe impl Send for Shared {}
// SAFETY: as above.
unsafe impl Sync for Shared {}

impl Shared {
    fn get(self) -> *mut f32 {
        self.0
    }
}

impl Kernel {
    /// Adds every tap's product to `ys` `[c_out, out_len]`.
    pub fn accumulate(&self, xs: &[f32], len: usize, ys: &mut [f32], out_len: usize) {
        debug_assert_eq!(ys.len(), self.c_out * out_len);
        let out = Shared(ys.as_mut_ptr());
        let row_tiles = self.c_out.div_ceil(TILE_ROWS);
        let tiles = row_tiles * out_len.div_ceil(TILE_COLUMNS);
        (0..tiles).into_par_iter().for_each(|tile| {
            let row = tile % row_tiles * TILE_ROWS;
            let column = tile / row_tiles * TILE_COLUMNS;
            let rows = row..(row + TILE_ROWS).min(self.c_out);
            let columns = column..(column + TILE_COLUMNS).min(out_len);
            for k in 0..self.config.kernel {
                let live = self.config.live_columns(k, columns.clone(), len);
                self.add_tap(k, rows.clone(), live, (xs, len), (out.get(), out_len));
            }
        });
    }

    /// `ys[rows, columns] += W_k[rows, :] · xs[:, stride·columns + dilation·k − padding]`.
    fn add_tap(
        &self,
        k: usize,
        rows: Range<usize>,
        columns: Range<usize>,
        (xs, len): (&[f32], usize),
        (ys, out_len): (*mut f32, usize),
    ) {
        if columns.is_empty() {
            return;
        }
        let stride = self.config.stride;
        let first = stride * columns.start + self.config.dilation * k - self.config.padding;
        debug_assert!(first + stride * (columns.len() - 1) < len);
        let taps = &self.taps[(k * self.c_out + rows.start) * self.c_in..];
        // SAFETY: the product reads `rows.len() × c_in` taps, which are in `taps`, and `c_in` rows of `columns.len()` inputs
        // `stride` apart from `first`, which `live_columns` keeps inside each row of `xs`; it writes only the rectangle
        // `rows × columns` of the `[c_out, out_len]` output, which no other task touches.
        unsafe {
            gemm::gemm(
                rows.len(),
                columns.len(),
                self.c_in,
                ys.add(rows.start * out_len + columns.start),
                1,
                out_len as isize,
                true,
                taps.as_ptr(),
                1,
                self.c_in as isize,
                xs.as_ptr().add(first),
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
