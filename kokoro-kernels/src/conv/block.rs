//! One block of output columns: from prepared rows of input to an output in memory.

use std::ops::Range;

use super::epilogue::scale::PanelScale;
use super::epilogue::{ChannelOffset, Columns, Epilogue, Measure};
use super::layer::{Layer, LayerWeights};
use super::microkernel::dot::{DotBf16, DotF32, DotProduct, DotU8};
use super::microkernel::{COLUMNS, Strides, microkernel, tile_columns};
use super::moments::{MomentSums, Moments};
use super::pack::{PackedWeights, Panel};
use super::winograd::WinogradScratch;
use crate::isa::{Kernel, NARROW};
use crate::memory::aligned::padded;
use crate::memory::prefetch::Prefetch;
use crate::memory::scalar::Scalar;
use crate::precision::Precision;
use crate::quant::input::InputQuantization;
use crate::simd::Simd;

/// Buffers that a thread keeps from block to block. Nothing is assumed of their contents.
#[derive(Debug, Default)]
pub(crate) struct BlockScratch {
    winograd: WinogradScratch,
    moments: MomentSums,
}

/// Multiplies a block of columns by some panels of channels and writes the output.
pub(crate) struct Block<'a, O> {
    layer: &'a Layer,
    input: BlockInput<'a>,
    epilogue: Epilogue<'a, O>,
    panels: Range<usize>,
    scratch: &'a mut BlockScratch,
}

/// What a block reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BlockInput<'a> {
    /// Rows of prepared input, one for each input column, [`padded`]`(c_in)` encoded values apart.
    pub rows: &'a [u32],
    /// How they were quantised; only in int8.
    pub quantization: Option<InputQuantization>,
    /// What is prefetched meanwhile: a portion for each input column.
    pub prefetch: Prefetch,
}

impl<'a, O> Block<'a, O> {
    /// # Safety
    /// While the block runs, no other thread may read or write the part of the epilogue's output
    /// that it writes: the channels of `panels`, in all columns.
    pub unsafe fn new(
        layer: &'a Layer,
        input: BlockInput<'a>,
        epilogue: Epilogue<'a, O>,
        panels: Range<usize>,
        scratch: &'a mut BlockScratch,
    ) -> Self {
        Self { layer, input, epilogue, panels, scratch }
    }
}

impl<O: Scalar> Kernel for Block<'_, O> {
    type Output = Option<Moments>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(mut self, s: S) -> Option<Moments> {
        let (layer, measure) = (self.layer, self.epilogue.measure());
        if measure == Measure::Moments {
            let width = layer.panel_width();
            let end = (self.panels.end * width).min(self.epilogue.channels());
            self.scratch.moments.reset(end - self.panels.start * width);
        }
        match &layer.weights {
            LayerWeights::Winograd(weights) => {
                let columns = self.epilogue.columns();
                assert!(self.panels == (0..layer.panels()), "all panels");
                let rows = as_floats(self.input.rows);
                let BlockScratch { winograd, moments } = &mut *self.scratch;
                weights.multiply::<S, V>(s, rows, columns, winograd);
                // SAFETY: no other thread uses the block's output, as `new` demands.
                unsafe { weights.write(s, winograd, &layer.bias, &self.epilogue, moments) };
            }
            LayerWeights::Direct(weights) => match weights.precision() {
                Precision::F32 if weights.width() == S::LANES * NARROW => {
                    self.multiply::<S, DotF32, NARROW>(s, weights);
                }
                Precision::F32 => self.multiply::<S, DotF32, V>(s, weights),
                Precision::Bf16 => self.multiply::<S, DotBf16, V>(s, weights),
                Precision::Int8 => self.multiply::<S, DotU8, V>(s, weights),
            },
        }
        let columns = self.epilogue.columns();
        (measure == Measure::Moments).then(|| Moments::from_sums(columns, &self.scratch.moments))
    }
}

