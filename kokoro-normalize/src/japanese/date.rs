//! Dates: 2024/5/1, 2024-05-01, R.4, (月・祝).

use super::number::digits;
use super::numbers::cardinal;
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

const SEPARATORS: [&[char]; 3] = [&['/', '／'], &['-', '－', '‐'], &['.', '．']];

/// A date in digits: year, month and day, or two of them. Two numbers with a slash are a date only
/// if words of time are near, or one of them has a zero before.
pub(super) fn date(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.')) {
        let second = cursor.past().strip_suffix('-').is_some_and(is_date_end);
        if !second {
            return None;
        }
    }
    SEPARATORS.iter().find_map(|separators| by(separators, cursor))
}

/// Whether a date ends here whose span goes on behind a hyphen.
fn is_date_end(past: &str) -> bool {
    let tail = past.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '/');
    past[tail.len()..].matches(['.', '/']).count() == 2
}

fn by(separators: &[char], cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let first = digits(&mut reader)?;
    reader.eat_one(separators)?;
    let second = digits(&mut reader)?;
    let mut ahead = reader;
    let third = ahead.eat_one(separators).and_then(|_| digits(&mut ahead));
    let said = match third {
        Some(third) if first.len() == 4 => {
            reader = ahead;
            format!("{}年{}", cardinal(&first), month_and_day(&second, &third)?)
        }
        Some(_) => return None,
        None if first.len() == 4 && is_month(&second) && second.len() == 2 => {
            format!("{}年{}月", cardinal(&first), cardinal(&second))
        }
        None if second.len() == 4 && is_month(&first) && first.len() == 2 => {
            format!("{}年{}月", cardinal(&second), cardinal(&first))
        }
        None if is_day_of_year(separators, &first, &second, cursor, reader) => {
            month_and_day(&first, &second)?
        }
        None => return None,
    };
    let mut ends = reader;
    if ends.eat_one(separators).is_some() && digits(&mut ends).is_some()
        || reader.peek().is_some_and(|c| c.is_ascii_alphanumeric())
    {
        return None;
    }
    let mut span = reader;
    let dates = reader.at >= 8 && span.eat("-") && span.at_digit();
    let said = if dates { format!("{said}から") } else { said };
    Some(Match::words(if dates { span.at } else { reader.at }, &said))
}

/// Whether two numbers are a month and a day rather than a fraction, a decimal or a difference.
fn is_day_of_year(
    separators: &[char],
    first: &str,
    second: &str,
    cursor: &Cursor<'_, ()>,
    reader: Reader<'_>,
) -> bool {
    if month_and_day(first, second).is_none() {
        return false;
    }
    let zeros = first.len() == 2
        && second.len() == 2
        && (first.starts_with('0') || second.starts_with('0'));
    let span =
        ["から", "に", "まで", "です", "は"].iter().any(|word| reader.rest().starts_with(word));
    let past = cursor.past();
    let said = past.ends_with(['は', '日', '曜', 'の', '末']) || past.ends_with("から");
    let weekday = reader.rest().starts_with(['(', '（']);
    let slash = separators.contains(&'/');
    zeros || slash && weekday || (span && said) && !separators.contains(&'.')
}

fn is_month(digits: &str) -> bool {
    digits.len() <= 2 && (1..=12).contains(&digits.parse().unwrap_or(0))
}

fn month_and_day(month: &str, day: &str) -> Option<String> {
    let is_day = day.len() <= 2 && (1..=31).contains(&day.parse().unwrap_or(0));
    (is_month(month) && is_day).then(|| format!("{}月{}日", cardinal(month), cardinal(day)))
}

const ERAS: [(&str, &str); 5] =
    [("R", "令和"), ("H", "平成"), ("S", "昭和"), ("T", "大正"), ("M", "明治")];

/// R.4, H30年, S.63, H30.4.1: a year of an emperor, perhaps with month and day.
pub(super) fn era(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let (_, name) = ERAS.into_iter().find(|(letter, _)| reader.eat(letter))?;
    let dotted = reader.eat(".");
    let year = digits(&mut reader).filter(|year| year.len() <= 2)?;
    let mut ahead = reader;
    if let Some(separator) = ahead.eat_one(&['.', '/'])
        && let Some(month) = digits(&mut ahead)
        && ahead.eat_one(&[separator]).is_some()
        && let Some(day) = digits(&mut ahead)
        && let Some(date) = month_and_day(&month, &day)
        && !ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == separator)
    {
        return Some(Match::words(ahead.at, &format!("{name}{}年{date}", cardinal(&year))));
    }
    let has_year = reader.eat("年");
    if !(has_year || dotted && reader.ends()) {
        return None;
    }
    Some(Match::words(reader.at, &format!("{name}{}年", cardinal(&year))))
}

const DAYS: [char; 9] = ['月', '火', '水', '木', '金', '土', '日', '祝', '休'];

/// Whether `text` begins with one day of the week in brackets.
fn is_bracketed_day(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('(' | '（'))
        && chars.next().is_some_and(|c| DAYS.contains(&c))
        && matches!(chars.next(), Some(')' | '）'))
}

/// Whether a date or another such day stands before, or another such day behind.
fn is_day_place(cursor: &Cursor<'_, ()>) -> bool {
    let (past, rest) = (cursor.past(), cursor.rest());
    let before = past.char_indices().rev().nth(2).map_or("", |(at, _)| &past[at..]);
    let after = rest.char_indices().nth(3).map_or("", |(at, _)| &rest[at..]);
    past.ends_with('日')
        || cursor.before().is_some_and(|c| c.is_ascii_digit())
        || is_bracketed_day(before)
        || is_bracketed_day(rest) && is_bracketed_day(after)
}

/// (月), (水・祝), (月〜金) behind a date, and (月)(火).
pub(super) fn weekday(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !is_day_place(cursor) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    reader.eat_one(&['(', '（'])?;
    let mut said = String::new();
    loop {
        let day = reader.eat_one(&DAYS)?;
        match day {
            '祝' => said.push_str("祝日"),
            '休' => said.push_str("休日"),
            day => said.extend([day, '曜', '日']),
        }
        if let '祝' | '休' = day {
            reader.eat("日");
        } else {
            let _ = reader.eat("曜日") || reader.eat("曜");
        }
        match reader.eat_one(&['・', '、', ',', '〜', '～', '~', '-', ')', '）'])? {
            ')' | '）' => break,
            '・' | '、' | ',' => {}
            _ => said.push_str("から"),
        }
    }
    Some(Match::words(reader.at, &said))
}
