//! How a layer is cut into tasks: blocks of output columns, and groups of panels of output channels where columns are few. From the shapes
//! alone, and whether an input must be prepared, so that results do not depend on who computes what.

use std::ops::Range;

use crate::aligned::padded;
use crate::conv::Layer;
use crate::minimal::Minimal;
use crate::moments::Moments;
use crate::tile::COLUMNS;

/// Values of prepared input that a block may have: 256 kB, so that they stay in L2 beside the weights.
const BLOCK_VALUES: usize = 64 * 1024;
/// Blocks are a multiple of this where there are enough columns, so that threads have as many each.
const MIN_TASKS: usize = 8;
/// Panels of a task: a wide layer is cut finer, at the price of preparing its input more than once.
const MAX_PANELS: usize = 8;
/// Columns that are worth reading all weights for; what is shorter is shared by output channels.
const MIN_COLUMNS: usize = 48;
/// Columns of a block that needs no preparing: a few MB at most.
const MAX_COLUMNS: usize = 170 * COLUMNS;

/// The tasks of one run of a layer; see the top of this file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Division {
    len: usize,
    columns: usize, // of a block
    panels: usize,  // of a task
    all_panels: usize,
}

impl Division {
    /// Of an output of `len` columns.
    pub fn new(layer: &Layer, len: usize) -> Self {
        let (columns, all_panels) = (columns(layer, len), layer.panels());
        let (blocks, wide) = (len.div_ceil(columns), all_panels.div_ceil(MAX_PANELS));
        let panels = match layer.minimal {
            Some(_) => all_panels, // all of them share the transformed input
            None => all_panels.div_ceil(MIN_TASKS.div_ceil(blocks.max(1)).max(wide)),
        };
        Self { len, columns, panels, all_panels }
    }

    /// The same of so many panels where blocks have nothing to prepare: then they may be long, and have a few panels each, whose weights are read once.
    pub fn unprepared(all_panels: usize, len: usize) -> Self {
        let columns = len.clamp(1, MAX_COLUMNS);
        Self { len, columns, panels: all_panels.div_ceil(2 * MIN_TASKS), all_panels }
    }

    /// Tasks of a block.
    fn groups(&self) -> usize {
        self.all_panels.div_ceil(self.panels)
    }

    /// All tasks.
    pub fn tasks(&self) -> usize {
        self.len.div_ceil(self.columns) * self.groups()
    }

    /// The first column of a task, how many, and its panels.
    pub fn task(&self, task: usize) -> (usize, usize, Range<usize>) {
        let (block, group) = (task / self.groups(), task % self.groups());
        let (first, panel) = (block * self.columns, group * self.panels);
        let panels = panel..self.all_panels.min(panel + self.panels);
        (first, self.columns.min(self.len - first), panels)
    }

    /// Moments of all tasks, in order: the channels of a block side by side, then the blocks.
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

/// Output columns of a block.
fn columns(layer: &Layer, len: usize) -> usize {
    let unit = layer.minimal.as_ref().map_or(COLUMNS, Minimal::columns);
    let fitting = BLOCK_VALUES / (padded(layer.c_in) * layer.geometry.stride);
    let blocks = len.div_ceil(fitting.max(1)).next_multiple_of(MIN_TASKS).max(1);
    let wanted = len.div_ceil(blocks).max(MIN_COLUMNS.min(fitting));
    wanted.next_multiple_of(unit).max(unit)
}
