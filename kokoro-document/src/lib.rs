//! What people paste, plain, Markdown or HTML, as blocks of clean text.

mod block;
mod draft;
mod entities;
mod fold;
mod format;
mod inline;
mod plain;

use plain::{Markup, Plain};

pub use block::{Block, BlockKind, CellPlace, Mark, MarkKind};
pub use format::{Format, UnknownFormat};

/// The blocks of a document, in its order.
///
/// Plain text is read as it is asked for, a few lines at a time.
pub fn blocks(input: &str, format: Format) -> Blocks<'_> {
    let markup = if format == Format::Plain { Markup::OfWords } else { Markup::Safe };
    Blocks { inner: Plain::new(input, markup) }
}

/// Iterator of [`blocks`].
#[derive(Debug, Clone)]
pub struct Blocks<'a> {
    inner: Plain<'a>,
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        self.inner.next()
    }
}
