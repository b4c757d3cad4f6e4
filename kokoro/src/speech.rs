//! What was spoken, and when.

use kokoro_core::{DecodeReport, SAMPLE_RATE, Timings, Tokens};

/// Samples, and where each phoneme is in them.
#[derive(Debug, Clone, Default)]
pub struct Speech {
    /// Mono, about −1 to 1. Not clipped: a loud voice may pass 1 by a little.
    pub samples: Vec<f32>,
    /// Every phoneme and punctuation mark that was spoken, in order.
    pub tokens: Vec<Token>,
    /// Words and symbols of the input that were spelled or left out.
    pub unknown: Vec<String>,
    /// Where the computing time went.
    pub timings: Timings,
    /// What decoded each utterance, with the placement of its nodes; or why the CPU did.
    pub reports: Vec<DecodeReport>,
}

/// A phoneme and its place, in seconds from the beginning of the speech.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Token {
    /// An IPA symbol, a punctuation mark or a space.
    pub phoneme: char,
    /// Its first sample, in seconds.
    pub start: f64,
    /// The first sample after it, in seconds.
    pub end: f64,
}

impl Speech {
    /// Samples a second: always [`SAMPLE_RATE`].
    pub fn sample_rate(&self) -> u32 {
        SAMPLE_RATE
    }

    /// Length in seconds.
    pub fn seconds(&self) -> f64 {
        self.samples.len() as f64 / SAMPLE_RATE as f64
    }

    /// Adds what was spoken next.
    pub fn append(&mut self, next: Self) {
        let offset = self.seconds();
        let moved = next.tokens.into_iter().map(|t| Token {
            start: t.start + offset,
            end: t.end + offset,
            ..t
        });
        self.tokens.extend(moved);
        self.samples.extend(next.samples);
        self.unknown.extend(next.unknown);
        self.timings.add(&next.timings);
        self.reports.extend(next.reports);
    }

    /// One utterance of the model. The first and last duration belong to the silence around it.
    pub(crate) fn new(tokens: &Tokens, spoken: kokoro_core::Spoken) -> Self {
        let frames: u32 = spoken.durations.iter().sum();
        let frame = spoken.samples.len() as f64 / frames.max(1) as f64 / SAMPLE_RATE as f64;
        let mut end = spoken.durations.first().map_or(0, |&d| d);
        let durations = spoken.durations.iter().skip(1);
        let place = |(&phoneme, &duration): (&char, &u32)| {
            let start = end;
            end += duration;
            Token { phoneme, start: start as f64 * frame, end: end as f64 * frame }
        };
        let tokens = tokens.phonemes().iter().zip(durations).map(place).collect();
        Self {
            samples: spoken.samples,
            tokens,
            unknown: Vec::new(),
            timings: spoken.timings,
            reports: vec![spoken.report],
        }
    }
}