impl<O: Scalar> Block<'_, O> {
    /// All panels of the block, one after the other, each with all its columns.
    #[inline(always)]
    fn multiply<S: Simd, D: DotProduct, const V: usize>(&mut self, s: S, weights: &PackedWeights) {
        let (geometry, columns) = (self.layer.geometry, self.epilogue.columns());
        let row = padded(self.layer.c_in) / weights.precision().per_word();
        let strides = Strides { column: geometry.stride * row, tap: geometry.dilation * row };
        let BlockInput { rows, quantization, prefetch } = self.input;
        assert!(rows.len() >= geometry.input_columns(columns) * row, "rows of the block");
        assert!(row >= weights.words_per_tap() && weights.width() == V * S::LANES, "the panels");
        for p in self.panels.clone() {
            let scale = &match quantization {
                None => PanelScale::of_floats(weights, &self.layer.bias, p),
                Some(input) => PanelScale::of_quantized::<S>(weights, &self.layer.bias, p, input),
            };
            let panel = &weights.panel(p);
            let mut first = 0;
            while first < columns {
                let n = tile_columns(columns - first);
                if p == self.panels.start {
                    prefetch.request(s, first * geometry.stride, n * geometry.stride);
                }
                let tile = Tile { p, first, panel, scale };
                // SAFETY: the tile's columns are columns of the block, whose rows and panels are
                // large enough, as asserted above.
                unsafe {
                    let x = rows.as_ptr().add(first * strides.column);
                    match n {
                        COLUMNS => self.tile::<S, D, V, COLUMNS>(s, x, strides, tile),
                        3 => self.tile::<S, D, V, 3>(s, x, strides, tile),
                        2 => self.tile::<S, D, V, 2>(s, x, strides, tile),
                        _ => self.tile::<S, D, V, 1>(s, x, strides, tile),
                    }
                }
                first += n;
            }
        }
    }

    /// `C` columns by a panel.
    ///
    /// # Safety
    /// As for the microkernel; and the tile must be within the block.
    #[inline(always)]
    unsafe fn tile<S: Simd, D: DotProduct, const V: usize, const C: usize>(
        &mut self,
        s: S,
        x: *const u32,
        strides: Strides,
        tile: Tile,
    ) {
        const { assert!(V <= 4) };
        // SAFETY: as the caller promises. The vectors are unrolled by hand, so that no sum passes
        // through memory.
        unsafe {
            let sums = microkernel::<S, D, V, C>(s, x, strides, tile.panel);
            self.write_vector::<S, D, V, C, 0>(s, tile, &sums);
            self.write_vector::<S, D, V, C, 1>(s, tile, &sums);
            self.write_vector::<S, D, V, C, 2>(s, tile, &sums);
            self.write_vector::<S, D, V, C, 3>(s, tile, &sums);
        }
    }

    /// Writes the `AT`th vector of the panel's channels, if the panel has as many.
    ///
    /// # Safety
    /// The tile must be within the block.
    #[inline(always)]
    unsafe fn write_vector<
        S: Simd,
        D: DotProduct,
        const V: usize,
        const C: usize,
        const AT: usize,
    >(
        &mut self,
        s: S,
        Tile { p, first, scale, .. }: Tile,
        sums: &[[D::Sum<S>; V]; C],
    ) {
        if AT >= V {
            return;
        }
        let scale = scale.vector(s, AT * S::LANES);
        let mut ys = [s.splat(0.0); C];
        for (y, sums) in ys.iter_mut().zip(sums) {
            *y = s.fma(D::to_f32(s, sums[AT], scale.correction), scale.factor, scale.addend);
        }
        let channel = ChannelOffset {
            output: (p * V + AT) * S::LANES,
            moments: ((p - self.panels.start) * V + AT) * S::LANES,
        };
        let columns = Columns { first, stride: 1, n: C };
        // SAFETY: the caller promises columns of the block, and `new` demands that no other thread
        // uses the channels of its panels.
        unsafe { self.epilogue.write(s, &mut self.scratch.moments, columns, channel, ys) };
    }
}

/// A register tile: a panel, and the first of some columns.
#[derive(Clone, Copy)]
struct Tile<'a> {
    p: usize,
    first: usize,
    panel: &'a Panel<'a>,
    scale: &'a PanelScale,
}

/// Words of f32 as f32.
fn as_floats(words: &[u32]) -> &[f32] {
    // SAFETY: an f32 has the size and the alignment of a u32, and every u32 is a valid f32.
    unsafe { std::slice::from_raw_parts(words.as_ptr().cast(), words.len()) }
}
