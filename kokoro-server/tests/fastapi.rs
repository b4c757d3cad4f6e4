//! The requests that users of Kokoro-FastAPI send, answered by a server in this process with the
//! real model. `fastapi/README.md` says what is in the list.

mod fastapi {
    pub mod shape;
}

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::Response;
use fastapi::shape;
use http_body_util::BodyExt;
use kokoro::{Kokoro, Language, text};
use kokoro_server::{AppState, ServerOptions, app};
use kokoro_sessions::{Sessions, SessionsOptions};
use serde_json::Value;
use tower::ServiceExt;

const REQUESTS: &str = include_str!("fastapi/requests.json");

/// Bytes of a second of samples: 16 bits at 24 kHz.
const BYTES_PER_SECOND: f64 = 48_000.0;

fn server(options: ServerOptions) -> Router {
    let weights = Path::new(env!("CARGO_MANIFEST_DIR")).join("../weights/data");
    let kokoro = Kokoro::builder(weights).build().expect("the repository's weights");
    app(AppState::new(Sessions::new(Arc::new(kokoro), SessionsOptions::default()), options))
}

async fn send(app: &Router, method: &str, path: &str, body: Option<&Value>) -> Response {
    let method: Method = method.parse().expect("a method");
    let body = match body {
        // A text that is no JSON is sent as it is.
        Some(Value::String(text)) if path.ends_with("/speech") => Body::from(text.clone()),
        Some(value) => Body::from(value.to_string()),
        None => Body::empty(),
    };
    let request = Request::builder().method(method).uri(path);
    let request = request.header(header::CONTENT_TYPE, "application/json").body(body);
    app.clone().oneshot(request.expect("a request")).await.expect("no error is possible")
}

/// What is wrong with the answer to a request.
async fn faults(app: &Router, case: &Value) -> Vec<String> {
    let text = |name: &str| case[name].as_str().unwrap_or_else(|| panic!("no {name}: {case}"));
    let response = send(app, text("method"), text("path"), case.get("body")).await;
    let (head, body) = response.into_parts();
    let body = body.collect().await.expect("a whole body").to_bytes();
    let status = u64::from(head.status.as_u16());
    let statuses = case["status"].as_array().expect("statuses");
    // Kokoro-FastAPI's status of a broken schema is never ours.
    if status == 422 || !statuses.contains(&status.into()) {
        let body = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
        return vec![format!("status {status}: {body}")];
    }
    let header =
        |name: &str| head.headers.get(name).map_or("", |value| value.to_str().expect("JSON"));
    let mut faults = Vec::new();
    let kind = header("content-type");
    if let Some(kinds) = case["type"].as_array()
        && !kinds.iter().any(|wanted| kind.starts_with(wanted.as_str().expect("it is there")))
    {
        faults.push(format!("content-type {kind:?}"));
    }
    for (name, part) in case["headers"].as_object().into_iter().flatten() {
        if !header(name).contains(part.as_str().expect("it is there")) {
            faults.push(format!("header {name} is {:?}, expected {part} in it", header(name)));
        }
    }
    if let Some(format) = case["audio"].as_str()
        && !shape::is_audio(format, &body)
    {
        faults.push(format!("no {format}: {:?}", &body[..body.len().min(16)]));
    }
    if let Some([low, high]) = case["seconds"].as_array().map(Vec::as_slice) {
        let seconds = body.len() as f64 / BYTES_PER_SECOND;
        if !(low.as_f64().expect("it is there")..=high.as_f64().expect("it is there"))
            .contains(&seconds)
        {
            faults.push(format!("{seconds:.2} s, expected {low} to {high}"));
        }
    }
    if let Some(expected) = case.get("json") {
        faults.extend(shape::of_json(&body, expected));
    }
    if let Some(expected) = case.get("lines") {
        let lines: Vec<_> =
            body.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect();
        faults.extend(lines.is_empty().then(|| "no line".to_owned()));
        faults.extend(lines.iter().flat_map(|line| shape::of_json(line, expected)));
    }
    faults
}

/// Whether this build has the language of a case.
fn is_readable(case: &Value) -> bool {
    let language = case["language"].as_str().map(|tag| tag.parse::<Language>().expect("a tag"));
    language.is_none_or(|language| text::phonemizer(language).is_ok())
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_of_kokoro_fastapi_are_answered() {
    let app = server(ServerOptions::default());
    let cases: Vec<Value> = serde_json::from_str(REQUESTS).expect("a list");
    let mut wrong = Vec::new();
    for case in cases.iter().filter(|case| is_readable(case)) {
        let faults = faults(&app, case).await;
        if !faults.is_empty() {
            wrong.push(format!("{}: {}", case["name"], faults.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_can_be_fetched_again() {
    let app = server(ServerOptions::default());
    let body = serde_json::json!({ "input": "Yes.", "return_download_link": true });
    let response = send(&app, "POST", "/v1/audio/speech", Some(&body)).await;
    let path = response.headers()["x-download-path"].to_str().unwrap().to_owned();
    let path = format!("/v1{path}?name=../my+voice.wav");
    let early = send(&app, "GET", &path, None).await;
    assert_eq!(early.status(), StatusCode::NOT_FOUND);
    let sent = response.into_body().collect().await.unwrap().to_bytes();
    let fetched = send(&app, "GET", &path, None).await;
    assert_eq!(fetched.headers()[header::CONTENT_TYPE], "audio/mpeg");
    let name = fetched.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"my_voice.mp3\"");
    assert_eq!(fetched.into_body().collect().await.unwrap().to_bytes(), sent);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blend_is_a_file_if_the_operator_allows_it() {
    let mut options = ServerOptions::default();
    options.combining = true;
    let app = server(options);
    let path = "/v1/audio/voices/combine";
    let blend = Value::from("af_bella(2)+af_sky");
    let response = send(&app, "POST", path, Some(&blend)).await;
    assert_eq!(response.status(), StatusCode::OK);
    let name = response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"af_bella_2_af_sky.pt\"");
    let file = response.into_body().collect().await.unwrap().to_bytes();
    let format = kokoro::weights::VoiceFormat::Torch;
    assert_eq!(kokoro::weights::parse_voice(file.to_vec(), format).unwrap().len(), 510 * 256);
    let unknown = Value::from("af_bella+af_nobody");
    let response = send(&app, "POST", path, Some(&unknown)).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn captions_have_the_words_of_the_text_in_their_voices() {
    let app = server(ServerOptions::default());
    let body = serde_json::json!({
        "input": "It cost $5. [voice:am_adam]Really? [rate:2] Yes!",
        "allow_voice_tags": true,
        "response_format": "pcm",
    });
    let response = send(&app, "POST", "/dev/captioned_speech", Some(&body)).await;
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let lines = body.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    let pieces: Vec<Value> = lines.map(|line| serde_json::from_slice(line).unwrap()).collect();
    let words: Vec<&Value> =
        pieces.iter().flat_map(|piece| piece["timestamps"].as_array().unwrap()).collect();
    let said: Vec<_> = words.iter().map(|word| (&word["word"], &word["voice"])).collect();
    let (heart, adam) = (Value::from("af_heart"), Value::from("am_adam"));
    let text = ["It", "cost", "$5", "Really", "Yes"].map(Value::from);
    let voices = [&heart, &heart, &heart, &adam, &adam];
    assert_eq!(said, text.iter().zip(voices).collect::<Vec<_>>());
    let times = words.iter().flat_map(|word| [&word["start_time"], &word["end_time"]]);
    assert!(times.map(|time| time.as_f64().unwrap()).is_sorted());
}
