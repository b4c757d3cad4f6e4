//! Money: ¥500, $3.50, USD100, 5€.

use super::number::{Number, plain};
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

const CURRENCIES: &[(&str, &str)] = &[
    ("US$", "アメリカドル"),
    ("USD", "アメリカドル"),
    ("HKD", "香港ドル"),
    ("CAD", "カナダドル"),
    ("AUD", "オーストラリアドル"),
    ("EUR", "ユーロ"),
    ("GBP", "ポンド"),
    ("JPY", "円"),
    ("CNY", "人民元"),
    ("KRW", "ウォン"),
    ("CHF", "スイスフラン"),
    ("¥", "円"),
    ("￥", "円"),
    ("$", "ドル"),
    ("＄", "ドル"),
    ("€", "ユーロ"),
    ("£", "ポンド"),
    ("￡", "ポンド"),
    ("₩", "ウォン"),
    ("₹", "ルピー"),
    ("₽", "ルーブル"),
    ("฿", "バーツ"),
];

/// An amount whose currency is a sign before or behind it.
pub(super) fn money(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let negative = reader.eat_one(&['-', '−', '－']).is_some();
    let before = currency(&mut reader);
    if before.is_some() {
        reader.space();
    }
    let number = Number { negative, ..plain(&mut reader)? };
    let scale =
        ["万", "億", "兆", "百万", "千万"].into_iter().rev().find(|scale| reader.eat(scale));
    let name = match before {
        Some(name) => name,
        None => {
            let mut ahead = reader;
            ahead.space();
            let name = currency(&mut ahead)?;
            reader = ahead;
            name
        }
    };
    // ¥500円 is said once.
    reader.eat(name);
    Some(Match::words(reader.at, &format!("{}{}{name}", number.said(), scale.unwrap_or_default())))
}

fn currency(reader: &mut Reader<'_>) -> Option<&'static str> {
    CURRENCIES.iter().find(|(sign, _)| reader.eat(sign)).map(|(_, name)| *name)
}
