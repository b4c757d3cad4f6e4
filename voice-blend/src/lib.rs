#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod blend;
mod error;
mod name;
mod parse;

pub use blend::{Blend, MAX_TERMS, Term};
pub use error::Error;
pub use name::is_file;
