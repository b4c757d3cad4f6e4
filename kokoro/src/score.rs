//! What is known of an utterance before it is decoded: when each of its symbols sounds, where it is
//! silent, and how loud it is to be.

use std::ops::Range;
use std::time::Duration;

use kokoro_core::architecture::SAMPLES_PER_FRAME;
use kokoro_core::{SAMPLE_RATE, Vocab};
use kokoro_plan::{InnerPause, PlannedUtterance};

use crate::edit::{Edit, Length};
use crate::gain::Gains;
use crate::options::Silence;
use crate::playback::Playback;
use crate::silence::{TimedSymbol, silences};

/// What is known of an utterance before it is decoded.
pub(crate) struct Score {
    pub planned: PlannedUtterance,
    /// Every symbol of its phonemes, with its samples. One without a token has none.
    pub symbols: Vec<TimedSymbol>,
    /// F0 in Hz, for every half frame; 0 where nothing is voiced.
    pub f0: Vec<f32>,
    /// How loud every half frame is predicted to be, as `Features` has it.
    pub energy: Vec<f32>,
    /// Samples of the whole.
    pub total: usize,
    /// What was left out of it.
    pub unknown: Vec<String>,
}

impl Score {
    /// Places the symbols of an utterance by the durations that the model predicted, in frames,
    /// which are those of its tokens with a boundary token at either end.
    pub fn symbols(
        phonemes: &str,
        vocab: &Vocab,
        durations: &[u32],
        playback: &Playback,
    ) -> Vec<TimedSymbol> {
        let samples = |frames: u32| frames as usize * SAMPLES_PER_FRAME;
        let mut end = durations.first().copied().map_or(0, samples);
        let mut lengths = durations.iter().skip(1).copied().map(samples);
        let place = |symbol| {
            let start = end;
            end += if vocab.contains(symbol) { lengths.next().unwrap_or(0) } else { 0 };
            (symbol, playback.place(start)..playback.place(end))
        };
        phonemes.chars().map(place).collect()
    }

    /// The silence that is edited.
    pub fn edits(&self, silence: &Silence) -> Vec<Edit> {
        let found = silences(&self.symbols, &self.energy);
        let wanted = |symbols: &Range<usize>| {
            let meets = |pause: &&InnerPause| {
                pause.symbols.start < symbols.end && symbols.start < pause.symbols.end
            };
            self.planned.pauses.iter().find(meets).map(|pause| samples(pause.duration))
        };
        let set = found.inner.iter().filter_map(|silence| {
            let whole = Length::Whole(wanted(&silence.symbols)?);
            Some(Edit { range: silence.samples.clone(), to: whole })
        });
        let cut = |range: Range<usize>, to| {
            let cuts = *silence != Silence::Model && !range.is_empty();
            cuts.then_some(Edit { range, to })
        };
        let (lead, tail) =
            (cut(found.lead, Length::CutStart), cut(found.tail.start..self.total, Length::CutEnd));
        lead.into_iter().chain(set).chain(tail).collect()
    }

    /// The volume of its parts.
    pub fn gains(&self) -> Gains {
        let base = self.planned.base.gain;
        let place = |symbol: usize| self.symbols.get(symbol).map_or(self.total, |s| s.1.start);
        let mut steps = vec![(0, base)];
        for span in &self.planned.prosody {
            steps.push((place(span.symbols.start), base * span.prosody.gain));
            steps.push((place(span.symbols.end), base));
        }
        Gains::new(steps)
    }
}

/// The samples in a time, to the nearest.
fn samples(duration: Duration) -> usize {
    (duration.as_secs_f64() * f64::from(SAMPLE_RATE)).round() as usize
}
