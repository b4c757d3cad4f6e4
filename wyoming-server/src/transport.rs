//! Events over a connection.

use std::io;

use bytes::BytesMut;
use thiserror::Error;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::Event;
use crate::codec::{CodecError, Decoder, Limits, encode};

/// How many bytes are asked for at once.
const READ: usize = 8 << 10;

/// Why an event could not be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The connection failed.
    #[error("the connection failed: {0}")]
    Io(#[from] io::Error),
    /// What came is no event.
    #[error(transparent)]
    Codec(#[from] CodecError),
}

/// Reads events.
#[derive(Debug)]
pub struct EventReader<R> {
    reader: R,
    decoder: Decoder,
}

impl<R: AsyncRead + Unpin> EventReader<R> {
    /// Reads events of limited size.
    pub fn new(reader: R, limits: Limits) -> Self {
        Self { reader, decoder: Decoder::new(limits) }
    }

    /// The next event; `None` if the other side has ended the connection. May be dropped while it
    /// waits: nothing that was read is lost.
    ///
    /// # Errors
    /// The connection failed, or what came is no event. After a codec's error that
    /// [can go on](CodecError::can_go_on) the next event can be asked for.
    pub async fn next(&mut self) -> Result<Option<Event>, ReadError> {
        loop {
            if let Some(event) = self.decoder.next_event()? {
                return Ok(Some(event));
            }
            let bytes = self.decoder.bytes();
            bytes.reserve(READ);
            if self.reader.read_buf(bytes).await? == 0 {
                self.decoder.finish()?;
                return Ok(None);
            }
        }
    }
}

/// Writes events.
#[derive(Debug)]
pub struct EventWriter<W> {
    writer: W,
    waiting: BytesMut,
}

impl<W: AsyncWrite + Unpin> EventWriter<W> {
    /// Writes into `writer`, which should not keep bytes back.
    pub fn new(writer: W) -> Self {
        Self { writer, waiting: BytesMut::new() }
    }

    /// Takes an event, which waits to be written.
    pub fn push(&mut self, event: &Event) {
        encode(event, &mut self.waiting);
    }

    /// How many bytes wait to be written.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Writes as much of what waits as the connection takes at once. May be dropped while it waits.
    ///
    /// # Errors
    /// The connection failed.
    pub async fn write_some(&mut self) -> io::Result<()> {
        match self.writer.write_buf(&mut self.waiting).await? {
            0 if !self.waiting.is_empty() => Err(io::ErrorKind::WriteZero.into()),
            _ => Ok(()),
        }
    }

    /// Writes all that waits.
    ///
    /// # Errors
    /// The connection failed.
    pub async fn write_all(&mut self) -> io::Result<()> {
        while !self.waiting.is_empty() {
            self.write_some().await?;
        }
        self.writer.flush().await
    }

    /// Writes all that waits, and tells the other side that nothing more comes.
    ///
    /// # Errors
    /// The connection failed.
    pub async fn close(&mut self) -> io::Result<()> {
        self.write_all().await?;
        self.writer.shutdown().await
    }
}
