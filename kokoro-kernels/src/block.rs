//! One block of output columns, from input in memory to output in memory.

use std::cell::RefCell;
use std::ops::Range;

use crate::Precision;
use crate::aligned::{Aligned, padded};
use crate::code::{AsBf16, AsF32, Code, Codes};
use crate::conv::Layer;
use crate::element::Element;
use crate::finish::{Channel, Columns, Finish, PanelScale};
use crate::isa::{NARROW, Task};
use crate::minimal;
use crate::moments::{Moments, Sums};
use crate::prepare::Source;
use crate::simd::Simd;
use crate::tile::{COLUMNS, Dot, DotBf16, DotF32, DotU8, Strides, tile};

/// What a thread keeps from block to block. Nothing is assumed of what is in there.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    rows: Aligned,
    minimal: minimal::Scratch,
    sums: Sums,
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
    pub scratch: &'a mut Scratch,
}

impl<I: Element, O: Element> Task for Block<'_, I, O> {
    type Output = Option<Moments>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(mut self, s: S) -> Option<Moments> {
        let width = self.layer.packed.panel;
        if self.finish.measure {
            let channels = (self.panels.end * width).min(self.finish.channels);
            self.scratch.sums.reset(channels - self.panels.start * width);
        }
        if width == S::LANES * NARROW {
            self.fill::<S, NARROW>(s);
        } else {
            self.fill::<S, V>(s);
        }
        let columns = self.finish.columns;
        self.finish.measure.then(|| Moments::from_sums(columns, &self.scratch.sums))
    }
}

impl<I: Element, O: Element> Block<'_, I, O> {
    #[inline(always)]
    fn fill<S: Simd, const V: usize>(&mut self, s: S) {
        let layer = self.layer;
        match (layer.precision, &layer.minimal) {
            (_, Some(minimal)) => {
                let columns = self.finish.columns;
                self.prepare(s, minimal.input_columns(columns), AsF32);
                let Scratch { rows, minimal: transformed, sums } = &mut *self.scratch;
                minimal.run::<S, V>(s, rows.floats(), columns, transformed);
                minimal.outputs(s, transformed, &layer.bias, &self.finish, sums);
            }
            (Precision::F32, None) => {
                self.prepare(s, self.count(), AsF32);
                self.multiply::<S, DotF32<true>, AsF32, V>(s, None);
            }
            (Precision::Bf16, None) => {
                self.prepare(s, self.count(), AsBf16);
                self.multiply::<S, DotBf16, AsBf16, V>(s, None);
            }
            (Precision::Int8, None) => {
                let codes = Codes::of_range(self.source.range(s, self.start(), self.count()));
                self.prepare(s, self.count(), codes);
                self.multiply::<S, DotU8, Codes, V>(s, Some(codes));
            }
        }
    }

    /// The first input column that the block sees.
    fn start(&self) -> isize {
        let geometry = self.layer.geometry;
        (self.first * geometry.stride) as isize - geometry.padding as isize
    }

    /// Input columns that the block sees.
    fn count(&self) -> usize {
        self.layer.geometry.input_columns(self.finish.columns)
    }

    /// Codes `count` input columns to the scratch's rows.
    #[inline(always)]
    fn prepare<S: Simd, C: Code>(&mut self, s: S, count: usize, code: C) {
        let first = self.start();
        let rows = self.scratch.rows.reserve(count * padded(self.layer.c_in) / C::PER_WORD);
        self.source.prepare(s, first, count, rows.words_mut(), code);
    }

    /// All panels of the block, from coded rows.
    #[inline(always)]
    fn multiply<S: Simd, D: Dot, C: Code, const V: usize>(&mut self, s: S, codes: Option<Codes>) {
        let (geometry, row) = (self.layer.geometry, padded(self.layer.c_in) / C::PER_WORD);
        let columns = self.finish.columns;
        let strides = Strides { column: geometry.stride * row, tap: geometry.dilation * row };
        let x = self.scratch.rows.words();
        assert!(x.len() >= self.count() * row && row >= self.layer.packed.words_per_tap);
        for p in self.panels.clone() {
            let scale = PanelScale::new(self.layer, p, codes);
            let mut t = 0;
            while t < columns {
                let n = COLUMNS.min(columns - t);
                macro_rules! columns {
                    ($($n:literal),*) => { match n { $($n => self.tile::<S, D, V, $n>(s, strides, p, t, &scale),)* _ => {} } };
                }
                columns!(1, 2, 3, 4, 5, 6);
                t += n;
            }
        }
    }

    #[inline(always)]
    fn tile<S: Simd, D: Dot, const V: usize, const C: usize>(
        &mut self,
        s: S,
        strides: Strides,
        p: usize,
        first: usize,
        scale: &PanelScale,
    ) {
        let (packed, Scratch { rows, sums, .. }) = (&self.layer.packed, &mut *self.scratch);
        debug_assert_eq!(packed.panel, V * S::LANES);
        // SAFETY: `multiply` asserted that the rows reach to the last tap of the last column; a panel is whole.
        let products = unsafe {
            let (taps, words) = (packed.live[p].clone(), packed.words_per_tap);
            let x = rows.words().as_ptr().add(first * strides.column);
            tile::<S, D, V, C>(s, x, strides, taps, words, packed.panel(p).as_ptr())
        };
        for v in 0..V {
            let i = v * S::LANES;
            let (factor, addend) = scale.vector(s, i);
            let mut ys = [s.splat(0.0); C];
            for (y, products) in ys.iter_mut().zip(&products) {
                *y = s.fma(D::finish(s, products[v]), factor, addend);
            }
            let channel = Channel {
                output: p * packed.panel + i,
                sums: (p - self.panels.start) * packed.panel + i,
            };
            self.finish.put(s, sums, Columns { first, step: 1, n: C }, channel, ys);
        }
    }
}
