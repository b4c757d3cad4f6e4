//! Whether the server lives, and whether it can speak: for those who start, watch and stop it.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{ApiError, AppState};

/// `/health`, `/livez`, `/readyz`.
pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(health)).routes(routes!(livez)).routes(routes!(readyz))
}

/// What answers while the model is read.
pub(crate) fn starting() -> Router {
    let not_yet = || async { not_ready("starting") };
    let fallback = || async {
        let wait = Duration::from_secs(1);
        ApiError::unavailable(wait, "the model is being read; try again").into_response()
    };
    Router::new().route("/livez", get(livez)).route("/readyz", get(not_yet)).fallback(fallback)
}

/// As Kokoro-FastAPI says that it is well.
#[utoipa::path(get, path = "/health", tag = "health", responses(
    (status = 200, description = "`{\"status\": \"healthy\"}`"),
))]
async fn health() -> Response {
    Json(json!({ "status": "healthy" })).into_response()
}

/// The process answers.
#[utoipa::path(get, path = "/livez", tag = "health", responses(
    (status = 200, description = "`{\"status\": \"ok\"}`"),
))]
async fn livez() -> Response {
    Json(json!({ "status": "ok" })).into_response()
}

/// The weights are loaded, a phrase has been spoken, and requests are welcome.
#[utoipa::path(get, path = "/readyz", tag = "health", responses(
    (status = 200, description = "`{\"status\": \"ok\"}`"),
    (status = 503, description = "`{\"status\": \"starting\"}` or `{\"status\": \"stopping\"}`"),
))]
async fn readyz(State(state): State<AppState>) -> Response {
    if state.is_stopping() {
        return not_ready("stopping");
    }
    Json(json!({ "status": "ok" })).into_response()
}

fn not_ready(status: &str) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": status }))).into_response()
}
