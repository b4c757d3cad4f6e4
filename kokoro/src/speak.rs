//! One pass of the model: an utterance to a chunk.

use std::iter::repeat;

use kokoro_core::architecture::SAMPLES_PER_FRAME;
use kokoro_core::{Spoken, Tokens, Vocab};
use kokoro_text::{Utterance, is_sound};

use crate::divide::divide;
use crate::engine::Engine;
use crate::pause::pause;
use crate::{Chunk, Error, SpeechOptions, TimedWord, Token};

/// What came of giving an utterance to the model.
pub(crate) enum Pass {
    /// Its speech, at the beginning of the clock.
    Spoken(Box<Chunk>),
    /// The decoder takes less at once: the same phonemes in pieces.
    TooLong(Vec<Utterance>),
}

impl Engine {
    /// Speaks an utterance; or divides it, if it is longer than the decoder takes and can be
    /// divided.
    pub fn speak_once(
        &self,
        utterance: &Utterance,
        options: &SpeechOptions,
    ) -> Result<Pass, Error> {
        let voice = self.voice(&options.voice)?;
        if !utterance.phonemes.contains(is_sound) {
            return Ok(Pass::Spoken(Box::new(pause(utterance))));
        }
        let model = &self.model;
        let tokens = model.vocab().encode(&utterance.phonemes)?;
        let prepared = model.prepare(&tokens, &voice, &options.delivery())?;
        let frames = prepared.features.frames;
        if let Some(longest) = model.decoder().longest().filter(|&longest| frames > longest) {
            let pieces = divide(utterance, frames, longest);
            if pieces.len() > 1 {
                return Ok(Pass::TooLong(pieces));
            }
        }
        let spoken = model.complete(prepared)?;
        Ok(Pass::Spoken(Box::new(chunk(utterance, &tokens, model.vocab(), spoken))))
    }
}

/// What was spoken of an utterance, as the first chunk of a stream.
fn chunk(utterance: &Utterance, tokens: &Tokens, vocab: &Vocab, spoken: Spoken) -> Chunk {
    let Spoken { samples, durations, report, timings, .. } = spoken;
    // The first and the last duration belong to the silence around the phonemes. A symbol without a
    // token takes no time.
    let samples_of = |frames: u32| u64::from(frames) * SAMPLES_PER_FRAME as u64;
    let mut end = durations.first().copied().map_or(0, samples_of);
    let mut lengths = durations.iter().skip(1).copied().map(samples_of);
    let whole = utterance.source();
    let sources = utterance.sources.iter().chain(repeat(&whole));
    let place = |(phoneme, source): (char, &_)| {
        let start = end;
        end += if vocab.contains(phoneme) { lengths.next().unwrap_or(0) } else { 0 };
        Token { phoneme, start, end, source: Clone::clone(source) }
    };
    let symbols: Vec<Token> = utterance.phonemes.chars().zip(sources).map(place).collect();
    let left_out = tokens.unknown().iter().map(|symbol| symbol.escape_debug().to_string());
    Chunk {
        index: 0,
        is_last: true,
        start: 0,
        words: TimedWord::all(utterance, &symbols),
        tokens: symbols.into_iter().filter(|token| vocab.contains(token.phoneme)).collect(),
        samples,
        source: whole.clone(),
        unknown: utterance.unknown.iter().cloned().chain(left_out).collect(),
        timings,
        report,
    }
}
