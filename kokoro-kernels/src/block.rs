//! One block of output columns, from prepared rows to an output in memory.

use std::cell::RefCell;
use std::ops::Range;

use crate::Precision;
use crate::ahead::Ahead;
use crate::aligned::{Aligned, padded};
use crate::code::Codes;
use crate::conv::Layer;
use crate::dot::{Dot, DotBf16, DotF32, DotU8};
use crate::element::Element;
use crate::finish::{Channel, Columns, Finish, PanelScale};
use crate::isa::{NARROW, Task};
use crate::minimal;
use crate::moments::{Moments, Sums};
use crate::simd::Simd;
use crate::tile::{COLUMNS, Strides, part, tile};

/// What a thread keeps from block to block. Nothing is assumed of what is in there.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    pub rows: Aligned,
    minimal: minimal::Scratch,
    sums: Sums,
}

thread_local! {
    /// Taken outside of what is compiled for an instruction set: a closure within would be compiled without it.
    pub(crate) static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// A block of columns by some panels of channels, from rows that are prepared, and where to put them.
pub(crate) struct Block<'a, O> {
    pub layer: &'a Layer,
    /// The rows, if they are not in the scratch.
    pub rows: Option<&'a [u32]>,
    pub finish: Finish<'a, O>,
    pub panels: Range<usize>,
    pub codes: Option<Codes>,
    /// What is asked for meanwhile.
    pub ahead: Ahead,
    pub scratch: &'a mut Scratch,
}

impl<O: Element> Task for Block<'_, O> {
    type Output = Option<Moments>;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(mut self, s: S) -> Option<Moments> {
        let (layer, width) = (self.layer, self.layer.packed.panel);
        if self.finish.measure {
            let channels = (self.panels.end * width).min(self.finish.channels);
            self.scratch.sums.reset(channels - self.panels.start * width);
        }
        match (&layer.minimal, layer.precision) {
            (Some(minimal), _) => {
                let Scratch { rows, minimal: transformed, sums } = &mut *self.scratch;
                minimal.run::<S, V>(s, rows.floats(), self.finish.columns, transformed);
                minimal.outputs(s, transformed, &layer.bias, &self.finish, sums);
            }
            (None, Precision::F32) if width == S::LANES * NARROW => {
                self.multiply::<S, DotF32<true>, NARROW>(s);
            }
            (None, Precision::F32) => self.multiply::<S, DotF32<true>, V>(s),
            (None, Precision::Bf16) => self.multiply::<S, DotBf16, V>(s),
            (None, Precision::Int8) => self.multiply::<S, DotU8, V>(s),
        }
        let columns = self.finish.columns;
        self.finish.measure.then(|| Moments::from_sums(columns, &self.scratch.sums))
    }
}

impl<O: Element> Block<'_, O> {
    /// All panels of the block.
    #[inline(always)]
    fn multiply<S: Simd, D: Dot, const V: usize>(&mut self, s: S) {
        let Layer { geometry, precision, c_in, .. } = *self.layer;
        let (row, columns) = (padded(c_in) / precision.per_word(), self.finish.columns);
        let strides = Strides { column: geometry.stride * row, tap: geometry.dilation * row };
        let x = self.rows.unwrap_or(self.scratch.rows.words());
        assert!(x.len() >= geometry.input_columns(columns) * row);
        assert!(row >= self.layer.packed.words_per_tap);
        let x = x.as_ptr();
        for p in self.panels.clone() {
            let scale = PanelScale::new::<S>(self.layer, p, self.codes);
            let mut t = 0;
            while t < columns {
                let n = part(columns - t);
                if p == self.panels.start {
                    self.ahead.ask(s, t * geometry.stride, n * geometry.stride);
                }
                match n {
                    COLUMNS => self.tile::<S, D, V, COLUMNS>(s, x, strides, p, t, &scale),
                    3 => self.tile::<S, D, V, 3>(s, x, strides, p, t, &scale),
                    2 => self.tile::<S, D, V, 2>(s, x, strides, p, t, &scale),
                    _ => self.tile::<S, D, V, 1>(s, x, strides, p, t, &scale),
                }
                t += n;
            }
        }
    }

    #[inline(always)]
    fn tile<S: Simd, D: Dot, const V: usize, const C: usize>(
        &mut self,
        s: S,
        x: *const u32,
        strides: Strides,
        p: usize,
        first: usize,
        scale: &PanelScale,
    ) {
        let packed = &self.layer.packed;
        debug_assert_eq!(packed.panel, V * S::LANES);
        // SAFETY: `multiply` asserted that the rows reach to the last tap of the last column; a panel is whole.
        let products = unsafe {
            let (taps, words) = (packed.live[p].clone(), packed.words_per_tap);
            let x = x.add(first * strides.column);
            tile::<S, D, V, C>(s, x, strides, taps, words, packed.panel(p).as_ptr())
        };
        // Unrolled by hand, so that no sum passes through memory.
        const { assert!(V <= 4) };
        let place = Place { p, first, scale };
        self.finish_vector::<S, D, V, C, 0>(s, place, &products);
        self.finish_vector::<S, D, V, C, 1>(s, place, &products);
        self.finish_vector::<S, D, V, C, 2>(s, place, &products);
        self.finish_vector::<S, D, V, C, 3>(s, place, &products);
    }

    /// Finishes the `AT`th vector of a panel's channels, if there is one.
    #[inline(always)]
    fn finish_vector<S: Simd, D: Dot, const V: usize, const C: usize, const AT: usize>(
        &mut self,
        s: S,
        Place { p, first, scale }: Place,
        products: &[[D::Sum<S>; V]; C],
    ) {
        if AT >= V {
            return;
        }
        let (factor, addend, missing) = scale.vector(s, AT * S::LANES);
        let mut ys = [s.splat(0.0); C];
        for (y, products) in ys.iter_mut().zip(products) {
            *y = s.fma(D::finish(s, products[AT], missing), factor, addend);
        }
        let panel = self.layer.packed.panel;
        let channel = Channel {
            output: p * panel + AT * S::LANES,
            sums: (p - self.panels.start) * panel + AT * S::LANES,
        };
        let columns = Columns { first, step: 1, n: C };
        self.finish.put(s, &mut self.scratch.sums, columns, channel, ys);
    }
}

/// Where a tile belongs: its panel and its first column; and how its channels are scaled.
#[derive(Clone, Copy)]
struct Place<'a> {
    p: usize,
    first: usize,
    scale: &'a PanelScale,
}
