#![doc = include_str!("../README.md")]

mod app;
mod error;
mod fields;
mod health;
mod json_body;
mod openai;
mod options;
mod respond;
mod server;
mod speaking;
mod speech_job;
mod state;
mod warm_up;
mod wyoming;

pub use app::app;
pub use error::ApiError;
pub use options::ServerOptions;
pub use respond::respond;
pub use server::Server;
pub use speaking::{Listener, Source, Speaking};
pub use speech_job::{EventWords, Form, SpeechJob};
pub use state::AppState;
pub use wyoming::Wyoming;
