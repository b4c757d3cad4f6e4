//! The voice of a request: a name, one of OpenAI's, a blend, or an object with an id.

use kokoro::Kokoro;
use kokoro::voice_blend::{Blend, is_file};
use serde_json::Value;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::ApiError;
use crate::fields::{kind, wrong_type};
use crate::openai::near::near;
use crate::openai::voice_names::stand_in;

/// The longest text that is read as a voice, in bytes: the most voices of a blend with their
/// weights have room in it.
const LONGEST: usize = 4096;

/// How a request names its voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum VoiceField {
    /// A name such as `af_heart`, one of OpenAI's such as `alloy`, or a blend such as
    /// `af_heart(2)+af_bella(1)`.
    Name(String),
    /// OpenAI's form for voices of one's own.
    Object {
        /// The same as the name.
        id: String,
    },
}

impl ToSchema for VoiceField {}

impl PartialSchema for VoiceField {
    fn schema() -> RefOr<Schema> {
        let text = || ObjectBuilder::new().schema_type(Type::String);
        let name = text().examples(["af_heart", "alloy", "af_heart(2)+af_bella(1)"]);
        let object = ObjectBuilder::new().property("id", text()).required("id");
        OneOfBuilder::new().item(name).item(object).into()
    }
}

impl VoiceField {
    /// Reads the field.
    ///
    /// # Errors
    /// It has another form.
    pub fn parse(value: Value) -> Result<Self, ApiError> {
        let expected = "a name such as \"af_heart\", or an object such as {\"id\": \"af_heart\"}";
        match value {
            Value::String(name) => Ok(Self::Name(name)),
            Value::Object(mut object) => match (object.remove("id"), object.is_empty()) {
                (Some(Value::String(id)), true) => Ok(Self::Object { id }),
                (Some(Value::String(_)), false) => {
                    let message = format!("`voice`: expected {expected}, found other keys too");
                    Err(ApiError::invalid("voice", "unknown_parameter", message))
                }
                (Some(other), _) => Err(wrong_type("voice.id", "a string", &other)),
                (None, _) => {
                    let message = format!("`voice`: expected {expected}, found no `id`");
                    Err(ApiError::invalid("voice", "missing_required_parameter", message))
                }
            },
            other => {
                let message = format!("`voice`: expected {expected}, found {}", kind(&other));
                Err(ApiError::invalid("voice", "invalid_type", message))
            }
        }
    }

    /// The name or blend.
    pub fn text(&self) -> &str {
        match self {
            Self::Name(text) | Self::Object { id: text } => text,
        }
    }
}

/// The voice of `kokoro` that `text` means, as `SpeechOptions` take it.
///
/// Names may be in upper or lower case. Those of OpenAI's voices are known, also in blends, unless
/// the model has a voice of that name. Files are never read.
///
/// # Errors
/// There is no such voice; it is no blend; it is the name of a file.
pub(crate) fn resolve(text: &str, kokoro: &Kokoro) -> Result<String, ApiError> {
    let invalid = |message: String| ApiError::invalid("voice", "invalid_voice", message);
    if text.len() > LONGEST {
        let message = format!("`voice`: expected at most {LONGEST} bytes, found {}", text.len());
        return Err(ApiError::invalid("voice", "string_above_max_length", message));
    }
    if is_file(text.trim()) {
        return Err(no_file());
    }
    let blend: Blend = text.parse().map_err(|error| invalid(format!("`voice`: {error}")))?;
    if let Some(name) = blend.as_single() {
        return known(name, kokoro).map(str::to_owned);
    }
    let mut resolved = String::new();
    for (place, term) in blend.terms().iter().enumerate() {
        let name = known(&term.name, kokoro)?;
        let sign = match (term.weight < 0.0, place) {
            (true, _) => "-",
            (false, 0) => "",
            (false, _) => "+",
        };
        resolved += &format!("{sign}{name}({})", term.weight.abs());
    }
    // Two names may mean one voice, whose weights then add up, or cancel each other.
    let joined: Blend = resolved.parse().map_err(|error| invalid(format!("`voice`: {error}")))?;
    Ok(joined.to_string())
}

fn no_file() -> ApiError {
    let message = "`voice`: expected the name of a voice or a blend, found that of a file; this \
                   server reads no files for its clients";
    ApiError::invalid("voice", "invalid_voice", message)
}

/// The voice with this name.
fn known<'a>(name: &str, kokoro: &'a Kokoro) -> Result<&'a str, ApiError> {
    if is_file(name) {
        return Err(no_file());
    }
    let exact = || kokoro.voices().find(|known| *known == name);
    let folded = |name: &str| kokoro.voices().find(|known| known.eq_ignore_ascii_case(name));
    let found = exact().or_else(|| folded(name)).or_else(|| folded(stand_in(name)?));
    found.ok_or_else(|| {
        let near = near(name, kokoro.voices());
        let hint = match near.is_empty() {
            true => String::new(),
            false => format!("; did you mean {}?", near.join(" or ")),
        };
        let name: String = name.chars().take(64).collect();
        let message =
            format!("`voice`: there is no voice {name:?}{hint}; GET /v1/audio/voices lists all");
        ApiError::invalid("voice", "voice_not_found", message)
    })
}
