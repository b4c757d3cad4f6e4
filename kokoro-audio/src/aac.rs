//! AAC-LC, in frames that each have a header (ADTS).

use syom::{EncodeOptions, EncodedFrame};

use crate::bit_rate;
use crate::codec::Codec;
use crate::error::Error;
use crate::format::AudioFormat;
use crate::options::AudioOptions;

/// The rates that AAC has, of those that are taken here.
const RATES: [u32; 9] = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];
/// The lowest bit rate: below, speech is not understood.
const LOWEST: u32 = 8_000;
/// Bits that a frame of one channel may have at most.
const MOST_BITS: u32 = 6_144;
/// Samples of a frame. A decoder gives as many before the first.
pub(crate) const FRAME: u32 = 1_024;

/// Makes access units.
pub(crate) struct Units {
    encoder: syom::Encoder,
    format: AudioFormat,
}

impl Units {
    /// `framing` says whether each unit has a header.
    pub(crate) fn new(
        options: &AudioOptions,
        rate: u32,
        framing: EncodeOptions,
    ) -> Result<Self, Error> {
        let format = options.format;
        if !RATES.contains(&rate) {
            return Err(Error::SampleRateOfFormat { format, rate, expected: &RATES });
        }
        let bit_rate = bit_rate::of(options, rate, (LOWEST, MOST_BITS * rate / FRAME))?;
        let options = framing.with_bitrate_bps(bit_rate).with_lookahead(true);
        let encoder =
            syom::Encoder::new(rate, 1, &options).map_err(|error| failed(format, error))?;
        Ok(Self { encoder, format })
    }

    /// What a decoder must know: the `AudioSpecificConfig` of ISO/IEC 14496-3.
    pub(crate) fn config(&self) -> &[u8] {
        self.encoder.asc()
    }

    /// Gives each unit that is complete to `take`.
    pub(crate) fn push(
        &mut self,
        samples: &[f32],
        mut take: impl FnMut(&[u8]),
    ) -> Result<(), Error> {
        let samples: Vec<f32> = samples.iter().map(|sample| sample.clamp(-1.0, 1.0)).collect();
        let take = |unit: EncodedFrame<'_>| -> syom::Result<()> {
            take(unit.au);
            Ok(())
        };
        self.encoder.feed(&[&samples], take).map_err(|error| failed(self.format, error))?;
        Ok(())
    }

    /// Gives the rest to `take`.
    pub(crate) fn finish(&mut self, mut take: impl FnMut(&[u8])) -> Result<(), Error> {
        let take = |unit: EncodedFrame<'_>| -> syom::Result<()> {
            take(unit.au);
            Ok(())
        };
        self.encoder.finish(take).map_err(|error| failed(self.format, error))?;
        Ok(())
    }
}

fn failed(format: AudioFormat, error: syom::AacError) -> Error {
    Error::Codec { format, source: Box::new(error) }
}

/// A stream of ADTS frames.
pub(crate) struct Adts {
    units: Units,
}

impl Adts {
    pub(crate) fn new(options: &AudioOptions, rate: u32) -> Result<Self, Error> {
        Ok(Self { units: Units::new(options, rate, EncodeOptions::adts())? })
    }
}

impl Codec for Adts {
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error> {
        self.units.push(samples, |unit| out.extend(unit))
    }

    fn finish(&mut self, out: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        self.units.finish(|unit| out.extend(unit))?;
        Ok(None)
    }
}
