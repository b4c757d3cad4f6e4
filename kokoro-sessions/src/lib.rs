#![doc = include_str!("../README.md")]

mod admission;
mod error;
mod forecast;
mod memory;
mod options;
mod sessions;
mod shared;
mod ticket;

pub use error::{Full, Gone, SessionError};
pub use options::SessionsOptions;
pub use sessions::{Load, Sessions};
pub use ticket::Ticket;
