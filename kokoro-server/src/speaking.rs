//! A speech on its way to a client: it is made on a thread of its own, and read by a task.

use std::thread;
use std::time::Duration;

use kokoro::{CancelToken, Chunk, Error, SpeechOptions, TextFeed};
use kokoro_sessions::{Gone, SessionError, Ticket};
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use crate::metrics::Outcome;
use crate::segments::Segments;
use crate::speech_meter::SpeechMeter;
use crate::{ApiError, AppState, LogText};

/// Results of a listener that wait for the client. More are not made before it takes them.
const AHEAD: usize = 2;

/// What is spoken.
#[derive(Debug)]
#[non_exhaustive]
pub enum Source {
    /// A text, in the format and language of the options.
    Text(String),
    /// IPA, one symbol a phoneme.
    Phonemes(String),
    /// A text whose parts are spoken each in its own way.
    Segments(Segments),
}

impl Source {
    /// How many characters are to be spoken, as far as that is known.
    fn characters(&self) -> usize {
        match self {
            Self::Text(text) | Self::Phonemes(text) => text.chars().count(),
            Self::Segments(segments) => segments.text.chars().count(),
        }
    }
}

/// What becomes of the chunks of a speech: bytes of a format, words, events.
pub trait Listener: Send + 'static {
    /// What a client is given.
    type Heard: Send + 'static;

    /// Takes the next chunk. Nothing may be ready yet.
    ///
    /// # Errors
    /// Encoding fails.
    fn hear(&mut self, chunk: Chunk) -> Result<Vec<Self::Heard>, Error>;

    /// The speech is over: the rest.
    ///
    /// # Errors
    /// Encoding fails.
    fn finish(self) -> Result<Vec<Self::Heard>, Error>;
}

/// What a listener makes of a speech, as it is made. Dropped, it stops the speech.
#[derive(Debug)]
pub struct Speaking<T> {
    /// What was waited for at the start: the first piece, or that there is none.
    first: Option<Option<T>>,
    rest: mpsc::Receiver<Sent<T>>,
    _cancel: CancelOnDrop,
}

/// What the thread of a speech sends. A thread that ends without a word has failed.
#[derive(Debug)]
enum Sent<T> {
    Piece(T),
    Failed(Error),
    Over,
}

#[derive(Debug)]
struct CancelOnDrop(CancelToken);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl<T> Speaking<T> {
    /// The next piece; `None` at the end. After an error there is nothing more.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        match self.first.take() {
            Some(first) => first.map(Ok),
            None => match self.rest.recv().await {
                Some(Sent::Piece(piece)) => Some(Ok(piece)),
                Some(Sent::Failed(error)) => Some(Err(error)),
                Some(Sent::Over) => None,
                None => Some(Err(Error::Cancelled)),
            },
        }
    }
}

impl AppState {
    /// Speaks `source` and gives what `listener` makes of it. Returns when the first piece is
    /// ready, so that whatever is wrong with the request is known before a response begins.
    ///
    /// # Errors
    /// The server is full; the text, the voice or another option cannot be spoken.
    pub async fn speak<L: Listener>(
        &self,
        source: Source,
        options: SpeechOptions,
        listener: L,
    ) -> Result<Speaking<L::Heard>, ApiError> {
        let length = match &source {
            Source::Text(text) | Source::Phonemes(text) => text.len(),
            Source::Segments(segments) => segments.text.len(),
        };
        let ticket = self.sessions().admit(length).map_err(full)?;
        let meter = SpeechMeter::start(self, source.characters());
        if self.options().log_text == LogText::Always {
            tracing::info!(?source, "to be spoken");
        }
        let mut speaking =
            self.start(ticket, meter, &options, listener, move |ticket, options, sink| {
                let kokoro = ticket.kokoro().clone();
                let stream = match &source {
                    Source::Text(text) => kokoro.stream(text, options),
                    Source::Phonemes(phonemes) => kokoro.stream_phonemes(phonemes, options),
                    Source::Segments(segments) => {
                        kokoro.stream_items(segments.plan(&kokoro, options), options)
                    }
                };
                ticket.run(stream, sink)
            })?;
        let first = speaking.next().await.transpose();
        speaking.first = Some(first.map_err(|error| ApiError::from(&error))?);
        Ok(speaking)
    }

