//! Pronunciation lexicons: packed, and written by users.

pub mod user;

mod entry;
mod error;
mod packed;
mod symbols;

pub use entry::Entry;
pub use error::Error;
pub use packed::{Lexicon, pack};
pub use symbols::{SYMBOLS, is_symbol};
