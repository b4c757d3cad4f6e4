//! A piece of speech, and the place of each phoneme in it.

use std::ops::Range;

use kokoro_core::{DecodeReport, SAMPLE_RATE, Timings};
use kokoro_plan::Warning;
use kokoro_text::{Boundary, Origin};

/// What the stream gives at a time: the speech of an utterance or of a piece of one, after the
/// pause before it.
///
/// Times are counts of samples from the beginning of the stream. That is the only clock: there are
/// [`SAMPLE_RATE`](crate::SAMPLE_RATE) samples in a second, and the chunks of a stream follow each
/// other without a gap.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Chunk {
    /// The place of this chunk in the stream, from 0.
    pub index: usize,
    /// Whether no chunk follows. If the text is [followed](crate::Kokoro::follow), that is not
    /// known of a chunk of speech: such a stream ends without one, or with a last chunk of silence.
    pub is_last: bool,
    /// The first sample's place on the stream's clock.
    pub start: u64,
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
    /// The bytes of the input that this chunk speaks.
    pub source: Range<usize>,
    /// What of the text ends with this chunk; `None` if its utterance goes on in the next.
    pub boundary: Option<Boundary>,
    /// Words and symbols of the input that were left out, because nothing can be said of them.
    pub unknown: Vec<String>,
    /// What the text asks for and does not get.
    pub warnings: Vec<Warning>,
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

    /// Moves everything that has a time, but not the chunk, from the clock that has `from` to the
    /// one that has `to` at the same moment.
    pub(crate) fn shift(&mut self, from: u64, to: u64) {
        let moved = |at: &mut u64| *at = *at - from + to;
        for token in &mut self.tokens {
            moved(&mut token.start);
            moved(&mut token.end);
        }
        for word in &mut self.words {
            moved(&mut word.start);
            moved(&mut word.end);
        }
        self.marks.iter_mut().for_each(|mark| moved(&mut mark.at));
        self.f0.iter_mut().for_each(|(at, _)| moved(at));
    }
}

/// A place in the text that its author named, and when it is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimedMark {
    /// Its name.
    pub name: String,
    /// Its sample, counted from the beginning of the stream.
    pub at: u64,
    /// The bytes of the input that name it.
    pub source: Range<usize>,
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
