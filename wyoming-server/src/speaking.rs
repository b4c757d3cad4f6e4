//! One text that is being spoken.

use std::fmt;
use std::future::pending;

use bytes::Bytes;
use thiserror::Error;
use tokio::sync::mpsc::Receiver;

use crate::{Engine, EngineError, Event, SpeechStart, TextSink, reply};

/// Samples of an `audio-chunk` at most.
const CHUNK: usize = 1024;

/// Whether a text comes whole or in pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    Whole,
    InPieces,
}

/// Why a text is not spoken to its end.
#[derive(Debug, Error)]
pub enum SpeakError {
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error("the text is longer than {limit} characters")]
    TextTooLong { limit: usize },
}

impl SpeakError {
    /// What an `error` event says to programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Engine(EngineError::Busy { .. }) => "busy",
            Self::Engine(EngineError::Unspeakable(_)) => "unspeakable",
            Self::Engine(EngineError::Failed(_)) => "failed",
            Self::TextTooLong { .. } => "text-too-long",
        }
    }
}

/// A text that is being spoken. The engine is started by the first piece that is not blank, so
/// that who has nothing to say yet keeps nobody else from speaking.
pub struct Speaking {
    arrival: Arrival,
    rate: u32,
    /// What the engine will be started with.
    start: Option<SpeechStart>,
    /// Where more text goes.
    text: Option<Box<dyn TextSink>>,
    is_text_over: bool,
    /// How many more characters may come.
    room: usize,
    limit: usize,
    /// Where sound comes from, once the engine was started.
    audio: Option<Receiver<Result<Bytes, EngineError>>>,
    /// Sound that was not given yet.
    pcm: Bytes,
    /// Samples that were given.
    samples: u64,
    /// Whether `audio-start` was given.
    has_begun: bool,
}

/// What comes next of a speech.
#[derive(Debug)]
pub enum Next {
    /// An event with sound, or the one before it.
    Sound(Event),
    /// All was spoken.
    End,
    /// Nothing more is spoken.
    Failed(SpeakError),
}

impl Speaking {
    /// Will speak a text of up to `limit` characters.
    pub fn new(arrival: Arrival, start: SpeechStart, rate: u32, limit: usize) -> Self {
        Self {
            arrival,
            rate,
            start: Some(start),
            text: None,
            is_text_over: false,
            room: limit,
            limit,
            audio: None,
            pcm: Bytes::new(),
            samples: 0,
            has_begun: false,
        }
    }

    pub fn arrival(&self) -> Arrival {
        self.arrival
    }

    /// Whether more of the text may come.
    pub fn is_open(&self) -> bool {
        !self.is_text_over
    }

    /// The next piece of the text.
    pub fn push_text(&mut self, engine: &dyn Engine, text: &str) -> Result<(), SpeakError> {
        let length = text.chars().count();
        let too_long = SpeakError::TextTooLong { limit: self.limit };
        self.room = self.room.checked_sub(length).ok_or(too_long)?;
        if text.trim().is_empty() && self.start.is_some() {
            return Ok(());
        }
        if let Some(start) = self.start.take() {
            let speech = engine.start(start)?;
            self.text = Some(speech.text);
            self.audio = Some(speech.audio);
        }
        if let Some(sink) = &mut self.text {
            sink.push_text(text);
        }
        Ok(())
    }

    /// The text is over.
    pub fn finish_text(&mut self) {
        self.is_text_over = true;
        self.text = None;
    }

    /// What comes next, as soon as it is there. May be dropped while it waits.
    pub async fn next(&mut self) -> Next {
        while self.pcm.is_empty() {
            let Some(audio) = &mut self.audio else {
                // There was nothing to say so far.
                return if self.is_text_over { Next::End } else { pending().await };
            };
            match audio.recv().await {
                Some(Ok(pcm)) => self.pcm = pcm,
                Some(Err(error)) => return Next::Failed(error.into()),
                None => return Next::End,
            }
        }
        if let Some(start) = self.begin() {
            return Next::Sound(start);
        }
        let pcm = self.pcm.split_to(self.pcm.len().min(CHUNK * reply::WIDTH));
        let at = self.samples;
        self.samples += (pcm.len() / reply::WIDTH) as u64;
        Next::Sound(reply::audio_chunk(self.rate, at, pcm))
    }

    /// `audio-start`, unless it was given.
    pub fn begin(&mut self) -> Option<Event> {
        let has_begun = std::mem::replace(&mut self.has_begun, true);
        (!has_begun).then(|| reply::audio_start(self.rate))
    }

    /// `audio-stop`.
    pub fn stop(&self) -> Event {
        reply::audio_stop(self.rate, self.samples)
    }
}

impl fmt::Debug for Speaking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speaking")
            .field("arrival", &self.arrival)
            .field("is_text_over", &self.is_text_over)
            .field("samples", &self.samples)
            .finish_non_exhaustive()
    }
}
