//! The sound is that of the library, encoded.

use std::time::Duration;

use axum::body::{Body, HttpBody};
use http_body_util::BodyExt;
use kokoro::audio::{AudioFormat, AudioOptions, Encoder, Ending, Target};
use kokoro::plan::Pitch;
use kokoro::{Latency, SpeechOptions};
use serde_json::json;
use tower::ServiceExt;

use super::{answer, kokoro, post, server, server_with, speech};

/// Two sentences, so that a stream has several pieces.
const TEXT: &str = "Rain again? It was me.";

/// What the library makes of `text`, as bytes.
fn expected(text: &str, options: &SpeechOptions, audio: &AudioOptions) -> Vec<u8> {
    let speech = kokoro().speak(text, options).expect("speech");
    let mut encoder = Encoder::new(audio).expect("an encoder");
    let mut bytes = encoder.push(&speech.samples).expect("bytes");
    let Ending { bytes: rest, start, .. } = encoder.finish().expect("an end");
    bytes.extend(rest);
    if let Some(start) = start {
        bytes[..start.len()].copy_from_slice(&start);
    }
    bytes
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_has_the_bytes_of_the_library() {
    let low = SpeechOptions::new("af_heart").latency(Latency::Low);
    for format in ["mp3", "opus", "aac", "flac", "wav", "pcm", "m4a", "wav24"] {
        let request = speech(json!({ "input": TEXT, "response_format": format }));
        let answer = answer(server(), request).await;
        assert_eq!(answer.status, 200, "{format}");
        let format: AudioFormat = format.parse().unwrap();
        assert_eq!(answer.header("content-type"), format.content_type());
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert_eq!(answer.header("x-accel-buffering"), "no");
        assert!(answer.header("openai-processing-ms").parse::<u64>().is_ok());
        assert_eq!(answer.header("transfer-encoding"), "", "HTTP's own business");
        assert_eq!(answer.header("content-length"), "");
        assert_eq!(answer.body, expected(TEXT, &low, &AudioOptions::new(format)), "{format}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_body_has_its_length_and_a_final_header() {
    let exact = SpeechOptions::new("af_heart");
    for format in ["wav", "mp3", "flac"] {
        let request = speech(json!({ "response_format": format, "stream": false }));
        let response = server().oneshot(request).await.unwrap();
        let length = response.body().size_hint().exact();
        let answer = super::whole(response).await;
        let mut audio = AudioOptions::new(format.parse().unwrap());
        audio.target = Target::File;
        assert_eq!(answer.body, expected("Hi.", &exact, &audio), "{format}");
        assert_eq!(length, Some(answer.body.len() as u64), "{format}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_reach_the_library() {
    let options = SpeechOptions::new("bm_george")
        .speed(1.5)
        .pitch(Pitch::semitones(2.0))
        .decibels(-6.0)
        .seed(7)
        .language(kokoro::Language::AmericanEnglish);
    let mut audio = AudioOptions::new(AudioFormat::Pcm(kokoro::audio::SampleFormat::I16));
    audio.sample_rate = Some(8000);
    let request = speech(json!({
        "voice": "bm_george", "speed": 1.5, "pitch": "+2", "volume": -6, "seed": 7,
        "lang": "en-us", "latency": "exact", "sample_rate": 8000, "response_format": "pcm",
    }));
    assert_eq!(answer(server(), request).await.body, expected("Hi.", &options, &audio));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_bytes_come_before_the_last_are_made() {
    let text = "This is the first of many sentences. ".repeat(40);
    let request = speech(json!({ "input": text, "response_format": "pcm" }));
    let app = server();
    let mut body = app.oneshot(request).await.unwrap().into_body();
    let first = body.frame().await.unwrap().unwrap().into_data().unwrap();
    assert!(first.len() < 24_000 * 2 * 20, "a part: {} bytes", first.len());
    drop(body); // and the speech ends
    tokio::time::sleep(Duration::from_millis(10)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_without_a_type_or_prefix_is_read() {
    let body = r#"{"input": "Hi.", "response_format": "wav"}"#;
    let request = axum::http::Request::post("/audio/speech").body(Body::from(body)).unwrap();
    assert_eq!(answer(server(), request).await.status, 200);
    let mut request = post("/v1/audio/speech", body);
    request.headers_mut().insert("content-type", "text/plain".parse().unwrap());
    request.headers_mut().insert("accept", "application/octet-stream".parse().unwrap());
    assert_eq!(answer(server(), request).await.header("content-type"), "audio/wav");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_body_is_bounded() {
    let app = server_with(|options, _| options.largest_whole = 1000);
    let answer = answer(app, speech(json!({ "stream": false }))).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.error()["code"], "speech_too_long");
}
