//! What one client and the server say to each other, whatever carries it.
//!
//! | the client sends | it gets |
//! |---|---|
//! | `describe`, `ping` | `info`, `pong`, at once |
//! | `synthesize` | `audio-start`, `audio-chunk`…, `audio-stop` |
//! | `synthesize-start`, `synthesize-chunk`…, `synthesize-stop` | these, `synthesize-stopped` |
//! | `synthesize` within these | nothing: it is the whole text again, for older servers |
//! | anything else | nothing |
//!
//! A text in which there is nothing to say is answered with an `audio-start` and an `audio-stop`,
//! because clients wait for them. When a speech fails, there is an `error`, then the `audio-stop`;
//! what is still sent of a text in pieces is ignored, and its end answered as always.

use std::fmt;
use std::future::pending;
use std::mem;
use std::sync::Arc;

use tracing::debug;

use crate::request::{Manner, Request, RequestError, kind, parse};
use crate::speaking::{Arrival, Next, SpeakError, Speaking};
use crate::voice_choice::choose;
use crate::{Engine, Event, reply};

/// The state of one client.
pub struct Session {
    engine: Arc<dyn Engine>,
    /// Characters that a text may have.
    max_characters: usize,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Idle,
    Speaking(Speaking),
    /// A text in pieces of which no more is spoken, though the client has not ended it yet.
    Ignoring,
}

/// What becomes of an event.
#[derive(Debug)]
pub enum Handled {
    /// It is done, and this is the answer.
    Answered(Vec<Event>),
    /// It must be given again when the session [is idle](Session::is_idle).
    Waits(Event),
}

impl Session {
    /// A client that has said nothing yet.
    pub fn new(engine: Arc<dyn Engine>, max_characters: usize) -> Self {
        Self { engine, max_characters, stage: Stage::Idle }
    }

    /// Whether nothing is being spoken and no text awaited.
    pub fn is_idle(&self) -> bool {
        matches!(self.stage, Stage::Idle)
    }

    /// Whether nothing happens before the client sends something.
    pub fn awaits_client(&self) -> bool {
        match &self.stage {
            Stage::Idle | Stage::Ignoring => true,
            Stage::Speaking(speaking) => speaking.is_open(),
        }
    }

    /// Takes an event of the client.
    pub fn handle(&mut self, event: Event) -> Handled {
        let answer = match parse(&event) {
            Ok(None) => {
                debug!(kind = event.kind, "unknown event");
                Vec::new()
            }
            Ok(Some(Request::Describe)) => vec![self.engine.program().info()],
            Ok(Some(Request::Ping(text))) => vec![reply::pong(text)],
            Ok(Some(Request::StreamText(text))) => self.text(&text),
            Ok(Some(Request::StreamStop)) => self.stop(),
            Ok(Some(Request::Synthesize(..))) if self.is_in_stream() => Vec::new(),
            Ok(Some(Request::StreamStart(_) | Request::Synthesize(..))) if self.is_speaking() => {
                // A stream that was not ended before the next is ended by it.
                self.finish_text();
                return Handled::Waits(event);
            }
            Ok(Some(Request::StreamStart(manner))) => self.begin(Arrival::InPieces, &manner),
            Ok(Some(Request::Synthesize(manner, text))) => self.speak(&manner, &text),
            Err(error) => self.refuse(&event, &error),
        };
        Handled::Answered(answer)
    }

    /// What is to be sent next, as soon as it is there; waits forever if nothing is being spoken.
    /// May be dropped while it waits.
    pub async fn next(&mut self) -> Vec<Event> {
        let Stage::Speaking(speaking) = &mut self.stage else { return pending().await };
        match speaking.next().await {
            Next::Sound(event) => vec![event],
            Next::End => self.end(None),
            Next::Failed(error) => self.end(Some(error)),
        }
    }

