//! Speech as it is made, a chunk at a time.

use std::collections::VecDeque;
use std::fmt;
use std::iter::Peekable;

use kokoro_text::Utterance;
use rayon::ThreadPool;

use crate::chunk::Clock;
use crate::engine::Engine;
use crate::speak::Pass;
use crate::{Chunk, Error, Speech, SpeechOptions};

/// Utterances, made when they are asked for.
pub(crate) type UtteranceSource<'a> =
    Box<dyn Iterator<Item = Result<Utterance, Error>> + Send + 'a>;

/// The chunks of a speech, each computed when it is asked for: see
/// [`Kokoro::stream`](crate::Kokoro::stream).
///
/// After an error, and after a chunk that [is the last](Chunk::is_last), there is nothing more.
pub struct Stream<'a> {
    engine: &'a Engine,
    threads: Option<&'a ThreadPool>,
    options: SpeechOptions,
    utterances: Peekable<UtteranceSource<'a>>,
    /// What the decoder could not take at once, in pieces that wait for their turn.
    pieces: VecDeque<Utterance>,
    clock: Clock,
    over: bool,
}

impl<'a> Stream<'a> {
    /// A stream that is computed on the model's own threads, if it has any.
    pub(crate) fn new(
        engine: &'a Engine,
        utterances: UtteranceSource<'a>,
        options: &SpeechOptions,
    ) -> Self {
        let threads = engine.threads.as_ref();
        Self { threads, ..Self::alone(engine, utterances, options) }
    }

    /// A stream that is computed on the threads of whoever asks for its chunks.
    pub(crate) fn alone(
        engine: &'a Engine,
        utterances: UtteranceSource<'a>,
        options: &SpeechOptions,
    ) -> Self {
        Self {
            engine,
            threads: None,
            options: options.clone(),
            utterances: utterances.peekable(),
            pieces: VecDeque::new(),
            clock: Clock::default(),
            over: false,
        }
    }

    /// All chunks, joined.
    ///
    /// # Errors
    /// The first error of the stream.
    pub fn collect_speech(self) -> Result<Speech, Error> {
        let mut speech = Speech::default();
        for chunk in self {
            speech.push(chunk?);
        }
        Ok(speech)
    }

    /// The next chunk; `None` after the last.
    fn advance(&mut self) -> Result<Option<Chunk>, Error> {
        while let Some(utterance) = self.next_utterance()? {
            match self.engine.speak_once(&utterance, &self.options)? {
                Pass::Spoken(chunk) => {
                    let mut chunk = self.clock.place(*chunk);
                    chunk.is_last = self.pieces.is_empty() && self.utterances.peek().is_none();
                    return Ok(Some(chunk));
                }
                Pass::TooLong(pieces) => {
                    pieces.into_iter().rev().for_each(|piece| self.pieces.push_front(piece));
                }
            }
        }
        if self.clock.index == 0 { Err(Error::NothingToSay) } else { Ok(None) }
    }

    fn next_utterance(&mut self) -> Result<Option<Utterance>, Error> {
        match self.pieces.pop_front() {
            Some(piece) => Ok(Some(piece)),
            None => self.utterances.next().transpose(),
        }
    }
}

impl Iterator for Stream<'_> {
    type Item = Result<Chunk, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let next = match self.threads {
            Some(pool) => pool.install(|| self.advance()),
            None => self.advance(),
        };
        let next = next.transpose();
        self.over = !matches!(&next, Some(Ok(chunk)) if !chunk.is_last);
        next
    }
}

impl std::iter::FusedIterator for Stream<'_> {}

impl fmt::Debug for Stream<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { options, pieces, clock, over, .. } = self;
        f.debug_struct("Stream")
            .field("options", options)
            .field("pieces", pieces)
            .field("clock", clock)
            .field("over", over)
            .finish_non_exhaustive()
    }
}
