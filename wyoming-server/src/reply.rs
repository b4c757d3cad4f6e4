//! The events that a server sends, but for `info`.

use bytes::Bytes;
use serde_json::Value;

use crate::Event;

/// The bytes of a sample.
pub const WIDTH: usize = 2;

/// Sound begins.
pub fn audio_start(rate: u32) -> Event {
    format(Event::new("audio-start"), rate).with("timestamp", 0)
}

/// Sound that begins so many samples after the first.
pub fn audio_chunk(rate: u32, samples: u64, pcm: Bytes) -> Event {
    let event = format(Event::new("audio-chunk"), rate);
    event.with("timestamp", milliseconds(rate, samples)).with_payload(pcm)
}

/// Sound ends after so many samples.
pub fn audio_stop(rate: u32, samples: u64) -> Event {
    Event::new("audio-stop").with("timestamp", milliseconds(rate, samples))
}

/// A text that came in pieces was spoken.
pub fn synthesize_stopped() -> Event {
    Event::new("synthesize-stopped")
}

/// Something went wrong: a word for programs, a sentence for people.
pub fn error(code: &str, text: String) -> Event {
    Event::new("error").with("text", text).with("code", code)
}

/// The answer to a ping.
pub fn pong(text: Value) -> Event {
    Event::new("pong").with("text", text)
}

fn format(event: Event, rate: u32) -> Event {
    event.with("rate", rate).with("width", WIDTH).with("channels", 1)
}

fn milliseconds(rate: u32, samples: u64) -> u64 {
    samples.saturating_mul(1000) / u64::from(rate.max(1))
}
