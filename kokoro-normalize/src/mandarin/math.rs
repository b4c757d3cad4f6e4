//! Signs of arithmetic.

use crate::cursor::{Cursor, Match};
use crate::mandarin::numbers::cardinal;
use crate::reader::Reader;

/// Signs between two values, the longer before the shorter.
#[rustfmt::skip]
const OPERATORS: &[(&str, &str)] = &[
    ("<=", "小于等于"), (">=", "大于等于"), ("!=", "不等于"), ("==", "等于"), ("≤", "小于等于"),
    ("≥", "大于等于"), ("⩽", "小于等于"), ("⩾", "大于等于"), ("≈", "约等于"), ("≠", "不等于"),
    ("+", "加"), ("＋", "加"), ("=", "等于"), ("＝", "等于"), ("×", "乘"), ("✕", "乘"),
    ("÷", "除以"), ("<", "小于"), (">", "大于"), ("*", "乘"), ("−", "减"), ("-", "减"), ("±", "正负"),
];

/// 1+2, 2 ≤ 4, 3×4, 5 - 3; and ±2, ≥100 without a value before them.
pub(super) fn operator(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    let (sign, said) = OPERATORS.iter().find(|(sign, _)| rest.starts_with(sign))?;
    let mut reader = Reader::new(rest);
    reader.eat(sign);
    let space = reader.space();
    let past = cursor.past().trim_end();
    let before = past.chars().next_back();
    let spaced = past.len() < cursor.past().len();
    let is_value = |c: char| c.is_alphanumeric() || matches!(c, '(' | ')' | '%' | '²' | '³' | '√');
    let is_digit = |c: char| c.is_ascii_digit();
    let signed = |c: char| is_value(c) || matches!(c, '-' | '+' | '.');
    if !reader.peek().is_some_and(signed) {
        return None;
    }
    let digit_before = before.is_some_and(|c| is_digit(c) || matches!(c, ')' | '%'));
    let digit_after = reader.at_digit();
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || "²³)".contains(c));
    let known = match *sign {
        "=" | "+" if latin(before) && latin(reader.peek()) => spaced == space,
        "±" | "≤" | "≥" | "⩽" | "⩾" | "≈" | "≠" | "<=" | ">=" => true,
        "-" | "−" => digit_before && digit_after && spaced && space,
        "*" => digit_before && digit_after,
        "+" if !before.is_some_and(is_value) => return digit_after.then(|| Match::words(1, "正")),
        "<" | ">" => before.is_some_and(is_value) && digit_after,
        _ => before.is_some_and(is_value) && (digit_before || digit_after),
    };
    known.then(|| Match::words(sign.len(), said))
}

/// 5-3=2: the minus is said if a result follows.
pub(super) fn difference(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=16)?;
    reader.eat_one(&['-', '−'])?;
    let second = reader.digits(1..=16)?;
    let mut ahead = reader;
    ahead.space();
    let outside = !cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    let result = ahead.eat_one(&['=', '＝']).is_some() && outside;
    result.then(|| Match::words(reader.at, &format!("{}减{}", cardinal(first), cardinal(second))))
}

/// 2^10 and x²: 的十次方, 的平方.
pub(super) fn power(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let behind = cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == ')');
    if !behind {
        return None;
    }
    let said = match reader.eat_one(&['^', '²', '³'])? {
        '²' => "的平方".to_owned(),
        '³' => "的立方".to_owned(),
        _ => format!("的{}次方", cardinal(reader.digits(1..=8)?)),
    };
    Some(Match::words(reader.at, &said))
}

/// √2, ∞ and -百分之1.
pub(super) fn sign(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let first = cursor.first()?;
    let said = match first {
        '-' | '−' if cursor.rest()[first.len_utf8()..].starts_with("百分之") => "负",
        '√' => "根号",
        '∞' => "无穷大",
        'π' => "派",
        '∑' => "求和",
        '∫' => "积分",
        _ => return None,
    };
    Some(Match::words(first.len_utf8(), said))
}
