//! Whether a request brings a key, and may be answered.

mod access;

use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::held_body::{HeldBody, Witness};
use crate::keys::{Key, KeySpeech, Keys};
use crate::{ApiError, AppState};
use access::{Need, need};

/// The other header that a key may come in.
const X_API_KEY: HeaderName = HeaderName::from_static("x-api-key");

/// Lets a request be answered whose key is right and has not been used too much.
pub(crate) async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let options = state.options();
    if options.keys.is_empty() {
        return next.run(request).await;
    }
    let need = need(request.method(), request.uri().path(), options);
    let key = match admit(&options.keys, need, request.headers()) {
        Ok(None) => return next.run(request).await,
        Ok(Some(key)) => key,
        Err(error) => return refused(error),
    };
    let speech = match use_up(key, request.method()) {
        Ok(speech) => speech,
        Err(error) => {
            let mut response = error.into_response();
            response.extensions_mut().insert(key.name.clone());
            return response;
        }
    };
    let mut response = key.name.answer(next.run(request)).await;
    response.extensions_mut().insert(key.name.clone());
    match speech {
        Some(speech) => response.map(|body| HeldBody::hold(body, speech)),
        None => response,
    }
}

/// The key of a request, if it needs or brings one.
fn admit<'a>(keys: &'a Keys, need: Need, headers: &HeaderMap) -> Result<Option<&'a Key>, ApiError> {
    match (need, sent(headers)) {
        (Need::Nothing, _) | (Need::RightKeyIfAny, None) => Ok(None),
        (Need::Key, None) => Err(ApiError::unauthorized(
            "no API key: expected the header `Authorization: Bearer` with a key",
        )),
        (Need::Key | Need::RightKeyIfAny, Some(sent)) => match keys.find(sent) {
            Some(key) => Ok(Some(key)),
            None => Err(ApiError::unauthorized("the API key is wrong")),
        },
    }
}

/// The key that a client sent.
fn sent(headers: &HeaderMap) -> Option<&[u8]> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| {
        let (scheme, key) = value.as_bytes().split_at_checked("Bearer ".len())?;
        scheme.eq_ignore_ascii_case(b"Bearer ").then(|| key.trim_ascii())
    });
    bearer.or_else(|| headers.get(X_API_KEY).map(HeaderValue::as_bytes))
}

/// Counts the request against the limits of the key.
fn use_up(key: &Key, method: &Method) -> Result<Option<KeySpeech>, ApiError> {
    key.usage.request(Instant::now()).map_err(|wait| {
        ApiError::busy(wait, "too many requests in a minute with this API key; try again later")
    })?;
    if *method != Method::POST {
        return Ok(None);
    }
    key.usage.speech().map(Some).ok_or_else(|| {
        let message = "too many speeches at once with this API key; try again later";
        ApiError::busy(Duration::from_secs(1), message)
    })
}

impl Witness for KeySpeech {}

/// The error, with the way to identify oneself.
fn refused(error: ApiError) -> Response {
    let mut response = error.into_response();
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_as_bearer_or_in_a_header_of_its_own() {
        let sent = |headers: &[(HeaderName, &'static str)]| {
            let headers = headers.iter().cloned();
            let headers: HeaderMap =
                headers.map(|(name, value)| (name, HeaderValue::from_static(value))).collect();
            super::sent(&headers).map(<[u8]>::to_vec)
        };
        let authorization = header::AUTHORIZATION;
        assert_eq!(sent(&[(authorization.clone(), "Bearer abc")]), Some(b"abc".to_vec()));
        assert_eq!(sent(&[(authorization.clone(), "bearer  abc ")]), Some(b"abc".to_vec()));
        assert_eq!(sent(&[(X_API_KEY, "abc")]), Some(b"abc".to_vec()));
        assert_eq!(sent(&[(authorization.clone(), "Basic abc")]), None);
        assert_eq!(sent(&[(authorization, "Bearer")]), None);
        assert_eq!(sent(&[]), None);
    }
}
