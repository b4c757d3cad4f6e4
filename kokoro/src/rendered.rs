//! A piece of an utterance as it was spoken, before it has its place in the stream.

use std::ops::Range;

use kokoro_core::{DecodeReport, Timings};
use kokoro_text::Boundary;

use crate::{TimedMark, TimedWord, Token};

/// A piece of an utterance. Its times are counted from its own first sample.
#[derive(Debug)]
pub(crate) struct Rendered {
    pub samples: Vec<f32>,
    /// Silent samples before the first sound.
    pub quiet_start: usize,
    /// Silent samples after the last sound.
    pub quiet_end: usize,
    pub tokens: Vec<Token>,
    pub words: Vec<TimedWord>,
    pub marks: Vec<TimedMark>,
    /// F0 in Hz, with its time.
    pub f0: Vec<(u64, f32)>,
    pub source: Range<usize>,
    pub unknown: Vec<String>,
    pub boundary: Option<Boundary>,
    pub timings: Timings,
    pub report: DecodeReport,
}

impl Rendered {
    /// Silence of so many samples.
    pub fn silence(samples: usize) -> Self {
        Self {
            samples: vec![0.0; samples],
            quiet_start: samples,
            quiet_end: samples,
            tokens: Vec::new(),
            words: Vec::new(),
            marks: Vec::new(),
            f0: Vec::new(),
            source: 0..0,
            unknown: Vec::new(),
            boundary: None,
            timings: Timings::default(),
            report: DecodeReport::silence(),
        }
    }
}
