//! A request for speech, once it is understood: what every endpoint that speaks makes of its body.

use axum::http::HeaderMap;
use kokoro::SpeechOptions;
use kokoro::audio::{AudioFormat, AudioOptions};

use crate::Source;
use crate::segments::{Segment, Segments};

/// What is to be spoken, how, and what is sent.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SpeechJob {
    /// The text, in the format of the options. The places of words are places in it.
    pub text: String,
    /// What the text is.
    pub content: Content,
    /// Voice, speed, language and whatever else decides about the sound.
    pub options: SpeechOptions,
    /// The format of the sound. [`respond`](crate::respond::respond) sets its target.
    pub audio: AudioOptions,
    /// The form of the response.
    pub form: Form,
    /// Fields of the request that nobody understands; a header names them.
    pub ignored: Vec<String>,
    /// Further headers of the response.
    pub headers: HeaderMap,
}

/// What the text of a job is.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// A text.
    #[default]
    Text,
    /// A text whose parts are spoken each in its own way.
    Parts(Vec<Segment>),
    /// Phonemes: IPA, one symbol a phoneme.
    Phonemes,
}

/// The form in which a client is sent a speech.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// Sound, as it is made, in a body whose length is not known.
    #[default]
    Stream,
    /// Sound, all of it in one body.
    Whole,
    /// Server-sent events with pieces of the sound.
    Events(EventWords),
}

/// Whether the words of a speech are among its events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventWords {
    /// There is nothing but sound.
    Left,
    /// Words come before their sound, with their times and places.
    Told,
}

impl SpeechJob {
    /// A text in the default voice, as a stream of MP3.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            content: Content::Text,
            options: SpeechOptions::default(),
            audio: AudioOptions::new(AudioFormat::Mp3),
            form: Form::default(),
            ignored: Vec::new(),
            headers: HeaderMap::new(),
        }
    }

    /// What is spoken.
    pub fn source(&mut self) -> Source {
        let text = self.text.clone();
        match std::mem::take(&mut self.content) {
            Content::Text => Source::Text(text),
            Content::Parts(parts) => Source::Segments(Segments { text, parts }),
            Content::Phonemes => Source::Phonemes(text),
        }
    }
}
