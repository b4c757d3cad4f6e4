//! A whole speech: a stream, collected.

use std::path::Path;

use kokoro_core::{DecodeReport, SAMPLE_RATE, Timings};

use crate::chunk::Clock;
use crate::wav::{self, SampleFormat};
use crate::{Chunk, Error, TimedWord, Token};

/// The samples of a speech, and where each phoneme is in them.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Speech {
    /// Mono, about −1 to 1. Not clipped: a loud voice may pass 1 by a little.
    pub samples: Vec<f32>,
    /// Every phoneme and punctuation mark that was spoken, in order.
    pub tokens: Vec<Token>,
    /// The words of the text, in order, with their times. Empty if phonemes were given.
    pub words: Vec<TimedWord>,
    /// Words and symbols of the input that were left out, because nothing can be said of them.
    pub unknown: Vec<String>,
    /// Where the computing time went.
    pub timings: Timings,
    /// Which decoder made each chunk, and why it was not the one that was asked first.
    pub reports: Vec<DecodeReport>,
}

impl Speech {
    /// Samples in a second: always [`SAMPLE_RATE`].
    pub fn sample_rate(&self) -> u32 {
        SAMPLE_RATE
    }

    /// Length in seconds.
    pub fn seconds(&self) -> f64 {
        self.samples.len() as f64 / f64::from(SAMPLE_RATE)
    }

    /// Adds the next chunk of a stream. Its tokens move to the end of this speech.
    pub fn push(&mut self, chunk: Chunk) {
        let samples = self.samples.len() as u64;
        let chunk = Clock { index: self.reports.len(), samples }.place(chunk);
        self.tokens.extend(chunk.tokens);
        self.words.extend(chunk.words);
        self.samples.extend(chunk.samples);
        self.unknown.extend(chunk.unknown);
        self.timings.add(&chunk.timings);
        self.reports.push(chunk.report);
    }

    /// Writes a WAV file of 16-bit samples: whole, or not at all.
    ///
    /// # Errors
    /// [`Error::Wav`] for more than 4 GiB; [`Error::File`] if it cannot be written.
    pub fn write_wav(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        wav::write_file(path, SampleFormat::I16, &self.samples)
    }
}
