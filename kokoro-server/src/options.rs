//! What an operator decides about a server.

use std::time::Duration;

use axum::http::HeaderValue;
use kokoro::Language;

use crate::Keys;

/// The settings of a server.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ServerOptions {
    /// The voice of requests that name none, and of names that stand for no voice in particular.
    pub voice: String,
    /// The language of requests that name none. Without it, it is that of the voice.
    pub language: Option<Language>,
    /// Whether a request may name any model. Else it is one of those that `/v1/models` lists.
    pub any_model: bool,
    /// Multiplies all samples.
    pub gain: f32,
    /// Whether blends of voices are given out as files.
    pub combining: bool,
    /// Characters of a text that is spoken. A longer one is refused.
    pub longest_text: usize,
    /// Bytes of a request's body.
    pub largest_body: usize,
    /// Bytes of a sound that is sent in one piece, for which it is kept in memory. A longer one is
    /// refused; one that is streamed may have any length.
    pub largest_whole: usize,
    /// How long a client may take nothing of what is ready for it.
    pub patience: Duration,
    /// How long the head of a request may take to arrive, and a connection be idle.
    pub head_time: Duration,
    /// How long the body of a request may take to arrive.
    pub body_time: Duration,
    /// Connections at once. Further ones wait in the system's queue.
    pub most_connections: usize,
    /// How long the server goes on accepting requests after it was told to stop, while `/readyz`
    /// says that it stops: as long as a load balancer takes to notice.
    pub notice: Duration,
    /// How long speeches that are being made may go on after that.
    pub grace: Duration,
    /// The keys that are accepted. Without any, everyone may ask.
    pub keys: Keys,
    /// Whether the lists of voices and models need a key, if there are keys.
    pub lists: Access,
    /// Whether `/metrics` needs a key, if there are keys.
    pub metrics: Access,
    /// Origins of pages of other sites that may ask, such as `https://example.org`; `*` is all.
    pub origins: Vec<HeaderValue>,
    /// Whether texts are in the log.
    pub log_text: LogText,
}

/// Whether something needs a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It may be read without one. A wrong one is refused all the same.
    Open,
    /// It needs one.
    WithKey,
}

/// Whether texts are in the log.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LogText {
    /// Only their lengths are.
    #[default]
    Never,
    /// They are.
    Always,
}

impl Default for ServerOptions {
    fn default() -> Self {
        Self {
            voice: "af_heart".into(),
            language: None,
            any_model: false,
            gain: 1.0,
            combining: false,
            longest_text: 1_000_000,
            largest_body: 10 << 20,
            largest_whole: 512 << 20,
            patience: Duration::from_secs(60),
            head_time: Duration::from_secs(30),
            body_time: Duration::from_secs(60),
            most_connections: 1024,
            notice: Duration::ZERO,
            grace: Duration::from_secs(30),
            keys: Keys::default(),
            lists: Access::Open,
            metrics: Access::WithKey,
            origins: Vec::new(),
            log_text: LogText::default(),
        }
    }
}
