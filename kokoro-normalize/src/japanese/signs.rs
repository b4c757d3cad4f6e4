//! Signs that are words, and abbreviations.

use crate::cursor::{Cursor, Match};

const SIGNS: &[(&str, &str)] = &[
    ("±", "プラスマイナス"),
    ("√", "ルート"),
    ("∞", "無限大"),
    ("℡", "電話"),
    ("℃", "度"),
    ("℉", "華氏度"),
    ("㎡", "平方メートル"),
    ("㎥", "立方メートル"),
    ("№", "ナンバー"),
    ("％", "パーセント"),
    ("＆", "アンド"),
    ("&", "アンド"),
    ("〒", "郵便番号"),
    ("≒", "ニアリーイコール"),
    ("≠", "ノットイコール"),
    ("≧", "大なりイコール"),
    ("≦", "小なりイコール"),
    ("≥", "大なりイコール"),
    ("≤", "小なりイコール"),
    ("×", "カケル"),
    ("÷", "ワル"),
];

/// A sign that is said, and a wave between words that is a range.
pub(super) fn sign(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    if rest.starts_with(['〜', '～', '~']) && is_range(cursor) {
        return Some(Match::words(cursor.first()?.len_utf8(), "から"));
    }
    let (sign, said) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign))?;
    Some(Match::words(sign.len(), said))
}

/// Whether a wave leads from one time or place to the next: a number follows, or words of time
/// stand on both sides.
fn is_range(cursor: &Cursor<'_, ()>) -> bool {
    let Some(first) = cursor.first() else { return false };
    let after = cursor.rest()[first.len_utf8()..].chars().next();
    let before = cursor.before();
    let number = |c: char| c.is_numeric();
    let stretched = before.is_none_or(|c| matches!(c, 'ぁ'..='ん' | 'ー' | '！' | '!'));
    after.is_some_and(number) && !stretched
        || before.is_some_and(|c| "年月日時分秒旬末円駅紀代曜歳人)）".contains(c) || number(c))
            && after.is_some_and(|c| c.is_alphabetic() && !matches!(c, 'ぁ'..='ん'))
}

/// An abbreviation in Latin letters before a number.
pub(super) fn word(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    let number = rest.strip_prefix("No.").or_else(|| rest.strip_prefix("NO."))?;
    let number = number.strip_prefix(' ').unwrap_or(number);
    if cursor.before().is_some_and(|c| c.is_ascii_alphabetic())
        || !number.starts_with(char::is_numeric)
    {
        return None;
    }
    let after = number.strip_prefix('1');
    if let Some(after) = after.filter(|after| !after.starts_with(is_of_number)) {
        return Some(Match::words(rest.len() - after.len(), "ナンバーワン"));
    }
    Some(Match::words(rest.len() - number.len(), "ナンバー"))
}

/// Whether a number goes on with this character.
fn is_of_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-')
}