    /// Speaks a text that is given piece by piece.
    ///
    /// # Errors
    /// The server is full.
    pub async fn follow<L: Listener>(
        &self,
        options: SpeechOptions,
        listener: L,
    ) -> Result<(TextFeed, Speaking<L::Heard>), ApiError> {
        let ticket = self.sessions().admit(0).map_err(full)?;
        let meter = SpeechMeter::start(self, 0);
        let (give, take) = oneshot::channel();
        let speaking =
            self.start(ticket, meter, &options, listener, move |ticket, options, sink| {
                let kokoro = ticket.kokoro().clone();
                let (feed, stream) = kokoro.follow(options);
                let _ = give.send(feed); // whoever wanted it may be gone; then the text is over
                ticket.run(stream, sink)
            })?;
        let feed = take.await.map_err(|_| ApiError::internal("the speech did not begin"))?;
        Ok((feed, speaking))
    }

    /// Runs `speak` on a thread of its own.
    fn start<L: Listener>(
        &self,
        ticket: Ticket,
        mut meter: SpeechMeter,
        options: &SpeechOptions,
        mut listener: L,
        speak: impl FnOnce(Ticket, &SpeechOptions, Sink<'_>) -> Result<(), SessionError>
        + Send
        + 'static,
    ) -> Result<Speaking<L::Heard>, ApiError> {
        let cancel = CancelToken::new();
        let options = options.clone().cancelled_by(&cancel);
        let (sender, rest) = mpsc::channel(AHEAD);
        let (handle, patience) = (Handle::current(), self.options().patience);
        let run = move || {
            let outbox = Outbox { sender, handle, patience };
            let mut broken = false;
            let mut sink = |chunk| {
                meter.made(&chunk);
                match listener.hear(chunk) {
                    Ok(heard) => meter.give(|| outbox.give_all(heard)),
                    Err(error) => {
                        broken = true;
                        outbox.fail(error)
                    }
                }
            };
            let spoken = speak(ticket, &options, &mut sink);
            let ended = outbox.finish(spoken, listener);
            meter.end(if broken { Outcome::Failed } else { ended });
        };
        let thread = thread::Builder::new().name("speech".into()).spawn(run);
        thread.map_err(|_| full_of_threads())?;
        Ok(Speaking { first: None, rest, _cancel: CancelOnDrop(cancel) })
    }
}

/// Takes the chunks of a speech, until the client is gone.
type Sink<'a> = &'a mut dyn FnMut(Chunk) -> Result<(), Gone>;

/// Where the thread of a speech puts what the client is to get.
struct Outbox<T> {
    sender: mpsc::Sender<Sent<T>>,
    handle: Handle,
    patience: Duration,
}

impl<T> Outbox<T> {
    /// Waits until the client has taken enough, but not for longer than it may take.
    fn give(&self, item: Sent<T>) -> Result<(), Gone> {
        let send = async { timeout(self.patience, self.sender.send(item)).await };
        match self.handle.block_on(send) {
            Ok(Ok(())) => Ok(()),
            _ => Err(Gone),
        }
    }

    fn give_all(&self, items: Vec<T>) -> Result<(), Gone> {
        items.into_iter().try_for_each(|item| self.give(Sent::Piece(item)))
    }

    /// Gives what is left, and says how the speech ended.
    fn finish<L>(&self, spoken: Result<(), SessionError>, listener: L) -> Outcome
    where
        L: Listener<Heard = T>,
    {
        let ended = match spoken {
            Ok(()) => listener.finish(),
            Err(SessionError::Speech(Error::Cancelled)) | Err(SessionError::Gone(_)) => {
                return Outcome::Abandoned;
            }
            Err(SessionError::Speech(error)) => Err(error),
            Err(_) => return Outcome::Failed,
        };
        match ended {
            Ok(rest) => match self.give_all(rest).and_then(|()| self.give(Sent::Over)) {
                Ok(()) => Outcome::Finished,
                Err(Gone) => Outcome::Abandoned,
            },
            Err(error) => {
                let _ = self.fail(error); // there is nothing left to be stopped
                Outcome::Failed
            }
        }
    }

    fn fail(&self, error: Error) -> Result<(), Gone> {
        self.give(Sent::Failed(error))?;
        Err(Gone)
    }
}

fn full(full: kokoro_sessions::Full) -> ApiError {
    ApiError::busy(full.retry_after, full.to_string())
}

fn full_of_threads() -> ApiError {
    ApiError::busy(Duration::from_secs(1), "the server has no thread left for this speech")
}

#[cfg(test)]
impl<T> Speaking<T> {
    /// Pieces of no speech.
    pub(crate) fn of(pieces: Vec<Result<T, Error>>) -> Self {
        let (sender, rest) = mpsc::channel(pieces.len() + 1);
        let sent = pieces.into_iter().map(|piece| match piece {
            Ok(piece) => Sent::Piece(piece),
            Err(error) => Sent::Failed(error),
        });
        for sent in sent.chain([Sent::Over]) {
            sender.try_send(sent).map_err(drop).expect("there is room for all");
        }
        Self { first: None, rest, _cancel: CancelOnDrop(CancelToken::new()) }
    }
}
