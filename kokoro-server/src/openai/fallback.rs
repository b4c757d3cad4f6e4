//! Answers for unknown paths and methods.

use axum::http::{Method, Uri};

use crate::ApiError;
use crate::openai::models;

/// The most characters of a path that a message repeats.
const SHOWN: usize = 100;

/// There is nothing at this path.
pub(crate) async fn not_found(method: Method, uri: Uri) -> ApiError {
    if let Some(model) = uri.path().strip_prefix("/v1/models/")
        && [Method::GET, Method::HEAD].contains(&method)
    {
        return models::not_found(model); // a name with slashes
    }
    let message =
        format!("there is nothing at {}; /docs lists what there is", asked(&method, &uri));
    ApiError::not_found("unknown_url", message)
}

/// There is something, but not for this method.
pub(crate) async fn wrong_method(method: Method, uri: Uri) -> ApiError {
    let message =
        format!("there is no {}; the header Allow says what there is", asked(&method, &uri));
    ApiError::wrong_method(message)
}

fn asked(method: &Method, uri: &Uri) -> String {
    let path: String = uri.path().chars().take(SHOWN).collect();
    format!("{method} {path}")
}
