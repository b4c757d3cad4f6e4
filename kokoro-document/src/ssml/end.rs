//! What is done where an element ends.

use std::ops::Range;

use crate::block::MarkKind;
use crate::speech::{AudioClip, SayAs};

use super::builder::Gap;
use super::context::Context;

/// What is done where an element ends. `from` is where the text of the element begins in the block.
#[derive(Debug, Default)]
pub(super) enum End {
    #[default]
    Nothing,
    Sentence,
    Paragraph,
    /// What follows stands apart.
    Gap(Gap),
    Phonemes {
        from: usize,
        phonemes: String,
        value: Range<usize>,
        tag: Range<usize>,
    },
    SayAs {
        from: usize,
        say_as: SayAs,
        tag: Range<usize>,
    },
    /// The value `alias` of an attribute is read for the bytes from `content` on.
    Alias {
        alias: String,
        value: Range<usize>,
        content: usize,
    },
    Audio {
        from: usize,
        clip: AudioClip,
        tag: Range<usize>,
    },
}

impl End {
    /// Does it. The content of the element ends before the byte `end` of the input.
    pub(super) fn act(self, end: usize, context: &mut Context) {
        let text = &mut context.text;
        match self {
            Self::Nothing => {}
            Self::Sentence => text.end_sentence(),
            Self::Paragraph => text.end_paragraph(),
            Self::Gap(gap) => text.divide(gap),
            Self::Phonemes { from, phonemes, value, tag } => {
                let kind = MarkKind::Phonemes(phonemes);
                if !text.range(from, kind.clone(), tag.clone()) {
                    // An element without text sounds, too: what it says stands for itself.
                    let here = text.here();
                    let source = if here == from { value.clone() } else { end..end };
                    text.put(&context.input[value], source, &context.state);
                    text.range(here, kind, tag);
                }
            }
            Self::SayAs { from, say_as, tag } => {
                text.range(from, MarkKind::SayAs(say_as), tag);
            }
            Self::Alias { alias, value, content } => {
                let inside = context.input.get(content..end).unwrap_or_default();
                let start = content + (inside.len() - inside.trim_start().len());
                let source = start..start + inside.trim().len();
                let source = if source.is_empty() { value } else { source };
                text.put(&alias, source, &context.state);
            }
            Self::Audio { from, clip, tag } => {
                let kind = MarkKind::Audio(clip);
                if !text.range(from, kind.clone(), tag.clone()) {
                    text.point(kind, tag);
                }
                text.divide(Gap::Word);
            }
        }
    }

    /// Makes it that of an element that has no end tag, and so no content, before the byte `end`.
    pub(super) fn without_content(mut self, end: usize) -> Self {
        if let Self::Alias { content, .. } = &mut self {
            *content = end;
        }
        self
    }

    /// Whether the text of the element is not read.
    pub(super) fn replaces_text(&self) -> bool {
        matches!(self, Self::Alias { .. })
    }
}
