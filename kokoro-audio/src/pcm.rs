//! Samples alone.

use crate::codec::Codec;
use crate::error::Error;
use crate::sample::SampleFormat;

/// Samples without a header.
pub(crate) struct Pcm {
    pub(crate) samples: SampleFormat,
}

impl Codec for Pcm {
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error> {
        self.samples.extend(out, samples);
        Ok(())
    }

    fn finish(&mut self, _: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        Ok(None)
    }
}
