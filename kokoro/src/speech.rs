//! A whole speech: a stream, collected.

use std::path::Path;

use kokoro_audio::{AudioOptions, Encoder, Target};
use kokoro_core::{DecodeReport, SAMPLE_RATE, Timings};
use kokoro_plan::Warning;
use kokoro_weights::files::write_atomically;

use crate::{Chunk, Error, TimedMark, TimedWord, Token};

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
    /// The places that the text names, in order, with their times.
    pub marks: Vec<TimedMark>,
    /// The fundamental frequency in Hz, 80 values a second, each with its sample; 0 where speech is
    /// not voiced.
    pub f0: Vec<(u64, f32)>,
    /// Words and symbols of the input that were left out, because nothing can be said of them.
    pub unknown: Vec<String>,
    /// What the text asks for and does not get.
    pub warnings: Vec<Warning>,
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

    /// Adds the next chunk of a stream. Its times move to the end of this speech.
    pub fn push(&mut self, mut chunk: Chunk) {
        chunk.shift(chunk.start, self.samples.len() as u64);
        self.tokens.append(&mut chunk.tokens);
        self.words.append(&mut chunk.words);
        self.marks.append(&mut chunk.marks);
        self.f0.append(&mut chunk.f0);
        self.samples.append(&mut chunk.samples);
        self.unknown.append(&mut chunk.unknown);
        self.warnings.append(&mut chunk.warnings);
        self.timings.add(&chunk.timings);
        self.reports.push(chunk.report);
    }

    /// Writes a WAV file of 16-bit samples: whole, or not at all.
    ///
    /// # Errors
    /// Those of [`write`](Self::write).
    pub fn write_wav(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        self.write(path, &AudioOptions::default())
    }

    /// Writes a file of sound: whole, or not at all.
    ///
    /// # Errors
    /// [`Error::Audio`] for a rate that the format does not have, for a format that this build
    /// lacks, for more than 4 GiB of WAV; [`Error::File`] if the file cannot be written.
    pub fn write(&self, path: impl AsRef<Path>, options: &AudioOptions) -> Result<(), Error> {
        let mut options = options.clone();
        options.target = Target::File;
        let mut encoder = Encoder::new(&options)?;
        let mut bytes = encoder.push(&self.samples)?;
        let ending = encoder.finish()?;
        bytes.extend(ending.bytes);
        let start = ending.start.unwrap_or_default();
        bytes[..start.len()].copy_from_slice(&start);
        Ok(write_atomically(path, &bytes)?)
    }
}
