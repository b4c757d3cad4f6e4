//! Names that a request gives to voices: `voice_aliases`.

use std::collections::HashMap;

use serde_json::Value;

use super::tags::is_voice;
use crate::ApiError;
use crate::fields::{invalid_value, wrong_type};

/// The field.
const FIELD: &str = "voice_aliases";

/// A voice with a name of the request's own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Alias {
    /// A voice, or a blend of voices.
    pub voice: String,
    /// How fast it speaks: multiplies the speed of the request.
    pub rate: f32,
}

/// The names, and what they stand for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Aliases {
    exact: HashMap<String, Alias>,
    /// By names in lower case; of two that differ only in case, the first.
    folded: HashMap<String, Alias>,
}

impl Aliases {
    /// Reads the field: an object of names; a value is a voice, or an object with `voice` and
    /// `rate`.
    pub fn read(value: &Value) -> Result<Self, ApiError> {
        let Value::Object(entries) = value else {
            return Err(wrong_type(FIELD, "an object of names and voices", value));
        };
        let mut aliases = Self::default();
        for (name, value) in entries {
            let alias = alias(value)?;
            aliases.folded.entry(name.to_lowercase()).or_insert_with(|| alias.clone());
            aliases.exact.insert(name.clone(), alias);
        }
        Ok(aliases)
    }

    /// What a name stands for: as it is written if there is such an alias, else in any case.
    pub fn get(&self, name: &str) -> Option<&Alias> {
        self.exact.get(name).or_else(|| self.folded.get(&name.to_lowercase()))
    }

    /// The voice that is meant by a name, and its rate.
    pub fn resolve(&self, name: &str) -> Alias {
        let unknown = || Alias { voice: name.to_owned(), rate: 1.0 };
        self.get(name).cloned().unwrap_or_else(unknown)
    }
}

fn alias(value: &Value) -> Result<Alias, ApiError> {
    let (voice, rate) = match value {
        Value::String(voice) => (Some(voice.as_str()), 1.0),
        Value::Object(fields) => {
            let rate = match fields.get("rate") {
                None | Some(Value::Null) => 1.0,
                Some(rate) => {
                    let number = rate.as_f64().filter(|rate| (0.25..=4.0).contains(rate));
                    number.ok_or_else(|| invalid_value(FIELD, "a rate from 0.25 to 4", rate))?
                        as f32
                }
            };
            (fields.get("voice").and_then(Value::as_str), rate)
        }
        _ => (None, 1.0),
    };
    match voice.map(str::trim).filter(|voice| is_voice(voice)) {
        Some(voice) => Ok(Alias { voice: voice.to_owned(), rate }),
        None => Err(invalid_value(FIELD, "a voice, or an object with `voice` and `rate`", value)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_is_found_as_it_is_written_and_then_in_any_case() {
        let value = json!({
            "Bob": "af_bella",
            "bob": { "voice": "am_michael", "rate": 0.8 },
            "narrator": " af_bella(2)+af_sky ",
        });
        let aliases = Aliases::read(&value).unwrap();
        let voice = |name: &str| aliases.get(name).map(|alias| alias.voice.as_str());
        assert_eq!((voice("Bob"), voice("bob")), (Some("af_bella"), Some("am_michael")));
        assert_eq!(voice("NARRATOR"), Some("af_bella(2)+af_sky"));
        assert_eq!(voice("villain"), None);
        assert_eq!(aliases.resolve("bob").rate, 0.8);
        assert_eq!(aliases.resolve("af_sky"), Alias { voice: "af_sky".into(), rate: 1.0 });
    }

    #[test]
    fn what_names_no_voice_is_refused() {
        for value in [
            json!("af_sky"),
            json!({ "a": "" }),
            json!({ "a": "af_bella(2])" }),
            json!({ "a": 3 }),
            json!({ "a": { "rate": 1 } }),
            json!({ "a": { "voice": "af_sky", "rate": 9 } }),
            json!({ "a": { "voice": "af_sky", "rate": "fast" } }),
        ] {
            let error = Aliases::read(&value).unwrap_err();
            assert_eq!(error.param.as_deref(), Some("voice_aliases"), "{value}");
        }
    }
}
