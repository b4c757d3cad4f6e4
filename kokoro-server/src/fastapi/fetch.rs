//! `GET /v1/download/{file}`: a sound that was sent before.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use super::download_name::download_name;
use crate::{ApiError, AppState};

/// What the file is to be called.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FetchQuery {
    /// The name under which the client saves the file. Its extension stays that of the file.
    name: Option<String>,
}

/// A sound whose request had `return_download_link`, for an hour after it was sent, while there
/// is room for it. The header `x-download-path` of that response has the path, without `/v1`.
#[utoipa::path(get, path = "/v1/download/{file}", tag = "kokoro-fastapi",
    params(("file" = String, Path, description = "The name of the file"), FetchQuery),
    responses(
        (status = 200, description = "The sound", content_type = "audio/mpeg"),
        (status = 404, description = "It was not sent yet, or is not kept any more"),
    ))]
pub(crate) async fn fetch(
    State(state): State<AppState>,
    Path(file): Path<String>,
    Query(query): Query<FetchQuery>,
) -> Result<Response, ApiError> {
    let Some(found) = state.downloads().get(&file) else {
        let message = "there is no such file; it may not be sent yet, or not be kept any more";
        return Err(ApiError::not_found("not_found", message));
    };
    let name = download_name(query.name.as_deref(), &found.file);
    let headers = [
        (header::CONTENT_TYPE, found.content_type.to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, found.bytes).into_response())
}
