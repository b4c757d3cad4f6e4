//! The normalizer of Japanese: numbers and signs as kanji and kana.
//!
//! Numbers become kanji numerals, whose readings the front end knows.

use std::ops::Range;

use mapped_text::MappedText;

use crate::driver::{self, Start, Tried};
use crate::{Normalized, Options};

pub mod numbers;

mod chat;
mod code;
mod date;
mod fraction;
mod math;
mod measure;
mod money;
mod named;
mod number;
mod range;
mod signs;
mod speaker;
#[cfg(test)]
mod tests;
mod time;

pub use speaker::say_as;

const ANY: Start = Start::WORD.or(Start::PLAIN).or(Start::DIGIT).or(Start::MARK);
const NUMBER: Start = Start::DIGIT.or(Start::MARK);
const WORDS: Start = Start::WORD.or(Start::PLAIN);

/// The rules in the order in which they are tried.
const RULES: &[Tried<()>] = &[
    Tried(ANY, code::address),
    Tried(ANY, chat::face),
    Tried(WORDS, chat::laughter),
    Tried(ANY, named::name),
    Tried(NUMBER, named::circled),
    Tried(NUMBER, code::telephone),
    Tried(ANY, date::era),
    Tried(Start::DIGIT, date::date),
    Tried(Start::DIGIT, code::block),
    Tried(Start::MARK, date::weekday),
    Tried(Start::DIGIT, time::time),
    Tried(ANY, money::money),
    Tried(NUMBER, fraction::fraction),
    Tried(NUMBER, math::term),
    Tried(NUMBER, range::range),
    Tried(NUMBER, measure::measure),
    Tried(NUMBER, number::number),
    Tried(Start::MARK, signs::sign),
    Tried(WORDS, signs::word),
];

/// `text`, one paragraph of Japanese, as it is read. Ranges of it that are `protected`, in its
/// order, stay as they are.
///
/// # Panics
/// If a protected range is not within the text, divides a character or begins before the end of
/// the one before it.
pub fn japanese(text: &MappedText, protected: &[Range<usize>], options: &Options) -> Normalized {
    driver::run(text, protected, RULES, (), options)
}
