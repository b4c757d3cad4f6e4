//! A WAV file that grows chunk by chunk.

use clap::ValueEnum;
use kokoro::{Chunk, SAMPLE_RATE, wav};

use crate::error::Error;
use crate::output::Output;

/// How samples are stored.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SampleFormat {
    /// 16-bit integers, rounded and clamped
    I16,
    /// 32-bit floats, as computed
    F32,
}

impl From<SampleFormat> for wav::SampleFormat {
    fn from(format: SampleFormat) -> Self {
        match format {
            SampleFormat::I16 => Self::I16,
            SampleFormat::F32 => Self::F32,
        }
    }
}

/// A WAV file, or a stream of the same bytes.
pub struct WavOutput {
    output: Output,
    format: wav::SampleFormat,
    samples: u64,
}

impl WavOutput {
    /// Nothing is written before the first chunk.
    pub fn new(output: Output, format: SampleFormat) -> Self {
        Self { output, format: format.into(), samples: 0 }
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
        if self.samples == 0 {
            // The sizes are not known yet; a file gets them at the end.
            let header = wav::header(self.format, None)?;
            self.output.write(|out| out.write_all(&header))?;
        }
        self.output.write(|out| wav::write_samples(out, self.format, &chunk.samples))?;
        if !self.output.is_file() {
            self.output.write(|out| out.flush())?; // whoever listens hears each chunk at once
        }
        self.samples += chunk.samples.len() as u64;
        Ok(())
    }

    /// Completes the file.
    ///
    /// # Errors
    /// Nothing was spoken; the file is too long for the format; writing fails.
    pub fn finish(self) -> Result<(), Error> {
        if self.samples == 0 {
            return Err(kokoro::Error::NothingToSay.into());
        }
        let sizes = self.output.is_file().then(|| wav::header(self.format, Some(self.samples)));
        self.output.finish(sizes.transpose()?.as_deref())
    }
}
