//! The normalizer of Italian: what the language supplies to the shared rules.

use std::ops::Range;

use mapped_text::MappedText;

use crate::driver::{Start, Tried};
use crate::european::grammar::Grammar;
use crate::{Normalized, Options, european};

pub mod numbers;

mod abbreviations;
mod accents;
mod agreement;
mod calendar;
mod currencies;
mod fraction;
mod roman;
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
    decimals: 2,
    comma: "virgola",
    point: "punto",
    minus: "meno",
    plus: "più",
    to: "a",
    slash: "su",
    number: "numero",
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
    rules: &[Tried(Start::WORD.or(Start::PLAIN), accents::accent)],
};

/// `text`, one paragraph of Italian, as it is read. Ranges of it that are `protected`, in its
/// order, stay as they are.
///
/// # Panics
/// If a protected range is not within the text, divides a character or begins before the end of
/// the one before it.
pub fn italian(text: &MappedText, protected: &[Range<usize>], options: &Options) -> Normalized {
    european::run(text, protected, &GRAMMAR, options)
}
