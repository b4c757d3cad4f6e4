use std::future::ready;

use serde_json::{Value, json};

use super::*;
use crate::fake::Fake;
use crate::{SpeechStart, TextFormat};

/// What a conversation is tested with: a session, and what came of it so far.
struct Talk {
    session: Session,
    engine: Arc<Fake>,
    heard: Vec<Event>,
}

impl Talk {
    fn new() -> Self {
        let engine = Arc::new(Fake::default());
        Self { session: Session::new(engine.clone(), 100), engine, heard: Vec::new() }
    }

    /// Gives an event, and all that it leads to, in short.
    async fn say(&mut self, kind: &str, data: Value) -> Vec<String> {
        let mut event = Event::new(kind);
        event.data = data.as_object().expect("an object").clone();
        self.give(event);
        self.hear().await
    }

    fn give(&mut self, event: Event) {
        match self.session.handle(event) {
            Handled::Answered(events) => self.heard.extend(events),
            Handled::Waits(event) => panic!("{} must wait", event.kind),
        }
    }

    /// All that comes without another event.
    async fn hear(&mut self) -> Vec<String> {
        loop {
            let more = select_now(self.session.next()).await;
            let Some(more) = more else { break };
            self.heard.extend(more);
        }
        self.heard.drain(..).map(|event| short(&event)).collect()
    }
}

/// What a future gives without waiting.
async fn select_now<T>(future: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        biased;
        value = future => Some(value),
        () = ready(()) => None,
    }
}

fn short(event: &Event) -> String {
    let number = |name| event.data[name].as_u64().expect("a number");
    match event.kind.as_str() {
        "audio-chunk" => format!("{} at {}", event.payload.len() / 2, number("timestamp")),
        "audio-stop" => format!("stop at {}", number("timestamp")),
        "audio-start" => format!("start {}", number("rate")),
        "error" => format!("error {}", event.text("code").expect("a code")),
        "synthesize-stopped" => "stopped".into(),
        other => other.into(),
    }
}

fn text(text: &str) -> Value {
    json!({ "text": text })
}

#[tokio::test]
async fn a_text_is_spoken_in_chunks() {
    let mut talk = Talk::new();
    assert_eq!(talk.say("synthesize", text("hello")).await, ["start 1000", "5 at 0", "stop at 5"]);
    talk.session.max_characters = 3000;
    let heard = talk.say("synthesize", text(&"x".repeat(2500))).await;
    assert_eq!(heard, ["start 1000", "1024 at 0", "1024 at 1024", "452 at 2048", "stop at 2500"]);
    assert!(talk.session.is_idle());
}

#[tokio::test]
async fn a_text_in_pieces_is_spoken_as_it_comes_and_once() {
    let mut talk = Talk::new();
    assert!(talk.say("synthesize-start", json!({ "voice": { "name": "two" } })).await.is_empty());
    assert!(talk.session.awaits_client());
    assert!(talk.say("synthesize-chunk", text("  ")).await.is_empty());
    assert!(talk.engine.starts.lock().unwrap().is_empty(), "nothing to say yet");
    assert_eq!(talk.say("synthesize-chunk", text("ab")).await, ["start 1000", "2 at 0"]);
    assert_eq!(talk.say("synthesize-chunk", text(" c")).await, ["2 at 2"]);
    assert!(talk.say("synthesize", text("ab c")).await.is_empty());
    assert!(talk.say("synthesize", json!({})).await.is_empty());
    assert_eq!(talk.say("synthesize-stop", json!({})).await, ["stop at 4", "stopped"]);
    let starts = talk.engine.starts.lock().unwrap();
    assert_eq!(*starts, [SpeechStart::new("two", "x-two")]);
}

#[tokio::test]
async fn a_text_without_anything_to_say_ends() {
    let mut talk = Talk::new();
    for nothing in ["", " \n"] {
        let heard = talk.say("synthesize", text(nothing)).await;
        assert_eq!(heard, ["start 1000", "stop at 0"]);
    }
    talk.say("synthesize-start", json!({})).await;
    talk.say("synthesize-chunk", text(" ")).await;
    let heard = talk.say("synthesize-stop", json!({})).await;
    assert_eq!(heard, ["start 1000", "stop at 0", "stopped"]);
    assert!(talk.engine.starts.lock().unwrap().is_empty());
}

