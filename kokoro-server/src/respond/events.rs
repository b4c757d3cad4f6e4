//! A speech as server-sent events, in OpenAI's form and with words.

use std::fmt::Write;

use axum::body::Bytes;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kokoro::audio::Encoder;
use kokoro::captions::{WordsJson, WrittenWord};
use kokoro::text::Format;
use kokoro::{Chunk, Error, SAMPLE_RATE, WordTimes};
use serde_json::json;

use crate::{ApiError, Listener};

/// Bytes of sound in an event. Its line is a third longer; some readers of events, such as aiohttp,
/// take no line of more than 64 KiB.
const LARGEST_DELTA: usize = 32 << 10;

/// Samples in a frame of the model, 25 ms: what `output_tokens` counts.
const FRAME: u64 = 600;

/// Makes events of chunks.
#[derive(Debug)]
pub(super) struct EventMaker {
    encoder: Encoder,
    words: Option<WordTimes<'static>>,
    /// Phonemes and punctuation marks that were spoken.
    phonemes: u64,
    samples: u64,
}

impl EventMaker {
    /// With the words of `text`, which is in `format`; without one, with sound alone.
    pub fn new(encoder: Encoder, text: Option<String>, format: Format) -> Self {
        let words = text.map(|text| WordTimes::new(text, format));
        Self { encoder, words, phonemes: 0, samples: 0 }
    }
}

impl Listener for EventMaker {
    type Heard = Bytes;

    fn hear(&mut self, chunk: Chunk) -> Result<Vec<Bytes>, Error> {
        self.phonemes += chunk.tokens.len() as u64;
        self.samples += chunk.samples.len() as u64;
        let mut words = Vec::new();
        if let Some(times) = &mut self.words {
            words = times.push(&chunk);
            words.extend(times.complete(&chunk));
        }
        let bytes = self.encoder.push(&chunk.samples)?;
        Ok(told(&words).into_iter().chain(deltas(&bytes)).collect())
    }

    fn finish(self) -> Result<Vec<Bytes>, Error> {
        let Self { encoder, words, phonemes, samples } = self;
        let last = words.and_then(WordTimes::finish);
        let bytes = encoder.finish()?.bytes;
        let frames = samples.div_ceil(FRAME);
        let done = json!({
            "type": "speech.audio.done",
            "usage": {
                "input_tokens": phonemes,
                "output_tokens": frames,
                "total_tokens": phonemes + frames,
            },
        });
        let done = event(&done.to_string());
        Ok(told(last.as_slice()).into_iter().chain(deltas(&bytes)).chain([done]).collect())
    }
}

/// An event of sound for each part of `bytes`.
fn deltas(bytes: &[u8]) -> impl Iterator<Item = Bytes> {
    bytes.chunks(LARGEST_DELTA).map(|part| {
        let audio = STANDARD.encode(part);
        event(&format!(r#"{{"type":"speech.audio.delta","audio":"{audio}"}}"#))
    })
}

/// An event of words, if there are any.
fn told(words: &[WrittenWord]) -> Option<Bytes> {
    let (first, rest) = words.split_first()?;
    let mut data = String::from(r#"{"type":"speech.audio.words","words":["#);
    data += &WordsJson::record(first, SAMPLE_RATE);
    for word in rest {
        // Writing into a string cannot fail.
        let _ = write!(data, ", {}", WordsJson::record(word, SAMPLE_RATE));
    }
    Some(event(&(data + "]}")))
}

/// The event with which a speech that failed ends.
pub(super) fn failure(error: &ApiError) -> Bytes {
    event(&error.body().to_string())
}

/// An event with `data`, which has no line breaks.
fn event(data: &str) -> Bytes {
    Bytes::from(format!("data: {data}\n\n"))
}
