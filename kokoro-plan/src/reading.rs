//! A text that is being read, block by block.

use std::iter::Peekable;
use std::vec;

use kokoro_document::{Block, BlockKind, Blocks, Format, blocks, ssml};
use kokoro_text::{Boundary, FrontEnds, Reader};

use crate::{Error, PlanOptions, Strictness, Warning};

/// A text that is being read.
pub(crate) struct Reading<'a> {
    pub reader: Reader<'a>,
    blocks: Peekable<Source<'a>>,
    /// What ends with the block that is being read; none before the first and in silent ones.
    pub boundary: Option<Boundary>,
    /// Where the last block ends that has text.
    pub end: usize,
}

/// Where blocks come from.
enum Source<'a> {
    Document(Blocks<'a>),
    Ssml(vec::IntoIter<Block>),
    /// The text is one sign, which is read as its name.
    Sign,
}

impl Iterator for Source<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        match self {
            Self::Document(blocks) => blocks.next(),
            Self::Ssml(blocks) => blocks.next(),
            Self::Sign => None,
        }
    }
}

impl<'a> Reading<'a> {
    /// Begins to read `text`. SSML is parsed, and what is wrong in it told.
    pub fn new(
        text: &'a str,
        front_ends: &'a FrontEnds,
        options: &PlanOptions,
    ) -> Result<(Self, Vec<Warning>), Error> {
        let phonemizer = front_ends.get(options.language)?;
        let mut reader = Reader::new(text, phonemizer, &options.text);
        let mut warnings = Vec::new();
        let source = if options.text.format == Format::Ssml {
            let strictness = match options.strictness {
                Strictness::Strict => ssml::Strictness::Strict,
                Strictness::Lenient => ssml::Strictness::Lenient,
            };
            let read = ssml::read(text, strictness)?;
            let told = read.warnings.into_iter();
            warnings.extend(told.map(|told| Warning::new(told.to_string(), told.source)));
            Source::Ssml(read.blocks.into_iter())
        } else if reader.begin_sign_alone() {
            Source::Sign
        } else {
            Source::Document(blocks(text, options.text.format))
        };
        let reading = Self { reader, blocks: source.peekable(), boundary: None, end: 0 };
        Ok((reading, warnings))
    }

    /// The next block, and in `boundary` what ends with it.
    pub fn next_block(&mut self) -> Option<Block> {
        let block = self.blocks.next()?;
        let is_silent = block.text.is_empty();
        if block.kind == BlockKind::SceneBreak || !is_silent {
            let next = self.blocks.peek().map(|next| next.kind);
            self.boundary = Some(Boundary::of_block(&block, next));
        }
        if !is_silent {
            self.end = block.text.source(0..block.text.len()).end;
        }
        Some(block)
    }
}
