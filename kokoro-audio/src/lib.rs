#![doc = include_str!("../README.md")]

#[cfg(feature = "aac")]
mod aac;
#[cfg(any(feature = "aac", feature = "mp3"))]
mod bit_rate;
mod codec;
mod encoder;
mod error;
#[cfg(feature = "flac")]
mod flac;
mod format;
#[cfg(feature = "aac")]
mod m4a;
#[cfg(feature = "mp3")]
mod mp3;
mod options;
#[cfg(feature = "opus")]
mod opus;
mod pcm;
#[cfg(feature = "play")]
mod play;
mod resample;
mod sample;
mod tags;
mod wav;

pub use encoder::{Encoder, Ending};
pub use error::Error;
pub use format::{AudioFormat, UnknownFormat};
pub use options::{AudioOptions, INPUT_RATE, Target};
#[cfg(feature = "play")]
pub use play::{PlayError, Player};
pub use resample::resampled;
pub use sample::SampleFormat;
pub use tags::Tags;
