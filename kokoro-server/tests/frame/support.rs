//! A server on a free port, and a client that sends exactly what it is told.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use kokoro::{Kokoro, Language};
use kokoro_server::{AppState, Server, ServerOptions};
use kokoro_sessions::{Sessions, SessionsOptions};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Longer than anything takes on a busy machine. Only a test that fails waits so long.
pub const FOREVER: Duration = Duration::from_secs(120);

/// About a second of sound.
pub const SHORT: &str = "Hello there, world.";

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap());

/// One model for all tests of this program.
static SESSIONS: LazyLock<Sessions> = LazyLock::new(|| {
    let weights = Path::new(env!("CARGO_MANIFEST_DIR")).join("../weights/data");
    let model = Kokoro::builder(weights).preload(Language::AmericanEnglish).build().unwrap();
    let mut options = SessionsOptions::default();
    options.threads = NonZeroUsize::new(2).unwrap();
    options.longest_wait = Duration::from_secs(24 * 3600); // a test decides what is too much
    Sessions::new(Arc::new(model), options)
});

/// Lets one test speak at a time, after what was spoken before is over: what is let in depends on
/// what else is being spoken.
pub fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let begin = Instant::now();
    while SESSIONS.load().speeches > 0 {
        assert!(begin.elapsed() < FOREVER);
        sleep(Duration::from_millis(5));
    }
    turn
}

/// A server that runs.
pub struct Running {
    pub address: SocketAddr,
    pub stop: Option<oneshot::Sender<()>>,
    pub ended: JoinHandle<()>,
}

/// A state with these options.
pub fn state(options: ServerOptions) -> AppState {
    AppState::new(SESSIONS.clone(), options)
}

/// Starts a server that is ready.
pub fn start(options: ServerOptions) -> Running {
    let state = state(options.clone());
    start_when(options, async move { state })
}

/// Starts a server that is ready when `state` is.
pub fn start_when(
    options: ServerOptions,
    state: impl Future<Output = AppState> + Send + 'static,
) -> Running {
    let server = RUNTIME.block_on(Server::bind("127.0.0.1:0", &options)).unwrap();
    let address = server.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let state = async { Ok::<_, std::convert::Infallible>(state.await) };
    let ended = RUNTIME.spawn(async move {
        let shutdown = async { drop(stopped.await) };
        server.serve(state, shutdown).await.unwrap();
    });
    Running { address, stop: Some(stop), ended }
}

/// Default options with a change.
pub fn options(change: impl FnOnce(&mut ServerOptions)) -> ServerOptions {
    let mut options = ServerOptions::default();
    change(&mut options);
    options
}

/// What a server answered.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
    /// Whether the body came to its end.
    pub complete: bool,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The code of an error, which must have the form of one.
    pub fn code(&self) -> String {
        let body: Value = serde_json::from_slice(&self.body).expect("an error is JSON");
        let error = body["error"].as_object().expect("an error is an object");
        let mut keys: Vec<_> = error.keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["code", "message", "param", "type"]);
        assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()));
        error["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl Running {
    /// Opens a connection.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(FOREVER)).unwrap();
        stream
    }

    /// Sends a request with these further lines in its head, and a body.
    pub fn send(&self, line: &str, headers: &[&str], body: &[u8]) -> TcpStream {
        let mut stream = self.connect();
        let mut head =
            format!("{line} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.address);
        if !body.is_empty() {
            head += &format!("content-length: {}\r\n", body.len());
        }
        headers.iter().for_each(|header| head += &format!("{header}\r\n"));
        head += "\r\n";
        stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
        stream
    }

    /// The answer to a request without a body.
    pub fn get(&self, path: &str, headers: &[&str]) -> Reply {
        read(self.send(&format!("GET {path}"), headers, b""))
    }

    /// Asks for speech as WAV, 96 kB a second.
    pub fn speak(&self, text: &str, headers: &[&str]) -> TcpStream {
        let body = serde_json::json!({
            "model": "kokoro", "voice": "af_heart", "input": text, "response_format": "wav",
            "sample_rate": 48000,
        });
        let headers = [headers, &["content-type: application/json"]].concat();
        self.send("POST /v1/audio/speech", &headers, body.to_string().as_bytes())
    }

    /// Tells the server to stop.
    pub fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    /// Waits for the server's end.
    pub fn wait(self) {
        let ended = async { tokio::time::timeout(FOREVER, self.ended).await };
        RUNTIME.block_on(ended).unwrap().unwrap();
    }
}

/// Reads an answer to its end, or to the end of the connection.
pub fn read(stream: TcpStream) -> Reply {
    let mut stream = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        let _ = stream.read_line(&mut line); // a connection may be reset before its first byte
        line.trim_end().to_owned()
    };
    let status = line().split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let mut headers = HashMap::new();
    loop {
        let line = line();
        let Some((name, value)) = line.split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest); // a connection may be reset after its last byte
    let chunked = headers.get("transfer-encoding").is_some_and(|encoding| encoding == "chunked");
    let (body, complete) = if chunked {
        unchunked(&rest)
    } else {
        let length = headers.get("content-length").and_then(|length| length.parse().ok());
        let complete = length.is_none_or(|length: usize| length == rest.len());
        (rest, complete)
    };
    Reply { status, headers, body, complete }
}

/// The body in chunks, and whether the last one is there.
fn unchunked(mut rest: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&rest[..end]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        if size == 0 {
            return (body, true);
        }
        let Some(chunk) = rest.get(end + 2..end + 2 + size) else { break };
        body.extend_from_slice(chunk);
        rest = rest.get(end + 4 + size..).unwrap_or_default();
    }
    (body, false)
}
