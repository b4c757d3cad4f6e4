//! What can go wrong.

use std::error;

use crate::format::AudioFormat;

/// Why samples are not encoded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No format has such a rate here.
    #[error("a sample rate of {rate} Hz: expected 8000 to 48000")]
    SampleRate {
        /// The rate that was asked for, in samples per second.
        rate: u32,
    },
    /// The format has a few rates, and this is none of them.
    #[error("{format} has no sample rate of {rate} Hz: expected one of {expected:?}")]
    SampleRateOfFormat {
        /// The format.
        format: AudioFormat,
        /// The rate that was asked for, in samples per second.
        rate: u32,
        /// Those that it has.
        expected: &'static [u32],
    },
    /// The format cannot keep to such a bit rate.
    #[error("{format} has no bit rate of {rate}: expected {lowest} to {highest} bits per second")]
    BitRate {
        /// The format.
        format: AudioFormat,
        /// The rate that was asked for, in bits per second.
        rate: u32,
        /// The lowest at this sample rate.
        lowest: u32,
        /// The highest at this sample rate.
        highest: u32,
    },
    /// A bit rate for a format without loss, whose size the sound decides.
    #[error("{format} is lossless, so that a bit rate cannot be asked of it: leave it out")]
    BitRateOfLossless {
        /// The format.
        format: AudioFormat,
    },
    /// The crate was built without the feature of this format.
    #[error("{format} was left out of this build: build kokoro-audio with its feature")]
    LeftOut {
        /// The format.
        format: AudioFormat,
    },
    /// The end came before the first sample. Nothing was written.
    #[error("nothing to encode: expected at least one sample")]
    NoSamples,
    /// The sizes in the file's header cannot say how long it is.
    #[error(
        "the speech is too long for {format}: expected at most 4 GiB, found {bytes} bytes or more; \
         write a lossy format, or several files"
    )]
    TooLong {
        /// The format.
        format: AudioFormat,
        /// Bytes of all samples so far.
        bytes: u64,
    },
    /// The codec failed on samples that it should take.
    #[error("the encoder of {format} failed")]
    Codec {
        /// The format.
        format: AudioFormat,
        /// What the codec says.
        source: Box<dyn error::Error + Send + Sync>,
    },
}
