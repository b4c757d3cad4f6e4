//! What a client asks for.

use serde_json::Value;
use thiserror::Error;

use crate::{Event, TextFormat};

/// What a client asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// What can you do?
    Describe,
    /// Are you there? With a text to send back.
    Ping(Value),
    /// Speak this text.
    Synthesize(Manner, String),
    /// Speak a text whose pieces follow.
    StreamStart(Manner),
    /// The next piece.
    StreamText(String),
    /// The text is over.
    StreamStop,
}

/// How a client wants a text spoken. Nothing of it is known to exist.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manner {
    /// The name of a voice.
    pub voice: Option<String>,
    /// The tag of a language.
    pub language: Option<String>,
    /// The name of a speaker of the voice.
    pub speaker: Option<String>,
    /// What the text is.
    pub format: TextFormat,
}

/// Why a request cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RequestError {
    /// A text is missing.
    #[error("{kind} needs a \"text\"")]
    NoText {
        /// The type of the event.
        kind: &'static str,
    },
    /// A text is in a format that is not known.
    #[error("text_format is {found}: \"text\" or \"ssml\" was expected")]
    Format {
        /// What was asked for, as JSON.
        found: String,
    },
}

/// The types of the events that begin, continue and end a speech.
pub mod kind {
    /// A whole text.
    pub const SYNTHESIZE: &str = "synthesize";
    /// The beginning of a text in pieces.
    pub const STREAM_START: &str = "synthesize-start";
    /// A piece of a text.
    pub const STREAM_TEXT: &str = "synthesize-chunk";
    /// The end of a text in pieces.
    pub const STREAM_STOP: &str = "synthesize-stop";
}

/// What an event asks for; `None` if its type is not known, so that it is to be ignored.
///
/// # Errors
/// The type is known, but what it needs is missing or cannot be understood.
pub fn parse(event: &Event) -> Result<Option<Request>, RequestError> {
    let request = match event.kind.as_str() {
        "describe" => Request::Describe,
        "ping" => Request::Ping(event.data.get("text").cloned().unwrap_or_default()),
        kind::SYNTHESIZE => Request::Synthesize(manner(event)?, text(event, kind::SYNTHESIZE)?),
        kind::STREAM_START => Request::StreamStart(manner(event)?),
        kind::STREAM_TEXT => Request::StreamText(text(event, kind::STREAM_TEXT)?),
        kind::STREAM_STOP => Request::StreamStop,
        _ => return Ok(None),
    };
    Ok(Some(request))
}

fn text(event: &Event, kind: &'static str) -> Result<String, RequestError> {
    event.text("text").map(str::to_owned).ok_or(RequestError::NoText { kind })
}

/// A voice of a form that is not known is none: the default speaks rather than nobody.
fn manner(event: &Event) -> Result<Manner, RequestError> {
    let format = match event.data.get("text_format") {
        None | Some(Value::Null) => TextFormat::Text,
        Some(Value::String(format)) if format == "text" => TextFormat::Text,
        Some(Value::String(format)) if format == "ssml" => TextFormat::Ssml,
        Some(other) => return Err(RequestError::Format { found: other.to_string() }),
    };
    let voice = event.data.get("voice");
    let named = |name| voice.and_then(|voice| voice.get(name)?.as_str()).map(str::to_owned);
    let name = voice.and_then(Value::as_str).map(str::to_owned);
    Ok(Manner {
        voice: name.or_else(|| named("name")),
        language: named("language"),
        speaker: named("speaker"),
        format,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn event(kind: &str, data: Value) -> Event {
        let mut event = Event::new(kind);
        event.data = data.as_object().expect("an object").clone();
        event
    }

    #[test]
    fn a_voice_is_named_in_every_form() {
        let named = Manner { voice: Some("tone".into()), ..Manner::default() };
        let speaker = Manner { speaker: Some("one".into()), ..named.clone() };
        let language = Manner { language: Some("de".into()), ..Manner::default() };
        for (voice, expected) in [
            (json!({ "name": "tone" }), &named),
            (json!("tone"), &named),
            (json!({ "name": "tone", "speaker": "one" }), &speaker),
            (json!({ "language": "de" }), &language),
            (json!({}), &Manner::default()),
            (json!(null), &Manner::default()),
            (json!([7]), &Manner::default()),
            (json!({ "name": 7 }), &Manner::default()),
        ] {
            let parsed = parse(&event(kind::STREAM_START, json!({ "voice": voice })));
            assert_eq!(parsed, Ok(Some(Request::StreamStart(expected.clone()))), "{voice}");
        }
    }

    #[test]
    fn a_format_is_text_or_ssml() {
        let format = |format| parse(&event(kind::STREAM_START, json!({ "text_format": format })));
        let ssml = Manner { format: TextFormat::Ssml, ..Manner::default() };
        assert_eq!(format(json!("ssml")), Ok(Some(Request::StreamStart(ssml))));
        for plain in [json!("text"), json!(null)] {
            assert_eq!(format(plain), Ok(Some(Request::StreamStart(Manner::default()))));
        }
        let found = "\"html\"".into();
        assert_eq!(format(json!("html")), Err(RequestError::Format { found }));
    }

    #[test]
    fn a_text_is_needed_and_other_events_are_none() {
        for kind in [kind::SYNTHESIZE, kind::STREAM_TEXT] {
            for data in [json!({}), json!({ "text": 7 })] {
                assert_eq!(parse(&event(kind, data)), Err(RequestError::NoText { kind }));
            }
        }
        assert_eq!(parse(&Event::new("transcribe")), Ok(None));
        let ping = parse(&event("ping", json!({ "text": "x" })));
        assert_eq!(ping, Ok(Some(Request::Ping("x".into()))));
    }
}
