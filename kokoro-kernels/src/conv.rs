//! A convolution, with everything that stands before and after it fused in.

mod activation;
mod block;
mod element;
pub(crate) mod epilogue;
mod layer;
pub(crate) mod microkernel;
pub(crate) mod moments;
pub(crate) mod pack;
pub(crate) mod params;
pub(crate) mod partition;
mod prologue;
mod winograd;

use std::cell::RefCell;

use rayon::prelude::*;

pub use self::activation::{Activation, Affine, Snake};
use self::block::{Block, BlockInput, BlockScratch};
pub use self::element::Element;
use self::element::{AnyInput, AnyOutput};
use self::epilogue::{Epilogue, Measure};
use self::layer::{Layer, LayerWeights};
pub use self::moments::Moments;
pub use self::params::{ConvInput, ConvOutput, Geometry, Interrupt, WriteMode};
use self::partition::{Partition, Task};
use self::prologue::{Prologue, Source};
use crate::isa::Isa;
use crate::memory::aligned::{AlignedBuffer, padded};
use crate::memory::prefetch::Prefetch;
use crate::memory::shared::SharedOutput;
use crate::precision::Precision;

/// A convolution with its weights:
/// `y[t, o] = b[o] + Σ_{k,i} w[o, i, k] · act(affine(x[stride·t + dilation·k − padding, i]))`, with
/// zeros outside of `x`. [`naive::conv`](crate::naive::conv) is its definition.
#[derive(Debug, Clone)]
pub struct Conv {
    layer: Layer,
    isa: Isa,
}

/// Buffers that a thread keeps from block to block. Nothing is assumed of their contents.
#[derive(Debug, Default)]
struct Scratch {
    rows: AlignedBuffer,
    block: BlockScratch,
}

