#![doc = include_str!("../README.md")]

pub mod codec;
mod connection;
mod engine;
mod event;
#[cfg(test)]
mod fake;
mod info;
mod options;
mod reply;
mod request;
mod server;
mod session;
mod speaking;
mod transport;
mod voice_choice;

pub use codec::{CodecError, Limits, PROTOCOL_VERSION};
pub use connection::ConnectionError;
pub use engine::{Engine, EngineError, Speech, SpeechStart, TextFormat, TextSink};
pub use event::Event;
pub use info::{Attribution, Program, Voice};
pub use options::ServerOptions;
pub use server::{serve, serve_client};
pub use transport::{EventReader, EventWriter, ReadError};
