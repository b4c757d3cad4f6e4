//! Amounts of money with a sign or a code before them.

use crate::cursor::{Cursor, Match};
use crate::mandarin::amount::Number;
use crate::mandarin::numbers::{cardinal, decimal};
use crate::reader::Reader;

/// Signs and codes before an amount, the longer before the shorter, and the currency.
#[rustfmt::skip]
const CURRENCIES: &[(&str, &str)] = &[
    ("US$", "美元"), ("HK$", "港元"), ("NT$", "新台币"), ("A$", "澳元"), ("C$", "加元"),
    ("S$", "新加坡元"), ("$", "美元"), ("￥", "元"), ("¥", "元"), ("€", "欧元"), ("£", "英镑"),
    ("￡", "英镑"), ("₩", "韩元"), ("₽", "卢布"), ("₹", "卢比"), ("฿", "泰铢"), ("₫", "越南盾"),
    ("CNY", "元"), ("RMB", "元"), ("USD", "美元"), ("HKD", "港元"), ("EUR", "欧元"),
    ("GBP", "英镑"), ("JPY", "日元"), ("KRW", "韩元"), ("AUD", "澳元"), ("CAD", "加元"),
];

/// Names of currencies behind an amount: they are not said twice.
const NAMES: &[&str] = &["元", "块", "美元", "美金", "欧元", "英镑", "韩元", "港元", "日元"];

/// $5, ￥1.25, €1.5万, HKD 13.5, $5-10.
pub(super) fn money(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let (sign, currency) = CURRENCIES.iter().find(|(sign, _)| cursor.rest().starts_with(sign))?;
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    reader.eat(sign);
    reader.space();
    let minus = if reader.eat("-") { "负" } else { "" };
    let mut said = format!("{minus}{}", amount(&mut reader, true)?);
    let mut ahead = reader;
    if ahead.eat_one(&['-', '–', '~', '～']).is_some() {
        ahead.eat(sign);
        if let Some(second) = amount(&mut ahead, true) {
            said = format!("{said}到{second}");
            reader = ahead;
        }
    }
    if !NAMES.iter().any(|name| reader.rest().starts_with(name)) {
        said.push_str(currency);
    }
    Some(Match::words(reader.at, &said))
}

/// Reads a number and 万 or the like behind it.
fn amount(reader: &mut Reader<'_>, counted: bool) -> Option<String> {
    let number = Number::read(reader)?;
    let mut said = number.say_count(counted);
    if let Some((zeros, letter)) = scale_of(reader) {
        reader.at += letter;
        return Some(shifted(number, zeros));
    }
    while let Some(scale) = reader.eat_one(&['百', '千', '万', '亿', '萬', '億']) {
        said.push(scale);
    }
    Some(said)
}

/// How many zeros a letter stands for that shortens an amount, and its bytes: $1.5M.
fn scale_of(reader: &Reader<'_>) -> Option<(usize, usize)> {
    let scales = [("bn", 9), ("K", 3), ("k", 3), ("M", 6), ("B", 9), ("T", 12)];
    let (letter, zeros) =
        scales.into_iter().find(|(letter, _)| reader.rest().starts_with(letter))?;
    let next = reader.rest()[letter.len()..].chars().next();
    (!next.is_some_and(|c| c.is_ascii_alphanumeric())).then_some((zeros, letter.len()))
}

/// A number whose point is moved to the right: 1.5 by six places is 一百五十万.
fn shifted(number: Number<'_>, zeros: usize) -> String {
    let decimals = number.decimals().unwrap_or_default();
    let moved = decimals.len().min(zeros);
    let whole = number.whole().replace(',', "");
    let whole = format!("{whole}{}{}", &decimals[..moved], "0".repeat(zeros - moved));
    match &decimals[moved..] {
        "" => cardinal(&whole),
        rest => decimal(&whole, rest),
    }
}
