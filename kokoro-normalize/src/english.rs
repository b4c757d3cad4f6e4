//! English.

use std::ops::Range;

use mapped_text::MappedText;

use crate::driver::{self, Normalized, Start, Tried};
use crate::{Dialect, Options};

pub mod numbers;

mod cardinal;

/// The rules in the order in which they are tried.
const RULES: &[Tried] = &[Tried(Start::DIGIT, cardinal::cardinal)];

/// `text`, one paragraph, as it is read. Ranges of it that are `protected`, in its order, stay as
/// they are.
///
/// # Panics
/// If a protected range is not within the text, divides a character or begins before the end of
/// the one before it.
pub fn english(
    text: &MappedText,
    protected: &[Range<usize>],
    dialect: Dialect,
    options: &Options,
) -> Normalized {
    driver::run(text, protected, RULES, dialect, options)
}
