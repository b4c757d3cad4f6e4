//! A packed model, read in place.

use std::ops::Range;

use crate::error::Error;
use crate::format::{
    FIRST_UNIT, HEADER, LEAF, MAGIC, NODE, SPELLINGS, TEXT, VERSION, probability, weight,
};
use crate::unit::Spelling;

/// A packed model: pronounces words by what it has learned.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    spellings: &'a [u8],
    text: &'a [u8],
    nodes: &'a [u8],
    leaves: &'a [u8],
}

/// An n-gram that longer ones begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NodeId(pub(crate) u32);

/// The empty n-gram.
pub(crate) const ROOT: NodeId = NodeId(0);

/// A token that may follow an n-gram.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Successor {
    pub(crate) token: u16,
    pub(crate) probability: f32,
}

impl<'a> Model<'a> {
    /// Opens a packed model. Nothing is copied; only the lengths of its parts are checked.
    ///
    /// # Errors
    ///
    /// [`Error::Format`] if the bytes are not a whole model of this version.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Error> {
        let format = |found| Error::Format { expected: VERSION, found };
        let header = bytes.get(..HEADER).ok_or_else(|| format("too few bytes"))?;
        if header[..4] != MAGIC {
            return Err(format("other first bytes"));
        }
        let number = |at: usize| {
            u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
        };
        if number(4) != VERSION {
            return Err(format("another version"));
        }
        let [units, nodes, leaves] = [12, 16, 20].map(|at| number(at) as usize);
        let mut rest = &bytes[HEADER..];
        let mut take = |length: usize| {
            let (part, after) =
                rest.split_at_checked(length).ok_or_else(|| format("too few bytes"))?;
            rest = after;
            Ok(part)
        };
        let model = Self {
            spellings: take(SPELLINGS)?,
            text: take(units * TEXT)?,
            nodes: take((nodes + 1) * NODE)?,
            leaves: take(leaves * LEAF)?,
        };
        match rest.is_empty() {
            true => Ok(model),
            false => Err(format("too many bytes")),
        }
    }

    /// The units of a spelling.
    pub(crate) fn units(&self, spelling: Spelling) -> Range<u16> {
        let at = |index: usize| short(self.spellings, 2 * index);
        at(spelling.index())..at(spelling.index() + 1)
    }

    /// The phonemes of a unit.
    pub(crate) fn text(&self, unit: u16) -> &'a str {
        let at = usize::from(unit - FIRST_UNIT) * TEXT;
        let padded = self.text.get(at..at + TEXT).unwrap_or_default();
        let end = padded.iter().position(|&byte| byte == 0).unwrap_or(TEXT);
        std::str::from_utf8(&padded[..end]).unwrap_or_default()
    }

    /// The logarithmic weight of shorter n-grams after this one.
    pub(crate) fn weight(&self, node: NodeId) -> f32 {
        weight(self.nodes[node.0 as usize * NODE + 3])
    }

    /// The n-gram that is longer by a token, if longer ones begin with it.
    pub(crate) fn child(&self, node: NodeId, token: u16) -> Option<NodeId> {
        let range = self.children(node, 4);
        let at = lower_bound(self.nodes, NODE, range.clone(), token);
        (at < range.end && short(self.nodes, at * NODE) == token).then_some(NodeId(at as u32))
    }

    /// The tokens of a range that follow an n-gram, with their logarithmic probabilities.
    pub(crate) fn successors(
        &self,
        node: NodeId,
        tokens: Range<u16>,
    ) -> impl Iterator<Item = Successor> + use<'a> {
        let (nodes, leaves) = (self.nodes, self.leaves);
        let inner = within(nodes, NODE, self.children(node, 4), tokens.clone());
        let leaf = within(leaves, LEAF, self.children(node, 7), tokens);
        inner.chain(leaf)
    }

    /// The numbers of a node's children: inner ones at byte 4 of a node, leaves at byte 7.
    fn children(&self, node: NodeId, field: usize) -> Range<usize> {
        let at = |node: usize| {
            let bytes = &self.nodes[node * NODE + field..];
            u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]) as usize
        };
        at(node.0 as usize)..at(node.0 as usize + 1)
    }
}

/// The records of a list, sorted by token, whose tokens are in a range.
fn within<'a>(
    records: &'a [u8],
    size: usize,
    range: Range<usize>,
    tokens: Range<u16>,
) -> impl Iterator<Item = Successor> + use<'a> {
    let start = lower_bound(records, size, range.clone(), tokens.start);
    (start..range.end)
        .map(move |at| Successor {
            token: short(records, at * size),
            probability: probability(records[at * size + 2]),
        })
        .take_while(move |successor| successor.token < tokens.end)
}

/// The first record of a sorted list whose token is not less than `token`.
fn lower_bound(records: &[u8], size: usize, range: Range<usize>, token: u16) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low.midpoint(high);
        match short(records, middle * size) < token {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    low
}

fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}
