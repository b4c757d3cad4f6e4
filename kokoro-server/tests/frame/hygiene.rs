//! Requests that are too large, too slow, from strangers' pages, or strange.

use std::collections::HashSet;
use std::io::Write;
use std::time::{Duration, Instant};

use axum::http::HeaderValue;

use crate::support::{FOREVER, SHORT, alone, options, read, start};

const JSON: &str = "content-type: application/json";

#[test]
fn a_body_that_is_too_large_is_refused_before_it_is_read() {
    let server = start(options(|options| options.largest_body = 1000));
    let mut announced = server.connect();
    let head = "POST /v1/audio/speech HTTP/1.1\r\nhost: h\r\ncontent-length: 1001\r\n\r\n";
    announced.write_all(head.as_bytes()).unwrap();
    let reply = read(announced);
    assert_eq!((reply.status, reply.code().as_str()), (413, "request_too_large"));

    let mut chunked = server.connect();
    let head = "POST /v1/audio/speech HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunk = format!("3e9\r\n{}\r\n", " ".repeat(1001));
    chunked.write_all([head, &chunk].concat().as_bytes()).unwrap();
    assert_eq!(read(chunked).status, 413);
}

#[test]
fn slow_requests_are_given_up() {
    let server = start(options(|options| {
        options.head_time = Duration::from_millis(300);
        options.body_time = Duration::from_millis(300);
    }));
    let begin = Instant::now();
    let mut head = server.connect();
    head.write_all(b"POST /v1/audio/speech HTTP/1.1\r\nhost:").unwrap();
    let reply = read(head);
    assert!(reply.status == 0 || reply.status == 408, "{}", reply.status);
    assert!(begin.elapsed() < FOREVER);

    let mut body = server.connect();
    let head = "POST /v1/audio/speech HTTP/1.1\r\nhost: h\r\ncontent-length: 100\r\n\r\n{";
    body.write_all(head.as_bytes()).unwrap();
    let reply = read(body);
    assert_eq!((reply.status, reply.code().as_str()), (408, "request_timeout"));
    assert_eq!(server.get("/livez", &[]).status, 200);
}

#[test]
fn every_response_has_a_name_and_says_what_it_is() {
    let server = start(options(|_| {}));
    let mut names = HashSet::new();
    for (line, status, code) in [
        ("GET /livez", 200, ""),
        ("HEAD /livez", 200, ""),
        ("GET /nowhere", 404, "unknown_url"),
        ("DELETE /v1/audio/speech", 405, "method_not_allowed"),
        ("POST /v1/audio/speech", 400, "invalid_json"),
        ("GET /a/../b", 400, "invalid_path"),
        ("GET /v1/models/%2e%2e%2fx", 400, "invalid_path"),
        ("GET /v1/models/a%00b", 400, "invalid_path"),
    ] {
        let reply = read(server.send(line, &["x-client-request-id: mine"], b""));
        assert_eq!(reply.status, status, "{line}");
        if !code.is_empty() {
            assert_eq!(reply.code(), code, "{line}");
        }
        assert!(names.insert(reply.header("x-request-id").to_owned()), "{line}");
        assert!(reply.header("x-request-id").starts_with("req_"));
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("server"), "");
    }
    assert_eq!(server.get(&format!("/{}", "a".repeat(5000)), &[]).status, 414);
    let many: Vec<String> = (0..200).map(|number| format!("x-{number}: y")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(server.get("/livez", &many).status, 431);
    // The answer is lost if the connection is reset before it is read.
    let long = format!("x-long: {}", "y".repeat(400_000));
    assert!([431, 0].contains(&server.get("/livez", &[&long]).status));
}

#[test]
fn pages_of_other_sites_may_ask_if_the_operator_lets_them() {
    let _alone = alone();
    let preflight = [
        "origin: https://a.example",
        "access-control-request-method: POST",
        "access-control-request-headers: authorization,content-type,x-stainless-os",
    ];
    let ask = |server: &crate::support::Running| {
        read(server.send("OPTIONS /v1/audio/speech", &preflight, b""))
    };
    let closed = start(options(|_| {}));
    assert_eq!(ask(&closed).header("access-control-allow-origin"), "");
    let refused = read(closed.speak(SHORT, &["origin: https://a.example"]));
    assert_eq!((refused.status, refused.code().as_str()), (403, "origin_not_allowed"));
    let own = format!("origin: http://{}", closed.address);
    assert_eq!(read(closed.speak(SHORT, &[&own])).status, 200);

    let origin = HeaderValue::from_static("https://a.example");
    let open = start(options(|options| options.origins = vec![origin]));
    let allowed = ask(&open);
    assert_eq!(allowed.header("access-control-allow-origin"), "https://a.example");
    let headers = allowed.header("access-control-allow-headers");
    for name in ["authorization", "content-type", "x-stainless-os"] {
        assert!(headers.contains(name), "{headers}");
    }
    let spoken = read(open.send("POST /v1/audio/speech", &[preflight[0], JSON], b"{}"));
    assert_eq!(
        (spoken.status, spoken.header("access-control-allow-origin")),
        (400, "https://a.example")
    );
    assert!(spoken.header("access-control-expose-headers").contains("x-request-id"));
    let other = read(open.speak(SHORT, &["origin: https://b.example"]));
    assert_eq!(other.status, 403);
}
