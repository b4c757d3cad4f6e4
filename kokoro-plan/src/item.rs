//! The steps of a speech.

use std::ops::Range;
use std::time::Duration;

use kokoro_document::AudioClip;
pub use kokoro_document::Prosody;
use kokoro_text::{Language, Utterance};

use crate::Pause;

/// A step of a speech.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Item {
    /// Something to say in one pass of the model.
    Utterance(Box<PlannedUtterance>),
    /// Silence between the last sound before it and the first sound after it.
    Pause(Pause),
    /// A place whose time is to be told.
    Mark(Mark),
    /// A sound to play. There is none unless [`PlanOptions::clips`](crate::PlanOptions::clips)
    /// allows it.
    Audio {
        /// Where it lies.
        clip: AudioClip,
        /// The bytes of the text that ask for it.
        source: Range<usize>,
        /// What is said if it cannot be played.
        instead: Vec<Item>,
    },
    /// What the text asks for and does not get.
    Warning(Warning),
}

/// An utterance, and how it is spoken.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlannedUtterance {
    /// Its phonemes, words, and the bytes of the text that they were read from.
    pub utterance: Utterance,
    /// A voice, or a blend of voices.
    pub voice: String,
    /// The language of most of it.
    pub language: Language,
    /// How all of it is spoken: [`PlanOptions::prosody`](crate::PlanOptions::prosody).
    pub base: Prosody,
    /// How parts of it are spoken, on top of `base`: rates, ratios and gains multiply. In order,
    /// without overlap; the rest is spoken as `base` says.
    pub prosody: Vec<ProsodySpan>,
    /// Pauses within it that are set, in order.
    pub pauses: Vec<InnerPause>,
    /// Marks within it, in order.
    pub marks: Vec<InnerMark>,
}

impl PlannedUtterance {
    /// An utterance that is spoken as the voice does.
    pub fn new(utterance: Utterance, voice: impl Into<String>, language: Language) -> Self {
        let (base, prosody, pauses, marks) = Default::default();
        Self { utterance, voice: voice.into(), language, base, prosody, pauses, marks }
    }
}

/// How a part of an utterance is spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct ProsodySpan {
    /// Its place in the utterance's phonemes, in characters.
    pub symbols: Range<usize>,
    /// How it is spoken.
    pub prosody: Prosody,
}

/// A pause within an utterance whose length is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InnerPause {
    /// The punctuation mark that makes it, and spaces beside it: their place in the utterance's
    /// phonemes, in characters.
    pub symbols: Range<usize>,
    /// The silence from the last sound before to the first sound after.
    pub duration: Duration,
}

/// A mark within an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InnerMark {
    /// The symbol of the utterance's phonemes that it stands before, counted in characters.
    pub symbol: usize,
    /// The mark.
    pub mark: Mark,
}

/// A place in the text whose time is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name.
    pub name: String,
    /// The bytes of the text that name it.
    pub source: Range<usize>,
}

/// What the text asks for and does not get.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// What it is, in a sentence.
    pub message: String,
    /// The bytes of the text that ask for it.
    pub source: Range<usize>,
}

impl Warning {
    /// A warning about the bytes `source` of the text.
    pub fn new(message: impl Into<String>, source: Range<usize>) -> Self {
        Self { message: message.into(), source }
    }
}
