//! The normalizer of English: its rules, and the order in which they are tried.

use std::ops::Range;

use mapped_text::MappedText;

use crate::driver::{self, Normalized, Start, Tried};
use crate::{Dialect, Options};

pub mod numbers;

mod abbreviations;
mod calendar_names;
mod cardinal;
mod code;
mod context;
mod date;
mod decade;
mod digits;
mod directions;
mod dotted;
mod emoji;
mod emoticons;
mod era;
mod footnotes;
mod formulas;
mod fraction;
mod initials;
mod label;
mod latex;
mod letter_runs;
mod marks;
mod math;
mod measure;
mod mixed;
mod money;
mod neighbours;
mod ordinal;
mod paths;
mod place;
mod programs;
mod quantity;
mod quarter;
mod range;
mod ratio;
mod roman;
mod scaled;
mod scripture;
mod shortcuts;
mod sign;
mod slashes;
mod social;
mod speaker;
mod spell;
mod states;
mod symbols;
mod telephone;
mod time;
mod version;
mod web;
mod year;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use speaker::say_as;

/// Where a number may begin, perhaps with a sign.
const NUMBER: Start = Start::DIGIT.or(Start::MARK);

/// All words, also those of nothing but small letters.
const WORDS: Start = Start::WORD.or(Start::PLAIN);
/// Words and signs.
const SIGN: Start = Start::WORD.or(Start::MARK);
/// What addresses and paths begin with.
const NAME: Start = SIGN.or(Start::DIGIT);

/// The rules in the order in which they are tried.
const RULES: &[Tried] = &[
    Tried(NAME, emoji::emoji),
    Tried(NAME, emoticons::emoticon),
    Tried(Start::MARK, latex::latex),
    Tried(Start::MARK, footnotes::footnote),
    Tried(SIGN, programs::named),
    Tried(Start::WORD, formulas::functions::function),
    Tried(Start::WORD, formulas::chemistry::compound),
    Tried(Start::DIGIT, formulas::chemistry::isotope),
    Tried(WORDS, letter_runs::run),
    Tried(Start::WORD, roman::world_war),
    Tried(NAME, web::address),
    Tried(NAME, paths::path),
    Tried(Start::MARK, social::handle),
    Tried(Start::MARK, social::hashtag),
    Tried(Start::WORD, shortcuts::shortcut),
    Tried(Start::DIGIT, date::numeric::numeric),
    Tried(NUMBER, telephone::telephone),
    Tried(Start::DIGIT.or(Start::WORD), version::version),
    Tried(Start::WORD, date::month_first),
    Tried(Start::DIGIT, date::day_first),
    Tried(Start::WORD, date::span::names),
    Tried(Start::WORD, date::span::short_weekday),
    Tried(Start::MARK, date::span::dash),
    Tried(Start::DIGIT, scripture::verse),
    Tried(Start::DIGIT, scripture::numbered_book),
    Tried(Start::WORD, scripture::book),
    Tried(Start::DIGIT, time::hours::military),
    Tried(Start::DIGIT, time::time),
    Tried(Start::WORD, time::zone::zone_with_offset),
    Tried(Start::DIGIT, time::hours::with_h),
    Tried(Start::DIGIT, place::house),
    Tried(Start::DIGIT, place::named),
    Tried(NUMBER.or(Start::WORD), money::money),
    Tried(Start::DIGIT.or(Start::WORD), era::era),
    Tried(Start::DIGIT, scaled::many),
    Tried(Start::DIGIT, mixed::fans),
    Tried(NUMBER, decade::decade),
    Tried(Start::DIGIT, decade::plural),
    Tried(Start::DIGIT, ordinal::ordinal),
    Tried(NUMBER, measure::primes::angle),
    Tried(NUMBER, measure::primes::feet_and_inches),
    Tried(NUMBER, math::scientific),
    Tried(Start::DIGIT, mixed::plan),
    Tried(Start::DIGIT, mixed::lettered),
    Tried(NUMBER, scaled::scaled),
    Tried(Start::DIGIT, measure::kitchen::spoon),
    Tried(Start::DIGIT, measure::kitchen::heat),
    Tried(NUMBER, measure::measure),
    Tried(NUMBER, math::dimensions),
    Tried(NUMBER, math::sum),
    Tried(NUMBER, math::power),
    Tried(Start::DIGIT, ratio::ratio),
    Tried(Start::DIGIT, code::chain),
    Tried(Start::MARK, code::cartridge),
    Tried(NUMBER, range::range),
    Tried(NUMBER, fraction::fraction),
    Tried(Start::DIGIT, code::code),
    Tried(Start::DIGIT, version::release),
    Tried(Start::DIGIT, year::year),
    Tried(Start::MARK, year::short_year),
    Tried(Start::DIGIT.or(Start::WORD), quarter::quarter),
    Tried(Start::WORD, label::label),
    Tried(Start::MARK.or(Start::WORD), label::number_sign),
    Tried(Start::DIGIT.or(Start::WORD), mixed::mixed),
    Tried(NUMBER, cardinal::number),
    Tried(Start::DIGIT, cardinal::digits),
    Tried(Start::DIGIT, digits::other),
    Tried(Start::MARK, money::bare_sign),
    Tried(WORDS, formulas::functions::product),
    Tried(Start::MARK, formulas::functions::negative),
    Tried(Start::WORD, formulas::powers::formula),
    Tried(NAME, formulas::powers::small),
    Tried(Start::WORD, slashes::short_form),
    Tried(Start::WORD, marks::ampersand),
    Tried(Start::WORD, directions::direction),
    Tried(WORDS, measure::unit::behind_per),
    Tried(Start::WORD, measure::kitchen::scale),
    Tried(Start::WORD, dotted::dotted),
    Tried(Start::WORD, states::state),
    Tried(Start::WORD, calendar_names::calendar_name),
    Tried(WORDS, roman::roman),
    Tried(WORDS, abbreviations::abbreviation),
    Tried(Start::WORD, initials::initial),
    Tried(SIGN, programs::identifier),
    Tried(Start::WORD, programs::dotted_name),
    Tried(Start::WORD, formulas::greek),
    Tried(Start::MARK, formulas::about),
    Tried(SIGN, formulas::operator),
    Tried(Start::MARK, marks::arrow),
    Tried(SIGN, symbols::symbol),
    Tried(Start::MARK, slashes::slash),
    Tried(Start::MARK, marks::and),
    Tried(Start::MARK, marks::stray),
];

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
