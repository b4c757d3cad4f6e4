//! Terms and scores: 1+1=2, 5-3, 3:2.

use super::number::{plain, signed};
use super::numbers::cardinal;
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

const OPERATORS: &[(&str, &str)] = &[
    (">=", "大なりイコール"),
    ("<=", "小なりイコール"),
    ("≥", "大なりイコール"),
    ("≧", "大なりイコール"),
    ("≤", "小なりイコール"),
    ("≦", "小なりイコール"),
    ("=", "イコール"),
    ("＝", "イコール"),
    ("≠", "ノットイコール"),
    ("≒", "ニアリーイコール"),
    ("+", "プラス"),
    ("＋", "プラス"),
    ("-", "マイナス"),
    ("−", "マイナス"),
    ("×", "カケル"),
    ("*", "カケル"),
    ("÷", "ワル"),
    (">", "大なり"),
    ("＞", "大なり"),
    ("<", "小なり"),
    ("＜", "小なり"),
];

/// Numbers with signs between them.
pub(super) fn term(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = signed(&mut reader)?;
    if let Some(score) = score(cursor, &first.whole, reader) {
        return Some(score);
    }
    let (mut said, mut signs) = (first.said(), 0);
    let mut hyphens = 0;
    loop {
        let mut ahead = reader;
        let apart = ahead.space();
        let Some((sign, name)) = OPERATORS.iter().find(|(sign, _)| ahead.eat(sign)) else { break };
        if apart && !ahead.space() {
            break;
        }
        let number = if *name == "イコール" { signed(&mut ahead) } else { plain(&mut ahead) };
        let Some(number) = number else { break };
        hyphens += usize::from(*sign == "-");
        signs += 1;
        said.push_str(name);
        said.push_str(&number.said());
        reader = ahead;
    }
    // Of hyphens alone a term is made only by the rules for ranges and telephones.
    let counted = reader.peek().is_some_and(|c| c.is_alphabetic());
    let plain = hyphens == signs && (counted || hyphens > 1);
    (signs > 0 && !plain).then(|| Match::words(reader.at, &said))
}

/// What stands behind the score of a game.
const RESULTS: &[&str] = &[
    "で勝",
    "で敗",
    "で負",
    "で下",
    "で破",
    "で引き分け",
    "で逆転",
    "で快勝",
    "で辛勝",
    "で完封",
    "で圧勝",
    "で先勝",
    "で折り返",
    "で終了",
    "でリード",
    "の勝利",
    "の敗",
    "の逆転",
    "の接戦",
    "の引き分け",
    "と勝",
    "とリード",
];

/// A number of at most two digits.
fn value(digits: &str) -> u32 {
    digits.parse().unwrap_or(0)
}

/// 3:2, and 3-2 behind the names of teams or before the words of a result.
fn score(cursor: &Cursor<'_, ()>, first: &str, reader: Reader<'_>) -> Option<Match> {
    let mut ahead = reader;
    let sign = ahead.eat_one(&[':', '：', '-'])?;
    let second = plain(&mut ahead).filter(|second| second.fraction.is_none())?;
    let teams = cursor.before().is_some_and(|c| c.is_alphabetic() && !matches!(c, 'ぁ'..='ん'));
    let small = first.len() <= 2 && second.whole.len() <= 2;
    let ends = !ahead.peek().is_some_and(|c| matches!(c, ':' | '-' | '.') || c.is_alphabetic());
    let falls = value(first) > value(&second.whole)
        && !ahead.peek().is_some_and(|c| c.is_ascii() || matches!(c, 'ぁ'..='ん'));
    let result = RESULTS.iter().any(|result| ahead.rest().starts_with(result));
    let said = small && (sign != '-' || teams && (ends || falls) || result);
    said.then(|| {
        Match::words(ahead.at, &format!("{}対{}", cardinal(first), cardinal(&second.whole)))
    })
}
