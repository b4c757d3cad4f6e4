//! Counts that only French writes so: 2nde, 3x plus, 2 CàS.

use crate::cursor::Match;
use crate::driver::{Start, Tried};
use crate::european::context;
use crate::european::form::Form;
use crate::european::grammar::{Found, Grammar, Noun, Place, feminine};
use crate::european::quantity::Quantity;
use crate::french::numbers::cardinal;
use crate::reader::Reader;

/// The rules, which come before the shared ones.
pub(crate) const RULES: &[Tried<&'static Grammar>] =
    &[Tried(Start::DIGIT, second), Tried(Start::DIGIT, times), Tried(Start::DIGIT, spoons)];

/// The feminine of "second": la 2nde.
fn second(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    if !context::may_begin(place) || !reader.eat("2nde") {
        return None;
    }
    let words = if reader.eat("s") { "secondes" } else { "seconde" };
    reader.ends().then(|| Match::words(reader.at, words))
}

/// How many times: payer en 3x, 10x plus.
fn times(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    if !context::may_begin(place) {
        return None;
    }
    let count = reader.digits(1..=3)?;
    let known = !count.starts_with('0') && reader.eat("x") && reader.ends();
    let mut ahead = reader;
    ahead.space();
    let words = format!("{} fois", cardinal(count, Form::Feminine));
    (known && !ahead.at_digit()).then(|| Match::words(reader.at, &words))
}

/// How recipes write spoons, the longer before what begins it.
const SPOONS: &[(&str, Noun)] = &[
    ("c. à s.", SOUP),
    ("c. à soupe", SOUP),
    ("c.à.s.", SOUP),
    ("c.à.s", SOUP),
    ("c à s", SOUP),
    ("CàS", SOUP),
    ("càs", SOUP),
    ("cuil. à soupe", SOUP),
    ("c. à c.", COFFEE),
    ("c. à café", COFFEE),
    ("c.à.c.", COFFEE),
    ("c.à.c", COFFEE),
    ("c à c", COFFEE),
    ("CàC", COFFEE),
    ("càc", COFFEE),
    ("cuil. à café", COFFEE),
];
const SOUP: Noun = feminine("cuillère à soupe", "cuillères à soupe");
const COFFEE: Noun = feminine("cuillère à café", "cuillères à café");

/// So many spoons: 2 c. à s. de sucre.
fn spoons(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    if !context::may_begin(place) {
        return None;
    }
    let quantity = Quantity::read(&mut reader, place.dialect)?;
    reader.space();
    let (_, noun) = SPOONS.iter().find(|(written, _)| reader.eat(written))?;
    let words = quantity.of(noun, place.dialect)?;
    reader.ends().then(|| Match::words(reader.at, &words))
}
