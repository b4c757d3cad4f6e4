//! Samples as they come → bytes of a format.

use std::fmt;

use crate::codec::Codec;
use crate::error::Error;
use crate::format::AudioFormat;
use crate::options::{AudioOptions, INPUT_RATE};
use crate::pcm::Pcm;
use crate::resample::Resampler;
use crate::sample::finite;
use crate::wav::Wav;

/// Samples per second that are taken at all.
const RATES: std::ops::RangeInclusive<u32> = 8_000..=48_000;

/// Encodes one stretch of speech: mono samples at 24 kHz, nominally between −1 and 1.
///
/// The same samples give the same bytes, however they are cut into pushes. Beyond ±1 the samples of
/// integer and lossy formats are clamped, NaN is silence, and what is infinite is ±1. After an
/// error, an encoder is of no more use.
pub struct Encoder {
    format: AudioFormat,
    codec: Box<dyn Codec>,
    /// `None` if the format has the rate of the speech.
    resampler: Option<Resampler>,
    /// Samples for the codec, kept to reuse their memory.
    samples: Vec<f32>,
    /// Samples that came in.
    count: u64,
}

impl Encoder {
    /// An encoder that has written nothing.
    ///
    /// # Errors
    /// A rate that the format does not have, or a format that was left out of this build.
    pub fn new(options: &AudioOptions) -> Result<Self, Error> {
        let rate = options.sample_rate.unwrap_or(INPUT_RATE);
        if !RATES.contains(&rate) {
            return Err(Error::SampleRate { rate });
        }
        let format = options.format;
        let (codec, rate) = codec(options, rate)?;
        let resampler = (rate != INPUT_RATE).then(|| Resampler::new(rate));
        Ok(Self { format, codec, resampler, samples: Vec::new(), count: 0 })
    }

    /// The format of the bytes.
    pub fn format(&self) -> AudioFormat {
        self.format
    }

    /// Takes more samples; gives the bytes that are complete, which may be none.
    ///
    /// # Errors
    /// [`Error::TooLong`], [`Error::Codec`].
    pub fn push(&mut self, samples: &[f32]) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        self.count += samples.len() as u64;
        self.samples.clear();
        let samples = samples.iter().map(|&sample| finite(sample));
        match &mut self.resampler {
            None => self.samples.extend(samples),
            Some(resampler) => resampler.push(samples, &mut self.samples),
        }
        self.encode(&mut out)?;
        Ok(out)
    }

    /// Ends the stream.
    ///
    /// # Errors
    /// [`Error::NoSamples`] if there were none; [`Error::TooLong`], [`Error::Codec`].
    pub fn finish(mut self) -> Result<Ending, Error> {
        if self.count == 0 {
            return Err(Error::NoSamples);
        }
        let mut bytes = Vec::new();
        self.samples.clear();
        if let Some(resampler) = &mut self.resampler {
            resampler.finish(&mut self.samples);
        }
        self.encode(&mut bytes)?;
        let start = self.codec.finish(&mut bytes)?;
        Ok(Ending { bytes, start })
    }

    fn encode(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        if self.samples.is_empty() { Ok(()) } else { self.codec.push(&self.samples, out) }
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder")
            .field("format", &self.format)
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

/// What [`Encoder::finish`] gives.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ending {
    /// The last bytes.
    pub bytes: Vec<u8>,
    /// What a file has at its very beginning instead of the bytes that were written there: sizes
    /// and sums that were not known. `None` for streams, and for formats that need nothing.
    pub start: Option<Vec<u8>>,
}

/// The codec of a format, and the rate of the samples that it wants.
fn codec(options: &AudioOptions, rate: u32) -> Result<(Box<dyn Codec>, u32), Error> {
    let format = options.format;
    if lossless(format) && options.bit_rate.is_some() {
        return Err(Error::BitRateOfLossless { format });
    }
    match format {
        AudioFormat::Wav(samples) => {
            Ok((Box::new(Wav::new(samples, rate, options.target, &options.tags)), rate))
        }
        AudioFormat::Pcm(samples) => Ok((Box::new(Pcm { samples }), rate)),
        #[cfg(feature = "flac")]
        AudioFormat::Flac => Ok((Box::new(crate::flac::Flac::new(options, rate)?), rate)),
        #[cfg(feature = "opus")]
        AudioFormat::Opus => {
            let rate = crate::opus::rate(rate);
            Ok((Box::new(crate::opus::Opus::new(options, rate)?), rate))
        }
        #[cfg(feature = "mp3")]
        AudioFormat::Mp3 => Ok((Box::new(crate::mp3::Mp3::new(options, rate)?), rate)),
        #[cfg(feature = "aac")]
        AudioFormat::M4a => Ok((Box::new(crate::m4a::M4a::new(options, rate)?), rate)),
        #[cfg(feature = "aac")]
        AudioFormat::Aac => Ok((Box::new(crate::aac::Adts::new(options, rate)?), rate)),
        #[allow(unreachable_patterns)] // reached if a feature is off
        _ => Err(Error::LeftOut { format }),
    }
}

fn lossless(format: AudioFormat) -> bool {
    matches!(format, AudioFormat::Wav(_) | AudioFormat::Pcm(_) | AudioFormat::Flac)
}
