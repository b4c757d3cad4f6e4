//! Fields of a JSON object, each taken out with its type checked. What is left over at the end is
//! what nobody knows.

use std::ops::RangeInclusive;
use std::str::FromStr;

use serde_json::{Map, Value};

use crate::ApiError;

/// The fields of a request that were not taken yet. A field that is null is as one that is absent.
///
/// Errors have the field as `param`, OpenAI's codes, and say what was expected and what was found.
#[derive(Debug)]
pub struct Fields(Map<String, Value>);

impl Fields {
    /// Those of `object`.
    pub fn new(object: Map<String, Value>) -> Self {
        Self(object)
    }

    /// A field of any type.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name).filter(|value| !value.is_null())
    }

    /// A text.
    ///
    /// # Errors
    /// It is something else.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ApiError> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(wrong_type(name, "a string", &other)),
        }
    }

    /// A text that stands for one of several choices.
    ///
    /// # Errors
    /// It is something else; `expected` names the choices.
    pub fn choice<T: FromStr>(
        &mut self,
        name: &str,
        expected: &str,
    ) -> Result<Option<T>, ApiError> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        match text.parse() {
            Ok(choice) => Ok(Some(choice)),
            Err(_) => Err(invalid_value(name, expected, &Value::String(text))),
        }
    }

    /// Whether something is to be.
    ///
    /// # Errors
    /// It is something else than true and false.
    pub fn flag(&mut self, name: &str) -> Result<Option<bool>, ApiError> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(other) => Err(wrong_type(name, "true or false", &other)),
        }
    }

    /// A number.
    ///
    /// # Errors
    /// It is something else, or out of range.
    pub fn number(
        &mut self,
        name: &str,
        range: RangeInclusive<f64>,
    ) -> Result<Option<f64>, ApiError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let expected = format!("a number from {} to {}", range.start(), range.end());
        match value.as_f64() {
            None => Err(wrong_type(name, &expected, &value)),
            Some(number) if range.contains(&number) => Ok(Some(number)),
            Some(number) => {
                let below = number < *range.start();
                let code =
                    if below { "decimal_below_min_value" } else { "decimal_above_max_value" };
                Err(ApiError::invalid(name, code, message(name, &expected, &value)))
            }
        }
    }

    /// A whole number.
    ///
    /// # Errors
    /// It is something else, or out of range.
    pub fn integer(
        &mut self,
        name: &str,
        range: RangeInclusive<u64>,
    ) -> Result<Option<u64>, ApiError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        let wrong = |code| Err(ApiError::invalid(name, code, message(name, &expected, &value)));
        match (value.as_u64(), value.as_f64()) {
            (Some(number), _) if range.contains(&number) => Ok(Some(number)),
            (Some(number), _) if number < *range.start() => wrong("integer_below_min_value"),
            (Some(_), _) => wrong("integer_above_max_value"),
            (None, Some(number)) if number < 0.0 => wrong("integer_below_min_value"),
            _ => Err(wrong_type(name, &expected, &value)),
        }
    }

    /// The names of what was not taken, in the order of the alphabet.
    pub fn rest(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    /// What was not taken.
    pub fn into_rest(self) -> Map<String, Value> {
        self.0
    }
}

/// A field that must be there and is not.
pub fn missing(name: &str, expected: &str) -> ApiError {
    let message = format!("`{name}`: expected {expected}, found nothing");
    ApiError::invalid(name, "missing_required_parameter", message)
}

/// A field that has the wrong type.
pub fn wrong_type(name: &str, expected: &str, found: &Value) -> ApiError {
    ApiError::invalid(name, "invalid_type", message(name, expected, found))
}

/// A field that has a value that it cannot have.
pub fn invalid_value(name: &str, expected: &str, found: &Value) -> ApiError {
    ApiError::invalid(name, "invalid_value", message(name, expected, found))
}

fn message(name: &str, expected: &str, found: &Value) -> String {
    format!("`{name}`: expected {expected}, found {}", shown(found))
}

/// The most characters of a value that a message shows.
const SHOWN: usize = 60;

/// A value as a message shows it.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) | Value::Object(_) | Value::Null => kind(value).into(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => match text.char_indices().nth(SHOWN) {
            None => format!("the string {text:?}"),
            Some((end, _)) => format!("a string that begins with {:?}", &text[..end]),
        },
    }
}

/// What a value is.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