thread_local! {
    /// It is borrowed outside of what is compiled for an instruction set, because the closure of
    /// `with_borrow_mut` is not inlined and would be compiled without the set's instructions.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl Conv {
    /// From `weight` `[c_out, c_in, kernel]` and `bias` `[c_out]`, for the fastest instructions of
    /// this processor.
    ///
    /// # Panics
    /// If the lengths do not fit, or any number of the geometry but the padding is 0.
    pub fn new(weight: &[f32], bias: &[f32], geometry: Geometry, precision: Precision) -> Self {
        Self::with_isa(weight, bias, geometry, precision, Isa::best())
    }

    /// [`new`](Self::new) with the instructions that the caller chooses.
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
        Self { layer: Layer::new(weight, bias, geometry, precision, isa.panel_widths()), isa }
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

    /// Convolves.
    ///
    /// # Panics
    /// If the lengths of input, output and residual do not fit, or an affine or an activation has
    /// another number of channels.
    pub fn run<I: Element, O: Element>(&self, input: &ConvInput<I>, output: ConvOutput<O>) {
        self.check(input, &output);
        self.run_any(I::any_input(input), O::any_output(output), Measure::Nothing);
    }

    /// Convolves, and measures the output while it is still in cache.
    ///
    /// # Panics
    /// As [`run`](Self::run).
    pub fn run_measured<I: Element, O: Element>(
        &self,
        input: &ConvInput<I>,
        output: ConvOutput<O>,
    ) -> Moments {
        self.check(input, &output);
        let moments = self.run_any(I::any_input(input), O::any_output(output), Measure::Moments);
        moments.unwrap_or_else(|| Moments::of_nothing(self.layer.c_out))
    }

    /// Not generic, so that the kernels are compiled once: see [`element`].
    fn run_any(&self, input: AnyInput, output: AnyOutput, measure: Measure) -> Option<Moments> {
        use AnyInput as In;
        use AnyOutput as Out;
        match (input, output) {
            (In::F32(input), Out::F32(output)) => self.run_tasks(&input, output, measure),
            (In::F32(input), Out::Bf16(output)) => self.run_tasks(&input, output, measure),
            (In::Bf16(input), Out::F32(output)) => self.run_tasks(&input, output, measure),
            (In::Bf16(input), Out::Bf16(output)) => self.run_tasks(&input, output, measure),
        }
    }

    /// Runs all tasks, on all threads.
    fn run_tasks<I: Element, O: Element>(
        &self,
        input: &ConvInput<I>,
        output: ConvOutput<O>,
        measure: Measure,
    ) -> Option<Moments> {
        let layer = &self.layer;
        let c_out = layer.c_out;
        let len = output.values.len() / c_out;
        let ConvInput { values, affine, activation } = *input;
        let source = Source { values, channels: layer.c_in, affine, activation };
        let in_place = self.rows_in_place(input);
        let partition = match in_place {
            Some(_) => Partition::without_prologue(layer.panels(), len),
            None => Partition::new(layer, len),
        };
        let ConvOutput { values, residual, mode, gain, interrupt } = output;
        let stopped = || interrupt.is_some_and(Interrupt::stops);
        let out = SharedOutput::new(values);
        let tasks = (0..partition.tasks()).into_par_iter().map(|index| {
            if stopped() {
                return None;
            }
            let Task { first, columns, panels } = partition.task(index);
            let out = out.part(first * c_out, columns * c_out);
            let residual = residual.map(|values| &values[first * c_out..][..columns * c_out]);
            let epilogue = Epilogue::new(out, c_out, residual, mode, gain, measure);
            SCRATCH.with_borrow_mut(|Scratch { rows, block }| {
                let input = match in_place {
                    Some(rows) => BlockInput {
                        rows: &rows[first * layer.c_in..],
                        quantization: None,
                        prefetch: Prefetch::NOTHING,
                    },
                    None => self.prepare(&source, first, columns, rows),
                };
                // SAFETY: no two tasks of a partition have the same panels of the same columns, and
                // nothing else uses the output, which is borrowed exclusively.
                let block = unsafe { Block::new(layer, input, epilogue, panels, block) };
                self.isa.run(block)
            })
        });
        let parts: Vec<Option<Moments>> = tasks.with_max_len(1).collect();
        if stopped() { None } else { partition.join(parts.into_iter().flatten()) }
    }

    /// Prepares the input of the block of `columns` output columns from `first` on.
    fn prepare<'a, I: Element>(
        &self,
        source: &Source<I>,
        first: usize,
        columns: usize,
        rows: &'a mut AlignedBuffer,
    ) -> BlockInput<'a> {
        let Geometry { stride, padding, .. } = self.layer.geometry;
        let first = (first * stride) as isize - padding as isize;
        let count = self.layer.input_columns(columns);
        let precision = self.layer.precision();
        let quantization = self.isa.run(Prologue { source, first, count, precision, rows });
        let prefetch = source.prefetch(first + count as isize, columns * stride);
        BlockInput { rows: rows.words(), quantization, prefetch }
    }

    /// The input as the rows that the blocks read, if nothing has to be done to it. This is so for
    /// most linear layers.
    fn rows_in_place<'a, I: Element>(&self, input: &ConvInput<'a, I>) -> Option<&'a [u32]> {
        let Layer { geometry, c_in, weights, .. } = &self.layer;
        let unchanged = input.affine.is_none() && matches!(input.activation, Activation::Identity);
        let fits = *geometry == Geometry::default()
            && matches!(weights, LayerWeights::Direct(w) if w.precision() == Precision::F32)
            && *c_in == padded(*c_in);
        if unchanged && fits { I::f32_words(input.values) } else { None }
    }

    fn check<I, O>(&self, input: &ConvInput<I>, output: &ConvOutput<O>) {
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
            "a residual of the output's shape"
        );
        assert!(
            input.affine.is_none_or(|a| a.scale.len() == padded(c_in)),
            "an affine of {c_in} channels"
        );
        if let Activation::Snake(snake) = input.activation {
            assert_eq!(snake.alpha.len(), padded(c_in), "a snake of {c_in} channels");
        }
    }
}
