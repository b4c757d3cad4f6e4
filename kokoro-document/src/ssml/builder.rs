//! Text and marks on their way to blocks.

use std::ops::Range;
use std::rc::Rc;

use mapped_text::MappedText;

use crate::block::{Block, BlockKind, Mark, MarkKind};
use crate::draft::Draft;
use crate::inline;
use crate::speech::{Prosody, VoiceChoice};

use super::before_marks::behind_marks;
use super::state::{Said, State};

/// The blocks that were read, and the text of the next.
#[derive(Debug, Default)]
pub(super) struct Builder {
    blocks: Vec<Block>,
    /// The first block of the paragraph that is being read.
    paragraph: usize,
    /// Marks of places that have no block yet.
    waiting: Vec<Mark>,
    /// The text, and all marks that do not depend on each other.
    draft: Draft,
    /// Marks of prosody and of languages: neither overlaps its like.
    prosody: Vec<Mark>,
    languages: Vec<Mark>,
    gap: Gap,
    voice: Option<Rc<VoiceChoice>>,
}

/// What stands between the text and what comes next.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    Nothing,
    /// A space if both would be read as one word.
    Word,
    Space,
}

impl Builder {
    /// Where the next text will stand in the block.
    pub(super) fn here(&self) -> usize {
        self.draft.text.len()
    }

    /// Appends `part`, which the input has from `start` on.
    pub(super) fn copy(&mut self, part: &str, start: usize, state: &State) {
        self.divide_before(part, start);
        let from = self.here();
        self.draft.text.push_copy(part, start);
        self.mark(from, state);
    }

    /// Appends `part`, which stands for the bytes `source` of the input.
    pub(super) fn put(&mut self, part: &str, source: Range<usize>, state: &State) {
        self.divide_before(part, source.start);
        let from = self.here();
        self.draft.text.push(part, source);
        self.mark(from, state);
    }

    /// Keeps what comes next apart from what is there.
    pub(super) fn divide(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn divide_before(&mut self, part: &str, start: usize) {
        let before = self.draft.text.as_str().chars().next_back();
        let words =
            before.is_some_and(char::is_alphanumeric) && part.starts_with(char::is_alphanumeric);
        let needed = if words { Gap::Word } else { Gap::Space };
        if std::mem::take(&mut self.gap) >= needed {
            self.draft.text.push(" ", start..start);
        }
    }

    /// Marks the text from `from` on with what holds for it.
    fn mark(&mut self, from: usize, state: &State) {
        let range = from..self.here();
        let Said { value, source } = &state.prosody;
        if *value != Prosody::NEUTRAL {
            extend(&mut self.prosody, range.clone(), source, || MarkKind::Prosody(*value));
        }
        let Said { value, source } = &state.language;
        if let Some(tag) = value {
            extend(&mut self.languages, range, source, || MarkKind::Language(tag.to_string()));
        }
    }

    /// Says `kind` of the place here.
    pub(super) fn point(&mut self, kind: MarkKind, source: Range<usize>) {
        let range = self.here()..self.here();
        self.draft.marks.push(Mark { range, source, kind });
    }

    /// Says `kind` of the text from `from` on, without white space at its ends; returns whether
    /// there was any. Of an empty text nothing is said.
    pub(super) fn range(&mut self, from: usize, kind: MarkKind, source: Range<usize>) -> bool {
        let text = self.draft.text.as_str().get(from..).unwrap_or_default();
        let start = from + (text.len() - text.trim_start().len());
        let range = start..start + text.trim().len();
        let any = !range.is_empty();
        if any {
            self.draft.marks.push(Mark { range, source, kind });
        }
        any
    }

    /// What follows is in another voice, perhaps.
    pub(super) fn speak_as(&mut self, voice: Option<&Rc<VoiceChoice>>) {
        if self.voice.as_ref() != voice {
            self.end_block(BlockKind::Fragment);
            self.voice = voice.cloned();
        }
    }

    /// Ends a sentence that its author marked, or the text before one.
    pub(super) fn end_sentence(&mut self) {
        self.end_block(BlockKind::Sentence);
        if let Some(last) = self.blocks[self.paragraph..].last_mut() {
            last.kind = BlockKind::Sentence;
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end_block(BlockKind::Paragraph);
        if let Some(last) = self.blocks[self.paragraph..].last_mut() {
            last.kind = BlockKind::Paragraph;
        }
        self.paragraph = self.blocks.len();
    }

    /// Ends the block if it has text. Marks without text go to the next block.
    fn end_block(&mut self, kind: BlockKind) {
        self.gap = Gap::Nothing;
        let mut draft = std::mem::take(&mut self.draft);
        draft.marks.append(&mut self.prosody);
        draft.marks.append(&mut self.languages);
        let Some(mut block) = finished(&draft, kind) else { return };
        if block.text.is_empty() {
            self.waiting.append(&mut block.marks);
        } else {
            block.marks.splice(..0, self.waiting.drain(..));
            block.voice = self.voice.as_deref().cloned();
            self.blocks.push(block);
        }
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        let left = self.waiting;
        if let Some(last) = self.blocks.last_mut() {
            let end = last.text.len();
            last.marks.extend(left.into_iter().map(|mark| Mark { range: end..end, ..mark }));
        } else if !left.is_empty() {
            let (kind, text) = (BlockKind::Paragraph, MappedText::default());
            let voice = self.voice.as_deref().cloned();
            self.blocks.push(Block { kind, text, marks: left, voice });
        }
        self.blocks
    }
}

/// Says the same of `range` as the tag `source` said before, if that was said of what stands before
/// it; if not, adds a mark.
fn extend(
    marks: &mut Vec<Mark>,
    range: Range<usize>,
    source: &Range<usize>,
    kind: impl Fn() -> MarkKind,
) {
    match marks.last_mut() {
        Some(last) if last.source == *source && last.range.end == range.start => {
            last.range.end = range.end;
        }
        _ => marks.push(Mark { range, source: source.clone(), kind: kind() }),
    }
}

/// The block that `draft` is, with clean text; none if it says nothing.
fn finished(draft: &Draft, kind: BlockKind) -> Option<Block> {
    let mut block = behind_marks(&inline::without_brackets(draft)).into_block(kind)?;
    let text = block.text.as_str();
    block.marks.retain(|mark| mark.kind.may_be_point() || text[mark.range.clone()] != *" ");
    block.marks.sort_by_key(|mark| (mark.range.start, !mark.range.is_empty()));
    Some(block)
}
