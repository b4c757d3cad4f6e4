//! One amount with its currency: $5.3 billion, 20 €, $(5).

use super::currency::{CODES, Currency, SIGNS};
use crate::english::numbers;
use crate::english::quantity::{Number, Quantity};
use crate::{Dialect, reader::Reader, said::Said};

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

/// An amount in one currency.
#[derive(Debug)]
pub(super) struct Amount<'a> {
    pub(super) quantity: Quantity<'a>,
    pub(super) currency: Currency,
    /// Whether the currency is written with it, and not only with the other end of a range.
    pub(super) named: bool,
    /// Whether it is in brackets behind the sign, as losses are: $(5).
    pub(super) loss: bool,
}

/// Reads a number with its currency.
pub(super) fn amount<'a>(reader: &mut Reader<'a>, dialect: Dialect) -> Option<Amount<'a>> {
    let mut ahead = *reader;
    let found = if let Some(loss) = loss(&mut ahead, dialect) {
        Some(loss)
    } else if let Some(currency) = sign_or_code(&mut ahead) {
        let quantity = quantity(&mut ahead, dialect)?;
        let mut penny = ahead;
        if currency.cents == "pence" && penny.eat("p") && penny.ends() {
            ahead = penny; // £1.99p
        }
        let mut code = ahead;
        if code.space() && code.eat("USD") && code.ends() {
            ahead = code; // $20 USD
        }
        Some(Amount { quantity, currency, named: true, loss: false })
    } else {
        let quantity = comma_quantity(&mut ahead).or_else(|| quantity(&mut ahead, dialect))?;
        ahead.space();
        let currency = minor(&mut ahead, dialect).or_else(|| {
            let behind = sign_or_code(&mut ahead)?;
            (ahead.ends() && !ahead.at_digit()).then_some(behind)
        })?;
        Some(Amount { quantity, currency, named: true, loss: false })
    };
    *reader = ahead;
    found
}

/// Reads an amount that is in brackets behind its sign: "$(5) million".
fn loss<'a>(reader: &mut Reader<'a>, dialect: Dialect) -> Option<Amount<'a>> {
    let mut ahead = *reader;
    let (_, currency) = SIGNS.iter().find(|(sign, _)| ahead.eat(sign))?;
    ahead.eat("(").then_some(())?;
    let mut quantity = quantity(&mut ahead, dialect)?;
    ahead.eat(")").then_some(())?;
    if quantity.scale.is_empty() {
        quantity.read_scale(&mut ahead);
        scale(&mut quantity, &mut ahead);
    }
    *reader = ahead;
    Some(Amount { quantity, currency: *currency, named: true, loss: true })
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
pub(super) fn quantity<'a>(reader: &mut Reader<'a>, dialect: Dialect) -> Option<Quantity<'a>> {
    let mut quantity = Quantity::read(reader, dialect)?;
    scale(&mut quantity, reader);
    Some(quantity)
}

/// Reads a word or letters as "bn" behind a number.
fn scale(quantity: &mut Quantity<'_>, reader: &mut Reader<'_>) {
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
}

/// Reads a number with a comma before two decimals, as some write it before €.
fn comma_quantity<'a>(reader: &mut Reader<'a>) -> Option<Quantity<'a>> {
    let mut ahead = *reader;
    let start = ahead;
    ahead.digits(1..=6)?;
    while ahead.peek() == Some('.') {
        ahead.eat(".");
        ahead.digits(3..=3)?; // 1.299,00 €
    }
    let whole = &start.rest()[..ahead.at - start.at];
    let decimals = ahead.eat(",").then(|| ahead.digits(2..=2)).flatten()?;
    *reader = ahead;
    let number = Number { whole, decimals: Some(decimals) };
    Some(Quantity { words: String::new(), number: Some(number), scale: "", one: false })
}

impl Amount<'_> {
    /// "twenty dollars and fifty cents", "five point three billion dollars".
    pub(super) fn say(&self, said: &mut Said, singular: bool, dialect: Dialect) {
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
pub(super) fn say_name(name: &str, said: &mut Said) {
    for word in name.split(' ') {
        if word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            said.push_letters(word);
        } else {
            said.push(word);
        }
    }
}
