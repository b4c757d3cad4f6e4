//! What stands outside all elements.
//!
//! A document has one element `speak`, and nothing stands beside it. An input without `speak` is
//! read as if it stood in one.

use std::ops::Range;

use super::fault::Fault;
use super::notes::Notes;

/// What has stood outside all elements so far.
#[derive(Debug, Default)]
pub(super) enum Roots {
    #[default]
    Nothing,
    /// Something else than `speak`, first at these bytes.
    Fragment(Range<usize>),
    /// A `speak` element.
    Document,
}

impl Roots {
    /// Takes note of text, or of an element that is not `speak`.
    pub(super) fn other(&mut self, range: &Range<usize>, notes: &mut Notes) {
        match self {
            Self::Nothing => *self = Self::Fragment(range.clone()),
            Self::Fragment(_) => {}
            Self::Document => notes.fault(Fault::OutsideRoot, range.clone()),
        }
    }

    /// Takes note of a `speak` element.
    pub(super) fn speak(&mut self, range: &Range<usize>, notes: &mut Notes) {
        match std::mem::replace(self, Self::Document) {
            Self::Nothing => {}
            Self::Fragment(before) => notes.fault(Fault::OutsideRoot, before),
            Self::Document => notes.fault(Fault::OutsideRoot, range.clone()),
        }
    }
}
