//! The body of a request: a JSON object, whatever its content type says.

use axum::extract::{FromRequest, Request};
use http_body_util::BodyExt;
use serde_json::{Map, Value};

use crate::{ApiError, AppState};

/// The object that a request brings.
#[derive(Debug, Clone, Default)]
pub struct JsonBody(pub Map<String, Value>);

impl FromRequest<AppState> for JsonBody {
    type Rejection = ApiError;

    /// The limits of a body are those of the layer [`body`](crate::layers::body), which has read
    /// it.
    async fn from_request(request: Request, _: &AppState) -> Result<Self, ApiError> {
        let body = request.into_body().collect().await.map_err(|_| ApiError::incomplete_body())?;
        parse(&body.to_bytes()).map(Self)
    }
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
