//! One pass of the model: an utterance to its samples.

use kokoro_core::Prepared;
use kokoro_plan::PlannedUtterance;
use kokoro_text::is_sound;

use crate::decoded::{Decoded, Decoding};
use crate::delivery::delivery;
use crate::divide::divide;
use crate::engine::Engine;
use crate::pause::pause;
use crate::performance::Performance;
use crate::playback::Playback;
use crate::rendered::Rendered;
use crate::score::Score;
use crate::{Error, Latency, SpeechOptions, low_latency};

/// What came of giving an utterance to the model.
pub(crate) enum Pass<'a> {
    /// It is being decoded.
    Begun(Box<Performance<'a>>),
    /// Nothing of it sounds.
    Silent(Box<Rendered>),
    /// The decoder takes less at once: the same phonemes in pieces.
    TooLong(Vec<PlannedUtterance>),
}

impl Engine {
    /// Begins to speak an utterance; or divides it, if it is longer than the decoder takes and can
    /// be divided.
    ///
    /// `before` are the samples of the utterance before it, which is heard meanwhile.
    pub fn begin(
        &self,
        planned: PlannedUtterance,
        options: &SpeechOptions,
        before: usize,
    ) -> Result<Pass<'_>, Error> {
        let voice = self.voice(&planned.voice, options)?;
        let utterance = &planned.utterance;
        if !utterance.phonemes.contains(is_sound) {
            return Ok(Pass::Silent(Box::new(pause(utterance))));
        }
        let model = &self.model;
        let tokens = model.vocab().encode(&utterance.phonemes)?;
        let prepared =
            model.prepare(&tokens, &voice, &delivery(&planned, model.vocab(), options))?;
        let frames = prepared.features.frames;
        if let Some(longest) = model.decoder().longest().filter(|&longest| frames > longest) {
            let pieces = divide(&planned, frames, longest);
            if pieces.len() > 1 {
                return Ok(Pass::TooLong(pieces));
            }
        }
        let left_out = tokens.unknown().iter().map(|symbol| symbol.escape_debug().to_string());
        let playback = Playback::new(&prepared.durations, &prepared.playback);
        let durations = &prepared.durations;
        let score = Score {
            symbols: Score::symbols(&utterance.phonemes, model.vocab(), durations, &playback),
            unknown: utterance.unknown.iter().cloned().chain(left_out).collect(),
            f0: playback.curve(&prepared.features.f0),
            energy: playback.curve(&prepared.features.energy),
            total: playback.total(),
            planned,
        };
        let in_pieces =
            options.latency == Latency::Low && low_latency::is_needed(score.total, before);
        let decoding = if in_pieces {
            let (name, cancel) = (&score.planned.voice, &options.cancel);
            let calibration = self.calibrations.get(model, name, &voice, cancel)?;
            low_latency::decoding(model, prepared, calibration)
        } else {
            self.decoding(prepared)
        };
        let decoding = playback.play(decoding);
        Ok(Pass::Begun(Box::new(Performance::new(score, decoding, &options.silence))))
    }

    /// The samples of what was prepared, when they are asked for.
    fn decoding(&self, prepared: Prepared) -> Decoding<'_> {
        let whole = move || {
            let spoken = self.model.complete(prepared)?;
            let kokoro_core::Spoken { samples, report, timings, .. } = spoken;
            Ok(Decoded { samples, timings, report })
        };
        Box::new(std::iter::once_with(whole))
    }
}
