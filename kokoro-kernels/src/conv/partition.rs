//! The partition of a layer into tasks for threads: blocks of output columns, and groups of panels
//! of output channels where there are few columns.
//!
//! It depends on shapes alone, and not on the number of threads, so that results do not, either.

use std::ops::Range;

use super::layer::{Layer, LayerWeights};
use super::microkernel::COLUMNS;
use super::moments::Moments;
use crate::memory::aligned::padded;

/// Values of prepared input in a block: 256 kB in f32, which stay in the L2 cache beside the
/// weights.
const BLOCK_VALUES: usize = 64 * 1024;
/// The number of blocks is a multiple of this if there are enough columns, so that threads have
/// equally many.
const MIN_TASKS: usize = 8;
/// Most panels of a task. A wider layer is cut into more tasks, each of which prepares the input of
/// its block again.
const MAX_PANELS: usize = 8;
/// Fewest columns for which it is worth while to read all weights. Blocks are not made shorter
/// while that many fit; a shorter output is divided by channels and not by columns.
const MIN_COLUMNS: usize = 48;
/// Most columns of a block that has no prologue: a few megabytes.
const MAX_COLUMNS: usize = 170 * COLUMNS;

/// The tasks of one run of a layer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Partition {
    len: usize,
    columns: usize, // of a block
    panels: usize,  // of a task
    all_panels: usize,
}

/// One task: some panels of a block of columns.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    /// The block's first output column.
    pub first: usize,
    /// The block's output columns.
    pub columns: usize,
    pub panels: Range<usize>,
}

impl Partition {
    /// Of `len` output columns, for blocks with a prologue, whose prepared input must stay in
    /// cache.
    pub fn new(layer: &Layer, len: usize) -> Self {
        let (columns, all_panels) = (block_columns(layer, len), layer.panels());
        let (blocks, wide) = (len.div_ceil(columns), all_panels.div_ceil(MAX_PANELS));
        let panels = match layer.weights {
            LayerWeights::Winograd(_) => all_panels, // all of them share the transformed input
            LayerWeights::Direct(_) => {
                all_panels.div_ceil(MIN_TASKS.div_ceil(blocks.max(1)).max(wide))
            }
        };
        Self { len, columns, panels, all_panels }
    }

    /// Of `len` output columns, for blocks without a prologue. They can be long, with a few panels
    /// each, so that each panel's weights are read once.
    pub fn without_prologue(all_panels: usize, len: usize) -> Self {
        let columns = len.clamp(1, MAX_COLUMNS);
        Self { len, columns, panels: all_panels.div_ceil(2 * MIN_TASKS), all_panels }
    }

    /// Tasks of a block.
    fn groups(&self) -> usize {
        self.all_panels.div_ceil(self.panels)
    }

    /// Number of tasks.
    pub fn tasks(&self) -> usize {
        self.len.div_ceil(self.columns) * self.groups()
    }

    /// Task `index`.
    pub fn task(&self, index: usize) -> Task {
        let (block, group) = (index / self.groups(), index % self.groups());
        let (first, panel) = (block * self.columns, group * self.panels);
        let panels = panel..self.all_panels.min(panel + self.panels);
        Task { first, columns: self.columns.min(self.len - first), panels }
    }

    /// The moments of the whole output from those of all tasks in order: the channels of a block
    /// are put side by side, then the blocks are added up. `None` if there are no parts.
    pub fn join(&self, mut parts: impl Iterator<Item = Moments>) -> Option<Moments> {
        let mut block = || {
            Some((1..self.groups()).fold(parts.next()?, |sum, _| match parts.next() {
                Some(part) => sum.beside(part),
                None => sum,
            }))
        };
        let first = block()?;
        Some(std::iter::from_fn(block).fold(first, |sum, part| sum.and(&part)))
    }
}

/// Output columns of a block with a prologue.
fn block_columns(layer: &Layer, len: usize) -> usize {
    let unit = match &layer.weights {
        LayerWeights::Direct(_) => COLUMNS,
        LayerWeights::Winograd(weights) => weights.column_unit(),
    };
    let fitting = BLOCK_VALUES / (padded(layer.c_in) * layer.geometry.stride);
    let blocks = len.div_ceil(fitting.max(1)).next_multiple_of(MIN_TASKS).max(1);
    let wanted = len.div_ceil(blocks).max(MIN_COLUMNS.min(fitting));
    wanted.next_multiple_of(unit).max(unit)
}
