//! A toy: each word is a tone, as long as the word has letters, and a blank is silence.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use bytes::Bytes;
use tokio::sync::mpsc;
use wyoming_server::{
    Attribution, Engine, EngineError, Program, Speech, SpeechStart, TextFormat, Voice,
};

/// Samples per second.
pub const RATE: u32 = 24_000;
/// Samples of one letter: 50 ms.
pub const LETTER: usize = 1200;

/// The toy.
#[derive(Debug)]
pub struct Tones {
    program: Program,
}

impl Default for Tones {
    fn default() -> Self {
        let voice = |name: &str, tag: &str| Voice::new(name, vec![tag.to_owned()]);
        let voices = vec![voice("low", "en-US"), voice("high", "en-US"), voice("ton", "de-DE")];
        let mut program = Program::new("tones", env!("CARGO_PKG_VERSION"), voices);
        program.attribution = Attribution::new("wyoming-server", "https://example.org");
        Self { program }
    }
}

impl Engine for Tones {
    fn program(&self) -> &Program {
        &self.program
    }

    fn sample_rate(&self) -> u32 {
        RATE
    }

    fn start(&self, start: SpeechStart) -> Result<Speech, EngineError> {
        let (text, pieces) = channel();
        let (sound, audio) = mpsc::channel(2);
        let thread = thread::Builder::new().spawn(move || speak(&pieces, &start, &sound));
        thread.map_err(|error| EngineError::Failed(error.into()))?;
        Ok(Speech { text: sink(text), audio })
    }
}

fn sink(text: Sender<String>) -> Box<dyn wyoming_server::TextSink> {
    Box::new(move |piece: &str| {
        let _ = text.send(piece.to_owned()); // the speech may be over
    })
}

/// Speaks each word as soon as it is whole.
fn speak(
    pieces: &Receiver<String>,
    start: &SpeechStart,
    sound: &mpsc::Sender<Result<Bytes, EngineError>>,
) {
    let pitch = if start.voice == "high" { 440.0 } else { 220.0 };
    let mut word = String::new();
    let mut is_in_tag = false;
    for piece in pieces {
        for letter in piece.chars() {
            match letter {
                '<' if start.format == TextFormat::Ssml => is_in_tag = true,
                '>' if is_in_tag => is_in_tag = false,
                _ if is_in_tag => {}
                letter if letter.is_alphanumeric() => word.push(letter),
                _ if word.is_empty() => {}
                _ => {
                    if sound.blocking_send(Ok(tone(&word, pitch))).is_err() {
                        return;
                    }
                    word.clear();
                }
            }
        }
    }
    if !word.is_empty() {
        let _ = sound.blocking_send(Ok(tone(&word, pitch))); // the client may be gone
    }
}

fn tone(word: &str, pitch: f32) -> Bytes {
    let samples = word.chars().count() * LETTER;
    let step = std::f32::consts::TAU * pitch / RATE as f32;
    let sample = |at| (8000.0 * (at as f32 * step).sin()) as i16;
    (0..samples).flat_map(|at| sample(at).to_le_bytes()).collect()
}
