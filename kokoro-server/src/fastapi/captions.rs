//! Sound and the times of words, piece by piece: what `/dev/captioned_speech` sends.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use kokoro::audio::Encoder;
use kokoro::captions::WrittenWord;
use kokoro::text::Format;
use kokoro::{Chunk, Error, SAMPLE_RATE, WordTimes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Listener;
use crate::segments::Segment;

/// A piece of a speech, or all of it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct CaptionedSpeech {
    /// The sound, in base64. The sounds of all pieces, one after the other, are one file.
    pub audio: String,
    /// The media type of the sound.
    #[schema(example = "audio/mpeg")]
    pub audio_format: &'static str,
    /// The words that were said since the piece before.
    pub timestamps: Vec<Timestamp>,
}

/// A word of the text as it is written, and when it is heard.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Timestamp {
    /// The word.
    pub word: String,
    /// Its beginning, in seconds from the beginning of the speech.
    pub start_time: f64,
    /// Its end.
    pub end_time: f64,
    /// Who says it, if the request has voices in its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<String>,
}

/// Bytes of sound, and the words that were said since those before.
#[derive(Debug, Default)]
pub(crate) struct Captioned {
    pub sound: Vec<u8>,
    pub words: Vec<Timestamp>,
}

impl Captioned {
    /// As it is sent.
    pub fn sent(self, audio_format: &'static str) -> CaptionedSpeech {
        let audio = BASE64_STANDARD.encode(&self.sound);
        CaptionedSpeech { audio, audio_format, timestamps: self.words }
    }
}

/// Whether pieces are given out as they come, or all at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pieces {
    Many,
    One {
        /// Bytes of sound that it may have.
        most: usize,
    },
}

/// Makes pieces of sound with the words that were said in them.
#[derive(Debug)]
pub(crate) struct Captioner {
    encoder: Encoder,
    /// None if no times are wanted.
    words: Option<WordTimes<'static>>,
    voices: Vec<Segment>,
    /// What was made and is not given out.
    kept: Captioned,
    pieces: Pieces,
}

impl Captioner {
    /// One that was given no sound yet.
    pub fn new(encoder: Encoder, voices: Vec<Segment>, pieces: Pieces) -> Self {
        Self { encoder, words: None, voices, kept: Captioned::default(), pieces }
    }

    /// Tells the times of the words of `text`, too.
    #[must_use]
    pub fn with_words(self, text: String, format: Format) -> Self {
        Self { words: Some(WordTimes::new(text, format)), ..self }
    }

    fn timestamp(&self, word: &WrittenWord) -> Timestamp {
        let seconds = |samples: u64| {
            let milliseconds = samples as f64 * 1000.0 / f64::from(SAMPLE_RATE);
            milliseconds.round() / 1000.0
        };
        let place = self.voices.partition_point(|part| part.range.end <= word.bytes.start);
        Timestamp {
            word: word.word.clone(),
            start_time: seconds(word.start),
            end_time: seconds(word.end),
            voice: self.voices.get(place).map(|part| part.voice.clone()),
        }
    }

    fn keep(&mut self, sound: &[u8], words: &[WrittenWord]) -> Result<(), Error> {
        let words: Vec<Timestamp> = words.iter().map(|word| self.timestamp(word)).collect();
        self.kept.words.extend(words);
        self.kept.sound.extend_from_slice(sound);
        let (format, bytes) = (self.encoder.format(), self.kept.sound.len() as u64);
        match self.pieces {
            Pieces::One { most } if self.kept.sound.len() > most => {
                Err(kokoro::audio::Error::TooLong { format, bytes }.into())
            }
            _ => Ok(()),
        }
    }
}

impl Listener for Captioner {
    type Heard = Captioned;

    fn hear(&mut self, chunk: Chunk) -> Result<Vec<Captioned>, Error> {
        let sound = self.encoder.push(&chunk.samples)?;
        let mut words = Vec::new();
        if let Some(times) = &mut self.words {
            words = times.push(&chunk);
            words.extend(times.complete(&chunk));
        }
        self.keep(&sound, &words)?;
        match self.pieces {
            Pieces::Many if !self.kept.sound.is_empty() => Ok(vec![std::mem::take(&mut self.kept)]),
            _ => Ok(Vec::new()),
        }
    }

    fn finish(mut self) -> Result<Vec<Captioned>, Error> {
        let last = self.words.take().and_then(WordTimes::finish);
        self.keep(&[], last.as_slice())?;
        let ending = self.encoder.finish()?;
        let mut kept = self.kept;
        kept.sound.extend_from_slice(&ending.bytes);
        if let (Pieces::One { .. }, Some(start)) = (self.pieces, ending.start) {
            kept.sound[..start.len()].copy_from_slice(&start);
        }
        let empty = kept.sound.is_empty() && kept.words.is_empty();
        Ok(if empty { Vec::new() } else { vec![kept] })
    }
}
