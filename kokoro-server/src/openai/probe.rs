//! The endpoint by which other programs recognise a speech server.

use axum::Json;
use serde_json::{Value, json};

/// Tells that this is a server in the manner of Kokoro-FastAPI.
#[utoipa::path(get, path = "/v1/test", tag = "health",
    responses((status = 200, description = "It is", body = Value,
        example = json!({ "status": "ok" }))))]
pub(super) async fn test() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}
