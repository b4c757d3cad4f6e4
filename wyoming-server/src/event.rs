//! What the two sides of a connection send each other.

use bytes::Bytes;
use serde_json::{Map, Value};

/// One event: its type, named values, and bytes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The type, such as "synthesize".
    pub kind: String,
    /// Named values; empty if the event has none.
    pub data: Map<String, Value>,
    /// Bytes, such as sound; empty if the event has none.
    pub payload: Bytes,
}

impl Event {
    /// An event of a type, without data and payload.
    pub fn new(kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), data: Map::new(), payload: Bytes::new() }
    }

    /// The same event with a value more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.data.insert(name.to_owned(), value.into());
        self
    }

    /// The same event with this payload.
    #[must_use]
    pub fn with_payload(mut self, payload: impl Into<Bytes>) -> Self {
        self.payload = payload.into();
        self
    }

    /// The text that the data has under a name.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.data.get(name).and_then(Value::as_str)
    }
}
