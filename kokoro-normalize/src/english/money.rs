//! Amounts of money.

use crate::cursor::{Cursor, Match};
use crate::english::quantity::Quantity;
use crate::english::{context, measure::unit, numbers, sign};
use crate::{Dialect, reader::Reader, said::Said};

mod amount;
mod currency;

use amount::{Amount, amount, quantity, say_name};
use currency::SIGNS;

/// Times in which an amount is paid, behind a slash.
const TIMES: [(&str, &str); 20] = [
    ("mo", "month"),
    ("month", "month"),
    ("yr", "year"),
    ("y", "year"),
    ("year", "year"),
    ("wk", "week"),
    ("week", "week"),
    ("d", "day"),
    ("day", "day"),
    ("hr", "hour"),
    ("h", "hour"),
    ("hour", "hour"),
    ("min", "minute"),
    ("lb", "pound"),
    ("kg", "kilogram"),
    ("g", "gram"),
    ("oz", "ounce"),
    ("gal", "gallon"),
    ("ea", "each"),
    ("night", "night"),
];

/// An amount whose currency is written before or after it: $5.3 billion, US$20, 20 €, $5–10.
pub(crate) fn money(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let mut sign = sign::start(cursor, &mut reader)?;
    let pieces = pieces(&mut reader, cursor.dialect);
    let written = reader;
    let (first, second) = range(&mut reader, cursor.dialect)?;
    let singular = context::is_attribute(cursor, &reader, !first.quantity.scale.is_empty());
    if written.rest().starts_with("$-") {
        sign = "minus"; // $-5
    }
    let mut said = Said::words(sign).then(&pieces.unwrap_or_default());
    if first.loss {
        said.push("minus");
    }
    if let Some(second) = second {
        if first.named && second.named {
            first.say(&mut said, singular, cursor.dialect);
        } else {
            said.push(&first.quantity.words);
        }
        said.push("to");
        second.say(&mut said, singular, cursor.dialect);
    } else {
        first.say(&mut said, singular, cursor.dialect);
    }
    if let Some(words) = per(&mut reader) {
        for word in words {
            said.push(word);
        }
    } else if let Some(words) = unit::per(&mut reader) {
        said.push(&words);
    }
    Some(Match { len: reader.at, said })
}

/// A sign of a currency or of percent that stands alone: "the $ rose".
pub(crate) fn bare_sign(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    if reader.eat("%") {
        return Some(Match::words(reader.at, "percent"));
    }
    let (_, currency) = SIGNS.iter().find(|(sign, _)| reader.eat(sign))?;
    let mut said = Said::silent();
    say_name(currency.one, &mut said);
    Some(Match { len: reader.at, said })
}

/// Reads one amount or a range of two.
fn range<'a>(
    reader: &mut Reader<'a>,
    dialect: Dialect,
) -> Option<(Amount<'a>, Option<Amount<'a>>)> {
    let start = *reader;
    if let Some(first) = amount(reader, dialect) {
        let mut ahead = *reader;
        let apart = ahead.space();
        if !(ahead.dash() && (!apart || ahead.space())) {
            return Some((first, None));
        }
        let currency = first.currency;
        let second = amount(&mut ahead, dialect).or_else(|| {
            let quantity = Some(quantity(&mut ahead, dialect)?).filter(|_| ahead.ends())?;
            Some(Amount { quantity, currency, named: false, loss: false })
        });
        if second.is_some() {
            *reader = ahead;
        }
        return Some((first, second));
    }
    *reader = start;
    let low = Quantity::read(reader, dialect)?;
    let second = reader.dash().then(|| amount(reader, dialect)).flatten()?;
    let first = Amount { quantity: low, currency: second.currency, named: false, loss: false };
    Some((first, Some(second)))
}

/// Reads how many pieces have a price: "2/$5" is "two for five dollars".
fn pieces(reader: &mut Reader<'_>, dialect: Dialect) -> Option<String> {
    let mut ahead = *reader;
    let count = ahead.digits(1..=2)?;
    let slash = ahead.eat("/");
    let mut price = ahead;
    let priced = SIGNS.iter().any(|(sign, _)| price.eat(sign)) && price.at_digit();
    (slash && priced).then(|| {
        *reader = ahead;
        format!("{} for", numbers::cardinal(count, dialect))
    })
}

/// Reads "/mo" and the like.
fn per(reader: &mut Reader<'_>) -> Option<[&'static str; 2]> {
    let mut ahead = *reader;
    let written = ahead.eat("/").then(|| ahead.word())?;
    let (_, time) = TIMES.iter().find(|(short, _)| *short == written && ahead.ends())?;
    *reader = ahead;
    Some(if *time == "each" { ["each", ""] } else { ["per", time] })
}
