//! `POST /dev/phonemize`: a text as phonemes.

use axum::Json;
use axum::extract::State;
use kokoro::plan::Item;
use kokoro::text::Format;
use kokoro::{Error, Language, SpeechOptions};
use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;
use utoipa::ToSchema;

use super::length::check_length;
use crate::fields::{Fields, invalid_value};
use crate::json_body::JsonBody;
use crate::{ApiError, AppState};

/// A text, and the language that it is in.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct PhonemizeRequest {
    /// The text.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    text: String,
    /// A letter or a tag, as in `a` or `en-us`.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    #[schema(default = "a")]
    language: Option<String>,
}

/// What is said of a text.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Phonemized {
    /// The phonemes of all of it, with a space between sentences.
    phonemes: String,
    /// The numbers of these phonemes in the model's vocabulary, without the boundaries of
    /// utterances.
    tokens: Vec<u32>,
}

/// The phonemes of a text.
///
/// Of a long text, too, all phonemes are given. Pauses are left out.
#[utoipa::path(post, path = "/dev/phonemize", tag = "kokoro-fastapi",
    request_body = PhonemizeRequest,
    responses(
        (status = 200, description = "Phonemes", body = Phonemized),
        (status = 400, description = "There is no text, or nothing in it can be said"),
    ))]
pub(crate) async fn phonemize(
    State(state): State<AppState>,
    JsonBody(body): JsonBody,
) -> Result<Json<Phonemized>, ApiError> {
    let mut fields = Fields::new(body);
    let text = fields.text("text")?.unwrap_or_default();
    if text.trim().is_empty() {
        let message = "`text`: expected a text, found none";
        return Err(ApiError::invalid("text", "missing_required_parameter", message));
    }
    check_length(&state, "text", &text)?;
    let language = match fields.text("language")? {
        None => Language::AmericanEnglish,
        Some(code) => {
            let expected = "a language: a, b, e, f, h, i, j, p or z";
            let language = code.parse();
            language.map_err(|_| invalid_value("language", expected, &code.into()))?
        }
    };
    let work = spawn_blocking(move || phonemes(&state, &text, language));
    let done = work.await.map_err(|_| ApiError::internal("the text could not be read"))?;
    done.map(Json).map_err(|error| ApiError::from(&error))
}

fn phonemes(state: &AppState, text: &str, language: Language) -> Result<Phonemized, Error> {
    let mut options = SpeechOptions::new(language.default_voice()).language(language);
    options.text.format = Format::Plain;
    let vocab = state.kokoro().model().vocab();
    let mut done = Phonemized::default();
    for item in state.kokoro().plan(text, &options) {
        let Item::Utterance(planned) = item? else { continue };
        let space = if done.phonemes.is_empty() { "" } else { " " };
        let phonemes = format!("{space}{}", planned.utterance.phonemes);
        done.tokens.extend(vocab.encode(&phonemes)?.ids().iter().filter(|&&id| id != BOUNDARY));
        done.phonemes += &phonemes;
    }
    Ok(done)
}

/// The token at both ends of an utterance.
const BOUNDARY: u32 = 0;
