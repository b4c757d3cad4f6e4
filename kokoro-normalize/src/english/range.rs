//! Ranges and scores.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers, quantity::Quantity, sign, year};
use crate::{Dialect, reader::Reader};

/// Words near two numbers that are a score.
const SCORES: [&str; 40] = [
    "won", "win", "wins", "winning", "lost", "lose", "loses", "beat", "beats", "beaten", "beating",
    "defeated", "defeat", "victory", "loss", "score", "scored", "scores", "tied", "tie", "draw",
    "drew", "led", "leads", "lead", "leading", "trailed", "trailing", "ahead", "vote", "voted",
    "ruled", "ruling", "decision", "final", "record", "goals", "match", "game", "match",
];

/// Numbers with a dash between: 10–20 as a range, 1980–86 as years, "won 3-2" as a score.
pub(crate) fn range(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let low = reader;
    let first = Quantity::read(&mut reader, cursor.dialect)?;
    let first_text = &low.rest()[..reader.at - low.at];
    let spaced = reader.space();
    let minus = reader.peek() == Some('−');
    if !reader.dash() || spaced != reader.space() || chained(cursor) {
        return None;
    }
    let negative = !spaced && reader.eat_one(&['-', '−']).is_some();
    let high = reader;
    let second = Quantity::read(&mut reader, cursor.dialect)?;
    let second_text = &high.rest()[..reader.at - high.at];
    let more = reader.peek().is_some_and(|c| matches!(c, '-' | '–')) && {
        let mut more = reader;
        more.dash() && more.at_digit()
    };
    let equals = reader.rest().trim_start().starts_with('=');
    let years = are_years(cursor, &reader, first_text, second_text);
    let zeros = second_text.len() > 1 && second_text.starts_with('0') && !second_text.contains('.');
    if more || !reader.ends() || equals || zeros && !years {
        return None;
    }
    if first_text.len() > 1 && first_text.starts_with('0') && first.number?.decimals.is_none() {
        return None;
    }
    let (low, high) = (value(first_text), value(second_text));
    let score = sign.is_empty() && is_score(cursor, &reader, first_text, second_text);
    if score {
        let words = |text: &str, quantity: &Quantity<'_>| match (text, cursor.dialect) {
            ("0", Dialect::British) => "nil".into(),
            _ if text.len() == 3 => numbers::paired(text, cursor.dialect),
            _ => quantity.words.clone(),
        };
        let words = format!("{} {}", words(first_text, &first), words(second_text, &second));
        return Some(Match::words(reader.at, &words));
    }
    let (first_words, second_words) = if years {
        let year = |text| numbers::year(text, cursor.dialect);
        (year(first_text), short_year(second_text, cursor.dialect))
    } else {
        (first.words.clone(), second.words.clone())
    };
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let weekday = weekday.into_iter().any(|day| cursor.previous_word().starts_with(day));
    let day = weekday || (first_text, second_text) == ("9", "5"); // hours of work
    let rising = day || low.zip(high).is_none_or(|(low, high)| low < high);
    let between = if negative {
        "to minus"
    } else if minus || spaced && !rising {
        "minus"
    } else if rising || years {
        "to"
    } else {
        ""
    };
    let words = sign::signed(between, &second_words);
    Some(Match::words(reader.at, &sign::signed(sign, &format!("{first_words} {words}"))))
}

/// Whether a digit and a dash stand before, so that a third number would be one of a chain.
fn chained(cursor: &Cursor<'_>) -> bool {
    let mut past = cursor.past().chars().rev();
    matches!(past.next(), Some('-' | '–')) && past.next().is_some_and(|c| c.is_ascii_digit())
}

/// The value of a number without fraction and scale.
fn value(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    plain.parse().ok()
}

/// Whether both numbers are years, or one is and the other its last two digits.
fn are_years(cursor: &Cursor<'_>, reader: &Reader<'_>, first: &str, second: &str) -> bool {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(first) || !plain(second) || first.len() != 4 {
        return false;
    }
    let near = year::is_year(cursor, first, reader);
    match second.len() {
        4 => near && second >= first && ("1100"..="2199").contains(&second),
        2 => near && (second > &first[2..] || second == "00" && first.ends_with("99")),
        _ => false,
    }
}

/// A year, or its last two digits.
fn short_year(text: &str, dialect: Dialect) -> String {
    match text.as_bytes() {
        [b'0', _] => numbers::spoken_digits(text),
        _ => numbers::year(text, dialect),
    }
}

/// Whether two numbers are a score: words as "won" stand before or behind.
fn is_score(cursor: &Cursor<'_>, reader: &Reader<'_>, first: &str, second: &str) -> bool {
    if first.len() > 3
        || second.len() > 3
        || !first.bytes().chain(second.bytes()).all(|b| b.is_ascii_digit())
    {
        return false;
    }
    let known = |word: &str| SCORES.contains(&word.to_lowercase().as_str());
    let before = cursor.past().rsplit([' ', ',', '(']).filter(|word| !word.is_empty()).take(4);
    let sentence = before.take_while(|word| !word.ends_with(['.', '!', '?']));
    let behind = reader.rest().split([' ', ',', '.', ')']).filter(|word| !word.is_empty()).take(2);
    let near = sentence.last().is_some()
        && cursor.past().rsplit([' ', ',', '(']).filter(|word| !word.is_empty()).take(4).any(known);
    let mut after = *reader;
    let counted = after.space() && context::is_plural(after.word());
    near && !counted || behind.clone().any(known) && reader.rest().starts_with(' ')
}
