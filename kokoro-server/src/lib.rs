#![doc = include_str!("../README.md")]

mod app;
mod error;
mod health;
mod options;
mod server;
mod speaking;
mod state;
mod warm_up;

pub use app::app;
pub use error::ApiError;
pub use options::ServerOptions;
pub use server::Server;
pub use speaking::{Listener, Source, Speaking};
pub use state::AppState;
