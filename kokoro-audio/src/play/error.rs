//! Why a player fails.

use std::time::Duration;

/// Why speech is not heard.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlayError {
    /// There is nothing to play on.
    #[error("no device for sound was found: expected a default one; write a file instead")]
    NoDevice,
    /// The device takes samples of a kind that are not made here.
    #[error("the default device takes samples as {found}: expected integers or floats")]
    Samples {
        /// What the device takes.
        found: String,
    },
    /// The device does not work.
    #[error("the device for sound failed")]
    Device {
        /// What the system says.
        source: cpal::Error,
    },
    /// The device takes no samples any more.
    #[error("the device for sound took nothing for {} seconds", waited.as_secs())]
    Stuck {
        /// How long it was waited for.
        waited: Duration,
    },
}
