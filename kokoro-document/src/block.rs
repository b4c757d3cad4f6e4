//! Blocks of clean text, and what their author said of single words.

use std::ops::Range;

use mapped_text::MappedText;

use crate::speech::{AudioClip, Break, Prosody, SayAs, VoiceChoice};

/// A piece of a document that is read for itself: a paragraph, a heading, an item, a cell.
///
/// Its end is the end of a sentence, whether or not a mark says so.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Block {
    /// What the piece is in the document.
    pub kind: BlockKind,
    /// Its words: one line, trimmed, single spaces, no markup. Sources are bytes of the input.
    /// A [`BlockKind::SceneBreak`] has no text, nor has a block of pauses, bookmarks and sounds
    /// alone.
    pub text: MappedText,
    /// What the author said of words in `text`, in the order of the text.
    pub marks: Vec<Mark>,
    /// The voice that the author asked for.
    pub voice: Option<VoiceChoice>,
}

/// What a block is in its document. A later stage makes pauses of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BlockKind {
    /// A paragraph, or what is nothing else.
    Paragraph,
    /// A heading.
    Heading {
        /// 1 for the most important; at most 6.
        level: u8,
    },
    /// A paragraph of an item of a list. The number of a numbered item is part of its text; a
    /// bullet is not.
    ListItem {
        /// 1 for the outermost list.
        depth: usize,
    },
    /// A paragraph of a quotation.
    Quote {
        /// 1 for a quotation, 2 for a quotation in it.
        depth: usize,
    },
    /// A cell of a table.
    Cell {
        /// Where it stands in its row.
        place: CellPlace,
    },
    /// A line of a poem, or another line that its author ended on purpose.
    Verse,
    /// A line of a block of code.
    Code,
    /// The caption of a table or a picture.
    Caption,
    /// A sentence that its author marked as one.
    Sentence,
    /// The beginning of a paragraph that goes on in the next block, in another voice.
    Fragment,
    /// A line such as `***` between two scenes. It has no text and is a pause.
    SceneBreak,
}

/// Where a cell stands in its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellPlace {
    /// Another cell of the row follows.
    Inner,
    /// The row ends with it.
    LastOfRow,
}

/// What the author of a text said of a word in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mark {
    /// The bytes of the block's text that are marked; empty for a single place.
    pub range: Range<usize>,
    /// The bytes of the input that say it: its markup. Of markup around words, those of the words
    /// may be among them.
    pub source: Range<usize>,
    /// What was said.
    pub kind: MarkKind,
}

/// What can be said of a word.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum MarkKind {
    /// `[Kokoro](/kˈOkəɹO/)`: its phonemes, as they were written between the slashes.
    Phonemes(String),
    /// `[that](-1)`: its stress, in misaki's measure: more than 0 strengthens, less weakens.
    Stress(f32),
    /// What kind of thing it is: a date, a number, letters.
    SayAs(SayAs),
    /// The language that it is in: a tag (BCP 47), as it was written.
    Language(String),
    /// How it is spoken. Marks of this kind do not overlap: what surrounds them is reckoned in.
    Prosody(Prosody),
    /// A pause at an empty range.
    Break(Break),
    /// A name for the place of an empty range, whose time is to be told.
    Bookmark(String),
    /// A sound that is played in its place, if that is allowed and it can be read.
    Audio(AudioClip),
}

impl MarkKind {
    /// Whether it may stand at a single place: a pause, a bookmark, a sound.
    pub(crate) fn may_be_point(&self) -> bool {
        matches!(self, Self::Break(_) | Self::Bookmark(_) | Self::Audio(_))
    }
}

impl Block {
    /// A block that has no text.
    pub(crate) fn scene_break() -> Self {
        let (text, marks) = Default::default();
        Self { kind: BlockKind::SceneBreak, text, marks, voice: None }
    }
}

#[cfg(test)]
impl Block {
    /// The text behind a letter for what the block is, for tests.
    pub(crate) fn named(&self) -> String {
        let kind = match self.kind {
            BlockKind::Paragraph => "p".into(),
            BlockKind::Heading { level } => format!("h{level}"),
            BlockKind::ListItem { depth } => format!("li{depth}"),
            BlockKind::Quote { depth } => format!("q{depth}"),
            BlockKind::Cell { place } => format!("{place:?}"),
            BlockKind::SceneBreak => return "break".into(),
            other => format!("{other:?}"),
        };
        format!("{kind}: {}", self.text.as_str())
    }
}
