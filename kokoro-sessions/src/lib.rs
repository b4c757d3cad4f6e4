#![doc = include_str!("../README.md")]

mod error;
mod options;
mod sessions;
mod ticket;

pub use error::{Full, Gone, SessionError};
pub use options::SessionsOptions;
pub use sessions::{Load, Sessions};
pub use ticket::Ticket;