#[tokio::test]
async fn voice_and_format_are_passed_on() {
    let mut talk = Talk::new();
    for voice in [json!({ "name": "gone" }), json!({ "language": "x-two" }), json!(null)] {
        let data = json!({ "text": "a", "voice": voice, "text_format": "ssml" });
        assert_eq!(talk.say("synthesize", data).await.len(), 3);
    }
    let starts = talk.engine.starts.lock().unwrap();
    let voices: Vec<_> = starts.iter().map(|start| &*start.voice).collect();
    assert_eq!(voices, ["one", "two", "one"]);
    assert!(starts.iter().all(|start| start.format == TextFormat::Ssml));
}

#[tokio::test]
async fn a_failure_ends_a_text_and_no_more() {
    let mut talk = Talk::new();
    assert_eq!(talk.say("synthesize", text("!")).await, ["error failed", "stop at 0"]);
    let busy = json!({ "text": "a", "voice": { "name": "busy" } });
    assert_eq!(talk.say("synthesize", busy).await, ["error busy", "stop at 0"]);
    let heard = talk.say("synthesize", text(&"x".repeat(101))).await;
    assert_eq!(heard, ["error text-too-long", "stop at 0"]);
    assert_eq!(talk.say("synthesize", text("a")).await.len(), 3);
}

#[tokio::test]
async fn the_rest_of_a_text_in_pieces_that_failed_is_ignored() {
    let mut talk = Talk::new();
    talk.say("synthesize-start", json!({})).await;
    assert_eq!(talk.say("synthesize-chunk", text("a")).await, ["start 1000", "1 at 0"]);
    assert_eq!(talk.say("synthesize-chunk", text("!")).await, ["error failed", "stop at 1"]);
    assert!(talk.say("synthesize-chunk", text("b")).await.is_empty());
    assert!(talk.say("synthesize", text("a!b")).await.is_empty());
    assert_eq!(talk.say("synthesize-stop", json!({})).await, ["stopped"]);
    assert_eq!(talk.say("synthesize", text("a")).await.len(), 3);
}

#[tokio::test]
async fn a_text_in_pieces_is_limited_as_a_whole() {
    let mut talk = Talk::new();
    talk.say("synthesize-start", json!({})).await;
    assert_eq!(talk.say("synthesize-chunk", text(&"é".repeat(60))).await.len(), 2);
    let heard = talk.say("synthesize-chunk", text(&"é".repeat(41))).await;
    assert_eq!(heard, ["error text-too-long", "stop at 120"]);
}

#[tokio::test]
async fn requests_that_cannot_be_understood_are_answered() {
    let mut talk = Talk::new();
    assert_eq!(talk.say("synthesize", json!({})).await, ["error bad-request", "stop at 0"]);
    for kind in ["synthesize-chunk", "synthesize-stop"] {
        assert_eq!(talk.say(kind, text("a")).await, ["error no-stream"]);
    }
    let html = json!({ "text_format": "html" });
    assert_eq!(talk.say("synthesize-start", html).await, ["error bad-request"]);
    assert!(talk.say("synthesize-chunk", text("a")).await.is_empty());
    assert_eq!(talk.say("synthesize-stop", json!({})).await, ["stopped"]);
}

#[tokio::test]
async fn questions_are_answered_at_once_and_unknown_events_ignored() {
    let mut talk = Talk::new();
    for is_in_stream in [false, true] {
        if is_in_stream {
            talk.say("synthesize-start", json!({})).await;
        }
        assert_eq!(talk.say("describe", json!({})).await, ["info"]);
        assert!(talk.say("transcribe", text("a")).await.is_empty());
        talk.give(Event::new("ping").with("text", "x"));
        assert_eq!(talk.heard[0], Event::new("pong").with("text", "x"));
        assert_eq!(talk.hear().await, ["pong"]);
    }
}

#[tokio::test]
async fn a_request_waits_for_the_one_before() {
    let mut talk = Talk::new();
    talk.give(Event::new("synthesize").with("text", "ab"));
    for kind in ["synthesize", "synthesize-start"] {
        let handled = talk.session.handle(Event::new(kind).with("text", "c"));
        assert!(matches!(handled, Handled::Waits(event) if event.kind == kind));
    }
    assert_eq!(talk.hear().await, ["start 1000", "2 at 0", "stop at 2"]);
    // A stream that is not ended before the next is ended by it.
    talk.say("synthesize-start", json!({})).await;
    assert_eq!(talk.say("synthesize-chunk", text("a")).await, ["start 1000", "1 at 0"]);
    assert!(matches!(talk.session.handle(Event::new("synthesize-start")), Handled::Waits(_)));
    assert_eq!(talk.hear().await, ["stop at 1", "stopped"]);
    assert!(talk.say("synthesize-start", json!({})).await.is_empty());
}
