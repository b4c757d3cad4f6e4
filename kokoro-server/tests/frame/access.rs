//! API keys and their limits.

use kokoro_server::{Access, Keys};

use crate::support::{SHORT, alone, options, read, start};

#[test]
fn speech_needs_a_right_key_and_lists_only_no_wrong_one() {
    let _alone = alone();
    let keys = Keys::parse("right-key-1 alice\nright-key-2").unwrap();
    let server = start(options(|options| options.keys = keys));
    for (header, status) in [
        ("x-nothing: here", 401),
        ("authorization: Bearer wrong-key-1", 401),
        ("authorization: Bearer right-key-", 401),
        ("authorization: Basic right-key-1", 401),
        ("x-api-key: wrong", 401),
        ("authorization: Bearer right-key-1", 200),
        ("authorization: bearer right-key-2", 200),
        ("x-api-key: right-key-2", 200),
    ] {
        let reply = read(server.speak(SHORT, &[header]));
        assert_eq!(reply.status, status, "{header}");
        if status == 401 {
            assert_eq!(reply.code(), "invalid_api_key");
            assert_eq!(reply.header("www-authenticate"), "Bearer");
        }
    }
    assert_eq!(server.get("/v1/models", &[]).status, 200);
    assert_eq!(server.get("/v1/models", &["x-api-key: wrong"]).status, 401);
    for path in ["/livez", "/readyz", "/health", "/openapi.json"] {
        assert_eq!(server.get(path, &["x-api-key: wrong"]).status, 200, "{path}");
    }
    for path in ["/metrics", "/no/such/path", "/v1/audio/speech"] {
        assert_eq!(server.get(path, &[]).status, 401, "{path}");
    }
    assert_eq!(server.get("/metrics", &["x-api-key: right-key-1"]).status, 200);
}

#[test]
fn an_operator_decides_about_lists_and_metrics() {
    let server = start(options(|options| {
        options.keys = Keys::parse("right-key-1").unwrap();
        (options.lists, options.metrics) = (Access::WithKey, Access::Open);
    }));
    assert_eq!(server.get("/v1/models", &[]).status, 401);
    assert_eq!(server.get("/v1/models", &["x-api-key: right-key-1"]).status, 200);
    assert_eq!(server.get("/metrics", &[]).status, 200);
}

#[test]
fn a_key_has_limits_of_its_own() {
    let _alone = alone();
    let text = "slow-key-1 slow requests-per-minute=2\nnarrow-key-1 narrow speeches=1";
    let server = start(options(|options| options.keys = Keys::parse(text).unwrap()));
    let slow = ["authorization: Bearer slow-key-1"];
    assert_eq!(server.get("/v1/models", &slow).status, 200);
    assert_eq!(server.get("/v1/models", &slow).status, 200);
    let refused = server.get("/v1/models", &slow);
    assert_eq!((refused.status, refused.code().as_str()), (429, "rate_limit_exceeded"));
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!((1..=30).contains(&wait), "{wait}");

    let narrow = ["authorization: Bearer narrow-key-1"];
    let first = server.speak(&SHORT.repeat(10), &narrow);
    let mut byte = [0];
    first.peek(&mut byte).unwrap(); // the first speech has begun
    let second = read(server.speak(SHORT, &narrow));
    assert_eq!((second.status, second.header("retry-after")), (429, "1"));
    assert_eq!(server.get("/v1/models", &narrow).status, 200, "a list is no speech");
    assert!(read(first).complete);
    assert_eq!(read(server.speak(SHORT, &narrow)).status, 200);
}
