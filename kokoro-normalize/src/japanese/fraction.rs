//! Fractions: 1/2, ½, 1と1/2, √2.

use super::number::{digits, may_be_signed};
use super::numbers::cardinal;
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

const SIGNS: &[(char, &str)] = &[
    ('½', "二分の一"),
    ('⅓', "三分の一"),
    ('⅔', "三分の二"),
    ('¼', "四分の一"),
    ('¾', "四分の三"),
    ('⅕', "五分の一"),
    ('⅖', "五分の二"),
    ('⅗', "五分の三"),
    ('⅘', "五分の四"),
    ('⅙', "六分の一"),
    ('⅛', "八分の一"),
    ('⅜', "八分の三"),
    ('⅝', "八分の五"),
    ('⅞', "八分の七"),
];

/// A fraction in two numbers with a slash between, or in one character; a root.
pub(super) fn fraction(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    if let Some((sign, said)) = SIGNS.iter().find(|(sign, _)| cursor.first() == Some(*sign)) {
        let and = if cursor.before().is_some_and(char::is_numeric) { "と" } else { "" };
        return Some(Match::words(sign.len_utf8(), &format!("{and}{said}")));
    }
    let minus = may_be_signed(cursor) && reader.eat_one(&['-', '−', '－']).is_some();
    let minus = if minus { "マイナス" } else { "" };
    let root = |reader: &mut Reader<'_>| if reader.eat("√") { "ルート" } else { "" };
    let first_root = root(&mut reader);
    let first = digits(&mut reader)?;
    let mut ahead = reader;
    ahead.space();
    if ahead.eat_one(&['/', '／', '⁄']).is_some() {
        ahead.space();
        let second_root = root(&mut ahead);
        let second = digits(&mut ahead)?;
        let goes_on = matches!(ahead.peek(), Some('/' | '／' | '.')) && {
            let mut next = ahead;
            next.eat_one(&['/', '／', '.']);
            next.at_digit()
        };
        let address = cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == '/');
        if goes_on || address || second.trim_start_matches('0').is_empty() {
            return None;
        }
        let said = format!(
            "{second_root}{}分の{minus}{first_root}{}",
            cardinal(&second),
            cardinal(&first)
        );
        let said = match minus {
            "" => said,
            _ => format!(
                "{minus}{second_root}{}分の{first_root}{}",
                cardinal(&second),
                cardinal(&first)
            ),
        };
        return Some(Match::words(ahead.at, &said));
    }
    let rooted = !first_root.is_empty();
    rooted.then(|| Match::words(reader.at, &format!("{minus}{first_root}{}", cardinal(&first))))
}
