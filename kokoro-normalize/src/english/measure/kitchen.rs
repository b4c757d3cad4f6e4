//! Measures of recipes in one letter or with other senses, and degrees without their sign.

use crate::cursor::{Cursor, Match};
use crate::english::{context, neighbours, quantity::Quantity};
use crate::reader::Reader;

/// Letters with a full stop behind a number and before what is measured: "1 c. flour", "2 T. oil".
const SHORT: [(&str, &str, &str); 5] = [
    ("C", "cup", "cups"),
    ("T", "tablespoon", "tablespoons"),
    ("c", "cup", "cups"),
    ("pt", "pint", "pints"),
    ("t", "teaspoon", "teaspoons"),
];

/// Words before or behind a number that is a temperature.
const WARM: [&str; 24] = [
    "about", "above", "around", "at", "below", "degrees", "fan", "for", "gas", "heat", "hits",
    "hit", "inside", "is", "of", "or", "oven", "outside", "over", "reach", "reaches", "to",
    "under", "was",
];

/// A cup, spoon or pint of something.
pub(crate) fn spoon(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let quantity = Quantity::read(&mut reader, cursor.dialect)?;
    reader.space().then_some(())?;
    let letters = reader.word();
    let (_, one, many) = SHORT.iter().find(|(short, ..)| *short == letters)?;
    reader.eat(".").then_some(())?;
    let mut after = reader;
    let food = after.space() && after.peek().is_some_and(char::is_lowercase);
    let word = after.word();
    let small = quantity.number.is_none_or(|number| number.value().is_some_and(|n| n < 25));
    let fits = food && small && context::is_noun(word) && !matches!(word, "font" | "type");
    fits.then(|| {
        let name = if quantity.one { one } else { many };
        Match::words(reader.at, &format!("{} {name}", quantity.words))
    })
}

/// A temperature without the sign of degrees: "bake at 350F", "180C fan", "375 F for an hour".
pub(crate) fn heat(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut quantity = Quantity::read(&mut reader, cursor.dialect)?;
    let mut second = reader;
    if second.dash() && second.at_digit() {
        let high = Quantity::read(&mut second, cursor.dialect)?;
        quantity.words = format!("{} to {}", quantity.words, high.words);
        quantity.number = high.number;
        reader = second;
    }
    let value = quantity.number?.value().filter(|value| (10..1000).contains(value))?;
    let apart = reader.space();
    let scale = match reader.word() {
        "F" => "Fahrenheit",
        "C" => "Celsius",
        _ => return None,
    };
    let behind = cursor.next_word(reader.at);
    let known = |word: &str| WARM.contains(&word.to_ascii_lowercase().as_str());
    let oven = matches!(behind, "fan" | "oven" | "heat" | "or" | "for" | "outside" | "inside");
    let slash = reader.rest().starts_with(['/', '(']) || reader.rest().starts_with(" (");
    let near = known(cursor.previous_word()) || oven || slash;
    let sure = near || !apart && value > if scale == "Celsius" { 99 } else { 40 };
    sure.then(|| Match::words(reader.at, &format!("{} degrees {scale}", quantity.words)))
}

/// The scale behind the word "degrees": "10 degrees C".
pub(crate) fn scale(cursor: &Cursor<'_>) -> Option<Match> {
    let name = match neighbours::leading_letters(cursor.rest()) {
        "C" => "Celsius",
        "F" => "Fahrenheit",
        _ => return None,
    };
    matches!(cursor.previous_word(), "degrees" | "degree").then(|| Match::words(1, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn spoons() {
        assert_eq!(
            said(spoon, "1 c. flour, 2 T. oil, 1/2 t. salt, 1 pt. cream, 18 pt. font"),
            "one cup flour, two tablespoons oil, one half teaspoon salt, one pint cream, \
             18 pt. font",
        );
    }

    #[test]
    fn degrees() {
        for (text, expected) in [
            ("at 375 F for", "at three hundred seventy five degrees Fahrenheit for"),
            ("180C fan", "one hundred eighty degrees Celsius fan"),
            ("seat 25C, a 34C bra, 2F", "seat 25C, a 34C bra, 2F"),
        ] {
            assert_eq!(said(heat, text), expected);
        }
    }
}
