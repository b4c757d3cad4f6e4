//! The body of a request: a JSON object, whatever its content type says.

use std::error::Error;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::{Map, Value};

use crate::{ApiError, AppState};

/// The object that a request brings.
#[derive(Debug, Clone, Default)]
pub struct JsonBody(pub Map<String, Value>);

impl FromRequest<AppState> for JsonBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, ApiError> {
        let most = state.options().largest_body;
        let (parts, body) = request.into_parts();
        if announced(&parts.headers).is_some_and(|length| length > most as u64) {
            return Err(ApiError::too_large(most));
        }
        parse(&read(body, most).await?).map(Self)
    }
}

/// The length of the body, if the client says it.
fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// All bytes of a body.
async fn read(body: Body, most: usize) -> Result<Vec<u8>, ApiError> {
    match Limited::new(body, most).collect().await {
        Ok(body) => Ok(body.to_bytes().into()),
        Err(error) if is_limit(&*error) => Err(ApiError::too_large(most)),
        Err(_) => Err(ApiError::bad_request("incomplete_body", "the body ended before its end")),
    }
}

/// Whether a limit, ours or one around the body, is why it could not be read.
fn is_limit(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// The object in a body.
///
/// # Errors
/// There is nothing, or something else than an object.
pub fn parse(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    let invalid = |message| ApiError::bad_request("invalid_json", message);
    if body.iter().all(u8::is_ascii_whitespace) {
        let example = r#"{"model": "kokoro", "input": "Hello.", "voice": "af_heart"}"#;
        return Err(invalid(format!("the body is empty: expected JSON such as {example}")));
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(other) => {
            let found = crate::fields::kind(&other);
            Err(invalid(format!("the body is {found}: expected a JSON object")))
        }
        Err(error) => Err(invalid(format!("the body is not JSON: {error}"))),
    }
}
