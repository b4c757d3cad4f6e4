//! Pauses, and how long each kind lasts.

use std::ops::Range;
use std::time::Duration;

use kokoro_text::Boundary;

/// Silence between utterances.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pause {
    /// How long, from the last sound before it to the first sound after it.
    pub duration: Duration,
    /// Why.
    pub kind: PauseKind,
    /// The bytes of the text that ask for it; empty at its place if no mark of its own does.
    pub source: Range<usize>,
}

/// Why there is a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PauseKind {
    /// A comma.
    Comma,
    /// A semicolon, a colon, a dash, or a change of the voice within a sentence.
    Clause,
    /// A sentence was too long and is spoken in several utterances.
    Split,
    /// The end of a sentence.
    Sentence,
    /// The end of a line of a poem or of code, or of a cell of a table.
    Line,
    /// The end of an item of a list.
    Item,
    /// The end of a paragraph.
    Paragraph,
    /// The end of a heading.
    Heading,
    /// The end of a section.
    Section,
    /// The author asked for it.
    Break,
}

/// How long each kind of pause lasts, at a rate of 1.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PausePolicy {
    /// `None` leaves pauses at commas to the model.
    pub comma: Option<Duration>,
    /// `None` leaves pauses between clauses to the model.
    pub clause: Option<Duration>,
    /// Between utterances of one sentence.
    pub split: Duration,
    /// After a sentence.
    pub sentence: Duration,
    /// After a line or a cell.
    pub line: Duration,
    /// After an item.
    pub item: Duration,
    /// After a paragraph.
    pub paragraph: Duration,
    /// After a heading.
    pub heading: Duration,
    /// After a section.
    pub section: Duration,
}

impl Default for PausePolicy {
    fn default() -> Self {
        let ms = Duration::from_millis;
        Self {
            comma: None,
            clause: None,
            split: ms(100),
            sentence: ms(400),
            line: ms(400),
            item: ms(450),
            paragraph: ms(700),
            heading: ms(800),
            section: ms(1200),
        }
    }
}

impl PausePolicy {
    /// A pause of this kind at the byte `at` of the text. One that is left to the model, or to
    /// whoever asks for it, is as long as that of a forced split.
    pub fn pause(&self, kind: PauseKind, at: usize) -> Pause {
        let duration = match kind {
            PauseKind::Comma => self.comma.unwrap_or(self.split),
            PauseKind::Clause => self.clause.unwrap_or(self.split),
            PauseKind::Split | PauseKind::Break => self.split,
            PauseKind::Sentence => self.sentence,
            PauseKind::Line => self.line,
            PauseKind::Item => self.item,
            PauseKind::Paragraph => self.paragraph,
            PauseKind::Heading => self.heading,
            PauseKind::Section => self.section,
        };
        Pause { duration, kind, source: at..at }
    }

    /// Which pause follows an utterance with which `boundary` ends.
    pub fn after(&self, boundary: Boundary) -> PauseKind {
        match boundary {
            Boundary::Split => PauseKind::Split,
            Boundary::Clause => PauseKind::Clause,
            Boundary::Line => PauseKind::Line,
            Boundary::Item => PauseKind::Item,
            Boundary::Paragraph => PauseKind::Paragraph,
            Boundary::Heading => PauseKind::Heading,
            Boundary::Section => PauseKind::Section,
            _ => PauseKind::Sentence,
        }
    }
}
