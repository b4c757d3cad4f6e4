use std::sync::atomic::Ordering;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex, split};
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::*;
use crate::Limits;
use crate::fake::Fake;

type Ended = JoinHandle<Result<(), ConnectionError>>;

/// A client of a fake engine, over a pipe that holds so many bytes.
struct Client {
    stream: DuplexStream,
    ended: Ended,
    engine: Arc<Fake>,
    shutdown: watch::Sender<bool>,
}

impl Client {
    fn new(capacity: usize) -> Self {
        let (stream, served) = duplex(capacity);
        let (reader, writer) = split(served);
        let engine = Arc::new(Fake::default());
        let connection = Connection::new(reader, writer, engine.clone(), ServerOptions::default());
        let (shutdown, told) = watch::channel(false);
        Self { stream, ended: tokio::spawn(connection.run(told)), engine, shutdown }
    }

    async fn send(&mut self, event: &Event) {
        let mut writer = EventWriter::new(&mut self.stream);
        writer.push(event);
        writer.write_all().await.unwrap();
    }

    /// The next events' types; fewer than asked for if the connection ends.
    async fn kinds(&mut self, count: usize) -> Vec<String> {
        let mut reader = EventReader::new(&mut self.stream, Limits::default());
        let mut kinds = Vec::new();
        while kinds.len() < count
            && let Some(event) = reader.next().await.unwrap()
        {
            kinds.push(event.kind);
        }
        kinds
    }
}

fn synthesize(text: &str) -> Event {
    Event::new("synthesize").with("text", text)
}

const SPOKEN: [&str; 3] = ["audio-start", "audio-chunk", "audio-stop"];

#[tokio::test]
async fn requests_are_served_one_after_the_other() {
    let mut client = Client::new(1 << 16);
    for text in ["a", "b"] {
        client.send(&synthesize(text)).await;
    }
    assert_eq!(client.kinds(6).await, [SPOKEN, SPOKEN].concat());
    drop(client.stream);
    assert!(client.ended.await.unwrap().is_ok());
}

#[tokio::test(start_paused = true)]
async fn who_sends_nothing_is_given_up() {
    let client = Client::new(1 << 16);
    let start = Instant::now();
    assert!(matches!(client.ended.await.unwrap(), Err(ConnectionError::Idle)));
    assert_eq!(start.elapsed().as_secs(), 300);
}

#[tokio::test(start_paused = true)]
async fn who_sends_an_event_byte_by_byte_is_given_up() {
    let mut client = Client::new(1 << 16);
    let start = Instant::now();
    while client.stream.write_all(b" ").await.is_ok() {
        sleep(Duration::from_secs(1)).await;
    }
    assert!(matches!(client.ended.await.unwrap(), Err(ConnectionError::Idle)));
    assert!(start.elapsed().as_secs() <= 301);
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_an_engine_is_not_given_up() {
    let mut client = Client::new(1 << 16);
    client.engine.is_silent.store(true, Ordering::Relaxed);
    client.send(&synthesize("a")).await;
    sleep(Duration::from_secs(100_000)).await;
    client.engine.kept.lock().unwrap().clear();
    assert_eq!(client.kinds(2).await, ["audio-start", "audio-stop"]);
}

#[tokio::test(start_paused = true)]
async fn who_does_not_read_costs_no_memory_and_is_given_up() {
    let mut client = Client::new(1 << 10);
    client.engine.is_silent.store(true, Ordering::Relaxed);
    client.send(&synthesize("a")).await;
    sleep(Duration::from_secs(1)).await;
    let sound = client.engine.kept.lock().unwrap()[0].clone();
    let before = sound.capacity();
    let start = Instant::now();
    for _ in 0..100 {
        sound.try_send(Ok(vec![0; 2048].into())).unwrap();
    }
    sleep(Duration::from_secs(1)).await;
    assert!(sound.capacity() < before - 97, "the engine is not asked for more");
    assert!(matches!(client.ended.await.unwrap(), Err(ConnectionError::Slow)));
    assert_eq!(start.elapsed().as_secs(), 30);
    assert!(sound.is_closed(), "the speech is cancelled");
}

#[tokio::test]
async fn a_client_may_send_a_whole_text_before_it_reads() {
    let mut client = Client::new(1 << 10);
    client.send(&Event::new("synthesize-start")).await;
    for _ in 0..200 {
        client.send(&Event::new("synthesize-chunk").with("text", "x".repeat(500))).await;
    }
    client.send(&Event::new("synthesize-stop")).await;
    let kinds = client.kinds(203).await;
    assert_eq!(kinds[0], "audio-start");
    assert!(kinds[1..201].iter().all(|kind| kind == "audio-chunk"));
    assert_eq!(kinds[201..], ["audio-stop", "synthesize-stopped"]);
}

#[tokio::test]
async fn who_goes_cancels_the_speech() {
    let mut client = Client::new(1 << 16);
    client.engine.is_silent.store(true, Ordering::Relaxed);
    client.send(&synthesize("a")).await;
    client.send(&Event::new("ping")).await;
    assert_eq!(client.kinds(1).await, ["pong"]);
    let sound = client.engine.kept.lock().unwrap()[0].clone();
    drop(client.stream);
    sound.closed().await;
}

#[tokio::test]
async fn a_shutdown_lets_what_is_spoken_end() {
    let mut client = Client::new(1 << 16);
    client.send(&Event::new("synthesize-start")).await;
    client.send(&Event::new("synthesize-chunk").with("text", "a")).await;
    assert_eq!(client.kinds(2).await, ["audio-start", "audio-chunk"]);
    client.shutdown.send(true).unwrap();
    client.send(&Event::new("synthesize-stop")).await;
    assert_eq!(client.kinds(9).await, ["audio-stop", "synthesize-stopped"]);
    assert!(client.ended.await.unwrap().is_ok());
    let idle = Client::new(1 << 16);
    idle.shutdown.send(true).unwrap();
    assert!(idle.ended.await.unwrap().is_ok());
}

#[tokio::test]
async fn what_is_no_event_is_told_and_ends_the_connection() {
    let mut client = Client::new(1 << 16);
    client.stream.write_all(b"{\"type\":\"ping\",\"data_length\":2}\n[]").await.unwrap();
    client.send(&Event::new("ping")).await;
    assert_eq!(client.kinds(2).await, ["error", "pong"]);
    client.stream.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
    assert_eq!(client.kinds(9).await, ["error"]);
    assert!(matches!(client.ended.await.unwrap(), Err(ConnectionError::Read(_))));
}

#[tokio::test(start_paused = true)]
async fn who_asks_and_never_reads_is_not_read_any_more() {
    let mut client = Client::new(1 << 10);
    let mut question = Vec::new();
    for _ in 0..10_000 {
        question.extend_from_slice(b"{\"type\":\"describe\"}\n");
    }
    let sent = tokio::time::timeout(Duration::from_secs(1), client.stream.write_all(&question));
    assert!(sent.await.is_err(), "it was all read");
    let mut byte = [0];
    client.stream.read_exact(&mut byte).await.unwrap();
    assert!(matches!(client.ended.await.unwrap(), Err(ConnectionError::Slow)));
}
