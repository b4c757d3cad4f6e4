//! Every field, right and wrong; and bodies that nobody would write.

use axum::http::StatusCode;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Map, json};

use super::*;
use crate::json_body;

fn take(body: Value) -> Result<(SpeechRequest, Vec<String>), ApiError> {
    let Value::Object(body) = body else { panic!("an object") };
    let mut fields = Fields::new(body);
    let request = SpeechRequest::take(&mut fields)?;
    Ok((request, fields.rest()))
}

/// A request that is right but for `field`.
fn with(field: &str, value: Value) -> Result<SpeechRequest, ApiError> {
    let mut body = json!({ "model": "tts-1", "input": "Hello.", "voice": "alloy" });
    body[field] = value;
    take(body).map(|(request, _)| request)
}

#[test]
fn every_field_is_read() {
    let (request, rest) = take(json!({
        "model": "kokoro", "input": "Hello.", "voice": { "id": "af_heart" },
        "instructions": "Cheerfully.", "response_format": "opus", "speed": 2,
        "stream_format": "sse", "stream": true, "lang": "en-gb", "format": "markdown",
        "pitch": "-1.5st", "volume": -6, "pauses": "sentence=300ms", "lexicon": { "a": "b" },
        "normalize": false, "seed": 18446744073709551615u64, "precision": "f32",
        "sample_rate": 8000, "timestamps": "word", "latency": "exact", "strict": true,
        "user": null, "top_p": 1,
    }))
    .unwrap();
    assert_eq!(rest, ["top_p", "user"]);
    assert_eq!(request.voice.as_ref().map(VoiceField::text), Some("af_heart"));
    assert_eq!(request.response_format, Some(AudioFormat::Opus));
    assert_eq!((request.speed, request.seed), (Some(2.0), Some(u64::MAX)));
    assert_eq!(request.stream_format, Some(StreamFormat::Sse));
    assert_eq!(request.lang, Some(LanguageChoice::Is(kokoro::Language::BritishEnglish)));
    assert_eq!(request.pitch, Some(Pitch::semitones(-1.5)));
    assert_eq!(request.volume, Some(Decibels(-6.0)));
    assert_eq!(request.lexicon.map(|lexicon| lexicon.len()), Some(1));
    assert_eq!(request.sample_rate, Some(8000));
    assert_eq!((request.timestamps, request.strict), (Some(true), Some(true)));
    assert_eq!(request.latency, Some(LatencyChoice::Exact));
    assert!(request.instructions.is_some() && request.pauses.is_some());
}

#[test]
fn what_is_null_is_absent() {
    let names = ["model", "voice", "response_format", "speed", "stream_format", "stream", "lang"];
    for name in names {
        assert!(with(name, Value::Null).is_ok(), "{name}");
    }
}

