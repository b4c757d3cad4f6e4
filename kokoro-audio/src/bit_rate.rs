//! The bit rates of MP3 and AAC.

use crate::error::Error;
use crate::options::AudioOptions;

/// Bits per second if nothing is said: four for each sample, at most 128 kbit/s. The crate's README
/// tells how speech sounds so.
fn usual(sample_rate: u32) -> u32 {
    (4 * sample_rate).min(128_000)
}

/// The bit rate that is asked for, which must be within the limits; else the usual one.
pub(crate) fn of(
    options: &AudioOptions,
    sample_rate: u32,
    (lowest, highest): (u32, u32),
) -> Result<u32, Error> {
    match options.bit_rate {
        None => Ok(usual(sample_rate)),
        Some(rate) if (lowest..=highest).contains(&rate) => Ok(rate),
        Some(rate) => Err(Error::BitRate { format: options.format, rate, lowest, highest }),
    }
}
