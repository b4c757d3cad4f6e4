//! One block of output columns, from input in memory to output in memory.

use std::cell::RefCell;
use std::ops::Range;

use crate::Precision;
use crate::aligned::{Aligned, padded};
use crate::code::{Codes, to_bf16, to_u8};
use crate::conv::Layer;
use crate::element::{Element, load_some, store_some};
use crate::isa::{NARROW, Task};
use crate::minimal;
use crate::moments::{Columns, Moments};
use crate::packed::Packed;
use crate::prepare::Source;
use crate::simd::Simd;
use crate::tile::{COLUMNS, Dot, DotBf16, DotF32, DotU8, Strides, tile};

/// What a thread keeps from block to block. Nothing is assumed of what is in there.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    rows: Aligned,
    words: Aligned,
    minimal: minimal::Scratch,
}

thread_local! {
    /// Taken outside of what is compiled for an instruction set: a closure within would be compiled without it.
    pub(crate) static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// A block of columns by some panels of channels, and where to put them.
pub(crate) struct Block<'a, I, O> {
    pub layer: &'a Layer,
    pub source: &'a Source<'a, I>,
    /// The block's first output column.
    pub first: usize,
    pub finish: Finish<'a, O>,
    pub panels: Range<usize>,
    /// Whether moments are wanted.
    pub moments: bool,
    pub scratch: &'a mut Scratch,
}

/// What becomes of sums: `y = (sum · scale + bias + residual + y) · gain`, with what is absent left out.
pub(crate) struct Finish<'a, O> {
    /// `[columns, channels]` of the block; other threads may write other panels of it.
    pub out: Shared<O>,
    pub columns: usize,
    pub channels: usize,
    pub residual: Option<&'a [O]>, // as `out`
    pub accumulate: bool,
    pub gain: f32,
    pub bias: &'a [f32], // [panels · panel]
}

/// A place in an output that several threads write, each its own part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shared<O>(pub *mut O);

// SAFETY: each thread touches its own part alone, which `Conv::run` sees to.
unsafe impl<O: Send> Send for Shared<O> {}
// SAFETY: as above.
unsafe impl<O: Send> Sync for Shared<O> {}

impl<O: Element> Finish<'_, O> {
    /// Finishes the vector of channels from `c` on, at one column; no scale.
    #[inline(always)]
    pub fn vector<S: Simd>(&mut self, s: S, column: usize, c: usize, sum: S::F) {
        assert!(c + S::LANES <= self.bias.len());
        // SAFETY: as asserted.
        let y = s.add(sum, unsafe { s.load(self.bias.as_ptr().add(c)) });
        self.put(s, column, c, y);
    }

    /// What follows the bias.
    #[inline(always)]
    fn put<S: Simd>(&mut self, s: S, column: usize, c: usize, mut y: S::F) {
        if c >= self.channels {
            return; // the rest of a panel
        }
        let (lanes, at) = (S::LANES.min(self.channels - c), column * self.channels + c);
        debug_assert!(column < self.columns);
        // SAFETY: `Conv::run` gives each block its columns of an output of that many channels, and a residual of the same shape.
        unsafe {
            if let Some(residual) = self.residual {
                y = s.add(y, load_some(s, residual.as_ptr().add(at), lanes));
            }
            if self.accumulate {
                y = s.add(y, load_some(s, self.out.0.add(at), lanes));
            }
            if self.gain != 1.0 {
                y = s.mul(y, s.splat(self.gain));
            }
            store_some(s, self.out.0.add(at), y, lanes);
        }
    }
}

impl<I: Element, O: Element> Task for Block<'_, I, O> {
    type Output = Option<Moments>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(mut self, s: S) -> Option<Moments> {
        if self.layer.packed.panel == S::LANES * NARROW {
            self.fill::<S, NARROW>(s);
        } else {
            self.fill::<S, V>(s);
        }
        if !self.moments {
            return None;
        }
        let Finish { out, columns, channels, .. } = self.finish;
        let width = self.layer.packed.panel;
        let written = self.panels.start * width..(self.panels.end * width).min(channels);
        // SAFETY: what this block wrote itself.
        Some(unsafe {
            Moments::of_block(s, Columns { values: out.0, count: columns, channels }, written)
        })
    }
}

