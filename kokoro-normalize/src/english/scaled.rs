//! Numbers with a letter for a thousand or more.

use crate::cursor::{Cursor, Match};
use crate::english::quantity::Number;
use crate::english::{context, sign};
use crate::reader::Reader;

/// A number with a letter for a thousand or more: 10k, 1.6k, 5M, 3bn. 4K and 401k are none.
pub(crate) fn scaled(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let number = Number::read(&mut reader)?;
    let letters = reader.word();
    let scale = match letters {
        "k" => "thousand",
        "K" if number.value().is_none_or(|value| value > 16) => "thousand",
        "M" | "mn" | "mio" => "million",
        "B" | "bn" | "bln" => "billion",
        "T" | "tn" | "trn" => "trillion",
        _ => return None,
    };
    let mut company = reader;
    let company = number.whole == "3"
        && letters == "M"
        && sign.is_empty()
        && !(company.space() && context::is_plural(company.word()));
    let plan =
        company || matches!(number.whole, "401" | "403") && matches!(letters, "k" | "K" | "B");
    let mut next = reader;
    next.space();
    let race =
        letters == "k" && matches!(next.word(), "run" | "race" | "walk" | "runner" | "runners");
    let behind = cursor.before() == Some('-') && sign.is_empty();
    let mut words = format!("{} {scale}", number.words(cursor.dialect));
    let mut ahead = reader;
    if ahead.dash()
        && let Some(end) = Number::read(&mut ahead).filter(|_| ahead.word() == letters)
    {
        words = format!("{words} to {} {scale}", end.words(cursor.dialect));
        reader = ahead;
    }
    words.push_str(if reader.eat("+") { " plus" } else { "" });
    if !reader.ends() || plan || race || behind {
        return None;
    }
    Some(Match::words(reader.at, &sign::signed(sign, &words)))
}

/// Uncounted many: 100s of people, 1,000s.
pub(crate) fn many(cursor: &Cursor<'_>) -> Option<Match> {
    const MANY: [(&str, &str); 10] = [
        ("10s", "tens"),
        ("100s", "hundreds"),
        ("1000s", "thousands"),
        ("1,000s", "thousands"),
        ("10,000s", "tens of thousands"),
        ("10000s", "tens of thousands"),
        ("100,000s", "hundreds of thousands"),
        ("100000s", "hundreds of thousands"),
        ("1,000,000s", "millions"),
        ("1000000s", "millions"),
    ];
    let mut reader = Reader::new(cursor.rest());
    let (written, words) = MANY.iter().find(|(written, _)| reader.eat(written))?;
    let seconds = written.len() < 5 && !reader.rest().starts_with(" of ");
    let inside = cursor.before().is_some_and(|c| c.is_alphanumeric() || c == ',' || c == '.');
    (reader.ends() && !seconds && !inside).then(|| Match::words(reader.at, words))
}
