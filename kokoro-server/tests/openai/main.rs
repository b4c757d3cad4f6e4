//! OpenAI's interface as its clients meet it, with the repository's model. All tests share one.

mod clients;
mod errors;
mod events;
mod lists;
mod sound;
mod voices;

use std::num::NonZeroUsize;
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt;
use kokoro::Kokoro;
use kokoro_server::{AppState, ServerOptions, app};
use kokoro_sessions::{Sessions, SessionsOptions};
use serde_json::{Value, json};
use tower::ServiceExt;

/// The repository's folder of weights.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../weights/data");

/// The model of the repository.
fn kokoro() -> Arc<Kokoro> {
    static KOKORO: OnceLock<Arc<Kokoro>> = OnceLock::new();
    let load = || Arc::new(Kokoro::load(FOLDER).expect("the repository has a model"));
    KOKORO.get_or_init(load).clone()
}

/// A server with other settings than the usual ones.
fn server_with(set: impl FnOnce(&mut ServerOptions, &mut SessionsOptions)) -> Router {
    let (mut options, mut sessions) = (ServerOptions::default(), SessionsOptions::default());
    sessions.threads = NonZeroUsize::MIN.saturating_add(1);
    set(&mut options, &mut sessions);
    app(AppState::new(Sessions::new(kokoro(), sessions), options))
}

/// The usual server.
fn server() -> Router {
    server_with(|_, _| {})
}

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// The error that OpenAI's clients read: all four keys, and no others.
    fn error(&self) -> Value {
        let body = self.json();
        let error = body["error"].as_object().expect("an error");
        let keys: Vec<&str> = error.keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "message", "param", "type"]);
        let message = error["message"].as_str().expect("a message");
        assert!(!message.contains(FOLDER) && !message.contains("weights/"), "{message}");
        body["error"].clone()
    }
}

async fn answer(router: Router, request: Request<Body>) -> Answer {
    whole(router.oneshot(request).await.expect("an answer")).await
}

async fn whole(response: Response<Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("a whole body").to_bytes().into();
    Answer { status: parts.status, headers: parts.headers, body }
}

fn post(path: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(path)
        .header("content-type", "application/json")
        .body(body.into())
        .expect("a request")
}

/// A request for speech: a short text in the usual voice, and `more` over it.
fn speech(more: Value) -> Request<Body> {
    let mut body = json!({ "model": "tts-1", "input": "Hi.", "voice": "af_heart" });
    for (name, value) in more.as_object().expect("fields") {
        body[name] = value.clone();
    }
    post("/v1/audio/speech", body.to_string())
}

async fn get(path: &str) -> Answer {
    answer(server(), Request::get(path).body(Body::empty()).expect("a request")).await
}