impl<I: Element, O: Element> Block<'_, I, O> {
    #[inline(always)]
    fn fill<S: Simd, const V: usize>(&mut self, s: S) {
        let Self { layer, source, first, finish, panels, scratch, .. } = self;
        let Scratch { rows, words, minimal: transformed } = &mut **scratch;
        let (geometry, c_in, row) = (layer.geometry, layer.c_in, padded(layer.c_in));
        let columns = finish.columns;
        let count = match &layer.minimal {
            Some(minimal) => minimal.input_columns(columns),
            None => geometry.input_columns(columns),
        };
        let first = (*first * geometry.stride) as isize - geometry.padding as isize;
        let rows = rows.reserve(count * row);
        let range = source.prepare(s, first, count, rows.floats_mut());
        if let Some(minimal) = &layer.minimal {
            minimal.run::<S, V>(s, rows.floats(), columns, transformed);
            return minimal.outputs(s, columns, transformed, finish);
        }
        match layer.precision {
            Precision::F32 => {
                finish.multiply::<S, DotF32<true>, V>(s, layer, panels, rows.words(), row, None)
            }
            Precision::Bf16 => {
                let words = words.reserve(count * row / 2).words_mut();
                let row = to_bf16(s, rows.floats(), c_in, count, words);
                finish.multiply::<S, DotBf16, V>(s, layer, panels, words, row, None);
            }
            Precision::Int8 => {
                let words = words.reserve(count * row / 4).words_mut();
                let (row, codes) = to_u8(s, rows.floats(), range, c_in, count, words);
                finish.multiply::<S, DotU8, V>(s, layer, panels, words, row, Some(codes));
            }
        }
    }
}

impl<O: Element> Finish<'_, O> {
    /// All panels of the block; `x` has rows of coded input, `row` words apart.
    #[inline(always)]
    fn multiply<S: Simd, D: Dot, const V: usize>(
        &mut self,
        s: S,
        layer: &Layer,
        panels: &Range<usize>,
        x: &[u32],
        row: usize,
        codes: Option<Codes>,
    ) {
        let (packed, geometry) = (&layer.packed, layer.geometry);
        let columns = self.columns;
        let strides = Strides { column: geometry.stride * row, tap: geometry.dilation * row };
        assert!(x.len() >= geometry.input_columns(columns) * row && row >= packed.words_per_tap);
        for p in panels.clone() {
            let scale = PanelScale::new(layer, p, codes);
            let mut t = 0;
            while t < columns {
                let n = COLUMNS.min(columns - t);
                let x = &x[t * strides.column..];
                macro_rules! columns {
                    ($($n:literal),*) => { match n { $($n => self.tile::<S, D, V, $n>(s, packed, x, strides, p, t, &scale),)* _ => {} } };
                }
                columns!(1, 2, 3, 4, 5, 6);
                t += n;
            }
        }
    }

    #[inline(always)]
    #[allow(clippy::too_many_arguments)] // the innermost call: what it needs, in registers
    fn tile<S: Simd, D: Dot, const V: usize, const C: usize>(
        &mut self,
        s: S,
        packed: &Packed,
        x: &[u32],
        strides: Strides,
        p: usize,
        column: usize,
        scale: &PanelScale,
    ) {
        debug_assert_eq!(packed.panel, V * S::LANES);
        // SAFETY: `multiply` asserted that `x` reaches to the last tap of the last column; a panel is whole.
        let sums = unsafe {
            let (taps, words) = (packed.live[p].clone(), packed.words_per_tap);
            tile::<S, D, V, C>(s, x.as_ptr(), strides, taps, words, packed.panel(p).as_ptr())
        };
        for (c, sums) in sums.into_iter().enumerate() {
            for (v, sum) in sums.into_iter().enumerate() {
                // SAFETY: a panel has at most `MAX_PANEL` channels.
                let (factor, addend) = unsafe {
                    let at = v * S::LANES;
                    (s.load(scale.factor.as_ptr().add(at)), s.load(scale.addend.as_ptr().add(at)))
                };
                let y = s.fma(D::finish(s, sum), factor, addend);
                self.put(s, column + c, p * packed.panel + v * S::LANES, y);
            }
        }
    }
}

/// Output channels of the widest panel.
const MAX_PANEL: usize = 64;

/// `sum · factor + addend` for each channel of a panel: the codes' scale, the zero point taken out, and the bias.
struct PanelScale {
    factor: [f32; MAX_PANEL],
    addend: [f32; MAX_PANEL],
}

impl PanelScale {
    fn new(layer: &Layer, p: usize, codes: Option<Codes>) -> Self {
        let (packed, mut scale) =
            (&layer.packed, Self { factor: [1.0; MAX_PANEL], addend: [0.0; MAX_PANEL] });
        for i in 0..packed.panel {
            let o = p * packed.panel + i;
            scale.addend[i] = layer.bias[o];
            if let Some(codes) = codes {
                scale.factor[i] = codes.scale * packed.scale[o];
                scale.addend[i] -= (codes.zero_point * packed.sums[o]) as f32 * scale.factor[i];
            }
        }
        scale
    }
}
