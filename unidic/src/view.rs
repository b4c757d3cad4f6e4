//! A dictionary whose parts are opened.

use crate::characters::Characters;
use crate::matrix::{Matrix, Packed};
use crate::tokens::{Readings, Tokens};
use crate::trie::Trie;
use crate::unknown::Unknown;

/// The parts of a dictionary, opened.
pub(crate) struct View<'a> {
    pub(crate) characters: &'a Characters,
    pub(crate) unknown: &'a Unknown,
    pub(crate) trie: Trie<'a>,
    pub(crate) tokens: Tokens<'a>,
    pub(crate) readings: Readings<'a>,
    pub(crate) matrix: &'a Matrix,
    pub(crate) packed: Packed<'a>,
}
