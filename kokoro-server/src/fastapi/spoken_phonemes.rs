//! `POST /dev/generate_from_phonemes`: phonemes as sound.

use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use kokoro::audio::AudioFormat;
use serde::Deserialize;
use utoipa::ToSchema;

use super::fields::disposition;
use super::length::check_length;
use crate::fields::{Fields, missing};
use crate::json_body::JsonBody;
use crate::openai::voice::resolve;
use crate::{ApiError, AppState, Content, Form, SpeechJob, respond};

/// Phonemes, and who speaks them.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct PhonemesRequest {
    /// IPA, one symbol a phoneme.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    #[schema(example = "həlˈO wˈɜɹld!")]
    phonemes: String,
    /// A voice, or a blend of voices.
    #[expect(dead_code, reason = "it describes the body, which is read field by field")]
    voice: String,
}

/// Phonemes as sound: WAV.
#[utoipa::path(post, path = "/dev/generate_from_phonemes", tag = "kokoro-fastapi",
    request_body = PhonemesRequest,
    responses(
        (status = 200, description = "The sound", content_type = "audio/wav"),
        (status = 400, description = "There are no phonemes, or no such voice"),
    ))]
pub(crate) async fn generate(
    State(state): State<AppState>,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let mut fields = Fields::new(body);
    let mut required = |name| {
        let text = fields.text(name)?.filter(|text| !text.is_empty());
        text.ok_or_else(|| missing(name, "a string"))
    };
    let (phonemes, voice) = (required("phonemes")?, required("voice")?);
    check_length(&state, "phonemes", &phonemes)?;
    let mut job = SpeechJob::new(phonemes);
    job.options.voice = resolve(&voice, state.kokoro())?;
    job.content = Content::Phonemes;
    job.audio.format = AudioFormat::default();
    job.form = Form::Whole;
    job.headers.insert(header::CONTENT_DISPOSITION, disposition(job.audio.format));
    respond(&state, job).await
}
