use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::json;

use super::*;

fn config() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// All events of some bytes that come in pieces, and the error that ends them.
fn read<'a>(
    pieces: impl IntoIterator<Item = &'a [u8]>,
    limits: Limits,
) -> (Vec<Event>, Option<String>) {
    let mut decoder = Decoder::new(limits);
    let mut events = Vec::new();
    for piece in pieces {
        decoder.bytes().extend_from_slice(piece);
        loop {
            match decoder.next_event() {
                Ok(Some(event)) => events.push(event),
                Ok(None) => break,
                Err(error) if error.can_go_on() => events.push(Event::new(error.to_string())),
                Err(error) => return (events, Some(error.to_string())),
            }
        }
    }
    (events, decoder.finish().err().map(|error| error.to_string()))
}

fn read_all(bytes: &[u8]) -> (Vec<Event>, Option<String>) {
    read([bytes], Limits::default())
}

fn event() -> impl Strategy<Value = Event> {
    let value = prop_oneof![
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(Value::Null),
        any::<bool>().prop_map(|value| json!([{ "x": value }])),
    ];
    (any::<String>(), vec((any::<String>(), value), 0..4), vec(any::<u8>(), 0..40)).prop_map(
        |(kind, data, payload)| {
            let mut event = Event::new(kind).with_payload(payload);
            event.data = data.into_iter().collect();
            event
        },
    )
}

/// Cuts bytes into pieces of these lengths, over and over.
fn cut<'a>(bytes: &'a [u8], lengths: &[usize]) -> Vec<&'a [u8]> {
    let mut rest = bytes;
    let mut pieces = Vec::new();
    for &length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, after) = rest.split_at(length.clamp(1, rest.len()));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_cut_gives_the_same_events(events in vec(event(), 0..6), cuts in vec(1usize..60, 1..20)) {
        let mut bytes = BytesMut::new();
        for event in &events {
            encode(event, &mut bytes);
        }
        let (read, error) = read(cut(&bytes, &cuts), Limits::default());
        prop_assert_eq!(error, None);
        prop_assert_eq!(read, events);
    }

    #[test]
    fn any_bytes_are_read_the_same_however_they_are_cut(
        bytes in vec(any::<u8>(), 0..300),
        cuts in vec(1usize..60, 1..20),
    ) {
        prop_assert_eq!(read_all(&bytes), read(cut(&bytes, &cuts), Limits::default()));
    }

    #[test]
    fn damaged_events_never_panic(
        events in vec(event(), 1..4),
        damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cuts in vec(1usize..60, 1..20),
    ) {
        let mut bytes = BytesMut::new();
        for event in &events {
            encode(event, &mut bytes);
        }
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let limits = Limits { line: 60, data: 60, payload: 30 };
        prop_assert_eq!(read([&bytes[..]], limits).0, read(cut(&bytes, &cuts), limits).0);
    }
}

#[test]
fn data_of_line_and_block_are_merged() {
    let bytes = br#"
        {"type":"a","data":{"x":1,"y":2},"data_length":13,"payload_length":3}
{"y":3,"z":4}abc{"type":"b","data":null,"data_length":null,"version":7}
        "#;
    let first = Event::new("a").with("x", 1).with("y", 3).with("z", 4);
    let expected = vec![first.with_payload(&b"abc"[..]), Event::new("b")];
    assert_eq!(read_all(bytes), (expected, None));
}

#[test]
fn events_are_written_as_the_python_package_writes_them() {
    let mut bytes = BytesMut::new();
    encode(&Event::new("synthesize-stopped"), &mut bytes);
    encode(&Event::new("audio-chunk").with("rate", 8000).with_payload(vec![1, 2]), &mut bytes);
    let expected = "{\"type\":\"synthesize-stopped\",\"version\":\"1.10.2\"}\n\
        {\"type\":\"audio-chunk\",\"version\":\"1.10.2\",\"data_length\":13,\"payload_length\":2}\n\
        {\"rate\":8000}\u{1}\u{2}";
    assert_eq!(bytes, expected.as_bytes());
}

#[test]
fn what_is_too_large_is_refused_when_its_line_is_read() {
    let limits = Limits { line: 60, data: 10, payload: 10 };
    let error = |bytes: &str| read([bytes.as_bytes()], limits).1.expect("an error");
    assert!(error(&" ".repeat(61)).contains("longer than 60 bytes"));
    assert!(error(&format!("{}\n", " ".repeat(61))).contains("longer than 60 bytes"));
    let data = error("{\"type\":\"a\",\"data_length\":18446744073709551615}\n");
    assert!(data.contains("18446744073709551615 bytes, at most 10"));
    let payload = error("{\"type\":\"a\",\"payload_length\":11}\n");
    assert!(payload.contains("11 bytes, at most 10"));
}

#[test]
fn what_is_announced_takes_no_memory() {
    let mut decoder = Decoder::default();
    decoder.bytes().extend_from_slice(b"{\"type\":\"a\",\"payload_length\":1000000}\n");
    assert!(decoder.next_event().unwrap().is_none());
    assert!(decoder.bytes().capacity() < 1000);
}

#[test]
fn lines_that_are_no_events_are_errors() {
    for line in [
        "[]",
        "1",
        "{}",
        "{\"type\":1}",
        "{\"type\":\"a\",\"data\":[]}",
        "{\"type\":\"a\",\"data_length\":-1}",
        "{\"type\":\"a\",\"data_length\":1.5}",
        "hello",
        "\u{0}",
    ] {
        let (events, error) = read_all(format!("{line}\n").as_bytes());
        assert!(events.is_empty() && error.is_some(), "{line}");
    }
}

#[test]
fn after_bad_data_the_next_event_is_read() {
    let bytes = b"{\"type\":\"a\",\"data_length\":2,\"payload_length\":1}\n[]x\n{\"type\":\"b\"}\n";
    let (events, error) = read_all(bytes);
    assert_eq!(error, None);
    assert!(events[0].kind.starts_with("the data of an event are a JSON object"));
    assert_eq!(events[1], Event::new("b"));
}

#[test]
fn an_end_within_an_event_is_an_error() {
    for bytes in ["{\"type\"", "{\"type\":\"a\",\"payload_length\":1}\n"] {
        assert_eq!(read_all(bytes.as_bytes()).1, Some(CodecError::Truncated.to_string()));
    }
    assert_eq!(read_all(b"\n \r\n").1, None);
}
