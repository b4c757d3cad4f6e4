//! A convolution with what stands before and after it.

use std::ops::Range;

use rayon::prelude::*;

use crate::activation::{Activation, Affine};
use crate::ahead::Ahead;
use crate::aligned::padded;
use crate::block::{Block, SCRATCH, Scratch};
use crate::division::Division;
use crate::element::{AnyInput, AnyOutput, Element};
use crate::finish::{Finish, Shared};
use crate::minimal::Minimal;
use crate::moments::Moments;
use crate::packed::Packed;
use crate::prepare::{Prepare, Source};
use crate::{Geometry, Isa, Precision};

/// A convolution, `y[t, o] = b[o] + Σ_{k,i} w[o, i, k] · act(a_i x[stride·t + dilation·k − padding, i] + b_i)`, with zeros outside `x`, and a
/// residual added. See [`naive::conv`](crate::naive::conv).
#[derive(Debug, Clone)]
pub struct Conv {
    layer: Layer,
    isa: Isa,
}

#[derive(Debug, Clone)]
pub(crate) struct Layer {
    pub geometry: Geometry,
    pub c_in: usize,
    pub c_out: usize,
    pub precision: Precision,
    pub packed: Packed,
    pub minimal: Option<Minimal>,
    pub bias: Vec<f32>, // [panels · panel]
}

/// What a convolution reads: `[len, c_in]`, and what is done to it first.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a, E> {
    /// Row-major.
    pub values: &'a [E],
    /// Done first; none is the identity.
    pub affine: Option<&'a Affine>,
    /// Done second.
    pub activation: &'a Activation,
}

/// Where a convolution writes: `[len', c_out]`.
#[derive(Debug)]
pub struct Output<'a, E> {
    /// Row-major.
    pub values: &'a mut [E],
    /// Added, of the output's shape.
    pub residual: Option<&'a [E]>,
    /// Whether what is there is added, too, or written over.
    pub accumulate: bool,
    /// What the sum of all is multiplied by.
    pub gain: f32,
}

impl Conv {
    /// From `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`, for the best instructions of this processor.
    ///
    /// # Panics
    /// If the lengths do not fit, or any number of the geometry but the padding is 0.
    pub fn new(weight: &[f32], bias: &[f32], geometry: Geometry, precision: Precision) -> Self {
        Self::with_isa(weight, bias, geometry, precision, Isa::best())
    }

    /// The same for instructions of the caller's choice.
    ///
    /// # Panics
    /// As [`new`](Self::new).
    pub fn with_isa(
        weight: &[f32],
        bias: &[f32],
        geometry: Geometry,
        precision: Precision,
        isa: Isa,
    ) -> Self {
        let Geometry { kernel, stride, dilation, .. } = geometry;
        let c_out = bias.len();
        assert!(
            kernel * stride * dilation * c_out > 0,
            "a kernel, a stride, a dilation and channels"
        );
        let c_in = weight.len() / (c_out * kernel);
        assert_eq!(weight.len(), c_out * c_in * kernel, "weights [c_out, c_in, kernel]");
        assert!(c_in > 0, "input channels");
        let panel = match precision {
            Precision::F32 if c_out <= isa.narrow_panel() => isa.narrow_panel(),
            _ => isa.panel(),
        };
        let mut layer = Layer {
            geometry,
            c_in,
            c_out,
            precision,
            packed: Packed::new(&[], (0, 0, 0), Precision::F32, panel),
            minimal: None,
            bias: bias.to_vec(),
        };
        if precision == Precision::F32 {
            layer.minimal = Minimal::new(weight, (c_out, c_in), geometry, panel);
        }
        if layer.minimal.is_none() {
            layer.packed = Packed::new(weight, (c_out, c_in, kernel), precision, panel);
        }
        layer.bias.resize(c_out.next_multiple_of(panel), 0.0);
        Self { layer, isa }
    }

    /// Input channels.
    pub fn c_in(&self) -> usize {
        self.layer.c_in
    }

    /// Output channels.
    pub fn c_out(&self) -> usize {
        self.layer.c_out
    }

    /// Which input columns an output column sees.
    pub fn geometry(&self) -> Geometry {
        self.layer.geometry
    }

    /// Convolves, and measures the output if `moments` says so.
    ///
    /// # Panics
    /// If the lengths of input, output and residual do not fit, or an affine or an activation has other channels.
    pub fn run<I: Element, O: Element>(
        &self,
        input: &Input<I>,
        output: Output<O>,
        moments: bool,
    ) -> Option<Moments> {
        self.check(input, &output);
        self.run_any(I::any_input(input), O::any_output(output), moments)
    }

