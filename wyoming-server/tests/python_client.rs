//! The Python package `wyoming`, with which Home Assistant speaks this protocol, asks a server of
//! tones: `client.py` says what.

use std::future::pending;
use std::path::Path;
use std::sync::Arc;

use test_libraries::{python_requirement, python_with};
use tokio::net::TcpListener;
use wyoming_server::{Engine, PROTOCOL_VERSION, ServerOptions, SpeechStart, serve};

#[path = "../examples/tone/engine.rs"]
mod engine;

use engine::{LETTER, Tones};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_python_client_is_content() {
    let modules = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(mut python) = python_with("wyoming", modules) else { return };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port().to_string();
    let engine = Arc::new(Tones::default());
    tokio::spawn(serve(listener, engine, ServerOptions::default(), pending()));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/client.py");
    let client = move || python.arg(script).args(["127.0.0.1", &port]).output();
    let output = tokio::task::spawn_blocking(client).await.expect("it does not panic");
    let output = output.expect("python3 can be run");
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[tokio::test]
async fn tones_are_as_long_as_words() {
    let mut speech = Tones::default().start(SpeechStart::new("high", "en-US")).unwrap();
    speech.text.push_text("The d");
    let first = speech.audio.recv().await.expect("the first word is whole").unwrap();
    assert_eq!(first.len(), 2 * 3 * LETTER);
    speech.text.push_text("oor?!");
    drop(speech.text);
    let second = speech.audio.recv().await.expect("a second word").unwrap();
    assert_eq!(second.len(), 2 * 4 * LETTER);
    assert!(speech.audio.recv().await.is_none());
}

#[test]
fn the_protocol_is_that_of_the_package() {
    assert_eq!(python_requirement("wyoming"), format!("wyoming=={PROTOCOL_VERSION}"));
}
