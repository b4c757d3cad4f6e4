//! How an utterance is to be spoken, beside its phonemes and its voice.

use crate::{CancelToken, Error};

/// The slowest speech.
pub const MIN_SPEED: f32 = 0.5;
/// The fastest speech.
pub const MAX_SPEED: f32 = 2.0;

/// Speed, noise, and a way to stop.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Delivery {
    /// Divides the durations; [`MIN_SPEED`] to [`MAX_SPEED`].
    pub speed: f32,
    /// Chooses the noise of the harmonic source.
    pub seed: u64,
    /// Asked between stages whether to stop.
    pub cancel: CancelToken,
}

impl Default for Delivery {
    /// Speed 1, seed 0, and a token that nobody else has.
    fn default() -> Self {
        Self::new(1.0, 0)
    }
}

impl Delivery {
    /// A delivery that nothing stops.
    pub fn new(speed: f32, seed: u64) -> Self {
        Self { speed, seed, cancel: CancelToken::new() }
    }

    /// The same, until `cancel` is cancelled.
    #[must_use]
    pub fn with_cancel(self, cancel: CancelToken) -> Self {
        Self { cancel, ..self }
    }

    /// The speed, if the durations can be divided by it.
    ///
    /// # Errors
    /// [`Error::Speed`].
    pub(crate) fn checked_speed(&self) -> Result<f32, Error> {
        match self.speed {
            speed if (MIN_SPEED..=MAX_SPEED).contains(&speed) => Ok(speed),
            found => Err(Error::Speed { found }),
        }
    }
}
