//! Whether bodies have the shapes that are expected of them.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

/// Whether bytes begin as a format does.
pub fn is_audio(format: &str, body: &[u8]) -> bool {
    match format {
        "pcm" => !body.is_empty() && body.len().is_multiple_of(2),
        "wav" => body.starts_with(b"RIFF"),
        "flac" => body.starts_with(b"fLaC"),
        "opus" => body.starts_with(b"OggS"),
        "aac" => matches!(body, [0xff, 0xf1 | 0xf9, ..]),
        "mp3" => matches!(body, [b'I', b'D', b'3', ..] | [0xff, 0xe2..=0xff, ..]),
        _ => panic!("no format {format}"),
    }
}

/// Where JSON differs from a shape.
pub fn of_json(body: &[u8], shape: &Value) -> Vec<String> {
    match serde_json::from_slice(body) {
        Ok(value) => of_value(&value, shape, "body"),
        Err(error) => vec![format!("no JSON: {error}")],
    }
}

fn of_value(value: &Value, shape: &Value, place: &str) -> Vec<String> {
    match shape {
        Value::Object(keys) => {
            let of_key = |(key, shape): (&String, &Value)| match value.get(key) {
                None => vec![format!("{place}.{key} is missing")],
                Some(value) => of_value(value, shape, &format!("{place}.{key}")),
            };
            keys.iter().flat_map(of_key).collect()
        }
        Value::Array(one) => match value.as_array().map(Vec::as_slice) {
            None | Some([]) => vec![format!("{place} is no list with something in it")],
            Some(elements) => {
                let place = format!("{place}[…]");
                elements.iter().flat_map(|element| of_value(element, &one[0], &place)).collect()
            }
        },
        Value::String(word) if is(value, word) => Vec::new(),
        _ => {
            let found: String = value.to_string().chars().take(80).collect();
            vec![format!("{place} is {found}, expected {shape}")]
        }
    }
}

/// Whether a value is what a word of a shape says.
fn is(value: &Value, word: &str) -> bool {
    if let Some(expected) = word.strip_prefix('=') {
        return value.as_str() == Some(expected);
    }
    match word {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64(),
        "integers" => {
            value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(Value::is_u64))
        }
        "object" => value.is_object(),
        "array" => value.is_array(),
        "none" => value.is_null() || value.as_array().is_some_and(Vec::is_empty),
        "base64" => value.as_str().is_some_and(|text| BASE64_STANDARD.decode(text).is_ok()),
        "error" => is_error(&value["error"]),
        _ => panic!("no shape {word}"),
    }
}

/// Whether a value is OpenAI's error, all four keys of it.
fn is_error(error: &Value) -> bool {
    let is_text_or_null =
        |key: &str| error.get(key).is_some_and(|value| value.is_string() || value.is_null());
    error["message"].is_string()
        && error["type"].is_string()
        && is_text_or_null("param")
        && is_text_or_null("code")
}
