//! Server-sent events: sound in pieces, words before their sound, usage at the end.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{answer, server, speech};

const TEXT: &str = "It cost $100, Mr Büld. Why?";

/// The data of all events, in order.
fn events(body: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(body).expect("text");
    assert!(text.ends_with("\n\n"));
    let data = text.split("\n\n").filter(|event| !event.is_empty() && !event.starts_with(':'));
    data.map(parsed).collect()
}

fn parsed(event: &str) -> Value {
    let data = event.strip_prefix("data: ").expect("data");
    serde_json::from_str(data).expect("JSON")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pieces_are_the_stream() {
    let asked = json!({ "input": TEXT, "response_format": "pcm" });
    let stream = answer(server(), speech(asked.clone())).await.body;
    let mut asked = asked;
    asked["stream_format"] = "sse".into();
    let answer = answer(server(), speech(asked)).await;
    assert_eq!(answer.header("content-type"), "text/event-stream");
    assert_eq!(answer.header("x-accel-buffering"), "no");
    let events = events(&answer.body);
    let mut sound = Vec::new();
    for event in &events[..events.len() - 1] {
        assert_eq!(event["type"], "speech.audio.delta");
        let audio = STANDARD.decode(event["audio"].as_str().unwrap()).unwrap();
        assert!(audio.len() <= 32 << 10);
        sound.extend(audio);
    }
    assert!(sound == stream, "{} and {} bytes", sound.len(), stream.len());
    let done = events.last().unwrap();
    assert_eq!(done["type"], "speech.audio.done");
    let usage = &done["usage"];
    let count = |name: &str| usage[name].as_u64().unwrap();
    assert_eq!(usage.as_object().unwrap().len(), 3);
    assert_eq!(count("total_tokens"), count("input_tokens") + count("output_tokens"));
    assert_eq!(count("output_tokens"), (stream.len() as u64 / 2).div_ceil(600));
    assert!(count("input_tokens") > 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_told_with_their_places() {
    let asked = json!({ "input": TEXT, "stream_format": "sse", "timestamps": "word" });
    let events = events(&answer(server(), speech(asked)).await.body);
    let is = |kind: &'static str| move |event: &&Value| event["type"] == kind;
    let words: Vec<&Value> = events
        .iter()
        .filter(is("speech.audio.words"))
        .flat_map(|event| event["words"].as_array().unwrap())
        .collect();
    let texts: Vec<&str> = words.iter().map(|word| word["word"].as_str().unwrap()).collect();
    assert_eq!(texts, ["It", "cost", "$100", "Mr", "Büld", "Why"]);
    let chars: Vec<char> = TEXT.chars().collect();
    let mut time = 0.0;
    for word in words {
        let place = |name: &str| word[name].as_u64().unwrap() as usize;
        let written: String = chars[place("char_start")..place("char_end")].iter().collect();
        assert_eq!(written, word["word"].as_str().unwrap());
        let (start, end) = (word["start"].as_f64().unwrap(), word["end"].as_f64().unwrap());
        assert!(time <= start && start < end, "{word}");
        time = end;
    }
    assert!(events.iter().any(|event| is("speech.audio.delta")(&event)));
    let first = events.iter().position(|event| event["type"] == "speech.audio.words");
    assert_eq!(first, Some(0), "words come before sound");
}

#[tokio::test(flavor = "multi_thread")]
async fn sound_alone_has_no_place_for_words() {
    let wrong = answer(server(), speech(json!({ "timestamps": true }))).await;
    assert_eq!(wrong.status, 400);
    assert_eq!(wrong.error()["param"], "timestamps");
    assert!(wrong.error()["message"].as_str().unwrap().contains("sse"));
    let asked = json!({ "stream_format": "sse", "stream": false });
    assert_eq!(answer(server(), speech(asked)).await.error()["param"], "stream");
}
