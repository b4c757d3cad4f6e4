//! The models that clients may name. All are the same one.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use crate::openai::voice_list::described;
use crate::{ApiError, AppState, ServerOptions};

/// Our own name, and those that clients of OpenAI's send.
pub(crate) const NAMES: [&str; 5] =
    ["kokoro", "tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15"];

/// When Kokoro-82M v1.0 was published, 27 January 2025, in seconds.
const CREATED: u64 = 1_737_936_000;

/// Whether a request may name this model.
///
/// # Errors
/// There is no such model, and the server does not take every name.
pub(super) fn check(model: &str, options: &ServerOptions) -> Result<(), ApiError> {
    match options.any_model || NAMES.contains(&model) {
        true => Ok(()),
        false => Err(not_found(model)),
    }
}

/// There is no such model.
pub(crate) fn not_found(model: &str) -> ApiError {
    let model: String = model.chars().take(64).collect();
    let message = format!("there is no model {model:?}: expected one of {}", NAMES.join(", "));
    let error = ApiError::not_found("model_not_found", message);
    ApiError { param: Some("model".into()), ..error }
}

fn model(name: &str) -> Value {
    json!({ "id": name, "object": "model", "created": CREATED, "owned_by": "kokoro" })
}

/// The models.
#[utoipa::path(get, path = "/v1/models", tag = "models", responses(
    (status = 200, description = "The models", body = Value,
     example = json!({ "object": "list", "data": [{ "id": "kokoro", "object": "model",
         "created": 1737936000, "owned_by": "kokoro" }] })),
))]
pub(super) async fn list() -> Json<Value> {
    Json(json!({ "object": "list", "data": NAMES.map(model) }))
}

/// One model, with its voices.
#[utoipa::path(get, path = "/v1/models/{model}", tag = "models",
    params(("model" = String, Path, description = "Its id", example = "kokoro")),
    responses(
        (status = 200, description = "The model", body = Value,
         example = json!({ "id": "kokoro", "object": "model", "created": 1737936000,
             "owned_by": "kokoro", "voices": [{ "id": "af_heart", "name": "af_heart",
             "language": "en-us", "gender": "female", "grade": "A" }] })),
        (status = 404, description = "There is no such model", body = Value),
    ))]
pub(super) async fn retrieve(
    State(state): State<AppState>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<Value>, ApiError> {
    let name = path.map(|Path(name)| name).unwrap_or_default(); // what is no text is no name
    check(&name, state.options())?;
    let mut model = model(&name);
    model["voices"] = described(&state).into();
    Ok(Json(model))
}

/// The models that speak, in the form that Open WebUI reads.
#[utoipa::path(get, path = "/v1/audio/models", tag = "models",
    responses((status = 200, description = "The models", body = Value,
        example = json!({ "models": [{ "id": "kokoro", "name": "kokoro" }] }))))]
pub(super) async fn speech_models() -> Json<Value> {
    Json(json!({ "models": NAMES.map(|name| json!({ "id": name, "name": name })) }))
}

/// The models that speak, for clients whose base URL has no `/v1`.
#[utoipa::path(get, path = "/audio/models", tag = "models",
    responses((status = 200, description = "As at `/v1/audio/models`", body = Value)))]
pub(super) async fn speech_models_without_prefix() -> Json<Value> {
    speech_models().await
}
