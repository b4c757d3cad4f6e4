//! A piece of speech, and the place of each phoneme in it.

use std::ops::Range;

use kokoro_core::{DecodeReport, SAMPLE_RATE, Timings};
use kokoro_text::{Origin, SpokenWord, Utterance};

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
    /// The words of the text, in order, with their times. Empty if phonemes were given.
    pub words: Vec<TimedWord>,
    /// The bytes of the input that this chunk speaks.
    pub source: Range<usize>,
    /// Words and symbols of the input that were left out, because nothing can be said of them.
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
        let moved = |at: u64| at - chunk.start + self.samples;
        for token in &mut chunk.tokens {
            (token.start, token.end) = (moved(token.start), moved(token.end));
        }
        for word in &mut chunk.words {
            (word.start, word.end) = (moved(word.start), moved(word.end));
        }
        (chunk.index, chunk.start) = (self.index, self.samples);
        *self = Self { index: self.index + 1, samples: chunk.end() };
        chunk
    }
}

/// A word of the text, its place in the speech and where its pronunciation came from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimedWord {
    /// The word as it is said: of "$5" it is "five", and then "dollars".
    pub spoken: String,
    /// Its phonemes.
    pub phonemes: String,
    /// Its first sample, counted from the beginning of the stream.
    pub start: u64,
    /// The first sample after it.
    pub end: u64,
    /// The bytes of the input that it was read from. The words of a number share theirs.
    pub source: Range<usize>,
    /// Where its pronunciation came from.
    pub origin: Origin,
}

impl TimedWord {
    /// The words of an utterance, of which each symbol has its token.
    pub(crate) fn all(utterance: &Utterance, tokens: &[Token]) -> Vec<Self> {
        let timed = |word: &SpokenWord| Some(Self::new(word, tokens.get(word.symbols.clone())?));
        utterance.words.iter().filter_map(timed).collect()
    }

    /// A word that is said in the time of `tokens`, which are its own.
    fn new(word: &SpokenWord, tokens: &[Token]) -> Self {
        Self {
            spoken: word.spoken.clone(),
            phonemes: tokens.iter().map(|token| token.phoneme).collect(),
            start: tokens.first().map_or(0, |token| token.start),
            end: tokens.last().map_or(0, |token| token.end),
            source: word.source.clone(),
            origin: word.origin,
        }
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
    /// The bytes of the input that it was read from: of a text, those of its word; of phonemes, the
    /// symbol itself.
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
