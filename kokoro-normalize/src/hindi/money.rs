//! Amounts of money: "₹500", "$9.99", "₹5 करोड़".

use super::context::{begins, ends, word_after};
use super::number::{Number, number};
use super::numbers;
use crate::cursor::{Cursor, Match};

/// The signs of a currency, its name for one and for more, and that of a hundredth.
type Currency = (&'static [&'static str], &'static str, &'static str, &'static str);

/// What is written behind an amount of rupees: "500/-".
const STROKE: &str = "/-";

/// The currencies.
#[rustfmt::skip]
const CURRENCIES: &[Currency] = &[
    (&["₹", "₨", "Rs.", "Rs", "INR", "रु.", "रु॰", "रू.", "रु", "रू", STROKE],
     "रुपया", "रुपए", "पैसे"),
    (&["US$", "$", "USD"], "डॉलर", "डॉलर", "सेंट"),
    (&["£", "GBP"], "पाउंड", "पाउंड", "पेंस"),
    (&["€", "EUR"], "यूरो", "यूरो", "सेंट"),
    (&["¥", "JPY"], "येन", "येन", "सेन"),
    (&["₩"], "वॉन", "वॉन", "जिओन"),
    (&["₺"], "लीरा", "लीरा", "कुरस"),
    (&["৳"], "टका", "टका", "पैसे"),
    (&["₦"], "नाइरा", "नाइरा", "कोबो"),
    (&["₽"], "रूबल", "रूबल", "कोपेक"),
];

/// Words of scale that stand between a number and the name of its currency.
const SCALES: &[&str] =
    &["हज़ार", "हजार", "लाख", "करोड़", "अरब", "खरब", "मिलियन", "बिलियन", "ट्रिलियन"];

/// A currency's sign before a number.
pub(super) fn before(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    let (sign, currency) = sign(rest).filter(|(sign, _)| *sign != STROKE)?;
    if sign.starts_with(char::is_alphabetic) && !begins(cursor) {
        return None;
    }
    let behind = rest[sign.len()..].trim_start_matches([' ', '\u{a0}']);
    let first = number(behind)?;
    let len = rest.len() - behind.len() + first.len;
    // "₹100-200"
    let second = rest[len..].strip_prefix(['-', '–']).and_then(number);
    let (len, said) = match second.filter(|second| !second.whole.starts_with('0')) {
        Some(second) => {
            let dash = rest[len..].chars().next().map_or(0, char::len_utf8);
            let (len, said) = amount(cursor, len + dash + second.len, &second, currency);
            (len, format!("{} से {said}", first.words()))
        }
        None => amount(cursor, len, &first, currency),
    };
    let stroke = if rest[len..].starts_with(STROKE) { STROKE.len() } else { 0 };
    Some(Match::words(len + stroke, &said))
}

/// A currency's sign behind a number.
pub(super) fn after(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    let number = number(rest).filter(|_| begins(cursor))?;
    let behind = rest[number.len..].trim_start_matches([' ', '\u{a0}']);
    let (sign, currency) = sign(behind)?;
    let len = rest.len() - behind.len() + sign.len();
    let word = sign == STROKE || sign.ends_with(char::is_alphabetic);
    if word && !ends(&rest[len..]) {
        return None;
    }
    let (len, said) = amount(cursor, len, &number, currency);
    Some(Match::words(len, &said))
}

/// The currency whose sign `text` begins with.
fn sign(text: &str) -> Option<(&'static str, &'static Currency)> {
    let of = |currency: &'static Currency| {
        let sign = currency.0.iter().find(|sign| text.starts_with(**sign))?;
        Some((*sign, currency))
    };
    CURRENCIES.iter().find_map(of)
}

/// The amount in words, with a word of scale that follows `len` bytes, and how long all of it is.
fn amount(
    cursor: &Cursor<'_, ()>,
    len: usize,
    number: &Number,
    currency: &Currency,
) -> (usize, String) {
    let (_, one, more, part) = *currency;
    let scale = word_after(cursor, len);
    if SCALES.contains(&scale) {
        let end = len + cursor.rest()[len..].find(scale).unwrap_or(0) + scale.len();
        let words = number.words_with_halves();
        return (end, format!("{words} {scale} {more}"));
    }
    let whole = numbers::cardinal(&number.whole);
    let name = if number.whole == "1" { one } else { more };
    let said = match number.decimals.as_deref() {
        None | Some("00") => format!("{whole} {name}"),
        Some(decimals) if decimals.len() == 2 => {
            let parts = numbers::cardinal(decimals.trim_start_matches('0'));
            match number.whole.as_str() {
                "0" => format!("{parts} {part}"),
                _ => format!("{whole} {name} {parts} {part}"),
            }
        }
        Some(_) => format!("{} {more}", number.words()),
    };
    (len, said)
}
