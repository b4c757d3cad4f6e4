//! How many frames each token takes at its rate, and what is left for playing.
//!
//! A frame is 25 ms and every token takes one at least, else a sound would be lost. So at high
//! speeds many tokens have one frame, whatever they had before: speech is slower than it was asked
//! to be, and hard to understand. Above [`FASTEST_MODEL`], the model speaks at speed 1, and what is
//! decoded is [played](kokoro_vocoder::TimeScale) faster. Much slower speech than the model learned
//! falls apart, so below [`SLOWEST_MODEL`] what is decoded at that speed is played slower.

use crate::TokenProsody;

/// The highest speed that durations are divided by. `docs/streaming.md` has what was measured.
const FASTEST_MODEL: f32 = 1.3;
/// The lowest speed that durations are divided by.
const SLOWEST_MODEL: f32 = 0.5;

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
        // A share of the rate is left to playing, so that the model follows within its limits.
        let playing = match asked {
            asked if asked > FASTEST_MODEL => asked,
            asked if asked < SLOWEST_MODEL => asked / SLOWEST_MODEL,
            _ => 1.0,
        };
        if rate == 1.0 || asked == playing {
            durations.extend(frames.iter().map(|frames| rounded(frames * playing / asked)));
        } else {
            let spoken = frames.iter().map(|frames| rounded(frames / speed) as f32);
            durations.extend(carried(spoken.map(|frames| frames * playing / rate)));
        }
        playback.resize(durations.len(), playing);
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
        assert_eq!(pace(&frames, 1.3, &[]).durations, [1, 1, 1, 2, 3]);
        assert_eq!(pace(&frames, 1.0, &rates(&[1.0; 5])), found);
    }

    #[test]
    fn rates_round_so_that_the_sum_is_right() {
        let frames = [2.6; 100];
        for rate in [0.5, 0.7, 1.1, 1.3] {
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
    fn what_is_faster_than_the_model_is_played_faster() {
        let frames = [2.0, 0.3, 1.5];
        for speed in [1.6, 2.0, 4.0] {
            let Pace { durations, playback } = pace(&frames, speed, &[]);
            assert_eq!(durations, pace(&frames, 1.0, &[]).durations);
            assert_eq!(playback, [speed; 3]);
        }
        let found = pace(&frames, 0.5, &rates(&[1.0, 1.0, 4.0]));
        assert_eq!(found, Pace { durations: vec![4, 1, 2], playback: vec![1.0, 1.0, 2.0] });
    }

    #[test]
    fn what_is_slower_than_the_model_is_played_slower() {
        let found = pace(&[2.0, 3.0], 0.25, &[]);
        assert_eq!(found, Pace { durations: vec![4, 6], playback: vec![0.5; 2] });
        assert_eq!(pace(&[2.0, 3.0], 1.0, &rates(&[0.25; 2])), found);
    }

    #[test]
    fn short_tokens_take_little_from_long_ones() {
        let frames = [0.5, 0.5, 0.5, 0.5, 6.0];
        let found = pace(&frames, 1.0, &rates(&[0.99; 5]));
        assert_eq!(found.durations, [1, 1, 1, 1, 6]);
    }
}
