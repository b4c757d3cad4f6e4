//! A session over a connection: reads and writes at the same time, with time limits.
//!
//! While a client does not read, no more sound is taken from the engine: at most one event of it
//! waits here. What a client sends is still read meanwhile, because it may want to send its whole
//! text before it reads, up to the limit of a text's length.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::select;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::session::{Handled, Session};
use crate::transport::{EventReader, EventWriter, ReadError};
use crate::{Engine, Event, ServerOptions, reply};

/// Bytes that wait to be written, above which nothing is read, so that who asks and asks and never
/// reads an answer costs no memory.
const MAX_WAITING: usize = 64 << 10;

/// A time that lies far ahead.
const NEVER: Duration = Duration::from_secs(1 << 30);

/// Why a connection was given up.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ConnectionError {
    /// What the client sent could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nothing more could be written.
    #[error("the connection failed: {0}")]
    Write(#[from] io::Error),
    /// The client sent no event for [`idle_timeout`](ServerOptions::idle_timeout).
    #[error("the client sent nothing in time")]
    Idle,
    /// The client took no byte for [`write_timeout`](ServerOptions::write_timeout).
    #[error("the client read nothing in time")]
    Slow,
}

/// One client.
#[derive(Debug)]
pub struct Connection<R, W> {
    reader: EventReader<R>,
    writer: EventWriter<W>,
    session: Session,
    options: ServerOptions,
    /// An event that must wait for the end of the current speech. Nothing is read before.
    held: Option<Event>,
    /// When the client has last sent an event or was last sent sound.
    active: Instant,
    /// When bytes could last be written.
    written: Instant,
}

impl<R: AsyncRead + Unpin, W: AsyncWrite + Unpin> Connection<R, W> {
    pub fn new(reader: R, writer: W, engine: Arc<dyn Engine>, options: ServerOptions) -> Self {
        let now = Instant::now();
        Self {
            reader: EventReader::new(reader, options.limits),
            writer: EventWriter::new(writer),
            session: Session::new(engine, options.max_characters),
            options,
            held: None,
            active: now,
            written: now,
        }
    }

    /// Serves the client until it goes, or until it is idle once `shutdown` is true.
    pub async fn run(mut self, mut shutdown: watch::Receiver<bool>) -> Result<(), ConnectionError> {
        loop {
            if self.session.is_idle()
                && let Some(event) = self.held.take()
            {
                self.handle(event);
            }
            let is_shut = *shutdown.borrow_and_update();
            if is_shut && self.session.is_idle() && self.writer.waiting() == 0 {
                break;
            }
            let can_read = self.held.is_none() && self.writer.waiting() <= MAX_WAITING;
            let must_write = self.writer.waiting() > 0;
            let deadline = self.deadline();
            select! {
                event = self.reader.next(), if can_read => match event {
                    Ok(Some(event)) => self.take(event),
                    Ok(None) => return Ok(()),
                    Err(error) => self.report(error).await?,
                },
                written = self.writer.write_some(), if must_write => {
                    written?;
                    self.written = Instant::now();
                }
                events = self.session.next(), if !must_write => {
                    self.active = Instant::now();
                    self.send(&events);
                }
                () = sleep_until(deadline) => {
                    return Err(self.late());
                }
                changed = shutdown.changed(), if !is_shut => {
                    // Whoever could tell is gone: nobody will serve on.
                    if changed.is_err() { break }
                }
            }
        }
        Ok(self.writer.close().await?)
    }

    fn deadline(&self) -> Instant {
        if self.writer.waiting() > 0 {
            self.written + self.options.write_timeout
        } else if self.session.awaits_client() {
            self.active + self.options.idle_timeout
        } else {
            Instant::now() + NEVER
        }
    }

    fn late(&self) -> ConnectionError {
        if self.writer.waiting() > 0 { ConnectionError::Slow } else { ConnectionError::Idle }
    }

    fn take(&mut self, event: Event) {
        self.active = Instant::now();
        self.handle(event);
    }

    fn handle(&mut self, event: Event) {
        match self.session.handle(event) {
            Handled::Answered(events) => self.send(&events),
            Handled::Waits(event) => self.held = Some(event),
        }
    }

    fn send(&mut self, events: &[Event]) {
        if self.writer.waiting() == 0 {
            self.written = Instant::now(); // the client's time to read begins
        }
        for event in events {
            self.writer.push(event);
        }
    }

    /// Tells the client of what could not be read, and goes on if that is possible.
    async fn report(&mut self, error: ReadError) -> Result<(), ConnectionError> {
        let ReadError::Codec(fault) = &error else { return Err(error.into()) };
        self.send(&[reply::error("bad-event", fault.to_string())]);
        if fault.can_go_on() {
            return Ok(());
        }
        let close = tokio::time::timeout(self.options.write_timeout, self.writer.close());
        close.await.map_err(|_| ConnectionError::Slow)??;
        Err(error.into())
    }
}

#[cfg(test)]
mod tests;
