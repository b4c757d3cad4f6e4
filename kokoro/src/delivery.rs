//! What the model is told of an utterance beside its phonemes and its voice.

use kokoro_core::{Delivery, MAX_SPEED, MIN_SPEED, TokenProsody, Vocab};
use kokoro_plan::{Pitch, PlannedUtterance, Prosody};

use crate::SpeechOptions;

/// The delivery of an utterance.
pub(crate) fn delivery(
    planned: &PlannedUtterance,
    vocab: &Vocab,
    options: &SpeechOptions,
) -> Delivery {
    let delivery =
        Delivery::new(planned.base.rate, options.seed).with_cancel(options.cancel.clone());
    let neutral = planned.prosody.is_empty() && planned.base.pitch == Pitch::NEUTRAL;
    if neutral { delivery } else { delivery.with_prosody(prosody(planned, vocab)) }
}

/// The prosody of each symbol that has a token.
fn prosody(planned: &PlannedUtterance, vocab: &Vocab) -> Vec<TokenProsody> {
    let phonemes = planned.utterance.phonemes.chars();
    let mut symbols = vec![token(&planned.base, &Prosody::NEUTRAL); phonemes.clone().count()];
    for span in &planned.prosody {
        let end = span.symbols.end.min(symbols.len());
        let prosody = token(&planned.base, &span.prosody);
        symbols[span.symbols.start.min(end)..end].fill(prosody);
    }
    let tokens = phonemes.zip(symbols).filter(|&(symbol, _)| vocab.contains(symbol));
    tokens.map(|(_, prosody)| prosody).collect()
}

/// What a part asks for, and on top of it what is asked for all. A rate that the model cannot
/// follow on top of the rate of all is the nearest that it can.
fn token(base: &Prosody, part: &Prosody) -> TokenProsody {
    let product = (base.rate * part.rate).clamp(MIN_SPEED, MAX_SPEED);
    let rate = if part.rate == 1.0 { 1.0 } else { product / base.rate };
    let pitch = kokoro_core::Pitch {
        median: part.pitch.median.or(base.pitch.median),
        ratio: base.pitch.ratio * part.pitch.ratio,
        hertz: base.pitch.ratio * part.pitch.hertz + base.pitch.hertz,
    };
    TokenProsody { rate, pitch }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pitch(semitones: f32, hertz: f32) -> Pitch {
        let mut pitch = Pitch::semitones(semitones);
        pitch.hertz = hertz;
        pitch
    }

    #[test]
    fn a_part_is_changed_and_then_the_whole() {
        let base = Prosody::new(2.0, pitch(12.0, 5.0), 1.0);
        let part = Prosody::new(0.5, pitch(-12.0, 10.0), 1.0);
        let TokenProsody { rate, pitch } = token(&base, &part);
        assert_eq!((rate, pitch.median, pitch.ratio, pitch.hertz), (0.5, None, 1.0, 25.0));
        let faster = token(&base, &Prosody::new(3.0, Pitch::NEUTRAL, 1.0));
        assert_eq!(faster.rate, 2.0); // of 4 in all
    }
}
