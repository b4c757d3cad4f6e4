//! A text as it is said, in words, for those who want to see it: what the phonemizer is given.

use kokoro_document::blocks;
use mapped_text::MappedText;

use crate::block::prepare;
use crate::{Phonemizer, TextOptions};

/// The blocks of `text` (paragraphs, headings, items) as they are said, each made when it is asked
/// for. Every part knows the bytes of `text` that it was read from. Blocks that are silent are left
/// out.
pub fn normalize<'a>(
    text: &'a str,
    phonemizer: &'a dyn Phonemizer,
    options: &'a TextOptions,
) -> impl Iterator<Item = MappedText> + 'a {
    let prepared =
        blocks(text, options.format).map(|block| prepare(block, phonemizer, &[], options).text);
    prepared.filter(|text| !text.is_empty())
}
