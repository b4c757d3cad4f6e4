//! The normalizer of Brazilian Portuguese: what the language supplies to the shared rules.

use std::ops::Range;

use mapped_text::MappedText;

use crate::driver::{Start, Tried};
use crate::european::grammar::Grammar;
use crate::{Normalized, Options, european};

pub mod numbers;

mod abbreviations;
mod agreement;
mod calendar;
mod currencies;
mod documents;
mod fraction;
mod roman;
mod score;
mod signs;
mod speaker;
mod telephone;
mod time;
mod units;

#[cfg(test)]
mod tests;

pub use speaker::say_as;

static GRAMMAR: Grammar = Grammar {
    cardinal: numbers::cardinal,
    ordinal: numbers::ordinal,
    agree: agreement::form,
    singular: agreement::singular,
    decimals: 1,
    comma: "vírgula",
    point: "ponto",
    minus: "menos",
    plus: "mais",
    to: "a",
    slash: "barra",
    number: "número",
    fraction: fraction::fraction,
    date: calendar::date,
    time: time::time,
    telephone: telephone::telephone,
    roman: roman::roman,
    of: agreement::of,
    scales: agreement::SCALES,
    ordinal_endings: agreement::ORDINALS,
    numeral_endings: agreement::NUMERAL_ENDINGS,
    calendar: calendar::CALENDAR,
    clock: time::CLOCK,
    money: currencies::MONEY,
    measures: units::MEASURES,
    abbreviations: abbreviations::ABBREVIATIONS,
    address_signs: signs::IN_ADDRESSES,
    symbols: signs::SYMBOLS,
    operators: signs::OPERATORS,
    rules: RULES,
};

/// The rules that no other language has.
const RULES: &[Tried<&'static Grammar>] = &[
    Tried(Start::DIGIT, documents::document),
    Tried(Start::DIGIT, documents::coded),
    Tried(Start::DIGIT, calendar::numbered_weekday),
    Tried(Start::DIGIT, time::with_part_of_day),
    Tried(Start::DIGIT, score::score),
    Tried(Start::WORD, abbreviations::lady),
];

/// `text`, one paragraph of Portuguese, as it is read. Ranges of it that are `protected`, in its
/// order, stay as they are.
///
/// # Panics
/// If a protected range is not within the text, divides a character or begins before the end of
/// the one before it.
pub fn portuguese(text: &MappedText, protected: &[Range<usize>], options: &Options) -> Normalized {
    european::run(text, protected, &GRAMMAR, options)
}
