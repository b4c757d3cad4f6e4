//! The normalizer of Hindi: its rules, and the order in which they are tried.

use std::ops::Range;

use mapped_text::MappedText;

use crate::Options;
use crate::driver::{self, Normalized, Start, Tried};

pub mod numbers;

mod abbreviation;
mod address;
mod cardinal;
mod context;
mod date;
mod emoji;
mod fraction;
mod initials;
mod letters;
mod measure;
mod money;
mod number;
mod ordinal;
mod roman;
mod speaker;
mod symbols;
mod telephone;
mod time;
mod units;
mod web;

#[cfg(test)]
mod tests;

pub use speaker::say_as;

/// Where a number may begin, perhaps with a sign.
const NUMBER: Start = Start::DIGIT.or(Start::MARK);
/// Where a word may begin.
const WORD: Start = Start::WORD.or(Start::PLAIN);
/// Words and signs.
const SIGN: Start = Start::MARK.or(WORD);
/// Where an address may begin.
const NAME: Start = NUMBER.or(WORD);

/// The rules in the order in which they are tried.
const RULES: &[Tried<()>] = &[
    Tried(SIGN, emoji::emoji),
    Tried(NAME, web::address),
    Tried(Start::DIGIT, date::numeric),
    Tried(NUMBER, telephone::telephone),
    Tried(Start::DIGIT, ordinal::ordinal),
    Tried(Start::DIGIT, address::number),
    Tried(Start::DIGIT, time::time),
    Tried(Start::MARK.or(WORD), money::before),
    Tried(Start::DIGIT, money::after),
    Tried(Start::DIGIT, measure::feet),
    Tried(Start::DIGIT, measure::measure),
    Tried(Start::DIGIT, measure::dimensions),
    Tried(Start::DIGIT, fraction::stroke),
    Tried(NUMBER, fraction::sign),
    Tried(Start::DIGIT, cardinal::range),
    Tried(NUMBER, cardinal::cardinal),
    Tried(Start::DIGIT, cardinal::left_over),
    Tried(Start::DIGIT, symbols::raised),
    Tried(Start::WORD, abbreviation::abbreviation),
    Tried(Start::WORD, initials::initials),
    Tried(Start::WORD, roman::roman),
    Tried(SIGN, symbols::symbol),
    Tried(Start::MARK, symbols::stroke),
];

/// `text`, one paragraph of Hindi, as it is read. Ranges of it that are `protected`, in its order,
/// stay as they are.
///
/// # Panics
/// If a protected range is not within the text, divides a character or begins before the end of
/// the one before it.
pub fn hindi(text: &MappedText, protected: &[Range<usize>], options: &Options) -> Normalized {
    driver::run(text, protected, RULES, (), options)
}