    /// A stream is open: `synthesize` within it is for older servers.
    fn is_in_stream(&self) -> bool {
        match &self.stage {
            Stage::Idle => false,
            Stage::Ignoring => true,
            Stage::Speaking(speaking) => {
                speaking.arrival() == Arrival::InPieces && speaking.is_open()
            }
        }
    }

    fn is_speaking(&self) -> bool {
        matches!(self.stage, Stage::Speaking(_))
    }

    fn begin(&mut self, arrival: Arrival, manner: &Manner) -> Vec<Event> {
        let Some(start) = choose(self.engine.program(), manner) else {
            self.stage = match arrival {
                Arrival::Whole => Stage::Idle,
                Arrival::InPieces => Stage::Ignoring,
            };
            let error = reply::error("no-voice", "the program has no voices".to_owned());
            return vec![error, reply::audio_stop(self.engine.sample_rate(), 0)];
        };
        let rate = self.engine.sample_rate();
        self.stage = Stage::Speaking(Speaking::new(arrival, start, rate, self.max_characters));
        Vec::new()
    }

    fn speak(&mut self, manner: &Manner, text: &str) -> Vec<Event> {
        let mut answer = self.begin(Arrival::Whole, manner);
        if self.is_speaking() {
            answer.extend(self.push_text(text));
            self.finish_text();
        }
        answer
    }

    fn text(&mut self, text: &str) -> Vec<Event> {
        match &self.stage {
            Stage::Ignoring => Vec::new(),
            _ if self.is_in_stream() => self.push_text(text),
            _ => vec![no_stream(kind::STREAM_TEXT)],
        }
    }

    fn stop(&mut self) -> Vec<Event> {
        match &self.stage {
            Stage::Ignoring => {
                self.stage = Stage::Idle;
                vec![reply::synthesize_stopped()]
            }
            _ if self.is_in_stream() => {
                self.finish_text();
                Vec::new()
            }
            _ => vec![no_stream(kind::STREAM_STOP)],
        }
    }

    fn push_text(&mut self, text: &str) -> Vec<Event> {
        let Stage::Speaking(speaking) = &mut self.stage else { return Vec::new() };
        match speaking.push_text(&*self.engine, text) {
            Ok(()) => Vec::new(),
            Err(error) => self.end(Some(error)),
        }
    }

    fn finish_text(&mut self) {
        if let Stage::Speaking(speaking) = &mut self.stage {
            speaking.finish_text();
        }
    }

    /// Nothing more is spoken of the current text.
    fn end(&mut self, error: Option<SpeakError>) -> Vec<Event> {
        let Stage::Speaking(mut speaking) = mem::replace(&mut self.stage, Stage::Idle) else {
            return Vec::new();
        };
        let mut events = Vec::new();
        match error {
            Some(error) => events.push(reply::error(error.code(), error.to_string())),
            None => events.extend(speaking.begin()),
        }
        events.push(speaking.stop());
        if speaking.arrival() == Arrival::InPieces {
            if speaking.is_open() {
                self.stage = Stage::Ignoring;
            } else {
                events.push(reply::synthesize_stopped());
            }
        }
        events
    }

    /// The answer to a request that cannot be understood, so that nobody waits for more.
    fn refuse(&mut self, event: &Event, error: &RequestError) -> Vec<Event> {
        if self.is_in_stream() && event.kind == kind::SYNTHESIZE {
            return Vec::new();
        }
        let mut answer = vec![reply::error("bad-request", error.to_string())];
        if !self.is_speaking() {
            match event.kind.as_str() {
                kind::SYNTHESIZE => answer.push(reply::audio_stop(self.engine.sample_rate(), 0)),
                kind::STREAM_START => self.stage = Stage::Ignoring,
                _ => {}
            }
        }
        answer
    }
}

fn no_stream(kind: &str) -> Event {
    reply::error("no-stream", format!("{kind} came without a synthesize-start before it"))
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("stage", &self.stage).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
