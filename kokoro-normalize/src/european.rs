//! What Spanish, French, Italian and Portuguese write alike, recognised once. A language supplies
//! a [`grammar::Grammar`]: tables of words and a few functions.

// Some rules are for one or two of these languages only.
#![cfg_attr(not(all(feature = "portuguese", feature = "spanish")), allow(dead_code))]

use std::ops::Range;

use mapped_text::MappedText;

use crate::Options;
use crate::driver::{self, Normalized, Start, Tried};
use grammar::Grammar;

pub(crate) mod code;
pub(crate) mod context;
pub(crate) mod form;
pub(crate) mod grammar;
pub(crate) mod moment;
pub(crate) mod nouns;
pub(crate) mod number;
pub(crate) mod quantity;
pub(crate) mod speaker;
pub(crate) mod time;

mod abbreviation;
mod cardinal;
mod date;
mod math;
mod measure;
mod money;
mod numeral;
mod ordinal;
mod range;
mod roman;
mod sentence;
mod spoken;
mod symbols;
mod telephone;
mod unit;
mod version;
mod web;

/// Where a number may begin, perhaps with a sign.
const NUMBER: Start = Start::DIGIT.or(Start::MARK);
/// Where an address may begin.
const NAME: Start = Start::DIGIT.or(Start::WORD).or(Start::PLAIN);

/// The shared rules in the order in which they are tried.
const RULES: &[Tried<&'static Grammar>] = &[
    Tried(NUMBER, symbols::footnote),
    Tried(NAME, web::address),
    Tried(Start::MARK, web::handle),
    Tried(Start::MARK, web::hashtag),
    Tried(Start::DIGIT, date::numeric),
    Tried(Start::DIGIT, date::roman),
    Tried(Start::DIGIT, date::day_first),
    Tried(Start::WORD, date::month_first),
    Tried(Start::WORD.or(Start::PLAIN), date::weekday),
    Tried(Start::DIGIT, version::version),
    Tried(NUMBER, telephone::telephone),
    Tried(Start::DIGIT, time::time),
    Tried(NUMBER.or(Start::WORD), money::money),
    Tried(NUMBER, measure::measure),
    Tried(NUMBER, measure::angle),
    Tried(Start::DIGIT, ordinal::ordinal),
    Tried(NUMBER, cardinal::fraction),
    Tried(Start::DIGIT, range::range),
    Tried(Start::MARK, cardinal::decade),
    Tried(Start::DIGIT, math::power),
    Tried(Start::MARK, math::operator),
    Tried(NUMBER, cardinal::number),
    Tried(Start::DIGIT, symbols::symbol),
    Tried(Start::DIGIT, cardinal::other),
    Tried(Start::WORD, abbreviation::abbreviation),
    Tried(Start::PLAIN, abbreviation::plain),
    Tried(Start::WORD, abbreviation::dotted),
    Tried(Start::WORD, symbols::kilometre),
    Tried(Start::WORD.or(Start::PLAIN), roman::roman),
    Tried(Start::MARK, symbols::number_sign),
    Tried(Start::MARK, symbols::joint),
    Tried(Start::MARK, symbols::point),
    Tried(Start::MARK, symbols::picture),
    Tried(Start::MARK, symbols::slash),
    Tried(Start::MARK, symbols::per),
    Tried(Start::MARK, symbols::symbol),
];

/// Reads `text` by the rules of a language and by the shared ones.
pub(crate) fn run(
    text: &MappedText,
    protected: &[Range<usize>],
    grammar: &'static Grammar,
    options: &Options,
) -> Normalized {
    let rules = [grammar.rules, RULES].concat();
    driver::run_with(text, protected, &rules, grammar, options, sentence::with_capital)
}
