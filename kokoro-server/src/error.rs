//! Errors in the form that OpenAI's clients read: status and
//! `{"error": {"message", "type", "param", "code"}}`, all four keys always.

mod speech;

use std::time::Duration;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Why a request is not answered with what it asks for.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct ApiError {
    /// The status of the response.
    pub status: StatusCode,
    /// What went wrong, what was expected and what to do.
    pub message: String,
    /// OpenAI's `type`.
    pub kind: &'static str,
    /// The field of the request that is wrong.
    pub param: Option<String>,
    /// What a program can compare.
    pub code: Option<&'static str>,
    /// When to try again.
    pub retry_after: Option<Duration>,
}

/// The kind of an error, in the extensions of its response.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ErrorKind(pub &'static str);

impl ApiError {
    fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { status, message, kind, param: None, code: None, retry_after: None }
    }

    /// 400: `param` of the request can never be served.
    pub fn invalid(param: &str, code: &'static str, message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::BAD_REQUEST, "invalid_request_error", message);
        Self { param: Some(param.into()), code: Some(code), ..error }
    }

    /// 400: the request as a whole is wrong.
    pub fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::BAD_REQUEST, "invalid_request_error", message);
        Self { code: Some(code), ..error }
    }

    /// 400: the connection ended within the body.
    pub(crate) fn incomplete_body() -> Self {
        Self::bad_request("incomplete_body", "the body ended before its end")
    }

    /// 401: no key, or a wrong one.
    pub fn unauthorized(message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::UNAUTHORIZED, "authentication_error", message);
        Self { code: Some("invalid_api_key"), ..error }
    }

    /// 403: the server does not do that.
    pub fn forbidden(code: &'static str, message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::FORBIDDEN, "permission_error", message);
        Self { code: Some(code), ..error }
    }

    /// 404: there is no such thing.
    pub fn not_found(code: &'static str, message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::NOT_FOUND, "not_found_error", message);
        Self { code: Some(code), ..error }
    }

    /// 405: the path has no such method.
    pub fn wrong_method(message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::METHOD_NOT_ALLOWED, "invalid_request_error", message);
        Self { code: Some("method_not_allowed"), ..error }
    }

    /// 408: the client took too long.
    pub fn timed_out(message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::REQUEST_TIMEOUT, "invalid_request_error", message);
        Self { code: Some("request_timeout"), ..error }
    }

    /// 413: the body has more than `most` bytes.
    pub fn too_large(most: usize) -> Self {
        let message = format!("the body is too large: expected at most {most} bytes");
        let error = Self::new(StatusCode::PAYLOAD_TOO_LARGE, "invalid_request_error", message);
        Self { code: Some("request_too_large"), ..error }
    }

    /// 414: the path has more than `most` bytes.
    pub fn uri_too_long(most: usize) -> Self {
        let message = format!("the path is too long: expected at most {most} bytes");
        let error = Self::new(StatusCode::URI_TOO_LONG, "invalid_request_error", message);
        Self { code: Some("uri_too_long"), ..error }
    }

    /// 429: there is too much to do. The client is to try again.
    pub fn busy(retry_after: Duration, message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::TOO_MANY_REQUESTS, "rate_limit_error", message);
        Self { code: Some("rate_limit_exceeded"), retry_after: Some(retry_after), ..error }
    }

    /// 503: the server cannot answer yet.
    pub fn unavailable(retry_after: Duration, message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::SERVICE_UNAVAILABLE, "server_error", message);
        Self { code: Some("starting"), retry_after: Some(retry_after), ..error }
    }

    /// 500: the server failed. For nothing that depends on the request.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "server_error", message)
    }

    /// The body of the response, which is also the last event of a stream that fails.
    pub fn body(&self) -> Value {
        let Self { message, kind, param, code, .. } = self;
        json!({ "error": { "message": message, "type": kind, "param": param, "code": code } })
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body())).into_response();
        response.extensions_mut().insert(ErrorKind(self.code.unwrap_or(self.kind)));
        if let Some(wait) = self.retry_after {
            let seconds = wait.as_secs_f64().ceil().max(1.0) as u64;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
