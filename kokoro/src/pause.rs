//! Silence for an utterance in which nothing sounds.

use std::iter::repeat;

use kokoro_core::architecture::SAMPLES_PER_FRAME;
use kokoro_text::Utterance;

use crate::Token;
use crate::rendered::Rendered;

/// Frames of silence for an utterance of punctuation alone: half a second. The model would make a
/// burst of noise of it.
const PAUSE_FRAMES: usize = 20;

/// The silence of an utterance in which nothing sounds. Its symbols divide the time evenly.
pub(crate) fn pause(utterance: &Utterance) -> Rendered {
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
    Rendered {
        tokens: symbols.map(token).collect(),
        source: whole.clone(),
        unknown: utterance.unknown.clone(),
        boundary: Some(utterance.boundary),
        ..Rendered::silence(samples)
    }
}
