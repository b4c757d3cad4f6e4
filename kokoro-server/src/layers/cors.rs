//! Which pages of other sites may ask.
//!
//! Browsers let a page send simple requests anywhere, and only keep the answer from it. So a
//! request from a page whose site is not allowed is refused: the page could not hear the answer,
//! but would make the server speak.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

use crate::{ApiError, AppState};

/// Headers of responses that pages may read.
const EXPOSED: [&str; 8] = [
    "content-disposition",
    "openai-processing-ms",
    "retry-after",
    "x-download-path",
    "x-ignored-fields",
    "x-request-id",
    "x-timestamps-path",
    "x-timing-path",
];
/// How long browsers may remember that they may ask.
const REMEMBERED: Duration = Duration::from_secs(3600);
/// Where browsers say whose page it is that asks.
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Tells browsers what pages of `origins` may do; `*` is every page. OpenAI's clients send headers
/// of many names (`x-stainless-…`), so that any may be sent. Nothing here depends on cookies.
pub(crate) fn layer(origins: &[HeaderValue]) -> CorsLayer {
    let origin = match is_any(origins) {
        true => AllowOrigin::any(),
        false => AllowOrigin::list(origins.iter().cloned()),
    };
    CorsLayer::new()
        .allow_origin(origin)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers(EXPOSED.map(HeaderName::from_static))
        .max_age(REMEMBERED)
}

fn is_any(origins: &[HeaderValue]) -> bool {
    origins.iter().any(|origin| origin == "*")
}

/// Refuses requests that a page of another site sends, unless it may.
pub(crate) async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let origins = &state.options().origins;
    if request.method() == Method::POST && is_foreign(request.headers(), origins) {
        let message = "pages of this origin may not ask this server; its operator can allow it";
        return ApiError::forbidden("origin_not_allowed", message).into_response();
    }
    next.run(request).await
}

/// Whether a page sends it that is neither of this server nor of an allowed origin.
fn is_foreign(headers: &HeaderMap, allowed: &[HeaderValue]) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return false };
    if is_any(allowed) || allowed.contains(origin) {
        return false;
    }
    // Behind a proxy, `Host` may be another than the page's. Browsers tell what they know.
    if let Some(site) = headers.get(SEC_FETCH_SITE) {
        return site == "cross-site";
    }
    let Ok(origin) = origin.to_str() else { return true };
    let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    // Extensions and apps have schemes of their own. A page in a frame without rights, and one that
    // is no site's, have the origin `null`.
    origin == "null" || (authority.is_some() && authority != host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(headers: &[(&'static str, &'static str)], allowed: &[&'static str]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let allowed: Vec<_> =
            allowed.iter().map(|origin| HeaderValue::from_static(origin)).collect();
        is_foreign(&headers.collect(), &allowed)
    }

    #[test]
    fn pages_of_other_sites_are_foreign_unless_allowed() {
        let host = ("host", "127.0.0.1:8880");
        let (own, other) = ("http://127.0.0.1:8880", "https://evil.example");
        assert!(!foreign(&[host], &[]), "a program sends no origin");
        assert!(!foreign(&[host, ("origin", own)], &[]));
        assert!(foreign(&[host, ("origin", other)], &[]));
        assert!(!foreign(&[host, ("origin", other)], &[other]));
        assert!(!foreign(&[host, ("origin", other)], &["*"]));
        assert!(foreign(&[host, ("origin", other)], &["https://else.example"]));
        assert!(foreign(&[host, ("origin", "null")], &[]), "a frame without rights");
        assert!(!foreign(&[host, ("origin", "app://notes")], &[]), "an extension or an app");
        let behind_proxy =
            [host, ("origin", "https://tts.example"), ("sec-fetch-site", "same-origin")];
        assert!(!foreign(&behind_proxy, &[]));
        assert!(foreign(&[host, ("origin", other), ("sec-fetch-site", "cross-site")], &[]));
    }
}