#[test]
fn what_is_wrong_is_named() {
    let cases = [
        ("model", json!(1), "invalid_type", "expected a string, found 1"),
        ("input", json!(["a"]), "invalid_type", "expected a string, found an array"),
        ("input", json!(""), "string_below_min_length", "found an empty one"),
        ("input", Value::Null, "missing_required_parameter", "found none"),
        ("voice", json!(7), "invalid_type", "found a number"),
        ("voice", json!({}), "missing_required_parameter", "found no `id`"),
        ("voice", json!({ "id": "a", "b": 1 }), "unknown_parameter", "other keys"),
        ("instructions", json!("é".repeat(4097)), "string_above_max_length", "found 4097"),
        ("response_format", json!("ogv"), "invalid_value", "one of wav, "),
        ("speed", json!(0.2), "decimal_below_min_value", "from 0.25 to 4, found 0.2"),
        ("speed", json!(5), "decimal_above_max_value", "from 0.25 to 4, found 5"),
        ("speed", json!("1.5"), "invalid_type", "found the string \"1.5\""),
        ("speed", json!("NaN"), "invalid_type", "a number"),
        ("stream_format", json!("json"), "invalid_value", "audio or sse"),
        ("stream", json!("true"), "invalid_type", "true or false"),
        ("lang", json!("xx"), "invalid_value", "en-us"),
        ("format", json!("docx"), "invalid_value", "markdown"),
        ("pitch", json!("high"), "invalid_value", "semitones from -24"),
        ("pitch", json!(100), "invalid_value", "semitones from -24"),
        ("pitch", json!(true), "invalid_type", "semitones"),
        ("volume", json!("loud"), "invalid_value", "decibels from -40"),
        ("normalize", json!(1), "invalid_type", "true or false"),
        ("seed", json!(-1), "integer_below_min_value", "found -1"),
        ("seed", json!(1.5), "invalid_type", "a whole number"),
        ("precision", json!("int4"), "invalid_value", "f32"),
        ("sample_rate", json!(7999), "integer_below_min_value", "from 8000 to 48000"),
        ("sample_rate", json!(96_000), "integer_above_max_value", "from 8000 to 48000"),
        ("timestamps", json!("phoneme"), "invalid_value", "\"word\""),
        ("latency", json!("lowest"), "invalid_value", "exact or low"),
        ("strict", json!("no"), "invalid_type", "true or false"),
    ];
    for (field, value, code, message) in cases {
        let error = with(field, value.clone()).expect_err(field);
        assert_eq!(error.status, StatusCode::BAD_REQUEST);
        assert_eq!(error.kind, "invalid_request_error");
        assert_eq!(error.param.as_deref(), Some(field), "{value}");
        assert_eq!(error.code, Some(code), "{field} {value}");
        assert!(error.message.contains(message), "{field} {value}: {}", error.message);
    }
}

#[test]
fn bodies_that_are_no_object_are_refused() {
    for (body, message) in [
        (&b""[..], "the body is empty"),
        (b" \n", "the body is empty"),
        (b"[1]", "an array: expected a JSON object"),
        (b"\"a\"", "a string: expected"),
        (b"{\"input\": ", "not JSON: EOF"),
        (b"input=Hello", "not JSON: expected value at line 1"),
        (b"{\"input\": \"\xff\"}", "not JSON"),
    ] {
        let error = json_body::parse(body).unwrap_err();
        assert_eq!(error.status, StatusCode::BAD_REQUEST);
        assert!(error.message.contains(message), "{}", error.message);
    }
    let deep = "[".repeat(1 << 20);
    assert!(json_body::parse(deep.as_bytes()).is_err());
}

/// The fields that are known.
const KNOWN: [&str; 21] = [
    "model",
    "input",
    "voice",
    "instructions",
    "response_format",
    "speed",
    "stream_format",
    "stream",
    "lang",
    "format",
    "pitch",
    "volume",
    "pauses",
    "lexicon",
    "normalize",
    "seed",
    "precision",
    "sample_rate",
    "timestamps",
    "latency",
    "strict",
];

/// Texts that some field takes.
const RIGHT: [&str; 9] =
    ["sse", "word", "exact", "-1st", "sentence=1s", "af_heart", "mp3", "auto", "f32"];

/// A value of any kind, now and then one that some field takes.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0u64..50_000).prop_map(Value::from),
        prop::sample::select(&RIGHT[..]).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn object() -> impl Strategy<Value = Map<String, Value>> {
    let name = prop_oneof![
        4 => prop::sample::select(&KNOWN[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::btree_map(name, value(), 0..6).prop_map(|map| map.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_object_is_read_or_refused_for_a_known_field(body in object()) {
        match take(Value::Object(body.clone())) {
            Ok((_, rest)) => {
                for name in rest {
                    prop_assert!(body.contains_key(&name) && !KNOWN.contains(&name.as_str()));
                }
            }
            Err(error) => {
                prop_assert_eq!(error.status, StatusCode::BAD_REQUEST);
                prop_assert!(error.code.is_some());
                let param = error.param.unwrap_or_default();
                prop_assert!(KNOWN.contains(&param.split('.').next().unwrap_or_default()));
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(body: Vec<u8>) {
        if let Err(error) = json_body::parse(&body) {
            prop_assert_eq!(error.status, StatusCode::BAD_REQUEST);
        }
    }
}
