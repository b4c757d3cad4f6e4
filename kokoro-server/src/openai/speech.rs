//! `POST /v1/audio/speech`.

use axum::extract::State;
use axum::response::Response;

use crate::json_body::JsonBody;
use crate::openai::prepared::speak;
use crate::openai::speech_request::SpeechRequest;
use crate::{ApiError, AppState};

/// Speaks a text.
///
/// The sound comes as it is made, in the format that `response_format` names. With `stream_format`
/// sse it comes in events: `speech.audio.delta` with bytes in base64, `speech.audio.words` if
/// `timestamps` are wanted, and at the end `speech.audio.done`.
#[utoipa::path(post, path = "/v1/audio/speech", tag = "speech", request_body = SpeechRequest,
    responses(
        (status = 200, description = "The speech", content_type = "audio/mpeg",
         body = Vec<u8>,
         headers(("x-ignored-fields" = String, description = "Fields that nobody knows"),
             ("openai-processing-ms" = u64, description = "Milliseconds until the response"))),
        (status = 400, description = "The request can never be served", body = Value,
         example = json!({ "error": { "message": "`speed`: expected a number, found a string",
             "type": "invalid_request_error", "param": "speed",
             "code": "invalid_type" } })),
        (status = 401, description = "The server wants a key", body = Value),
        (status = 404, description = "There is no such model", body = Value),
        (status = 413, description = "The body is too large", body = Value),
        (status = 429, description = "The server is full; `Retry-After` says when to try again",
         body = Value),
    ))]
pub(super) async fn speech(
    State(state): State<AppState>,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    speak(&state, body).await
}

/// Speaks a text, for clients whose base URL has no `/v1`.
#[utoipa::path(post, path = "/audio/speech", tag = "speech", request_body = SpeechRequest,
    responses(
        (status = 200, description = "As at `/v1/audio/speech`", content_type = "audio/mpeg",
         body = Vec<u8>),
    ))]
pub(super) async fn speech_without_prefix(
    state: State<AppState>,
    body: JsonBody,
) -> Result<Response, ApiError> {
    speech(state, body).await
}
