//! The body of a request for speech as a job: OpenAI's fields, our own and Kokoro-FastAPI's.

use axum::response::Response;
use serde_json::{Map, Value};

use crate::fastapi::fields::Fields as OtherFields;
use crate::fields::Fields;
use crate::openai::choices::LanguageChoice;
use crate::openai::speech_request::SpeechRequest;
use crate::openai::voice::{VoiceField, resolve};
use crate::{ApiError, AppState, SpeechJob, respond};

/// A request that can be served.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// What is to be spoken.
    pub job: SpeechJob,
    /// Whether the sound is to be kept, so that it can be fetched again.
    pub kept: bool,
}

/// Understands a request.
///
/// # Errors
/// It can never be served.
pub(crate) fn prepared(state: &AppState, body: Map<String, Value>) -> Result<Prepared, ApiError> {
    let mut fields = Fields::new(body);
    let extra = OtherFields::take(&mut fields)?;
    let mut request = SpeechRequest::take(&mut fields)?;
    let strict = request.strict.unwrap_or(false);
    let unknown = fields.rest();
    if strict && let Some(first) = unknown.first() {
        let first: String = first.chars().take(64).collect();
        let message = format!("unknown field {first:?}: leave it out, or leave out `strict`");
        return Err(ApiError::invalid(&first, "unknown_parameter", message));
    }
    let mut rate = 1.0;
    if let Some(voice) = &mut request.voice {
        let alias = extra.voice(voice.text());
        (*voice, rate) = (VoiceField::Name(alias.voice), alias.rate);
    }
    request.lang = request.lang.or(extra.language().map(LanguageChoice::Is));
    let mut job = request.into_job(state)?;
    job.ignored = unknown;
    job.options.gain *= state.options().gain;
    extra.apply(&mut job, rate, |name| resolve(name, state.kokoro()))?;
    Ok(Prepared { job, kept: extra.download() })
}

/// Speaks what a request asks for.
///
/// # Errors
/// Whatever is known to be wrong before the first sound.
pub(crate) async fn speak(
    state: &AppState,
    body: Map<String, Value>,
) -> Result<Response, ApiError> {
    let Prepared { job, kept } = prepared(state, body)?;
    let format = job.audio.format;
    let response = respond(state, job).await?;
    Ok(if kept { state.downloads().record(response, format) } else { response })
}
