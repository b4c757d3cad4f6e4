//! `serve`: what it says, whom it lets in, and how it ends.
#![cfg(all(unix, feature = "server"))]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::{failure, kokoro, run};

/// Longer than anything takes on a busy machine.
const FOREVER: Duration = Duration::from_secs(120);

/// A server that runs, and what it says.
struct Running {
    child: Child,
    log: BufReader<ChildStderr>,
    address: String,
}

impl Running {
    /// Starts it on a free port, and waits until it listens.
    fn start(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = kokoro();
        command.args(["serve", "--port", "0"]).args(arguments).stderr(Stdio::piped());
        command.envs(environment.iter().copied());
        let mut child = command.spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let address = loop {
            let mut line = String::new();
            assert_ne!(log.read_line(&mut line).unwrap(), 0, "it ended");
            if let Some(address) = line.trim_end().strip_prefix("kokoro: listening on http://") {
                break address.to_owned();
            }
        };
        Self { child, log, address }
    }

    /// The status and body of an answer.
    fn ask(&self, request: &str, headers: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(FOREVER)).unwrap();
        let length = body.len();
        let head = format!(
            "{request} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\
             content-length: {length}\r\n\r\n{body}",
            self.address
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        let reply = String::from_utf8_lossy(&reply).into_owned();
        let (head, body) = reply.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    fn wait_until_ready(&self) {
        let begin = Instant::now();
        while self.ask("GET /readyz", "", "").0 != 200 {
            assert!(begin.elapsed() < FOREVER);
            sleep(Duration::from_millis(50));
        }
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// The exit code and the rest of what was said.
    fn end(mut self) -> (Option<i32>, String) {
        let mut rest = String::new();
        self.log.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap().code(), rest)
    }
}

#[test]
fn a_server_says_where_it_listens_and_ends_when_it_is_told_to() {
    let server = Running::start(&["--log", "json"], &[]);
    assert!(server.address.starts_with("127.0.0.1:"), "{}", server.address);
    assert_eq!(server.ask("GET /livez", "", "").0, 200);
    server.wait_until_ready();
    let id = "x-client-request-id: job-7\r\n";
    let secret = "Nobody is to read this.";
    let body = format!(r#"{{"model": "kokoro", "voice": "af_heart", "input": "{secret}"}}"#);
    let (status, _) = server.ask("POST /v1/audio/speech", id, &body);
    assert_eq!(status, 200);
    server.signal("TERM");
    let (code, log) = server.end();
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains(secret), "{log}");
    let lines: Vec<serde_json::Value> =
        log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let spoken = lines.iter().find(|line| line["message"] == "spoken" && line["span"]["id"] != "");
    let spoken = spoken.unwrap_or_else(|| panic!("no speech in {log}"));
    assert_eq!(spoken["outcome"], "finished");
    let answered = lines.iter().filter(|line| line["message"] == "answered");
    let mut answered = answered.filter(|line| line["span"]["client_id"] == "job-7");
    let asked = answered.next().unwrap();
    assert_eq!(asked["status"], 200);
    assert_eq!(asked["span"]["route"], "/v1/audio/speech");
}

#[test]
fn a_second_signal_does_not_wait() {
    let server = Running::start(&["--notice", "1000"], &[]);
    server.wait_until_ready();
    server.signal("INT");
    let begin = Instant::now();
    while server.ask("GET /readyz", "", "").0 != 503 {
        assert!(begin.elapsed() < FOREVER);
    }
    server.signal("INT");
    assert_eq!(server.end().0, Some(0));
    assert!(begin.elapsed() < FOREVER);
}

#[test]
fn keys_come_from_a_file_or_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys");
    std::fs::write(&file, "# mine\nright-key-1 me\n").unwrap();
    let of_file = Running::start(&["--api-key-file", file.to_str().unwrap()], &[]);
    let of_environment = Running::start(&[], &[("KOKORO_API_KEYS", "right-key-1,right-key-2 b")]);
    for server in [of_file, of_environment] {
        server.wait_until_ready();
        assert_eq!(server.ask("GET /metrics", "", "").0, 401);
        assert_eq!(server.ask("GET /metrics", "authorization: Bearer right-key-1\r\n", "").0, 200);
        server.signal("TERM");
        assert_eq!(server.end().0, Some(0));
    }

    std::fs::write(&file, "short\n").unwrap();
    let message = failure(&run(&["serve", "--api-key-file", file.to_str().unwrap()]), 1);
    assert!(message.contains("line 1: the key is too short"), "{message}");
    assert!(!message.contains("short\""), "{message}");
}

#[test]
fn what_cannot_be_served_is_told_at_once() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let message = failure(&run(&["serve", "--port", &port]), 1);
    assert!(message.starts_with(&format!("cannot listen on 127.0.0.1:{port}: ")), "{message}");
    let message = failure(&run(&["serve", "--weights", "/nowhere"]), 1);
    assert!(message.contains("/nowhere"), "{message}");
    assert_eq!(run(&["serve", "--patience", "soon"]).status.code(), Some(2));
    let output = run(&["serve", "--port", "0", "--voice", "nobody", "--lang", "en-us"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.lines().last().unwrap().contains("nobody"), "{said}");
}