    /// Here the kernels are compiled, in this crate, and not again in each that calls them.
    fn run_any(&self, input: AnyInput, output: AnyOutput, moments: bool) -> Option<Moments> {
        match (input, output) {
            (AnyInput::F32(input), AnyOutput::F32(output)) => self.blocks(&input, output, moments),
            (AnyInput::F32(input), AnyOutput::Bf16(output)) => self.blocks(&input, output, moments),
            (AnyInput::Bf16(input), AnyOutput::F32(output)) => self.blocks(&input, output, moments),
            (AnyInput::Bf16(input), AnyOutput::Bf16(output)) => {
                self.blocks(&input, output, moments)
            }
        }
    }

    /// All blocks, on all threads.
    fn blocks<I: Element, O: Element>(
        &self,
        input: &Input<I>,
        output: Output<O>,
        measure: bool,
    ) -> Option<Moments> {
        let layer = &self.layer;
        let (c_in, c_out) = (layer.c_in, layer.c_out);
        let len = output.values.len() / c_out;
        let source = Source {
            values: input.values,
            channels: c_in,
            affine: input.affine,
            activation: input.activation,
        };
        let rows = source.as_it_is(layer);
        let division = match rows {
            Some(_) => Division::unprepared(layer.panels(), len),
            None => Division::new(layer, len),
        };
        let out = Shared(output.values.as_mut_ptr());
        let (accumulate, gain) = (output.accumulate, output.gain);
        let tasks = (0..division.tasks()).into_par_iter().map(|task| {
            let (first, columns, panels) = division.task(task);
            // SAFETY: `first` is a column of the output.
            let out = Shared(unsafe { { out }.0.add(first * c_out) });
            let residual =
                output.residual.map(|values| &values[first * c_out..][..columns * c_out]);
            let finish =
                Finish { out, columns, channels: c_out, residual, accumulate, gain, measure };
            SCRATCH.with_borrow_mut(|scratch| match rows {
                None => self.block(&source, first, finish, panels, scratch),
                Some(rows) => {
                    let (rows, codes, ahead) = (Some(&rows[first * c_in..]), None, Ahead::NOTHING);
                    self.isa.run(Block { layer, rows, finish, panels, codes, ahead, scratch })
                }
            })
        });
        let parts: Vec<Option<Moments>> = tasks.with_max_len(1).collect();
        division.join(parts.into_iter().flatten())
    }

    /// Prepares the block whose first column is `first`, and computes some of its panels.
    fn block<I: Element, O: Element>(
        &self,
        source: &Source<I>,
        first: usize,
        finish: Finish<O>,
        panels: Range<usize>,
        scratch: &mut Scratch,
    ) -> Option<Moments> {
        let layer = &self.layer;
        let first = (first * layer.geometry.stride) as isize - layer.geometry.padding as isize;
        let count = layer.input_columns(finish.columns);
        let (precision, rows) = (layer.precision, &mut scratch.rows);
        let codes = self.isa.run(Prepare { source, first, count, precision, rows });
        let ahead = source.ahead(first + count as isize, finish.columns * layer.geometry.stride);
        self.isa.run(Block { layer, rows: None, finish, panels, codes, ahead, scratch })
    }

    fn check<I: Element, O: Element>(&self, input: &Input<I>, output: &Output<O>) {
        let (c_in, c_out) = (self.layer.c_in, self.layer.c_out);
        assert_eq!(input.values.len() % c_in, 0, "input of {c_in} channels");
        let len = self.layer.geometry.output_len(input.values.len() / c_in);
        assert_eq!(
            len.map(|len| len * c_out),
            Some(output.values.len()),
            "output of {c_out} channels"
        );
        assert!(
            output.residual.is_none_or(|r| r.len() == output.values.len()),
            "residual as the output"
        );
        assert!(
            input.affine.is_none_or(|a| a.scale.len() == padded(c_in)),
            "affine of {c_in} channels"
        );
        if let Activation::Snake(snake) = input.activation {
            assert_eq!(snake.alpha.len(), padded(c_in), "snake of {c_in} channels");
        }
    }
}

impl Layer {
    /// Input columns that a block of `columns` reads.
    fn input_columns(&self, columns: usize) -> usize {
        match &self.minimal {
            Some(minimal) => minimal.input_columns(columns),
            None => self.geometry.input_columns(columns),
        }
    }

    /// Panels of output channels.
    pub fn panels(&self) -> usize {
        self.bias.len() / self.packed.panel
    }
}
