#![doc = include_str!("../README.md")]

mod app;
mod body_memory;
mod error;
pub mod fastapi;
mod fields;
mod health;
mod json_body;
mod keys;
mod layers;
mod metrics;
mod metrics_route;
mod openai;
mod openapi;
mod options;
mod peer;
mod respond;
mod segments;
mod server;
mod shift;
mod speaking;
mod speech_job;
mod speech_meter;
mod state;
mod warm_up;
mod wyoming;

pub use app::app;
pub use error::ApiError;
pub use keys::{Keys, KeysError};
pub use options::{Access, LogText, ServerOptions};
pub use respond::respond;
pub use segments::{Segment, Segments};
pub use server::Server;
pub use speaking::{Listener, Source, Speaking};
pub use speech_job::{Content, EventWords, Form, SpeechJob};
pub use state::AppState;
pub use wyoming::Wyoming;
