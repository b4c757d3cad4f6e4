//! How an utterance is to be spoken, beside its phonemes and its voice.

use crate::{CancelToken, Error, TokenProsody};

/// The slowest speech: the least product of a speed and a rate.
pub const MIN_SPEED: f32 = 0.25;
/// The fastest speech: the greatest product of a speed and a rate.
pub const MAX_SPEED: f32 = 4.0;

/// How far beyond the limits a product of speed and rate may be, as a share: as much as rounding
/// moves the product of two numbers that a user wrote in decimals, such as 1.6 and 2.5.
const ROUNDING: f32 = 1e-6;

/// Speed, prosody, noise, and a way to stop.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Delivery {
    /// Divides the durations; [`MIN_SPEED`] to [`MAX_SPEED`].
    pub speed: f32,
    /// Rate and pitch of each token without the two boundary tokens, `[T − 2]`; or empty, for the
    /// voice's own.
    pub prosody: Vec<TokenProsody>,
    /// Chooses the noise of the harmonic source.
    pub seed: u64,
    /// Asked between stages whether to stop.
    pub cancel: CancelToken,
}

impl Default for Delivery {
    /// Speed 1, seed 0, neutral, and a token that nobody else has.
    fn default() -> Self {
        Self::new(1.0, 0)
    }
}

impl Delivery {
    /// A neutral delivery that nothing stops.
    pub fn new(speed: f32, seed: u64) -> Self {
        Self { speed, prosody: Vec::new(), seed, cancel: CancelToken::new() }
    }

    /// The same, until `cancel` is cancelled.
    #[must_use]
    pub fn with_cancel(self, cancel: CancelToken) -> Self {
        Self { cancel, ..self }
    }

    /// The same with a rate and a pitch for each token.
    #[must_use]
    pub fn with_prosody(self, prosody: Vec<TokenProsody>) -> Self {
        Self { prosody, ..self }
    }

    /// The prosody of every token, both boundary tokens included, which are as their neighbours:
    /// `[T]`, or empty if all of it is neutral. `expected` is `T − 2`.
    ///
    /// # Errors
    /// [`Error::Speed`], [`Error::ProsodyLength`], [`Error::Rate`], [`Error::Pitch`].
    pub(crate) fn checked_prosody(&self, expected: usize) -> Result<Vec<TokenProsody>, Error> {
        if !in_range(self.speed) {
            return Err(Error::Speed { found: self.speed });
        }
        if !self.prosody.is_empty() && self.prosody.len() != expected {
            return Err(Error::ProsodyLength { expected, found: self.prosody.len() });
        }
        for (token, prosody) in self.prosody.iter().enumerate() {
            let TokenProsody { rate, pitch } = *prosody;
            if !in_range(self.speed * rate) {
                return Err(Error::Rate { token, rate, speed: self.speed });
            }
            if !pitch.is_valid() {
                return Err(Error::Pitch { token, pitch });
            }
        }
        if self.prosody.iter().all(|prosody| *prosody == TokenProsody::NEUTRAL) {
            return Ok(Vec::new());
        }
        let (first, last) = (self.prosody.first(), self.prosody.last());
        Ok(first.into_iter().chain(&self.prosody).chain(last).copied().collect())
    }
}

/// Whether durations can be divided by `speed`; not if it is NaN.
fn in_range(speed: f32) -> bool {
    (MIN_SPEED * (1.0 - ROUNDING)..=MAX_SPEED * (1.0 + ROUNDING)).contains(&speed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pitch;

    fn checked(speed: f32, prosody: Vec<TokenProsody>) -> Result<Vec<TokenProsody>, Error> {
        Delivery::new(speed, 0).with_prosody(prosody).checked_prosody(2)
    }

    fn rate(rate: f32) -> TokenProsody {
        TokenProsody { rate, ..TokenProsody::NEUTRAL }
    }

    fn pitch(pitch: Pitch) -> TokenProsody {
        TokenProsody { pitch, ..TokenProsody::NEUTRAL }
    }

    #[test]
    fn boundaries_are_as_their_neighbours() {
        let checked = checked(1.0, vec![rate(0.5), rate(2.0)]).unwrap();
        assert_eq!(checked, [rate(0.5), rate(0.5), rate(2.0), rate(2.0)]);
    }

    #[test]
    fn neutral_prosody_is_none() {
        assert!(checked(1.3, vec![]).unwrap().is_empty());
        assert!(checked(1.3, vec![TokenProsody::NEUTRAL; 2]).unwrap().is_empty());
    }

    #[test]
    fn limits_are_of_the_product() {
        assert!(checked(1.25, vec![rate(3.2); 2]).is_ok());
        assert!(checked(4.0, vec![rate(0.0625); 2]).is_ok());
        let found = checked(2.0, vec![rate(1.0), rate(2.1)]);
        assert!(matches!(found, Err(Error::Rate { token: 1, rate: 2.1, speed: 2.0 })));
        for bad in [f32::NAN, f32::INFINITY, 0.0, -1.0, 0.2, 4.1] {
            assert!(matches!(checked(bad, vec![]), Err(Error::Speed { .. })), "{bad}");
            let found = checked(1.0, vec![rate(1.0), rate(bad)]);
            assert!(matches!(found, Err(Error::Rate { token: 1, .. })), "{bad}");
        }
    }

    #[test]
    fn there_is_a_prosody_for_each_token() {
        let found = checked(1.0, vec![rate(1.0)]);
        assert!(matches!(found, Err(Error::ProsodyLength { expected: 2, found: 1 })));
    }

    #[test]
    fn pitches_are_finite() {
        for bad in [f32::NAN, f32::INFINITY, 0.0, -1.0] {
            let ratio = Pitch { ratio: bad, ..Pitch::NEUTRAL };
            let median = Pitch { median: Some(bad), ..Pitch::NEUTRAL };
            for bad in [ratio, median, Pitch { hertz: f32::NAN, ..Pitch::NEUTRAL }] {
                let found = checked(1.0, vec![pitch(bad), rate(1.0)]);
                assert!(matches!(found, Err(Error::Pitch { token: 0, .. })), "{bad:?}");
            }
        }
    }
}
