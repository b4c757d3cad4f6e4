//! What a text-to-speech engine must be able to do.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use thiserror::Error;
use tokio::sync::mpsc;

use crate::Program;

/// A text-to-speech engine.
pub trait Engine: Send + Sync + 'static {
    /// The program and its voices. They must stay the same while a server runs.
    fn program(&self) -> &Program;

    /// Samples per second of all sound that the engine makes.
    fn sample_rate(&self) -> u32;

    /// Begins a speech, whose text comes afterwards. Called within tokio's runtime, so it must not
    /// wait: the speech is made by a thread or task of the engine's own.
    ///
    /// # Errors
    /// The speech cannot begin. What is found out later comes out of the speech's receiver.
    fn start(&self, start: SpeechStart) -> Result<Speech, EngineError>;
}

/// How a text is to be spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SpeechStart {
    /// The name of one of the program's voices.
    pub voice: String,
    /// One of that voice's languages; empty if it has none.
    pub language: String,
    /// Which of that voice's speakers, if the client asks for one. It may be one that there is not.
    pub speaker: Option<String>,
    /// What the text is.
    pub format: TextFormat,
}

impl SpeechStart {
    /// Plain text with a voice in a language.
    pub fn new(voice: impl Into<String>, language: impl Into<String>) -> Self {
        let (voice, language) = (voice.into(), language.into());
        Self { voice, language, speaker: None, format: TextFormat::Text }
    }
}

/// What a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextFormat {
    /// Text without markup.
    #[default]
    Text,
    /// A document in the Speech Synthesis Markup Language.
    Ssml,
}

/// A speech: where its text goes in and its sound comes out.
pub struct Speech {
    /// Takes the text. It is over when this is dropped.
    pub text: Box<dyn TextSink>,
    /// Gives the sound: whole samples of 16 bits, signed, little-endian, one channel. No piece may
    /// be held back until later text comes if it is certain without. The speech is over when the
    /// sender is dropped, or after an error. A text in which nothing can be said is no error: it
    /// has no sound.
    ///
    /// When this is dropped, the speech is cancelled. The sender should wait when the channel is
    /// full, because the client may be slow.
    pub audio: mpsc::Receiver<Result<Bytes, EngineError>>,
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech").finish_non_exhaustive()
    }
}

/// Takes a text in pieces. The text is over when this is dropped.
pub trait TextSink: Send {
    /// The next piece of the text, cut anywhere. Must not wait; text for which there is no time
    /// yet is kept.
    fn push_text(&mut self, text: &str);
}

/// A function that takes the pieces.
impl<F: FnMut(&str) + Send> TextSink for F {
    fn push_text(&mut self, text: &str) {
        self(text);
    }
}

/// Why an engine does not speak.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EngineError {
    /// It speaks as much as it can already.
    #[error("busy; try again in {} s", retry_after.as_secs_f64().ceil())]
    Busy {
        /// When it may be tried again.
        retry_after: Duration,
    },
    /// It will never speak this.
    #[error("this cannot be spoken: {0}")]
    Unspeakable(#[source] Box<dyn StdError + Send + Sync>),
    /// It failed.
    #[error("the speech failed: {0}")]
    Failed(#[source] Box<dyn StdError + Send + Sync>),
}
