//! Endpoints of Kokoro-FastAPI that are answered so that its clients understand: what does not
//! exist here, and where it is instead.

use axum::Json;
use axum::response::Redirect;
use serde_json::{Value, json};

use crate::ApiError;

/// The model stays loaded.
#[utoipa::path(post, path = "/dev/unload", tag = "kokoro-fastapi",
    responses((status = 403, description = "Always: the model stays loaded")))]
pub(crate) async fn unload() -> ApiError {
    ApiError::forbidden("not_supported", "the model stays loaded; stop the server to free it")
}

/// The metrics are elsewhere.
#[utoipa::path(get, path = "/debug/{what}", tag = "kokoro-fastapi",
    params(("what" = String, Path, description = "`threads`, `storage` or `system`")),
    responses((status = 404, description = "Always: `/metrics` tells how busy the server is")))]
pub(crate) async fn debug() -> ApiError {
    let message = "there is no such page; /metrics tells how busy the server is";
    ApiError::not_found("not_found", message)
}

/// The page is at `/`.
#[utoipa::path(get, path = "/web", tag = "kokoro-fastapi",
    responses((status = 308, description = "The page is at `/`")))]
pub(crate) async fn web_without_slash() -> Redirect {
    web().await
}

/// The page is at `/`.
#[utoipa::path(get, path = "/web/", tag = "kokoro-fastapi",
    responses((status = 308, description = "The page is at `/`")))]
pub(crate) async fn web() -> Redirect {
    Redirect::permanent("/")
}

/// What the page of Kokoro-FastAPI asks before it begins.
#[utoipa::path(get, path = "/web/config", tag = "kokoro-fastapi", responses(
    (status = 200, description = "`root_path`, `version`, `tuner`, `voice_saving`"),
))]
pub(crate) async fn config() -> Json<Value> {
    Json(json!({
        "root_path": "",
        "version": env!("CARGO_PKG_VERSION"),
        "tuner": false,
        "voice_saving": false,
    }))
}
