//! Changes of pitch: F0 is moved before the harmonic source makes a sound of it.

use crate::source::VOICED_THRESHOLD;
use crate::{Pitch, TokenProsody};

/// The lowest F0 in Hz that a change of pitch gives: a little below the deepest speech. Below it a
/// voice falls apart into clicks, and what was voiced must stay above the source's threshold.
const LOWEST: f32 = 30.0;
/// The highest F0 in Hz that a change of pitch gives: a child's cry. The ninth harmonic of it is
/// still below the 12 kHz that the samples can hold.
const HIGHEST: f32 = 1000.0;

/// Changes the F0 of a span, in Hz.
fn change_span(pitch: &Pitch, f0: &mut [f32]) {
    if *pitch == Pitch::NEUTRAL {
        return;
    }
    let own = median(f0.iter().copied().filter(|&f0| f0 > VOICED_THRESHOLD));
    let Some(own) = own else { return };
    let ratio = pitch.ratio * pitch.median.map_or(1.0, |median| median / own);
    for f0 in f0.iter_mut().filter(|f0| **f0 > VOICED_THRESHOLD) {
        *f0 = (ratio * *f0 + pitch.hertz).clamp(LOWEST, HIGHEST);
    }
}

/// Changes the F0 of an utterance: `f0` `[2N]`, of which token `t` has `2 · durations[t]` values;
/// `prosody` `[T]`, or empty.
pub(crate) fn change_pitch(f0: &mut [f32], durations: &[u32], prosody: &[TokenProsody]) {
    let mut rest = f0;
    let tokens: Vec<_> = prosody.iter().map(|prosody| prosody.pitch).zip(durations).collect();
    for span in tokens.chunk_by(|(a, _), (b, _)| a == b) {
        let frames: u32 = span.iter().map(|&(_, frames)| frames).sum();
        let (values, after) = rest.split_at_mut((2 * frames as usize).min(rest.len()));
        change_span(&span[0].0, values);
        rest = after;
    }
}

/// The middle value, the upper one of an even count.
fn median(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    let middle = values.len() / 2;
    let in_bounds = middle < values.len();
    in_bounds.then(|| *values.select_nth_unstable_by(middle, f32::total_cmp).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(f0: &[f32], durations: &[u32], pitches: &[Pitch]) -> Vec<f32> {
        let mut f0 = f0.to_vec();
        let prosody = |&pitch| TokenProsody { rate: 1.0, pitch };
        change_pitch(&mut f0, durations, &pitches.iter().map(prosody).collect::<Vec<_>>());
        f0
    }

    #[test]
    fn voiced_values_of_their_tokens_change() {
        let octave = Pitch { ratio: 2.0, hertz: 5.0, ..Pitch::NEUTRAL };
        let f0 = [100.0, 110.0, -3.0, 120.0, 130.0, 140.0];
        let found = changed(&f0, &[1, 1, 1], &[Pitch::NEUTRAL, octave, Pitch::NEUTRAL]);
        assert_eq!(found, [100.0, 110.0, -3.0, 245.0, 130.0, 140.0]);
        assert_eq!(changed(&f0, &[1, 1, 1], &[]), f0);
    }

    #[test]
    fn a_median_is_of_the_whole_span() {
        let pitch = Pitch { median: Some(200.0), ..Pitch::NEUTRAL };
        let f0 = [90.0, 100.0, 0.0, 5.0, 0.0, 150.0];
        let found = changed(&f0, &[1, 2], &[pitch, pitch]);
        assert_eq!(found, [180.0, 200.0, 0.0, 5.0, 0.0, 300.0]);
        assert_eq!(changed(&[0.0, 3.0], &[1], &[pitch]), [0.0, 3.0]);
    }

    #[test]
    fn results_are_held_in_range() {
        let high = Pitch { ratio: 50.0, ..Pitch::NEUTRAL };
        let low = Pitch { hertz: -500.0, ..Pitch::NEUTRAL };
        assert_eq!(changed(&[100.0; 4], &[1, 1], &[high, low]), [1000.0, 1000.0, 30.0, 30.0]);
    }
}
