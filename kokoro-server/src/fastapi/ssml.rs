//! `/dev/ssml`: what of SSML is understood, and SSML as text with tags.

use std::collections::BTreeMap;

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ssml_tags::{STRENGTHS, ssml_tags};
use crate::ApiError;
use crate::fields::{Fields, missing};
use crate::json_body::JsonBody;

/// What of SSML is understood.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Capabilities {
    /// Elements, and what becomes of them.
    elements: BTreeMap<&'static str, &'static str>,
    /// Elements whose text is read as if they were not there.
    ignored: Vec<&'static str>,
    /// Pauses by the names of their strength, in seconds, where SSML becomes tags.
    break_strengths: BTreeMap<&'static str, f64>,
    /// Factors of the rate by name.
    prosody_rates: BTreeMap<&'static str, f64>,
    /// The slowest and the fastest rate.
    rate_range: [f64; 2],
}

const ELEMENTS: [(&str, &str); 15] = [
    ("audio", "the text in it is read"),
    ("bookmark", "the time of its place is told"),
    ("break", "a pause"),
    ("emphasis", "slower, higher and louder, by its level"),
    ("lang", "another language, in the same voice"),
    ("mark", "the time of its place is told"),
    ("mstts:silence", "a pause"),
    ("p", "a paragraph"),
    ("phoneme", "phonemes, in IPA or X-SAMPA"),
    ("prosody", "rate, pitch and volume"),
    ("s", "a sentence"),
    ("say-as", "read as the kind of thing that it is"),
    ("speak", "the document"),
    ("sub", "its alias is read"),
    ("voice", "another voice, by name, gender or language"),
];

const IGNORED: [&str; 8] =
    ["amazon:*", "google:*", "lexicon", "lookup", "media", "metadata", "par", "seq"];

/// Those of `docs/ssml.md`.
const RATES: [(&str, f64); 6] = [
    ("default", 1.0),
    ("fast", 1.55),
    ("medium", 1.0),
    ("slow", 0.64),
    ("x-fast", 2.0),
    ("x-slow", 0.5),
];

/// What of SSML is understood.
#[utoipa::path(get, path = "/dev/ssml", tag = "kokoro-fastapi",
    responses((status = 200, description = "What is understood", body = Capabilities)))]
pub(crate) async fn capabilities() -> Json<Capabilities> {
    Json(Capabilities {
        elements: BTreeMap::from(ELEMENTS),
        ignored: IGNORED.into(),
        break_strengths: BTreeMap::from(STRENGTHS),
        prosody_rates: BTreeMap::from(RATES),
        rate_range: [f64::from(kokoro::MIN_SPEED), f64::from(kokoro::MAX_SPEED)],
    })
}

/// SSML, and the voice that speaks what names no other.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct TranslateRequest {
    /// The document. What does not begin with `<speak>` is given back as it is.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    text: String,
    /// Without it, changes of voice and rate are left out.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    voice: Option<String>,
}

/// Text with tags.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Translated {
    /// The text. With a voice, it is to be sent with `allow_voice_tags`.
    text: String,
}

/// SSML as text with tags: `[voice:…]`, `[rate:…]`, `[pause:…s]`, `[word](/phonemes/)`.
///
/// Tags can say less than SSML. `"ssml": true` in a request for speech has all of it spoken.
#[utoipa::path(post, path = "/dev/ssml", tag = "kokoro-fastapi",
    request_body = TranslateRequest,
    responses(
        (status = 200, description = "With tags", body = Translated),
        (status = 400, description = "The document is not well-formed"),
    ))]
pub(crate) async fn translate(JsonBody(body): JsonBody) -> Result<Json<Translated>, ApiError> {
    let mut fields = Fields::new(body);
    let Some(text) = fields.text("text")? else {
        return Err(missing("text", "SSML"));
    };
    let voice = fields.text("voice")?.filter(|voice| !voice.trim().is_empty());
    match ssml_tags(&text, voice.as_deref()) {
        Ok(text) => Ok(Json(Translated { text: text.trim().to_owned() })),
        Err(error) => Err(ApiError::invalid("text", "invalid_markup", error.to_string())),
    }
}
