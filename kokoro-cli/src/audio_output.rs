//! A file of sound that grows chunk by chunk.

use kokoro::audio::{AudioOptions, Encoder};
use kokoro::{Chunk, SAMPLE_RATE};

use crate::error::Error;
use crate::output::Output;

/// A file of sound, or a stream.
pub struct AudioOutput {
    output: Output,
    encoder: Encoder,
    samples: u64,
}

impl AudioOutput {
    /// Nothing is written before the first chunk.
    ///
    /// # Errors
    /// The format does not have such a rate.
    pub fn new(output: Output, options: &AudioOptions) -> Result<Self, Error> {
        Ok(Self { output, encoder: Encoder::new(options)?, samples: 0 })
    }

    /// Whether the bytes go into a file; if not, someone may be listening.
    pub fn is_file(&self) -> bool {
        self.output.is_file()
    }

    /// Seconds of speech so far.
    pub fn seconds(&self) -> f64 {
        self.samples as f64 / f64::from(SAMPLE_RATE)
    }

    /// Appends the samples of a chunk.
    ///
    /// # Errors
    /// Writing fails.
    pub fn write(&mut self, chunk: &Chunk) -> Result<(), Error> {
        let bytes = self.encoder.push(&chunk.samples)?;
        self.output.write(|out| out.write_all(&bytes))?;
        if !self.output.is_file() {
            self.output.write(|out| out.flush())?; // whoever listens hears each chunk at once
        }
        self.samples += chunk.samples.len() as u64;
        Ok(())
    }

    /// Completes the file.
    ///
    /// # Errors
    /// Nothing was spoken; the speech is too long for the format; writing fails.
    pub fn finish(mut self) -> Result<(), Error> {
        if self.samples == 0 {
            return Err(kokoro::Error::NothingToSay.into());
        }
        let ending = self.encoder.finish()?;
        self.output.write(|out| out.write_all(&ending.bytes))?;
        self.output.finish(ending.start.as_deref())
    }
}
