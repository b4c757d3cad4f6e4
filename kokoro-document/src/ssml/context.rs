//! What is known at a place in SSML.

use std::ops::Range;

use super::builder::Builder;
use super::notes::Notes;
use super::reference::{Piece, pieces};
use super::state::State;

/// What is known at the place that is being read.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) input: &'a str,
    pub(super) notes: Notes,
    pub(super) state: State,
    pub(super) text: Builder,
}

impl Context<'_> {
    /// Reads the text `range` of the input, in which references stand for characters.
    pub(super) fn text(&mut self, range: Range<usize>) {
        for piece in pieces(self.input, range, &mut self.notes) {
            match piece {
                Piece::Copy(range) => self.section(range),
                Piece::Said(said, source) => self.text.put(&said, source, &self.state),
            }
        }
    }

    /// Reads the text `range` of the input as it is.
    pub(super) fn section(&mut self, range: Range<usize>) {
        self.text.copy(&self.input[range.clone()], range.start, &self.state);
    }
}
