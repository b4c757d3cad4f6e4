//! A piece of speech, and the place of each phoneme in it.

use std::ops::Range;

use kokoro_core::{DecodeReport, SAMPLE_RATE, Timings};

/// What one pass of the model spoke: an utterance, or a part of one that is too long for the
/// decoder.
///
/// Times are counts of samples from the beginning of the stream. That is the only clock: there are
/// [`SAMPLE_RATE`](crate::SAMPLE_RATE) samples in a second, and the chunks of a stream follow each
/// other without a gap.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Chunk {
    /// The place of this chunk in the stream, from 0.
    pub index: usize,
    /// Whether no chunk follows.
    pub is_last: bool,
    /// The first sample's place on the stream's clock.
    pub start: u64,
    /// Mono, about −1 to 1. Not clipped: a loud voice may pass 1 by a little.
    pub samples: Vec<f32>,
    /// Every phoneme and punctuation mark that was spoken, in order.
    pub tokens: Vec<Token>,
    /// The bytes of the input that this chunk speaks.
    pub source: Range<usize>,
    /// Words and symbols of the input that were spelled or left out.
    pub unknown: Vec<String>,
    /// Where the computing time went.
    pub timings: Timings,
    /// Which decoder made the samples, and why it was not the one that was asked first.
    pub report: DecodeReport,
}

impl Chunk {
    /// The first sample after this chunk, on the stream's clock.
    pub fn end(&self) -> u64 {
        self.start + self.samples.len() as u64
    }
}

/// The place of the next chunk in a stream.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clock {
    /// Chunks so far.
    pub index: usize,
    /// Samples so far.
    pub samples: u64,
}

impl Clock {
    /// Moves a chunk to this place, and the clock behind it.
    pub fn place(&mut self, mut chunk: Chunk) -> Chunk {
        for token in &mut chunk.tokens {
            token.start = token.start - chunk.start + self.samples;
            token.end = token.end - chunk.start + self.samples;
        }
        (chunk.index, chunk.start) = (self.index, self.samples);
        *self = Self { index: self.index + 1, samples: chunk.end() };
        chunk
    }
}

/// A phoneme or punctuation mark, its place in the speech and its place in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// An IPA symbol, a punctuation mark or a space.
    pub phoneme: char,
    /// Its first sample, counted from the beginning of the stream.
    pub start: u64,
    /// The first sample after it.
    pub end: u64,
    /// The bytes of the input that it was read from: of a text, as finely as the front end tells
    /// (today its sentence); of phonemes, the symbol itself.
    pub source: Range<usize>,
}

impl Token {
    /// The time of its first sample, in seconds.
    pub fn start_seconds(&self) -> f64 {
        self.start as f64 / f64::from(SAMPLE_RATE)
    }

    /// The time of the first sample after it, in seconds.
    pub fn end_seconds(&self) -> f64 {
        self.end as f64 / f64::from(SAMPLE_RATE)
    }
}
