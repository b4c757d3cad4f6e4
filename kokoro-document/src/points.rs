//! Marks of a single place, such as pauses, put into the blocks that were read around them.
//!
//! How lines are joined and what is a heading does not depend on a pause that stands there. So the
//! text is divided into blocks without it, and it comes to its block by its place in the source.

use crate::block::{Block, BlockKind, Mark};

/// Marks of single places that belong to no block yet, in the order of the source.
#[derive(Debug, Clone, Default)]
pub(crate) struct Points(Vec<Mark>);

impl Points {
    pub(crate) fn extend(&mut self, points: Vec<Mark>) {
        self.0.extend(points);
    }

    /// Puts each into that one of `blocks` which it stands in or before; those behind all of them
    /// at the end of the last. Without blocks they are kept for those that come.
    pub(crate) fn put_into(&mut self, blocks: &mut [Block]) {
        if self.0.is_empty() {
            return;
        }
        let Some(last) = blocks.iter().rposition(|block| !block.text.is_empty()) else { return };
        let mut points = std::mem::take(&mut self.0).into_iter().peekable();
        for (at, block) in blocks.iter_mut().enumerate() {
            let text = &block.text;
            if text.is_empty() {
                continue;
            }
            let end = text.source(0..text.len()).end;
            let before = block.marks.len();
            while let Some(mut point) =
                points.next_if(|point| at == last || point.source.start <= end)
            {
                let place = text.place_of(point.source.start);
                point.range = place..place;
                block.marks.push(point);
            }
            if block.marks.len() > before {
                block.marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
            }
        }
    }

    /// A block without text that has those which are left, if any are.
    pub(crate) fn into_block(self) -> Option<Block> {
        (!self.0.is_empty()).then(|| Block {
            kind: BlockKind::Paragraph,
            text: Default::default(),
            marks: self.0.into_iter().map(|point| Mark { range: 0..0, ..point }).collect(),
            voice: None,
        })
    }
}
