//! `POST /dev/dialogue`: turns of several speakers as one speech.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::tags::is_voice;
use crate::fields::{Fields, invalid_value, missing, wrong_type};
use crate::json_body::JsonBody;
use crate::openai::prepared::speak;
use crate::{ApiError, AppState};

/// What one speaker says.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Turn {
    /// A voice, a blend of voices, or a name of `voice_aliases`. `voice_id` is the same.
    voice: String,
    /// What is said.
    text: String,
}

/// A dialogue. Further fields are those of `/v1/audio/speech`.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct DialogueRequest {
    /// The turns, of which there is at least one. `inputs` is the same.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    turns: Vec<Turn>,
    /// Seconds of silence between turns, from 0 to 10. At 0, turns follow each other as sentences
    /// do.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    #[schema(default = 0.0)]
    pause_between_turns: Option<f64>,
}

/// Several speakers, one after the other.
#[utoipa::path(post, path = "/dev/dialogue", tag = "kokoro-fastapi",
    request_body = DialogueRequest,
    responses(
        (status = 200, description = "The sound", content_type = "audio/mpeg"),
        (status = 400, description = "A turn has no text, or nobody has such a voice"),
    ))]
pub(crate) async fn dialogue(
    State(state): State<AppState>,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    speak(&state, speech(body)?).await
}

/// The request for speech that a dialogue is: its turns are one text with tags of voices.
fn speech(body: Map<String, Value>) -> Result<Map<String, Value>, ApiError> {
    let mut fields = Fields::new(body);
    let pause = fields.number("pause_between_turns", 0.0..=10.0)?.unwrap_or_default();
    let turns = fields.take("turns").map(|turns| ("turns", turns));
    let turns = turns.or_else(|| Some(("inputs", fields.take("inputs")?)));
    let (name, turns) = match turns {
        Some((name, Value::Array(turns))) if !turns.is_empty() => (name, turns),
        Some((name, other)) => {
            return Err(wrong_type(name, "a list with at least one turn", &other));
        }
        None => return Err(missing("turns", "a list of turns")),
    };
    let turns: Vec<Turn> =
        turns.into_iter().map(|value| turn(name, value)).collect::<Result<_, _>>()?;
    let silence = match (pause * 1000.0).round() {
        0.0 => " ".to_owned(),
        milliseconds => format!(" [pause:{milliseconds}ms] "),
    };
    let text = |turn: &Turn| format!("[voice:{}] {}", turn.voice, turn.text);
    let input = turns.iter().map(text).collect::<Vec<_>>().join(&silence);
    let mut request = fields.into_rest();
    request.insert("input".into(), input.into());
    request.insert("voice".into(), turns[0].voice.clone().into());
    request.insert("allow_voice_tags".into(), true.into());
    request.remove("ssml");
    Ok(request)
}

fn turn(name: &str, value: Value) -> Result<Turn, ApiError> {
    let wrong = |value: &Value| invalid_value(name, "turns with `voice` and `text`", value);
    let Value::Object(fields) = &value else { return Err(wrong(&value)) };
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::trim);
    let voice = text("voice").or(text("voice_id")).filter(|voice| is_voice(voice));
    let said = text("text").filter(|text| !text.is_empty());
    match (voice, said) {
        (Some(voice), Some(text)) => Ok(Turn { voice: voice.into(), text: text.into() }),
        _ => Err(wrong(&value)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn request(value: Value) -> Result<Map<String, Value>, ApiError> {
        let Value::Object(body) = value else { panic!("no object") };
        speech(body)
    }

    #[test]
    fn turns_become_a_text_with_tags() {
        let turns = json!([
            { "voice": "af_bella", "text": " One. " },
            { "voice_id": "am_michael", "text": "Two." },
        ]);
        let made = request(json!({ "turns": turns, "pause_between_turns": 0.5, "speed": 2 }));
        let expected = json!({
            "input": "[voice:af_bella] One. [pause:500ms] [voice:am_michael] Two.",
            "voice": "af_bella",
            "allow_voice_tags": true,
            "speed": 2,
        });
        assert_eq!(Value::from(made.unwrap()), expected);
        let made = request(json!({ "inputs": turns, "pause_between_turns": 1e-5 })).unwrap();
        assert_eq!(made["input"], "[voice:af_bella] One. [voice:am_michael] Two.");
    }

    #[test]
    fn what_is_no_dialogue_is_refused() {
        let turn = json!({ "voice": "af_bella", "text": "So." });
        for wrong in [
            json!({}),
            json!({ "turns": [] }),
            json!({ "turns": "So." }),
            json!({ "turns": ["So."] }),
            json!({ "turns": [{ "voice": "af_bella", "text": "  " }] }),
            json!({ "turns": [{ "text": "So." }] }),
            json!({ "turns": [{ "voice": "a] [voice:b", "text": "So." }] }),
            json!({ "turns": [turn], "pause_between_turns": 11 }),
        ] {
            assert_eq!(request(wrong.clone()).unwrap_err().status, 400, "{wrong}");
        }
    }
}
