//! Where the speech goes: a file of sound that grows chunk by chunk, a stream, a player.

#[cfg(feature = "play")]
use kokoro::audio::Player;
use kokoro::audio::{AudioOptions, Encoder};
use kokoro::{Chunk, SAMPLE_RATE};

use crate::error::Error;
use crate::output::Output;

/// Where the speech goes; nowhere, unless told.
#[derive(Default)]
pub struct AudioOutput {
    file: Option<(Output, Encoder)>,
    #[cfg(feature = "play")]
    player: Option<Player>,
    samples: u64,
}

impl AudioOutput {
    /// Will write to a file, or to a stream. Nothing is written before the first chunk.
    ///
    /// # Errors
    /// The format does not have such a rate.
    pub fn write_to(&mut self, output: Output, options: &AudioOptions) -> Result<(), Error> {
        self.file = Some((output, Encoder::new(options)?));
        Ok(())
    }

    /// Will play.
    ///
    /// # Errors
    /// There is no device.
    #[cfg(feature = "play")]
    pub fn play(&mut self) -> Result<(), Error> {
        self.player = Some(Player::new()?);
        Ok(())
    }

    /// Whether the bytes go into a file; if not, someone may be listening.
    pub fn is_file(&self) -> bool {
        #[cfg(feature = "play")]
        if self.player.is_some() {
            return false;
        }
        self.file.as_ref().is_some_and(|(output, _)| output.is_file())
    }

    /// Seconds of speech so far.
    pub fn seconds(&self) -> f64 {
        self.samples as f64 / f64::from(SAMPLE_RATE)
    }

    /// Appends the samples of a chunk.
    ///
    /// # Errors
    /// Writing or playing fails.
    pub fn write(&mut self, chunk: &Chunk) -> Result<(), Error> {
        if let Some((output, encoder)) = &mut self.file {
            let bytes = encoder.push(&chunk.samples)?;
            output.write(|out| out.write_all(&bytes))?;
            if !output.is_file() {
                output.write(|out| out.flush())?; // whoever listens hears each chunk at once
            }
        }
        #[cfg(feature = "play")]
        if let Some(player) = &mut self.player {
            player.push(&chunk.samples)?;
        }
        self.samples += chunk.samples.len() as u64;
        Ok(())
    }

    /// Completes the file, and plays to the end.
    ///
    /// # Errors
    /// Nothing was spoken; the speech is too long for the format; writing or playing fails.
    pub fn finish(self) -> Result<(), Error> {
        if self.samples == 0 {
            return Err(kokoro::Error::NothingToSay.into());
        }
        if let Some((mut output, encoder)) = self.file {
            let ending = encoder.finish()?;
            output.write(|out| out.write_all(&ending.bytes))?;
            output.finish(ending.start.as_deref())?;
        }
        #[cfg(feature = "play")]
        if let Some(player) = self.player {
            player.finish()?;
        }
        Ok(())
    }
}
