//! Speech as it is made, a chunk at a time.

use std::fmt;

use kokoro_core::CancelToken;
use rayon::ThreadPool;

use crate::assembler::Assembler;
use crate::engine::Engine;
use crate::rendered::Rendered;
use crate::steps::{Items, Step, Steps};
use crate::{Chunk, Error, Speech, SpeechOptions};

/// The chunks of a speech, each computed when it is asked for: see
/// [`Kokoro::stream`](crate::Kokoro::stream).
///
/// After an error, and after a chunk that [is the last](Chunk::is_last), there is nothing more.
pub struct Stream<'a> {
    threads: Option<&'a ThreadPool>,
    steps: Steps<'a>,
    assembler: Assembler,
    arrival: Arrival,
    over: bool,
}

/// How the steps of a stream arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// All of them can be had at once.
    Whole,
    /// Each may have to be waited for.
    InTime,
}

impl<'a> Stream<'a> {
    /// A stream that is computed on the model's own threads, if it has any.
    pub(crate) fn new(
        engine: &'a Engine,
        items: Items<'a>,
        options: &SpeechOptions,
        arrival: Arrival,
    ) -> Self {
        Self {
            threads: engine.threads.as_ref(),
            steps: Steps::new(engine, items, options),
            assembler: Assembler::default(),
            arrival,
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

    /// Plans as far as the utterance that the next chunk begins, and gives its phonemes, divided
    /// by its speed: how much there is to compute. 0 if the next chunk goes on with an utterance,
    /// or there is none. If the text [arrives in pieces](crate::Kokoro::follow), this waits for it.
    ///
    /// For those who share cores between streams: it computes no speech.
    pub fn look_ahead(&mut self) -> f32 {
        if self.over { 0.0 } else { self.steps.upcoming() }
    }

    /// What stops the stream, and makes it wait.
    pub fn cancel_token(&self) -> &CancelToken {
        &self.steps.options().cancel
    }

    /// The next chunk; `None` after the last.
    fn advance(&mut self) -> Result<Option<Chunk>, Error> {
        while let Some(step) = self.steps.next()? {
            match step {
                Step::Item(item) => self.assembler.take(item),
                Step::Piece(piece) => return self.place(*piece).map(Some),
            }
        }
        if self.assembler.is_waiting() {
            let mut chunk = self.assembler.place(Rendered::silence(0));
            self.assembler.finish(&mut chunk);
            return Ok(Some(chunk));
        }
        if self.assembler.is_empty() { Err(Error::NothingToSay) } else { Ok(None) }
    }

    /// A piece as the next chunk.
    fn place(&mut self, piece: Rendered) -> Result<Chunk, Error> {
        let utterance_ends = piece.boundary.is_some();
        let mut chunk = self.assembler.place(piece);
        // Nothing is waited for before a chunk is given out.
        if utterance_ends && self.arrival == Arrival::Whole {
            while let Some(item) = self.steps.next_unspoken().transpose()? {
                self.assembler.take(item);
            }
            if self.steps.is_over() {
                self.assembler.finish(&mut chunk);
            }
        }
        Ok(chunk)
    }
}

impl Iterator for Stream<'_> {
    type Item = Result<Chunk, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        if self.arrival == Arrival::InTime {
            // Threads that compute do not wait for text.
            self.steps.fetch();
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
        let Self { steps, assembler, arrival, over, .. } = self;
        f.debug_struct("Stream")
            .field("options", steps.options())
            .field("assembler", assembler)
            .field("arrival", arrival)
            .field("over", over)
            .finish_non_exhaustive()
    }
}
