#![doc = include_str!("../README.md")]

mod error;
mod options;
mod speaking;
mod state;

pub use error::ApiError;
pub use options::ServerOptions;
pub use speaking::{Listener, Source, Speaking};
pub use state::AppState;
