//! Every request, as a line of the log and in the metrics: who asked for what, and how it went.
//! What was said is not in it.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument, Span, info_span};

use super::held_body::{HeldBody, Witness};
use super::request_id::{self, REQUEST_ID};
use crate::AppState;
use crate::error::ErrorKind;
use crate::keys::Caller;
use crate::peer::Peer;

/// Names the request, lets it be answered, and tells how that went.
pub(crate) async fn log(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = request_id::next();
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let method = known(request.method());
    let span = info_span!(
        "request",
        id,
        method,
        route,
        client_id = request_id::of_client(request.headers()),
        peer = request.extensions().get::<Peer>().map(|Peer(address)| address.to_string()),
        key = tracing::field::Empty,
    );
    let route = route.to_owned();
    let is_head = request.method() == Method::HEAD;
    let mut response = next.run(request).instrument(span.clone()).await;

    let caller = response.extensions().get::<Caller>().cloned();
    if let Some(Caller(name)) = &caller {
        span.record("key", &**name);
    }
    let (metrics, status) = (state.metrics(), response.status());
    metrics.count_request(method, &route, status.as_u16(), caller.as_ref());
    if let Some(ErrorKind(kind)) = response.extensions().get() {
        metrics.count_error(kind);
    }
    // The name is made of hexadecimal digits, which any header may have.
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    let entry = Entry { span, status, started, bytes: 0, completed: is_head };
    response.map(|body| HeldBody::hold(body, entry))
}

/// The line of a request, written when its response is over.
#[derive(Debug)]
struct Entry {
    span: Span,
    status: StatusCode,
    started: Instant,
    bytes: u64,
    completed: bool,
}

impl Witness for Entry {
    fn sent(&mut self, bytes: usize) {
        self.bytes += bytes as u64;
    }

    fn completed(&mut self) {
        self.completed = true;
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let Self { status, bytes, completed, .. } = *self;
        let ms = self.started.elapsed().as_millis() as u64;
        let status = status.as_u16();
        let _span = self.span.enter();
        if completed {
            tracing::info!(status, bytes, ms, "answered");
        } else {
            tracing::info!(status, bytes, ms, "cut off");
        }
    }
}

/// The name of a method, of which clients may invent as many as they like.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        "PATCH" => "PATCH",
        _ => "other",
    }
}
