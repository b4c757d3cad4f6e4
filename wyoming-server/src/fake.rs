//! An engine for tests: a sample for each byte of the text, at once.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::mpsc;

use crate::{Engine, EngineError, Program, Speech, SpeechStart, Voice};

pub const RATE: u32 = 1000;

/// Speaks at once, but is busy for the voice "busy", and fails when the text has an "!".
#[derive(Debug)]
pub struct Fake {
    program: Program,
    /// The speeches that were begun.
    pub starts: Mutex<Vec<SpeechStart>>,
    /// Whether sound comes only from later speeches.
    pub is_silent: AtomicBool,
    /// Senders of speeches without sound.
    pub kept: Mutex<Vec<mpsc::Sender<Result<Bytes, EngineError>>>>,
}

impl Default for Fake {
    fn default() -> Self {
        let voices = ["one", "two", "busy"];
        let voices = voices.map(|name| Voice::new(name, vec![format!("x-{name}")]));
        Self {
            program: Program::new("fake", "1", voices.into()),
            starts: Mutex::default(),
            is_silent: AtomicBool::new(false),
            kept: Mutex::default(),
        }
    }
}

impl Engine for Fake {
    fn program(&self) -> &Program {
        &self.program
    }

    fn sample_rate(&self) -> u32 {
        RATE
    }

    fn start(&self, start: SpeechStart) -> Result<Speech, EngineError> {
        if start.voice == "busy" {
            return Err(EngineError::Busy { retry_after: Duration::from_secs(2) });
        }
        self.starts.lock().unwrap().push(start);
        let (sound, audio) = mpsc::channel(1000);
        if self.is_silent.load(Ordering::Relaxed) {
            self.kept.lock().unwrap().push(sound);
            return Ok(Speech { text: Box::new(|_: &str| {}), audio });
        }
        let sink = move |text: &str| {
            let piece = match text.contains('!') {
                true => Err(EngineError::Failed("it has an !".into())),
                false => Ok(vec![0; 2 * text.len()].into()),
            };
            let _ = sound.try_send(piece); // the speech may be over
        };
        Ok(Speech { text: Box::new(sink), audio })
    }
}
