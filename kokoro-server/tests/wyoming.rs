//! The Wyoming protocol with the repository's model.

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use kokoro::Kokoro;
use kokoro_server::{AppState, ServerOptions, Wyoming};
use kokoro_sessions::{Sessions, SessionsOptions};
use serde_json::json;
use test_libraries::python_with;
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use wyoming_server::{Event, EventReader, EventWriter, Limits};

/// The repository's folder of weights.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../weights/data");

/// Longer than any answer takes, on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server that ends when this is dropped.
struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

async fn serve(set: impl FnOnce(&mut ServerOptions, &mut SessionsOptions)) -> Served {
    static KOKORO: OnceLock<Arc<Kokoro>> = OnceLock::new();
    let load = || Arc::new(Kokoro::load(FOLDER).expect("the repository has a model"));
    let kokoro = KOKORO.get_or_init(load).clone();
    let (mut options, mut sessions) = (ServerOptions::default(), SessionsOptions::default());
    sessions.threads = NonZeroUsize::MIN.saturating_add(1);
    set(&mut options, &mut sessions);
    let state = AppState::new(Sessions::new(kokoro, sessions), options);
    let wyoming = Wyoming::bind("127.0.0.1:0").await.expect("a port is free");
    let address = wyoming.local_addr().expect("it is bound");
    let (stop, stopped) = oneshot::channel();
    let ended = tokio::spawn(wyoming.serve(state, async { drop(stopped.await) }));
    Served { address, stop, ended }
}

struct Client {
    reader: EventReader<OwnedReadHalf>,
    writer: EventWriter<OwnedWriteHalf>,
}

impl Client {
    async fn new(served: &Served) -> Self {
        let stream = TcpStream::connect(served.address).await.expect("the server listens");
        let (reader, writer) = stream.into_split();
        let reader = EventReader::new(reader, Limits::default());
        Self { reader, writer: EventWriter::new(writer) }
    }

    async fn send(&mut self, event: Event) {
        self.writer.push(&event);
        self.writer.write_all().await.expect("the server reads");
    }

    /// Events up to one of a type; fewer if the server ends the connection.
    async fn hear(&mut self, until: &str) -> Vec<Event> {
        let mut heard: Vec<Event> = Vec::new();
        while heard.last().is_none_or(|event| event.kind != until) {
            let next = timeout(PATIENCE, self.reader.next()).await.expect("it does not hang");
            let Some(event) = next.expect("events") else { break };
            heard.push(event);
        }
        heard
    }
}

fn synthesize(text: &str) -> Event {
    Event::new("synthesize").with("text", text)
}

/// Samples of all sound.
fn samples(heard: &[Event]) -> usize {
    heard.iter().map(|event| event.payload.len() / 2).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_python_client_is_content() {
    let modules = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(mut python) = python_with("wyoming", modules) else { return };
    let served = serve(|_, _| {}).await;
    let port = served.address.port().to_string();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wyoming-server/tests/client.py");
    let client = move || python.arg(script).args(["127.0.0.1", &port]).output();
    let output = tokio::task::spawn_blocking(client).await.expect("it does not panic");
    let output = output.expect("python3 can be run");
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_voice_is_listed_the_default_first() {
    let served = serve(|options, _| options.voice = "bf_emma(2)+af_sky".into()).await;
    let mut client = Client::new(&served).await;
    client.send(Event::new("describe")).await;
    let info = client.hear("info").await.remove(0);
    let program = &info.data["tts"][0];
    assert_eq!(program["name"], "kokoro");
    let voices = program["voices"].as_array().expect("voices");
    assert_eq!(voices.len(), 55);
    assert_eq!(voices[0]["name"], "bf_emma(2)+af_sky");
    assert_eq!(voices[0]["languages"], json!(["en-GB"]));
    let heart = voices.iter().find(|voice| voice["name"] == "af_heart").expect("a voice");
    assert_eq!(heart["description"], "Heart (female, American English)");
    client.send(synthesize("Hello.")).await;
    assert!(samples(&client.hear("audio-stop").await) > 6000, "a blend speaks");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_when_the_server_is_full_is_told() {
    let served = serve(|_, sessions| sessions.most = 1).await;
    let mut first = Client::new(&served).await;
    first.send(Event::new("synthesize-start")).await;
    first.send(Event::new("synthesize-chunk").with("text", "One. Two")).await;
    first.hear("audio-chunk").await;
    let mut second = Client::new(&served).await;
    second.send(synthesize("Hello.")).await;
    let heard = second.hear("audio-stop").await;
    assert_eq!(heard[0].text("code"), Some("busy"));
    assert_eq!(heard.len(), 2);
    drop(first);
    // Whoever goes makes room.
    let spoken = async {
        loop {
            second.send(synthesize("Hello.")).await;
            if samples(&second.hear("audio-stop").await) > 0 {
                break;
            }
        }
    };
    timeout(PATIENCE, spoken).await.expect("there is room again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shutdown_lets_what_is_spoken_end() {
    let served = serve(|options, _| options.grace = PATIENCE).await;
    let mut client = Client::new(&served).await;
    client.send(synthesize("One sentence. And another one, which is longer.")).await;
    let begun = samples(&client.hear("audio-chunk").await);
    served.stop.send(()).expect("it runs");
    let rest = client.hear("audio-stop").await;
    assert_eq!(rest.last().map(|event| &*event.kind), Some("audio-stop"));
    assert!(begun + samples(&rest) > 2 * 24_000);
    assert!(client.hear("anything").await.is_empty(), "the connection is over");
    served.ended.await.expect("it does not panic");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_without_a_front_end_is_an_error() {
    let served = serve(|_, _| {}).await;
    let mut client = Client::new(&served).await;
    let french = synthesize("Bonjour.").with("voice", json!({ "name": "ff_siwis" }));
    client.send(french).await;
    let heard = client.hear("audio-stop").await;
    let error = heard.iter().find(|event| event.kind == "error");
    // Other tests of the workspace may have French compiled in.
    match error {
        Some(error) => assert_eq!(error.text("code"), Some("unspeakable")),
        None => assert!(samples(&heard) > 6000),
    }
}
