//! The normalizer of Mandarin: its rules, and the order in which they are tried.
//!
//! Plain numbers, dates, shares and temperatures are said as upstream's front end says them
//! ([`digits_in_words`]). The rules depart from it where a listener would be misled.

use std::ops::Range;

use mapped_text::MappedText;

use crate::Options;
use crate::driver::{self, Normalized, Start, Tried};

pub mod numbers;

mod amount;
mod date;
mod fraction;
mod math;
mod mixed;
mod money;
mod named;
mod plain;
mod quantity;
mod score;
mod speaker;
mod symbols;
mod telephone;
mod time;
mod units;
mod web;
mod width;

#[cfg(test)]
mod tests;

pub use plain::digits_in_words;
pub use speaker::say_as;
pub use width::half_width;

/// Where a number may begin, perhaps with a sign.
const NUMBER: Start = Start::DIGIT.or(Start::MARK);
/// All words.
const WORDS: Start = Start::WORD.or(Start::PLAIN);

/// The rules in the order in which they are tried.
const RULES: &[Tried<()>] = &[
    Tried(Start::MARK, symbols::emoji),
    Tried(WORDS.or(Start::DIGIT), web::address),
    Tried(Start::WORD, mixed::to),
    Tried(Start::WORD.or(Start::MARK), mixed::number_one),
    Tried(Start::WORD.or(Start::MARK), money::money),
    Tried(Start::WORD, named::standard),
    Tried(Start::MARK, named::model),
    Tried(Start::DIGIT, named::plate),
    Tried(Start::DIGIT, named::room),
    Tried(Start::DIGIT, date::season),
    Tried(Start::MARK, date::until),
    Tried(Start::DIGIT, date::numeric),
    Tried(Start::DIGIT, fraction::pressure),
    Tried(Start::DIGIT, mixed::day),
    Tried(Start::DIGIT, mixed::version),
    Tried(NUMBER, telephone::number),
    Tried(Start::DIGIT, time::time),
    Tried(Start::DIGIT, mixed::behind_letter),
    Tried(Start::DIGIT, mixed::generation),
    Tried(Start::DIGIT, date::year_of),
    Tried(Start::DIGIT, date::part),
    Tried(Start::DIGIT, date::christian),
    Tried(Start::DIGIT, score::hyphened),
    Tried(NUMBER, fraction::fraction),
    Tried(Start::DIGIT, fraction::mixed),
    Tried(Start::DIGIT, math::difference),
    Tried(NUMBER, score::ratio),
    Tried(NUMBER, quantity::quantity),
    Tried(NUMBER, math::power),
    Tried(Start::DIGIT, symbols::number),
    Tried(Start::MARK, mixed::hyphen),
    Tried(Start::MARK, mixed::language),
    Tried(Start::MARK, math::operator),
    Tried(WORDS.or(Start::MARK), math::sign),
    Tried(WORDS.or(Start::MARK), symbols::symbol),
    Tried(Start::MARK, symbols::per),
];

/// `text`, one paragraph, as it is read. Ranges of it that are `protected`, in its order, stay as
/// they are.
///
/// # Panics
/// If a protected range is not within the text, divides a character or begins before the end of
/// the one before it.
pub fn mandarin(text: &MappedText, protected: &[Range<usize>], options: &Options) -> Normalized {
    let (text, protected) = width::half_width_numbers(text, protected);
    driver::run(&text, &protected, RULES, (), options)
}
