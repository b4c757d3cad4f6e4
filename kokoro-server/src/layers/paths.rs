//! Paths that no client of ours sends are refused before anything looks at them.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::ApiError;

/// Bytes of a path with its query.
const LONGEST: usize = 4096;

/// Refuses what is too long, has control characters, or climbs.
pub(crate) async fn check(request: Request, next: Next) -> Response {
    let uri = request.uri();
    let length = uri.path_and_query().map_or(0, |path| path.as_str().len());
    if length > LONGEST {
        return ApiError::uri_too_long(LONGEST).into_response();
    }
    if !is_clean(uri.path()) {
        let message = "the path has control characters, a backslash or `..` in it";
        return ApiError::bad_request("invalid_path", message).into_response();
    }
    next.run(request).await
}

/// Whether a path, decoded, has neither control characters nor backslashes nor `..` as a step.
fn is_clean(path: &str) -> bool {
    let decoded = decoded(path.as_bytes());
    let harmless = |byte: &u8| !byte.is_ascii_control() && *byte != b'\\';
    decoded.iter().all(harmless) && decoded.split(|byte| *byte == b'/').all(|step| step != b"..")
}

/// The bytes that `%` and two digits stand for, in their place.
fn decoded(path: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let [first, after @ ..] = rest {
        match (first, after) {
            (b'%', [high, low, after @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                bytes.push(digit(*high).unwrap_or(0) << 4 | digit(*low).unwrap_or(0));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_climb_or_hide_something_are_not_clean() {
        for clean in ["/", "/v1/models/tts-1", "/v1/models/a..b", "/a/%E4%BD%A0", "/%", "/%4"] {
            assert!(is_clean(clean), "{clean}");
        }
        for wrong in ["/../etc", "/a/..", "/%2e%2E/x", "/a%2f..%2fb", "/a%00b", "/%0d%0a", "/a%5cb"]
        {
            assert!(!is_clean(wrong), "{wrong}");
        }
    }
}
