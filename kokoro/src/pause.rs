//! Silence for an utterance in which nothing sounds.

use std::iter::repeat;

use kokoro_core::architecture::SAMPLES_PER_FRAME;
use kokoro_core::{DecodeReport, Timings};
use kokoro_text::Utterance;

use crate::{Chunk, TimedWord, Token};

/// Frames of silence for an utterance of punctuation alone: half a second. The model would make a
/// burst of noise of it.
const PAUSE_FRAMES: usize = 20;

/// The silence of an utterance in which nothing sounds, as the first chunk of a stream. Its symbols
/// divide the time evenly.
pub(crate) fn pause(utterance: &Utterance) -> Chunk {
    let samples = PAUSE_FRAMES * SAMPLES_PER_FRAME;
    let count = utterance.phonemes.chars().count().max(1);
    let whole = utterance.source();
    let sources = utterance.sources.iter().chain(repeat(&whole));
    let place = |at: usize| (samples * at / count) as u64;
    let symbols = utterance.phonemes.chars().zip(sources).enumerate();
    let token = |(at, (phoneme, source)): (usize, (char, &_))| {
        let (start, end) = (place(at), place(at + 1));
        Token { phoneme, start, end, source: Clone::clone(source) }
    };
    let tokens: Vec<Token> = symbols.map(token).collect();
    Chunk {
        index: 0,
        is_last: true,
        start: 0,
        words: TimedWord::all(utterance, &tokens),
        tokens,
        samples: vec![0.0; samples],
        source: whole.clone(),
        unknown: utterance.unknown.clone(),
        timings: Timings::default(),
        report: DecodeReport::silence(),
    }
}
