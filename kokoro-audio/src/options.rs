//! What an encoder is asked for.

use crate::format::AudioFormat;
use crate::tags::Tags;

/// Samples per second of the speech that is encoded.
pub const INPUT_RATE: u32 = 24_000;

/// Where the bytes go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// A stream that cannot be rewound. Its bytes can be decoded as they come.
    #[default]
    Stream,
    /// A file whose beginning is overwritten at the end with [`Ending::start`](crate::Ending).
    File,
}

/// What an [`Encoder`](crate::Encoder) writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AudioOptions {
    /// The format; WAV of 16 bits if nothing is said.
    pub format: AudioFormat,
    /// Samples per second, 8000 to 48000; `None` is 24000, the rate of the speech.
    ///
    /// MP3 and AAC have nine rates. Opus is always decoded at 48000; it is encoded at the lowest of
    /// its own rates (8000, 12000, 16000, 24000, 48000) that holds what this rate holds.
    pub sample_rate: Option<u32>,
    /// Bits per second of a lossy format; `None` is a rate at which speech sounds clean.
    pub bit_rate: Option<u32>,
    /// Whether the beginning of the output can be overwritten.
    pub target: Target,
    /// What the file says of itself. Raw samples and ADTS have no place for it.
    pub tags: Tags,
}

impl AudioOptions {
    /// The defaults of a format.
    pub fn new(format: AudioFormat) -> Self {
        Self { format, ..Self::default() }
    }
}
