//! Chunks of a speech to bytes of a format, on the speech's own thread.

use axum::body::Bytes;
use kokoro::audio::Encoder;
use kokoro::{Chunk, Error};

use crate::Listener;

/// Makes sound that is sent piece by piece.
#[derive(Debug)]
pub(crate) struct SoundMaker {
    encoder: Encoder,
}

impl SoundMaker {
    pub fn new(encoder: Encoder) -> Self {
        Self { encoder }
    }
}

impl Listener for SoundMaker {
    type Heard = Bytes;

    fn hear(&mut self, chunk: Chunk) -> Result<Vec<Bytes>, Error> {
        Ok(piece(self.encoder.push(&chunk.samples)?))
    }

    fn finish(self) -> Result<Vec<Bytes>, Error> {
        Ok(piece(self.encoder.finish()?.bytes))
    }
}

/// Bytes as a piece, unless there are none.
fn piece(bytes: Vec<u8>) -> Vec<Bytes> {
    if bytes.is_empty() { Vec::new() } else { vec![bytes.into()] }
}

/// Makes one piece of all the sound.
#[derive(Debug)]
pub(super) struct WholeSound {
    encoder: Encoder,
    bytes: Vec<u8>,
    /// Bytes that it may have.
    most: usize,
}

impl WholeSound {
    /// Of at most so many bytes.
    pub fn new(encoder: Encoder, most: usize) -> Self {
        Self { encoder, bytes: Vec::new(), most }
    }

    fn add(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.bytes.extend_from_slice(bytes);
        let (format, bytes) = (self.encoder.format(), self.bytes.len() as u64);
        match self.bytes.len() <= self.most {
            true => Ok(()),
            false => Err(kokoro::audio::Error::TooLong { format, bytes }.into()),
        }
    }
}

impl Listener for WholeSound {
    type Heard = Bytes;

    fn hear(&mut self, chunk: Chunk) -> Result<Vec<Bytes>, Error> {
        let bytes = self.encoder.push(&chunk.samples)?;
        self.add(&bytes)?;
        Ok(Vec::new())
    }

    fn finish(self) -> Result<Vec<Bytes>, Error> {
        let Self { encoder, mut bytes, .. } = self;
        let ending = encoder.finish()?;
        bytes.extend_from_slice(&ending.bytes);
        if let Some(start) = ending.start {
            bytes[..start.len()].copy_from_slice(&start);
        }
        Ok(vec![bytes.into()])
    }
}
