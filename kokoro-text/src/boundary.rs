//! What ends where an utterance ends: a later stage makes pauses of it.

use kokoro_document::{Block, BlockKind, CellPlace};

/// What ends with an utterance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Boundary {
    /// A sentence, and nothing more.
    #[default]
    Sentence,
    /// Nothing: the sentence was too long, and goes on with the next utterance.
    Split,
    /// Nothing but what a comma divides: the sentence was too long.
    Comma,
    /// A clause: of a sentence that was too long, at a mark stronger than a comma; or a part of a
    /// paragraph before the voice changes, which no mark of a sentence ends.
    Clause,
    /// A line: of a poem or of code, a cell of a table, a caption.
    Line,
    /// An item of a list, or a row of a table.
    Item,
    /// A paragraph, a poem, a list, a table.
    Paragraph,
    /// A heading.
    Heading,
    /// A section: a line such as `***` follows, or the heading of the next.
    Section,
}

impl Boundary {
    /// What ends with a block, if one of the kind `next` follows, or none.
    pub fn of_block(block: &Block, next: Option<BlockKind>) -> Self {
        let is_heading = matches!(block.kind, BlockKind::Heading { .. });
        match (block.kind, next) {
            (_, Some(BlockKind::SceneBreak)) | (BlockKind::SceneBreak, _) => Self::Section,
            (_, Some(BlockKind::Heading { .. })) if !is_heading => Self::Section,
            (BlockKind::Heading { .. }, _) => Self::Heading,
            (BlockKind::Sentence, _) => Self::Sentence,
            (BlockKind::Fragment, _) => Self::of_text(block.text.as_str()),
            (BlockKind::Verse, Some(BlockKind::Verse)) => Self::Line,
            (BlockKind::Code, Some(BlockKind::Code)) => Self::Line,
            (BlockKind::Caption, _) => Self::Line,
            (BlockKind::Cell { place: CellPlace::Inner }, _) => Self::Line,
            (BlockKind::Cell { .. }, Some(BlockKind::Cell { .. })) => Self::Item,
            (BlockKind::ListItem { .. }, Some(BlockKind::ListItem { .. })) => Self::Item,
            _ => Self::Paragraph,
        }
    }

    /// What ends with a text that goes on elsewhere.
    fn of_text(text: &str) -> Self {
        let ends = text.trim_end_matches(is_closing).ends_with(is_terminator);
        if ends { Self::Sentence } else { Self::Clause }
    }

    /// What ends with `phonemes`, after which a sentence goes on.
    pub(crate) fn within_sentence(phonemes: &str) -> Self {
        match phonemes.trim_end_matches([')', '”', '"', ' ']).chars().next_back() {
            Some(',') => Self::Comma,
            Some('.' | '!' | '?' | '…' | ':' | ';' | '—') => Self::Clause,
            _ => Self::Split,
        }
    }
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '।' | '。' | '！' | '？')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '」' | '』' | '）')
}

#[cfg(test)]
mod tests {
    use kokoro_document::{Format, blocks};

    use super::*;

    #[test]
    fn a_block_ends_as_what_follows_says() {
        let markdown = "# One\n\n## Two\n\nThree.\n\n- four\n- five\n\nSix.\n\n***\n\n\
                        seven  \nEight\n\n|a|b|\n|-|-|\n|c|d|\n\n# Nine\n\nTen";
        let blocks: Vec<Block> = blocks(markdown, Format::Markdown).collect();
        let next = |at: usize| blocks.get(at + 1).map(|block| block.kind);
        let ends: Vec<String> = blocks
            .iter()
            .enumerate()
            .map(|(at, block)| {
                format!("{} {:?}", block.text.as_str(), Boundary::of_block(block, next(at)))
            })
            .collect();
        assert_eq!(
            ends,
            [
                "One Heading",
                "Two Heading",
                "Three. Paragraph",
                "four Item",
                "five Paragraph",
                "Six. Section",
                " Section",
                "seven Line",
                "Eight Paragraph",
                "a Line",
                "b Item",
                "c Line",
                "d Section",
                "Nine Heading",
                "Ten Paragraph",
            ]
        );
    }

    #[test]
    fn within_a_sentence_the_last_mark_decides() {
        for (phonemes, boundary) in [
            ("kˈæt", Boundary::Split),
            ("kˈæt,”", Boundary::Comma),
            ("kˈæt—", Boundary::Clause),
            ("kˈæt?!”", Boundary::Clause),
            ("", Boundary::Split),
        ] {
            assert_eq!(Boundary::within_sentence(phonemes), boundary, "{phonemes}");
        }
        assert_eq!(Boundary::of_text("So it is.”"), Boundary::Sentence);
        assert_eq!(Boundary::of_text("He said"), Boundary::Clause);
    }
}
