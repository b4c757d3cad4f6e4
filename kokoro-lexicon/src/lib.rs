//! Pronunciation lexicons: packed, and written by users.

mod entry;
mod error;
mod packed;

pub use entry::Entry;
pub use error::Error;
pub use packed::{Lexicon, pack};
