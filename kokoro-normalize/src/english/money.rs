//! Amounts of money.

use crate::cursor::{Cursor, Match};
use crate::english::quantity::{Number, Quantity};
use crate::english::{context, measure::unit, numbers, sign};
use crate::{Dialect, reader::Reader, said::Said};

mod currency;

use currency::{CODES, Currency, SIGNS};

/// Letters right behind an amount, and what they stand for.
const SCALES: [(&str, &str); 13] = [
    ("thousand", "thousand"),
    ("mm", "million"),
    ("mn", "million"),
    ("mio", "million"),
    ("mil", "million"),
    ("bn", "billion"),
    ("bln", "billion"),
    ("tn", "trillion"),
    ("trn", "trillion"),
    ("k", "thousand"),
    ("m", "million"),
    ("b", "billion"),
    ("t", "trillion"),
];

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
    let written = reader;
    let (first, second) = range(&mut reader, cursor.dialect)?;
    let singular = context::is_attribute(cursor, &reader, !first.quantity.scale.is_empty());
    if written.rest().starts_with("$-") {
        sign = "minus"; // $-5
    }
    let mut said = Said::words(sign);
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

/// An amount in one currency.
#[derive(Debug)]
struct Amount<'a> {
    quantity: Quantity<'a>,
    currency: Currency,
    /// Whether the currency is written with it, and not only with the other end of a range.
    named: bool,
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
            Some(Amount { quantity, currency, named: false })
        });
        if second.is_some() {
            *reader = ahead;
        }
        return Some((first, second));
    }
    *reader = start;
    let low = Quantity::read(reader, dialect)?;
    let second = reader.dash().then(|| amount(reader, dialect)).flatten()?;
    let first = Amount { quantity: low, currency: second.currency, named: false };
    Some((first, Some(second)))
}

/// Reads a number with its currency.
fn amount<'a>(reader: &mut Reader<'a>, dialect: Dialect) -> Option<Amount<'a>> {
    let mut ahead = *reader;
    let found = if let Some(currency) = sign_or_code(&mut ahead) {
        let quantity = quantity(&mut ahead, dialect)?;
        let mut code = ahead;
        if code.space() && code.eat("USD") && code.ends() {
            ahead = code; // $20 USD
        }
        Some(Amount { quantity, currency, named: true })
    } else {
        let quantity = comma_quantity(&mut ahead).or_else(|| quantity(&mut ahead, dialect))?;
        ahead.space();
        let currency = minor(&mut ahead, dialect).or_else(|| {
            let behind = sign_or_code(&mut ahead)?;
            (ahead.ends() && !ahead.at_digit()).then_some(behind)
        })?;
        Some(Amount { quantity, currency, named: true })
    };
    *reader = ahead;
    found
}

/// Reads a sign or a code and the space behind it.
fn sign_or_code(reader: &mut Reader<'_>) -> Option<Currency> {
    let mut ahead = *reader;
    if ahead.eat("US $") {
        reader.at = ahead.at;
        return SIGNS.first().map(|(_, currency)| *currency);
    }
    if let Some((sign, currency)) = SIGNS.iter().find(|(sign, _)| ahead.eat(sign)) {
        if *sign == "$" {
            ahead.eat("-"); // $-5
        }
        *reader = ahead;
        let mut space = ahead;
        if space.space() && space.at_digit() {
            *reader = space;
        }
        return Some(*currency);
    }
    let (code, currency) = CODES.iter().find(|(code, _)| ahead.eat(code))?;
    if code.len() == 2 {
        ahead.eat("."); // Rs. 500
    }
    if !(ahead.ends() || ahead.at_digit()) {
        return None;
    }
    *reader = ahead;
    let mut space = ahead;
    if space.space() && space.at_digit() {
        *reader = space;
    }
    Some(*currency)
}

/// Reads ¢, and p in Britain, behind a number.
fn minor(reader: &mut Reader<'_>, dialect: Dialect) -> Option<Currency> {
    let mut ahead = *reader;
    let found = if ahead.eat("¢") {
        Currency { one: "cent", many: "cents", cent: "", cents: "" }
    } else if dialect == Dialect::British && ahead.eat("p") && ahead.ends() {
        Currency { one: "penny", many: "pence", cent: "", cents: "" }
    } else {
        return None;
    };
    *reader = ahead;
    Some(found)
}

/// Reads a number with a word or letters as "bn" behind it.
fn quantity<'a>(reader: &mut Reader<'a>, dialect: Dialect) -> Option<Quantity<'a>> {
    let mut quantity = Quantity::read(reader, dialect)?;
    let mut ahead = *reader;
    ahead.space();
    let letters = ahead.word();
    let known = SCALES.iter().find(|(scale, _)| scale.eq_ignore_ascii_case(letters));
    if let Some((_, scale)) = known.filter(|_| quantity.scale.is_empty() && ahead.ends()) {
        let alone = letters.len() == 1 && letters != "b" && ahead.at != reader.at + 1;
        if !alone {
            *reader = ahead;
            quantity.scale(scale);
        }
    }
    Some(quantity)
}

/// Reads a number with a comma before two decimals, as some write it before €.
fn comma_quantity<'a>(reader: &mut Reader<'a>) -> Option<Quantity<'a>> {
    let mut ahead = *reader;
    let whole = ahead.digits(1..=6)?;
    let decimals = ahead.eat(",").then(|| ahead.digits(2..=2)).flatten()?;
    *reader = ahead;
    let number = Number { whole, decimals: Some(decimals) };
    Some(Quantity { words: String::new(), number: Some(number), scale: "", one: false })
}

/// Reads "/mo" and the like.
fn per(reader: &mut Reader<'_>) -> Option<[&'static str; 2]> {
    let mut ahead = *reader;
    let written = ahead.eat("/").then(|| ahead.word())?;
    let (_, time) = TIMES.iter().find(|(short, _)| *short == written && ahead.ends())?;
    *reader = ahead;
    Some(if *time == "each" { ["each", ""] } else { ["per", time] })
}

impl Amount<'_> {
    /// "twenty dollars and fifty cents", "five point three billion dollars".
    fn say(&self, said: &mut Said, singular: bool, dialect: Dialect) {
        let Currency { one, many, cent, cents } = self.currency;
        let name = |is_one| if is_one || singular { one } else { many };
        let number = self.quantity.number.filter(|_| self.quantity.scale.is_empty());
        let Some((number, decimals)) = number.and_then(|n| Some((n, n.decimals?))) else {
            said.push(&self.quantity.words);
            return say_name(name(self.quantity.one), said);
        };
        let trimmed = decimals.trim_end_matches('0');
        if trimmed.len() > 2 || cent.is_empty() && !trimmed.is_empty() {
            said.push(&numbers::decimal(number.whole, trimmed, dialect));
            return say_name(many, said);
        }
        let has_whole = number.whole.bytes().any(|digit| digit.is_ascii_digit() && digit != b'0');
        if has_whole || trimmed.is_empty() {
            said.push(&numbers::cardinal(number.whole, dialect));
            say_name(name(number.whole == "1"), said);
        }
        if !trimmed.is_empty() {
            let hundredths = format!("{trimmed:0<2}");
            said.push(if has_whole { "and" } else { "" });
            said.push(&numbers::cardinal(&hundredths, dialect));
            said.push(if hundredths == "01" || singular && !has_whole { cent } else { cents });
        }
    }
}

/// A name, whose words in capitals are read as letters.
fn say_name(name: &str, said: &mut Said) {
    for word in name.split(' ') {
        if word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            said.push_letters(word);
        } else {
            said.push(word);
        }
    }
}
