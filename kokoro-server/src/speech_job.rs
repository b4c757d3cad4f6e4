//! A request for speech, once it is understood: what every endpoint that speaks makes of its body.

use axum::http::HeaderMap;
use kokoro::SpeechOptions;
use kokoro::audio::{AudioFormat, AudioOptions};
use kokoro::plan::Item;

use crate::Source;

/// What is to be spoken, how, and what is sent.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SpeechJob {
    /// The text, in the format of the options. The places of words are places in it.
    pub text: String,
    /// Steps of a plan that are spoken in place of the text, if it was planned already.
    pub items: Option<Vec<Item>>,
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
            items: None,
            options: SpeechOptions::default(),
            audio: AudioOptions::new(AudioFormat::Mp3),
            form: Form::default(),
            ignored: Vec::new(),
            headers: HeaderMap::new(),
        }
    }

    /// What is spoken.
    pub fn source(&mut self) -> Source {
        match self.items.take() {
            Some(items) => Source::Items(items),
            None => Source::Text(self.text.clone()),
        }
    }
}
