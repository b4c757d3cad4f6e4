//! Events as bytes. An event is a line of JSON, then a block of JSON, then a payload:
//!
//! ```text
//! {"type": "audio-chunk", "version": "1.10.2", "data_length": 39, "payload_length": 2048}⏎
//! {"rate":24000,"width":2,"channels":1, …}<2048 bytes>
//! ```
//!
//! Lengths count bytes; a block whose length is 0, `null` or missing is absent. The line may hold
//! data, too (`"data": {…}`); a value that is in both comes from the block.

use std::mem;

use bytes::{BufMut, BytesMut};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use thiserror::Error;

use crate::Event;

/// The version that events are sent with: that of the Python package `wyoming` whose events these
/// are, as that package sends it. What others send is not looked at.
pub const PROTOCOL_VERSION: &str = "1.10.2";

/// How much of one event is read, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The line, without its end.
    pub line: usize,
    /// The block of data.
    pub data: usize,
    /// The payload.
    pub payload: usize,
}

impl Default for Limits {
    /// A MiB each.
    fn default() -> Self {
        Self { line: 1 << 20, data: 1 << 20, payload: 1 << 20 }
    }
}

/// What is not an event.
#[derive(Debug, Error)]
pub enum CodecError {
    /// A line goes on for too long.
    #[error("the line of an event is longer than {limit} bytes")]
    LineTooLong {
        /// How many bytes it may have.
        limit: usize,
    },
    /// A line is no JSON object with a type.
    #[error("an event begins with a line of JSON that has a \"type\": {0}")]
    Line(#[source] serde_json::Error),
    /// A line announces too much data.
    #[error("the data of an event are {found} bytes, at most {limit} are read")]
    DataTooLong {
        /// How many bytes they may have.
        limit: usize,
        /// How many are announced.
        found: u64,
    },
    /// A line announces too large a payload.
    #[error("the payload of an event is {found} bytes, at most {limit} are read")]
    PayloadTooLong {
        /// How many bytes it may have.
        limit: usize,
        /// How many are announced.
        found: u64,
    },
    /// The data are no JSON object. The next event can be read.
    #[error("the data of an event are a JSON object: {0}")]
    Data(#[source] serde_json::Error),
    /// The bytes end within an event.
    #[error("the connection ended within an event")]
    Truncated,
}

impl CodecError {
    /// Whether it is known where the next event begins.
    pub fn can_go_on(&self) -> bool {
        matches!(self, Self::Data(_))
    }
}

/// Bytes in pieces, cut anywhere → events.
///
/// Memory is taken for bytes that came, never for those that a line announces.
#[derive(Debug, Default)]
pub struct Decoder {
    limits: Limits,
    bytes: BytesMut,
    /// How many of `bytes` are known to have no line end.
    scanned: usize,
    /// The line of the event whose blocks are still to come.
    header: Option<Header>,
}

#[derive(Debug, Deserialize)]
struct Header {
    #[serde(rename = "type")]
    kind: String,
    data: Option<Map<String, Value>>,
    data_length: Option<u64>,
    payload_length: Option<u64>,
}

impl Decoder {
    /// Reads events of limited size.
    pub fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Where the bytes that come are appended.
    pub fn bytes(&mut self) -> &mut BytesMut {
        &mut self.bytes
    }

    /// The next event; `None` if more bytes must come first.
    ///
    /// # Errors
    /// The bytes are no event, or one that is too large. After an error that
    /// [cannot go on](CodecError::can_go_on), what this gives means nothing.
    pub fn next_event(&mut self) -> Result<Option<Event>, CodecError> {
        if self.header.is_none() {
            self.header = self.next_header()?;
        }
        let Some(header) = &self.header else { return Ok(None) };
        // They are within the limits, which are `usize`.
        let data = header.data_length.unwrap_or(0) as usize;
        let payload = header.payload_length.unwrap_or(0) as usize;
        if self.bytes.len().checked_sub(data).is_none_or(|rest| rest < payload) {
            return Ok(None);
        }
        let Some(header) = self.header.take() else { return Ok(None) };
        let block = self.bytes.split_to(data);
        let payload = self.bytes.split_to(payload).freeze();
        let mut data = header.data.unwrap_or_default();
        if !block.is_empty() {
            let block: Map<_, _> = serde_json::from_slice(&block).map_err(CodecError::Data)?;
            data.extend(block);
        }
        Ok(Some(Event { kind: header.kind, data, payload }))
    }

    /// The bytes are over.
    ///
    /// # Errors
    /// They end within an event.
    pub fn finish(&self) -> Result<(), CodecError> {
        let rest = self.header.is_some() || !self.bytes.trim_ascii().is_empty();
        if rest { Err(CodecError::Truncated) } else { Ok(()) }
    }

    /// The line of the next event. Blank lines are skipped.
    fn next_header(&mut self) -> Result<Option<Header>, CodecError> {
        let limit = self.limits.line;
        loop {
            let scanned = mem::replace(&mut self.scanned, self.bytes.len());
            let end = self.bytes[scanned..].iter().position(|&byte| byte == b'\n');
            let Some(end) = end.map(|end| scanned + end) else {
                let too_long = self.bytes.len() > limit;
                return if too_long { Err(CodecError::LineTooLong { limit }) } else { Ok(None) };
            };
            if end > limit {
                return Err(CodecError::LineTooLong { limit });
            }
            let line = self.bytes.split_to(end + 1);
            self.scanned = 0;
            if !line.trim_ascii().is_empty() {
                return self.parse(&line).map(Some);
            }
        }
    }

    fn parse(&self, line: &[u8]) -> Result<Header, CodecError> {
        let header: Header = serde_json::from_slice(line).map_err(CodecError::Line)?;
        let Limits { data: data_limit, payload: payload_limit, .. } = self.limits;
        let too_long =
            |length: Option<u64>, limit: usize| length.filter(|&found| found > limit as u64);
        if let Some(found) = too_long(header.data_length, data_limit) {
            return Err(CodecError::DataTooLong { limit: data_limit, found });
        }
        if let Some(found) = too_long(header.payload_length, payload_limit) {
            return Err(CodecError::PayloadTooLong { limit: payload_limit, found });
        }
        Ok(header)
    }
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    data_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payload_length: Option<usize>,
}

/// Appends the bytes of an event, its data as a block, which all readers understand.
pub fn encode(event: &Event, bytes: &mut BytesMut) {
    let data = match event.data.is_empty() {
        true => Vec::new(),
        false => json(&event.data),
    };
    let length = |length: usize| (length > 0).then_some(length);
    let line = json(&Line {
        kind: &event.kind,
        version: PROTOCOL_VERSION,
        data_length: length(data.len()),
        payload_length: length(event.payload.len()),
    });
    bytes.reserve(line.len() + 1 + data.len() + event.payload.len());
    bytes.put_slice(&line);
    bytes.put_u8(b'\n');
    bytes.put_slice(&data);
    bytes.put_slice(&event.payload);
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("all keys are strings, and a Vec takes all bytes")
}

#[cfg(test)]
mod tests;
