//! The field `pauses`: how long pauses are.

use kokoro::Silence;
use kokoro::plan::PausePolicy;
use serde_json::Value;

use crate::ApiError;
use crate::fields::wrong_type;

/// Reads a text such as `sentence=300ms,paragraph=1s` or `model`, or an object of kinds and
/// seconds.
///
/// # Errors
/// It is neither; there is no such kind; a pause has no such length.
pub(super) fn pauses(value: Value) -> Result<Silence, ApiError> {
    let text = match value {
        Value::String(text) if text.trim() == "model" => return Ok(Silence::Model),
        Value::String(text) => text,
        Value::Object(kinds) => {
            let pairs = kinds.iter().map(|(kind, length)| match length {
                Value::Number(seconds) => Ok(format!("{kind}={seconds}s")),
                Value::String(time) => Ok(format!("{kind}={time}")),
                other => Err(wrong_type("pauses", "seconds for each kind of pause", other)),
            });
            pairs.collect::<Result<Vec<_>, _>>()?.join(",")
        }
        other => {
            let expected = "a string such as \"sentence=300ms\", or an object of kinds and seconds";
            return Err(wrong_type("pauses", expected, &other));
        }
    };
    let policy = text.parse::<PausePolicy>();
    policy
        .map(Silence::Policy)
        .map_err(|error| ApiError::invalid("pauses", "invalid_value", format!("`pauses`: {error}")))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;

    #[test]
    fn texts_and_objects_are_the_same() {
        let read = |value| pauses(value).unwrap();
        assert_eq!(read(json!("model")), Silence::Model);
        let policy = read(json!({ "sentence": 0.3, "comma": "150ms" }));
        assert_eq!(policy, read(json!("comma=150ms,sentence=0.3s")));
        let Silence::Policy(policy) = policy else { panic!("a policy") };
        assert_eq!(policy.sentence, Duration::from_millis(300));
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (value, found) in [
            (json!({ "word": 1 }), "\"word\" is no kind of pause"),
            (json!({ "sentence": -1 }), "expected a time"),
            (json!({ "sentence": true }), "expected seconds"),
            (json!({ "sentence,comma": 1 }), "as in sentence=300ms"),
            (json!({ "sentence": 1e300 }), "sentence"),
            (json!({}), "as in sentence=300ms"),
            (json!(3), "a string such as"),
        ] {
            let error = pauses(value).unwrap_err();
            assert!(error.message.contains(found), "{}", error.message);
            assert_eq!(error.param.as_deref(), Some("pauses"));
        }
    }
}
