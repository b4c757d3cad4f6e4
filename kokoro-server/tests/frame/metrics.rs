//! `/metrics` counts what was asked and spoken.

use kokoro_server::Keys;

use crate::support::{SHORT, alone, options, read, start};

/// The value of a sample.
fn value(text: &str, sample: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(sample)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {sample} in\n{text}")).parse().unwrap()
}

#[test]
fn requests_speeches_and_errors_are_counted() {
    let _alone = alone();
    let keys = Keys::parse("right-key-1 alice").unwrap();
    let server = start(options(|options| options.keys = keys));
    let key = ["x-api-key: right-key-1"];
    for _ in 0..2 {
        let reply = read(server.speak(SHORT, &key));
        assert!(reply.complete && reply.header("content-type") == "audio/wav", "{reply:?}");
    }
    assert_eq!(read(server.speak("", &key)).status, 400);
    assert_eq!(server.get("/nowhere", &key).status, 404);
    assert_eq!(read(server.speak(SHORT, &[])).status, 401);

    // A speech is counted as over a moment after its last byte.
    let reply = loop {
        let reply = server.get("/metrics", &key);
        if value(&reply.text(), "kokoro_speeches_in_progress") == 0.0 {
            break reply;
        }
    };
    assert!(reply.header("content-type").starts_with("application/openmetrics-text; version=1.0"));
    let text = reply.text();
    assert!(text.ends_with("# EOF\n"));
    let of = |sample: &str| value(&text, sample);
    let speech = r#"kokoro_http_requests_total{method="POST",route="/v1/audio/speech",status="#;
    assert_eq!(of(&format!("{speech}\"200\"}}")), 2.0);
    assert_eq!(of(&format!("{speech}\"400\"}}")), 1.0);
    assert_eq!(of(&format!("{speech}\"401\"}}")), 1.0);
    assert_eq!(of(r#"kokoro_http_requests_total{method="GET",route="",status="404"}"#), 1.0);
    assert_eq!(of(r#"kokoro_errors_total{kind="invalid_api_key"}"#), 1.0);
    assert_eq!(of(r#"kokoro_errors_total{kind="unknown_url"}"#), 1.0);
    assert_eq!(of(r#"kokoro_speeches_total{outcome="finished"}"#), 2.0);
    assert_eq!(of("kokoro_characters_total"), 2.0 * SHORT.len() as f64);
    let seconds = of("kokoro_audio_seconds_total");
    assert!((1.0..6.0).contains(&seconds), "{seconds}");
    for name in ["first_sound_seconds", "speech_seconds", "real_time_factor"] {
        assert_eq!(of(&format!("kokoro_{name}_count")), 2.0, "{name}");
        assert!(of(&format!("kokoro_{name}_sum")) > 0.0, "{name}");
    }
    assert!(of("kokoro_first_sound_seconds_sum") <= of("kokoro_speech_seconds_sum"));
    assert_eq!((of("kokoro_queue_length"), of("kokoro_speeches_in_progress")), (0.0, 0.0));
    assert!(of(r#"kokoro_key_requests_total{key="alice"}"#) >= 4.0); // and those for /metrics
    assert_eq!(of(r#"kokoro_key_audio_seconds_total{key="alice"}"#), seconds);
    #[cfg(target_os = "linux")]
    assert!(of("kokoro_resident_memory_bytes") > 1e7);
}
