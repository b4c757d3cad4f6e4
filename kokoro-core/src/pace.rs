//! How many frames each token takes at its rate, and what the frames cannot give.
//!
//! A frame is 25 ms and every token takes one at least, else a sound would be lost. So the model is
//! asked for at most [`MODEL_SPEED`]; what is to be faster is decoded at that speed and then
//! [played](kokoro_vocoder::TimeScale) faster.

use crate::TokenProsody;

/// The highest speed that durations are divided by. `docs/streaming.md` has what was measured.
const MODEL_SPEED: f32 = 2.0;

/// Frames and playing speeds of the tokens of an utterance.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pace {
    /// Frames of each token: `[T]`.
    pub durations: Vec<u32>,
    /// How many times faster than it is decoded each token is to be played: `[T]`, or empty if all
    /// of it is to be played as it is decoded.
    pub playback: Vec<f32>,
}

/// The pace of an utterance. `frames` `[T]` are the frames of each token at speed 1, not yet
/// rounded; `prosody` `[T]`, or empty if it is neutral.
///
/// A speed divides what was predicted, as upstream does. A rate divides what is spoken at a rate of
/// 1, which rounding has changed: half the rate takes twice the time.
pub(crate) fn pace(frames: &[f32], speed: f32, prosody: &[TokenProsody]) -> Pace {
    let rates: Vec<f32> = match prosody {
        [] => vec![1.0; frames.len()],
        all => all.iter().map(|prosody| prosody.rate).collect(),
    };
    let (mut durations, mut playback) = (Vec::new(), Vec::new());
    let mut rest = frames;
    for span in rates.chunk_by(PartialEq::eq) {
        let (frames, after) = rest.split_at(span.len().min(rest.len()));
        let (rate, asked) = (span[0], speed * span[0]);
        let start = durations.len();
        let model = asked.min(MODEL_SPEED);
        // At speed 1, in frames.
        let spoken: Vec<f32> = match rate {
            1.0 => frames.to_vec(),
            _ => frames.iter().map(|frames| rounded(frames / speed) as f32 * speed).collect(),
        };
        let wanted = spoken.iter().map(|frames| frames / model);
        if rate == 1.0 {
            durations.extend(wanted.map(rounded));
        } else {
            durations.extend(carried(wanted));
        }
        let faster = if asked > MODEL_SPEED {
            let found: u32 = durations[start..].iter().sum();
            (found as f32 * asked / spoken.iter().sum::<f32>()).max(1.0)
        } else {
            1.0
        };
        playback.resize(durations.len(), faster);
        rest = after;
    }
    if playback.iter().all(|&speed| speed == 1.0) {
        playback.clear();
    }
    Pace { durations, playback }
}

/// As upstream rounds (`model.py::forward_with_tokens`): half to even, and at least 1.
pub(crate) fn rounded(frames: f32) -> u32 {
    frames.round_ties_even().max(1.0) as u32
}

/// Rounds so that the sum is right, too: what rounding adds to one token, the next gets less. What
/// a token of less than a frame was given too much is taken from no more than one other.
fn carried(wanted: impl Iterator<Item = f32>) -> impl Iterator<Item = u32> {
    wanted.scan(0.0f32, |owed, frames| {
        let given = rounded(frames + *owed);
        *owed = (*owed + frames - given as f32).max(-1.0);
        Some(given)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(rates: &[f32]) -> Vec<TokenProsody> {
        rates.iter().map(|&rate| TokenProsody { rate, ..TokenProsody::NEUTRAL }).collect()
    }

    #[test]
    fn speed_alone_rounds_as_upstream_does() {
        let frames = [0.2, 1.4, 1.4, 2.5, 3.5];
        let found = pace(&frames, 1.0, &[]);
        assert_eq!(found, Pace { durations: vec![1, 1, 1, 2, 4], playback: vec![] });
        assert_eq!(pace(&frames, 2.0, &[]).durations, [1, 1, 1, 1, 2]);
        assert_eq!(pace(&frames, 1.0, &rates(&[1.0; 5])), found);
    }

    #[test]
    fn rates_round_so_that_the_sum_is_right() {
        let frames = [2.6; 100];
        for rate in [0.25, 0.5, 0.7, 1.3, 2.0] {
            let found: u32 = pace(&frames, 1.0, &rates(&[rate; 100])).durations.iter().sum();
            // At a rate of 1, each of them takes 3 frames.
            assert!((found as f32 - 300.0 / rate).abs() < 1.0, "rate {rate}: {found}");
        }
    }

    #[test]
    fn neighbours_of_a_rate_stay_themselves() {
        let frames = [2.4, 2.4, 2.4, 2.4, 2.4];
        let found = pace(&frames, 1.0, &rates(&[1.0, 0.5, 0.5, 1.0, 1.0])).durations;
        assert_eq!(found, [2, 4, 4, 2, 2]);
    }

    #[test]
    fn what_frames_cannot_give_is_played_faster() {
        let frames = [2.0; 10];
        for speed in [2.5, 3.0, 4.0] {
            let Pace { durations, playback } = pace(&frames, speed, &[]);
            assert!(durations.iter().all(|&frames| frames >= 1));
            let played = durations.iter().zip(&playback).map(|(&d, p)| d as f32 / p);
            assert!((played.sum::<f32>() - 20.0 / speed).abs() < 1e-3, "{speed}");
        }
        let found = pace(&frames, 1.0, &rates(&[1., 1., 1., 1., 1., 4., 4., 4., 4., 4.]));
        assert_eq!(found.durations, [2, 2, 2, 2, 2, 1, 1, 1, 1, 1]);
        assert_eq!(found.playback, [1., 1., 1., 1., 1., 2., 2., 2., 2., 2.]);
    }

    #[test]
    fn short_tokens_take_little_from_long_ones() {
        let frames = [0.5, 0.5, 0.5, 0.5, 6.0];
        let found = pace(&frames, 1.0, &rates(&[0.99; 5]));
        assert_eq!(found.durations, [1, 1, 1, 1, 6]);
    }
}
